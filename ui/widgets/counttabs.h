#pragma once

#include <QTabBar>

namespace meshscope {

/// Tabs that carry a count in a pill; the one that waits for the person carries it in the accent.
class CountTabs final : public QTabBar {
    Q_OBJECT
public:
    explicit CountTabs(const QStringList &names, QWidget *parent = nullptr);
    void setCount(int tab, qsizetype count, bool waits = false);
    void setCountVisible(int tab, bool isVisible); ///< a tab that counts nothing
    [[nodiscard]] qsizetype count(int tab) const;
    using QTabBar::count;

protected:
    [[nodiscard]] QSize tabSizeHint(int index) const override;

private:
    QList<QWidget *> m_pills; ///< by tab
};

} // namespace meshscope
