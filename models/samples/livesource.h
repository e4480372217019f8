#pragma once

#include "models/samples/rawrows.h"
#include "models/samples/sample.h"

namespace meshscope {

/// A dataset at an endpoint that can be asked for its rows.
struct LivePlace {
    QString endpoint;
    Dataset known; ///< what was read of it there
    NodeId dataset;
    NodeId port; ///< that offers it, where it was come by through one
    LiveRows::Rows rows = LiveRows::Rows::Live;
};
/// Where the rows of a product, port, contract or dataset can be asked for, the best first.
[[nodiscard]] QList<LivePlace> livePlaces(const Mesh &mesh, NodeId node, const LiveRows &live);
[[nodiscard]] RawRows rawRows(const DataRows &rows);

} // namespace meshscope
