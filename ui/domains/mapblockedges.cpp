#include "ui/domains/mapblock.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

// Relations in an open domain: what they end at, what they hold, and where they leave it.
namespace meshscope {

namespace {

constexpr double headMiddle = 26;
constexpr double openHead = 56;
constexpr double searchHeight = 28;
constexpr double rowHeight = 24;
constexpr int mostColumnLines = 40; ///< between two datasets

} // namespace

int MapBlockMaker::sceneEnd(int end) const
{
    if (end < 0)
        return ~m_boxGroups[size_t(~end)];
    const Piece &piece = m_pieces[size_t(end)];
    return piece.card >= 0 ? piece.card : ~std::max(0, piece.group);
}

QString MapBlockMaker::nameOf(int end) const
{
    const int at = sceneEnd(end);
    if (at >= 0)
        return m_out.cards[size_t(at)].name;
    return at == ~0 ? m_mesh.name(m_out.groupNodes.front()) : m_out.groups[size_t(~at)].name;
}

bool MapBlockMaker::isOpenDataset(int end) const
{
    return end >= 0 && m_pieces[size_t(end)].card >= 0 && m_out.cards[size_t(m_pieces[size_t(end)].card)].isOpen;
}

/// Lines meet an open dataset at its head, not among its columns.
double MapBlockMaker::headOffset(int end) const
{
    return isOpenDataset(end) ? headMiddle * m_r.unit : -1;
}

/// Middle of a column's row from the top of its card; −1 when it is scrolled away.
double MapBlockMaker::rowOffset(int card, const QString &column) const
{
    const SceneCard &c = m_out.cards[size_t(m_pieces[size_t(card)].card)];
    for (int i = 0; i < c.places(); ++i) {
        if (c.rows[size_t(i)].name == column)
            return (openHead + (c.scrolls() ? searchHeight : 0) + rowHeight * (i + 0.5)) * m_r.unit;
    }
    return -1;
}

/// What of the block something ends at that is seen; none for the domain itself.
std::optional<int> MapBlockMaker::endOf(int number) const
{
    if (number <= m_domain ? number != m_domain : number >= m_last)
        return outside;
    if (const auto end = m_ends.find(number); end != m_ends.end())
        return end->second == ~0 ? std::nullopt : std::optional<int>(end->second);
    const auto heap = m_heaps.find(m_levels.nodes[size_t(number)].parent);
    return heap == m_heaps.end() ? std::nullopt : std::optional<int>(heap->second);
}

/// Relations by what of the block they end at.
void MapBlockMaker::holdRelations()
{
    for (size_t i = 0; i < m_levels.edges.size(); ++i) {
        if (m_outside.isJoined[i])
            continue;
        const OpenEdge &edge = m_levels.edges[i];
        const std::optional<int> from = endOf(edge.from);
        const std::optional<int> to = endOf(edge.to);
        if (!from || !to || *from == *to)
            continue; // between others, or inside one
        std::vector<MapFlowRow> &rows = m_held[{*from, *to}].rows;
        for (const auto &[a, b] : edge.members)
            rows.push_back({a, b});
    }
}

/// What stands for all that is outside, before and after.
void MapBlockMaker::addSides()
{
    const auto isAny = [this](bool in) {
        return std::any_of(m_held.begin(), m_held.end(),
                           [&](const auto &held) { return (in ? held.first.first : held.first.second) == outside; }) ||
               std::any_of(m_outside.doors.begin(), m_outside.doors.end(), [&](const auto &door) {
                   return door.first.number >= m_first && door.first.number < m_last && door.first.goesOut != in;
               });
    };
    const auto addSide = [this](int &side) {
        side = int(m_layout.nodes.size());
        m_pieces.emplace_back();
        m_layout.nodes.push_back({1, 1, -1});
    };
    if (isAny(true))
        addSide(m_before);
    if (isAny(false))
        addSide(m_after);
}

void MapBlockMaker::addEdges()
{
    addSides();
    for (auto &[ends, held] : m_held) {
        const bool isInside = ends.first != outside && ends.second != outside;
        if (isInside && held.rows.size() == 1 && isOpenDataset(ends.first) && isOpenDataset(ends.second))
            addColumnEdges(ends.first, ends.second, held.rows.front(), held.rows);
        else
            addEdge(ends, std::move(held.rows), ends.first == outside ? -1 : headOffset(ends.first),
                    ends.second == outside ? -1 : headOffset(ends.second));
    }
}

/// From column to column where lineage knows the columns and they are in sight; else one line from head to head.
void MapBlockMaker::addColumnEdges(int from, int to, const MapFlowRow &row, const std::vector<MapFlowRow> &rows)
{
    const QString source = m_mesh.dataset(row.from).id;
    std::set<std::pair<double, double>> lines;
    for (const ColumnEdge &edge : m_mesh.columnEdges(row.to)) {
        if (edge.fromDataset != source || int(lines.size()) >= mostColumnLines)
            continue;
        const double a = rowOffset(from, edge.fromColumn);
        const double b = rowOffset(to, edge.toColumn);
        if (a < 0 || b < 0 || !lines.insert({a, b}).second)
            continue;
        addEdge({from, to}, rows, a, b);
        m_out.edges.back().column = edge.fromColumn;
        m_out.edges.back().tip =
            QStringLiteral("%1.%2 → %3.%4").arg(nameOf(from), edge.fromColumn, nameOf(to), edge.toColumn);
    }
    if (lines.empty())
        addEdge({from, to}, rows, headOffset(from), headOffset(to));
}

QString MapBlockMaker::countWords(const std::vector<MapFlowRow> &rows)
{
    return say(QT_TRANSLATE_N_NOOP("meshscope::MapScene", "%Ln relations; click for the list"), int(rows.size()));
}

QStringList MapBlockMaker::membersOf(const Mesh &mesh, const std::vector<MapFlowRow> &rows)
{
    std::set<NodeId> members;
    for (const MapFlowRow &row : rows) {
        for (const NodeId n : {row.from, row.to}) {
            members.insert(n);
            if (mesh.kind(n) == Kind::Dataset && mesh.productOf(n).isValid())
                members.insert(mesh.productOf(n));
        }
    }
    QStringList list;
    for (const NodeId n : members)
        list.append(mesh.address(n).toString());
    return list;
}

void MapBlockMaker::addEdge(Ends ends, std::vector<MapFlowRow> rows, double fromOffset, double toOffset)
{
    SceneEdge edge;
    const bool comesIn = ends.first == outside;
    const bool goesOut = ends.second == outside;
    edge.from = comesIn ? ~0 : sceneEnd(ends.first);
    edge.to = goesOut ? ~0 : sceneEnd(ends.second);
    edge.isSoft = true;
    edge.count = qint64(rows.size());
    edge.isFlow = edge.count > 1;
    const QString domain = m_mesh.name(m_out.groupNodes.front());
    const QString elsewhere = QCoreApplication::translate("meshscope::MapScene", "outside %1").arg(domain);
    edge.tip = QCoreApplication::translate("meshscope::MapScene", "%1 → %2")
                   .arg(comesIn ? elsewhere : nameOf(ends.first), goesOut ? elsewhere : nameOf(ends.second));
    edge.tip += u'\n' + countWords(rows);
    edge.members = membersOf(m_mesh, rows);
    m_layout.edges.push_back({comesIn ? m_before : ends.first, goesOut ? m_after : ends.second, 1 + double(edge.count) / 4,
                              fromOffset, toOffset});
    m_out.edges.push_back(std::move(edge));
    m_out.rows.push_back(std::move(rows));
}

/// In an open product: which datasets its output ports offer.
void MapBlockMaker::addPortEdges()
{
    for (const auto &[node, end] : m_nodeEnds) {
        if (m_mesh.kind(node) != Kind::Port || !m_mesh.port(node).output)
            continue;
        for (const NodeId dataset : m_mesh.datasetsOf(node)) {
            const auto from = m_nodeEnds.find(dataset);
            if (from == m_nodeEnds.end() || m_mesh.productOf(dataset) != m_mesh.productOf(node))
                continue;
            SceneEdge edge;
            edge.from = sceneEnd(from->second);
            edge.to = sceneEnd(end);
            edge.tip = QCoreApplication::translate("meshscope::MapScene", "%1 is offered at %2")
                           .arg(m_mesh.name(dataset), m_mesh.name(node));
            m_layout.edges.push_back({from->second, end, 1, headOffset(from->second), -1});
            m_out.edges.push_back(std::move(edge));
            m_out.rows.emplace_back();
        }
    }
}

} // namespace meshscope
