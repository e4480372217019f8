#include "ui/endpoints/endpointfields.h"

#include "models/catalogs/kindoptions.h"
#include "ui/endpoints/addresswords.h"
#include "ui/endpoints/formrows.h"
#include "ui/endpoints/loginpanel.h"
#include "ui/widgets/controls.h"

#include <QCompleter>
#include <QDir>
#include <QFileSystemModel>
#include <QLineEdit>

// The second part of EndpointFields: which rows there are, and for whom.
namespace meshscope {

namespace {

constexpr auto more = FormRows::Place::More;

bool isForServers(const EndpointKind &kind, const QString &)
{
    return kind.isServer();
}

FormRows::Fits onlyWith(const QStringList &ways)
{
    return [ways](const EndpointKind &kind, const QString &auth) { return kind.isServer() && ways.contains(auth); };
}

/// A database asks who it is however that is proven; Trino asks in somebody's name.
bool asksForUser(const EndpointKind &kind, const QString &auth)
{
    return kind.isServer() && (auth == QLatin1String("basic") || !kind.schemes.contains(QLatin1String("https")) ||
                               kind.kind == QLatin1String("trino"));
}

} // namespace

void EndpointFields::addPathRow()
{
    m_path = m_rows->addEdit(QStringLiteral("addPath"), {}, {}, [](const EndpointKind &, const QString &) { return true; });
    auto *folders = new QFileSystemModel(this);
    folders->setFilter(QDir::Dirs | QDir::NoDotAndDotDot | QDir::Drives);
    m_folders = new QCompleter(folders, this);
    connect(m_path, &QLineEdit::textEdited, folders, [this, folders](const QString &text) {
        if (!kind().isServer() && text.startsWith(u'/') && folders->rootPath() == QStringLiteral("."))
            folders->setRootPath(QDir::rootPath()); // read the disk only when somebody types a path
    });
    auto *choose = softButton(tr("Choose…"), QStringLiteral("folder"), this);
    choose->setObjectName(QStringLiteral("addChoose"));
    connect(choose, &QPushButton::clicked, this, &EndpointFields::browse);
    m_choose = choose;
    m_rows->addBeside(choose);
}

void EndpointFields::addSignInRows()
{
    m_user = m_rows->addEdit(QStringLiteral("addUser"), tr("User"), {}, asksForUser);
    m_certificate = m_rows->addEdit(QStringLiteral("addCertificate"), tr("Certificate"),
                                    tr("a PEM or PKCS#12 file with its key"), onlyWith({QStringLiteral("mtls")}));
    addOAuthRows();
    addAwsRows();
    m_secret =
        m_rows->addEdit(QStringLiteral("addSecret"), tr("Secret"), {}, [](const EndpointKind &kind, const QString &auth) {
            return kind.isServer() && auth != QLatin1String("none") && auth != QLatin1String("login");
        });
    m_secret->setEchoMode(QLineEdit::Password);
    m_rows->add(tr("Login"), m_login, onlyWith({QStringLiteral("login")}));
    m_login->setInput([this] { return input(); });
    connect(m_login, &LoginPanel::loggedIn, this, &EndpointFields::changed);
}

void EndpointFields::addOAuthRows()
{
    const auto oauth = onlyWith({QStringLiteral("oauth2"), QStringLiteral("login")});
    const auto login = onlyWith({QStringLiteral("login")});
    const auto add = [this](const char *option, const QString &title, const QString &hint, const FormRows::Fits &fits) {
        const QString name = QLatin1StringView(option);
        m_options.append({name, m_rows->addEdit(name, title, hint, fits), {}});
    };
    add("oauth.token", tr("Token address"), QStringLiteral("https://login.example/oauth/token"), oauth);
    add("oauth.authorize", tr("Login page"), QStringLiteral("https://login.example/oauth/authorize"), login);
    add("oauth.device", tr("Device address"), tr("where codes are given, if there is no login page"), login);
    add("oauth.client", tr("Client"), tr("the name this program has there"), oauth);
    add("oauth.scope", tr("Scopes"), tr("with blanks between them, if any are needed"), oauth);
}

void EndpointFields::addAwsRows()
{
    const auto aws = onlyWith({QStringLiteral("sigv4")});
    const auto add = [&](const char *option, const QString &title, const QString &hint) {
        const QString name = QLatin1StringView(option);
        m_options.append({name, m_rows->addEdit(name, title, hint, aws), {}});
        return m_options.last().edit;
    };
    m_region = add("aws.region", tr("Region"), QStringLiteral("eu-west-1"));
    add("aws.profile", tr("Profile"), tr("in your AWS files; empty: the environment's, or the default one"));
    m_awsKey = add("aws.key", tr("Access key"), tr("instead of a profile"));
}

/// What a kind has beyond what every server has; of several kinds the same option is one field each.
void EndpointFields::addOwnRows()
{
    for (const EndpointKind &kind : m_kinds) {
        if (!kind.isServer())
            continue;
        for (const Property &option : ownOptions(kind)) {
            const auto fits = [name = kind.kind](const EndpointKind &k, const QString &) { return k.kind == name; };
            QLineEdit *const edit = m_rows->addEdit(QStringLiteral("own.%1.%2").arg(kind.kind, option.name),
                                                    optionTitle(option.name), {}, fits, more, option.value);
            m_options.append({option.name, edit, kind.kind});
        }
    }
}

void EndpointFields::addRoadRows()
{
    const auto add = [this](const char *option, const QString &title, const QString &hint, const FormRows::Fits &fits) {
        const QString name = QLatin1StringView(option);
        m_options.append({name, m_rows->addEdit(name, title, hint, fits, more), {}});
    };
    const auto oauth = onlyWith({QStringLiteral("oauth2"), QStringLiteral("login")});
    add("oauth.audience", tr("Audience"), tr("if one is needed"), oauth);
    add("oauth.secret", tr("Secret sent in"), tr("header or body"), oauth);
    m_authorities = m_rows->addEdit(QStringLiteral("addAuthorities"), tr("Authorities"),
                                    tr("a PEM file, if the system's are not enough"), isForServers, more);
    m_pin = m_rows->addEdit(QStringLiteral("addPin"), tr("Pinned certificate"),
                            tr("SHA-256 fingerprint, if it does not verify"), isForServers, more);
    add("auth.header", tr("Header of the key"), {}, onlyWith({QStringLiteral("apikey")}));
    const auto isWeb = [](const EndpointKind &kind, const QString &) {
        return kind.isServer() && kind.schemes.contains(QLatin1String("https"));
    };
    add("proxy", tr("Proxy"), tr("system, none, http://host:port or socks5://host:port"), isWeb);
    add("http.rate", tr("Requests a second"), tr("at most; empty: as fast as it goes"), isWeb);
    add("http.parallel", tr("Requests at once"), QStringLiteral("4"), isWeb);
    add("http.timeout", tr("Seconds a request"), QStringLiteral("600"), isWeb);
    add("http.limit", tr("Megabytes an answer"), QStringLiteral("64"), isWeb);
}

} // namespace meshscope
