#include "models/graph/matrix.h"

#include "models/graph/acyclic.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

// Inside out: the parts of each box are ordered by the edges between them, those of deeper parts counted for the part of the
// box they lie in; then the orders are put into one another. Within a box the strongly connected parts come in the order of
// their longest way from a source, which leaves nothing against the order; inside one of them the arcs that break its cycles
// (acyclic.h) give a first order, and sifting (each item in turn to the place where least weight runs against it) a better
// one, for parts of up to 600.
//
// O((nodes + edges) · depth + Σ s² · rounds) with s the size of a strongly connected part.
namespace meshscope::graph {

namespace {

constexpr int mostSifted = 600;
constexpr int rounds = 8;

double weightOf(const LayoutEdge &e)
{
    return std::isfinite(e.weight) && e.weight > 0 ? std::min(e.weight, 1e12) : 0;
}

/// Items of one strongly connected part, better and better ordered.
std::vector<int> sifted(std::vector<int> order, const std::vector<Arc> &arcs, const std::vector<int> &local)
{
    const size_t n = order.size();
    std::vector<double> w(n * n, 0); // w[a * n + b]: weight from a to b, by place in `order` at the start
    for (const Arc &arc : arcs)
        w[size_t(local[size_t(arc.from)]) * n + size_t(local[size_t(arc.to)])] += arc.weight;
    std::vector<int> seats(n);
    std::iota(seats.begin(), seats.end(), 0);
    bool improved = true;
    for (int round = 0; round < rounds && improved; ++round) {
        improved = false;
        for (size_t item = 0; item < n; ++item) {
            const auto at = std::find(seats.begin(), seats.end(), int(item));
            const auto was = size_t(at - seats.begin());
            seats.erase(at);
            // Weight against the order when it stands before seats[p]: all after it must not give to it.
            double cost = 0;
            for (const int other : seats)
                cost += w[size_t(other) * n + item];
            std::vector<double> costs{cost};
            for (const int other : seats)
                costs.push_back(cost += w[item * n + size_t(other)] - w[size_t(other) * n + item]);
            size_t best = was;
            for (size_t p = 0; p < costs.size(); ++p) {
                if (costs[p] < costs[best] - 1e-9)
                    best = p;
            }
            improved = improved || best != was;
            seats.insert(seats.begin() + qsizetype(best), int(item));
        }
    }
    std::vector<int> out;
    for (const int s : seats)
        out.push_back(order[size_t(s)]);
    return out;
}

/// Longest way from a source by arcs that make no cycle.
std::vector<int> layersOf(int n, const std::vector<Arc> &arcs)
{
    std::vector<int> open(size_t(n), 0), layer(size_t(n), 0);
    std::vector<std::vector<int>> out(size_t(n), std::vector<int>{});
    for (const Arc &a : arcs) {
        out[size_t(a.from)].push_back(a.to);
        ++open[size_t(a.to)];
    }
    std::vector<int> ready;
    for (int v = 0; v < n; ++v) {
        if (open[size_t(v)] == 0)
            ready.push_back(v);
    }
    for (size_t i = 0; i < ready.size(); ++i) {
        for (const int to : out[size_t(ready[i])]) {
            layer[size_t(to)] = std::max(layer[size_t(to)], layer[size_t(ready[i])] + 1);
            if (--open[size_t(to)] == 0)
                ready.push_back(to);
        }
    }
    return layer;
}

/// `rank`: what decides where the flow does not.
std::vector<int> orderOf(int n, const std::vector<Arc> &arcs, const std::vector<double> &rank)
{
    const std::vector<int> part = strongParts(n, arcs);
    const int parts = n == 0 ? 0 : *std::max_element(part.begin(), part.end()) + 1;
    std::vector<Arc> between;
    std::vector<std::vector<Arc>> inside(size_t(parts), std::vector<Arc>{});
    for (const Arc &a : arcs) {
        const int from = part[size_t(a.from)];
        const int to = part[size_t(a.to)];
        if (from != to)
            between.push_back({from, to, a.weight});
        else if (a.from != a.to)
            inside[size_t(from)].push_back(a);
    }
    std::vector<std::vector<int>> members(size_t(parts), std::vector<int>{});
    std::vector<double> first(size_t(parts), 0);
    for (int v = 0; v < n; ++v) {
        std::vector<int> &list = members[size_t(part[size_t(v)])];
        double &least = first[size_t(part[size_t(v)])];
        least = list.empty() ? rank[size_t(v)] : std::min(least, rank[size_t(v)]);
        list.push_back(v);
    }
    const std::vector<int> layer = layersOf(parts, between);
    std::vector<int> sequence(size_t(parts), 0);
    std::iota(sequence.begin(), sequence.end(), 0);
    std::sort(sequence.begin(), sequence.end(), [&](int a, int b) {
        if (layer[size_t(a)] != layer[size_t(b)])
            return layer[size_t(a)] < layer[size_t(b)];
        return first[size_t(a)] != first[size_t(b)] ? first[size_t(a)] < first[size_t(b)]
                                                    : members[size_t(a)].front() < members[size_t(b)].front();
    });
    std::vector<int> order, local(size_t(n), 0);
    for (const int p : sequence) {
        std::vector<int> &list = members[size_t(p)];
        if (list.size() > 1) {
            for (size_t i = 0; i < list.size(); ++i)
                local[size_t(list[i])] = int(i);
            std::vector<Arc> own = inside[size_t(p)];
            for (Arc &a : own)
                a = {local[size_t(a.from)], local[size_t(a.to)], a.weight};
            const std::vector<char> back = backArcs(int(list.size()), own);
            std::vector<Arc> forward;
            for (size_t i = 0; i < own.size(); ++i)
                forward.push_back(back[i] ? Arc{own[i].to, own[i].from, own[i].weight} : own[i]);
            const std::vector<int> level = layersOf(int(list.size()), forward);
            std::stable_sort(list.begin(), list.end(), [&](int a, int b) {
                const int la = level[size_t(local[size_t(a)])];
                const int lb = level[size_t(local[size_t(b)])];
                return la != lb ? la < lb : rank[size_t(a)] < rank[size_t(b)];
            });
            for (size_t i = 0; i < list.size(); ++i)
                local[size_t(list[i])] = int(i);
            if (int(list.size()) <= mostSifted)
                list = sifted(list, inside[size_t(p)], local);
        }
        order.insert(order.end(), list.begin(), list.end());
    }
    return order;
}

class FlowOrder {
public:
    explicit FlowOrder(const LayoutInput &input)
        : m_in(input)
        , m_items(input.groups.size() + 1)
        , m_arcs(input.groups.size() + 1)
        , m_nodes(int(input.nodes.size()))
    {
    }
    std::vector<int> make()
    {
        for (int i = 0; i < m_nodes + int(m_in.groups.size()); ++i)
            m_items[size_t(boxOf(i) + 1)].push_back(i);
        for (const LayoutEdge &e : m_in.edges)
            add(e);
        std::vector<int> out;
        std::vector<int> open = ordered(-1);
        std::reverse(open.begin(), open.end());
        while (!open.empty()) {
            const int item = open.back();
            open.pop_back();
            if (item < m_nodes) {
                out.push_back(item);
                continue;
            }
            const std::vector<int> inner = ordered(item - m_nodes);
            open.insert(open.end(), inner.rbegin(), inner.rend());
        }
        return out;
    }

private:
    /// Items are nodes, then groups. The group an item lies in; -1 = the top.
    [[nodiscard]] int boxOf(int item) const
    {
        const bool isNode = item < m_nodes;
        const int parent = isNode ? m_in.nodes[size_t(item)].parent : m_in.groups[size_t(item - m_nodes)].parent;
        return parent >= 0 && parent < (isNode ? int(m_in.groups.size()) : item - m_nodes) ? parent : -1;
    }
    void add(const LayoutEdge &e)
    {
        const auto item = [&](int end) { return end >= 0 ? end : m_nodes + ~end; };
        int a = item(e.from);
        int b = item(e.to);
        const int all = m_nodes + int(m_in.groups.size());
        if ((e.from >= 0 ? a >= m_nodes : a >= all) || (e.to >= 0 ? b >= m_nodes : b >= all))
            return;
        std::vector<int> ways[2];
        for (const int k : {0, 1}) {
            for (int i = k == 0 ? a : b; i >= 0;) {
                ways[k].push_back(i);
                const int box = boxOf(i);
                i = box < 0 ? -1 : m_nodes + box;
            }
        }
        // Where both ways from the top part: two items of one box.
        size_t i = ways[0].size();
        size_t j = ways[1].size();
        while (i > 0 && j > 0 && ways[0][i - 1] == ways[1][j - 1]) {
            --i;
            --j;
        }
        if (i == 0 || j == 0)
            return;
        a = ways[0][i - 1];
        b = ways[1][j - 1];
        m_arcs[size_t(boxOf(a) + 1)].push_back({a, b, weightOf(e)});
    }
    [[nodiscard]] double rankOf(int item) const
    {
        if (item < int(m_in.previous.size()) && item < m_nodes && std::isfinite(m_in.previous[size_t(item)].x()))
            return m_in.previous[size_t(item)].x();
        return 1e15 + item;
    }
    std::vector<int> ordered(int box) const
    {
        const std::vector<int> &items = m_items[size_t(box + 1)];
        std::map<int, int> local;
        std::vector<double> rank;
        for (const int i : items) {
            local.emplace(i, int(local.size()));
            rank.push_back(rankOf(i));
        }
        std::vector<Arc> arcs;
        for (const Arc &a : m_arcs[size_t(box + 1)])
            arcs.push_back({local.at(a.from), local.at(a.to), a.weight});
        std::vector<int> order = orderOf(int(items.size()), arcs, rank);
        for (int &i : order)
            i = items[size_t(i)];
        return order;
    }

    const LayoutInput &m_in;
    std::vector<std::vector<int>> m_items; ///< of the top, then of each group
    std::vector<std::vector<Arc>> m_arcs;
    int m_nodes;
};

} // namespace

std::vector<int> flowOrder(const LayoutInput &input)
{
    return FlowOrder(input).make();
}

LayoutResult matrixLayout(const LayoutInput &input, const MatrixOptions &options)
{
    const double cell = std::isfinite(options.cell) ? std::clamp(options.cell, 1.0, 1e6) : 28;
    LayoutResult out;
    out.nodes.assign(input.nodes.size(), QRectF());
    out.groups.assign(input.groups.size(), QRectF());
    out.routes.resize(input.edges.size());
    const std::vector<int> order = flowOrder(input);
    for (size_t i = 0; i < order.size(); ++i)
        out.nodes[size_t(order[i])] = QRectF(double(i) * cell, double(i) * cell, cell, cell);
    for (size_t v = 0; v < input.nodes.size(); ++v) {
        for (int g = input.nodes[v].parent, limit = int(input.groups.size()); g >= 0 && g < limit;) {
            out.groups[size_t(g)] = out.groups[size_t(g)].united(out.nodes[v]);
            limit = g;
            g = input.groups[size_t(g)].parent;
        }
    }
    const auto boxOf = [&](int end) {
        const std::vector<QRectF> &all = end >= 0 ? out.nodes : out.groups;
        const auto i = size_t(end >= 0 ? end : ~end);
        return i < all.size() ? all[i] : QRectF();
    };
    for (size_t e = 0; e < input.edges.size(); ++e) {
        const QRectF from = boxOf(input.edges[e].from);
        const QRectF to = boxOf(input.edges[e].to);
        if (from.isNull() || to.isNull())
            continue;
        out.routes[e].points = {from.center(), QPointF(to.center().x(), from.center().y()), to.center()};
        out.routes[e].reversed = to.center().x() < from.center().x();
    }
    out.bounds = QRectF(0, 0, double(order.size()) * cell, double(order.size()) * cell);
    return out;
}

} // namespace meshscope::graph
