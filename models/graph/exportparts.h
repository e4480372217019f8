#pragma once

#include "models/graph/export.h"

/// The writers behind writeGraph, one file each.
namespace meshscope::graph {

[[nodiscard]] QByteArray graphMlOf(const Mesh &mesh, const DrawnGraph &graph);
[[nodiscard]] QByteArray dotOf(const DrawnGraph &graph);
[[nodiscard]] QByteArray openLineageOf(const Mesh &mesh, const DrawnGraph &graph);

/// Two digits after the point are a hundredth of a pixel.
[[nodiscard]] double rounded(double v);
/// Addresses of the jobs an edge goes through.
[[nodiscard]] QStringList viaOf(const Mesh &mesh, const DrawnGraph::Edge &edge);

} // namespace meshscope::graph
