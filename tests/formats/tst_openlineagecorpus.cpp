#include "models/formats/all.h"

#include "tests/formats/reading.h"
#include "tests/support/testmain.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

using namespace meshscope;
using namespace meshscope::test;
using namespace Qt::StringLiterals;

/// Events of Airflow, Spark, Flink and dbt, counted against a second, plain reading of the same files.
class TestOpenLineageCorpus : public QObject {
    Q_OBJECT
private:
    /// What the plain reading finds; things are told apart by their full names.
    struct Counts {
        int events = 0;
        QSet<QString> datasets, jobs, columns, edges, columnEdges;
        void add(const Counts &other)
        {
            events += other.events;
            datasets |= other.datasets;
            jobs |= other.jobs;
            columns |= other.columns;
            edges |= other.edges;
            columnEdges |= other.columnEdges;
        }
    };
    static QString nameOf(const QJsonObject &thing)
    {
        return thing["namespace"].toString() + u'/' + thing["name"].toString();
    }

    static void walkFacets(const QString &id, const QJsonObject &facets, Counts &counts)
    {
        for (const QJsonValue field : facets["schema"]["fields"].toArray())
            counts.columns.insert(id + u'/' + field["name"].toString());
        const QJsonObject fields = facets["columnLineage"]["fields"].toObject();
        for (auto it = fields.begin(); it != fields.end(); ++it) {
            for (const QJsonValue input : it->toObject()["inputFields"].toArray()) {
                const QString from = nameOf(input.toObject());
                counts.datasets.insert(from);
                counts.edges.insert(from + u'>' + id);
                counts.columnEdges.insert(from + u'/' + input["field"].toString() + u'>' + id + u'/' + it.key());
            }
        }
        for (const QJsonValue input : facets["columnLineage"]["dataset"].toArray())
            counts.edges.insert(nameOf(input.toObject()) + u'>' + id);
    }
    static Counts walk(const QByteArray &bytes)
    {
        Counts counts;
        const QJsonDocument document = QJsonDocument::fromJson(bytes);
        const QJsonArray events = document.isArray() ? document.array() : QJsonArray{document.object()};
        for (const QJsonValue value : events) {
            const QJsonObject event = value.toObject();
            if (!event["job"].isObject() || !event["run"].isObject())
                continue;
            ++counts.events;
            if (!event["job"]["name"].toString().isEmpty())
                counts.jobs.insert(nameOf(event["job"].toObject()));
            if (event["dataset"].isObject())
                counts.datasets.insert(nameOf(event["dataset"].toObject()));
            const QJsonObject parent = event["run"]["facets"]["parent"].toObject();
            for (const QJsonObject &above : {parent["job"].toObject(), parent["root"]["job"].toObject()}) {
                if (!above["name"].toString().isEmpty())
                    counts.jobs.insert(nameOf(above));
            }
            for (const char16_t *side : {u"inputs", u"outputs"}) {
                for (const QJsonValue dataset : event.value(QStringView(side)).toArray()) {
                    const QString id = nameOf(dataset.toObject());
                    counts.datasets.insert(id);
                    walkFacets(id, dataset["facets"].toObject(), counts);
                    if (side[0] == u'o') {
                        for (const QJsonValue input : event["inputs"].toArray())
                            counts.edges.insert(nameOf(input.toObject()) + u'>' + id);
                    }
                }
            }
        }
        return counts;
    }
    static Counts countsOf(const Records &records)
    {
        Counts counts;
        for (const Dataset &dataset : records.datasets)
            counts.datasets.insert(dataset.id);
        for (const Job &job : records.jobs)
            counts.jobs.insert(job.id);
        for (const Column &column : records.columns)
            counts.columns.insert(column.dataset + u'/' + column.path);
        for (const LineageEdge &edge : records.lineage)
            counts.edges.insert(edge.from + u'>' + edge.to);
        for (const ColumnEdge &edge : records.columnLineage) {
            if (!edge.toColumn.isEmpty())
                counts.columnEdges.insert(edge.fromDataset + u'/' + edge.fromColumn + u'>' + edge.toDataset + u'/' +
                                          edge.toColumn);
        }
        return counts;
    }

private slots:
    void initTestCase()
    {
        if (!corpus().exists(u"openlineage"_s))
            QSKIP("skipped: no corpus");
    }
    void everyFileAgrees()
    {
        const auto format = makeOpenLineage();
        Counts all;
        int files = 0;
        QDirIterator it(corpus().filePath(u"openlineage"_s), {u"*.json"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString file = it.next();
            const QByteArray bytes = contentOf(file);
            const Counts wanted = walk(bytes);
            const Records records = recordsOf(*format, bytes, contextIn({}, file));
            const Counts found = countsOf(records);
            QVERIFY2(found.datasets == wanted.datasets, qPrintable(file));
            QVERIFY2(found.jobs == wanted.jobs, qPrintable(file));
            QVERIFY2(found.columns == wanted.columns, qPrintable(file));
            QVERIFY2(found.edges == wanted.edges, qPrintable(file));
            QVERIFY2(found.columnEdges == wanted.columnEdges, qPrintable(file));
            for (const Dataset &dataset : records.datasets)
                QVERIFY2(!dataset.platform.isEmpty(), qPrintable(file));
            files += wanted.events > 0;
            all.add(wanted);
        }
        QVERIFY(files > 60);
        QVERIFY(all.events > 200);
        QVERIFY(all.edges.size() > 20);
        QVERIFY(all.columnEdges.size() > 20);
    }
    void aFailedDbtRun()
    {
        const Records out =
            recordsOf(*makeOpenLineage(),
                      contentOf(corpus().filePath(u"openlineage/events/dbt/postgres_run_failed_run_ol_events.json"_s)),
                      contextIn({}, u"events.json"_s));
        const Job *orders = findById(out.jobs, u"dbt-test-namespace/model.jaffle_shop.orders"_s);
        QVERIFY(orders);
        QCOMPARE(orders->lastRunState, u"FAIL"_s);
        QCOMPARE(orders->integration, u"DBT"_s);
        QCOMPARE(orders->parent, u"dbt-test-namespace/dbt-run-jaffle_shop"_s);
        QVERIFY(!propertyOf(orders->properties, u"errorMessage"_s).isEmpty());
        QCOMPARE(out.lineage.size(), 2);
        const auto failed = std::count_if(out.measurements.begin(), out.measurements.end(),
                                          [](const Measurement &m) { return m.property == u"completion" && m.value == 0; });
        QCOMPARE(failed, 1);
    }
    void anAirflowLogInOneFile()
    {
        QByteArray log;
        const QDir events(corpus().filePath(u"openlineage/compatibility-tests/consumer/scenarios/airflow/events"_s));
        for (const QString &name : events.entryList(QDir::Files, QDir::Name))
            log += QJsonDocument::fromJson(contentOf(events.filePath(name))).toJson(QJsonDocument::Compact) + '\n';
        const Records out = recordsOf(*makeOpenLineage(), log, contextIn({}, u"log.ndjson"_s), Syntax::Ndjson);
        QVERIFY(out.jobs.size() > 5);
        QSet<QString> ids;
        for (const Job &job : out.jobs) {
            QVERIFY(!ids.contains(job.id));
            ids.insert(job.id);
        }
        QVERIFY(std::any_of(out.jobs.begin(), out.jobs.end(), [](const Job &job) { return !job.parent.isEmpty(); }));
        QVERIFY(std::any_of(out.jobs.begin(), out.jobs.end(), [](const Job &job) { return !job.owners.isEmpty(); }));
    }
};

MESHSCOPE_TEST(TestOpenLineageCorpus)
#include "tst_openlineagecorpus.moc"
