#pragma once

#include <cstdint>
#include <vector>

namespace meshscope::graph {

/// A box as the index keeps it; single precision, rounded outwards by whoever needs it exact.
struct AreaBox {
    float left = 0, top = 0, right = -1, bottom = -1;
    [[nodiscard]] bool isValid() const { return right >= left && bottom >= top; }
    [[nodiscard]] bool touches(const AreaBox &other) const
    {
        return left <= other.right && other.left <= right && top <= other.bottom && other.top <= bottom;
    }
};

/// Finds boxes by area: a pyramid of grids, each box in one cell of the grid whose cells are as large as itself, so that one
/// long edge costs as little as one small card. Built in O(n), 20 bytes a box and about as much for the cells; a search
/// costs the cells it looks at and what lies in them.
class AreaIndex {
public:
    AreaIndex() = default;
    /// Invalid boxes keep their number and are never found.
    explicit AreaIndex(std::vector<AreaBox> boxes);

    [[nodiscard]] const std::vector<AreaBox> &boxes() const { return m_boxes; }
    /// Calls visit(index) for every box that touches the area, in no order.
    template<class Visit>
    void visit(const AreaBox &area, Visit &&visit) const
    {
        search(area, [&](int i) {
            visit(i);
            return true;
        });
    }
    /// The same until visit(index) says no more.
    template<class Visit>
    void search(const AreaBox &area, Visit &&visit) const
    {
        for (const Grid &grid : m_grids) {
            const Range r = rangeOf(grid, area);
            for (int y = r.top; y <= r.bottom; ++y) {
                const std::uint32_t *row = m_starts.data() + grid.start + std::size_t(y) * std::size_t(grid.columns);
                for (std::uint32_t k = row[r.left]; k < row[r.right + 1]; ++k) {
                    if (m_boxes[m_items[k]].touches(area) && !visit(int(m_items[k])))
                        return;
                }
            }
        }
    }
    /// The same, ascending.
    [[nodiscard]] std::vector<int> in(const AreaBox &area) const;

private:
    struct Grid {
        double cell = 1;
        int columns = 1, rows = 1;
        std::size_t start = 0; ///< of its cells in m_starts
    };
    struct Range {
        int left, right, top, bottom;
    };
    [[nodiscard]] Range rangeOf(const Grid &grid, const AreaBox &area) const;
    [[nodiscard]] std::size_t cellOf(const AreaBox &box) const;
    void addGrids(double width, double height, double cell, double longest);

    std::vector<AreaBox> m_boxes;
    std::vector<Grid> m_grids;
    std::vector<std::uint32_t> m_starts; ///< cells of all grids, one after the other
    std::vector<std::uint32_t> m_items;
    double m_left = 0, m_top = 0;
};

} // namespace meshscope::graph
