#include "models/graph/mapparts.h"
#include "models/graph/maptracks.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

// Routes of the domain map: straight down between neighbours in a column; else out at a side, up or down in the gap beside
// the column, through the gaps between boxes of the columns passed, and in at a side. Each stretch gets a track of its own
// in its gap; gaps grow with what they hold. O(edges · (columns + boxes of a column)).
namespace meshscope::graph {

namespace {

constexpr double trackDown = 16;   ///< between levels in a gap between boxes
constexpr double trackAcross = 14; ///< between stretches in a gap between columns
constexpr double cornerFree = 16;  ///< of a side, at its ends

/// A level passage through a column: in its gap `slot` (0 above the first box).
struct Passage {
    int column = 0;
    int slot = 0;
    double y = 0;
};
struct Route {
    enum class Way : unsigned char { None, Down, Bracket, Across };
    Way way = Way::None;
    int from = -1;
    int to = -1;
    std::vector<Passage> passages;
    std::vector<Stretch> stretches;
    bool rightOut = true; ///< leaves at the right side
    bool rightIn = false; ///< comes in at the right side
    double yOut = 0;
    double yIn = 0;
    double doorOut = -1; ///< from the top of its box: fixed there, at the right side
    double doorIn = -1;  ///< fixed there, at the left side
};

class Router {
public:
    Router(std::vector<MapUnit> &units, int columns, const std::vector<MapEnd> &edges, const MapOptions &o)
        : m_units(units)
        , m_columns(static_cast<size_t>(columns))
        , m_o(o)
        , m_routes(edges.size())
        , m_slotLoads(static_cast<size_t>(columns))
        , m_gapLoads(static_cast<size_t>(columns) + 1, 0)
    {
        for (size_t u = 0; u < units.size(); ++u) {
            std::vector<int> &column = m_columns[size_t(units[u].column)];
            column.resize(std::max(column.size(), size_t(units[u].row) + 1), -1);
            column[size_t(units[u].row)] = int(u);
        }
        for (size_t c = 0; c < m_columns.size(); ++c)
            m_slotLoads[c].assign(m_columns[c].size() + 1, 0);
        for (size_t e = 0; e < edges.size(); ++e) {
            m_routes[e].from = edges[e].fromUnit;
            m_routes[e].to = edges[e].toUnit;
            m_routes[e].doorOut = edges[e].fromDoor;
            m_routes[e].doorIn = edges[e].toDoor;
        }
    }
    void run()
    {
        stackColumns();
        for (Route &r : m_routes)
            plan(r);
        stackColumns();
        placePassages();
        placeEnds();
        straighten();
        makeStretches();
        placeAcross();
    }
    [[nodiscard]] std::vector<QPointF> points(size_t e) const;

private:
    [[nodiscard]] const QRectF &box(int unit) const { return m_units[size_t(unit)].box; }
    void stackColumns();
    void plan(Route &r);
    [[nodiscard]] double slotMiddle(int column, int slot) const;
    int bestSlot(int column, double y) const;
    void placePassages();
    void placeEnds();
    void straighten();
    void makeStretches();
    void placeAcross();
    void placeDown();

    std::vector<MapUnit> &m_units;
    std::vector<std::vector<int>> m_columns;
    const MapOptions &m_o;
    std::vector<Route> m_routes;
    std::vector<std::vector<int>> m_slotLoads;
    std::vector<int> m_gapLoads;
    std::map<std::pair<int, int>, std::vector<int>> m_down; ///< routes straight down, by upper and lower unit
    std::map<size_t, double> m_downX;
};

void Router::stackColumns()
{
    for (size_t c = 0; c < m_columns.size(); ++c) {
        double total = 0;
        const auto gapBefore = [&](size_t row) {
            return std::max(m_o.downGap, 22 + trackDown * double(m_slotLoads[c][row]));
        };
        for (size_t row = 0; row < m_columns[c].size(); ++row)
            total += m_units[size_t(m_columns[c][row])].size.height() + (row > 0 ? gapBefore(row) : 0);
        double y = -total / 2;
        for (size_t row = 0; row < m_columns[c].size(); ++row) {
            MapUnit &u = m_units[size_t(m_columns[c][row])];
            if (row > 0)
                y += gapBefore(row);
            u.box = QRectF(QPointF(u.box.left(), y), u.size);
            y += u.size.height();
        }
    }
}

double Router::slotMiddle(int column, int slot) const
{
    const std::vector<int> &units = m_columns[size_t(column)];
    if (slot == 0)
        return box(units.front()).top() - 22;
    if (slot == int(units.size()))
        return box(units.back()).bottom() + 22;
    return (box(units[size_t(slot) - 1]).bottom() + box(units[size_t(slot)]).top()) / 2;
}

int Router::bestSlot(int column, double y) const
{
    int best = 0;
    double least = 1e300;
    for (int s = 0; s <= int(m_columns[size_t(column)].size()); ++s) {
        const double cost = std::abs(slotMiddle(column, s) - y) + 10 * m_slotLoads[size_t(column)][size_t(s)];
        if (cost < least) {
            least = cost;
            best = s;
        }
    }
    return best;
}

void Router::plan(Route &r)
{
    if (r.from < 0 || r.to < 0 || r.from == r.to)
        return;
    const MapUnit &a = m_units[size_t(r.from)];
    const MapUnit &b = m_units[size_t(r.to)];
    const bool isFree = r.doorOut < 0 && r.doorIn < 0;
    if (isFree && a.column == b.column && std::abs(a.row - b.row) == 1) {
        r.way = Route::Way::Down;
        m_down[{std::min(a.row, b.row) == a.row ? r.from : r.to, a.row < b.row ? r.to : r.from}].push_back(
            int(&r - m_routes.data()));
        return;
    }
    if (a.column == b.column && (r.doorOut < 0 || r.doorIn < 0)) {
        r.way = Route::Way::Bracket;
        r.rightOut = isFree ? m_gapLoads[size_t(a.column) + 1] <= m_gapLoads[size_t(a.column)] : r.doorIn < 0;
        r.rightIn = r.rightOut;
        ++m_gapLoads[size_t(a.column) + (r.rightOut ? 1 : 0)];
        return;
    }
    r.way = Route::Way::Across;
    r.rightOut = r.doorOut >= 0 || a.column < b.column;
    r.rightIn = r.doorIn < 0 && a.column > b.column;
    const int first = a.column + (r.rightOut ? 1 : 0); // gaps
    const int last = b.column + (r.rightIn ? 1 : 0);
    const int step = first < last ? 1 : -1;
    const double ya = r.doorOut >= 0 ? a.box.top() + r.doorOut : a.box.center().y();
    const double yb = r.doorIn >= 0 ? b.box.top() + r.doorIn : b.box.center().y();
    for (int gap = first; gap != last; gap += step) {
        const double t = (double(std::abs(gap - first)) + 1) / (double(std::abs(last - first)) + 1);
        Passage p;
        p.column = step > 0 ? gap : gap - 1;
        p.slot = bestSlot(p.column, ya + (yb - ya) * t);
        ++m_slotLoads[size_t(p.column)][size_t(p.slot)];
        r.passages.push_back(p);
    }
    ++m_gapLoads[size_t(first)];
    ++m_gapLoads[size_t(last)];
}

void Router::placePassages()
{
    std::map<std::pair<int, int>, std::vector<std::pair<double, Passage *>>> bySlot;
    for (Route &r : m_routes) {
        for (Passage &p : r.passages)
            bySlot[{p.column, p.slot}].push_back({box(r.from).center().y() + box(r.to).center().y(), &p});
    }
    for (auto &[slot, list] : bySlot) {
        std::stable_sort(list.begin(), list.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
        const std::vector<int> &units = m_columns[size_t(slot.first)];
        double step = trackDown;
        double y = slotMiddle(slot.first, slot.second);
        if (slot.second == 0) {
            y = box(units.front()).top() - 22 - step * double(list.size() - 1);
        } else if (slot.second < int(units.size())) {
            const double space = box(units[size_t(slot.second)]).top() - box(units[size_t(slot.second) - 1]).bottom();
            step = std::min(step, (space - 16) / std::max(1.0, double(list.size() - 1)));
            y -= step * double(list.size() - 1) / 2;
        } else {
            y = box(units.back()).bottom() + 22;
        }
        for (size_t i = 0; i < list.size(); ++i)
            list[i].second->y = y + step * double(i);
    }
}

void Router::placeEnds()
{
    std::map<std::pair<int, bool>, std::vector<std::pair<double, double *>>> sides;
    std::map<std::pair<int, bool>, std::set<double>> doors;
    for (Route &r : m_routes) {
        if (r.way != Route::Way::Bracket && r.way != Route::Way::Across)
            continue;
        const QRectF a = box(r.from);
        const QRectF b = box(r.to);
        if (r.doorOut >= 0)
            doors[{r.from, true}].insert(r.yOut = a.top() + r.doorOut);
        if (r.doorIn >= 0)
            doors[{r.to, false}].insert(r.yIn = b.top() + r.doorIn);
        const double top = std::max(a.top(), b.top());
        const double bottom = std::min(a.bottom(), b.bottom());
        // Boxes side by side are joined straight, at the middle of the height they share.
        const double shared = top < bottom ? (top + bottom) / 2 : std::nan("");
        const auto wish = [&](const Passage *passage, double door, double doorY, const QRectF &other) {
            return passage ? passage->y : door >= 0 ? doorY : !std::isnan(shared) ? shared : other.center().y();
        };
        if (r.doorOut < 0)
            sides[{r.from, r.rightOut}].push_back(
                {wish(r.passages.empty() ? nullptr : &r.passages.front(), r.doorIn, r.yIn, b), &r.yOut});
        if (r.doorIn < 0)
            sides[{r.to, r.rightIn}].push_back(
                {wish(r.passages.empty() ? nullptr : &r.passages.back(), r.doorOut, r.yOut, a), &r.yIn});
    }
    for (auto &[side, ends] : sides) {
        const QRectF b = box(side.first);
        const double inset = std::min(cornerFree, b.height() * 0.25);
        spread(ends, b.top() + inset, b.bottom() - inset);
        if (const auto fixed = doors.find(side); fixed != doors.end())
            keepOff(ends, fixed->second);
    }
}

/// Small jogs between neighbouring columns become straight where the ends beside leave room.
void Router::straighten()
{
    std::map<std::pair<int, bool>, std::vector<double *>> sides;
    for (Route &r : m_routes) {
        if (r.way == Route::Way::Across || r.way == Route::Way::Bracket) {
            sides[{r.from, r.rightOut}].push_back(&r.yOut);
            sides[{r.to, r.rightIn}].push_back(&r.yIn);
        }
    }
    const auto fits = [&](int unit, bool right, const double *own, double y) {
        const QRectF b = box(unit);
        if (y < b.top() + 10 || y > b.bottom() - 10)
            return false;
        for (const double *other : sides[{unit, right}]) {
            if (other != own && (std::abs(*other - y) < endGap - 2 || (*other - *own) * (*other - y) < 0))
                return false;
        }
        return true;
    };
    for (Route &r : m_routes) {
        if (r.way != Route::Way::Across || !r.passages.empty() || std::abs(r.yOut - r.yIn) > 40)
            continue;
        if (r.doorIn < 0 && fits(r.to, r.rightIn, &r.yIn, r.yOut))
            r.yIn = r.yOut;
        else if (r.doorOut < 0 && fits(r.from, r.rightOut, &r.yOut, r.yIn))
            r.yOut = r.yIn;
    }
}

void Router::makeStretches()
{
    for (Route &r : m_routes) {
        if (r.way == Route::Way::Bracket) {
            const int gap = m_units[size_t(r.from)].column + (r.rightOut ? 1 : 0);
            r.stretches.push_back({gap, r.yOut, r.yIn, r.rightOut, !r.rightOut, 0});
        } else if (r.way == Route::Way::Across) {
            int gap = m_units[size_t(r.from)].column + (r.rightOut ? 1 : 0);
            double y = r.yOut;
            bool fromLeft = r.rightOut;
            for (const Passage &p : r.passages) {
                const bool toRight = p.column >= gap;
                r.stretches.push_back({gap, y, p.y, fromLeft, toRight, 0});
                gap = toRight ? p.column + 1 : p.column;
                fromLeft = toRight;
                y = p.y;
            }
            r.stretches.push_back({gap, y, r.yIn, fromLeft, !r.rightIn, 0});
        }
    }
}

void Router::placeAcross()
{
    const size_t gaps = m_columns.size() + 1;
    std::vector<std::vector<Stretch *>> byGap(gaps);
    for (Route &r : m_routes) {
        for (Stretch &s : r.stretches) {
            if (s.y0 != s.y1)
                byGap[size_t(s.gap)].push_back(&s);
        }
    }
    double x = 0;
    for (size_t g = 0; g < gaps; ++g) {
        const int tracks = assignTracks(byGap[g]);
        const double needed = tracks > 0 ? trackAcross * (tracks - 1) + 44 : 0;
        const bool outer = g == 0 || g + 1 == gaps;
        const double width = outer ? needed : std::max(m_o.acrossGap, needed);
        const double step = tracks > 1 ? std::min(22.0, (width - 44) / (tracks - 1)) : 0;
        const double first = outer && g > 0 ? x + 22 : x + (width - step * (tracks - 1)) / 2;
        for (Stretch *s : byGap[g])
            s->x = first + s->x * step;
        x += width;
        if (g + 1 == gaps)
            break;
        double column = 0;
        for (const int u : m_columns[g])
            column = std::max(column, m_units[size_t(u)].size.width());
        for (const int u : m_columns[g])
            m_units[size_t(u)].box.moveLeft(x + (column - m_units[size_t(u)].size.width()) / 2);
        x += column;
    }
    placeDown();
}

void Router::placeDown()
{
    for (const auto &[pair, list] : m_down) {
        const QRectF a = box(pair.first);
        const QRectF b = box(pair.second);
        const double left = std::max(a.left(), b.left());
        const double width = std::min(a.right(), b.right()) - left;
        // Several ways share the width; one alone goes down the middle.
        const double step = std::min(56.0, width / double(list.size() + 1));
        for (size_t i = 0; i < list.size(); ++i)
            m_downX[size_t(list[i])] = left + width / 2 + step * (double(i) - double(list.size() - 1) / 2);
    }
}

std::vector<QPointF> Router::points(size_t e) const
{
    const Route &r = m_routes[e];
    if (r.way == Route::Way::None)
        return {};
    const QRectF a = box(r.from);
    const QRectF b = box(r.to);
    if (r.way == Route::Way::Down) {
        const double x = m_downX.at(e);
        const bool down = a.top() < b.top();
        return {{x, down ? a.bottom() : a.top()}, {x, down ? b.top() : b.bottom()}};
    }
    std::vector<QPointF> points{{r.rightOut ? a.right() : a.left(), r.yOut}};
    for (const Stretch &s : r.stretches) {
        if (s.y0 == s.y1)
            continue;
        points.emplace_back(s.x, s.y0);
        points.emplace_back(s.x, s.y1);
    }
    points.emplace_back(r.rightIn ? b.right() : b.left(), r.yIn);
    return points;
}

} // namespace

void placeColumns(std::vector<MapUnit> &units, int columns, const std::vector<MapEnd> &edges, const MapOptions &options,
                  std::vector<LayoutRoute> &routes)
{
    routes.assign(edges.size(), {});
    if (columns == 0)
        return;
    Router router(units, columns, edges, options);
    router.run();
    for (size_t e = 0; e < edges.size(); ++e)
        routes[e].points = router.points(e);
}

} // namespace meshscope::graph
