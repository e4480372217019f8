#pragma once

namespace meshscope {

/// A crash leaves no image of the memory behind: it would hold tokens and passwords. For the beginning of main().
void leaveNoCoreDumps();

} // namespace meshscope
