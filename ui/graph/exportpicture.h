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

/// How far something long has come, and whether it is still wanted; called in the thread that does it.
struct ExportSteps {
    std::function<void(double share)> progress;
    std::function<bool()> cancelled;
};

/// The whole scene, whatever a view shows of it, as an SVG (text as text, cards are links), PDF (one page, vectors) or PNG
/// of `scale`. Needs a QGuiApplication, no window. A PNG is drawn and packed in strips, so that its memory does not grow
/// with its height. Refused when it would be larger than readers of the format can take.
[[nodiscard]] Result<QByteArray> pictureOf(const Scene &scene, const Tokens &tokens, graph::GraphFormat format,
                                           const QString &title, double scale = 1, const ExportSteps &steps = {});

} // namespace meshscope
