#include "ui/endpoints/endpointspage.h"

#include "ui/endpoints/addform.h"
#include "ui/endpoints/endpointview.h"
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
    , m_view(new EndpointView)
    , m_form(new AddForm)
    , m_panel(nullptr)
{
    setObjectName(QStringLiteral("endpointsPage"));
    setGround(this, &Tokens::surface);
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
    auto *sideHost = new QWidget(this);
    sideHost->setLayout(side);
    sideHost->setFixedWidth(px(280));
    outer->addWidget(sideHost);
    outer->addWidget(makeLine(Qt::Vertical, this));
    m_panel = new StatePanel(m_view, this);
    m_stack->addWidget(m_panel);
    m_stack->addWidget(m_form);
    outer->addWidget(m_stack, 1);
    setInitialFocus(this, m_list);

    connect(addButton, &QPushButton::clicked, this, [this] {
        m_isAdding = true;
        m_form->clear();
        showChosen();
        m_form->setFocus();
        emit locationChanged();
    });
    connect(m_panel, &StatePanel::actionRequested, addButton, &QPushButton::click);
    connect(m_form, &AddForm::cancelled, this, [this] {
        m_isAdding = false;
        showChosen();
        emit locationChanged();
    });
    connect(m_form, &AddForm::addRequested, this, &EndpointsPage::add);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (!index.isValid())
            return;
        m_chosen = index.data(AddressRole).toString();
        m_isAdding = false;
        showChosen();
        emit locationChanged();
    });
    connect(m_view, &EndpointView::syncRequested, this, [this](const QString &endpoint) { m_services.sync(endpoint); });
    connect(m_view, &EndpointView::cancelRequested, this, [this] { m_services.cancelSync(); });
    connect(m_view, &EndpointView::said, this, &Page::said);
    connect(m_view, &EndpointView::removeRequested, this, &EndpointsPage::remove);
    connect(m_view, &EndpointView::intervalChanged, this, [this](const QString &endpoint, const QString &iso) {
        for (StoredEndpoint stored : m_model.endpoints()) {
            if (stored.name != endpoint)
                continue;
            stored.interval = iso;
            const Result<void> done = m_services.workspace->updateEndpoint(stored);
            emit said(done ? tr("%1 is read as chosen").arg(endpoint) : done.error().text);
        }
        refresh();
    });
    connect(m_view, &EndpointView::fileRequested, this,
            [this](const QString &endpoint, const QString &file, int line, bool newWindow) {
                Location location{QStringLiteral("file"), {}, {}};
                location.add("endpoint", endpoint);
                location.add("file", file);
                location.add("line", QString::number(line));
                emit openRequested(location, newWindow);
            });
    refresh();
}

QString EndpointsPage::title() const
{
    return m_isAdding ? tr("Add an endpoint") : m_chosen.isEmpty() ? tr("Endpoints") : m_chosen;
}

QList<Page::Crumb> EndpointsPage::crumbs() const
{
    if (!m_isAdding && m_chosen.isEmpty())
        return {};
    return {{tr("Endpoints"), {QStringLiteral("endpoints"), {}, {}}}};
}

Location EndpointsPage::location() const
{
    Location location{QStringLiteral("endpoints"), {}, {}};
    if (m_isAdding)
        location.add("add", QStringLiteral("1"));
    else if (!m_chosen.isEmpty())
        location.add("endpoint", m_chosen);
    return location;
}

void EndpointsPage::setLocation(const Location &location)
{
    const QSignalBlocker blocker(this); // going somewhere is no change of the person's
    m_isAdding = location.options.hasQueryItem(QStringLiteral("add"));
    const QString wanted = location.option("endpoint");
    if (!wanted.isEmpty())
        m_chosen = wanted;
    const bool isAdding = m_isAdding;
    refresh();
    m_isAdding = isAdding;
    showChosen();
    if (m_isAdding) {
        m_form->setKind(location.option("add"));
        m_form->setFocus();
    }
}

void EndpointsPage::setSnapshot(const Snapshot &snapshot)
{
    m_snapshot = snapshot;
    refresh();
}

void EndpointsPage::refresh()
{
    const bool isAdding = m_isAdding;
    const QString kept = m_chosen;
    {
        const QSignalBlocker blocker(m_list->selectionModel());
        m_model.setEndpoints(m_services.workspace->endpoints(), m_progress.endpoint);
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
    m_isAdding = isAdding;
    m_list->viewport()->update();
    showChosen();
}

void EndpointsPage::showChosen()
{
    m_stack->setCurrentWidget(m_isAdding ? static_cast<QWidget *>(m_form) : m_panel);
    if (m_model.rowCount() == 0) {
        m_panel->showEmpty(tr("No endpoint yet"),
                           tr("An endpoint is a place the mesh is read from, such as a folder of contracts. "
                              "You can also drop a folder on this window."),
                           tr("Add a folder"));
        return;
    }
    for (const StoredEndpoint &endpoint : m_model.endpoints()) {
        if (endpoint.name == m_chosen) {
            m_view->setEndpoint(endpoint, m_services.workspace->runs(endpoint.name, 50));
            m_view->setHoldings(holdingsOf(endpoint.name));
            m_view->setProgress(m_progress);
        }
    }
    m_panel->showContent();
}

QString EndpointsPage::holdingsOf(const QString &endpoint) const
{
    if (!m_snapshot.mesh)
        return {};
    const Mesh &mesh = *m_snapshot.mesh;
    const auto alone = [&](Kind kind) { // known to this endpoint and no other
        int count = 0;
        for (const NodeId node : mesh.nodes(kind)) {
            bool isElsewhere = false;
            bool isHere = false;
            for (const Fact &fact : mesh.facts(node)) {
                const bool isThis = mesh.endpoints()[fact.endpoint].name == endpoint;
                isHere = isHere || isThis;
                isElsewhere = isElsewhere || !isThis;
            }
            count += isHere && !isElsewhere ? 1 : 0;
        }
        return count;
    };
    return tr("%1, %2 and %3 go with it, as no other endpoint knows them. Requests and the files themselves stay.")
        .arg(tr("%Ln product(s)", nullptr, alone(Kind::Product)), tr("%Ln dataset(s)", nullptr, alone(Kind::Dataset)),
             tr("%Ln contract(s)", nullptr, alone(Kind::Contract)));
}

void EndpointsPage::setProgress(const EndpointProgress &progress)
{
    const bool isOther = progress.endpoint != m_progress.endpoint;
    m_progress = progress;
    if (isOther)
        refresh();
    else
        m_view->setProgress(progress);
}

void EndpointsPage::add(const EndpointConfig &config, const QByteArray &secret)
{
    const Result<QString> added = m_services.add(config, secret);
    if (!added) {
        m_form->setError(added.error().text);
        return;
    }
    m_isAdding = false;
    m_chosen = *added;
    refresh();
    m_form->clear(); // a secret stays nowhere longer than it must
    emit said(tr("Reading %1").arg(config.location));
    emit locationChanged();
}

void EndpointsPage::remove(const QString &endpoint, bool keepHistory)
{
    const Result<void> done = m_services.remove(endpoint, keepHistory);
    emit said(done ? tr("%1 was removed").arg(endpoint) : done.error().text);
    m_chosen.clear();
    refresh();
    emit locationChanged();
}

} // namespace meshscope
