#include "models/graph/treemap.h"

#include "models/graph/slicing.h"

#include <algorithm>
#include <cmath>

// Boxes are filled from the outside in; each is divided among its parts by one of two rules.
//
// Without a last picture: squarified (Bruls, Huizing, van Wijk 2000), parts by falling size.
// With one: the cuts of the last picture are found again and moved, so that every part keeps its neighbours whatever its
// size is now (slicing.h); new parts are put beside large ones. Moved cuts make long parts in time: when their mean
// aspect has become 2.5 times as bad as a fresh division's, the fresh one is taken. That is the price of both.
//
// O(n log n) fresh; O(n log n · depth of the cuts) kept, about n^1.5 log n for equal parts.
namespace meshscope::graph {

namespace {

constexpr double largest = 1e12;
constexpr double tolerated = 2.5; ///< times the fresh mean aspect

double usable(double v, double least, double most, double otherwise)
{
    return std::isfinite(v) && v >= least ? std::min(v, most) : otherwise;
}

class Treemap {
public:
    Treemap(const LayoutInput &input, const TreemapOptions &options)
        : m_in(input)
        , m_o(options)
        , m_children(input.groups.size() + 1)
        , m_groupSize(input.groups.size(), 0)
    {
        m_area = QRectF(0, 0, usable(options.area.width(), 1, 1e7, 1600), usable(options.area.height(), 1, 1e7, 1000));
        collect();
    }
    LayoutResult make()
    {
        LayoutResult out;
        out.nodes.assign(m_in.nodes.size(), QRectF());
        out.groups.assign(m_in.groups.size(), QRectF());
        out.routes.resize(m_in.edges.size());
        out.bounds = m_area;
        fill(out, -1, m_area);
        for (size_t g = 0; g < m_in.groups.size() && !out.cancelled; ++g) {
            out.cancelled = m_in.cancelled && m_in.cancelled();
            if (!out.groups[g].isEmpty())
                fill(out, int(g), inner(int(g), out.groups[g]));
        }
        placeEmpty(out);
        if (m_in.rightToLeft) {
            for (std::vector<QRectF> *rects : {&out.nodes, &out.groups}) {
                for (QRectF &r : *rects)
                    r = mirrored(r, m_area);
            }
        }
        return out;
    }

private:
    [[nodiscard]] static QRectF mirrored(const QRectF &r, const QRectF &in)
    {
        return {in.left() + in.right() - r.right(), r.top(), r.width(), r.height()};
    }
    [[nodiscard]] int parentOfGroup(size_t g) const
    {
        const int parent = m_in.groups[g].parent;
        return parent >= 0 && parent < int(g) ? parent : -1;
    }
    [[nodiscard]] double sizeOf(int item) const
    {
        return item >= 0 ? usable(size_t(item) < m_o.sizes.size() ? m_o.sizes[size_t(item)] : 0, 0, largest, 0)
                         : m_groupSize[size_t(~item)];
    }
    void collect()
    {
        for (size_t v = 0; v < m_in.nodes.size(); ++v) {
            const int parent = m_in.nodes[v].parent;
            const bool has = parent >= 0 && parent < int(m_in.groups.size());
            m_children[has ? size_t(parent) + 1 : 0].push_back(int(v));
            if (has)
                m_groupSize[size_t(parent)] += sizeOf(int(v));
        }
        for (size_t g = m_in.groups.size(); g-- > 0;) {
            const int parent = parentOfGroup(g);
            m_children[size_t(parent + 1)].push_back(~int(g));
            if (parent >= 0)
                m_groupSize[size_t(parent)] += m_groupSize[g];
        }
        for (std::vector<int> &list : m_children) {
            // Groups in their order before nodes in theirs: what ties are broken by.
            std::sort(list.begin(), list.end(),
                      [](int a, int b) { return (a < 0) != (b < 0) ? a < 0 : (a < 0 ? a > b : a < b); });
        }
    }
    /// Below the head; small boxes give up their head and border first.
    [[nodiscard]] QRectF inner(int group, const QRectF &box) const
    {
        const LayoutGroup &g = m_in.groups[size_t(group)];
        const double padding = std::min(usable(g.padding, 0, 1e6, 0), 0.08 * std::min(box.width(), box.height()));
        const double head = std::min(usable(g.head, 0, 1e6, 0), 0.4 * box.height());
        return box.adjusted(padding, std::max(head, padding), -padding, -padding);
    }
    [[nodiscard]] QRectF previousOf(int item) const
    {
        const std::vector<QRectF> &all = item >= 0 ? m_o.previousNodes : m_o.previousGroups;
        const size_t i = size_t(item >= 0 ? item : ~item);
        if (i >= all.size())
            return {};
        const QRectF &r = all[i];
        const bool isUsable = std::isfinite(r.x()) && std::isfinite(r.y()) && r.width() > 0 && r.height() > 0 &&
                              std::isfinite(r.right()) && std::isfinite(r.bottom());
        return !isUsable ? QRectF() : m_in.rightToLeft ? mirrored(r, {}) : r;
    }
    void fill(LayoutResult &out, int group, const QRectF &box)
    {
        std::vector<int> items;
        std::vector<double> sizes;
        std::vector<QRectF> previous;
        for (const int item : m_children[size_t(group + 1)]) {
            if (!(sizeOf(item) > 0))
                continue;
            items.push_back(item);
            sizes.push_back(sizeOf(item));
            previous.push_back(previousOf(item));
        }
        const std::vector<QRectF> parts = divide(box, sizes, previous);
        for (size_t i = 0; i < items.size(); ++i)
            (items[i] >= 0 ? out.nodes[size_t(items[i])] : out.groups[size_t(~items[i])]) = parts[i];
    }
    [[nodiscard]] static std::vector<QRectF> divide(const QRectF &box, const std::vector<double> &sizes,
                                                    const std::vector<QRectF> &previous)
    {
        std::vector<QRectF> fresh = squarified(box, sizes);
        const auto known = std::count_if(previous.begin(), previous.end(), [](const QRectF &r) { return !r.isNull(); });
        if (known < 2 || known * 2 < qsizetype(sizes.size()))
            return fresh;
        std::vector<QRectF> kept = resliced(box, sizes, previous);
        return meanAspect(kept) > tolerated * meanAspect(fresh) ? fresh : kept;
    }
    /// What has no size is a point in the middle of its box, so that it is still somewhere.
    void placeEmpty(LayoutResult &out) const
    {
        const auto middle = [&](int parent) {
            return QRectF(parent >= 0 ? out.groups[size_t(parent)].center() : m_area.center(), QSizeF(0, 0));
        };
        for (size_t g = 0; g < out.groups.size(); ++g) {
            if (out.groups[g].isNull())
                out.groups[g] = middle(parentOfGroup(g));
        }
        for (size_t v = 0; v < out.nodes.size(); ++v) {
            const int parent = m_in.nodes[v].parent;
            if (out.nodes[v].isNull())
                out.nodes[v] = middle(parent >= 0 && parent < int(out.groups.size()) ? parent : -1);
        }
    }

    const LayoutInput &m_in;
    const TreemapOptions &m_o;
    QRectF m_area;
    std::vector<std::vector<int>> m_children; ///< of the top, then of each group; groups as ~group
    std::vector<double> m_groupSize;
};

} // namespace

LayoutResult treemapLayout(const LayoutInput &input, const TreemapOptions &options)
{
    return Treemap(input, options).make();
}

} // namespace meshscope::graph
