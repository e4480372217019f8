#include "ui/lineage/lineagebuilder.h"

#include "models/health/health.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace meshscope {

namespace {

constexpr double cardWidth = 176;
constexpr double openWidth = 236;
constexpr double cardHeight = 52;
constexpr double openHead = 56;
constexpr double rowHeight = 24;
constexpr double tracedRowHeight = 32;
constexpr double moreHeight = 34;
constexpr double jobHeight = 27;
constexpr double buttonRoom = 48;
constexpr double searchHeight = 28;
constexpr int tracedRowsShown = 3;
constexpr int wideTable = 40; ///< columns from which on a card scrolls instead of growing
constexpr int wideRows = 12;

QString say(const char *text)
{
    return QCoreApplication::translate("meshscope::LineageScene", text);
}

} // namespace

int LineageBuilder::hueOfNode(NodeId n) const
{
    NodeId top = m_mesh.kind(n) == Kind::Domain ? n : m_mesh.domainOf(n);
    for (int depth = 0; top.isValid() && m_mesh.domainOf(top).isValid() && depth < 1000; ++depth)
        top = m_mesh.domainOf(top);
    return top.isValid() ? m_r.hues.value(m_mesh.address(top).toString(), -1) : -1;
}

/// Columns that lineage knows: what they are made from, or what is made from them.
std::set<QString> LineageBuilder::usedColumns(NodeId n)
{
    std::set<QString> used;
    const QString id = m_mesh.dataset(n).id;
    const auto note = [&](NodeId of) {
        for (const ColumnEdge &edge : m_mesh.columnEdges(of)) {
            if (edge.toDataset == id)
                used.insert(edge.toColumn);
            if (edge.fromDataset == id)
                used.insert(edge.fromColumn);
        }
    };
    note(n);
    for (const NodeId next : m_view.beside(n, false)) {
        if (m_mesh.kind(next) == Kind::Dataset)
            note(next);
    }
    return used;
}

void LineageBuilder::addRows(NodeId n, SceneCard &card)
{
    const std::set<QString> traced = m_traced.contains(n) ? m_traced.at(n) : std::set<QString>();
    const auto opened = m_r.open.find(card.id);
    if (m_r.columns && opened != m_r.open.end()) {
        QList<Column> columns = m_mesh.columns(n);
        const int limit = std::max(1, opened->second);
        const bool isWide = columns.size() > wideTable;
        // What is on the trace, then what lineage knows, comes first when not all is seen at once.
        const std::set<QString> used = columns.size() > limit ? usedColumns(n) : std::set<QString>();
        const auto rank = [&](const Column &c) { return traced.contains(c.path) ? 0 : used.contains(c.path) ? 1 : 2; };
        if (columns.size() > limit)
            std::stable_sort(columns.begin(), columns.end(),
                             [&](const Column &a, const Column &b) { return rank(a) < rank(b); });
        if (isWide) {
            card.rowsShown = std::max(limit, wideRows);
            card.pinnedRows = std::min(int(traced.size()), card.rowsShown - 2);
        }
        card.isOpen = !columns.isEmpty();
        for (const Column &c : columns) {
            if (!isWide && int(card.rows.size()) >= limit) {
                ++card.moreRows;
                continue;
            }
            SceneRow row;
            row.name = c.path;
            row.type = c.logicalType.isEmpty() ? c.physicalType : c.logicalType;
            row.sign =
                c.primaryKey ? SceneRow::Sign::Key
                : !c.classification.isEmpty() && c.classification.compare(QLatin1String("public"), Qt::CaseInsensitive) != 0
                    ? SceneRow::Sign::Masked
                    : SceneRow::Sign::Column;
            row.isTraced = traced.contains(c.path);
            card.rows.push_back(row);
        }
        if (card.isOpen)
            return;
    }
    for (const QString &column : traced) {
        if (int(card.rows.size()) < tracedRowsShown) {
            SceneRow row;
            row.name = column;
            row.isTraced = true;
            card.rows.push_back(row);
        }
    }
}

void LineageBuilder::addCard(NodeId n)
{
    SceneCard card;
    card.id = m_mesh.address(n).toString();
    card.name = m_mesh.name(n);
    const Kind kind = m_mesh.kind(n);
    card.shape = kind == Kind::Product  ? SceneCard::Shape::Product
                 : kind == Kind::Domain ? SceneCard::Shape::Domain
                                        : SceneCard::Shape::Dataset;
    QStringList path = m_mesh.domainPath(n);
    if (kind == Kind::Domain)
        path.removeLast();
    card.context = path.join(QStringLiteral(", "));
    if (kind == Kind::Domain && card.context.isEmpty())
        card.context =
            QCoreApplication::translate("meshscope::LineageScene", "%Ln products", "", int(m_mesh.productsBelow(n).size()));
    if (kind == Kind::Dataset) {
        const Dataset &d = m_mesh.dataset(n);
        if (card.context.isEmpty() || m_mesh.address(m_mesh.domainOf(n)).id == noDomainId)
            card.context = d.platform.isEmpty() ? d.type : d.platform;
        card.tip = d.ns.isEmpty() ? d.name : d.ns + u'/' + d.name;
    }
    const Entity &e = m_mesh.entity(n);
    card.tip = (card.tip.isEmpty() || card.tip == card.name ? card.name : card.name + u'\n' + card.tip);
    if (!m_mesh.domainPath(n).isEmpty())
        card.tip += u'\n' + m_mesh.domainPath(n).join(QStringLiteral(" › "));
    if (!e.description.isEmpty())
        card.tip += u'\n' + e.description.left(300);
    if (m_health) {
        const Status status = m_health->status(n);
        if (status != Status::NoPromise)
            card.status = status;
        card.tip += u'\n' + statusName(status);
    }
    card.hue = hueOfNode(n);
    card.isRoot = n == m_out.root;
    for (const bool up : {true, false}) {
        int hidden = 0;
        for (const NodeId other : m_view.beside(n, up))
            hidden += !m_shown.contains(other) && !m_filtered.contains(other) ? 1 : 0;
        (up ? card.hiddenUp : card.hiddenDown) = hidden;
    }
    addRows(n, card);
    graph::LayoutNode node;
    // Long names get a wider card, so that they can be told apart.
    const double named = 46 + 7.6 * double(card.name.size());
    node.width = (card.isOpen ? openWidth : std::clamp(named, cardWidth, openWidth)) * m_r.unit;
    node.height = cardHeight;
    if (card.isOpen)
        node.height = openHead + (card.scrolls() ? searchHeight : 0) + rowHeight * double(card.places()) +
                      (card.moreRows > 0 ? moreHeight : 6);
    else
        node.height += tracedRowHeight * double(card.rows.size());
    node.height *= m_r.unit;
    node.before = card.hiddenUp > 0 ? buttonRoom * m_r.unit : 0;
    node.after = card.hiddenDown > 0 ? buttonRoom * m_r.unit : 0;
    m_cardOf.emplace(n, int(m_cards.size()));
    m_cards.push_back(card);
    m_cardNodes.push_back(n);
    m_layout.nodes.push_back(node);
}

/// Middle of a column's row from the top of its card; −1 when the row is not shown.
double LineageBuilder::rowMiddle(int card, const QString &column) const
{
    const SceneCard &c = m_cards[size_t(card)];
    for (size_t i = 0; i < c.rows.size(); ++i) {
        if (c.rows[i].name != column)
            continue;
        if (int(i) >= c.places())
            return openHead / 2 * m_r.unit; // scrolled away
        const double y = c.isOpen ? openHead + (c.scrolls() ? searchHeight : 0) + rowHeight * (double(i) + 0.5)
                                  : cardHeight + tracedRowHeight * (double(i) + 0.5);
        return y * m_r.unit;
    }
    return -1;
}

const ColumnLink *LineageBuilder::tracedLink(NodeId from, NodeId to) const
{
    for (const ColumnLink &link : m_out.trace.links) {
        if (link.fromDataset == from && link.toDataset == to)
            return &link;
    }
    return nullptr;
}

void LineageBuilder::addEdge(int from, int to, NodeId a, NodeId b, NodeId job)
{
    graph::LayoutEdge l{from, to, 1, -1, -1};
    SceneEdge edge;
    edge.from = from;
    edge.to = to;
    edge.tip = m_mesh.name(a) + QStringLiteral(" → ") + m_mesh.name(b);
    if (job.isValid())
        edge.tip += u'\n' + m_mesh.name(job);
    if (const ColumnLink *link = tracedLink(a, b)) {
        edge.column = link->fromColumn;
        if (m_cardNodes[size_t(from)].isValid())
            l.fromOffset = rowMiddle(from, link->fromColumn);
        if (m_cardNodes[size_t(to)].isValid())
            l.toOffset = rowMiddle(to, link->toColumn);
        l.weight = 4; // the traced path runs straight
    }
    m_out.edgesOf[{a, b}].push_back(int(m_edges.size()));
    m_edges.push_back(edge);
    m_layout.edges.push_back(l);
}

/// A pill; several jobs that make the same from the same (one job that several endpoints tell of) share it.
int LineageBuilder::addJob(const std::vector<NodeId> &jobs, const QString &key)
{
    const NodeId job = jobs.front();
    SceneCard card;
    card.id = key;
    card.shape = SceneCard::Shape::Job;
    const Job &facts = m_mesh.job(job);
    card.name = m_mesh.name(job);
    card.tip = facts.id;
    if (!facts.description.isEmpty())
        card.tip += u'\n' + facts.description.left(300);
    if (facts.lastRunAt.isValid())
        card.tip +=
            u'\n' + say(QT_TRANSLATE_NOOP("meshscope::LineageScene", "last run %1: %2"))
                        .arg(QLocale().toString(facts.lastRunAt.toLocalTime(), QLocale::ShortFormat), facts.lastRunState);
    if (jobs.size() > 1) {
        card.name += QStringLiteral(" +%1").arg(jobs.size() - 1);
        for (size_t i = 1; i < jobs.size() && i < 20; ++i)
            card.tip += u'\n' + m_mesh.address(jobs[i]).toString();
    }
    graph::LayoutNode node;
    node.width = std::clamp(46 + 7.8 * double(card.name.size()), 96.0, 168.0) * m_r.unit;
    node.height = jobHeight * m_r.unit;
    m_cards.push_back(card);
    m_cardNodes.emplace_back();
    m_layout.nodes.push_back(node);
    return int(m_cards.size()) - 1;
}

/// A job is one pill where all its inputs go to all its outputs; else one for each output, so that no edge is claimed
/// that is not there.
void LineageBuilder::addJobs(const std::vector<LineageAnswer::Link> &links)
{
    struct Work {
        std::set<NodeId> inputs, outputs;
        std::vector<std::pair<NodeId, NodeId>> pairs;
    };
    std::map<NodeId, Work> works;
    for (const LineageAnswer::Link &link : links) {
        for (const NodeId job : link.via) {
            works[job].inputs.insert(link.from);
            works[job].outputs.insert(link.to);
            works[job].pairs.emplace_back(link.from, link.to);
        }
    }
    std::map<std::vector<std::pair<NodeId, NodeId>>, std::vector<NodeId>> sharing;
    for (auto &[job, work] : works) {
        std::sort(work.pairs.begin(), work.pairs.end());
        sharing[work.pairs].push_back(job);
    }
    for (const auto &[job, work] : works) {
        const std::vector<NodeId> &jobs = sharing.at(work.pairs);
        if (jobs.front() != job)
            continue;
        const QString id = m_mesh.address(job).toString();
        const bool whole = work.pairs.size() == work.inputs.size() * work.outputs.size();
        std::map<NodeId, int> pills; // by output; one for all when whole
        std::set<std::pair<int, int>> drawn;
        for (const auto &[from, to] : work.pairs) {
            const NodeId key = whole ? *work.outputs.begin() : to;
            auto it = pills.find(key);
            if (it == pills.end()) {
                const QString cardId = pills.empty() ? id : id + QStringLiteral("#%1").arg(pills.size());
                it = pills.emplace(key, addJob(jobs, cardId)).first;
            }
            const int pill = it->second;
            const int a = m_cardOf.at(from);
            const int b = m_cardOf.at(to);
            const auto edgeTo = [&](int x, int y) {
                if (drawn.insert({x, y}).second)
                    addEdge(x, y, from, to, job);
                else
                    for (size_t e = 0; e < m_edges.size(); ++e) {
                        if (m_edges[e].from == x && m_edges[e].to == y) {
                            m_out.edgesOf[{from, to}].push_back(int(e));
                            if (tracedLink(from, to) && m_edges[e].column.isEmpty()) {
                                const ColumnLink *link = tracedLink(from, to);
                                m_edges[e].column = link->fromColumn;
                                m_layout.edges[e].weight = 4;
                                if (m_cardNodes[size_t(x)].isValid())
                                    m_layout.edges[e].fromOffset = rowMiddle(x, link->fromColumn);
                                if (m_cardNodes[size_t(y)].isValid())
                                    m_layout.edges[e].toOffset = rowMiddle(y, link->toColumn);
                            }
                        }
                    }
            };
            edgeTo(a, pill);
            edgeTo(pill, b);
        }
    }
}

void LineageBuilder::addLinks()
{
    for (const NodeId n : m_shown) {
        for (const NodeId to : m_view.beside(n, false)) {
            if (!m_shown.contains(to))
                continue;
            if (foldOf(n).isEmpty() && foldOf(to).isEmpty())
                m_links.push_back({n, to, m_view.jobsBetween(n, to)});
            else if (m_cardOf.at(n) != m_cardOf.at(to))
                m_bundles[{m_cardOf.at(n), m_cardOf.at(to)}].emplace_back(n, to);
        }
    }
    const bool pills = m_r.jobs && m_r.level == Level::Dataset;
    std::vector<LineageAnswer::Link> through;
    for (const LineageAnswer::Link &link : m_links) {
        if (pills && !link.via.empty())
            through.push_back(link);
        else
            addEdge(m_cardOf.at(link.from), m_cardOf.at(link.to), link.from, link.to,
                    link.via.empty() ? NodeId() : link.via.front());
    }
    addJobs(through);
    addBundles();
    countLinks();
    m_layout.levelGap = (pills && !through.empty() ? 36 : 96) * m_r.unit;
}

} // namespace meshscope
