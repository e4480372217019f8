#pragma once

#include "ui/theme/tokens.h"

#include <QSettings>

namespace meshscope {

/// Applies what the person chose (theme/scheme, theme/textScale, theme/reducedMotion) to the application's style.
/// `system`: what the desktop had when the program started.
void applyLook(const QSettings &settings, Scheme system);

} // namespace meshscope
