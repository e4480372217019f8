#include "models/graph/crossings.h"

#include <algorithm>
#include <bit>

// Crossings of two neighbouring layers after Barth, Jünger and Mutzel (2002): pieces in the order of their left ends are
// counted against those before them that end lower, by a tree of sums over the right layer. The order of a row's targets
// comes from walking the right layer, not from sorting. O(pieces · log width).
namespace meshscope::graph {

long long CrossingCounter::count(const LayerGraph &g)
{
    long long sum = 0;
    for (int r = 0; r + 1 < g.layers(); ++r)
        sum += count(g, r);
    return sum;
}

long long CrossingCounter::count(const LayerGraph &g, Pace &pace)
{
    long long sum = 0;
    for (int r = 0; r + 1 < g.layers() && !pace.stop(32LL * g.size(r)); ++r)
        sum += count(g, r);
    return sum;
}

long long CrossingCounter::count(const LayerGraph &g, int layer)
{
    const int left = g.outSlots[layer];
    const int right = g.inSlots[layer + 1];
    m_fill.assign(size_t(left) + 1, 0);
    for (const int v : g.layer(layer + 1)) {
        for (int i = g.inFirst[v]; i < g.inFirst[v + 1]; ++i)
            ++m_fill[g.outSlot[g.inTo[i]] + g.inPort[i] + 1];
    }
    for (int s = 0; s < left; ++s)
        m_fill[s + 1] += m_fill[s];
    const int pieces = m_fill[left];
    if (pieces < 2)
        return 0;
    m_targets.resize(size_t(pieces));
    for (const int v : g.layer(layer + 1)) {
        for (int i = g.inFirst[v]; i < g.inFirst[v + 1]; ++i)
            m_targets[m_fill[g.outSlot[g.inTo[i]] + g.inPort[i]]++] = g.inSlot[v] + g.inOwn[i];
    }
    const int leaves = int(std::bit_ceil(unsigned(right)));
    m_tree.assign(size_t(2 * leaves), 0);
    long long crossings = 0;
    for (int i = 0; i < pieces; ++i) {
        int at = m_targets[i] + leaves;
        ++m_tree[at];
        for (; at > 1; at /= 2) {
            // Without a branch, which would be guessed wrong every other time.
            crossings += (~at & 1) * m_tree[at | 1];
            ++m_tree[at / 2];
        }
    }
    return crossings;
}

void SlotRows::read(const LayerGraph &g, int layer)
{
    if (m_in.count() != g.inTo.count() || m_out.count() != g.outTo.count()) {
        m_in.resize(g.inTo.size());
        m_out.resize(g.outTo.size());
        m_next.resize(g.rank.size());
    }
    if (layer > 0)
        fillRows(g, layer - 1, true);
    if (layer + 1 < g.layers())
        fillRows(g, layer + 1, false);
}

void SlotRows::fillRows(const LayerGraph &g, int beside, bool fromOut)
{
    const int layer = fromOut ? beside + 1 : beside - 1;
    const Vec<int> &begin = fromOut ? g.inFirst : g.outFirst;
    for (const int v : g.layer(layer))
        m_next[v] = begin[v];
    Vec<int> &rows = fromOut ? m_in : m_out;
    const Vec<int> &first = fromOut ? g.outFirst : g.inFirst;
    const Vec<int> &to = fromOut ? g.outTo : g.inTo;
    const Vec<int> &own = fromOut ? g.outOwn : g.inOwn;
    const Vec<int> &slot = fromOut ? g.outSlot : g.inSlot;
    for (const int w : g.layer(beside)) {
        for (int i = first[w]; i < first[w + 1]; ++i)
            rows[m_next[to[i]]++] = slot[w] + own[i];
    }
}

/// The same for rows that reach into one another.
long long SlotRows::merged(std::span<const int> upper, std::span<const int> lower)
{
    const size_t n = upper.size();
    const size_t m = lower.size();
    long long sum = 0;
    if (n > 16 * m) {
        for (const int s : lower)
            sum += (upper.end() - std::upper_bound(upper.begin(), upper.end(), s)) -
                   (std::lower_bound(upper.begin(), upper.end(), s) - upper.begin());
        return sum;
    }
    if (m > 16 * n) {
        for (const int s : upper)
            sum += (std::lower_bound(lower.begin(), lower.end(), s) - lower.begin()) -
                   (lower.end() - std::upper_bound(lower.begin(), lower.end(), s));
        return sum;
    }
    size_t less = 0;
    size_t upTo = 0;
    for (const int s : upper) {
        while (less < m && lower[less] < s)
            ++less;
        upTo = std::max(upTo, less);
        while (upTo < m && lower[upTo] == s)
            ++upTo;
        sum += static_cast<long long>(less) - static_cast<long long>(m - upTo);
    }
    return sum;
}

} // namespace meshscope::graph
