#include "models/items/issuemodel.h"

#include "models/mesh/itemroles.h"
#include "models/mesh/status.h"

#include <QLocale>

#include <algorithm>

namespace meshscope {

namespace {
Status signOf(Issue::Severity severity)
{
    switch (severity) {
    case Issue::Severity::Error: return Status::Breached;
    case Issue::Severity::Warning: return Status::AtRisk;
    case Issue::Severity::Note: break;
    }
    return Status::Unknown;
}
} // namespace

QString placeText(const Issue::Place &place)
{
    if (place.file.isEmpty())
        return place.url;
    QString text = place.file;
    if (place.line > 0)
        text += QStringLiteral(":%1").arg(place.line);
    if (place.line > 0 && place.column > 0)
        text += QStringLiteral(":%1").arg(place.column);
    return text;
}

QString severityName(Issue::Severity severity)
{
    switch (severity) {
    case Issue::Severity::Error: return QCoreApplication::translate("meshscope::Issue", "Error");
    case Issue::Severity::Warning: return QCoreApplication::translate("meshscope::Issue", "Warning");
    case Issue::Severity::Note: break;
    }
    return QCoreApplication::translate("meshscope::Issue", "Note");
}

void IssueModel::setRows(QList<Row> rows)
{
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row &a, const Row &b) { return a.issue.severity > b.issue.severity; });
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int IssueModel::count(Issue::Severity severity) const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [&](const Row &r) { return r.issue.severity == severity; }));
}

int IssueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int IssueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant IssueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    if (role == AddressRole) {
        return QStringLiteral("%1\n%2\n%3\n%4")
            .arg(row.endpoint, row.issue.where.file, QString::number(row.issue.where.line), row.issue.text);
    }
    switch (index.column()) {
    case Text:
        if (role == Qt::DisplayRole)
            return row.issue.text;
        if (role == Qt::ToolTipRole)
            return row.issue.text.toHtmlEscaped();
        if (role == StatusRole)
            return int(signOf(row.issue.severity));
        if (role == Qt::AccessibleTextRole)
            return QStringLiteral("%1: %2").arg(severityName(row.issue.severity), row.issue.text);
        if (role == SortRole)
            return int(row.issue.severity);
        break;
    case Place:
        if (role == Qt::DisplayRole || role == SortRole)
            return placeText(row.issue.where);
        if (role == MonoRole)
            return true;
        if (role == LinkRole && !row.issue.where.file.isEmpty())
            return QStringLiteral("file");
        break;
    case Endpoint:
        if (role == Qt::DisplayRole || role == SortRole)
            return row.endpoint;
        break;
    case When:
        if (role == Qt::DisplayRole)
            return QLocale().toString(row.at.toLocalTime(), QLocale::ShortFormat);
        if (role == SortRole)
            return row.at;
        if (role == MutedRole)
            return true;
        break;
    default: break;
    }
    return {};
}

QVariant IssueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Text: return tr("Issue");
    case Place: return tr("Place");
    case Endpoint: return tr("Endpoint");
    case When: return tr("Read");
    default: return {};
    }
}

} // namespace meshscope
