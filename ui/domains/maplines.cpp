#include "ui/domains/mapbuilder.h"

#include "ui/graph/softcurve.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

// Lines from a thing in an open domain to a thing in another one, or to the box of one that is closed. Three ways make one
// line: in the one domain to its side, outside from side to side along the gaps of the map, in the other from its side.
namespace meshscope {

namespace {

constexpr size_t mostBetween = 64;     ///< lines between two domains; with more, one flow says how many
constexpr size_t mostLines = 240;      ///< on a map
constexpr size_t mostColumnLines = 16; ///< between two datasets
constexpr double corner = 18;

/// The corners of a way along the gaps as short pieces of a curve.
std::vector<QPointF> rounded(const std::vector<QPointF> &p, double radius)
{
    std::vector<QPointF> out;
    for (size_t i = 0; i < p.size(); ++i) {
        if (i == 0 || i + 1 == p.size()) {
            out.push_back(p[i]);
            continue;
        }
        const QPointF in = p[i - 1] - p[i], on = p[i + 1] - p[i];
        const double before = std::hypot(in.x(), in.y()), after = std::hypot(on.x(), on.y());
        const double reach = std::min({radius, before / 2, after / 2});
        if (reach < 0.5) {
            out.push_back(p[i]);
            continue;
        }
        const QPointF a = p[i] + in * (reach / before), b = p[i] + on * (reach / after);
        for (const double t : {0.0, 0.25, 0.5, 0.75, 1.0})
            out.push_back(a * ((1 - t) * (1 - t)) + p[i] * (2 * t * (1 - t)) + b * (t * t));
    }
    return out;
}

} // namespace

MapBuilder::Block *MapBuilder::blockOf(int box)
{
    const auto block = std::find_if(m_blocks.begin(), m_blocks.end(), [&](const Block &b) { return b.group == box; });
    return block == m_blocks.end() ? nullptr : &*block;
}

/// Which relations are drawn from end to end. Where very many run between two domains nobody could follow them: there one
/// flow remains from side to side, and each thing's own line ends at the side of its domain.
void MapBuilder::planLines()
{
    m_lines.outside.isJoined.assign(m_levels.edges.size(), 0);
    if (m_blocks.empty() || m_r.flows == MapRequest::Flows::Nothing)
        return;
    std::map<NodeId, int> tops;
    for (size_t g = 0; g < m_groups.size(); ++g) {
        if (m_groups[g].parent < 0)
            tops.emplace(m_groupNodes[g], int(g));
    }
    std::vector<int> boxes(m_levels.nodes.size(), -1); // parents come before what is in them
    for (size_t i = 0; i < m_levels.nodes.size(); ++i) {
        const OpenNode &thing = m_levels.nodes[i];
        const auto top = tops.find(thing.node);
        boxes[i] = top != tops.end() ? top->second : thing.parent >= 0 ? boxes[size_t(thing.parent)] : -1;
    }
    const std::vector<int> standIns = MapBlockMaker::standIns(m_r, m_levels);
    using Held = std::map<std::pair<int, int>, std::vector<MapFlowRow>>; // numbers of the levels, ends of flows as ~end
    struct Between {
        Held held;
        std::vector<size_t> edges;
    };
    std::map<std::pair<int, int>, Between> between;
    const auto endAt = [&](NodeId n) {
        const NodeId product = m_mesh.kind(n) == Kind::Product ? n : m_mesh.productOf(n);
        return endOf(product.isValid() ? product : n);
    };
    for (size_t i = 0; i < m_levels.edges.size(); ++i) {
        const OpenEdge &edge = m_levels.edges[i];
        const int a = boxes[size_t(edge.from)];
        const int b = boxes[size_t(edge.to)];
        if (a < 0 || b < 0 || a == b || (!blockOf(a) && !blockOf(b)))
            continue;
        Between &two = between[{a, b}];
        two.edges.push_back(i);
        for (const auto &[from, to] : edge.members) {
            const int closedFrom = blockOf(a) ? 0 : endAt(from);
            const int closedTo = blockOf(b) ? 0 : endAt(to);
            if (closedFrom != noEnd && closedTo != noEnd)
                two.held[{blockOf(a) ? standIns[size_t(edge.from)] : closedFrom,
                          blockOf(b) ? standIns[size_t(edge.to)] : closedTo}]
                    .push_back({from, to});
        }
    }
    std::vector<std::pair<std::pair<int, int>, Between *>> order;
    for (auto &[two, held] : between)
        order.emplace_back(two, &held);
    // Between open domains first, and then where the fewest are.
    const auto rank = [&](const auto &o) {
        return std::pair(!(blockOf(o.first.first) && blockOf(o.first.second)), o.second->held.size());
    };
    std::stable_sort(order.begin(), order.end(), [&](const auto &a, const auto &b) { return rank(a) < rank(b); });
    size_t lines = 0;
    for (auto &[two, held] : order) {
        if (held->held.size() > mostBetween || lines + held->held.size() > mostLines)
            continue;
        lines += held->held.size();
        for (const size_t edge : held->edges)
            m_lines.outside.isJoined[edge] = 1;
        joinBoxes(two, std::move(held->held));
    }
}

void MapBuilder::joinBoxes(std::pair<int, int> boxes, std::map<std::pair<int, int>, std::vector<MapFlowRow>> held)
{
    m_lines.boxes.insert(boxes);
    const bool isFromOpen = blockOf(boxes.first) != nullptr;
    const bool isToOpen = blockOf(boxes.second) != nullptr;
    const auto isOpenDataset = [this](int number) {
        const OpenNode &thing = m_levels.nodes[size_t(number)];
        return m_mesh.kind(thing.node) == Kind::Dataset && m_r.open.contains(thing.node);
    };
    for (auto &[ends, rows] : held) {
        Line line;
        line.from.number = isFromOpen ? ends.first : -1;
        line.to.number = isToOpen ? ends.second : -1;
        line.to.goesOut = false;
        line.fromEnd = isFromOpen ? ~boxes.first : ends.first;
        line.toEnd = isToOpen ? ~boxes.second : ends.second;
        line.rows = std::move(rows);
        size_t columns = 0;
        // From column to column where lineage knows the columns and both are in sight.
        if (isFromOpen && isToOpen && line.rows.size() == 1 && isOpenDataset(ends.first) && isOpenDataset(ends.second)) {
            const MapFlowRow row = line.rows.front();
            std::set<std::pair<QString, QString>> known;
            for (const ColumnEdge &edge : m_mesh.columnEdges(row.to)) {
                if (edge.fromDataset != m_mesh.dataset(row.from).id || columns >= mostColumnLines ||
                    !MapBlockMaker::showsColumn(m_mesh, row.from, edge.fromColumn) ||
                    !MapBlockMaker::showsColumn(m_mesh, row.to, edge.toColumn) ||
                    !known.insert({edge.fromColumn, edge.toColumn}).second)
                    continue;
                Line column = line;
                column.from.column = edge.fromColumn;
                column.to.column = edge.toColumn;
                addLine(std::move(column));
                ++columns;
            }
        }
        if (columns == 0)
            addLine(std::move(line));
    }
}

void MapBuilder::addLine(Line line)
{
    for (const MapDoor &door : {line.from, line.to}) {
        if (door.number >= 0)
            m_lines.outside.doors[door] += double(line.rows.size());
    }
    m_lines.all.push_back(std::move(line));
}

const MapDoorway *MapBuilder::doorwayOf(int box, const MapDoor &door, Block **in)
{
    *in = door.number >= 0 ? blockOf(box) : nullptr;
    if (!*in)
        return nullptr;
    const auto found = (*in)->made.doors.find(door);
    return found == (*in)->made.doors.end() ? nullptr : &found->second;
}

/// The part outside, for the layout of the map.
void MapBuilder::layLines()
{
    Block *block = nullptr;
    for (const Line &line : m_lines.all) {
        graph::LayoutEdge edge{line.fromEnd, line.toEnd, double(line.rows.size())};
        if (const MapDoorway *out = doorwayOf(~line.fromEnd, line.from, &block))
            edge.fromOffset = out->points.back().y();
        if (const MapDoorway *in = doorwayOf(~line.toEnd, line.to, &block))
            edge.toOffset = in->points.front().y();
        m_layout.edges.push_back(edge);
    }
}

/// Puts the three ways together, when everything is in its place.
void MapBuilder::drawLines(size_t first, const graph::LayoutResult &result)
{
    for (size_t i = 0; i < m_lines.all.size(); ++i) {
        Line &line = m_lines.all[i];
        const graph::LayoutRoute &outside = result.routes[first + i];
        SceneEdge edge;
        edge.from = line.fromEnd;
        edge.to = line.toEnd;
        edge.route.reversed = outside.reversed;
        std::vector<QPointF> &points = edge.route.points;
        const auto add = [&](QPointF at) {
            if (points.empty() || (points.back() - at).manhattanLength() > 0.01)
                points.push_back(at);
        };
        // In the domains lines run in an S between layers, outside along the gaps: here all is drawn from point to point.
        const auto addWay = [&](int box, const MapDoor &door, int &end) {
            Block *block = nullptr;
            const MapDoorway *way = doorwayOf(box, door, &block);
            if (!way)
                return;
            end = way->end >= 0 ? block->firstCard + way->end : ~(block->firstGroup + ~way->end);
            const QPointF at = m_groups[size_t(box)].rect.topLeft();
            add(way->points.front() + at);
            for (size_t k = 1; k < way->points.size(); ++k)
                softCurve(way->points[k - 1] + at, way->points[k] + at, false, 2, add);
        };
        addWay(~line.fromEnd, line.from, edge.from);
        for (const QPointF at : rounded(outside.points, corner * m_r.unit))
            add(at);
        addWay(~line.toEnd, line.to, edge.to);
        edge.isSoft = true;
        edge.isBent = true;
        edge.count = qint64(line.rows.size());
        edge.isFlow = edge.count > 1;
        const auto nameOf = [this](int end) { return end >= 0 ? m_cards[size_t(end)].name : m_groups[size_t(~end)].name; };
        const auto named = [&](int end, const QString &column) {
            return column.isEmpty() ? nameOf(end) : QStringLiteral("%1.%2").arg(nameOf(end), column);
        };
        edge.column = line.from.column;
        edge.tip = QCoreApplication::translate("meshscope::MapScene", "%1 → %2")
                       .arg(named(edge.from, line.from.column), named(edge.to, line.to.column)) +
                   u'\n' + MapBlockMaker::countWords(line.rows);
        edge.members = MapBlockMaker::membersOf(m_mesh, line.rows);
        m_edges.push_back(std::move(edge));
        m_out.flows.push_back(std::move(line.rows));
    }
}

} // namespace meshscope
