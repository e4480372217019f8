#include "models/catalogs/pagedreading.h"

#include "tests/catalogs/knowledge.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;

namespace {

/// Remembers units as a workspace does from one published run to the next.
class MemorySink final : public RecordSink {
public:
    Result<void> original(OriginalFile file) override
    {
        m_hashes.insert(file.path, file.hash);
        return {};
    }
    Result<void> records(const QString &unit, Records records) override
    {
        changed.append(unit);
        datasets += records.datasets.size();
        return {};
    }
    Result<void> unchanged(const QString &unit) override
    {
        same.append(unit);
        return {};
    }
    Result<void> stale(const QString &unit, Issues) override
    {
        old.append(unit);
        return {};
    }
    QStringList units() const override { return m_published.keys(); }
    QByteArray knownHash(const QString &unit) const override { return m_published.value(unit); }
    QByteArray note(const QString &unit) const override { return m_notes.value(unit); }
    Result<void> setNote(const QString &unit, const QByteArray &note) override
    {
        m_newNotes.insert(unit, note);
        return {};
    }
    void publish()
    {
        m_published = m_hashes;
        m_notes.insert(m_newNotes);
        changed.clear();
        same.clear();
        old.clear();
        datasets = 0;
    }

    QStringList changed;
    QStringList same;
    QStringList old;
    qsizetype datasets = 0;

private:
    QHash<QString, QByteArray> m_hashes;
    QHash<QString, QByteArray> m_published;
    QHash<QString, QByteArray> m_notes;
    QHash<QString, QByteArray> m_newNotes;
};

/// A shop that lists its goods, and tells of each by itself.
class ShopReading : private PagedReading {
public:
    ShopReading(HttpClient &client, RecordSink &sink, const Progress &progress, bool byCursor, bool countsHidden)
        : PagedReading(client, sink, progress)
        , m_byCursor(byCursor)
        , m_countsHidden(countsHidden)
    {
    }
    [[nodiscard]] Result<Outcome> read(bool withDetails = false, bool hasTags = false)
    {
        QList<Thing> things;
        Listing listing{u"good"_s, u"goods"_s, u"goods"_s, 3};
        listing.needs = u"the right “browse”"_s;
        listing.countsHidden = m_countsHidden;
        listing.request = [this](const Place &place, qint64 count) {
            const std::pair<QString, QString> where =
                m_byCursor ? std::pair(u"after"_s, place.cursor) : std::pair(u"offset"_s, QString::number(place.offset));
            return HttpRequest::get(u"/goods"_s, {{u"limit"_s, QString::number(count)}, where});
        };
        listing.items = [](const Node &root) -> const Node & { return root["goods"]; };
        listing.id = [](const Node &item) { return item["id"].text(); };
        listing.total = [](const Node &root) { return root["total"].integer(); };
        if (m_byCursor)
            listing.cursor = [](const Node &root) {
                return root.has("next") ? root["next"].text() : root["paging"]["next"].text();
            };
        listing.records = [](const Node &root, const QString &) {
            Records records;
            for (const Node &item : root["goods"].items()) {
                if (!item.isMap())
                    continue;
                for (const Node &part : item["parts"].items()) {
                    records.columns.append(Column());
                    records.columns.last().path = part["name"].text();
                }
                records.datasets.append(Dataset());
            }
            return records;
        };
        listing.see = [&](const Node &item) {
            const QString id = item["id"].text();
            things.append({id, u"goods/"_s + id, item["rev"].text().toUtf8()});
        };
        if (const Result<void> done = list(listing); !done)
            return Failure(done.error());
        if (withDetails) {
            Details each{u"detail"_s, u"details"_s};
            each.hasTags = hasTags;
            each.request = [&](qsizetype index) { return HttpRequest::get(u'/' + things[index].unit); };
            each.records = [](qsizetype, const Node &, const QString &) { return Records(); };
            if (const Result<void> done = details(each, things); !done)
                return Failure(done.error());
        }
        return tally().outcome();
    }

private:
    bool m_byCursor;
    bool m_countsHidden;
};

QByteArray pageOf(const QStringList &ids, int total, const QString &next = {})
{
    QJsonArray goods;
    for (const QString &id : ids)
        goods.append(QJsonObject{{u"id"_s, id}, {u"rev"_s, u"1"_s}});
    QJsonObject page{{u"goods"_s, goods}};
    if (total >= 0)
        page.insert(u"total"_s, total);
    if (!next.isEmpty())
        page.insert(u"next"_s, next);
    return QJsonDocument(page).toJson();
}

QString queryOf(const SeenRequest &request, const char *name)
{
    return QUrlQuery(QUrl(QString::fromLatin1(request.target))).queryItemValue(QLatin1StringView(name));
}

struct Shop {
    explicit Shop(ScriptedServer::Answer answer, qint64 mostPages = 200'000)
        : server(std::move(answer))
    {
        HttpProfile profile;
        profile.endpoint = u"shop"_s;
        profile.base = server.url();
        profile.pages = mostPages;
        profile.proxy.kind = ProxySettings::Kind::None;
        client = std::move(*HttpClient::open(profile, {}));
    }
    Result<Outcome> read(bool byCursor, bool withDetails = false, bool hasTags = false)
    {
        const Progress progress;
        return ShopReading(*client, sink, progress, byCursor, countsHidden).read(withDetails, hasTags);
    }
    ScriptedServer server;
    std::unique_ptr<HttpClient> client;
    MemorySink sink;
    bool countsHidden = false;
};

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
        const QByteArray good = R"({"id":"b","parts":[{"name":"x"}]})";
        QByteArray second = good;
        Shop shop([&](const SeenRequest &) {
            return Script::json("{\"goods\":[{\"id\":\"a\"},\n" + second + ",{\"id\":\"c\",\"parts\":null}]}");
        });
        QVERIFY(shop.read(true)->complete);
        QCOMPARE(shop.sink.datasets, 3);
        shop.sink.publish();
        second = damaged;
        for (int i = 0; i < 2; ++i) { // it is read again until it is well, though it comes again as it was
            const Result<Outcome> outcome = shop.read(true);
            QVERIFY(!outcome->complete);
            QVERIFY2(outcome->missing.contains(u"“parts"_s) && outcome->missing.contains(u"“b”"_s),
                     qUtf8Printable(outcome->missing));
            QCOMPARE(outcome->got.value(u"good"_s), 3);
            QCOMPARE(shop.sink.old, QStringList{u"goods"_s});
            QCOMPARE(shop.sink.datasets, 2);
            shop.sink.publish();
        }
        second = good;
        QVERIFY(shop.read(true)->complete);
        QCOMPARE(shop.sink.changed, QStringList{u"goods"_s});
    }
    void whatWasNeverKnownIsReadAsItIs()
    {
        Shop shop([](const SeenRequest &) { return Script::json(R"({"goods":[{"id":"a","parts":3},{"id":"b"}]})"); });
        const Result<Outcome> outcome = shop.read(true);
        QVERIFY(!outcome->complete);
        QCOMPARE(shop.sink.datasets, 2);
        QCOMPARE(shop.sink.old, QStringList());
    }
    /// Where a list goes on stands beside it: what cannot be read there is no end of the list.
    void aDamagedEndIsNone()
    {
        Shop shop([](const SeenRequest &) { return Script::json(R"({"goods":[{"id":"a"}],"paging":"b"})"); });
        const Result<Outcome> outcome = shop.read(true);
        QVERIFY(!outcome->complete);
        QVERIFY2(outcome->missing.contains(u"“paging”"_s), qUtf8Printable(outcome->missing));
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

MESHSCOPE_TEST(TestPagedReading)
#include "tst_pagedreading.moc"
