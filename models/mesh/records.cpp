#include "models/mesh/records.h"

namespace meshscope {

namespace {
template<class T>
void move(QList<T> &to, QList<T> &from)
{
    if (to.isEmpty()) {
        to = std::move(from);
        return;
    }
    for (T &value : from)
        to.append(std::move(value));
}
} // namespace

QString Server::setting(QStringView key) const
{
    for (const Property &p : settings) {
        if (p.name == key)
            return p.value;
    }
    return {};
}

void Records::append(Records &&other)
{
    move(domains, other.domains);
    move(products, other.products);
    move(ports, other.ports);
    move(contracts, other.contracts);
    move(datasets, other.datasets);
    move(columns, other.columns);
    move(jobs, other.jobs);
    move(terms, other.terms);
    move(parties, other.parties);
    move(serviceLevels, other.serviceLevels);
    move(qualityRules, other.qualityRules);
    move(measurements, other.measurements);
    move(lineage, other.lineage);
    move(columnLineage, other.columnLineage);
    move(flows, other.flows);
    move(agreements, other.agreements);
    move(issues, other.issues);
}

} // namespace meshscope
