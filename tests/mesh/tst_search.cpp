#include "models/mesh/searchindex.h"
#include "models/mesh/searchtext.h"

#include "tests/support/samplemesh.h"
#include "tests/support/testmain.h"

using namespace meshscope;
using namespace meshscope::test;

namespace {
SearchIndex sampleIndex()
{
    const SampleMesh s = makeSample();
    return SearchIndex(s.mesh, s.columns);
}

QStringList names(const SearchIndex::Answer &answer)
{
    QStringList result;
    for (const SearchIndex::Hit &h : answer.hits)
        result.append(kindWord(h.kind) + u':' + h.name);
    return result;
}

DataProduct product(const QString &id, const QString &name, const QString &description = {})
{
    DataProduct p;
    p.id = id;
    p.name = name;
    p.description = description;
    return p;
}

SearchIndex indexOf(const QList<DataProduct> &products)
{
    Records r;
    r.products = products;
    return SearchIndex(meshOf(r), {});
}

/// Restricted edit distance of `typed` to the nearest beginning of `word`, the slow way.
bool naivelyWithinOne(const QString &typed, const QString &word)
{
    for (qsizetype length = 0; length <= word.size(); ++length) {
        const QString part = word.left(length);
        QList<QString> edited;
        for (qsizetype i = 0; i < typed.size(); ++i) {
            edited.append(QString(typed).remove(i, 1));
            if (i + 1 < typed.size()) {
                QString t = typed;
                std::swap(t[i], t[i + 1]);
                edited.append(t);
            }
        }
        if (edited.contains(part))
            return true;
        for (qsizetype i = 0; i < part.size(); ++i) {
            if (QString(part).remove(i, 1) == typed)
                return true;
            if (part.size() == typed.size() && QString(part).remove(i, 1) == QString(typed).remove(i, 1))
                return true;
        }
    }
    return false;
}
} // namespace

/// Search finds as one types, best first, and says why.
class TestSearch : public QObject {
    Q_OBJECT
private slots:
    void wordsPartAtSeparatorsAndHumps_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("snake") << "customer_id" << QStringList({"customer", "id"});
        QTest::newRow("camel") << "shippedAt" << QStringList({"shipped", "at"});
        QTest::newRow("acronym") << "HTTPServerLog" << QStringList({"http", "server", "log"});
        QTest::newRow("path") << "db.sales-raw/orders v2" << QStringList({"db", "sales", "raw", "orders", "v2"});
        QTest::newRow("marks") << QStringLiteral("Núñez Łódź STRASSE Straße")
                               << QStringList({"nunez", "lodz", "strasse", "strasse"});
        QTest::newRow("nothing") << "<>%_--" << QStringList();
        QTest::newRow("unspaced") << QStringLiteral("客户表")
                                  << QStringList({QStringLiteral("客户表"), QStringLiteral("户表"), QStringLiteral("表")});
    }
    void wordsPartAtSeparatorsAndHumps()
    {
        QFETCH(QString, text);
        QTEST(searchWords(text), "words");
    }
    void onlyOneErrorIsForgiven_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("match");
        QTest::newRow("same") << "orders"
                              << "orders" << int(WordMatch::Exact);
        QTest::newRow("prefix") << "ord"
                                << "orders" << int(WordMatch::Prefix);
        QTest::newRow("missing") << "custmer"
                                 << "customer" << int(WordMatch::Typo);
        QTest::newRow("extra") << "custtomer"
                               << "customer" << int(WordMatch::Typo);
        QTest::newRow("other") << "cuztomer"
                               << "customer" << int(WordMatch::Typo);
        QTest::newRow("swapped") << "cusotmer"
                                 << "customer" << int(WordMatch::Typo);
        QTest::newRow("first letter") << "vustomer"
                                      << "customer" << int(WordMatch::Typo);
        QTest::newRow("as one types") << "custme"
                                      << "customers" << int(WordMatch::Typo);
        QTest::newRow("too short") << "odrs"
                                   << "orders" << int(WordMatch::None);
        QTest::newRow("two errors") << "cuztomrr"
                                    << "customers" << int(WordMatch::None);
    }
    void onlyOneErrorIsForgiven()
    {
        QFETCH(QString, typed);
        QFETCH(QString, word);
        QTEST(int(matchWord(typed, word)), "match");
    }
    void typosAgreeWithTheSlowWay()
    {
        quint32 seed = 7;
        const auto letters = [&](int length) {
            QString s;
            for (int i = 0; i < length; ++i) {
                seed = seed * 1664525u + 1013904223u;
                s += QChar(u'a' + char16_t((seed >> 16) % 3));
            }
            return s;
        };
        for (int round = 0; round < 60; ++round) {
            WordList list;
            QStringList all;
            for (int i = 0; i < 60; ++i) {
                all.append(letters(3 + i % 6));
                list.add(all.last());
            }
            (void)list.close();
            const QString typed = letters(5 + round % 3);
            QSet<QString> found;
            for (const WordList::Range r : list.withTypo(typed)) {
                for (quint32 w = r.begin; w < r.end; ++w)
                    found.insert(list.word(w).toString());
            }
            for (const QString &word : std::as_const(all)) {
                const bool expected = naivelyWithinOne(typed, word);
                if (expected || !word.startsWith(typed)) // a beginning is found as such
                    QVERIFY2(found.contains(word) == expected, qPrintable(typed + u' ' + word));
                if (!word.startsWith(typed))
                    QCOMPARE(matchWord(typed, word) == WordMatch::Typo, expected);
            }
        }
    }
    void exactThenPrefixThenWordsThenTypo()
    {
        const SearchIndex index = indexOf({product("a", "Orders late"), product("b", "Ordes"), product("c", "Orders"),
                                           product("d", "Late orders"), product("e", "Stock", "all the orders")});
        QCOMPARE(names(index.search("orders")), QStringList({"product:Orders", "product:Orders late", "product:Late orders",
                                                             "product:Stock", "product:Ordes"}));
    }
    void allWordsInAnyOrder()
    {
        const SearchIndex index = sampleIndex();
        QCOMPARE(names(index.search("score churn")).value(0), QString("product:Churn score"));
        QCOMPARE(names(index.search("CHURN_SCO")).value(0), QString("product:Churn score"));
        QCOMPARE(index.search("churn warehouse").total, 0);
    }
    void columnsAreHitsOfTheirOwn()
    {
        const SearchIndex index = sampleIndex();
        const SearchIndex::Answer answer = index.search("shipped at");
        QCOMPARE(names(answer).value(0), QString("column:shippedAt"));
        QCOMPARE(answer.hits.first().address.kind, Kind::Column);
        QVERIFY(answer.hits.first().address.id.endsWith(u"shop.logistics.shipments/shippedAt"));
        QCOMPARE(answer.hits.first().why.first().field, QString("column"));
        // A column may leave a word to its dataset.
        QCOMPARE(names(index.search("payments amount")).value(0), QString("column:amount"));
        // Two endpoints know it, it is one.
        QCOMPARE(index.search("stg_orders amount").total, 1);
    }
    void saysWhy_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("hit");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::newRow("name") << "catalogue"
                              << "product:Catalogue"
                              << "name"
                              << "Catalogue";
        QTest::newRow("description") << "carrier"
                                     << "product:Delivery report"
                                     << "description"
                                     << "Late parcels by carrier";
        QTest::newRow("owner") << "okafor"
                               << "party:Ben Okafor"
                               << "name"
                               << "Ben Okafor";
        QTest::newRow("owned") << "nunez catalogue"
                               << "product:Catalogue"
                               << "owner" << QStringLiteral("Ada Núñez");
        QTest::newRow("classification") << "personal email"
                                        << "column:email"
                                        << "tag"
                                        << "personal";
    }
    void saysWhy()
    {
        QFETCH(QString, query);
        QFETCH(QString, hit);
        QFETCH(QString, field);
        QFETCH(QString, text);
        const SearchIndex::Answer answer = sampleIndex().search(query);
        QCOMPARE(names(answer).value(0), hit);
        const auto &why = answer.hits.first().why;
        QVERIFY(std::any_of(why.begin(), why.end(),
                            [&](const SearchIndex::Why &w) { return w.field == field && w.text == text; }));
    }
    void facetsAddUpAndFiltersHold()
    {
        const SampleMesh s = makeSample();
        const SearchIndex index(s.mesh, s.columns);
        const SearchIndex::Answer all = index.search("orders", {}, 1000);
        QCOMPARE(all.total, all.hits.size());
        int sum = 0;
        for (const SearchIndex::Facet &f : all.kinds)
            sum += f.count;
        QCOMPARE(sum, int(all.total));
        SearchIndex::Filter filter;
        filter.kind = Kind::Product;
        const SearchIndex::Answer products = index.search("orders", filter);
        QVERIFY(products.total > 0 && products.total < all.total);
        QCOMPARE(products.kinds.size(), all.kinds.size());
        filter.kind.reset();
        filter.domain = at(s.mesh, "shop/domain/commerce");
        for (const SearchIndex::Hit &h : index.search("orders", filter, 1000).hits)
            QCOMPARE(s.mesh->domainPath(h.node).value(0), QString("Commerce"));
        filter = {};
        filter.endpoint = "dbt";
        for (const SearchIndex::Hit &h : index.search("orders", filter, 1000).hits)
            QVERIFY(!s.mesh->facts(h.node).empty());
        QCOMPARE(index.search("orders", {}, 2).hits.size(), 2);
        QCOMPARE(index.search("orders", {}, 2).total, all.total);
    }
    void aFilterAloneLists()
    {
        const SearchIndex index = sampleIndex();
        QCOMPARE(index.search({}).total, 0);
        SearchIndex::Filter filter;
        filter.kind = Kind::Product;
        QCOMPARE(index.search({}, filter).total, 12);
        filter.kind = Kind::Column;
        QVERIFY(index.search({}, filter).total > 20);
    }
    void hostileTextIsText_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("html") << "<script>alert('x')</script>";
        QTest::newRow("sql") << "'; DROP TABLE entity; --";
        QTest::newRow("control") << QStringLiteral("a\x01\x02\u202e") + "beta";
        QTest::newRow("null") << QStringLiteral("nul") + QChar(0) + "tail";
        QTest::newRow("long") << QString(70000, u'x');
        QTest::newRow("long words") << QStringLiteral("word ").repeated(14000);
        QTest::newRow("emoji") << QStringLiteral("🛒 carts");
        QTest::newRow("lone surrogate") << QString(QChar(0xd83d)) + "broken";
        QTest::newRow("quotes") << "\"quoted\" 'name'";
    }
    void hostileTextIsText()
    {
        QFETCH(QString, name);
        const SearchIndex index = indexOf({product("p", name), product("q", "Other")});
        const SearchIndex::Answer answer = index.search(name);
        QCOMPARE(answer.total, 1);
        QCOMPARE(answer.hits.first().name, name);
        for (const SearchIndex::Why &w : answer.hits.first().why)
            QVERIFY(w.text.size() < 200);
    }
    void nothingIndexedAnswersNothing()
    {
        QCOMPARE(SearchIndex().search("x").total, 0);
        QCOMPARE(SearchIndex(MeshBuilder(nullptr).build(), {}).search("x").total, 0);
        QCOMPARE(sampleIndex().search("%%%").total, 0);
        QCOMPARE(sampleIndex().search("orders", {}, 0).hits.size(), 0);
    }
};

MESHSCOPE_TEST(TestSearch)
#include "tst_search.moc"
