#include "models/catalogs/sync/sync.h"

#include "tests/support/scriptedserver.h"
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

const QString fqnBase = u"urn:odm:dataproducts:"_s;

Script json(const QJsonObject &value)
{
    return Script::json(QJsonDocument(value).toJson(QJsonDocument::Compact));
}

/// A registry and a marketplace, as far as a test needs them.
class FakeOpenDataMesh {
public:
    QMutex mutex;
    QList<QJsonObject> products;
    QList<QJsonObject> versions; ///< with their content
    QList<QJsonObject> requests;
    QList<QJsonObject> responses;
    int submissions = 0;
    bool hasMarket = true;
    bool losesAnswers = false; ///< to what is submitted, and all that follows
    ScriptedServer server{[this](const SeenRequest &request) { return answer(request); }};

    void addProduct(const QString &name, const QString &state = u"APPROVED"_s)
    {
        products.append({{u"uuid"_s, u"p-"_s + name},
                         {u"fqn"_s, fqnBase + name},
                         {u"domain"_s, u"sales"_s},
                         {u"name"_s, name},
                         {u"displayName"_s, QJsonValue()},
                         {u"validationState"_s, state},
                         {u"updatedAt"_s, u"2026-11-01T10:00:00.000+00:00"_s}});
    }
    void addVersion(const QString &product, const QString &number, const QStringList &ports, const QJsonValue &state)
    {
        const QString fqn = fqnBase + product;
        QJsonArray outputs;
        for (const QString &port : ports) {
            outputs.append(QJsonObject{{u"fullyQualifiedName"_s, u"%1:outputports:%2:%3"_s.arg(fqn, port, number)},
                                       {u"name"_s, port},
                                       {u"version"_s, number}});
        }
        const QJsonObject content{
            {u"dataProductDescriptor"_s, u"1.0.0"_s},
            {u"info"_s, QJsonObject{{u"fullyQualifiedName"_s, fqn},
                                    {u"name"_s, product},
                                    {u"version"_s, number},
                                    {u"domain"_s, u"sales"_s},
                                    {u"owner"_s, QJsonObject{{u"id"_s, u"olga@example.com"_s}, {u"name"_s, u"Olga"_s}}}}},
            {u"interfaceComponents"_s, QJsonObject{{u"outputPorts"_s, outputs}}}};
        versions.append({{u"uuid"_s, u"v-%1-%2"_s.arg(product, number)},
                         {u"dataProductUuid"_s, u"p-"_s + product},
                         {u"name"_s, u"Release "_s + number},
                         {u"versionNumber"_s, number},
                         {u"validationState"_s, state},
                         {u"createdAt"_s, u"2026-11-01T10:00:00.000+00:00"_s},
                         {u"updatedAt"_s, u"2026-11-01T10:00:00.000+00:00"_s},
                         {u"spec"_s, u"dpds"_s},
                         {u"content"_s, content}});
    }

private:
    static Script page(const QList<QJsonObject> &items, const QUrlQuery &query)
    {
        const int size = std::max(1, query.queryItemValue(u"size"_s).toInt());
        const int number = query.queryItemValue(u"page"_s).toInt();
        QJsonArray content;
        for (const QJsonObject &item : items.mid(qsizetype(number) * size, size))
            content.append(item);
        return json({{u"content"_s, content}, {u"totalElements"_s, items.size()}});
    }
    static QList<QJsonObject> having(const QList<QJsonObject> &items, const QUrlQuery &query, const QStringList &fields)
    {
        QList<QJsonObject> found;
        for (const QJsonObject &item : items) {
            if (std::all_of(fields.begin(), fields.end(), [&](const QString &field) {
                    const QString wanted = query.queryItemValue(field, QUrl::FullyDecoded);
                    return wanted.isEmpty() || item[field].toString() == wanted;
                }))
                found.append(item);
        }
        return found;
    }
    Script submit(const QJsonObject &body)
    {
        for (const QJsonObject &request : std::as_const(requests)) {
            if (request[u"identifier"] == body[u"identifier"] && request[u"operation"] == body[u"operation"])
                return Script::answer(400, R"({"status":400,"message":"Access request already exists"})",
                                      {{"Content-Type", "application/json"}});
        }
        QJsonObject request = body;
        request.insert(u"uuid"_s, u"r-%1"_s.arg(++submissions));
        request.insert(u"createdAt"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
        requests.append(request);
        return Script::answer(201, QJsonDocument(request).toJson(), {{"Content-Type", "application/json"}});
    }
    Script answer(const SeenRequest &request)
    {
        const QMutexLocker lock(&mutex);
        const QUrl url(QString::fromLatin1(request.target));
        const QString path = url.path();
        const QUrlQuery query(url);
        const QString registry = u"/api/v2/pp/registry"_s;
        const QString market = u"/api/v1/pp/marketplace"_s;
        if (path == registry + u"/products"_s)
            return page(having(products, query, {u"fqn"_s}), query);
        if (path == registry + u"/products-versions"_s) {
            QList<QJsonObject> listed = having(versions, query, {u"dataProductUuid"_s});
            for (QJsonObject &version : listed)
                version.remove(u"content"_s);
            return page(listed, query);
        }
        for (QJsonObject version : std::as_const(versions)) {
            if (path != registry + u"/products-versions/"_s + version[u"uuid"].toString())
                continue;
            for (const QJsonObject &product : std::as_const(products)) {
                if (product[u"uuid"] == version[u"dataProductUuid"])
                    version.insert(u"dataProduct"_s, product);
            }
            return json(version);
        }
        if (!hasMarket || !path.startsWith(market))
            return Script::answer(404, R"({"status":404,"error":"Not Found"})", {{"Content-Type", "application/json"}});
        if (losesAnswers && submissions > 0)
            return Script::reset();
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        if (path == market + u"/requests/submit"_s) {
            const Script done = submit(body);
            return losesAnswers ? Script::reset() : done;
        }
        if (path == market + u"/requests"_s)
            return page(having(requests, query, {u"identifier"_s, u"operation"_s}), query);
        if (path == market + u"/executor-responses"_s)
            return page(having(responses, query, {u"accessRequestUuid"_s}), query);
        const QString uuid = path.section(u'/', 6, 6);
        if (request.method == "DELETE") {
            requests.removeIf([&](const QJsonObject &r) { return r[u"uuid"] == uuid; });
            return Script::answer(204, "");
        }
        QJsonObject response = body;
        response.insert(u"id"_s, responses.size() + 1);
        response.insert(u"accessRequestUuid"_s, uuid);
        response.insert(u"createdAt"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
        responses.append(response);
        return Script::answer(200, "");
    }
};

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
        return mesh.find(u"odm"_s, Kind::Product, fqnBase + name);
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
             {u"providerDataProductFqn"_s, fqnBase + u"orders"_s},
             {u"providerDataProductPortsFqn"_s, QJsonArray{fqnBase + u"orders:outputports:table:1.0.0"_s}},
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
        wanted.product = fqnBase + u"orders"_s;
        wanted.port = u"table"_s;
        wanted.purpose = u"Forecast"_s;
        wanted.requestedBy = u"ana@example.com"_s;
        wanted.consumerUser = wanted.requestedBy;
        QCOMPARE((*road)->find(wanted).error().code, Error::Code::NotFound);
        const Result<void> asked = (*road)->ask(wanted);
        QVERIFY2(asked, qPrintable(asked ? QString() : asked.error().text));
        QCOMPARE(f.server.requests.first()[u"providerDataProductPortsFqn"][0].toString(),
                 fqnBase + u"orders:outputports:table:1.0.0"_s);
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
        wanted.product = fqnBase + u"orders"_s;
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
