#include "ui/graph/tilepainter.h"

#include "ui/graph/pixelcanvas.h"
#include "ui/widgets/signs.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

// Two ways to draw a tile. From where names can be read on, it is GraphPainter's: the same as in exports. Smaller, it is
// boxes, blocks and thin lines straight into the pixels; what stands out there is laid over a copy of the plain tile that
// has been faded as a whole.
namespace meshscope {

namespace {

constexpr int aboutSide = 512;
constexpr int overviewSide = 1024;
constexpr double cardHeight = 52;
constexpr double readableFrom = 16; ///< height of a card on screen
constexpr double rowOnly = 6;
constexpr double leastEdge = 0.5;
constexpr double leastShare = 0.02; ///< fainter is not seen
constexpr unsigned fadeShare = 158; ///< of 256: what is left is still seen, and nothing beside the path draws the eye
constexpr int stopEvery = 512;

/// The flat way, in device pixels.
class FlatPainter {
public:
    FlatPainter(const TileJob &job, QImage &image, const Camera &camera, double ratio, const TileStop &stop)
        : m_scene(*job.picture->scene)
        , m_t(job.picture->tokens)
        , m_image(image)
        , m_canvas(image)
        , m_stop(stop)
        , m_ratio(ratio)
        , m_scale(camera.scale * ratio)
        , m_offset(camera.offset * ratio)
        , m_area(QRectF(-m_offset / m_scale, QSizeF(image.size()) / m_scale))
        , m_height(cardHeight * m_scene.unit() * m_scale / ratio)
    {
    }

    bool paintBase()
    {
        // Flows lie under the boxes they go to, and over those they go through.
        paintBoxes(0, 0);
        const std::vector<SceneFlows::Level> &levels = m_scene.flows().levels();
        int depth = 0;
        for (size_t k = 0; k < levels.size(); ++k) {
            if (stopped())
                return false;
            paintBoxes(depth, levels[k].depth);
            depth = levels[k].depth;
            paintFlows(k);
        }
        paintBoxes(depth, std::numeric_limits<int>::max());
        return paintEdges() && paintCards();
    }
    bool paintOver(const TileLook &look)
    {
        const graph::AreaBox area = Scene::boxOf(m_area);
        if (look.hasLit)
            m_canvas.fade(m_t.canvas.rgb(), m_t.scheme == Scheme::HighContrast ? fadeShare / 2 : fadeShare);
        const QRgb accent = m_t.accent.rgb();
        // Where very many are lit their lines stay thin, or they would be one patch.
        const bool bold = look.lit.edgeList.size() < 4000;
        const unsigned strength = bold ? 256 : std::max(64U, strengthOfEdges());
        for (const std::vector<int> *list : {&look.lit.edgeList, &look.accentedList}) {
            for (const int e : *list) {
                if (stopped())
                    return false;
                if (!m_scene.edgeBox(e).touches(area))
                    continue;
                m_scene.flatten(e, m_scale, m_offset, m_pieces);
                bold ? m_canvas.boldLine(m_pieces, accent, strength) : m_canvas.line(m_pieces, accent, strength);
            }
        }
        for (const std::vector<int> *list : {&look.lit.cardList, &look.pickedList}) {
            for (const int c : *list) {
                if (stopped())
                    return false;
                const Scene::Mark &m = m_scene.marks()[size_t(c)];
                if (graph::AreaBox{m.left, m.top, m.right, m.bottom}.touches(area))
                    paintCard(m, true);
            }
        }
        return true;
    }

private:
    bool stopped() { return ++m_count % stopEvery == 0 && m_stop && m_stop(); }
    [[nodiscard]] double x(double v) const { return v * m_scale + m_offset.x(); }
    [[nodiscard]] double y(double v) const { return v * m_scale + m_offset.y(); }
    [[nodiscard]] const Hue *hue(int index) const { return index >= 0 && index < 12 ? &m_t.hues[size_t(index)] : nullptr; }

    /// Those of some depths: `from` and deeper, not `to`.
    void paintBoxes(int from, int to)
    {
        for (const SceneGroup &g : m_scene.groups()) {
            if (g.depth < from || g.depth >= to || !g.rect.intersects(m_area))
                continue;
            const double width = g.rect.width() * m_scale;
            if (width < 1)
                continue;
            const Hue *h = hue(g.hue);
            const QRectF r(QPointF(x(g.rect.left()), y(g.rect.top())), QPointF(x(g.rect.right()), y(g.rect.bottom())));
            if (width < 24) {
                m_canvas.fill(r.left(), r.top(), r.right(), r.bottom(), (h ? h->border : m_t.line).rgb());
                continue;
            }
            const QColor ground = h ? (g.depth == 0 ? h->box : h->sub) : g.depth == 0 ? m_t.surface : m_t.raised;
            m_canvas.fill(r.left(), r.top(), r.right(), r.bottom(), ground.rgb());
            m_canvas.frame(r.left(), r.top(), r.right(), r.bottom(), (h ? h->border : m_t.line).rgb());
        }
    }
    /// Lines get fainter as they get denser, so that the flow is seen and not a patch of grey.
    [[nodiscard]] unsigned strengthOfEdges() const
    {
        const double crowd = double(m_scene.edges().size()) / 400.0;
        const double share = std::sqrt(m_height / readableFrom) / std::max(1.0, std::pow(crowd, 0.18));
        return unsigned(256 * std::clamp(share * 0.95, 0.06, 0.95));
    }
    /// And never get darker than this, however many lie on each other: the domains stay what is seen first.
    [[nodiscard]] QRgb colorOfEdges() const
    {
        return mixed(m_t.canvas, m_t.edge, std::clamp(0.42 + 0.58 * m_height / readableFrom, 0.42, 1.0)).rgb();
    }
    /// The widest last: they lie on top, each with a little of the ground beside it so that crossings read.
    void paintFlows(size_t at)
    {
        const double scale = m_scale / m_ratio;
        const SceneFlows &flows = m_scene.flows();
        const double share = flows.shareOf(at, scale);
        if (share < leastShare)
            return;
        const SceneFlows::Level &level = flows.levels()[at];
        std::vector<int> seen;
        const int shown = SceneFlows::shownAt(level, scale);
        level.index.visit(Scene::boxOf(m_area), [&](int i) {
            if (i < shown && share * flows.shareOf(level.flows[size_t(i)], scale) >= leastShare)
                seen.push_back(i);
        });
        std::sort(seen.begin(), seen.end(), std::greater<>());
        for (const int i : seen) {
            const SceneFlows::Flow &flow = level.flows[size_t(i)];
            paintFlow(level, flow, share * flows.shareOf(flow, scale));
        }
    }
    void paintFlow(const SceneFlows::Level &level, const SceneFlows::Flow &flow, double share)
    {
        const double pixel = m_scene.unit() * m_ratio;
        const double width = SceneFlows::widthOf(flow.count) * pixel;
        const double wide = (width + 12 * pixel) / m_scale;
        m_flow.clear();
        SceneFlows::visitPieces(
            level, flow, m_scale, m_area.adjusted(-wide, -wide, wide, wide), [&](QPointF from, QPointF to, double gone) {
                const double fromEnd = std::min(gone, double(flow.length) - gone) * m_scale / pixel;
                const double along = SceneFlows::shareAlong(fromEnd, double(flow.length) * m_scale / pixel);
                m_flow.push_back({{from * m_scale + m_offset, to * m_scale + m_offset}, unsigned(256 * share * along)});
            });
        for (const FlowPiece &piece : m_flow)
            m_canvas.ribbon(piece.ends, width + 2 * pixel, m_t.canvas.rgb(), piece.strength);
        const QRgb color = flowColor(flow);
        for (const FlowPiece &piece : m_flow)
            m_canvas.ribbon(piece.ends, width, color, piece.strength);
        const QPointF tip = level.points[flow.first + flow.size - 1];
        if (m_flow.empty() || !m_area.adjusted(-wide, -wide, wide, wide).contains(tip))
            return;
        // The head of its arrow touches the box it goes to.
        QPainter painter(&m_image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        QColor head(color);
        head.setAlphaF(float(std::min(1.0, share)));
        painter.setBrush(head);
        const QPointF before = level.points[flow.first + flow.size - 2];
        painter.drawPolygon(SceneFlows::arrowOf({before * m_scale + m_offset, tip * m_scale + m_offset}, width, pixel));
    }
    /// In the hue it comes from: what one domain gives to many is seen as one thing.
    [[nodiscard]] QRgb flowColor(const SceneFlows::Flow &flow) const
    {
        const Hue *h = hue(m_scene.groups()[size_t(flow.from)].hue);
        return h && m_t.scheme != Scheme::HighContrast ? mixed(h->stripe, m_t.canvas, 0.15).rgb() : m_t.flow.rgb();
    }
    bool paintEdges()
    {
        const QRgb color = colorOfEdges();
        const QRgb flow = m_t.flow.rgb();
        const SceneFlows &flows = m_scene.flows();
        const double whole = strengthOfEdges();
        const double scale = m_scale / m_ratio;
        const double shares[] = {1, flows.insideShare(scale), flows.acrossShare(scale)};
        if (!flows.hasSingles() && shares[1] < leastShare && shares[2] < leastShare)
            return true;
        bool isStopped = false;
        m_scene.visitStretches(m_area, [&](int i, const Scene::Stretch &s) {
            const double share = shares[int(flows.partOf(s.edge))];
            if (share < leastShare || isStopped)
                return;
            isStopped = stopped();
            const graph::AreaBox &box = m_scene.stretchBox(i);
            if (isStopped ||
                (std::max(box.right - box.left, box.bottom - box.top) * m_scale < leastEdge && m_scene.isWhole(s)))
                return;
            const SceneEdge &edge = m_scene.edges()[size_t(s.edge)];
            m_scene.flatten(s, m_scale, m_offset, m_pieces);
            if (edge.isFlow && edge.count > 3)
                m_canvas.boldLine(m_pieces, flow, 256);
            else
                m_canvas.line(m_pieces, edge.isFlow ? flow : color, edge.isFlow ? 256 : unsigned(whole * share),
                              edge.route.reversed);
        });
        return !isStopped;
    }
    bool paintCards()
    {
        bool isStopped = false;
        m_scene.visitCards(m_area, [&](int c) {
            isStopped = isStopped || stopped();
            if (!isStopped)
                paintCard(m_scene.marks()[size_t(c)], false);
        });
        return !isStopped;
    }
    void paintCard(const Scene::Mark &m, bool lit)
    {
        const Hue *h = hue(m.hue);
        const double left = x(double(m.left)), right = x(double(m.right));
        const double top = y(double(m.top)), bottom = y(double(m.bottom));
        const bool bad = m.isBreached || m.isAtRisk;
        const QRgb status = (m.isBreached ? m_t.breached : m_t.risk).rgb();
        if (bottom - top < rowOnly) {
            const double middle = std::floor((top + bottom) / 2);
            const double thick = lit ? 2 : std::max(1.0, std::floor((bottom - top) / 2));
            m_canvas.fill(left, middle, right, middle + thick,
                          lit   ? m_t.accent.rgb()
                          : bad ? status
                          : h   ? h->stripe.rgb()
                                : m_t.lineStrong.rgb());
            return;
        }
        m_canvas.fill(left, top, right, bottom, (h ? h->head : m_t.raised).rgb());
        m_canvas.frame(left, top, right, bottom, (lit ? m_t.accent : h ? h->border : m_t.line).rgb());
        const bool isMirrored = m_scene.isMirrored();
        if (h)
            m_canvas.fill(isMirrored ? right - 2 : left, top, isMirrored ? right : left + 2, bottom, h->stripe.rgb());
        const double mark = std::min(6.0, (right - left) / 4);
        if (bad)
            m_canvas.fill(isMirrored ? left : right - mark, top, isMirrored ? left + mark : right, bottom, status);
    }

    const Scene &m_scene;
    const Tokens &m_t;
    QImage &m_image;
    PixelCanvas m_canvas;
    const TileStop &m_stop;
    const double m_ratio;
    const double m_scale;
    const QPointF m_offset;
    const QRectF m_area;
    const double m_height; ///< of a card in logical pixels
    std::vector<QPointF> m_pieces;
    struct FlowPiece {
        QPointF ends[2];
        unsigned strength;
    };
    std::vector<FlowPiece> m_flow;
    int m_count = 0;
};

std::optional<QImage> drawFlat(const TileJob &job, const QSize &size, const Camera &camera, double ratio,
                               const TileStop &stop)
{
    QImage image = job.base;
    if (image.isNull()) {
        image = QImage(size, QImage::Format_RGB32);
        image.fill(job.picture->tokens.canvas);
        if (!FlatPainter(job, image, camera, ratio, stop).paintBase())
            return {};
    }
    if (job.look && !FlatPainter(job, image, camera, ratio, stop).paintOver(*job.look))
        return {};
    image.setDevicePixelRatio(ratio);
    return image;
}

} // namespace

int tileSide(double ratio)
{
    return std::max(64, int(aboutSide / std::max(0.5, ratio)) / 4 * 4);
}

Camera overviewCamera(const Scene &scene, QSize &size)
{
    const QRectF bounds = scene.bounds();
    Camera camera;
    camera.scale = std::min(1.0, overviewSide / std::max({1.0, bounds.width(), bounds.height()}));
    size = QSize(int(std::ceil(bounds.width() * camera.scale)), int(std::ceil(bounds.height() * camera.scale)))
               .expandedTo({1, 1});
    camera.offset = -bounds.topLeft() * camera.scale;
    return camera;
}

std::optional<QImage> drawTile(const TileJob &job, const TileStop &stop)
{
    const TilePicture &picture = *job.picture;
    if (job.key.scale == 0) {
        QSize size;
        const Camera camera = overviewCamera(*picture.scene, size);
        return drawFlat(job, size, camera, 1, stop);
    }
    const int side = tileSide(picture.ratio);
    Camera camera;
    camera.scale = job.key.scale;
    camera.offset = QPointF(-double(job.key.x) * side, -double(job.key.y) * side);
    const int pixels = int(std::ceil(side * picture.ratio));
    if (cardHeight * picture.scene->unit() * camera.scale < readableFrom)
        return drawFlat(job, {pixels, pixels}, camera, picture.ratio, stop);

    QImage image(pixels, pixels, QImage::Format_RGB32);
    image.fill(picture.tokens.canvas);
    image.setDevicePixelRatio(picture.ratio);
    GraphLook look;
    if (job.look) {
        look.lit = job.look->hasLit ? &job.look->lit : nullptr;
        look.accented = job.look->accented.empty() ? nullptr : &job.look->accented;
        look.picked = job.look->picked.empty() ? nullptr : &job.look->picked;
    }
    if (!GraphPainter(*picture.scene, camera, picture.tokens, look).paintTile(image, stop))
        return {};
    return image;
}

} // namespace meshscope
