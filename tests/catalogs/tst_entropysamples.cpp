#include "models/catalogs/entropy/samples.h"

#include "tests/catalogs/fakeentropy.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;

namespace {

const QString uuid = u"11111111-2222-4333-8444-555555555555"_s;
const QString otherUuid = u"66666666-2222-4333-8444-555555555555"_s;

/// A dataset of a contract that the port of a product offers.
RowsRequest requestOf(const QString &contract, const QString &product)
{
    RowsRequest request{contract + u"/orders"_s};
    request.known.id = request.dataset;
    request.known.name = u"orders"_s;
    request.known.contract = contract;
    request.known.properties = {{u"physicalName"_s, u"ORDERS_V1"_s}};
    Port port;
    port.id = product + u"/out/table/1.0.0"_s;
    port.name = u"table"_s;
    port.product = product;
    port.contract = contract;
    request.ports = {port};
    return request;
}

QJsonObject entryOf(const QString &id, const QString &contract, const QString &product, const QString &schema,
                    const QJsonValue &data)
{
    QJsonObject entry{{u"id"_s, id}, {u"dataProductId"_s, product}, {u"data"_s, data}};
    if (!contract.isEmpty())
        entry.insert(u"dataContractId"_s, contract);
    if (!schema.isEmpty())
        entry.insert(u"schemaName"_s, schema);
    return entry;
}

QJsonArray rowsOf(const QString &word)
{
    return {QJsonObject{{u"id"_s, word}, {u"n"_s, QJsonValue::Null}}};
}

struct Examples {
    FakeEntropy fake;
    [[nodiscard]] Result<DataRows> read(const RowsRequest &request) const
    {
        return (*makeConnector({u"dmm"_s, u"entropy"_s, fake.server.url().toString(), {{u"auth"_s, u"none"_s}}}))
            ->sample(request, {});
    }
};

std::optional<DataRows> exampleOf(const QByteArray &json, const RowsRequest &request, QStringList *others = nullptr)
{
    const Parsed parsed = parseDocuments(json, Syntax::Json);
    return exampleIn(parsed.documents.front(), request, others);
}

} // namespace

/// Example rows that Entropy Data keeps of products and contracts.
class TestEntropySamples : public QObject {
    Q_OBJECT
private slots:
    void keepsValuesAsTheyAreWritten()
    {
        const auto rows =
            exampleOf(R"([{"id":"e1","dataProductId":"p","dataContractId":"c","schemaName":"orders","data":[)"
                      R"({"id":9007199254740993,"price":1.10,"note":"","at":{"city":"Ulm","geo":{}},"tags":["a"]},)"
                      R"({"id":2,"price":12345678901234567890.5,"note":null,"more":true}]}])",
                      requestOf(u"c"_s, u"p"_s));
        QStringList names;
        for (const DataRows::Column &column : rows->columns)
            names.append(column.name);
        QCOMPARE(names, (QStringList{u"id"_s, u"price"_s, u"note"_s, u"at.city"_s, u"at.geo"_s, u"tags"_s, u"more"_s}));
        QCOMPARE(rows->rows[0],
                 (QStringList{u"9007199254740993"_s, u"1.10"_s, u""_s, u"Ulm"_s, u"{}"_s, u"[\"a\"]"_s, QString()}));
        QVERIFY(!rows->rows[0][2].isNull());
        QCOMPARE(rows->rows[1][1], u"12345678901234567890.5"_s);
        QVERIFY(rows->rows[1][2].isNull() && rows->rows[1][3].isNull());
        QCOMPARE(rows->kind, u"entropy"_s);
        QCOMPARE(rows->location, u"e1"_s);
        QVERIFY(!rows->more);
    }
    void asksByTheContractAlone()
    {
        Examples s;
        s.fake.put(u"example-data"_s, entryOf(u"e1"_s, uuid, otherUuid, u"orders"_s, rowsOf(u"mine"_s)));
        s.fake.put(u"example-data"_s, entryOf(u"e2"_s, uuid, otherUuid, u"lines"_s, rowsOf(u"other schema"_s)));
        s.fake.put(u"example-data"_s, entryOf(u"e3"_s, otherUuid, otherUuid, u"orders"_s, rowsOf(u"other contract"_s)));
        const Result<DataRows> rows = s.read(requestOf(uuid, otherUuid));
        QVERIFY2(rows, rows ? "" : qUtf8Printable(rows.error().text));
        QCOMPARE(rows->rows.size(), 1);
        QCOMPARE(rows->rows[0][0], u"mine"_s);
        QCOMPARE(s.fake.asked("GET", "example-data"), 1);
        QCOMPARE(s.fake.asked("GET", "dataContractId=" + uuid.toLatin1()), 1);
    }
    void idsThatAreNoUuidsAreLookedForInAll()
    {
        Examples s;
        s.fake.put(u"example-data"_s,
                   entryOf(u"e1"_s, u"orders-contract"_s, u"orders"_s, u"orders_v1"_s, rowsOf(u"mine"_s)));
        const Result<DataRows> rows = s.read(requestOf(u"orders-contract"_s, u"orders"_s));
        QVERIFY2(rows, rows ? "" : qUtf8Printable(rows.error().text));
        QCOMPARE(rows->rows[0][0], u"mine"_s);
        QCOMPARE(s.fake.asked("GET", "?"), 0);
    }
    void entriesOfAProductAreOfWhatItsPortOffers()
    {
        const RowsRequest request = requestOf(u"c"_s, u"p"_s);
        const QByteArray entries =
            R"([)"
            R"({"id":"1","dataProductId":"q","schemaName":"orders","data":[{"a":"other product"}]},)"
            R"({"id":"2","dataProductId":"p","outputPortId":"files","schemaName":"orders","data":[{"a":"other port"}]},)"
            R"({"id":"3","dataProductId":"p","schemaName":"lines","data":[{"a":"other schema"}]},)"
            R"({"id":"4","dataProductId":"p","data":{"a":"no schema"}},)"
            R"({"id":"5","dataProductId":"p","outputPortId":"table","schemaName":"Orders","data":[{"a":"one"}]},)"
            R"({"id":"6","dataProductId":"p","schemaName":"orders","data":{"a":"two"}}])";
        QStringList others;
        const auto rows = exampleOf(entries, request, &others);
        QCOMPARE(rows->rows, (QList<QStringList>{{u"one"_s}, {u"two"_s}}));
        QCOMPARE(rows->location, u"5, 6"_s);
        QCOMPARE(others, QStringList{u"lines"_s});
        // The contract's own are better than the product's.
        const auto own = exampleOf(R"([{"id":"1","dataProductId":"p","schemaName":"orders","data":[{"a":"product"}]},)"
                                   R"({"id":"2","dataProductId":"x","dataContractId":"c","data":[{"a":"contract"}]}])",
                                   request);
        QCOMPARE(own->rows[0][0], u"contract"_s);
    }
    void asManyRowsAsAreWanted()
    {
        RowsRequest request = requestOf(u"c"_s, u"p"_s);
        request.rows = 2;
        const auto rows = exampleOf(
            R"([{"id":"1","dataContractId":"c","schemaName":"orders","data":[{"a":1},{"a":2},{"a":3}]}])", request);
        QCOMPARE(rows->rows.size(), 2);
        QVERIFY(rows->more);
    }
    void noneIsASentence()
    {
        Examples s;
        s.fake.put(u"example-data"_s, entryOf(u"e"_s, uuid, otherUuid, u"lines"_s, rowsOf(u"x"_s)));
        const Result<DataRows> rows = s.read(requestOf(uuid, otherUuid));
        QCOMPARE(rows.error().code, Error::Code::NotFound);
        QVERIFY2(rows.error().text.contains(u"orders"_s) && rows.error().text.contains(u"lines"_s),
                 qUtf8Printable(rows.error().text));
    }
    void oddAnswersAreSentences_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("code");
        QTest::newRow("refused") << 403 << QByteArray("{}") << int(Error::Code::Refused);
        QTest::newRow("older server") << 404 << QByteArray("{}") << int(Error::Code::NotFound);
        QTest::newRow("no list") << 200 << QByteArray("{}") << int(Error::Code::Parse);
        QTest::newRow("web page") << 200 << QByteArray("<html>") << int(Error::Code::Parse);
        QTest::newRow("ill items") << 200
                                   << QByteArray(R"([null,7,"x",{"data":[[]]},{"dataContractId":{},"schemaName":[]}])")
                                   << int(Error::Code::NotFound);
    }
    void oddAnswersAreSentences()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, code);
        Examples s;
        s.fake.instead = [&](const SeenRequest &) {
            return Script::answer(status, body, {{"Content-Type", "application/json"}});
        };
        const Result<DataRows> rows = s.read(requestOf(uuid, otherUuid));
        QVERIFY(!rows);
        QCOMPARE(int(rows.error().code), code);
        QVERIFY(!rows.error().text.isEmpty());
        QVERIFY(status != 403 || rows.error().text.contains(u"permission"_s));
    }
};

MESHSCOPE_TEST(TestEntropySamples)
#include "tst_entropysamples.moc"
