#include "ui/graph/scene.h"

#include "ui/theme/tokens.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace meshscope {

namespace {

constexpr double headHeight = 52;
constexpr double rowHeight = 24;
constexpr double tracedRowHeight = 32;
constexpr double openHead = 56;
constexpr double buttonHeight = 20;
constexpr double buttonGap = 8;
constexpr double cornerRadius = 22;

double reference()
{
    return px(1000) / 1000.0;
}

} // namespace

QPainterPath curveThrough(const std::vector<QPointF> &p, bool rightAngles)
{
    QPainterPath path;
    if (p.size() < 2)
        return path;
    path.moveTo(p.front());
    if (rightAngles) {
        for (size_t i = 1; i + 1 < p.size(); ++i) {
            const QLineF in(p[i], p[i - 1]);
            const QLineF out(p[i], p[i + 1]);
            const double radius = std::min({cornerRadius, in.length() / 2, out.length() / 2});
            if (radius < 0.5) {
                path.lineTo(p[i]);
                continue;
            }
            path.lineTo(in.pointAt(radius / in.length()));
            path.quadTo(p[i], out.pointAt(radius / out.length()));
        }
        path.lineTo(p.back());
        return path;
    }
    for (size_t i = 1; i < p.size(); ++i) {
        if (std::abs(p[i].y() - p[i - 1].y()) < 0.01 || std::abs(p[i].x() - p[i - 1].x()) < 0.01) {
            path.lineTo(p[i]);
            continue;
        }
        const double bend = (p[i].x() - p[i - 1].x()) * 0.5;
        path.cubicTo(p[i - 1] + QPointF(bend, 0), p[i] - QPointF(bend, 0), p[i]);
    }
    return path;
}

Scene::Scene(std::vector<SceneCard> cards, std::vector<SceneGroup> groups, std::vector<SceneEdge> edges, double unit)
    : m_cards(std::move(cards))
    , m_groups(std::move(groups))
    , m_edges(std::move(edges))
    , m_unit(unit > 0 ? unit : reference())
{
    m_edgesAt.resize(m_cards.size() + m_groups.size());
    for (size_t i = 0; i < m_cards.size(); ++i)
        m_cardIndex.insert(m_cards[i].id, int(i));
    for (size_t i = 0; i < m_groups.size(); ++i)
        m_groupIndex.insert(m_groups[i].id, int(i));
    for (size_t e = 0; e < m_edges.size(); ++e) {
        SceneEdge &edge = m_edges[e];
        std::vector<QPointF> points = edge.route.points;
        if (points.size() >= 2) {
            edge.tail = points[points.size() - 2];
            QPointF way = points.back() - edge.tail;
            if (!edge.isFlow && std::abs(way.x()) > 0.5)
                way = QPointF(way.x() > 0 ? 1 : -1, 0);
            const double length = std::hypot(way.x(), way.y());
            if (length > 1e-6)
                points.back() -= way / length *
                                 std::min(arrowLength * m_unit * 0.8, std::abs(points.back().x() - edge.tail.x()) +
                                                                          std::abs(points.back().y() - edge.tail.y()) - 0.5);
        }
        edge.path = curveThrough(points, edge.isFlow);
        for (const int end : {edge.from, edge.to}) {
            const size_t at = end >= 0 ? size_t(end) : m_cards.size() + size_t(~end);
            if (m_edgesAt[at].empty() || m_edgesAt[at].back() != int(e))
                m_edgesAt[at].push_back(int(e));
        }
    }
    QRectF bounds;
    const auto include = [&](const QRectF &r) {
        if (!r.isNull())
            bounds = bounds.isNull() ? r : bounds.united(r);
    };
    for (size_t i = 0; i < m_cards.size(); ++i) {
        include(m_cards[i].rect);
        include(buttonRect(int(i), true));
        include(buttonRect(int(i), false));
    }
    for (const SceneGroup &g : m_groups)
        include(g.rect);
    for (const SceneEdge &e : m_edges) {
        if (!e.path.isEmpty())
            include(e.path.controlPointRect().adjusted(-1, -1, 1, 1));
    }
    m_bounds = bounds;
    placeLabels();
    indexAll();
}

/// The number of a flow goes to the middle of its longest stretch where no other number is, and no card.
void Scene::placeLabels()
{
    std::vector<QRectF> taken;
    for (SceneEdge &edge : m_edges) {
        const std::vector<QPointF> &p = edge.route.points;
        if (!edge.isFlow || p.size() < 2)
            continue;
        struct Place {
            double cost;
            QPointF at;
        };
        std::vector<Place> places;
        for (size_t i = 0; i + 1 < p.size(); ++i) {
            const QLineF line(p[i], p[i + 1]);
            for (const double t : {0.5, 0.35, 0.65, 0.22, 0.78, 0.12, 0.88})
                places.push_back(
                    {(line.length() > 30 ? 0 : 500) - std::min(line.length(), 200.0) * 0.2 + std::abs(t - 0.5) * 60,
                     line.pointAt(t)});
        }
        // A little more than at 1:1: zoomed out, numbers shrink less than the rest.
        const double w = (16 + 10 * double(QString::number(edge.count).size())) * m_unit;
        const double h = 25 * m_unit;
        const Place *best = nullptr;
        double least = 1e300;
        for (Place &place : places) {
            const QRectF box = QRectF(place.at - QPointF(w / 2, h / 2), QSizeF(w, h)).adjusted(-2, -2, 2, 2);
            for (const QRectF &other : taken)
                place.cost += other.intersects(box) ? 1000 : 0;
            for (const SceneGroup &g : m_groups)
                place.cost += g.parent < 0 && g.rect.intersects(box) ? 300 : 0;
            for (const SceneEdge &other : m_edges) {
                if (&other != &edge && other.isFlow && !other.path.isEmpty() &&
                    other.path.controlPointRect().adjusted(-1, -1, 1, 1).intersects(box) && other.path.intersects(box))
                    place.cost += 40;
            }
            if (place.cost < least) {
                least = place.cost;
                best = &place;
            }
        }
        edge.labelAt = best->at;
        taken.push_back(QRectF(best->at - QPointF(w / 2, h / 2), QSizeF(w, h)));
    }
}

void Scene::indexAll()
{
    const double area = std::max(1.0, m_bounds.width() * m_bounds.height());
    // About one card a cell, never more than a million cells.
    const double cell = std::max({128.0, std::sqrt(area / 1e6), std::sqrt(area / (1.0 + 4.0 * double(m_cards.size())))});
    m_cardGrid.reset(m_bounds, cell);
    m_edgeGrid.reset(m_bounds, cell * 2);
    for (size_t i = 0; i < m_cards.size(); ++i) {
        QRectF r = m_cards[i].rect.adjusted(0, -4, 0, 0);
        for (const bool up : {true, false}) {
            const QRectF b = buttonRect(int(i), up);
            if (!b.isNull())
                r = r.united(b);
        }
        m_cardGrid.add(int(i), r);
    }
    for (size_t e = 0; e < m_edges.size(); ++e) {
        const std::vector<QPointF> &p = m_edges[e].route.points;
        for (size_t i = 0; i + 1 < p.size(); ++i)
            m_edgeGrid.add(int(e), QRectF(p[i], p[i + 1]).normalized().adjusted(-8, -12, 8, 12));
    }
}

void Scene::Grid::reset(const QRectF &bounds, double cellSize)
{
    cell = cellSize;
    origin = bounds.topLeft();
    columns = std::max(1, int(std::ceil(bounds.width() / cell)) + 1);
    rows = std::max(1, int(std::ceil(bounds.height() / cell)) + 1);
    cells.assign(size_t(columns) * size_t(rows), {});
}

namespace {
struct CellRange {
    int left, right, top, bottom;
};
} // namespace

void Scene::Grid::add(int index, const QRectF &area)
{
    const auto clampTo = [](double v, int n) { return std::clamp(int(std::floor(v)), 0, n - 1); };
    const CellRange r{clampTo((area.left() - origin.x()) / cell, columns),
                      clampTo((area.right() - origin.x()) / cell, columns), clampTo((area.top() - origin.y()) / cell, rows),
                      clampTo((area.bottom() - origin.y()) / cell, rows)};
    for (int y = r.top; y <= r.bottom; ++y) {
        for (int x = r.left; x <= r.right; ++x) {
            std::vector<int> &list = cells[size_t(y) * size_t(columns) + size_t(x)];
            if (list.empty() || list.back() != index)
                list.push_back(index);
        }
    }
}

std::vector<int> Scene::Grid::in(const QRectF &area) const
{
    std::vector<int> found;
    if (cells.empty())
        return found;
    const auto clampTo = [](double v, int n) { return int(std::clamp(std::floor(v), 0.0, double(n - 1))); };
    const CellRange r{clampTo((area.left() - origin.x()) / cell, columns),
                      clampTo((area.right() - origin.x()) / cell, columns), clampTo((area.top() - origin.y()) / cell, rows),
                      clampTo((area.bottom() - origin.y()) / cell, rows)};
    for (int y = r.top; y <= r.bottom; ++y) {
        for (int x = r.left; x <= r.right; ++x) {
            const std::vector<int> &list = cells[size_t(y) * size_t(columns) + size_t(x)];
            found.insert(found.end(), list.begin(), list.end());
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

int Scene::cardOf(const QString &id) const
{
    return m_cardIndex.value(id, -1);
}

int Scene::groupOf(const QString &id) const
{
    return m_groupIndex.value(id, -1);
}

std::vector<int> Scene::cardsIn(const QRectF &area) const
{
    return m_cardGrid.in(area);
}

std::vector<int> Scene::edgesIn(const QRectF &area) const
{
    return m_edgeGrid.in(area);
}

const std::vector<int> &Scene::edgesAt(int end) const
{
    static const std::vector<int> none;
    const size_t at = end >= 0 ? size_t(end) : m_cards.size() + size_t(~end);
    return at < m_edgesAt.size() ? m_edgesAt[at] : none;
}

QRectF Scene::buttonRect(int card, bool up) const
{
    const SceneCard &c = m_cards[size_t(card)];
    const int hidden = up ? c.hiddenUp : c.hiddenDown;
    if (hidden <= 0)
        return {};
    const double width = std::max(26.0, 14 + 7.5 * double(QString::number(hidden).size() + 1)) * m_unit;
    const double height = buttonHeight * m_unit;
    // Where edges leave at the middle, the button makes way for them.
    bool edgeBeside = false;
    for (const int e : m_edgesAt[size_t(card)])
        edgeBeside = edgeBeside || (up ? m_edges[size_t(e)].to : m_edges[size_t(e)].from) == card;
    const double middle = c.rect.top() + std::min(c.rect.height(), headHeight * m_unit) / 2;
    const double y = edgeBeside ? c.rect.top() - height * 0.15 : middle - height / 2;
    const double x = up ? c.rect.left() - buttonGap * m_unit - width : c.rect.right() + buttonGap * m_unit;
    return {x, y, width, height};
}

QRectF Scene::rowRect(int card, int row) const
{
    const SceneCard &c = m_cards[size_t(card)];
    if (!c.isOpen)
        return {c.rect.left(), c.rect.top() + headHeight * m_unit + row * tracedRowHeight * m_unit, c.rect.width(),
                tracedRowHeight * m_unit};
    return {c.rect.left(), c.rect.top() + (openHead + row * rowHeight) * m_unit, c.rect.width(), rowHeight * m_unit};
}

QRectF Scene::moreRect(int card) const
{
    const SceneCard &c = m_cards[size_t(card)];
    if (!c.isOpen || c.moreRows <= 0)
        return {};
    const double top = c.rect.top() + (openHead + double(c.rows.size()) * rowHeight) * m_unit;
    return {c.rect.left(), top, c.rect.width(), std::max(0.0, c.rect.bottom() - top)};
}

Scene::Hit Scene::hit(QPointF at, double slack) const
{
    using Part = Hit::Part;
    const QRectF near(at - QPointF(slack, slack), QSizeF(2 * slack, 2 * slack));
    const std::vector<int> cards = cardsIn(near);
    for (size_t k = cards.size(); k-- > 0;) {
        const int i = cards[k];
        if (buttonRect(i, true).contains(at))
            return {Part::ExpandUp, i, -1};
        if (buttonRect(i, false).contains(at))
            return {Part::ExpandDown, i, -1};
        if (!m_cards[size_t(i)].rect.contains(at))
            continue;
        for (int row = 0; row < int(m_cards[size_t(i)].rows.size()); ++row) {
            if (rowRect(i, row).contains(at))
                return {Part::Row, i, row};
        }
        if (moreRect(i).contains(at))
            return {Part::More, i, -1};
        return {Part::Card, i, -1};
    }
    const std::vector<int> edges = edgesIn(near);
    for (size_t k = edges.size(); k-- > 0;) {
        const SceneEdge &e = m_edges[size_t(edges[k])];
        if (!e.isFlow)
            continue;
        const double w = (12 + 8 * double(QString::number(e.count).size())) * m_unit / 2 + 2;
        if (std::abs(at.x() - e.labelAt.x()) <= w && std::abs(at.y() - e.labelAt.y()) <= 11 * m_unit)
            return {Part::Label, edges[k], -1};
    }
    for (size_t k = edges.size(); k-- > 0;) {
        const SceneEdge &e = m_edges[size_t(edges[k])];
        QPainterPathStroker stroker;
        stroker.setWidth(2 * slack);
        if (stroker.createStroke(e.path).contains(at))
            return {Part::Edge, edges[k], -1};
    }
    for (size_t g = m_groups.size(); g-- > 0;) {
        if (m_groups[g].rect.contains(at))
            return {Part::Group, int(g), -1};
    }
    return {};
}

Scene::Lit Scene::pathsThrough(int card) const
{
    Lit lit;
    lit.cards.assign(m_cards.size(), 0);
    lit.edges.assign(m_edges.size(), 0);
    for (const bool up : {true, false}) {
        std::vector<char> seen(m_cards.size(), 0);
        std::vector<int> queue{card};
        seen[size_t(card)] = 1;
        for (size_t i = 0; i < queue.size(); ++i) {
            lit.cards[size_t(queue[i])] = 1;
            for (const int e : m_edgesAt[size_t(queue[i])]) {
                const SceneEdge &edge = m_edges[size_t(e)];
                if ((up ? edge.to : edge.from) != queue[i])
                    continue;
                lit.edges[size_t(e)] = 1;
                const int next = up ? edge.from : edge.to;
                if (next >= 0 && !seen[size_t(next)]) {
                    seen[size_t(next)] = 1;
                    queue.push_back(next);
                }
            }
        }
    }
    return lit;
}

} // namespace meshscope
