#include "models/graph/exportparts.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <map>
#include <set>

// OpenLineage 2-0-2, one event a line: a job event for each job and output, a dataset event for what has no edge.
namespace meshscope::graph {

namespace {

QJsonObject eventAt(const QDateTime &at, const char *type)
{
    return {{QStringLiteral("eventTime"), at.toString(Qt::ISODateWithMs)},
            {QStringLiteral("producer"), QStringLiteral("https://meshscope.example/export")},
            {QStringLiteral("schemaURL"),
             QStringLiteral("https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/") + QLatin1StringView(type)}};
}

QJsonObject openLineageDataset(const Mesh &mesh, const DrawnGraph::Node &n)
{
    QString ns;
    QString name = n.name;
    if (!n.node.isValid()) // stands for several
        return {{QStringLiteral("namespace"), QStringLiteral("meshscope://%1").arg(n.kind)},
                {QStringLiteral("name"), n.address}};
    if (mesh.kind(n.node) == Kind::Dataset) {
        const Dataset &d = mesh.dataset(n.node);
        ns = d.ns;
        if (!ns.isEmpty() && d.id.startsWith(ns + u'/'))
            name = d.id.mid(ns.size() + 1);
    }
    if (ns.isEmpty()) {
        const Address a = mesh.address(n.node);
        ns = QStringLiteral("meshscope://%1").arg(a.endpoint);
        name = kindWord(a.kind) + u'/' + a.id;
    }
    return {{QStringLiteral("namespace"), ns}, {QStringLiteral("name"), name}};
}

} // namespace

QByteArray openLineageOf(const Mesh &mesh, const DrawnGraph &g)
{
    struct Work {
        QString ns, name;
        QJsonArray inputs, outputs;
        std::set<int> seenIn, seenOut;
    };
    std::map<QString, Work> works;
    const auto add = [&](const QString &key, const QString &ns, const QString &name, const DrawnGraph::Edge &e) {
        Work &w = works[key];
        w.ns = ns;
        w.name = name;
        if (w.seenIn.insert(e.from).second)
            w.inputs.append(openLineageDataset(mesh, g.nodes[size_t(e.from)]));
        if (w.seenOut.insert(e.to).second)
            w.outputs.append(openLineageDataset(mesh, g.nodes[size_t(e.to)]));
    };
    for (const DrawnGraph::Edge &e : g.edges) {
        const QString to = g.nodes[size_t(e.to)].address;
        // A job with several outputs would claim edges that are not there: one event for each of its outputs.
        for (const NodeId n : e.via) {
            const Job &job = mesh.job(n);
            const bool prefixed = !job.ns.isEmpty() && job.id.startsWith(job.ns + u'/');
            add(mesh.address(n).toString() + u' ' + to, job.ns.isEmpty() ? QStringLiteral("meshscope") : job.ns,
                prefixed ? job.id.mid(job.ns.size() + 1) : mesh.name(n), e);
        }
        if (e.via.empty())
            add(to, QStringLiteral("meshscope"), to, e);
    }
    const QDateTime at = (mesh.asOf().isValid() ? mesh.asOf() : QDateTime::currentDateTimeUtc()).toUTC();
    QByteArray out;
    for (const auto &[key, w] : works) {
        QJsonObject event = eventAt(at, "JobEvent");
        event.insert(QStringLiteral("job"),
                     QJsonObject{{QStringLiteral("namespace"), w.ns}, {QStringLiteral("name"), w.name}});
        event.insert(QStringLiteral("inputs"), w.inputs);
        event.insert(QStringLiteral("outputs"), w.outputs);
        out += QJsonDocument(event).toJson(QJsonDocument::Compact) + '\n';
    }
    // What no edge touches is part of the graph too.
    std::vector<char> isEnd(g.nodes.size(), 0);
    for (const DrawnGraph::Edge &e : g.edges)
        isEnd[size_t(e.from)] = isEnd[size_t(e.to)] = 1;
    for (size_t i = 0; i < g.nodes.size(); ++i) {
        if (isEnd[i] || g.nodes[i].isBox)
            continue;
        QJsonObject event = eventAt(at, "DatasetEvent");
        event.insert(QStringLiteral("dataset"), openLineageDataset(mesh, g.nodes[i]));
        out += QJsonDocument(event).toJson(QJsonDocument::Compact) + '\n';
    }
    return out;
}

} // namespace meshscope::graph
