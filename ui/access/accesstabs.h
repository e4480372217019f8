#pragma once

#include <QTabBar>

namespace meshscope {

/// Tabs that carry a count in a pill; the one that waits for the person carries it in the accent.
class AccessTabs final : public QTabBar {
    Q_OBJECT
public:
    explicit AccessTabs(const QStringList &names, QWidget *parent = nullptr);
    void setCount(int tab, qsizetype count, bool waits = false);
    [[nodiscard]] qsizetype count(int tab) const;
    using QTabBar::count;

protected:
    [[nodiscard]] QSize tabSizeHint(int index) const override;
};

} // namespace meshscope
