#pragma once

#include "ui/endpoints/endpointservices.h"

#include <QFutureWatcher>
#include <QMutex>
#include <QTimer>
#include <QWidget>

#include <atomic>

class QLabel;
class QPushButton;

namespace meshscope {

class LinkLabel;

/// Logs a person in by OAuth: opens the browser, or shows the code to type elsewhere, and waits beside whatever else is
/// typed. Nothing modal.
class LoginPanel final : public QWidget {
    Q_OBJECT
public:
    explicit LoginPanel(const EndpointServices &services, QWidget *parent = nullptr);
    ~LoginPanel() override;
    /// What to log in with, asked for when somebody presses the button.
    void setInput(std::function<Result<EndpointInput>()> input) { m_input = std::move(input); }
    void clear();
    [[nodiscard]] const QByteArray &secret() const { return m_secret; } ///< empty: nobody logged in yet
    [[nodiscard]] bool isRunning() const { return m_watch != nullptr; }

signals:
    void loggedIn(const QByteArray &secret);

private:
    struct Watch { ///< written by the worker, read by the window
        std::atomic<bool> isCancelled = false;
        QMutex mutex;
        QUrl toOpen;
        QString code;
        QUrl where;
    };
    void start();
    void stop();
    void look();
    void take();
    void showState(const QString &text, bool isWrong = false);
    const std::function<Result<QByteArray>(const EndpointInput &, const LoginTalk &)> m_login;
    const std::function<void(const QUrl &)> m_open;
    std::function<Result<EndpointInput>()> m_input;
    QByteArray m_secret;
    std::shared_ptr<Watch> m_watch; ///< of the login that runs
    QFutureWatcher<Result<QByteArray>> m_future;
    QTimer m_tick;
    QUrl m_address; ///< to be opened again by hand
    QPushButton *m_button;
    QLabel *m_text;
    QLabel *m_code;
    LinkLabel *m_link;
};

} // namespace meshscope
