#pragma once

#include "models/mesh/result.h"
#include "ui/domains/matrixscene.h"
#include "ui/graph/drawing.h"
#include "ui/graph/picturelegend.h"

namespace meshscope {

/// The whole matrix as it is on the screen: heads, colours, numbers and legend, as SVG (text as text, domains are links),
/// PDF or PNG.
[[nodiscard]] Result<QByteArray> matrixPicture(const FlowMatrixData &matrix, const Tokens &tokens, const QString &title,
                                               const ExportOrder &order, const PictureLegend &legend);

} // namespace meshscope
