#pragma once

#include <atomic>
#include <thread>

namespace meshscope::graph {

/// Calls `work(i)` for 0 … n - 1, on two threads when asked: the later numbers begin last. Each call writes only what is its
/// own, so that what comes out does not depend on the threads. `here` is called after each on the calling thread.
template<class Work, class Here>
void forEach(int n, bool two, Work &&work, Here &&here)
{
    std::atomic<int> next = 0;
    const auto run = [&](auto &&after) {
        for (int i = next++; i < n; i = next++) {
            work(i);
            after();
        }
    };
    if (!two || n < 2) {
        run(here);
        return;
    }
    std::thread other(run, [] {});
    run(here);
    other.join();
}

} // namespace meshscope::graph
