#include "ui/endpoints/endpointspage.h"

#include "ui/endpoints/addform.h"
#include "ui/endpoints/endpointview.h"
#include "ui/endpoints/workerqueue.h"
#include "ui/endpoints/vaultbar.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/taborder.h"

#include <QHBoxLayout>
#include <QListView>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace meshscope {

EndpointsPage::EndpointsPage(EndpointServices services, QWidget *parent)
    : Page(parent)
    , m_services(std::move(services))
    , m_list(new QListView(this))
    , m_stack(new QStackedWidget(this))
    , m_view(new EndpointView(m_services))
    , m_addForm(new AddForm(m_services))
    , m_panel(nullptr)
    , m_vault(new VaultBar(m_services))
    , m_worker(new WorkerQueue(this))
{
    setObjectName(QStringLiteral("endpointsPage"));
    setGround(this, &Tokens::surface);
    build();
    setInitialFocus(this, m_list);
    connect(m_addForm, &AddForm::cancelled, this, &EndpointsPage::closeForm);
    connect(m_addForm, &AddForm::addRequested, this, &EndpointsPage::add);
    connect(m_vault, &VaultBar::unlocked, this, [this] {
        if (m_services.reschedule)
            m_services.reschedule();
        refresh();
    });
    connect(m_addForm, &AddForm::changeRequested, this, &EndpointsPage::change);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (!index.isValid())
            return;
        m_chosen = index.data(AddressRole).toString();
        m_form = {};
        showChosen();
        emit locationChanged();
    });
    connectView();
    refresh();
}

void EndpointsPage::build()
{
    auto *outer = new QHBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto *side = new QVBoxLayout;
    side->setContentsMargins(px(8), px(12), px(8), px(12));
    side->setSpacing(px(8));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(px(8), 0, 0, 0);
    head->addWidget(makeLabel(tr("Endpoints"), TextRole::Section, &Tokens::text, this), 1);
    auto *addButton = quietButton(tr("Add"), QStringLiteral("plus"), this);
    addButton->setObjectName(QStringLiteral("endpointsAdd"));
    head->addWidget(addButton);
    side->addLayout(head);
    m_list->setObjectName(QStringLiteral("endpointList"));
    m_list->setAccessibleName(tr("Endpoints"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setProperty("rounded", true);
    m_list->setMouseTracking(true);
    m_list->setItemDelegate(new TwoLineDelegate(m_list));
    m_list->setModel(&m_model);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setGround(m_list, &Tokens::surface);
    side->addWidget(m_list, 1);
    auto *matches = quietButton(tr("Matches between them"), QStringLiteral("link"), this);
    matches->setObjectName(QStringLiteral("endpointsMatches"));
    matches->setToolTip(tr("What endpoints call differently and may be one thing"));
    connect(matches, &QPushButton::clicked, this, [this] {
        emit openRequested({QStringLiteral("matches"), {}, {}}, false);
    });
    side->addWidget(matches, 0, Qt::AlignLeft);
    auto *sideHost = new QWidget(this);
    sideHost->setLayout(side);
    sideHost->setFixedWidth(px(280));
    outer->addWidget(sideHost);
    outer->addWidget(makeLine(Qt::Vertical, this));
    m_panel = new StatePanel(m_view, this);
    m_stack->addWidget(m_panel);
    m_stack->addWidget(m_addForm);
    auto *right = new QVBoxLayout;
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    right->addWidget(m_vault);
    right->addWidget(m_stack, 1);
    outer->addLayout(right, 1);
    const auto open = [this] {
        showForm(QStringLiteral("add"), QStringLiteral("1"));
        emit locationChanged();
    };
    connect(addButton, &QPushButton::clicked, this, open);
    connect(m_panel, &StatePanel::actionRequested, this, open);
}

void EndpointsPage::connectView()
{
    connect(m_view, &EndpointView::syncRequested, this, [this](const QString &endpoint) { m_services.sync(endpoint); });
    connect(m_view, &EndpointView::cancelRequested, this,
            [this](const QString &endpoint) { m_services.cancelSync(endpoint); });
    connect(m_view, &EndpointView::said, this, &Page::said);
    connect(m_view, &EndpointView::removeRequested, this, &EndpointsPage::remove);
    connect(m_view, &EndpointView::pinRequested, this, &EndpointsPage::pin);
    const auto toForm = [this](const char *option) {
        return [this, option](const QString &endpoint) {
            showForm(QLatin1StringView(option), endpoint);
            emit locationChanged();
        };
    };
    connect(m_view, &EndpointView::editRequested, this, toForm("edit"));
    connect(m_view, &EndpointView::duplicateRequested, this, toForm("copy"));
    connect(m_view, &EndpointView::intervalChanged, this, [this](const QString &endpoint, const QString &iso) {
        update(endpoint, tr("%1 is read as chosen").arg(endpoint), [&](StoredEndpoint &e) { e.interval = iso; });
    });
    connect(m_view, &EndpointView::pauseRequested, this, [this](const QString &endpoint, bool isPaused) {
        update(endpoint, isPaused ? tr("%1 is paused").arg(endpoint) : tr("%1 is read again").arg(endpoint),
               [&](StoredEndpoint &e) { e.isPaused = isPaused; });
    });
    connect(m_view, &EndpointView::fileRequested, this,
            [this](const QString &endpoint, const QString &file, int line, bool newWindow) {
                Location location{QStringLiteral("file"), {}, {}};
                location.add("endpoint", endpoint);
                location.add("file", file);
                location.add("line", QString::number(line));
                emit openRequested(location, newWindow);
            });
}

QString EndpointsPage::title() const
{
    if (m_form.first == QLatin1String("add"))
        return tr("Add an endpoint");
    if (m_form.first == QLatin1String("edit"))
        return tr("Edit %1").arg(m_form.second);
    if (m_form.first == QLatin1String("copy"))
        return tr("A copy of %1").arg(m_form.second);
    return m_chosen.isEmpty() ? tr("Endpoints") : m_chosen;
}

QList<Page::Crumb> EndpointsPage::crumbs() const
{
    if (!isFormOpen() && m_chosen.isEmpty())
        return {};
    return {{tr("Endpoints"), {QStringLiteral("endpoints"), {}, {}}}};
}

Location EndpointsPage::location() const
{
    Location location{QStringLiteral("endpoints"), {}, {}};
    if (isFormOpen())
        location.add(qPrintable(m_form.first), m_form.second);
    else if (!m_chosen.isEmpty())
        location.add("endpoint", m_chosen);
    return location;
}

void EndpointsPage::setLocation(const Location &location)
{
    const QSignalBlocker blocker(this); // going somewhere is no change of the person's
    m_form = {};
    if (const QString wanted = location.option("endpoint"); !wanted.isEmpty())
        m_chosen = wanted;
    refresh();
    for (const char *const option : {"add", "edit", "copy"}) {
        if (location.options.hasQueryItem(QLatin1StringView(option)))
            showForm(QLatin1StringView(option), location.option(option));
    }
}

void EndpointsPage::showForm(const QString &option, const QString &value)
{
    const StoredEndpoint *const endpoint = endpointNamed(value);
    if (option == QLatin1String("add")) {
        m_addForm->clear();
        m_addForm->setKind(value);
    } else if (!endpoint) { // it was removed since
        return;
    } else if (option == QLatin1String("edit")) {
        m_addForm->edit(*endpoint);
    } else {
        m_addForm->copy(*endpoint);
    }
    m_form = {option, value};
    showChosen();
    m_addForm->setFocus();
}

void EndpointsPage::closeForm()
{
    m_form = {};
    m_addForm->clear(); // a secret stays nowhere longer than it must
    refresh();
    emit locationChanged();
}

const StoredEndpoint *EndpointsPage::endpointNamed(const QString &name) const
{
    const QList<StoredEndpoint> &all = m_model.endpoints();
    const auto found = std::find_if(all.cbegin(), all.cend(), [&](const StoredEndpoint &e) { return e.name == name; });
    return found == all.cend() ? nullptr : &*found;
}

void EndpointsPage::setSnapshot(const Snapshot &snapshot)
{
    m_snapshot = snapshot;
    refresh();
}

void EndpointsPage::refresh()
{
    const QString kept = m_chosen;
    const auto form = m_form;
    {
        const QSignalBlocker blocker(m_list->selectionModel());
        QStringList running;
        for (const EndpointProgress &progress : std::as_const(m_progress))
            running.append(progress.endpoint);
        m_model.setEndpoints(m_services.workspace->endpoints(), running);
        m_chosen.clear();
        int row = 0;
        for (qsizetype i = 0; i < m_model.endpoints().size(); ++i) {
            if (m_model.endpoints()[i].name == kept)
                row = int(i);
        }
        if (m_model.rowCount() > 0) {
            m_chosen = m_model.endpoints()[row].name;
            m_list->setCurrentIndex(m_model.index(row));
        }
    }
    m_form = form;
    m_vault->refresh();
    m_list->viewport()->update();
    showChosen();
}

void EndpointsPage::showChosen()
{
    m_stack->setCurrentWidget(isFormOpen() ? static_cast<QWidget *>(m_addForm) : m_panel);
    if (m_model.rowCount() == 0) {
        m_panel->showEmpty(tr("No endpoint yet"),
                           tr("An endpoint is a place the mesh is read from: a catalog server, or a folder of contracts. "
                              "You can also drop a folder on this window."),
                           tr("Add an endpoint"));
        return;
    }
    if (const StoredEndpoint *const endpoint = endpointNamed(m_chosen)) {
        m_view->setEndpoint(*endpoint, m_services.workspace->runs(endpoint->name, 50));
        m_view->setHoldings([this, name = endpoint->name] { return holdingsOf(name); });
        showProgress();
    }
    m_panel->showContent();
}

void EndpointsPage::showProgress()
{
    const auto found = std::find_if(m_progress.cbegin(), m_progress.cend(),
                                    [this](const EndpointProgress &p) { return p.endpoint == m_chosen; });
    m_view->setProgress(found == m_progress.cend() ? std::nullopt : std::optional(*found));
}

void EndpointsPage::setProgress(const QList<EndpointProgress> &running)
{
    const bool isOther =
        !std::equal(running.cbegin(), running.cend(), m_progress.cbegin(), m_progress.cend(),
                    [](const EndpointProgress &a, const EndpointProgress &b) { return a.endpoint == b.endpoint; });
    m_progress = running;
    if (isOther)
        refresh();
    else
        showProgress();
}

} // namespace meshscope
