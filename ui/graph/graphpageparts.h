#pragma once

#include <functional>

namespace meshscope {

class GraphProgress;
class GraphView;
class Page;
class StatePanel;

/// What every page with a graph has over it: the progress of a layout that can be cancelled, and the list of what is picked.
/// What they have to say the page says.
[[nodiscard]] GraphProgress *addGraphParts(Page *page, GraphView *view, StatePanel *panel, std::function<bool()> hasPicture);

} // namespace meshscope
