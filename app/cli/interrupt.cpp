#include "app/cli/interrupt.h"

#include <csignal>
#include <initializer_list>

namespace meshscope::cli {

namespace {

volatile std::sig_atomic_t asked = 0; // a signal handler can reach nothing else

void ask(int)
{
    asked = 1;
}

void handle(void (*handler)(int), unsigned flags)
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = int(flags);
    for (const int signal : {SIGINT, SIGTERM})
        sigaction(signal, &action, nullptr);
}

} // namespace

Interruption::Interruption()
{
    asked = 0;
    handle(ask, SA_RESETHAND | SA_RESTART);
}

Interruption::~Interruption()
{
    handle(SIG_DFL, 0);
}

bool Interruption::isAsked()
{
    return asked != 0;
}

} // namespace meshscope::cli
