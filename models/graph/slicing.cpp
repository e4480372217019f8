#include "models/graph/slicing.h"

#include <algorithm>
#include <numeric>
#include <queue>

namespace meshscope::graph {

namespace {

constexpr double worstAspect = 1000;

double aspectOf(double w, double h)
{
    const double least = std::min(w, h);
    return least > 0 ? std::min(worstAspect, std::max(w, h) / least) : worstAspect;
}

/// The tree of cuts of a divided rectangle: each cut runs through the whole of its part.
class Cuts {
public:
    explicit Cuts(const std::vector<double> &sizes)
        : m_sizes(sizes)
    {
    }
    /// Reads the cuts off a picture. Rectangles that no straight cut parts (from another arrangement) are halved by their
    /// middles.
    void read(const std::vector<QRectF> &picture)
    {
        std::vector<int> all;
        for (size_t i = 0; i < picture.size(); ++i) {
            if (!picture[i].isNull())
                all.push_back(int(i));
        }
        m_parts.push_back({});
        std::vector<std::pair<int, std::vector<int>>> open;
        open.emplace_back(0, std::move(all));
        while (!open.empty()) {
            auto [part, items] = std::move(open.back());
            open.pop_back();
            if (items.size() == 1) {
                m_parts[size_t(part)].item = items.front();
                continue;
            }
            bool across = true;
            std::vector<std::vector<int>> pieces = cut(picture, items, across);
            if (pieces.size() < 2)
                pieces = cut(picture, items, across = false);
            if (pieces.size() < 2)
                pieces = halve(picture, items, across);
            m_parts[size_t(part)].across = across;
            for (std::vector<int> &piece : pieces) {
                m_parts[size_t(part)].inner.push_back(int(m_parts.size()));
                open.emplace_back(int(m_parts.size()), std::move(piece));
                m_parts.push_back({});
            }
        }
    }
    /// Splits the part of a large item for a new one, a different large item each time.
    void add(const std::vector<int> &news)
    {
        struct Host {
            double share;
            int part;
            int times;
            bool operator<(const Host &o) const { return share != o.share ? share < o.share : part > o.part; }
        };
        std::priority_queue<Host> hosts;
        for (size_t p = 0; p < m_parts.size(); ++p) {
            if (m_parts[p].item >= 0)
                hosts.push({m_sizes[size_t(m_parts[p].item)], int(p), 0});
        }
        for (const int item : news) {
            Host host = hosts.top();
            hosts.pop();
            const int old = int(m_parts.size());
            m_parts.push_back({m_parts[size_t(host.part)].item, true, false, {}});
            m_parts.push_back({item, true, false, {}});
            m_parts[size_t(host.part)] = {-1, true, true, {old, old + 1}};
            const double size = m_sizes[size_t(m_parts[size_t(old)].item)];
            hosts.push({size / (host.times + 2), old, host.times + 1});
        }
    }
    [[nodiscard]] std::vector<QRectF> divide(const QRectF &box)
    {
        std::vector<double> weight(m_parts.size(), 0);
        for (size_t p = m_parts.size(); p-- > 0;) { // inner parts come after the part they are in
            if (m_parts[p].item >= 0)
                weight[p] = m_sizes[size_t(m_parts[p].item)];
            for (const int inner : m_parts[p].inner)
                weight[p] += weight[size_t(inner)];
        }
        std::vector<QRectF> where(m_parts.size()), out(m_sizes.size());
        where.front() = box;
        for (size_t p = 0; p < m_parts.size(); ++p) {
            const Part &part = m_parts[p];
            const QRectF r = where[p];
            if (part.item >= 0)
                out[size_t(part.item)] = r;
            const bool across = part.isAdded ? r.width() >= r.height() : part.across;
            double done = 0;
            for (size_t k = 0; k < part.inner.size(); ++k) {
                const double from = done / weight[p];
                done += weight[size_t(part.inner[k])];
                const double to = k + 1 == part.inner.size() ? 1 : std::min(1.0, done / weight[p]);
                where[size_t(part.inner[k])] = across ? QRectF(QPointF(r.left() + r.width() * from, r.top()),
                                                               QPointF(r.left() + r.width() * to, r.bottom()))
                                                      : QRectF(QPointF(r.left(), r.top() + r.height() * from),
                                                               QPointF(r.right(), r.top() + r.height() * to));
            }
        }
        return out;
    }

private:
    struct Part {
        int item = -1;
        bool across = true;   ///< its inner parts stand side by side
        bool isAdded = false; ///< made for a new item: cut along whatever is longer
        std::vector<int> inner;
    };
    static std::vector<std::vector<int>> cut(const std::vector<QRectF> &picture, std::vector<int> &items, bool across)
    {
        const auto low = [&](int i) { return across ? picture[size_t(i)].left() : picture[size_t(i)].top(); };
        const auto high = [&](int i) { return across ? picture[size_t(i)].right() : picture[size_t(i)].bottom(); };
        std::sort(items.begin(), items.end(), [&](int a, int b) { return low(a) != low(b) ? low(a) < low(b) : a < b; });
        double least = low(items.front());
        double most = high(items.front());
        for (const int i : items) {
            least = std::min(least, low(i));
            most = std::max(most, high(i));
        }
        const double slack = (most - least) * 1e-7;
        std::vector<std::vector<int>> pieces;
        double reach = low(items.front()) - 1;
        for (const int i : items) {
            if (pieces.empty() || low(i) >= reach - slack)
                pieces.emplace_back();
            pieces.back().push_back(i);
            reach = std::max(reach, high(i));
        }
        return pieces;
    }
    static std::vector<std::vector<int>> halve(const std::vector<QRectF> &picture, std::vector<int> &items, bool &across)
    {
        QRectF all;
        for (const int i : items)
            all = all.united(picture[size_t(i)]);
        across = all.width() >= all.height();
        const auto middle = [&](int i) {
            return across ? picture[size_t(i)].center().x() : picture[size_t(i)].center().y();
        };
        std::sort(items.begin(), items.end(),
                  [&](int a, int b) { return middle(a) != middle(b) ? middle(a) < middle(b) : a < b; });
        const auto half = items.begin() + qsizetype(items.size() / 2);
        return {{items.begin(), half}, {half, items.end()}};
    }

    const std::vector<double> &m_sizes;
    std::vector<Part> m_parts;
};

} // namespace

std::vector<QRectF> squarified(const QRectF &box, const std::vector<double> &sizes)
{
    std::vector<QRectF> out(sizes.size());
    std::vector<int> order(sizes.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return sizes[size_t(a)] > sizes[size_t(b)]; });
    std::vector<double> rest(sizes.size() + 1, 0); // sums from the end: no error piles up on the large ones
    for (size_t i = sizes.size(); i-- > 0;)
        rest[i] = rest[i + 1] + sizes[size_t(order[i])];
    QRectF left = box;
    for (size_t begin = 0; begin < order.size();) {
        const double unit = left.width() * left.height() / rest[begin]; // area of size 1
        const bool upright = left.width() >= left.height();             // the row stands at the left, or lies at the top
        const double side = upright ? left.height() : left.width();
        const double most = sizes[size_t(order[begin])] * unit;
        const auto worst = [&](double sum, double least) {
            return side > 0 && least > 0 ? std::max(side * side * most / (sum * sum), sum * sum / (side * side * least))
                                         : worstAspect;
        };
        size_t end = begin + 1;
        double sum = most;
        while (end < order.size()) {
            const double next = sizes[size_t(order[end])] * unit;
            const double least = sizes[size_t(order[end - 1])] * unit;
            if (worst(sum + next, next) > worst(sum, least))
                break;
            sum += next;
            ++end;
        }
        const double share = end == order.size() ? 1 : (rest[begin] - rest[end]) / rest[begin];
        QRectF row = left;
        if (upright)
            row.setWidth(left.width() * share);
        else
            row.setHeight(left.height() * share);
        const double inRow = rest[begin] - rest[end];
        for (size_t i = begin; i < end; ++i) {
            const double from = i == begin ? 0 : (rest[begin] - rest[i]) / inRow;
            const double to = i + 1 == end ? 1 : (rest[begin] - rest[i + 1]) / inRow;
            out[size_t(order[i])] = upright ? QRectF(QPointF(row.left(), row.top() + row.height() * from),
                                                     QPointF(row.right(), row.top() + row.height() * to))
                                            : QRectF(QPointF(row.left() + row.width() * from, row.top()),
                                                     QPointF(row.left() + row.width() * to, row.bottom()));
        }
        if (upright)
            left.setLeft(row.right());
        else
            left.setTop(row.bottom());
        begin = end;
    }
    return out;
}

std::vector<QRectF> resliced(const QRectF &box, const std::vector<double> &sizes, const std::vector<QRectF> &previous)
{
    std::vector<int> news;
    for (size_t i = 0; i < sizes.size(); ++i) {
        if (i >= previous.size() || previous[i].isNull())
            news.push_back(int(i));
    }
    if (news.size() == sizes.size())
        return squarified(box, sizes);
    std::stable_sort(news.begin(), news.end(), [&](int a, int b) { return sizes[size_t(a)] > sizes[size_t(b)]; });
    Cuts cuts(sizes);
    cuts.read(previous);
    cuts.add(news);
    return cuts.divide(box);
}

double meanAspect(const std::vector<QRectF> &parts)
{
    if (parts.empty())
        return 1;
    double sum = 0;
    for (const QRectF &r : parts)
        sum += aspectOf(r.width(), r.height());
    return sum / double(parts.size());
}

} // namespace meshscope::graph
