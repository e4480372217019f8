#pragma once

#include "models/formats/format.h"

#include <QHash>
#include <QSet>

namespace meshscope {

/// Everything the OpenLineage events of one file say, put together over time: events go in oldest first, the newest
/// word on a thing stays. Linear in the size of the events.
class OpenLineageLog {
public:
    OpenLineageLog(const ReadContext &context, Records &out)
        : m_context(context)
        , m_out(out)
    {
    }
    void add(const Node &event);
    /// Writes the records. Once, after the last event.
    void finish();

    /// How a dataset takes part in an event.
    enum class Part : quint8 { Input, Output, Alone };

    // What a catalog tells that was itself fed by events: not event by event, but thing by thing, each with the facets it
    // has gathered. `item` is where it tells of it: the record's source.

    /// A dataset as it stands. Without a moment its facets are facts only, and nothing of them is a measurement.
    Dataset &tellDataset(const Node &item, const QString &ns, const QString &name, const Node &facets, const QDateTime &at);
    /// The columns of a dataset that was told of.
    QList<Column> &columnsOf(const QString &dataset);
    Job &tellJob(const Node &item, const QString &ns, const QString &name, const Node &facets);
    /// What a job reads and makes, each by its id: edges from each to each, unless its outputs said otherwise.
    void tellFlow(const QString &job, const QStringList &inputs, const QStringList &outputs);
    /// The last run of a job: `type` is the event it came to ("COMPLETE", "FAIL", …).
    void tellRun(const Node &item, const QString &job, const QString &runId, const QString &type, const QDateTime &at,
                 const Node &facets);
    /// What a run observed of a dataset it read or wrote.
    void tellObserved(const Node &item, const QString &ns, const QString &name, Part part, const Node &facets,
                      const QString &runId, const QDateTime &at);
    /// A column is made from another one; what a facet said of how stays.
    void tellColumnEdge(const QString &from, const QString &fromColumn, const QString &to, const QString &toColumn,
                        const QString &transform);

private:
    /// A dataset as the events so far tell it.
    struct DatasetState {
        Dataset dataset;
        QList<Column> columns;
        QHash<QString, QStringList> columnTags; ///< by column path
    };
    /// What one run (or the declaration) of a job reads and writes, over all its events.
    struct RunState {
        QString job;
        QStringList inputs;
        QStringList outputs;
        QSet<QString> declared; ///< outputs whose sources an explicit `lineage` facet names: no others are assumed
    };
    struct Completion {
        QString run;
        QString runId;
        QDateTime at;
        bool isGood;
    };
    struct EventFacts {
        const Node &node;
        QDateTime at;
        QString job;   ///< id, empty for dataset events
        QString run;   ///< key of its RunState
        QString runId; ///< empty for job and dataset events
    };

    // openlineage.cpp: jobs, runs
    QString addJob(const Node &event, const QDateTime &at);
    static void addRunFacts(const Node &facets, const QString &type, Job &job);
    void addParent(const Node &parent, const QString &child, const Node &event);
    void addJobFacets(const Node &facets, Job &job);
    Job &job(const QString &ns, const QString &name, const Node &where);
    RunState &run(const QString &key, const QString &job);
    void writeEdges();
    void writeCompletions();
    void addEdge(const QString &from, const QString &to, const QString &job);

    // openlineagefacets.cpp: what an event says of a dataset
    DatasetState &dataset(const QString &ns, const QString &name, const Node &where);
    QString addDataset(const Node &node, Part part, const EventFacts &event);
    void readFacets(const Node &facets, const QString &id, Part part, const EventFacts &event);
    void readLifecycle(const Node &facet, const QString &id, const EventFacts &event);
    void readAssertions(const Node &facet, const QString &id, const EventFacts &event);
    void readMetrics(const Node &facet, const QString &id, const EventFacts &event);
    void readStatistics(const Node &facet, const QString &id, const EventFacts &event, bool isOutput);
    void readTags(const Node &facet, DatasetState &state);
    void measure(const EventFacts &event, const QString &dataset, const QString &property, const QString &column,
                 std::optional<double> value, const char *unit);

    // openlineagecolumns.cpp: schema, column lineage, explicit lineage
    void readSchema(const Node &facet, DatasetState &state);
    void readColumnLineage(const Node &facet, const QString &id, const QString &job, const EventFacts &event);
    void readDatasetLineage(const Node &facet, const QString &id, const QString &job, const EventFacts &event);
    void readJobLineage(const Node &facet, const EventFacts &event);
    void addColumnEdge(const QString &from, const QString &fromColumn, const QString &to, const QString &toColumn,
                       const QString &job, const QString &transform);

    const ReadContext &m_context;
    Records &m_out;
    std::vector<Job> m_jobs;
    QHash<QString, size_t> m_jobIndex;
    QHash<QString, QString> m_roots; ///< job id → root above it
    std::vector<DatasetState> m_datasets;
    QHash<QString, size_t> m_datasetIndex;
    std::vector<RunState> m_runs;
    QHash<QString, size_t> m_runIndex;
    QList<Completion> m_completions;
    QHash<QString, std::pair<QString, QString>> m_renames; ///< former id → its new id, and the run that renamed it
    QSet<QString> m_edges;
    QHash<QString, qsizetype> m_columnEdges; ///< key → place in m_out.columnLineage
    QHash<QString, qsizetype> m_rules;       ///< id → place in m_out.qualityRules
    QSet<QString> m_parties;

    void addOwners(const Node &facet, QList<PartyRole> &owners);
    [[nodiscard]] SourceRef place(const Node &event, const QString &pointer) const;
    static void setProperty(QList<Property> &properties, const QString &name, const QString &value);
};

} // namespace meshscope
