#include "tests/catalogs/fakeopendatamesh.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;

namespace {

struct Synced {
    FakeOpenDataMesh server;
    QTemporaryDir dir;
    std::unique_ptr<Workspace> workspace =
        std::move(*Workspace::open(dir.filePath(u"test.mesh"_s), Workspace::Open::CreateIfMissing));
    EndpointConfig config = *addEndpoint(*workspace, {u"odm"_s, u"opendatamesh"_s, server.server.url().toString(), {}});

    Run sync()
    {
        before = server.server.seen().size();
        const Result<Run> run = syncEndpoint(*workspace, config, {});
        Run failed;
        failed.state = Run::State::Failed;
        failed.missing = run ? QString() : run.error().text;
        return run.value_or(failed);
    }
    [[nodiscard]] MeshPtr mesh() const { return *workspace->load(); }
    [[nodiscard]] NodeId product(const Mesh &mesh, const QString &name) const
    {
        return mesh.find(u"odm"_s, Kind::Product, FakeOpenDataMesh::base + name);
    }
    qsizetype before = 0;
};

} // namespace

/// An Open Data Mesh endpoint: what becomes of products and their versions, and requests in its marketplace.
class TestOpenDataMesh : public QObject {
    Q_OBJECT
private slots:
    void aProductIsItsNewestPublishedVersion()
    {
        Synced f;
        f.server.addProduct(u"orders"_s);
        f.server.addVersion(u"orders"_s, u"1.0.0"_s, {u"table"_s}, u"APPROVED"_s);
        f.server.addVersion(u"orders"_s, u"10.0.0"_s, {u"table"_s, u"events"_s}, QJsonValue());
        f.server.addVersion(u"orders"_s, u"2.0.0"_s, {u"table"_s}, u"APPROVED"_s);
        f.server.addVersion(u"orders"_s, u"11.0.0"_s, {u"secret"_s}, u"PENDING"_s);
        f.server.addProduct(u"planned"_s, u"PENDING"_s);
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        QCOMPARE(run.got.value(u"product"_s), 2);
        QCOMPARE(run.got.value(u"version"_s), 4);
        const MeshPtr mesh = f.mesh();
        QCOMPARE(mesh->product(f.product(*mesh, u"orders"_s)).version, u"10.0.0"_s);
        QStringList ports;
        for (const NodeId port : mesh->portsOf(f.product(*mesh, u"orders"_s)))
            ports.append(mesh->port(port).name + u' ' + mesh->port(port).version);
        ports.sort();
        QCOMPARE(ports, (QStringList{u"events 10.0.0"_s, u"table 1.0.0"_s, u"table 10.0.0"_s, u"table 2.0.0"_s}));
        QVERIFY(f.product(*mesh, u"planned"_s).isValid());
        QCOMPARE(mesh->product(f.product(*mesh, u"planned"_s)).lifecycle, u"PENDING"_s);
        for (const Issue &issue : run.issues)
            QVERIFY2(!issue.text.contains(u"~2"_s), qPrintable(issue.text));
    }

    void whatHasNotChangedIsNotAskedForAgain()
    {
        Synced f;
        for (int i = 0; i < 30; ++i) {
            f.server.addProduct(u"p%1"_s.arg(i));
            f.server.addVersion(u"p%1"_s.arg(i), u"1.0.0"_s, {u"table"_s}, u"APPROVED"_s);
            f.server.addVersion(u"p%1"_s.arg(i), u"2.0.0"_s, {u"table"_s}, u"APPROVED"_s);
        }
        const Run first = f.sync();
        QVERIFY(f.server.server.seen().size() - f.before > 60);
        const Run second = f.sync();
        QVERIFY(second.unchanged);
        QCOMPARE(second.got, first.got);
        QVERIFY(f.server.server.seen().size() - f.before <= 6);
        f.server.addVersion(u"p7"_s, u"3.0.0"_s, {u"table"_s, u"more"_s}, u"APPROVED"_s);
        QVERIFY(f.sync().state == Run::State::Complete);
        QVERIFY(f.server.server.seen().size() - f.before <= 9);
        const MeshPtr mesh = f.mesh();
        QCOMPARE(mesh->portsOf(f.product(*mesh, u"p7"_s)).size(), size_t(4));
    }

    void withoutAMarketplaceTheRegistryIsReadAll()
    {
        Synced f;
        f.server.addProduct(u"orders"_s);
        f.server.hasMarket = false;
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        QCOMPARE(run.got.value(u"product"_s), 1);
        QVERIFY(!run.issues.isEmpty());
    }

    void oddDescriptorsAreNoCrash()
    {
        Synced f;
        for (const QJsonValue &content : {QJsonValue(), QJsonValue(u"no: descriptor"_s), QJsonValue(7),
                                          QJsonValue(QJsonArray{1}), QJsonValue(QJsonObject{{u"info"_s, 1}})}) {
            const QString name = u"odd%1"_s.arg(f.server.products.size());
            f.server.addProduct(name);
            f.server.addVersion(name, u"1.0.0"_s, {u"table"_s}, u"APPROVED"_s);
            f.server.versions.last().insert(u"content"_s, content);
        }
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        QCOMPARE(run.got.value(u"product"_s), 5); // by the registry's own words
    }

    void requestsComeWithWhatWasAnswered_data()
    {
        QTest::addColumn<QStringList>("answers");
        QTest::addColumn<QString>("status");
        QTest::addColumn<bool>("isActive");
        QTest::newRow("none yet") << QStringList() << u"requested"_s << false;
        QTest::newRow("pending") << QStringList{u"PENDING"_s} << u"requested"_s << false;
        QTest::newRow("granted") << QStringList{u"PENDING"_s, u"GRANTED"_s} << u"approved"_s << true;
        QTest::newRow("denied") << QStringList{u"DENIED"_s} << u"rejected"_s << false;
        QTest::newRow("revoked") << QStringList{u"GRANTED"_s, u"REVOKED"_s} << u"approved"_s << false;
        QTest::newRow("error") << QStringList{u"PENDING"_s, u"ERROR"_s} << u"requested"_s << false;
        QTest::newRow("a newer word") << QStringList{u"MAYBE"_s} << u"requested"_s << false;
    }
    void requestsComeWithWhatWasAnswered()
    {
        QFETCH(const QStringList, answers);
        QFETCH(const QString, status);
        QFETCH(const bool, isActive);
        Synced f;
        f.server.addProduct(u"orders"_s);
        f.server.addVersion(u"orders"_s, u"1.0.0"_s, {u"table"_s}, u"APPROVED"_s);
        f.server.requests.append(
            {{u"uuid"_s, u"r-1"_s},
             {u"identifier"_s, u"i-1"_s},
             {u"name"_s, u"Access"_s},
             {u"operation"_s, u"MARKETPLACE_SUBSCRIBE"_s},
             {u"requesterIdentifier"_s, u"ana@example.com"_s},
             {u"consumerType"_s, u"TEAM"_s},
             {u"consumerIdentifier"_s, u"analytics"_s},
             {u"providerDataProductFqn"_s, FakeOpenDataMesh::base + u"orders"_s},
             {u"providerDataProductPortsFqn"_s, QJsonArray{FakeOpenDataMesh::base + u"orders:outputports:table:1.0.0"_s}},
             {u"properties"_s, QJsonObject{{u"reason"_s, u"Forecast"_s}}},
             {u"startDate"_s, u"2026-01-01T00:00:00.000+00:00"_s},
             {u"createdAt"_s, u"2026-01-01T00:00:00.000+00:00"_s}});
        for (const QString &word : answers) {
            f.server.responses.append(
                {{u"id"_s, f.server.responses.size() + 1},
                 {u"accessRequestUuid"_s, u"r-1"_s},
                 {u"status"_s, word},
                 {u"message"_s, word.toLower()},
                 {u"createdAt"_s, u"2026-01-0%1T00:00:00.000+00:00"_s.arg(f.server.responses.size() + 2)}});
        }
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        const MeshPtr mesh = f.mesh();
        QCOMPARE(mesh->agreements().size(), 1);
        const Agreement &agreement = mesh->agreements().first();
        QCOMPARE(agreement.id, u"i-1"_s);
        QCOMPARE(agreement.status, status);
        QCOMPARE(agreement.active, isActive);
        QCOMPARE(agreement.purpose, u"Forecast"_s);
        QCOMPARE(agreement.consumerTeam, u"analytics"_s);
        QVERIFY(mesh->find(u"odm"_s, Kind::Port, agreement.port).isValid());
    }

    void aRequestIsSubmittedOnceAndDecided()
    {
        Synced f;
        f.server.addProduct(u"orders"_s);
        f.server.addVersion(u"orders"_s, u"1.0.0"_s, {u"table"_s}, u"APPROVED"_s);
        const auto connector = makeConnector(f.config);
        const auto road = (*connector)->requests();
        QVERIFY(road);
        Agreement wanted;
        wanted.id = u"0b6f"_s;
        wanted.product = FakeOpenDataMesh::base + u"orders"_s;
        wanted.port = u"table"_s;
        wanted.purpose = u"Forecast"_s;
        wanted.requestedBy = u"ana@example.com"_s;
        wanted.consumerUser = wanted.requestedBy;
        QCOMPARE((*road)->find(wanted).error().code, Error::Code::NotFound);
        const Result<void> asked = (*road)->ask(wanted);
        QVERIFY2(asked, qPrintable(asked ? QString() : asked.error().text));
        QCOMPARE(f.server.requests.first()[u"providerDataProductPortsFqn"][0].toString(),
                 FakeOpenDataMesh::base + u"orders:outputports:table:1.0.0"_s);
        QVERIFY(!(*road)->ask(wanted)); // the marketplace takes each identifier once
        QCOMPARE(f.server.submissions, 1);
        Result<Agreement> found = (*road)->find(wanted);
        QVERIFY(found);
        QCOMPARE(found->status, u"requested"_s);
        QVERIFY((*road)->take(*found, {RequestStep::Approve, u"olga@example.com"_s, u"fine"_s, {}}));
        found = (*road)->find(wanted);
        QCOMPARE(found->status, u"approved"_s);
        QVERIFY(found->active);
        QVERIFY((*road)->take(*found, {RequestStep::Revoke, u"olga@example.com"_s, {}, {}}));
        QVERIFY(!(*road)->find(wanted)->active);
        QVERIFY(!(*road)->whyNot(RequestStep::Extend).isEmpty());
        QVERIFY(!(*road)->whyNot(RequestStep::GiveBack).isEmpty());
    }

    void aLostAnswerIsToldAsUnknown()
    {
        Synced f;
        f.server.addProduct(u"orders"_s);
        f.server.addVersion(u"orders"_s, u"1.0.0"_s, {u"table"_s}, u"APPROVED"_s);
        const auto connector = makeConnector(f.config);
        const auto road = (*connector)->requests();
        Agreement wanted;
        wanted.id = u"0b6f"_s;
        wanted.product = FakeOpenDataMesh::base + u"orders"_s;
        wanted.port = portId(wanted.product, true, u"table"_s, u"1.0.0"_s);
        f.server.losesAnswers = true;
        QCOMPARE((*road)->ask(wanted).error().code, Error::Code::Io);
        QCOMPARE((*road)->find(wanted).error().code, Error::Code::Io);
        f.server.losesAnswers = false;
        QVERIFY((*road)->find(wanted));
        QCOMPARE(f.server.submissions, 1);
    }
};

MESHSCOPE_TEST(TestOpenDataMesh)
#include "tst_opendatamesh.moc"
