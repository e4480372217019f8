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

Script said(int status, const QJsonObject &body)
{
    return Script::answer(status, QJsonDocument(body).toJson(), {{"Content-Type", "application/json"}});
}

const QString requestId = u"6f1c2b1e-3c0e-4f52-9d55-0a7f3c1d2e4b"_s;
const QString portOfOrders = u"Orders/out/crm.shop.public.t000/-"_s;

/// A product with one output port, on a server that takes requests.
void offerOrders(FakeOpenMetadata &f)
{
    f.addTables(2);
    f.add(u"dataProducts"_s, u"Orders"_s);
    f.offer(u"Orders"_s, f.lists[u"tables"_s][0]);
}

QJsonObject task(const QString &status)
{
    const QString fqn = u"crm.shop.public.t000"_s;
    const QJsonArray transitions{
        QJsonObject{{u"id"_s, u"approve"_s}, {u"label"_s, u"Approve it"_s}, {u"targetTaskStatus"_s, u"Approved"_s}},
        QJsonObject{{u"id"_s, u"reject"_s},
                    {u"label"_s, u"Reject it"_s},
                    {u"targetTaskStatus"_s, u"Rejected"_s},
                    {u"requiresComment"_s, true}}};
    return {{u"id"_s, u"task-1"_s},
            {u"taskId"_s, u"TASK-00001"_s},
            {u"status"_s, status},
            {u"createdAt"_s, qint64(1795253569083)},
            {u"updatedAt"_s, qint64(1795253569083)},
            {u"createdBy"_s, QJsonObject{{u"name"_s, u"anna"_s}}},
            {u"about"_s,
             QJsonObject{{u"id"_s, FakeOpenMetadata::uuidOf(fqn)}, {u"type"_s, u"table"_s}, {u"fullyQualifiedName"_s, fqn}}},
            {u"payload"_s, QJsonObject{{u"reason"_s, u"Quarterly report"_s},
                                       {u"ticketId"_s, requestId},
                                       {u"columns"_s, QJsonArray{fqn + u".id"_s}}}},
            {u"availableTransitions"_s, transitions}};
}

Agreement wantedOrders()
{
    Agreement wanted;
    wanted.id = requestId;
    wanted.product = u"Orders"_s;
    wanted.port = portOfOrders;
    wanted.columns = {u"id"_s};
    wanted.purpose = u"Quarterly report"_s;
    wanted.requestedBy = u"Anna <anna@x.org>"_s;
    return wanted;
}

std::unique_ptr<RequestRoad> roadOf(const FakeOpenMetadata &f)
{
    return std::move(*(*OpenMetadataConnector::make(f.config, {}))->requests());
}

} // namespace

/// Requests for access as tasks of OpenMetadata: what its workflow offers is what can be done.
class TestOpenMetadataRequests : public QObject {
    Q_OBJECT
private slots:
    void requestsAreAsTheTasksSay_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("status");
        QTest::addColumn<bool>("active");
        QTest::newRow("open") << u"Open"_s << u"requested"_s << false;
        QTest::newRow("approved") << u"Approved"_s << u"approved"_s << false;
        QTest::newRow("granted") << u"Granted"_s << u"approved"_s << true;
        QTest::newRow("waits to be taken back") << u"ManualRevoke"_s << u"approved"_s << true;
        QTest::newRow("rejected") << u"Rejected"_s << u"rejected"_s << false;
        QTest::newRow("cancelled") << u"Cancelled"_s << u"rejected"_s << false;
        QTest::newRow("revoked") << u"Revoked"_s << u"approved"_s << false;
        QTest::newRow("of a newer server") << u"Delegated"_s << u"requested"_s << false;
    }
    void requestsAreAsTheTasksSay()
    {
        QFETCH(QString, word);
        FakeOpenMetadata f;
        offerOrders(f);
        f.lists[u"users"_s].append({{u"id"_s, u"1"_s}, {u"name"_s, u"anna"_s}, {u"email"_s, u"anna@x.org"_s}});
        f.lists[u"tasks/dataAccessRequests"_s].append(task(word));
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        QCOMPARE(run.got.value(u"accessRequest"_s), 1);
        const MeshPtr mesh = *f.workspace->load();
        QCOMPARE(mesh->agreements().size(), 1);
        const Agreement &agreement = mesh->agreements().first();
        QCOMPARE(agreement.id, requestId);
        QTEST(agreement.status, "status");
        QTEST(agreement.active, "active");
        QCOMPARE(agreement.product, u"Orders"_s);
        QCOMPARE(agreement.port, portOfOrders);
        QCOMPARE(agreement.requestedBy, u"anna@x.org"_s);
        QCOMPARE(agreement.columns, QStringList{u"id"_s});
    }

    void aRequestIsSentWithItsIdAndFoundByIt()
    {
        FakeOpenMetadata f;
        offerOrders(f);
        std::unique_ptr<RequestRoad> road = roadOf(f);
        const Agreement wanted = wantedOrders();
        QCOMPARE(road->find(wanted).error().code, Error::Code::NotFound);
        f.instead = [&](const QString &path, const QUrlQuery &) -> std::optional<Script> {
            return path == u"tasks" ? std::optional(said(201, task(u"Open"_s))) : std::nullopt;
        };
        QVERIFY(road->ask(wanted));
        const QJsonObject body = QJsonDocument::fromJson(f.server.seen().last().body).object();
        QCOMPARE(body[u"about"].toString(), u"<#E::table::crm.shop.public.t000>"_s);
        const QJsonObject payload = body[u"payload"].toObject();
        QCOMPARE(payload[u"ticketId"].toString(), requestId);
        QCOMPARE(payload[u"accessType"].toString(), u"ColumnLevel"_s);
        QCOMPARE(payload[u"reason"].toString(), u"Quarterly report"_s);
        f.lists[u"tasks/dataAccessRequests"_s].append(task(u"Open"_s));
        const Result<Agreement> found = road->find(wanted);
        QVERIFY(found);
        QCOMPARE(found->id, requestId);
        QCOMPARE(found->port, portOfOrders);
    }

    void decisionsAreWhatTheWorkflowOffers()
    {
        FakeOpenMetadata f;
        offerOrders(f);
        f.lists[u"tasks/dataAccessRequests"_s].append(task(u"Open"_s));
        std::unique_ptr<RequestRoad> road = roadOf(f);
        const Agreement now = *road->find(wantedOrders());
        int looks = 0; // the workflow takes its time
        f.instead = [&](const QString &path, const QUrlQuery &) -> std::optional<Script> {
            if (path == u"tasks/task-1") {
                QJsonObject open = task(u"Open"_s);
                if (++looks < 3)
                    open.insert(u"availableTransitions"_s, QJsonArray());
                return said(200, open);
            }
            return path == u"tasks/task-1/resolve" ? std::optional(said(200, task(u"Approved"_s))) : std::nullopt;
        };
        QVERIFY(road->take(now, {RequestStep::Approve, u"elif"_s, u"welcome"_s, {}}));
        const QJsonObject body = QJsonDocument::fromJson(f.server.seen().last().body).object();
        QCOMPARE(body[u"transitionId"].toString(), u"approve"_s);
        QCOMPARE(body[u"comment"].toString(), u"welcome"_s);
        QCOMPARE(road->take(now, {RequestStep::Reject, u"elif"_s, {}, {}}).error().code, Error::Code::Usage);
        const Result<void> revoked = road->take(now, {RequestStep::Revoke, u"elif"_s, u"over"_s, {}});
        QCOMPARE(revoked.error().code, Error::Code::Refused);
        QVERIFY2(revoked.error().text.contains(u"Approve it"), qUtf8Printable(revoked.error().text));
        QVERIFY(!road->whyNot(RequestStep::Extend).isEmpty());
        QVERIFY(!road->whyNot(RequestStep::GiveBack).isEmpty());
    }

    void anOlderServerSaysThatItTakesNoRequests()
    {
        FakeOpenMetadata f;
        f.isOld = true;
        const Result<Agreement> found = roadOf(f)->find(wantedOrders());
        QCOMPARE(found.error().code, Error::Code::Usage);
        QVERIFY2(found.error().text.contains(u"2.0"), qUtf8Printable(found.error().text));
    }
};

MESHSCOPE_TEST(TestOpenMetadataRequests)
#include "tst_openmetadatarequests.moc"
