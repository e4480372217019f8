#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <atomic>
#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;

namespace meshscope {

/// What a worker thread says about its work and is told about it.
struct WorkState {
    std::atomic<double> share = -1; ///< 0 … 1; less: not known
    std::atomic_bool isCancelled = false;
};

/// "Laying out the graph 38 % [Cancel]": lies over a canvas while something long goes on, from 300 ms on. What was there
/// before stays to be seen.
class GraphProgress final : public QWidget {
    Q_OBJECT
public:
    /// `place` counts from the lower edge, for two at once.
    explicit GraphProgress(QWidget *over, int place = 0);
    void begin(const QString &text, std::shared_ptr<WorkState> state);
    void end();
    [[nodiscard]] bool isUnderWay() const { return m_state != nullptr; }
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void cancelled(); ///< by the person; the state says so too

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();
    void settle();

    int m_place;
    QLabel *m_text;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    QTimer m_timer;
    QElapsedTimer m_clock;
    std::shared_ptr<WorkState> m_state;
};

} // namespace meshscope
