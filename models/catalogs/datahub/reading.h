#pragma once

#include "models/catalogs/datahub/feed.h"
#include "models/catalogs/datahub/graphql.h"
#include "models/catalogs/datahub/queries.h"
#include "models/catalogs/datahub/records.h"
#include "models/catalogs/datahub/state.h"
#include "models/catalogs/pagedreading.h"

namespace meshscope {

/// One reading of a DataHub server: kind by kind, a hundred things with all there is to know of them in one answer, then
/// the lists that go on beyond what came with their entity. After a complete one only what the server's feeds say has
/// changed is asked for: its answer takes the place of the one before in the page that is kept.
class DataHubReading : private PagedReading {
public:
    struct Options {
        QString namespaces;
        std::chrono::hours fullEvery{24}; ///< between two readings of everything
    };
    DataHubReading(HttpClient &client, RecordSink &sink, const Progress &progress, const Options &options);
    [[nodiscard]] Result<Outcome> read();
    using PagedReading::fullEvery;
    using PagedReading::fullEveryOption;

private:
    /// What else is to be asked of an entity.
    struct More {
        QString urn;
        qsizetype rest = 0; ///< of dataHubRests()
        qint64 total = 0;
    };
    /// What one kind is asked for with.
    struct Documents {
        GraphQlDocument scroll;
        GraphQlDocument search;
        GraphQlDocument entities;
        qint64 start = 0; ///< of the page of a search
        bool isKindUnknown = false;
    };
    [[nodiscard]] static QString api() { return QStringLiteral("/api/graphql"); }
    [[nodiscard]] static QString restWord() { return QStringLiteral("relation"); } ///< what the further lists count
    [[nodiscard]] static QString titleOf(const DataHubKind &kind);
    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> checkServer();
    [[nodiscard]] Result<void> findChanges(const Stand &stand);
    [[nodiscard]] Result<void> findEnds();
    [[nodiscard]] Result<void> finish();
    // lists.cpp
    [[nodiscard]] Result<void> readKind(const DataHubKind &kind);
    [[nodiscard]] Result<void> readList(const DataHubKind &kind, Documents &documents);
    [[nodiscard]] Listing listingOf(const DataHubKind &kind, Documents &documents);
    [[nodiscard]] Result<void> readMore(const DataHubKind &kind, const More &more);
    [[nodiscard]] Result<void> noted(DataHubState::List &list, const Listing &listing);
    void remember(const GraphQlDocument &document);
    [[nodiscard]] Result<Listing::Verdict> judge(GraphQlDocument &document, const Node &root, const QString &title);
    void seeRests(const Node &entity);
    void tellOthers();
    void tellUnknown();

    // again.cpp
    /// Where an answer stands in a page that is kept.
    struct Spot {
        QByteArray urn;
        qsizetype begin = 0;
        qsizetype end = 0;
        qint64 ghosts = 0;
    };
    /// What of a kind is to be read again.
    struct Touched {
        bool isWhole = false;
        QHash<QString, QList<Spot>> units = {}; ///< by page
        QSet<QByteArray> urns = {};
    };
    /// Answers to single things.
    struct Fresh {
        std::vector<JsonPage> answers;
        QHash<QByteArray, std::pair<size_t, const Node *>> entities; ///< urn → which answer, where
    };
    [[nodiscard]] Result<void> findTouched();
    [[nodiscard]] Touched touchedOf(const DataHubKind &kind, const DataHubState::Kind &known) const;
    [[nodiscard]] std::optional<QList<Spot>> placesIn(const QByteArray &page, const DataHubKind &kind,
                                                      const QSet<QByteArray> &besides) const;
    [[nodiscard]] Result<void> keepList(const DataHubState::List &list, const QString &word, const QStringList &units);
    [[nodiscard]] Result<bool> readAgain(const DataHubKind &kind, Documents &documents);
    [[nodiscard]] Result<bool> ask(const DataHubKind &kind, Documents &documents, const QList<QByteArray> &urns,
                                   Fresh &fresh);
    [[nodiscard]] Result<void> patch(const Listing &listing, const QString &unit, const QList<Spot> &places,
                                     const Fresh &fresh);
    void tellReadAgain();

    DataHubReader m_reader;
    QByteArray m_own; ///< what records depend on besides the answers
    const std::chrono::hours m_fullEvery;
    DataHubFeed m_feed;
    std::optional<DataHubState> m_known;  ///< where the run goes on from; none: everything is read
    QDateTime m_readAll;                  ///< when that was last, if not now
    DataHubState m_state;                 ///< what this run leaves
    DataHubState::Kind *m_kind = nullptr; ///< at hand
    DataHubChanges m_changes;
    QHash<QString, Touched> m_touched; ///< by type of the kind
    qint64 m_again = 0;                ///< single things that were read again
    QStringList m_wholeAgain;          ///< lists, as people call them
    QList<More> m_more;
    QHash<QString, JobFlow> m_flows; ///< of jobs with more inputs or outputs than came with them
    QSet<QString> m_unknown;
    bool m_hasScroll = true;
    Parsed m_nothing = parseDocuments("[]", Syntax::Json);
};

} // namespace meshscope
