#include "models/graph/flatlayout.h"

#include "models/graph/packing.h"
#include "models/graph/part.h"

#include <algorithm>
#include <numeric>

// One level: connected parts are laid out alone (part.cpp) and packed. Those that touch the border stand in one column, as
// their way out must stay free; the others in rows (packing.cpp). Cards joined with nothing are no parts of their own but
// boxes to be packed. O(items + links) besides the parts.
namespace meshscope::graph {

namespace {

/// Items and links of all connected parts of two items or more, and the single ones.
struct Split {
    Vec<Part> parts;
    Vec<int> singles;
};

Split split(const FlatInput &input)
{
    const int n = input.items.count();
    Vec<int> root(n);
    std::iota(root.begin(), root.end(), 0);
    const auto find = [&](int v) {
        while (root[v] != v)
            v = root[v] = root[root[v]];
        return v;
    };
    for (const FlatLink &link : input.links) {
        const int a = find(link.from);
        const int b = find(link.to);
        root[std::max(a, b)] = std::min(a, b);
    }
    Vec<int> size(n, 0), index(n, -1);
    for (int v = 0; v < n; ++v)
        ++size[find(v)];
    Vec<Vec<int>> items, links;
    Split out;
    for (int v = 0; v < n; ++v) {
        const int r = find(v);
        if (size[r] == 1 && input.items[v].border == FlatItem::Border::None) {
            out.singles.push_back(v);
            continue;
        }
        if (index[r] < 0) {
            index[r] = items.count();
            items.emplace_back();
            links.emplace_back();
        }
        items[index[r]].push_back(v);
    }
    for (int l = 0; l < input.links.count(); ++l)
        links[index[find(input.links[l].from)]].push_back(l);
    out.parts.reserve(items.size());
    for (int i = 0; i < items.count(); ++i)
        out.parts.emplace_back(input, std::move(items[i]), std::move(links[i]));
    return out;
}

/// Parts that touch the border one below the other, the others and the single cards in rows below. Returns the size.
QSizeF pack(const FlatInput &input, Split &all, FlatResult &result)
{
    Vec<Part *> fixed;
    Vec<PackBox> boxes;
    Vec<int> owner; // of boxes: part, or single as ~
    for (int i = 0; i < all.parts.count(); ++i) {
        Part &part = all.parts[i];
        if (part.touchesBorder) {
            fixed.push_back(&part);
            continue;
        }
        boxes.push_back({part.bounds.size(), part.kept, part.last, {}});
        owner.push_back(i);
    }
    for (const int v : all.singles) {
        const FlatItem &item = input.items[v];
        boxes.push_back({{item.width, item.height}, item.kept, {item.lastLeft, item.lastMiddle - item.height / 2}, {}});
        owner.push_back(~v);
    }
    std::stable_sort(fixed.begin(), fixed.end(), [](const Part *a, const Part *b) {
        return (a->hasWish ? a->wish : 1e300) < (b->hasWish ? b->wish : 1e300);
    });
    double y = 0;
    double width = 0;
    for (Part *p : fixed) {
        width = std::max(width, p->bounds.width());
        p->at = QPointF(0, y);
        y += p->bounds.height() + input.nodeGap;
    }
    Vec<PackBox *> free;
    for (PackBox &box : boxes)
        free.push_back(&box);
    double inside = std::max(0.0, width - input.before - input.after);
    packRows(free, input.nodeGap, input.aspect, y, inside);
    if (!free.empty())
        width = std::max(width, inside + input.before + input.after);
    for (int i = 0; i < boxes.count(); ++i) {
        boxes[i].at.rx() += input.before;
        if (owner[i] >= 0)
            all.parts[owner[i]].at = boxes[i].at;
        else
            result.topLeft[~owner[i]] = boxes[i].at;
    }
    return {width, std::max(0.0, y - input.nodeGap)};
}

} // namespace

FlatResult flatLayout(const FlatInput &input, Watch &watch)
{
    FlatResult result;
    result.topLeft.fill(input.items.count(), QPointF());
    result.ranks.fill(input.items.count(), 0);
    result.routeFirst.fill(input.links.count() + 1, 0);
    Split all = split(input);
    if (watch.stop())
        return result;
    Vec<int> local(input.items.count(), 0);
    for (Part &part : all.parts) {
        part.layOut(local, watch);
        if (watch.stop())
            return result;
        result.measures.crossings += part.crossings;
        result.measures.rankTime += part.rankTime;
        result.measures.orderTime += part.orderTime;
        result.measures.placeTime += part.placeTime;
    }
    result.size = pack(input, all, result);
    const double width = result.size.width();
    Vec<int> partOf(input.links.count(), 0), number(input.links.count(), 0);
    for (int p = 0; p < all.parts.count(); ++p) {
        Part &part = all.parts[p];
        const QPointF move = part.at - part.bounds.topLeft();
        for (int i = 0; i < part.items().count(); ++i) {
            const int v = part.items()[i];
            result.topLeft[v] = part.topLeft(i) + move;
            result.ranks[v] = part.rankOf(i);
            if (input.items[v].border == FlatItem::Border::Right)
                result.topLeft[v].setX(width);
        }
        for (int i = 0; i < part.links().count(); ++i) {
            partOf[part.links()[i]] = p;
            number[part.links()[i]] = i;
        }
    }
    if (input.draft)
        return result; // nobody follows its routes
    Pace pace(watch);
    for (int l = 0; l < input.links.count() && !pace.stop(64); ++l) {
        const Part &part = all.parts[partOf[l]];
        const QPointF move = part.at - part.bounds.topLeft();
        part.route(number[l], result.routePoints);
        for (int i = result.routeFirst[l]; i < result.routePoints.count(); ++i)
            result.routePoints[i] += move;
        if (input.items[input.links[l].to].border == FlatItem::Border::Right && result.routePoints.back().x() < width)
            result.routePoints.emplace_back(width, result.routePoints.back().y());
        result.routeFirst[l + 1] = result.routePoints.count();
    }
    return result;
}

} // namespace meshscope::graph
