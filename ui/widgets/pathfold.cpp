#include "ui/widgets/pathfold.h"

#include <QGuiApplication>
#include <QMenu>

namespace meshscope {

PathFold::PathFold(const QStringList &names, QWidget *parent)
    : LinkLabel(QStringLiteral("…"), parent)
    , m_names(names)
{
    setObjectName(QStringLiteral("pathFold"));
    setAccessibleName(tr("%Ln more step(s)", nullptr, int(names.size())));
    setToolTip(accessibleName());
    connect(this, &LinkLabel::opened, this, &PathFold::showMenu);
}

void PathFold::showMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (qsizetype i = 0; i < m_names.size(); ++i) {
        QAction *step = menu->addAction(QString(m_names[i]).replace(u'&', QLatin1String("&&")));
        connect(step, &QAction::triggered, this,
                [this, i] { emit chosen(m_first + i, QGuiApplication::keyboardModifiers() & Qt::ControlModifier); });
    }
    menu->popup(mapToGlobal(QPoint(0, height())));
}

} // namespace meshscope
