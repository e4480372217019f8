#pragma once

#include "models/graph/layout.h"
#include "models/graph/traversal.h"

#include <optional>

namespace meshscope::graph {

/// A drawn graph as it is written to files: everything in it, whatever a view shows of it.
struct DrawnGraph {
    struct Node {
        NodeId node;
        QString address;
        QString kind; ///< as in addresses
        QString name;
        QString parent;     ///< address of the box it lies in; empty = none
        QStringList domain; ///< names from the top
        QRectF rect;
        int depth = 0;
        bool isBox = false;
    };
    struct Edge {
        int from = 0; ///< nodes
        int to = 0;
        QString kind; ///< dataset, product, domain
        std::vector<NodeId> via;
        std::vector<QPointF> points;
        qint64 count = 1;
        bool reversed = false;
    };
    NodeId root; ///< invalid: the whole mesh
    Level level = Level::Dataset;
    std::vector<Node> nodes;
    std::vector<Edge> edges;
    QRectF bounds;
};

/// What `lineage` answered, laid out with the sizes of cards of the fixed table (176 × 52, boxes none).
[[nodiscard]] DrawnGraph lineageGraph(const Mesh &mesh, const LineageAnswer &answer);
/// The whole mesh at a level: datasets and products in the boxes of their domains; domains as the domain map with the
/// products in them and the flows between top domains.
[[nodiscard]] DrawnGraph wholeGraph(const Mesh &mesh, Level level);
/// Everything at a level as an answer without a root.
[[nodiscard]] LineageAnswer wholeAnswer(const Mesh &mesh, Level level);

enum class GraphFormat : quint8 { Json, Csv, GraphMl, Dot, OpenLineage, Svg, Pdf, Png };
[[nodiscard]] std::optional<GraphFormat> graphFormatFromWord(QStringView word);
[[nodiscard]] QString graphFormatWord(GraphFormat format);
[[nodiscard]] inline bool isPicture(GraphFormat f)
{
    return f >= GraphFormat::Svg;
}
/// The text of one of the formats that are no pictures, UTF-8.
[[nodiscard]] QByteArray writeGraph(const Mesh &mesh, const DrawnGraph &graph, GraphFormat format);

} // namespace meshscope::graph
