#include "ui/domains/treemapscene.h"

#include "models/graph/treemap.h"
#include "ui/domains/mapmeasure.h"

#include <algorithm>
#include <cmath>

namespace meshscope {

namespace {

constexpr double head = 22;
constexpr double padding = 3;
constexpr double leastArea = 900.0 * 600;
constexpr double figureFrom = 120;
constexpr double cardArea = 128 * 40; ///< of a card on average, so that most names are read

/// What of the map has a size, with the numbers of its boxes anew.
struct Sized {
    std::vector<SceneCard> cards;
    std::vector<SceneGroup> groups;
    std::vector<int> cardFrom, groupFrom; ///< numbers in the map
    graph::LayoutInput input;
    graph::TreemapOptions options;
    std::vector<NodeId> missing;
};

Sized sized(const MapRequest &r, const MapScene &made)
{
    Sized s;
    const MapMeasure measure(*r.snapshot.mesh, r.snapshot.health.get(), r.size);
    const std::vector<SceneCard> &cards = made.scene->cards();
    const std::vector<SceneGroup> &groups = made.scene->groups();
    std::vector<int> sizes;
    std::vector<char> used(groups.size(), 0);
    for (size_t i = 0; i < cards.size(); ++i) {
        sizes.push_back(measure.of(made.drawn.nodes[i].node));
        if (sizes.back() <= 0)
            s.missing.push_back(made.drawn.nodes[i].node);
        for (int g = sizes.back() > 0 ? cards[i].group : -1; g >= 0; g = groups[size_t(g)].parent)
            used[size_t(g)] = 1;
    }
    std::vector<int> number(groups.size(), -1);
    for (size_t g = 0; g < groups.size(); ++g) {
        if (!used[g])
            continue;
        number[g] = int(s.groups.size());
        s.groups.push_back(groups[g]);
        SceneGroup &group = s.groups.back();
        group.parent = group.parent >= 0 ? number[size_t(group.parent)] : -1;
        s.groupFrom.push_back(int(g));
        s.input.groups.push_back({group.parent, head * r.unit, padding * r.unit});
        s.options.previousGroups.push_back(r.previous.value(group.id));
    }
    for (size_t i = 0; i < cards.size(); ++i) {
        if (sizes[i] <= 0)
            continue;
        s.cards.push_back(cards[i]);
        SceneCard &card = s.cards.back();
        card.group = card.group >= 0 ? number[size_t(card.group)] : -1;
        card.bar = -1;
        card.tip += u'\n' + MapMeasure::words(r.size, sizes[i]);
        s.cardFrom.push_back(int(i));
        s.input.nodes.push_back({0, 0, card.group});
        s.options.sizes.push_back(sizes[i]);
        s.options.previousNodes.push_back(r.previous.value(card.id));
    }
    return s;
}

/// A gap between neighbours, as far as there is room for one.
QRectF inset(const QRectF &r, double gap)
{
    const double x = std::min(gap, r.width() * 0.1);
    const double y = std::min(gap, r.height() * 0.1);
    return r.adjusted(x, y, -x, -y);
}

} // namespace

MapScene asTreemap(const MapRequest &r, MapScene made)
{
    if (!made.scene || made.cancelled)
        return made;
    Sized s = sized(r, made);
    s.input.cancelled = r.cancelled;
    s.input.rightToLeft = r.rightToLeft;
    const double aspect = std::clamp(r.aspect, 0.2, 5.0);
    const double area = std::max(leastArea, double(s.cards.size()) * cardArea) * r.unit * r.unit;
    s.options.area = {std::sqrt(area * aspect), std::sqrt(area / aspect)};
    const graph::LayoutResult result = graph::treemapLayout(s.input, s.options);
    made.cancelled = result.cancelled;
    if (result.cancelled)
        return made;
    graph::DrawnGraph &drawn = made.drawn;
    drawn.bounds = result.bounds;
    for (graph::DrawnGraph::Node &n : drawn.nodes)
        n.rect = QRectF(result.bounds.center(), QSizeF());
    for (graph::DrawnGraph::Edge &e : drawn.edges)
        e.points.clear();
    const size_t firstGroup = made.scene->cards().size();
    made.places.clear();
    for (size_t i = 0; i < s.cards.size(); ++i) {
        made.places.insert(s.cards[i].id, result.nodes[i]);
        s.cards[i].rect = drawn.nodes[size_t(s.cardFrom[i])].rect = inset(result.nodes[i], r.unit);
        if (s.cards[i].rect.width() < figureFrom * r.unit)
            s.cards[i].figure.clear(); // the name first; the area says it anyway
    }
    for (size_t g = 0; g < s.groups.size(); ++g) {
        made.places.insert(s.groups[g].id, result.groups[g]);
        const QRectF box = inset(result.groups[g], 2 * r.unit);
        s.groups[g].rect = drawn.nodes[firstGroup + size_t(s.groupFrom[g])].rect = box;
        s.groups[g].head = std::min(head * r.unit, 0.4 * box.height());
    }
    made.note = MapMeasure::area(r.size, !r.snapshot.mesh->nodes(Kind::Product).empty());
    const auto products = int(std::count_if(s.missing.begin(), s.missing.end(),
                                            [&](NodeId n) { return r.snapshot.mesh->kind(n) == Kind::Product; }));
    QStringList notes{MapMeasure::missing(products, int(s.missing.size()) - products), made.missingNote};
    notes.removeAll(QString());
    made.missingNote = notes.join(QStringLiteral("; "));
    made.missing.insert(made.missing.begin(), s.missing.begin(), s.missing.end());
    made.flowCount = made.innerFlows = 0;
    made.flows.clear();
    made.scene =
        std::make_shared<Scene>(std::move(s.cards), std::move(s.groups), std::vector<SceneEdge>(), r.unit, r.rightToLeft);
    return made;
}

} // namespace meshscope
