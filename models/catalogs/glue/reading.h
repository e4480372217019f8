#pragma once

#include "models/catalogs/glue/records.h"
#include "models/catalogs/pagedreading.h"

class QJsonObject;

namespace meshscope {

/// One reading of an AWS Glue data catalog: databases, their tables, and what became of each table since: versions where a
/// table has changed, partitions, results of data quality runs that were not known yet.
class GlueReading final : private PagedReading {
public:
    struct Options {
        QString region;
        bool hasVersions = true;
        bool hasPartitions = true;
    };
    GlueReading(HttpClient &client, RecordSink &sink, const Progress &progress, const Options &options);
    [[nodiscard]] Result<Outcome> read();

    /// A question in the protocol AWS JSON 1.1.
    [[nodiscard]] static HttpRequest question(const char *operation, const QJsonObject &fields);
    /// Too many requests are status 400 here.
    [[nodiscard]] static bool isThrottled(const HttpAnswer &answer);

private:
    struct Table {
        QString database;
        QString name;
        QString id;
        QByteArray now; ///< version and time of change
        bool isPartitioned = false;
        bool isNew = false; ///< never changed: has but one version
    };
    [[nodiscard]] Listing listingOf(const char *operation, const QJsonObject &fields, const char *key) const;
    [[nodiscard]] Result<void> readDatabases();
    [[nodiscard]] Result<void> readTables();
    [[nodiscard]] Result<void> readVersions();
    [[nodiscard]] Result<void> readPartitions();
    [[nodiscard]] Result<void> readQuality();

    const Options m_options;
    const GlueReader m_reader;
    QStringList m_databases;
    QList<Table> m_tables;
};

} // namespace meshscope
