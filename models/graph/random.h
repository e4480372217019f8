#pragma once

#include <cstdint>

namespace meshscope::graph {

/// Numbers as good as drawn, the same from the same seed on any machine.
class Random {
public:
    explicit Random(unsigned seed)
        : m_state(0x9e3779b97f4a7c15ULL * (seed + 1ULL))
    {
    }
    /// Below `n`.
    int below(int n) { return int((std::uint64_t(next()) * std::uint64_t(unsigned(n))) >> 32); }
    /// In [0, 1).
    double share() { return double(next()) / 4294967296.0; }

private:
    std::uint32_t next()
    {
        m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
        return std::uint32_t(m_state >> 32);
    }
    std::uint64_t m_state;
};

} // namespace meshscope::graph
