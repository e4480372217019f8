#pragma once

#include <QToolButton>

#include <vector>

class QMenu;

namespace meshscope {

/// The button at the end of a bar that has not room for all its controls: what is told to go first leaves the bar first, and
/// is in this button's menu as long as it is out. Put into the bar's layout; follows its size by itself.
class BarOverflow final : public QToolButton {
    Q_OBJECT
public:
    explicit BarOverflow(QWidget *bar);
    /// Later ones stay longer. A control the page hides itself is left alone.
    void add(QWidget *control);
    void fit();
    /// Opens the menu and goes to what stands for this control: for a key that leads to a field that is out.
    void popUp(const QWidget *control);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Control {
        QWidget *widget;
        bool isWanted = true;
        bool isOut = false;
    };
    void fill();
    void offer(const Control &control);

    QWidget *m_bar;
    QMenu *m_menu;
    std::vector<Control> m_controls; ///< in the order of leaving
    bool m_isFitting = false;
};

} // namespace meshscope
