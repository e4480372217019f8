#include "models/security/nocoredump.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace meshscope {

void leaveNoCoreDumps()
{
#ifdef Q_OS_UNIX
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#endif
#if defined(Q_OS_LINUX) && defined(NDEBUG)
    prctl(PR_SET_DUMPABLE, 0); // also for a collector of dumps, which heeds no limit; a debugger needs a debug build
#endif
}

} // namespace meshscope
