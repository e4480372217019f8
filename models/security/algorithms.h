#pragma once

namespace meshscope {

/// Call before the first use of OpenSSL in any thread. Thread safe; only the first call does anything. It lets one thread
/// load the providers (OpenSSL 3.0 leaks some when several threads come first at once) and keeps OpenSSL from tearing itself
/// down at exit: threads of a pool may still be on their way out then, and would use or leak what was taken from them.
void loadAlgorithms();

} // namespace meshscope
