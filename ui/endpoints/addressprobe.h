#pragma once

#include "ui/endpoints/endpointservices.h"

#include <QFutureWatcher>
#include <QTimer>
#include <QWidget>

#include <atomic>

class QLabel;

namespace meshscope {

class LinkLabel;

/// Asks what stands at an address that somebody typed or pasted, a moment after they stopped, and says what it is.
class AddressProbe final : public QWidget {
    Q_OBJECT
public:
    using Recognise =
        std::function<Result<QList<Recognised>>(const QString &address, const std::function<bool()> &cancelled)>;
    explicit AddressProbe(Recognise recognise, QWidget *parent = nullptr);
    ~AddressProbe() override;
    /// Another address; an empty one, or one that is no server's, asks nothing.
    void ask(const QString &address);
    void stop();
    /// What is chosen meanwhile: what was found is proposed only where it is another.
    void setKind(const QString &kind);
    [[nodiscard]] static bool isServer(const QString &address);

signals:
    void recognised(const meshscope::Recognised &found); ///< the surest
    void chosen(const meshscope::Recognised &found);     ///< the person takes what is proposed

private:
    void start();
    void take();
    void showState();
    const Recognise m_recognise;
    QString m_address;
    QString m_kind;
    QTimer m_pause;
    std::shared_ptr<std::atomic<bool>> m_isCancelled; ///< of what runs
    QFutureWatcher<Result<QList<Recognised>>> m_future;
    std::optional<Result<QList<Recognised>>> m_found;
    QLabel *m_text;
    LinkLabel *m_use;
};

} // namespace meshscope
