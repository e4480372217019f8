#include "ui/product/changessection.h"

#include "models/items/cellmodel.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/tableview.h"

#include <QDateEdit>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace meshscope {

ChangesSection::ChangesSection(const Subject &subject, Workspace &workspace, SectionHub &hub, QWidget *parent)
    : QWidget(parent)
    , m_subject(subject)
    , m_workspace(workspace)
    , m_head(new SectionHead(tr("Changes")))
    , m_since(new QDateEdit(QDate::currentDate().addDays(-30)))
    , m_rows(new CellModel({{tr("What")}, {tr("Kind")}, {tr("Change")}, {tr("Before")}, {tr("Now")}}, this))
    , m_table(new TableView)
    , m_panel(new StatePanel(m_table))
{
    setGround(this, &Tokens::surface);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(20), px(16), px(20), px(12));
    column->setSpacing(px(8));
    m_since->setObjectName(QStringLiteral("changesSince"));
    m_since->setCalendarPopup(true);
    m_since->setDisplayFormat(QLocale().dateFormat(QLocale::ShortFormat));
    m_since->setMaximumDate(QDate::currentDate());
    m_since->setAccessibleName(tr("Changes since"));
    m_head->addAction(makeLabel(tr("since"), TextRole::Base, &Tokens::muted));
    m_head->addAction(m_since);
    column->addWidget(m_head);
    column->addWidget(m_panel, 1);
    m_table->setObjectName(QStringLiteral("changesTable"));
    m_table->setModel(m_rows);
    connect(m_since, &QDateEdit::dateChanged, this, [this] { load(); });
    connect(m_table, &TableView::opened, &hub,
            [&hub](const QString &address, bool newWindow) { hub.open(address, newWindow); });
    connect(m_panel, &StatePanel::retryRequested, this, &ChangesSection::load);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &ChangesSection::show);
}

ChangesSection::~ChangesSection()
{
    m_watcher.waitForFinished(); // it reads from the workspace
}

void ChangesSection::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_isStarted)
        load();
}

void ChangesSection::load()
{
    m_isStarted = true;
    if (m_watcher.isRunning())
        return; // the newest date is taken when it ends
    m_panel->showLoading(tr("Comparing with %1").arg(QLocale().toString(m_since->date(), QLocale::ShortFormat)));
    const QDate since = m_since->date();
    const QDateTime to = m_subject.snapshot.asOf.isValid() ? m_subject.snapshot.asOf : QDateTime::currentDateTimeUtc();
    QStringList endpoints;
    const QStringList addresses = parts();
    for (const QString &part : addresses)
        endpoints << part.section(u'/', 0, 0);
    endpoints.removeDuplicates();
    m_watcher.setFuture(QtConcurrent::run([workspace = &m_workspace, since, to, endpoints] {
        // From the day on which every endpoint that speaks of it had been read: before, what one adds would look new.
        QDateTime oldest;
        for (const QString &endpoint : endpoints) {
            QDateTime first;
            const QList<Run> runs = workspace->runs(endpoint, 100000);
            for (const Run &run : runs) {
                const bool counts = run.state == Run::State::Complete || run.state == Run::State::Partial;
                if (counts && run.ended.isValid() && (!first.isValid() || run.ended < first))
                    first = run.ended;
            }
            if (first.isValid() && (!oldest.isValid() || first > oldest))
                oldest = first;
        }
        QDateTime from = since.startOfDay();
        // Before the first run nothing was known: everything would look new.
        if (oldest.isValid() && from < oldest)
            from = oldest;
        return Answer{workspace->difference(from, to), oldest, since};
    }));
}

QStringList ChangesSection::parts() const
{
    const Mesh &mesh = m_subject.mesh();
    QList<NodeId> nodes{m_subject.node};
    nodes += m_subject.contracts();
    nodes += m_subject.datasets();
    if (mesh.kind(m_subject.node) == Kind::Product) {
        for (const NodeId n : mesh.portsOf(m_subject.node))
            nodes << n;
    }
    if (mesh.kind(m_subject.node) == Kind::Domain) {
        nodes += mesh.productsBelow(m_subject.node);
        for (const NodeId n : mesh.childDomains(m_subject.node))
            nodes << n;
    }
    QStringList all;
    for (const NodeId n : nodes) {
        all << mesh.address(n).toString();
        for (const Address &alias : mesh.aliases(n))
            all << alias.toString();
    }
    return all;
}

bool ChangesSection::isMine(const Address &address, const QSet<QString> &parts) const
{
    if (parts.contains(address.toString()))
        return true;
    // A column belongs to its dataset, a port that is gone to its product: both ids begin with the owner's.
    const Kind owner = address.kind == Kind::Column ? Kind::Dataset
                       : address.kind == Kind::Port ? Kind::Product
                                                    : Kind::Request;
    if (owner == Kind::Request)
        return false;
    for (qsizetype cut = address.id.lastIndexOf(u'/'); cut > 0; cut = address.id.lastIndexOf(u'/', cut - 1)) {
        if (parts.contains(Address{address.endpoint, owner, address.id.first(cut)}.toString()))
            return true;
    }
    return false;
}

void ChangesSection::show()
{
    const Answer answer = m_watcher.result();
    if (answer.since != m_since->date()) {
        load();
        return;
    }
    if (!answer.difference) {
        m_panel->showFailed(tr("The two days could not be compared"), answer.difference.error().text);
        return;
    }
    const QStringList list = parts();
    const QSet<QString> mine(list.cbegin(), list.cend());
    QList<CellModel::Row> rows;
    int breaking = 0;
    const auto thing = [&](const Difference::Thing &t, const QString &what, std::optional<Status> tone) {
        if (!isMine(t.address, mine))
            return;
        Cell change{.text = what};
        change.tone = tone;
        rows << CellModel::Row{
            t.address.toString(),
            {Cell{.text = t.name, .strong = true}, Cell{.text = kindName(t.address.kind), .muted = true}, change, {}, {}}};
    };
    for (const Difference::Thing &t : answer.difference->added)
        thing(t, tr("new"), Status::Met);
    for (const Difference::Thing &t : answer.difference->removed)
        thing(t, tr("gone"), Status::Breached);
    for (const Difference::Changed &c : answer.difference->changed) {
        if (!isMine(c.thing.address, mine))
            continue;
        for (const Difference::FieldChange &field : c.fields) {
            breaking += field.breaking ? 1 : 0;
            Cell change{.text = field.breaking ? tr("%1, breaking").arg(field.field) : field.field};
            if (field.breaking) {
                change.status = Status::Breached;
                change.tone = Status::Breached;
            }
            rows << CellModel::Row{c.thing.address.toString(),
                                   {Cell{.text = c.thing.name, .strong = true},
                                    Cell{.text = kindName(c.thing.address.kind), .muted = true}, change,
                                    Cell{.text = field.before.simplified(), .tip = field.before, .muted = true},
                                    Cell{.text = field.after.simplified(), .tip = field.after}}};
        }
    }
    QStringList context{tr("%Ln change(s)", nullptr, int(rows.size()))};
    if (breaking > 0)
        context << tr("%Ln breaking", nullptr, breaking);
    const bool isYoung = answer.oldest.isValid() && answer.since.startOfDay() < answer.oldest;
    if (isYoung)
        context << tr("known since %1").arg(exactTime(answer.oldest));
    m_head->setContext(context.join(QStringLiteral(", ")));
    if (rows.isEmpty()) {
        m_panel->showEmpty(tr("Nothing changed"),
                           isYoung
                               ? tr("It was first read %1; nothing differs since then.").arg(ageText(answer.oldest))
                               : tr("It reads as it did on %1.").arg(QLocale().toString(answer.since, QLocale::LongFormat)));
        return;
    }
    m_rows->setRows(std::move(rows));
    m_table->fitColumns(4);
    m_panel->showContent();
}

} // namespace meshscope
