#include "models/graph/gaps.h"

#include <algorithm>
#include <limits>

// What was laid out before stands still; edges that pass it do not remember where they did. Each gap between two anchored
// items holds so much; passing items that are too many for theirs go to the next gap that still has room, on the nearer
// side, at most some gaps away. Trades a few crossings for a picture that does not move.
namespace meshscope::graph {

namespace {

struct Gap {
    double room = std::numeric_limits<double>::infinity();
    Vec<int> items;
};

void fitLayer(LayerGraph &g, const Spacing &spacing, const Anchors &anchors, int r, Vec<Gap> &gaps, Vec<int> &walls)
{
    constexpr int reach = 24;
    gaps.assign(1, {});
    walls.clear();
    for (const int v : g.layer(r)) {
        if (!anchors.isAnchored[v]) {
            gaps.back().items.push_back(v);
            gaps.back().room -= 2 * spacing.half[v];
            continue;
        }
        if (walls.empty())
            gaps.back().room = std::numeric_limits<double>::infinity();
        else
            gaps.back().room += anchors.y[v] - spacing.half[v] - anchors.y[walls.back()] - spacing.half[walls.back()];
        walls.push_back(v);
        gaps.push_back({0, {}});
    }
    if (walls.empty())
        return;
    gaps.back().room = std::numeric_limits<double>::infinity();
    bool moved = false;
    for (int k = 0; k < gaps.count(); ++k) {
        for (int i = gaps[k].items.count(); i-- > 0 && gaps[k].room < -1e-6;) {
            // From the upper half upwards, from the lower half downwards, as far as there is room at all.
            const int v = gaps[k].items[i];
            if (!g.isPass(v))
                continue;
            const double need = 2 * spacing.half[v];
            int to = -1;
            for (int d = 1; d <= reach && to < 0; ++d) {
                if (k + d < gaps.count() && gaps[k + d].room >= need - 1e-6)
                    to = k + d;
                else if (k - d >= 0 && gaps[k - d].room >= need - 1e-6)
                    to = k - d;
            }
            if (to < 0)
                break;
            gaps[k].items.erase(gaps[k].items.begin() + i);
            gaps[k].room += need;
            gaps[to].room -= need;
            if (to > k)
                gaps[to].items.insert(gaps[to].items.begin(), v);
            else
                gaps[to].items.push_back(v);
            moved = true;
        }
    }
    if (!moved)
        return;
    int at = g.first[r];
    for (int k = 0; k < gaps.count(); ++k) {
        for (const int v : gaps[k].items)
            g.order[at++] = v;
        if (k < walls.count())
            g.order[at++] = walls[k];
    }
    g.number(r);
}

} // namespace

void passWhereRoomIs(LayerGraph &g, const Spacing &spacing, const Anchors &anchors)
{
    Vec<Gap> gaps;
    Vec<int> walls;
    for (int r = 0; r < g.layers(); ++r)
        fitLayer(g, spacing, anchors, r, gaps, walls);
}

} // namespace meshscope::graph
