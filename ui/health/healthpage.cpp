#include "ui/health/healthpage.h"

#include "models/items/leveltext.h"
#include "models/items/searchmodel.h"
#include "ui/health/budgetchart.h"
#include "ui/health/healthexport.h"
#include "ui/health/tile.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/fittable.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/taborder.h"

#include <QBuffer>
#include <QFileDialog>
#include <QGridLayout>
#include <QMenu>
#include <QSaveFile>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace meshscope {

HealthPage::HealthPage(QWidget *parent)
    : Page(parent)
    , m_scroll(new QScrollArea)
{
    setObjectName(QStringLiteral("healthPage"));
    setGround(this, &Tokens::canvas);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    setGround(m_scroll->viewport(), &Tokens::canvas);
    m_panel = new StatePanel(m_scroll);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_panel);
    build();
    setInitialFocus(this, m_domainButton);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &HealthPage::takeHistory);
    m_panel->showLoading(tr("Loading the mesh"));
}

HealthPage::~HealthPage()
{
    if (m_cancel)
        *m_cancel = true;
    m_watcher.waitForFinished();
}

QString HealthPage::title() const
{
    return tr("Health");
}

QList<Page::Crumb> HealthPage::crumbs() const
{
    QList<Crumb> list;
    if (!isReady() || m_domain.isEmpty())
        return list;
    const HealthScope shown = scope();
    for (NodeId at = shown.domain; at.isValid(); at = m_snapshot.mesh->domainOf(at)) {
        Location location{QStringLiteral("health"), {}, {}};
        location.add("domain", m_snapshot.mesh->address(at).toString());
        list.prepend({m_snapshot.mesh->name(at), location});
    }
    return list;
}

Location HealthPage::location() const
{
    Location location{QStringLiteral("health"), {}, {}};
    location.add("domain", m_domain);
    if (m_days != 30)
        location.add("period", QString::number(m_days));
    if (m_list != HealthList::Attention)
        location.add("list", healthListWord(m_list));
    location.add("in", m_rowDomain);
    if (const int at = m_scroll->verticalScrollBar()->value(); at > 0)
        location.add("scroll", QString::number(at));
    return location;
}

void HealthPage::setLocation(const Location &location)
{
    m_domain = location.option("domain").isEmpty() ? location.address : location.option("domain");
    const int days = location.option("period").toInt();
    m_days = days == 7 || days == 90 ? days : 30;
    m_list = healthListOf(location.option("list"));
    for (const Status status : {Status::Met, Status::AtRisk, Status::Breached, Status::Unknown, Status::NoPromise}) {
        if (location.option("status") == statusWord(status))
            m_list = productsWith(status); // what a legend elsewhere counts
    }
    m_rowDomain = location.option("in");
    fill();
    emit locationChanged();
    const int scroll = location.option("scroll").toInt();
    const bool isListAsked = scroll == 0 && m_list != HealthList::Attention;
    const auto bringBack = [this, scroll, isListAsked] {
        m_scroll->verticalScrollBar()->setValue(scroll);
        if (isListAsked)
            m_scroll->ensureWidgetVisible(m_tableHead, 0, px(200));
    };
    QMetaObject::invokeMethod(this, bringBack, Qt::QueuedConnection); // the layout has to settle first
}

void HealthPage::setSnapshot(const Snapshot &snapshot)
{
    m_snapshot = snapshot;
    fill();
}

void HealthPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    loadHistory();
}

HealthScope HealthPage::scope() const
{
    HealthScope result{m_snapshot.health, {}, m_days, m_ownCauses};
    if (const Result<Address> address = Address::parse(m_domain))
        result.domain = m_snapshot.mesh->find(*address);
    return result;
}

void HealthPage::setDomain(const QString &address)
{
    m_domain = address;
    m_rowDomain.clear();
    fill();
    emit locationChanged();
}

void HealthPage::setDays(int days)
{
    m_days = days;
    fill();
    emit locationChanged();
}

void HealthPage::showList(HealthList list, const QString &rowDomain)
{
    m_list = list;
    m_rowDomain = rowDomain;
    fillTable();
    m_scroll->ensureWidgetVisible(m_tableHead, 0, px(200));
    m_table->setFocus(Qt::OtherFocusReason);
    emit locationChanged();
}

void HealthPage::openTarget(const QString &target, bool newWindow)
{
    emit openRequested(Location::parse(target), newWindow);
}

void HealthPage::fill()
{
    if (!isReady()) {
        m_panel->showLoading(tr("Loading the mesh"));
        return;
    }
    const HealthScope shown = scope();
    if (!m_domain.isEmpty() && !shown.domain.isValid()) {
        m_panel->showEmpty(tr("This domain is gone"), tr("%1 is not in the mesh any more.").arg(m_domain.left(200)),
                           tr("Show the whole mesh"));
        return;
    }
    if (m_snapshot.health->products.isEmpty()) {
        m_panel->showEmpty(tr("Nothing to judge yet"),
                           tr("No data product has been read. Add an endpoint that holds products and their contracts."),
                           tr("Endpoints"));
        return;
    }
    m_panel->showContent();
    QStringList missing;
    for (const EndpointFacts &endpoint : m_snapshot.mesh->endpoints()) {
        if (!endpoint.complete)
            missing << tr("%1: %2").arg(endpoint.name, endpoint.missing);
    }
    m_panel->setPartial(missing.join(QStringLiteral("; ")));
    fillHead();
    fillTiles();
    fillDomains();
    fillFreshness();
    fillTable();
    loadHistory();
    fillTrends();
    fillBudget();
}

void HealthPage::loadHistory()
{
    if (!isReady() || !isVisible() || m_snapshot.health->products.isEmpty())
        return;
    const bool isThere = m_history && m_history->mesh == m_snapshot.mesh && m_historyDays == m_days;
    const bool isComing = m_watcher.isRunning() && m_loadingFor == m_snapshot.mesh && m_loadingDays == m_days;
    if (isThere || isComing)
        return;
    if (m_cancel)
        *m_cancel = true;
    if (m_watcher.isRunning())
        return; // asked for again when the cancelled one ends
    m_cancel = std::make_shared<std::atomic_bool>(false);
    m_loadingFor = m_snapshot.mesh;
    m_loadingDays = m_days;
    const int points = m_days <= 7 ? 8 : 31;
    m_watcher.setFuture(QtConcurrent::run(
        [mesh = m_snapshot.mesh, asOf = m_snapshot.health->asOf, days = m_days, points, cancel = m_cancel] {
            return healthHistory(mesh, asOf, days, points, [cancel] { return cancel->load(); });
        }));
}

void HealthPage::takeHistory()
{
    const HistoryPtr history = m_watcher.result();
    if (history) {
        m_history = history;
        m_historyDays = m_loadingDays;
    }
    loadHistory();
    if (history && isReady() && history->mesh == m_snapshot.mesh) {
        fillTrends();
        fillBudget();
    }
}

void HealthPage::toggle(QWidget *chart, FitTable *table, LinkLabel *link)
{
    const bool toTable = !chart->isHidden();
    chart->setVisible(!toTable);
    table->setVisible(toTable);
    link->setText(toTable ? tr("Chart") : tr("Table"));
    link->updateGeometry();
}

void HealthPage::saveReport(const QString &suffix)
{
    if (!isReady())
        return;
    auto *dialog = new QFileDialog(this, tr("Export report"));
    dialog->setObjectName(QStringLiteral("exportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setModal(false);
    dialog->selectFile(
        QStringLiteral("health-%1.%2").arg(m_snapshot.health->asOf.toLocalTime().date().toString(Qt::ISODate), suffix));
    connect(dialog, &QFileDialog::fileSelected, this, [this, suffix](const QString &path) {
        QByteArray bytes;
        if (suffix == QLatin1String("csv")) {
            bytes = healthCsv(scope());
        } else if (suffix == QLatin1String("pdf")) {
            bytes = healthPdf(scope());
        } else {
            QBuffer buffer(&bytes);
            buffer.open(QIODevice::WriteOnly);
            m_scroll->widget()->grab().save(&buffer, "PNG");
        }
        QSaveFile file(path);
        const bool isDone = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
        emit said(isDone ? tr("Saved %1").arg(path)
                         : tr("%1 could not be written: %2. Choose another folder.").arg(path, file.errorString()));
    });
    dialog->show();
}

} // namespace meshscope
