#include "models/catalogs/entropy/requests.h"

#include "tests/catalogs/fakeentropy.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;

namespace {

struct Synced {
    FakeEntropy server;
    QTemporaryDir dir;
    std::unique_ptr<Workspace> workspace =
        std::move(*Workspace::open(dir.filePath(u"test.mesh"_s), Workspace::Open::CreateIfMissing));
    EndpointConfig config;
    qsizetype before = 0;

    Synced()
    {
        config =
            *addEndpoint(*workspace, {u"dmm"_s, u"entropy"_s, server.server.url().toString(), {{u"auth"_s, u"none"_s}}});
    }
    Run sync()
    {
        before = server.requests();
        const Result<Run> run = syncEndpoint(*workspace, config, {});
        Run failed;
        failed.state = Run::State::Failed;
        failed.missing = run ? QString() : run.error().text;
        return run.value_or(failed);
    }
    [[nodiscard]] qsizetype asked() const { return server.requests() - before; }
    [[nodiscard]] MeshPtr mesh() const { return *workspace->load(); }
};

QJsonObject accessOf(const QString &id, const QString &product, const QString &consumer, const QString &status,
                     const QString &provisioning = {})
{
    QJsonObject access{{u"id"_s, id},
                       {u"info"_s, QJsonObject{{u"purpose"_s, u"Forecast"_s},
                                               {u"status"_s, status},
                                               {u"active"_s, status == u"approved"},
                                               {u"startDate"_s, u"2026-01-01"_s}}},
                       {u"provider"_s, QJsonObject{{u"dataProductId"_s, product}, {u"outputPortId"_s, u"table"_s}}},
                       {u"consumer"_s, QJsonObject{{u"dataProductId"_s, consumer}}}};
    if (!provisioning.isEmpty())
        access.insert(u"provisioning"_s, QJsonObject{{u"status"_s, provisioning}});
    return access;
}

} // namespace

/// An Entropy Data endpoint from the first list to the last, and what it reads again.
class TestEntropy : public QObject {
    Q_OBJECT
private slots:
    void readsEverythingAndCountsIt()
    {
        Synced f;
        f.server.addProduct(u"orders"_s);
        f.server.addProduct(u"returns"_s);
        f.server.put(u"access"_s, accessOf(u"a1"_s, u"orders"_s, u"returns"_s, u"approved"_s));
        f.server.put(u"definitions"_s, {{u"id"_s, u"sku"_s}, {u"owner"_s, u"orders-team"_s}, {u"title"_s, u"SKU"_s}});
        f.server.put(u"sourcesystems"_s, {{u"id"_s, u"erp"_s}, {u"name"_s, u"ERP"_s}, {u"owner"_s, u"orders-team"_s}});
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        QCOMPARE(run.got.value(u"product"_s), 2);
        QCOMPARE(run.got.value(u"contract"_s), 2);
        QCOMPARE(run.got.value(u"port"_s), 2);
        QCOMPARE(run.got.value(u"access"_s), 1);
        for (auto it = run.expected.begin(); it != run.expected.end(); ++it)
            QCOMPARE(run.got.value(it.key()), it.value());
        const MeshPtr mesh = f.mesh();
        const NodeId orders = mesh->find(u"dmm"_s, Kind::Product, u"orders"_s);
        const NodeId returns = mesh->find(u"dmm"_s, Kind::Product, u"returns"_s);
        QVERIFY(orders.isValid() && returns.isValid());
        QCOMPARE(mesh->domainPath(orders), QStringList{u"Sales"_s}); // by its team, as the product names none
        QVERIFY(mesh->find(u"dmm"_s, Kind::Term, u"sku"_s).isValid());
        QVERIFY(mesh->find(u"dmm"_s, Kind::Job, u"erp"_s).isValid());
        QCOMPARE(mesh->agreements().size(), 1);
        QCOMPARE(run.got.value(u"column"_s), 4);
    }

    void aSecondSyncAsksForLittle()
    {
        Synced f;
        for (int i = 0; i < 60; ++i)
            f.server.addProduct(u"p%1"_s.arg(i));
        const Run first = f.sync();
        QVERIFY2(first.state == Run::State::Complete, qUtf8Printable(first.missing));
        const qsizetype all = f.asked();
        QVERIFY(all > 70);
        const Run second = f.sync();
        QVERIFY(second.state == Run::State::Complete);
        QVERIFY(second.unchanged);
        QCOMPARE(second.got, first.got);
        QCOMPARE(second.expected, first.expected);
        QVERIFY2(f.asked() <= 5, qPrintable(QString::number(f.asked()))); // the feed, and what it has no word of
    }

    void onlyWhatChangedIsReadAgain()
    {
        Synced f;
        for (int i = 0; i < 20; ++i)
            f.server.addProduct(u"p%1"_s.arg(i));
        QVERIFY(f.sync().state == Run::State::Complete);
        f.server.addProduct(u"p7"_s); // the same id: changed
        f.server.remove(u"dataproducts"_s, u"p3"_s, u"DataProductDeletedEvent"_s);
        f.server.addProduct(u"new"_s);
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        QCOMPARE(run.got.value(u"product"_s), 20);
        QVERIFY(f.asked() <= 10);
        QVERIFY(!f.mesh()->find(u"dmm"_s, Kind::Product, u"p3"_s).isValid());
        QVERIFY(f.mesh()->find(u"dmm"_s, Kind::Product, u"new"_s).isValid());
        QVERIFY(f.mesh()->find(u"dmm"_s, Kind::Product, u"p8"_s).isValid());
    }

    void withoutTheFeedEverythingIsReadAndSaid()
    {
        Synced f;
        f.server.addProduct(u"orders"_s);
        f.server.hasFeed = false;
        const Run first = f.sync();
        QVERIFY2(first.state == Run::State::Complete, qUtf8Printable(first.missing));
        QVERIFY(!first.issues.isEmpty());
        const qsizetype all = f.asked();
        QVERIFY(f.sync().state == Run::State::Complete);
        QCOMPARE(f.asked(), all);
    }

    void aTeamThatMovesTakesItsProductsAlong()
    {
        Synced f;
        f.server.addProduct(u"orders"_s);
        QVERIFY(f.sync().state == Run::State::Complete);
        f.server.put(u"teams"_s, {{u"id"_s, u"finance"_s}, {u"name"_s, u"Finance"_s}, {u"type"_s, u"Domain"_s}},
                     u"TeamCreatedEvent"_s);
        f.server.put(
            u"teams"_s,
            {{u"id"_s, u"orders-team"_s}, {u"name"_s, u"Orders"_s}, {u"type"_s, u"Team"_s}, {u"parent"_s, u"finance"_s}},
            u"TeamUpdatedEvent"_s);
        QVERIFY(f.sync().state == Run::State::Complete);
        const MeshPtr mesh = f.mesh();
        QCOMPARE(mesh->domainPath(mesh->find(u"dmm"_s, Kind::Product, u"orders"_s)), QStringList{u"Finance"_s});
    }

    void pagesAreFollowedOnTheServerThatWasNamed()
    {
        Synced f;
        for (int i = 0; i < 25; ++i)
            f.server.addProduct(u"p%1"_s.arg(i));
        f.server.pageSize = 4;
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        QCOMPARE(run.got.value(u"product"_s), 25);
        QCOMPARE(run.got.value(u"contract"_s), 25);
        QVERIFY(f.sync().unchanged);
    }

    void oneKindThatIsRefusedCostsThatKindAlone()
    {
        Synced f;
        f.server.addProduct(u"orders"_s);
        QVERIFY(f.sync().state == Run::State::Complete);
        f.server.put(u"datacontracts"_s, {{u"id"_s, u"x"_s}}, u"DataContractCreatedEvent"_s);
        f.server.instead = [](const SeenRequest &request) -> std::optional<Script> {
            return request.target.startsWith("/api/datacontracts") ? std::optional(Script::answer(403, "{}")) : std::nullopt;
        };
        const Run run = f.sync();
        QVERIFY(run.state == Run::State::Partial);
        QVERIFY2(run.missing.contains(u"contracts"_s), qUtf8Printable(run.missing));
        QVERIFY(f.mesh()->find(u"dmm"_s, Kind::Contract, u"orders-contract"_s).isValid()); // nothing is lost
        QVERIFY(f.mesh()->find(u"dmm"_s, Kind::Product, u"orders"_s).isValid());
        f.server.instead = {};
        QVERIFY(f.sync().state == Run::State::Complete);
    }

    void badAnswersAreToldOf_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("a login page") << QByteArray("<html><body>Sign in</body></html>");
        QTest::newRow("half") << QByteArray("[{\"id\":\"x\"");
        QTest::newRow("a text") << QByteArray("\"nothing\"");
        QTest::newRow("an object") << QByteArray("{\"content\":[]}");
        QTest::newRow("null") << QByteArray("null");
    }
    void badAnswersAreToldOf()
    {
        QFETCH(const QByteArray, body);
        Synced f;
        f.server.addProduct(u"orders"_s);
        QVERIFY(f.sync().state == Run::State::Complete);
        for (const char *list : {"teams", "dataproducts", "assets", "access", "test-results"}) {
            f.server.emitEvent(u"TeamUpdatedEvent"_s, u"x"_s);
            f.server.emitEvent(u"DataProductUpdatedEvent"_s, u"orders"_s);
            f.server.emitEvent(u"AssetUpdatedEvent"_s, u"x"_s);
            f.server.emitEvent(u"AccessUpdatedEvent"_s, u"x"_s);
            f.server.emitEvent(u"TestResultsCreatedEvent"_s, u"x"_s);
            f.server.instead = [&](const SeenRequest &request) -> std::optional<Script> {
                return request.target.startsWith("/api/" + QByteArray(list))
                           ? std::optional(Script::answer(200, body, {{"Content-Type", "application/json"}}))
                           : std::nullopt;
            };
            const Run run = f.sync();
            QVERIFY2(run.state == Run::State::Partial, list);
            QVERIFY(!run.missing.isEmpty());
            QVERIFY(f.mesh()->find(u"dmm"_s, Kind::Product, u"orders"_s).isValid());
        }
    }

    void nullsAndWrongTypesAreNoCrash()
    {
        Synced f;
        f.server.addProduct(u"orders"_s);
        const QJsonValue null;
        f.server.put(u"teams"_s, {{u"id"_s, u"odd"_s}, {u"name"_s, null}, {u"type"_s, 7}, {u"members"_s, u"none"_s}});
        f.server.put(u"assets"_s, {{u"id"_s, u"a"_s}, {u"info"_s, u"text"_s}, {u"columns"_s, QJsonObject()}});
        f.server.put(u"assets"_s, {{u"id"_s, null}});
        f.server.put(u"access"_s, {{u"id"_s, u"x"_s}, {u"info"_s, null}, {u"provider"_s, QJsonArray()}, {u"custom"_s, 1}});
        f.server.put(u"definitions"_s, {{u"id"_s, u"d"_s}, {u"owner"_s, QJsonArray()}});
        f.server.put(u"test-results"_s, {{u"id"_s, u"t"_s}, {u"checks"_s, u"no"_s}, {u"result"_s, null}});
        f.server.put(u"dataproducts"_s, {{u"id"_s, u"strange"_s}, {u"info"_s, null}});
        f.server.lineage = {null, u"text"_s, QJsonObject{{u"run"_s, null}}};
        const Run run = f.sync();
        QVERIFY(run.state != Run::State::Failed);
        QVERIFY(f.mesh()->find(u"dmm"_s, Kind::Product, u"orders"_s).isValid());
    }

    void aServerThatIsAwayFailsTheRun()
    {
        Synced f;
        f.server.instead = [](const SeenRequest &) { return std::optional(Script::answer(403, "{}")); };
        const Run run = f.sync();
        QVERIFY(run.state == Run::State::Failed);
        QVERIFY(!run.missing.isEmpty());
    }
};

MESHSCOPE_TEST(TestEntropy)
#include "tst_entropy.moc"
