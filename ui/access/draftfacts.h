#pragma once

#include "models/access/request.h"
#include "models/mesh/mesh.h"
#include "ui/access/basketports.h"

/// What the mesh says about a draft in the basket: pure functions.
namespace meshscope {

[[nodiscard]] QList<Column> columnsOf(const Mesh &mesh, NodeId port);
/// A draft of a port as it is asked for at first: all columns, but none that are personal or confidential.
[[nodiscard]] AccessRequest draftOf(const Mesh &mesh, NodeId port);
/// The card of a draft's port.
[[nodiscard]] BasketPorts::Entry entryOf(const Mesh &mesh, const AccessRequest &draft, bool isChosen);
/// What the contract of a draft's port says about its use; empty when nothing.
[[nodiscard]] QString termsOf(const Mesh &mesh, const AccessRequest &draft);
/// Who decides, in a sentence.
[[nodiscard]] QString deciderOf(const Mesh &mesh, const AccessRequest &draft);

} // namespace meshscope
