#include "ui/access/accesspage.h"

#include "models/items/requestmodel.h"
#include "models/mesh/itemroles.h"
#include "ui/access/basket.h"
#include "ui/access/profileform.h"
#include "ui/access/requestdetail.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QListView>
#include <QPdfWriter>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

enum Tab { MyRequests, MyAccess, ToDecide, Everything };

const std::array<QString, 4> tabWords{u"mine"_s, u"access"_s, u"decide"_s, u"all"_s};

/// Group names as small heads, requests as rows of two lines.
class RequestDelegate final : public QStyledItemDelegate {
public:
    explicit RequestDelegate(QObject *parent)
        : QStyledItemDelegate(parent)
    {
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (!index.data(RequestModel::IsHeadRole).toBool()) {
            m_rows.paint(painter, option, index);
            return;
        }
        painter->setFont(textFont(TextRole::Small, QFont::Medium));
        painter->setPen(tokens(option.widget).muted);
        painter->drawText(option.rect.adjusted(px(8), 0, -px(8), -px(4)), Qt::AlignLeft | Qt::AlignBottom,
                          index.data().toString());
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize row = m_rows.sizeHint(option, index);
        return index.data(RequestModel::IsHeadRole).toBool() ? QSize(row.width(), px(30)) : row;
    }

private:
    TwoLineDelegate m_rows;
};

QString templateKey(const QString &domainAddress)
{
    return u"access.template."_s + domainAddress;
}

qsizetype columnCount(const Mesh &mesh, const Address &port)
{
    qsizetype count = 0;
    const NodeId node = mesh.find(port);
    for (const NodeId dataset : node.isValid() ? mesh.datasetsOf(node) : std::span<const NodeId>())
        count += mesh.columns(dataset).size();
    return count;
}

} // namespace

AccessPage::AccessPage(AccessDesk &desk, Workspace &workspace, QWidget *parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_runner(desk)
    , m_tabs(new QTabBar(this))
    , m_basket(new Basket(this))
{
    setObjectName(u"accessPage"_s);
    setGround(this, &Tokens::surface);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(px(12), px(4), px(12), 0);
    m_tabs->setObjectName(u"accessTabs"_s);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (const QString &name : {tr("My requests"), tr("My access"), tr("To decide"), tr("All")})
        m_tabs->addTab(name);
    bar->addWidget(m_tabs);
    bar->addStretch(1);
    QPushButton *me = quietButton(tr("You"), u"person"_s, this);
    me->setObjectName(u"profileButton"_s);
    connect(me, &QPushButton::clicked, this, &AccessPage::showProfile);
    bar->addWidget(me);
    outer->addLayout(bar);
    outer->addWidget(makeLine(Qt::Horizontal, this));

    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    outer->addWidget(splitter, 1);
    buildList(splitter);
    m_middle = new QStackedWidget(splitter);
    m_detail = new RequestDetail(m_middle);
    m_profile = new ProfileForm(m_middle);
    m_state = new StatePanel(m_detail, m_middle);
    m_middle->addWidget(m_state);
    m_middle->addWidget(m_profile);
    splitter->addWidget(m_middle);
    splitter->addWidget(m_basket);
    m_basket->setMinimumWidth(px(300));
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({px(324), px(600), px(392)});
    m_state->showLoading(tr("Reading the requests"));

    connect(m_tabs, &QTabBar::currentChanged, this, [this] {
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
            m_request = outcome.request;
        if (!outcome.endpoint.isEmpty())
            emit filed(outcome.endpoint);
    });
    connect(m_detail, &RequestDetail::moveRequested, this, &AccessPage::move);
    connect(m_detail, &RequestDetail::dossierRequested, this, &AccessPage::saveDossier);
    connect(m_detail, &RequestDetail::openRequested, this,
            [this](const QString &address) { emit openRequested(Location::parse(address)); });
    connect(m_detail, &RequestDetail::editRequested, this, [this] { m_basket->setFocus(); });
    connect(m_basket, &Basket::draftsChanged, this, &AccessPage::keepDrafts);
    connect(m_basket, &Basket::sendRequested, this, &AccessPage::send);
    connect(m_basket, &Basket::draftRemoved, this, [this](const QString &id) {
        if (id.isEmpty())
            return;
        m_runner.run([id](AccessDesk &d) {
            const Result<void> gone = d.discardDraft(id);
            return DeskRunner::Outcome{{}, gone ? QString() : gone.error().text, {}, {}, {}};
        });
        m_runner.refresh(m_snapshot.mesh);
    });
    connect(m_basket, &Basket::currentDomainChanged, this, [this](const QString &domain) {
        m_basket->setTemplate(domain.isEmpty() ? QString() : m_workspace.setting(templateKey(domain)).toString());
    });
    connect(m_basket, &Basket::templateSaveRequested, this, [this](const QString &domain, const QString &text) {
        const Result<void> kept = m_workspace.setSetting(templateKey(domain), text);
        emit said(kept ? tr("Kept as the purpose template of this domain") : kept.error().text);
    });
    connect(m_profile, &ProfileForm::closed, this, [this] { m_middle->setCurrentWidget(m_state); });
    connect(m_profile, &ProfileForm::saved, this, [this](const Profile &profile) {
        m_middle->setCurrentWidget(m_state);
        m_runner.run([profile](AccessDesk &d) {
            const Result<void> kept = d.setProfile(profile);
            return DeskRunner::Outcome{tr("You are %1").arg(profile.name), kept ? QString() : kept.error().text, {}, {}, {}};
        });
        m_runner.refresh(m_snapshot.mesh);
    });
}

AccessPage::~AccessPage() = default;

void AccessPage::buildList(QSplitter *splitter)
{
    auto *panel = new QWidget(splitter);
    setGround(panel, &Tokens::surface);
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(px(12), px(12), px(12), px(8));
    m_filter = new SearchField(tr("Find a request"), panel);
    m_filter->setObjectName(u"requestFilter"_s);
    column->addWidget(m_filter);
    m_model = new RequestModel(this);
    m_list = new QListView(panel);
    m_list->setObjectName(u"requestList"_s);
    m_list->setAccessibleName(tr("Requests"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RequestDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(false);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_list, 1);
    m_summary = makeLabel({}, TextRole::Small, &Tokens::muted, panel);
    column->addWidget(makeLine(Qt::Horizontal, panel));
    column->addWidget(m_summary);
    panel->setMinimumWidth(px(240));
    splitter->addWidget(panel);
    connect(m_filter, &QLineEdit::textChanged, this, &AccessPage::showTab);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (const AccessRequest *request = m_model->request(index)) {
            m_middle->setCurrentWidget(m_state);
            showRequest(request->id);
            emit locationChanged();
        }
    });
}

QString AccessPage::title() const
{
    return tr("Access");
}

Location AccessPage::location() const
{
    Location location;
    location.view = u"access"_s;
    location.options.addQueryItem(u"tab"_s, tabWords.at(size_t(m_tabs->currentIndex())));
    if (!m_request.isEmpty())
        location.options.addQueryItem(u"request"_s, m_request);
    return location;
}

void AccessPage::setLocation(const Location &location)
{
    const auto tab = std::find(tabWords.begin(), tabWords.end(), location.options.queryItemValue(u"tab"_s));
    if (tab != tabWords.end())
        m_tabs->setCurrentIndex(int(tab - tabWords.begin()));
    if (const QString id = location.options.queryItemValue(u"request"_s); !id.isEmpty())
        m_request = id;
    const QString ask = location.options.queryItemValue(u"ask"_s, QUrl::FullyDecoded);
    if (const Result<Address> address = Address::parse(ask)) {
        m_asked.append(*address);
        if (m_isListed) {
            for (const Address &wanted : std::exchange(m_asked, {}))
                m_basket->add(wanted);
        }
    }
    showTab();
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
    m_basket->setDrafts(drafts);
    for (const Address &wanted : std::exchange(m_asked, {}))
        m_basket->add(wanted);
    m_profile->setProfile(listing.profile);
    const std::array<qsizetype, 4> counts{inTab(MyRequests).size(), inTab(MyAccess).size(), inTab(ToDecide).size(),
                                          listing.requests.size()};
    const std::array<QString, 4> names{tr("My requests"), tr("My access"), tr("To decide"), tr("All")};
    for (int i = 0; i < 4; ++i)
        m_tabs->setTabText(i, names.at(size_t(i)) + u"  "_s + QString::number(counts.at(size_t(i))));
    emit toDecideChanged(int(counts[ToDecide]));
    showTab();
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
    {
        const QSignalBlocker quiet(m_list->selectionModel());
        m_model->setRequests(m_listing.mesh, shown, m_filter->text());
    }
    std::array<int, 4> groups{};
    for (const AccessRequest &request : shown)
        ++groups.at(size_t(requestGroup(request.state)));
    m_summary->setText(
        tr("%1 drafts, %2 open, %3 granted, %4 closed").arg(groups[0]).arg(groups[1]).arg(groups[2]).arg(groups[3]));
    QModelIndex index = m_model->indexOf(m_request);
    if (!index.isValid() && m_model->rowCount() > 1)
        index = m_model->index(1);
    if (index.isValid()) {
        m_list->setCurrentIndex(index);
        showRequest(m_model->request(index)->id);
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
        audit = tr("%n signed events in this workspace, chain intact", nullptr, int(m_listing.audit.events));
    m_detail->setRequest(m_listing.mesh, *request, m_listing.moves.value(id), columnCount(*m_listing.mesh, request->port),
                         audit);
    m_state->showContent();
    emit selected(request->port.toString());
}

void AccessPage::showProfile()
{
    m_profile->setProfile(m_listing.profile);
    m_middle->setCurrentWidget(m_profile);
    m_profile->setFocus();
}

void AccessPage::keepDrafts(const QList<AccessRequest> &drafts)
{
    m_runner.run([this, drafts](AccessDesk &desk) {
        DeskRunner::Outcome outcome;
        QList<std::pair<Address, QString>> ids;
        for (const AccessRequest &draft : drafts) {
            const Result<QString> id = desk.saveDraft(draft);
            if (!id)
                outcome.problem = id.error().text;
            else
                ids.append({draft.port, *id});
        }
        outcome.then = [this, ids, failed = !outcome.problem.isEmpty()] {
            for (const auto &[port, id] : ids)
                m_basket->setId(port, id);
            if (!failed)
                m_basket->setSaved(tr("Draft saved %1").arg(QLocale().toString(QTime::currentTime(), QLocale::ShortFormat)));
        };
        return outcome;
    });
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
    m_runner.run([drafts, mesh = m_snapshot.mesh](AccessDesk &desk) {
        DeskRunner::Outcome outcome;
        int sent = 0;
        for (const AccessRequest &draft : drafts) {
            // Saved once more: what was typed last must be what is sent.
            const Result<QString> id = desk.saveDraft(draft);
            const Result<AccessRequest> request = id ? desk.send(*mesh, *id) : Result<AccessRequest>(Failure(id.error()));
            if (!request) {
                outcome.problem = request.error().text;
            } else if (request->state == RequestState::Failed) {
                outcome.problem = request->warning;
            } else {
                ++sent;
                outcome.request = request->id;
                outcome.endpoint = request->endpoint;
            }
        }
        if (sent > 0)
            outcome.said = tr("%n requests sent", nullptr, sent);
        return outcome;
    });
    m_runner.refresh(m_snapshot.mesh);
}

void AccessPage::move(const QString &id, RequestMove what, const QString &note, const QDate &until)
{
    m_runner.run([id, what, note, until, mesh = m_snapshot.mesh](AccessDesk &desk) {
        const Result<AccessRequest> moved = desk.move(*mesh, id, what, note, until);
        if (!moved)
            return DeskRunner::Outcome{{}, moved.error().text, id, {}, {}};
        return DeskRunner::Outcome{requestStateName(moved->state), moved->warning, moved->id, moved->endpoint, {}};
    });
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
    QPdfWriter writer(file);
    writer.setTitle(requestTitle(*m_listing.mesh, *request));
    QTextDocument document;
    document.setHtml(dossierHtml(*m_listing.mesh, *request, m_listing.audit));
    document.print(&writer);
    emit said(tr("Wrote %1").arg(file));
}

QString dossierHtml(const Mesh &mesh, const AccessRequest &request, const AccessDesk::AuditVerdict &audit)
{
    const auto row = [](const QString &name, const QString &value) {
        return u"<tr><td><b>"_s + name.toHtmlEscaped() + u"</b></td><td>"_s + value.toHtmlEscaped() + u"</td></tr>"_s;
    };
    QString html = u"<h2>"_s + requestTitle(mesh, request).toHtmlEscaped() + u"</h2><table cellpadding='3'>"_s;
    html += row(AccessPage::tr("State"), requestStateName(request.state)) +
            row(AccessPage::tr("The document says"), request.vendorState);
    html += row(AccessPage::tr("Port"), request.port.toString()) + row(AccessPage::tr("Asked by"), request.requestedBy);
    html += row(AccessPage::tr("On behalf of"), request.requestedFor) + row(AccessPage::tr("Purpose"), request.purpose);
    html +=
        row(AccessPage::tr("Columns"), request.columns.isEmpty() ? AccessPage::tr("all") : request.columns.join(u", "_s));
    html += row(AccessPage::tr("From"), request.from.toString(Qt::ISODate)) +
            row(AccessPage::tr("Until"), request.until.toString(Qt::ISODate));
    html += row(AccessPage::tr("Verified"),
                request.verified ? request.verified->at.toString(Qt::ISODate) + u' ' + request.verified->how : QString());
    html += row(AccessPage::tr("Number"), request.id) + row(AccessPage::tr("Warning"), request.warning);
    html += u"</table><h3>"_s + AccessPage::tr("How it went").toHtmlEscaped() + u"</h3><table cellpadding='3'>"_s;
    for (const RequestEvent &event : request.events)
        html += u"<tr><td>"_s + event.at.toString(Qt::ISODate).toHtmlEscaped() + u"</td><td>"_s +
                event.what.toHtmlEscaped() + u"</td><td>"_s + event.by.toHtmlEscaped() + u"</td><td>"_s +
                event.note.toHtmlEscaped() + u"</td></tr>"_s;
    html += u"</table><p>"_s +
            (audit.ok ? AccessPage::tr("%1 signed events in this workspace, the chain is intact").arg(audit.events)
                      : AccessPage::tr("The signed chain is broken at event %1: %2").arg(audit.firstBad).arg(audit.why))
                .toHtmlEscaped() +
            u"</p>"_s;
    return html;
}

} // namespace meshscope
