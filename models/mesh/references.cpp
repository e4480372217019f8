#include "models/mesh/meshwork.h"

#include <QCoreApplication>

#include <algorithm>

namespace meshscope {

namespace {
QString role(const char *text)
{
    return QCoreApplication::translate("meshscope::Dangling", text);
}
} // namespace

/// Parents of domains and the domain of everything else. What a person reads as "no domain" is so only if no endpoint
/// knows one.
void MeshBuilder::Work::linkDomains()
{
    const std::vector<NodeId> &domainNodes = nodeOf[size_t(Kind::Domain)];
    mesh.m_domainOf.assign(mesh.m_kinds.size(), NodeId{});
    NodeId nowhere;
    for (const NodeId n : mesh.m_byKind[size_t(Kind::Domain)]) {
        if (mesh.domain(n).id == noDomainId)
            nowhere = n;
    }
    for (size_t k = 0; k < kindCount; ++k) {
        for (const NodeId n : mesh.m_byKind[k]) {
            for (const Fact &f : mesh.facts(n)) {
                const quint32 record = domainRecord[k][f.record];
                const NodeId named = record == none ? NodeId{} : domainNodes[record];
                if (!named.isValid() || (named == nowhere && mesh.m_domainOf[n.value].isValid()) || (k == 0 && n == nowhere))
                    continue;
                if (!mesh.m_domainOf[n.value].isValid() || mesh.m_domainOf[n.value] == nowhere)
                    mesh.m_domainOf[n.value] = named;
            }
        }
    }
    breakDomainCycles();
    for (const Kind kind : {Kind::Port, Kind::Contract, Kind::Dataset}) {
        for (const NodeId n : mesh.m_byKind[size_t(kind)]) {
            NodeId &domain = mesh.m_domainOf[n.value];
            if (const NodeId p = mesh.m_productOf[n.value]; !domain.isValid() && p.isValid())
                domain = mesh.m_domainOf[p.value];
            if (!domain.isValid() && kind == Kind::Dataset)
                domain = nowhere;
        }
    }
    Pairs children, products;
    bool anywhere = false;
    for (const NodeId n : mesh.m_byKind[size_t(Kind::Domain)]) {
        if (const NodeId parent = mesh.m_domainOf[n.value]; parent.isValid())
            children.emplace_back(parent, n);
        else if (n != nowhere)
            mesh.m_topDomains.push_back(n);
    }
    for (const NodeId n : mesh.m_byKind[size_t(Kind::Product)]) {
        products.emplace_back(mesh.m_domainOf[n.value], n);
        anywhere = anywhere || mesh.m_domainOf[n.value] == nowhere;
    }
    for (const NodeId n : mesh.m_byKind[size_t(Kind::Dataset)])
        anywhere = anywhere || mesh.m_domainOf[n.value] == nowhere;
    if (nowhere.isValid() && anywhere)
        mesh.m_topDomains.push_back(nowhere);
    else if (nowhere.isValid())
        std::erase(mesh.m_byKind[size_t(Kind::Domain)], nowhere);
    mesh.m_childDomains = rows(std::move(children));
    mesh.m_productsOf = rows(std::move(products));
}

/// A cycle of parents has no top: its first domain by address is put there, and the parent it names is reported.
void MeshBuilder::Work::breakDomainCycles()
{
    const std::vector<NodeId> &all = mesh.m_byKind[size_t(Kind::Domain)];
    std::vector<quint32> seenBy(mesh.m_kinds.size(), none);
    for (const NodeId start : all) {
        NodeId n = start;
        while (n.isValid() && seenBy[n.value] == none) {
            seenBy[n.value] = start.value;
            n = mesh.m_domainOf[n.value];
        }
        if (!n.isValid() || seenBy[n.value] != start.value)
            continue;
        NodeId first = n;
        for (NodeId m = mesh.m_domainOf[n.value]; m != n; m = mesh.m_domainOf[m.value])
            first = std::min(first, m);
        dangle(first, Kind::Domain, mesh.entity(mesh.m_domainOf[first.value]).id,
               role(QT_TRANSLATE_NOOP("meshscope::Dangling", "parent domain (a cycle)")));
        mesh.m_domainOf[first.value] = NodeId{};
    }
    for (quint32 i = 0; i < quint32(mesh.m_domains.size()); ++i) {
        const quint32 parent = domainRecord[size_t(Kind::Domain)][i];
        if (parent != none && parent >= documents)
            dangle(nodeOf[size_t(Kind::Domain)][i], Kind::Domain, mesh.m_domains[i].domain,
                   role(QT_TRANSLATE_NOOP("meshscope::Dangling", "parent domain")));
    }
}

/// Levels to their owners. What two endpoints say in the same words about one thing is one promise.
void MeshBuilder::Work::linkLevels()
{
    Pairs levels;
    const auto same = [](const ServiceLevel &a, const ServiceLevel &b) {
        return a.property == b.property && a.element == b.element && a.value == b.value && a.valueTo == b.valueTo &&
               a.unit == b.unit && a.comparison == b.comparison && a.driver == b.driver;
    };
    QHash<NodeId, QList<quint32>> known;
    for (quint32 i = 0; i < quint32(mesh.m_serviceLevels.size()); ++i) {
        const ServiceLevel &level = mesh.m_serviceLevels[i];
        const quint16 endpoint = mesh.m_serviceLevelEndpoints[i];
        const NodeId owner = reference(endpoint, level.ownerKind, level.owner);
        if (!owner.isValid())
            continue;
        QList<quint32> &others = known[owner];
        const bool told = std::any_of(others.begin(), others.end(), [&](quint32 other) {
            return mesh.m_serviceLevelEndpoints[other] != endpoint && same(mesh.m_serviceLevels[other], level);
        });
        if (told)
            continue;
        others.append(i);
        levels.emplace_back(owner, NodeId{i});
    }
    mesh.m_levelsOf = rows(std::move(levels));
}

void MeshBuilder::Work::linkLineage()
{
    struct Via {
        NodeId from;
        NodeId to;
        NodeId job;
        auto operator<=>(const Via &) const = default;
    };
    std::vector<Via> edges;
    Pairs writers;
    const auto at = [&](quint16 endpoint, Kind kind, const QString &id) { return reference(endpoint, kind, id); };
    for (qsizetype part = 0; part < parts.size(); ++part) {
        const auto endpoint = quint16(part);
        for (const LineageEdge &e : parts[part].records.lineage) {
            const NodeId from = at(endpoint, Kind::Dataset, e.from);
            const NodeId to = at(endpoint, Kind::Dataset, e.to);
            const NodeId job = at(endpoint, Kind::Job, e.job);
            if (to.isValid() && job.isValid())
                writers.emplace_back(to, job);
            if (to.isValid() && !from.isValid())
                dangle(to, Kind::Dataset, e.from, role(QT_TRANSLATE_NOOP("meshscope::Dangling", "input of dataset")));
            if (from.isValid() && !to.isValid())
                dangle(from, Kind::Dataset, e.to, role(QT_TRANSLATE_NOOP("meshscope::Dangling", "output of dataset")));
            if (to.isValid() && !job.isValid())
                dangle(to, Kind::Job, e.job, role(QT_TRANSLATE_NOOP("meshscope::Dangling", "job of dataset")));
            // Two names of one table leave no edge behind; a table that reads itself keeps its own.
            if (from.isValid() && to.isValid() && (from != to || e.from == e.to))
                edges.push_back({from, to, job});
        }
        parts[part].records.lineage = {};
    }
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    const size_t nodes = mesh.m_kinds.size();
    mesh.m_outOffsets.assign(nodes + 1, 0);
    mesh.m_inOffsets.assign(nodes + 1, 0);
    for (size_t i = 0; i < edges.size(); ++i) {
        const Via &e = edges[i];
        if (i == 0 || edges[i - 1].from != e.from || edges[i - 1].to != e.to) {
            mesh.m_edgeJobOffsets.push_back(quint32(mesh.m_edgeJobs.size()));
            mesh.m_outTo.push_back(e.to);
            ++mesh.m_outOffsets[e.from.value + 1];
            ++mesh.m_inOffsets[e.to.value + 1];
        }
        if (e.job.isValid())
            mesh.m_edgeJobs.push_back(e.job);
    }
    mesh.m_edgeJobOffsets.push_back(quint32(mesh.m_edgeJobs.size()));
    for (size_t i = 0; i < nodes; ++i) {
        mesh.m_outOffsets[i + 1] += mesh.m_outOffsets[i];
        mesh.m_inOffsets[i + 1] += mesh.m_inOffsets[i];
    }
    // Sources come by in order, so each row of sources is filled in order.
    mesh.m_inFrom.resize(mesh.m_outTo.size());
    std::vector<quint32> next(mesh.m_inOffsets.begin(), mesh.m_inOffsets.end() - 1);
    for (quint32 from = 0; from < nodes; ++from) {
        for (quint32 e = mesh.m_outOffsets[from]; e < mesh.m_outOffsets[from + 1]; ++e)
            mesh.m_inFrom[next[mesh.m_outTo[e].value]++] = NodeId{from};
    }
    mesh.m_jobsOf = rows(std::move(writers));
}

} // namespace meshscope
