#include "ui/access/columnchooser.h"

#include "models/samples/masking.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QStyledItemDelegate>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

/// The lock stands after what it is about, at the end of the row.
class EndSignDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->decorationPosition = QStyleOptionViewItem::Right;
        option->decorationSize = QSize(px(14), px(14));
        option->features |= QStyleOptionViewItem::HasDecoration; // keeps the room, so that the words line up
    }
};

/// "personal, as hash": what a column is, and how it looks to who holds no grant.
QString columnNote(const Column &column)
{
    if (!isSensitive(column))
        return column.primaryKey ? ColumnChooser::tr("key") : QString();
    const QString kind =
        sensitivityOf(column) == Sensitivity::Personal ? ColumnChooser::tr("personal") : ColumnChooser::tr("confidential");
    switch (maskingOf(column)) {
    case Masking::Hash: return ColumnChooser::tr("%1, as hash").arg(kind);
    case Masking::Partial: return ColumnChooser::tr("%1, in part").arg(kind);
    case Masking::Hidden: return ColumnChooser::tr("%1, hidden").arg(kind);
    case Masking::No: break;
    }
    return kind;
}

QTreeWidgetItem *itemOf(const Column &column, const Tokens &t)
{
    auto *item = new QTreeWidgetItem;
    item->setText(0, column.path);
    item->setFont(0, textFont(TextRole::Mono));
    item->setText(1, columnNote(column));
    item->setFont(1, textFont(TextRole::Small));
    item->setForeground(1, t.muted);
    item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    if (isSensitive(column))
        item->setIcon(1, icon(u"lock"_s, t.muted));
    item->setToolTip(0, column.description.toHtmlEscaped());
    item->setToolTip(1, column.classification.toHtmlEscaped());
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
    return item;
}

} // namespace

bool isSensitive(const Column &column)
{
    return sensitivityOf(column) != Sensitivity::None;
}

ColumnChooser::ColumnChooser(QWidget *parent)
    : QWidget(parent)
    , m_count(makeLabel({}, TextRole::Small, &Tokens::muted, this))
    , m_tree(new QTreeWidget(this))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(px(6));
    auto *head = new QHBoxLayout;
    head->addWidget(makeLabel(tr("Columns"), TextRole::Strong, &Tokens::text, this), 1);
    head->addWidget(m_count);
    outer->addLayout(head);
    outer->addWidget(m_tree, 1);
    m_tree->setObjectName(u"columns"_s);
    m_tree->setAccessibleName(tr("Columns"));
    m_tree->setColumnCount(2);
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setIndentation(0);
    m_tree->setUniformRowHeights(true);
    m_tree->setItemDelegateForColumn(1, new EndSignDelegate(m_tree));
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_tree->setProperty("field", true);
    m_tree->viewport()->setAutoFillBackground(false); // its corners are the frame's
    connect(m_tree, &QTreeWidget::itemChanged, this, &ColumnChooser::take);
    updateCount();
}

void ColumnChooser::setColumns(const QList<Column> &columns, const QStringList &chosen)
{
    m_isFilling = true;
    if (columns != m_columns) {
        m_columns = columns;
        m_tree->clear();
        for (const Column &column : columns)
            m_tree->addTopLevelItem(itemOf(column, tokens(this)));
    }
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = m_tree->topLevelItem(i);
        item->setCheckState(0, chosen.isEmpty() || chosen.contains(item->text(0)) ? Qt::Checked : Qt::Unchecked);
    }
    m_isFilling = false;
    updateCount();
}

void ColumnChooser::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::StyleChange || m_columns.isEmpty())
        return;
    const QStringList chosen = checked(); // never none; icons and colours are those of the palette
    setColumns(std::exchange(m_columns, {}), chosen);
}

QStringList ColumnChooser::checked() const
{
    QStringList paths;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        if (m_tree->topLevelItem(i)->checkState(0) == Qt::Checked)
            paths.append(m_tree->topLevelItem(i)->text(0));
    }
    return paths;
}

void ColumnChooser::updateCount()
{
    const int all = m_tree->topLevelItemCount();
    m_count->setText(all > 0 ? tr("%1 of %2 chosen").arg(checked().size()).arg(all) : tr("not known"));
}

void ColumnChooser::take(QTreeWidgetItem *changed)
{
    if (m_isFilling)
        return;
    const QStringList paths = checked();
    if (paths.isEmpty()) { // no columns would mean all of them
        m_isFilling = true;
        changed->setCheckState(0, Qt::Checked);
        m_isFilling = false;
        emit noneRefused();
        return;
    }
    updateCount();
    emit chosenChanged(paths.size() == m_tree->topLevelItemCount() ? QStringList() : paths);
}

} // namespace meshscope
