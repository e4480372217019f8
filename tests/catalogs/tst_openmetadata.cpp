#include "models/catalogs/openmetadata/connector.h"

#include "tests/catalogs/fakeopenmetadata.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;

namespace {

qsizetype countOf(const QStringList &targets, const QString &part)
{
    return targets.filter(part).size();
}

const QString orders = u"postgres://db:5432/shop.public.t000"_s;

Script said(int status, const QJsonObject &body)
{
    return Script::answer(status, QJsonDocument(body).toJson(), {{"Content-Type", "application/json"}});
}

} // namespace

class TestOpenMetadata : public QObject {
    Q_OBJECT
private slots:
    void readsEverythingAndCountsIt()
    {
        FakeOpenMetadata f;
        f.addTables(450); // three pages
        f.add(u"domains"_s, u"Sales"_s);
        f.add(u"domains"_s, u"Sales.\"E.Commerce\""_s);
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        QCOMPARE(run.got.value(u"table"_s), 450);
        QCOMPARE(run.expected.value(u"table"_s), 450);
        QCOMPARE(run.got.value(u"lineage"_s), 450);
        QCOMPARE(run.got.value(u"lineageEdge"_s), 1);
        QCOMPARE(run.got.value(u"columnEdge"_s), 1);
        const MeshPtr mesh = *f.workspace->load();
        QVERIFY(mesh->find(u"om"_s, Kind::Dataset, orders).isValid());
        const NodeId below = mesh->find(u"om"_s, Kind::Domain, u"Sales.\"E.Commerce\""_s);
        QVERIFY(below.isValid());
        QCOMPARE(mesh->domain(below).name, u"E.Commerce"_s);
        QCOMPARE(mesh->domain(below).domain, u"Sales"_s);
    }

    void aSecondSyncAsksForNextToNothing()
    {
        FakeOpenMetadata f;
        f.addTables(300);
        f.add(u"dataProducts"_s, u"Orders"_s);
        const Run first = f.sync();
        QVERIFY2(first.state == Run::State::Complete, qUtf8Printable(first.missing));
        const qsizetype asked = f.asked().size();
        const Run second = f.sync();
        QVERIFY(second.unchanged);
        QCOMPARE(second.got, first.got);
        QCOMPARE(second.expected, first.expected);
        QVERIFY2(f.asked().size() * 50 <= asked, qUtf8Printable(f.asked().join(u'\n')));
    }

    void whatChangedIsReadAndNothingElse()
    {
        FakeOpenMetadata f;
        f.addTables(300);
        QVERIFY(f.sync().state == Run::State::Complete);
        {
            const QMutexLocker lock(&f.mutex);
            QJsonObject &table = f.lists[u"tables"_s][7];
            table.insert(u"description"_s, u"new"_s);
            table.insert(u"version"_s, 0.2);
            f.addEdge(u"crm.shop.public.t005"_s, u"crm.shop.public.t007"_s);
            f.addEvent(u"table"_s);
        }
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Complete);
        QCOMPARE(countOf(f.asked(), u"lineage/"_s), 1);
        QCOMPARE(countOf(f.asked(), u"domains?"_s) + countOf(f.asked(), u"users?"_s), 0);
        QCOMPARE(run.got.value(u"lineageEdge"_s), 2);
        const MeshPtr mesh = *f.workspace->load();
        QCOMPARE(mesh->dataset(mesh->find(u"om"_s, Kind::Dataset, u"postgres://db:5432/shop.public.t007"_s)).description,
                 u"new"_s);
    }

    void whatWasDeletedIsGone()
    {
        FakeOpenMetadata f;
        f.addTables(10);
        QVERIFY(f.sync().state == Run::State::Complete);
        {
            const QMutexLocker lock(&f.mutex);
            f.lists[u"tables"_s].removeLast();
            f.addEvent(u"table"_s);
        }
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Complete);
        QCOMPARE(run.got.value(u"table"_s), 9);
        QCOMPARE(run.got.value(u"dataset"_s), 9);
    }

    void withoutTheFeedHistoriesTell()
    {
        FakeOpenMetadata f;
        f.addTables(10);
        QVERIFY(f.sync().state == Run::State::Complete);
        f.hasEvents = false;
        for (const QString &path : f.lists.keys())
            f.lists[path + u"/history"_s] = {};
        QVERIFY(f.sync().unchanged);
        QCOMPARE(countOf(f.asked(), u"tables?"_s), 0);
        {
            const QMutexLocker lock(&f.mutex);
            f.lists[u"tables"_s][3].insert(u"description"_s, u"new"_s);
            f.lists[u"tables/history"_s].append(f.lists[u"tables"_s][3]);
        }
        QVERIFY(!f.sync().unchanged);
        QCOMPARE(countOf(f.asked(), u"tables?"_s), 1);
    }

    void everythingIsReadAgainWhenAskedTo()
    {
        FakeOpenMetadata f;
        f.addTables(10);
        f.setOption(u"full"_s, u"0"_s);
        QVERIFY(f.sync().state == Run::State::Complete);
        {
            const QMutexLocker lock(&f.mutex);
            f.addEdge(u"crm.shop.public.t002"_s, u"crm.shop.public.t003"_s); // no event tells of it
        }
        QCOMPARE(f.sync().got.value(u"lineageEdge"_s), 2);
    }

    void aPartialRunIsNoGroundForTheNext()
    {
        FakeOpenMetadata f;
        f.addTables(10);
        f.instead = [](const QString &path, const QUrlQuery &) -> std::optional<Script> {
            return path == u"domains" ? std::optional(said(403, {{u"code"_s, 403}, {u"message"_s, u"Not allowed"_s}}))
                                      : std::nullopt;
        };
        f.add(u"domains"_s, u"Sales"_s);
        const Run partial = f.sync();
        QCOMPARE(partial.state, Run::State::Partial);
        QVERIFY2(partial.missing.contains(u"ViewAll"), qUtf8Printable(partial.missing));
        QCOMPARE(partial.got.value(u"table"_s), 10);
        f.instead = {};
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Complete);
        QCOMPARE(run.got.value(u"domain"_s), 1);
    }

    void unknownFieldsAreLeftOut()
    {
        FakeOpenMetadata f;
        f.addTables(3);
        f.refusedFields = {u"domains"_s, u"lifeCycle"_s, u"certification"_s};
        f.lists[u"tables"_s][0].insert(u"domain"_s, QJsonObject{{u"fullyQualifiedName"_s, u"Sales"_s}});
        f.add(u"domains"_s, u"Sales"_s);
        QVERIFY(f.sync().state == Run::State::Complete);
        const MeshPtr mesh = *f.workspace->load();
        QCOMPARE(mesh->dataset(mesh->find(u"om"_s, Kind::Dataset, orders)).domain, u"Sales"_s);
        QVERIFY(countOf(f.asked(), u"lifeCycle"_s) < countOf(f.asked(), u"fields="_s));
    }

    void routesThatAreNotThereAreNoFault_data()
    {
        QTest::addColumn<bool>("isOld");
        QTest::newRow("404") << false;
        QTest::newRow("500 of 1.6") << true;
    }
    void routesThatAreNotThereAreNoFault()
    {
        QFETCH(bool, isOld);
        FakeOpenMetadata f;
        f.isOld = isOld;
        f.addTables(3);
        f.add(u"dataProducts"_s, u"Orders"_s);
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        QCOMPARE(run.issues.size(), 1);
        QCOMPARE(run.issues[0].severity, Issue::Severity::Note);
    }

    void aServerThatFailsOverOneKindCostsThatKind()
    {
        FakeOpenMetadata f;
        f.addTables(3);
        QVERIFY(f.sync().state == Run::State::Complete);
        f.setOption(u"full"_s, u"0"_s);
        f.instead = [](const QString &path, const QUrlQuery &) -> std::optional<Script> {
            if (path != u"tables")
                return {};
            return said(500, {{u"code"_s, 500}, {u"message"_s, u"Out of memory"_s}});
        };
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Partial);
        QVERIFY2(run.missing.contains(u"Out of memory"), qUtf8Printable(run.missing));
        const MeshPtr mesh = *f.workspace->load();
        QVERIFY(mesh->find(u"om"_s, Kind::Dataset, orders).isValid()); // nothing was retired
    }

    void hiddenEndsAreShownAsHidden()
    {
        FakeOpenMetadata f;
        f.addTables(3);
        f.addEdge(u"secret.a.b.c"_s, u"crm.shop.public.t002"_s, {}, true);
        QVERIFY(f.sync().state == Run::State::Complete);
        const MeshPtr mesh = *f.workspace->load();
        const NodeId hidden = mesh->find(u"om"_s, Kind::Dataset, u"hidden/"_s + FakeOpenMetadata::uuidOf(u"secret.a.b.c"_s));
        QVERIFY(hidden.isValid());
        QCOMPARE(mesh->dataset(hidden).type, u"hidden"_s);
    }

    void portsNameTheirDatasets()
    {
        FakeOpenMetadata f;
        f.addTables(3);
        f.add(u"dataProducts"_s, u"Orders"_s);
        const QString product = u"dataProducts/"_s + FakeOpenMetadata::uuidOf(u"Orders"_s);
        f.lists[u"dataProducts/00000000-0000-4000-8000-000000000000/outputPorts"_s] = {};
        f.lists[product + u"/inputPorts"_s] = {f.lists[u"tables"_s][0]};
        QJsonObject twin = f.lists[u"tables"_s][1];
        twin.insert(u"id"_s, u"another"_s);
        twin.insert(u"fullyQualifiedName"_s, u"crm.shop.other.t001"_s);
        f.lists[product + u"/outputPorts"_s] = {f.lists[u"tables"_s][1], twin};
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        QCOMPARE(run.got.value(u"port"_s), 3);
        const MeshPtr mesh = *f.workspace->load();
        const NodeId in = mesh->find(u"om"_s, Kind::Port, u"Orders/in/crm.shop.public.t000/-"_s);
        QVERIFY(in.isValid());
        QCOMPARE(mesh->port(in).datasets, QStringList{orders});
        QVERIFY(mesh->find(u"om"_s, Kind::Port, u"Orders/out/crm.shop.other.t001/-"_s).isValid());
        QVERIFY(f.sync().unchanged);
    }

    void contractsAreReadAsOdcs()
    {
        FakeOpenMetadata f;
        f.addTables(3);
        const QString id = FakeOpenMetadata::uuidOf(u"c"_s);
        f.add(u"dataContracts"_s, u"c"_s,
              {{u"entity"_s, QJsonObject{{u"id"_s, FakeOpenMetadata::uuidOf(u"crm.shop.public.t000"_s)},
                                         {u"type"_s, u"table"_s},
                                         {u"fullyQualifiedName"_s, u"crm.shop.public.t000"_s}}}});
        f.answers.insert(u"dataContracts/00000000-0000-4000-8000-000000000000/odcs"_s, {});
        f.answers.insert(u"dataContracts/"_s + id + u"/odcs"_s,
                         {{u"apiVersion"_s, u"v3.1.0"_s},
                          {u"kind"_s, u"DataContract"_s},
                          {u"id"_s, id},
                          {u"name"_s, u"Orders, as promised"_s},
                          {u"domain"_s, u"Customs"_s},
                          {u"slaProperties"_s,
                           QJsonArray{QJsonObject{{u"property"_s, u"latency"_s}, {u"value"_s, 5}, {u"unit"_s, u"d"_s}}}},
                          {u"schema"_s, QJsonArray{QJsonObject{{u"name"_s, u"t000"_s}}}}});
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        QCOMPARE(run.got.value(u"contract"_s), 1);
        QCOMPARE(run.got.value(u"dataset"_s), 3); // the schema's object is the table
        const MeshPtr mesh = *f.workspace->load();
        const NodeId contract = mesh->find(u"om"_s, Kind::Contract, id);
        QVERIFY(contract.isValid());
        QCOMPARE(mesh->contract(contract).standard, u"ODCS"_s);
        QVERIFY(mesh->contract(contract).domain.isEmpty()); // the name alone would make another domain
        QCOMPARE(mesh->dataset(mesh->find(u"om"_s, Kind::Dataset, orders)).contract, id);
    }

    void contractsWithoutOdcsAreReadAsTheyAre()
    {
        FakeOpenMetadata f;
        f.addTables(1);
        f.add(u"dataContracts"_s, u"c"_s,
              {{u"sla"_s, QJsonObject{{u"maxLatency"_s, QJsonObject{{u"value"_s, 40}, {u"unit"_s, u"minute"_s}}}}},
               {u"entity"_s,
                QJsonObject{{u"id"_s, u"p"_s}, {u"type"_s, u"dataProduct"_s}, {u"fullyQualifiedName"_s, u"Orders"_s}}}});
        f.add(u"dataProducts"_s, u"Orders"_s);
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        const MeshPtr mesh = *f.workspace->load();
        const NodeId contract = mesh->find(u"om"_s, Kind::Contract, FakeOpenMetadata::uuidOf(u"c"_s));
        QVERIFY(contract.isValid());
        QCOMPARE(mesh->contract(contract).product, u"Orders"_s);
        QCOMPARE(mesh->serviceLevels(contract).size(), 1);
        QCOMPARE(mesh->serviceLevels(contract)[0]->value, u"40"_s);
    }

    void namespacesCanBeTold()
    {
        FakeOpenMetadata f;
        f.addTables(1);
        f.setOption(u"namespaces"_s, u"crm=postgres://primary.example:5432"_s);
        QVERIFY(f.sync().state == Run::State::Complete);
        QVERIFY((*f.workspace->load())
                    ->find(u"om"_s, Kind::Dataset, u"postgres://primary.example:5432/shop.public.t000"_s)
                    .isValid());
    }

    void optionsThatCannotBeAreRefused()
    {
        for (const auto &[name, value] :
             {std::pair(u"full"_s, u"daily"_s), std::pair(u"domain"_s, u"x"_s), std::pair(u"namespaces"_s, u"crm"_s)}) {
            const EndpointConfig config{u"om"_s, u"openmetadata"_s, u"http://h"_s, {{name, value}}};
            QVERIFY(!OpenMetadataConnector::make(config, {}));
        }
    }

    void whatIsNoOpenMetadataIsSaid()
    {
        FakeOpenMetadata f;
        f.version = "[]";
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Failed);
        QVERIFY2(run.missing.contains(u"no OpenMetadata"), qUtf8Printable(run.missing));
    }

    void aLoginThatIsRefusedEndsTheRun()
    {
        FakeOpenMetadata f;
        f.instead = [](const QString &path, const QUrlQuery &) -> std::optional<Script> {
            return path == u"system/version" ? std::nullopt
                                             : std::optional(said(401, {{u"code"_s, 401}, {u"message"_s, u"Expired"_s}}));
        };
        QCOMPARE(f.sync().state, Run::State::Failed);
        QCOMPARE(f.asked().size(), 2);
    }
};

MESHSCOPE_TEST(TestOpenMetadata)
#include "tst_openmetadata.moc"
