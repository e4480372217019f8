#include "models/catalogs/marquez/parts.h"
#include "models/catalogs/marquez/records.h"
#include "models/formats/openlineage.h"
#include "models/mesh/address.h"

using namespace Qt::StringLiterals;

// Jobs of Marquez and their runs.
namespace meshscope {

using namespace marquez;

namespace {

QStringList idsOf(const Node &references)
{
    QStringList ids;
    for (const Node &reference : references.items()) {
        if (!reference["name"].text().isEmpty())
            ids.append(idOf(reference));
    }
    ids.sort();
    ids.removeDuplicates();
    return ids;
}

} // namespace

QString eventTypeOf(const QString &runState)
{
    static const QHash<QString, QString> words{{u"NEW"_s, u"START"_s},
                                               {u"RUNNING"_s, u"RUNNING"_s},
                                               {u"COMPLETED"_s, u"COMPLETE"_s},
                                               {u"FAILED"_s, u"FAIL"_s},
                                               {u"ABORTED"_s, u"ABORT"_s}};
    return words.value(runState, runState);
}

bool isEnded(const QString &runState)
{
    return runState == u"COMPLETED" || runState == u"FAILED" || runState == u"ABORTED";
}

Records MarquezReader::jobs(const Node &page, const QString &unit) const
{
    const ReadContext context = contextOf(unit);
    Records out;
    OpenLineageLog log(context, out);
    QSet<QString> told;
    for (const Node &item : page["jobs"].items()) {
        if (item["name"].text().isEmpty())
            continue;
        told.insert(idOf(item));
        readJob(item, log, out);
    }
    finish(log, {}, told, out);
    out.qualityRules.clear(); // the datasets tell of theirs
    out.columnLineage.clear();
    return out;
}

void MarquezReader::readJob(const Node &item, OpenLineageLog &log, Records &out) const
{
    const QString ns = item["namespace"].text();
    const Node &latest = item["latestRun"];
    const Node &runFacets = latest["facets"];
    QString id;
    {
        Job &job = log.tellJob(item, ns, item["name"].text(), item["facets"]);
        id = job.id;
        if (job.type.isEmpty())
            job.type = item["type"].text();
        if (job.description.isEmpty())
            job.description = item["description"].text();
        setMissing(job.properties, u"sourceCodeLocation.url"_s, item["location"].text());
        setMissing(job.properties, u"createdAt"_s, item["createdAt"].text());
        addTags(item["tags"], job.tags);
        job.terms = termsAmong(job.tags, m_context.tags);
        placeIn(ns, job, out);
    }
    log.tellFlow(id, idsOf(item["inputs"]), idsOf(item["outputs"]));
    if (latest.isMap()) {
        QDateTime at = timeOf(latest["endedAt"]);
        for (const char *key : {"startedAt", "updatedAt", "createdAt"}) {
            if (!at.isValid())
                at = timeOf(latest[key]);
        }
        log.tellRun(item, id, latest["id"].text(), eventTypeOf(latest["state"].text()), at, runFacets);
    }
    // The server names the job above by its own rule; its namespace is in the facet only.
    if (const QString parent = item["parentJobName"].text(); !parent.isEmpty()) {
        const QString parentNs = runFacets["parent"]["job"]["namespace"].text();
        const QString parentId = datasetId(parentNs.isEmpty() ? ns : parentNs, parent);
        if (parentId != id)
            log.tellJob(item, ns, item["name"].text(), Node::null()).parent = parentId;
    }
    std::vector<const Node *> runs;
    for (const Node &run : item["latestRuns"].items())
        runs.push_back(&run);
    if (runs.empty() && latest.isMap())
        runs.push_back(&latest);
    addRuns(id, runs, log, out);
}

void MarquezReader::addRuns(const QString &job, const std::vector<const Node *> &runs, OpenLineageLog &log,
                            Records &out) const
{
    for (const Node *run : runs) {
        const QString runId = (*run)["id"].text();
        const QString state = (*run)["state"].text();
        const QDateTime started = timeOf((*run)["startedAt"]);
        QDateTime ended = timeOf((*run)["endedAt"]);
        const QDateTime at = ended.isValid() ? ended : started.isValid() ? started : timeOf((*run)["createdAt"]);
        if (!at.isValid())
            continue;
        const bool isOver = isEnded(state);
        if (isOver) {
            out.measurements.append(
                measured(job, Kind::Job, u"completion"_s, at, state == u"COMPLETED" ? 1 : 0, u"1"_s, runId));
            if (const std::optional<qint64> millis = (*run)["durationMs"].integer(); millis && ended.isValid())
                out.measurements.append(
                    measured(job, Kind::Job, u"duration"_s, at, double(*millis) / 1000.0, u"s"_s, runId));
        }
        const auto eachVersion = [&](const char *key, OpenLineageLog::Part part) {
            for (const Node &version : (*run)[key].items()) {
                const Node &named = version["datasetVersionId"];
                if (named["name"].text().isEmpty())
                    continue;
                log.tellObserved(version, named["namespace"].text(), named["name"].text(), part, version["facets"], runId,
                                 at);
                if (isOver && part == OpenLineageLog::Part::Output)
                    out.measurements.append(measured(idOf(named), Kind::Dataset, u"completion"_s, at,
                                                     state == u"COMPLETED" ? 1 : 0, u"1"_s, runId));
            }
        };
        eachVersion("inputDatasetVersions", OpenLineageLog::Part::Input);
        eachVersion("outputDatasetVersions", OpenLineageLog::Part::Output);
    }
}

Records MarquezReader::runs(const QString &job, const std::vector<const Node *> &runs, const QString &unit) const
{
    const ReadContext context = contextOf(unit);
    Records out;
    OpenLineageLog log(context, out);
    addRuns(job, runs, log, out);
    finish(log, {}, {}, out);
    out.qualityRules.clear();
    out.columnLineage.clear();
    out.lineage.clear();
    return out;
}

} // namespace meshscope
