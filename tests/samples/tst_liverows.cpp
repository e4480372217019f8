#include "models/mesh/meshbuilder.h"
#include "models/samples/sample.h"

#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace meshscope;

namespace {

/// A dataset of a database with one personal column, and a contract elsewhere that names a server.
struct Fixture {
    Fixture()
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
        facts.name = u"db"_s;
        builder.add(facts, r);
        mesh = builder.build();
        node = mesh->find(u"db"_s, Kind::Dataset, dataset.id);
    }
    [[nodiscard]] SampleReader reader()
    {
        LiveRows live;
        live.offers = [this](const QString &endpoint) { return isOffered && endpoint == u"db"; };
        live.read = [this](const QString &, const QString &dataset, int, const LiveRows::IsCancelled &,
                           const LiveRows::Told &told) -> Result<DataRows> {
            asked.append(dataset);
            if (told)
                told(1, 2, u"running"_s);
            return answer;
        };
        return {[](const QString &) { return QStringList(); }, {}, "salt", live};
    }

    Server server{u"prod"_s, u"postgres"_s, {}, {}, {}};
    MeshPtr mesh;
    NodeId node;
    bool isOffered = true;
    QStringList asked;
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
