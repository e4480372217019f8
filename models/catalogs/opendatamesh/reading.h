#pragma once

#include "models/catalogs/opendatamesh/records.h"
#include "models/catalogs/pagedreading.h"

namespace meshscope {

/// One reading of the Open Data Mesh platform: its registry, then its marketplace.
class OpenDataMeshReading : private PagedReading {
public:
    OpenDataMeshReading(HttpClient &client, RecordSink &sink, const Progress &progress);
    [[nodiscard]] Result<Outcome> read();

private:
    struct Version {
        QString uuid;
        QString product; ///< uuid
        QString name;
        QString number;
        QString state;
        QString created;
        QByteArray now; ///< what it stands at
        [[nodiscard]] bool isPublished() const { return state.isEmpty() || state == u"APPROVED"; }
    };
    /// A page of Spring Data.
    [[nodiscard]] static Listing listingOf(const QString &word, const QString &title, const QString &target, const char *id);
    [[nodiscard]] Result<void> readVersions();
    [[nodiscard]] Result<void> readProducts();
    [[nodiscard]] Result<void> readDescriptors();
    [[nodiscard]] Result<void> readMarketplace();

    OpenDataMeshReader m_reader;
    QHash<QString, QList<Version>> m_versions; ///< by product, the present one first
    QHash<QString, QByteArray> m_products;     ///< uuid → what the registry says of it stands at
    QStringList m_order;                       ///< of products, as they were listed
};

} // namespace meshscope
