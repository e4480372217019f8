#include "models/formats/openlineage.h"

#include "models/formats/all.h"
#include "models/formats/reading.h"
#include "models/mesh/address.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

QDateTime timeOf(const Node &node)
{
    return QDateTime::fromString(node.text(), Qt::ISODateWithMs);
}

bool isGone(const Node &facet)
{
    return facet["_deleted"].boolean().value_or(false);
}

void addOnce(QStringList &list, const QString &value)
{
    if (!list.contains(value))
        list.append(value);
}

} // namespace

SourceRef OpenLineageLog::place(const Node &event, const QString &pointer) const
{
    return {m_context.file, event.begin(), event.end(), pointer, event.line()};
}

/// Replaces the value of that name; an empty value removes it.
void OpenLineageLog::setProperty(QList<Property> &properties, const QString &name, const QString &value)
{
    for (qsizetype i = 0; i < properties.size(); ++i) {
        if (properties.at(i).name != name)
            continue;
        if (value.isEmpty())
            properties.removeAt(i);
        else
            properties[i].value = value;
        return;
    }
    if (!value.isEmpty())
        properties.append({name, value});
}

void OpenLineageLog::addOwners(const Node &facet, QList<PartyRole> &owners)
{
    owners.clear();
    for (const Node &item : facet["owners"].items()) {
        const QString id = item["name"].text(); // "team:data", "user:jdoe", a URN or a plain name
        if (id.isEmpty())
            continue;
        const QString role = item["type"].text();
        const QString prefix = id.section(u':', 0, 0);
        const bool isShort = id.count(u':') == 1 && !id.contains(u"://");
        const QString name = isShort ? id.section(u':', 1) : id;
        owners.append({id, name, role.isEmpty() ? u"owner"_s : role, name.contains(u'@') ? name : QString()});
        if (m_parties.contains(id))
            continue;
        m_parties.insert(id);
        Party party;
        party.id = id;
        party.name = name;
        party.isTeam = isShort && (prefix == u"team" || prefix == u"group");
        party.email = name.contains(u'@') ? name : QString();
        party.source = sourceOf(m_context, item);
        m_out.parties.append(std::move(party));
    }
}

Job &OpenLineageLog::job(const QString &ns, const QString &name, const Node &where)
{
    const QString id = datasetId(ns, name);
    const auto known = m_jobIndex.constFind(id);
    if (known != m_jobIndex.cend())
        return m_jobs[*known];
    m_jobIndex.insert(id, m_jobs.size());
    Job &job = m_jobs.emplace_back();
    job.id = id;
    job.ns = ns;
    job.name = name;
    job.source = place(where, u"/job"_s);
    return job;
}

OpenLineageLog::RunState &OpenLineageLog::run(const QString &key, const QString &job)
{
    const auto known = m_runIndex.constFind(key);
    if (known != m_runIndex.cend())
        return m_runs[*known];
    m_runIndex.insert(key, m_runs.size());
    m_runs.push_back({job, {}, {}, {}});
    return m_runs.back();
}

void OpenLineageLog::add(const Node &event)
{
    const QDateTime at = timeOf(event["eventTime"]);
    event["schemaURL"].use();
    if (event["dataset"].isMap()) // a run event may carry one too
        addDataset(event["dataset"], Part::Alone, {event, at, {}, {}, {}});
    if (!event["job"].isMap())
        return;
    const QString jobId = addJob(event, at);
    const QString runId = event["run"]["runId"].text();
    const EventFacts facts{event, at, jobId, jobId + u'\n' + runId, runId};
    run(facts.run, jobId);
    for (const Node &input : event["inputs"].items()) {
        const QString id = addDataset(input, Part::Input, facts);
        if (!id.isEmpty())
            addOnce(run(facts.run, jobId).inputs, id);
    }
    for (const Node &output : event["outputs"].items()) {
        const QString id = addDataset(output, Part::Output, facts);
        if (!id.isEmpty())
            addOnce(run(facts.run, jobId).outputs, id);
    }
    readJobLineage(event["job"]["facets"]["lineage"], facts);
    const QString type = event["eventType"].text().toUpper();
    if (at.isValid() && (type == u"COMPLETE" || type == u"FAIL" || type == u"ABORT"))
        m_completions.append({facts.run, runId, at, type == u"COMPLETE"});
}

/// The job of a run or job event; empty where the event does not name it.
QString OpenLineageLog::addJob(const Node &event, const QDateTime &at)
{
    const Node &node = event["job"];
    const QString ns = node["namespace"].text();
    const QString name = node["name"].text();
    if (name.isEmpty()) {
        const QString text = QCoreApplication::translate("meshscope::OpenLineage", "This event names no job: its datasets "
                                                                                   "were read, give it job.name.");
        m_out.issues.append(issueAt(Issue::Severity::Warning, m_context, event, text));
        return {};
    }
    Job &known = job(ns, name, event);
    const QString id = known.id;
    known.source = place(event, u"/job"_s);
    addJobFacets(node["facets"], known);
    if (event["run"].isMap()) {
        const QString type = event["eventType"].text().toUpper();
        addRunFacts(event["run"]["facets"], type, known);
        if (type != u"OTHER") { // that one says nothing about the run's state
            known.lastRunAt = at;
            known.lastRunState = type;
            known.lastRunId = event["run"]["runId"].text();
        }
    }
    const Node &facets = event["run"]["facets"];
    addParent(facets.has("parent") ? facets["parent"] : facets["parentRun"], id, event); // may move m_jobs
    return id;
}

void OpenLineageLog::addRunFacts(const Node &facets, const QString &type, Job &job)
{
    const Node &nominal = facets["nominalTime"];
    if (nominal.isMap()) {
        setProperty(job.properties, u"nominalStartTime"_s, nominal["nominalStartTime"].text());
        setProperty(job.properties, u"nominalEndTime"_s, nominal["nominalEndTime"].text());
    }
    const Node &engine = facets["processing_engine"];
    if (engine.isMap())
        setProperty(job.properties, u"processingEngine"_s,
                    (engine["name"].text() + u' ' + engine["version"].text()).trimmed());
    if (facets["errorMessage"].isMap())
        setProperty(job.properties, u"errorMessage"_s, facets["errorMessage"]["message"].text());
    else if (type == u"START" || type == u"COMPLETE")
        setProperty(job.properties, u"errorMessage"_s, {});
    for (const Node &upstream : facets["jobDependencies"]["upstream"].items())
        setProperty(job.properties, u"runs after"_s,
                    datasetId(upstream["job"]["namespace"].text(), upstream["job"]["name"].text()));
}

/// `parent` is the job above; `root` the one at the top: above the parent, unless its own events say otherwise.
void OpenLineageLog::addParent(const Node &parent, const QString &child, const Node &event)
{
    if (!parent.isMap() || isGone(parent))
        return;
    const QString name = parent["job"]["name"].text();
    if (name.isEmpty())
        return;
    const QString parentId = job(parent["job"]["namespace"].text(), name, event).id;
    if (parentId != child)
        m_jobs[m_jobIndex.value(child)].parent = parentId;
    const Node &root = parent["root"]["job"];
    if (root["name"].text().isEmpty())
        return;
    const QString rootId = job(root["namespace"].text(), root["name"].text(), event).id;
    if (rootId != parentId)
        m_roots.insert(parentId, rootId);
}

void OpenLineageLog::addJobFacets(const Node &facets, Job &job)
{
    if (const Node &type = facets["jobType"]; type.isMap()) {
        const QString processing = isGone(type) ? QString() : type["processingType"].text();
        const QString kind = isGone(type) ? QString() : type["jobType"].text();
        job.integration = isGone(type) ? QString() : type["integration"].text();
        job.type = kind.isEmpty() ? processing : kind;
        setProperty(job.properties, u"processingType"_s, processing);
        type["emissionPattern"].use(true);
    }
    if (const Node &sql = facets["sql"]; sql.isMap())
        job.sql = isGone(sql) ? QString() : sql["query"].text();
    if (const Node &text = facets["documentation"]; text.isMap())
        job.description = isGone(text) ? QString() : text["description"].text();
    if (const Node &owners = facets["ownership"]; owners.isMap())
        addOwners(owners, job.owners);
    if (const Node &code = facets["sourceCode"]; code.isMap() && job.sql.isEmpty())
        setProperty(job.properties, u"sourceCode"_s, isGone(code) ? QString() : code["sourceCode"].text());
    if (const Node &where = facets["sourceCodeLocation"]; where.isMap()) {
        for (const char *key : {"url", "repoUrl", "path", "version", "branch", "tag"})
            setProperty(job.properties, u"sourceCodeLocation."_s + QString::fromLatin1(key),
                        isGone(where) ? QString() : where[key].text());
    }
    if (const Node &tags = facets["tags"]; tags.isMap()) {
        job.tags.clear();
        for (const Node &tag : tags["tags"].items()) {
            const QString value = tag["value"].text();
            addOnce(job.tags, tag["key"].text() + (value.isEmpty() || value == u"true" ? QString() : u':' + value));
        }
    }
}

void OpenLineageLog::addEdge(const QString &from, const QString &to, const QString &job)
{
    const QString key = from + u'\n' + to + u'\n' + job;
    if (m_edges.contains(key))
        return;
    m_edges.insert(key);
    m_out.lineage.append({from, to, job});
}

/// A job makes each of its outputs from each of its inputs, unless explicit lineage says which.
void OpenLineageLog::writeEdges()
{
    for (const RunState &state : m_runs) {
        for (const QString &to : state.outputs) {
            if (state.declared.contains(to))
                continue;
            for (const QString &from : state.inputs)
                addEdge(from, to, state.job);
        }
        const auto known = m_jobIndex.constFind(state.job);
        if (known == m_jobIndex.cend() || (!state.inputs.isEmpty() && !state.outputs.isEmpty()))
            continue;
        // what a job only reads or only writes has no edge to show it
        QList<Property> &properties = m_jobs[*known].properties;
        for (const bool isInput : {true, false}) {
            for (const QString &id : isInput ? state.inputs : state.outputs) {
                const Property property{isInput ? u"reads"_s : u"writes"_s, id};
                if (!properties.contains(property))
                    properties.append(property);
            }
        }
    }
}

void OpenLineageLog::writeCompletions()
{
    for (const Completion &done : m_completions) {
        for (const QString &id : m_runs[m_runIndex.value(done.run)].outputs) {
            Measurement found;
            found.at = done.at;
            found.target = id;
            found.targetKind = Kind::Dataset;
            found.property = u"completion"_s;
            found.value = done.isGood ? 1 : 0;
            found.unit = u"1"_s;
            found.source = u"OpenLineage"_s;
            found.run = done.runId;
            m_out.measurements.append(std::move(found));
        }
    }
}

void OpenLineageLog::finish()
{
    for (auto root = m_roots.cbegin(); root != m_roots.cend(); ++root) {
        Job &parent = m_jobs[m_jobIndex.value(root.key())];
        if (parent.parent.isEmpty())
            parent.parent = root.value();
    }
    writeEdges();
    writeCompletions();
    for (Job &job : m_jobs)
        m_out.jobs.append(std::move(job));
    for (DatasetState &state : m_datasets) {
        for (Column &column : state.columns) {
            column.tags += state.columnTags.value(column.path);
            m_out.columns.append(std::move(column));
        }
        m_out.datasets.append(std::move(state.dataset));
    }
}

namespace {

class OpenLineage final : public Format {
public:
    [[nodiscard]] QString name() const override { return u"OpenLineage"_s; }
    /// A run event has `run` and `job`, a job event `job` without a run, a dataset event `dataset`; the last two are told
    /// from other documents by their schema's address or their time.
    [[nodiscard]] bool isLog() const override { return true; }
    [[nodiscard]] bool recognises(const Node &document) const override
    {
        if (!document.isMap())
            return false;
        const bool hasJob = document.has("job") && document["job"].isMap() &&
                            (document["job"].has("namespace") || document["job"].has("name"));
        if (hasJob && document.has("run") && document["run"].isMap() && document["run"].has("runId"))
            return true;
        const bool isEvent =
            document.has("eventTime") || document["schemaURL"].text().contains(u"openlineage", Qt::CaseInsensitive);
        const bool hasDataset = document.has("dataset") && document["dataset"].isMap() &&
                                document["dataset"].has("namespace") && document["dataset"].has("name");
        return isEvent && (hasJob || hasDataset);
    }
    void read(const Node &document, const ReadContext &context, Records &out) const override
    {
        readAll({&document}, context, out);
    }
    void readAll(const std::vector<const Node *> &documents, const ReadContext &context, Records &out) const override
    {
        struct Timed {
            qint64 at;
            const Node *event;
        };
        std::vector<Timed> events;
        events.reserve(documents.size());
        qsizetype untimed = 0;
        const Node *firstUntimed = nullptr;
        for (const Node *event : documents) {
            const QDateTime at = timeOf((*event)["eventTime"]);
            events.push_back({at.isValid() ? at.toMSecsSinceEpoch() : 0, event});
            if (!at.isValid() && ++untimed == 1)
                firstUntimed = event;
        }
        if (firstUntimed) {
            const QString text = QCoreApplication::translate(
                "meshscope::OpenLineage",
                "%Ln event(s) have no readable eventTime and are taken as the oldest: give them one.", nullptr,
                int(untimed));
            out.issues.append(issueAt(Issue::Severity::Warning, context, *firstUntimed, text));
        }
        std::stable_sort(events.begin(), events.end(), [](const Timed &a, const Timed &b) { return a.at < b.at; });
        OpenLineageLog log(context, out);
        for (const Timed &timed : events)
            log.add(*timed.event);
        log.finish();
    }
};

} // namespace

std::unique_ptr<Format> makeOpenLineage()
{
    return std::make_unique<OpenLineage>();
}

} // namespace meshscope
