// The bar of the access page, and what its parts tell it.
#include "ui/access/accesspage.h"

#include "models/items/requestmodel.h"
#include "ui/widgets/counttabs.h"
#include "ui/access/basket.h"
#include "ui/access/desktasks.h"
#include "ui/access/expirycalendar.h"
#include "ui/access/profileform.h"
#include "ui/access/requestdetail.h"
#include "ui/access/requestlist.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/statepanel.h"

#include <QHBoxLayout>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

QString templateKey(const QString &domainAddress)
{
    return u"access.template."_s + domainAddress;
}

} // namespace

void AccessPage::buildBar(QBoxLayout *outer)
{
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(px(12), px(4), px(12), 0);
    m_tabs = new CountTabs({tr("My requests"), tr("My access"), tr("To decide"), tr("All")}, this);
    m_tabs->setObjectName(u"accessTabs"_s);
    bar->addWidget(m_tabs);
    bar->addStretch(1);
    m_calendarButton = quietButton(tr("Expiry calendar"), u"calendar"_s, this);
    m_calendarButton->setObjectName(u"calendarButton"_s);
    m_calendarButton->setCheckable(true);
    connect(m_calendarButton, &QPushButton::clicked, this, &AccessPage::showCalendar);
    bar->addWidget(m_calendarButton);
    m_profileButton = quietButton(tr("You"), u"person"_s, this);
    m_profileButton->setObjectName(u"profileButton"_s);
    m_profileButton->setCheckable(true);
    connect(m_profileButton, &QPushButton::clicked, this, [this] {
        m_profile->setProfile(m_listing.profile);
        showPanel(m_profileButton->isChecked() ? m_profile : static_cast<QWidget *>(m_state));
    });
    bar->addWidget(m_profileButton);
    QPushButton *ask = quietButton(tr("New request"), u"plus"_s, this);
    ask->setObjectName(u"newRequest"_s);
    ask->setToolTip(tr("Find a product or port to ask for"));
    connect(ask, &QPushButton::clicked, this, [this] { emit openRequested(Location{u"find"_s, {}, {}}); });
    bar->addWidget(ask);
    outer->addLayout(bar);
}

void AccessPage::connectDetail()
{
    connect(m_detail, &RequestDetail::moveRequested, this, &AccessPage::move);
    connect(m_detail, &RequestDetail::dossierRequested, this, &AccessPage::saveDossier);
    connect(m_detail, &RequestDetail::openRequested, this, [this](const QString &address, bool newWindow) {
        emit openRequested(Location{{}, address, {}}, newWindow);
    });
    connect(m_detail, &RequestDetail::editRequested, m_basket, &Basket::edit);
    connect(m_calendar, &ExpiryCalendar::closed, this, [this] {
        showPanel(m_state);
        m_list->setFocus();
    });
    connect(m_calendar, &ExpiryCalendar::requestOpened, this, [this](const QString &id) {
        m_request = id;
        showPanel(m_state);
        if (!m_list->contains(id)) {
            const QSignalBlocker quiet(m_tabs);
            m_list->clearFilter();
            m_tabs->setCurrentIndex(Everything);
        }
        showTab();
        m_list->setFocus();
        emit locationChanged();
    });
}

void AccessPage::connectBasket()
{
    connect(m_basket, &Basket::draftsChanged, this, &AccessPage::keepDrafts);
    connect(m_basket, &Basket::sendRequested, this, &AccessPage::send);
    connect(m_basket, &Basket::draftRemoved, this, [this](const QString &id) {
        if (id.isEmpty())
            return;
        ++m_saving; // what is listed meanwhile still has it
        m_runner.run(discardTask(id, [this] { --m_saving; }));
        m_runner.refresh(m_snapshot.mesh);
    });
    connect(m_basket, &Basket::currentDomainChanged, this, [this](const QString &domain) {
        m_basket->setTemplate(domain.isEmpty() ? QString() : m_workspace.setting(templateKey(domain)).toString());
    });
    connect(m_basket, &Basket::templateSaveRequested, this, [this](const QString &domain, const QString &text) {
        const Result<void> kept = m_workspace.setSetting(templateKey(domain), text);
        emit said(kept ? tr("Kept as the purpose template of this domain") : kept.error().text);
        if (kept)
            m_basket->setTemplate(text);
    });
}

void AccessPage::connectProfile()
{
    connect(m_profile, &ProfileForm::closed, this, [this] {
        showPanel(m_state);
        m_list->setFocus();
    });
    connect(m_profile, &ProfileForm::saved, this, [this](const Profile &profile) {
        m_runner.run(profileTask(profile, [this] { // else the form stays, with what was typed
            showPanel(m_state);
            m_list->setFocus();
            emit profileChanged();
        }));
        m_runner.refresh(m_snapshot.mesh);
    });
}

void AccessPage::connectList()
{
    connect(m_list, &RequestList::filterChanged, this, &AccessPage::showTab);
    connect(m_list, &RequestList::clicked, this, [this] { showPanel(m_state); });
    connect(m_list, &RequestList::opened, this, [this] {
        showPanel(m_state);
        m_detail->setFocus();
    });
    connect(m_list, &RequestList::chosen, this, [this](const QString &id) {
        m_acted.clear();
        showPanel(m_state);
        showRequest(id);
        emit locationChanged();
    });
}

} // namespace meshscope
