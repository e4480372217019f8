#include "models/items/endpointmodel.h"

#include "models/mesh/itemroles.h"

#include <QLocale>

namespace meshscope {

namespace {
qint64 sum(const QHash<QString, qint64> &counts)
{
    qint64 total = 0;
    for (const qint64 n : counts)
        total += n;
    return total;
}

/// What the run got of the words it expected something of.
qint64 gotOfExpected(const Run &run)
{
    qint64 total = 0;
    for (auto it = run.expected.begin(); it != run.expected.end(); ++it)
        total += qMin(it.value(), run.got.value(it.key()));
    return total;
}
} // namespace

bool countsDocuments(const Run &run)
{
    return run.expected.isEmpty() || run.expected.contains(QStringLiteral("document"));
}

QString runSummary(const std::optional<Run> &run)
{
    if (!run)
        return QCoreApplication::translate("meshscope::EndpointModel", "never read");
    const QLocale locale;
    switch (run->state) {
    case Run::State::Running: return QCoreApplication::translate("meshscope::EndpointModel", "reading");
    case Run::State::Failed: return QCoreApplication::translate("meshscope::EndpointModel", "not read");
    case Run::State::Cancelled: return QCoreApplication::translate("meshscope::EndpointModel", "stopped before the end");
    case Run::State::Complete:
    case Run::State::Partial: break;
    }
    return (countsDocuments(*run) ? QCoreApplication::translate("meshscope::EndpointModel", "%1 of %2 documents")
                                  : QCoreApplication::translate("meshscope::EndpointModel", "%1 of %2 listed"))
        .arg(locale.toString(gotOfExpected(*run)), locale.toString(sum(run->expected)));
}

QString runReport(const std::optional<Run> &run)
{
    const QString summary = runSummary(run);
    if (!run || run->missing.isEmpty())
        return summary;
    if (run->state == Run::State::Partial)
        return QCoreApplication::translate("meshscope::EndpointModel", "%1, the rest is missing: %2")
            .arg(summary, run->missing);
    if (run->state == Run::State::Failed)
        return QCoreApplication::translate("meshscope::EndpointModel", "not read: %1").arg(run->missing);
    return summary;
}

Status runStatus(const std::optional<Run> &run)
{
    if (!run)
        return Status::Unknown;
    switch (run->state) {
    case Run::State::Complete: return Status::Met;
    case Run::State::Partial:
    case Run::State::Cancelled: return Status::AtRisk;
    case Run::State::Failed: return Status::Breached;
    case Run::State::Running: break;
    }
    return Status::Unknown;
}

Completeness completenessOf(const QList<StoredEndpoint> &endpoints)
{
    Completeness all;
    QStringList missing;
    for (const StoredEndpoint &endpoint : endpoints) {
        ++all.endpoints;
        if (!endpoint.lastRun)
            continue;
        const Run &run = *endpoint.lastRun;
        all.complete += run.state == Run::State::Complete ? 1 : 0;
        all.got += gotOfExpected(run);
        all.expected += sum(run.expected);
        all.isOfDocuments = all.isOfDocuments && countsDocuments(run);
        for (const Issue &issue : run.issues)
            all.issues += issue.severity == Issue::Severity::Note ? 0 : 1;
        if (run.state != Run::State::Complete)
            missing << QStringLiteral("%1: %2").arg(endpoint.name, runReport(run));
    }
    all.missing = missing.join(u'\n');
    return all;
}

void EndpointModel::setEndpoints(QList<StoredEndpoint> endpoints, const QStringList &running)
{
    beginResetModel();
    m_endpoints = std::move(endpoints);
    m_running = running;
    endResetModel();
}

int EndpointModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_endpoints.size());
}

QVariant EndpointModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const StoredEndpoint &endpoint = m_endpoints[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case AddressRole: return endpoint.name;
    case DetailRole:
        return m_running.contains(endpoint.name) ? tr("reading")
               : endpoint.isPaused               ? tr("paused · %1").arg(runSummary(endpoint.lastRun))
                                                 : runSummary(endpoint.lastRun);
    case StatusRole: return int(runStatus(endpoint.lastRun));
    case Qt::ToolTipRole: return endpoint.location.toHtmlEscaped();
    case Qt::AccessibleTextRole: return QStringLiteral("%1, %2").arg(endpoint.name, runSummary(endpoint.lastRun));
    default: return {};
    }
}

} // namespace meshscope
