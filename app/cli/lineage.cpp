#include "app/cli/commandline.h"
#include "models/graph/traversal.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace meshscope::cli {

namespace {

QString levelWord(Level level)
{
    switch (level) {
    case Level::Product: return u"product"_s;
    case Level::Domain: return u"domain"_s;
    case Level::Dataset: break;
    }
    return u"dataset"_s;
}

Address columnAddress(const Mesh &mesh, NodeId dataset, const QString &path)
{
    const Address of = mesh.address(dataset);
    return {of.endpoint, Kind::Column, columnId(of.id, path)};
}

Result<int> depth(const Call &call, const QString &option)
{
    if (call.value(option) == u"all"_s)
        return allDepths;
    return call.number(option, 1, 0, 1'000'000);
}

QJsonObject columnEdge(const Mesh &mesh, const ColumnLink &link)
{
    QJsonArray via;
    if (link.job.isValid())
        via.append(mesh.address(link.job).toString());
    return {{u"from"_s, columnAddress(mesh, link.fromDataset, link.fromColumn).toString()},
            {u"to"_s, columnAddress(mesh, link.toDataset, link.toColumn).toString()},
            {u"kind"_s, u"column"_s},
            {u"via"_s, via},
            {u"transform"_s, link.transform.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(link.transform)}};
}

/// Column edges between the datasets of the answer.
QList<ColumnLink> columnLinks(const Mesh &mesh, const LineageAnswer &answer)
{
    QSet<NodeId> inside;
    for (const LineageAnswer::Item &item : answer.nodes)
        inside.insert(item.node);
    QList<ColumnLink> links;
    for (const LineageAnswer::Item &item : answer.nodes) {
        if (mesh.kind(item.node) != Kind::Dataset)
            continue;
        const Address own = mesh.address(item.node);
        for (const ColumnEdge &edge : mesh.columnEdges(item.node)) {
            const NodeId to = mesh.find(own.endpoint, Kind::Dataset, edge.toDataset);
            const NodeId from = mesh.find(own.endpoint, Kind::Dataset, edge.fromDataset);
            if (from == item.node && to.isValid() && inside.contains(to))
                links.append({from, edge.fromColumn, to, edge.toColumn, mesh.find(own.endpoint, Kind::Job, edge.job),
                              edge.transform});
        }
    }
    return links;
}

Answer columnAnswer(const Mesh &mesh, const Mesh::ColumnRef &root, const ColumnTrace &trace)
{
    QJsonArray nodes;
    QJsonArray edges;
    QList<QStringList> rows;
    for (const ColumnStep &step : trace.steps) {
        const QString address = columnAddress(mesh, step.dataset, step.column).toString();
        nodes.append(QJsonObject{{u"address"_s, address},
                                 {u"kind"_s, kindWord(Kind::Column)},
                                 {u"name"_s, step.column},
                                 {u"dataset"_s, mesh.address(step.dataset).toString()},
                                 {u"domain"_s, array(mesh.domainPath(step.dataset))},
                                 {u"depth"_s, step.depth}});
        rows.append({QString::number(step.depth), step.column, mesh.name(step.dataset), address});
    }
    for (const ColumnLink &link : trace.links)
        edges.append(columnEdge(mesh, link));
    return {{{u"root"_s, columnAddress(mesh, root.dataset, root.path).toString()},
             {u"level"_s, levelWord(Level::Dataset)},
             {u"nodes"_s, nodes},
             {u"edges"_s, edges},
             {u"totals"_s, QJsonObject{{u"up"_s, trace.totalUp}, {u"down"_s, trace.totalDown}}},
             {u"complete"_s, true},
             {u"hidden"_s, 0},
             {u"cycles"_s, QJsonArray()}},
            table({QCoreApplication::translate("meshscope::cli", "depth"),
                   QCoreApplication::translate("meshscope::cli", "column"),
                   QCoreApplication::translate("meshscope::cli", "dataset"),
                   QCoreApplication::translate("meshscope::cli", "address")},
                  rows),
            Done,
            {}};
}

Answer nodeAnswer(const Mesh &mesh, const LineageAnswer &lineage, bool withColumns)
{
    QJsonArray nodes;
    QJsonArray edges;
    QJsonArray cycles;
    QList<QStringList> rows;
    for (const LineageAnswer::Item &item : lineage.nodes) {
        const QString address = mesh.address(item.node).toString();
        nodes.append(QJsonObject{{u"address"_s, address},
                                 {u"kind"_s, kindWord(mesh.kind(item.node))},
                                 {u"name"_s, mesh.name(item.node)},
                                 {u"domain"_s, array(mesh.domainPath(item.node))},
                                 {u"depth"_s, item.depth}});
        rows.append({QString::number(item.depth), kindWord(mesh.kind(item.node)), mesh.name(item.node),
                     mesh.domainPath(item.node).join(u" › "_s), address});
    }
    for (const LineageAnswer::Link &link : lineage.links) {
        QJsonArray via;
        for (const NodeId job : link.via)
            via.append(mesh.address(job).toString());
        edges.append(QJsonObject{{u"from"_s, mesh.address(link.from).toString()},
                                 {u"to"_s, mesh.address(link.to).toString()},
                                 {u"kind"_s, levelWord(lineage.level)},
                                 {u"via"_s, via},
                                 {u"transform"_s, QJsonValue(QJsonValue::Null)}});
    }
    if (withColumns) {
        for (const ColumnLink &link : columnLinks(mesh, lineage))
            edges.append(columnEdge(mesh, link));
    }
    for (const std::vector<NodeId> &cycle : lineage.cycles) {
        QJsonArray members;
        for (const NodeId n : cycle)
            members.append(mesh.address(n).toString());
        cycles.append(members);
    }
    QString text = table(
        {QCoreApplication::translate("meshscope::cli", "depth"), QCoreApplication::translate("meshscope::cli", "kind"),
         QCoreApplication::translate("meshscope::cli", "name"), QCoreApplication::translate("meshscope::cli", "domain"),
         QCoreApplication::translate("meshscope::cli", "address")},
        rows);
    text += u"\n\n"_s + QCoreApplication::translate("meshscope::cli", "%1 upstream and %2 downstream in all")
                            .arg(lineage.totalUp)
                            .arg(lineage.totalDown);
    return {{{u"root"_s, mesh.address(lineage.root).toString()},
             {u"level"_s, levelWord(lineage.level)},
             {u"nodes"_s, nodes},
             {u"edges"_s, edges},
             {u"totals"_s, QJsonObject{{u"up"_s, lineage.totalUp}, {u"down"_s, lineage.totalDown}}},
             {u"complete"_s, lineage.complete},
             {u"hidden"_s, lineage.hidden},
             {u"cycles"_s, cycles}},
            text,
            Done,
            {}};
}

Result<Answer> lineageCommand(Call &call)
{
    if (call.positional().size() != 1)
        return usage(QCoreApplication::translate("meshscope::cli", "lineage takes one address or name"));
    const Result<int> up = depth(call, u"up"_s);
    const Result<int> down = depth(call, u"down"_s);
    if (!up || !down)
        return Failure(up ? down.error() : up.error());
    const Result<MeshPtr> loaded = call.mesh();
    if (!loaded)
        return Failure(loaded.error());
    const Mesh &mesh = **loaded;
    const QString typed = call.positional().first();
    if (const auto column = mesh.resolveColumn(typed))
        return columnAnswer(mesh, *column, traceColumn(mesh, column->dataset, column->path, *up, *down));
    const Result<NodeId> root = mesh.resolve(typed);
    if (!root)
        return Failure(root.error());
    Level level = defaultLevel(mesh, *root);
    if (call.has(u"level"_s)) {
        const QString word = call.value(u"level"_s);
        if (word != u"dataset"_s && word != u"product"_s && word != u"domain"_s)
            return usage(
                QCoreApplication::translate("meshscope::cli", "--level takes dataset, product or domain, not \"%1\"")
                    .arg(word));
        level = word == u"dataset"_s ? Level::Dataset : word == u"product"_s ? Level::Product : Level::Domain;
    }
    return nodeAnswer(mesh, lineage(mesh, *root, *up, *down, level), call.has(u"columns"_s));
}

} // namespace

std::vector<Command> lineageCommands()
{
    return {
        {u"lineage"_s,
         u"lineage ADDRESS [--up N] [--down N] [--columns] [--level L]"_s,
         QCoreApplication::translate("meshscope::cli", "what it is made from and what is made from it"),
         {{u"up"_s, QCoreApplication::translate("meshscope::cli", "Steps upstream (1), or all."), u"n"_s},
          {u"down"_s, QCoreApplication::translate("meshscope::cli", "Steps downstream (1), or all."), u"n"_s},
          {u"columns"_s, QCoreApplication::translate("meshscope::cli", "With the edges between columns.")},
          {u"level"_s,
           QCoreApplication::translate("meshscope::cli", "dataset, product or domain; the default is that of the address."),
           u"level"_s}},
         lineageCommand}};
}

} // namespace meshscope::cli
