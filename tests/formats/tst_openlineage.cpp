#include "models/formats/all.h"

#include "tests/formats/dbtsample.h" // json()
#include "tests/formats/reading.h"
#include "tests/support/testmain.h"

using namespace meshscope;
using namespace meshscope::test;
using namespace Qt::StringLiterals;

/// Jobs, datasets, lineage and measurements out of OpenLineage events, put together over time.
class TestOpenLineage : public QObject {
    Q_OBJECT
private:
    static Records read(const QByteArray &text, Syntax syntax = Syntax::Ndjson)
    {
        return recordsOf(*makeOpenLineage(), text, contextIn({}, u"events.ndjson"_s), syntax);
    }
    /// A run event of job `j` with what else it says (single quotes).
    static QByteArray event(const char *type, const char *time, const char *rest, const char *run = "r1",
                            const char *facets = "")
    {
        return json("{'eventType': '") + type + json("', 'eventTime': '") + time + json("', 'run': {'runId': '") + run +
               json("', 'facets': {") + json(facets) + json("}}, 'job': {'namespace': 'n', 'name': 'j'}, ") + json(rest) +
               "}\n";
    }
    static QByteArray declared(const char *facets, const char *rest = "'inputs': []")
    {
        return json("{'eventTime': '2026-01-01T00:00:00Z', 'schemaURL': 'https://openlineage.io/x', 'job': {'namespace': "
                    "'n', "
                    "'name': 'j', 'facets': {") +
               json(facets) + json("}}, ") + json(rest) + "}\n";
    }
    static QByteArray datasetEvent(const char *time, const char *facets)
    {
        return json("{'eventTime': '") + time +
               json("', 'schemaURL': 'https://openlineage.io/x', 'dataset': {'namespace': "
                    "'pg://h', 'name': 'd', 'facets': {") +
               json(facets) + "}}}\n";
    }
    static QStringList edges(const Records &records)
    {
        QStringList found;
        for (const LineageEdge &edge : records.lineage)
            found.append(edge.from + u'>' + edge.to + u'|' + edge.job);
        found.sort();
        return found;
    }
    static QStringList columnEdges(const Records &records)
    {
        QStringList found;
        for (const ColumnEdge &edge : records.columnLineage)
            found.append(edge.fromDataset + u'.' + edge.fromColumn + u'>' + edge.toDataset + u'.' + edge.toColumn + u'|' +
                         edge.transform);
        found.sort();
        return found;
    }
    static QStringList measured(const Records &records, const QString &property)
    {
        QStringList found;
        for (const Measurement &m : records.measurements) {
            if (m.property == property)
                found.append(m.target + u'|' + m.element + u'|' + QString::number(m.value) + m.unit);
        }
        return found;
    }

private slots:
    void recognisesEvents_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("known");
        QTest::newRow("run event") << event("START", "2026-01-01T00:00:00Z", "'inputs': []") << true;
        QTest::newRow("run event without time") << json("{'run': {'runId': 'x'}, 'job': {'namespace': 'n'}}") << true;
        QTest::newRow("job event") << declared("") << true;
        QTest::newRow("dataset event") << datasetEvent("2026-01-01T00:00:00Z", "") << true;
        QTest::newRow("a facet alone") << json("{'schema': {'fields': []}}") << false;
        QTest::newRow("a job of something else") << json("{'job': {'name': 'x'}, 'steps': []}") << false;
        QTest::newRow("a dataset of something else") << json("{'dataset': {'namespace': 'n', 'name': 'd'}}") << false;
        QTest::newRow("a list") << json("[1]") << false;
    }
    void recognisesEvents()
    {
        QFETCH(QByteArray, text);
        const Parsed parsed = parseDocuments(text.trimmed(), Syntax::Json);
        QTEST(makeOpenLineage()->recognises(parsed.documents.front()), "known");
    }

    void anArrayReadsAsLines()
    {
        const QByteArray one =
            event("COMPLETE", "2026-01-01T00:00:00Z",
                  "'inputs': [{'namespace': 'a', 'name': 'b'}], 'outputs': [{'namespace': 'c', 'name': 'd'}]");
        QCOMPARE(edges(read("[" + one.trimmed() + ",\n " + one.trimmed() + "]", Syntax::Json)),
                 QStringList{u"a/b>c/d|n/j"_s});
        QCOMPARE(edges(read(one + one)), QStringList{u"a/b>c/d|n/j"_s});
    }
    void datasetsAreNamedAsGiven()
    {
        const Records out =
            read(event("START", "2026-01-01T00:00:00Z",
                       "'inputs': [{'namespace': 'kafka://k:9092', 'name': 'orders.v1'}, {'namespace': 'x'}], "
                       "'outputs': [{'namespace': 's3://b', 'name': '/lake/orders'}]"));
        QCOMPARE(out.datasets.size(), 2);
        QCOMPARE(out.datasets.at(0).id, u"kafka://k:9092/orders.v1"_s);
        QCOMPARE(out.datasets.at(0).type, u"topic"_s);
        QCOMPARE(out.datasets.at(0).platform, u"kafka"_s);
        QCOMPARE(out.datasets.at(1).id, u"s3://b//lake/orders"_s);
        QCOMPARE(out.datasets.at(1).type, u"file"_s);
    }
    void edgesGatherOverTheEventsOfARun()
    {
        const Records out =
            read(event("COMPLETE", "2026-01-01T00:09:00Z", "'outputs': [{'namespace': 'o', 'name': 'x'}]", "r1") +
                 event("START", "2026-01-01T00:00:00Z", "'inputs': [{'namespace': 'i', 'name': '1'}]", "r1") +
                 event("RUNNING", "2026-01-01T00:05:00Z", "'inputs': [{'namespace': 'i', 'name': '2'}]", "r1") +
                 event("COMPLETE", "2026-01-02T00:00:00Z",
                       "'inputs': [{'namespace': 'i', 'name': '3'}], 'outputs': [{'namespace': 'o', 'name': 'y'}]", "r2"));
        QCOMPARE(edges(out), (QStringList{u"i/1>o/x|n/j"_s, u"i/2>o/x|n/j"_s, u"i/3>o/y|n/j"_s}));
    }
    void theNewestEventDecides()
    {
        const char *oldSchema =
            "'outputs': [{'namespace': 'o', 'name': 'x', 'facets': {'schema': {'fields': [{'name': 'a', 'type': 'INT'}]}, "
            "'documentation': {'description': 'old'}}}]";
        const char *newSchema =
            "'outputs': [{'namespace': 'o', 'name': 'x', 'facets': {'schema': {'fields': [{'name': 'b', 'type': 'TEXT'}]}, "
            "'documentation': {'description': 'new'}}}]";
        const Records out =
            read(event("COMPLETE", "2026-01-02T00:00:00+02:00", newSchema, "r2") +
                 event("FAIL", "2026-01-01T00:00:00Z", oldSchema, "r1", "'errorMessage': {'message': 'boom'}"));
        QCOMPARE(columnPaths(out, u"o/x"_s), QStringList{u"b"_s});
        QCOMPARE(out.datasets.first().description, u"new"_s);
        QCOMPARE(out.jobs.first().lastRunState, u"COMPLETE"_s);
        QCOMPARE(out.jobs.first().lastRunId, u"r2"_s);
        QCOMPARE(out.jobs.first().lastRunAt, QDateTime(QDate(2026, 1, 1), QTime(22, 0), Qt::UTC));
        QCOMPARE(propertyOf(out.jobs.first().properties, u"errorMessage"_s), QString());
    }
    void otherEventsLeaveTheState()
    {
        const Records out =
            read(event("FAIL", "2026-01-01T00:00:00Z", "'inputs': []", "r1", "'errorMessage': {'message': 'boom'}") +
                 event("OTHER", "2026-01-02T00:00:00Z", "'inputs': []"));
        QCOMPARE(out.jobs.first().lastRunState, u"FAIL"_s);
        QCOMPARE(propertyOf(out.jobs.first().properties, u"errorMessage"_s), u"boom"_s);
    }
    void jobFacets()
    {
        const Records out = read(
            declared("'jobType': {'processingType': 'STREAMING', 'integration': 'FLINK', 'jobType': 'JOB'}, "
                     "'sql': {'query': 'select 1'}, 'documentation': {'description': 'moves orders'}, "
                     "'ownership': {'owners': [{'name': 'team:data', 'type': 'MAINTAINER'}, {'name': 'ann@example.com'}]}, "
                     "'sourceCodeLocation': {'type': 'git', 'url': 'https://git/x', 'branch': 'main'}, "
                     "'tags': {'tags': [{'key': 'pii', 'value': 'true'}, {'key': 'cost', 'value': '7'}]}"));
        const Job &job = out.jobs.first();
        QCOMPARE(job.id, u"n/j"_s);
        QCOMPARE(job.type, u"JOB"_s);
        QCOMPARE(job.integration, u"FLINK"_s);
        QCOMPARE(propertyOf(job.properties, u"processingType"_s), u"STREAMING"_s);
        QCOMPARE(job.sql, u"select 1"_s);
        QCOMPARE(job.description, u"moves orders"_s);
        QCOMPARE(job.tags, (QStringList{u"pii"_s, u"cost:7"_s}));
        QCOMPARE(propertyOf(job.properties, u"sourceCodeLocation.url"_s), u"https://git/x"_s);
        QCOMPARE(job.owners.at(0), (PartyRole{u"team:data"_s, u"data"_s, u"MAINTAINER"_s, {}}));
        QCOMPARE(job.owners.at(1),
                 (PartyRole{u"ann@example.com"_s, u"ann@example.com"_s, u"owner"_s, u"ann@example.com"_s}));
        QVERIFY(findById(out.parties, u"team:data"_s)->isTeam);
        QVERIFY(!job.lastRunAt.isValid());
        QCOMPARE(job.source.pointer, u"/job"_s);
    }
    void runsHangBelowTheirParentAndRoot()
    {
        const Records out =
            read(event("START", "2026-01-01T00:00:00Z", "'inputs': []", "r1",
                       "'parent': {'run': {'runId': 'p'}, 'job': {'namespace': 'n', 'name': 'dag'}, 'root': {'run': "
                       "{'runId': 'q'}, 'job': {'namespace': 'n', 'name': 'top'}}}, "
                       "'nominalTime': {'nominalStartTime': '2026-01-01T00:00:00Z'}"));
        QCOMPARE(out.jobs.size(), 3);
        QCOMPARE(findById(out.jobs, u"n/j"_s)->parent, u"n/dag"_s);
        QCOMPARE(findById(out.jobs, u"n/dag"_s)->parent, u"n/top"_s);
        QCOMPARE(findById(out.jobs, u"n/top"_s)->parent, QString());
        QCOMPARE(propertyOf(findById(out.jobs, u"n/j"_s)->properties, u"nominalStartTime"_s), u"2026-01-01T00:00:00Z"_s);
    }
    void datasetFacets()
    {
        const Records out = read(datasetEvent(
            "2026-01-01T00:00:00Z",
            "'ownership': {'owners': [{'name': 'user:jdoe'}]}, 'datasetType': {'datasetType': 'VIEW', 'subType': "
            "'MATERIALIZED'}, "
            "'dataSource': {'name': 'pg', 'uri': 'pg://h'}, 'storage': {'storageLayer': 'iceberg', 'fileFormat': "
            "'parquet'}, "
            "'version': {'datasetVersion': '7'}, 'catalog': {'framework': 'iceberg', 'type': 'hive', 'name': 'c'}, "
            "'hierarchy': {'hierarchy': [{'type': 'DATABASE', 'name': 'db'}, {'type': 'TABLE', 'name': 'd'}]}, "
            "'symlinks': {'identifiers': [{'namespace': 'hive://m', 'name': 'db.d', 'type': 'TABLE'}, {'namespace': "
            "'pg://h', 'name': 'd', 'type': 'TABLE'}]}, "
            "'tags': {'tags': [{'key': 'gold', 'value': 'true'}, {'key': 'pii', 'value': 'mail', 'field': 'email'}]}, "
            "'schema': {'fields': [{'name': 'email'}, {'name': 'id'}]}"));
        QCOMPARE(out.jobs.size(), 0);
        const Dataset &dataset = out.datasets.first();
        QCOMPARE(dataset.type, u"view"_s);
        QCOMPARE(dataset.owners.first().name, u"jdoe"_s);
        QCOMPARE(dataset.aliases, QStringList{u"hive://m/db.d"_s});
        QCOMPARE(dataset.tags, QStringList{u"gold"_s});
        QCOMPARE(findColumn(out, dataset.id, u"email"_s)->tags, QStringList{u"pii:mail"_s});
        for (const auto &[name, value] : QList<std::pair<QString, QString>>{{u"subType"_s, u"MATERIALIZED"_s},
                                                                            {u"dataSource"_s, u"pg://h"_s},
                                                                            {u"storageLayer"_s, u"iceberg"_s},
                                                                            {u"fileFormat"_s, u"parquet"_s},
                                                                            {u"datasetVersion"_s, u"7"_s},
                                                                            {u"catalog.name"_s, u"c"_s},
                                                                            {u"hierarchy"_s, u"DATABASE db / TABLE d"_s}})
            QCOMPARE(propertyOf(dataset.properties, name), value);
    }
    void deletedFacetsAreGone()
    {
        const Records out =
            read(datasetEvent("2026-01-01T00:00:00Z",
                              "'schema': {'fields': [{'name': 'a'}]}, 'documentation': {'description': 'x'}, "
                              "'storage': {'storageLayer': 'delta'}") +
                 datasetEvent("2026-01-02T00:00:00Z", "'schema': {'_deleted': true}, 'documentation': {'_deleted': true}, "
                                                      "'storage': {'_deleted': true}"));
        QCOMPARE(out.columns.size(), 0);
        QCOMPARE(out.datasets.first().description, QString());
        QCOMPARE(out.datasets.first().properties.size(), 0);
    }
    void nestedSchemas()
    {
        const Records out = read(datasetEvent("2026-01-01T00:00:00Z",
                                              "'schema': {'fields': [{'name': 'tags', 'type': 'array', 'ordinal_position': "
                                              "2, 'fields': [{'name': '_element', 'type': 'string'}]}, "
                                              "{'name': 'id', 'type': 'int', 'description': 'key', 'ordinal_position': 1}, "
                                              "{'name': 'lines', 'type': 'array', 'ordinal_position': 3, 'fields': "
                                              "[{'name': '_element', 'type': 'struct', 'fields': [{'name': 'sku'}]}]}, "
                                              "{'name': 'address', 'type': 'struct', 'ordinal_position': 4, 'fields': "
                                              "[{'name': 'city'}, {'type': 'nameless'}]}]}"));
        QCOMPARE(columnPaths(out, u"pg://h/d"_s),
                 (QStringList{u"id"_s, u"tags"_s, u"lines"_s, u"lines[].sku"_s, u"address"_s, u"address.city"_s}));
        QCOMPARE(out.columns.at(3).ordinal, 3);
        QCOMPARE(out.columns.at(0).description, u"key"_s);
        QCOMPARE(out.columns.at(0).physicalType, u"int"_s);
    }
    void columnLineageInBothForms()
    {
        const Records out =
            read(event("COMPLETE", "2026-01-01T00:00:00Z",
                       "'inputs': [{'namespace': 'i', 'name': '1'}], 'outputs': [{'namespace': 'o', 'name': 'x', 'facets': "
                       "{'columnLineage': {'fields': {"
                       "'a': {'inputFields': [{'namespace': 'i', 'name': '1', 'field': 'p', 'transformations': [{'type': "
                       "'DIRECT', 'subtype': 'IDENTITY'}, "
                       "{'type': 'INDIRECT', 'subtype': 'JOIN', 'description': 'on id', 'masking': true}]}]}, "
                       "'b': {'inputFields': [{'namespace': 'i', 'name': '2', 'field': 'q'}, {'namespace': 'i', 'name': "
                       "'2'}], 'transformationType': 'MASKED', 'transformationDescription': 'hash'}}, "
                       "'dataset': [{'namespace': 'i', 'name': '1', 'field': 'r', 'transformations': [{'type': 'INDIRECT', "
                       "'subtype': 'FILTER'}]}]}}}]"));
        QCOMPARE(columnEdges(out), (QStringList{u"i/1.p>o/x.a|DIRECT/IDENTITY, INDIRECT/JOIN (masked): on id"_s,
                                                u"i/1.r>o/x.|INDIRECT/FILTER"_s, u"i/2.q>o/x.b|MASKED: hash"_s}));
        QCOMPARE(edges(out), (QStringList{u"i/1>o/x|n/j"_s, u"i/2>o/x|n/j"_s})); // a column edge implies its dataset edge
        QCOMPARE(out.datasets.size(), 3);
        QCOMPARE(out.columnLineage.first().job, u"n/j"_s);
    }
    void columnLineageSaidTwiceIsOneEdge()
    {
        const char *body =
            "'outputs': [{'namespace': 'o', 'name': 'x', 'facets': {'columnLineage': {'fields': {'a': {'inputFields': "
            "[{'namespace': 'i', 'name': '1', 'field': 'p'}]}}}}}]";
        const Records out =
            read(event("START", "2026-01-01T00:00:00Z", body) + event("COMPLETE", "2026-01-01T01:00:00Z", body));
        QCOMPARE(out.columnLineage.size(), 1);
        QCOMPARE(out.lineage.size(), 1);
    }
    void explicitLineageOfADatasetReplacesGuessing()
    {
        const Records out = read(event("COMPLETE", "2026-01-01T00:00:00Z",
                                       "'inputs': [{'namespace': 'i', 'name': '1'}, {'namespace': 'i', 'name': '2'}], "
                                       "'outputs': [{'namespace': 'o', 'name': 'x', 'facets': "
                                       "{'lineage': {'inputs': [{'namespace': 'i', 'name': '1', 'type': 'DATASET'}, "
                                       "{'type': 'JOB'}], 'fields': {'a': {'inputs': [{'namespace': 'i', 'name': '1', "
                                       "'type': 'DATASET', 'field': 'p', 'transformations': [{'type': 'DIRECT', 'subtype': "
                                       "'IDENTITY'}]}]}}}}}, {'namespace': 'o', 'name': 'y'}]"));
        QCOMPARE(edges(out), (QStringList{u"i/1>o/x|n/j"_s, u"i/1>o/y|n/j"_s, u"i/2>o/y|n/j"_s}));
        QCOMPARE(columnEdges(out), QStringList{u"i/1.p>o/x.a|DIRECT/IDENTITY"_s});
    }
    void explicitLineageOfAJob()
    {
        const Records out =
            read(declared("'lineage': {'entries': ["
                          "{'namespace': 'o', 'name': 'x', 'type': 'DATASET', 'inputs': [{'namespace': 'i', 'name': '1', "
                          "'type': 'DATASET', 'field': 'p'}]}, "
                          "{'namespace': 'o', 'name': 'generated', 'type': 'DATASET', 'inputs': []}, "
                          "{'namespace': 'o', 'name': 'made', 'type': 'DATASET', 'inputs': [{'namespace': 'm', 'name': "
                          "'maker', 'type': 'JOB'}]}, "
                          "{'namespace': 'm', 'name': 'maker', 'type': 'JOB', 'inputs': [{'namespace': 'i', 'name': '2', "
                          "'type': 'DATASET'}, {'namespace': 'm', 'name': 'before', 'type': 'JOB'}]}, "
                          "{'type': 'JOB', 'inputs': [{'namespace': 'i', 'name': '3', 'type': 'DATASET'}]}]}"));
        QCOMPARE(edges(out), (QStringList{u"i/1>o/x|n/j"_s, u"i/2>o/made|m/maker"_s}));
        QCOMPARE(columnEdges(out), QStringList{u"i/1.p>o/x.|"_s});
        QCOMPARE(out.jobs.size(), 3);
        QCOMPARE(propertyOf(findById(out.jobs, u"m/maker"_s)->properties, u"runs after"_s), u"m/before"_s);
        QCOMPARE(out.datasets.size(), 6);
    }
    void whatAJobOnlyWritesIsKept()
    {
        const Records out = read(event("COMPLETE", "2026-01-01T00:00:00Z", "'outputs': [{'namespace': 'o', 'name': 'x'}]"));
        QCOMPARE(out.lineage.size(), 0);
        QCOMPARE(propertyOf(out.jobs.first().properties, u"writes"_s), u"o/x"_s);
    }
    void renamesAndDropsOverTime()
    {
        const auto output = [](const char *time, const char *name, const char *lifecycle, const char *run) {
            const QByteArray rest =
                QByteArray("'outputs': [{'namespace': 'f', 'name': '") + name + "', 'facets': {" + lifecycle + "}}]";
            return event("COMPLETE", time, rest.constData(), run);
        };
        const char *rename = "'lifecycleStateChange': {'lifecycleStateChange': 'RENAME', 'previousIdentifier': "
                             "{'namespace': 'f', 'name': 'old'}}";
        const char *drop = "'lifecycleStateChange': {'lifecycleStateChange': 'DROP'}";
        Records out =
            read(output("2026-01-01T00:00:00Z", "old", "", "r1") + output("2026-01-02T00:00:00Z", "new", rename, "r2"));
        QCOMPARE(findById(out.datasets, u"f/new"_s)->aliases, QStringList{u"f/old"_s});
        QCOMPARE(propertyOf(findById(out.datasets, u"f/new"_s)->properties, u"lifecycleStateChange"_s), u"RENAME"_s);
        // the old name is used again: a table of its own
        out = read(output("2026-01-02T00:00:00Z", "new", rename, "r2") + output("2026-01-03T00:00:00Z", "old", "", "r3"));
        QCOMPARE(findById(out.datasets, u"f/new"_s)->aliases, QStringList());
        out = read(output("2026-01-02T00:00:00Z", "t", drop, "r2") + output("2026-01-01T00:00:00Z", "t", "", "r1"));
        QVERIFY(findById(out.datasets, u"f/t"_s)->dropped);
        out = read(output("2026-01-01T00:00:00Z", "t", drop, "r1") + output("2026-01-02T00:00:00Z", "t", "", "r2"));
        QVERIFY(!findById(out.datasets, u"f/t"_s)->dropped);
        out =
            read(output("2026-01-01T00:00:00Z", "t", "'lifecycleStateChange': {'lifecycleStateChange': 'TRUNCATE'}", "r1"));
        QCOMPARE(propertyOf(out.datasets.first().properties, u"lifecycleStateChange"_s), u"TRUNCATE"_s);
    }
    void completionsAreEvidence()
    {
        const Records out =
            read(event("START", "2026-01-01T00:00:00Z",
                       "'outputs': [{'namespace': 'o', 'name': 'x'}, {'namespace': 'o', 'name': 'y'}]", "r1") +
                 event("COMPLETE", "2026-01-01T01:00:00Z", "'inputs': []", "r1") +
                 event("FAIL", "2026-01-02T01:00:00Z", "'outputs': [{'namespace': 'o', 'name': 'x'}]", "r2") +
                 event("RUNNING", "2026-01-03T01:00:00Z", "'outputs': [{'namespace': 'o', 'name': 'x'}]", "r3"));
        QCOMPARE(measured(out, u"completion"_s), (QStringList{u"o/x||11"_s, u"o/y||11"_s, u"o/x||01"_s}));
        QCOMPARE(out.measurements.first().at, QDateTime(QDate(2026, 1, 1), QTime(1, 0), Qt::UTC));
        QCOMPARE(out.measurements.first().run, u"r1"_s);
        QCOMPARE(out.measurements.first().targetKind, std::optional<Kind>(Kind::Dataset));
    }
    void assertionsAreRulesAndMeasurements()
    {
        const char *body =
            "'inputs': [{'namespace': 'i', 'name': '1', 'inputFacets': {'dataQualityAssertions': {'assertions': ["
            "{'assertion': 'not_null', 'success': true, 'column': 'id'}, "
            "{'assertion': 'custom_sql', 'name': 'no orphans', 'success': false, 'severity': 'warn', 'description': 'd', "
            "'content': 'select 1'}, "
            "{'assertion': 'row_count', 'success': true, 'expected': '10'}, {'success': true}, {'assertion': 'no "
            "verdict'}]}}}]";
        const Records out =
            read(event("START", "2026-01-01T00:00:00Z", body) + event("COMPLETE", "2026-01-02T00:00:00Z", body));
        QCOMPARE(measured(out, u"assertion:not_null"_s), (QStringList{u"i/1|id|11"_s, u"i/1|id|11"_s}));
        QCOMPARE(measured(out, u"assertion:no orphans"_s).first(), u"i/1||01"_s);
        QCOMPARE(out.measurements.at(1).good, std::optional<double>(0));
        QCOMPARE(out.qualityRules.size(), 3);
        QCOMPARE(out.qualityRules.at(1).severity, u"warn"_s);
        QCOMPARE(out.qualityRules.at(1).expression, u"select 1"_s);
        QCOMPARE(out.qualityRules.at(1).text, u"d"_s);
        QCOMPARE(out.qualityRules.at(2).expression, u"= 10"_s);
        QCOMPARE(out.qualityRules.at(0).column, u"id"_s);
    }
    void metricsAndStatistics()
    {
        const Records out = read(event("COMPLETE", "2026-01-01T01:00:00Z",
                                       "'inputs': [{'namespace': 'i', 'name': '1', 'inputFacets': {'inputStatistics': "
                                       "{'rowCount': 5}, 'dataQualityMetrics': {'rowCount': 10, 'bytes': 99, "
                                       "'fileCount': 2, 'lastUpdated': '2026-01-01T00:30:00Z', 'columnMetrics': {'id': "
                                       "{'nullCount': 1, 'distinctCount': 9, 'sum': 4.5, 'quantiles': {'0.5': 3}}}}}}], "
                                       "'outputs': [{'namespace': 'o', 'name': 'x', 'outputFacets': {'outputStatistics': "
                                       "{'rowCount': 7, 'size': 2048, 'fileCount': 1}}}]"));
        QCOMPARE(measured(out, u"rowCount"_s), (QStringList{u"i/1||10rows"_s, u"o/x||7rows"_s}));
        QCOMPARE(measured(out, u"bytes"_s), QStringList{u"i/1||99bytes"_s});
        QCOMPARE(measured(out, u"freshness"_s), QStringList{u"i/1||1800s"_s});
        QCOMPARE(measured(out, u"nullCount"_s), QStringList{u"i/1|id|1rows"_s});
        QCOMPARE(measured(out, u"sum"_s), QStringList{u"i/1|id|4.51"_s});
        QCOMPARE(measured(out, u"quantile:0.5"_s), QStringList{u"i/1|id|31"_s});
        QCOMPARE(measured(out, u"size"_s), QStringList{u"o/x||2048bytes"_s});
        QCOMPARE(measured(out, u"input:rowCount"_s), QStringList{u"i/1||5rows"_s});
        QCOMPARE(findById(out.datasets, u"i/1"_s)->rowCount, std::optional<qint64>(10));
        QCOMPARE(findById(out.datasets, u"i/1"_s)->byteCount, std::optional<qint64>(99));
        QVERIFY(!findById(out.datasets, u"o/x"_s)->rowCount); // rows written, not rows there
    }
    void eventsWithoutTimeOrJobAreSaid()
    {
        const QByteArray text =
            json("{'run': {'runId': 'x'}, 'job': {'namespace': 'n'}, 'inputs': [{'namespace': 'i', 'name': '1'}], "
                 "'outputs': [{'namespace': 'o', 'name': 'x'}]}\n");
        const Records out = read(text + event("COMPLETE", "yesterday", "'outputs': [{'namespace': 'o', 'name': 'x'}]"));
        QCOMPARE(edges(out), QStringList{u"i/1>o/x|"_s});
        QCOMPARE(out.jobs.size(), 1);
        QCOMPARE(out.measurements.size(), 0);
        QCOMPARE(out.issues.size(), 2);
        QVERIFY(out.issues.first().text.contains(u'2'));
        QCOMPARE(out.issues.first().where.line, 1);
    }
    void wrongTypesDoNoHarm()
    {
        const Records out = read(event("COMPLETE", "2026-01-01T00:00:00Z",
                                       "'inputs': {'a': 1}, 'outputs': [3, null, {'namespace': 'o', 'name': 'x', 'facets': "
                                       "{'schema': [1], 'columnLineage': {'fields': [1], 'dataset': 2}, "
                                       "'symlinks': {'identifiers': [5]}, 'ownership': {'owners': 'x'}, "
                                       "'lifecycleStateChange': {}, 'lineage': {'inputs': [1]}, 'tags': {'tags': {}}}, "
                                       "'outputFacets': {'outputStatistics': {'rowCount': 'many'}}}]"));
        QCOMPARE(out.datasets.size(), 1);
        QCOMPARE(measured(out, u"completion"_s).size(), 1);
    }
};

MESHSCOPE_TEST(TestOpenLineage)
#include "tst_openlineage.moc"
