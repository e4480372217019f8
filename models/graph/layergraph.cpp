#include "models/graph/layergraph.h"

#include <algorithm>
#include <numeric>

// Cutting long edges: a link of n ranks gets n - 1 passing items, numbered in one row, so that nothing but the first number
// has to be kept. Neighbours are laid down in compressed rows by counting. O(items + pieces).
namespace meshscope::graph {

LayerGraph::LayerGraph(int realItems, Vec<int> ranks, Vec<Link> edges, Watch &watch)
    : real(realItems)
    , links(std::move(edges))
    , rank(std::move(ranks))
{
    long long passes = 0;
    for (const Link &l : links)
        passes += rank[l.to] - rank[l.from] - 1;
    rank.reserve(rank.size() + size_t(passes));
    for (Link &l : links) {
        const int begin = rank[l.from] + 1;
        const int end = rank[l.to];
        l.firstPass = begin < end ? rank.count() : -1;
        for (int r = begin; r < end; ++r)
            rank.push_back(r);
    }
    if (watch.stop())
        return;
    const int n = rank.count();
    inFirst.fill(n + 1, 0);
    outFirst.fill(n + 1, 0);
    inPorts.fill(n, 1);
    outPorts.fill(n, 1);
    for (const Link &l : links) {
        hasPorts = hasPorts || l.fromPort > 0 || l.toPort > 0;
        outPorts[l.from] = std::max(outPorts[l.from], l.fromPort + 1);
        inPorts[l.to] = std::max(inPorts[l.to], l.toPort + 1);
        ++outFirst[l.from + 1];
        ++inFirst[l.to + 1];
        for (int i = 0; i < rank[l.to] - rank[l.from] - 1; ++i) {
            ++outFirst[l.firstPass + i + 1];
            ++inFirst[l.firstPass + i + 1];
        }
    }
    std::partial_sum(inFirst.begin(), inFirst.end(), inFirst.begin());
    std::partial_sum(outFirst.begin(), outFirst.end(), outFirst.begin());
    if (watch.stop())
        return;
    inTo.fill(inFirst.back(), 0);
    outTo.fill(outFirst.back(), 0);
    inPort.fill(inTo.count(), 0);
    inOwn.fill(inTo.count(), 0);
    outPort.fill(outTo.count(), 0);
    outOwn.fill(outTo.count(), 0);
    Vec<int> nextIn(inFirst), nextOut(outFirst);
    const auto lay = [&](const Vec<int> &sequence, bool outSide) {
        for (const int i : sequence) {
            const Link &l = links[i];
            const int span = rank[l.to] - rank[l.from];
            if (outSide) {
                const int at = nextOut[l.from]++;
                outTo[at] = span > 1 ? l.firstPass : l.to;
                outPort[at] = span > 1 ? 0 : l.toPort;
                outOwn[at] = l.fromPort;
            } else {
                const int at = nextIn[l.to]++;
                inTo[at] = span > 1 ? l.firstPass + span - 2 : l.from;
                inPort[at] = span > 1 ? 0 : l.fromPort;
                inOwn[at] = l.toPort;
            }
        }
    };
    if (watch.stop())
        return;
    Vec<int> sequence(links.count());
    std::iota(sequence.begin(), sequence.end(), 0);
    if (hasPorts)
        std::stable_sort(sequence.begin(), sequence.end(),
                         [&](int a, int b) { return links[a].fromPort < links[b].fromPort; });
    lay(sequence, true);
    if (hasPorts)
        std::stable_sort(sequence.begin(), sequence.end(), [&](int a, int b) { return links[a].toPort < links[b].toPort; });
    if (watch.stop())
        return;
    lay(sequence, false);
    for (const Link &l : links) {
        const int passing = rank[l.to] - rank[l.from] - 1;
        for (int i = 0; i < passing; ++i) {
            const int v = l.firstPass + i;
            inTo[inFirst[v]] = i == 0 ? l.from : v - 1;
            inPort[inFirst[v]] = i == 0 ? l.fromPort : 0;
            outTo[outFirst[v]] = i + 1 == passing ? l.to : v + 1;
            outPort[outFirst[v]] = i + 1 == passing ? l.toPort : 0;
        }
    }
    if (watch.stop())
        return;
    const int layers = n == 0 ? 0 : *std::max_element(rank.begin(), rank.end()) + 1;
    first.fill(layers + 1, 0);
    for (const int r : rank)
        ++first[r + 1];
    std::partial_sum(first.begin(), first.end(), first.begin());
    order.fill(n, 0);
    pos.fill(n, 0);
    inSlot.fill(n, 0);
    outSlot.fill(n, 0);
    inSlots.fill(layers, 0);
    outSlots.fill(layers, 0);
    Vec<int> next(first);
    for (int v = 0; v < n; ++v)
        order[next[rank[v]]++] = v;
    number();
}

void LayerGraph::number()
{
    for (int r = 0; r < layers(); ++r)
        number(r);
}

void LayerGraph::number(int r)
{
    int at = 0;
    if (!hasPorts) {
        for (const int v : layer(r)) {
            pos[v] = at;
            inSlot[v] = at;
            outSlot[v] = at++;
        }
        inSlots[r] = outSlots[r] = at;
        return;
    }
    int inAt = 0;
    int outAt = 0;
    for (const int v : layer(r)) {
        pos[v] = at++;
        inSlot[v] = inAt;
        outSlot[v] = outAt;
        inAt += inPorts[v];
        outAt += outPorts[v];
    }
    inSlots[r] = inAt;
    outSlots[r] = outAt;
}

} // namespace meshscope::graph
