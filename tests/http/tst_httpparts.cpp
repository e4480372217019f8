#include "models/catalogs/http/inflater.h"
#include "models/catalogs/http/operation.h"
#include "models/catalogs/http/redaction.h"
#include "models/catalogs/http/redirect.h"
#include "models/catalogs/http/requestlog.h"
#include "models/catalogs/http/retry.h"
#include "tests/http/road.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;
using namespace std::chrono_literals;

/// The parts of the road that are functions of values.
class TestHttpParts : public QObject {
    Q_OBJECT
private slots:
    void pausesGrowAndStopGrowing()
    {
        const RetryPolicy policy{5, 500ms, 30'000ms};
        QCOMPARE(backOff(policy, 1, 0), 500ms);
        QCOMPARE(backOff(policy, 3, 0), 2000ms);
        QCOMPARE(backOff(policy, 3, 1), 1000ms);
        QCOMPARE(backOff(policy, 40, 0), 30'000ms);
        QCOMPARE(backOff(policy, 4000, 0.5), 22'500ms);
    }
    void readsDates_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QDateTime>("date");
        const QDateTime then({1994, 11, 6}, {8, 49, 37}, Qt::UTC); // the examples of RFC 9110
        QTest::newRow("IMF-fixdate") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << then;
        QTest::newRow("RFC 850") << QByteArray("Sunday, 06-Nov-94 08:49:37 GMT") << then;
        QTest::newRow("asctime") << QByteArray("Sun Nov  6 08:49:37 1994") << then;
        QTest::newRow("nonsense") << QByteArray("tomorrow") << QDateTime();
        QTest::newRow("empty") << QByteArray() << QDateTime();
    }
    void readsDates()
    {
        QFETCH(QByteArray, text);
        QFETCH(QDateTime, date);
        QCOMPARE(httpDate(text), date);
    }
    void unpacksInPiecesOfAnySize()
    {
        const QByteArray text = "one two three " + QByteArray(100'000, 'x');
        const QByteArray twoMembers = packed(text, Packing::Gzip) + packed("more", Packing::Gzip) + QByteArray(8, '\0');
        for (const qsizetype step : {1, 2, 7, 1000, 1'000'000}) {
            Inflater inflater(1'000'000);
            QByteArray out;
            for (qsizetype i = 0; i < twoMembers.size(); i += step)
                inflater.add(twoMembers.mid(i, step), out);
            QCOMPARE(inflater.state(), Inflater::State::Whole);
            QVERIFY(out == text + "more");
        }
    }
    void aBoundIsExact()
    {
        const QByteArray bytes = packed(QByteArray(1'000'000, 'x'), Packing::Zlib);
        QByteArray out;
        QCOMPARE(Inflater(1'000'000).add(bytes, out), Inflater::State::Whole);
        QCOMPARE(out.size(), 1'000'000);
        out.clear();
        QCOMPARE(Inflater(999'999).add(bytes, out), Inflater::State::TooLarge);
        QVERIFY(out.size() <= 999'999);
    }
    void hidesSecretsInEveryForm()
    {
        Redactor redactor;
        redactor.addSecret("pä ss/1");
        redactor.addSecret("ab"); // too short to hide
        const QByteArray secret = "pä ss/1";
        for (const QByteArray &form : {secret, secret.toPercentEncoding(), secret.toBase64(),
                                       QByteArray(secret.toPercentEncoding()).replace("%20", "+")}) {
            const QString hidden = redactor.text(u"about: <"_s + QString::fromUtf8(form) + u">"_s);
            QVERIFY2(!hidden.contains(QString::fromUtf8(form).left(5)), qPrintable(hidden));
            QVERIFY(hidden.startsWith(u"about: <…"_s)); // "ab" stays
        }
    }
    void hidesWhatIsNamedLikeASecret_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("shown");
        QTest::newRow("token") << u"https://h/p?access_token=x&a=1"_s << u"https://h/p?access_token=…&a=1"_s;
        QTest::newRow("signature") << u"https://h/p?X-Amz-Signature=x&X-Amz-Credential=y&X-Amz-Date=z"_s
                                   << u"https://h/p?X-Amz-Signature=…&X-Amz-Credential=…&X-Amz-Date=z"_s;
        QTest::newRow("code") << u"http://h/cb?code=x&state=s"_s << u"http://h/cb?code=…&state=s"_s;
        QTest::newRow("user") << u"https://me:pw@h/p"_s << u"https://h/p"_s;
        QTest::newRow("pages") << u"https://h/p?pageToken=x&page_token=y&nextToken=z"_s
                               << u"https://h/p?pageToken=x&page_token=y&nextToken=z"_s;
        QTest::newRow("nothing") << u"https://h:8443/p%2Fq?limit=5"_s << u"https://h:8443/p%2Fq?limit=5"_s;
    }
    void hidesWhatIsNamedLikeASecret()
    {
        QFETCH(QString, address);
        QFETCH(QString, shown);
        QCOMPARE(Redactor().address(QUrl(address)), shown);
    }
    void anOperationIsToldWhereOneAddressTakesAll_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("operation");
        const auto row = [](const char *name, const char *query, const char *operation, const QJsonObject &besides = {}) {
            QJsonObject body = besides;
            body.insert(u"query"_s, QString::fromUtf8(query));
            QTest::newRow(name) << QJsonDocument(body).toJson() << QString::fromUtf8(operation);
        };
        row("named apart", "query X{a}", "Scroll", {{u"operationName"_s, u"Scroll"_s}});
        row("named in the query", "# all\n query Scroll($i:In!) {list:scroll(i:$i){x}}", "Scroll");
        row("a mutation", "mutation addTag{addTag(x:1)}", "addTag");
        row("without a name", "query {list:scroll(i:1){x}}", "scroll");
        row("in short", "{ me { urn } }", "me");
        const QJsonObject input{{u"types"_s, QJsonArray{u"DATA_SET"_s, u"SET"_s}},
                                {u"query"_s, u"WHO is"_s},
                                {u"count"_s, 5},
                                {u"order"_s, QJsonArray{u"ASCENDING"_s, u"DESC"_s}}};
        row("enumerated values", "query Scroll{a}", "Scroll DATA_SET SET", {{u"variables"_s, input}});
        row("only some of them", "query A{a}", "A B C D",
            {{u"variables"_s, QJsonObject{{u"x"_s, QJsonArray{u"B"_s, u"C"_s, u"D"_s, u"E"_s}}}}});
        row("words to look for", "orders", "");
        QTest::newRow("no query") << QByteArray("{\"operationName\":\"Scroll\"}") << QString();
        QTest::newRow("no JSON") << QByteArray("query=\"query\" {") << QString();
        QTest::newRow("a query of another kind") << QByteArray("{\"query\":{\"match\":1}}") << QString();
        QTest::newRow("empty") << QByteArray() << QString();
    }
    void anOperationIsToldWhereOneAddressTakesAll()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, operation);
        QCOMPARE(operationOf(HttpRequest::ask(u"/graphql"_s, body)), operation);
        QCOMPARE(operationOf(HttpRequest::ask(u"/"_s, body).with("x-amz-target", "AWSGlue.GetTables")), u"GetTables"_s);
    }
    void aLongRunKeepsItsBeginningAndItsEnd()
    {
        RequestLog log(10);
        for (int i = 0; i < 1000; ++i) {
            LoggedRequest request;
            request.bytes = i;
            log.add(request);
        }
        QCOMPARE(log.count(), 1000);
        QCOMPARE(log.bytes(), 499'500);
        QCOMPARE(log.requests().size(), 10);
        QCOMPARE(log.requests().first().bytes, 0);
        QCOMPARE(log.requests().last().bytes, 999);
    }
    void aLineShowsAddressesAsTheyAre()
    {
        LoggedRequest request;
        request.method = u"GET"_s;
        request.address = u"https://h/a%2Fb%3Ac"_s;
        request.status = 503;
        request.bytes = 12;
        request.millis = 34;
        QCOMPARE(request.line(), u"GET https://h/a%2Fb%3Ac 503 12 B 34 ms"_s);
        request.status = 0;
        request.attempt = 2;
        request.failure = u"gone"_s;
        QCOMPARE(request.line(), u"GET https://h/a%2Fb%3Ac - 12 B 34 ms #2 gone"_s);
    }
    void neverLeavesEncryption()
    {
        HttpRequest request = HttpRequest::get(u"https://h/x"_s);
        HttpAnswer answer;
        answer.status = 301;
        answer.url = QUrl(u"https://h/x"_s);
        answer.headers = {{"Location", "http://h/x"}};
        QVERIFY(!redirected(request, answer));
        answer.headers = {{"location", "//other/y"}};
        const auto next = redirected(request, answer);
        QVERIFY(next);
        QCOMPARE(next->target, u"https://other/y"_s);
    }
    void originsAreSchemeHostAndPort_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("isSame");
        QTest::newRow("path") << u"https://h/a"_s << u"https://h/b?c"_s << true;
        QTest::newRow("default port") << u"https://h/"_s << u"https://h:443/"_s << true;
        QTest::newRow("capitals") << u"https://Host/"_s << u"https://hOST/"_s << true;
        QTest::newRow("scheme") << u"https://h/"_s << u"http://h/"_s << false;
        QTest::newRow("port") << u"https://h/"_s << u"https://h:8443/"_s << false;
        QTest::newRow("host") << u"https://h/"_s << u"https://h.evil/"_s << false;
    }
    void originsAreSchemeHostAndPort()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(bool, isSame);
        QCOMPARE(isSameOrigin(QUrl(one), QUrl(other)), isSame);
    }
    void findsTheNextLink_data()
    {
        QTest::addColumn<QByteArray>("link");
        QTest::addColumn<QString>("next");
        QTest::newRow("one") << QByteArray("<https://h/b?p=2>; rel=\"next\"") << u"https://h/b?p=2"_s;
        QTest::newRow("bare word") << QByteArray("<?p=2>;rel=next") << u"https://h/a?p=2"_s;
        QTest::newRow("second") << QByteArray("<?p=1>; rel=\"first\", </b?p=2,3>; title=\"a, b\"; rel=\"next\"")
                                << u"https://h/b?p=2,3"_s;
        QTest::newRow("several words") << QByteArray("<?p=2>; rel=\"last next\"") << u"https://h/a?p=2"_s;
        QTest::newRow("none") << QByteArray("<?p=2>; rel=\"prev\"") << QString();
        QTest::newRow("not quite") << QByteArray("<?p=2>; rel=\"nextish\"") << QString();
    }
    void findsTheNextLink()
    {
        QFETCH(QByteArray, link);
        QFETCH(QString, next);
        HttpAnswer answer;
        answer.url = QUrl(u"https://h/a"_s);
        answer.headers = {{"Link", link}};
        QCOMPARE(answer.nextLink().value_or(QString()), next);
    }
    void findsWhatAServerSays_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("said");
        QTest::newRow("OpenMetadata") << QByteArray(R"({"code":404,"message":"table not found"})") << u"table not found"_s;
        QTest::newRow("OpenMetadata 500") << QByteArray(R"({"responseMessage":"no","errorType":"X"})") << u"no"_s;
        QTest::newRow("GraphQL") << QByteArray(R"({"errors":[{"message":"Field 'x' is undefined"}]})")
                                 << u"Field 'x' is undefined"_s;
        QTest::newRow("Iceberg") << QByteArray(R"({"error":{"message":"gone","type":"T","code":404}})") << u"gone"_s;
        QTest::newRow("problem") << QByteArray(R"({"type":"about:blank","title":"Bad","detail":"wrong id"})")
                                 << u"wrong id"_s;
        QTest::newRow("CKAN") << QByteArray(R"({"success":false,"error":{"message":"Access denied","__type":"A"}})")
                              << u"Access denied"_s;
        QTest::newRow("AWS") << QByteArray(R"({"__type":"ThrottlingException","Message":"Rate exceeded"})")
                             << u"Rate exceeded"_s;
        QTest::newRow("OAuth") << QByteArray(R"({"error":"invalid_client","error_description":"unknown client"})")
                               << u"unknown client"_s;
        QTest::newRow("a list") << QByteArray(R"({"errors":["limit must be ≥ 0"]})") << u"limit must be ≥ 0"_s;
        QTest::newRow("page") << QByteArray("<html><head><TITLE>Sign\n in</TITLE>") << u"Sign in"_s;
        QTest::newRow("bare") << QByteArray("No such  query\n") << u"No such query"_s;
        QTest::newRow("nothing") << QByteArray() << QString();
        QTest::newRow("null") << QByteArray(R"({"message":null,"timestamp":null})") << QString();
    }
    void findsWhatAServerSays()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, said);
        HttpAnswer answer;
        answer.body = body;
        QCOMPARE(messageIn(answer), said);
    }
    void tellsAPageFromData_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("said");
        QTest::newRow("login page") << QByteArray("<!DOCTYPE html><title>ACME Login</title>") << u"ACME Login"_s;
        QTest::newRow("text") << QByteArray("OK") << u"other than JSON"_s;
        QTest::newRow("nothing") << QByteArray("  ") << u"with nothing"_s;
        QTest::newRow("cut off") << QByteArray("{\"a\": [1,") << u"not valid JSON at byte"_s;
    }
    void tellsAPageFromData()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, said);
        HttpAnswer answer;
        answer.url = QUrl(u"https://catalog.example/api"_s);
        answer.body = body;
        const auto json = answer.json();
        QVERIFY(!json);
        QVERIFY2(json.error().text.contains(said), qPrintable(json.error().text));
        QVERIFY(json.error().text.contains(u"catalog.example"_s));
    }
};

MESHSCOPE_TEST(TestHttpParts)
#include "tst_httpparts.moc"
