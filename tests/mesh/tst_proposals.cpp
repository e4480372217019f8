#include "models/mesh/meshbuilder.h"
#include "models/mesh/proposals.h"

#include "tests/support/testmain.h"

#include <QElapsedTimer>

using namespace meshscope;
using namespace Qt::StringLiterals;

namespace {

Dataset datasetOf(const QString &ns, const QString &name)
{
    Dataset d;
    d.ns = ns;
    d.id = datasetId(ns, name);
    d.name = name;
    return d;
}

MeshPtr meshOf(const QList<std::pair<QString, Records>> &parts, const QList<MatchDecision> &decided = {})
{
    MeshBuilder builder(std::make_shared<MemoryDetails>());
    for (const auto &[name, records] : parts) {
        EndpointFacts facts;
        facts.name = name;
        builder.add(facts, records);
    }
    for (const MatchDecision &decision : decided)
        builder.confirm(decision.a, decision.b, decision.same);
    return builder.build();
}

Records withDataset(const QString &ns, const QString &name)
{
    Records records;
    records.datasets.append(datasetOf(ns, name));
    return records;
}

Records withProduct(const QString &id, const QString &name, const QString &domain)
{
    Records records;
    DataProduct p;
    p.id = id;
    p.name = name;
    p.domain = domain;
    records.products.append(p);
    return records;
}

} // namespace

/// What endpoints call differently and may be one thing.
class TestProposals : public QObject {
    Q_OBJECT
private slots:
    void nearlyAlikeDatasetsAreProposed_data()
    {
        QTest::addColumn<QString>("nsA");
        QTest::addColumn<QString>("nameA");
        QTest::addColumn<QString>("nsB");
        QTest::addColumn<QString>("nameB");
        QTest::addColumn<int>("reason"); // none below 0
        const auto row = [](const char *what, const QString &nsA, const QString &a, const QString &nsB, const QString &b,
                            int reason) { QTest::newRow(what) << nsA << a << nsB << b << reason; };
        const QString pg = u"postgres://db.shop.example:5432"_s;
        row("capitals", pg, u"shop.sales.orders"_s, pg, u"SHOP.Sales.ORDERS"_s, int(MatchReason::Case));
        row("quotes", pg, u"shop.sales.orders"_s, pg, u"\"shop\".\"sales\".\"orders\""_s, int(MatchReason::Quoting));
        row("usual port", pg, u"shop.sales.orders"_s, u"postgres://db.shop.example"_s, u"shop.sales.orders"_s,
            int(MatchReason::DefaultPort));
        row("usual schema", pg, u"shop.public.orders"_s, pg, u"shop.orders"_s, int(MatchReason::DefaultSchema));
        row("platform's other name", pg, u"shop.sales.orders"_s, u"postgresql://db.shop.example:5432"_s,
            u"shop.sales.orders"_s, int(MatchReason::Scheme));
        row("short host", pg, u"shop.sales.orders"_s, u"postgres://db:5432"_s, u"shop.sales.orders"_s,
            int(MatchReason::HostAlias));
        row("other server", pg, u"shop.sales.orders"_s, u"postgres://replica.example:5432"_s, u"shop.sales.orders"_s,
            int(MatchReason::SameTable));
        row("other port", pg, u"shop.sales.orders"_s, u"postgres://db.shop.example:6432"_s, u"shop.sales.orders"_s,
            int(MatchReason::DefaultPort));
        row("another table", pg, u"shop.sales.orders"_s, pg, u"shop.sales.returns"_s, -1);
        row("another platform", pg, u"shop.sales.orders"_s, u"mysql://db.shop.example:3306"_s, u"shop.sales.orders"_s, -1);
        row("a bare name elsewhere", u"kafka://a:9092"_s, u"orders"_s, u"kafka://b:9092"_s, u"orders"_s, -1);
    }
    void nearlyAlikeDatasetsAreProposed()
    {
        QFETCH(QString, nsA);
        QFETCH(QString, nameA);
        QFETCH(QString, nsB);
        QFETCH(QString, nameB);
        QFETCH(int, reason);
        const MeshPtr mesh = meshOf({{u"one"_s, withDataset(nsA, nameA)}, {u"two"_s, withDataset(nsB, nameB)}});
        const QList<Proposal> found = proposeMatches(*mesh, {});
        QCOMPARE(found.size(), reason < 0 ? 0 : 1);
        if (reason < 0)
            return;
        QVERIFY2(found[0].reasons.contains(MatchReason(reason)), qPrintable(found[0].why()));
        QVERIFY(!found[0].why().isEmpty());
        QCOMPARE(mesh->address(found[0].a).endpoint, u"one"_s);
        QCOMPARE(mesh->address(found[0].b).endpoint, u"two"_s);
    }

    void whatIsOneAlreadyOrOfOneEndpointIsNotProposed()
    {
        const QString pg = u"postgres://db.shop.example:5432"_s;
        QVERIFY(
            proposeMatches(*meshOf({{u"one"_s, withDataset(pg, u"a.b.c"_s)}, {u"two"_s, withDataset(pg, u"a.b.c"_s)}}), {})
                .isEmpty());
        Records both = withDataset(pg, u"a.b.c"_s);
        both.datasets.append(datasetOf(pg, u"A.B.C"_s)); // a server that tells capitals apart knows two
        QVERIFY(proposeMatches(*meshOf({{u"one"_s, both}}), {}).isEmpty());
        QVERIFY(proposeMatches(*meshOf({{u"one"_s, both}, {u"two"_s, withDataset(pg, u"A.b.C"_s)}}), {}).isEmpty());
    }

    void productsAreProposedByTheirNameAndDomain()
    {
        const MeshPtr mesh = meshOf({{u"one"_s, withProduct(u"p1"_s, u"Order events"_s, u"Sales"_s)},
                                     {u"two"_s, withProduct(u"77"_s, u"order  Events"_s, u"sales"_s)},
                                     {u"three"_s, withProduct(u"x"_s, u"Order events"_s, u"Logistics"_s)}});
        const QList<Proposal> found = proposeMatches(*mesh, {});
        QCOMPARE(found.size(), 3);
        QVERIFY(found[0].reasons.contains(MatchReason::SameDomain));
        QVERIFY(found[0].confidence > found[1].confidence);
        QCOMPARE(mesh->address(found[0].b).endpoint, u"two"_s);
    }

    void thingsWithoutADomainAreComparedByTheirNames()
    {
        QList<std::pair<QString, Records>> parts;
        for (const QString &endpoint : {u"one"_s, u"two"_s}) {
            Records records;
            Job job;
            job.id = endpoint + u"/load"_s;
            job.name = u"Load orders"_s;
            records.jobs.append(job);
            Party party;
            party.id = endpoint + u"-7"_s;
            party.name = u"Ann Field"_s;
            party.properties = {{u"e-mail"_s, u"Ann@shop.example"_s}};
            records.parties.append(party);
            parts.append({endpoint, records});
        }
        const QList<Proposal> found = proposeMatches(*meshOf(parts), {});
        QCOMPARE(found.size(), 2);
        QCOMPARE(found[0].reasons, QList<MatchReason>{MatchReason::SameMail});
        QCOMPARE(found[1].reasons, QList<MatchReason>{MatchReason::SameName});
    }

    void whatWasDecidedIsNotProposedAgain()
    {
        const QList<std::pair<QString, Records>> parts{{u"one"_s, withProduct(u"p1"_s, u"Orders"_s, {})},
                                                       {u"two"_s, withProduct(u"p2"_s, u"Orders"_s, {})}};
        const Address a{u"one"_s, Kind::Product, u"p1"_s};
        const Address b{u"two"_s, Kind::Product, u"p2"_s};
        QCOMPARE(proposeMatches(*meshOf(parts), {}).size(), 1);
        for (const bool same : {true, false}) {
            const MatchDecision decision{a, b, same, {}};
            const MeshPtr mesh = meshOf(parts, {decision});
            QCOMPARE(mesh->find(a) == mesh->find(b), same);
            QVERIFY(proposeMatches(*mesh, {decision}).isEmpty());
        }
    }

    void aHundredThousandDatasetsAreComparedByKeys()
    {
        QList<std::pair<QString, Records>> parts;
        for (const QString &name : {u"one"_s, u"two"_s, u"three"_s}) {
            Records records;
            for (int i = 0; i < 33'000; ++i)
                records.datasets.append(
                    datasetOf(u"snowflake://acme"_s, (name == u"two" ? u"DB.S.T%1"_s : u"db.s.t%1"_s).arg(i)));
            parts.append({name, records});
        }
        const MeshPtr mesh = meshOf(parts);
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(proposeMatches(*mesh, {}).size(), 33'000);
        qInfo("%lld ms", clock.elapsed());
    }
};

MESHSCOPE_TEST(TestProposals)
#include "tst_proposals.moc"
