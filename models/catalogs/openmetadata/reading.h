#pragma once

#include "models/catalogs/openmetadata/records.h"
#include "models/catalogs/openmetadata/state.h"
#include "models/catalogs/pagedreading.h"

namespace meshscope::openmetadata {

struct ReadingOptions {
    bool hasServiceDomains = false;
    QHash<QString, QString> namespaces; ///< service → OpenLineage namespace
    std::chrono::hours fullEvery{24};   ///< between two readings of everything
    [[nodiscard]] QByteArray digest() const;
};

/// One reading of an OpenMetadata server. A full one asks for every list and for the lineage of everything; those after it,
/// for a day, ask what has happened since and read only the lists that are concerned, and what has changed in them.
class Reading : private Recording, private PagedReading {
public:
    Reading(HttpClient &client, RecordSink &sink, const Progress &progress, const ReadingOptions &options);
    [[nodiscard]] Result<Outcome> read();
    using PagedReading::fullEvery;

private:
    /// A list of the server.
    struct Group {
        QString name; ///< unique
        QString path; ///< after /api/v1
        QString word;
        QString title;
        QString type;   ///< of its items, in events
        QString fields; ///< those it does not know are left out
        int size = 500;
        QStringList concerns = {}; ///< types whose change may change it, too
        bool isCore = false;       ///< every server has it
        bool isAlways = false;     ///< holds what no event tells of
        QByteArray salt = {};
        std::function<Records(const Node &page, const QString &unit)> records = {};
        std::function<void()> begin = {}; ///< what was known of it is forgotten
        std::function<void(const Node &item)> see = {};
    };

    [[nodiscard]] Result<void> readVersion();
    [[nodiscard]] Result<void> findChanges();
    [[nodiscard]] Result<void> changesByHistory();
    [[nodiscard]] Result<void> readGroup(const Group &group);
    [[nodiscard]] Result<void> listGroup(const Group &group, const QString &fields);
    [[nodiscard]] Result<void> keepGroup(const QString &name, const QString &word);
    [[nodiscard]] bool isConcerned(const Group &group) const;
    /// The fields of a list that the server knows. None: it does not know the list, or does not show it.
    [[nodiscard]] Result<std::optional<QString>> knownFields(const Group &group);

    [[nodiscard]] Result<void> readServices();
    [[nodiscard]] Result<void> readPeople();
    [[nodiscard]] Result<void> readWords();
    [[nodiscard]] Result<void> readDomains();
    [[nodiscard]] Result<void> readContracts();
    [[nodiscard]] Result<void> readAssets();
    [[nodiscard]] Result<void> readProducts();
    [[nodiscard]] Result<void> readPorts();
    [[nodiscard]] Result<void> listPorts(const Reader::Product &product, bool isOutput, const QString &name,
                                         const QString &path);
    [[nodiscard]] Result<void> readTests();
    [[nodiscard]] Result<void> readRequests();
    [[nodiscard]] Result<void> readLineage();
    [[nodiscard]] Result<void> readProfiles();
    [[nodiscard]] Result<void> readUsage();
    [[nodiscard]] Result<void> readContractDetails();
    [[nodiscard]] Result<void> readTestResults();
    [[nodiscard]] Result<bool> hasRoute(const QString &name, const QString &path);
    void seeAsset(const AssetKind &kind, const Node &item);
    [[nodiscard]] QByteArray stampOf(const QString &stamp) const;
    void sayWhatIsMissing();

    ReadingOptions m_options;
    State m_state;
    Context &m_context;
    Reader m_reader;
    bool m_isFull = true;
    QSet<QString> m_changed; ///< types
    QDateTime m_now;         ///< by the server's clock
    QStringList m_unknown;   ///< lists this server does not have
    struct Tested {
        Reader::Test test;
        QString fqn;
        QString stamp;
    };
    QList<Tested> m_tests;
    struct Promised {
        Reader::Contract contract;
        QString name;
        QString stamp;
        QString resultStamp;
    };
    QList<Promised> m_promises;
};

} // namespace meshscope::openmetadata
