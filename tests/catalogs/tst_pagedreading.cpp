#include "tests/catalogs/knowledge.h"
#include "tests/catalogs/shop.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;

namespace {

/// Three goods a page, by cursor or offset; the last page but one is the last with goods.
Script pageOfMany(const SeenRequest &request, int pages)
{
    const QString after = queryOf(request, "after");
    const int begin = after.isEmpty() ? queryOf(request, "offset").toInt() : after.toInt();
    if (begin / 3 >= pages)
        return Script::json(pageOf({}, -1));
    const QString name = u"g%1"_s;
    return Script::json(pageOf({name.arg(begin), name.arg(begin + 1), name.arg(begin + 2)}, -1, QString::number(begin + 3)));
}

/// Five goods by cursor, the last page empty.
Script byCursor(const SeenRequest &request)
{
    const QString after = queryOf(request, "after");
    if (after.isEmpty())
        return Script::json(pageOf({u"a"_s, u"b"_s, u"c"_s}, -1, u"c"_s));
    return after == u"c" ? Script::json(pageOf({u"d"_s, u"e"_s}, -1, u"e"_s)) : Script::json(pageOf({}, -1));
}

} // namespace

/// Lists and single answers as any vendor's reading goes through them.
class TestPagedReading : public QObject {
    Q_OBJECT
private slots:
    void aListByCursorIsReadToItsEnd()
    {
        Shop shop(byCursor);
        const Result<Outcome> outcome = shop.read(true);
        QVERIFY(outcome && outcome->complete);
        QCOMPARE(outcome->got.value(u"good"_s), 5);
        QCOMPARE(outcome->expected.value(u"good"_s), 5);
        QCOMPARE(shop.sink.datasets, 5);
        QCOMPARE(shop.server.seen().size(), 3);
        shop.sink.publish();
        QVERIFY(shop.read(true)->complete);
        QCOMPARE(shop.sink.changed, QStringList());
        QCOMPARE(shop.sink.same.size(), 3);
    }

    void aCursorThatGoesRoundIsFoundOut_data()
    {
        QTest::addColumn<bool>("isOneCursor");
        QTest::newRow("the same cursor") << true;
        QTest::newRow("ever new cursors, nothing new") << false;
    }
    void aCursorThatGoesRoundIsFoundOut()
    {
        QFETCH(bool, isOneCursor);
        std::atomic<int> count = 0;
        Shop shop([&](const SeenRequest &) {
            return Script::json(pageOf({u"a"_s}, -1, isOneCursor ? u"x"_s : QString::number(++count)));
        });
        const Result<Outcome> outcome = shop.read(true);
        QVERIFY(outcome && !outcome->complete);
        QVERIFY2(outcome->missing.contains(u"does not end"_s), qUtf8Printable(outcome->missing));
        QCOMPARE(outcome->got.value(u"good"_s), 1);
    }

    /// One small page after another: a hundred thousand with MESHSCOPE_LONG.
    void aListOfManyPagesIsReadToItsEnd_data()
    {
        QTest::addColumn<bool>("byCursor");
        QTest::newRow("by cursor") << true;
        QTest::newRow("by offset") << false;
    }
    void aListOfManyPagesIsReadToItsEnd()
    {
        QFETCH(bool, byCursor);
        const int pages = qEnvironmentVariableIsSet("MESHSCOPE_LONG") ? 100'000 : 1'000;
        Shop shop([pages](const SeenRequest &request) { return pageOfMany(request, pages); });
        forgetPeakMemory();
        const qint64 memory = peakMemory();
        const Result<Outcome> outcome = shop.read(byCursor);
        QVERIFY2(outcome && outcome->complete, outcome ? qUtf8Printable(outcome->missing) : "failed");
        QCOMPARE(outcome->got.value(u"good"_s), 3 * pages);
        QVERIFY2(peakMemory() - memory < mostMemory, qPrintable(QString::number(peakMemory() - memory)));
    }
    void aListOfMorePagesThanAreReadSaysSo_data() { aListOfManyPagesIsReadToItsEnd_data(); }
    void aListOfMorePagesThanAreReadSaysSo()
    {
        QFETCH(bool, byCursor);
        Shop shop([](const SeenRequest &request) { return pageOfMany(request, std::numeric_limits<int>::max()); }, 50);
        const Result<Outcome> outcome = shop.read(byCursor);
        QVERIFY(outcome && !outcome->complete);
        QCOMPARE(outcome->got.value(u"good"_s), 150);
        QVERIFY2(outcome->missing.contains(u"http.pages"_s), qUtf8Printable(outcome->missing));
        QCOMPARE(shop.server.seen().size(), 50);
    }

    void aListByOffsetPassesOverWhatTheServerFailsOver()
    {
        const QStringList all{u"a"_s, u"b"_s, u"c"_s, u"d"_s};
        Shop shop([&](const SeenRequest &request) {
            const qsizetype offset = queryOf(request, "offset").toInt();
            const QStringList page = all.mid(offset, queryOf(request, "limit").toInt());
            return page.contains(u"b"_s) ? Script::answer(500, R"({"message":"oh"})") : Script::json(pageOf(page, 4));
        });
        const Result<Outcome> outcome = shop.read(false);
        QVERIFY(outcome && !outcome->complete);
        QCOMPARE(outcome->got.value(u"good"_s), 3);
        QVERIFY2(outcome->missing.contains(u"500"_s), qUtf8Printable(outcome->missing));
    }

    void aTotalThatIsNotReachedIsAskedForAgainAndTold_data()
    {
        QTest::addColumn<bool>("countsHidden");
        QTest::newRow("exact") << false;
        QTest::newRow("with what is hidden") << true;
    }
    void aTotalThatIsNotReachedIsAskedForAgainAndTold()
    {
        QFETCH(bool, countsHidden);
        Shop shop([](const SeenRequest &request) {
            return Script::json(queryOf(request, "offset") == u"0" ? pageOf({u"a"_s, u"b"_s, u"c"_s}, 5) : pageOf({}, 5));
        });
        shop.countsHidden = countsHidden;
        const Result<Outcome> outcome = shop.read(false);
        QVERIFY(outcome);
        QCOMPARE(outcome->complete, countsHidden);
        QCOMPARE(outcome->expected.value(u"good"_s), countsHidden ? 3 : 5);
        QCOMPARE(outcome->issues.size(), 1);
        QVERIFY2(outcome->issues.first().text.contains(u"2 more"_s), qUtf8Printable(outcome->issues.first().text));
        QCOMPARE(shop.server.seen().size(), 4);
    }

    void aRefusedListNamesWhatItTakes()
    {
        Shop shop([](const SeenRequest &) { return Script::answer(403, R"({"message":"no"})"); });
        const Result<Outcome> outcome = shop.read(true);
        QVERIFY(outcome && !outcome->complete);
        QVERIFY2(outcome->missing.contains(u"the right “browse”"_s), qUtf8Printable(outcome->missing));
    }

    void whatStandsWhereItStoodIsNotAskedForAgain()
    {
        Shop shop([](const SeenRequest &request) {
            return request.target.startsWith("/goods?") ? byCursor(request) : Script::json(R"({"id":1})");
        });
        QVERIFY(shop.read(true, true)->complete);
        const qsizetype first = shop.server.seen().size();
        QCOMPARE(first, 3 + 5);
        shop.sink.publish();
        const Result<Outcome> second = shop.read(true, true);
        QCOMPARE(second->got.value(u"detail"_s), 5);
        QCOMPARE(second->expected.value(u"detail"_s), 5);
        QCOMPARE(shop.server.seen().size() - first, 3);
        QCOMPARE(shop.sink.same.size(), 3 + 5);
    }

    void aTagIsSentBackAndNotModifiedCounts()
    {
        Shop shop([](const SeenRequest &request) {
            if (request.target.startsWith("/goods?"))
                return Script::json(R"({"goods":[{"id":"a"}]})");
            return request.header("If-None-Match") == "W/\"7\"" ? Script::answer(304, {})
                                                                : Script::answer(200, "{}", {{"ETag", "W/\"7\""}});
        });
        QCOMPARE(shop.read(true, true, true)->got.value(u"detail"_s), 1);
        shop.sink.publish();
        const Result<Outcome> second = shop.read(true, true, true);
        QVERIFY(second->complete);
        QCOMPARE(second->got.value(u"detail"_s), 1);
        QCOMPARE(shop.sink.same, QStringList({u"goods"_s, u"goods/a"_s}));
    }

    void whatIsGoneMeanwhileIsNoFaultAndManyOfItAre_data()
    {
        QTest::addColumn<QList<QByteArray>>("gone");
        QTest::addColumn<bool>("isComplete");
        QTest::newRow("one") << QList<QByteArray>{"/goods/b"} << true;
        QTest::newRow("most") << QList<QByteArray>{"/goods/a", "/goods/b", "/goods/c"} << false;
    }
    void whatIsGoneMeanwhileIsNoFaultAndManyOfItAre()
    {
        QFETCH(QList<QByteArray>, gone);
        QFETCH(bool, isComplete);
        Shop shop([&](const SeenRequest &request) {
            if (request.target.startsWith("/goods?"))
                return byCursor(request);
            return gone.contains(request.target) ? Script::answer(404, "{}") : Script::json("{}");
        });
        const Result<Outcome> outcome = shop.read(true, true);
        QVERIFY(outcome);
        QCOMPARE(outcome->complete, isComplete);
        QVERIFY(!outcome->issues.isEmpty());
    }
};

MESHSCOPE_TEST(TestPagedReading)
#include "tst_pagedreading.moc"
