#include "ui/widgets/taborder.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QMainWindow>
#include <QPointer>
#include <QScrollArea>
#include <QSplitter>

namespace meshscope {

namespace {

bool isStop(const QWidget &widget)
{
    return widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !widget.focusProxy();
}

/// Their parts are theirs: arrows, an edit, cells.
bool isWhole(const QWidget &widget)
{
    return qobject_cast<const QAbstractSpinBox *>(&widget) || qobject_cast<const QComboBox *>(&widget) ||
           qobject_cast<const QAbstractItemView *>(&widget);
}

void collectLaid(QLayout &layout, QWidgetList &found)
{
    QList<QLayoutItem *> items;
    for (int i = 0; i < layout.count(); ++i)
        items.append(layout.itemAt(i));
    if (const auto *grid = qobject_cast<QGridLayout *>(&layout)) {
        const auto cell = [grid](QLayoutItem *item) {
            int row = 0;
            int column = 0;
            int span = 0;
            for (int i = 0; i < grid->count(); ++i) {
                if (grid->itemAt(i) == item)
                    grid->getItemPosition(i, &row, &column, &span, &span);
            }
            return std::pair(row, column);
        };
        std::stable_sort(items.begin(), items.end(), [&](QLayoutItem *a, QLayoutItem *b) { return cell(a) < cell(b); });
    }
    for (QLayoutItem *item : std::as_const(items)) {
        if (item->widget())
            found.append(item->widget());
        else if (item->layout())
            collectLaid(*item->layout(), found);
    }
}

/// Children as they are seen: what is laid out first, then what stands at a place of its own, row by row.
QWidgetList childrenSeen(QWidget &widget)
{
    QWidgetList found;
    if (const auto *splitter = qobject_cast<QSplitter *>(&widget)) {
        for (int i = 0; i < splitter->count(); ++i)
            found.append(splitter->widget(i));
    } else if (const auto *scroll = qobject_cast<QScrollArea *>(&widget)) {
        if (scroll->widget())
            found.append(scroll->widget());
    } else if (widget.layout() && !qobject_cast<QMainWindow *>(&widget)) {
        collectLaid(*widget.layout(), found);
    }
    QWidgetList placed;
    for (QWidget *child : widget.findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
        const bool holdsFound =
            std::any_of(found.cbegin(), found.cend(), [child](const QWidget *other) { return child->isAncestorOf(other); });
        if (!child->isWindow() && !found.contains(child) && !holdsFound)
            placed.append(child);
    }
    std::stable_sort(placed.begin(), placed.end(), [](const QWidget *a, const QWidget *b) {
        return std::pair(a->y(), a->x()) < std::pair(b->y(), b->x());
    });
    return found + placed;
}

void collect(QWidget &widget, QWidgetList &stops)
{
    if (!widget.isVisible())
        return;
    if (isStop(widget))
        stops.append(&widget);
    if (isWhole(widget))
        return;
    const QWidgetList children = childrenSeen(widget);
    for (QWidget *child : children)
        collect(*child, stops);
}

/// Hands the focus of its owner on, as soon as there is something to hand it to.
class HandsOn final : public QObject {
public:
    HandsOn(QWidget *owner, QWidget *first)
        : QObject(owner)
        , m_owner(owner)
        , m_first(first)
    {
        owner->installEventFilter(this);
        first->installEventFilter(this);
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool isGiven = watched == m_owner && event->type() == QEvent::FocusIn;
        const bool isThere = watched == m_first && event->type() == QEvent::Show && m_owner->hasFocus();
        if (m_first && (isGiven || isThere) && m_first->isVisible())
            m_first->setFocus();
        return QObject::eventFilter(watched, event);
    }

private:
    QWidget *m_owner;
    QPointer<QWidget> m_first;
};

} // namespace

QList<QWidget *> tabStops(QWidget &root)
{
    QWidgetList stops;
    collect(root, stops);
    return stops;
}

QWidget *nextTabStop(QWidget &root, const QWidget *from, bool isForward)
{
    const QWidgetList stops = tabStops(root);
    if (stops.isEmpty())
        return nullptr;
    const auto last = stops.size() - 1;
    qsizetype at = -1; // of the innermost stop that is, or holds, what has the focus
    qsizetype inside = -1;
    for (qsizetype i = 0; i <= last && from; ++i) {
        if (stops.at(i) == from || stops.at(i)->isAncestorOf(from))
            at = i;
        if (inside < 0 && from->isAncestorOf(stops.at(i)))
            inside = i;
    }
    if (at < 0 && inside >= 0) // such as a page: on to the first in it, back to what comes before it
        return stops.at(isForward ? inside : (inside > 0 ? inside - 1 : last));
    if (at < 0)
        return isForward ? stops.first() : stops.last();
    return stops.at(isForward ? (at < last ? at + 1 : 0) : (at > 0 ? at - 1 : last));
}

bool moveFocus(QWidget &root, bool isForward)
{
    QWidget *to = nextTabStop(root, QApplication::focusWidget(), isForward);
    if (!to)
        return false;
    to->setFocus(isForward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    for (QWidget *above = to->parentWidget(); above; above = above->parentWidget()) {
        if (auto *scroll = qobject_cast<QScrollArea *>(above))
            scroll->ensureWidgetVisible(to);
    }
    return true;
}

void setInitialFocus(QWidget *owner, QWidget *first)
{
    new HandsOn(owner, first);
}

} // namespace meshscope
