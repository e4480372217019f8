#include "ui/graph/scene.h"

#include "models/mesh/plaintext.h"
#include "ui/theme/tokens.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace meshscope {

namespace {

double reference()
{
    return px(1000) / 1000.0;
}

std::vector<std::pair<size_t, int>> idIndex(const auto &things)
{
    std::vector<std::pair<size_t, int>> ids;
    ids.reserve(things.size());
    for (size_t i = 0; i < things.size(); ++i)
        ids.emplace_back(qHash(things[i].id), int(i));
    std::sort(ids.begin(), ids.end());
    return ids;
}

int findId(const std::vector<std::pair<size_t, int>> &ids, const auto &things, const QString &id)
{
    const size_t hash = qHash(id);
    for (auto it = std::lower_bound(ids.begin(), ids.end(), std::pair(hash, 0)); it != ids.end() && it->first == hash;
         ++it) {
        if (things[size_t(it->second)].id == id)
            return it->second;
    }
    return -1;
}

/// Whatever is drawn, spoken, searched or exported of a scene: no name turns what stands beside it. Names of columns are
/// known by what they are and cleaned when they are drawn.
void cleanTexts(std::vector<SceneCard> &cards, std::vector<SceneGroup> &groups, std::vector<SceneEdge> &edges)
{
    const auto clean = [](QString &text) { text = withoutDirections(text); };
    for (SceneCard &card : cards) {
        for (QString *text : {&card.name, &card.context, &card.tip})
            clean(*text);
    }
    for (SceneGroup &group : groups) {
        clean(group.name);
        clean(group.tip);
    }
    for (SceneEdge &edge : edges)
        clean(edge.tip);
}

} // namespace

graph::AreaBox Scene::boxOf(const QRectF &area)
{
    if (!std::isfinite(area.left() + area.top() + area.right() + area.bottom()))
        return {};
    // Outwards to the next single-precision numbers: a box never loses what the exact one holds.
    const auto down = [](double v) { return std::nextafter(float(v), -std::numeric_limits<float>::infinity()); };
    const auto up = [](double v) { return std::nextafter(float(v), std::numeric_limits<float>::infinity()); };
    return {down(area.left()), down(area.top()), up(area.right()), up(area.bottom())};
}

Scene::Scene(std::vector<SceneCard> cards, std::vector<SceneGroup> groups, std::vector<SceneEdge> edges, double unit,
             bool mirrored)
    : m_cards(std::move(cards))
    , m_groups(std::move(groups))
    , m_edges(std::move(edges))
    , m_cardIds(idIndex(m_cards))
    , m_groupIds(idIndex(m_groups))
    , m_unit(unit > 0 ? unit : reference())
    , m_isMirrored(mirrored)
{
    cleanTexts(m_cards, m_groups, m_edges);
    takeRoutes();
    joinEdges();
    indexAll();
    placeLabels();
    m_flows = SceneFlows(*this);
}

void Scene::takeRoutes()
{
    size_t total = 0;
    for (const SceneEdge &e : m_edges)
        total += e.route.points.size();
    m_points.reserve(total);
    m_pointStarts.reserve(m_edges.size() + 1);
    for (SceneEdge &e : m_edges) {
        m_pointStarts.push_back(quint32(m_points.size()));
        const bool isDrawn =
            e.route.points.size() >= 2 && std::all_of(e.route.points.begin(), e.route.points.end(),
                                                      [](QPointF p) { return std::isfinite(p.x() + p.y()); });
        if (isDrawn)
            m_points.insert(m_points.end(), e.route.points.begin(), e.route.points.end());
        e.route.points = {};
    }
    m_pointStarts.push_back(quint32(m_points.size()));
}

/// Which edges are at which end, as one list: counted first, then put in place.
void Scene::joinEdges()
{
    const auto at = [this](int end) { return end >= 0 ? size_t(end) : m_cards.size() + size_t(~end); };
    m_endStarts.assign(m_cards.size() + m_groups.size() + 1, 0);
    for (const SceneEdge &e : m_edges) {
        ++m_endStarts[at(e.from) + 1];
        if (e.from != e.to)
            ++m_endStarts[at(e.to) + 1];
    }
    for (size_t i = 1; i < m_endStarts.size(); ++i)
        m_endStarts[i] += m_endStarts[i - 1];
    m_ends.resize(m_endStarts.back());
    std::vector<quint32> next = m_endStarts;
    for (size_t e = 0; e < m_edges.size(); ++e) {
        m_ends[next[at(m_edges[e].from)]++] = int(e);
        if (m_edges[e].from != m_edges[e].to)
            m_ends[next[at(m_edges[e].to)]++] = int(e);
    }
}

void Scene::indexAll()
{
    QRectF bounds;
    const auto include = [&](const QRectF &r) {
        if (!r.isNull() && std::isfinite(r.left() + r.top() + r.right() + r.bottom()))
            bounds = bounds.isNull() ? r : bounds.united(r);
    };
    std::vector<graph::AreaBox> boxes;
    boxes.reserve(m_cards.size());
    m_marks.reserve(m_cards.size());
    for (size_t i = 0; i < m_cards.size(); ++i) {
        const SceneCard &card = m_cards[i];
        const graph::AreaBox exact = boxOf(card.rect);
        m_marks.push_back({exact.left, exact.top, exact.right, exact.bottom, static_cast<signed char>(card.hue),
                           card.status == Status::AtRisk, card.status == Status::Breached});
        QRectF r = card.rect.adjusted(0, -4 * m_unit, 0, 0);
        for (const bool up : {true, false}) {
            const QRectF b = buttonRect(int(i), up);
            if (!b.isNull())
                r = r.united(b);
        }
        include(r);
        boxes.push_back(boxOf(r));
    }
    m_cardIndex = graph::AreaIndex(std::move(boxes));
    for (const SceneGroup &g : m_groups)
        include(g.rect);
    QRectF ofEdges;
    indexEdges(ofEdges);
    include(ofEdges);
    m_bounds = bounds;
}

/// Long routes in stretches: the box of a whole one would be found everywhere between its ends.
void Scene::indexEdges(QRectF &bounds)
{
    constexpr size_t longest = 12;
    std::vector<graph::AreaBox> boxes;
    boxes.reserve(m_edges.size());
    m_stretches.reserve(m_edges.size());
    m_stretchStarts.reserve(m_edges.size() + 1);
    for (size_t e = 0; e < m_edges.size(); ++e) {
        m_stretchStarts.push_back(quint32(m_stretches.size()));
        const std::span<const QPointF> p = points(int(e));
        const double wide = (m_edges[e].isFlow ? 12 : 5) * m_unit; // its line and the head of its arrow
        for (size_t first = 0; first + 1 < p.size(); first += longest) {
            // What would be left over alone goes with the one before.
            const size_t last = p.size() - 1 - first <= longest + 2 ? p.size() - 1 : first + longest;
            double left = p[first].x(), right = left, top = p[first].y(), bottom = top;
            for (size_t k = first; k <= last; ++k) {
                left = std::min(left, p[k].x());
                right = std::max(right, p[k].x());
                top = std::min(top, p[k].y());
                bottom = std::max(bottom, p[k].y());
            }
            const QRectF r(QPointF(left, top), QPointF(right, bottom));
            const QRectF drawn = r.adjusted(-1, -1, 1, 1);
            bounds = bounds.isNull() ? drawn : bounds.united(drawn);
            boxes.push_back(boxOf(r.adjusted(-wide, -wide, wide, wide)));
            const quint32 start = m_pointStarts[e];
            m_stretches.push_back({int(e), start + quint32(first), start + quint32(last)});
            if (last + 1 == p.size())
                break;
        }
    }
    m_stretchStarts.push_back(quint32(m_stretches.size()));
    m_stretches.shrink_to_fit();
    m_stretchIndex = graph::AreaIndex(std::move(boxes));
}

graph::AreaBox Scene::edgeBox(int edge) const
{
    graph::AreaBox box;
    for (quint32 i = m_stretchStarts[size_t(edge)]; i < m_stretchStarts[size_t(edge) + 1]; ++i) {
        const graph::AreaBox &part = stretchBox(int(i));
        box = box.isValid() ? graph::AreaBox{std::min(box.left, part.left), std::min(box.top, part.top),
                                             std::max(box.right, part.right), std::max(box.bottom, part.bottom)}
                            : part;
    }
    return box;
}

int Scene::cardOf(const QString &id) const
{
    return findId(m_cardIds, m_cards, id);
}

int Scene::groupOf(const QString &id) const
{
    return findId(m_groupIds, m_groups, id);
}

std::vector<int> Scene::cardsIn(const QRectF &area) const
{
    return m_cardIndex.in(boxOf(area));
}

std::vector<int> Scene::edgesIn(const QRectF &area) const
{
    std::vector<int> edges;
    visitStretches(area, [&](int, const Stretch &s) { edges.push_back(s.edge); });
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    return edges;
}

std::span<const int> Scene::edgesAt(int end) const
{
    const size_t at = end >= 0 ? size_t(end) : m_cards.size() + size_t(~end);
    if (at + 1 >= m_endStarts.size())
        return {};
    return {m_ends.data() + m_endStarts[at], m_ends.data() + m_endStarts[at + 1]};
}

std::span<const QPointF> Scene::points(int edge) const
{
    return {m_points.data() + m_pointStarts[size_t(edge)], m_points.data() + m_pointStarts[size_t(edge) + 1]};
}

QString Scene::tipOf(int edge) const
{
    const SceneEdge &e = m_edges[size_t(edge)];
    if (!e.tip.isEmpty())
        return e.tip;
    const auto nameOf = [this](int end) { return end >= 0 ? m_cards[size_t(end)].name : m_groups[size_t(~end)].name; };
    return nameOf(e.from) + QStringLiteral(" → ") + nameOf(e.to);
}

QString Scene::tipOf(const SceneFlows::Hit &hit) const
{
    const SceneFlows::Flow &flow = m_flows.levels()[size_t(hit.level)].flows[size_t(hit.flow)];
    return QCoreApplication::translate("meshscope::Scene", "%1 → %2: %Ln edges", "", flow.count)
        .arg(m_groups[size_t(flow.from)].name, m_groups[size_t(flow.to)].name);
}

Scene::Lit Scene::pathsThrough(int card) const
{
    Lit lit;
    lit.cards.assign(m_cards.size(), 0);
    lit.edges.assign(m_edges.size(), 0);
    // One bit for each direction: what is upstream of the card is not searched downstream.
    for (const bool up : {true, false}) {
        const char bit = up ? 1 : 2;
        std::vector<int> queue{card};
        lit.cards[size_t(card)] = char(lit.cards[size_t(card)] | bit);
        for (size_t i = 0; i < queue.size(); ++i) {
            for (const int e : edgesAt(queue[i])) {
                const SceneEdge &edge = m_edges[size_t(e)];
                if ((up ? edge.to : edge.from) != queue[i])
                    continue;
                if (!lit.edges[size_t(e)]) {
                    lit.edges[size_t(e)] = 1;
                    lit.edgeList.push_back(e);
                }
                const int next = up ? edge.from : edge.to;
                if (next >= 0 && !(lit.cards[size_t(next)] & bit)) {
                    lit.cards[size_t(next)] = char(lit.cards[size_t(next)] | bit);
                    queue.push_back(next);
                }
            }
        }
        for (const int c : queue) {
            if (up || c != card)
                lit.cardList.push_back(c);
        }
    }
    std::sort(lit.cardList.begin(), lit.cardList.end());
    lit.cardList.erase(std::unique(lit.cardList.begin(), lit.cardList.end()), lit.cardList.end());
    for (const int c : lit.cardList)
        lit.cards[size_t(c)] = 1;
    return lit;
}

Scene::Lit Scene::litOf(const std::vector<int> &cards, const std::vector<int> &edges) const
{
    Lit lit;
    lit.cards.assign(m_cards.size(), 0);
    lit.edges.assign(m_edges.size(), 0);
    const auto take = [](const std::vector<int> &from, std::vector<char> &flags, std::vector<int> &list) {
        for (const int i : from) {
            if (i >= 0 && size_t(i) < flags.size() && !flags[size_t(i)]) {
                flags[size_t(i)] = 1;
                list.push_back(i);
            }
        }
    };
    take(cards, lit.cards, lit.cardList);
    take(edges, lit.edges, lit.edgeList);
    return lit;
}

} // namespace meshscope
