#include "models/catalogs/openmetadata/records.h"

#include "models/formats/reading.h"

#include <QCoreApplication>

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

// What flows from where to where: the entity form of the lineage API, one hop around each asset.
namespace meshscope::openmetadata {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::OpenMetadata)
};

/// One end of an edge.
struct End {
    QString id;
    QString fqn;
    bool isJob = false;
    bool isHidden = false;
};

/// A list, or the values of a map: which of them it is differs between forms and versions.
std::span<const Node> valuesOf(const Node &node)
{
    return node.items();
}

/// The UUID an end of an edge is named by: bare, or in a reference.
QString uuidOf(const Node &end)
{
    return end.isMap() ? end["id"].text() : end.text();
}

} // namespace

QString Reader::columnPath(const QString &assetFqn, const QString &columnFqn) const
{
    if (const auto found = m_context.itemColumns.constFind(columnFqn); found != m_context.itemColumns.cend())
        return *found;
    if (assetFqn.isEmpty() || !columnFqn.startsWith(assetFqn + u'.', Qt::CaseInsensitive))
        return {};
    return nameParts(columnFqn.mid(assetFqn.size() + 1)).join(u'.');
}

Records Reader::lineage(const QString &uuid, const Node &answer, const QString &unit) const
{
    Records out;
    const Context::Asset self = m_context.assets.value(uuid);
    QHash<QString, const Node *> nodes{{answer["entity"]["id"].text(), &answer["entity"]}};
    for (const Node &node : valuesOf(answer["nodes"])) {
        const Node &entity = node["entity"].isMap() ? node["entity"] : node;
        nodes.insert(entity["id"].text(), &entity);
    }
    const auto endOf = [&](const QString &id) -> End {
        const Node *const node = nodes.value(id);
        const QString fqn = node ? firstText(*node, {"fullyQualifiedName", "name"}) : QString();
        const Context::Asset known = m_context.assets.value(id);
        const QString type = node && known.type.isEmpty() ? (*node)["type"].text() : known.type;
        const AssetKind *const kind = assetKind(type);
        if (!known.id.isEmpty())
            return {known.id, fqn, kind && kind->isJob};
        if (node && !fqn.isEmpty()) // it is told of here, and in no list: of a kind the lists leave out
            return {kind ? assetId(*kind, *node) : fqn, fqn, kind && kind->isJob};
        return {u"hidden/"_s + id, {}, false, true};
    };
    QStringList inputs;
    QStringList outputs;
    const bool isJob = assetKind(self.type) && assetKind(self.type)->isJob;
    const auto hide = [&](const End &end) {
        Dataset hidden;
        hidden.id = end.id;
        hidden.name = Text::tr("Hidden");
        hidden.type = u"hidden"_s;
        hidden.description = Text::tr("The catalog tells that data flows here, and does not tell this login what it is.");
        hidden.source = sourceOf({unit, {}, {}, {}}, answer);
        out.datasets.append(std::move(hidden));
    };
    for (const char *list : {"upstreamEdges", "downstreamEdges"}) {
        for (const Node &edge : valuesOf(answer[list])) {
            const QString fromId = uuidOf(edge["fromEntity"]);
            const QString toId = uuidOf(edge["toEntity"]);
            if (fromId.isEmpty() || toId.isEmpty() || fromId == toId || (fromId != uuid && toId != uuid))
                continue;
            const End from = endOf(fromId);
            const End to = endOf(toId);
            const End &other = fromId == uuid ? to : from;
            if (other.isHidden)
                hide(other);
            if (isJob) {
                if (!other.isJob)
                    (fromId == uuid ? outputs : inputs).append(other.id);
                continue;
            }
            // An edge is told of where it ends; edges of processes are told of by the process.
            if (toId != uuid || other.isJob)
                continue;
            const Node &details = edge["lineageDetails"].isMap() ? edge["lineageDetails"] : edge;
            const QString job = firstText(details["pipeline"], {"fullyQualifiedName", "name"});
            out.lineage.append({from.id, to.id, job});
            const Node &columns = details["columnsLineage"].isNull() ? details["columns"] : details["columnsLineage"];
            for (const Node &column : columns.items()) {
                const QString toColumn = columnPath(to.fqn, column["toColumn"].text());
                for (const Node &source : column["fromColumns"].items()) {
                    const QString fromColumn = columnPath(from.fqn, source.text());
                    if (!fromColumn.isEmpty() && !toColumn.isEmpty())
                        out.columnLineage.append({from.id, fromColumn, to.id, toColumn, job, column["function"].text()});
                }
            }
        }
    }
    inputs.removeDuplicates();
    outputs.removeDuplicates();
    for (const QString &from : std::as_const(inputs)) {
        for (const QString &to : std::as_const(outputs))
            out.lineage.append({from, to, self.id});
    }
    if (isJob && inputs.isEmpty() != outputs.isEmpty()) { // no edge shows what it only reads, or only writes
        Job job;
        job.id = self.id;
        for (const QString &id : std::as_const(inputs))
            job.properties.append({u"reads"_s, id});
        for (const QString &id : std::as_const(outputs))
            job.properties.append({u"writes"_s, id});
        out.jobs.append(std::move(job));
    }
    return out;
}

} // namespace meshscope::openmetadata
