#pragma once

#include "ui/widgets/labels.h"

namespace meshscope {

/// "…" for the middle of a long path: opens a menu of the steps it stands for. A path keeps its first step and the last two.
class PathFold final : public LinkLabel {
    Q_OBJECT
public:
    /// How many steps after the first are folded in a path of that many.
    [[nodiscard]] static qsizetype folded(qsizetype steps) { return steps > 4 ? steps - 3 : 0; }
    PathFold(const QStringList &names, QWidget *parent);

signals:
    void chosen(qsizetype step, bool newWindow); ///< index into the names

private:
    void showMenu();
    QStringList m_names;
};

} // namespace meshscope
