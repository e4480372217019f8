#include "ui/endpoints/vaultbar.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace meshscope {

VaultBar::VaultBar(const EndpointServices &services, QWidget *parent)
    : QWidget(parent)
    , m_isLocked(services.isLocked)
    , m_unlock(services.unlock)
    , m_passphrase(new QLineEdit(this))
    , m_button(plainButton({}, {}, this))
    , m_says(makeLabel({}, TextRole::Small, &Tokens::breachedText, this))
{
    setObjectName(QStringLiteral("vaultBar"));
    setGround(this, &Tokens::window);
    m_passphrase->setObjectName(QStringLiteral("vaultPassphrase"));
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_passphrase->setPlaceholderText(tr("Passphrase"));
    m_passphrase->setAccessibleName(tr("Passphrase of the vault"));
    m_passphrase->setFixedWidth(px(240));
    m_says->setObjectName(QStringLiteral("vaultSays"));
    m_says->setWordWrap(true);
    m_says->hide();
    m_button->setObjectName(QStringLiteral("vaultUnlock"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(24), px(8), px(24), px(8));
    column->setSpacing(px(4));
    auto *row = new QHBoxLayout;
    row->setSpacing(px(8));
    auto *text = makeLabel(tr("Your secrets are in a vault that is locked: servers that need one cannot be read before."),
                           TextRole::Base, &Tokens::text, this);
    text->setWordWrap(true);
    row->addWidget(text, 1);
    row->addWidget(m_passphrase);
    row->addWidget(m_button);
    column->addLayout(row);
    column->addWidget(m_says);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_attempt)
            cancel();
        else
            unlock();
    });
    connect(m_passphrase, &QLineEdit::returnPressed, this, [this] {
        if (!m_attempt)
            unlock();
    });
    connect(&m_future, &QFutureWatcherBase::finished, this, &VaultBar::take);
    showState({});
    refresh();
}

VaultBar::~VaultBar()
{
    if (m_attempt)
        *m_attempt = true; // it holds nothing of ours: it ends when it ends
}

void VaultBar::refresh()
{
    setVisible(m_isLocked && m_isLocked());
}

/// The key is made by scrypt, which is slow on purpose.
void VaultBar::unlock()
{
    m_attempt = std::make_shared<std::atomic<bool>>(false);
    m_future.setFuture(
        QtConcurrent::run([unlock = m_unlock, passphrase = m_passphrase->text().toUtf8(), attempt = m_attempt]() mutable {
            const Result<void> done = unlock(passphrase, [attempt] { return attempt->load(); });
            passphrase.fill('\0');
            return done;
        }));
    m_passphrase->clear();
    showState(tr("Opening the vault…"));
}

void VaultBar::cancel()
{
    *std::exchange(m_attempt, nullptr) = true;
    showState(tr("The vault stays locked."));
    m_passphrase->setFocus();
}

void VaultBar::take()
{
    if (!m_attempt) // cancelled: whatever came is nobody's
        return refresh();
    m_attempt.reset();
    const Result<void> done = m_future.result();
    if (!done) {
        showState(done.error().text, true);
        m_passphrase->setFocus();
        return;
    }
    showState({});
    refresh();
    emit unlocked();
}

void VaultBar::showState(const QString &text, bool isWrong)
{
    setTextColor(m_says, isWrong ? &Tokens::breachedText : &Tokens::muted);
    m_says->setText(text);
    m_says->setVisible(!text.isEmpty());
    m_passphrase->setReadOnly(m_attempt != nullptr);
    m_button->setText(m_attempt ? tr("Cancel") : tr("Unlock"));
    setLook(m_button, ButtonLook::Plain, m_attempt ? QStringLiteral("stop") : QStringLiteral("unlock"));
}

} // namespace meshscope
