#include "ui/widgets/page.h"

#include "models/mesh/address.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace meshscope;

/// Where a page is survives being written down, with addresses that hold encoded slashes and percent signs.
class TestLocation : public QObject {
    Q_OBJECT
private slots:
    void roundTrips_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("plain") << u"orders"_s;
        QTest::newRow("slashes") << u"snowflake://account/db.schema.table"_s;
        QTest::newRow("percent") << u"100%25 & more?x=1#y"_s;
        QTest::newRow("plus") << u"a+b c"_s;
        QTest::newRow("unicode") << u"B\u00fccher \u6570"_s;
    }
    void roundTrips()
    {
        QFETCH(QString, id);
        Location location{u"lineage"_s, Address{u"shop"_s, Kind::Dataset, id}.toString(), {}};
        location.options.addQueryItem(u"up"_s, u"2"_s);
        location.add("selected", location.address);
        location.add("none", {});
        QVERIFY(!location.options.hasQueryItem(u"none"_s));
        const Location read = Location::parse(location.toString());
        QCOMPARE(read.view, location.view);
        QCOMPARE(read.address, location.address);
        QCOMPARE(read.options.queryItemValue(u"up"_s), u"2"_s);
        QCOMPARE(read.option("selected"), location.address);
        const Result<Address> address = Address::parse(read.address);
        QVERIFY(address);
        QCOMPARE(address->id, id);
    }
};

MESHSCOPE_TEST(TestLocation)
#include "tst_location.moc"
