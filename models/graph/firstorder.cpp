#include "models/graph/firstorder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

// Two first orders. Depth-first: branches of a tree never cross. Near numbers: the second eigenvector of the graph's random
// walk (Fiedler, 1973; used for drawing by Koren, 2005) puts what is joined near each other over the whole width at once,
// which sweeps from layer to layer find only slowly. It is approached from the depth-first order, each taking the mean of
// its neighbours in turn; now and then the numbers are spread evenly, so that a loosely tied corner does not take all the
// room.
namespace meshscope::graph {

void KeySorter::sort(std::span<int> items, const Vec<double> &key)
{
    const int n = int(items.size());
    if (n < 2)
        return;
    if (n < 96) {
        for (int i = 1; i < n; ++i) {
            const int v = items[size_t(i)];
            const double k = key[v];
            int at = i;
            for (; at > 0 && key[items[size_t(at - 1)]] > k; --at)
                items[size_t(at)] = items[size_t(at - 1)];
            items[size_t(at)] = v;
        }
        return;
    }
    double low = key[items[0]];
    double high = low;
    for (const int v : items) {
        low = std::min(low, key[v]);
        high = std::max(high, key[v]);
    }
    if (!(high > low))
        return;
    constexpr int bits = 11;
    constexpr unsigned mask = (1U << bits) - 1;
    const double scale = double((1U << (2 * bits)) - 1) / (high - low);
    m_digits.resize(size_t(n));
    m_otherDigits.resize(size_t(n));
    m_other.resize(size_t(n));
    std::array<std::array<int, mask + 2>, 2> counts{};
    for (int i = 0; i < n; ++i) {
        const unsigned digit = unsigned((key[items[size_t(i)]] - low) * scale);
        m_digits[i] = digit;
        ++counts[0][(digit & mask) + 1];
        ++counts[1][(digit >> bits) + 1];
    }
    for (auto &c : counts)
        std::partial_sum(c.begin(), c.end(), c.begin());
    for (int i = 0; i < n; ++i) {
        const int at = counts[0][m_digits[i] & mask]++;
        m_other[at] = items[size_t(i)];
        m_otherDigits[at] = m_digits[i];
    }
    for (int i = 0; i < n; ++i)
        items[size_t(counts[1][m_otherDigits[i] >> bits]++)] = m_other[i];
}

void orderByKeys(LayerGraph &g, const Vec<double> &key)
{
    KeySorter sorter;
    for (int r = 0; r < g.layers(); ++r)
        sorter.sort(g.layer(r), key);
    g.number();
}

void orderDepthFirst(LayerGraph &g, Watch &watch)
{
    Pace pace(watch);
    bool stopped = false;
    Vec<int> next(g.first);
    Vec<int> order(g.order);
    Vec<char> seen(g.items(), 0);
    Vec<int> stack;
    const auto search = [&](int start) {
        stack.assign(1, start);
        while (!stack.empty() && !stopped) {
            const int v = stack.back();
            stack.pop_back();
            if (seen[v])
                continue;
            stopped = pace.stop(8 + 4LL * int(g.in(v).size() + g.out(v).size()));
            seen[v] = 1;
            order[next[g.rank[v]]++] = v;
            for (const auto row : {g.in(v), g.out(v)}) {
                for (size_t i = row.size(); i-- > 0;) {
                    if (!seen[row[i]])
                        stack.push_back(row[i]);
                }
            }
        }
    };
    for (int r = 0; r < g.layers(); ++r) {
        for (const int v : g.layer(r)) {
            if (!seen[v])
                search(v);
        }
    }
    if (stopped)
        return;
    g.order = std::move(order);
    g.number();
}

namespace {

/// Puts the numbers at even distances, keeping their order.
void spread(Vec<double> &x, Vec<int> &order, KeySorter &sorter)
{
    const int n = x.count();
    order.resize(size_t(n));
    std::iota(order.begin(), order.end(), 0);
    sorter.sort(order, x);
    for (int i = 0; i < n; ++i)
        x[order[i]] = (2.0 * i + 1) / n - 1;
}

} // namespace

Vec<double> nearNumbers(const LayerGraph &g, int rounds, Watch &watch)
{
    constexpr int spreadEvery = 16;
    constexpr int centreEvery = 4;
    const int n = g.real;
    Vec<double> x(n, 0), total(n, 0), weight(g.links.count(), 0);
    for (int v = 0; v < n; ++v)
        x[v] = (2.0 * g.pos[v] + 1) / g.size(g.rank[v]) - 1;
    double all = 0;
    for (int i = 0; i < g.links.count(); ++i) {
        const LayerGraph::Link &l = g.links[i];
        weight[i] = l.weight / std::sqrt(double(g.rank[l.to] - g.rank[l.from]));
        total[l.from] += weight[i];
        total[l.to] += weight[i];
        all += 2 * weight[i];
    }
    // What each is joined with, in the order of the links.
    struct End {
        int other;
        double weight;
    };
    Vec<int> first(n + 1, 0);
    for (const LayerGraph::Link &l : g.links) {
        ++first[l.from + 1];
        ++first[l.to + 1];
    }
    std::partial_sum(first.begin(), first.end(), first.begin());
    Vec<End> ends(first[n]);
    Vec<int> next(first);
    for (int i = 0; i < g.links.count(); ++i) {
        ends[next[g.links[i].from]++] = {g.links[i].to, weight[i]};
        ends[next[g.links[i].to]++] = {g.links[i].from, weight[i]};
    }
    for (int v = 0; v < n; ++v) {
        for (int i = first[v]; i < first[v + 1]; ++i)
            ends[i].weight /= total[v];
    }
    KeySorter sorter;
    Pace pace(watch);
    Vec<int> order;
    spread(x, order, sorter);
    for (int round = 1; round <= rounds && all > 0; ++round) {
        for (int v = 0; v < n; ++v) {
            double pull = 0;
            for (int i = first[v]; i < first[v + 1]; ++i)
                pull += ends[i].weight * x[ends[i].other];
            if (first[v + 1] > first[v])
                x[v] = pull;
        }
        if (pace.stop(4LL * (n + g.links.count())))
            break;
        if (round % spreadEvery == 0 && round < rounds) {
            spread(x, order, sorter);
            continue;
        }
        if (round % centreEvery != 0)
            continue;
        double middle = 0;
        for (int v = 0; v < n; ++v)
            middle += total[v] * x[v];
        middle /= all;
        double most = 0;
        for (int v = 0; v < n; ++v) {
            x[v] -= middle;
            most = std::max(most, std::abs(x[v]));
        }
        if (most > 0 && most < 1e-3)
            std::for_each(x.begin(), x.end(), [&](double &v) { v /= most; });
    }
    x.resize(size_t(g.items()));
    numberPasses(g, x);
    return x;
}

void numberPasses(const LayerGraph &g, Vec<double> &number)
{
    for (const LayerGraph::Link &l : g.links) {
        const int span = g.rank[l.to] - g.rank[l.from];
        for (int i = 1; i < span; ++i)
            number[l.firstPass + i - 1] = number[l.from] + (number[l.to] - number[l.from]) * i / span;
    }
}

} // namespace meshscope::graph
