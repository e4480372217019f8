#include "ui/graph/takenareas.h"

#include <algorithm>
#include <cmath>

namespace meshscope {

namespace {

constexpr double bandHeight = 32;

int bandOf(double y)
{
    constexpr double farthest = 1e8;
    return std::isfinite(y) ? int(std::clamp(std::floor(y / bandHeight), -farthest, farthest)) : 0;
}

bool overlap(const QRectF &a, const QRectF &b)
{
    return a.left() < b.right() && b.left() < a.right() && a.top() < b.bottom() && b.top() < a.bottom();
}

} // namespace

void TakenAreas::take(const QRectF &area)
{
    for (int band = bandOf(area.top()), last = bandOf(area.bottom()); band <= last; ++band)
        m_bands[band].push_back(area);
}

bool TakenAreas::isFree(const QRectF &area) const
{
    for (int band = bandOf(area.top()), last = bandOf(area.bottom()); band <= last; ++band) {
        const auto there = m_bands.find(band);
        if (there == m_bands.end())
            continue;
        for (const QRectF &other : there->second) {
            if (overlap(area, other))
                return false;
        }
    }
    return true;
}

} // namespace meshscope
