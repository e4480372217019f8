#pragma once

namespace meshscope {

class GraphView;

/// Makes the cards in view of every GraphView known to screen readers; asked for once, further calls do nothing.
void installGraphAccessibility();
/// The scene has changed: what was known of its cards is forgotten.
void resetGraphAccessibility(GraphView *view);

} // namespace meshscope
