#include "ui/access/accesspage.h"

#include "models/items/requestmodel.h"
#include "models/mesh/itemroles.h"
#include "ui/widgets/counttabs.h"
#include "ui/access/basket.h"
#include "ui/access/desktasks.h"
#include "ui/access/dossier.h"
#include "ui/access/expirycalendar.h"
#include "ui/access/profileform.h"
#include "ui/access/requestdetail.h"
#include "ui/access/requestlist.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/taborder.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QSplitter>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

const std::array<QString, 4> tabWords{u"mine"_s, u"access"_s, u"decide"_s, u"all"_s};

} // namespace

AccessPage::AccessPage(AccessDesk &desk, Workspace &workspace, QWidget *parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_runner(desk)
    , m_basket(new Basket(this))
{
    setObjectName(u"accessPage"_s);
    setGround(this, &Tokens::surface);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    buildBar(outer);
    outer->addWidget(makeLine(Qt::Horizontal, this));
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    outer->addWidget(splitter, 1);
    m_list = new RequestList(splitter);
    splitter->addWidget(m_list);
    m_middle = new QStackedWidget(splitter);
    m_detail = new RequestDetail(m_middle);
    m_profile = new ProfileForm(m_middle);
    m_calendar = new ExpiryCalendar(m_middle);
    m_state = new StatePanel(m_detail, m_middle);
    for (QWidget *panel :
         {static_cast<QWidget *>(m_state), static_cast<QWidget *>(m_profile), static_cast<QWidget *>(m_calendar)})
        m_middle->addWidget(panel);
    splitter->addWidget(m_middle);
    splitter->addWidget(m_basket);
    m_basket->setMinimumWidth(px(300));
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({px(324), px(600), px(392)});
    setInitialFocus(this, m_list);
    m_state->showLoading(tr("Reading the requests"));

    connect(m_tabs, &QTabBar::currentChanged, this, [this] {
        m_acted.clear();
        showPanel(m_state);
        showTab();
        emit locationChanged();
    });
    connect(&m_runner, &DeskRunner::listed, this, &AccessPage::take);
    connect(&m_runner, &DeskRunner::done, this, [this](const DeskRunner::Outcome &outcome) {
        if (!outcome.said.isEmpty())
            emit said(outcome.said);
        m_basket->setProblem(outcome.problem);
        if (!outcome.problem.isEmpty())
            emit said(outcome.problem);
        if (!outcome.request.isEmpty())
            m_request = m_acted = outcome.request;
        for (const QString &endpoint : outcome.endpoints)
            emit filed(endpoint);
    });
    connectList();
    connectDetail();
    connectBasket();
    connectProfile();
}

AccessPage::~AccessPage()
{
    // What was typed a moment ago is kept too: the runner finishes what it was given.
    m_basket->flush();
    m_basket->disconnect(this);
}

QString AccessPage::title() const
{
    return tr("Access");
}

Location AccessPage::location() const
{
    Location location;
    location.view = u"access"_s;
    location.add("tab", tabWords.at(size_t(m_tabs->currentIndex())));
    if (m_middle->currentWidget() == m_calendar)
        location.add("panel", u"expiry"_s);
    location.add("request", m_request);
    return location;
}

void AccessPage::setLocation(const Location &location)
{
    const auto tab = std::find(tabWords.begin(), tabWords.end(), location.option("tab"));
    if (tab != tabWords.end())
        m_tabs->setCurrentIndex(int(tab - tabWords.begin()));
    if (const QString id = location.option("request"); !id.isEmpty())
        m_request = id;
    m_wantsCalendar = location.option("panel") == u"expiry"_s;
    if (const Result<Address> address = Address::parse(location.option("ask"))) {
        m_asked.append(*address);
        if (m_isListed) {
            for (const Address &wanted : std::exchange(m_asked, {}))
                m_basket->add(wanted);
        }
    }
    showTab();
    if (m_isListed)
        showWanted();
}

void AccessPage::showWanted()
{
    if (std::exchange(m_wantsCalendar, false)) {
        m_calendarButton->setChecked(true);
        showCalendar();
    }
}

void AccessPage::setSnapshot(const Snapshot &snapshot)
{
    m_snapshot = snapshot;
    m_runner.refresh(snapshot.mesh);
}

void AccessPage::take(const DeskRunner::Listing &listing)
{
    m_listing = listing;
    m_isListed = true;
    QList<AccessRequest> drafts;
    for (const AccessRequest &request : listing.requests) {
        if (request.state == RequestState::Draft)
            drafts.append(request);
    }
    m_basket->setMesh(listing.mesh);
    m_basket->setProfile(listing.profile);
    if (m_saving == 0)
        m_basket->setDrafts(drafts);
    for (const Address &wanted : std::exchange(m_asked, {}))
        m_basket->add(wanted);
    if (m_middle->currentWidget() != m_profile) // what is being typed stays
        m_profile->setProfile(listing.profile);
    m_profileButton->setText(listing.profile.name.isEmpty() ? tr("You") : listing.profile.name);
    const std::array<qsizetype, 4> counts{inTab(MyRequests).size(), inTab(MyAccess).size(), inTab(ToDecide).size(),
                                          listing.requests.size()};
    for (int i = 0; i < 4; ++i)
        m_tabs->setCount(i, counts.at(size_t(i)), i == ToDecide);
    if (m_middle->currentWidget() == m_calendar)
        showCalendar();
    emit toDecideChanged(int(counts[ToDecide]));
    showTab();
    m_detail->setBusy(m_moving > 0);
    showWanted();
}

QList<AccessRequest> AccessPage::inTab(int tab) const
{
    QList<AccessRequest> chosen;
    for (const AccessRequest &request : m_listing.requests) {
        const bool mine = m_listing.mine.contains(request.id);
        const bool has = request.state == RequestState::Granted || request.state == RequestState::Expiring;
        if (tab == Everything || (tab == MyRequests && mine) || (tab == MyAccess && mine && has) ||
            (tab == ToDecide && m_listing.toDecide.contains(request.id)))
            chosen.append(request);
    }
    return chosen;
}

void AccessPage::showTab()
{
    if (!m_isListed || !m_listing.mesh)
        return;
    const QList<AccessRequest> shown = inTab(m_tabs->currentIndex());
    m_list->setRequests(m_listing.mesh, shown, m_listing.names);
    const bool isListed = m_list->contains(m_request);
    if (!isListed && m_acted == m_request && find(m_acted)) {
        showRequest(m_acted); // what was just decided has left this list, its answer is still wanted
        return;
    }
    const QString id = isListed ? m_request : m_list->first();
    if (!id.isEmpty()) {
        m_list->select(id);
        showRequest(id);
        return;
    }
    const QString why = m_tabs->currentIndex() == ToDecide
                            ? tr("Requests for products that you or your teams own appear here.")
                            : tr("\"Request access\" on a product or port starts one.");
    m_state->showEmpty(m_tabs->currentIndex() == ToDecide ? tr("Nothing waits for your decision") : tr("No requests here"),
                       why);
}

const AccessRequest *AccessPage::find(const QString &id) const
{
    const auto at = std::find_if(m_listing.requests.cbegin(), m_listing.requests.cend(),
                                 [&](const AccessRequest &r) { return r.id == id; });
    return at == m_listing.requests.cend() ? nullptr : &*at;
}

void AccessPage::showRequest(const QString &id)
{
    const AccessRequest *request = find(id);
    if (!request)
        return;
    m_request = id;
    QString audit;
    if (!m_listing.audit.ok)
        audit = tr("the signed chain is broken: %1").arg(m_listing.audit.why);
    else if (m_listing.audit.events > 0)
        audit = tr("%Ln signed events in this workspace, chain intact", nullptr, int(m_listing.audit.events));
    m_detail->setRequest(m_listing.mesh, *request, m_listing.moves.value(id), m_listing.names, audit);
    m_state->showContent();
    if (isVisible())
        emit selected(request->port.toString());
}

void AccessPage::showPanel(QWidget *panel)
{
    m_calendarButton->setChecked(panel == m_calendar);
    m_profileButton->setChecked(panel == m_profile);
    if (m_middle->currentWidget() == panel)
        return;
    m_middle->setCurrentWidget(panel);
    if (panel != m_state)
        panel->setFocus();
}

void AccessPage::showCalendar()
{
    if (!m_isListed)
        return;
    if (m_middle->currentWidget() == m_calendar && !m_calendarButton->isChecked()) {
        showPanel(m_state);
        return;
    }
    QList<AccessRequest> shown;
    for (const AccessRequest &request : std::as_const(m_listing.requests)) {
        // Mine, and what others hold of products that are mine.
        if (m_listing.mine.contains(request.id) || m_listing.provided.contains(request.id))
            shown.append(request);
    }
    m_calendar->setRequests(m_listing.mesh, shown, m_listing.names);
    if (m_middle->currentWidget() == m_calendar)
        return;
    showPanel(m_calendar);
    emit locationChanged();
}

void AccessPage::keepDrafts(const QList<AccessRequest> &drafts)
{
    ++m_saving;
    m_runner.run(keepTask(drafts, [this](bool isKept) {
        --m_saving;
        if (isKept)
            m_basket->setSaved(tr("Draft saved %1").arg(asOfText(QDateTime::currentDateTime())));
    }));
    m_runner.refresh(m_snapshot.mesh);
}

void AccessPage::send(const QList<AccessRequest> &drafts)
{
    if (drafts.isEmpty())
        return;
    if (drafts.first().purpose.trimmed().isEmpty()) {
        m_basket->setProblem(tr("Say what the data is for: the owner decides by it"));
        return;
    }
    m_tabs->setCurrentIndex(MyRequests);
    m_runner.run(sendTask(m_snapshot.mesh, drafts));
    m_runner.refresh(m_snapshot.mesh);
}

void AccessPage::move(const QString &id, RequestMove what, const QString &note, const QDate &until)
{
    ++m_moving; // a second press must not decide twice
    m_detail->setBusy(true);
    m_runner.run(moveTask(m_snapshot.mesh, id, what, note, until, [this] { --m_moving; }));
    m_runner.refresh(m_snapshot.mesh);
}

void AccessPage::saveDossier(const QString &id)
{
    const AccessRequest *request = find(id);
    if (!request)
        return;
    const QString file = QFileDialog::getSaveFileName(this, tr("Dossier of the request"),
                                                      u"request-%1.pdf"_s.arg(id.left(8)), tr("PDF (*.pdf)"));
    if (file.isEmpty())
        return;
    const Result<void> written = writeDossier(file, requestTitle(*m_listing.mesh, *request),
                                              dossierHtml(*m_listing.mesh, *request, m_listing.audit, m_listing.names));
    emit said(written ? tr("Wrote %1").arg(file) : written.error().text);
}

} // namespace meshscope
