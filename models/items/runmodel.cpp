#include "models/items/runmodel.h"

#include "models/items/endpointmodel.h"
#include "models/mesh/itemroles.h"

#include <QLocale>

namespace meshscope {

void RunModel::setRuns(QList<Run> runs)
{
    beginResetModel();
    m_runs = std::move(runs);
    endResetModel();
}

int RunModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_runs.size());
}

int RunModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RunModel::text(const Run &run, int column) const
{
    const QLocale locale;
    const auto got = [&](const char *word) { return locale.toString(run.got.value(QLatin1String(word))); };
    const bool isCounted = run.state != Run::State::Running && (run.state != Run::State::Failed || column >= IssueCount);
    if (!isCounted && column > State && column < Took)
        return QStringLiteral("–"); // none would be another thing
    switch (column) {
    case Started: return locale.toString(run.started.toLocalTime(), QLocale::ShortFormat);
    case State:
        switch (run.state) {
        case Run::State::Running: return tr("reading");
        case Run::State::Complete: return run.unchanged ? tr("complete, nothing new") : tr("complete");
        case Run::State::Partial: return tr("partial");
        case Run::State::Failed: return tr("failed");
        case Run::State::Cancelled: return tr("stopped");
        }
        return {};
    case Listed: {
        qint64 expected = 0;
        qint64 listed = 0;
        for (auto it = run.expected.cbegin(); it != run.expected.cend(); ++it) {
            expected += it.value();
            listed += std::min(it.value(), run.got.value(it.key()));
        }
        return run.expected.isEmpty() ? QStringLiteral("–")
                                      : tr("%1 of %2").arg(locale.toString(listed), locale.toString(expected));
    }
    case Products: return got("product");
    case Datasets: return got("dataset");
    case Columns: return got("column");
    case Edges: return got("lineageEdge");
    case IssueCount: return locale.toString(run.issues.size());
    case Requests: return run.requests > 0 ? locale.toString(run.requests) : QStringLiteral("–");
    case Took: {
        if (!run.ended.isValid())
            return {};
        const double seconds = double(run.started.msecsTo(run.ended)) / 1000.0;
        return seconds < 60 ? tr("%1 s").arg(locale.toString(seconds, 'f', 1))
                            : tr("%1 min").arg(locale.toString(seconds / 60, 'f', 1));
    }
    default: return {};
    }
}

QString RunModel::reason(int row) const
{
    return row > 0 && m_runs[row].missing != m_runs[row - 1].missing ? m_runs[row].missing : QString();
}

QVariant RunModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Run &run = m_runs[index.row()];
    switch (role) {
    case Qt::DisplayRole: return text(run, index.column());
    case AddressRole: return QString::number(run.id);
    case StatusRole: return index.column() == State ? QVariant(int(runStatus(run))) : QVariant();
    case Qt::ToolTipRole: return run.missing.isEmpty() ? QVariant() : QVariant(run.missing.toHtmlEscaped());
    case DetailRole: return index.column() == State ? QVariant(reason(index.row())) : QVariant();
    case LinkRole:
        return index.column() == IssueCount && !run.issues.isEmpty() ? QVariant(QStringLiteral("issues")) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() >= Listed ? int(Qt::AlignRight | Qt::AlignVCenter) : int(Qt::AlignLeft | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant RunModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section >= Listed ? int(Qt::AlignRight | Qt::AlignVCenter) : int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Started: return tr("Started");
    case State: return tr("Result");
    case Listed: return tr("Listed");
    case Products: return tr("Products");
    case Datasets: return tr("Datasets");
    case Columns: return tr("Columns");
    case Edges: return tr("Edges");
    case IssueCount: return tr("Issues");
    case Requests: return tr("Requests");
    case Took: return tr("Took");
    default: return {};
    }
}

} // namespace meshscope
