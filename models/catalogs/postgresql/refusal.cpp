#include "models/catalogs/postgresql/refusal.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <optional>

using namespace Qt::StringLiterals;

namespace meshscope::postgresql {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::PostgreSql)
};

struct Refusal {
    Error::Code code;
    QString text;
    bool isWhole = false; ///< the sentence says all there is
};

/// "FATAL:  28P01: password authentication failed": the state it gives, behind a severity in its own language.
QString stateIn(const QString &said)
{
    static const QRegularExpression form(u"^(?:connection to server .* failed: )?[^\\s:]+:\\s+([0-9A-Z]{5}): "_s,
                                         QRegularExpression::MultilineOption);
    return form.match(said).captured(1);
}

/// The server refused: the states it uses before a session is there (postmaster.c, auth.c, postinit.c).
std::optional<Refusal> refusalByServer(const Target &target, const QString &state, const QString &said)
{
    const QString server = target.server();
    if (state == u"28P01")
        return Refusal{Error::Code::Refused,
                       Text::tr("%1 does not accept the password of “%2”. Enter it anew.").arg(server, target.user)};
    if (state == u"28000" && said.contains(u"pg_hba.conf"_s)) { // a file's name, so in every language
        if (target.sslMode == u"disable")
            return Refusal{
                Error::Code::Refused,
                Text::tr("%1 does not let “%2” into “%3” from this computer without encryption. Ask for encryption "
                         "(option sslmode), or ask who runs the server for a rule in its pg_hba.conf.")
                    .arg(server, target.user, target.database)};
        return Refusal{Error::Code::Refused,
                       Text::tr("%1 does not let “%2” into “%3” from this computer. Check user and database, and ask who "
                                "runs the server for a rule in its pg_hba.conf.")
                           .arg(server, target.user, target.database)};
    }
    if (state == u"28000")
        return Refusal{
            Error::Code::Refused,
            Text::tr("%1 does not let “%2” in. Check the user, and that it may log in.").arg(server, target.user)};
    if (state == u"3D000")
        return Refusal{
            Error::Code::NotFound,
            Text::tr("There is no database “%1” at %2. Check its name, also for capitals.").arg(target.database, server)};
    if (state == u"42501")
        return Refusal{Error::Code::Refused,
                       Text::tr("“%1” may not connect to “%2” at %3. Ask for the right CONNECT on that database.")
                           .arg(target.user, target.database, server)};
    if (state == u"53300")
        return Refusal{Error::Code::Busy, Text::tr("%1 has no connection left. Try again later.").arg(server)};
    if (state == u"57P03")
        return Refusal{Error::Code::Busy, Text::tr("%1 is starting or stopping. Try again in a moment.").arg(server)};
    return {};
}

/// Nobody who speaks PostgreSQL's language answered.
std::optional<Refusal> refusalByRoad(const Target &target, const QString &said)
{
    const QString server = target.server();
    const auto says = [&](std::initializer_list<QLatin1StringView> any) {
        return std::any_of(any.begin(), any.end(), [&](QLatin1StringView words) { return said.contains(words); });
    };
    if (says({"Connection refused"_L1}))
        return Refusal{
            Error::Code::Io,
            Text::tr("%1 refuses connections. Check the port, and whether PostgreSQL is running and listens there.")
                .arg(server),
            true};
    if (says({"timed out"_L1, "timeout expired"_L1}))
        return Refusal{
            Error::Code::Io,
            Text::tr("%1 does not answer. Check the address, and whether a VPN is needed or a firewall is in the way.")
                .arg(server),
            true};
    if (says({"No route to host"_L1, "unreachable"_L1}))
        return Refusal{Error::Code::Io,
                       Text::tr("No road leads to %1. Check the network, and whether a VPN is needed.").arg(server), true};
    return {};
}

/// What keeps two that do not trust each other apart.
std::optional<Refusal> refusalByPrivacy(const Target &target, const QString &said)
{
    const QString server = target.server();
    if (said.contains(u"does not support SSL"_s))
        return Refusal{Error::Code::Refused,
                       Text::tr("%1 offers no encryption, and this endpoint asks for it. Have it switched on there; where "
                                "the road is private, choose less (option sslmode).")
                           .arg(server),
                       true};
    if (said.contains(u"does not match host name"_s))
        return Refusal{
            Error::Code::Refused,
            Text::tr("The certificate of %1 is for another name. Use the name it is for in the address.").arg(server)};
    if (said.contains(u"certificate verify failed"_s) || said.contains(u"root certificate file"_s))
        return Refusal{Error::Code::Refused,
                       Text::tr("The certificate of %1 cannot be trusted. If your company has an authority of its own, name "
                                "its file (option tls.authorities).")
                           .arg(server)};
    if (said.contains(u"certificate required"_s) || said.contains(u"valid client certificate"_s))
        return Refusal{
            Error::Code::Refused,
            Text::tr("%1 wants a certificate of this client. Name its file (option tls.certificate).").arg(server)};
    return {};
}

} // namespace

QString saidInOneLine(const QString &said)
{
    static const QRegularExpression head(u"^connection to server .*? failed: "_s);
    static const QRegularExpression state(u"^[^\\s:]+:\\s+[0-9A-Z]{5}: "_s);
    QStringList lines;
    for (const QString &line : said.split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u'\t') || line.startsWith(u"LOCATION:"_s)) // libpq's guess; a place in the server's source
            continue;
        QString words = line;
        words.remove(head);
        words.remove(state);
        words = words.simplified();
        if (!words.isEmpty() && !lines.contains(words))
            lines.append(words);
    }
    return lines.join(u"; "_s);
}

Error refusal(const Target &target, const QString &said, bool wantsPassword)
{
    const auto say = [&](const Refusal &why) {
        const QString words = saidInOneLine(said);
        const QString text =
            why.isWhole || words.isEmpty() ? why.text : why.text + u' ' + Text::tr("It says: %1").arg(words);
        return Error{why.code, Text::tr("Endpoint “%1”: %2").arg(target.endpoint, text), target.server()};
    };
    if (wantsPassword)
        return say({Error::Code::Refused,
                    Text::tr("%1 wants a password for “%2”. Give the endpoint a user and a secret.")
                        .arg(target.server(), target.user),
                    true});
    if (const auto why = refusalByServer(target, stateIn(said), said))
        return say(*why);
    if (const auto why = refusalByPrivacy(target, said))
        return say(*why);
    if (const auto why = refusalByRoad(target, said))
        return say(*why);
    if (said.contains(u"closed the connection"_s) || said.contains(u"reset by peer"_s) || said.contains(u"SSL SYSCALL"_s))
        return say({Error::Code::Io,
                    Text::tr("%1 broke off the connection. Check that the port is PostgreSQL's; it may also be restarting.")
                        .arg(target.server()),
                    true});
    if (said.contains(u"invalid response to SSL"_s) || said.contains(u"expected authentication request"_s))
        return say(
            {Error::Code::Failed, Text::tr("What answers at %1 is not PostgreSQL. Check the port.").arg(target.server())});
    return say({Error::Code::Io, Text::tr("%1 cannot be reached. Check the address, the database, and whether encryption is "
                                          "as the server wants it (option sslmode).")
                                     .arg(target.server())});
}

} // namespace meshscope::postgresql
