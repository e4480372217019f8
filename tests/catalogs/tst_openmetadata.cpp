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

void fill(FakeOpenMetadata &f, int tables)
{
    for (int i = 0; i < tables; ++i)
        f.addTable(u"crm.shop.public.t%1"_s.arg(i, 3, 10, QChar(u'0')));
    f.addEdge(u"crm.shop.public.t000"_s, u"crm.shop.public.t001"_s,
              {QJsonObject{{u"fromColumns"_s, QJsonArray{u"crm.shop.public.t000.id"_s}},
                           {u"toColumn"_s, u"crm.shop.public.t001.id"_s},
                           {u"function"_s, u"sum(id)"_s}}});
}

qsizetype countOf(const QStringList &targets, const QString &part)
{
    return targets.filter(part).size();
}

const QString orders = u"postgres://db:5432/shop.public.t000"_s;

Script said(int status, const QJsonObject &body)
{
    return Script::answer(status, QJsonDocument(body).toJson(), {{"Content-Type", "application/json"}});
}

const QString requestId = u"6f1c2b1e-3c0e-4f52-9d55-0a7f3c1d2e4b"_s;
const QString portOfOrders = u"Orders/out/crm.shop.public.t000/-"_s;

/// A product with one output port, on a server that takes requests.
void offerOrders(FakeOpenMetadata &f)
{
    fill(f, 2);
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

struct RecordedAnswer {
    QString name;
    QUrl url;
    int status = 0;
    QJsonValue body;
};

/// Answers a real server of 1.6 gave.
QList<RecordedAnswer> recorded()
{
    const QString corpus =
        qEnvironmentVariable("MESHSCOPE_CORPUS", QStringLiteral(MESHSCOPE_SOURCE_DIR "/../shared/corpus"));
    const QDir dir(corpus + u"/openmetadata/live-responses/metamart-1.6.0-SNAPSHOT"_s);
    QList<RecordedAnswer> answers;
    for (const QString &name : dir.entryList({u"*.json"_s})) {
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
        const QString request = all.value(u"request"_s).toString();
        if (request.startsWith(u"GET "))
            answers.append({name, QUrl(request.mid(4)), all.value(u"status"_s).toInt(), all.value(u"body"_s)});
    }
    return answers;
}

/// A server of 1.6 that holds all that is in the recordings.
void play(FakeOpenMetadata &f, const QList<RecordedAnswer> &answers)
{
    f.isOld = true;
    f.version = "{}";
    f.refusedFields = {u"domains"_s, u"certification"_s, u"consumesFrom"_s, u"providesTo"_s, u"lifeCycle"_s};
    f.hasEvents = false;
    f.lists[u"services/databaseServices"_s].clear();
    const auto hold = [&](const QString &path, const QJsonObject &item) {
        for (QJsonObject &known : f.lists[path]) {
            if (known.value(u"id"_s) != item.value(u"id"_s))
                continue;
            for (auto field = item.begin(); field != item.end(); ++field) // asked for more, it says more
                known.insert(field.key(), field.value());
            return;
        }
        f.lists[path].append(item);
    };
    for (const RecordedAnswer &answer : answers) {
        const QString path = answer.url.path(QUrl::FullyDecoded).mid(8);
        const QJsonObject body = answer.body.toObject();
        if (answer.status != 200)
            continue;
        if (f.lists.contains(path)) {
            for (const QJsonValue &item : body.value(u"data"_s).toArray())
                hold(path, item.toObject());
        } else if (path.startsWith(u"tables/") && !path.endsWith(u"versions")) {
            hold(u"tables"_s, body);
        } else if (path.startsWith(u"domains/name") || path.startsWith(u"dataProducts/name")) {
            hold(path.section(u'/', 0, 0), body);
        } else if (path.startsWith(u"lineage/table/")) {
            f.answers.insert(u"lineage/table/"_s + body.value(u"entity"_s).toObject().value(u"id"_s).toString(), body);
        } else if (path.startsWith(u"usage/") || path.contains(u"testCaseResults")) {
            f.answers.insert(path, body);
        }
    }
}

} // namespace

/// An OpenMetadata endpoint from the first page to the last, with servers of several versions that do not always behave.
class TestOpenMetadata : public QObject {
    Q_OBJECT
private slots:
    void readsEverythingAndCountsIt()
    {
        FakeOpenMetadata f;
        fill(f, 450); // three pages
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
        fill(f, 300);
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
        fill(f, 300);
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
        fill(f, 10);
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
        fill(f, 10);
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
        fill(f, 10);
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
        fill(f, 10);
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
        fill(f, 3);
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
        fill(f, 3);
        f.add(u"dataProducts"_s, u"Orders"_s);
        const Run run = f.sync();
        QVERIFY2(run.state == Run::State::Complete, qUtf8Printable(run.missing));
        QCOMPARE(run.issues.size(), 1);
        QCOMPARE(run.issues[0].severity, Issue::Severity::Note);
    }

    void aServerThatFailsOverOneKindCostsThatKind()
    {
        FakeOpenMetadata f;
        fill(f, 3);
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
        fill(f, 3);
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
        fill(f, 3);
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
        fill(f, 3);
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
        fill(f, 1);
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
        fill(f, 1);
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
    }

    void anOlderServerSaysThatItTakesNoRequests()
    {
        FakeOpenMetadata f;
        f.isOld = true;
        const Result<Agreement> found = roadOf(f)->find(wantedOrders());
        QCOMPARE(found.error().code, Error::Code::Usage);
        QVERIFY2(found.error().text.contains(u"2.0"), qUtf8Printable(found.error().text));
    }

    void aWholeServerOfRecordingsIsRead()
    {
        const QList<RecordedAnswer> answers = recorded();
        if (answers.isEmpty())
            QSKIP("skipped: no corpus");
        FakeOpenMetadata f;
        play(f, answers);
        const Run first = f.sync();
        QVERIFY2(first.state == Run::State::Complete, qUtf8Printable(first.missing));
        QCOMPARE(first.got.value(u"table"_s), f.lists[u"tables"_s].size());
        QCOMPARE(first.got.value(u"domain"_s), f.lists[u"domains"_s].size());
        QVERIFY(first.got.value(u"columnEdge"_s) > 0);
        QVERIFY(first.got.value(u"measurement"_s) > 0);
        const MeshPtr mesh = *f.workspace->load();
        const NodeId table = mesh->find(u"om"_s, Kind::Dataset, u"snowflake_prod.ANALYTICS.marts.fct_price_04"_s);
        QVERIFY(table.isValid());
        QCOMPARE(mesh->dataset(table).domain, u"Logistics.Shipping.Customs"_s);
        const Run second = f.sync(); // without feed and histories every list is read
        QVERIFY(second.unchanged);
        QCOMPARE(second.got, first.got);
        QCOMPARE(countOf(f.asked(), u"lineage/"_s), 0);
    }

    /// Whatever was ever said may be said in the wrong place.
    void anyAnswerInPlaceOfAnyOtherLosesNothing()
    {
        const QList<RecordedAnswer> answers = recorded();
        if (answers.isEmpty())
            QSKIP("skipped: no corpus");
        FakeOpenMetadata f;
        fill(f, 3);
        f.setOption(u"full"_s, u"0"_s);
        QVERIFY(f.sync().state == Run::State::Complete);
        for (const RecordedAnswer &answer : answers) {
            if (answer.body.toObject().value(u"data"_s).isArray()) // a list: things there are
                continue;
            f.instead = [&](const QString &path, const QUrlQuery &) -> std::optional<Script> {
                if (path != u"tables" && !path.startsWith(u"lineage/"))
                    return {};
                const QByteArray body = answer.body.isString() ? answer.body.toString().toUtf8()
                                                               : QJsonDocument(answer.body.toObject()).toJson();
                return Script::answer(answer.status, body, {{"Content-Type", "application/json"}});
            };
            const Run run = f.sync();
            QVERIFY2(run.state == Run::State::Partial, qUtf8Printable(answer.name));
        }
        QVERIFY((*f.workspace->load())->find(u"om"_s, Kind::Dataset, orders).isValid());
        f.instead = {};
        QCOMPARE(f.sync().got.value(u"table"_s), 3);
    }
};

MESHSCOPE_TEST(TestOpenMetadata)
#include "tst_openmetadata.moc"
