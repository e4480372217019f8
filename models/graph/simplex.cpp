#include "models/graph/simplex.h"

#include "models/graph/compressed.h"

#include <algorithm>
#include <limits>
#include <queue>
#include <utility>

// The network simplex of Gansner, Koutsofios, North and Vo (1993): a spanning tree of tight edges grown by joining the
// smallest tight part with its nearest neighbour, then pivots. The cut value of a tree edge is the sum of (outgoing -
// incoming weight) over the subtree below it, so a pivot costs the subtree it moves and the ways to the root; no numbering
// of the tree has to be kept. The pivots' work is bounded: each leaves ranks that hold, and the first ones gain most. Trades
// the optimum of huge graphs for near-linear time.
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
        if (!growTree(watch) || watch.stop())
            return;
        hangTree(watch);
        if (watch.stop())
            return;
        pivot(budget, watch);
    }

private:
    [[nodiscard]] int slack(const RankEdge &e) const { return m_rank[e.to] - m_rank[e.from] - e.length; }
    [[nodiscard]] int other(int e, int v) const { return m_edges[e].from == v ? m_edges[e].to : m_edges[e].from; }
    [[nodiscard]] bool growTree(Watch &watch);
    void hangTree(Watch &watch);
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

/// Joins tight parts, the smallest first, until one is left: O(edges · log nodes) for what usually comes. False when it was
/// stopped.
bool Simplex::growTree(Watch &watch)
{
    Vec<int> part(m_n, -1), size, mate;
    Vec<Vec<int>> members;
    Vec<int> queue;
    Pace pace(watch);
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
        if (pace.stop(32LL * queue.count()))
            return false;
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
        if (pace.stop(32LL * count))
            return false;
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
    return true;
}

void Simplex::hangTree(Watch &watch)
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
    if (watch.stop())
        return;
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
    if (watch.stop())
        return;
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
        if (sinceAsked > 300000) {
            sinceAsked = 0;
            if (watch.stop())
                return;
        }
    }
}

} // namespace

void shortenSpans(int n, const Vec<RankEdge> &edges, long long budget, Vec<int> &rank, Watch &watch)
{
    Simplex(n, edges, rank).run(budget, watch);
}

} // namespace meshscope::graph
