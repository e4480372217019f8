#include "ui/graph/graphbar.h"

#include "ui/theme/style.h"
#include "ui/widgets/controls.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QStyleOptionToolButton>

namespace meshscope {

ChoiceButton::ChoiceButton(const QString &label, QWidget *parent)
    : QToolButton(parent)
    , m_label(label)
    , m_choices(new QActionGroup(this))
{
    setPopupMode(QToolButton::InstantPopup);
    setMenu(new QMenu(this));
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(label);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_choices, &QActionGroup::triggered, this, [this](QAction *action) {
        setCurrent(action->data().toString());
        emit chosen(m_current);
    });
}

void ChoiceButton::addChoice(const QString &key, const QString &text)
{
    QAction *action = menu()->addAction(text);
    action->setData(key);
    action->setCheckable(true);
    m_choices->addAction(action);
    if (m_current.isEmpty())
        setCurrent(key);
    updateGeometry();
}

void ChoiceButton::setCurrent(const QString &key)
{
    for (QAction *action : m_choices->actions()) {
        if (action->data().toString() != key)
            continue;
        m_current = key;
        action->setChecked(true);
        setAccessibleName(tr("%1: %2").arg(m_label, action->text()));
        updateGeometry();
        update();
    }
}

void ChoiceButton::nameChoice(const QString &key, const QString &text)
{
    for (QAction *action : m_choices->actions()) {
        if (action->data().toString() == key)
            action->setText(text);
    }
    setCurrent(m_current);
}

void ChoiceButton::offerChoice(const QString &key, bool offered)
{
    for (QAction *action : m_choices->actions()) {
        if (action->data().toString() == key)
            action->setVisible(offered || key == m_current);
    }
}

QString ChoiceButton::currentText() const
{
    for (const QAction *action : m_choices->actions()) {
        if (action->data().toString() == m_current)
            return action->text();
    }
    return {};
}

void ChoiceButton::setLabelShown(bool shown)
{
    if (m_labelShown == shown)
        return;
    m_labelShown = shown;
    setToolTip(shown ? QString() : m_label);
    updateGeometry();
}

QSize ChoiceButton::sizeHint() const
{
    const int label = m_labelShown ? QFontMetrics(textFont(TextRole::Base)).horizontalAdvance(m_label) + px(6) : 0;
    const int value = QFontMetrics(textFont(TextRole::Strong, 600)).horizontalAdvance(currentText());
    return {px(8) + label + value + px(6) + px(12) + px(8), px(28)};
}

void ChoiceButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokens(this);
    if (underMouse() || isDown() || menu()->isVisible()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.hover);
        painter.drawRoundedRect(rect(), px(6), px(6));
    }
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const auto place = [&](QRect r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    const int align = int((mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    int x = px(8);
    if (m_labelShown) {
        const QFont font = textFont(TextRole::Base);
        const int width = QFontMetrics(font).horizontalAdvance(m_label) + 1;
        painter.setFont(font);
        painter.setPen(t.muted);
        painter.drawText(place({x, 0, width, height()}), align, m_label);
        x += width + px(5);
    }
    const QFont strong = textFont(TextRole::Strong, 600);
    const int width = QFontMetrics(strong).horizontalAdvance(currentText()) + 1;
    painter.setFont(strong);
    painter.setPen(t.text);
    painter.drawText(place({x, 0, width, height()}), align, currentText());
    x += width + px(5);
    meshscope::icon(QStringLiteral("chevron-down"), t.muted)
        .paint(&painter, place({x, (height() - px(12)) / 2, px(12), px(12)}));
    if (hasFocus()) {
        painter.setPen(QPen(t.focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), px(6), px(6));
    }
}

ZoomBox::ZoomBox(QWidget *parent)
    : QWidget(parent)
    , m_value(new QToolButton)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(1, 1, 1, 1);
    row->setSpacing(0);
    auto *out = iconButton(QStringLiteral("minus"), tr("Zoom out (−)"), this);
    auto *in = iconButton(QStringLiteral("plus"), tr("Zoom in (+)"), this);
    setLook(m_value, ButtonLook::Quiet);
    m_value->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_value->setToolTip(tr("Back to 100 % (0)"));
    m_value->setAccessibleName(tr("Zoom"));
    m_value->setFixedWidth(px(54));
    row->addWidget(out);
    row->addWidget(m_value);
    row->addWidget(in);
    for (QToolButton *button : {out, in, m_value})
        button->setFixedHeight(px(26));
    setFixedHeight(px(28));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setZoom(1);
    connect(out, &QToolButton::clicked, this, [this] { emit zoomBy(0.8); });
    connect(in, &QToolButton::clicked, this, [this] { emit zoomBy(1.25); });
    connect(m_value, &QToolButton::clicked, this, &ZoomBox::resetRequested);
}

void ZoomBox::setZoom(double scale)
{
    const double percent = scale * 100;
    m_value->setText(tr("%1\u2009%").arg(locale().toString(percent, 'f', percent < 1 ? 1 : 0)));
}

void ZoomBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokens(this);
    painter.setPen(QPen(t.line, 1));
    painter.setBrush(t.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6));
}

PageBar::PageBar(QWidget *parent)
    : QWidget(parent)
{
    // What does not fit gives way (the page hides it): the bar never widens the window.
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

QSize PageBar::sizeHint() const
{
    return {QWidget::sizeHint().width(), px(42)};
}

void PageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(this);
    painter.fillRect(rect(), t.surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), t.line);
}

} // namespace meshscope
