#include "models/mesh/address.h"

#include "tests/support/testmain.h"

using namespace meshscope;

/// Addresses survive a round trip whatever an id holds.
class TestAddress : public QObject {
    Q_OBJECT
private slots:
    void roundTrips_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("plain") << "orders";
        QTest::newRow("slashes") << "postgres://h:5432/db.public.orders";
        QTest::newRow("percent") << "100%/a b";
        QTest::newRow("unicode") << QStringLiteral("Bücher/数据");
        QTest::newRow("unreserved") << "a-b._~";
    }
    void roundTrips()
    {
        QFETCH(QString, id);
        const Address address{QStringLiteral("shop"), Kind::Dataset, id};
        const Result<Address> read = Address::parse(address.toString());
        QVERIFY(read);
        QCOMPARE(*read, address);
        QCOMPARE(*Address::parse(address.toDeepLink()), address);
        QCOMPARE(address.toString().count(u'/'), 2);
    }
    void refusesWhatIsNone_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << "";
        QTest::newRow("one part") << "orders";
        QTest::newRow("unknown kind") << "shop/thing/orders";
        QTest::newRow("no id") << "shop/product/";
    }
    void refusesWhatIsNone()
    {
        QFETCH(QString, text);
        const Result<Address> read = Address::parse(text);
        QVERIFY(!read);
        QCOMPARE(read.error().code, Error::Code::Usage);
    }
};

MESHSCOPE_TEST(TestAddress)
#include "tst_address.moc"
