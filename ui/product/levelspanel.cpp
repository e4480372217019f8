#include "ui/product/levelspanel.h"

#include "models/items/cellmodel.h"
#include "models/items/leveltext.h"
#include "ui/product/parts.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/fittable.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"

#include <QMenu>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace meshscope {

LevelsPanel::LevelsPanel(const Subject &subject, SectionHub &hub, bool withEvidence, QWidget *parent)
    : QWidget(parent)
    , m_subject(subject)
    , m_hub(hub)
    , m_states(subject.levels())
{
    setObjectName(QStringLiteral("levelsPanel"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    if (m_states.isEmpty()) {
        column->addWidget(new SectionHead(tr("Service levels"), tr("none")));
        column->addWidget(makeQuietNote(tr("Nothing is promised here: neither the document nor its contract names a service "
                                           "level. Its owner can add slaProperties to the contract.")));
        return;
    }
    addTable(column);
    addNotice(column);
    addChart(column);
    if (withEvidence)
        addEvidence(column);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &LevelsPanel::showDays);
    fillTable();
    const LevelState *worst = worstLevel(m_states);
    setLevel(worst ? worst->id : QString());
    fillNotice();
}

LevelsPanel::~LevelsPanel()
{
    m_watcher.waitForFinished(); // it reads from the workspace
}

void LevelsPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_notice && m_notice->isVisibleTo(this))
        m_notice->setFixedHeight(qMax(px(32), m_notice->layout()->heightForWidth(width())));
    if (m_table && m_table->isColumnHidden(4) != (width() < px(680))) {
        m_table->setColumnHidden(4, width() < px(680)); // the age stands in the tooltip of what was observed too
        m_table->setStretched(0);
    }
}

void LevelsPanel::addTable(QVBoxLayout *column)
{
    const int days = m_subject.snapshot.health ? m_subject.snapshot.health->policy.windowDays : m_days;
    auto *head = new SectionHead(tr("Service levels"),
                                 tr("%1, last %2").arg(countsText(m_subject.counts()), tr("%Ln day(s)", nullptr, days)));
    auto *period = quietButton(tr("%Ln day(s)", nullptr, m_days));
    period->setObjectName(QStringLiteral("chartPeriod"));
    period->setToolTip(tr("Days in the chart below"));
    auto *menu = new QMenu(period);
    for (const int n : {7, 30, 90}) {
        menu->addAction(tr("%Ln day(s)", nullptr, n), this, [this, period, n] {
            period->setText(tr("%Ln day(s)", nullptr, n));
            setDays(n);
        });
    }
    period->setMenu(menu);
    head->addAction(period);
    column->addWidget(head);
    m_rows =
        new CellModel({{tr("Level")},
                       {tr("Objective"), true},
                       {tr("Observed"), true},
                       {tr("Error budget left"), false, tr("What is left of the misses the objective allows in its window")},
                       {tr("Age"), false, tr("Of the newest measurement")},
                       {tr("Evidence")}},
                      this);
    m_table = new FitTable(m_rows, this);
    m_table->setObjectName(QStringLiteral("levelsTable"));
    m_table->setMaximumRows(16);
    m_table->setStretched(0);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    connect(m_table, &TableView::currentAddressChanged, this, &LevelsPanel::setLevel);
    connect(m_table, &TableView::linkOpened, &m_hub, [this](const QString &link) { m_hub.open(link); });
    connect(m_table, &TableView::opened, &m_hub, [this](const QString &id) { m_hub.open(QStringLiteral("level:") + id); });
    column->addWidget(m_table);
}

void LevelsPanel::addNotice(QVBoxLayout *column)
{
    m_notice = new NoticeBar(this);
    m_notice->setObjectName(QStringLiteral("levelsNotice"));
    column->addWidget(m_notice);
}

void LevelsPanel::addChart(QVBoxLayout *column)
{
    column->addSpacing(px(8));
    m_chartHead = new SectionHead({}, {}, this);
    m_tableLink = new LinkLabel(tr("Show as table"), this);
    m_tableLink->setObjectName(QStringLiteral("chartAsTable"));
    m_tableLink->setToolTip(tr("Alt+T"));
    connect(m_tableLink, &LinkLabel::opened, this, &LevelsPanel::toggleTable);
    auto *key = new QShortcut(QKeySequence(Qt::ALT | Qt::Key_T), this);
    key->setContext(Qt::WindowShortcut);
    connect(key, &QShortcut::activated, this, &LevelsPanel::toggleTable);
    m_chartHead->addAction(m_tableLink);
    column->addWidget(m_chartHead);

    m_stack = new QStackedWidget(this);
    m_stack->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_chart = new DayChart;
    m_chart->setObjectName(QStringLiteral("dayChart"));
    connect(m_chart, &DayChart::dayActivated, this, &LevelsPanel::showDay);
    m_dayRows = new CellModel({{tr("Day")}, {tr("Observed"), true}, {tr("Status")}}, this);
    m_dayTable = new FitTable(m_dayRows);
    m_dayTable->setObjectName(QStringLiteral("dayTable"));
    m_dayTable->setMaximumRows(10);
    m_dayTable->setStretched(2);
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_dayTable);
    column->addWidget(m_stack);
}

void LevelsPanel::addEvidence(QVBoxLayout *column)
{
    column->addSpacing(px(8));
    m_evidenceHead = new SectionHead(tr("Evidence"), {}, this);
    column->addWidget(m_evidenceHead);
    m_evidenceRows = new CellModel(
        {{tr("Measured")}, {tr("Age")}, {tr("Value"), true}, {tr("Good"), true}, {tr("Of"), true}, {tr("Source")}}, this);
    m_evidence = new FitTable(m_evidenceRows, this);
    m_evidence->setObjectName(QStringLiteral("evidenceTable"));
    m_evidence->setMaximumRows(14);
    m_evidence->setSortable(true);
    m_evidence->setStretched(5);
    column->addWidget(m_evidence);
}

void LevelsPanel::fillTable()
{
    QList<CellModel::Row> rows;
    for (const LevelState &state : m_states) {
        const bool isMeasured = state.observed.has_value();
        Cell name{.text = levelTitle(state.level->property), .detail = state.level->element, .strong = true};
        name.status = state.status;
        name.tip = state.why;
        Cell budget;
        if (const std::optional<double> left = budgetLeft(state)) {
            budget.text = shareText(*left);
            budget.share = qBound(0.0, *left, 1.0);
            budget.status = state.status;
            budget.sort = *left;
            if (*left < 0)
                budget.tone = Status::Breached;
        } else {
            budget.text = isMeasured ? tr("no budget") : tr("not measured");
            budget.muted = true;
            budget.sort = 2.0;
        }
        Cell evidence;
        if (!state.evidence.isEmpty()) {
            evidence.text = tr("%Ln check(s)", nullptr, int(state.evidence.size()));
            evidence.link = QStringLiteral("level:") + state.id;
            evidence.sort = state.evidence.size();
        } else {
            evidence.text = tr("none");
            evidence.muted = true;
            evidence.tip = tr("Add lines for this level to measurements/*.ndjson of its endpoint, or a quality run.");
        }
        Cell age{.text = isMeasured
                             ? ageText(state.observed->at, m_subject.snapshot.asOf.isValid() ? m_subject.snapshot.asOf
                                                                                             : QDateTime::currentDateTime())
                             : tr("never")};
        age.tip = isMeasured ? exactTime(state.observed->at) : QString();
        age.sort = isMeasured ? state.observed->at.toMSecsSinceEpoch() : 0;
        age.muted = !isMeasured;
        Cell observed{.text = observedText(state), .strong = isMeasured, .muted = !isMeasured};
        observed.tip = isMeasured ? tr("%1, %2").arg(age.text, exactTime(state.observed->at)) : state.why;
        rows << CellModel::Row{state.id, {name, Cell{.text = objectiveText(state)}, observed, budget, age, evidence}};
    }
    m_rows->setRows(std::move(rows));
    m_table->setStretched(0);
}

void LevelsPanel::fillNotice()
{
    const LevelState *worst = worstLevel(m_states);
    const bool isWrong = worst && (worst->status == Status::Breached || worst->status == Status::AtRisk);
    const bool isUnknown = worst && worst->status == Status::Unknown;
    m_notice->setVisible(isWrong || isUnknown);
    if (!isWrong && !isUnknown)
        return;
    const QString title = levelTitle(worst->level->property);
    const QString strong = worst->status == Status::Breached ? tr("%1 is breached.").arg(title)
                           : worst->status == Status::AtRisk ? tr("%1 is at risk.").arg(title)
                                                             : tr("%1 is unknown.").arg(title);
    m_notice->setNotice(worst->status, strong, worst->why);
    m_notice->clearActions();
    if (!worst->evidence.isEmpty()) {
        LinkLabel *evidence = m_notice->addAction(tr("Evidence"));
        connect(evidence, &LinkLabel::opened, this, [this, id = worst->id] { m_hub.open(QStringLiteral("level:") + id); });
    }
    const HealthPtr &health = m_subject.snapshot.health;
    const ProductHealth *product = health ? health->product(m_subject.node) : nullptr;
    if (product && !product->causes.isEmpty()) {
        const Mesh &mesh = m_subject.mesh();
        const NodeId cause = product->causes.first();
        LinkLabel *upstream = m_notice->addAction(tr("Upstream cause: %1").arg(mesh.name(cause).left(40)));
        upstream->setIconName(QStringLiteral("lineage"));
        upstream->setObjectName(QStringLiteral("upstreamCause"));
        connect(upstream, &LinkLabel::opened, this,
                [this, address = mesh.address(cause).toString()](bool newWindow) { m_hub.open(address, newWindow); });
    }
}

const LevelState *LevelsPanel::current() const
{
    for (const LevelState &state : m_states) {
        if (state.id == m_level)
            return &state;
    }
    return nullptr;
}

void LevelsPanel::setLevel(const QString &id)
{
    if (id == m_level || !m_table)
        return;
    const bool isKnown = std::any_of(m_states.cbegin(), m_states.cend(), [&](const LevelState &s) { return s.id == id; });
    if (!isKnown)
        return;
    m_level = id;
    if (m_table->currentAddress() != id)
        m_table->selectAddress(id);
    loadDays();
    fillEvidence();
    emit levelChanged(id);
}

void LevelsPanel::setDays(int days)
{
    if (days == m_days)
        return;
    m_days = days;
    loadDays();
}

void LevelsPanel::loadDays()
{
    const LevelState *state = current();
    if (!state || !m_subject.snapshot.health)
        return;
    m_chartHead->setTitle(tr("%1 by day").arg(levelTitle(state->level->property)));
    const QString wanted = m_level + u'\n' + QString::number(m_days);
    if (m_watcher.isRunning()) {
        return; // the newest wish is read when it ends
    }
    m_loading = wanted;
    const HealthPtr health = m_subject.snapshot.health;
    // The state is copied, and the report holds the mesh its level lives in.
    m_watcher.setFuture(QtConcurrent::run(
        [health, state = *state, days = m_days] { return levelHistory(*health->mesh, state, health->asOf, days); }));
}

void LevelsPanel::showDays()
{
    const LevelState *state = current();
    if (!state)
        return;
    if (m_loading != m_level + u'\n' + QString::number(m_days)) {
        loadDays();
        return;
    }
    const QList<DayValue> days = m_watcher.result();
    DayChart::Data shown;
    shown.days = days;
    if (state->objective) {
        shown.objective = state->objective->value;
        shown.unit = state->objective->unit;
        shown.given = state->objective->given;
    } else if (state->observed) {
        shown.unit = state->observed->quantity.unit;
        shown.given = state->observed->quantity.given;
    }
    shown.objectiveText = objectiveText(*state);
    const bool any = std::any_of(days.cbegin(), days.cend(), [](const DayValue &d) { return d.value.has_value(); });
    if (!any)
        shown.objective.reset();
    m_chart->setData(shown);
    QString about = state->level->description.simplified();
    while (about.endsWith(u'.'))
        about.chop(1);
    QStringList context{about};
    context << (any ? m_chart->axisNote() : tr("not measured in these days"));
    context.removeAll(QString());
    m_chartHead->setContext(context.join(QStringLiteral(", ")));
    QList<CellModel::Row> rows;
    for (auto day = days.crbegin(); day != days.crend(); ++day) {
        Cell status{.text = statusName(day->status)};
        status.status = day->status;
        rows << CellModel::Row{
            {},
            {Cell{.text = QLocale().toString(day->day, QLocale::ShortFormat)},
             Cell{.text = day->value ? formatQuantity({*day->value, shown.unit, shown.given}) : tr("no data"),
                  .muted = !day->value},
             status}};
    }
    m_dayRows->setRows(std::move(rows));
    m_stack->setFixedHeight(m_stack->currentWidget()->height());
}

void LevelsPanel::toggleTable()
{
    const bool toTable = m_stack->currentIndex() == 0;
    m_stack->setCurrentIndex(toTable ? 1 : 0);
    m_stack->setFixedHeight(m_stack->currentWidget()->minimumHeight());
    m_tableLink->setText(toTable ? tr("Show as chart") : tr("Show as table"));
    m_tableLink->updateGeometry();
}

void LevelsPanel::fillEvidence()
{
    const LevelState *state = current();
    if (!m_evidence || !state)
        return;
    QList<CellModel::Row> rows;
    rows.reserve(state->evidence.size());
    const QString unit = state->observed ? state->observed->quantity.unit : QString();
    const QString given = state->observed ? state->observed->quantity.given : QString();
    for (const Evidence &e : state->evidence) {
        Cell at{.text = QLocale().toString(e.at.toLocalTime(), QLocale::ShortFormat)};
        at.sort = e.at.toMSecsSinceEpoch();
        at.tip = exactTime(e.at);
        Cell age{.text = ageText(e.at), .muted = true};
        age.sort = -e.at.toMSecsSinceEpoch();
        Cell value{.text = formatQuantity({e.value, unit, given}), .strong = true};
        value.sort = e.value;
        Cell good{.text = e.good ? QLocale().toString(*e.good, 'f', 0) : QString()};
        good.sort = e.good.value_or(0);
        Cell total{.text = e.total ? QLocale().toString(*e.total, 'f', 0) : QString()};
        total.sort = e.total.value_or(0);
        rows << CellModel::Row{{}, {at, age, value, good, total, Cell{.text = e.source, .muted = true}}};
    }
    m_evidenceRows->setRows(std::move(rows));
    m_evidenceHead->setContext(state->evidence.isEmpty()
                                   ? tr("%1 was not measured in its window").arg(levelTitle(state->level->property))
                                   : tr("%1, newest first: %2").arg(levelTitle(state->level->property), state->why));
}

void LevelsPanel::showDay(const QDate &day)
{
    if (!m_evidence) {
        m_hub.open(QStringLiteral("level:") + m_level);
        return;
    }
    const LevelState *state = current();
    for (qsizetype i = 0; state && i < state->evidence.size(); ++i) {
        if (state->evidence[i].at.toLocalTime().date() <= day) {
            const QModelIndex index = m_evidence->model()->index(int(i), 0);
            m_evidence->setCurrentIndex(index);
            m_evidence->scrollTo(index, QAbstractItemView::PositionAtTop);
            return;
        }
    }
}

} // namespace meshscope
