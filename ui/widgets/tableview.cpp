#include "ui/widgets/tableview.h"

#include "ui/widgets/delegates.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace meshscope {

namespace {

/// Whether a column holds numbers or bars rather than words.
bool holdsFigures(const QAbstractItemModel &model, int column)
{
    if (model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt() & Qt::AlignRight)
        return true;
    constexpr int looked = 8; // enough to meet a level with a budget
    for (int row = 0; row < std::min(looked, model.rowCount()); ++row) {
        if (model.index(row, column).data(ShareRole).isValid())
            return true;
    }
    return false;
}

} // namespace

/// The whole row answers to the pointer, not the cell alone.
class HoverDelegate final : public TableDelegate {
public:
    explicit HoverDelegate(TableView *view)
        : TableDelegate(view)
        , m_view(view)
    {
    }
    void paint(QPainter *p, const QStyleOptionViewItem &given, const QModelIndex &index) const override
    {
        QStyleOptionViewItem option = given;
        option.state.setFlag(QStyle::State_MouseOver, index.row() == m_view->m_hovered);
        option.state.setFlag(QStyle::State_Active, m_view->hasFocus() || m_view->m_isLed);
        TableDelegate::paint(p, option, index);
    }

private:
    const TableView *m_view;
};

TableView::TableView(QWidget *parent)
    : QTableView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setCornerButtonEnabled(false);
    setMouseTracking(true);
    setTextElideMode(Qt::ElideRight);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    setItemDelegate(new HoverDelegate(this));
    applyMetrics();
}

void TableView::setModel(QAbstractItemModel *newModel)
{
    if (model())
        disconnect(model(), nullptr, this, nullptr);
    QTableView::setModel(newModel);
    if (!newModel)
        return;
    // Connected after the base class: the view has already forgotten its selection when ours runs.
    connect(newModel, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_kept = currentAddress().isEmpty() ? m_kept : currentAddress();
        m_keptScroll = verticalScrollBar()->value();
    });
    connect(
        newModel, &QAbstractItemModel::modelReset, this,
        [this] {
            if (!m_kept.isEmpty() && currentAddress() != m_kept)
                selectAddress(m_kept);
            verticalScrollBar()->setValue(m_keptScroll);
            if (m_stretched > -2)
                fitColumns(m_stretched);
        },
        Qt::QueuedConnection);
}

QString TableView::currentAddress() const
{
    const QModelIndex current = currentIndex();
    return current.isValid() ? current.siblingAtColumn(0).data(AddressRole).toString() : QString();
}

bool TableView::selectAddress(const QString &address)
{
    m_kept = address;
    if (!model() || address.isEmpty())
        return false;
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QModelIndex index = model()->index(row, 0);
        if (index.data(AddressRole).toString() == address) {
            setCurrentIndex(index);
            scrollTo(index);
            return true;
        }
    }
    return false;
}

QStringList TableView::selectedAddresses() const
{
    QStringList addresses;
    if (!selectionModel())
        return addresses;
    const QString first = currentAddress();
    for (const QModelIndex &index : selectionModel()->selectedRows()) {
        const QString address = index.data(AddressRole).toString();
        if (address.isEmpty())
            continue;
        if (address == first)
            addresses.prepend(address);
        else
            addresses.append(address);
    }
    return addresses;
}

void TableView::selectAddresses(const QStringList &addresses)
{
    if (!model() || addresses.isEmpty())
        return;
    const QSet<QString> wanted(addresses.begin(), addresses.end());
    QItemSelection rows;
    QModelIndex current;
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QModelIndex index = model()->index(row, 0);
        const QString address = index.data(AddressRole).toString();
        if (!wanted.contains(address))
            continue;
        rows.select(index, index);
        if (!current.isValid() || address == addresses.first())
            current = index;
    }
    if (!current.isValid())
        return;
    selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

int TableView::heightFor(int rows) const
{
    return horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize() + 2;
}

void TableView::fitColumns(int stretched)
{
    m_stretched = stretched;
    if (!model())
        return;
    QHeaderView *head = horizontalHeader();
    const int count = head->count();
    if (count == 0)
        return;
    if (head->stretchLastSection()) {
        head->setStretchLastSection(false);
        for (int column = 0; column < count; ++column) {
            // What was hidden while the last one stretched keeps its room (Qt 6.4): hidden again, it gives it up.
            if (isColumnHidden(column)) {
                showColumn(column);
                hideColumn(column);
            }
        }
    }
    int total = 0;
    QList<int> widths;
    QList<int> least; // figures and bars are not cut before words are: half a number is another number
    for (int column = 0; column < count; ++column) {
        const int cells = isColumnHidden(column) ? 0 : sizeHintForColumn(column) + px(4);
        int width = isColumnHidden(column) ? 0 : std::max(cells, head->sectionSizeHint(column) + px(4));
        width = std::min(width, px(360));
        widths << width;
        least << std::min(width, holdsFigures(*model(), column) ? cells : px(96));
        total += width;
    }
    const int room = viewport()->width();
    if (stretched < 0 || stretched >= count)
        stretched = count - 1;
    if (total < room)
        widths[stretched] += room - total;
    // Too wide: the widest gives way first, so that short columns stay whole.
    for (int excess = total - room; excess > 0;) {
        int widest = -1;
        for (int column = 0; column < count; ++column) {
            if (widths[column] > least[column] && (widest < 0 || widths[column] > widths[widest]))
                widest = column;
        }
        if (widest < 0) {
            const QList<int> floor(count, px(96));
            if (least == floor)
                break;
            least = floor; // no room for all figures either
            continue;
        }
        const int cut = std::min({excess, widths[widest] - least[widest], px(16)});
        widths[widest] -= cut;
        excess -= cut;
    }
    for (int column = 0; column < count; ++column) {
        if (!isColumnHidden(column))
            setColumnWidth(column, widths[column]);
    }
}

void TableView::copySelection() const
{
    if (!model() || !selectionModel())
        return;
    QList<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows << index.row();
    std::sort(rows.begin(), rows.end());
    const auto clean = [](QString text) { return text.replace(u'\t', u' ').replace(u'\n', u' '); };
    QStringList lines;
    QStringList cells;
    for (int column = 0; column < model()->columnCount(); ++column) {
        if (!isColumnHidden(column))
            cells << clean(model()->headerData(column, Qt::Horizontal).toString());
    }
    lines << cells.join(u'\t');
    for (const int row : rows) {
        cells.clear();
        for (int column = 0; column < model()->columnCount(); ++column) {
            if (!isColumnHidden(column))
                cells << clean(model()->index(row, column).data().toString());
        }
        lines << cells.join(u'\t');
    }
    if (!rows.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        event->accept();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        openRow(currentIndex(), event->modifiers() & Qt::ControlModifier);
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::openRow(const QModelIndex &index, bool newWindow)
{
    emit rowOpened(index, newWindow);
    const QString address = index.siblingAtColumn(0).data(AddressRole).toString();
    if (!address.isEmpty())
        emit opened(address, newWindow);
}

QString TableView::linkAt(const QPoint &position) const
{
    const QModelIndex index = indexAt(position);
    const QString target = index.data(LinkRole).toString();
    if (target.isEmpty())
        return {};
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = visualRect(index);
    const auto *delegate = qobject_cast<const TableDelegate *>(itemDelegateForIndex(index));
    return delegate && delegate->textRect(option, index).contains(position) ? target : QString();
}

void TableView::mouseReleaseEvent(QMouseEvent *event)
{
    QTableView::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return;
    const QString target = linkAt(event->position().toPoint());
    if (!target.isEmpty())
        emit linkOpened(target, event->button() == Qt::MiddleButton || (event->modifiers() & Qt::ControlModifier));
}

void TableView::mouseDoubleClickEvent(QMouseEvent *event)
{
    QTableView::mouseDoubleClickEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.isValid() && linkAt(event->position().toPoint()).isEmpty())
        openRow(index, event->modifiers() & Qt::ControlModifier);
}

void TableView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    const QModelIndex index = indexAt(position);
    setHovered(index.isValid() ? index.row() : -1);
    viewport()->setCursor(linkAt(position).isEmpty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    QTableView::mouseMoveEvent(event);
}

void TableView::leaveEvent(QEvent *event)
{
    setHovered(-1);
    QTableView::leaveEvent(event);
}

void TableView::setHovered(int row)
{
    if (m_hovered == row)
        return;
    m_hovered = row;
    viewport()->update();
}

void TableView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        applyMetrics();
    QTableView::changeEvent(event);
}

void TableView::applyMetrics()
{
    verticalHeader()->setMinimumSectionSize(px(16));
    verticalHeader()->setDefaultSectionSize(QFontMetrics(textFont(TextRole::Base)).height() + px(9));
}

void TableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row() || !previous.isValid())
        emit currentAddressChanged(currentAddress());
}

void TableView::initViewItemOption(QStyleOptionViewItem *option) const
{
    QTableView::initViewItemOption(option);
    option->font = textFont(TextRole::Base);
    option->fontMetrics = QFontMetrics(option->font);
}

void TableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (m_stretched > -2)
        fitColumns(m_stretched);
}

} // namespace meshscope
