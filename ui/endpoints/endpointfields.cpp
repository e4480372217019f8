#include "ui/endpoints/endpointfields.h"

#include "ui/endpoints/addresswords.h"
#include "ui/endpoints/formrows.h"
#include "ui/endpoints/loginpanel.h"
#include "ui/endpoints/signinwords.h"
#include "ui/widgets/controls.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

// See endpointrows.cpp for the rows.
namespace meshscope {

EndpointFields::EndpointFields(const EndpointServices &services, QWidget *parent)
    : QWidget(parent)
    , m_kinds(endpointKinds())
    , m_rows(new FormRows(this))
    , m_kind(new QComboBox(this))
    , m_auth(new QComboBox(this))
    , m_login(new LoginPanel(services, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_rows);
    const auto isForAll = [](const EndpointKind &, const QString &) { return true; };
    const auto isForServers = [](const EndpointKind &k, const QString &) { return k.isServer(); };
    addPathRow();
    m_kind->setObjectName(QStringLiteral("addKind"));
    for (const EndpointKind &kind : m_kinds)
        m_kind->addItem(kind.title, kind.kind);
    m_rows->add(tr("Kind"), m_kind, isForAll);
    m_auth->setObjectName(QStringLiteral("addAuth"));
    m_rows->add(tr("Sign in"), m_auth, isForServers);
    addSignInRows();
    m_name = m_rows->addEdit(QStringLiteral("addName"), tr("Name"), {}, isForAll);
    m_name->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[a-z0-9-]*")), this));
    m_rows->addMoreButton();
    addOwnRows();
    addRoadRows();
    connect(m_rows, &FormRows::changed, this, &EndpointFields::changed);
    connect(m_rows, &FormRows::submitted, this, &EndpointFields::submitted);
    connect(m_rows, &FormRows::moreToggled, this, &EndpointFields::showRows);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &EndpointFields::showKind);
    connect(m_kind, &QComboBox::activated, this, [this] {
        m_isKindChosen = true;
        showKind();
    });
    connect(m_auth, &QComboBox::currentIndexChanged, this, &EndpointFields::showRows);
    showKind();
}

const EndpointKind &EndpointFields::kind() const
{
    return m_kinds[qMax(0, m_kind->currentIndex())];
}

QString EndpointFields::auth() const
{
    return m_auth->currentData().toString();
}

bool EndpointFields::isOpen() const
{
    return !kind().isServer() && !m_isKindChosen && !m_base;
}

bool EndpointFields::isDatabase() const
{
    return kind().isServer() && !kind().schemes.contains(QLatin1String("https"));
}

QString EndpointFields::description() const
{
    if (kind().isServer())
        return kind().description;
    const QString folder = tr("A folder, often a git clone, with documents in any nesting: data products, contracts, "
                              "agreements, dbt, OpenLineage, DCAT and measurements. They are recognised by what they hold, "
                              "not by their names. Drop a folder on the window to add it without this form.");
    return isOpen() ? tr("Paste the address of a catalog: what answers there tells its kind. Or name a folder of documents, "
                         "often a git clone; dropped on the window, it is added without this form.")
                    : folder;
}

QWidget *EndpointFields::firstField() const
{
    return m_path;
}

void EndpointFields::showKind()
{
    const bool isServer = kind().isServer();
    const QString what = isOpen() ? tr("Address or folder") : isServer ? tr("Address") : tr("Folder");
    m_rows->labelOf(m_path)->setText(what);
    m_path->setAccessibleName(what);
    m_path->setPlaceholderText(isOpen()   ? tr("https://catalog.example or /path/to/a/folder")
                               : isServer ? addressLike(kind())
                                          : tr("/path/to/the/folder"));
    m_path->setCompleter(isServer ? nullptr : m_folders);
    m_choose->setVisible(!isServer);
    m_name->setPlaceholderText(isServer ? kind().kind : tr("from the folder's name"));
    const QString before = auth();
    {
        const QSignalBlocker blocker(m_auth);
        m_auth->clear();
        for (const QString &way : waysToSignIn(kind()))
            m_auth->addItem(signInTitle(way), way);
        m_auth->setCurrentIndex(qMax(0, m_isKindChosen ? m_auth->findData(before) : 0));
    }
    showRows();
}

void EndpointFields::showRows()
{
    m_rows->showFor(kind(), auth());
    const QString title = secretTitle(auth());
    m_rows->labelOf(m_secret)->setText(title);
    m_secret->setAccessibleName(title);
    const bool isAws = auth() == QLatin1String("sigv4");
    m_secret->setPlaceholderText(m_base  ? tr("as it was, unless you type another")
                                 : isAws ? tr("of the access key; a profile needs none")
                                         : tr("kept in your keychain or vault, never in the workspace"));
    const bool isNamed = auth() == QLatin1String("basic") || isDatabase();
    m_user->setPlaceholderText(isNamed ? QString() : tr("in whose name it is asked, if that makes a difference"));
    emit changed();
}

void EndpointFields::clear()
{
    m_base.reset();
    m_isCopy = false;
    m_isKindChosen = false;
    for (QLineEdit *edit : m_rows->edits())
        edit->clear();
    m_login->clear();
    m_kind->setEnabled(true);
    m_name->setEnabled(true);
    m_rows->setMore(false);
    m_kind->setCurrentIndex(0);
    showKind();
}

void EndpointFields::setEndpoint(const StoredEndpoint &endpoint, bool isCopy)
{
    clear();
    m_base = endpoint;
    m_isCopy = isCopy;
    setKind(endpoint.kind);
    showKind(); // which it may have been already, but open
    m_kind->setEnabled(false);
    m_name->setEnabled(isCopy);
    m_name->setText(isCopy ? QString() : endpoint.name);
    m_path->setText(endpoint.location);
    m_user->setText(endpoint.options.value(QStringLiteral("auth.user")));
    m_certificate->setText(endpoint.options.value(QStringLiteral("tls.certificate")));
    m_authorities->setText(endpoint.options.value(QStringLiteral("tls.authorities")));
    m_pin->setText(endpoint.options.value(QStringLiteral("tls.pin")));
    for (const OptionField &field : std::as_const(m_options)) {
        if (field.kind.isEmpty() || field.kind == endpoint.kind)
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
    m_rows->setMore(true);
}

void EndpointFields::apply(const Recognised &found)
{
    if (m_kind->findData(found.kind) < 0)
        return;
    setKind(found.kind);
    if (!found.location.isEmpty())
        m_path->setText(found.location);
    for (const OptionField &field : std::as_const(m_options)) {
        if (!field.kind.isEmpty() && field.kind != found.kind)
            continue;
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
    return kind().isServer() ? addressProblem(kind(), location()) : folderProblem(location(), m_isKindChosen);
}

bool EndpointFields::isComplete() const
{
    if (location().isEmpty() || !problem().isEmpty())
        return false;
    const auto isFilled = [](const QLineEdit *field) { return field->isHidden() || !field->text().isEmpty(); };
    const bool needsUser = auth() == QLatin1String("basic") || isDatabase();
    if ((needsUser && !isFilled(m_user)) || !isFilled(m_certificate) || !isFilled(m_region))
        return false;
    if (m_base) // what is kept need not be typed again
        return true;
    if (auth() == QLatin1String("login"))
        return !m_login->secret().isEmpty();
    // A client certificate needs a passphrase only where it has one, AWS a secret only for a key of one's own.
    const bool isAws = auth() == QLatin1String("sigv4");
    const bool needsSecret = isAws ? !m_awsKey->text().isEmpty() : auth() != QLatin1String("mtls");
    return !needsSecret || isFilled(m_secret);
}

Result<EndpointInput> EndpointFields::input() const
{
    EndpointInput input;
    EndpointConfig &config = input.config;
    config.kind = kind().kind;
    config.name = m_name->text();
    config.location = kind().isServer() ? location() : QDir::cleanPath(location());
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
    const auto text = [this](const QLineEdit *edit) {
        return m_rows->fits(edit, kind(), auth()) ? edit->text().trimmed() : QString();
    };
    for (const OptionField &field : m_options) {
        if (!field.kind.isEmpty() && field.kind != config.kind)
            continue;
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
    else if (m_rows->fits(m_secret, kind(), auth()))
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
