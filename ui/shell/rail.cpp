#include "ui/shell/rail.h"

#include "ui/theme/style.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

namespace meshscope {

RailButton::RailButton(const QString &iconName, const QString &text, QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(iconName)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
}

void RailButton::setBadge(int count)
{
    m_badge = count;
    setAccessibleName(count > 0 ? tr("%1, %2 waiting").arg(text()).arg(count) : text());
    update();
}

QSize RailButton::sizeHint() const
{
    // The longest of the six words fits its light with room at the sides, in every language.
    const int words = QFontMetrics(textFont(TextRole::Tiny, QFont::DemiBold)).horizontalAdvance(text());
    return {qMax(px(72), words + 2 * px(10)), px(52)};
}

void RailButton::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokens(this);
    const bool isOn = isChecked();
    const bool isContrast = t.scheme == Scheme::HighContrast;
    const QRectF box = QRectF(rect()).adjusted(px(6), 1, -px(6), -1);
    p.setPen(Qt::NoPen);
    if (isOn || (underMouse() && isEnabled())) {
        p.setBrush(isOn ? t.selection : isContrast ? t.hover : t.selectionIdle);
        p.drawRoundedRect(box, px(6), px(6));
    }
    const QColor color = !isEnabled() ? t.faded : isOn ? t.selectionText : underMouse() ? t.text : t.muted;
    const int side = px(20);
    const QRect cell((width() - side) / 2, px(8), side, side);
    meshscope::icon(m_icon, color).paint(&p, cell);
    p.setFont(textFont(TextRole::Tiny, isOn ? QFont::DemiBold : QFont::Normal));
    p.setPen(color);
    const QRect words(1, cell.bottom() + px(2), width() - 2, height() - cell.bottom() - px(6));
    p.drawText(words, Qt::AlignCenter, p.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    if (m_badge > 0) {
        p.setFont(textFont(TextRole::Tiny, QFont::DemiBold));
        const QString number = m_badge > 99 ? QStringLiteral("99+") : QLocale().toString(m_badge);
        const int high = p.fontMetrics().height() + 1;
        const int wide = qMax(high, p.fontMetrics().horizontalAdvance(number) + px(8));
        const QRect place =
            QStyle::visualRect(layoutDirection(), rect(), QRect(cell.right() - px(3), cell.top() - px(5), wide, high));
        p.setPen(Qt::NoPen);
        p.setBrush(t.accent);
        p.drawRoundedRect(place, high / 2.0, high / 2.0);
        p.setPen(t.accentText);
        p.drawText(place, Qt::AlignCenter, number);
    }
}

QStringList Rail::views()
{
    return {QStringLiteral("map"),    QStringLiteral("find"),   QStringLiteral("lineage"),
            QStringLiteral("access"), QStringLiteral("health"), QStringLiteral("endpoints")};
}

QString Rail::title(const QString &view)
{
    if (view == QStringLiteral("map"))
        return tr("Map");
    if (view == QStringLiteral("find"))
        return tr("Find");
    if (view == QStringLiteral("lineage"))
        return tr("Lineage");
    if (view == QStringLiteral("access"))
        return tr("Access");
    if (view == QStringLiteral("health"))
        return tr("Health");
    return tr("Endpoints");
}

Rail::Rail(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("rail"));
    setGround(this, &Tokens::window);
    setAccessibleName(tr("Places"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, px(8), 0, px(8));
    column->setSpacing(px(2));
    const QHash<QString, QString> icons{{QStringLiteral("endpoints"), QStringLiteral("endpoint")}};
    for (const QString &view : views()) {
        const QString iconName = icons.value(view, view == QStringLiteral("find") ? QStringLiteral("search") : view);
        auto *button = new RailButton(iconName, title(view), this);
        button->setObjectName(QStringLiteral("rail.") + view);
        m_buttons.insert(view, button);
        column->addWidget(button);
        connect(button, &QAbstractButton::clicked, this, [this, view, button] {
            button->setChecked(true); // it lights the shown page, whatever the click did
            emit requested(view, QGuiApplication::keyboardModifiers() & Qt::ControlModifier);
        });
    }
    column->addStretch();
}

void Rail::setCurrent(const QString &view)
{
    // A product is found; its page belongs to Find, as do files and issues to Endpoints.
    const QString place =
        view == QStringLiteral("product") ? QStringLiteral("find")
        : view == QStringLiteral("issues") || view == QStringLiteral("file") || view == QStringLiteral("matches")
            ? QStringLiteral("endpoints")
            : view;
    for (auto it = m_buttons.begin(); it != m_buttons.end(); ++it)
        it.value()->setChecked(it.key() == place);
}

void Rail::setBadge(const QString &view, int count)
{
    if (RailButton *button = m_buttons.value(view))
        button->setBadge(count);
}

void Rail::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up) {
        focusNextPrevChild(event->key() == Qt::Key_Down);
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace meshscope
