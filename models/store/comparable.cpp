#include "models/store/comparable.h"

namespace meshscope {

namespace {

QString text(const QList<Property> &properties)
{
    QStringList all;
    for (const Property &p : properties)
        all.append(p.name.isEmpty() ? p.value : p.name + QStringLiteral(": ") + p.value);
    return all.join(QStringLiteral("; "));
}

QString text(const QList<PartyRole> &owners)
{
    QStringList all;
    for (const PartyRole &o : owners) {
        QString one = o.name.isEmpty() ? o.party : o.name;
        if (one.isEmpty())
            one = o.contact;
        all.append(o.role.isEmpty() ? one : one + QStringLiteral(" (") + o.role + u')');
    }
    return all.join(QStringLiteral("; "));
}

QString text(const QStringList &list)
{
    return list.join(QStringLiteral(", "));
}

QString text(bool value)
{
    return value ? QStringLiteral("true") : QStringLiteral("false");
}

QString text(const QDate &date)
{
    return date.toString(Qt::ISODate);
}

QList<Comparable> common(const Entity &e)
{
    QList<Property> properties;
    for (const Property &p : e.properties) {
        if (!p.name.startsWith(QLatin1String("meshscope:")))
            properties.append(p);
    }
    return {{QStringLiteral("name"), e.name},
            {QStringLiteral("description"), e.description},
            {QStringLiteral("domain"), e.domain},
            {QStringLiteral("lifecycle"), e.lifecycle},
            {QStringLiteral("certification"), e.certification},
            {QStringLiteral("tags"), text(e.tags)},
            {QStringLiteral("terms"), text(e.terms)},
            {QStringLiteral("owners"), text(e.owners)},
            {QStringLiteral("properties"), text(properties)}};
}

QString alignmentText(DataProduct::Alignment alignment)
{
    switch (alignment) {
    case DataProduct::Alignment::Source: return QStringLiteral("source-aligned");
    case DataProduct::Alignment::Aggregate: return QStringLiteral("aggregate");
    case DataProduct::Alignment::Consumer: return QStringLiteral("consumer-aligned");
    case DataProduct::Alignment::Unknown: break;
    }
    return {};
}

QString serversText(const QList<Server> &servers)
{
    QStringList all;
    for (const Server &s : servers)
        all.append(QStringLiteral("%1 %2 %3 {%4}").arg(s.name, s.type, s.environment, text(s.settings)).simplified());
    return all.join(QStringLiteral("; "));
}

QString rolesText(const QList<ContractRole> &roles)
{
    QStringList all;
    for (const ContractRole &r : roles)
        all.append(QStringLiteral("%1 %2 %3").arg(r.name, r.access, text(r.approvers)).simplified());
    return all.join(QStringLiteral("; "));
}

} // namespace

QList<Comparable> comparable(const Domain &domain)
{
    QList<Comparable> all = common(domain);
    all[2].field = QStringLiteral("parent");
    return all;
}

QList<Comparable> comparable(const DataProduct &p)
{
    return common(p) + QList<Comparable>{{QStringLiteral("version"), p.version},
                                         {QStringLiteral("alignment"), alignmentText(p.alignment)},
                                         {QStringLiteral("virtual"), text(p.isVirtual)},
                                         {QStringLiteral("analytical"), text(p.isAnalytical)},
                                         {QStringLiteral("kind"), p.kindText},
                                         {QStringLiteral("purpose"), p.purpose},
                                         {QStringLiteral("limitations"), p.limitations},
                                         {QStringLiteral("usage"), p.usage},
                                         {QStringLiteral("support"), text(p.support)},
                                         {QStringLiteral("price"), text(p.price)},
                                         {QStringLiteral("termsOfUse"), text(p.termsOfUse)}};
}

QList<Comparable> comparable(const Port &p)
{
    return common(p) + QList<Comparable>{{QStringLiteral("type"), p.type, true},
                                         {QStringLiteral("contract"), p.contract},
                                         {QStringLiteral("datasets"), text(p.datasets)},
                                         {QStringLiteral("inputContracts"), text(p.inputContracts)},
                                         {QStringLiteral("server"), text(p.server)}};
}

QList<Comparable> comparable(const Contract &c)
{
    return common(c) + QList<Comparable>{{QStringLiteral("standard"),
                                          QStringLiteral("%1 %2").arg(c.standard, c.standardVersion).trimmed()},
                                         {QStringLiteral("version"), c.version},
                                         {QStringLiteral("product"), c.product},
                                         {QStringLiteral("purpose"), c.purpose},
                                         {QStringLiteral("limitations"), c.limitations},
                                         {QStringLiteral("usage"), c.usage},
                                         {QStringLiteral("price"), text(c.price)},
                                         {QStringLiteral("termsOfUse"), text(c.termsOfUse)},
                                         {QStringLiteral("servers"), serversText(c.servers)},
                                         {QStringLiteral("roles"), rolesText(c.roles)},
                                         {QStringLiteral("support"), text(c.support)}};
}

QList<Comparable> comparable(const Dataset &d)
{
    return common(d) + QList<Comparable>{{QStringLiteral("type"), d.type},
                                         {QStringLiteral("platform"), d.platform},
                                         {QStringLiteral("contract"), d.contract},
                                         {QStringLiteral("product"), d.product},
                                         {QStringLiteral("aliases"), text(d.aliases)},
                                         {QStringLiteral("dropped"), text(d.dropped), d.dropped}};
}

QList<Comparable> comparable(const Job &j)
{
    // When it last ran, and how, is a measurement of its own, not a change of the mesh.
    return common(j) + QList<Comparable>{{QStringLiteral("type"), j.type},
                                         {QStringLiteral("parent"), j.parent},
                                         {QStringLiteral("integration"), j.integration},
                                         {QStringLiteral("sql"), j.sql}};
}

QList<Comparable> comparable(const Term &t)
{
    return common(t) + QList<Comparable>{{QStringLiteral("url"), t.url}};
}

QList<Comparable> comparable(const Party &p)
{
    return common(p) + QList<Comparable>{{QStringLiteral("email"), p.email}, {QStringLiteral("members"), text(p.members)}};
}

QList<Comparable> comparable(const Agreement &a)
{
    return common(a) + QList<Comparable>{{QStringLiteral("product"), a.product},
                                         {QStringLiteral("port"), a.port},
                                         {QStringLiteral("consumer"),
                                          text(QStringList{a.consumerTeam, a.consumerUser, a.consumerProduct})},
                                         {QStringLiteral("purpose"), a.purpose},
                                         {QStringLiteral("status"), a.status},
                                         {QStringLiteral("active"), text(a.active)},
                                         {QStringLiteral("from"), text(a.from)},
                                         {QStringLiteral("until"), text(a.until)},
                                         {QStringLiteral("columns"), text(a.columns)}};
}

QString columnText(const Column &column)
{
    QStringList parts;
    const QString type = column.logicalType.isEmpty() ? column.physicalType : column.logicalType;
    if (!type.isEmpty())
        parts.append(type);
    if (!column.physicalType.isEmpty() && column.physicalType.compare(type, Qt::CaseInsensitive) != 0)
        parts.append(column.physicalType);
    if (column.nullable && !*column.nullable)
        parts.append(QStringLiteral("required"));
    if (column.primaryKey)
        parts.append(QStringLiteral("key"));
    if (column.unique)
        parts.append(QStringLiteral("unique"));
    if (!column.classification.isEmpty())
        parts.append(column.classification);
    return parts.isEmpty() ? QStringLiteral("column") : parts.join(QStringLiteral(", "));
}

QString levelText(const ServiceLevel &level)
{
    QStringList parts{level.comparison, level.value, level.valueTo, level.unit};
    parts.removeAll({});
    return parts.isEmpty() ? level.description : parts.join(u' ');
}

} // namespace meshscope
