#include "ui/shell/facts.h"

#include "models/items/searchmodel.h"
#include "ui/shell/factcollector.h"

namespace meshscope {

namespace {

QList<Facts::Part> contextOf(const Mesh &mesh, NodeId node)
{
    QList<Facts::Part> parts{{kindName(mesh.kind(node)), {}, true}};
    NodeId domain = mesh.domainOf(node);
    QList<Facts::Part> path;
    for (int depth = 0; domain.isValid() && depth < 64; ++depth) {
        path.prepend({mesh.name(domain), Location{QStringLiteral("map"), mesh.address(domain).toString(), {}}, false});
        domain = mesh.domainOf(domain);
    }
    if (!path.isEmpty() && mesh.kind(node) != Kind::Domain)
        parts.first().text = FactCollector::tr("%1 in").arg(parts.first().text);
    return parts + path;
}

Facts columnFacts(const Snapshot &snapshot, const Mesh::ColumnRef &ref, const QString &address)
{
    const Mesh &mesh = *snapshot.mesh;
    Facts facts;
    facts.address = address;
    facts.kind = Kind::Column;
    facts.name = ref.path;
    facts.topDomain = topDomainAddress(mesh, ref.dataset);
    const QString dataset = mesh.address(ref.dataset).toString();
    facts.context = {{kindName(Kind::Column), {}, true}, {mesh.name(ref.dataset), lineageOf(dataset), false}};
    const auto add = [&facts](const QString &label, const QString &value) {
        if (!value.isEmpty())
            facts.rows << Facts::Row{label, {{value, {}, false}}, {}, false};
    };
    const QList<Column> columns = mesh.columns(ref.dataset);
    for (const Column &column : columns) {
        if (column.path != ref.path)
            continue;
        facts.description = column.description;
        add(FactCollector::tr("Type"), column.physicalType.isEmpty() ? column.logicalType : column.physicalType);
        if (column.nullable)
            add(FactCollector::tr("May be empty"), *column.nullable ? FactCollector::tr("yes") : FactCollector::tr("no"));
        if (column.primaryKey)
            facts.chips << FactCollector::tr("key");
        if (column.unique)
            facts.chips << FactCollector::tr("unique");
        if (!column.classification.isEmpty())
            facts.chips << column.classification;
        add(FactCollector::tr("Terms"), column.terms.join(QStringLiteral(", ")));
        add(FactCollector::tr("Tags"), column.tags.join(QStringLiteral(", ")));
    }
    int from = 0;
    int to = 0;
    const QString id = mesh.address(ref.dataset).id;
    for (const ColumnEdge &edge : mesh.columnEdges(ref.dataset)) {
        from += edge.toDataset == id && edge.toColumn == ref.path ? 1 : 0;
        to += edge.fromDataset == id && edge.fromColumn == ref.path ? 1 : 0;
    }
    Location trace = lineageOf(dataset);
    trace.add("columns", QStringLiteral("1"));
    trace.add("traced", dataset);
    trace.add("column", ref.path);
    const auto count = [&](const QString &label, int n) {
        if (n > 0)
            facts.rows << Facts::Row{
                label, {{FactCollector::tr("%Ln column(s)", nullptr, int(n)), trace, false}}, {}, false};
    };
    count(FactCollector::tr("Made from"), from);
    count(FactCollector::tr("Goes into"), to);
    facts.rows << Facts::Row{FactCollector::tr("Address"), {{address, {}, false}}, {}, true};
    facts.lineage = trace;
    return facts;
}

} // namespace

Location sectionOf(const QString &productAddress, const QString &section)
{
    Location location{QStringLiteral("product"), productAddress, {}};
    location.add("section", section);
    return location;
}

Location lineageOf(const QString &address, int up, int down)
{
    Location location{QStringLiteral("lineage"), address, {}};
    if (up >= 0)
        location.add("up", QString::number(up));
    if (down >= 0)
        location.add("down", QString::number(down));
    return location;
}

Location askLocation(const QString &address)
{
    Location location{QStringLiteral("access"), {}, {}};
    location.add("ask", address);
    return location;
}

Location findLocation(const QString &query, const QString &kind)
{
    Location location{QStringLiteral("find"), {}, {}};
    location.add("q", query);
    location.add("kind", kind);
    return location;
}

Location locationOf(const Mesh &mesh, const QString &text)
{
    if (const auto column = mesh.resolveColumn(text)) {
        return sectionOf(mesh.address(column->dataset).toString(), QStringLiteral("schema"));
    }
    const Result<Address> address = Address::parse(text);
    if (address && address->kind == Kind::Request) {
        Location location{QStringLiteral("access"), {}, {}};
        location.add("request", address->id);
        return location;
    }
    const NodeId node = address ? mesh.find(*address) : NodeId();
    if (!node.isValid())
        return {};
    const QString canonical = mesh.address(node).toString();
    // A domain is a place on the map; everything else has a page of its own.
    return {mesh.kind(node) == Kind::Domain ? QStringLiteral("map") : QStringLiteral("product"), canonical, {}};
}

Facts factsOf(const Snapshot &snapshot, const QString &text, const std::function<QString(const QString &)> &access)
{
    if (!snapshot.mesh || text.isEmpty())
        return {};
    const Mesh &mesh = *snapshot.mesh;
    if (const auto column = mesh.resolveColumn(text))
        return columnFacts(snapshot, *column, text);
    const Result<Address> address = Address::parse(text);
    const NodeId node = address ? mesh.find(*address) : NodeId();
    if (!node.isValid())
        return {};
    Facts facts;
    facts.address = mesh.address(node).toString();
    facts.kind = mesh.kind(node);
    facts.name = mesh.name(node);
    facts.description = mesh.entity(node).description;
    facts.topDomain = topDomainAddress(mesh, node);
    facts.context = contextOf(mesh, node);
    FactCollector collector(snapshot, facts, node);
    switch (facts.kind) {
    case Kind::Product: collector.productRows(access); break;
    case Kind::Domain: collector.domainRows(); break;
    case Kind::Dataset: collector.datasetRows(); break;
    case Kind::Contract: collector.contractRows(); break;
    case Kind::Port: collector.portRows(); break;
    case Kind::Job: collector.jobRows(); break;
    case Kind::Party: collector.partyRows(); break;
    case Kind::Term: collector.termRows(); break;
    default: break;
    }
    collector.readAndAddress();
    return facts;
}

} // namespace meshscope
