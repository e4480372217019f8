#include "models/graph/flatlayout.h"

#include <algorithm>
#include <cmath>
#include <numeric>

// Connected parts are laid out alone and packed: parts that touch the border in one column (their way out must stay free),
// the others in rows of the aimed aspect, widest rows first filled in the order of size, or of the last layout.
namespace meshscope::graph {

namespace {

struct Part {
    std::vector<int> items; ///< of the input
    std::vector<int> links;
    Layers layers;
    QRectF bounds;
    QPointF at;
    bool touchesBorder = false;
    double hint = 0;
    bool hasHint = false;
    QPointF last; ///< where its corner was in the last layout
    bool kept = false;
};

std::vector<Part> split(const FlatInput &input)
{
    const size_t n = input.items.size();
    std::vector<int> root(n);
    std::iota(root.begin(), root.end(), 0);
    const auto find = [&](int v) {
        while (root[size_t(v)] != v)
            v = root[size_t(v)] = root[size_t(root[size_t(v)])];
        return v;
    };
    for (const Layers::Link &link : input.links) {
        const int a = find(link.from);
        const int b = find(link.to);
        root[size_t(std::max(a, b))] = std::min(a, b);
    }
    std::vector<int> index(n, -1);
    std::vector<Part> parts;
    for (size_t v = 0; v < n; ++v) {
        const int r = find(int(v));
        if (index[size_t(r)] < 0) {
            index[size_t(r)] = int(parts.size());
            parts.emplace_back();
        }
        parts[size_t(index[size_t(r)])].items.push_back(int(v));
    }
    for (size_t i = 0; i < input.links.size(); ++i)
        parts[size_t(index[size_t(find(input.links[i].from))])].links.push_back(int(i));
    return parts;
}

void layOut(Part &part, const FlatInput &input, std::vector<int> &local)
{
    Layers &l = part.layers;
    l.levelGap = input.levelGap;
    l.nodeGap = input.nodeGap;
    l.quality = input.quality;
    l.cancelled = input.cancelled;
    double sum = 0;
    int count = 0;
    for (size_t i = 0; i < part.items.size(); ++i) {
        const Layers::Item &item = input.items[size_t(part.items[i])];
        local[size_t(part.items[i])] = int(i);
        l.items.push_back(item);
        part.touchesBorder = part.touchesBorder || item.border != Layers::Border::None;
        if (item.hasHint) {
            sum += item.hint;
            ++count;
        }
    }
    part.hasHint = count > 0;
    part.hint = count > 0 ? sum / count : 0;
    for (const int e : part.links) {
        Layers::Link link = input.links[size_t(e)];
        link.from = local[size_t(link.from)];
        link.to = local[size_t(link.to)];
        l.links.push_back(link);
    }
    rankItems(l);
    cutLongLinks(l);
    orderLayers(l);
    placeVertically(l);
    placeHorizontally(l);
    double low = 1e300;
    double high = -1e300;
    for (size_t v = 0; v < l.items.size(); ++v) {
        low = std::min(low, l.top[v]);
        high = std::max(high, l.top[v] + l.items[v].height);
    }
    part.bounds = QRectF(0, low, l.right.empty() ? 0 : l.right.back(), high - low);
    std::vector<double> dx, dy;
    for (size_t i = 0; i < part.items.size(); ++i) {
        const Layers::Item &item = l.items[i];
        if (!item.kept)
            continue;
        dx.push_back(item.hintAcross - item.width / 2 - l.left[size_t(l.rank[i])]);
        dy.push_back(item.hint - item.height / 2 - l.top[i]);
    }
    if (dx.empty())
        return;
    const auto middle = std::ptrdiff_t(dx.size() / 2);
    std::nth_element(dx.begin(), dx.begin() + middle, dx.end());
    std::nth_element(dy.begin(), dy.begin() + middle, dy.end());
    part.kept = true;
    part.last = part.bounds.topLeft() + QPointF(dx[size_t(middle)], dy[size_t(middle)]);
}

/// Parts of the last layout where they were; one that has grown into another pushes it down. The rest goes below.
void packLikeLast(std::vector<Part *> &parts, double gap, double top, double &y, double &width)
{
    std::stable_sort(parts.begin(), parts.end(), [](const Part *a, const Part *b) {
        return a->kept != b->kept ? a->kept : a->kept && a->last.y() < b->last.y();
    });
    QPointF corner(1e300, 1e300);
    for (const Part *p : parts) {
        if (p->kept)
            corner = QPointF(std::min(corner.x(), p->last.x()), std::min(corner.y(), p->last.y()));
    }
    for (size_t i = 0; i < parts.size(); ++i) {
        Part *p = parts[i];
        p->at = p->kept ? p->last - corner + QPointF(0, top) : QPointF(0, y);
        for (bool moved = true; moved;) {
            moved = false;
            for (size_t k = 0; k < i; ++k) {
                const QRectF other = QRectF(parts[k]->at, parts[k]->bounds.size()).adjusted(-gap, -gap, gap, gap);
                if (other.intersects(QRectF(p->at, p->bounds.size()))) {
                    p->at.setY(other.bottom());
                    moved = true;
                }
            }
        }
        y = std::max(y, p->at.y() + p->bounds.height() + gap);
        width = std::max(width, p->at.x() + p->bounds.width());
    }
}

/// Rows of parts, as wide as makes the aimed aspect.
void packRows(std::vector<Part *> &parts, double gap, double aspect, double &y, double &width)
{
    if (parts.empty())
        return;
    if (std::any_of(parts.begin(), parts.end(), [](const Part *p) { return p->kept; }) && parts.size() < 2000)
        return packLikeLast(parts, gap, y, y, width);
    std::stable_sort(parts.begin(), parts.end(), [](const Part *a, const Part *b) {
        return a->bounds.height() != b->bounds.height() ? a->bounds.height() > b->bounds.height()
                                                        : a->bounds.width() > b->bounds.width();
    });
    double area = 0;
    double widest = width;
    for (const Part *p : parts) {
        area += (p->bounds.width() + gap) * (p->bounds.height() + gap);
        widest = std::max(widest, p->bounds.width());
    }
    const double limit = std::max(widest, std::sqrt(area * aspect));
    double x = 0;
    double row = 0;
    for (Part *p : parts) {
        if (x > 0 && x + p->bounds.width() > limit) {
            y += row + gap;
            x = 0;
            row = 0;
        }
        p->at = QPointF(x, y);
        x += p->bounds.width() + gap;
        row = std::max(row, p->bounds.height());
        width = std::max(width, p->at.x() + p->bounds.width());
    }
    y += row + gap;
}

} // namespace

FlatResult flatLayout(const FlatInput &input)
{
    FlatResult result;
    result.topLeft.resize(input.items.size());
    result.routes.resize(input.links.size());
    std::vector<Part> parts = split(input);
    std::vector<int> local(input.items.size(), 0);
    std::vector<Part *> fixed, free;
    for (Part &part : parts) {
        layOut(part, input, local);
        if (input.cancelled && input.cancelled())
            return result;
        (part.touchesBorder ? fixed : free).push_back(&part);
        result.crossings += part.layers.crossings;
    }
    std::stable_sort(fixed.begin(), fixed.end(), [](const Part *a, const Part *b) {
        return (a->hasHint ? a->hint : 1e300) < (b->hasHint ? b->hint : 1e300);
    });
    const double gap = input.nodeGap;
    double y = 0;
    double width = 0;
    for (const Part *p : fixed)
        width = std::max(width, p->bounds.width());
    for (Part *p : fixed) {
        p->at = QPointF(0, y);
        y += p->bounds.height() + gap;
    }
    packRows(free, gap, input.aspect, y, width);
    result.size = QSizeF(width, std::max(0.0, y - gap));
    for (Part &part : parts) {
        const Layers &l = part.layers;
        const QPointF move = part.at - part.bounds.topLeft();
        for (size_t i = 0; i < part.items.size(); ++i) {
            const size_t rank = size_t(l.rank[i]);
            const bool right = l.items[i].border == Layers::Border::Right;
            result.topLeft[size_t(part.items[i])] = QPointF(right ? width : l.left[rank] + move.x(), l.top[i] + move.y());
        }
        for (size_t i = 0; i < part.links.size(); ++i) {
            std::vector<QPointF> points = routeOf(l, l.links[i]);
            for (QPointF &p : points)
                p += move;
            if (l.items[size_t(l.links[i].to)].border == Layers::Border::Right && points.back().x() < width)
                points.emplace_back(width, points.back().y());
            result.routes[size_t(part.links[i])] = std::move(points);
        }
    }
    return result;
}

} // namespace meshscope::graph
