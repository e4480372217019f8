#pragma once

#include "ui/domains/mapscene.h"

namespace meshscope {

/// Flows between domains as a table: who gives (rows) to whom (columns), in the order of the flow.
struct FlowMatrixData {
    struct Row {
        NodeId domain;
        QString id;
        QString name;
        QString path; ///< names from the top
        int hue = -1;
        int products = 0;
        int datasets = 0;       ///< of no product
        bool isOutside = false; ///< not below the domain gone into
    };
    std::vector<Row> rows; ///< and columns
    std::vector<std::vector<MapFlowRow>> flows;
    QHash<quint64, int> cells; ///< place in `flows`, by keyOf
    int most = 0;              ///< flows in the fullest cell off the diagonal
    bool isMirrored = false;   ///< read from right to left

    [[nodiscard]] quint64 keyOf(int row, int column) const { return quint64(row) * rows.size() + quint64(column); }
    /// How many flows a cell holds.
    [[nodiscard]] int count(int row, int column) const;
    [[nodiscard]] const std::vector<MapFlowRow> &at(int row, int column) const;
    [[nodiscard]] int rowOf(const QString &id) const; ///< -1 when absent
};

/// Of the whole mesh, or of the sub-domains of `request.root` with what they exchange with others. Domains at the top, or
/// with MapRequest::Flows::SubDomains every domain that owns products or datasets of none, those of one top domain together.
/// O(flows · depth).
[[nodiscard]] MapScene buildMatrix(const MapRequest &request);

} // namespace meshscope
