#pragma once

#include "models/graph/tilequeue.h"
#include "ui/graph/graphpainter.h"

#include <QImage>

namespace meshscope {

/// One scene in one set of colours on one kind of screen: all that a tile is drawn from, whatever stands out in it.
struct TilePicture {
    ScenePtr scene;
    Tokens tokens;
    double ratio = 1; ///< device pixels a logical pixel
};

/// What stands out: a path that is lit, edges in the accent, cards picked. Number 0 is nothing.
struct TileLook {
    quint32 number = 0;
    bool hasLit = false;
    Scene::Lit lit;
    std::vector<char> accented; ///< edges
    std::vector<int> accentedList;
    std::vector<char> picked; ///< cards
    std::vector<int> pickedList;
};

/// Which tile: a place in the lattice of one scale, and what stands out in it. Tiles of a scale lie side by side from the
/// origin of the scene. The overview, the whole scene in one picture, has a scale of 0.
struct TileKey {
    double scale = 0;
    int x = 0;
    int y = 0;
    quint32 look = 0;
    bool operator==(const TileKey &) const = default;
};

/// All that drawing one tile reads.
struct TileJob {
    TileKey key;
    std::shared_ptr<const TilePicture> picture;
    std::shared_ptr<const TileLook> look; ///< null: nothing stands out
    QImage base;                          ///< the same without what stands out, when it is there
};
using TileStop = std::function<bool()>;

/// Side of a tile in logical pixels: about 512 device pixels, and a whole number of both.
[[nodiscard]] int tileSide(double ratio);
/// Where the overview shows the scene; its picture has this scale at a ratio of 1.
[[nodiscard]] Camera overviewCamera(const Scene &scene, QSize &size);
/// Draws in any thread; nothing when told to stop.
[[nodiscard]] std::optional<QImage> drawTile(const TileJob &job, const TileStop &stop);

} // namespace meshscope
