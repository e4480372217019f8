#include "ui/product/schemasection.h"

#include "models/items/cellmodel.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/tableview.h"

#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace meshscope {

SchemaSection::SchemaSection(const Subject &subject, SectionHub &hub, QWidget *parent)
    : QWidget(parent)
    , m_subject(subject)
    , m_head(new SectionHead(tr("Columns")))
    , m_search(new SearchField(tr("Find a column")))
    , m_rows(new CellModel({{tr("Column")},
                            {tr("Type")},
                            {tr("Key")},
                            {tr("Empty"), false, tr("Whether it may be empty")},
                            {tr("Class")},
                            {tr("Terms")},
                            {tr("Description")},
                            {tr("Dataset")}},
                           this))
    , m_proxy(new QSortFilterProxyModel(this))
    , m_table(new TableView)
    , m_panel(new StatePanel(m_table))
{
    setGround(this, &Tokens::surface);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(20), px(16), px(20), px(12));
    column->setSpacing(px(8));
    m_search->setObjectName(QStringLiteral("schemaSearch"));
    m_search->setFixedWidth(px(220));
    m_head->addAction(m_search);
    column->addWidget(m_head);
    column->addWidget(m_panel, 1);
    m_proxy->setSourceModel(m_rows);
    m_proxy->setFilterKeyColumn(-1);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_proxy->setSortRole(SortRole);
    m_table->setObjectName(QStringLiteral("schemaTable"));
    m_table->setModel(m_proxy);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->horizontalHeader()->setSortIndicatorClearable(true);
    m_table->setSortingEnabled(true);
    connect(m_search, &QLineEdit::textChanged, m_proxy, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_table, &TableView::opened, &hub,
            [&hub](const QString &address, bool newWindow) { hub.open(address, newWindow); });
    connect(m_table, &TableView::linkOpened, &hub,
            [&hub](const QString &link, bool newWindow) { hub.open(link, newWindow); });
    connect(m_table, &TableView::currentAddressChanged, &hub, [this, &hub](const QString &address) {
        if (m_table->hasFocus() && !address.isEmpty())
            emit hub.selected(address);
    });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] { show(m_watcher.result()); });
}

SchemaSection::~SchemaSection()
{
    m_watcher.waitForFinished(); // it reads from the workspace
}

void SchemaSection::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_isStarted)
        load();
}

void SchemaSection::load()
{
    m_isStarted = true;
    QList<NodeId> datasets = m_subject.datasets();
    if (m_subject.kind() == Kind::Column)
        datasets = {m_subject.node};
    if (datasets.isEmpty()) {
        m_panel->showEmpty(tr("No schema"),
                           tr("No dataset is known behind it. Its contract, dbt or OpenLineage would bring one."));
        return;
    }
    m_panel->showLoading(tr("Reading columns"));
    m_watcher.setFuture(QtConcurrent::run([mesh = m_subject.snapshot.mesh, datasets] {
        QList<Found> found;
        for (const NodeId n : datasets)
            found << Found{n, mesh->columns(n)};
        return found;
    }));
}

void SchemaSection::show(const QList<Found> &found)
{
    const Mesh &mesh = m_subject.mesh();
    QList<CellModel::Row> rows;
    int without = 0;
    QString wanted;
    for (const Found &f : found) {
        without += f.columns.isEmpty() ? 1 : 0;
        const Address dataset = mesh.address(f.dataset);
        const QString name = mesh.name(f.dataset);
        for (const Column &c : f.columns) {
            const Address address{dataset.endpoint, Kind::Column, columnId(dataset.id, c.path)};
            // Parts of a record stand below it, indented by their depth.
            const qsizetype depth = c.path.count(u'.') + c.path.count(QLatin1String("[]."));
            const qsizetype cut = c.path.lastIndexOf(u'.');
            const QString shown =
                depth > 0 ? QString(2 * qMin<qsizetype>(depth, 8), QChar(0x2007)) + c.path.mid(cut + 1) : c.path;
            QStringList keys;
            if (c.primaryKey)
                keys << tr("key");
            if (c.unique)
                keys << tr("unique");
            if (c.partition)
                keys << tr("partition");
            if (c.critical)
                keys << tr("critical");
            QStringList terms;
            for (const QString &id : c.terms) {
                const NodeId term = mesh.findReference(dataset.endpoint, Kind::Term, id);
                terms << (term.isValid() ? mesh.name(term) : id);
            }
            const QString type = c.physicalType.isEmpty() ? c.logicalType : c.physicalType;
            Cell column{.text = shown, .tip = c.path, .mono = true};
            column.sort = c.path;
            Cell label{.text = c.classification, .chip = !c.classification.isEmpty()};
            if (m_subject.column == c.path)
                wanted = address.toString();
            rows << CellModel::Row{
                address.toString(),
                {column,
                 Cell{.text = type,
                      .tip = c.logicalType.isEmpty() ? QString()
                                                     : tr("logical %1, physical %2").arg(c.logicalType, c.physicalType)},
                 Cell{.text = keys.join(QStringLiteral(", "))},
                 Cell{.text = !c.nullable   ? QString()
                              : *c.nullable ? tr("yes")
                                            : tr("no"),
                      .muted = true},
                 label, Cell{.text = terms.join(QStringLiteral(", "))},
                 Cell{.text = c.description.simplified(), .muted = true}, Cell{.text = name, .link = dataset.toString()}}};
        }
    }
    const qsizetype count = rows.size();
    m_rows->setRows(std::move(rows));
    m_table->setColumnHidden(7, found.size() < 2);
    m_table->fitColumns(6);
    m_head->setContext(found.size() > 1 ? tr("%1 of %Ln dataset(s)", nullptr, int(found.size())).arg(numberText(count))
                                        : numberText(count));
    if (count == 0) {
        m_panel->showEmpty(tr("No columns"),
                           tr("The dataset is known, its columns are not: no contract or catalog names them."));
        return;
    }
    m_panel->setPartial(without > 0 ? tr("%Ln dataset(s) have no columns in any document.", nullptr, without) : QString());
    m_panel->showContent();
    if (!wanted.isEmpty())
        m_table->selectAddress(wanted);
}

} // namespace meshscope
