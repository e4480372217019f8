#pragma once

#include "ui/widgets/page.h"

namespace meshscope {

class Card;

/// The first thing a person sees in an empty workspace: three ways in, the first already focused.
class StartPage final : public Page {
    Q_OBJECT
public:
    explicit StartPage(bool hasDemo, QWidget *parent = nullptr);
    [[nodiscard]] QString title() const override { return tr("Welcome"); }
    [[nodiscard]] Location location() const override { return {QStringLiteral("start"), {}, {}}; }
    void setLocation(const Location &location) override;
    void setSnapshot(const Snapshot &) override {}

signals:
    void demoRequested();
    void folderRequested();
    void catalogRequested();
    void workspaceRequested();
    void linkRequested();
    void aboutReadingRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QList<QWidget *> m_buttons;
};

} // namespace meshscope
