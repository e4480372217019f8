#pragma once

#include "app/cli/output.h"
#include "models/health/health.h"

namespace meshscope::cli {

/// The `show` answer of one thing (CLI contract). `fields` are the document's fields no reader models.
[[nodiscard]] QJsonObject entityJson(const HealthReport &health, NodeId node, const QList<Property> &fields);
[[nodiscard]] QJsonObject columnJson(const Column &column);
[[nodiscard]] QJsonObject levelJson(const LevelState &state);
/// The same for people: a line a fact.
[[nodiscard]] QString entityText(const HealthReport &health, NodeId node, const QList<Property> &fields);

} // namespace meshscope::cli
