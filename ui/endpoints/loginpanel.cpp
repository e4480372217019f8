#include "ui/endpoints/loginpanel.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace meshscope {

LoginPanel::LoginPanel(const EndpointServices &services, QWidget *parent)
    : QWidget(parent)
    , m_login(services.login)
    , m_open(services.openAddress)
    , m_button(plainButton({}, QStringLiteral("person"), this))
    , m_text(makeLabel({}, TextRole::Small, &Tokens::muted, this))
    , m_code(makeLabel({}, TextRole::Title, &Tokens::text, this))
    , m_link(new LinkLabel({}, this))
{
    setObjectName(QStringLiteral("loginPanel"));
    m_button->setObjectName(QStringLiteral("loginButton"));
    m_text->setObjectName(QStringLiteral("loginSays"));
    m_code->setObjectName(QStringLiteral("loginCode"));
    m_link->setObjectName(QStringLiteral("loginLink"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(4));
    auto *row = new QHBoxLayout;
    row->setSpacing(px(8));
    row->addWidget(m_button);
    row->addWidget(m_code);
    row->addWidget(m_link);
    row->addStretch();
    column->addLayout(row);
    column->addWidget(m_text);
    m_tick.setInterval(100);
    connect(&m_tick, &QTimer::timeout, this, &LoginPanel::look);
    connect(&m_future, &QFutureWatcherBase::finished, this, &LoginPanel::take);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (isRunning())
            stop();
        else
            start();
    });
    connect(m_link, &LinkLabel::opened, this, [this] { m_open(m_address); });
    clear();
}

LoginPanel::~LoginPanel()
{
    if (m_watch)
        m_watch->isCancelled = true;
}

void LoginPanel::clear()
{
    if (m_watch)
        m_watch->isCancelled = true;
    m_watch.reset();
    m_future.setFuture({});
    m_tick.stop();
    m_secret.fill('\0');
    m_secret.clear();
    m_address.clear();
    showState(tr("You log in with your browser; what it gives is kept in your keychain and renewed by itself."));
}

void LoginPanel::showState(const QString &text, bool isWrong)
{
    setTextColor(m_text, isWrong ? &Tokens::breachedText : &Tokens::muted);
    m_text->setText(text);
    m_button->setText(isRunning() ? tr("Cancel the login") : m_secret.isEmpty() ? tr("Log in…") : tr("Log in again…"));
    m_code->setVisible(isRunning() && !m_code->text().isEmpty());
    m_link->setText(tr("Open the page"));
    m_link->setVisible(isRunning() && !m_address.isEmpty());
}

void LoginPanel::start()
{
    const Result<EndpointInput> input = m_input();
    if (!input) {
        showState(input.error().text, true);
        return;
    }
    m_watch = std::make_shared<Watch>();
    m_code->clear();
    LoginTalk talk;
    talk.cancelled = [shared = m_watch] { return shared->isCancelled.load(); };
    talk.open = [shared = m_watch](const QUrl &url) {
        const QMutexLocker lock(&shared->mutex);
        shared->toOpen = url;
    };
    talk.show = [shared = m_watch](const QString &code, const QUrl &where, const QUrl &whole) {
        const QMutexLocker lock(&shared->mutex);
        shared->code = code;
        shared->where = where;
        shared->toOpen = whole.isEmpty() ? where : whole;
    };
    m_future.setFuture(QtConcurrent::run([login = m_login, input = *input, talk] { return login(input, talk); }));
    m_tick.start();
    showState(tr("Asking the login server…"));
}

void LoginPanel::stop()
{
    clear();
    showState(tr("The login was cancelled."));
}

/// The worker cannot show anything itself.
void LoginPanel::look()
{
    if (!m_watch)
        return;
    QUrl open;
    QString code;
    QUrl where;
    {
        const QMutexLocker lock(&m_watch->mutex);
        open = std::exchange(m_watch->toOpen, {});
        code = m_watch->code;
        where = m_watch->where;
    }
    if (open.isEmpty())
        return;
    m_address = open;
    m_code->setText(code);
    m_open(open);
    showState(code.isEmpty() ? tr("Waiting for your browser to come back…")
                             : tr("Type this code at %1. Waiting…").arg(where.toString(QUrl::RemoveQuery)));
}

void LoginPanel::take()
{
    if (!m_watch || m_future.future().resultCount() == 0)
        return;
    const Result<QByteArray> secret = m_future.result();
    m_watch.reset();
    m_tick.stop();
    m_future.setFuture({});
    if (!secret) {
        showState(secret.error().text, true);
        return;
    }
    m_secret = *secret;
    showState(tr("You are logged in."));
    emit loggedIn(m_secret);
}

} // namespace meshscope
