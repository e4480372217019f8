#pragma once

#include "ui/widgets/page.h"

#include <QAction>

class QScrollArea;

namespace meshscope {

/// Every command with its key, what is read and what never is, and what this program is.
class HelpPage final : public Page {
    Q_OBJECT
public:
    explicit HelpPage(const QList<QAction *> &commands, QWidget *parent = nullptr);
    [[nodiscard]] QString title() const override { return tr("Keys and commands"); }
    [[nodiscard]] Location location() const override { return m_location; }
    void setLocation(const Location &location) override;
    void setSnapshot(const Snapshot &) override {}

private:
    Location m_location{QStringLiteral("help"), {}, {}};
    QScrollArea *m_scroll;
    QWidget *m_reading;
    QWidget *m_about;
};

} // namespace meshscope
