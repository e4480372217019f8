#include "tests/catalogs/shop.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;

namespace {

const QByteArray good = R"({"id":"b","parts":[{"name":"x"}]})";

/// Lists three goods, the second of them as it is told to.
struct Goods {
    QByteArray second = good;
    QByteArray third = R"({"id":"c","parts":null})";
    Shop shop{
        [this](const SeenRequest &) { return Script::json("{\"goods\":[{\"id\":\"a\"},\n" + second + ',' + third + "]}"); }};

    /// What was found out of what is listed now.
    [[nodiscard]] Outcome read()
    {
        shop.sink.publish();
        const Result<Outcome> outcome = shop.read(true);
        return outcome ? *outcome : Outcome{{}, {}, false, outcome.error().text, {}};
    }
};

/// Lists one good, and tells of it as it is told to.
struct Detail {
    QByteArray answer = good;
    int revision = 1;
    Shop shop{[this](const SeenRequest &request) {
        return Script::json(
            request.target.startsWith("/goods?")
                ? QByteArray(R"({"goods":[{"id":"b","rev":"%1"}]})").replace("%1", QByteArray::number(revision))
                : answer);
    }};

    [[nodiscard]] Outcome read()
    {
        shop.sink.publish();
        const Result<Outcome> outcome = shop.read(true, true);
        return outcome ? *outcome : Outcome{{}, {}, false, outcome.error().text, {}};
    }
};

bool names(const QString &text, const QStringList &words)
{
    return std::all_of(words.cbegin(), words.cend(), [&](const QString &word) { return text.contains(word); });
}

} // namespace

/// Answers in which something is not what it should be: once, and for ever.
class TestPagedDamage : public QObject {
    Q_OBJECT
private slots:
    /// What an item should be and is not takes nothing's place; the others go on.
    void anItemThatIsDamagedKeepsWhatWasKnown_data()
    {
        QTest::addColumn<QByteArray>("damaged");
        QTest::newRow("a text for a list") << QByteArray(R"({"id":"b","parts":"none"})");
        QTest::newRow("a text for an item") << QByteArray(R"({"id":"b","parts":["none"]})");
        QTest::newRow("null for an item") << QByteArray(R"({"id":"b","parts":[null]})");
        QTest::newRow("a list for an item") << QByteArray(R"({"id":"b","parts":[["x"]]})");
    }
    void anItemThatIsDamagedKeepsWhatWasKnown()
    {
        QFETCH(QByteArray, damaged);
        Goods goods;
        QVERIFY(goods.read().complete);
        QCOMPARE(goods.shop.sink.datasets, 3);
        goods.second = damaged;
        const Outcome outcome = goods.read();
        QVERIFY(!outcome.complete);
        QVERIFY2(names(outcome.missing, {u"“parts"_s, u"“b”"_s}), qUtf8Printable(outcome.missing));
        QCOMPARE(outcome.got.value(u"good"_s), 3);
        QCOMPARE(goods.shop.sink.old, QStringList{u"goods"_s});
        QCOMPARE(goods.shop.sink.datasets, 2);
        goods.second = good;
        QVERIFY(goods.read().complete);
        QCOMPARE(goods.shop.sink.columns, QStringList{u"x"_s});
        QCOMPARE(goods.shop.sink.issues, Issues());
        goods.second = damaged; // it was well in between
        QVERIFY(!goods.read().complete);
    }
    /// A server that was made a newer one tells it so for ever.
    void anItemThatIsDamagedTheSameTwiceIsBelieved_data() { anItemThatIsDamagedKeepsWhatWasKnown_data(); }
    void anItemThatIsDamagedTheSameTwiceIsBelieved()
    {
        QFETCH(QByteArray, damaged);
        Goods goods;
        QVERIFY(goods.read().complete);
        goods.second = damaged;
        QVERIFY(!goods.read().complete);
        for (const char *const third : {R"({"id":"c"})", R"({"id":"c"})", R"({"id":"c","parts":[{"name":"y"}]})"}) {
            goods.third = third; // what else is on the page may change
            const Outcome outcome = goods.read();
            QVERIFY2(outcome.complete, qUtf8Printable(outcome.missing));
            QCOMPARE(goods.shop.sink.old, QStringList());
            QCOMPARE(goods.shop.sink.datasets, 3);
            QCOMPARE(goods.shop.sink.issues.size(), 1);
            const Issue issue = goods.shop.sink.issues.first();
            QCOMPARE(issue.severity, Issue::Severity::Warning);
            QVERIFY2(names(issue.text, {u"“parts"_s, u"“b”"_s}), qUtf8Printable(issue.text));
        }
        QVERIFY(goods.shop.sink.columns.contains(u"y"_s));
        goods.second = good;
        QVERIFY(goods.read().complete);
        QCOMPARE(goods.shop.sink.columns, QStringList({u"x"_s, u"y"_s}));
        QCOMPARE(goods.shop.sink.issues, Issues());
        QVERIFY(goods.read().complete);
        QCOMPARE(goods.shop.sink.same, QStringList{u"goods"_s});
    }
    void anItemThatIsDamagedOtherwiseEachTimeIsNot()
    {
        Goods goods;
        QVERIFY(goods.read().complete);
        for (int i = 0; i < 4; ++i) {
            goods.second = QByteArray(R"({"id":"b","parts":"none %1"})").replace("%1", QByteArray::number(i));
            QVERIFY(!goods.read().complete);
            QCOMPARE(goods.shop.sink.old, QStringList{u"goods"_s});
            QCOMPARE(goods.shop.sink.datasets, 2);
        }
    }
    /// One that is believed is no reason to believe the next.
    void ofTwoThatAreDamagedTheNewOneIsNotBelieved()
    {
        Goods goods;
        QVERIFY(goods.read().complete);
        goods.second = R"({"id":"b","parts":"none"})";
        QVERIFY(!goods.read().complete);
        goods.third = R"({"id":"c","parts":"none"})";
        const Outcome outcome = goods.read();
        QVERIFY(!outcome.complete);
        QVERIFY2(names(outcome.missing, {u"“c”"_s}) && !names(outcome.missing, {u"“b”"_s}), qUtf8Printable(outcome.missing));
        QCOMPARE(goods.shop.sink.datasets, 2);
        QCOMPARE(goods.shop.sink.old, QStringList{u"goods"_s});
        QVERIFY(goods.read().complete);
        QCOMPARE(goods.shop.sink.datasets, 3);
    }
    /// Of a list of which it is known that it lacks something, pages are handed over though they are as they were.
    void aListThatLacksSomethingBelievesWhatIsTheSameTwice()
    {
        Goods goods;
        QVERIFY(goods.read().complete);
        goods.second = R"({"id":"b","parts":"none"})";
        goods.third = "null";
        for (int i = 0; i < 3; ++i) {
            const Outcome outcome = goods.read();
            QVERIFY(!outcome.complete);
            QCOMPARE(names(outcome.missing, {u"“b”"_s}), i == 0);
            QCOMPARE(goods.shop.sink.issues.size(), i == 0 ? 0 : 1);
        }
    }
    void whatWasNeverKnownIsReadAsItIs()
    {
        Goods goods;
        goods.second = R"({"id":"b","parts":3})";
        QVERIFY(!goods.read().complete);
        QCOMPARE(goods.shop.sink.datasets, 3);
        QCOMPARE(goods.shop.sink.old, QStringList());
        QVERIFY(goods.read().complete);
        QCOMPARE(goods.shop.sink.datasets, 3);
        QCOMPARE(goods.shop.sink.issues.size(), 1);
    }
    void aSingleAnswerThatIsDamagedTheSameTwiceIsBelieved()
    {
        Detail detail;
        QVERIFY(detail.read().complete);
        detail.answer = R"({"id":"b","parts":["y",{"name":"z"}]})";
        detail.revision = 2;
        const Outcome once = detail.read();
        QVERIFY(!once.complete);
        QCOMPARE(detail.shop.sink.old, QStringList{u"goods/b"_s});
        QCOMPARE(once.got.value(u"detail"_s), 0);
        const Outcome twice = detail.read();
        QVERIFY2(twice.complete, qUtf8Printable(twice.missing));
        QCOMPARE(twice.got.value(u"detail"_s), 1);
        QVERIFY(detail.shop.sink.columns.contains(u"z"_s));
        QCOMPARE(detail.shop.sink.issues.size(), 1);
        QVERIFY2(names(detail.shop.sink.issues.first().text, {u"parts[0]"_s}),
                 qUtf8Printable(detail.shop.sink.issues.first().text));
        QVERIFY(detail.read().complete); // it stands where it stood: nobody asks for it
        QCOMPARE(detail.shop.sink.changed, QStringList());
        detail.revision = 3;
        detail.answer = R"({"id":"b","size":1,"parts":["y",{"name":"z"}]})";
        QVERIFY(detail.read().complete);
        QVERIFY(detail.shop.sink.changed.contains(u"goods/b"_s));
    }
    void aSingleAnswerThatIsDamagedOtherwiseEachTimeIsNot()
    {
        Detail detail;
        QVERIFY(detail.read().complete);
        for (const char *const answer : {R"({"parts":"y"})", R"({"parts":7})", R"({"parts":["y"]})"}) {
            detail.answer = answer;
            ++detail.revision;
            QVERIFY(!detail.read().complete);
            QCOMPARE(detail.shop.sink.old, QStringList{u"goods/b"_s});
        }
        detail.answer = good;
        ++detail.revision;
        QVERIFY(detail.read().complete);
        QCOMPARE(detail.shop.sink.columns, QStringList{u"x"_s}); // what was known counts as current again
    }
    /// Where a list goes on stands beside it: what cannot be read there is no end of the list.
    void aDamagedEndIsNone()
    {
        Shop shop([](const SeenRequest &) { return Script::json(R"({"goods":[{"id":"a"}],"paging":"b"})"); });
        const Result<Outcome> outcome = shop.read(true);
        QVERIFY(!outcome->complete);
        QVERIFY2(outcome->missing.contains(u"“paging”"_s), qUtf8Printable(outcome->missing));
    }

    void halfAnAnswerKeepsWhatWasKnown()
    {
        std::atomic<bool> isBroken = false;
        Shop shop([&](const SeenRequest &request) {
            if (request.target.startsWith("/goods?"))
                return Script::json(R"({"goods":[{"id":"a"},{"id":"b"}]})");
            return Script::json(isBroken && request.target == "/goods/b" ? R"({"id":)" : "{}");
        });
        QVERIFY(shop.read(true, true)->complete);
        shop.sink.publish();
        isBroken = true;
        const Result<Outcome> second = shop.read(true, true);
        QVERIFY(!second->complete);
        QCOMPARE(shop.sink.old, QStringList{u"goods/b"_s});
        QCOMPARE(second->got.value(u"detail"_s), 1);
        QCOMPARE(second->expected.value(u"detail"_s), 2);
    }
};

MESHSCOPE_TEST(TestPagedDamage)
#include "tst_pageddamage.moc"
