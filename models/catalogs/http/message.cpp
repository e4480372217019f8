#include "models/catalogs/http/message.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Http)
};

bool isPage(const HttpAnswer &answer)
{
    const QByteArray head = answer.body.left(512).trimmed().toLower();
    return answer.header("Content-Type").toLower().startsWith("text/html") || head.startsWith("<!doctype html") ||
           head.startsWith("<html");
}

QString titleOf(const QByteArray &page)
{
    static const QRegularExpression title(QStringLiteral("<title[^>]*>(.*?)</title>"),
                                          QRegularExpression::CaseInsensitiveOption |
                                              QRegularExpression::DotMatchesEverythingOption);
    return title.match(QString::fromUtf8(page.left(16'384))).captured(1).simplified().left(120);
}

/// The first text under one of these names, in the object itself or in what an error is wrapped in.
QString textIn(const QJsonValue &value, int depth)
{
    if (value.isString())
        return value.toString();
    if (value.isArray())
        return value.toArray().isEmpty() ? QString() : textIn(value.toArray().first(), depth + 1);
    const QJsonObject object = value.toObject();
    if (depth > 3)
        return {};
    for (const char *name : {"message", "Message", "error_description", "detail", "responseMessage", "title", "error",
                             "errors", "failureInfo", "__type"}) {
        const QJsonValue found = object.value(QLatin1StringView(name));
        const QString text = found.isUndefined() || found.isNull() ? QString() : textIn(found, depth + 1);
        if (!text.isEmpty())
            return text;
    }
    return {};
}

} // namespace

QByteArray headerValue(const HttpHeaders &headers, QByteArrayView name)
{
    for (const HttpHeader &header : headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            return header.value.isNull() ? QByteArrayLiteral("") : header.value;
    }
    return {};
}

void setHeader(HttpHeaders &headers, const QByteArray &name, const QByteArray &value)
{
    headers.removeIf([&name](const HttpHeader &header) { return header.name.compare(name, Qt::CaseInsensitive) == 0; });
    headers.append({name, value});
}

QString pathSegment(const QString &name)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(name));
}

QByteArray formEncoded(const HttpFields &fields)
{
    QByteArray text;
    for (const auto &[name, value] : fields) {
        if (!text.isEmpty())
            text += '&';
        text += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    }
    return text;
}

HttpRequest HttpRequest::get(const QString &target, const HttpFields &query)
{
    HttpRequest request;
    request.target = target;
    if (!query.isEmpty())
        request.target += (target.contains(u'?') ? u'&' : u'?') + QString::fromLatin1(formEncoded(query));
    return request;
}

HttpRequest HttpRequest::ask(const QString &target, const QByteArray &json)
{
    HttpRequest request = change(QByteArrayLiteral("POST"), target, json);
    request.isRepeatable = true;
    return request;
}

HttpRequest HttpRequest::change(const QByteArray &method, const QString &target, const QByteArray &json)
{
    HttpRequest request;
    request.method = method;
    request.target = target;
    request.body = json;
    if (!json.isNull())
        request.headers.append({QByteArrayLiteral("Content-Type"), QByteArrayLiteral("application/json")});
    request.isRepeatable = method != "POST" && method != "PATCH"; // RFC 9110, 9.2.2: the others are idempotent
    return request;
}

HttpRequest HttpRequest::form(const QString &target, const HttpFields &fields)
{
    HttpRequest request = change(QByteArrayLiteral("POST"), target);
    request.body = formEncoded(fields);
    request.headers.append({QByteArrayLiteral("Content-Type"), QByteArrayLiteral("application/x-www-form-urlencoded")});
    return request;
}

HttpRequest HttpRequest::accepting(const QList<int> &statuses) const
{
    HttpRequest request = *this;
    request.accepted += statuses;
    return request;
}

HttpRequest HttpRequest::with(const QByteArray &name, const QByteArray &value) const
{
    HttpRequest request = *this;
    setHeader(request.headers, name, value);
    return request;
}

Result<QByteArray> HttpAnswer::jsonText() const
{
    const QString where = url.toString(QUrl::RemoveQuery | QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    if (isPage(*this)) {
        const QString title = titleOf(body);
        return fail(
            Error::Code::Parse,
            title.isEmpty()
                ? Text::tr("%1 answered with a web page instead of data. Often that is the login page of a proxy, or "
                           "the address is not the one of the catalog's API.")
                      .arg(url.host())
                : Text::tr("%1 answered with a web page (“%2”) instead of data. Often that is the login page of a "
                           "proxy, or the address is not the one of the catalog's API.")
                      .arg(url.host(), title),
            where);
    }
    const QByteArray head = body.left(64).trimmed();
    if (head.isEmpty())
        return fail(Error::Code::Parse, Text::tr("%1 answered with nothing where data was expected.").arg(url.host()),
                    where);
    if (!QByteArrayView("{[\"-0123456789tfn\xEF").contains(head.front())) {
        return fail(Error::Code::Parse,
                    Text::tr("%1 answered with something other than JSON (%2). Check that the address is the one of the "
                             "catalog's API.")
                        .arg(url.host(), QString::fromLatin1(header("Content-Type").left(60))),
                    where);
    }
    return body;
}

Result<QJsonDocument> HttpAnswer::json() const
{
    const Result<QByteArray> text = jsonText();
    if (!text)
        return Failure(text.error());
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(*text, &error);
    if (error.error == QJsonParseError::NoError)
        return document;
    return fail(Error::Code::Parse,
                Text::tr("The answer of %1 is not valid JSON at byte %2 (%3). Try again; if it stays so, tell who runs the "
                         "catalog.")
                    .arg(url.host())
                    .arg(error.offset)
                    .arg(error.errorString()),
                url.toString(QUrl::RemoveQuery | QUrl::RemoveUserInfo | QUrl::RemoveFragment));
}

std::optional<QString> HttpAnswer::nextLink() const
{
    static const QRegularExpression link(QStringLiteral("<([^>]*)>((?:\\s*;\\s*[^;,\"]*(?:\"[^\"]*\")?)*)"));
    static const QRegularExpression next(QStringLiteral(";\\s*rel\\s*=\\s*(?:\"(?:[^\"]*\\s)?next(?:\\s[^\"]*)?\"|next\\b)"),
                                         QRegularExpression::CaseInsensitiveOption);
    for (const HttpHeader &header : headers) {
        if (header.name.compare("Link", Qt::CaseInsensitive) != 0)
            continue;
        for (auto it = link.globalMatch(QString::fromUtf8(header.value)); it.hasNext();) {
            const QRegularExpressionMatch found = it.next();
            if (next.match(found.captured(2)).hasMatch())
                return QString::fromLatin1(url.resolved(QUrl(found.captured(1))).toEncoded());
        }
    }
    return std::nullopt;
}

QString messageIn(const HttpAnswer &answer)
{
    constexpr qsizetype longest = 300; // some servers send whole stacks
    if (isPage(answer))
        return titleOf(answer.body);
    const QJsonDocument document = QJsonDocument::fromJson(answer.body.left(1 << 20));
    QString text;
    if (document.isObject())
        text = textIn(document.object(), 0);
    else if (document.isArray())
        text = textIn(document.array(), 0);
    else
        text = QString::fromUtf8(answer.body.left(2'000));
    text = text.simplified();
    return text.size() > longest ? text.left(longest) + u'…' : text;
}

} // namespace meshscope
