#pragma once

#include "models/graph/layergraph.h"
#include "models/graph/watch.h"

namespace meshscope::graph {

/// Counts pairs of pieces that cross, layer by layer. Keeps its arrays from one count to the next.
class CrossingCounter {
public:
    /// All of the graph's present order. O(pieces · log width).
    [[nodiscard]] long long count(const LayerGraph &g);
    /// The same; of no use when it was stopped.
    [[nodiscard]] long long count(const LayerGraph &g, Pace &pace);
    /// Between `layer` and the next.
    [[nodiscard]] long long count(const LayerGraph &g, int layer);

private:
    Vec<int> m_fill, m_targets, m_tree;
};

/// Neighbours' slots of all items of one layer, each row ascending; filled without comparing, from the layers beside.
class SlotRows {
public:
    void read(const LayerGraph &g, int layer);
    [[nodiscard]] std::span<const int> in(const LayerGraph &g, int v) const { return row(m_in, g.inFirst, v); }
    [[nodiscard]] std::span<const int> out(const LayerGraph &g, int v) const { return row(m_out, g.outFirst, v); }
    /// Crossings of the pieces of two items of the layer that go when they change places.
    [[nodiscard]] long long turned(const LayerGraph &g, int upper, int lower) const
    {
        return balance(in(g, upper), in(g, lower)) + balance(out(g, upper), out(g, lower));
    }

private:
    [[nodiscard]] static std::span<const int> row(const Vec<int> &values, const Vec<int> &first, int v)
    {
        return {values.data() + first[v], size_t(first[v + 1] - first[v])};
    }
    /// Pairs that cross less those that would cross the other way round. Mostly the rows lie apart.
    [[nodiscard]] static long long balance(std::span<const int> upper, std::span<const int> lower)
    {
        if (upper.empty() || lower.empty())
            return 0;
        const bool above = upper.back() < lower.front();
        if (above || upper.front() > lower.back()) {
            const auto all = static_cast<long long>(upper.size() * lower.size());
            return above ? -all : all;
        }
        return merged(upper, lower);
    }
    [[nodiscard]] static long long merged(std::span<const int> upper, std::span<const int> lower);
    void fillRows(const LayerGraph &g, int beside, bool fromOut);

    Vec<int> m_in, m_out, m_next;
};

} // namespace meshscope::graph
