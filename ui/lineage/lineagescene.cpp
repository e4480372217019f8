#include "ui/lineage/lineagescene.h"

#include "models/graph/acyclic.h"
#include "models/graph/levelview.h"
#include "models/health/health.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

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
constexpr int tracedRowsShown = 3;
constexpr qsizetype mostWithoutRoot = 1500;

QString say(const char *text)
{
    return QCoreApplication::translate("meshscope::LineageScene", text);
}

class LineageBuilder {
public:
    explicit LineageBuilder(const LineageRequest &request)
        : m_r(request)
        , m_mesh(*request.snapshot.mesh)
        , m_health(request.snapshot.health.get())
        , m_view(m_mesh, request.level)
    {
    }
    LineageScene build();

private:
    void collect();
    void collectWhole();
    void filter();
    void trace();
    void addCard(NodeId n);
    void addRows(NodeId n, SceneCard &card);
    void addLinks();
    void addJobs(const std::vector<LineageAnswer::Link> &links);
    int addJob(const std::vector<NodeId> &jobs, const QString &key);
    void addEdge(int from, int to, NodeId a, NodeId b, NodeId job);
    void impact();
    void layOut();
    void draw(const std::vector<LineageAnswer::Link> &links);
    [[nodiscard]] bool passes(NodeId n) const;
    [[nodiscard]] int hueOfNode(NodeId n) const;
    [[nodiscard]] NodeId find(const QString &address) const;
    [[nodiscard]] double rowMiddle(int card, const QString &column) const;
    [[nodiscard]] const ColumnLink *tracedLink(NodeId from, NodeId to) const;

    const LineageRequest &m_r;
    const Mesh &m_mesh;
    const HealthReport *m_health;
    LevelView m_view;
    LineageScene m_out;
    std::set<NodeId> m_shown, m_reachable, m_filtered;
    std::map<NodeId, int> m_cardOf;
    std::vector<NodeId> m_cardNodes; ///< invalid for job pills
    std::map<NodeId, std::set<QString>> m_traced;
    std::vector<LineageAnswer::Link> m_links;
    std::vector<SceneCard> m_cards;
    std::vector<SceneEdge> m_edges;
    graph::LayoutInput m_layout;
};

NodeId LineageBuilder::find(const QString &address) const
{
    const Result<Address> parsed = Address::parse(address);
    return parsed ? m_mesh.find(*parsed) : NodeId();
}

void LineageBuilder::collectWhole()
{
    const LineageAnswer answer = graph::wholeAnswer(m_mesh, m_r.level);
    m_out.nodes = qsizetype(answer.nodes.size());
    m_out.complete = answer.complete;
    if (m_out.nodes > mostWithoutRoot) {
        m_out.tooLarge = true;
        return;
    }
    for (const LineageAnswer::Item &item : answer.nodes)
        m_shown.insert(item.node);
    m_reachable = m_shown;
}

void LineageBuilder::collect()
{
    if (!m_r.root.isValid()) {
        collectWhole();
        return;
    }
    const LineageAnswer all = lineage(m_mesh, m_r.root, allDepths, allDepths, m_r.level);
    m_out.root = all.root;
    m_out.complete = all.complete;
    m_out.cycles = all.cycles;
    // Depths of both ways: a node in a cycle is listed once, but may be near either way.
    const LineageAnswer near = lineage(m_mesh, m_r.root, m_r.up, m_r.down, m_r.level);
    for (const LineageAnswer::Item &item : all.nodes)
        m_reachable.insert(item.node);
    for (const LineageAnswer::Item &item : near.nodes)
        m_shown.insert(item.node);
    // What was expanded, also from what an expansion has brought in.
    for (bool grown = true; grown;) {
        grown = false;
        for (const auto &[address, up] : m_r.expanded) {
            const NodeId n = find(address);
            if (!n.isValid() || !m_shown.contains(n))
                continue;
            for (const NodeId other : m_view.beside(n, up))
                grown = m_shown.insert(other).second || grown;
        }
    }
    m_reachable.insert(m_shown.begin(), m_shown.end());
}

bool LineageBuilder::passes(NodeId n) const
{
    const LineageFilter &f = m_r.filter;
    const Entity &e = m_mesh.entity(n);
    const bool isDataset = m_mesh.kind(n) == Kind::Dataset;
    if (!f.domain.isEmpty()) {
        bool inside = false;
        for (NodeId d = m_mesh.kind(n) == Kind::Domain ? n : m_mesh.domainOf(n); d.isValid() && !inside;
             d = m_mesh.domainOf(d))
            inside = m_mesh.address(d).toString() == f.domain;
        if (!inside)
            return false;
    }
    if (!f.platform.isEmpty() && (!isDataset || m_mesh.dataset(n).platform != f.platform))
        return false;
    if (!f.kind.isEmpty() && (!isDataset || m_mesh.dataset(n).type != f.kind))
        return false;
    if (!f.status.isEmpty() && (!m_health || statusWord(m_health->status(n)) != f.status))
        return false;
    if (!f.tag.isEmpty() && !e.tags.contains(f.tag))
        return false;
    if (f.owner.isEmpty())
        return true;
    NodeId owned = n;
    if (isDataset && e.owners.isEmpty() && m_mesh.productOf(n).isValid())
        owned = m_mesh.productOf(n);
    for (const PartyRole &role : m_mesh.entity(owned).owners) {
        if (role.party == f.owner || role.name == f.owner)
            return true;
    }
    return false;
}

void LineageBuilder::filter()
{
    if (!m_r.filter.isActive())
        return;
    for (const NodeId n : m_reachable) {
        if (n != m_out.root && !passes(n))
            m_filtered.insert(n);
    }
    for (const NodeId n : m_filtered)
        m_shown.erase(n);
}

void LineageBuilder::trace()
{
    const NodeId dataset = m_r.columns && m_r.level == Level::Dataset ? find(m_r.traceDataset) : NodeId();
    if (!dataset.isValid() || m_r.traceColumn.isEmpty())
        return;
    m_out.trace = traceColumn(m_mesh, dataset, m_r.traceColumn, allDepths, allDepths);
    for (const ColumnStep &step : m_out.trace.steps) {
        m_traced[step.dataset].insert(step.column);
        // End to end: the datasets on the trace are shown, however far they are.
        if (!m_filtered.contains(step.dataset))
            m_shown.insert(step.dataset);
        m_reachable.insert(step.dataset);
    }
}

int LineageBuilder::hueOfNode(NodeId n) const
{
    NodeId top = m_mesh.kind(n) == Kind::Domain ? n : m_mesh.domainOf(n);
    for (int depth = 0; top.isValid() && m_mesh.domainOf(top).isValid() && depth < 1000; ++depth)
        top = m_mesh.domainOf(top);
    return top.isValid() ? m_r.hues.value(m_mesh.address(top).toString(), -1) : -1;
}

void LineageBuilder::addRows(NodeId n, SceneCard &card)
{
    const std::set<QString> traced = m_traced.contains(n) ? m_traced.at(n) : std::set<QString>();
    const auto opened = m_r.open.find(card.id);
    if (m_r.columns && opened != m_r.open.end()) {
        QList<Column> columns = m_mesh.columns(n);
        // What is on the trace takes the last places when it would not be seen otherwise.
        const int limit = std::max(1, opened->second);
        QList<Column> late;
        for (qsizetype i = columns.size() - 1; i >= limit; --i) {
            if (traced.contains(columns.at(i).path) && late.size() < limit)
                late.prepend(columns.takeAt(i));
        }
        for (qsizetype i = 0; i < late.size(); ++i)
            columns.insert(std::min<qsizetype>(limit - late.size() + i, columns.size()), late.at(i));
        card.isOpen = !columns.isEmpty();
        for (const Column &c : columns) {
            if (int(card.rows.size()) >= limit) {
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
            QCoreApplication::translate("meshscope::LineageScene", "%n products", "", int(m_mesh.productsBelow(n).size()));
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
        node.height = openHead + rowHeight * double(card.rows.size()) + (card.moreRows > 0 ? moreHeight : 6);
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
        const double y =
            c.isOpen ? openHead + rowHeight * (double(i) + 0.5) : cardHeight + tracedRowHeight * (double(i) + 0.5);
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
            if (m_shown.contains(to))
                m_links.push_back({n, to, m_view.jobsBetween(n, to)});
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
    m_layout.levelGap = (pills && !through.empty() ? 36 : 96) * m_r.unit;
}

void LineageBuilder::impact()
{
    if (!m_out.trace.steps.empty()) {
        for (const ColumnStep &step : m_out.trace.steps) {
            if (step.depth <= 0 || !m_shown.contains(step.dataset))
                continue;
            ImpactRow row{step.depth, step.dataset, step.column, {}, {}};
            for (const ColumnLink &link : m_out.trace.links) {
                if (link.toDataset != step.dataset || link.toColumn != step.column)
                    continue;
                row.through = link.job.isValid() ? std::vector<NodeId>{link.job}
                                                 : m_view.jobsBetween(link.fromDataset, link.toDataset);
                row.transform = link.transform;
                break;
            }
            m_out.impact.push_back(row);
        }
        return;
    }
    if (!m_out.root.isValid())
        return;
    // Downstream in what is shown, so that the list and the graph agree.
    std::map<NodeId, int> depth;
    std::map<NodeId, NodeId> before;
    std::vector<NodeId> queue;
    for (const NodeId root : rootsAt(m_mesh, m_r.root, m_r.level)) {
        if (m_shown.contains(root) && depth.emplace(root, 0).second)
            queue.push_back(root);
    }
    for (size_t i = 0; i < queue.size(); ++i) {
        for (const NodeId to : m_view.beside(queue[i], false)) {
            if (!m_shown.contains(to) || !depth.emplace(to, depth[queue[i]] + 1).second)
                continue;
            before.emplace(to, queue[i]);
            queue.push_back(to);
        }
    }
    for (const NodeId n : queue) {
        if (depth[n] > 0)
            m_out.impact.push_back({depth[n], n, {}, m_view.jobsBetween(before.at(n), n), {}});
    }
}

void LineageBuilder::layOut()
{
    m_layout.nodeGap = 20 * m_r.unit;
    m_layout.rightToLeft = m_r.rightToLeft;
    m_layout.cancelled = m_r.cancelled;
    m_layout.quality = m_cards.size() > 3000 ? graph::Quality::Fast : graph::Quality::Best;
    bool known = false;
    for (size_t i = 0; i < m_cards.size(); ++i) {
        const auto was = m_r.previous.find(m_cards[i].id);
        known = known || was != m_r.previous.end();
        m_layout.previous.push_back(was == m_r.previous.end() ? QPointF(std::nan(""), std::nan("")) : *was);
        if (m_cards[i].id == m_r.anchor && was != m_r.previous.end())
            m_layout.anchor = int(i);
    }
    if (!known)
        m_layout.previous.clear();
    const graph::LayoutResult result = graph::layeredLayout(m_layout);
    m_out.cancelled = result.cancelled;
    if (result.cancelled)
        return;
    for (size_t i = 0; i < m_cards.size(); ++i)
        m_cards[i].rect = result.nodes[i];
    for (size_t e = 0; e < m_edges.size(); ++e)
        m_edges[e].route = result.routes[e];
    m_out.drawn.bounds = result.bounds;
    draw(m_links);
    m_out.scene = std::make_shared<Scene>(std::move(m_cards), std::vector<SceneGroup>(), std::move(m_edges), m_r.unit);
}

/// The same graph for files: jobs are what an edge goes through, not nodes.
void LineageBuilder::draw(const std::vector<LineageAnswer::Link> &links)
{
    graph::DrawnGraph &d = m_out.drawn;
    d.root = m_out.root;
    d.level = m_r.level;
    std::map<NodeId, int> index;
    for (size_t i = 0; i < m_cards.size(); ++i) {
        const NodeId n = m_cardNodes[i];
        if (!n.isValid())
            continue;
        index.emplace(n, int(d.nodes.size()));
        const NodeId domain = m_mesh.domainOf(n);
        d.nodes.push_back({n, m_cards[i].id, kindWord(m_mesh.kind(n)), m_cards[i].name,
                           domain.isValid() ? m_mesh.address(domain).toString() : QString(), m_mesh.domainPath(n),
                           m_cards[i].rect, 0, false});
    }
    for (const LineageAnswer::Link &link : links) {
        graph::DrawnGraph::Edge edge;
        edge.from = index.at(link.from);
        edge.to = index.at(link.to);
        edge.kind = kindWord(m_r.level == Level::Dataset   ? Kind::Dataset
                             : m_r.level == Level::Product ? Kind::Product
                                                           : Kind::Domain);
        edge.via = link.via;
        const std::vector<int> &parts = m_out.edgesOf[{link.from, link.to}];
        const size_t used = link.via.empty() || parts.size() < 2 ? 1 : 2; // to the first pill and on
        for (size_t k = 0; k < used && k < parts.size(); ++k) {
            const std::vector<QPointF> &points = m_edges[size_t(parts[k])].route.points;
            edge.points.insert(edge.points.end(), points.begin(), points.end());
            edge.reversed = edge.reversed || m_edges[size_t(parts[k])].route.reversed;
        }
        d.edges.push_back(edge);
    }
}

LineageScene LineageBuilder::build()
{
    m_out.level = m_r.level;
    collect();
    if (m_out.tooLarge)
        return std::move(m_out);
    filter();
    trace();
    for (const NodeId n : m_shown)
        addCard(n);
    m_out.shown.assign(m_shown.begin(), m_shown.end());
    m_out.reachable = qsizetype(m_reachable.size());
    m_out.filtered = qsizetype(m_filtered.size());
    m_out.behind = m_out.reachable - m_out.filtered - qsizetype(m_shown.size());
    addLinks();
    impact();
    layOut();
    return std::move(m_out);
}

} // namespace

QString LineageFilter::inWords(const Mesh &mesh) const
{
    QStringList words;
    if (!domain.isEmpty()) {
        const Result<Address> parsed = Address::parse(domain);
        const NodeId n = parsed ? mesh.find(*parsed) : NodeId();
        words.append(n.isValid() ? mesh.name(n) : domain);
    }
    if (!status.isEmpty()) {
        for (const Status s : {Status::Met, Status::AtRisk, Status::Breached, Status::Unknown, Status::NoPromise}) {
            if (statusWord(s) == status)
                words.append(statusName(s));
        }
    }
    for (const QString &word : {platform, kind, owner, tag}) {
        if (!word.isEmpty())
            words.append(word);
    }
    return words.join(QStringLiteral(", "));
}

LineageScene buildLineage(const LineageRequest &request)
{
    return LineageBuilder(request).build();
}

TracePath pathThrough(const ColumnTrace &trace, NodeId dataset, const QString &column, NodeId toDataset,
                      const QString &toColumn)
{
    using Key = std::pair<NodeId, QString>;
    const Key root{dataset, column};
    const Key target{toDataset, toColumn};
    const auto walk = [&](const Key &from, bool up) {
        std::map<Key, std::pair<Key, const ColumnLink *>> before;
        std::vector<Key> queue{from};
        before.emplace(from, std::make_pair(from, nullptr));
        for (size_t i = 0; i < queue.size(); ++i) {
            for (const ColumnLink &link : trace.links) {
                const Key a{link.fromDataset, link.fromColumn};
                const Key b{link.toDataset, link.toColumn};
                if ((up ? b : a) == queue[i] && before.emplace(up ? a : b, std::make_pair(queue[i], &link)).second)
                    queue.push_back(up ? a : b);
            }
        }
        return std::make_pair(before, queue);
    };
    TracePath path;
    const auto [below, belowQueue] = walk(root, false);
    if (!below.contains(target))
        return path;
    // The farthest source, first in order: breadth first ends with it.
    const auto [above, aboveQueue] = walk(root, true);
    const Key source = aboveQueue.back();
    const auto note = [&](const ColumnLink *link) {
        if (link->job.isValid() && std::find(path.jobs.begin(), path.jobs.end(), link->job) == path.jobs.end())
            path.jobs.push_back(link->job);
    };
    for (Key at = source; at != root; at = above.at(at).first) {
        path.steps.push_back(at);
        note(above.at(at).second);
    }
    std::vector<Key> tail;
    std::vector<const ColumnLink *> links;
    for (Key at = target; at != root; at = below.at(at).first) {
        tail.push_back(at);
        links.push_back(below.at(at).second);
    }
    path.steps.push_back(root);
    path.steps.insert(path.steps.end(), tail.rbegin(), tail.rend());
    for (size_t i = links.size(); i-- > 0;)
        note(links[i]);
    // How many ways there are between the two ends through the column: ways above times ways below, by depth.
    const auto count = [&](const Key &from, const Key &to) {
        constexpr qint64 most = 1'000'000'000;
        std::map<Key, qint64> ways{{from, 1}};
        // In topological order; what lies in a cycle is passed once.
        std::map<Key, int> index;
        for (const ColumnStep &step : trace.steps)
            index.emplace(Key{step.dataset, step.column}, int(index.size()));
        std::vector<graph::Arc> arcs;
        for (const ColumnLink &link : trace.links)
            arcs.push_back({index[{link.fromDataset, link.fromColumn}], index[{link.toDataset, link.toColumn}], 1});
        const std::vector<int> part = graph::strongParts(int(index.size()), arcs);
        std::vector<size_t> order;
        for (size_t i = 0; i < arcs.size(); ++i) {
            if (part[size_t(arcs[i].from)] != part[size_t(arcs[i].to)])
                order.push_back(i);
        }
        std::stable_sort(order.begin(), order.end(),
                         [&](size_t x, size_t y) { return part[size_t(arcs[x].from)] > part[size_t(arcs[y].from)]; });
        std::vector<const ColumnLink *> ordered;
        for (const size_t i : order)
            ordered.push_back(&trace.links[i]);
        for (const ColumnLink *link : ordered) {
            const auto it = ways.find({link->fromDataset, link->fromColumn});
            if (it == ways.end())
                continue;
            qint64 &n = ways[{link->toDataset, link->toColumn}];
            n = std::min(most, n + it->second);
        }
        return ways[to];
    };
    path.paths = std::max<qint64>(1, count(source, root)) * std::max<qint64>(1, count(root, target));
    path.paths = std::min<qint64>(path.paths, 1'000'000'000);
    return path;
}

} // namespace meshscope
