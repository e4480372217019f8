#pragma once

namespace meshscope::cli {

/// While it lives, Ctrl-C and a request to terminate let long work end properly (a server is told, a run is closed). The
/// second one ends the program at once.
class Interruption {
public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption &) = delete;
    Interruption &operator=(const Interruption &) = delete;
    [[nodiscard]] static bool isAsked();
};

} // namespace meshscope::cli
