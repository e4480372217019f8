#pragma once

#include "models/mesh/status.h"
#include "ui/theme/tokens.h"

#include <QByteArray>
#include <QPointF>

namespace meshscope {

/// Short: a tenth of a pixel is enough, and no zeros at the end.
[[nodiscard]] QByteArray svgNumber(double value);
[[nodiscard]] QByteArray svgEscaped(const QString &text);
/// The signs of statuses, drawn once, to be put between <defs>; and one of them in its place.
[[nodiscard]] QByteArray svgSigns(const Tokens &tokens);
[[nodiscard]] QByteArray svgSign(Status status, QPointF at, double size);

} // namespace meshscope
