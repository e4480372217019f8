#pragma once

#include "models/graph/vec.h"

namespace meshscope::graph {

/// The lines over one gap between layers by their heights at its two sides. All of them run from side to side, so two cross
/// there when one is above the other on one side and below on the other.
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
    void put(int at, float left, float right)
    {
        m_left[at] = left;
        m_right[at] = right;
    }
    void hide(int at) { put(at, away, away); }
    [[nodiscard]] int crossed(float left, float right) const
    {
        int crossings = 0;
        for (int i = 0; i < links.count(); i += step) {
            const float *l = &m_left[i];
            const float *r = &m_right[i];
            for (int k = 0; k < step; ++k)
                crossings += (left - l[k]) * (right - r[k]) < 0.0F ? 1 : 0;
        }
        return crossings;
    }

    Vec<int> links;

private:
    static constexpr int step = 8;       ///< lines looked at in one go
    static constexpr float away = 1e15F; ///< crosses nothing
    Vec<float> m_left, m_right;
};

} // namespace meshscope::graph
