#pragma once

#include <span>
#include <vector>

namespace meshscope::graph {

/// Rows of numbers kept in one array: for each of `n` things, which items of a list belong to it, in the list's order.
class Compressed {
public:
    Compressed() = default;
    template<class Item, class Key>
    Compressed(int n, const std::vector<Item> &items, Key key)
        : m_offsets(size_t(n) + 1, 0)
        , m_values(items.size())
    {
        for (const Item &item : items)
            ++m_offsets[size_t(key(item)) + 1];
        for (size_t i = 1; i < m_offsets.size(); ++i)
            m_offsets[i] += m_offsets[i - 1];
        std::vector<int> next(m_offsets.begin(), m_offsets.end());
        for (size_t i = 0; i < items.size(); ++i)
            m_values[size_t(next[size_t(key(items[i]))]++)] = int(i);
    }
    [[nodiscard]] std::span<const int> of(int n) const
    {
        const size_t begin = size_t(m_offsets[size_t(n)]);
        return {m_values.data() + begin, size_t(m_offsets[size_t(n) + 1]) - begin};
    }

private:
    std::vector<int> m_offsets;
    std::vector<int> m_values;
};

} // namespace meshscope::graph
