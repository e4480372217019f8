#include "ui/graph/baroverflow.h"

#include "ui/graph/graphbar.h"
#include "ui/theme/style.h"
#include "ui/widgets/labels.h"

#include <QAbstractButton>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QMenu>
#include <QSpinBox>
#include <QWidgetAction>

#include <algorithm>

namespace meshscope {

namespace {

int leastWidth(const QWidget &control)
{
    if (control.layout()) // a sign and its words: whole or not there
        return control.layout()->minimumSize().width();
    const int least = control.minimumWidth() > 0 ? control.minimumWidth() : control.minimumSizeHint().width();
    return std::min(least, control.maximumWidth());
}

QString nameOf(const QWidget &control)
{
    const auto *button = qobject_cast<const QAbstractButton *>(&control);
    if (button && !button->text().isEmpty())
        return button->text();
    return control.accessibleName().isEmpty() ? control.toolTip() : control.accessibleName();
}

/// A control of a menu, with its name before it.
QWidget *named(const QString &name, QWidget *control, QMenu *menu)
{
    auto *holder = new QWidget(menu);
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(px(12), px(4), px(12), px(4));
    row->setSpacing(px(8));
    auto *label = new QLabel(name);
    label->setBuddy(control);
    control->setAccessibleName(name);
    row->addWidget(label);
    row->addWidget(control, 1);
    holder->setFocusProxy(control);
    return holder;
}

} // namespace

BarOverflow::BarOverflow(QWidget *bar)
    : QToolButton(bar)
    , m_bar(bar)
    , m_menu(new QMenu(this))
{
    setObjectName(QStringLiteral("overflow"));
    setLook(this, ButtonLook::Quiet, QStringLiteral("more"));
    setToolTip(tr("More of this bar"));
    setAccessibleName(tr("More of this bar"));
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::TabFocus);
    setMenu(m_menu);
    hide();
    bar->installEventFilter(this);
    connect(m_menu, &QMenu::aboutToShow, this, &BarOverflow::fill);
}

void BarOverflow::add(QWidget *control)
{
    m_controls.push_back({control, true, false});
    control->installEventFilter(this);
}

bool BarOverflow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_bar) {
        if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
            fit();
        return false;
    }
    if (m_isFitting || (event->type() != QEvent::HideToParent && event->type() != QEvent::ShowToParent))
        return false;
    for (Control &control : m_controls) {
        if (control.widget != watched)
            continue;
        control.isWanted = event->type() == QEvent::ShowToParent;
        control.isOut = false;
    }
    return false;
}

/// Takes out as few as there must be, or brings back what there is room for again.
void BarOverflow::fit()
{
    if (m_isFitting || !m_bar->layout())
        return;
    m_isFitting = true;
    const int spacing = std::max(0, m_bar->layout()->spacing());
    const int own = sizeHint().width() + spacing;
    int needed = m_bar->layout()->minimumSize().width() - (isHidden() ? 0 : own);
    for (const Control &control : m_controls)
        needed += control.isWanted && control.isOut ? leastWidth(*control.widget) + spacing : 0;
    bool isAnyOut = false;
    for (Control &control : m_controls) {
        if (!control.isWanted)
            continue;
        const bool isOut = needed + (isAnyOut ? own : 0) > m_bar->width();
        if (isOut)
            needed -= leastWidth(*control.widget) + spacing;
        isAnyOut = isAnyOut || isOut;
        if (isOut != control.isOut) {
            control.isOut = isOut;
            control.widget->setVisible(!isOut);
        }
    }
    setVisible(isAnyOut);
    m_isFitting = false;
}

void BarOverflow::popUp(const QWidget *control)
{
    if (!isVisible())
        return;
    m_menu->popup(mapToGlobal(QPoint(0, height())));
    for (QAction *action : m_menu->actions()) {
        const auto *holder = qobject_cast<const QWidgetAction *>(action);
        if (holder && action->data().value<quintptr>() == quintptr(control)) {
            m_menu->setActiveAction(action);
            holder->defaultWidget()->setFocus(Qt::ShortcutFocusReason);
        }
    }
}

void BarOverflow::fill()
{
    m_menu->clear();
    // As they stand in the bar: the last to leave first.
    for (size_t i = m_controls.size(); i-- > 0;) {
        if (m_controls[i].isWanted && m_controls[i].isOut)
            offer(m_controls[i]);
    }
}

void BarOverflow::offer(const Control &control)
{
    if (const auto *choice = qobject_cast<ChoiceButton *>(control.widget)) {
        QMenu *choices = m_menu->addMenu(nameOf(*control.widget));
        choices->addActions(choice->menu()->actions());
    } else if (auto *button = qobject_cast<QToolButton *>(control.widget)) {
        QAction *action = m_menu->addAction(nameOf(*control.widget));
        action->setCheckable(button->isCheckable());
        action->setChecked(button->isChecked());
        connect(action, &QAction::triggered, button, &QToolButton::click);
    } else if (auto *link = qobject_cast<LinkLabel *>(control.widget)) {
        m_menu->addAction(link->text(), link, [link] { emit link->opened(false); });
    } else if (auto *inner = control.widget->findChild<LinkLabel *>()) { // a link with its sign
        m_menu->addAction(inner->text(), inner, [inner] { emit inner->opened(false); });
    } else if (auto *zoom = qobject_cast<ZoomBox *>(control.widget)) {
        m_menu->addAction(ZoomBox::tr("Zoom in (+)"), zoom, [zoom] { emit zoom->zoomBy(1.25); });
        m_menu->addAction(ZoomBox::tr("Zoom out (−)"), zoom, [zoom] { emit zoom->zoomBy(0.8); });
        m_menu->addAction(ZoomBox::tr("Back to 100 % (0)"), zoom, &ZoomBox::resetRequested);
    } else if (auto *line = qobject_cast<QLineEdit *>(control.widget)) {
        auto *field = new QLineEdit(line->text());
        field->setPlaceholderText(line->placeholderText());
        connect(field, &QLineEdit::textEdited, line, [line](const QString &words) {
            line->setText(words);
            emit line->textEdited(words);
        });
        connect(field, &QLineEdit::returnPressed, line, &QLineEdit::returnPressed);
        auto *action = new QWidgetAction(m_menu);
        action->setData(QVariant::fromValue(quintptr(control.widget)));
        action->setDefaultWidget(named(nameOf(*control.widget), field, m_menu));
        m_menu->addAction(action);
    } else if (auto *number = qobject_cast<QSpinBox *>(control.widget)) {
        auto *box = new QSpinBox;
        box->setRange(number->minimum(), number->maximum());
        box->setSpecialValueText(number->specialValueText());
        box->setValue(number->value());
        connect(box, &QSpinBox::valueChanged, number, &QSpinBox::setValue);
        auto *action = new QWidgetAction(m_menu);
        action->setData(QVariant::fromValue(quintptr(control.widget)));
        action->setDefaultWidget(named(nameOf(*control.widget), box, m_menu));
        m_menu->addAction(action);
    } else if (const auto *words = control.widget->findChild<QLabel *>()) {
        m_menu->addAction(words->text())->setEnabled(false); // said, not done
    }
}

} // namespace meshscope
