#pragma once

#include <QElapsedTimer>
#include <QList>
#include <QString>

#include <ctime>

namespace meshscope {

/// Elapsed seconds, and processor seconds of all threads: what counts on a machine that is busy with other things.
struct Spent {
    double wall = 0;
    double cpu = 0;
};
[[nodiscard]] double median(QList<double> values);
[[nodiscard]] Spent median(const QList<Spent> &all); ///< each by itself

class Clock {
public:
    Clock() { m_timer.start(); }
    [[nodiscard]] Spent spent() const
    {
        return {double(m_timer.nsecsElapsed()) / 1e9, double(std::clock() - m_start) / double(CLOCKS_PER_SEC)};
    }

private:
    QElapsedTimer m_timer;
    std::clock_t m_start = std::clock();
};

/// Resident memory in MB: VmRSS now, or VmHWM at its highest.
[[nodiscard]] double memory(const char *field);

/// A folder of YAML products in 60 domains, each with an input port, an output port and its contract of 20 columns.
void generateProducts(const QString &folder, int products);

/// Runs this program again with these arguments; its exit code. For what needs a process of its own.
[[nodiscard]] int again(const QStringList &arguments);

/// The numbers such a run prints; empty when it failed.
[[nodiscard]] QList<double> figuresOf(const QStringList &arguments);

} // namespace meshscope
