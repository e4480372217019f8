#include "models/graph/layers.h"

#include <algorithm>
#include <cmath>

// Along the layers: each is as wide as its widest card; the gap before it grows with how far edges have to climb there.

namespace meshscope::graph {

void placeHorizontally(Layers &l)
{
    l.left.assign(l.layers.size(), 0);
    l.right.assign(l.layers.size(), 0);
    double x = 0;
    for (size_t i = 0; i < l.layers.size(); ++i) {
        double width = 0;
        bool border = false;
        for (const int v : l.layers[i]) {
            width = std::max(width, l.items[size_t(v)].width);
            border = border || l.items[size_t(v)].border != Layers::Border::None;
        }
        if (i > 0) {
            // Edges that climb far need room to bend softly; level ones need little.
            double climb = 0;
            for (const int v : l.layers[i]) {
                for (const int p : l.in[size_t(v)]) {
                    const Layers::Piece &piece = l.pieces[size_t(p)];
                    climb = std::max(
                        climb, std::abs(l.top[size_t(piece.from)] + piece.fromOffset - l.top[size_t(v)] - piece.toOffset));
                }
            }
            const bool beside = border || (i == 1 && !l.layers[0].empty() &&
                                           l.items[size_t(l.layers[0].front())].border != Layers::Border::None);
            const double base = beside ? std::min(l.levelGap, 28.0) : l.levelGap;
            double free = 0;
            for (const int v : l.layers[i - 1])
                free = std::max(free, l.items[size_t(v)].after);
            for (const int v : l.layers[i])
                free = std::max(free, l.items[size_t(v)].before);
            const double gap = climb < 0.5 ? base * 0.5 : std::clamp(base * 0.75 + climb * 0.12, base, base * 1.75);
            x += std::max(gap, free);
        }
        l.left[i] = x;
        x += width;
        l.right[i] = x;
    }
}

std::vector<QPointF> routeOf(const Layers &l, const Layers::Link &link)
{
    std::vector<QPointF> points;
    const auto add = [&](double x, double y) {
        const QPointF point(x, y);
        if (points.size() >= 2) {
            const QPointF a = points[points.size() - 2];
            if (a.y() == points.back().y() && points.back().y() == y) {
                points.back() = point;
                return;
            }
        }
        if (points.empty() || points.back() != point)
            points.push_back(point);
    };
    const size_t from = size_t(l.rank[size_t(link.from)]);
    const size_t to = size_t(l.rank[size_t(link.to)]);
    const double y0 = l.top[size_t(link.from)] + link.fromOffset;
    const double y1 = l.top[size_t(link.to)] + link.toOffset;
    add(l.left[from] + l.items[size_t(link.from)].width, y0);
    add(l.right[from], y0);
    for (const int d : link.dummies) {
        const size_t r = size_t(l.rank[size_t(d)]);
        add(l.left[r], l.top[size_t(d)]);
        add(l.right[r], l.top[size_t(d)]);
    }
    add(l.left[to], y1);
    return points;
}

} // namespace meshscope::graph
