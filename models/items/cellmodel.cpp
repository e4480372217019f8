#include "models/items/cellmodel.h"

namespace meshscope {

CellModel::CellModel(QList<Head> heads, QObject *parent)
    : QAbstractTableModel(parent)
    , m_heads(std::move(heads))
{
}

void CellModel::setRows(QList<Row> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void CellModel::setTable(QList<Head> heads, QList<Row> rows)
{
    beginResetModel();
    m_heads = std::move(heads);
    m_rows = std::move(rows);
    endResetModel();
}

int CellModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CellModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_heads.size());
}

QVariant CellModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    if (role == AddressRole)
        return row.address.isEmpty() ? QVariant() : QVariant(row.address);
    if (index.column() >= row.cells.size())
        return {};
    const Cell &cell = row.cells[index.column()];
    const auto given = [](const QString &text) { return text.isEmpty() ? QVariant() : QVariant(text); };
    const auto flag = [](bool on) { return on ? QVariant(true) : QVariant(); };
    switch (role) {
    case Qt::DisplayRole: return cell.text;
    case Qt::AccessibleTextRole:
        return cell.status ? QStringLiteral("%1, %2").arg(cell.text, statusName(*cell.status)) : cell.text;
    case Qt::ToolTipRole: return cell.tip.isEmpty() ? QVariant() : QVariant(cell.tip.toHtmlEscaped());
    case Qt::TextAlignmentRole:
        return m_heads[index.column()].right ? int(Qt::AlignRight | Qt::AlignVCenter)
                                             : int(Qt::AlignLeft | Qt::AlignVCenter);
    case SortRole: return cell.sort.isValid() ? cell.sort : QVariant(cell.text);
    case DetailRole: return given(cell.detail);
    case LinkRole: return given(cell.link);
    case IconNameRole: return given(cell.iconName);
    case HueRole: return given(cell.hue);
    case StatusRole: return cell.status ? QVariant(int(*cell.status)) : QVariant();
    case ToneRole: return cell.tone ? QVariant(int(*cell.tone)) : QVariant();
    case ShareRole: return cell.share ? QVariant(*cell.share) : QVariant();
    case StrongRole: return flag(cell.strong);
    case MutedRole: return flag(cell.muted);
    case MonoRole: return flag(cell.mono);
    case ChipRole: return flag(cell.chip);
    default: return {};
    }
}

QVariant CellModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_heads.size())
        return {};
    const Head &head = m_heads[section];
    if (role == Qt::DisplayRole)
        return head.text;
    if (role == Qt::TextAlignmentRole)
        return head.right ? int(Qt::AlignRight | Qt::AlignVCenter) : int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && !head.tip.isEmpty())
        return head.tip.toHtmlEscaped();
    return {};
}

} // namespace meshscope
