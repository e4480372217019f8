#include "models/catalogs/paged.h"

#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace meshscope;

namespace {

QByteArray print(const QByteArray &json, const QByteArray &salt = {})
{
    const Parsed parsed = parseDocuments(json, Syntax::Json);
    return fingerprint(parsed.documents.front(), salt);
}

ListingCheck checkOf(const QList<QStringList> &pages, const QList<int> &totals)
{
    ListingCheck check;
    for (qsizetype i = 0; i < pages.size(); ++i) {
        check.page(totals[i] < 0 ? std::optional<qint64>() : totals[i]);
        for (const QString &id : pages[i])
            check.saw(id);
    }
    return check;
}

} // namespace

/// What all connectors that read pages share.
class TestPaged : public QObject {
    Q_OBJECT
private slots:
    void fingerprintsMindContentNotOrder_data()
    {
        QTest::addColumn<QByteArray>("one");
        QTest::addColumn<QByteArray>("other");
        QTest::addColumn<bool>("isSame");
        QTest::newRow("fields") << QByteArray(R"({"a":1,"b":[1,2]})") << QByteArray(R"({ "b" : [2, 1], "a" : 1 })") << true;
        QTest::newRow("value") << QByteArray(R"({"a":1})") << QByteArray(R"({"a":2})") << false;
        QTest::newRow("type") << QByteArray(R"({"a":1})") << QByteArray(R"({"a":"1"})") << false;
        QTest::newRow("null") << QByteArray(R"({"a":null})") << QByteArray(R"({"a":""})") << false;
        QTest::newRow("name") << QByteArray(R"({"a":1})") << QByteArray(R"({"b":1})") << false;
        QTest::newRow("whose") << QByteArray(R"([{"a":1},{"b":2}])") << QByteArray(R"([{"a":2},{"b":1}])") << false;
        QTest::newRow("twice") << QByteArray(R"([1,1,2])") << QByteArray(R"([1,2,2])") << false;
        QTest::newRow("digits") << QByteArray("[9007199254740993]") << QByteArray("[9007199254740992]") << false;
    }
    void fingerprintsMindContentNotOrder()
    {
        QFETCH(QByteArray, one);
        QFETCH(QByteArray, other);
        QFETCH(bool, isSame);
        QCOMPARE(print(one) == print(other), isSame);
        QVERIFY(print(one) != print(one, "another reader"));
    }

    void fingerprintsMindEachByte()
    {
        QSet<QByteArray> prints;
        int texts = 0;
        for (int size = 0; size <= 40; ++size) {
            const QByteArray plain(size, 'a');
            prints.insert(print("[\"" + plain + "\"]"));
            ++texts;
            for (int i = 0; i < size; ++i, ++texts) {
                QByteArray other = plain;
                other[i] = 'b';
                prints.insert(print("[\"" + other + "\"]"));
            }
        }
        QCOMPARE(prints.size(), texts);
    }

    void aListingIsWholeWhenItAddsUp_data()
    {
        QTest::addColumn<QList<QStringList>>("pages");
        QTest::addColumn<QList<int>>("totals");
        QTest::addColumn<bool>("isWhole");
        const QStringList ab{u"a"_s, u"b"_s};
        QTest::newRow("all") << QList<QStringList>{ab, {u"c"_s}} << QList<int>{3, 3} << true;
        QTest::newRow("twice") << QList<QStringList>{ab, ab} << QList<int>{4, 4} << false;
        QTest::newRow("one short") << QList<QStringList>{ab} << QList<int>{3} << false;
        QTest::newRow("other total") << QList<QStringList>{ab, {u"c"_s}} << QList<int>{2, 3} << false;
        QTest::newRow("no total") << QList<QStringList>{ab, {u"c"_s}} << QList<int>{-1, -1} << true;
        QTest::newRow("nothing") << QList<QStringList>{{}} << QList<int>{0} << true;
    }
    void aListingIsWholeWhenItAddsUp()
    {
        QFETCH(QList<QStringList>, pages);
        QFETCH(QList<int>, totals);
        QFETCH(bool, isWhole);
        const ListingCheck check = checkOf(pages, totals);
        QCOMPARE(check.isWhole(), isWhole);
        const bool isSteady = totals.first() == totals.last();
        QCOMPARE(check.isSameAs(checkOf(pages, totals)), isSteady);
        QVERIFY(!check.isSameAs(checkOf({{u"z"_s}}, {1})));
    }

    void aTallyNamesWhatIsMissingOnce()
    {
        RunTally tally;
        tally.count(u"dataset"_s, 2);
        tally.count(u"dataset"_s, 3);
        tally.expect(u"dataset"_s, 6);
        tally.say(Issue::Severity::Note, u"by the way"_s);
        tally.lack(u"One is missing."_s, u"/x"_s);
        tally.lack(u"One is missing."_s, u"/x"_s);
        const Outcome outcome = tally.outcome();
        QVERIFY(!outcome.complete);
        QCOMPARE(outcome.missing, u"One is missing."_s);
        QCOMPARE(outcome.got.value(u"dataset"_s), 5);
        QCOMPARE(outcome.expected.value(u"dataset"_s), 6);
        QCOMPARE(outcome.issues.size(), 3);
    }

    void whatFailedAlikeIsSaidOnce()
    {
        RunTally tally;
        for (const QString &title : {u"tables"_s, u"topics"_s, u"tables"_s})
            tally.lackPart(title, u"The login was refused."_s, u"/"_s + title, u"a role that may read “%1”"_s.arg(title));
        tally.lackPart(u"pipelines"_s, u"The server was slow."_s, u"/pipelines"_s);
        for (const QString &title : {u"charts"_s, u"terms"_s, u"domains"_s})
            tally.lackPart(title, u"The login was refused."_s, u"/"_s + title);
        const Outcome outcome = tally.outcome();
        QVERIFY(!outcome.complete);
        QCOMPARE(outcome.issues.size(), 2);
        QCOMPARE(outcome.missing.count(u"The login was refused."_s), 1);
        QVERIFY2(outcome.missing.contains(u"tables, topics, charts and 2 more"_s), qUtf8Printable(outcome.missing));
        QVERIFY(outcome.missing.contains(u"may read “tables”; a role that may read “topics”"_s));
        QVERIFY(outcome.missing.contains(u"pipelines"_s));
        QVERIFY(outcome.missing.contains(outcome.issues.first().text));
        QCOMPARE(outcome.issues.first().where.url, u"/tables"_s);
    }
};

MESHSCOPE_TEST(TestPaged)
#include "tst_paged.moc"
