#pragma once

#include "models/catalogs/iceberg/paths.h"
#include "models/catalogs/pagedreading.h"
#include "models/catalogs/unity/records.h"

namespace meshscope {

/// One reading of a Unity Catalog. Lists carry all there is to know, in pages of at most a hundred, and there is neither a
/// total nor a list of changes: each run asks for all of them, and compares.
class UnityReading final : private PagedReading {
public:
    enum class Permissions : quint8 { None, Schemas, All };
    struct Options {
        Permissions permissions = Permissions::Schemas; ///< whose: of catalogs and schemas, of everything
        bool hasIceberg = true;                         ///< reads tables the server also serves as Iceberg's
    };
    UnityReading(HttpClient &client, RecordSink &sink, const Progress &progress, const Options &options);
    [[nodiscard]] Result<Outcome> read();

    static const QString api; ///< "/api/2.1/unity-catalog"

private:
    struct Schema {
        QString catalog;
        QString name;
        bool hasDelta = false; ///< tables that may be Iceberg's too
        [[nodiscard]] QString fullName() const { return catalog + u'.' + name; }
    };
    /// What a schema holds lists of.
    struct Kind {
        QString word;  ///< "table"
        QString title; ///< as people call them
        QString path;  ///< "tables"
        const char *key;
        Records (UnityReader::*records)(const Node &page, const QString &unit) const;
        QString securable; ///< word for permissions
    };
    [[nodiscard]] static QList<Kind> kinds();
    [[nodiscard]] Listing listingOf(const Kind &kind, const HttpFields &fields, const QString &unit) const;
    [[nodiscard]] Result<void> readCatalogs();
    [[nodiscard]] Result<void> readSchemas();
    [[nodiscard]] Result<void> readKind(const Kind &kind);
    [[nodiscard]] Result<bool> isServed(const Kind &kind);
    [[nodiscard]] Result<void> readContents();
    [[nodiscard]] Result<void> readVersions();
    [[nodiscard]] Result<void> readPermissions();

    // icebergtables.cpp: what the server also serves by Iceberg's protocol
    struct IcebergTable {
        qsizetype paths = 0; ///< of its catalog
        QStringList levels;  ///< catalog and schema
        QString name;
    };
    [[nodiscard]] Result<void> readIceberg();
    [[nodiscard]] Result<bool> readIcebergConfig(const QString &catalog);
    [[nodiscard]] Result<void> listIceberg(const Schema &schema, QList<IcebergTable> &found);

    const Options m_options;
    const UnityReader m_reader;
    QStringList m_catalogs;
    QList<Schema> m_schemas;
    QStringList m_models;
    QList<UnityReader::Securable> m_securables;
    QList<IcebergPaths> m_icebergPaths;
    Parsed m_empty;
};

} // namespace meshscope
