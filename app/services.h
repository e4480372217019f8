#pragma once

#include "models/access/accessdesk.h"
#include "models/samples/sample.h"
#include "models/security/personalbox.h"
#include "models/store/workspace.h"

namespace meshscope {

/// What a workspace is worked with, wired by hand: the window and the command line share it.
struct Services {
    std::unique_ptr<Workspace> workspace;
    std::shared_ptr<LockableBox> secrets; ///< of endpoints: opened once for all that need them
    std::unique_ptr<AccessDesk> desk;
    std::unique_ptr<SampleReader> samples;
};

/// Opens the workspace and wires the rest. Errors as Workspace::open.
[[nodiscard]] Result<Services> openServices(const QString &workspacePath, Workspace::Open how);

/// `$XDG_DATA_HOME/meshscope`: where workspaces, keys and the demo live.
[[nodiscard]] QString dataFolder();
[[nodiscard]] QString defaultWorkspacePath();

} // namespace meshscope
