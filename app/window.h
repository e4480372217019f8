#pragma once

#include "app/services.h"

namespace meshscope {

class MainWindow;

/// Everything behind the windows of one workspace: services, snapshots, sync, the pages and where they are registered.
/// The one place where views and models are wired together.
class WindowSet {
public:
    /// `services` outlives it.
    explicit WindowSet(Services &services);
    ~WindowSet();
    WindowSet(const WindowSet &) = delete;
    WindowSet &operator=(const WindowSet &) = delete;

    /// A new window at a location (its text form; empty: the first page).
    MainWindow *open(const QString &location);
    /// Loads the mesh and waits until the first snapshot is shown: for pictures and scripts. False when it fails.
    [[nodiscard]] bool waitUntilLoaded();

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace meshscope
