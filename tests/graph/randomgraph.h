#pragma once

#include "models/graph/layout.h"

#include <QRandomGenerator>

namespace meshscope::test {

struct GraphShape {
    int nodes = 20;
    int edges = 30;
    int groups = 0;
    bool cycles = true;
    bool ports = true;
};

/// A graph of that shape from a seed: always the same one.
inline graph::LayoutInput randomGraph(quint32 seed, const GraphShape &shape)
{
    QRandomGenerator random(seed);
    graph::LayoutInput input;
    for (int g = 0; g < shape.groups; ++g)
        input.groups.push_back({random.bounded(g + 1) - 1, 26, 8});
    for (int v = 0; v < shape.nodes; ++v) {
        graph::LayoutNode node;
        node.width = 60 + random.bounded(200);
        node.height = 20 + random.bounded(120);
        node.parent = shape.groups > 0 ? random.bounded(shape.groups + 1) - 1 : -1;
        input.nodes.push_back(node);
    }
    for (int e = 0; e < shape.edges && shape.nodes > 0; ++e) {
        graph::LayoutEdge edge;
        edge.from = random.bounded(shape.nodes);
        edge.to = random.bounded(shape.nodes);
        if (!shape.cycles && edge.from > edge.to)
            std::swap(edge.from, edge.to);
        if (!shape.cycles && edge.from == edge.to)
            continue;
        if (shape.groups > 0 && random.bounded(6) == 0)
            edge.to = ~random.bounded(shape.groups);
        if (shape.ports && random.bounded(3) == 0)
            edge.fromOffset = random.bounded(input.nodes[size_t(edge.from)].height);
        edge.weight = 1 + random.bounded(3);
        input.edges.push_back(edge);
    }
    return input;
}

} // namespace meshscope::test
