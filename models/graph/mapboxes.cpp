#include "models/graph/mapparts.h"

#include <algorithm>
#include <cmath>

// Boxes of the domain map: own cards in a grid on top, inner boxes below it in one column, or in several when that would be
// too tall. Linear in cards and boxes.
namespace meshscope::graph {

namespace {

constexpr double leastWidth = 150;

/// Between a head and what is below it: an inner box's head is only a line of text and has its own room.
double topPadding(const LayoutGroup &group)
{
    return group.parent < 0 ? group.padding * 0.625 : 0;
}

struct Children {
    std::vector<std::vector<int>> groups, nodes; ///< by group + 1
};

Children childrenOf(const LayoutInput &input)
{
    Children c;
    c.groups.resize(input.groups.size() + 1);
    c.nodes.resize(input.groups.size() + 1);
    for (size_t g = 0; g < input.groups.size(); ++g)
        c.groups[size_t(input.groups[g].parent + 1)].push_back(int(g));
    for (size_t v = 0; v < input.nodes.size(); ++v)
        c.nodes[size_t(input.nodes[v].parent + 1)].push_back(int(v));
    return c;
}

/// Places cards from the origin on, row by row, at least as many in a row as fit into `room`; gives the size taken.
QSizeF gridOf(const LayoutInput &input, const std::vector<int> &cards, const MapOptions &o, double room,
              std::vector<QRectF> &rects)
{
    if (cards.empty())
        return {0, 0};
    double width = 0;
    double height = 0;
    for (const int v : cards) {
        width = std::max(width, input.nodes[size_t(v)].width);
        height = std::max(height, input.nodes[size_t(v)].height);
    }
    const double ratio = (height + o.cardGapDown) / std::max(1.0, width + o.cardGapAcross);
    const int wanted = int(std::lround(std::sqrt(double(cards.size()) * ratio * 1.5)));
    const int fitting = int((room + o.cardGapAcross + 0.5) / std::max(1.0, width + o.cardGapAcross));
    const int columns = std::max({1, o.cardsPerRow, wanted, fitting});
    double y = 0;
    double row = 0;
    for (size_t i = 0; i < cards.size(); ++i) {
        const size_t column = i % size_t(columns);
        if (column == 0 && i > 0) {
            y += row + o.cardGapDown;
            row = 0;
        }
        const LayoutNode &n = input.nodes[size_t(cards[i])];
        rects[size_t(cards[i])] = QRectF(double(column) * (width + o.cardGapAcross), y, n.width, n.height);
        row = std::max(row, n.height);
    }
    const double used = double(std::min(cards.size(), size_t(columns)));
    // A single card leaves room for a second one: boxes of few cards look like the others.
    const double places = std::max(used, double(o.cardsPerRow));
    return {places * width + (places - 1) * o.cardGapAcross, y + row};
}

/// Puts each inner box into the lowest of `columns` columns; gives the size taken.
QSizeF stack(const std::vector<int> &inner, int columns, const MapOptions &o, std::vector<QRectF> &rects)
{
    std::vector<double> heights(static_cast<size_t>(columns), 0), widths(static_cast<size_t>(columns), 0);
    std::vector<size_t> column(inner.size());
    for (size_t i = 0; i < inner.size(); ++i) {
        const QRectF &r = rects[size_t(inner[i])];
        column[i] = size_t(std::min_element(heights.begin(), heights.end()) - heights.begin());
        heights[column[i]] += r.height() + o.boxGap;
        widths[column[i]] = std::max(widths[column[i]], r.width());
    }
    std::vector<double> lefts(widths.size(), 0), tops(widths.size(), 0);
    for (size_t c = 1; c < lefts.size(); ++c)
        lefts[c] = lefts[c - 1] + widths[c - 1] + o.boxGap;
    for (size_t i = 0; i < inner.size(); ++i) {
        QRectF &r = rects[size_t(inner[i])];
        r.moveTo(lefts[column[i]], tops[column[i]]);
        tops[column[i]] += r.height() + o.boxGap;
    }
    return {lefts.back() + widths.back(), *std::max_element(heights.begin(), heights.end()) - o.boxGap};
}

} // namespace

bool isFixed(const MapOptions &options, size_t group)
{
    return group < options.sizes.size() && !options.sizes[group].isEmpty();
}

MapBoxes measureBoxes(const LayoutInput &input, const MapOptions &o, double tallest, const std::vector<double> &widths)
{
    MapBoxes boxes;
    boxes.groups.resize(input.groups.size());
    boxes.nodes.resize(input.nodes.size());
    const Children children = childrenOf(input);
    for (size_t g = input.groups.size(); g-- > 0;) {
        const LayoutGroup &group = input.groups[g];
        if (isFixed(o, g)) {
            boxes.groups[g] = QRectF(QPointF(), o.sizes[g]);
            continue;
        }
        const std::vector<int> &inner = children.groups[g + 1];
        const std::vector<int> &cards = children.nodes[g + 1];
        const double least = (g < widths.size() ? widths[g] : 0) - 2 * group.padding;
        const double named = (g < o.widths.size() ? o.widths[g] : 0) - 2 * group.padding;
        QSizeF grid, size;
        double between = 0;
        const auto tryColumns = [&](int columns) {
            const QSizeF stacked = inner.empty() ? QSizeF(0, 0) : stack(inner, columns, o, boxes.groups);
            grid = gridOf(input, cards, o, std::max(stacked.width(), least) - 2 * group.padding, boxes.nodes);
            between = grid.height() > 0 && !inner.empty() ? o.boxGap : 0;
            const double content = grid.height() + between + stacked.height();
            size = QSizeF(std::max({grid.width(), stacked.width(), leastWidth, least, named}) + 2 * group.padding,
                          group.head + content + (content > 0 ? topPadding(group) + group.padding : group.padding));
            return stacked.width();
        };
        const int most = std::max<int>(1, int(inner.size()));
        int columns = 1;
        double used = tryColumns(1);
        // Until it is not too tall; in a given width, as many as fit.
        while (columns < most && (least > 0 ? used + 0.5 < least : size.height() > tallest * size.width())) {
            used = tryColumns(++columns);
            if (least > 0 && used > least + 0.5) {
                tryColumns(--columns);
                break;
            }
        }
        // Alone in the middle; above inner boxes in line with their cards.
        const double spare = std::max(0.0, size.width() - 2 * group.padding - grid.width());
        const double inset = inner.empty() ? spare / 2 : std::min(spare / 2, group.padding);
        const double top = group.head + topPadding(group);
        for (const int v : children.nodes[g + 1])
            boxes.nodes[size_t(v)].translate(group.padding + inset, top);
        for (const int c : inner)
            boxes.groups[size_t(c)].translate(group.padding, top + grid.height() + between);
        boxes.groups[g] = QRectF(QPointF(), size);
    }
    boxes.loose = gridOf(input, children.nodes[0], o, 0, boxes.nodes);
    // Every inner box as wide as its column allows.
    for (size_t g = 0; g < input.groups.size(); ++g) {
        if (!isFixed(o, g))
            widenBox(input, boxes, int(g), boxes.groups[g].width());
    }
    return boxes;
}

void widenBox(const LayoutInput &input, MapBoxes &boxes, int group, double width)
{
    // Outer before inner: indexes grow inwards.
    std::vector<double> wanted(input.groups.size(), -1);
    wanted[size_t(group)] = width;
    const Children children = childrenOf(input);
    std::vector<int> queue{group};
    for (size_t i = 0; i < queue.size(); ++i) {
        const int g = queue[i];
        QRectF &box = boxes.groups[size_t(g)];
        const double extra = wanted[size_t(g)] - box.width();
        box.setWidth(wanted[size_t(g)]);
        if (children.groups[size_t(g) + 1].empty()) {
            for (const int v : children.nodes[size_t(g) + 1])
                boxes.nodes[size_t(v)].translate(extra / 2, 0);
        }
        std::vector<double> lefts;
        for (const int c : children.groups[size_t(g) + 1])
            lefts.push_back(boxes.groups[size_t(c)].left());
        std::sort(lefts.begin(), lefts.end());
        lefts.erase(std::unique(lefts.begin(), lefts.end()), lefts.end());
        if (lefts.empty())
            continue;
        const double padding = input.groups[size_t(g)].padding;
        double right = 0;
        for (const int c : children.groups[size_t(g) + 1])
            right = std::max(right, boxes.groups[size_t(c)].right());
        const double each = (box.width() - padding - right) / double(lefts.size());
        for (const int c : children.groups[size_t(g) + 1]) {
            QRectF &r = boxes.groups[size_t(c)];
            const size_t column = size_t(std::lower_bound(lefts.begin(), lefts.end(), r.left()) - lefts.begin());
            double columnRight = 0;
            for (const int d : children.groups[size_t(g) + 1]) {
                if (boxes.groups[size_t(d)].left() == lefts[column])
                    columnRight = std::max(columnRight, boxes.groups[size_t(d)].right());
            }
            wanted[size_t(c)] = columnRight - lefts[column] + each;
            queue.push_back(c);
        }
        // Moved only after all widths are known, from the lefts before.
        for (const int c : children.groups[size_t(g) + 1]) {
            QRectF &r = boxes.groups[size_t(c)];
            const size_t column = size_t(std::lower_bound(lefts.begin(), lefts.end(), r.left()) - lefts.begin());
            r.moveLeft(r.left() + each * double(column));
        }
    }
}

} // namespace meshscope::graph
