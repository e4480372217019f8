#include "models/graph/acyclic.h"

#include "models/graph/compressed.h"

#include <algorithm>
#include <set>
#include <utility>

// Cycle breaking. Strongly connected parts by Tarjan (1972); inside each, the greedy order of Eades, Lin and Smyth (1993):
// take sinks to the end and sources to the front, else the node with the most outgoing over incoming weight. Arcs that go
// back in that order are turned. O((n + m) log n). Trades the fewest possible turns (NP-hard) for speed.
namespace meshscope::graph {

std::vector<int> strongParts(int n, const std::vector<Arc> &arcs)
{
    const Compressed out(n, arcs, [](const Arc &a) { return a.from; });
    std::vector<int> part(size_t(n), -1), index(size_t(n), -1), low(size_t(n), 0), next(size_t(n), 0), open, path;
    int counter = 0;
    int parts = 0;
    for (int start = 0; start < n; ++start) {
        if (index[size_t(start)] >= 0)
            continue;
        path.push_back(start);
        while (!path.empty()) {
            const size_t v = size_t(path.back());
            if (index[v] < 0) {
                index[v] = low[v] = counter++;
                open.push_back(int(v));
            }
            const auto row = out.of(int(v));
            if (next[v] < int(row.size())) {
                const int w = arcs[size_t(row[size_t(next[v]++)])].to;
                if (index[size_t(w)] < 0)
                    path.push_back(w);
                else if (part[size_t(w)] < 0)
                    low[v] = std::min(low[v], index[size_t(w)]);
                continue;
            }
            path.pop_back();
            if (!path.empty())
                low[size_t(path.back())] = std::min(low[size_t(path.back())], low[v]);
            if (low[v] != index[v])
                continue;
            while (part[v] < 0) {
                part[size_t(open.back())] = parts;
                open.pop_back();
            }
            ++parts;
        }
    }
    return part;
}

namespace {

/// The order of Eades, Lin and Smyth over the nodes of all parts at once; arcs between parts are left out.
std::vector<int> greedyOrder(int n, const std::vector<Arc> &arcs)
{
    const Compressed out(n, arcs, [](const Arc &a) { return a.from; });
    const Compressed in(n, arcs, [](const Arc &a) { return a.to; });
    std::vector<double> outWeight(size_t(n), 0), inWeight(size_t(n), 0);
    std::vector<int> outCount(size_t(n), 0), inCount(size_t(n), 0);
    for (const Arc &a : arcs) {
        outWeight[size_t(a.from)] += a.weight;
        inWeight[size_t(a.to)] += a.weight;
        ++outCount[size_t(a.from)];
        ++inCount[size_t(a.to)];
    }
    // Ordered by class (sinks, sources, the rest by surplus), then by index: deterministic.
    using Key = std::pair<double, int>;
    const auto surplus = [&](int v) { return Key{-(outWeight[size_t(v)] - inWeight[size_t(v)]), v}; };
    std::set<Key> rest;
    std::vector<int> sinks, sources;
    std::vector<char> done(size_t(n), 0);
    const auto file = [&](int v) {
        if (outCount[size_t(v)] == 0)
            sinks.push_back(v);
        else if (inCount[size_t(v)] == 0)
            sources.push_back(v);
        else
            rest.insert(surplus(v));
    };
    for (int v = 0; v < n; ++v)
        file(v);
    std::vector<int> front, back;
    const auto take = [&](int v, std::vector<int> &list) {
        if (done[size_t(v)])
            return;
        done[size_t(v)] = 1;
        list.push_back(v);
        for (const int e : out.of(v)) {
            const int w = arcs[size_t(e)].to;
            if (done[size_t(w)])
                continue;
            rest.erase(surplus(w));
            inWeight[size_t(w)] -= arcs[size_t(e)].weight;
            --inCount[size_t(w)];
            file(w);
        }
        for (const int e : in.of(v)) {
            const int w = arcs[size_t(e)].from;
            if (done[size_t(w)])
                continue;
            rest.erase(surplus(w));
            outWeight[size_t(w)] -= arcs[size_t(e)].weight;
            --outCount[size_t(w)];
            file(w);
        }
    };
    while (int(front.size() + back.size()) < n) {
        if (!sinks.empty()) {
            const int v = sinks.back();
            sinks.pop_back();
            take(v, back);
        } else if (!sources.empty()) {
            const int v = sources.back();
            sources.pop_back();
            take(v, front);
        } else {
            const int v = rest.begin()->second;
            rest.erase(rest.begin());
            take(v, front);
        }
    }
    std::vector<int> place(size_t(n), 0);
    for (size_t i = 0; i < front.size(); ++i)
        place[size_t(front[i])] = int(i);
    for (size_t i = 0; i < back.size(); ++i)
        place[size_t(back[i])] = n - 1 - int(i);
    return place;
}

} // namespace

std::vector<char> backArcs(int n, const std::vector<Arc> &arcs)
{
    std::vector<char> back(arcs.size(), 0);
    const std::vector<int> part = strongParts(n, arcs);
    std::vector<Arc> inner;
    for (size_t i = 0; i < arcs.size(); ++i) {
        const Arc &a = arcs[i];
        if (a.from == a.to)
            back[i] = 1;
        else if (part[size_t(a.from)] == part[size_t(a.to)])
            inner.push_back(a);
    }
    if (inner.empty())
        return back;
    const std::vector<int> place = greedyOrder(n, inner);
    for (size_t i = 0; i < arcs.size(); ++i) {
        const Arc &a = arcs[i];
        if (part[size_t(a.from)] == part[size_t(a.to)] && place[size_t(a.from)] > place[size_t(a.to)])
            back[i] = 1;
    }
    return back;
}

} // namespace meshscope::graph
