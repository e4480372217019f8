#include "tests/http/road.h"
#include "tests/support/testmain.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;

/// Several requests at once, and pages one after the other.
class TestManyRequests : public QObject {
    Q_OBJECT
private slots:
    void asksForAtMostFourAtOnce()
    {
        Road road([](const SeenRequest &request) { return Script::json('"' + request.target + '"'); });
        QList<HttpRequest> requests;
        for (int i = 0; i < 20; ++i)
            requests.append(HttpRequest::get(u"/%1"_s.arg(i)));
        road.server.holdUntil(4);
        QByteArrayList read;
        const auto done =
            road.client().each(requests, [&read](qsizetype index, const Result<HttpAnswer> &answer) -> Result<void> {
                if (!answer)
                    return Failure(answer.error());
                if (answer->body != "\"/api/" + QByteArray::number(index) + '"')
                    return fail(Error::Code::Failed, u"out of order"_s);
                read.append(answer->body);
                return {};
            });
        QVERIFY(done);
        QCOMPARE(read.size(), 20);
        QCOMPARE(road.server.mostAtOnce(), 4);
    }
    void stopsTheOthersWhenReadingFails()
    {
        Road road(
            [](const SeenRequest &request) { return request.target == "/api/0" ? Script::json("{}") : Script::stall(); });
        QList<HttpRequest> requests;
        for (int i = 0; i < 20; ++i)
            requests.append(HttpRequest::get(u"/%1"_s.arg(i)));
        const auto done = road.client().each(requests, [](qsizetype, const Result<HttpAnswer> &) {
            return Result<void>(fail(Error::Code::Full, u"disk"_s));
        });
        QVERIFY(!done);
        QCOMPARE(done.error().code, Error::Code::Full);
        QVERIFY(road.server.seen().size() <= 4);
    }
    void readsPageAfterPage()
    {
        Road road([](const SeenRequest &request) {
            const int page = request.target.mid(request.target.indexOf('=') + 1).toInt();
            if (page == 3)
                return Script::json("[3]");
            return Script::answer(
                200, '[' + QByteArray::number(page) + ']',
                {{"Link", "<?page=0>; rel=\"prev\", <?page=" + QByteArray::number(page + 1) + ">; rel=\"next\""}});
        });
        QByteArray all;
        qsizetype askedWhenRead = 0;
        const auto pages =
            road.client().eachPage(HttpRequest::get(u"/list"_s, {{u"page"_s, u"1"_s}}),
                                   [&](const HttpAnswer &answer) -> Result<std::optional<HttpRequest>> {
                                       all += answer.body;
                                       askedWhenRead = std::max(askedWhenRead, road.server.seen().size() - all.count(']'));
                                       const auto next = answer.nextLink();
                                       return next ? std::optional(HttpRequest::get(*next)) : std::nullopt;
                                   });
        QVERIFY2(pages, pages ? "" : qPrintable(pages.error().text));
        QCOMPARE(*pages, 3);
        QCOMPARE(all, "[1][2][3]");
        QCOMPARE(askedWhenRead, 0); // none is asked for before the one before it was read
    }
    void stopsAtAnEndlessCursor()
    {
        Road road([](const SeenRequest &) { return Script::json("{\"next\": \"/list?after=b\"}"); });
        const auto pages = road.client().eachPage(
            HttpRequest::get(u"/list"_s), [](const HttpAnswer &answer) -> Result<std::optional<HttpRequest>> {
                return std::optional(HttpRequest::get(answer.json()->object().value(u"next"_s).toString()));
            });
        QVERIFY(!pages);
        QVERIFY2(pages.error().text.contains(u"circle"_s), qPrintable(pages.error().text));
        QCOMPARE(road.server.seen().size(), 2);
    }
};

MESHSCOPE_TEST(TestManyRequests)
#include "tst_manyrequests.moc"
