#include "ui/graph/nameplan.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_set>

namespace meshscope {

namespace {

constexpr double plateHeight = 15;
constexpr double plateExtra = 20; ///< its stripe, and room beside the name
constexpr double widestPlate = 160;
constexpr double margin = 20;       ///< round the scene
constexpr size_t mostPlates = 1500; ///< the largest
constexpr size_t mostLines = 3000;  ///< of a scene whose lines are drawn one by one at every scale
constexpr double large = 600;       ///< pixels of a box that is named even over lines
constexpr double veryLarge = 1500;  ///< and over parts of other boxes
constexpr double mostHidden = 0.5;  ///< of another box
constexpr double mostCovered = 500; ///< pixels of other boxes
constexpr double leastUpright = 14; ///< width of a box with its name upright in it
constexpr int mostSteps = 16;       ///< places tried along a high box
// Numbers of the flows that stand for single edges.
constexpr double numberedShare = 0.6; ///< of strength, from which on
constexpr double longEnough = 110;
constexpr double clearance = 26;   ///< between two of them
constexpr double numberArea = 330; ///< side of a square with one number

bool overlap(const QRectF &a, const QRectF &b)
{
    return a.left() < b.right() && b.left() < a.right() && a.top() < b.bottom() && b.top() < a.bottom();
}

/// Whether a stretch of a line passes an area.
bool passes(QPointF from, QPointF to, const QRectF &area)
{
    double first = 0, last = 1;
    const double d[] = {to.x() - from.x(), to.y() - from.y()};
    const double lows[] = {area.left() - from.x(), area.top() - from.y()};
    const double highs[] = {area.right() - from.x(), area.bottom() - from.y()};
    for (int k = 0; k < 2; ++k) {
        if (std::abs(d[k]) < 1e-9) {
            if (lows[k] > 0 || highs[k] < 0)
                return false;
            continue;
        }
        const auto [a, b] = std::minmax({lows[k] / d[k], highs[k] / d[k]});
        first = std::max(first, a);
        last = std::min(last, b);
    }
    return first <= last;
}

/// Places in screen coordinates of a camera at the scene's origin.
class Planner {
public:
    Planner(const Scene &scene, double scale, const QSizeF &view, const MeasureWords &measure);
    NamePlan plan();

private:
    struct Box {
        int group;
        QRectF rect;
        double width; ///< of its plate, as wide as the name
        [[nodiscard]] double area() const { return rect.width() * rect.height(); }
    };
    void placeNumbers(NamePlan &plan);
    [[nodiscard]] std::optional<QPointF> placeOf(const SceneFlows::Level &level, const SceneFlows::Flow &flow, QSizeF size);
    [[nodiscard]] std::optional<NamePlan::Plate> placed(const Box &box);
    [[nodiscard]] std::optional<QRectF> beside(const Box &box) const;
    [[nodiscard]] std::optional<QRectF> over(const Box &box, double hidden) const;
    [[nodiscard]] std::optional<QRectF> upright(const Box &box, bool whole) const;
    [[nodiscard]] bool isApart(const QRectF &r) const { return m_room.contains(r) && m_taken.isFree(r); }
    [[nodiscard]] double covered(const QRectF &r, int group, double most) const;
    [[nodiscard]] bool coversLine(const QRectF &r, int group) const;
    [[nodiscard]] QRectF onScreen(const QRectF &r) const { return {r.topLeft() * m_scale, r.size() * m_scale}; }
    [[nodiscard]] QRectF inScene(const QRectF &r) const { return {r.topLeft() / m_scale, r.size() / m_scale}; }

    const Scene &m_scene;
    const MeasureWords &m_measure;
    double m_scale, m_unit;
    QRectF m_room;
    graph::AreaIndex m_tops;
    std::vector<QRectF> m_boxes; ///< of all groups on the screen
    std::vector<char> m_headed;  ///< which of them have heads
    TakenAreas m_taken;
};

Planner::Planner(const Scene &scene, double scale, const QSizeF &view, const MeasureWords &measure)
    : m_scene(scene)
    , m_measure(measure)
    , m_scale(scale)
    , m_unit(scene.unit())
{
    const QRectF whole = onScreen(scene.bounds());
    const double wide = std::max(2 * margin, view.width() - whole.width()) / 2;
    const double high = std::max(2 * margin, view.height() - whole.height()) / 2;
    m_room = whole.adjusted(-wide, -high, wide, high);
    std::vector<graph::AreaBox> tops;
    tops.reserve(scene.groups().size());
    for (const SceneGroup &group : scene.groups()) {
        m_boxes.push_back(onScreen(group.rect));
        m_headed.push_back(group.depth == 0 && !NamePlan::needsPlate(group, scale, m_unit));
        tops.push_back(group.depth == 0 ? Scene::boxOf(m_boxes.back()) : graph::AreaBox{});
    }
    m_tops = graph::AreaIndex(std::move(tops));
}

NamePlan Planner::plan()
{
    NamePlan plan;
    plan.scale = m_scale;
    std::vector<int> small;
    for (size_t g = 0; g < m_boxes.size(); ++g) {
        const SceneGroup &group = m_scene.groups()[g];
        if (group.depth == 0 && !m_headed[g] && m_boxes[g].width() >= headsize::plateOnly && !group.name.isEmpty())
            small.push_back(int(g));
    }
    const auto areaOf = [&](int g) { return m_boxes[size_t(g)].width() * m_boxes[size_t(g)].height(); };
    std::stable_sort(small.begin(), small.end(), [&](int a, int b) { return areaOf(a) > areaOf(b); });
    if (small.size() > mostPlates)
        small.resize(mostPlates);
    for (const int g : small) {
        const SceneGroup &group = m_scene.groups()[size_t(g)];
        const double words = headWords(group, 0, m_scale, m_unit);
        Box box{g, m_boxes[size_t(g)], 0};
        box.width = std::ceil(m_measure(group.name, TextRole::Strong, words, 600)) + plateExtra * m_unit;
        std::optional<NamePlan::Plate> plate = placed(box);
        if (!plate)
            continue;
        m_taken.take(plate->around);
        // It hangs on the point of its box nearest to its middle.
        const QPointF middle = plate->around.center();
        const QPointF pin(std::clamp(middle.x(), box.rect.left(), box.rect.right()),
                          std::clamp(middle.y(), box.rect.top(), box.rect.bottom()));
        plate->pin = pin / m_scale;
        plate->around.translate(-pin);
        plan.plates.push_back(*plate);
    }
    placeNumbers(plan);
    return plan;
}

std::optional<NamePlan::Plate> Planner::placed(const Box &box)
{
    const double height = plateHeight * m_unit;
    const auto plate = [&](const QRectF &r, bool isUpright = false) { return NamePlan::Plate{box.group, {}, r, isUpright}; };
    const bool isLow = box.rect.height() < height;
    if (const QRectF r(box.rect.topLeft(), QSizeF(box.rect.width(), height));
        !isLow && box.width <= box.rect.width() && m_taken.isFree(r))
        return plate(r);
    if (const auto r = beside(box))
        return plate(*r);
    const bool isLarge = NamePlan::isLarge(box.rect.size(), m_unit);
    if (isLarge) {
        if (const auto r = over(box, 0))
            return plate(*r);
        if (const auto r = upright(box, true))
            return plate(*r, true);
    }
    if (box.area() >= veryLarge * m_unit * m_unit) {
        if (const auto r = over(box, mostCovered * m_unit * m_unit))
            return plate(*r);
    }
    const QRectF cut(box.rect.topLeft(), QSizeF(box.rect.width(), std::min(height, box.rect.height())));
    if (cut.width() >= (headsize::leastName + 16) * m_unit && cut.height() >= headsize::lowest * m_unit &&
        m_taken.isFree(cut))
        return plate(cut);
    if (const auto r = isLarge ? upright(box, false) : std::nullopt)
        return plate(*r, true);
    return {};
}

/// On it, reaching out to one side or the other; over it; under it: the first place where nothing else is covered.
std::optional<QRectF> Planner::beside(const Box &box) const
{
    const double height = plateHeight * m_unit;
    const QRectF &b = box.rect;
    const bool isLow = b.height() < height;
    const double wide = std::min(box.width, widestPlate * m_unit);
    const double whole = isLow ? std::max(wide, b.width()) : wide;
    const auto isFree = [&](const QRectF &r) {
        return isApart(r) && covered(r, box.group, 0) == 0 && !coversLine(r, box.group);
    };
    std::optional<QRectF> found;
    const auto tries = [&](const QRectF &r) {
        if (!found && isFree(r))
            found = r;
    };
    const auto sides = [&](double y, double h) {
        const QRectF onLeft(b.left(), y, whole, h), onRight(b.right() - whole, y, whole, h);
        tries(m_scene.isMirrored() ? onRight : onLeft);
        tries(m_scene.isMirrored() ? onLeft : onRight);
    };
    sides(isLow ? b.center().y() - height / 2 : b.top(), height);
    if (isLow)
        sides(b.center().y() - headsize::lowest * m_unit / 2, headsize::lowest * m_unit);
    for (const double share : {0.25, 0.5, 0.75}) { // down a high one
        if (b.height() > 4 * height)
            sides(b.top() + share * b.height(), height);
    }
    if (b.width() < headsize::leastName * m_unit) {
        tries(QRectF(b.center().x() - wide / 2, b.top() - height, wide, height));
        tries(QRectF(b.center().x() - wide / 2, b.bottom(), wide, height));
    }
    return found;
}

/// Where least of other boxes is hidden, whatever lines pass: on it, to one side, the other, or both; above, below.
std::optional<QRectF> Planner::over(const Box &box, double hidden) const
{
    const double height = plateHeight * m_unit;
    const QRectF &b = box.rect;
    const double wide = std::min(box.width, widestPlate * m_unit);
    std::optional<QRectF> found;
    double least = std::nextafter(hidden, std::numeric_limits<double>::max());
    const auto tries = [&](double x, double y) {
        const QRectF r(x, y, wide, height);
        if (least <= 0 || !isApart(r))
            return;
        const double hides = covered(r, box.group, least);
        if (hides < least) {
            least = hides;
            found = r;
        }
    };
    const double low = b.bottom() - height;
    const int steps = std::clamp(int((low - b.top()) / (height / 2)), 0, mostSteps);
    for (int k = 0; k <= steps; ++k) {
        const double y = steps > 0 ? b.top() + (low - b.top()) * k / steps : b.center().y() - height / 2;
        const double near = m_scene.isMirrored() ? b.right() - wide : b.left();
        const double far = m_scene.isMirrored() ? b.left() : b.right() - wide;
        for (const double x : {near, b.center().x() - wide / 2, far})
            tries(x, y);
    }
    tries(b.center().x() - wide / 2, b.top() - height);
    tries(b.center().x() - wide / 2, b.bottom());
    return found;
}

/// Along its side, read from below.
std::optional<QRectF> Planner::upright(const Box &box, bool whole) const
{
    const double wide = std::min(plateHeight * m_unit, box.rect.width());
    const double least = whole ? std::min(box.width, widestPlate * m_unit) : (headsize::leastName + 16) * m_unit;
    if (wide < leastUpright * m_unit || box.rect.height() < least)
        return {};
    const double high = std::min({box.width, widestPlate * m_unit, box.rect.height()});
    const double left = m_scene.isMirrored() ? box.rect.right() - wide : box.rect.left();
    const QRectF r(left, box.rect.top(), wide, high);
    return isApart(r) ? std::optional(r) : std::nullopt;
}

/// How much of other boxes is hidden; infinite when it is a head, or so much that the other is lost. Not counted on beyond
/// `most`.
double Planner::covered(const QRectF &r, int group, double most) const
{
    double sum = 0;
    m_tops.search(Scene::boxOf(r), [&](int other) {
        if (other == group || !overlap(m_boxes[size_t(other)], r))
            return true;
        const QRectF &box = m_boxes[size_t(other)];
        const QRectF common = box.intersected(r);
        const double hides = common.width() * common.height();
        const bool isLost = m_headed[size_t(other)] || hides > mostHidden * box.width() * box.height();
        sum += isLost ? std::numeric_limits<double>::infinity() : hides;
        return sum <= most;
    });
    return sum;
}

/// Whether a line that is seen passes an area outside a box. Only in what is drawn as whole lines that is asked.
bool Planner::coversLine(const QRectF &r, int group) const
{
    const QRectF there = inScene(r.adjusted(1, 1, -1, -1));
    const QRectF own = m_scene.groups()[size_t(group)].rect;
    const auto isHit = [&](QPointF a, QPointF b) { return passes(a, b, there) && !(own.contains(a) && own.contains(b)); };
    const SceneFlows &flows = m_scene.flows();
    bool isAny = false;
    for (size_t k = 0; k < flows.levels().size() && !isAny; ++k) {
        const SceneFlows::Level &level = flows.levels()[k];
        if (flows.shareOf(k, m_scale) < 0.1)
            continue;
        const int shown = SceneFlows::shownAt(level, m_scale);
        level.index.search(Scene::boxOf(there), [&](int i) {
            if (i < shown)
                SceneFlows::visitPieces(level, level.flows[size_t(i)], m_scale, there,
                                        [&](QPointF a, QPointF b, double) { isAny = isAny || isHit(a, b); });
            return !isAny;
        });
    }
    if (isAny || m_scene.edges().size() > mostLines)
        return isAny; // single lines are faint then, and a hatch rather than lines
    m_scene.visitStretches(there, [&](int, const Scene::Stretch &s) {
        const std::span<const QPointF> points = isAny ? std::span<const QPointF>() : m_scene.points(s.edge);
        for (size_t i = 1; i < points.size() && !isAny; ++i)
            isAny = isHit(points[i - 1], points[i]);
    });
    return isAny;
}

/// Far out the widest flows say how much they hold, one in each part of the screen, apart from names.
void Planner::placeNumbers(NamePlan &plan)
{
    const SceneFlows &flows = m_scene.flows();
    const double words = 10 * m_unit, height = 17 * m_unit, side = numberArea * m_unit;
    std::unordered_set<qint64> used;
    const auto partOf = [&](QPointF at) {
        return (qint64(std::floor(at.x() / side)) << 32) ^ qint64(quint32(int(std::floor(at.y() / side))));
    };
    for (size_t k = 0; k < flows.levels().size(); ++k) {
        const SceneFlows::Level &level = flows.levels()[k];
        if (flows.shareOf(k, m_scale) < numberedShare)
            continue;
        const int shown = SceneFlows::shownAt(level, m_scale);
        for (int i = 0; i < shown; ++i) {
            const SceneFlows::Flow &flow = level.flows[size_t(i)];
            if (flow.count < 2 || double(flow.length) * m_scale < longEnough * m_unit)
                continue;
            const double wide = m_measure(QLocale().toString(flow.count), TextRole::Tiny, words, 600) + 10 * m_unit;
            const QSizeF size(std::max(height, wide), height);
            std::vector<QPointF> pieces;
            SceneFlows::flatten(level, flow, m_scale, {}, pieces);
            std::vector<double> gone(pieces.size(), 0);
            for (size_t p = 1; p < pieces.size(); ++p)
                gone[p] = gone[p - 1] + std::hypot(pieces[p].x() - pieces[p - 1].x(), pieces[p].y() - pieces[p - 1].y());
            for (const double share : {0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9, 0.05, 0.95}) {
                const size_t p = size_t(std::lower_bound(gone.begin(), gone.end(), share * gone.back()) - gone.begin());
                const QPointF at = pieces[std::min(p, pieces.size() - 1)];
                const QRectF pill(at - QPointF(size.width() / 2, size.height() / 2), size);
                const double apart = clearance * m_unit;
                // Only where it is drawn as it is, and beside boxes.
                const double fromEnd = std::min(share, 1 - share) * gone.back();
                if (used.contains(partOf(at)) || !isApart(pill.adjusted(-1, -1, 1, 1)) ||
                    SceneFlows::shareAlong(fromEnd / m_unit, gone.back() / m_unit) < numberedShare ||
                    m_scene.thingAt(at / m_scale))
                    continue;
                const bool isNear =
                    std::any_of(plan.numbers.begin(), plan.numbers.end(), [&](const NamePlan::Number &other) {
                        const QPointF middle = other.at * m_scale;
                        return std::abs(middle.x() - at.x()) < (other.size.width() + size.width()) / 2 + apart &&
                               std::abs(middle.y() - at.y()) < (other.size.height() + size.height()) / 2 + apart;
                    });
                if (isNear)
                    continue;
                used.insert(partOf(at));
                plan.numbers.push_back({int(k), i, at / m_scale, size});
                break;
            }
        }
    }
}

} // namespace

bool NamePlan::needsPlate(const SceneGroup &group, double scale, double unit)
{
    return group.rect.width() * scale < headsize::nameOnly * unit || group.rect.height() * scale < headsize::lowest * unit;
}

bool NamePlan::isLarge(const QSizeF &box, double unit)
{
    return box.width() * box.height() >= large * unit * unit;
}

double headWords(const SceneGroup &group, double stripHeight, double scale, double unit)
{
    const double most = stripHeight <= 0 ? 16 * unit : std::max(11 * unit, stripHeight - 5 * unit);
    return std::min(std::clamp((group.depth == 0 ? 13.0 : 12.0) * scale * unit, 11.0 * unit, 16.0 * unit), most);
}

NamePlan planNames(const Scene &scene, double scale, const QSizeF &view, const MeasureWords &measure)
{
    return Planner(scene, scale, view, measure).plan();
}

} // namespace meshscope
