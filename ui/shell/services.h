#pragma once

#include "models/mesh/result.h"
#include "models/store/workspace.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/page.h"

#include <QSettings>

#include <functional>

namespace meshscope {

class SnapshotSource;
class SyncRunner;

/// What a window is given by the composition (app/window.cpp): the shell knows no feature and no feature the shell.
struct ShellServices {
    Workspace *workspace = nullptr;
    SnapshotSource *source = nullptr;
    SyncRunner *sync = nullptr;
    QSettings *settings = nullptr;
    Scheme systemScheme = Scheme::Light;                           ///< what the desktop had when the program started
    std::function<Page *(const Location &)> makePage;              ///< null for a view nobody registered
    std::function<void(const Location &)> openWindow;              ///< another window on the same workspace
    std::function<void()> openDemo;                                ///< not set: no demo in this build
    std::function<void(const QString &file)> openWorkspace;        ///< another workspace in a window of its own
    std::function<Result<QString>(const QString &path)> addFolder; ///< the endpoint's name; reads it at once
    std::function<int(const Snapshot &)> waitingRequests;          ///< that I may decide
    std::function<QString(const QString &product)> accessOf;       ///< "none yet", "granted until 31 Mar 2027"
};

} // namespace meshscope
