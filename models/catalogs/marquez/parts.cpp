#include "models/catalogs/marquez/parts.h"

#include "models/formats/openlineage.h"
#include "models/mesh/address.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshscope::marquez {

QDateTime timeOf(const Node &node)
{
    return QDateTime::fromString(node.text(), Qt::ISODateWithMs);
}

QString idOf(const Node &reference)
{
    return datasetId(reference["namespace"].text(), reference["name"].text());
}

ReadContext contextOf(const QString &unit)
{
    ReadContext context;
    context.file = unit;
    return context;
}

void setMissing(QList<Property> &properties, const QString &name, const QString &value)
{
    const bool isThere =
        std::any_of(properties.cbegin(), properties.cend(), [&](const Property &p) { return p.name == name; });
    if (!isThere && !value.isEmpty())
        properties.append({name, value});
}

void addTags(const Node &tags, QStringList &to)
{
    QStringList more = tags.texts();
    more.sort();
    for (const QString &tag : std::as_const(more)) {
        if (!to.contains(tag))
            to.append(tag);
    }
}

QStringList termsAmong(const QStringList &tags, const QSet<QString> &known)
{
    QStringList terms;
    for (const QString &tag : tags) {
        if (known.contains(tag))
            terms.append(tag);
    }
    return terms;
}

Measurement measured(const QString &target, Kind kind, const QString &property, const QDateTime &at, double value,
                     const QString &unit, const QString &run)
{
    Measurement found;
    found.at = at;
    found.target = target;
    found.targetKind = kind;
    found.property = property;
    found.value = value;
    found.unit = unit;
    found.source = u"Marquez"_s;
    found.run = run;
    return found;
}

void finish(OpenLineageLog &log, const QSet<QString> &datasets, const QSet<QString> &jobs, Records &out)
{
    log.finish();
    out.datasets.removeIf([&](const Dataset &d) { return !datasets.contains(d.id); });
    out.columns.removeIf([&](const Column &c) { return !datasets.contains(c.dataset); });
    out.jobs.removeIf([&](const Job &j) { return !jobs.contains(j.id); });
}

} // namespace meshscope::marquez
