#include "ui/theme/style.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QFocusFrame>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPointer>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QTextEdit>
#include <QToolTip>

namespace meshscope {

namespace {
constexpr auto lookName = "meshscopeLook";
constexpr auto roleName = "meshscopeRole";
constexpr auto weightName = "meshscopeWeight";
constexpr auto colorName = "meshscopeColor";
constexpr auto groundName = "meshscopeGround";
using TokenColor = QColor Tokens::*;

void applyColors(QWidget *widget)
{
    const QVariant color = widget->property(colorName);
    const QVariant ground = widget->property(groundName);
    if (!color.isValid() && !ground.isValid())
        return;
    const Tokens &t = tokens(widget);
    QPalette palette = widget->palette();
    if (color.isValid()) {
        palette.setColor(QPalette::WindowText, t.*color.value<TokenColor>());
        palette.setColor(QPalette::Text, t.*color.value<TokenColor>());
    }
    if (ground.isValid()) {
        palette.setColor(QPalette::Window, t.*ground.value<TokenColor>());
        palette.setColor(QPalette::Base, t.*ground.value<TokenColor>());
    }
    widget->setPalette(palette);
}

void applyRole(QWidget *widget)
{
    const QVariant role = widget->property(roleName);
    if (role.isValid())
        widget->setFont(textFont(static_cast<TextRole>(role.toInt()), widget->property(weightName).toInt()));
}
} // namespace

void setLook(QAbstractButton *button, ButtonLook look, const QString &iconName)
{
    button->setProperty(lookName, int(look));
    if (!iconName.isEmpty()) {
        button->setProperty("iconName", iconName);
        button->setIcon(icon(iconName, tokens(button).text));
    }
    button->setAttribute(Qt::WA_Hover);
    button->updateGeometry();
    button->update();
}

void setSmall(QWidget *control, bool isSmall)
{
    control->setProperty("small", isSmall);
    control->updateGeometry();
}

void setWrong(QWidget *field, bool isWrong)
{
    field->setProperty("wrong", isWrong);
    field->update();
}

void setTextRole(QWidget *widget, TextRole role, int weight)
{
    widget->setProperty(roleName, int(role));
    widget->setProperty(weightName, weight);
    applyRole(widget);
}

void setTextColor(QWidget *widget, QColor Tokens::*color)
{
    widget->setProperty(colorName, QVariant::fromValue(color));
    applyColors(widget);
}

void setGround(QWidget *widget, QColor Tokens::*color)
{
    widget->setProperty(groundName, QVariant::fromValue(color));
    widget->setAutoFillBackground(true);
    applyColors(widget);
}

int naturalHue(const QString &topDomainAddress)
{
    quint32 hash = 2166136261u; // FNV-1a: the same on every machine and in every version
    for (const char byte : topDomainAddress.toUtf8())
        hash = (hash ^ static_cast<quint8>(byte)) * 16777619u;
    hash ^= hash >> 15;
    return int(hash % 12u);
}

QHash<QString, int> assignHues(QStringList topDomainAddresses, const QHash<QString, int> &kept)
{
    topDomainAddresses.sort();
    QHash<QString, int> result;
    std::array<int, 12> used{};
    for (const QString &address : topDomainAddresses) {
        if (kept.contains(address)) {
            result.insert(address, kept.value(address));
            ++used[size_t(kept.value(address)) % 12];
        }
    }
    for (const QString &address : topDomainAddresses) {
        if (result.contains(address))
            continue;
        int hue = naturalHue(address);
        if (used[size_t(hue)] > 0) {
            int best = -1;
            int bestDistance = 0;
            for (int candidate = 0; candidate < 12; ++candidate) {
                if (used[size_t(candidate)] > 0)
                    continue;
                int distance = 12;
                for (int other = 0; other < 12; ++other) {
                    if (used[size_t(other)] > 0)
                        distance = qMin(distance, qMin((candidate - other + 12) % 12, (other - candidate + 12) % 12));
                }
                if (distance > bestDistance) {
                    bestDistance = distance;
                    best = candidate;
                }
            }
            hue = best >= 0 ? best : hue; // more than twelve domains share
        }
        result.insert(address, hue);
        ++used[size_t(hue)];
    }
    return result;
}

Scheme schemeOfPalette(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness() ? Scheme::Dark
                                                                                                         : Scheme::Light;
}

MeshscopeStyle::MeshscopeStyle(Scheme scheme)
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
    , m_tokens(&tokensOf(scheme))
    , m_startFont(QApplication::font())
{
    // The ring stands outside its button, so it is a widget of its own: shown after Tab, never after a click.
    auto *frame = new QPointer<QFocusFrame>;
    connect(this, &QObject::destroyed, qApp, [frame] { delete frame; });
    connect(qApp, &QApplication::focusChanged, this, [this, frame](QWidget *, QWidget *now) {
        auto *button = qobject_cast<QAbstractButton *>(now);
        const bool shown =
            button && MeshscopeStyle::of(button) == this && button->window()->testAttribute(Qt::WA_KeyboardFocusChange);
        if (!shown) {
            if (*frame)
                (*frame)->setWidget(nullptr);
            return;
        }
        if (!*frame) {
            *frame = new QFocusFrame(button->window());
            (*frame)->setAttribute(Qt::WA_TransparentForMouseEvents);
        }
        (*frame)->setWidget(button);
    });
}

MeshscopeStyle *MeshscopeStyle::of(const QWidget *widget)
{
    if (widget) {
        if (auto *style = qobject_cast<MeshscopeStyle *>(widget->style()))
            return style;
    }
    return qobject_cast<MeshscopeStyle *>(QApplication::style());
}

void MeshscopeStyle::setScheme(Scheme scheme)
{
    if (m_tokens->scheme == scheme)
        return;
    m_tokens = &tokensOf(scheme);
    QApplication::setPalette(standardPalette());
    QToolTip::setPalette(standardPalette());
    refresh();
    emit schemeChanged();
}

void MeshscopeStyle::setTextScale(double scale)
{
    m_textScale = qBound(0.75, scale, 3.0);
    QFont font = m_startFont;
    if (font.pixelSize() > 0)
        font.setPixelSize(qRound(font.pixelSize() * m_textScale));
    else
        font.setPointSizeF(font.pointSizeF() * m_textScale);
    QApplication::setFont(font);
    refresh();
}

void MeshscopeStyle::setHues(const QHash<QString, int> &hues)
{
    if (m_hues == hues)
        return;
    m_hues = hues;
    const QWidgetList all = QApplication::allWidgets();
    for (QWidget *widget : all)
        widget->update();
}

void MeshscopeStyle::refresh()
{
    // A page may build a part of itself anew when it hears of it: what is deleted on the way is passed by.
    QList<QPointer<QWidget>> all;
    for (QWidget *widget : QApplication::allWidgets())
        all << widget;
    for (const QPointer<QWidget> &widget : std::as_const(all)) {
        if (!widget || MeshscopeStyle::of(widget) != this)
            continue;
        applyRole(widget);
        applyColors(widget);
        QEvent change(QEvent::StyleChange);
        QApplication::sendEvent(widget, &change);
        if (!widget)
            continue;
        widget->updateGeometry();
        widget->update();
    }
}

QPalette MeshscopeStyle::standardPalette() const
{
    const Tokens &t = *m_tokens;
    QPalette p;
    const auto all = [&p](QPalette::ColorRole role, const QColor &color) { p.setColor(role, color); };
    all(QPalette::Window, t.window);
    all(QPalette::Base, t.surface);
    all(QPalette::AlternateBase, t.surface);
    all(QPalette::Button, t.raised);
    all(QPalette::WindowText, t.text);
    all(QPalette::Text, t.text);
    all(QPalette::ButtonText, t.text);
    all(QPalette::BrightText, t.text);
    all(QPalette::PlaceholderText, t.muted);
    all(QPalette::Highlight, t.selection);
    all(QPalette::HighlightedText, t.selectionText);
    all(QPalette::Link, t.link);
    all(QPalette::LinkVisited, t.link);
    all(QPalette::Light, t.raised);
    all(QPalette::Midlight, t.hover);
    all(QPalette::Mid, t.line);
    all(QPalette::Dark, t.lineStrong);
    all(QPalette::Shadow, t.line);
    all(QPalette::ToolTipBase, t.tooltip);
    all(QPalette::ToolTipText, t.tooltipText);
    p.setColor(QPalette::Inactive, QPalette::Highlight, t.selectionIdle);
    p.setColor(QPalette::Inactive, QPalette::HighlightedText, t.text);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::Link})
        p.setColor(QPalette::Disabled, role, t.faded);
    p.setColor(QPalette::Disabled, QPalette::Base, t.sunken);
    p.setColor(QPalette::Disabled, QPalette::Button, t.sunken);
    return p;
}

void MeshscopeStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget) || qobject_cast<QTabBar *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (qobject_cast<QHeaderView *>(widget) && !widget->property(roleName).isValid())
        setTextRole(widget, TextRole::Small, QFont::Medium);
    if (widget->inherits("QComboBoxListView")) // it lies over the page
        setGround(widget, &Tokens::raised);
    applyRole(widget);
    applyColors(widget);
}

int MeshscopeStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const bool isText = qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget);
    if (metric == PM_DefaultFrameWidth && isText)
        return px(4); // its round border must not lie under the text
    switch (metric) {
    case PM_DefaultFrameWidth:
    case PM_ComboBoxFrameWidth:
    case PM_SpinBoxFrameWidth:
    case PM_SplitterWidth:
    case PM_DockWidgetSeparatorExtent:
    case PM_ToolBarFrameWidth:
    case PM_MenuPanelWidth: return 1;
    case PM_MenuBarPanelWidth:
    case PM_MenuBarHMargin:
    case PM_MenuBarVMargin:
    case PM_MenuBarItemSpacing:
    case PM_MenuDesktopFrameWidth:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarBaseHeight:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabOverlap:
    case PM_ToolBarItemMargin:
    case PM_DockWidgetFrameWidth: return 0;
    case PM_MenuVMargin: return px(4);
    case PM_ScrollBarExtent: return px(11);
    case PM_ScrollBarSliderMin: return px(28);
    case PM_ScrollView_ScrollBarSpacing: return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_TabBarIconSize:
    case PM_ListViewIconSize: return px(16);
    case PM_ToolBarIconSize: return px(16);
    case PM_TabBarTabHSpace: return px(24);
    case PM_TabBarTabVSpace: return px(24);
    case PM_HeaderMargin: return px(6);
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin: return px(4);
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return px(8);
    case PM_ToolTipLabelFrameWidth: return px(6);
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int MeshscopeStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                              QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_Menu_MouseTracking:
    case SH_MenuBar_MouseTracking:
    case SH_ComboBox_ListMouseTracking: return 1;
    case SH_ComboBox_Popup:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_UnderlineShortcut: return 0;
    case SH_ToolTip_WakeUpDelay: return 500;
    case SH_Widget_Animate:
    case SH_Widget_Animation_Duration: return 0;
    case SH_Table_GridLineColor: return static_cast<int>(m_tokens->line.rgba());
    case SH_ItemView_ActivateItemOnSingleClick: return 0;
    case SH_DialogButtonBox_ButtonsHaveIcons: return 0;
    case SH_ToolTipLabel_Opacity: return 255;
    case SH_FocusFrame_AboveWidget: return 1;
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace meshscope
