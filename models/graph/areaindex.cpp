#include "models/graph/areaindex.h"

#include <algorithm>
#include <cmath>

namespace meshscope::graph {

AreaIndex::AreaIndex(std::vector<AreaBox> boxes)
    : m_boxes(std::move(boxes))
{
    double right = 0, bottom = 0, longest = 0;
    std::size_t valid = 0;
    for (const AreaBox &b : m_boxes) {
        if (!b.isValid())
            continue;
        m_left = valid == 0 ? double(b.left) : std::min(m_left, double(b.left));
        m_top = valid == 0 ? double(b.top) : std::min(m_top, double(b.top));
        right = valid == 0 ? double(b.right) : std::max(right, double(b.right));
        bottom = valid == 0 ? double(b.bottom) : std::max(bottom, double(b.bottom));
        longest = std::max({longest, double(b.right - b.left), double(b.bottom - b.top)});
        ++valid;
    }
    if (valid == 0)
        return;
    const double width = right - m_left;
    const double height = bottom - m_top;
    // About one box a cell in the finest grid, however flat the whole is.
    const double cell =
        std::max({std::sqrt(width * height / double(valid)), std::max(width, height) / (4.0 * double(valid)), 1e-3});
    addGrids(width, height, cell, longest);
    m_items.resize(valid);
    // Counting sort by cell: first how many lie in each, then where each cell begins.
    std::vector<std::uint32_t> cells(m_boxes.size());
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        if (m_boxes[i].isValid()) {
            cells[i] = std::uint32_t(cellOf(m_boxes[i]));
            ++m_starts[cells[i] + 1];
        }
    }
    for (std::size_t c = 1; c < m_starts.size(); ++c)
        m_starts[c] += m_starts[c - 1];
    std::vector<std::uint32_t> next = m_starts;
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        if (m_boxes[i].isValid())
            m_items[next[cells[i]]++] = std::uint32_t(i);
    }
}

void AreaIndex::addGrids(double width, double height, double cell, double longest)
{
    std::size_t cells = 0;
    for (;; cell *= 2) {
        Grid grid;
        grid.cell = cell;
        grid.columns = int(width / cell) + 1;
        grid.rows = int(height / cell) + 1;
        grid.start = cells;
        cells += std::size_t(grid.columns) * std::size_t(grid.rows);
        m_grids.push_back(grid);
        if (cell >= longest)
            break;
    }
    m_starts.assign(cells + 1, 0);
}

std::size_t AreaIndex::cellOf(const AreaBox &box) const
{
    const double extent = double(std::max(box.right - box.left, box.bottom - box.top));
    std::size_t level = 0;
    while (level + 1 < m_grids.size() && m_grids[level].cell < extent)
        ++level;
    const Grid &grid = m_grids[level];
    const double x = (double(box.left) + double(box.right)) / 2 - m_left;
    const double y = (double(box.top) + double(box.bottom)) / 2 - m_top;
    const int column = std::clamp(int(x / grid.cell), 0, grid.columns - 1);
    const int row = std::clamp(int(y / grid.cell), 0, grid.rows - 1);
    return grid.start + std::size_t(row) * std::size_t(grid.columns) + std::size_t(column);
}

AreaIndex::Range AreaIndex::rangeOf(const Grid &grid, const AreaBox &area) const
{
    // A box reaches at most half a cell beyond the cell its middle lies in.
    const double half = grid.cell / 2;
    const auto at = [&](double v, int n) { return int(std::clamp(std::floor(v / grid.cell), 0.0, double(n - 1))); };
    return {at(double(area.left) - half - m_left, grid.columns), at(double(area.right) + half - m_left, grid.columns),
            at(double(area.top) - half - m_top, grid.rows), at(double(area.bottom) + half - m_top, grid.rows)};
}

std::vector<int> AreaIndex::in(const AreaBox &area) const
{
    std::vector<int> found;
    visit(area, [&](int i) { found.push_back(i); });
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace meshscope::graph
