#include "models/graph/ranking.h"

#include "models/graph/compressed.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>
#include <utility>

// Ranks after Gansner, Koutsofios, North and Vo (1993): ranks of the longest paths, a spanning tree of tight edges grown by
// joining the smallest tight part with its nearest neighbour, then a network simplex. It starts from where springs would
// pull the nodes, which spares most of the far moves. The cut value of a tree edge is the sum
// of (outgoing - incoming weight) over the subtree below it, so a pivot costs the subtree it moves and the ways to the root;
// no numbering of the tree has to be kept. The pivots' work is bounded (effort · (nodes + edges) steps): each leaves ranks
// that hold, and the first ones gain most. Trades the optimum of huge graphs for near-linear time.
namespace meshscope::graph {

namespace {

class Simplex {
public:
    Simplex(int n, const Vec<RankEdge> &edges, Vec<int> &rank)
        : m_n(n)
        , m_edges(edges)
        , m_rank(rank)
        , m_out(n, edges, [](const RankEdge &e) { return e.from; })
        , m_in(n, edges, [](const RankEdge &e) { return e.to; })
    {
    }
    void run(long long budget, Watch &watch)
    {
        growTree();
        if (watch.stop())
            return;
        hangTree();
        if (watch.stop())
            return;
        pivot(budget, watch);
    }

private:
    [[nodiscard]] int slack(const RankEdge &e) const { return m_rank[e.to] - m_rank[e.from] - e.length; }
    [[nodiscard]] int other(int e, int v) const { return m_edges[e].from == v ? m_edges[e].to : m_edges[e].from; }
    void growTree();
    void hangTree();
    void pivot(long long budget, Watch &watch);
    /// How much better the subtree below v stands when it moves by one, and whether to the right; 0 when it should not.
    [[nodiscard]] long long gain(int v) const
    {
        const int e = m_up[v];
        if (e < 0)
            return 0;
        const long long net = m_net[v];
        return m_edges[e].from == v ? std::max(0LL, -net) : std::max(0LL, net);
    }
    long long move(int v);
    void rehang(int v, int entering, int inside, long long &steps);
    void unlink(int v);
    void link(int v, int parent, int e);

    int m_n;
    const Vec<RankEdge> &m_edges;
    Vec<int> &m_rank;
    Compressed m_out, m_in;
    Vec<int> m_treeEdges;
    Vec<int> m_parent, m_up;            ///< of nodes: parent and the edge to it
    Vec<int> m_child, m_next, m_before; ///< children as a linked list
    Vec<long long> m_net;               ///< of nodes: outgoing - incoming weight of the subtree
    Vec<int> m_size;                    ///< of nodes: of the subtree
    Vec<int> m_mark, m_side;
    int m_stamp = 0;
};

/// Joins tight parts, the smallest first, until one is left: O(edges · log nodes) for what usually comes.
void Simplex::growTree()
{
    Vec<int> part(m_n, -1), size, mate;
    Vec<Vec<int>> members;
    Vec<int> queue;
    for (int start = 0; start < m_n; ++start) {
        if (part[start] >= 0)
            continue;
        const int p = members.count();
        queue.assign(1, start);
        part[start] = p;
        for (int i = 0; i < queue.count(); ++i) {
            const int v = queue[i];
            const auto visit = [&](int e, int w) {
                if (part[w] >= 0 || slack(m_edges[e]) != 0)
                    return;
                part[w] = p;
                queue.push_back(w);
                m_treeEdges.push_back(e);
            };
            for (const int e : m_out.of(v))
                visit(e, m_edges[e].to);
            for (const int e : m_in.of(v))
                visit(e, m_edges[e].from);
        }
        members.push_back(queue);
    }
    using Entry = std::pair<int, int>; // size, part
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> heap;
    for (int p = 0; p < members.count(); ++p)
        heap.emplace(members[p].count(), p);
    while (!heap.empty()) {
        const auto [count, p] = heap.top();
        heap.pop();
        if (members[p].count() != count || count == 0)
            continue;
        int best = -1;
        int least = std::numeric_limits<int>::max();
        for (const int v : members[p]) {
            const auto look = [&](int e, int w) {
                if (part[w] != p && slack(m_edges[e]) < least) {
                    least = slack(m_edges[e]);
                    best = e;
                }
            };
            for (const int e : m_out.of(v))
                look(e, m_edges[e].to);
            for (const int e : m_in.of(v))
                look(e, m_edges[e].from);
            if (least == 0)
                break;
        }
        if (best < 0)
            continue; // not connected with the rest: a tree of its own
        const bool outgoing = part[m_edges[best].from] == p;
        const int q = part[outgoing ? m_edges[best].to : m_edges[best].from];
        for (const int v : members[p])
            m_rank[v] += outgoing ? least : -least;
        m_treeEdges.push_back(best);
        const int into = members[p].count() > members[q].count() ? p : q;
        const int from = into == p ? q : p;
        for (const int v : members[from]) {
            part[v] = into;
            members[into].push_back(v);
        }
        members[from] = {};
        heap.emplace(members[into].count(), into);
    }
}

void Simplex::hangTree()
{
    m_parent.fill(m_n, -1);
    m_up.fill(m_n, -1);
    m_child.fill(m_n, -1);
    m_next.fill(m_n, -1);
    m_before.fill(m_n, -1);
    m_net.fill(m_n, 0);
    m_size.fill(m_n, 1);
    m_mark.fill(m_n, 0);
    Vec<RankEdge> tree;
    tree.reserve(m_treeEdges.size());
    for (const int e : m_treeEdges)
        tree.push_back(m_edges[e]);
    const Compressed out(m_n, tree, [](const RankEdge &e) { return e.from; });
    const Compressed in(m_n, tree, [](const RankEdge &e) { return e.to; });
    // The root is in the middle: peel leaves off, the last one is it.
    Vec<int> degree(m_n, 0), peel;
    for (const RankEdge &e : tree) {
        ++degree[e.from];
        ++degree[e.to];
    }
    Vec<char> peeled(m_n, 0);
    for (int v = 0; v < m_n; ++v) {
        if (degree[v] <= 1)
            peel.push_back(v);
    }
    for (int i = 0; i < peel.count(); ++i) {
        const int v = peel[i];
        peeled[v] = 1;
        const auto drop = [&](int t, int w) {
            if (peeled[w])
                return;
            m_parent[v] = w;
            m_up[v] = m_treeEdges[t];
            if (--degree[w] == 1)
                peel.push_back(w);
        };
        for (const int t : out.of(v))
            drop(t, tree[t].to);
        for (const int t : in.of(v))
            drop(t, tree[t].from);
    }
    for (const RankEdge &e : m_edges) {
        m_net[e.from] += e.weight;
        m_net[e.to] -= e.weight;
    }
    for (const int v : peel) {
        if (m_parent[v] >= 0) {
            m_net[m_parent[v]] += m_net[v];
            m_size[m_parent[v]] += m_size[v];
            const int e = m_up[v];
            link(v, m_parent[v], e);
        }
    }
}

void Simplex::link(int v, int parent, int e)
{
    m_parent[v] = parent;
    m_up[v] = e;
    m_before[v] = -1;
    m_next[v] = m_child[parent];
    if (m_next[v] >= 0)
        m_before[m_next[v]] = v;
    m_child[parent] = v;
}

void Simplex::unlink(int v)
{
    if (m_before[v] >= 0)
        m_next[m_before[v]] = m_next[v];
    else
        m_child[m_parent[v]] = m_next[v];
    if (m_next[v] >= 0)
        m_before[m_next[v]] = m_before[v];
}

/// Moves the subtree below v until another edge is tight, and hangs it there. Returns the steps it took.
long long Simplex::move(int v)
{
    long long steps = 0;
    int root = v;
    for (; m_parent[root] >= 0; ++steps)
        root = m_parent[root];
    // The smaller side of the cut is looked through, and moved.
    const bool below = 2 * m_size[v] <= m_size[root];
    ++m_stamp;
    m_mark[v] = m_stamp; // keeps the way from above out of the subtree
    m_side.assign(1, below ? v : root);
    for (int i = 0; i < m_side.count(); ++i) {
        m_mark[m_side[i]] = m_stamp;
        for (int c = m_child[m_side[i]]; c >= 0; c = m_next[c]) {
            if (c != v)
                m_side.push_back(c);
        }
    }
    if (!below)
        m_mark[v] = 0;
    const bool right = (m_edges[m_up[v]].from != v) == below; // the side's direction
    steps += 2 * m_side.count();
    int entering = -1;
    int here = -1;
    int least = std::numeric_limits<int>::max();
    for (const int u : m_side) {
        const auto row = right ? m_out.of(u) : m_in.of(u);
        steps += static_cast<long long>(row.size());
        for (const int e : row) {
            const RankEdge &edge = m_edges[e];
            if (m_mark[right ? edge.to : edge.from] != m_stamp && slack(edge) < least) {
                least = slack(edge);
                entering = e;
                here = u;
            }
        }
    }
    if (entering < 0)
        return steps;
    if (least > 0) {
        for (const int u : m_side)
            m_rank[u] += right ? least : -least;
    }
    rehang(v, entering, below ? here : other(entering, here), steps);
    return steps;
}

/// Cuts the subtree of v off and hangs it up by an edge at one of its nodes, which becomes its root.
void Simplex::rehang(int v, int entering, int inside, long long &steps)
{
    const long long net = m_net[v];
    const int size = m_size[v];
    for (int u = m_parent[v]; u >= 0; u = m_parent[u], ++steps) {
        m_net[u] -= net;
        m_size[u] -= size;
    }
    unlink(v);
    // The path from the entering edge's end to v turns round: each gets what is not below the one before.
    int parent = other(entering, inside);
    int edge = entering;
    long long netLeft = net;
    int sizeLeft = size;
    for (int u = inside;; ++steps) {
        const int nextParent = m_parent[u];
        const int nextEdge = m_up[u];
        if (u != v)
            unlink(u);
        const long long own = std::exchange(m_net[u], netLeft);
        const int ownSize = std::exchange(m_size[u], sizeLeft);
        link(u, parent, edge);
        if (u == v)
            break;
        netLeft = net - own;
        sizeLeft = size - ownSize;
        parent = u;
        edge = nextEdge;
        u = nextParent;
    }
    for (int u = m_parent[inside]; u >= 0; u = m_parent[u], ++steps) {
        m_net[u] += net;
        m_size[u] += size;
    }
}

void Simplex::pivot(long long budget, Watch &watch)
{
    int at = 0;
    int idle = 0;
    const int block = std::max(8, std::min(m_n / 4, 400));
    long long sinceAsked = 0;
    while (budget > 0 && idle < m_n) {
        int best = -1;
        double most = 0;
        for (int i = 0; i < block; ++i) {
            const double g = double(gain(at)) / double(std::min(m_size[at], m_n - m_size[at]) + 100);
            if (g > most) {
                most = g;
                best = at;
            }
            at = at + 1 == m_n ? 0 : at + 1;
        }
        long long steps = block;
        if (best < 0) {
            idle += block;
        } else {
            idle = 0;
            steps += move(best);
        }
        budget -= steps;
        sinceAsked += steps;
        if (sinceAsked > 2000000) {
            sinceAsked = 0;
            if (watch.stop())
                return;
        }
    }
}

/// Ranks of the longest paths; `order` is a topological one.
Vec<int> longestPaths(int n, const Vec<RankEdge> &edges, const Compressed &out, Vec<int> &order)
{
    Vec<int> rank(n, 0), waiting(n, 0);
    order.reserve(size_t(n));
    for (const RankEdge &e : edges)
        ++waiting[e.to];
    for (int v = 0; v < n; ++v) {
        if (waiting[v] == 0)
            order.push_back(v);
    }
    for (int i = 0; i < order.count(); ++i) {
        for (const int e : out.of(order[i])) {
            const RankEdge &edge = edges[e];
            rank[edge.to] = std::max(rank[edge.to], rank[edge.from] + edge.length);
            if (--waiting[edge.to] == 0)
                order.push_back(edge.to);
        }
    }
    return rank;
}

/// Moves single nodes with more weight on one side to that side as far as they can.
void shorten(const Vec<RankEdge> &edges, const Compressed &out, const Compressed &in, const Vec<int> &order, Vec<int> &rank)
{
    for (int round = 0; round < 4; ++round) {
        bool moved = false;
        for (int i = 0; i < order.count(); ++i) {
            const int v = order[round % 2 == 0 ? order.count() - 1 - i : i];
            int low = std::numeric_limits<int>::min();
            int high = std::numeric_limits<int>::max();
            long long net = 0;
            for (const int e : out.of(v)) {
                net += edges[e].weight;
                high = std::min(high, rank[edges[e].to] - edges[e].length);
            }
            for (const int e : in.of(v)) {
                net -= edges[e].weight;
                low = std::max(low, rank[edges[e].from] + edges[e].length);
            }
            const int to = net > 0 ? high : net < 0 ? low : rank[v];
            moved = moved || to != rank[v];
            rank[v] = to;
        }
        if (!moved)
            return;
    }
}

/// Starts the ranks where edges would pull their ends if they were springs of their length, then makes every edge hold.
void relax(const Vec<RankEdge> &edges, const Compressed &out, const Compressed &in, const Vec<int> &order, int rounds,
           Vec<int> &rank)
{
    Vec<double> x(rank.count(), 0);
    for (int v = 0; v < x.count(); ++v)
        x[v] = rank[v];
    for (int round = 0; round < rounds; ++round) {
        for (int i = 0; i < order.count(); ++i) {
            const int v = order[round % 2 == 0 ? order.count() - 1 - i : i];
            double sum = 0;
            double weight = 0;
            for (const int e : out.of(v)) {
                const double w = edges[e].weight;
                sum += w * (x[edges[e].to] - edges[e].length);
                weight += w;
            }
            for (const int e : in.of(v)) {
                const double w = edges[e].weight;
                sum += w * (x[edges[e].from] + edges[e].length);
                weight += w;
            }
            if (weight > 0)
                x[v] = sum / weight;
        }
    }
    for (const int v : order) {
        int low = int(std::lround(x[v] - 0.5));
        for (const int e : in.of(v))
            low = std::max(low, rank[edges[e].from] + edges[e].length);
        rank[v] = low;
    }
}

} // namespace

long long spanOf(const Vec<RankEdge> &edges, const Vec<int> &rank)
{
    long long sum = 0;
    for (const RankEdge &e : edges)
        sum += static_cast<long long>(e.weight) * (rank[e.to] - rank[e.from]);
    return sum;
}

Vec<int> rankNodes(int n, const Vec<RankEdge> &edges, int effort, Watch &watch)
{
    const Compressed out(n, edges, [](const RankEdge &e) { return e.from; });
    const Compressed in(n, edges, [](const RankEdge &e) { return e.to; });
    Vec<int> order;
    Vec<int> rank = longestPaths(n, edges, out, order);
    if (n < 2)
        return rank;
    shorten(edges, out, in, order, rank);
    if (effort > 0 && !watch.stop())
        relax(edges, out, in, order, 10, rank);
    if (watch.stop())
        return rank;
    shorten(edges, out, in, order, rank);
    if (effort > 0 && !watch.stop())
        Simplex(n, edges, rank).run(static_cast<long long>(effort) * (n + edges.count()), watch);
    int least = std::numeric_limits<int>::max();
    for (const int r : rank)
        least = std::min(least, r);
    for (int &r : rank)
        r -= least;
    return rank;
}

} // namespace meshscope::graph
