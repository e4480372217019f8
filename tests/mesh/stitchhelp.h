#pragma once

#include "models/mesh/stitch.h"

#include "tests/support/samplemesh.h"

namespace meshscope::test {

inline Dataset dataset(const QString &ns, const QString &name, const QStringList &aliases = {})
{
    Dataset d;
    d.ns = ns;
    d.name = name;
    d.id = ns.isEmpty() ? name : datasetId(ns, name);
    d.aliases = aliases;
    return d;
}

inline Domain domain(const QString &id, const QString &name, const QString &parent = {})
{
    Domain d;
    d.id = id;
    d.name = name;
    d.domain = parent;
    return d;
}

inline DataProduct product(const QString &id, const QString &domain = {})
{
    DataProduct p;
    p.id = id;
    p.name = id;
    p.domain = domain;
    return p;
}

inline Port port(const QString &product, bool output, const QString &name, const QString &contract = {})
{
    Port p;
    p.product = product;
    p.output = output;
    p.name = name;
    p.contract = contract;
    p.id = portId(product, output, name, {});
    return p;
}

inline Contract contract(const QString &id, const QString &product = {})
{
    Contract c;
    c.id = id;
    c.product = product;
    return c;
}

/// Endpoints a, b, c … in this order.
struct Builder {
    MeshBuilder builder{nullptr};
    int count = 0;
    Builder &add(const Records &r)
    {
        EndpointFacts f;
        f.name = QString(QChar(u'a' + char16_t(count++)));
        builder.add(f, r);
        return *this;
    }
    MeshPtr build() { return builder.build(); }
};
inline Records datasets(const QList<Dataset> &list)
{
    Records r;
    r.datasets = list;
    return r;
}

inline Records domains(const QList<Domain> &list, const QList<DataProduct> &products = {})
{
    Records r;
    r.domains = list;
    r.products = products;
    return r;
}

/// What leads nowhere: "role=id".
inline QStringList roles(const Mesh &mesh)
{
    QStringList result;
    for (const Dangling &d : mesh.dangling())
        result.append(d.role + u'=' + d.id);
    result.sort();
    return result;
}

} // namespace meshscope::test
