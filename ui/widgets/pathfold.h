#pragma once

#include "ui/widgets/labels.h"

namespace meshscope {

/// "…" for the middle of a long path: opens a menu of the steps it stands for. A path keeps its first step and the last two.
class PathFold final : public LinkLabel {
    Q_OBJECT
public:
    PathFold(const QStringList &names, QWidget *parent);
    /// Calls addStep(i) for each step that is shown, and addFold(fold) in the place of those that are not; the fold's
    /// `chosen` then says the step of the whole path.
    template<class AddStep, class AddFold>
    static void lay(const QStringList &path, QWidget *parent, AddStep &&addStep, AddFold &&addFold);

signals:
    void chosen(qsizetype step, bool newWindow); ///< of the path it was laid for

private:
    void showMenu();
    QStringList m_names;
    qsizetype m_first = 0;
};

template<class AddStep, class AddFold>
void PathFold::lay(const QStringList &path, QWidget *parent, AddStep &&addStep, AddFold &&addFold)
{
    const qsizetype folded = path.size() > 4 ? path.size() - 3 : 0;
    for (qsizetype i = 0; i < path.size(); ++i) {
        if (i == 1 && folded > 0) {
            auto *fold = new PathFold(path.mid(1, folded), parent);
            fold->m_first = 1;
            addFold(fold);
            i += folded;
        }
        addStep(i);
    }
}

} // namespace meshscope
