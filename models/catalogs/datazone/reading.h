#pragma once

#include "models/catalogs/datazone/records.h"
#include "models/catalogs/pagedreading.h"

#include <QJsonObject>

namespace meshscope {

/// One reading of the DataZone domains of a region: domain by domain what is small first (units, projects, terms), then
/// assets, listings, products, subscriptions, at last lineage, which is walked only when there are new events.
class DataZoneReading final : private PagedReading {
public:
    struct Options {
        QString region;
        QString domain; ///< id of the only one that is read; empty: all
        bool hasLineage = true;
    };
    DataZoneReading(HttpClient &client, RecordSink &sink, const Progress &progress, const Options &options);
    [[nodiscard]] Result<Outcome> read();

private:
    struct Point {
        QString asset;
        QString form;
        QByteArray now;
    };
    [[nodiscard]] QString path(const QString &rest) const;
    /// A list asked for by GET.
    [[nodiscard]] Listing listed(const QString &rest, const HttpFields &fields, const char *key = "items") const;
    /// A list asked for by POST.
    [[nodiscard]] Listing searched(const QString &rest, const QJsonObject &fields) const;

    [[nodiscard]] Result<void> readDomains();
    [[nodiscard]] Result<void> readDomain();
    [[nodiscard]] Result<void> readUnits();
    [[nodiscard]] Result<void> readProjects();
    [[nodiscard]] Result<void> readTerms();
    [[nodiscard]] Result<void> readListings();
    [[nodiscard]] Result<void> readAssets();
    [[nodiscard]] Result<void> readProducts();
    [[nodiscard]] Result<void> readPoints();
    [[nodiscard]] Result<void> readSubscriptions();
    [[nodiscard]] Result<void> readGrants();
    [[nodiscard]] Result<void> readRequests();
    [[nodiscard]] Result<void> readUsers();
    void seePoints(const QString &asset, const Node &forms);

    // lineagewalk.cpp
    [[nodiscard]] Result<void> readLineage();
    [[nodiscard]] Result<void> readEvents();
    [[nodiscard]] Result<void> walk();
    [[nodiscard]] Result<void> askNodes(const QStringList &ids, QStringList &next);
    [[nodiscard]] Result<bool> isWalked();
    void sayHidden();

    const Options m_options;
    DataZoneContext m_context;
    DataZoneReader m_reader;
    QStringList m_domains;
    QStringList m_sources; ///< identifiers of assets, where the walk begins
    QStringList m_users;
    QHash<QString, QByteArray> m_revisions; ///< of products: changes with them
    QList<Point> m_points;
    QString m_newestEvent;
    QHash<QString, DataZoneReader::LineageNode> m_nodes;
    QHash<QString, QString> m_nodeAliases; ///< source identifier → node
    QStringList m_nodeUnits;
    qint64 m_hiddenNodes = 0;
};

} // namespace meshscope
