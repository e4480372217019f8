#include "models/mesh/meshbuilder.h"
#include "models/samples/sample.h"

#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace meshscope;

namespace {

/// A dataset of a database with one personal column, and a contract elsewhere that names a server; a catalog that keeps
/// rows knows it too, and comes first.
struct Fixture {
    explicit Fixture(bool hasKeeper = false)
    {
        Records r;
        Dataset dataset;
        dataset.id = u"postgres://db:5432/shop.crm.customer"_s;
        dataset.name = u"customer"_s;
        r.datasets = {dataset};
        Column id;
        id.dataset = dataset.id;
        id.path = u"id"_s;
        Column mail = id;
        mail.path = u"email"_s;
        mail.tags = {u"PII"_s};
        mail.ordinal = 1;
        r.columns = {id, mail};
        Contract contract;
        contract.id = u"c"_s;
        contract.servers = {server};
        r.contracts = {contract};
        r.datasets[0].contract = u"c"_s;
        auto details = std::make_shared<MemoryDetails>();
        details->add(u"db"_s, r);
        MeshBuilder builder(details);
        EndpointFacts facts;
        if (hasKeeper) {
            facts.name = u"keeper"_s;
            Records known;
            known.datasets = {dataset};
            known.datasets[0].properties = {{u"fullyQualifiedName"_s, u"crm.shop.customer"_s}};
            Port port;
            port.id = u"p/out/customers"_s;
            port.product = u"p"_s;
            port.datasets = {dataset.id};
            known.ports = {port};
            DataProduct product;
            product.id = u"p"_s;
            known.products = {product};
            builder.add(facts, known);
        }
        facts.name = u"db"_s;
        builder.add(facts, r);
        mesh = builder.build();
        node = mesh->find(u"db"_s, Kind::Dataset, dataset.id);
    }
    [[nodiscard]] SampleReader reader(const std::function<bool(const Mesh &, NodeId)> &mayUnmask = {})
    {
        LiveRows live;
        live.offers = [this](const QString &endpoint) {
            if (endpoint == u"db")
                return isOffered ? LiveRows::Rows::Live : LiveRows::Rows::None;
            return endpoint == u"keeper" && (isOffered || isKept) ? LiveRows::Rows::Kept : LiveRows::Rows::None;
        };
        live.read = [this](const QString &endpoint, const RowsRequest &request, const LiveRows::IsCancelled &,
                           const LiveRows::Told &told) -> Result<DataRows> {
            asked.append(request.dataset);
            requests.append(request);
            if (endpoint == u"keeper")
                return kept;
            if (told)
                told(1, 2, u"running"_s);
            return answer;
        };
        return {[](const QString &) { return QStringList(); }, mayUnmask, "salt", live};
    }

    Server server{u"prod"_s, u"postgres"_s, {}, {}, {}};
    MeshPtr mesh;
    NodeId node;
    bool isOffered = true;
    bool isKept = false;
    QStringList asked;
    QList<RowsRequest> requests;
    Result<DataRows> kept = DataRows{{{u"id"_s, {}}, {u"email"_s, u"text"_s, true}},
                                     {{u"1"_s, u"********"_s}},
                                     false,
                                     u"openmetadata"_s,
                                     u"crm.shop.customer"_s,
                                     {}};
    Result<DataRows> answer = DataRows{{{u"id"_s, u"bigint"_s}, {u"email"_s, u"text"_s}, {u"extra"_s, u"numeric(5,2)"_s}},
                                       {{u"1"_s, u"ann@example.org"_s, u"1.10"_s}, {u"2"_s, QString(), u"0.00"_s}},
                                       true,
                                       u"postgresql"_s,
                                       u"db:5432/shop.crm.customer"_s,
                                       {}};
};

} // namespace

/// Rows asked for where they live are masked as those of files are.
class TestLiveRows : public QObject {
    Q_OBJECT
private slots:
    void areMaskedLikeFiles()
    {
        Fixture f;
        const SampleReader reader = f.reader();
        QCOMPARE(reader.asks(*f.mesh, f.node), u"db"_s);
        QString said;
        const Result<Sample> sample =
            reader.read(*f.mesh, {f.node, 10, true}, {}, [&](qint64, qint64, const QString &what) { said = what; });
        QVERIFY2(sample, sample ? "" : qUtf8Printable(sample.error().text));
        QCOMPARE(f.asked, QStringList{u"postgres://db:5432/shop.crm.customer"_s});
        QCOMPARE(said, u"running"_s);
        QCOMPARE(sample->endpoint, u"db"_s);
        QCOMPARE(sample->columns[0].type, u"bigint"_s);
        QCOMPARE(sample->columns[1].masking, Masking::Partial); // unmasked was asked for, but nobody granted it
        QCOMPARE(sample->rows[0], (QStringList{u"1"_s, u"a•••@example.org"_s, u"1.10"_s}));
        QVERIFY(sample->rows[1][1].isNull());
        QVERIFY(sample->more);
        QVERIFY(!sample->columns[2].declared);
        QVERIFY(sample->issues.first().text.contains(u"extra"_s));
    }
    void aColumnNobodyKnowsMayBeThePersonalOne()
    {
        Fixture f;
        f.answer->columns[1].name = u"mail_address"_s; // renamed since the endpoint was read
        const Result<Sample> sample = f.reader().read(*f.mesh, {f.node, 10, false});
        QVERIFY(sample->rows[0][1] != u"ann@example.org");
    }
    void whatTheDatabaseRefusesIsSaid()
    {
        Fixture f;
        f.answer = fail(Error::Code::Refused, u"no SELECT"_s);
        const Result<Sample> sample = f.reader().read(*f.mesh, {f.node, 10, false});
        QCOMPARE(sample.error().code, Error::Code::Refused);
        QCOMPARE(sample.error().text, u"no SELECT"_s);
    }
    void whereRowsLiveComesBeforeWhoKeepsSome()
    {
        Fixture f(true);
        const SampleReader reader = f.reader();
        QCOMPARE(reader.asks(*f.mesh, f.node), u"db"_s);
        QVERIFY(!reader.asksForKept(*f.mesh, f.node));
        QCOMPARE(reader.read(*f.mesh, {f.node, 10, false})->kind, u"postgresql"_s);
        QCOMPARE(f.requests.size(), 1);
    }
    void whoKeepsRowsIsAskedWhereTheDatabaseRefuses()
    {
        Fixture f(true);
        f.answer = fail(Error::Code::Refused, u"no SELECT"_s);
        const Result<Sample> sample = f.reader().read(*f.mesh, {f.node, 10, false});
        QVERIFY2(sample, sample ? "" : qUtf8Printable(sample.error().text));
        QCOMPARE(sample->endpoint, u"keeper"_s);
        QCOMPARE(sample->kind, u"openmetadata"_s);
        // It is told what was read of the dataset there, and through what it is offered.
        const RowsRequest asked = f.requests.last();
        QCOMPARE(asked.rows, 10);
        QCOMPARE(asked.known.properties.value(0).value, u"crm.shop.customer"_s);
        QCOMPARE(asked.ports.size(), 1);
        QCOMPARE(asked.ports.first().product, u"p"_s);
        QVERIFY(f.requests.first().ports.isEmpty()); // the database knows no ports
    }
    void thatRowsAreOnlyKeptIsKnownBefore()
    {
        Fixture f(true);
        f.isOffered = false;
        f.isKept = true;
        const SampleReader reader = f.reader();
        QCOMPARE(reader.asks(*f.mesh, f.node), u"keeper"_s);
        QVERIFY(reader.asksForKept(*f.mesh, f.node));
    }
    void theBestPlaceSaysWhyThereIsNone()
    {
        Fixture f(true);
        f.answer = fail(Error::Code::Refused, u"no SELECT"_s);
        f.kept = fail(Error::Code::NotFound, u"none kept"_s);
        QCOMPARE(f.reader().read(*f.mesh, {f.node, 10, false}).error().text, u"no SELECT"_s);
        QCOMPARE(f.requests.size(), 2);
    }
    void whatIsHiddenThereIsHiddenHere()
    {
        Fixture f(true);
        f.answer = fail(Error::Code::Refused, u"no SELECT"_s);
        // Whoever may see it here sees no more than the catalog gives.
        const Result<Sample> sample = f.reader([](const Mesh &, NodeId) { return true; }).read(*f.mesh, {f.node, 10, true});
        QCOMPARE(sample->columns[1].masking, Masking::Hidden);
        QCOMPARE(sample->rows[0], (QStringList{u"1"_s, u"•••"_s}));
        QCOMPARE(sample->columns[0].masking, Masking::No);
        QCOMPARE(sample->columns[0].type, u"integer"_s); // the catalog does not say it
    }
    void nobodyIsAskedWhoOffersNothing()
    {
        Fixture f;
        f.isOffered = false;
        QVERIFY(f.reader().asks(*f.mesh, f.node).isEmpty());
        QVERIFY(!f.reader().read(*f.mesh, {f.node, 10, false}));
        QVERIFY(f.asked.isEmpty());
    }
};

MESHSCOPE_TEST(TestLiveRows)
#include "tst_liverows.moc"
