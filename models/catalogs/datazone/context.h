#pragma once

#include "models/formats/node.h"
#include "models/mesh/records.h"

#include <QHash>

namespace meshscope {

/// What answers about single things of a DataZone domain need to know of the others: it is read before them.
struct DataZoneContext {
    QString region;
    QString domain;   ///< id of the DataZone domain
    QString account;  ///< that manages it
    QString rootUnit; ///< the topmost unit, which is the domain itself
    struct Project {
        QString name;
        QString unit; ///< domain unit it belongs to
    };
    QHash<QString, Project> projects;
    QHash<QString, QString> termNames;  ///< name → id, as listings name terms
    QHash<QString, QString> assets;     ///< asset id → dataset id
    QHash<QString, QString> assetNames; ///< asset id → name
    QHash<QString, QString> listings;   ///< asset or product id → listing id
    QHash<QString, QString> offers;     ///< listing of an asset → the product that offers it
    QHash<QString, QString> grants;     ///< subscription id → status of its grant, and why it failed, a line each

    /// A subscription as far as its request must know it.
    struct Subscription {
        QString id;
        QString status; ///< APPROVED, REVOKED, CANCELLED
        QString listing;
        QDateTime since;
        QDateTime changed;
        bool isRetained = false; ///< ended, but what it gave stays given
    };
    QHash<QString, QList<Subscription>> subscriptions; ///< by their request
    void addSubscription(const Node &subscription);
    /// Of several grants, one for each place, the one that is furthest from complete counts. The service need not say what
    /// subscription a grant is of, unless it was asked for the grants of one.
    void addGrant(const Node &grant, const QString &subscription = {});
    bool hasUnclearGrants = false;

    /// Differs when a page would be read differently.
    [[nodiscard]] QByteArray digest() const;
    /// What everything without a name of its own in OpenLineage goes by.
    [[nodiscard]] QString ns() const;
    /// Box of the domain map for a unit: units are below the domain.
    [[nodiscard]] QString boxOf(const QString &unit) const;
    /// Says whose something is: the project, as its team, and the unit that it belongs to.
    void place(const QString &project, Entity &entity) const;
    /// OpenLineage's name for what a source identifier names: `arn:aws:glue:…:table/<database>/<table>` in two parts, an
    /// asset by its own; anything else in the domain's namespace.
    struct Name {
        QString ns;
        QString name;
        [[nodiscard]] QString id() const;
    };
    [[nodiscard]] Name nameOf(const QString &source, const QString &fallback) const;
};

} // namespace meshscope
