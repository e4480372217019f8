#include "models/mesh/meshwork.h"

#include <QCoreApplication>
#include <QSet>

namespace meshscope {

namespace {
const Kind everyKind[] = {Kind::Domain, Kind::Product,  Kind::Port, Kind::Dataset,
                          Kind::Job,    Kind::Contract, Kind::Term, Kind::Party};

template<class T>
void take(QList<T> &all, std::vector<quint16> &endpoints, QList<T> &&some, quint16 endpoint)
{
    endpoints.insert(endpoints.end(), size_t(some.size()), endpoint);
    if (all.isEmpty()) {
        all = std::move(some);
        return;
    }
    all.reserve(all.size() + some.size());
    for (T &t : some)
        all.append(std::move(t));
    some.clear();
}
} // namespace

Entity &MeshBuilder::Work::entity(Kind kind, quint32 record)
{
    switch (kind) {
    case Kind::Domain: return mesh.m_domains[record];
    case Kind::Product: return mesh.m_products[record];
    case Kind::Port: return mesh.m_ports[record];
    case Kind::Contract: return mesh.m_contracts[record];
    case Kind::Job: return mesh.m_jobs[record];
    case Kind::Term: return mesh.m_terms[record];
    case Kind::Party: return mesh.m_parties[record];
    case Kind::Dataset:
    case Kind::Column:
    case Kind::Request: break;
    }
    return mesh.m_datasets[record];
}

void MeshBuilder::Work::collect()
{
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const auto endpoint = quint16(i);
        Records &r = parts[i].records;
        mesh.m_endpoints.append(parts[i].facts);
        const auto of = [&](Kind k) -> std::vector<quint16> & { return endpointOf[size_t(k)]; };
        take(mesh.m_domains, of(Kind::Domain), std::move(r.domains), endpoint);
        take(mesh.m_products, of(Kind::Product), std::move(r.products), endpoint);
        take(mesh.m_ports, of(Kind::Port), std::move(r.ports), endpoint);
        take(mesh.m_datasets, of(Kind::Dataset), std::move(r.datasets), endpoint);
        take(mesh.m_contracts, of(Kind::Contract), std::move(r.contracts), endpoint);
        take(mesh.m_jobs, of(Kind::Job), std::move(r.jobs), endpoint);
        take(mesh.m_terms, of(Kind::Term), std::move(r.terms), endpoint);
        take(mesh.m_parties, of(Kind::Party), std::move(r.parties), endpoint);
        take(mesh.m_serviceLevels, mesh.m_serviceLevelEndpoints, std::move(r.serviceLevels), endpoint);
        take(mesh.m_agreements, mesh.m_agreementEndpoints, std::move(r.agreements), endpoint);
        // What stays with the details is not needed here.
        r.columns = {};
        r.qualityRules = {};
        r.measurements = {};
        r.columnLineage = {};
    }
    for (const Kind kind : everyKind)
        nameRecords(kind);
}

/// Every record gets an id; of two with the same one the second becomes `~2` (SEMANTICS: addresses). Datasets with the
/// same id are one anyway, and so are jobs, terms, parties and implied domains: many documents mention the same.
void MeshBuilder::Work::nameRecords(Kind kind)
{
    const bool mentioned = kind == Kind::Dataset || kind == Kind::Job || kind == Kind::Term || kind == Kind::Party;
    const size_t count = recordCount(kind);
    QSet<QString> seen;
    quint16 endpoint = 0;
    for (size_t i = 0; i < count; ++i) {
        Entity &e = entity(kind, quint32(i));
        if (e.id.isEmpty())
            e.id = e.name.isEmpty() ? QStringLiteral("unnamed") : e.name;
        if (mentioned || (kind == Kind::Domain && mesh.m_domains[qsizetype(i)].implied))
            continue;
        if (endpointOf[size_t(kind)][i] != endpoint)
            seen.clear();
        endpoint = endpointOf[size_t(kind)][i];
        const QString given = e.id;
        for (int n = 2; seen.contains(e.id); ++n)
            e.id = given + u'~' + QString::number(n);
        seen.insert(e.id);
    }
}

/// The names a domain reference can use: ids as written, then ids and names with case folded; documents before domains
/// that are only implied, the first record before later ones.
void MeshBuilder::Work::collectDomainNames()
{
    const size_t count = size_t(mesh.m_domains.size());
    const auto offer = [&](size_t i, const QString &key) {
        const std::pair<int, QString> k(endpointOf[size_t(Kind::Domain)][i], key);
        if (!key.isEmpty() && !domains.contains(k))
            domains.insert(k, quint32(i));
    };
    sameDomain.resize(count);
    for (const bool implied : {false, true}) {
        for (size_t i = 0; i < count; ++i) {
            const Domain &d = mesh.m_domains[qsizetype(i)];
            if (d.implied != implied)
                continue;
            // A bare name that a document of the same endpoint explains is that document's domain; said twice, it is one.
            const int endpoint = endpointOf[size_t(Kind::Domain)][i];
            auto same = implied ? domains.constFind({endpoint, d.id}) : domains.cend();
            if (same == domains.cend() && implied && d.id != noDomainId)
                same = domains.constFind({endpoint, u'\x1f' + d.id.toCaseFolded()});
            sameDomain[i] = same != domains.cend() ? *same : quint32(i);
            offer(i, d.id);
        }
        for (size_t i = 0; i < count; ++i) {
            const Domain &d = mesh.m_domains[qsizetype(i)];
            if (d.implied != implied || sameDomain[i] != i)
                continue;
            offer(i, u'\x1f' + d.id.toCaseFolded());
            offer(i, u'\x1f' + d.name.toCaseFolded());
        }
    }
}

quint32 MeshBuilder::Work::addDomain(quint16 endpoint, const QString &id)
{
    Domain d;
    d.id = id;
    d.implied = true;
    d.name = id == noDomainId ? QCoreApplication::translate("meshscope::Mesh", "No domain") : id;
    const auto record = quint32(mesh.m_domains.size());
    mesh.m_domains.append(d);
    endpointOf[size_t(Kind::Domain)].push_back(endpoint);
    domainRecord[size_t(Kind::Domain)].push_back(none);
    sameDomain.push_back(record);
    domains.insert({endpoint, id}, record);
    domains.insert({endpoint, u'\x1f' + id.toCaseFolded()}, record);
    return record;
}

quint32 MeshBuilder::Work::domainRecordFor(quint16 endpoint, const QString &reference)
{
    auto found = domains.constFind({endpoint, reference});
    if (found == domains.cend())
        found = domains.constFind({endpoint, u'\x1f' + reference.toCaseFolded()});
    if (found != domains.cend())
        return sameDomain[*found];
    if (isGloballyUnique(reference)) {
        for (quint16 other = 0; other < quint16(mesh.m_endpoints.size()); ++other) {
            const auto elsewhere = domains.constFind({other, reference});
            if (elsewhere != domains.cend())
                return sameDomain[*elsewhere];
        }
    }
    return addDomain(endpoint, reference);
}

void MeshBuilder::Work::collectDomains()
{
    for (const Kind kind : everyKind)
        domainRecord[size_t(kind)].assign(recordCount(kind), none);
    collectDomainNames();
    documents = quint32(mesh.m_domains.size());
    for (size_t i = 0; i < documents; ++i) {
        const QString parent = mesh.m_domains[qsizetype(i)].domain;
        if (!parent.isEmpty() && mesh.m_domains[qsizetype(i)].id != noDomainId) {
            const quint32 record = domainRecordFor(endpointOf[size_t(Kind::Domain)][i], parent);
            domainRecord[size_t(Kind::Domain)][i] = record;
        }
    }
    for (const Kind kind : everyKind) {
        if (kind == Kind::Domain)
            continue;
        for (size_t i = 0; i < recordCount(kind); ++i) {
            const QString &named = entity(kind, quint32(i)).domain;
            if (!named.isEmpty())
                domainRecord[size_t(kind)][i] = domainRecordFor(endpointOf[size_t(kind)][i], named);
            else if (kind == Kind::Product)
                domainRecord[size_t(kind)][i] = domainRecordFor(endpointOf[size_t(kind)][i], noDomainId);
        }
    }
}

} // namespace meshscope
