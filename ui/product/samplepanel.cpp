#include "ui/product/samplepanel.h"

#include "models/items/cellmodel.h"
#include "ui/product/parts.h"
#include "ui/product/sampletable.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/fittable.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"

#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace meshscope {

namespace {
constexpr int rowsRead = 100;
}

SamplePanel::SamplePanel(const Subject &subject, const SampleReader &reader, SectionHub &hub, int shown, QWidget *parent)
    : QWidget(parent)
    , m_subject(subject)
    , m_reader(reader)
    , m_hub(hub)
    , m_shown(shown)
    , m_head(new SectionHead(tr("Sample")))
    , m_masked(new LinkLabel)
    , m_stop(new LinkLabel(tr("Stop")))
    , m_frame(new Card)
    , m_rows(new CellModel({}, this))
    , m_table(new FitTable(m_rows))
    , m_tableHead(new SampleHead(m_table))
    , m_panel(new StatePanel(m_frame))
{
    setObjectName(QStringLiteral("samplePanel"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    setTextRole(m_masked, TextRole::Small);
    m_masked->setLink(false);
    m_masked->setIconName(QStringLiteral("lock"));
    m_masked->hide();
    m_head->addAction(m_masked);
    m_stop->setObjectName(QStringLiteral("sampleStop"));
    m_stop->hide();
    connect(m_stop, &LinkLabel::opened, this, &SamplePanel::stop);
    m_head->addAction(m_stop);
    column->addWidget(m_head);
    auto *framed = new QVBoxLayout(m_frame);
    framed->setContentsMargins(1, 2, 1, 2);
    m_table->setObjectName(QStringLiteral("sampleTable"));
    m_table->setHorizontalHeader(m_tableHead);
    m_table->setItemDelegate(new SampleDelegate(m_table));
    m_table->setMaximumRows(shown > 0 ? shown : 20);
    m_table->setWide(true);
    framed->addWidget(m_table);
    column->addWidget(m_panel);
    column->addStretch();
    m_panel->setMinimumHeight(px(140));
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] { show(m_watcher.result()); });
    connect(m_panel, &StatePanel::retryRequested, this, &SamplePanel::load);
    connect(m_panel, &StatePanel::actionRequested, this, &SamplePanel::load);
}

SamplePanel::~SamplePanel()
{
    if (m_cancel)
        *m_cancel = true;
    m_watcher.waitForFinished();
}

void SamplePanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_isStarted)
        begin();
}

/// Files are read at once. A server is asked when somebody wants it to be: that costs there, and leaves a trace.
void SamplePanel::begin()
{
    m_isStarted = true;
    const QString asked = m_reader.asks(*m_subject.snapshot.mesh, m_subject.node);
    m_isLive = !asked.isEmpty();
    if (!m_isLive)
        load();
    else if (m_reader.asksForKept(*m_subject.snapshot.mesh, m_subject.node))
        m_panel->showEmpty(tr("A catalog may keep some rows"),
                           tr("Endpoint “%1” can be asked for them. What is personal stays masked.").arg(asked),
                           tr("Read the first rows"));
    else
        m_panel->showEmpty(tr("The rows are where they live"),
                           tr("Endpoint “%1” can be asked for the first of them. What is personal stays masked.").arg(asked),
                           tr("Read the first rows"));
}

void SamplePanel::stop()
{
    if (m_cancel)
        *m_cancel = true;
}

void SamplePanel::load()
{
    m_panel->showLoading(tr("Reading the first rows"));
    m_stop->setVisible(m_isLive);
    m_cancel = std::make_shared<std::atomic_bool>(false);
    const LiveRows::Told told = [this](qint64 done, qint64 total, const QString &what) {
        const QString text = total > 0 ? tr("%1: %2 %").arg(what).arg(done * 100 / total) : what;
        QMetaObject::invokeMethod(this, [this, text] { // in the window's thread; the destructor waits for the reading
            if (m_watcher.isRunning())
                m_panel->showLoading(text);
        });
    };
    m_watcher.setFuture(QtConcurrent::run(
        [mesh = m_subject.snapshot.mesh, node = m_subject.node, cancel = m_cancel, reader = &m_reader, told] {
            return reader->read(
                *mesh, {node, rowsRead, false}, [cancel] { return cancel->load(); }, told);
        }));
}

void SamplePanel::show(const Result<Sample> &result)
{
    m_stop->hide();
    if (!result) {
        const Error &error = result.error();
        m_head->setContext({});
        if (error.code == Error::Code::Cancelled)
            m_panel->showEmpty(tr("Stopped"), tr("The rows were not read to the end."), tr("Read the first rows"));
        else if (error.code == Error::Code::Refused && m_isLive) // a vault is opened, a right is granted: ask again
            m_panel->showFailed(tr("This sample may not be read"), error.text);
        else if (error.code == Error::Code::NotFound || error.code == Error::Code::Refused)
            m_panel->showNotOffered(
                error.code == Error::Code::Refused ? tr("This sample may not be read") : tr("No sample here"), error.text);
        else
            m_panel->showFailed(tr("The sample could not be read"), error.text);
        m_panel->setMinimumHeight(px(140));
        return;
    }
    m_sample = *result;
    if (m_sample.rows.isEmpty()) {
        m_panel->showEmpty(tr("No rows yet"), tr("%1 is there, but holds no rows.").arg(m_sample.location));
        return;
    }
    fillRows();
    m_panel->setMinimumHeight(0);
    m_panel->setPartial(m_sample.issues.isEmpty() ? QString() : m_sample.issues.first().text);
    m_panel->showContent();
}

void SamplePanel::fillRows()
{
    QList<CellModel::Head> heads;
    int masked = 0;
    for (const SampleColumn &column : m_sample.columns) {
        const bool isMasked = column.masking != Masking::No;
        masked += isMasked ? 1 : 0;
        heads << CellModel::Head{column.name, isNumberType(column.type) && !isMasked,
                                 column.type.isEmpty() ? column.name : column.name + u'\n' + column.type};
    }
    QList<CellModel::Row> rows;
    const qsizetype count = m_shown > 0 ? qMin<qsizetype>(m_shown, m_sample.rows.size()) : m_sample.rows.size();
    for (qsizetype r = 0; r < count; ++r) {
        CellModel::Row row;
        for (qsizetype c = 0; c < m_sample.columns.size(); ++c) {
            const QString value = m_sample.rows[r].value(c);
            Cell cell;
            cell.text = value.isNull() ? tr("null") : value;
            cell.muted = value.isNull();
            cell.chip = m_sample.columns[c].masking != Masking::No && !value.isNull();
            if (heads[c].right)
                cell.sort = value.toDouble();
            row.cells << cell;
        }
        rows << row;
    }
    m_tableHead->setColumns(m_sample.columns);
    m_rows->setTable(heads, std::move(rows));
    m_table->setWide(true); // the heads have their columns only now
    // A file is where it is; what a catalog or a database calls the rows says little to people.
    const QString &from = m_sample.endpoint.isEmpty() ? m_sample.location : m_sample.endpoint;
    const QString read = tr("read %1 from %2").arg(ageText(m_sample.readAt), from);
    const QString total = m_sample.more ? tr("%1+").arg(numberText(m_sample.rows.size())) : numberText(m_sample.rows.size());
    const QString which = m_sample.more && count == m_sample.rows.size() ? tr("the first %Ln row(s)", nullptr, int(count))
                                                                         : tr("%1 of %2 rows").arg(numberText(count), total);
    m_head->setContext(QStringLiteral("%1, %2").arg(which, read));
    m_masked->setVisible(masked > 0);
    m_masked->setText(tr("%Ln column(s) masked as personal", nullptr, masked));
    m_masked->updateGeometry();
}

} // namespace meshscope
