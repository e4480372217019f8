#include "models/items/matchmodel.h"

#include "models/items/searchmodel.h"
#include "models/mesh/itemroles.h"

#include <QLocale>

namespace meshscope {

namespace {

MatchRow::Side sideOf(const Mesh &mesh, NodeId n)
{
    const NodeId domain = mesh.domainOf(n);
    return {mesh.address(n), mesh.name(n),
            domain.isValid() ? mesh.domainPath(domain).join(QStringLiteral(" › ")) : QString()};
}

MatchRow::Side sideOf(const Mesh &mesh, const Address &address)
{
    const NodeId n = mesh.find(address);
    if (!n.isValid())
        return {address, address.id, {}}; // its endpoint was removed, or says no more of it
    MatchRow::Side side = sideOf(mesh, n);
    side.address = address; // two that are one have one address now
    for (const Fact &fact : mesh.facts(n)) {
        const Entity &entity = mesh.entity(address.kind, fact);
        if (mesh.endpoints()[fact.endpoint].name == address.endpoint && entity.id == address.id)
            side.name = entity.name.isEmpty() ? entity.id : entity.name;
    }
    return side;
}

} // namespace

QList<MatchRow> matchRows(const Mesh &mesh, const QList<Proposal> &proposals)
{
    QList<MatchRow> rows;
    for (const Proposal &proposal : proposals)
        rows.append({sideOf(mesh, proposal.a), sideOf(mesh, proposal.b), proposal.confidence, proposal.why(), {}});
    return rows;
}

QList<MatchRow> matchRows(const Mesh &mesh, const QList<MatchDecision> &decisions)
{
    QList<MatchRow> rows;
    for (const MatchDecision &decision : decisions)
        rows.prepend({sideOf(mesh, decision.a), sideOf(mesh, decision.b), {}, {}, decision}); // newest first
    return rows;
}

void MatchModel::setRows(QList<MatchRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int MatchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int MatchModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString MatchModel::text(const MatchRow &row, int column) const
{
    switch (column) {
    case One: return row.a.name;
    case Other: return row.b.name;
    case Why:
        if (!row.decision)
            return row.why;
        return row.decision->same ? tr("You said: one thing") : tr("You said: two things");
    case Confidence: return row.confidence ? tr("%1 %").arg(QLocale().toString(*row.confidence * 100, 'f', 0)) : QString();
    default: return {};
    }
}

QVariant MatchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const MatchRow &row = m_rows[index.row()];
    const bool isSide = index.column() == One || index.column() == Other;
    const MatchRow::Side &side = index.column() == Other ? row.b : row.a;
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case AddressRole: return QString(row.a.address.toString() + u'\n' + row.b.address.toString());
    case IconNameRole: return isSide ? QVariant(iconOfKind(side.address.kind)) : QVariant();
    case DetailRole: return isSide ? QVariant(side.address.endpoint) : QVariant();
    case Qt::ToolTipRole:
        return isSide
                   ? QVariant(
                         (side.domain.isEmpty() ? side.address.id : side.domain + u'\n' + side.address.id).toHtmlEscaped())
                   : QVariant(row.why.toHtmlEscaped());
    case Qt::AccessibleTextRole:
        return isSide ? QVariant(tr("%1, of %2").arg(side.name, side.address.endpoint)) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == Confidence ? int(Qt::AlignRight | Qt::AlignVCenter) : int(Qt::AlignLeft | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant MatchModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == Confidence ? int(Qt::AlignRight | Qt::AlignVCenter) : int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case One: return tr("This");
    case Other: return tr("May be");
    case Why: return tr("Why");
    case Confidence: return tr("Confidence");
    default: return {};
    }
}

} // namespace meshscope
