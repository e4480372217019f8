#include "ui/endpoints/endpointfields.h"

#include "models/catalogs/kindoptions.h"
#include "ui/endpoints/addressprobe.h"
#include "ui/endpoints/loginpanel.h"
#include "ui/endpoints/signinwords.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QCompleter>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFileSystemModel>
#include <QGridLayout>
#include <QRegularExpressionValidator>
#include <QUrl>

namespace meshscope {

namespace {

bool isForAll(const EndpointKind &, const QString &)
{
    return true;
}

bool isForServers(const EndpointKind &kind, const QString &)
{
    return kind.isServer();
}

/// "https:// or http://"
QString beginnings(const EndpointKind &kind)
{
    QStringList schemes;
    for (const QString &scheme : kind.schemes)
        schemes.append(scheme + QStringLiteral("://"));
    return schemes.join(EndpointFields::tr(" or "));
}

/// What an address of that kind looks like.
QString addressLike(const EndpointKind &kind)
{
    const QString scheme = kind.schemes.value(0);
    return scheme == QLatin1String("https") ? QStringLiteral("https://catalog.example:5000")
                                            : scheme + QStringLiteral("://server.example/database");
}

std::function<bool(const EndpointKind &, const QString &)> onlyWith(const QStringList &ways)
{
    return [ways](const EndpointKind &kind, const QString &auth) { return kind.isServer() && ways.contains(auth); };
}

} // namespace

EndpointFields::EndpointFields(const EndpointServices &services, QWidget *parent)
    : QWidget(parent)
    , m_kinds(endpointKinds())
    , m_grid(new QGridLayout(this))
    , m_kind(new QComboBox(this))
    , m_pathLabel(makeLabel({}, TextRole::Base, &Tokens::text, this))
    , m_path(new QLineEdit(this))
    , m_auth(new QComboBox(this))
    , m_login(new LoginPanel(services, this))
{
    m_grid->setHorizontalSpacing(px(12));
    m_grid->setVerticalSpacing(px(8));
    m_grid->setColumnStretch(1, 1);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_kind->setObjectName(QStringLiteral("addKind"));
    for (const EndpointKind &kind : m_kinds)
        m_kind->addItem(kind.title, kind.kind);
    addRow(tr("Kind"), m_kind, isForAll);
    addPathRow();
    addOwnRows();
    m_auth->setObjectName(QStringLiteral("addAuth"));
    addRow(tr("Sign in"), m_auth, isForServers);
    addSignInRows();
    m_name = addField("addName", tr("Name"), {}, isForAll);
    m_name->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[a-z0-9-]*")), this));
    addMoreRows();
    connect(m_kind, &QComboBox::currentIndexChanged, this, &EndpointFields::showKind);
    connect(m_kind, &QComboBox::activated, this, [this] { m_isKindChosen = true; });
    connect(m_auth, &QComboBox::currentIndexChanged, this, &EndpointFields::showRows);
    showKind();
}

void EndpointFields::watch(QLineEdit *field)
{
    m_edits.append(field);
    connect(field, &QLineEdit::textChanged, this, &EndpointFields::changed);
    connect(field, &QLineEdit::returnPressed, this, &EndpointFields::submitted);
}

void EndpointFields::addRow(const QString &title, QWidget *field, const Fits &fits, bool isMore)
{
    auto *label = makeLabel(title, TextRole::Base, &Tokens::text, this);
    label->setBuddy(field);
    field->setAccessibleName(title);
    const int row = m_grid->rowCount();
    m_grid->addWidget(label, row, 0);
    m_grid->addWidget(field, row, 1);
    m_rows.append({label, field, fits, isMore});
}

QLineEdit *EndpointFields::addField(const char *name, const QString &title, const QString &hint, const Fits &fits,
                                    bool isMore)
{
    auto *field = new QLineEdit(this);
    field->setObjectName(QLatin1StringView(name));
    field->setPlaceholderText(hint);
    addRow(title, field, fits, isMore);
    watch(field);
    return field;
}

void EndpointFields::addOption(const char *option, const QString &title, const QString &hint, const Fits &fits, bool isMore)
{
    m_options.append({QLatin1StringView(option), addField(option, title, hint, fits, isMore)});
}

void EndpointFields::addPathRow()
{
    const int row = m_grid->rowCount();
    m_pathLabel->setBuddy(m_path);
    m_path->setObjectName(QStringLiteral("addPath"));
    watch(m_path);
    auto *folders = new QFileSystemModel(this);
    folders->setFilter(QDir::Dirs | QDir::NoDotAndDotDot | QDir::Drives);
    m_folders = new QCompleter(folders, this);
    connect(m_path, &QLineEdit::textEdited, folders, [this, folders] {
        if (!kind().isServer() && folders->rootPath() == QStringLiteral("."))
            folders->setRootPath(QDir::rootPath()); // read the disk only when somebody types
    });
    auto *choose = softButton(tr("Choose…"), QStringLiteral("folder"), this);
    choose->setObjectName(QStringLiteral("addChoose"));
    connect(choose, &QPushButton::clicked, this, &EndpointFields::browse);
    m_choose = choose;
    m_grid->addWidget(m_pathLabel, row, 0);
    m_grid->addWidget(m_path, row, 1);
    m_grid->addWidget(choose, row, 2);
}

/// What a kind has beyond what every server has; of several kinds the same option is one field each.
void EndpointFields::addOwnRows()
{
    for (const EndpointKind &kind : m_kinds) {
        if (!kind.isServer())
            continue;
        for (const Property &option : ownOptions(kind)) {
            const QString name = kind.kind;
            auto *field = addField(qPrintable(QStringLiteral("own.%1.%2").arg(name, option.name)), option.name, option.value,
                                   [name](const EndpointKind &k, const QString &) { return k.kind == name; });
            field->setToolTip(option.value.toHtmlEscaped());
            m_options.append({option.name, field});
        }
    }
}

void EndpointFields::addSignInRows()
{
    m_user = addField("addUser", tr("User"), {}, [](const EndpointKind &kind, const QString &auth) {
        // a database asks who it is however that is proven
        return kind.isServer() && (auth == QLatin1String("basic") || !kind.schemes.contains(QLatin1String("https")));
    });
    m_certificate = addField("addCertificate", tr("Certificate"), tr("a PEM or PKCS#12 file with its key"),
                             onlyWith({QStringLiteral("mtls")}));
    const auto oauth = onlyWith({QStringLiteral("oauth2"), QStringLiteral("login")});
    const auto login = onlyWith({QStringLiteral("login")});
    addOption("oauth.token", tr("Token address"), QStringLiteral("https://login.example/oauth/token"), oauth);
    addOption("oauth.authorize", tr("Login page"), QStringLiteral("https://login.example/oauth/authorize"), login);
    addOption("oauth.device", tr("Device address"), tr("where codes are given, if there is no login page"), login);
    addOption("oauth.client", tr("Client"), tr("the name this program has there"), oauth);
    addOption("oauth.scope", tr("Scopes"), tr("with blanks between them, if any are needed"), oauth);
    addOption("oauth.audience", tr("Audience"), tr("if one is needed"), oauth, true);
    addOption("oauth.secret", tr("Secret sent in"), tr("header or body"), oauth, true);
    const auto aws = onlyWith({QStringLiteral("sigv4")});
    addOption("aws.region", tr("Region"), QStringLiteral("eu-west-1"), aws);
    addOption("aws.profile", tr("Profile"), tr("in your AWS files; empty: the default one"), aws);
    addOption("aws.key", tr("Access key"), tr("instead of a profile"), aws);
    m_secret = addField("addSecret", tr("Secret"), {}, [](const EndpointKind &kind, const QString &auth) {
        return kind.isServer() && auth != QLatin1String("none") && auth != QLatin1String("login");
    });
    m_secret->setEchoMode(QLineEdit::Password);
    addRow(tr("Login"), m_login, login);
    m_login->setInput([this] { return input(); });
    connect(m_login, &LoginPanel::loggedIn, this, &EndpointFields::changed);
}

void EndpointFields::addMoreRows()
{
    const auto servers = isForServers;
    m_more = quietButton(tr("More options"), QStringLiteral("chevron-right"), this);
    m_more->setObjectName(QStringLiteral("addMore"));
    m_more->setCheckable(true);
    m_grid->addWidget(m_more, m_grid->rowCount(), 1, Qt::AlignLeft);
    connect(m_more, &QPushButton::toggled, this, [this](bool isOn) {
        setLook(m_more, ButtonLook::Quiet, isOn ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"));
        showRows();
    });
    m_authorities =
        addField("addAuthorities", tr("Authorities"), tr("a PEM file, if the system's are not enough"), servers, true);
    m_pin = addField("addPin", tr("Pinned certificate"), tr("SHA-256 fingerprint, if it does not verify"), servers, true);
    addOption("auth.header", tr("Header of the key"), {}, onlyWith({QStringLiteral("apikey")}), true);
    addOption("proxy", tr("Proxy"), tr("system, none, http://host:port or socks5://host:port"), servers, true);
    addOption("http.rate", tr("Requests a second"), tr("at most; empty: as fast as it goes"), servers, true);
    addOption("http.parallel", tr("Requests at once"), QStringLiteral("4"), servers, true);
    addOption("http.timeout", tr("Seconds a request"), QStringLiteral("600"), servers, true);
    addOption("http.limit", tr("Megabytes an answer"), QStringLiteral("64"), servers, true);
}

const EndpointKind &EndpointFields::kind() const
{
    return m_kinds[qMax(0, m_kind->currentIndex())];
}

QString EndpointFields::auth() const
{
    return m_auth->currentData().toString();
}

QString EndpointFields::description() const
{
    return kind().isServer()
               ? kind().description
               : tr("A folder, often a git clone, with documents in any nesting: data products, contracts, "
                    "agreements, dbt, OpenLineage, DCAT and measurements. They are recognised by what they hold, "
                    "not by their names. Drop a folder on the window to add it without this form.");
}

QWidget *EndpointFields::firstField() const
{
    return m_path;
}

void EndpointFields::showKind()
{
    const bool isServer = kind().isServer();
    m_pathLabel->setText(isServer ? tr("Address") : tr("Folder"));
    m_path->setAccessibleName(m_pathLabel->text());
    m_path->setPlaceholderText(isServer ? addressLike(kind()) : tr("/path/to/the/folder"));
    m_path->setCompleter(isServer ? nullptr : m_folders);
    m_choose->setVisible(!isServer);
    m_more->setVisible(isServer);
    m_name->setPlaceholderText(isServer ? kind().kind : tr("from the folder's name"));
    const QSignalBlocker blocker(m_auth);
    m_auth->clear();
    for (const QString &way : waysToSignIn(kind()))
        m_auth->addItem(signInTitle(way), way);
    showRows();
}

void EndpointFields::showRows()
{
    for (const Row &row : std::as_const(m_rows)) {
        const bool fits = row.fits(kind(), auth()) && (!row.isMore || m_more->isChecked());
        row.label->setVisible(fits);
        row.field->setVisible(fits);
        if (row.field == m_secret) {
            row.label->setText(secretTitle(auth()));
            m_secret->setAccessibleName(row.label->text());
        }
    }
    m_secret->setPlaceholderText(m_base ? tr("as it was, unless you type another")
                                        : tr("kept in your keychain, never in the workspace"));
    emit changed();
}

void EndpointFields::clear()
{
    m_base.reset();
    m_isCopy = false;
    m_isKindChosen = false;
    for (QLineEdit *edit : std::as_const(m_edits))
        edit->clear();
    m_login->clear();
    m_kind->setEnabled(true);
    m_name->setEnabled(true);
    m_more->setChecked(false);
    m_kind->setCurrentIndex(0);
    showKind();
}

void EndpointFields::setEndpoint(const StoredEndpoint &endpoint, bool isCopy)
{
    clear();
    setKind(endpoint.kind);
    m_base = endpoint;
    m_isCopy = isCopy;
    m_kind->setEnabled(false);
    m_name->setEnabled(isCopy);
    m_name->setText(isCopy ? QString() : endpoint.name);
    m_path->setText(endpoint.location);
    m_user->setText(endpoint.options.value(QStringLiteral("auth.user")));
    m_certificate->setText(endpoint.options.value(QStringLiteral("tls.certificate")));
    m_authorities->setText(endpoint.options.value(QStringLiteral("tls.authorities")));
    m_pin->setText(endpoint.options.value(QStringLiteral("tls.pin")));
    const QString own = QStringLiteral("own.%1.").arg(endpoint.kind);
    for (const OptionField &field : std::as_const(m_options)) {
        if (!field.edit->objectName().startsWith(QLatin1String("own.")) || field.edit->objectName().startsWith(own))
            field.edit->setText(endpoint.options.value(field.option));
    }
    if (const int at = m_auth->findData(signInWay(kind(), endpoint.options)); at >= 0)
        m_auth->setCurrentIndex(at);
    showRows();
}

void EndpointFields::setKind(const QString &kind)
{
    if (const int at = m_kind->findData(kind); at >= 0)
        m_kind->setCurrentIndex(at);
}

void EndpointFields::setPin(const QString &fingerprint)
{
    m_pin->setText(fingerprint);
    m_more->setChecked(true);
}

void EndpointFields::apply(const Recognised &found)
{
    if (m_kind->findData(found.kind) < 0)
        return;
    setKind(found.kind);
    if (!found.location.isEmpty())
        m_path->setText(found.location);
    for (const OptionField &field : std::as_const(m_options)) {
        if (const QString value = found.options.value(field.option); !value.isEmpty())
            field.edit->setText(value);
    }
}

QString EndpointFields::location() const
{
    return m_path->text().trimmed();
}

void EndpointFields::setRefused(bool isRefused)
{
    setWrong(m_path, isRefused);
}

QString EndpointFields::problem() const
{
    const QString path = m_path->text().trimmed();
    if (path.isEmpty())
        return {};
    if (kind().isServer()) {
        const QUrl url(path, QUrl::StrictMode);
        if (!url.isValid() || !kind().schemes.contains(url.scheme()) || url.host().isEmpty())
            return tr("An address begins with %1 and names a server").arg(beginnings(kind()));
        return url.userInfo().isEmpty() ? QString() : tr("Take the user and password out of the address: it is shown");
    }
    const QFileInfo info(path);
    if (!info.exists() && AddressProbe::isServer(path) && !m_isKindChosen)
        return tr("That is a server's address: what answers there tells its kind, or you do");
    if (!info.exists())
        return tr("There is no such folder");
    if (!info.isDir())
        return tr("That is a file: choose the folder it is in");
    return info.isReadable() ? QString() : tr("You may not read this folder");
}

bool EndpointFields::isComplete() const
{
    const auto isFilled = [](const QLineEdit *field) { return field->isHidden() || !field->text().isEmpty(); };
    // A client certificate needs a passphrase only where it has one, AWS no secret where a profile has it; and what is kept
    // need not be typed again.
    const bool needsSecret = !m_base && auth() != QLatin1String("mtls") && auth() != QLatin1String("sigv4");
    return !m_path->text().trimmed().isEmpty() && problem().isEmpty() && isFilled(m_user) && isFilled(m_certificate) &&
           (!needsSecret || isFilled(m_secret)) &&
           (m_base || auth() != QLatin1String("login") || !m_login->secret().isEmpty());
}

Result<EndpointInput> EndpointFields::input() const
{
    EndpointInput input;
    EndpointConfig &config = input.config;
    config.kind = kind().kind;
    config.name = m_name->text();
    const QString location = m_path->text().trimmed();
    config.location = kind().isServer() ? location : QDir::cleanPath(location);
    if (m_base) {
        input.like = {m_base->name, m_base->kind, m_base->location, m_base->options};
        config.options = m_base->options; // also those no field is for
        if (m_isCopy)
            config.options.remove(QStringLiteral("secrets"));
    }
    if (!kind().isServer())
        return input;
    for (const char *const name : {"auth", "auth.user", "tls.authorities", "tls.certificate", "tls.pin"})
        config.options.remove(QLatin1StringView(name));
    const auto fits = [this](const QLineEdit *edit) {
        const auto row = std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const Row &r) { return r.field == edit; });
        return row != m_rows.cend() && row->fits(kind(), auth());
    };
    const auto text = [&](const QLineEdit *edit) { return fits(edit) ? edit->text().trimmed() : QString(); };
    for (const OptionField &field : m_options) {
        if (field.edit->objectName().startsWith(QLatin1String("own.")) && !fits(field.edit))
            continue; // of another kind
        if (const QString value = text(field.edit); value.isEmpty())
            config.options.remove(field.option);
        else
            config.options.insert(field.option, value);
    }
    const SignIn how{auth(), text(m_user), text(m_authorities), text(m_certificate), text(m_pin)};
    if (const Result<void> done = signIn(config, kind(), how); !done)
        return Failure(done.error());
    if (auth() == QLatin1String("login"))
        input.secret = m_login->secret();
    else if (fits(m_secret))
        input.secret = m_secret->text().toUtf8();
    return input;
}

void EndpointFields::browse()
{
    auto *dialog = new QFileDialog(this, tr("Add a folder"), m_path->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
    dialog->show();
}

} // namespace meshscope
