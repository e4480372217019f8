#include "ui/graph/tileboard.h"

#include <algorithm>
#include <cmath>
#include <thread>

namespace meshscope {

namespace {

constexpr int otherLayers = 3;        ///< scales that are stretched into what is missing
constexpr int farthestTile = 1 << 28; ///< beyond, there is nothing

unsigned drawingThreads()
{
    return std::clamp(std::thread::hardware_concurrency(), 1U, 4U);
}

/// Draws the part of an image that falls into some rectangles; the image covers `whole`.
void stretch(QPainter &painter, const QImage &image, const QRectF &whole, const QRegion &parts)
{
    const double x = image.width() / whole.width();
    const double y = image.height() / whole.height();
    for (const QRect &part : parts) {
        const QRectF source((part.left() - whole.left()) * x, (part.top() - whole.top()) * y, part.width() * x,
                            part.height() * y);
        painter.drawImage(QRectF(part), image, source);
    }
}

} // namespace

TileBoard::TileBoard(std::function<void()> changed)
    : m_queue(
          drawingThreads(),
          [](const TileJob &job, const graph::TileQueue<TileJob, QImage>::Stop &stop) { return drawTile(job, stop); },
          std::move(changed))
{
}

void TileBoard::setPicture(ScenePtr scene, const Tokens &tokens, double ratio)
{
    m_picture = std::make_shared<TilePicture>(TilePicture{std::move(scene), tokens, ratio});
    m_side = tileSide(ratio);
    m_look = nullptr;
    m_overview = {};
    QSize size;
    m_overviewCamera = overviewCamera(*m_picture->scene, size);
    m_kept.clear();
    m_bytes = 0;
    m_queue.want(++m_generation, {});
}

void TileBoard::setLook(std::shared_ptr<const TileLook> look)
{
    m_look = std::move(look);
    // Tiles of what stood out before are not shown again.
    std::erase_if(m_kept, [&](const Kept &kept) {
        const bool goes = kept.key.look != 0 && (!m_look || kept.key.look != m_look->number);
        m_bytes -= goes ? kept.image.sizeInBytes() : 0;
        return goes;
    });
}

TileBoard::Range TileBoard::rangeOf(const Camera &camera, const QSizeF &view) const
{
    const auto at = [this](double v) {
        return int(std::clamp(std::floor(v / m_side), -double(farthestTile), double(farthestTile)));
    };
    // No further than the scene goes.
    const QRectF scene = camera.toScreen(m_picture->scene->bounds()).adjusted(-64, -64, 64, 64);
    const QRectF seen = QRectF(QPointF(), view).intersected(scene).translated(-camera.offset);
    if (seen.isEmpty())
        return {0, -1, 0, -1};
    return {at(seen.left()), at(seen.right() - 1e-6), at(seen.top()), at(seen.bottom() - 1e-6)};
}

const TileBoard::Kept *TileBoard::find(const TileKey &key) const
{
    for (const Kept &kept : m_kept) {
        if (kept.key == key) {
            kept.used = ++m_clock;
            return &kept;
        }
    }
    return nullptr;
}

const TileBoard::Kept *TileBoard::best(double scale, int x, int y) const
{
    const Kept *lit = m_look ? find({scale, x, y, m_look->number}) : nullptr;
    return lit ? lit : find({scale, x, y, 0});
}

TileJob TileBoard::jobFor(const TileKey &key) const
{
    TileJob job{key, m_picture, key.look != 0 ? m_look : nullptr, {}};
    if (key.look != 0) {
        if (const Kept *base = find({key.scale, key.x, key.y, 0}))
            job.base = base->image;
    }
    return job;
}

void TileBoard::want(const Camera &goal, const QSizeF &view)
{
    if (!m_picture || m_picture->scene->isEmpty())
        return;
    const Camera camera = onPixels(goal);
    const Range r = rangeOf(camera, view);
    m_wantedScale = camera.scale;
    m_wanted = r;
    const QPointF middle = (QPointF(view.width() / 2, view.height() / 2) - camera.offset) / m_side - QPointF(0.5, 0.5);
    struct Place {
        double distance;
        TileKey key;
    };
    std::vector<Place> places;
    const quint32 look = m_look ? m_look->number : 0;
    for (int y = r.top - 1; y <= r.bottom + 1; ++y) {
        for (int x = r.left - 1; x <= r.right + 1; ++x) {
            const bool isSeen = x >= r.left && x <= r.right && y >= r.top && y <= r.bottom;
            const TileKey key{camera.scale, x, y, isSeen ? look : 0};
            if (!find(key) && r.right >= r.left)
                places.push_back({std::hypot(x - middle.x(), y - middle.y()) + (isSeen ? 0 : 1000), key});
        }
    }
    std::stable_sort(places.begin(), places.end(), [](const Place &a, const Place &b) { return a.distance < b.distance; });
    std::vector<TileJob> jobs;
    if (m_overview.isNull())
        jobs.push_back(jobFor({}));
    for (const Place &place : places)
        jobs.push_back(jobFor(place.key));
    // What is seen, what lies around it, and half as much again of other scales.
    const qint64 tile = qint64(m_side * m_picture->ratio) * qint64(m_side * m_picture->ratio) * 4;
    m_budget = std::max(m_leastBudget, tile * 3 / 2 * (r.right - r.left + 3) * (r.bottom - r.top + 3));
    m_queue.want(m_generation, std::move(jobs));
}

bool TileBoard::collect()
{
    bool came = false;
    for (auto &done : m_queue.take()) {
        came = true;
        if (done.job.key.scale == 0)
            m_overview = std::move(done.tile);
        else if (done.job.key.look == 0 || (m_look && done.job.key.look == m_look->number))
            keep(done.job.key, std::move(done.tile));
    }
    return came;
}

void TileBoard::keep(const TileKey &key, QImage image)
{
    if (find(key))
        return;
    m_bytes += image.sizeInBytes();
    m_kept.push_back({key, std::move(image), ++m_clock});
    while (m_bytes > m_budget && m_kept.size() > 1) {
        // What the view waits for stays, even if tiles of other scales have been stretched into its place since.
        const auto rank = [this](const Kept &kept) { return std::pair(isWanted(kept.key), kept.used); };
        const auto oldest =
            std::min_element(m_kept.begin(), m_kept.end(), [&](const Kept &a, const Kept &b) { return rank(a) < rank(b); });
        m_bytes -= oldest->image.sizeInBytes();
        *oldest = std::move(m_kept.back());
        m_kept.pop_back();
    }
}

bool TileBoard::isWanted(const TileKey &key) const
{
    return key.scale == m_wantedScale && key.x >= m_wanted.left && key.x <= m_wanted.right && key.y >= m_wanted.top &&
           key.y <= m_wanted.bottom;
}

Camera TileBoard::onPixels(Camera camera) const
{
    const double ratio = m_picture ? m_picture->ratio : 1;
    camera.offset = QPointF(std::round(camera.offset.x() * ratio) / ratio, std::round(camera.offset.y() * ratio) / ratio);
    return camera;
}

bool TileBoard::isSharp(const Camera &camera, const QSizeF &view) const
{
    if (!m_picture)
        return false;
    const Range r = rangeOf(camera, view);
    for (int y = r.top; y <= r.bottom; ++y) {
        for (int x = r.left; x <= r.right; ++x) {
            if (!find({camera.scale, x, y, m_look ? m_look->number : 0}))
                return false;
        }
    }
    return true;
}

/// Scales of which there are tiles, the nearest first.
std::vector<double> TileBoard::otherScales(double scale) const
{
    std::vector<double> scales;
    for (const Kept &kept : m_kept) {
        if (kept.key.scale != scale && std::find(scales.begin(), scales.end(), kept.key.scale) == scales.end())
            scales.push_back(kept.key.scale);
    }
    std::sort(scales.begin(), scales.end(),
              [&](double a, double b) { return std::abs(std::log(a / scale)) < std::abs(std::log(b / scale)); });
    if (scales.size() > otherLayers)
        scales.resize(otherLayers);
    return scales;
}

void TileBoard::paintLayer(QPainter &painter, double scale, const Camera &camera, QRegion &left) const
{
    const double stretched = camera.scale / scale;
    for (const Kept &kept : m_kept) {
        if (kept.key.scale != scale || (kept.key.look != 0 && !(m_look && kept.key.look == m_look->number)))
            continue;
        const QRectF whole(camera.offset + QPointF(kept.key.x, kept.key.y) * (m_side * stretched),
                           QSizeF(m_side, m_side) * stretched);
        if (!QRectF(left.boundingRect()).intersects(whole))
            continue;
        // Whole pixels that the tile covers to the end, so that neighbours leave no gap: rounded alike on both sides.
        const QRect covered(QPoint(int(std::round(whole.left())), int(std::round(whole.top()))),
                            QPoint(int(std::round(whole.right())) - 1, int(std::round(whole.bottom())) - 1));
        const QRegion part = left & covered;
        if (part.isEmpty())
            continue;
        kept.used = ++m_clock;
        stretch(painter, kept.image, whole, part);
        left -= covered;
    }
}

QRegion TileBoard::paint(QPainter &painter, const Camera &camera, const QSize &view) const
{
    const QRegion whole(QRect(QPoint(), view));
    if (!m_picture)
        return whole;
    // Outside of the scene nothing is missing.
    const QRectF scene = camera.toScreen(m_picture->scene->bounds()).adjusted(-2, -2, 2, 2);
    QRegion left = whole & scene.intersected(QRectF(QPointF(), view)).toAlignedRect();
    const QRegion outside = whole - left;
    const Range r = rangeOf(camera, view);
    for (int y = r.top; y <= r.bottom; ++y) {
        for (int x = r.left; x <= r.right; ++x) {
            const Kept *kept = best(camera.scale, x, y);
            if (!kept)
                continue;
            const QPointF at = camera.offset + QPointF(double(x) * m_side, double(y) * m_side);
            painter.drawImage(at, kept->image);
            left -= QRectF(at, QSizeF(m_side, m_side)).toAlignedRect();
        }
    }
    if (left.isEmpty())
        return outside - tilesOf(r, camera);
    for (const double scale : otherScales(camera.scale)) {
        paintLayer(painter, scale, camera, left);
        if (left.isEmpty())
            break;
    }
    if (!left.isEmpty() && !m_overview.isNull()) {
        const QRectF all(camera.toScreen(m_overviewCamera.toScene(QPointF())),
                         QSizeF(m_overview.size()) * (camera.scale / m_overviewCamera.scale));
        const QRect covered = all.intersected(QRectF(QPointF(), view)).toAlignedRect();
        stretch(painter, m_overview, all, left & covered);
        left -= covered;
    }
    return (outside | left) - tilesOf(r, camera);
}

/// What the finished tiles of a range cover.
QRegion TileBoard::tilesOf(const Range &r, const Camera &camera) const
{
    QRegion covered;
    for (int y = r.top; y <= r.bottom; ++y) {
        for (int x = r.left; x <= r.right; ++x) {
            if (best(camera.scale, x, y))
                covered += QRectF(camera.offset + QPointF(double(x) * m_side, double(y) * m_side), QSizeF(m_side, m_side))
                               .toAlignedRect();
        }
    }
    return covered;
}

} // namespace meshscope
