#pragma once

#include <QList>

class QWidget;

/// The way of the Tab key through a window: as things are laid out, whatever was made first.
namespace meshscope {

/// What Tab stops at below `root` now: shown, enabled, in the order of layouts, splitters and places.
[[nodiscard]] QList<QWidget *> tabStops(QWidget &root);
/// The stop after (or before) `from`, round at the ends; `from` may be a part of a stop, or hold some. Null without stops.
[[nodiscard]] QWidget *nextTabStop(QWidget &root, const QWidget *from, bool isForward);
/// Moves the focus there and scrolls to it; false when there is nowhere to go.
bool moveFocus(QWidget &root, bool isForward);

/// Whoever gives `owner` the focus means `first`, now or as soon as it is shown. Not a focus proxy: with one, Tab leaves out
/// what comes before it.
void setInitialFocus(QWidget *owner, QWidget *first);

} // namespace meshscope
