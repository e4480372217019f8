#pragma once

#include "models/catalogs/datahub/graphql.h"
#include "models/catalogs/datahub/queries.h"
#include "models/catalogs/datahub/records.h"
#include "models/catalogs/pagedreading.h"

namespace meshscope {

/// One reading of a DataHub server: kind by kind, a hundred things with all there is to know of them in one answer, then
/// the lists that go on beyond what came with their entity.
class DataHubReading : private PagedReading {
public:
    DataHubReading(HttpClient &client, RecordSink &sink, const Progress &progress, const QString &namespaces);
    [[nodiscard]] Result<Outcome> read();

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
        qint64 start = 0; ///< of the page of a search
        bool isKindUnknown = false;
    };
    [[nodiscard]] Result<void> checkServer();
    // lists.cpp
    [[nodiscard]] Result<void> readKind(const DataHubKind &kind);
    [[nodiscard]] Listing listingOf(const DataHubKind &kind, Documents &documents);
    [[nodiscard]] Result<void> readMore(const DataHubKind &kind, const More &more);
    void remember(const GraphQlDocument &document);
    [[nodiscard]] Result<Listing::Verdict> judge(GraphQlDocument &document, const Node &root, const QString &title);
    void seeRests(const Node &entity);
    void tellOthers();
    void tellUnknown();

    DataHubReader m_reader;
    QByteArray m_own; ///< what records depend on besides the answers
    QList<More> m_more;
    QHash<QString, JobFlow> m_flows; ///< of jobs with more inputs or outputs than came with them
    QSet<QString> m_unknown;
    bool m_hasScroll = true;
    Parsed m_nothing = parseDocuments("[]", Syntax::Json);
    qint64 m_ghosts = 0; ///< neighbours the server leaves out
};

} // namespace meshscope
