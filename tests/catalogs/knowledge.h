#pragma once

#include "models/store/workspace.h"

#include <QSet>

namespace meshscope::test {

/// All that a workspace knows, a sentence each: things by their addresses, what is said of them, how they are connected.
[[nodiscard]] QSet<QString> knowledgeOf(const Workspace &workspace);
/// What is missing and what is wrong, as a run says it.
[[nodiscard]] QString told(const Run &run);

/// Of this process, in megabytes: at most since the last call of forgetPeakMemory().
[[nodiscard]] qint64 peakMemory();
void forgetPeakMemory();
/// Megabytes a run may take; AddressSanitizer keeps what was freed, up to 256 of them.
#ifdef __SANITIZE_ADDRESS__
inline constexpr qint64 mostMemory = 300 + 256;
#else
inline constexpr qint64 mostMemory = 300;
#endif

} // namespace meshscope::test
