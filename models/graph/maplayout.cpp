#include "models/graph/mapparts.h"
#include "models/graph/cleaning.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>

// The domain map: sizes of the boxes (mapboxes.cpp), columns along the flow (mapcolumns.cpp), routes in the gaps
// (maproutes.cpp). Edges that end at something inside a top box are led to that box's side and go on to their end where
// nothing lies between.
namespace meshscope::graph {

namespace {

int topOf(const LayoutInput &in, int item)
{
    int g = item >= 0 ? in.nodes[size_t(item)].parent : ~item;
    while (g >= 0 && in.groups[size_t(g)].parent >= 0)
        g = in.groups[size_t(g)].parent;
    return g;
}

QRectF rectOf(const LayoutResult &r, int item)
{
    return item >= 0 ? r.nodes[size_t(item)] : r.groups[size_t(~item)];
}

/// Where a route from the side of a top box meets `item` inside it; the side itself when something is in between.
QPointF reachInside(const LayoutInput &in, const LayoutResult &r, int item, QPointF at, QPointF next)
{
    const QRectF own = rectOf(r, item);
    if (at.y() == next.y()) {
        const double y = std::clamp(at.y(), own.top(), own.bottom());
        if (y != at.y())
            return at;
        const bool right = next.x() > at.x();
        const double side = right ? own.right() : own.left();
        const double low = std::min(side, at.x());
        const double high = std::max(side, at.x());
        for (size_t v = 0; v < in.nodes.size(); ++v) {
            const QRectF &c = r.nodes[v];
            if (int(v) != item && c.left() < high && c.right() > low && c.top() <= y && c.bottom() >= y && !own.contains(c))
                return at;
        }
        for (size_t g = 0; g < in.groups.size(); ++g) {
            const QRectF &c = r.groups[g];
            if (c.left() < high && c.right() > low && c.top() <= y && c.bottom() >= y && !own.contains(c) &&
                !c.contains(own))
                return at;
        }
        return {side, y};
    }
    return at;
}

/// Moves the level first (or last) stretch of a route to the height of what it belongs to.
void leadInside(const LayoutInput &in, const LayoutResult &r, int item, std::vector<QPointF> &points)
{
    const size_t n = points.size();
    const QRectF own = rectOf(r, item);
    if (n >= 4 && points[0].y() == points[1].y() && points[1].x() == points[2].x()) {
        const double y = std::clamp(points[0].y(), own.top() + own.height() * 0.2, own.bottom() - own.height() * 0.2);
        const QRectF stretch =
            QRectF(QPointF(points[0].x(), y), QPointF(points[1].x(), y)).normalized().adjusted(0, -4, 0, 4);
        bool free = true;
        for (size_t g = 0; g < in.groups.size() && free; ++g)
            free = in.groups[g].parent >= 0 || r.groups[g].contains(own) || !r.groups[g].intersects(stretch);
        if (free) {
            points[0].setY(y);
            points[1].setY(y);
        }
    }
    if (n >= 2)
        points[0] = reachInside(in, r, item, points[0], points[1]);
}

/// One way to lay the map out.
struct Attempt {
    double tallest = 2.2;
    int moreColumns = 0;
};

struct Made {
    LayoutResult result;
    double score = 0; ///< how large it is in a view of the aimed aspect, less what flows cost
    MapPlan plan;
};

/// Puts units where a plan has them; what it does not know comes last in the last column. Gives how many columns there are.
int placeAsPlanned(std::vector<MapUnit> &units, const MapPlan &plan)
{
    std::map<int, std::vector<std::pair<int, size_t>>> columns; // rows and units
    std::vector<size_t> unknown;
    for (size_t u = 0; u < units.size(); ++u) {
        const int g = units[u].group;
        if (g >= 0 && size_t(g) < plan.places.size() && plan.places[size_t(g)].first >= 0)
            columns[plan.places[size_t(g)].first].emplace_back(plan.places[size_t(g)].second, u);
        else
            unknown.push_back(u);
    }
    for (const size_t u : unknown) {
        auto &last = columns.empty() ? columns[0] : std::prev(columns.end())->second;
        last.emplace_back(std::numeric_limits<int>::max(), u);
    }
    int column = 0;
    for (auto &[planned, rows] : columns) {
        std::stable_sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
        for (size_t row = 0; row < rows.size(); ++row) {
            units[rows[row].second].column = column;
            units[rows[row].second].row = int(row);
        }
        ++column;
    }
    return column;
}

bool knowsAny(const MapPlan *plan)
{
    return plan && plan->tallest > 0 &&
           std::any_of(plan->places.begin(), plan->places.end(), [](const auto &at) { return at.first >= 0; });
}

Made attempt(const LayoutInput &in, const MapOptions &options, const Attempt &way, const MapPlan *plan)
{
    Made made;
    LayoutResult &out = made.result;
    out.nodes.resize(in.nodes.size());
    out.groups.resize(in.groups.size());
    MapBoxes boxes = measureBoxes(in, options, way.tallest);
    std::vector<MapUnit> units;
    std::map<int, int> unitOf; // top group, or -1
    for (size_t g = 0; g < in.groups.size(); ++g) {
        if (in.groups[g].parent >= 0)
            continue;
        unitOf.emplace(int(g), int(units.size()));
        units.push_back({int(g), boxes.groups[g].size(), {}, 0, 0});
    }
    if (!boxes.loose.isEmpty()) {
        unitOf.emplace(-1, int(units.size()));
        units.push_back({-1, boxes.loose, {}, 0, 0});
    }
    std::vector<MapEnd> ends(in.edges.size());
    std::map<std::pair<int, int>, double> weights;
    const auto unitAt = [&](int item) {
        const auto it = unitOf.find(topOf(in, item));
        return it == unitOf.end() ? -1 : it->second;
    };
    const auto doorAt = [&](int item, double offset) {
        const bool isDoor = item < 0 && isFixed(options, size_t(~item)) && in.groups[size_t(~item)].parent < 0;
        return isDoor && offset >= 0 ? offset : -1;
    };
    for (size_t e = 0; e < in.edges.size(); ++e) {
        if (in.edges[e].from == nothing)
            continue;
        ends[e] = {unitAt(in.edges[e].from), unitAt(in.edges[e].to), doorAt(in.edges[e].from, in.edges[e].fromOffset),
                   doorAt(in.edges[e].to, in.edges[e].toOffset)};
        if (ends[e].fromUnit >= 0 && ends[e].toUnit >= 0 && ends[e].fromUnit != ends[e].toUnit)
            weights[{ends[e].fromUnit, ends[e].toUnit}] += in.edges[e].weight;
    }
    std::vector<MapFlow> flows;
    for (const auto &[pair, weight] : weights)
        flows.push_back({pair.first, pair.second, weight});
    MapColumns columns;
    if (plan) {
        columns.count = placeAsPlanned(units, *plan);
    } else {
        const int wanted = std::clamp(columnCount(units, options) + way.moreColumns, 1, std::max(1, int(units.size())));
        columns = chooseColumns(units, flows, wanted, options);
    }
    made.plan.tallest = way.tallest;
    made.plan.places.assign(in.groups.size(), {-1, -1});
    for (const MapUnit &u : units) {
        if (u.group >= 0)
            made.plan.places[size_t(u.group)] = {u.column, u.row};
    }
    const auto isMeasured = [&](const MapUnit &u) { return u.group < 0 || !isFixed(options, size_t(u.group)); };
    std::vector<double> widths(static_cast<size_t>(columns.count), 0);
    for (const MapUnit &u : units) {
        if (isMeasured(u))
            widths[size_t(u.column)] = std::max(widths[size_t(u.column)], u.size.width());
    }
    // Boxes of a column are of one width; a wider one may need less height.
    std::vector<double> least(in.groups.size(), 0);
    for (const MapUnit &u : units) {
        if (u.group >= 0)
            least[size_t(u.group)] = widths[size_t(u.column)];
    }
    boxes = measureBoxes(in, options, way.tallest, least);
    for (MapUnit &u : units) {
        if (u.group >= 0 && isMeasured(u)) {
            u.size = boxes.groups[size_t(u.group)].size();
            widths[size_t(u.column)] = std::max(widths[size_t(u.column)], u.size.width());
        }
    }
    for (MapUnit &u : units) {
        if (u.group >= 0 && isMeasured(u) && u.size.width() < widths[size_t(u.column)]) {
            u.size.setWidth(widths[size_t(u.column)]);
            widenBox(in, boxes, u.group, u.size.width());
        }
    }
    placeColumns(units, columns.count, ends, options, out.routes);
    // From relative to absolute: outer boxes come before inner ones.
    for (size_t g = 0; g < in.groups.size(); ++g) {
        const int parent = in.groups[g].parent;
        const QPointF at = parent >= 0 ? out.groups[size_t(parent)].topLeft() + boxes.groups[g].topLeft()
                                       : units[size_t(unitOf.at(int(g)))].box.topLeft();
        out.groups[g] = QRectF(at, boxes.groups[g].size());
    }
    for (size_t v = 0; v < in.nodes.size(); ++v) {
        const int parent = in.nodes[v].parent;
        const auto loose = unitOf.find(-1);
        const QPointF origin = parent >= 0             ? out.groups[size_t(parent)].topLeft()
                               : loose != unitOf.end() ? units[size_t(loose->second)].box.topLeft()
                                                       : QPointF();
        out.nodes[v] = boxes.nodes[v].translated(origin);
    }
    for (size_t e = 0; e < in.edges.size(); ++e) {
        std::vector<QPointF> &points = out.routes[e].points;
        if (points.empty())
            continue;
        if (ends[e].fromDoor < 0)
            leadInside(in, out, in.edges[e].from, points);
        std::reverse(points.begin(), points.end());
        if (ends[e].toDoor < 0)
            leadInside(in, out, in.edges[e].to, points);
        std::reverse(points.begin(), points.end());
        out.routes[e].reversed = units[size_t(ends[e].fromUnit)].column > units[size_t(ends[e].toUnit)].column;
    }
    moveAndMeasure(out, QPointF(), in.rightToLeft);
    const double aspect = std::max(0.1, options.aspect);
    const double size = std::min(aspect / std::max(1.0, out.bounds.width()), 1 / std::max(1.0, out.bounds.height()));
    made.score = size / (1 + 0.04 * columns.flowCost);
    return made;
}

} // namespace

LayoutResult mapLayout(const LayoutInput &given, const MapOptions &options, MapPlan *plan)
{
    QElapsedTimer timer;
    timer.start();
    const LayoutInput in = cleaned(given);
    // What fits best is seen only when it is laid out: small maps try several ways, large ones few.
    std::vector<Attempt> ways{{2.2, 0}, {2.2, 1}, {1.3, 0}};
    if (in.nodes.size() + in.groups.size() < 3000 && in.edges.size() < 600)
        ways = {{2.2, 0},  {2.2, 1}, {2.2, 2}, {2.2, -1}, {1.4, 0}, {1.4, 1},
                {1.4, -1}, {0.9, 0}, {0.9, 1}, {0.9, -1}, {0.6, 0}, {0.6, -1}};
    const bool isPlanned = knowsAny(plan);
    if (isPlanned)
        ways = {{plan->tallest, 0}};
    Made best;
    for (size_t i = 0; i < ways.size(); ++i) {
        if (in.cancelled && in.cancelled()) {
            best.result.cancelled = true;
            return best.result;
        }
        Made made = attempt(in, options, ways[i], isPlanned ? plan : nullptr);
        if (i == 0 || made.score > best.score)
            best = std::move(made);
        if (in.progress)
            in.progress(double(i + 1) / double(ways.size()));
    }
    if (plan)
        *plan = std::move(best.plan);
    best.result.measures.milliseconds = double(timer.nsecsElapsed()) / 1e6;
    return best.result;
}

} // namespace meshscope::graph
