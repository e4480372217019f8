#include "ui/domains/flowmatrixparts.h"

#include "ui/graph/graphpainter.h"
#include "ui/theme/tokens.h"

#include <QPainter>
#include <QTextOption>

#include <cmath>

namespace meshscope {

namespace {

constexpr double leastTint = 0.10; ///< share of the accent in the ground of a cell: text stays readable on the most
constexpr double mostTint = 0.42;

const Hue *hueOf(const FlowMatrixData::Row &row, const Tokens &t)
{
    return row.hue >= 0 && row.hue < int(t.hues.size()) ? &t.hues[size_t(row.hue)] : nullptr;
}

} // namespace

QColor matrixTint(int count, int most, const Tokens &t)
{
    const double share = std::log1p(count) / std::log1p(std::max(1, most));
    return mixed(t.canvas, t.accent, leastTint + (mostTint - leastTint) * share);
}

// -- model

void FlowMatrixModel::setMatrix(FlowMatrixPtr data)
{
    beginResetModel();
    m_data = std::move(data);
    endResetModel();
}

int FlowMatrixModel::rowCount(const QModelIndex &parent) const
{
    return m_data && !parent.isValid() ? int(m_data->rows.size()) : 0;
}

int FlowMatrixModel::columnCount(const QModelIndex &parent) const
{
    return rowCount(parent);
}

QVariant FlowMatrixModel::data(const QModelIndex &index, int role) const
{
    if (!m_data || !index.isValid())
        return {};
    const int count = m_data->count(index.row(), index.column());
    if (role == Qt::DisplayRole)
        return count > 0 ? QVariant(count) : QVariant();
    if (role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    const FlowMatrixData::Row &from = m_data->rows[size_t(index.row())];
    const FlowMatrixData::Row &to = m_data->rows[size_t(index.column())];
    const QString ends =
        index.row() == index.column() ? tr("Inside %1").arg(from.path) : tr("%1 → %2").arg(from.path, to.path);
    QString text = ends + u'\n' + (count > 0 ? tr("%Ln flows", "", count) : tr("no flow"));
    if (count > 0 && index.column() < index.row())
        text += u'\n' + tr("Against the order: part of a cycle of domains");
    return text;
}

QVariant FlowMatrixModel::headerData(int section, Qt::Orientation, int role) const
{
    if (!m_data || section < 0 || section >= int(m_data->rows.size()))
        return {};
    const FlowMatrixData::Row &row = m_data->rows[size_t(section)];
    if (role == Qt::DisplayRole)
        return row.name;
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return QString(row.path +
                       (row.products > 0 || row.datasets == 0 ? u'\n' + tr("%Ln products", "", row.products) : QString()) +
                       (row.datasets > 0 ? u'\n' + tr("%Ln datasets of no product", "", row.datasets) : QString()));
    return {};
}

// -- cells

FlowMatrixDelegate::FlowMatrixDelegate(FlowMatrix *view)
    : QStyledItemDelegate(view)
    , m_view(view)
{
}

void FlowMatrixDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const FlowMatrixData &data = *m_view->m_data;
    const Tokens &t = tokens(m_view);
    const int row = index.row();
    const int column = index.column();
    const int count = data.count(row, column);
    const QModelIndex hovered = m_view->m_hovered;
    const QModelIndex current = m_view->currentIndex();
    const bool crossed = hovered.isValid() && (hovered.row() == row || hovered.column() == column);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(option.rect, crossed ? t.hover : t.canvas);
    const QRectF box = QRectF(option.rect).adjusted(1, 1, -1, -1);
    const bool isOwn = row == column;
    painter->setPen(Qt::NoPen);
    if (isOwn) {
        painter->setBrush(t.sunken);
        painter->drawRoundedRect(box, 3, 3);
    } else if (count > 0) {
        painter->setBrush(matrixTint(count, data.most, t));
        painter->drawRoundedRect(box, 3, 3);
        if (column < row) { // a corner as the sign of what runs against the order
            const double side = std::min(8.0, box.width() / 3);
            painter->setBrush(t.risk);
            painter->drawPolygon(
                QPolygonF{box.topRight(), box.topRight() - QPointF(side, 0), box.topRight() + QPointF(0, side)});
        }
    } else {
        painter->setBrush(t.line);
        painter->drawEllipse(box.center(), 1, 1);
    }
    if (count > 0) {
        painter->setFont(textFont(count < 1000 ? TextRole::Small : TextRole::Tiny));
        painter->setPen(isOwn ? t.muted : t.text);
        painter->drawText(box, Qt::AlignCenter, QString::number(count));
    }
    if (index == current) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(m_view->hasFocus() ? t.focus : t.lineStrong, 2));
        painter->drawRoundedRect(box, 3, 3);
    }
    painter->restore();
}

// -- heads

FlowMatrixHeader::FlowMatrixHeader(Qt::Orientation orientation, FlowMatrix *view)
    : QHeaderView(orientation, view)
    , m_view(view)
{
    setSectionsClickable(true);
    setHighlightSections(false);
}

void FlowMatrixHeader::paintEvent(QPaintEvent *event)
{
    QHeaderView::paintEvent(event);
    // The style's empty head ends where the table does.
    const int end = length() - offset();
    QRect rest = viewport()->rect();
    if (orientation() == Qt::Vertical)
        rest.setTop(end);
    else if (isRightToLeft())
        rest.setRight(rest.width() - 1 - end);
    else
        rest.setLeft(end);
    QPainter painter(viewport());
    painter.fillRect(rest, tokens(m_view).canvas);
}

void FlowMatrixHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    if (!m_view->m_data || section >= int(m_view->m_data->rows.size()))
        return;
    const FlowMatrixData::Row &row = m_view->m_data->rows[size_t(section)];
    const Tokens &t = tokens(m_view);
    const bool upright = orientation() == Qt::Horizontal;
    const auto isAt = [&](const QModelIndex &index) {
        return index.isValid() && (upright ? index.column() : index.row()) == section;
    };
    const bool isCurrent = isAt(m_view->currentIndex());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(rect, isAt(m_view->m_hovered) ? t.hover : t.canvas);
    // Columns are drawn lying down and turned up.
    QRectF room = rect;
    if (upright) {
        painter->translate(rect.left(), rect.bottom() + 1);
        painter->rotate(-90);
        room = QRectF(0, 0, rect.height(), rect.width());
    }
    const bool fromRight = !upright && isRightToLeft();
    const Hue *h = hueOf(row, t);
    painter->setPen(Qt::NoPen);
    painter->setBrush(h ? h->stripe : t.lineStrong);
    const double stripe = px(3);
    const QRectF line(upright     ? room.left() + px(4)
                      : fromRight ? room.left() + px(4)
                                  : room.right() - px(4) - stripe,
                      room.top() + room.height() * 0.2, stripe, room.height() * 0.6);
    painter->drawRoundedRect(line, 1.5, 1.5);
    room.adjust(px(upright || fromRight ? 12 : 16), 0, -px(upright || fromRight ? 6 : 12), 0);
    QFont font = textFont(TextRole::Small, isCurrent ? 600 : -1);
    font.setItalic(row.isOutside);
    painter->setFont(font);
    painter->setPen(row.isOutside ? t.muted : t.text);
    const QString text = QFontMetricsF(font).elidedText(row.name.simplified(), Qt::ElideRight, room.width());
    painter->drawText(room, text, QTextOption((upright || fromRight ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    painter->restore();
}

} // namespace meshscope
