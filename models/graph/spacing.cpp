#include "models/graph/spacing.h"

// Isotonic regression (Ayer and others, 1955): after taking off what the items above need, the wishes must not fall; where
// one does, it is joined with those above to their weighted mean. O(layer).
namespace meshscope::graph {

void Settler::settle(std::span<const int> layer, const Spacing &spacing, const Vec<double> &wish, const Vec<double> &weight,
                     Vec<double> &y)
{
    m_pools.clear();
    m_shift.resize(layer.size());
    double shift = 0;
    for (int i = 0; i < int(layer.size()); ++i) {
        const int v = layer[size_t(i)];
        if (i > 0)
            shift += spacing.half[layer[size_t(i - 1)]] + spacing.half[v];
        m_shift[i] = shift;
        Pool pool{weight[v] * (wish[v] - shift), weight[v], 1};
        while (!m_pools.empty() && m_pools.back().sum * pool.weight > pool.sum * m_pools.back().weight) {
            pool.sum += m_pools.back().sum;
            pool.weight += m_pools.back().weight;
            pool.count += m_pools.back().count;
            m_pools.pop_back();
        }
        m_pools.push_back(pool);
    }
    int i = 0;
    for (const Pool &pool : m_pools) {
        const double at = pool.sum / pool.weight;
        for (int k = 0; k < pool.count; ++k, ++i)
            y[layer[size_t(i)]] = at + m_shift[i];
    }
}

} // namespace meshscope::graph
