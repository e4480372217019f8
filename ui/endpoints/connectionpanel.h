#pragma once

#include "ui/endpoints/endpointservices.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QMutex>
#include <QTimer>
#include <QWidget>

#include <atomic>

class QGridLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace meshscope {

class StatusSign;

/// The connection test of an endpoint as a list: each check with its sign, its time and, where it is red, what to do.
/// Runs in a worker; Stop ends it at once for whoever looks at it.
class ConnectionPanel final : public QWidget {
    Q_OBJECT
public:
    using Test = std::function<Result<Connector::Probe>(const EndpointInput &, const TestWatch &)>;
    explicit ConnectionPanel(Test test, QWidget *parent = nullptr);
    ~ConnectionPanel() override;
    void start(const EndpointInput &input);
    void stop();
    void clear(); ///< another endpoint: what was found is of the one before
    [[nodiscard]] bool isRunning() const { return m_watch != nullptr; }
    [[nodiscard]] int checkCount() const { return m_checks; }

signals:
    void testRequested(); ///< with what stands in the form, or of the endpoint shown
    void tested(const meshscope::Connector::Probe &probe);
    void pinRequested(const QString &fingerprint);
    void changed(); ///< begun or ended

private:
    struct Watch { ///< written by the worker, read by the window
        std::atomic<bool> isCancelled = false;
        QMutex mutex;
        QString line;
        QList<Connector::Check> checks; ///< over, and not shown yet
    };
    void take();
    void showState();
    void showProbe(const Connector::Probe &probe, qint64 millis);
    void takeChecks();
    void addRow(const Connector::Check &check);
    void clearRows();

    const Test m_test;
    std::shared_ptr<Watch> m_watch; ///< of the test that runs
    QFutureWatcher<Result<Connector::Probe>> m_future;
    QElapsedTimer m_clock;
    QTimer m_tick;
    StatusSign *m_sign;
    QLabel *m_head;
    QLabel *m_now;
    QPushButton *m_button;
    QWidget *m_rowHost = nullptr;
    QGridLayout *m_rows = nullptr;
    int m_checks = 0;
};

} // namespace meshscope
