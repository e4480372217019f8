#pragma once

#include "models/catalogs/ckan/records.h"
#include "models/catalogs/pagedreading.h"

namespace meshscope {

/// One reading of a CKAN site from beginning to end: organizations, groups, then datasets with their files.
class CkanReading : private PagedReading {
public:
    CkanReading(HttpClient &client, RecordSink &sink, const Progress &progress)
        : PagedReading(client, sink, progress)
    {
    }
    [[nodiscard]] Result<Outcome> read();

private:
    [[nodiscard]] Result<void> readSite();
    [[nodiscard]] Listing listingOf(const QString &word, const QString &title, const QString &target, qint64 size);
    [[nodiscard]] Result<void> readOrganizations();
    [[nodiscard]] Result<void> readGroups();
    [[nodiscard]] Result<void> readPackages();

    CkanReader m_reader;
    qint64 m_offset = 0; ///< of the page that was asked for last
    qint64 m_size = 0;
};

/// What an answer of the Action API says: its result, or what is wrong. It may be wrong with status 200.
[[nodiscard]] Result<const Node *> ckanResult(const Node &root, const QString &host);

} // namespace meshscope
