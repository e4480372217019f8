#pragma once

#include "models/graph/export.h"
#include "models/mesh/result.h"
#include "ui/graph/scene.h"
#include "ui/theme/tokens.h"

#include <QByteArray>

#include <functional>

namespace meshscope {

/// Status of a node for its sign; none draws no sign.
using StatusOf = std::function<std::optional<Status>(NodeId)>;

/// A graph laid out without a window as the scene that shows it.
[[nodiscard]] ScenePtr sceneOf(const Mesh &mesh, const graph::DrawnGraph &drawn, const StatusOf &statusOf = {});

/// The whole scene, whatever a view shows of it, as an SVG (text as text), PDF (one page, vectors) or PNG of `scale`.
/// Needs a QGuiApplication, no window. Refused when it would be larger than the format or the memory allows.
[[nodiscard]] Result<QByteArray> pictureOf(const Scene &scene, const Tokens &tokens, graph::GraphFormat format,
                                           const QString &title, double scale = 1);

} // namespace meshscope
