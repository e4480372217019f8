#pragma once

#include "models/catalogs/openmetadata/names.h"
#include "models/catalogs/openmetadata/requests.h"

#include <QJsonObject>
#include <QMap>

namespace meshscope::openmetadata {

/// A kind of thing that data flows through, as the API lists it.
struct AssetKind {
    const char *type;    ///< as references, lineage and events call it
    const char *path;    ///< of its list, after /api/v1/
    const char *word;    ///< what is counted
    const char *columns; ///< where its columns are, `a/b`; null: it has none
    bool isJob;          ///< a process, not data
    int size;            ///< of a page
    const char *fields;  ///< that come only when they are asked for
};
[[nodiscard]] const QList<AssetKind> &assetKinds();
[[nodiscard]] const AssetKind *assetKind(QStringView type);

/// What single things are read with, and what lineage finds its ends by. Kept from one reading to the next.
struct Context {
    struct Asset {
        QString type;
        QString id;    ///< of the dataset or job
        QString stamp; ///< another one: it has changed
        bool operator==(const Asset &) const = default;
    };
    bool hasServiceDomains = false;      ///< services, databases and schemas are shown as domains
    QHash<QString, QString> namespaces;  ///< service → OpenLineage namespace, as a person said
    bool hasOdcs = false;                ///< contracts can be had as ODCS
    QHash<QString, Service> services;    ///< by name
    QHash<QString, QString> contracts;   ///< UUID of what it is about → the contract's
    QMap<QString, QStringList> members;  ///< team → users
    QHash<QString, Asset> assets;        ///< by UUID
    QHash<QString, QString> itemColumns; ///< columns in items of a list: fully qualified name → path
    /// Something that is asked for more, and what it stood at when it was listed.
    struct Followed {
        QString uuid;
        QString name; ///< fully qualified
        QString domain;
        QString stamp;
    };
    QMap<QString, QList<Followed>> followed; ///< by what is asked for
    QHash<QString, OutputOf> outputs;        ///< UUID of an asset → the first port that offers it
    QHash<QString, QString> emails;          ///< of users by name

    // What records of other things depend on.
    [[nodiscard]] QByteArray nameDigest() const;
    [[nodiscard]] QByteArray memberDigest() const;
    [[nodiscard]] QByteArray contractDigest() const;
    [[nodiscard]] QByteArray outputDigest() const; ///< and of e-mail addresses
    [[nodiscard]] QJsonObject toJson() const;      ///< but what a person said
    [[nodiscard]] static Context fromJson(const Node &node);
};

} // namespace meshscope::openmetadata
