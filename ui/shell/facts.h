#pragma once

#include "models/health/health.h"
#include "ui/widgets/page.h"

#include <functional>

namespace meshscope {

/// What a person asks first about a thing, as plain values: the inspector draws them.
struct Facts {
    struct Part {
        QString text;
        std::optional<Location> link;
        bool isMuted = false;
    };
    struct Row {
        QString label;
        QList<Part> parts;
        QDateTime at; ///< an age, when set
        bool isAddress = false;
    };
    struct Level {
        Status status = Status::Unknown;
        QString name;
        QString observed;
        QString objective;
    };
    QString address;
    Kind kind = Kind::Product;
    bool isOutput = true;
    QString name;
    QString topDomain;   ///< address; its hue tints the icon
    QList<Part> context; ///< "Data product in" Commerce › Orders
    QString description;
    std::optional<Status> status;
    QStringList chips;
    QList<Level> levels;
    QString levelsNote;
    LevelCounts counts;
    QList<Row> rows;
    bool canRequest = false;
    std::optional<Location> lineage;
    [[nodiscard]] bool isNull() const { return name.isEmpty(); }
};

/// The facts of an address in a snapshot; null facts when the address is not in its mesh.
/// `access`: what the person's access to a product is, in words; may be empty.
[[nodiscard]] Facts factsOf(const Snapshot &snapshot, const QString &address,
                            const std::function<QString(const QString &)> &access = {});

/// The mesh as a whole, for when nothing is chosen: what there is of each kind, each count with its list. Null when it is
/// empty. It has no address.
[[nodiscard]] Facts overviewOf(const Snapshot &snapshot);

/// The page that shows an address: domains the map, columns the schema of their dataset, everything else its own page. Null
/// view when the address is not in the mesh.
[[nodiscard]] Location locationOf(const Mesh &mesh, const QString &address);
[[nodiscard]] Location lineageOf(const QString &address, int up = -1, int down = -1);
/// A section of the product page.
[[nodiscard]] Location sectionOf(const QString &productAddress, const QString &section);
/// The access page with a port or product in the basket.
[[nodiscard]] Location askLocation(const QString &address);
[[nodiscard]] Location findLocation(const QString &query, const QString &kind = {});

} // namespace meshscope
