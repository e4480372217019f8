#include "ui/endpoints/vaultbar.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace meshscope {

VaultBar::VaultBar(const EndpointServices &services, QWidget *parent)
    : QWidget(parent)
    , m_isLocked(services.isLocked)
    , m_unlock(services.unlock)
    , m_passphrase(new QLineEdit(this))
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
    auto *unlockButton = plainButton(tr("Unlock"), QStringLiteral("unlock"), this);
    unlockButton->setObjectName(QStringLiteral("vaultUnlock"));
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
    row->addWidget(unlockButton);
    column->addLayout(row);
    column->addWidget(m_says);
    connect(unlockButton, &QPushButton::clicked, this, &VaultBar::unlock);
    connect(m_passphrase, &QLineEdit::returnPressed, this, &VaultBar::unlock);
    refresh();
}

void VaultBar::refresh()
{
    setVisible(m_isLocked && m_isLocked());
}

void VaultBar::unlock()
{
    const Result<void> done = m_unlock(m_passphrase->text().toUtf8());
    m_passphrase->clear();
    m_says->setVisible(!done);
    if (!done) {
        m_says->setText(done.error().text);
        m_passphrase->setFocus();
        return;
    }
    refresh();
    emit unlocked();
}

} // namespace meshscope
