#include "models/catalogs/http/redirect.h"

#include "models/catalogs/http/profile.h"

#include <QCoreApplication>

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::HttpFailures)
};

bool isOfBody(const HttpHeader &header)
{
    return header.name.toLower().startsWith("content-");
}

} // namespace

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

tl::expected<HttpRequest, QString> redirected(const HttpRequest &request, const HttpAnswer &answer)
{
    QUrl to = answer.url.resolved(QUrl::fromEncoded(answer.header("Location").trimmed()));
    to.setUserInfo({});
    to.setFragment({});
    const bool wasEncrypted = answer.url.scheme() == QLatin1String("https");
    if (wasEncrypted && to.scheme() == QLatin1String("http")) {
        return tl::unexpected(
            Text::tr("%1 redirects to an address without encryption (%2), which is not followed. Use the right address "
                     "of the catalog.")
                .arg(answer.url.host(), to.toString(QUrl::RemoveQuery)));
    }
    if (!to.isValid() || to.host().isEmpty() ||
        (to.scheme() != QLatin1String("https") && to.scheme() != QLatin1String("http"))) {
        return tl::unexpected(Text::tr("%1 redirects to something that is no web address (%2).")
                                  .arg(answer.url.host(), QString::fromUtf8(answer.header("Location")).left(200)));
    }
    HttpRequest next = request;
    next.target = QString::fromLatin1(to.toEncoded());
    const bool becomesGet =
        answer.status == 303 || ((answer.status == 301 || answer.status == 302) && request.method == "POST");
    if (becomesGet && request.method != "HEAD") {
        next.method = QByteArrayLiteral("GET");
        next.body.clear();
        next.headers.removeIf(isOfBody);
        next.isRepeatable = true;
    }
    if (!next.body.isEmpty() && !isSameOrigin(to, answer.url)) {
        return tl::unexpected(
            Text::tr("%1 redirects to another server, %2. What was to be sent there is not sent on: use the "
                     "right address of the catalog.")
                .arg(answer.url.host(), to.host()));
    }
    return next;
}

HttpHeaders headersForStrangers(const HttpHeaders &headers)
{
    HttpHeaders kept;
    for (const HttpHeader &header : headers) {
        const QByteArray name = header.name.toLower();
        if (name == "accept" || name == "accept-language" || name == "user-agent" || name == "content-type")
            kept.append(header);
    }
    return kept;
}

} // namespace meshscope
