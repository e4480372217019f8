#include "ui/endpoints/addform.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/taborder.h"

#include <QComboBox>
#include <QCompleter>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFileSystemModel>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QRegularExpressionValidator>
#include <QUrl>
#include <QVBoxLayout>

namespace meshscope {

namespace {

QString authTitle(const QString &auth)
{
    if (auth == QLatin1String("none"))
        return AddForm::tr("Nobody signs in");
    if (auth == QLatin1String("bearer"))
        return AddForm::tr("Token");
    if (auth == QLatin1String("basic"))
        return AddForm::tr("User and password");
    if (auth == QLatin1String("apikey"))
        return AddForm::tr("API key");
    return auth == QLatin1String("mtls") ? AddForm::tr("Client certificate") : QString();
}

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
    return schemes.join(QCoreApplication::translate("meshscope::AddForm", " or "));
}

/// What an address of that kind looks like.
QString addressLike(const EndpointKind &kind)
{
    const QString scheme = kind.schemes.value(0);
    return scheme == QLatin1String("https") ? QStringLiteral("https://catalog.example:5000")
                                            : scheme + QStringLiteral("://server.example/database");
}

} // namespace

AddForm::AddForm(QWidget *parent)
    : QWidget(parent)
    , m_kinds(endpointKinds())
    , m_grid(new QGridLayout)
    , m_what(makeLabel({}, TextRole::Base, &Tokens::muted, this))
    , m_kind(new QComboBox(this))
    , m_pathLabel(makeLabel({}, TextRole::Base, &Tokens::text, this))
    , m_path(new QLineEdit(this))
    , m_auth(new QComboBox(this))
    , m_say(makeLabel({}, TextRole::Small, &Tokens::muted, this))
{
    setObjectName(QStringLiteral("addForm"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(24), px(20), px(24), px(20));
    column->setSpacing(px(12));
    column->addWidget(makeLabel(tr("Add an endpoint"), TextRole::Title, &Tokens::text, this));
    m_what->setWordWrap(true);
    column->addWidget(m_what);
    m_grid->setHorizontalSpacing(px(12));
    m_grid->setVerticalSpacing(px(8));
    m_grid->setColumnStretch(1, 1);
    m_grid->setContentsMargins(0, 0, 0, 0);
    addRows();
    m_say->setObjectName(QStringLiteral("addSays"));
    m_say->setWordWrap(true);
    m_grid->addWidget(m_say, m_grid->rowCount(), 1);
    auto *box = new QWidget(this);
    box->setMaximumWidth(px(640));
    box->setLayout(m_grid);
    column->addWidget(box);

    auto *buttons = new QHBoxLayout;
    auto *add = mainButton(tr("Add and read"), QStringLiteral("plus"), this);
    add->setObjectName(QStringLiteral("addButton"));
    m_add = add;
    auto *cancel = softButton(tr("Cancel"), {}, this);
    buttons->addWidget(add);
    buttons->addWidget(cancel);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addStretch();
    setInitialFocus(this, m_path);

    for (QLineEdit *field : {m_path, m_user, m_secret, m_authorities, m_certificate, m_pin, m_name}) {
        connect(field, &QLineEdit::textChanged, this, &AddForm::check);
        connect(field, &QLineEdit::returnPressed, add, &QPushButton::click);
    }
    connect(m_kind, &QComboBox::currentIndexChanged, this, &AddForm::showKind);
    connect(m_auth, &QComboBox::currentIndexChanged, this, &AddForm::showRows);
    connect(cancel, &QPushButton::clicked, this, &AddForm::cancelled);
    connect(add, &QPushButton::clicked, this, &AddForm::submit);
    showKind();
}

void AddForm::addRow(const QString &title, QWidget *field,
                     const std::function<bool(const EndpointKind &, const QString &)> &fits)
{
    auto *label = makeLabel(title, TextRole::Base, &Tokens::text, this);
    label->setBuddy(field);
    field->setAccessibleName(title);
    const int row = m_grid->rowCount();
    m_grid->addWidget(label, row, 0);
    m_grid->addWidget(field, row, 1);
    m_rows.append({label, field, fits});
}

QLineEdit *AddForm::addField(const char *name, const QString &title, const QString &hint,
                             const std::function<bool(const EndpointKind &, const QString &)> &fits)
{
    auto *field = new QLineEdit(this);
    field->setObjectName(QString::fromLatin1(name));
    field->setPlaceholderText(hint);
    addRow(title, field, fits);
    return field;
}

void AddForm::addRows()
{
    m_kind->setObjectName(QStringLiteral("addKind"));
    for (const EndpointKind &kind : m_kinds)
        m_kind->addItem(kind.title, kind.kind);
    addRow(tr("Kind"), m_kind, isForAll);

    const int row = m_grid->rowCount();
    m_pathLabel->setBuddy(m_path);
    m_path->setObjectName(QStringLiteral("addPath"));
    auto *folders = new QFileSystemModel(this);
    folders->setFilter(QDir::Dirs | QDir::NoDotAndDotDot | QDir::Drives);
    m_folders = new QCompleter(folders, this);
    connect(m_path, &QLineEdit::textEdited, folders, [this, folders] {
        if (!kind().isServer() && folders->rootPath() == QStringLiteral("."))
            folders->setRootPath(QDir::rootPath()); // read the disk only when somebody types
    });
    auto *choose = softButton(tr("Choose…"), QStringLiteral("folder"), this);
    choose->setObjectName(QStringLiteral("addChoose"));
    connect(choose, &QPushButton::clicked, this, &AddForm::browse);
    m_choose = choose;
    m_grid->addWidget(m_pathLabel, row, 0);
    m_grid->addWidget(m_path, row, 1);
    m_grid->addWidget(choose, row, 2);

    m_auth->setObjectName(QStringLiteral("addAuth"));
    addRow(tr("Sign in"), m_auth, isForServers);
    m_user = addField("addUser", tr("User"), {}, [](const EndpointKind &kind, const QString &auth) {
        // a database asks who it is however that is proven
        return kind.isServer() && (auth == QLatin1String("basic") || !kind.schemes.contains(QLatin1String("https")));
    });
    m_certificate = addField(
        "addCertificate", tr("Certificate"), tr("a PEM or PKCS#12 file with its key"),
        [](const EndpointKind &kind, const QString &auth) { return kind.isServer() && auth == QLatin1String("mtls"); });
    m_secret = addField(
        "addSecret", tr("Secret"), tr("kept in your keychain, never in the workspace"),
        [](const EndpointKind &kind, const QString &auth) { return kind.isServer() && auth != QLatin1String("none"); });
    m_secret->setEchoMode(QLineEdit::Password);
    m_authorities =
        addField("addAuthorities", tr("Authorities"), tr("a PEM file, if the system's are not enough"), isForServers);
    m_pin = addField("addPin", tr("Pinned certificate"), tr("SHA-256 fingerprint, if it does not verify"), isForServers);
    m_name = addField("addName", tr("Name"), {}, isForAll);
    m_name->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[a-z0-9-]*")), this));
}

const EndpointKind &AddForm::kind() const
{
    return m_kinds[qMax(0, m_kind->currentIndex())];
}

QString AddForm::auth() const
{
    return m_auth->currentData().toString();
}

void AddForm::showKind()
{
    const bool isHttp = kind().isServer();
    m_what->setText(isHttp
                        ? kind().description
                        : tr("A folder, often a git clone, with documents in any nesting: data products, contracts, "
                             "agreements, dbt, OpenLineage, DCAT and measurements. They are recognised by what they hold, "
                             "not by their names. Drop a folder on the window to add it without this form."));
    m_pathLabel->setText(isHttp ? tr("Address") : tr("Folder"));
    m_path->setAccessibleName(m_pathLabel->text());
    m_path->setPlaceholderText(isHttp ? addressLike(kind()) : tr("/path/to/the/folder"));
    m_path->setCompleter(isHttp ? nullptr : m_folders);
    m_choose->setVisible(!isHttp);
    m_name->setPlaceholderText(isHttp ? kind().kind : tr("from the folder's name"));
    const QSignalBlocker blocker(m_auth);
    m_auth->clear();
    for (const QString &auth : kind().auth) {
        if (const QString title = authTitle(auth); !title.isEmpty()) // others need options that are given on a command line
            m_auth->addItem(title, auth);
    }
    showRows();
}

void AddForm::showRows()
{
    for (const Row &row : std::as_const(m_rows)) {
        const bool fits = row.fits(kind(), auth());
        row.label->setVisible(fits);
        row.field->setVisible(fits);
    }
    check();
}

void AddForm::setError(const QString &text)
{
    setTextColor(m_say, &Tokens::breachedText);
    m_say->setText(text);
    setWrong(m_path, true);
}

void AddForm::clear()
{
    for (QLineEdit *field : {m_path, m_user, m_secret, m_authorities, m_certificate, m_pin, m_name})
        field->clear();
    m_kind->setCurrentIndex(0);
    check();
}

void AddForm::setKind(const QString &kind)
{
    if (const int at = m_kind->findData(kind); at >= 0)
        m_kind->setCurrentIndex(at);
}

/// What is wrong with what stands there so far; empty when nothing is.
QString AddForm::problem() const
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
    if (!info.exists())
        return tr("There is no such folder");
    if (!info.isDir())
        return tr("That is a file: choose the folder it is in");
    return info.isReadable() ? QString() : tr("You may not read this folder");
}

void AddForm::check()
{
    const QString wrong = problem();
    const auto isFilled = [](const QLineEdit *field) { return field->isHidden() || !field->text().isEmpty(); };
    // A client certificate needs a passphrase only where it has one.
    const bool hasSecret = isFilled(m_secret) || auth() == QLatin1String("mtls");
    m_add->setEnabled(!m_path->text().trimmed().isEmpty() && wrong.isEmpty() && isFilled(m_user) &&
                      isFilled(m_certificate) && hasSecret);
    setWrong(m_path, false);
    setTextColor(m_say, &Tokens::muted);
    m_say->setText(wrong);
}

void AddForm::browse()
{
    auto *dialog = new QFileDialog(this, tr("Add a folder"), m_path->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
    dialog->show();
}

void AddForm::submit()
{
    EndpointConfig config;
    config.kind = kind().kind;
    config.name = m_name->text();
    const QString location = m_path->text().trimmed();
    config.location = kind().isServer() ? location : QDir::cleanPath(location);
    QByteArray secret;
    if (kind().isServer()) {
        const auto shown = [](const QLineEdit *field) { return field->isHidden() ? QString() : field->text().trimmed(); };
        const SignIn how{auth(), shown(m_user), shown(m_authorities), shown(m_certificate), shown(m_pin)};
        if (const Result<void> done = signIn(config, kind(), how); !done) {
            setError(done.error().text);
            return;
        }
        secret = m_secret->isHidden() ? QByteArray() : m_secret->text().toUtf8();
    }
    emit addRequested(config, secret);
}

} // namespace meshscope
