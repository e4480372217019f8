#include "models/formats/dbtproject.h"

#include "models/formats/all.h"
#include "models/formats/reading.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Dbt)
};

QDateTime timeOf(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs);
}

/// What the readers of `run_results.json` and `sources.json` share: the run, the manifest beside it, whom a result is about.
class ResultsReader {
public:
    ResultsReader(const Node &document, QStringView artifactWord, const ReadContext &context, Records &out)
        : m_document(document)
        , m_context(context)
        , m_out(out)
        , m_manifest(context, artifactWord)
        , m_invocation(document["metadata"]["invocation_id"].text())
        , m_generatedAt(timeOf(document["metadata"]["generated_at"].text()))
    {
    }
    void readRuns()
    {
        // compiling, listing or writing the docs leaves the same file, with every node a "success": nothing has run
        const QString command = m_document["args"]["which"].text();
        m_hasRun = command != u"compile" && command != u"generate" && command != u"docs" && command != u"list" &&
                   command != u"parse" && command != u"show";
        if (!m_hasRun)
            issue(
                m_document["args"]["which"],
                Text::tr(
                    "These results come from \"dbt %1\", which compiles but runs nothing: they say that nodes compile, not "
                    "that tests passed. Use the file of \"dbt build\" or \"dbt test\".")
                    .arg(command == u"generate" ? u"docs generate"_s : command),
                Issue::Severity::Note);
        const Node &results = m_document["results"];
        for (qsizetype i = 0; results.isSequence() && i < results.size(); ++i)
            readRun(results.items()[size_t(i)], QString::number(i));
    }
    void readFreshness()
    {
        for (const Node &result : m_document["results"].items())
            readFreshnessOf(result);
    }

private:
    void issue(const Node &where, const QString &text, Issue::Severity severity)
    {
        m_out.issues.append(issueAt(severity, m_context, where, text));
    }

    [[nodiscard]] const DbtProject::Entry *entryOf(const QString &id) const
    {
        return m_manifest.project() ? m_manifest.project()->find(id) : nullptr;
    }

    /// The dataset a result is about; without the manifest its unique id, which a later look may still find.
    [[nodiscard]] QString datasetOf(const QString &id) const
    {
        const DbtProject::Entry *entry = entryOf(id);
        return entry && !entry->datasetId.isEmpty() ? entry->datasetId : id;
    }

    [[nodiscard]] QDateTime finishedAt(const Node &result) const
    {
        QDateTime at;
        for (const Node &step : result["timing"].items()) {
            const QDateTime end = timeOf(step["completed_at"].text());
            if (end.isValid() && (!at.isValid() || end > at))
                at = end;
            step.use(true);
        }
        return at.isValid() ? at : m_generatedAt;
    }

    void readRun(const Node &result, const QString &position)
    {
        const QString id = result["unique_id"].text();
        const QString status = result["status"].text();
        const QDateTime at = finishedAt(result);
        if (id.isEmpty() || !at.isValid()) {
            issue(result, Text::tr("A result without a unique id or a time was left out: add unique_id and timing."),
                  Issue::Severity::Warning);
            return;
        }
        const QStringView type = dbtResourceType(id);
        if (status == u"skipped" || status == u"no-op")
            return;
        if (type == u"test")
            addTest(id, status, at, result);
        else if (isDbtDataset(type))
            addRunOf(id, status, at, result, position);
    }

    void addTest(const QString &id, const QString &status, const QDateTime &at, const Node &result)
    {
        Measurement found;
        found.at = at;
        found.target = id;
        if (const DbtProject::Entry *entry = entryOf(id)) {
            const DbtProject::Tested tested = m_manifest.project()->tested(*entry->node);
            if (!tested.dataset.isEmpty()) {
                found.target = tested.dataset;
                found.targetKind = Kind::Dataset;
            }
            found.element = tested.column;
        }
        const bool isGood = status == u"pass" || status == u"success";
        found.property = m_hasRun ? u"test"_s : u"compile"_s;
        found.unit = u"1"_s;
        found.source = u"dbt test "_s + id.section(u'.', 2, 2);
        found.run = m_invocation;
        if (m_hasRun) {
            found.value = result["failures"].number().value_or(isGood ? 0 : 1);
            found.good = isGood ? 1 : 0;
            found.total = 1;
        } else {
            found.value = isGood ? 1 : 0;
        }
        m_out.measurements.append(std::move(found));
    }

    void addRunOf(const QString &id, const QString &status, const QDateTime &at, const Node &result, const QString &position)
    {
        const QStringView type = dbtResourceType(id);
        const DbtProject::Entry *entry = entryOf(id);
        const bool hasRelation = !entry || !entry->datasetId.isEmpty();
        if (type != u"seed" && hasRelation) {
            Job job = entry ? m_manifest.project()->job(id, *entry->node) : bareJob(id, type, result);
            job.lastRunAt = at;
            job.lastRunState = m_hasRun ? status : u"compiled"_s;
            job.lastRunId = m_invocation;
            if (status == u"error" || status == u"fail")
                addProperty(job.properties, "message", result["message"]);
            job.source = dbtSource(m_document, result, m_context, {u"results"_s, position});
            m_out.jobs.append(std::move(job));
        }
        if (!m_hasRun || !hasRelation)
            return;
        Measurement done;
        done.at = at;
        done.target = datasetOf(id);
        done.targetKind = Kind::Dataset;
        done.property = u"completion"_s;
        done.value = status == u"success" || status == u"pass" ? 1 : 0;
        done.unit = u"1"_s;
        done.source = u"dbt run"_s;
        done.run = m_invocation;
        m_out.measurements.append(std::move(done));
    }

    static Job bareJob(const QString &id, QStringView type, const Node &result)
    {
        Job job;
        job.id = id;
        job.name = id.section(u'.', 2);
        job.ns = id.section(u'.', 1, 1);
        job.type = type.toString();
        job.integration = u"dbt"_s;
        job.sql = firstText(result, {"compiled_code", "compiled_sql"});
        return job;
    }

    void readFreshnessOf(const Node &result)
    {
        const QString id = result["unique_id"].text();
        const QDateTime at = timeOf(result["snapshotted_at"].text());
        const std::optional<double> age = result["max_loaded_at_time_ago_in_s"].number();
        if (id.isEmpty() || !at.isValid() || !age) {
            const QString why = firstText(result, {"error", "status"});
            issue(result,
                  Text::tr("The freshness of %1 was not measured: %2. Run \"dbt source freshness\" again.").arg(id, why),
                  Issue::Severity::Warning);
            return;
        }
        Measurement found;
        found.at = at;
        found.target = datasetOf(id);
        found.targetKind = Kind::Dataset;
        found.property = u"freshness"_s;
        found.value = *age;
        found.unit = u"s"_s;
        found.source = u"dbt source freshness"_s;
        found.run = m_invocation;
        m_out.measurements.append(std::move(found));
        if (!m_manifest.project()) // otherwise the manifest says what is promised
            addDbtFreshnessLevel(m_document, result["criteria"], id, m_context, m_out);
    }

    const Node &m_document;
    const ReadContext &m_context;
    Records &m_out;
    DbtSibling m_manifest;
    QString m_invocation;
    QDateTime m_generatedAt;
    bool m_hasRun = true;
};

class DbtRunResults final : public Format {
public:
    [[nodiscard]] QString name() const override { return u"dbt run results"_s; }
    [[nodiscard]] bool recognises(const Node &document) const override
    {
        return dbtArtifact(document) == DbtArtifact::RunResults;
    }
    void read(const Node &document, const ReadContext &context, Records &out) const override
    {
        noteDbtVersion(document, name(), 6, context, out);
        ResultsReader(document, u"run_results", context, out).readRuns();
    }
};

class DbtSourceFreshness final : public Format {
public:
    [[nodiscard]] QString name() const override { return u"dbt source freshness"_s; }
    [[nodiscard]] bool recognises(const Node &document) const override
    {
        return dbtArtifact(document) == DbtArtifact::Sources;
    }
    void read(const Node &document, const ReadContext &context, Records &out) const override
    {
        noteDbtVersion(document, name(), 3, context, out);
        ResultsReader(document, u"sources", context, out).readFreshness();
    }
};

} // namespace

std::unique_ptr<Format> makeDbtRunResults()
{
    return std::make_unique<DbtRunResults>();
}
std::unique_ptr<Format> makeDbtSourceFreshness()
{
    return std::make_unique<DbtSourceFreshness>();
}

} // namespace meshscope
