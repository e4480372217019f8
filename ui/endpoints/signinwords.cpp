#include "ui/endpoints/signinwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::SignIn)
};

} // namespace

QStringList waysToSignIn(const EndpointKind &kind)
{
    QStringList ways;
    for (const QString &way : kind.auth) {
        if (!signInTitle(way).isEmpty())
            ways.append(way);
        if (way == u"oauth2") // whoever lets programs in by OAuth mostly lets people in too
            ways.append(u"login"_s);
    }
    return ways;
}

QString signInWay(const EndpointKind &kind, const QHash<QString, QString> &options)
{
    static const QHash<QString, QString> words{{u"key"_s, u"apikey"_s}, {u"oauth"_s, u"oauth2"_s}};
    const QString auth = options.value(u"auth"_s);
    if (auth.isEmpty())
        return kind.auth.value(0);
    if (auth == u"none" && options.contains(u"tls.certificate"_s))
        return u"mtls"_s;
    return words.value(auth, auth);
}

QString signInTitle(const QString &way)
{
    if (way == u"none")
        return Text::tr("Nobody signs in");
    if (way == u"bearer")
        return Text::tr("Token");
    if (way == u"basic")
        return Text::tr("User and password");
    if (way == u"apikey")
        return Text::tr("API key");
    if (way == u"oauth2")
        return Text::tr("OAuth, as a program");
    if (way == u"login")
        return Text::tr("OAuth, as a person");
    if (way == u"sigv4")
        return Text::tr("AWS signature");
    return way == u"mtls" ? Text::tr("Client certificate") : QString();
}

QString secretTitle(const QString &way)
{
    if (way == u"bearer")
        return Text::tr("Token");
    if (way == u"basic")
        return Text::tr("Password");
    if (way == u"apikey")
        return Text::tr("API key");
    if (way == u"oauth2")
        return Text::tr("Client secret");
    if (way == u"sigv4")
        return Text::tr("Secret key");
    return way == u"mtls" ? Text::tr("Passphrase") : Text::tr("Secret");
}

} // namespace meshscope
