#pragma once

#include "models/formats/node.h"
#include "models/mesh/records.h"

#include <QHash>
#include <QSet>

namespace meshscope {

/// What answers about single things need to know of the whole endpoint: it is read before them.
struct MarquezContext {
    QHash<QString, QString> sources; ///< name → connection URL
    QHash<QString, QString> owners;  ///< namespace → its owner, where it has one
    QSet<QString> tags;              ///< that the server describes
    bool hasDomains = false;         ///< namespaces are shown as domains

    /// Differs when an answer would be read differently.
    [[nodiscard]] QByteArray digest() const;
};

/// Reads answers of Marquez 0.51 (spec/openapi.yml and what its server adds to that) into records. `unit` names the answer
/// they stand in. Lists come in no order one could rely on, so nothing here depends on it.
class MarquezReader {
public:
    explicit MarquezReader(const MarquezContext &context)
        : m_context(context)
    {
    }

    [[nodiscard]] Records namespaces(const Node &page, const QString &unit) const;
    [[nodiscard]] Records tags(const Node &page, const QString &unit) const;
    /// A page of datasets: columns from the schema facet (nested ones) and `fields`, column lineage, facets.
    [[nodiscard]] Records datasets(const Node &page, const QString &unit) const;
    /// Versions of one dataset: how many columns each had, and which schema is the newest.
    [[nodiscard]] Records versions(const Node &item, const QString &unit, const std::vector<const Node *> &versions) const;
    /// A page of jobs: what they read and make, and the runs the page tells of.
    [[nodiscard]] Records jobs(const Node &page, const QString &unit) const;
    /// Runs of one job as measurements: duration, completion, what was observed of the datasets.
    [[nodiscard]] Records runs(const QString &job, const std::vector<const Node *> &runs, const QString &unit) const;

private:
    void placeIn(const QString &ns, Entity &entity, Records &out) const;
    void addRuns(const QString &job, const std::vector<const Node *> &runs, class OpenLineageLog &log, Records &out) const;
    void readDataset(const Node &item, class OpenLineageLog &log, Records &out) const;
    void readJob(const Node &item, class OpenLineageLog &log, Records &out) const;

    const MarquezContext &m_context;
};

/// The word of OpenLineage for a state of Marquez: "COMPLETE" for COMPLETED, "FAIL", "ABORT", "RUNNING", "START".
[[nodiscard]] QString eventTypeOf(const QString &runState);
/// Whether a run in this state will change no more.
[[nodiscard]] bool isEnded(const QString &runState);

} // namespace meshscope
