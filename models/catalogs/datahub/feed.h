#pragma once

#include "models/catalogs/datahub/changes.h"
#include "models/catalogs/paged.h"

namespace meshscope {

/// The feeds in which a DataHub tells what changes: events of the platform, and each change of an aspect (only those tell of
/// lineage and of what is measured). One alone does not tell all: they are followed together, or not at all.
class DataHubFeed {
public:
    explicit DataHubFeed(HttpClient &client)
        : m_client(client)
    {
    }
    using Offsets = QHash<QString, QString>; ///< topic → where a feed is
    /// Where they end now.
    [[nodiscard]] Result<Offsets> ends();
    /// All that was told since `offsets`, which move to where it ends. An error: what was told in between nobody knows.
    [[nodiscard]] Result<DataHubChanges> follow(Offsets &offsets, const Progress &progress);
    /// The privilege that is missing where the server refuses.
    [[nodiscard]] static QString needs();

private:
    struct Portion {
        QString offset; ///< of what comes next
        QList<QByteArray> events;
    };
    [[nodiscard]] Result<Portion> poll(const QString &topic, const QString &offset, int most);
    [[nodiscard]] Result<void> follow(const QString &topic, QString &offset, const Progress &progress,
                                      DataHubChanges &changes);

    HttpClient &m_client;
    qint64 m_told = 0; ///< events
};

} // namespace meshscope
