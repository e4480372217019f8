#include "tests/catalogs/fakedatahub.h"
#include "tests/catalogs/knowledge.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;

namespace {

bool says(const Run &run, const QString &part)
{
    return std::any_of(run.issues.cbegin(), run.issues.cend(), [&](const Issue &i) { return i.text.contains(part); });
}

QString urnOf(const QString &name)
{
    return FakeDataHub::datasetUrn(name);
}

QJsonObject described(const QString &text)
{
    return {{u"editableProperties"_s, QJsonObject{{u"description"_s, text}}}};
}

const QString user = u"urn:li:corpuser:jörg"_s;
const QString job = u"urn:li:dataJob:(urn:li:dataFlow:(airflow,dag,PROD),load)"_s;
const QString check = u"urn:li:assertion:c1"_s;

QJsonObject ownedBy(const QString &name)
{
    const QJsonObject owner{{u"__typename"_s, u"CorpUser"_s},
                            {u"urn"_s, user},
                            {u"username"_s, u"jörg"_s},
                            {u"properties"_s, QJsonObject{{u"displayName"_s, name}}}};
    return {{u"ownership"_s,
             QJsonObject{{u"owners"_s, QJsonArray{QJsonObject{{u"owner"_s, owner}, {u"type"_s, u"DATAOWNER"_s}}}}}}};
}

QJsonObject checkedBy(const QStringList &descriptions)
{
    QJsonArray list;
    for (const QString &text : descriptions)
        list.append(QJsonObject{{u"urn"_s, check + text.left(1)},
                                {u"info"_s, QJsonObject{{u"type"_s, u"CUSTOM"_s}, {u"description"_s, text}}}});
    return {{u"assertions"_s, QJsonObject{{u"total"_s, list.size()}, {u"assertions"_s, list}}}};
}

/// A server with a hundred and thirty datasets, a job, a chart and whoever owns them, that was read once.
struct Hub : FakeDataHub {
    Hub()
    {
        hasFeeds = true;
        add(u"CORP_USER"_s, user, {{u"properties"_s, QJsonObject{{u"displayName"_s, u"Jörg"_s}}}});
        add(u"DOMAIN"_s, u"urn:li:domain:a"_s, {{u"properties"_s, QJsonObject{{u"name"_s, u"Sales"_s}}}});
        for (int i = 0; i < 128; ++i)
            addDataset(u"t%1"_s.arg(i), {{u"upstream"_s, lineage({})}});
        addDataset(u"owned"_s, ownedBy(u"Jörg"_s));
        addDataset(u"checked"_s, checkedBy({u"a"_s}));
        add(u"DATA_JOB"_s, job, {{u"upstream"_s, lineage({urnOf(u"t1"_s)})}, {u"downstream"_s, lineage({urnOf(u"t2"_s)})}});
        change(urnOf(u"t2"_s), {{u"upstream"_s, lineage({job}, u"DATA_JOB"_s)}});
        add(u"CHART"_s, u"urn:li:chart:(looker,c)"_s, {{u"upstream"_s, lineage({urnOf(u"t3"_s)})}});
        first = sync();
    }
    [[nodiscard]] QString descriptionOf(const QString &name) const
    {
        const MeshPtr mesh = *workspace->load();
        const NodeId node = mesh->find(u"dh"_s, Kind::Dataset, u"snowflake:///db.s."_s + name);
        return node.isValid() ? mesh->entity(node).description : u"not there"_s;
    }
    /// What a workspace knows that has never read this server before.
    [[nodiscard]] QSet<QString> truth()
    {
        FakeDataHub other;
        other.entities = entities;
        other.allUpstreams = allUpstreams;
        static_cast<void>(other.sync());
        return knowledgeOf(*other.workspace);
    }
    [[nodiscard]] bool isReadWhole() const { return asked().contains(u"Scroll"_s); }
    Run first;
};

/// JSON with quotes for apostrophes.
QByteArray quoted(QByteArray text)
{
    return text.replace('\'', '"');
}

Script answered(int status, const QByteArray &body)
{
    return Script::answer(status, body, {{"Content-Type", "application/json"}});
}

} // namespace

/// A second sync of a DataHub: only what its feeds tell of is read again, and nothing is missed for it.
class TestDataHubAgain : public QObject {
    Q_OBJECT
private slots:
    void whereNothingHappenedOnlyTheFeedsAreAsked()
    {
        Hub f;
        QVERIFY2(f.first.state == Run::State::Complete, qUtf8Printable(told(f.first)));
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(told(run)));
        QCOMPARE(f.asked(), QStringList({u"Poll"_s, u"Poll"_s, u"Poll"_s}));
        QVERIFY(run.unchanged);
        QCOMPARE(run.got, f.first.got);
        QCOMPARE(run.expected, f.first.expected);
        QCOMPARE(knowledgeOf(*f.workspace), f.truth());
    }

    void whatChangedIsAskedForAndAllElseIsKept()
    {
        Hub f;
        for (int i = 0; i < 20; ++i) {
            f.change(urnOf(u"t%1"_s.arg(i * 6)), described(u"News of %1, \"größer\""_s.arg(i)));
            f.tell(urnOf(u"t%1"_s.arg(i * 6)));
        }
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(told(run)));
        QCOMPARE(f.asked(), QStringList({u"Poll"_s, u"Poll"_s, u"Poll"_s, u"Poll"_s, u"Entities"_s}));
        QCOMPARE(f.askedAgain().size(), 20);
        QCOMPARE(f.descriptionOf(u"t114"_s), u"News of 19, \"größer\""_s);
        QCOMPARE(run.got, f.first.got);
        QVERIFY(says(run, u"20 "_s));
        QCOMPARE(knowledgeOf(*f.workspace), f.truth());
        // Once more, for the server's indexes follow its feeds later; then no more.
        QVERIFY(f.sync().unchanged);
        QCOMPARE(f.askedAgain().size(), 20);
        QVERIFY(!f.isReadWhole());
        static_cast<void>(f.sync());
        QCOMPARE(f.asked().size(), 3);
        QCOMPARE(knowledgeOf(*f.workspace), f.truth());
    }

    void eachEventReachesTheAnswersItConcerns_data()
    {
        using Happen = std::function<void(Hub &)>;
        QTest::addColumn<Happen>("happen");
        QTest::addColumn<QStringList>("again");
        const auto row = [](const char *name, const QStringList &again, const Happen &happen) {
            QTest::newRow(name) << happen << again;
        };
        row("lineage", {urnOf(u"t5"_s)}, [](Hub &f) {
            f.change(urnOf(u"t5"_s), {{u"upstream"_s, FakeDataHub::lineage({urnOf(u"t4"_s)})}});
            f.tellAspect(urnOf(u"t5"_s), u"upstreamLineage"_s,
                         "{\"upstreams\":[{\"dataset\":\"" + urnOf(u"t4"_s).toUtf8() + "\"}]}");
        });
        row("a new check", {urnOf(u"t7"_s)}, [](Hub &f) {
            f.change(urnOf(u"t7"_s), checkedBy({u"b"_s}));
            f.tellAspect(check + u'b', u"assertionInfo"_s,
                         "{\"datasetAssertion\":{\"dataset\":\"" + urnOf(u"t7"_s).toUtf8() + "\"}}");
        });
        row("a run of a check", {urnOf(u"checked"_s)}, [](Hub &f) {
            f.change(urnOf(u"checked"_s), checkedBy({u"a now"_s}));
            f.tellAspect(check + u'a', u"assertionRunEvent"_s, "{\"status\":\"COMPLETE\"}", {}, u"UPSERT"_s,
                         FakeDataHub::series());
        });
        row("a job makes something else", {job, urnOf(u"t2"_s), urnOf(u"t9"_s)}, [](Hub &f) {
            f.change(job, {{u"downstream"_s, FakeDataHub::lineage({urnOf(u"t9"_s)})}});
            f.change(urnOf(u"t9"_s), {{u"upstream"_s, FakeDataHub::lineage({job}, u"DATA_JOB"_s)}});
            f.change(urnOf(u"t2"_s), {{u"upstream"_s, FakeDataHub::lineage({})}});
            f.tellAspect(job, u"dataJobInputOutput"_s, "{\"outputDatasets\":[\"" + urnOf(u"t9"_s).toUtf8() + "\"]}",
                         "{\"outputDatasets\":[\"" + urnOf(u"t2"_s).toUtf8() + "\"]}");
        });
        row("a job, by name only", {job, urnOf(u"t2"_s)}, [](Hub &f) { f.tell(job); });
        row("the name of an owner", {user, urnOf(u"owned"_s)}, [](Hub &f) {
            f.change(user, {{u"properties"_s, QJsonObject{{u"displayName"_s, u"Jürgen"_s}}}});
            f.change(urnOf(u"owned"_s), ownedBy(u"Jürgen"_s));
            f.tellAspect(user, u"corpUserInfo"_s, "{\"displayName\":\"J\xc3\xbcrgen\"}");
        });
        row("a domain, that others only name", {u"urn:li:domain:a"_s}, [](Hub &f) {
            f.change(u"urn:li:domain:a"_s, {{u"properties"_s, QJsonObject{{u"name"_s, u"Trade"_s}}}});
            f.tell(u"urn:li:domain:a"_s);
        });
        row("a column", {urnOf(u"t8"_s)}, [](Hub &f) {
            f.change(urnOf(u"t8"_s), described(u"by its column"_s));
            f.tell(u"urn:li:schemaField:(%1,id)"_s.arg(urnOf(u"t8"_s)), u"TAG"_s, u"ADD"_s);
        });
        row("what is not read", {}, [](Hub &f) {
            f.tell(u"urn:li:dataHubExecutionRequest:1"_s);
            f.tellAspect(u"urn:li:dataProcessInstance:2"_s, u"dataProcessInstanceRelationships"_s,
                         "{\"parentTemplate\":\"" + job.toUtf8() + "\"}");
        });
        row("the same again", {urnOf(u"t6"_s)},
            [](Hub &f) { f.tellAspect(urnOf(u"t6"_s), u"status"_s, "{\"removed\":false}", "{\"removed\":false}"); });
    }
    void eachEventReachesTheAnswersItConcerns()
    {
        QFETCH(const std::function<void(Hub &)>, happen);
        QFETCH(QStringList, again);
        Hub f;
        happen(f);
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(told(run)));
        again.sort();
        QCOMPARE(f.askedAgain(), again);
        QVERIFY(!f.isReadWhole());
        QCOMPARE(knowledgeOf(*f.workspace), f.truth());
        QCOMPARE(run.expected, f.first.expected);
    }

    void whatCameAndWentIsFound_data()
    {
        using Happen = std::function<void(Hub &)>;
        QTest::addColumn<Happen>("happen");
        QTest::addColumn<int>("more");
        const auto row = [](const char *name, int more, const Happen &happen) { QTest::newRow(name) << happen << more; };
        const auto create = [](Hub &f) { f.addDataset(u"new"_s, described(u"New."_s)); };
        const auto drop = [](Hub &f) { f.remove(urnOf(u"t3"_s)); };
        row("made, says the platform", 1, [=](Hub &f) {
            create(f);
            f.tell(urnOf(u"new"_s), u"LIFECYCLE"_s, u"CREATE"_s);
        });
        row("made, says its key", 1, [=](Hub &f) {
            create(f);
            f.tellAspect(urnOf(u"new"_s), u"datasetKey"_s, "{}");
        });
        row("not known, that is enough", 1, [=](Hub &f) {
            create(f);
            f.tellAspect(urnOf(u"new"_s), u"datasetProperties"_s, "{}");
        });
        row("removed, says the platform", -1, [=](Hub &f) {
            drop(f);
            f.tell(urnOf(u"t3"_s), u"LIFECYCLE"_s, u"SOFT_DELETE"_s);
        });
        row("removed, says its status", -1, [=](Hub &f) {
            drop(f);
            f.tellAspect(urnOf(u"t3"_s), u"status"_s, "{\"removed\":true}", "{\"removed\":false}");
        });
        row("deleted", -1, [=](Hub &f) {
            drop(f);
            f.tellAspect(urnOf(u"t3"_s), u"datasetKey"_s, {}, "{}", u"DELETE"_s);
        });
    }
    void whatCameAndWentIsFound()
    {
        QFETCH(const std::function<void(Hub &)>, happen);
        QFETCH(int, more);
        Hub f;
        happen(f);
        if (more < 0) // the chart loses what it was made from
            f.change(u"urn:li:chart:(looker,c)"_s, {{u"upstream"_s, FakeDataHub::lineage({})}});
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(told(run)));
        QCOMPARE(run.got.value(u"dataset"_s), f.first.got.value(u"dataset"_s) + more);
        QCOMPARE(f.descriptionOf(u"new"_s), more > 0 ? u"New."_s : u"not there"_s);
        QCOMPARE(knowledgeOf(*f.workspace), f.truth());
        QVERIFY(!f.asked().contains(u"Info"_s));
        QVERIFY2(says(run, u"datasets"_s), qUtf8Printable(told(run)));
    }

    void whereTheFeedsAreNoUseEverythingIsRead_data()
    {
        using Answer = std::function<std::optional<Script>(const QString &topic, bool isMarked)>;
        QTest::addColumn<Answer>("answer");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, const QString &reason, const Answer &answer) {
            QTest::newRow(name) << answer << reason;
        };
        row("refused", u"Get Platform Events"_s, [](const QString &, bool) { return answered(403, "{}"); });
        row("one refused", u"Get Metadata Change Log Events"_s, [](const QString &topic, bool) {
            return topic == FakeDataHub::series() ? std::optional(answered(403, "{}")) : std::nullopt;
        });
        row("not there", u"no feed"_s, [](const QString &, bool) { return answered(404, "<html>"); });
        row("one not known", u"Unsupported topic"_s, [](const QString &topic, bool) {
            const QByteArray body = "{\"errorMessage\":\"Unsupported topic: x\"}";
            return topic == FakeDataHub::aspects() ? std::optional(answered(500, body)) : std::nullopt;
        });
        row("where it was is forgotten", {}, [](const QString &, bool isMarked) {
            return isMarked ? std::optional(answered(500, "{\"errorMessage\":\"Invalid offset\"}")) : std::nullopt;
        });
        row("an event nobody understands", {}, [](const QString &, bool isMarked) {
            const QByteArray body =
                quoted("{'offsetId':'o=9','count':1,'events':[{'value':'{\\'a\\':'}],'errorMessage':null}");
            return isMarked ? std::optional(answered(200, body)) : std::nullopt;
        });
        row("an event of nothing", {}, [](const QString &, bool isMarked) {
            const QByteArray body = quoted("{'offsetId':'o=9','count':1,'events':[{'value':null}]}");
            return isMarked ? std::optional(answered(200, body)) : std::nullopt;
        });
        row("counts that lie", {}, [](const QString &, bool isMarked) {
            const QByteArray body = quoted("{'offsetId':'o=9','count':5,'events':[]}");
            return isMarked ? std::optional(answered(200, body)) : std::nullopt;
        });
        row("nowhere to go on from", u"damaged"_s,
            [](const QString &, bool) { return answered(200, quoted("{'offsetId':null,'count':0,'events':[]}")); });
        row("no end", {}, [](const QString &topic, bool isMarked) {
            const QByteArray event = quoted("{\\'entityUrn\\':\\'urn:li:x:1\\',\\'aspectName\\':\\'y\\'}");
            const QByteArray body = quoted("{'offsetId':'o=9','count':1,'events':[{'value':'") + event + "\"}]}";
            return isMarked && topic == FakeDataHub::platform() ? std::optional(answered(200, body)) : std::nullopt;
        });
    }
    void whereTheFeedsAreNoUseEverythingIsRead()
    {
        using Answer = std::function<std::optional<Script>(const QString &topic, bool isMarked)>;
        QFETCH(const Answer, answer);
        QFETCH(QString, reason);
        Hub f;
        f.change(urnOf(u"t5"_s), described(u"Changed."_s));
        f.insteadOfPoll = answer;
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(told(run)));
        QVERIFY(f.isReadWhole());
        QCOMPARE(f.descriptionOf(u"t5"_s), u"Changed."_s);
        QVERIFY2(says(run, reason), qUtf8Printable(told(run)));
        f.insteadOfPoll = {};
        f.addDataset(u"new"_s);
        f.tell(urnOf(u"new"_s), u"LIFECYCLE"_s, u"CREATE"_s);
        QCOMPARE(f.sync().got.value(u"dataset"_s), f.first.got.value(u"dataset"_s) + 1);
    }

    void afterAPartialRunEverythingIsRead()
    {
        Hub f;
        f.tell(urnOf(u"t5"_s));
        f.instead = [](const QString &operation, const QString &, const QJsonObject &) -> std::optional<Script> {
            if (operation != u"Entities")
                return {};
            return Script::json(quoted("{'data':{'entities':[{'type':'DATASET','schemaMetadata':'text','urn':'") +
                                urnOf(u"t5"_s).toUtf8() + quoted("'}]}}"));
        };
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Partial);
        QCOMPARE(run.got.value(u"column"_s), f.first.got.value(u"column"_s)); // what was known stays
        f.instead = {};
        const Run after = f.sync();
        QVERIFY2(after.state == Run::State::Complete, qUtf8Printable(told(after)));
        QVERIFY(f.isReadWhole());
        QCOMPARE(knowledgeOf(*f.workspace), f.truth());
    }

    void whatIsToldInAnotherFormStaysKnown()
    {
        Hub f;
        f.change(urnOf(u"t6"_s), {{u"schemaMetadata"_s, u"text"_s}});
        f.tell(urnOf(u"t6"_s));
        QCOMPARE(f.sync().state, Run::State::Partial);
        Run run = f.sync(); // damaged the same twice: that is how it is told
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(told(run)));
        run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(told(run)));
        QCOMPARE(f.asked().size(), 3);
        f.change(urnOf(u"t7"_s), described(u"Changed."_s));
        f.tell(urnOf(u"t7"_s));
        run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(told(run)));
        QCOMPARE(f.askedAgain(), QStringList{urnOf(u"t7"_s)});
        QCOMPARE(f.descriptionOf(u"t7"_s), u"Changed."_s);
    }

    void whatCannotBeToldAloneIsReadAsAList_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("nothing comes back") << QByteArray(quoted("{'data':{'entities':[null]}}"));
        QTest::newRow("something else comes back")
            << QByteArray(quoted("{'data':{'entities':[{'urn':'urn:li:x:1','type':'DATASET'}]}}"));
        QTest::newRow("not all of it") << QByteArray(
            quoted("{'errors':[{'message':'Timed out'}],'data':{'entities':[{'type':'DATASET','urn':'") +
            urnOf(u"t5"_s).toUtf8() + quoted("'}]}}"));
        QTest::newRow("refused") << QByteArray(quoted("{'errors':[{'message':'Unauthorized'}],'data':null}"));
        QTest::newRow("another document") << QByteArray("[1]");
    }
    void whatCannotBeToldAloneIsReadAsAList()
    {
        QFETCH(QByteArray, answer);
        Hub f;
        f.change(urnOf(u"t5"_s), described(u"Changed."_s));
        f.tell(urnOf(u"t5"_s));
        f.instead = [&](const QString &operation, const QString &, const QJsonObject &) -> std::optional<Script> {
            return operation == u"Entities" ? std::optional(Script::json(answer)) : std::nullopt;
        };
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(told(run)));
        QCOMPARE(f.descriptionOf(u"t5"_s), u"Changed."_s);
        QCOMPARE(run.got, f.first.got);
        QCOMPARE(knowledgeOf(*f.workspace), f.truth());
    }

    void manyAreReadAsAList()
    {
        Hub f;
        for (int i = 0; i < 300; ++i)
            f.addDataset(u"u%1"_s.arg(i));
        f.tell(urnOf(u"u0"_s));
        static_cast<void>(f.sync());
        for (int i = 0; i < 300; ++i)
            f.tell(urnOf(u"u%1"_s.arg(i)));
        f.tell(urnOf(u"t0"_s));
        QCOMPARE(f.sync().state, Run::State::Complete);
        QVERIFY(f.isReadWhole());
        QVERIFY(f.askedAgain().isEmpty());
    }

    void whatGoesOnBeyondAnAnswerIsReadAgainWithIt()
    {
        Hub f;
        QStringList all;
        for (int i = 0; i < 128; ++i)
            all.append(urnOf(u"t%1"_s.arg(i)));
        QJsonObject first = FakeDataHub::lineage(all.mid(0, 100));
        first.insert(u"total"_s, all.size());
        f.addDataset(u"wide"_s, {{u"upstream"_s, first}});
        f.allUpstreams.insert(urnOf(u"wide"_s), all);
        f.tell(urnOf(u"wide"_s), u"LIFECYCLE"_s, u"CREATE"_s);
        const Run whole = f.sync();
        QVERIFY2(whole.state == Run::State::Complete, qUtf8Printable(told(whole)));
        QCOMPARE(whole.got.value(u"relation"_s), 28);
        QCOMPARE(f.sync().got, whole.got); // once more, for it has just come

        f.change(urnOf(u"t0"_s), described(u"Changed."_s));
        f.tell(urnOf(u"t0"_s));
        Run run = f.sync();
        QVERIFY(!f.asked().contains(u"Rest"_s));
        QCOMPARE(run.got, whole.got);
        QCOMPARE(knowledgeOf(*f.workspace), f.truth());

        all[127] = urnOf(u"owned"_s);
        f.allUpstreams.insert(urnOf(u"wide"_s), all);
        f.tellAspect(urnOf(u"wide"_s), u"upstreamLineage"_s, "{}");
        run = f.sync();
        QVERIFY(f.asked().contains(u"Rest"_s));
        QVERIFY(!f.isReadWhole());
        QCOMPARE(run.got, whole.got);
        QCOMPARE(knowledgeOf(*f.workspace), f.truth());
    }

    void hoursDecideWhenEverythingIsRead()
    {
        Hub f;
        f.config.options.insert(u"full"_s, u"0"_s);
        QCOMPARE(f.sync().state, Run::State::Complete);
        QVERIFY(f.isReadWhole());
        QVERIFY(!f.asked().contains(u"Poll"_s));
        f.config.options.insert(u"full"_s, u"never"_s);
        QCOMPARE(f.sync().state, Run::State::Failed);
    }

    void anOlderServerIsAskedForLessAgain()
    {
        FakeDataHub f;
        f.hasFeeds = true;
        f.hidden = {u"Dataset.contract"_s};
        f.addDataset(u"a"_s);
        const Run first = f.sync();
        f.change(urnOf(u"a"_s), described(u"Changed."_s));
        f.tell(urnOf(u"a"_s));
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(told(run)));
        QVERIFY(!f.asked().contains(u"Scroll"_s));
        QVERIFY(says(run, u"Dataset.contract"_s));
        QCOMPARE(run.got, first.got);
    }
};

MESHSCOPE_TEST(TestDataHubAgain)

#include "tst_datahubagain.moc"
