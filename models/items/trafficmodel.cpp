#include "models/items/trafficmodel.h"

#include "models/mesh/itemroles.h"
#include "models/mesh/status.h"

#include <QLocale>

namespace meshscope {

void TrafficModel::setTraffic(Traffic traffic)
{
    beginResetModel();
    m_traffic = std::move(traffic);
    endResetModel();
}

int TrafficModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_traffic.lines.size());
}

int TrafficModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TrafficModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LoggedRequest &line = m_traffic.lines[index.row()];
    const QLocale locale;
    const bool isBad = line.status == 0 || line.status >= 400;
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case At: return locale.toString(line.at.toLocalTime().time(), QLocale::ShortFormat);
        case Method: return line.method;
        case Where: return line.address;
        case Answer: {
            const QString status = line.status == 0 ? tr("none") : QString::number(line.status);
            return line.attempt > 1 ? tr("%1 (try %2)").arg(status).arg(line.attempt) : status;
        }
        case Bytes: return sizeText(line.bytes);
        case Millis: return tr("%1 ms").arg(locale.toString(line.millis));
        default: return {};
        }
    case AddressRole: return QString::number(index.row());
    case StatusRole: return index.column() == Answer && isBad ? QVariant(int(Status::AtRisk)) : QVariant();
    case MonoRole: return index.column() == Where || index.column() == Method;
    case Qt::ToolTipRole:
        return (line.failure.isEmpty() ? line.address : line.address + u'\n' + line.failure).toHtmlEscaped();
    case Qt::AccessibleTextRole: return index.column() == Where ? QVariant(line.line()) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() >= Bytes ? int(Qt::AlignRight | Qt::AlignVCenter) : int(Qt::AlignLeft | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant TrafficModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section >= Bytes ? int(Qt::AlignRight | Qt::AlignVCenter) : int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case At: return tr("At");
    case Method: return tr("Method");
    case Where: return tr("Address");
    case Answer: return tr("Status");
    case Bytes: return tr("Received");
    case Millis: return tr("Took");
    default: return {};
    }
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 1000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString trafficSummary(const Traffic &traffic)
{
    const QLocale locale;
    const QString all =
        QCoreApplication::translate("meshscope::TrafficModel", "%Ln request(s)", nullptr, int(traffic.requests)) +
        QStringLiteral(", ") + sizeText(traffic.bytes);
    if (traffic.lines.size() >= traffic.requests)
        return all;
    return QCoreApplication::translate("meshscope::TrafficModel", "%1; the first and the last %2 are listed")
        .arg(all, locale.toString(traffic.lines.size()));
}

} // namespace meshscope
