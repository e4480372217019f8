#include "models/catalogs/marquez/records.h"

#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;
using namespace meshscope;

namespace {

/// Answers a real Marquez 0.51.1 gave, with the request in front.
class Recorded {
public:
    explicit Recorded(const QString &name)
    {
        const QString corpus =
            qEnvironmentVariable("MESHSCOPE_CORPUS", QStringLiteral(MESHSCOPE_SOURCE_DIR "/../shared/corpus"));
        QFile file(corpus + u"/marquez/live-responses/"_s + name + u".json"_s);
        if (file.open(QIODevice::ReadOnly))
            m_parsed = parseDocuments(file.readAll(), Syntax::Json);
    }
    [[nodiscard]] bool isThere() const { return !m_parsed.documents.empty(); }
    [[nodiscard]] const Node &body() const { return m_parsed.documents.front()["body"]; }

private:
    Parsed m_parsed;
};

/// As a list of one, which is how the connector meets it.
Records readOne(const Node &item, const char *key, const MarquezReader &reader)
{
    const QByteArray list = "{\"" + QByteArray(key) + "\":[" + item.json().toUtf8() + "]}";
    const Parsed parsed = parseDocuments(list, Syntax::Json);
    return QByteArray(key) == "jobs" ? reader.jobs(parsed.documents.front(), u"u"_s)
                                     : reader.datasets(parsed.documents.front(), u"u"_s);
}

const Column *columnOf(const Records &records, const QString &path)
{
    for (const Column &column : records.columns) {
        if (column.path == path)
            return &column;
    }
    return nullptr;
}

QString propertyOf(const Entity &entity, const QString &name)
{
    for (const Property &property : entity.properties) {
        if (property.name == name)
            return property.value;
    }
    return {};
}

} // namespace

#define RECORDED(variable, name)                                                                                            \
    const Recorded variable(name);                                                                                          \
    if (!variable.isThere())                                                                                                \
    QSKIP("skipped: no corpus")

/// What recorded answers become.
class TestMarquezRecords : public QObject {
    Q_OBJECT
private slots:
    void aDatasetHasItsColumnsInOrderWithTheNestedOnes()
    {
        RECORDED(recorded, u"dataset"_s);
        MarquezContext context;
        context.tags = {u"PII"_s, u"FINANCE"_s};
        const Records records = readOne(recorded.body(), "datasets", MarquezReader(context));
        QCOMPARE(records.datasets.size(), 1); // those its lineage mentions are in other pages
        const Dataset &dataset = records.datasets.first();
        QCOMPARE(dataset.id, u"snowflake://acme-eu1/ACME.CORE.DIM_ORDERS_000"_s);
        QCOMPARE(dataset.platform, u"snowflake"_s);
        QVERIFY(dataset.description.contains(u"日本語"));
        QCOMPARE(dataset.tags, QStringList({u"domain:orders"_s, u"FINANCE"_s}));
        QCOMPARE(dataset.terms, QStringList{u"FINANCE"_s});
        QCOMPARE(propertyOf(dataset, u"source"_s), u"acme-eu1"_s);
        QCOMPARE(propertyOf(dataset, u"lifecycleStateChange"_s), u"OVERWRITE"_s);
        QStringList paths;
        for (const Column &column : records.columns)
            paths.append(column.path);
        QCOMPARE(paths, QStringList({u"id"_s, u"updated_at"_s, u"status"_s, u"amount"_s, u"added_in_round_2"_s, u"address"_s,
                                     u"address.street"_s, u"address.city"_s}));
        QCOMPARE(columnOf(records, u"id"_s)->tags, QStringList{u"PII"_s});
        QCOMPARE(columnOf(records, u"id"_s)->terms, QStringList{u"PII"_s});
    }

    void columnLineageHasTheFacetsWordOverTheOldForm()
    {
        RECORDED(recorded, u"dataset"_s);
        const MarquezContext context;
        const Records records = readOne(recorded.body(), "datasets", MarquezReader(context));
        QSet<QString> edges;
        for (const ColumnEdge &edge : records.columnLineage)
            edges.insert(edge.fromColumn + u'>' + edge.toColumn + u' ' + edge.transform);
        QVERIFY(edges.contains(u"id>id DIRECT/IDENTITY"_s));
        QVERIFY(edges.contains(u"created_at>created_at IDENTITY: copied"_s)); // only the old form has this one
        QCOMPARE(edges.size(), records.columnLineage.size());
        QCOMPARE(records.lineage.size(), 1);
        QCOMPARE(records.lineage.first().from, u"snowflake://acme-eu1/ACME.STAGING.STG_ORDERS_000"_s);
    }

    void checksBecomeRulesAndNoMeasurementOfUnknownTime()
    {
        RECORDED(recorded, u"dataset-assertions"_s);
        const MarquezContext context;
        const Records records = readOne(recorded.body(), "datasets", MarquezReader(context));
        QCOMPARE(records.qualityRules.size(), 3);
        QVERIFY(records.measurements.isEmpty());
        QCOMPARE(records.datasets.first().rowCount, std::optional<qint64>(1002));
        QVERIFY(!records.datasets.first().owners.isEmpty());
        // The same column twice in `fields`, of two types: one column, the other type kept.
        QVERIFY(columnOf(records, u"added_in_round_2"_s));
        QCOMPARE(columnOf(records, u"added_in_round_2"_s)->properties.size(), 1);
    }

    void theOrderOfAListMakesNoDifference()
    {
        RECORDED(recorded, u"datasets-page-1"_s);
        const MarquezContext context;
        const MarquezReader reader(context);
        const Records records = reader.datasets(recorded.body(), u"u"_s);
        QVERIFY(!records.datasets.isEmpty());
        QCOMPARE(records.datasets.size(), recorded.body()["datasets"].size());
    }

    void aJobHasItsFlowItsParentAndItsLastRun()
    {
        RECORDED(recorded, u"job"_s);
        const MarquezContext context;
        const Records records = readOne(recorded.body(), "jobs", MarquezReader(context));
        QCOMPARE(records.jobs.size(), 1);
        const Job &job = records.jobs.first();
        QCOMPARE(job.id, u"meshscope-airflow/marts.orders.report_00"_s);
        QCOMPARE(job.parent, u"meshscope-airflow/marts.orders"_s);
        QCOMPARE(job.lastRunState, u"COMPLETE"_s);
        QCOMPARE(job.lastRunAt, QDateTime({2026, 10, 19}, {4, 35, 40}, Qt::UTC));
        QSet<QString> inputs;
        for (const Node &input : recorded.body()["inputs"].items())
            inputs.insert(input["name"].text());
        QCOMPARE(records.lineage.size(), inputs.size());
        for (const LineageEdge &edge : records.lineage)
            QCOMPARE(edge.job, job.id);
    }

    void runsAreMeasurements()
    {
        RECORDED(recorded, u"job-runs-page-1"_s);
        const MarquezContext context;
        std::vector<const Node *> runs;
        for (const Node &run : recorded.body()["runs"].items())
            runs.push_back(&run);
        const Records records = MarquezReader(context).runs(u"meshscope-ingest/heartbeat"_s, runs, u"u"_s);
        QCOMPARE(records.measurements.size(), 10); // five durations, five completions
        const Measurement &duration = records.measurements[1];
        QCOMPARE(duration.property, u"duration"_s);
        QCOMPARE(duration.value, 360.0);
        QCOMPARE(duration.unit, u"s"_s);
        QCOMPARE(duration.run, u"6c2c07a4-775b-5659-bee6-ba66adf2a90d"_s);
        QCOMPARE(duration.targetKind, std::optional(Kind::Job));
    }

    void aFailedRunTellsWhatItsChecksFound()
    {
        RECORDED(recorded, u"run-failed"_s);
        const MarquezContext context;
        const Records records = MarquezReader(context).runs(u"meshscope-ingest/ingest"_s, {&recorded.body()}, u"u"_s);
        const auto found = std::find_if(records.measurements.begin(), records.measurements.end(), [](const Measurement &m) {
            return m.property == u"assertion:unique" && m.target == u"kafka://broker.example:9092/orders.events.v1";
        });
        QVERIFY(found != records.measurements.end());
        QCOMPARE(found->value, 0.0);
        QCOMPARE(found->element, u"id"_s);
        QCOMPARE(found->at, QDateTime({2026, 10, 12}, {3, 1}, Qt::UTC));
        QCOMPARE(records.measurements.first().property, u"completion"_s);
        QCOMPARE(records.measurements.first().value, 0.0);
        QVERIFY(records.datasets.isEmpty());
    }

    void versionsTellOfTheSchemaOverTime()
    {
        RECORDED(recorded, u"dataset-versions"_s);
        const MarquezContext context;
        std::vector<const Node *> versions;
        for (const Node &version : recorded.body()["versions"].items())
            versions.push_back(&version);
        const Records records = MarquezReader(context).versions(*versions.front(), u"u"_s, versions);
        QCOMPARE(records.measurements.size(), recorded.body()["totalCount"].integer().value_or(0));
        QCOMPARE(records.datasets.size(), 1);
        QCOMPARE(propertyOf(records.datasets.first(), u"schemaVersion"_s), u"3255ee4b-5a3b-3a9e-9c6b-7be844f96bcb"_s);
    }

    void namespacesAreDomainsOnlyWhenAsked()
    {
        RECORDED(recorded, u"namespaces"_s);
        MarquezContext context;
        QVERIFY(MarquezReader(context).namespaces(recorded.body(), u"u"_s).domains.isEmpty());
        context.hasDomains = true;
        const Records records = MarquezReader(context).namespaces(recorded.body(), u"u"_s);
        QCOMPARE(records.domains.size(), recorded.body()["namespaces"].size());
    }

    void tagsAreTerms()
    {
        RECORDED(recorded, u"tags"_s);
        const MarquezContext context;
        const Records records = MarquezReader(context).tags(recorded.body(), u"u"_s);
        QCOMPARE(records.terms.size(), 4);
        QCOMPARE(records.terms.first().description, u"Financial figures"_s);
    }
};

MESHSCOPE_TEST(TestMarquezRecords)
#include "tst_marquezrecords.moc"
