#include "models/catalogs/datazone/records.h"
#include "models/formats/format.h"
#include "models/formats/reading.h"
#include "models/mesh/address.h"

#include <QSet>

using namespace Qt::StringLiterals;

// The fourth part of DataZoneReader: nodes of the lineage graph, and the events it was fed with.
namespace meshscope {

namespace {

QStringList idsOf(const Node &list)
{
    QStringList ids;
    for (const Node &item : list.items()) {
        if (const QString id = item["id"].text(); !id.isEmpty() && !ids.contains(id))
            ids.append(id);
    }
    ids.sort();
    return ids;
}

/// Neighbours that cannot be told.
bool isDamaged(const Node &list)
{
    if (!list.isSequence())
        return !list.isNull();
    return std::any_of(list.items().begin(), list.items().end(),
                       [](const Node &item) { return item["id"].text().isEmpty(); });
}

} // namespace

DataZoneReader::LineageNode DataZoneReader::lineageNode(const Node &answer)
{
    LineageNode node;
    node.id = answer["id"].text();
    node.type = answer["typeName"].text();
    node.source = answer["sourceIdentifier"].text();
    node.name = answer["name"].text();
    node.up = idsOf(answer["upstreamNodes"]);
    node.down = idsOf(answer["downstreamNodes"]);
    node.isDamaged = isDamaged(answer["upstreamNodes"]) || isDamaged(answer["downstreamNodes"]);
    return node;
}

QString DataZoneReader::lineageId(const LineageNode &node) const
{
    const QString fallback = u"lineage/"_s + (node.source.isEmpty() ? node.id : node.source);
    if (node.isJob())
        return datasetId(m_context.ns(), fallback);
    if (const QString known = m_context.assets.value(node.source); !known.isEmpty())
        return known;
    return m_context.nameOf(node.source, fallback).id();
}

Records DataZoneReader::node(const Node &answer, const QString &unit) const
{
    Records out;
    const LineageNode node = lineageNode(answer);
    if (node.id.isEmpty())
        return out;
    ReadContext context;
    context.file = unit;
    const SourceRef source = sourceOf(context, answer);
    if (node.isJob()) {
        Job job;
        job.ns = m_context.ns();
        job.id = lineageId(node);
        job.name = node.name.isEmpty() ? node.source : node.name;
        job.type = node.type.section(u'.', -1).remove(u"LineageNodeType"_s).toUpper();
        job.source = source;
        job.description = answer["description"].text();
        job.properties.append({u"lineageNode"_s, node.id});
        addProperty(job.properties, "sourceIdentifier", answer["sourceIdentifier"]);
        out.jobs.append(std::move(job));
        return out;
    }
    Dataset dataset;
    dataset.id = lineageId(node);
    const QString fallback = u"lineage/"_s + (node.source.isEmpty() ? node.id : node.source);
    const DataZoneContext::Name name = m_context.nameOf(node.source, fallback);
    if (name.id() == dataset.id) { // else it is an asset, which says itself what it is
        dataset.ns = name.ns;
        dataset.name = name.name;
    }
    dataset.source = source;
    dataset.properties.append({u"lineageNode"_s, node.id});
    if (name.ns == m_context.ns() && !node.name.isEmpty())
        dataset.properties.append({u"businessName"_s, node.name});
    out.datasets.append(std::move(dataset));
    return out;
}

QList<LineageEdge> DataZoneReader::edges(const QHash<QString, LineageNode> &nodes) const
{
    QList<LineageEdge> edges;
    QSet<QString> told;
    const auto add = [&](const LineageNode &from, const LineageNode &to, const QString &job) {
        const QString key = from.id + u'\n' + to.id + u'\n' + job;
        if (from.isJob() || to.isJob() || from.id == to.id || told.contains(key))
            return;
        told.insert(key);
        edges.append({lineageId(from), lineageId(to), job});
    };
    QStringList ids = nodes.keys(); // in an order that does not change from run to run
    ids.sort();
    for (const QString &id : std::as_const(ids)) {
        const LineageNode &node = *nodes.constFind(id);
        if (node.isJob()) {
            for (const QString &up : node.up) {
                for (const QString &down : node.down) {
                    if (nodes.contains(up) && nodes.contains(down))
                        add(*nodes.constFind(up), *nodes.constFind(down), lineageId(node));
                }
            }
            continue;
        }
        for (const QString &up : node.up) {
            if (nodes.contains(up))
                add(*nodes.constFind(up), node, {});
        }
        for (const QString &down : node.down) {
            if (nodes.contains(down))
                add(node, *nodes.constFind(down), {});
        }
    }
    return edges;
}

Records DataZoneReader::event(const Node &event, const QString &unit)
{
    Records out;
    ReadContext context;
    context.file = unit;
    if (const Format *const format = formatOf(event))
        format->readAll({&event}, context, out);
    return out;
}

} // namespace meshscope
