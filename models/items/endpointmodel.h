#pragma once

#include "models/mesh/status.h"
#include "models/store/workspace.h"

#include <QAbstractListModel>

namespace meshscope {

/// The endpoints of a workspace in the person's order: name, what its last run came to.
class EndpointModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    void setEndpoints(QList<StoredEndpoint> endpoints, const QStringList &running = {});
    [[nodiscard]] const QList<StoredEndpoint> &endpoints() const { return m_endpoints; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<StoredEndpoint> m_endpoints;
    QStringList m_running;
};

/// Whether what a run counts are documents; servers list things of many kinds.
[[nodiscard]] bool countsDocuments(const Run &run);
/// "412 of 412 documents", "never read", "not read": what a run came to, in a few words.
[[nodiscard]] QString runSummary(const std::optional<Run> &run);
/// The same with the reason, for where that stands nowhere near.
[[nodiscard]] QString runReport(const std::optional<Run> &run);
[[nodiscard]] Status runStatus(const std::optional<Run> &run);
/// How complete several endpoints are together.
struct Completeness {
    int endpoints = 0;
    int complete = 0;
    qint64 got = 0;
    qint64 expected = 0;
    bool isOfDocuments = true; ///< what is counted; else whatever each server lists
    qsizetype issues = 0;      ///< errors and warnings
    QString missing;           ///< of those that are not complete
};
[[nodiscard]] Completeness completenessOf(const QList<StoredEndpoint> &endpoints);

} // namespace meshscope
