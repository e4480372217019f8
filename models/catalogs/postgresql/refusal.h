#pragma once

#include "models/catalogs/postgresql/session.h"

namespace meshscope::postgresql {

/// Why no session came about: what, where, what to do, and behind it what the server said. `said` is what libpq says with
/// PQERRORS_VERBOSE in English, so with the state (PostgreSQL's manual, appendix A) where the server refused; lines that
/// only explain what libpq did are left out.
[[nodiscard]] Error refusal(const Target &target, const QString &said, bool wantsPassword);

/// What it says, in one line: without where it was said in its source, without libpq's guesses.
[[nodiscard]] QString saidInOneLine(const QString &said);

} // namespace meshscope::postgresql
