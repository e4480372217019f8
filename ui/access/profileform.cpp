#include "ui/access/profileform.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/taborder.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace meshscope {

ProfileForm::ProfileForm(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit(this))
    , m_email(new QLineEdit(this))
    , m_teams(new QLineEdit(this))
{
    setGround(this, &Tokens::surface);
    m_name->setObjectName(u"profileName"_s);
    m_email->setObjectName(u"profileEmail"_s);
    m_teams->setObjectName(u"profileTeams"_s);
    m_teams->setPlaceholderText(tr("Names or identifiers, separated by commas"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(px(20), px(16), px(20), px(16));
    outer->setSpacing(px(12));
    auto *title = new QLabel(tr("You"), this);
    setTextRole(title, TextRole::Title);
    outer->addWidget(title);
    auto *why = new QLabel(
        tr("This is who asks for access and who decides. A folder cannot check it: what you decide is signed with "
           "this workspace's key and committed under this name."),
        this);
    why->setWordWrap(true);
    setTextColor(why, &Tokens::muted);
    outer->addWidget(why);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(px(16));
    form->setVerticalSpacing(px(8));
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("E-mail"), m_email);
    form->addRow(tr("Teams"), m_teams);
    outer->addLayout(form);
    auto *row = new QHBoxLayout;
    QPushButton *save = mainButton(tr("Keep"), u"check"_s, this);
    save->setObjectName(u"profileSave"_s);
    QPushButton *close = plainButton(tr("Back"), {}, this);
    row->addStretch(1);
    row->addWidget(close);
    row->addWidget(save);
    outer->addLayout(row);
    outer->addStretch(1);
    close->setObjectName(u"profileClose"_s);
    for (QLineEdit *field : {m_name, m_email, m_teams})
        connect(field, &QLineEdit::returnPressed, save, &QPushButton::click);
    setInitialFocus(this, m_name);
    connect(close, &QPushButton::clicked, this, &ProfileForm::closed);
    connect(save, &QPushButton::clicked, this, [this] {
        m_profile.name = m_name->text().trimmed();
        m_profile.email = m_email->text().trimmed();
        m_profile.teams.clear();
        for (const QString &team : m_teams->text().split(u',', Qt::SkipEmptyParts)) {
            if (!team.trimmed().isEmpty())
                m_profile.teams.append(team.trimmed());
        }
        emit saved(m_profile);
    });
}

void ProfileForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else
        QWidget::keyPressEvent(event);
}

void ProfileForm::setProfile(const Profile &profile)
{
    m_profile = profile;
    m_name->setText(profile.name);
    m_email->setText(profile.email);
    m_teams->setText(profile.teams.join(u", "_s));
}

} // namespace meshscope
