#pragma once

#include "ui/graph/tilepainter.h"

#include <QRegion>

#include <memory>

namespace meshscope {

/// The tiles of a view: which are there, which are wanted, and the picture made of them at once, sharp or not. Drawn by
/// threads of its own; a budget of bytes says how many are kept.
class TileBoard {
public:
    /// `changed` is called in a drawing thread when a tile is done: collect() it on the view's.
    explicit TileBoard(std::function<void()> changed);

    /// Another scene, other colours or another screen: nothing drawn before is right any more.
    void setPicture(ScenePtr scene, const Tokens &tokens, double ratio);
    /// What stands out; null: nothing. Tiles without it stay.
    void setLook(std::shared_ptr<const TileLook> look);
    /// Asks for what is missing to show the scene like this, the middle first, then what lies around it.
    void want(const Camera &camera, const QSizeF &view);
    /// Takes in what has been drawn; true when there was something.
    bool collect();

    /// Draws what there is: sharp tiles, else tiles of other scales and the overview, stretched. Gives what of the view, in
    /// logical pixels, nothing was there for.
    QRegion paint(QPainter &painter, const Camera &camera, const QSize &view) const;
    /// Whether paint() would draw nothing but finished tiles at their own scale.
    [[nodiscard]] bool isSharp(const Camera &camera, const QSizeF &view) const;
    /// On whole device pixels, where tiles can be laid without stretching.
    [[nodiscard]] Camera onPixels(Camera camera) const;
    /// Returns when all that is wanted has been drawn; collect() has it then.
    void wait() const { m_queue.wait(); }

    [[nodiscard]] double ratio() const { return m_picture ? m_picture->ratio : 1; }
    [[nodiscard]] bool isEmpty() const { return m_kept.empty() && m_overview.isNull(); } ///< nothing to show at all
    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    [[nodiscard]] qint64 budget() const { return m_budget; }
    void setBudget(qint64 bytes) { m_leastBudget = bytes; } ///< raised when a view alone needs more
    [[nodiscard]] const QImage &overview() const { return m_overview; }

private:
    struct Kept {
        TileKey key;
        QImage image;
        mutable quint64 used = 0;
    };
    struct Range {
        int left, right, top, bottom;
    };
    [[nodiscard]] Range rangeOf(const Camera &camera, const QSizeF &view) const;
    [[nodiscard]] const Kept *find(const TileKey &key) const;
    [[nodiscard]] const Kept *best(double scale, int x, int y) const;
    [[nodiscard]] QRegion tilesOf(const Range &range, const Camera &camera) const;
    [[nodiscard]] std::vector<double> otherScales(double scale) const;
    [[nodiscard]] TileJob jobFor(const TileKey &key) const;
    void keep(const TileKey &key, QImage image);
    [[nodiscard]] bool isWanted(const TileKey &key) const;
    void paintLayer(QPainter &painter, double scale, const Camera &camera, QRegion &left) const;

    std::shared_ptr<const TilePicture> m_picture;
    std::shared_ptr<const TileLook> m_look;
    quint64 m_generation = 0;
    int m_side = 512;
    QImage m_overview;
    Camera m_overviewCamera;
    double m_wantedScale = 0; ///< of the tiles last asked for, and which of them are in view
    Range m_wanted{0, -1, 0, -1};
    std::vector<Kept> m_kept;
    mutable quint64 m_clock = 0;
    qint64 m_bytes = 0;
    qint64 m_leastBudget = 48 << 20;
    qint64 m_budget = 48 << 20;
    graph::TileQueue<TileJob, QImage> m_queue; ///< last: its threads end before what they read
};

} // namespace meshscope
