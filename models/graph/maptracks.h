#pragma once

#include <set>
#include <utility>
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

constexpr double endGap = 24; ///< between ends at one side of a box
/// A height that is wished, and where what comes of it goes.
using WishedEnd = std::pair<double, double *>;
/// Spreads wished heights over a side of a box: in order, apart, inside.
void spread(std::vector<WishedEnd> &ends, double low, double high);
/// Moves ends that lie on a fixed one of the same side into the middle of the way to the next, or a little before the last.
void keepOff(std::vector<WishedEnd> &ends, const std::set<double> &doors);

} // namespace meshscope::graph
