#pragma once

#include <vector>

namespace meshscope::graph {

/// A stretch up or down in a gap between columns; gap g is left of column g.
struct Stretch {
    int gap = 0;
    double y0 = 0; ///< where the route comes in
    double y1 = 0; ///< where it goes on
    bool fromLeft = true;
    bool toRight = true;
    double x = 0;
};

/// Gives each stretch of one gap its track (in `x`, from 0, left to right); returns how many there are. Stretches that go
/// down take their track from right to left as they begin lower, those that go up the other way round: so parallel ones do
/// not cross.
int assignTracks(std::vector<Stretch *> &stretches);

} // namespace meshscope::graph
