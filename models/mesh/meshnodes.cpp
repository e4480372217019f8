#include "models/mesh/meshwork.h"

#include <QSet>

#include <algorithm>

namespace meshscope {

namespace {
const Kind nodeKinds[] = {Kind::Domain, Kind::Product,  Kind::Port, Kind::Dataset,
                          Kind::Job,    Kind::Contract, Kind::Term, Kind::Party};
const QChar separator = u'\x1f';
} // namespace

/// The path of names from the top, case folded: equal paths of several endpoints are one domain. A cycle of parents ends
/// the path where it closes.
QString MeshBuilder::Work::domainPathKey(quint32 record, std::vector<QString> &known, int depth) const
{
    if (!known[record].isNull())
        return known[record];
    const Domain &d = mesh.m_domains[record];
    if (d.id == noDomainId)
        return known[record] = separator;
    known[record] = QLatin1StringView(""); // being computed
    const QString own = (d.name.isEmpty() ? d.id : d.name).trimmed().toCaseFolded();
    const quint32 parent = domainRecord[size_t(Kind::Domain)][record];
    constexpr int deepest = 1000; // the stack's sake: documents do not nest like this
    const QString above = parent == none || depth > deepest ? QString() : domainPathKey(parent, known, depth + 1);
    return known[record] = above.isEmpty() ? own : above + separator + own;
}

void MeshBuilder::Work::groupDomains(Groups &groups) const
{
    struct Box {
        quint32 record;
        quint16 lastEndpoint;
    };
    QHash<QString, QList<Box>> boxes;
    std::vector<QString> keys(size_t(mesh.m_domains.size()));
    for (quint32 i = 0; i < quint32(mesh.m_domains.size()); ++i)
        groups.unite(sameDomain[i], i);
    // Domains that were implied come last in the list whatever their endpoint: go by endpoint.
    std::vector<quint32> order(size_t(mesh.m_domains.size()));
    for (size_t i = 0; i < order.size(); ++i)
        order[i] = quint32(i);
    const std::vector<quint16> &endpoints = endpointOf[size_t(Kind::Domain)];
    std::stable_sort(order.begin(), order.end(), [&](quint32 a, quint32 b) { return endpoints[a] < endpoints[b]; });
    for (const quint32 record : order) {
        if (sameDomain[record] != record)
            continue;
        const quint16 endpoint = endpoints[record];
        QList<Box> &same = boxes[domainPathKey(record, keys, 0)];
        // Two documents of one endpoint with one path stay two: a box takes one of each endpoint.
        const auto box = std::find_if(same.begin(), same.end(), [&](const Box &b) {
            return b.lastEndpoint != endpoint && groups.unite(b.record, record);
        });
        if (box == same.end())
            same.append({record, endpoint});
        else
            box->lastEndpoint = endpoint;
    }
}

/// Ids that mean the same everywhere join endpoints; what many documents of one endpoint mention is one anyway.
void MeshBuilder::Work::groupById(Kind kind, Groups &groups) const
{
    QHash<std::pair<int, QString>, quint32> known;
    const bool mentioned = kind == Kind::Job || kind == Kind::Term || kind == Kind::Party;
    const auto join = [&](int endpoint, const QString &id, quint32 record) {
        const auto found = known.constFind({endpoint, id});
        if (found == known.cend())
            known.insert({endpoint, id}, record);
        else
            groups.unite(*found, record);
    };
    for (quint32 i = 0; i < quint32(recordCount(kind)); ++i) {
        const QString &id = entity(kind, i).id;
        if (mentioned)
            join(endpointOf[size_t(kind)][i], id, i);
        if (parts.size() > 1 && isGloballyUnique(id))
            join(-1, id, i);
    }
}

/// Ports of one product, same direction, name and version, are one.
void MeshBuilder::Work::groupPorts(Groups &groups) const
{
    QHash<QString, quint32> known;
    for (quint32 i = 0; i < quint32(mesh.m_ports.size()); ++i) {
        const Port &p = mesh.m_ports[i];
        const quint16 endpoint = endpointOf[size_t(Kind::Port)][i];
        const NodeId product = reference(endpoint, Kind::Product, p.product);
        if (!product.isValid() || mesh.facts(product).size() < 2)
            continue;
        const QString key = QString::number(product.value) + separator + portId({}, p.output, p.name, p.version);
        const auto found = known.constFind(key);
        if (found == known.cend())
            known.insert(key, i);
        else if (endpointOf[size_t(Kind::Port)][*found] != endpoint)
            groups.unite(*found, i);
    }
}

/// One pass over the records, however much was said.
void MeshBuilder::Work::applyMatches(Kind kind, Groups &groups, bool same) const
{
    const auto counts = [&](const Match &m) { return m.same == same && m.a.kind == kind && m.b.kind == kind; };
    QHash<Address, quint32> records;
    for (const Match &m : matches) {
        if (counts(m)) {
            records.insert(m.a, none);
            records.insert(m.b, none);
        }
    }
    if (records.isEmpty())
        return;
    for (quint32 i = 0; i < quint32(recordCount(kind)); ++i) {
        const auto found = records.find({endpointName(endpointOf[size_t(kind)][i]), kind, entity(kind, i).id});
        if (found != records.end() && *found == none)
            *found = i;
    }
    for (const Match &m : matches) {
        const quint32 a = counts(m) ? records.value(m.a) : none;
        const quint32 b = counts(m) ? records.value(m.b) : none;
        if (a == none || b == none || a == b)
            continue;
        if (same)
            groups.unite(a, b);
        else
            groups.refuse(a, b);
    }
}

void MeshBuilder::Work::makeNodes()
{
    mesh.m_factOffsets = {0};
    for (const Kind kind : nodeKinds) {
        Groups groups(recordCount(kind));
        applyMatches(kind, groups, false);
        if (kind == Kind::Domain) {
            groupDomains(groups);
        } else if (kind == Kind::Dataset) {
            stitchDatasets(groups, mesh.m_datasets, endpointOf[size_t(kind)]);
        } else {
            groupById(kind, groups);
        }
        if (kind == Kind::Port)
            groupPorts(groups);
        applyMatches(kind, groups, true);
        numberNodes(kind, groups);
    }
}

namespace {

/// Which records are further names of datasets of the same endpoint: symlinks, or what they were called before they were
/// renamed. The dataset that names them knows more.
std::vector<bool> furtherNames(const QList<Dataset> &datasets, const std::vector<quint16> &endpoints)
{
    QSet<std::pair<quint16, QString>> names;
    for (qsizetype i = 0; i < datasets.size(); ++i) {
        for (const QString &alias : datasets[i].aliases)
            names.insert({endpoints[size_t(i)], alias});
    }
    std::vector<bool> further(size_t(datasets.size()));
    for (qsizetype i = 0; !names.isEmpty() && i < datasets.size(); ++i)
        further[size_t(i)] = names.contains({endpoints[size_t(i)], datasets[i].id});
    return further;
}

} // namespace

/// Nodes of a kind follow each other in address order, so that sorted handles are sorted addresses.
void MeshBuilder::Work::numberNodes(Kind kind, Groups &groups)
{
    const std::vector<quint16> &endpoints = endpointOf[size_t(kind)];
    const size_t count = groups.size();
    // The canonical record of a group is its first endpoint's; implied domains stand last in the list, so look.
    // A dataset goes by its own name, not by a symlink or one it had before.
    const std::vector<bool> further =
        kind == Kind::Dataset ? furtherNames(mesh.m_datasets, endpoints) : std::vector<bool>(count);
    std::vector<quint32> canonical(count, none);
    for (quint32 i = 0; i < count; ++i) {
        quint32 &c = canonical[groups.root(i)];
        if (c == none || std::pair(endpoints[i], bool(further[i])) < std::pair(endpoints[c], bool(further[c])))
            c = i;
    }
    std::vector<quint32> order;
    for (quint32 i = 0; i < count; ++i) {
        if (groups.root(i) == i)
            order.push_back(i);
    }
    std::sort(order.begin(), order.end(), [&](quint32 a, quint32 b) {
        const quint16 ea = endpoints[canonical[a]];
        const quint16 eb = endpoints[canonical[b]];
        if (ea != eb && endpointName(ea) != endpointName(eb))
            return endpointName(ea) < endpointName(eb);
        return entity(kind, canonical[a]).id < entity(kind, canonical[b]).id;
    });
    const auto first = quint32(mesh.m_kinds.size());
    std::vector<quint32> nodeOfRoot(count, none);
    for (quint32 i = 0; i < order.size(); ++i) {
        nodeOfRoot[order[i]] = first + i;
        mesh.m_kinds.push_back(kind);
        mesh.m_byKind[size_t(kind)].push_back(NodeId{first + i});
    }
    std::vector<NodeId> &nodes = nodeOf[size_t(kind)];
    nodes.resize(count);
    std::vector<std::pair<quint32, Fact>> facts;
    facts.reserve(count);
    for (quint32 i = 0; i < count; ++i) {
        nodes[i] = NodeId{nodeOfRoot[groups.root(i)]};
        facts.emplace_back(nodes[i].value, Fact{endpoints[i], i});
    }
    std::sort(facts.begin(), facts.end(), [&further](const auto &a, const auto &b) {
        return std::tuple(a.first, a.second.endpoint, bool(further[a.second.record]), a.second.record) <
               std::tuple(b.first, b.second.endpoint, bool(further[b.second.record]), b.second.record);
    });
    for (size_t i = 0; i < facts.size(); ++i) {
        mesh.m_facts.push_back(facts[i].second);
        if (i + 1 == facts.size() || facts[i + 1].first != facts[i].first)
            mesh.m_factOffsets.push_back(quint32(mesh.m_facts.size()));
    }
    indexNodes(kind);
}

/// Keeps the indexes sorted kind by kind: ports look for products while they are grouped.
void MeshBuilder::Work::indexNodes(Kind kind)
{
    const auto add = [](Mesh::Index &index, QStringView key, NodeId n) {
        const std::pair entry(quint32(qHash(key)), n);
        if (index.empty() || index.back() != entry)
            index.push_back(entry);
    };
    for (const NodeId n : mesh.m_byKind[size_t(kind)]) {
        for (const Fact &f : mesh.facts(n)) {
            const Entity &e = mesh.entity(kind, f);
            add(mesh.m_byId, e.id, n);
            add(mesh.m_byName, e.name, n);
            const QStringView last = QStringView(e.id).mid(e.id.lastIndexOf(u'/') + 1);
            if (last != e.name)
                add(mesh.m_byName, last, n);
            if (kind != Kind::Dataset)
                continue;
            for (const QString &alias : mesh.m_datasets[f.record].aliases) {
                add(mesh.m_byId, alias, n);
                add(mesh.m_byName, QStringView(alias).mid(alias.lastIndexOf(u'/') + 1), n);
            }
        }
    }
    for (Mesh::Index *index : {&mesh.m_byId, &mesh.m_byName}) {
        std::sort(index->begin(), index->end());
        index->erase(std::unique(index->begin(), index->end()), index->end());
    }
}

} // namespace meshscope
