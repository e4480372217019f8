#pragma once

#include "models/graph/annealing.h"
#include "models/graph/coordinates.h"
#include "models/graph/flatlayout.h"
#include "models/graph/ordering.h"
#include "models/graph/ranking.h"

#include <QRectF>

namespace meshscope::graph {

constexpr double crossingWorth = 6; ///< a crossing counts as much as so many gaps between layers of length

/// How much work a part may be, by quality and size.
struct Effort {
    int simplex = 300; ///< steps per node and edge
    OrderEffort order;
    int smooth = 16;
    int straight = 2;
};
/// `ofLarge`: of one part among many of a large picture.
[[nodiscard]] Effort effortFor(Quality quality, int size, bool ofLarge = false);

/// One connected part of a level, laid out: where its items are and its edges run.
class Part {
public:
    Part(const FlatInput &input, Vec<int> items, Vec<int> links)
        : m_in(input)
        , m_items(std::move(items))
        , m_links(std::move(links))
    {
    }
    /// `local` has room for all items of the input.
    void layOut(Vec<int> &local, Watch &watch);

    [[nodiscard]] const Vec<int> &items() const { return m_items; }
    [[nodiscard]] const Vec<int> &links() const { return m_links; }
    [[nodiscard]] QPointF topLeft(int i) const;
    [[nodiscard]] int rankOf(int i) const { return m_graph.rank[i]; }
    void route(int link, Vec<QPointF> &points) const;

    QRectF bounds;
    QPointF at; ///< where its corner goes
    bool touchesBorder = false;
    double wish = 0; ///< height of what its border places reach outside
    bool hasWish = false;
    bool kept = false;
    QPointF last; ///< where its corner was
    long long crossings = 0;
    double rankTime = 0;
    double orderTime = 0;
    double placeTime = 0;

private:
    struct Found {
        Vec<int> rank; ///< of items
        Vec<int> order;
        Vec<double> y;
        long long crossings = 0; ///< of straight lines and of routes
        double cost = 0;
    };
    [[nodiscard]] const FlatItem &item(int i) const { return m_in.items[m_items[i]]; }
    [[nodiscard]] const FlatLink &link(int i) const { return m_in.links[m_links[i]]; }
    [[nodiscard]] Effort effortOf(int size) const;
    [[nodiscard]] Vec<int> ranks(const Effort &effort, Watch &watch) const;
    void renumber(const Vec<int> &order);
    void numberDepthFirst(Watch &watch);
    void numberLikeOrder(Watch &watch);
    void buildGraph(Vec<int> rank, Watch &watch);
    void leadRound(const Vec<int> &rank);
    void space();
    void holdBorders();
    void orderNew(const Effort &effort, Watch &watch);
    void orderLike(const Effort &effort, Watch &watch);
    void orderBoxes(const Effort &effort, Watch &watch);
    void orderLikeDraft();
    void orderFirst(int rounds, Watch &watch);
    void order(int rounds, bool bothSides, const Effort &effort, Watch &watch);
    long long sweepOrder(bool bothSides, const Effort &effort, Watch &watch);
    [[nodiscard]] bool mayAnneal() const;
    void annealFound(Vec<Found> &found, const Effort &effort, Watch &watch);
    [[nodiscard]] Places annealed(int number, long long steps, double heat, Watch &watch) const;
    [[nodiscard]] Anchors putBack(const Places &places);
    void rebuild(Vec<int> rank);
    long long settleOrder(const OrderEffort &effort, Watch &watch);
    void place(const Effort &effort, Watch &watch);
    void keep(Vec<Found> &found);
    void take(const Found &found);
    void placeColumns();
    [[nodiscard]] bool isBorder(int layer) const;
    [[nodiscard]] LineEnds lineEnds() const;
    [[nodiscard]] double lengthOf() const;
    void measureMove();

    const FlatInput &m_in;
    Vec<int> m_items, m_links;
    Vec<int> m_ends; ///< of links: local numbers of their two ends
    Vec<int> m_way;  ///< of links: number in the graph; -1 = led round all layers
    LayerGraph m_graph;
    Spacing m_space;
    Anchors m_anchors;
    Vec<char> m_fixedLayer;
    Vec<double> m_y, m_left, m_right; ///< middles of items; sides of layers
    long long m_counted = -1;         ///< crossings of the order, if known
    bool m_hasKept = false;
    double m_acrossTime = 0;
    double m_roundAt = 0; ///< height below everything for what is led round
    bool m_hasRound = false;
};

} // namespace meshscope::graph
