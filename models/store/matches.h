#pragma once

#include "models/mesh/proposals.h"
#include "models/store/workspace.h"

namespace meshscope {

/// What was said of matches so far, in the order it was said.
[[nodiscard]] QList<MatchDecision> matchDecisions(const Workspace &workspace);
/// Remembers what is said; of two things the last word counts. The mesh is another afterwards.
[[nodiscard]] Result<void> decideMatches(Workspace &workspace, const QList<MatchDecision> &decisions);
/// Takes back what was said of these two, whichever way round.
[[nodiscard]] Result<void> forgetMatches(Workspace &workspace, const QList<MatchDecision> &decisions);

} // namespace meshscope
