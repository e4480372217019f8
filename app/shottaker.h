#pragma once

#include "models/mesh/mesh.h"
#include "models/mesh/result.h"

#include <QList>
#include <QString>

namespace meshscope {

class WindowSet;

/// A view to be drawn, and the beginning of the names of its pictures.
struct Shot {
    QString name;
    QString location;
    bool isFitted = false; ///< the whole graph, however small that makes it
};

/// Takes one series: every shot in light and dark at both sizes. Returns how many pictures were made.
[[nodiscard]] Result<int> takeAll(WindowSet &windows, const QList<Shot> &shots, const QString &folder);
/// A location as text.
[[nodiscard]] QString shotOf(const QString &view, const QString &address = {},
                             const QList<std::pair<QString, QString>> &options = {});
/// What of its kind has most before and behind it.
[[nodiscard]] NodeId busiest(const Mesh &mesh, Kind kind);

/// Pictures of a large manifest of models, where it is: the map and the lineage, from far to near. None, and that is said,
/// where it is not. Returns how many.
[[nodiscard]] Result<int> takeManifestShots(const QString &folder, const QString &only);

} // namespace meshscope
