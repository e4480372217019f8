#pragma once

#include "models/graph/vec.h"

#include <cstdint>

namespace meshscope::graph {

/// A height in steps so small that no eye sees them: eight fit in one go of the processor.
using Height = std::int16_t;

/// The lines over one gap between layers by their heights at its two sides. All of them run from side to side, so two cross
/// there when one is above the other on one side and below on the other. Heights are not below 0.
class LineGap {
public:
    [[nodiscard]] int count() const { return links.count(); }
    void add(int link)
    {
        links.push_back(link);
        while (m_left.count() < links.count()) {
            m_left.insert(m_left.end(), step, away);
            m_right.insert(m_right.end(), step, away);
        }
    }
    /// The last one takes the place that is free now.
    void remove(int at)
    {
        const int last = links.count() - 1;
        links[at] = links[last];
        put(at, m_left[last], m_right[last]);
        hide(last);
        links.pop_back();
    }
    void put(int at, Height left, Height right)
    {
        m_left[at] = left;
        m_right[at] = right;
    }
    void hide(int at) { put(at, away, away); }
    [[nodiscard]] int crossed(Height left, Height right) const
    {
        const Height *l = m_left.data();
        const Height *r = m_right.data();
        Height less = 0; // the sign of a product of distances, summed up
        for (int i = 0; i < m_left.count(); ++i)
            less = Height(less + Height(Height((int(Height(left - l[i])) * int(Height(right - r[i]))) >> 16) >> 15));
        return -less;
    }

    /// Lines that begin or pass on the left between two heights.
    [[nodiscard]] int within(Height low, Height high) const
    {
        const Height *l = m_left.data();
        Height less = 0;
        for (int i = 0; i < m_left.count(); ++i)
            less = Height(less - Height(low < l[i] && l[i] < high));
        return -less;
    }

    Vec<int> links;

private:
    static constexpr int step = 8;        ///< lines looked at in one go
    static constexpr Height away = 32767; ///< crosses nothing
    Vec<Height> m_left, m_right;
};

} // namespace meshscope::graph
