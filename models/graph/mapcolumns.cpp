#include "models/graph/mapparts.h"

#include <algorithm>
#include <cmath>
#include <numeric>

// Columns of the domain map: hill climbing over moves of one box to another column, with a cost for each flow by how far and
// which way it goes, and for uneven heights; then the order in each column by moving neighbours until flows are short.
// Rounds are bounded, so a move costs O(its flows) and all of it O(rounds · (units · columns + flows)).
namespace meshscope::graph {

namespace {

double heightOf(const MapUnit &u, const MapOptions &o)
{
    return u.size.height() + o.downGap;
}

double flowCost(int from, int to)
{
    const int step = to - from;
    if (step == 1)
        return 0;
    if (step == 0)
        return 1.2;
    return step > 1 ? 1.0 * (step - 1) : 2.2 + 1.2 * (-step - 1);
}

class Columns {
public:
    Columns(std::vector<MapUnit> &units, const std::vector<MapFlow> &flows, int count, const MapOptions &o)
        : m_units(units)
        , m_flows(flows)
        , m_count(count)
        , m_o(o)
        , m_of(units.size())
        , m_heights(size_t(count), 0)
    {
        for (size_t f = 0; f < flows.size(); ++f) {
            m_of[size_t(flows[f].from)].push_back(int(f));
            m_of[size_t(flows[f].to)].push_back(int(f));
        }
        for (const MapUnit &u : units)
            m_total += heightOf(u, o);
    }
    void run()
    {
        start();
        for (int round = 0; round < 30; ++round) {
            bool better = false;
            for (size_t u = 0; u < m_units.size(); ++u)
                better = improve(int(u)) || better;
            better = swapAny() || better;
            if (!better)
                return;
        }
    }

private:
    /// By surplus of what goes out: givers left, takers right, cut at even heights; no flow: where there is room.
    void start()
    {
        std::vector<double> surplus(m_units.size(), 0);
        for (const MapFlow &f : m_flows) {
            surplus[size_t(f.from)] += std::log2(1 + f.weight);
            surplus[size_t(f.to)] -= std::log2(1 + f.weight);
        }
        std::vector<int> order(m_units.size());
        std::iota(order.begin(), order.end(), 0);
        std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return surplus[size_t(a)] > surplus[size_t(b)]; });
        double y = 0;
        for (const int u : order) {
            const double h = heightOf(m_units[size_t(u)], m_o);
            const int column = std::clamp(int((y + h / 2) / m_total * m_count), 0, m_count - 1);
            m_units[size_t(u)].column = column;
            m_heights[size_t(column)] += h;
            y += h;
        }
    }
    [[nodiscard]] double costOf(int u) const
    {
        double cost = 0;
        for (const int f : m_of[size_t(u)]) {
            const MapFlow &flow = m_flows[size_t(f)];
            cost += (1 + std::log2(1 + flow.weight)) *
                    flowCost(m_units[size_t(flow.from)].column, m_units[size_t(flow.to)].column);
        }
        return cost;
    }
    /// Unevenness in units of flow cost: squared share by which a column is higher or lower than the mean.
    [[nodiscard]] double unevenness() const
    {
        const double mean = m_total / m_count;
        double sum = 0;
        for (const double h : m_heights)
            sum += std::pow((h - mean) / std::max(1.0, mean), 2);
        return 12 * sum;
    }
    void move(int u, int column)
    {
        MapUnit &unit = m_units[size_t(u)];
        m_heights[size_t(unit.column)] -= heightOf(unit, m_o);
        m_heights[size_t(column)] += heightOf(unit, m_o);
        unit.column = column;
    }
    bool improve(int u)
    {
        const int was = m_units[size_t(u)].column;
        int best = was;
        double least = costOf(u) + unevenness() - 1e-9;
        const double before = least;
        for (int c = 0; c < m_count; ++c) {
            if (c == was)
                continue;
            move(u, c);
            const double cost = costOf(u) + unevenness();
            if (cost < least) {
                least = cost;
                best = c;
            }
        }
        move(u, best);
        return least < before;
    }
    bool swapAny()
    {
        if (m_units.size() > 120)
            return false;
        bool better = false;
        for (size_t a = 0; a < m_units.size(); ++a) {
            for (size_t b = a + 1; b < m_units.size(); ++b) {
                const int ca = m_units[a].column;
                const int cb = m_units[b].column;
                if (ca == cb)
                    continue;
                const double before = costOf(int(a)) + costOf(int(b)) + unevenness();
                move(int(a), cb);
                move(int(b), ca);
                if (costOf(int(a)) + costOf(int(b)) + unevenness() < before - 1e-9) {
                    better = true;
                } else {
                    move(int(a), ca);
                    move(int(b), cb);
                }
            }
        }
        return better;
    }

    std::vector<MapUnit> &m_units;
    const std::vector<MapFlow> &m_flows;
    int m_count;
    const MapOptions &m_o;
    std::vector<std::vector<int>> m_of;
    std::vector<double> m_heights;
    double m_total = 0;
};

/// Middles of all units when each column is stacked around height 0.
std::vector<double> middles(const std::vector<MapUnit> &units, const std::vector<std::vector<int>> &columns,
                            const MapOptions &o)
{
    std::vector<double> y(units.size(), 0);
    for (const std::vector<int> &column : columns) {
        double total = -o.downGap;
        for (const int u : column)
            total += heightOf(units[size_t(u)], o);
        double at = -total / 2;
        for (const int u : column) {
            y[size_t(u)] = at + units[size_t(u)].size.height() / 2;
            at += heightOf(units[size_t(u)], o);
        }
    }
    return y;
}

double lengthOf(const std::vector<MapUnit> &units, const std::vector<MapFlow> &flows, const std::vector<double> &y)
{
    double sum = 0;
    for (const MapFlow &f : flows) {
        const MapUnit &a = units[size_t(f.from)];
        const MapUnit &b = units[size_t(f.to)];
        const double apart = std::abs(y[size_t(f.from)] - y[size_t(f.to)]);
        // In one column only neighbours can be joined directly.
        const bool jumps = a.column == b.column && apart > (a.size.height() + b.size.height()) / 2 + 60;
        sum += (1 + std::log2(1 + f.weight)) * (apart + (jumps ? 400 : 0));
    }
    return sum;
}

void orderColumns(const std::vector<MapUnit> &units, const std::vector<MapFlow> &flows,
                  std::vector<std::vector<int>> &columns, const MapOptions &o)
{
    for (int round = 0; round < 8; ++round) { // by the middle of what each unit is joined with
        std::vector<double> y = middles(units, columns, o);
        std::vector<double> sum(units.size(), 0), weight(units.size(), 0);
        for (const MapFlow &f : flows) {
            const double w = 1 + std::log2(1 + f.weight);
            sum[size_t(f.from)] += w * y[size_t(f.to)];
            sum[size_t(f.to)] += w * y[size_t(f.from)];
            weight[size_t(f.from)] += w;
            weight[size_t(f.to)] += w;
        }
        for (std::vector<int> &column : columns) {
            std::stable_sort(column.begin(), column.end(), [&](int a, int b) {
                const auto key = [&](int u) { return weight[size_t(u)] > 0 ? sum[size_t(u)] / weight[size_t(u)] : 1e9; };
                return key(a) < key(b);
            });
        }
    }
    const size_t work = units.size() * units.size() * std::max<size_t>(1, flows.size());
    if (work > 3'000'000)
        return;
    double least = lengthOf(units, flows, middles(units, columns, o));
    for (int round = 0; round < 6; ++round) { // then by trying every pair in a column
        bool better = false;
        for (std::vector<int> &column : columns) {
            for (size_t i = 0; i < column.size(); ++i) {
                for (size_t k = i + 1; k < column.size(); ++k) {
                    std::swap(column[i], column[k]);
                    const double length = lengthOf(units, flows, middles(units, columns, o));
                    if (length < least - 1e-6) {
                        least = length;
                        better = true;
                    } else {
                        std::swap(column[i], column[k]);
                    }
                }
            }
        }
        if (!better)
            return;
    }
}

} // namespace

int columnCount(const std::vector<MapUnit> &units, const MapOptions &o)
{
    double height = 0;
    double width = 0;
    for (const MapUnit &u : units) {
        height += heightOf(u, o);
        width = std::max(width, u.size.width() + o.acrossGap);
    }
    const int wanted = int(std::lround(std::sqrt(std::max(0.1, o.aspect) * height / std::max(1.0, width))));
    return std::clamp(wanted, 1, std::max(1, int(units.size())));
}

MapColumns chooseColumns(std::vector<MapUnit> &units, const std::vector<MapFlow> &flows, int count, const MapOptions &o)
{
    if (units.empty())
        return {};
    Columns(units, flows, count, o).run();
    std::vector<std::vector<int>> columns(static_cast<size_t>(count));
    for (size_t u = 0; u < units.size(); ++u)
        columns[size_t(units[u].column)].push_back(int(u));
    columns.erase(std::remove_if(columns.begin(), columns.end(), [](const auto &c) { return c.empty(); }), columns.end());
    for (size_t c = 0; c < columns.size(); ++c) {
        for (const int u : columns[c])
            units[size_t(u)].column = int(c);
    }
    orderColumns(units, flows, columns, o);
    for (const std::vector<int> &column : columns) {
        for (size_t i = 0; i < column.size(); ++i)
            units[size_t(column[i])].row = int(i);
    }
    MapColumns chosen;
    chosen.count = int(columns.size());
    double total = 0;
    for (const MapFlow &f : flows) {
        const double weight = 1 + std::log2(1 + f.weight);
        chosen.flowCost += weight * flowCost(units[size_t(f.from)].column, units[size_t(f.to)].column);
        total += weight;
    }
    if (total > 0)
        chosen.flowCost /= total;
    return chosen;
}

} // namespace meshscope::graph
