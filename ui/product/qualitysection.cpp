#include "ui/product/qualitysection.h"

#include "models/health/levelrules.h"
#include "models/items/cellmodel.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/tableview.h"

#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace meshscope {

namespace {

/// Whether a measurement is a run of this rule: named by who measured it, or of its property on its column.
bool isRunOf(const Measurement &m, const QualityRule &rule)
{
    const bool isElement =
        m.element.isEmpty() || rule.column.isEmpty() || m.element == rule.column || m.element.endsWith(u'.' + rule.column);
    if (!isElement)
        return false;
    if (!rule.name.isEmpty() && m.source.endsWith(rule.name))
        return true;
    const QString property =
        foldedProperty(m.property.startsWith(QLatin1String("assertion:")) ? m.property.mid(10) : m.property);
    for (const QString &word : {rule.id, rule.name, rule.expression.section(u' ', 0, 0)}) {
        if (!word.isEmpty() && foldedProperty(word) == property)
            return m.element.isEmpty() == rule.column.isEmpty() || m.element == rule.column;
    }
    return false;
}

Status statusOf(const Measurement &m)
{
    if (m.good && m.total && *m.total > 0)
        return *m.good >= *m.total ? Status::Met : Status::Breached;
    return Status::Unknown;
}

} // namespace

QualitySection::QualitySection(const Subject &subject, SectionHub &hub, QWidget *parent)
    : QWidget(parent)
    , m_subject(subject)
    , m_head(new SectionHead(tr("Quality rules")))
    , m_rows(new CellModel(
          {{tr("Rule")}, {tr("On")}, {tr("Dimension")}, {tr("Type")}, {tr("Last result")}, {tr("Measured")}, {tr("Says")}},
          this))
    , m_table(new TableView)
    , m_panel(new StatePanel(m_table))
{
    setGround(this, &Tokens::surface);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(20), px(16), px(20), px(12));
    column->setSpacing(px(8));
    column->addWidget(m_head);
    column->addWidget(m_panel, 1);
    m_table->setObjectName(QStringLiteral("qualityTable"));
    m_table->setModel(m_rows);
    connect(m_table, &TableView::opened, &hub,
            [&hub](const QString &address, bool newWindow) { hub.open(address, newWindow); });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] { show(m_watcher.result()); });
}

QualitySection::~QualitySection()
{
    m_watcher.waitForFinished(); // it reads from the workspace
}

void QualitySection::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_isStarted)
        load();
}

void QualitySection::load()
{
    m_isStarted = true;
    m_panel->showLoading(tr("Reading quality rules"));
    QList<NodeId> owners = m_subject.contracts();
    for (const NodeId n : m_subject.datasets()) {
        if (!owners.contains(n))
            owners << n;
    }
    const QDateTime until =
        m_subject.snapshot.asOf.isValid() ? m_subject.snapshot.asOf : QDateTime::currentDateTime().addSecs(60);
    m_watcher.setFuture(
        QtConcurrent::run([mesh = m_subject.snapshot.mesh, owners, until] { return read(*mesh, owners, until); }));
}

QList<QualitySection::Found> QualitySection::read(const Mesh &mesh, const QList<NodeId> &owners, const QDateTime &until)
{
    QList<Found> found;
    QSet<QString> seen;
    for (const NodeId owner : owners) {
        const QList<QualityRule> rules = mesh.qualityRules(owner);
        if (rules.isEmpty())
            continue;
        QList<Measurement> runs;
        QList<Address> known = mesh.aliases(owner);
        known.prepend(mesh.address(owner));
        for (const Address &address : known)
            runs += mesh.details().measurements(address.endpoint, address.id, until.addDays(-90), until);
        for (const QualityRule &rule : rules) {
            // A contract lists the rules of its objects too.
            const QString key = rule.contract + u'\n' + rule.dataset + u'\n' + rule.id + u'\n' + rule.column;
            if (seen.contains(key))
                continue;
            seen << key;
            Found item{owner, rule, {}};
            for (const Measurement &m : runs) {
                if (isRunOf(m, rule) && (!item.last || m.at >= item.last->at))
                    item.last = m;
            }
            found << item;
        }
    }
    return found;
}

void QualitySection::show(const QList<Found> &found)
{
    if (found.isEmpty()) {
        m_head->setContext({});
        m_panel->showEmpty(tr("No quality rules"),
                           tr("Neither its contracts nor dbt or OpenLineage check anything here. Rules "
                              "go under quality in the contract's schema."));
        return;
    }
    const Mesh &mesh = m_subject.mesh();
    QList<CellModel::Row> rows;
    int passed = 0;
    int failed = 0;
    for (const Found &f : found) {
        Cell result{.text = tr("not measured"), .muted = true};
        result.status = Status::Unknown;
        if (f.last) {
            const Status status = statusOf(*f.last);
            passed += status == Status::Met ? 1 : 0;
            failed += status == Status::Breached ? 1 : 0;
            result.muted = false;
            result.status = status;
            result.text = status == Status::Met        ? tr("passed")
                          : status == Status::Breached ? tr("failed, %1").arg(QLocale().toString(f.last->value))
                                                       : formatQuantity({f.last->value, f.last->unit, {}});
        }
        const QString name = f.rule.name.isEmpty() ? (f.rule.text.isEmpty() ? f.rule.id : f.rule.text) : f.rule.name;
        const QString on = f.rule.column.isEmpty() ? mesh.name(f.owner) : f.rule.column;
        const QString says = f.rule.expression.isEmpty() ? f.rule.text : f.rule.expression;
        rows << CellModel::Row{mesh.address(f.owner).toString(),
                               {Cell{.text = name.simplified(), .strong = true},
                                Cell{.text = on, .mono = !f.rule.column.isEmpty()}, Cell{.text = f.rule.dimension},
                                Cell{.text = f.rule.type, .muted = true}, result,
                                Cell{.text = f.last ? ageText(f.last->at) : tr("never"),
                                     .tip = f.last ? exactTime(f.last->at) : QString(),
                                     .muted = true},
                                Cell{.text = says.simplified(), .tip = says, .muted = true}}};
    }
    const qsizetype count = rows.size();
    m_rows->setRows(std::move(rows));
    m_table->fitColumns(6);
    m_head->setContext(
        tr("%1 rules: %2 passed, %3 failed, %4 not measured")
            .arg(numberText(count), numberText(passed), numberText(failed), numberText(count - passed - failed)));
    m_panel->showContent();
}

} // namespace meshscope
