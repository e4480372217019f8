#include "models/catalogs/trino/statement.h"

#include <QCoreApplication>
#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace meshscope::trino {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Trino)
};

constexpr int mostEmpty = 5; ///< answers without a body in a row: servers under load send them

} // namespace

/// How far one statement is.
struct Asker::Course {
    QString next; ///< empty: it has ended
    bool hasColumns = false;
    bool isEnough = false;
};

Asker::Asker(HttpClient &client, QString user, IsCancelled cancelled, Farewell farewell)
    : m_client(client)
    , m_user(std::move(user))
    , m_cancelled(std::move(cancelled))
    , m_farewell(std::move(farewell))
{
}

HttpRequest Asker::withHeaders(HttpRequest request) const
{
    // Without this capability times come rounded to milliseconds.
    request = request.with("X-Trino-Client-Capabilities", "PARAMETRIC_DATETIME").with("X-Trino-Source", "meshscope");
    return m_user.isEmpty() ? request : request.with("X-Trino-User", m_user.toLatin1());
}

Result<JsonPage> Asker::page(const HttpRequest &request)
{
    Result<HttpAnswer> answer = m_client.send(request);
    for (int empty = 1; answer && answer->body.isEmpty() && empty < mostEmpty && request.method == "GET"; ++empty)
        answer = m_client.send(request);
    if (!answer)
        return Failure(answer.error());
    Result<JsonPage> page = jsonPage(*answer);
    if (page && !page->root()["stats"].isMap())
        return fail(Error::Code::Parse,
                    Text::tr("Endpoint “%1”: what answers is no Trino. Check the address.").arg(m_client.profile().endpoint),
                    request.target);
    return page;
}

Result<void> Asker::ask(const QString &sql, const Taker &taker, std::chrono::seconds limit)
{
    QElapsedTimer clock;
    clock.start();
    HttpRequest first;
    first.method = QByteArrayLiteral("POST");
    first.target = u"/v1/statement"_s;
    first.body = sql.toUtf8();
    first.isRepeatable = false;
    HttpRequest request = withHeaders(first.with("Content-Type", "text/plain; charset=utf-8"));
    Course course;
    while (true) {
        const Result<JsonPage> answer = page(request);
        if (!answer) {
            stop(course.next);
            return Failure(answer.error());
        }
        const Result<bool> goesOn = take(*answer, taker, course);
        if (!goesOn || course.isEnough)
            stop(course.next);
        if (!goesOn)
            return Failure(goesOn.error());
        if (!*goesOn)
            return {};
        if (clock.hasExpired(std::chrono::milliseconds(limit).count())) {
            stop(course.next);
            return fail(Error::Code::Io,
                        Text::tr("Endpoint “%1”: the server had no answer after %n seconds, and was told to stop.", "",
                                 int(limit.count()))
                            .arg(m_client.profile().endpoint),
                        m_client.profile().base.toString());
        }
        request = withHeaders(HttpRequest::get(course.next));
    }
}

/// Whether there is more to come.
Result<bool> Asker::take(const JsonPage &page, const Taker &taker, Course &course)
{
    const Node &root = page.root();
    course.next = root["nextUri"].text();
    if (root["error"].isMap())
        return Failure(errorOf(root["error"]));
    const bool isOdd = (course.next.isEmpty() && !root["nextUri"].isNull()) ||
                       (!root["data"].isNull() && !root["data"].isMap() && !root["data"].isSequence());
    if (root["columns"].isSequence() && !std::exchange(course.hasColumns, true)) {
        if (const Result<void> taken = taker.columns(root["columns"]); !taken)
            return Failure(taken.error());
    }
    if (root["data"].isMap())
        return fail(Error::Code::Parse,
                    Text::tr("Endpoint “%1”: the server sends rows in an encoding that was not asked for.")
                        .arg(m_client.profile().endpoint));
    for (const Node &row : root["data"].items()) {
        const Result<bool> taken = taker.row(row);
        if (!taken)
            return taken;
        if (!*taken) {
            course.isEnough = true;
            return false;
        }
    }
    const std::optional<double> percent = root["stats"]["progressPercentage"].number();
    taker.progress(percent ? int(*percent) : -1, root["stats"]["state"].text());
    if (isOdd || (course.next.isEmpty() && !course.hasColumns)) // an empty answer has columns too
        return fail(Error::Code::Parse,
                    Text::tr("Endpoint “%1”: the answer to a statement is damaged.").arg(m_client.profile().endpoint));
    return !course.next.isEmpty();
}

Error Asker::errorOf(const Node &error) const
{
    const QString name = error["errorName"].text();
    const QString said = error["message"].text().section(u'\n', 0, 0);
    const QString endpoint = m_client.profile().endpoint;
    const QString where = m_client.profile().base.toString();
    if (name == u"PERMISSION_DENIED")
        return {Error::Code::Refused, Text::tr("Endpoint “%1”: the server refuses: %2.").arg(endpoint, said), where};
    if (name.endsWith(u"_NOT_FOUND"))
        return {Error::Code::NotFound, Text::tr("Endpoint “%1”: %2.").arg(endpoint, said), where};
    if (name == u"USER_CANCELED" || name == u"ADMINISTRATIVELY_KILLED")
        return {Error::Code::Io, Text::tr("Endpoint “%1”: the query was stopped at the server.").arg(endpoint), where};
    if (error["errorType"].text() == u"INSUFFICIENT_RESOURCES")
        return {Error::Code::Busy,
                Text::tr("Endpoint “%1”: the server has no room for this now (%2). Try again later.").arg(endpoint, said),
                where};
    return {Error::Code::Failed, Text::tr("Endpoint “%1”: %2 (%3).").arg(endpoint, said, name), where};
}

/// Tells the server that nobody waits for the rest.
void Asker::stop(const QString &uri)
{
    if (uri.isEmpty())
        return;
    const HttpRequest request = withHeaders(HttpRequest::change("DELETE", uri)).accepting({404, 410});
    if (!m_cancelled()) {
        static_cast<void>(m_client.send(request));
    } else if (const std::unique_ptr<HttpClient> other = m_farewell ? m_farewell() : nullptr) {
        static_cast<void>(other->send(request));
    }
}

QString quotedName(const QString &name)
{
    return u'"' + QString(name).replace(u'"', u"\"\""_s) + u'"';
}

QString quotedText(const QString &text)
{
    return u'\'' + QString(text).replace(u'\'', u"''"_s) + u'\'';
}

} // namespace meshscope::trino
