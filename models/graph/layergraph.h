#pragma once

#include "models/graph/vec.h"
#include "models/graph/watch.h"

#include <span>

namespace meshscope::graph {

/// A connected graph in layers, every piece of an edge going to the next layer: the first `real` items are things, the
/// others are where long edges pass a layer. All in plain arrays; rows of neighbours are sorted by the port on the item.
struct LayerGraph {
    /// Between items of rank order; goes at least one rank to the right.
    struct Link {
        int from = 0;
        int to = 0;
        int fromPort = 0; ///< number of the port on its side of the item, from the top
        int toPort = 0;
        int weight = 1;
        int firstPass = -1; ///< first of its passing items (one a rank, in one row), -1 = it has none
    };
    LayerGraph() = default;
    /// Links of things of the given ranks: cuts them. O(items + pieces). Of no use when it was stopped.
    LayerGraph(int realItems, Vec<int> ranks, Vec<Link> edges, Watch &watch);

    [[nodiscard]] int items() const { return rank.count(); }
    [[nodiscard]] int layers() const { return first.count() - 1; }
    [[nodiscard]] int size(int layer) const { return first[layer + 1] - first[layer]; }
    [[nodiscard]] std::span<int> layer(int r) { return {order.data() + first[r], size_t(size(r))}; }
    [[nodiscard]] std::span<const int> layer(int r) const { return {order.data() + first[r], size_t(size(r))}; }
    [[nodiscard]] std::span<const int> in(int v) const { return row(inTo, inFirst, v); }
    [[nodiscard]] std::span<const int> out(int v) const { return row(outTo, outFirst, v); }
    [[nodiscard]] bool isPass(int v) const { return v >= real; }
    /// Takes the order within the layers from `order`: fills pos and slots.
    void number();
    void number(int layer);

    int real = 0;
    Vec<Link> links;
    Vec<int> rank;  ///< of items
    Vec<int> first; ///< of layers, and the end: where each begins in `order`
    Vec<int> order; ///< items layer by layer, from the top
    Vec<int> pos;   ///< of items: place in the layer
    // Neighbours in the layer before and after; the number of the port at the neighbour and at the item itself.
    Vec<int> inFirst, inTo, inPort, inOwn;
    Vec<int> outFirst, outTo, outPort, outOwn;
    Vec<int> inPorts, outPorts; ///< of items: how many ports on the side, at least 1
    Vec<int> inSlot, outSlot;   ///< of items: number of the first port among all of the layer
    Vec<int> inSlots, outSlots; ///< of layers: ports in all
    bool hasPorts = false;

private:
    [[nodiscard]] static std::span<const int> row(const Vec<int> &values, const Vec<int> &first, int v)
    {
        return {values.data() + first[v], size_t(first[v + 1] - first[v])};
    }
};

} // namespace meshscope::graph
