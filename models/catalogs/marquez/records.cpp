#include "models/catalogs/marquez/records.h"

#include "models/formats/openlineage.h"
#include "models/formats/reading.h"
#include "models/mesh/address.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

QDateTime timeOf(const Node &node)
{
    return QDateTime::fromString(node.text(), Qt::ISODateWithMs);
}

QString idOf(const Node &reference)
{
    return datasetId(reference["namespace"].text(), reference["name"].text());
}

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

/// Lists of the server's own tags name terms too, as it describes them.
QStringList termsAmong(const QStringList &tags, const QSet<QString> &known)
{
    QStringList terms;
    for (const QString &tag : tags) {
        if (known.contains(tag))
            terms.append(tag);
    }
    return terms;
}

/// `fields` is a flat list in no order; the schema facet, where there is one, has the order and the nested ones.
void addFields(const Node &fields, const QString &dataset, const QSet<QString> &tags, QList<Column> &columns)
{
    std::vector<const Node *> sorted;
    for (const Node &field : fields.items())
        sorted.push_back(&field);
    std::sort(sorted.begin(), sorted.end(), [](const Node *a, const Node *b) {
        return std::pair((*a)["name"].text(), (*a)["type"].text()) < std::pair((*b)["name"].text(), (*b)["type"].text());
    });
    QHash<QString, qsizetype> known;
    for (qsizetype i = 0; i < columns.size(); ++i)
        known.insert(columns[i].path, i);
    for (const Node *field : sorted) {
        const QString name = (*field)["name"].text();
        if (name.isEmpty())
            continue;
        if (!known.contains(name)) {
            known.insert(name, columns.size());
            Column column;
            column.dataset = dataset;
            column.path = name;
            column.ordinal = int(columns.size());
            columns.append(std::move(column));
        }
        Column &column = columns[known.value(name)];
        const QString type = (*field)["type"].text();
        if (column.physicalType.isEmpty())
            column.physicalType = type;
        else if (type.compare(column.physicalType, Qt::CaseInsensitive) != 0) // a version before had another type
            setMissing(column.properties, u"otherType"_s, type);
        if (column.description.isEmpty())
            column.description = (*field)["description"].text();
        addTags((*field)["tags"], column.tags);
        column.terms = termsAmong(column.tags, tags);
    }
}

/// The answer's own short form of column lineage, in which a column may be told of once a version.
void addColumnLineage(const Node &lineage, const QString &to, OpenLineageLog &log)
{
    QMap<QStringList, QStringList> edges;
    for (const Node &column : lineage.items()) {
        for (const Node &input : column["inputFields"].items()) {
            const QString name = firstText(input, {"dataset", "name"});
            const QString field = input["field"].text();
            if (name.isEmpty() || field.isEmpty())
                continue;
            QString transform = firstText(input, {"transformationType"});
            if (transform.isEmpty())
                transform = column["transformationType"].text();
            QString why = firstText(input, {"transformationDescription"});
            if (why.isEmpty())
                why = column["transformationDescription"].text();
            if (!why.isEmpty())
                transform += (transform.isEmpty() ? QString() : u": "_s) + why;
            QStringList &transforms = edges[{datasetId(input["namespace"].text(), name), field, column["name"].text()}];
            if (!transform.isEmpty() && !transforms.contains(transform))
                transforms.append(transform);
        }
    }
    for (auto it = edges.begin(); it != edges.end(); ++it) {
        it->sort();
        log.tellColumnEdge(it.key()[0], it.key()[1], to, it.key()[2], it->join(u", "));
    }
}

/// Records of the log for what the page lists; what it only mentions has a place of its own in another page.
void finish(OpenLineageLog &log, const QSet<QString> &datasets, const QSet<QString> &jobs, Records &out)
{
    log.finish();
    out.datasets.removeIf([&](const Dataset &d) { return !datasets.contains(d.id); });
    out.columns.removeIf([&](const Column &c) { return !datasets.contains(c.dataset); });
    out.jobs.removeIf([&](const Job &j) { return !jobs.contains(j.id); });
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

ReadContext contextOf(const QString &unit)
{
    ReadContext context;
    context.file = unit;
    return context;
}

} // namespace

QByteArray MarquezContext::digest() const
{
    QStringList lines;
    for (auto it = sources.cbegin(); it != sources.cend(); ++it)
        lines.append(u"s\n"_s + it.key() + u'\n' + it.value());
    for (auto it = owners.cbegin(); it != owners.cend(); ++it)
        lines.append(u"o\n"_s + it.key() + u'\n' + it.value());
    for (const QString &tag : tags)
        lines.append(u"t\n"_s + tag);
    lines.sort();
    lines.append(hasDomains ? u"domains"_s : QString());
    return QCryptographicHash::hash(lines.join(QChar(0)).toUtf8(), QCryptographicHash::Sha256);
}

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

Records MarquezReader::namespaces(const Node &page, const QString &unit) const
{
    const ReadContext context = contextOf(unit);
    Records out;
    for (const Node &item : page["namespaces"].items()) {
        const QString name = item["name"].text();
        if (name.isEmpty())
            continue;
        const QString owner = m_context.owners.value(name);
        if (!owner.isEmpty()) {
            Party party;
            party.id = party.name = owner;
            party.email = owner.contains(u'@') ? owner : QString();
            party.source = sourceOf(context, item);
            out.parties.append(std::move(party));
        }
        if (!m_context.hasDomains)
            continue;
        Domain domain;
        domain.id = domain.name = name;
        domain.description = item["description"].text();
        addProperty(domain.properties, "createdAt", item["createdAt"]);
        addProperty(domain.properties, "isHidden", item["isHidden"]);
        if (!owner.isEmpty())
            domain.owners.append({owner, owner, u"owner"_s, owner.contains(u'@') ? owner : QString()});
        domain.source = sourceOf(context, item);
        out.domains.append(std::move(domain));
    }
    return out;
}

Records MarquezReader::tags(const Node &page, const QString &unit) const
{
    const ReadContext context = contextOf(unit);
    Records out;
    for (const Node &item : page["tags"].items()) {
        Term term;
        term.id = term.name = item["name"].text();
        term.description = item["description"].text();
        term.source = sourceOf(context, item);
        if (!term.id.isEmpty())
            out.terms.append(std::move(term));
    }
    return out;
}

void MarquezReader::placeIn(const QString &ns, Entity &entity, Records &) const
{
    if (m_context.hasDomains)
        entity.domain = ns;
    const QString owner = m_context.owners.value(ns);
    if (!owner.isEmpty())
        entity.owners.append({owner, owner, u"namespace owner"_s, owner.contains(u'@') ? owner : QString()});
}

Records MarquezReader::datasets(const Node &page, const QString &unit) const
{
    const ReadContext context = contextOf(unit);
    Records out;
    OpenLineageLog log(context, out);
    QSet<QString> told;
    for (const Node &item : page["datasets"].items()) {
        if (item["name"].text().isEmpty())
            continue;
        told.insert(idOf(item));
        readDataset(item, log, out);
    }
    finish(log, told, {}, out);
    return out;
}

void MarquezReader::readDataset(const Node &item, OpenLineageLog &log, Records &out) const
{
    const QString ns = item["namespace"].text();
    const QString name = item["name"].text();
    Dataset &dataset = log.tellDataset(item, ns, name, item["facets"], {});
    const QString id = dataset.id;
    if (item["type"].text() == u"STREAM") // DB_TABLE is what it calls everything else, files too
        dataset.type = u"topic"_s;
    if (dataset.description.isEmpty())
        dataset.description = item["description"].text();
    addTags(item["tags"], dataset.tags);
    dataset.terms = termsAmong(dataset.tags, m_context.tags);
    const QString state = item["lastLifecycleState"].text();
    dataset.dropped = item["deleted"].boolean().value_or(false) || state == u"DROP";
    setMissing(dataset.properties, u"lifecycleStateChange"_s, state);
    const QString source = item["sourceName"].text();
    setMissing(dataset.properties, u"source"_s, source);
    setMissing(dataset.properties, u"dataSource"_s, m_context.sources.value(source));
    if (const QString physical = item["physicalName"].text(); physical != name)
        setMissing(dataset.properties, u"physicalName"_s, physical);
    setMissing(dataset.properties, u"createdAt"_s, item["createdAt"].text());
    placeIn(ns, dataset, out);
    addFields(item["fields"], id, m_context.tags, log.columnsOf(id));
    addColumnLineage(item["columnLineage"], id, log);
}

Records MarquezReader::versions(const Node &item, const QString &unit, const std::vector<const Node *> &versions) const
{
    Records out;
    const QString id = idOf(item);
    QSet<QString> schemas;
    const Node *newest = nullptr;
    for (const Node *version : versions) {
        const QDateTime at = timeOf((*version)["createdAt"]);
        if (!at.isValid())
            continue;
        out.measurements.append(measured(id, Kind::Dataset, u"columnCount"_s, at, double((*version)["fields"].size()),
                                         u"1"_s, (*version)["createdByRun"]["id"].text()));
        if (!newest || timeOf((*newest)["createdAt"]) < at)
            newest = version;
        if (const QString schema = (*version)["currentSchemaVersion"].text(); !schema.isEmpty())
            schemas.insert(schema);
    }
    if (!newest)
        return out;
    Dataset dataset;
    dataset.id = id;
    dataset.ns = item["namespace"].text();
    dataset.name = item["name"].text();
    setMissing(dataset.properties, u"schemaVersion"_s, (*newest)["currentSchemaVersion"].text());
    dataset.source = sourceOf(contextOf(unit), *newest);
    out.datasets.append(std::move(dataset));
    return out;
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
