#pragma once

namespace meshscope {

/// Call before the first use of OpenSSL in any thread: its providers are loaded at the first use, and OpenSSL 3.0 leaks
/// some when several threads come first at once. Thread safe; only the first call does anything.
void loadAlgorithms();

} // namespace meshscope
