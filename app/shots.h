#pragma once

#include "app/services.h"

namespace meshscope {

class WindowSet;

/// Pictures of every view, light and dark, at 1280×800 and 1920×1080, named `<view>-<scheme>-<width>.png`, into `folder`.
/// `only`: just the views whose names start with it. Returns how many were made.
[[nodiscard]] Result<int> makeShots(Services &services, WindowSet &windows, const QString &folder, const QString &only = {});

} // namespace meshscope
