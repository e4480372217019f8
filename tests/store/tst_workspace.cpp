#include "models/store/workspace.h"

#include "tests/store/storefixture.h"
#include "tests/support/testmain.h"

using namespace meshscope;
using namespace meshscope::test;

namespace {

Agreement fullAgreement()
{
    Agreement a;
    a.id = QStringLiteral("a1");
    a.description = QStringLiteral("as agreed");
    a.product = QStringLiteral("orders");
    a.port = QStringLiteral("*");
    a.consumerTeam = QStringLiteral("marketing");
    a.status = QStringLiteral("approved");
    a.active = true;
    a.from = QDate(2026, 1, 1);
    a.columns = {QStringLiteral("amount"), QStringLiteral("größe")};
    a.events.append({QDateTime(QDate(2026, 1, 2), QTime(3, 4), Qt::OffsetFromUTC, 7200), QStringLiteral("me"),
                     QStringLiteral("approved"), QStringLiteral("note"), QStringLiteral("here")});
    a.source = {QStringLiteral("a.yaml"), 10, 20, QStringLiteral("/x"), 3};
    return a;
}

Run ended(Run::State state)
{
    Run run;
    run.state = state;
    return run;
}

Records manyThings()
{
    Records r;
    Domain domain;
    domain.id = QStringLiteral("sales");
    domain.name = QStringLiteral("Sales");
    domain.owners = {{QStringLiteral("p1"), QStringLiteral("Ann"), QStringLiteral("owner"), QStringLiteral("ann@x.org")}};
    r.domains.append(domain);
    DataProduct p = product(QStringLiteral("orders"), QStringLiteral("sales"));
    p.alignment = DataProduct::Alignment::Consumer;
    p.isVirtual = true;
    p.price = {{QStringLiteral("amount"), QStringLiteral("1.10")}};
    p.source = {QStringLiteral("a.yaml"), 5, 50, QStringLiteral("/"), 2};
    r.products.append(p);
    Port out = port(QStringLiteral("orders"), QStringLiteral("table"));
    out.contract = QStringLiteral("c1");
    r.ports.append(out);
    Contract c;
    c.id = QStringLiteral("c1");
    c.standard = QStringLiteral("ODCS");
    c.servers = {{QStringLiteral("prod"),
                  QStringLiteral("postgres"),
                  QStringLiteral("p"),
                  QString(),
                  {{QStringLiteral("host"), QStringLiteral("h")}}}};
    c.roles = {{QStringLiteral("reader"), QStringLiteral("read"), QString(), {QStringLiteral("boss")}}};
    r.contracts.append(c);
    Dataset d = dataset(QStringLiteral("postgres://h/db.orders"));
    d.contract = QStringLiteral("c1");
    d.rowCount = 12;
    r.datasets.append(d);
    r.datasets.append(dataset(QStringLiteral("postgres://h/db.raw")));
    Column key = column(d.id, QStringLiteral("id"), QStringLiteral("integer"), 0);
    key.nullable = false;
    key.primaryKey = true;
    r.columns = {key, column(d.id, QStringLiteral("lines[]"), QStringLiteral("array"), 1),
                 column(d.id, QStringLiteral("lines[].sku"), QStringLiteral("string"), 2)};
    ServiceLevel level;
    level.id = QStringLiteral("l1");
    level.owner = QStringLiteral("c1");
    level.property = QStringLiteral("latency");
    level.value = QStringLiteral("4");
    level.unit = QStringLiteral("h");
    r.serviceLevels.append(level);
    QualityRule rule;
    rule.id = QStringLiteral("q1");
    rule.dataset = d.id;
    rule.contract = QStringLiteral("c1");
    rule.column = QStringLiteral("id");
    r.qualityRules.append(rule);
    r.columnLineage.append({QStringLiteral("postgres://h/db.raw"), QStringLiteral("k"), d.id, QStringLiteral("id"),
                            QStringLiteral("jobs/load"), QStringLiteral("DIRECT")});
    Measurement m;
    m.at = QDateTime(QDate(2026, 3, 4), QTime(5, 6), Qt::UTC);
    m.target = QStringLiteral("orders");
    m.targetKind = Kind::Product;
    m.property = QStringLiteral("latency");
    m.value = 3600;
    m.unit = QStringLiteral("s");
    m.source = QStringLiteral("probe");
    r.measurements.append(m);
    r.agreements.append(fullAgreement());
    return r;
}

} // namespace

/// What goes into a workspace comes out of it, now and after it is opened again.
class TestWorkspace : public QObject {
    Q_OBJECT
private slots:
    void keepsEveryField()
    {
        StoreFixture f;
        const Records records = manyThings();
        const Result<Run> run = publish(*f.workspace, {{QStringLiteral("a.yaml"), records}});
        QVERIFY(run);
        QCOMPARE(run->state, Run::State::Complete);
        f.reopen();
        const Result<MeshPtr> mesh = f.workspace->load();
        QVERIFY(mesh);
        const auto node = [&](Kind kind, const QString &id) { return (*mesh)->find(QStringLiteral("shop"), kind, id); };
        const NodeId orders = node(Kind::Product, QStringLiteral("orders"));
        QVERIFY(orders.isValid());
        QCOMPARE((*mesh)->product(orders), records.products[0]);
        QCOMPARE((*mesh)->domain(node(Kind::Domain, QStringLiteral("sales"))), records.domains[0]);
        QCOMPARE((*mesh)->contract(node(Kind::Contract, QStringLiteral("c1"))), records.contracts[0]);
        QCOMPARE((*mesh)->port(node(Kind::Port, records.ports[0].id)), records.ports[0]);
        QCOMPARE((*mesh)->dataset(node(Kind::Dataset, records.datasets[0].id)), records.datasets[0]);
        QCOMPARE((*mesh)->agreements().value(0), records.agreements[0]);
        QCOMPARE((*mesh)->agreements().value(0).events[0].at.offsetFromUtc(), 7200);
        QCOMPARE((*mesh)->allServiceLevels().value(0), records.serviceLevels[0]);
    }
    void readsDetailsOnDemand()
    {
        StoreFixture f;
        const Records records = manyThings();
        QVERIFY(publish(*f.workspace, {{QStringLiteral("a.yaml"), records}}));
        const auto details = f.workspace->details();
        const QString shop = QStringLiteral("shop");
        const QString orders = records.datasets[0].id;
        QCOMPARE(details->columns(shop, orders), records.columns);
        QVERIFY(details->columns(shop, QStringLiteral("nothing")).isEmpty());
        QCOMPARE(details->columnEdges(shop, orders), records.columnLineage);
        QCOMPARE(details->columnEdges(shop, records.datasets[1].id), records.columnLineage);
        QCOMPARE(details->qualityRules(shop, orders), records.qualityRules);
        QCOMPARE(details->qualityRules(shop, QStringLiteral("c1")), records.qualityRules);
        QCOMPARE(details->measurements(shop, QStringLiteral("orders"), {}, {}), records.measurements);
        QCOMPARE(details->measurements({}, {}, {}, {}), records.measurements);
        QVERIFY(details->measurements({}, {}, records.measurements[0].at.addSecs(1), {}).isEmpty());
        QCOMPARE(f.workspace->allColumns().size(), 3);
    }
    void countsWhatCounts()
    {
        StoreFixture f;
        const Result<Run> run = publish(*f.workspace, {{QStringLiteral("a.yaml"), manyThings()}});
        QVERIFY(run);
        const QHash<QString, qint64> expected{
            {QStringLiteral("domain"), 1},      {QStringLiteral("product"), 1},     {QStringLiteral("port"), 1},
            {QStringLiteral("contract"), 1},    {QStringLiteral("dataset"), 2},     {QStringLiteral("column"), 2},
            {QStringLiteral("job"), 0},         {QStringLiteral("lineageEdge"), 1}, {QStringLiteral("columnEdge"), 1},
            {QStringLiteral("measurement"), 1}, {QStringLiteral("request"), 1},     {QStringLiteral("term"), 0},
            {QStringLiteral("party"), 0}};
        QCOMPARE(run->got, expected);
        QCOMPARE(f.workspace->runs(QStringLiteral("shop")).value(0).got, expected);
    }
    void keepsOriginals()
    {
        StoreFixture f;
        QVERIFY(publish(*f.workspace, {{QStringLiteral("a.yaml"), manyThings()}}));
        QCOMPARE(f.workspace->original(QStringLiteral("shop"), QStringLiteral("a.yaml")).value_or(QByteArray()), "a.yaml");
        const auto missing = f.workspace->original(QStringLiteral("shop"), QStringLiteral("b.yaml"));
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, Error::Code::NotFound);
    }
    void keepsEndpointsInOrder()
    {
        StoreFixture f;
        StoredEndpoint other;
        other.name = QStringLiteral("dbt");
        other.kind = QStringLiteral("folder");
        other.options = {{QStringLiteral("dbt.domain"), QStringLiteral("folder")}};
        QVERIFY(f.workspace->addEndpoint(other));
        const auto again = f.workspace->addEndpoint(other);
        QVERIFY(!again);
        QCOMPARE(again.error().code, Error::Code::Usage);
        QCOMPARE(f.workspace->endpoints().size(), 2);
        QCOMPARE(f.workspace->endpoints()[1].options, other.options);
        other.position = -1;
        QVERIFY(f.workspace->updateEndpoint(other));
        QCOMPARE(f.workspace->endpoints()[0].name, other.name);
        QVERIFY(f.workspace->removeEndpoint(other.name, false));
        QVERIFY(!f.workspace->removeEndpoint(other.name, false));
        QCOMPARE(f.workspace->endpoints().size(), 1);
    }
    void beginsAnewAtAnotherPlace_data()
    {
        QTest::addColumn<QString>("location");
        QTest::addColumn<QString>("option");
        QTest::addColumn<bool>("isAnew");
        QTest::newRow("another address") << QStringLiteral("https://new.example") << QString() << true;
        QTest::newRow("read in another way") << QString() << QStringLiteral("domain") << true;
        QTest::newRow("over another road") << QString() << QStringLiteral("http.rate") << false;
        QTest::newRow("the same again") << QString() << QString() << false;
    }
    void beginsAnewAtAnotherPlace()
    {
        QFETCH(const QString, location);
        QFETCH(const QString, option);
        QFETCH(const bool, isAnew);
        StoreFixture f;
        const QString shop = QStringLiteral("shop");
        const QString unit = QStringLiteral("api/products");
        {
            const auto run = f.workspace->beginRun(shop);
            QVERIFY(run);
            QVERIFY((*run)->original(unit, "bytes", "hash"));
            QVERIFY((*run)->records(unit, manyThings()));
            QVERIFY((*run)->setNote(unit, "etag"));
            QVERIFY((*run)->publish(ended(Run::State::Complete)));
        }
        const auto before = f.workspace->beginRun(shop); // reads while it is changed
        QVERIFY(before);
        QCOMPARE((*before)->note(unit), "etag");
        QVERIFY((*before)->unchanged(unit));
        StoredEndpoint endpoint = f.workspace->endpoints().value(0);
        if (!location.isEmpty())
            endpoint.location = location;
        if (!option.isEmpty())
            endpoint.options.insert(option, QStringLiteral("7"));
        QVERIFY(f.workspace->updateEndpoint(endpoint));
        const Result<Run> late = (*before)->publish(ended(Run::State::Complete));
        QCOMPARE(late.has_value(), !isAnew); // else it would bring the notes of the place before back
        if (!late)
            QVERIFY((*before)->abandon(ended(Run::State::Failed)));
        const auto next = f.workspace->beginRun(shop);
        QVERIFY(next);
        QCOMPARE((*next)->note(unit), isAnew ? QByteArray() : QByteArray("etag"));
        QCOMPARE((*next)->knownHash(unit), isAnew ? QByteArray() : QByteArray("hash"));
        QVERIFY((*next)->abandon(ended(Run::State::Failed))); // the new server is ill: nothing is lost
        QCOMPARE((*f.workspace->load())->nodes(Kind::Product).size(), size_t(1));
    }
    void removesAnEndpointWithAllItHeld()
    {
        StoreFixture f;
        QVERIFY(publish(*f.workspace, {{QStringLiteral("a.yaml"), manyThings()}}));
        QVERIFY(f.workspace->removeEndpoint(QStringLiteral("shop"), false));
        QCOMPARE((*f.workspace->load())->nodes(Kind::Product).size(), size_t(0));
        QVERIFY(f.workspace->allColumns().isEmpty());
    }
    void keepsRequestsAuditAndSettings()
    {
        StoreFixture f;
        StoredRequest request{QStringLiteral("r1"),
                              QStringLiteral("shop"),
                              QStringLiteral("shop/port/x"),
                              QStringLiteral("draft"),
                              "{}",
                              QDateTime(QDate(2026, 5, 6), QTime(7, 8), Qt::UTC)};
        QVERIFY(f.workspace->putRequest(request));
        request.state = QStringLiteral("sent");
        QVERIFY(f.workspace->putRequest(request));
        QVERIFY(f.workspace->appendAudit({0, "body", "", "hash", "signature", "key"}));
        QVERIFY(!f.workspace->appendAudit({5, "body", "", "hash", "signature", "key"}));
        QVERIFY(f.workspace->setSetting(QStringLiteral("depth"), QVariantMap{{QStringLiteral("up"), 3}}));
        f.reopen();
        QCOMPARE(f.workspace->requests(), {request});
        QCOMPARE(f.workspace->audit().size(), 1);
        QCOMPARE(f.workspace->audit()[0].hash, "hash");
        QCOMPARE(f.workspace->setting(QStringLiteral("depth")).toMap().value(QStringLiteral("up")).toInt(), 3);
        QCOMPARE(f.workspace->setting(QStringLiteral("none"), 7).toInt(), 7);
        QVERIFY(f.workspace->removeRequest(request.id));
        QVERIFY(f.workspace->requests().isEmpty());
    }
    void takesWordsOfStrangersAsWords()
    {
        StoreFixture f;
        Records r;
        r.products.append(product(QStringLiteral("x'); DROP TABLE entity; --")));
        r.products.append(product(QStringLiteral("<b>\n\x01 \u202e</b>")));
        QVERIFY(publish(*f.workspace, {{QStringLiteral("o'; DELETE FROM unit; --.yaml"), r}}));
        const MeshPtr mesh = *f.workspace->load();
        for (const DataProduct &p : std::as_const(r.products))
            QVERIFY(mesh->find(QStringLiteral("shop"), Kind::Product, p.id).isValid());
    }
    void movesItsGenerationWithWhatReadersSee()
    {
        StoreFixture f;
        const qint64 first = f.workspace->generation();
        QVERIFY(publish(*f.workspace, {{QStringLiteral("a.yaml"), manyThings()}}));
        const qint64 second = f.workspace->generation();
        QVERIFY(second > first);
        QVERIFY(publish(*f.workspace, {{QStringLiteral("a.yaml"), manyThings()}}));
        QCOMPARE(f.workspace->generation(), second);
    }
};

MESHSCOPE_TEST(TestWorkspace)
#include "tst_workspace.moc"
