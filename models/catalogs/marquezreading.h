#pragma once

#include "models/catalogs/marquezrecords.h"
#include "models/catalogs/paged.h"

namespace meshscope {

/// One reading of a Marquez server from beginning to end: lists first, then the history of what has changed since.
class MarquezReading {
public:
    MarquezReading(HttpClient &client, RecordSink &sink, const Progress &progress, bool hasDomains);
    [[nodiscard]] Result<Outcome> read();

private:
    /// A list of the server by pages of `limit` and `offset`.
    struct Listing {
        QString word;  ///< what it counts: "dataset"
        QString title; ///< as people call it: "datasets of orders"
        QString target;
        const char *key; ///< of the list in an answer
        int size;        ///< of a page
        bool isVital;    ///< what one page lacks makes the run partial
        std::function<Records(const Node &page, const QString &unit)> records;
        std::function<void(const Node &item)> see; ///< each item, when it is listed first
    };
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

    [[nodiscard]] Result<void> readNamespaces();
    [[nodiscard]] Result<void> readSources();
    [[nodiscard]] Result<void> readTags();
    [[nodiscard]] Result<void> readDatasets(const QString &ns);
    [[nodiscard]] Result<void> readJobs(const QString &ns);
    [[nodiscard]] Result<void> readVersions();
    [[nodiscard]] Result<void> readRuns();

    // marquezlists.cpp: lists as they are paged, histories as they grow
    /// What the passes over one list have in common.
    struct Listed {
        QSet<QString> ids;                ///< in any pass
        QHash<qint64, QByteArray> handed; ///< offset → what was handed over for it
        qint64 unreadable = 0;            ///< items the server fails over
    };
    [[nodiscard]] Result<void> list(const Listing &listing);
    [[nodiscard]] Result<void> pass(const Listing &listing, int number, ListingCheck &check, Listed &listed);
    [[nodiscard]] Result<void> take(const Listing &listing, int number, qint64 offset, const JsonPage &page,
                                    ListingCheck &check, Listed &listed);
    void judge(const Listing &listing, const ListingCheck &check, const Listed &listed, bool isStable);
    [[nodiscard]] Result<void> histories(const History &history, const QList<Historied> &things);
    /// False when it could not be read, which is told of when `isTold`.
    [[nodiscard]] Result<bool> historyOf(const History &history, const Historied &thing, const Result<HttpAnswer> &first,
                                         bool isTold);
    [[nodiscard]] static QString targetOf(const History &history, const Historied &thing);
    /// Cancelled, or the sink takes no more: the run ends here, whatever else could be read.
    [[nodiscard]] Result<void> ended(const Error &error);
    void lackPage(const QString &title, const QString &unit, const Error &error);

    HttpClient &m_client;
    RecordSink &m_sink;
    const Progress &m_progress;
    RunTally m_tally;
    MarquezContext m_context;
    MarquezReader m_reader;
    QByteArray m_salt;
    QStringList m_namespaces;
    QStringList m_hidden;
    bool m_isEnded = false;
    QList<Historied> m_datasets;
    QList<Historied> m_jobs; ///< with more runs than their list tells of
};

} // namespace meshscope
