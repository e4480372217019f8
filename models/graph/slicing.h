#pragma once

#include <QRectF>

#include <vector>

/// Dividing a rectangle among parts; sizes are positive and finite, parts tile the rectangle.
namespace meshscope::graph {

/// Rows along the shorter side, each as long as its parts get squarer; parts by falling size, ties in order. O(n log n).
[[nodiscard]] std::vector<QRectF> squarified(const QRectF &box, const std::vector<double> &sizes);
/// The cuts that divided `previous` (null = a new part), moved to where today's sizes want them. What was left of or above
/// another stays so. New parts share the place of the largest ones.
[[nodiscard]] std::vector<QRectF> resliced(const QRectF &box, const std::vector<double> &sizes,
                                           const std::vector<QRectF> &previous);
/// Mean of longer to shorter side, each at most 1000.
[[nodiscard]] double meanAspect(const std::vector<QRectF> &parts);

} // namespace meshscope::graph
