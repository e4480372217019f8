#include "models/catalogs/http/failures.h"

#include <QCoreApplication>
#include <QLocale>

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::HttpFailures)
};

QString seconds(std::chrono::milliseconds time)
{
    return QLocale().toString(double(time.count()) / 1000.0, 'g', 6);
}

QString serverOf(const QUrl &url)
{
    return url.port() < 0 ? url.host() : url.host() + u':' + QString::number(url.port());
}

QString noProxy(const Exchange &exchange)
{
    return Text::tr("The proxy %1 could not be reached, or did not let the request through (%2). Check the proxy in the "
                    "endpoint's settings, or whether it reaches the catalog.")
        .arg(exchange.proxy, exchange.errorText);
}

bool isOfTls(const Exchange &exchange)
{
    return exchange.error == QNetworkReply::SslHandshakeFailedError;
}

} // namespace

QString Failures::network(const Exchange &exchange, const QString &server) const
{
    switch (exchange.error) {
    case QNetworkReply::ConnectionRefusedError:
        if (!exchange.proxy.isEmpty())
            return noProxy(exchange);
        return Text::tr("%1 refuses connections. Check the port, and whether the catalog is running.").arg(server);
    case QNetworkReply::HostNotFoundError:
        if (!exchange.proxy.isEmpty())
            return noProxy(exchange);
        return Text::tr("There is no server %1. Check the spelling, and whether a VPN is needed.").arg(server);
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError: // wanted to repeat by itself what must not be
        return profile.tls.certificate.isEmpty()
                   ? Text::tr("%1 broke off the connection. If it stays so, the address, a proxy or a client certificate "
                              "the server wants may be the reason.")
                         .arg(server)
                   : Text::tr("%1 broke off the connection. If it stays so, it may not accept the client certificate.")
                         .arg(server);
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return Text::tr("The proxy does not accept the user and password for it. Check them in the endpoint's settings.");
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError: return noProxy(exchange);
    default: break;
    }
    if (isOfTls(exchange)) {
        return Text::tr("No encrypted connection to %1 came about (%2). The server may only know versions of TLS older than "
                        "1.2, want a client certificate, or not speak TLS on this port.")
            .arg(server, exchange.errorText);
    }
    return Text::tr("The connection to %1 failed: %2. Try again.").arg(server, exchange.errorText);
}

Error Failures::noAnswer(const Exchange &exchange, const WireRequest &request) const
{
    const QString server = serverOf(request.url);
    Error::Code code = Error::Code::Io;
    QString text;
    switch (exchange.end) {
    case Exchange::End::Cancelled: return cancelled();
    case Exchange::End::ConnectDeadline:
        text = Text::tr("No connection to %1 within %2 s. Check the address, and whether a VPN or a proxy is needed.")
                   .arg(server, seconds(request.deadlines.connect));
        break;
    case Exchange::End::IdleDeadline:
        text = Text::tr("%1 sent nothing for %2 s. Try again later, or allow more time in the endpoint's settings.")
                   .arg(server, seconds(request.deadlines.idle));
        break;
    case Exchange::End::WholeDeadline:
        text = Text::tr("%1 was not done within %2 s. Try again later, or allow more time in the endpoint's settings.")
                   .arg(server, seconds(profile.deadlines.whole));
        break;
    case Exchange::End::TooLarge:
        code = Error::Code::Full;
        text = Text::tr("An answer of %1 is larger than the limit of %2. Ask for smaller pages, or raise the limit in the "
                        "endpoint's settings.")
                   .arg(server, QLocale().formattedDataSize(request.limit));
        break;
    case Exchange::End::Damaged:
        text = Text::tr("An answer of %1 is damaged or was cut off on its way. Try again.").arg(server);
        break;
    case Exchange::End::UnknownCode:
        code = Error::Code::Parse;
        text = Text::tr("An answer of %1 is packed as “%2”, which was not asked for and is not known here.")
                   .arg(server, exchange.errorText);
        break;
    case Exchange::End::Certificate:
        code = Error::Code::Refused;
        text =
            Text::tr("The certificate of %1 cannot be trusted.").arg(server) + u'\n' + exchange.certificate->toText() +
            u'\n' +
            Text::tr("If your company has an authority of its own, name its file; if you know this certificate, accept it "
                     "by its fingerprint for this endpoint.");
        break;
    case Exchange::End::Answered:
    case Exchange::End::Failed: text = network(exchange, server); break;
    }
    if (exchange.wasSent && !request.isRepeatable)
        text += u' ' + Text::tr("Whether the request had its effect is not known, and it was not repeated: look before you "
                                "send it again.");
    return {code, redactor.text(Text::tr("Endpoint “%1”: %2").arg(profile.endpoint, text)), redactor.address(request.url)};
}

namespace {

/// Services of AWS with the JSON protocol say so in status 400.
bool isForbidden(const HttpAnswer &answer)
{
    return answer.status == 400 && answer.body.left(300).contains("AccessDeniedException\"");
}

} // namespace

Error Failures::status(const HttpAnswer &answer, bool hadCredentials) const
{
    const QString server = serverOf(answer.url);
    const QString said = messageIn(answer);
    Error::Code code = Error::Code::Failed;
    QString text;
    switch (isForbidden(answer) ? 403 : answer.status) {
    case 401:
        code = Error::Code::Refused;
        if (!isSameOrigin(answer.url, profile.base))
            text = Text::tr("%1 wants credentials (401), but they are only for %2 and were not sent to another server.")
                       .arg(server, serverOf(profile.base));
        else if (hadCredentials)
            text = Text::tr("%1 does not accept the credentials (401). Enter them anew.").arg(server);
        else
            text = Text::tr("%1 wants credentials (401). Enter them in the endpoint's settings.").arg(server);
        break;
    case 403:
        code = Error::Code::Refused;
        text = Text::tr("%1 does not allow this (%2). Ask who runs the catalog for the permission.")
                   .arg(server)
                   .arg(answer.status);
        break;
    case 404:
        code = Error::Code::NotFound;
        text =
            Text::tr("%1 has nothing at this address (404). Check the address, and that its path is the API's.").arg(server);
        break;
    case 407: text = Text::tr("The proxy wants credentials (407). Enter them in the endpoint's settings."); break;
    case 429:
        code = Error::Code::Busy;
        text =
            Text::tr("%1 still says that there are too many requests (429). Lower the rate in the endpoint's settings, or "
                     "try again later.")
                .arg(server);
        break;
    default:
        text = answer.status >= 500
                   ? Text::tr("%1 has a fault (%2). Try again later; if it stays so, tell who runs the catalog.")
                         .arg(server)
                         .arg(answer.status)
                   : Text::tr("%1 refused the request (%2).").arg(server).arg(answer.status);
    }
    if (!said.isEmpty())
        text += u' ' + Text::tr("It says: %1").arg(said);
    return {code, redactor.text(Text::tr("Endpoint “%1”: %2").arg(profile.endpoint, text)), redactor.address(answer.url)};
}

Error Failures::cancelled() const
{
    return {Error::Code::Cancelled, Text::tr("Cancelled."), profile.endpoint};
}

Error Failures::badTarget(const QString &target, const QString &why) const
{
    return {Error::Code::Usage, redactor.text(Text::tr("Endpoint “%1”: %2").arg(profile.endpoint, why)),
            redactor.address(QUrl(target))};
}

Error Failures::redirect(const HttpAnswer &answer, const QString &why) const
{
    return {Error::Code::Refused, redactor.text(Text::tr("Endpoint “%1”: %2").arg(profile.endpoint, why)),
            redactor.address(answer.url)};
}

Error Failures::tooLongPause(std::chrono::milliseconds pause, const QUrl &url) const
{
    const QString why = Text::tr("%1 asks to wait %2 s, which is longer than one request may take. Try again after that, or "
                                 "lower the rate in the endpoint's settings.")
                            .arg(serverOf(url), seconds(pause));
    return {Error::Code::Busy, Text::tr("Endpoint “%1”: %2").arg(profile.endpoint, why), redactor.address(url)};
}

Error Failures::endless(const QUrl &url) const
{
    const QString why = Text::tr("%1 sends from page to page in a circle, so the listing never ends. What came until then "
                                 "was read; tell who runs the catalog.")
                            .arg(serverOf(url));
    return {Error::Code::Failed, Text::tr("Endpoint “%1”: %2").arg(profile.endpoint, why), redactor.address(url)};
}

} // namespace meshscope
