#pragma once

#include "models/graph/export.h"
#include "models/mesh/result.h"
#include "ui/graph/drawing.h"
#include "ui/graph/picturelegend.h"
#include "ui/graph/scene.h"
#include "ui/theme/tokens.h"

#include <QByteArray>

#include <functional>

namespace meshscope {

/// Status of a node for its sign; none draws no sign.
using StatusOf = std::function<std::optional<Status>(NodeId)>;

/// A graph laid out without a window as the scene that shows it.
[[nodiscard]] ScenePtr sceneOf(const Mesh &mesh, const graph::DrawnGraph &drawn, const StatusOf &statusOf = {});

/// The whole scene, whatever a view shows of it, as an SVG (text as text, cards are links), PDF (vectors) or PNG. Needs
/// a QGuiApplication, no window.
[[nodiscard]] Result<QByteArray> pictureOf(const Scene &scene, const Tokens &tokens, const QString &title,
                                           const ExportOrder &order, const PictureLegend &legend = {});
[[nodiscard]] Result<QByteArray> pictureOf(const Scene &scene, const Tokens &tokens, graph::GraphFormat format,
                                           const QString &title, double scale = 1, const ExportSteps &steps = {});

} // namespace meshscope
