#pragma once

#include "models/catalogs/iceberg/paths.h"
#include "models/catalogs/iceberg/records.h"
#include "models/catalogs/pagedreading.h"

namespace meshscope {

/// One reading of an Iceberg REST catalog: its configuration, the tree of namespaces, the lists of tables and views, and
/// each of them. The protocol has no list of changes: what has not changed is asked for by its ETag and answered with 304.
class IcebergReading final : private PagedReading {
public:
    struct Options {
        QString warehouse;
        bool hasAllSnapshots = true; ///< else only those that branches and tags name
    };
    IcebergReading(HttpClient &client, RecordSink &sink, const Progress &progress, const Options &options);
    [[nodiscard]] Result<Outcome> read();

    /// The question for the configuration.
    [[nodiscard]] static HttpRequest configRequest(const QString &warehouse);
    /// What datasets of the catalog go by.
    [[nodiscard]] static QString namespaceOf(const QUrl &base, const QString &warehouse);

private:
    struct Space {
        QStringList levels;
        QString title;
    };
    /// A table or view of a namespace.
    struct Named {
        QStringList levels;
        QString name;
    };
    [[nodiscard]] Result<void> readConfig();
    [[nodiscard]] Result<void> readNamespaces();
    [[nodiscard]] Result<void> readBelow(const QStringList &parent);
    [[nodiscard]] Result<void> readNamespaceProperties();
    [[nodiscard]] Result<void> listThings(const QString &what, QList<Named> &found);
    [[nodiscard]] Result<void> readTables();
    [[nodiscard]] Result<void> readViews();
    [[nodiscard]] QList<Thing> thingsOf(const QString &what, const QList<Named> &named) const;
    /// What the server does not have at all is an empty list.
    [[nodiscard]] const Node &listIn(const Node &root, std::string_view key, bool mayLack);

    const Options m_options;
    IcebergPaths m_paths;
    IcebergReader m_reader;
    Parsed m_empty;
    QList<QStringList> m_namespaces; ///< parents first
    QSet<QString> m_listed;          ///< namespaces that were met
    QList<Named> m_tables;
    QList<Named> m_views;
    bool m_isFlat = false; ///< refuses to list below a namespace
    bool m_hasNoViews = false;
};

} // namespace meshscope
