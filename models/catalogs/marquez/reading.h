#pragma once

#include "models/catalogs/marquez/records.h"
#include "models/catalogs/pagedreading.h"

namespace meshscope {

/// One reading of a Marquez server from beginning to end: lists first, then the history of what has changed since.
class MarquezReading : private PagedReading {
public:
    MarquezReading(HttpClient &client, RecordSink &sink, const Progress &progress, bool hasDomains);
    /// Everything, or nothing at all where no event came since everything was read, `fullEvery` ago at most.
    [[nodiscard]] Result<Outcome> read(std::chrono::hours fullEvery);
    using PagedReading::fullEvery;
    using PagedReading::fullEveryOption;

private:
    /// Something whose history is asked for apart.
    struct Historied {
        QString ns;
        QString name;
        QString now; ///< what its history stands at: another text, another history
    };
    /// The history of one thing: newest first, and never changing below what has ended.
    struct History {
        QString word;
        QString title;
        const char *key;
        QString part;                                     ///< of the address: "versions"
        std::function<QString(const Node &item)> settled; ///< the id of an item that changes no more
        std::function<Records(const Historied &, const QString &unit, const std::vector<const Node *> &)> records;
    };

    /// By `limit` and `offset`; things are told apart by namespace and name.
    [[nodiscard]] static Listing listingOf(const QString &word, const QString &title, const QString &target, const char *key,
                                           int size);
    /// What changes with each event, namespace and tag; empty where the server does not tell.
    [[nodiscard]] Result<QByteArray> mark();
    [[nodiscard]] Result<void> readAll();
    [[nodiscard]] Result<void> readNamespaces();
    [[nodiscard]] Result<void> readSources();
    [[nodiscard]] Result<void> readTags();
    [[nodiscard]] Result<void> readDatasets(const QString &ns);
    [[nodiscard]] Result<void> readJobs(const QString &ns);
    [[nodiscard]] Result<void> readVersions();
    [[nodiscard]] Result<void> readRuns();

    // histories.cpp
    [[nodiscard]] Result<void> histories(const History &history, const QList<Historied> &things);
    /// False when it could not be read, which is told of when `isTold`.
    [[nodiscard]] Result<bool> historyOf(const History &history, const Historied &thing, const Result<HttpAnswer> &first,
                                         bool isTold);
    [[nodiscard]] static QString targetOf(const History &history, const Historied &thing);

    MarquezContext m_context;
    MarquezReader m_reader;
    QStringList m_namespaces;
    QStringList m_hidden;
    QList<Historied> m_datasets;
    QList<Historied> m_jobs; ///< with more runs than their list tells of
};

} // namespace meshscope
