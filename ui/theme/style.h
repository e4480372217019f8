#pragma once

#include "ui/theme/tokens.h"

#include <QAbstractButton>
#include <QHash>
#include <QProxyStyle>

namespace meshscope {

/// How a button stands out: one main a page; plain has a border, soft a thin one, quiet none until hovered.
enum class ButtonLook : quint8 { Plain, Main, Soft, Quiet };
/// Gives a push or tool button its look and one of our icons, drawn by the style in the colour that fits its state.
void setLook(QAbstractButton *button, ButtonLook look, const QString &iconName = {});
void setSmall(QWidget *control, bool isSmall = true); ///< 24 instead of 28 high
void setWrong(QWidget *field, bool isWrong);          ///< a field whose content is refused
/// Font of a role that follows the text scale.
void setTextRole(QWidget *widget, TextRole role, int weight = -1);
/// Text colour by token (`&Tokens::muted`), following the scheme; for labels.
void setTextColor(QWidget *widget, QColor Tokens::*color);
/// Ground of a plain widget by token, following the scheme; also fills it.
void setGround(QWidget *widget, QColor Tokens::*color);

/// Where a domain's hue comes from before collisions are settled: a hash of its address.
[[nodiscard]] int naturalHue(const QString &topDomainAddress);
/// Settles collisions in address order: the later domain takes the free hue farthest from those in use. What was kept stays.
[[nodiscard]] QHash<QString, int> assignHues(QStringList topDomainAddresses, const QHash<QString, int> &kept);

/// Light or dark, as the palette the desktop gave us; to be asked before our style is set.
[[nodiscard]] Scheme schemeOfPalette(const QPalette &palette);

/// Our look over Fusion: the tokens of one scheme, and every standard control drawn with them.
class MeshscopeStyle final : public QProxyStyle {
    Q_OBJECT
public:
    explicit MeshscopeStyle(Scheme scheme);
    /// The style `widget` is drawn with, or the application's; null when it is not ours.
    [[nodiscard]] static MeshscopeStyle *of(const QWidget *widget);

    [[nodiscard]] const Tokens &tokens() const { return *m_tokens; }
    [[nodiscard]] Scheme scheme() const { return m_tokens->scheme; }
    void setScheme(Scheme scheme); ///< repaints every window
    /// 1.0 = the font the application started with.
    void setTextScale(double scale);
    [[nodiscard]] double textScale() const { return m_textScale; }
    [[nodiscard]] const QHash<QString, int> &hues() const { return m_hues; }
    void setHues(const QHash<QString, int> &hues);
    [[nodiscard]] bool reducedMotion() const { return m_reducedMotion; }
    void setReducedMotion(bool reduced) { m_reducedMotion = reduced; }
    /// `normal` milliseconds, or none with reduced motion.
    [[nodiscard]] int duration(int normal) const { return m_reducedMotion ? 0 : normal; }

    [[nodiscard]] QPalette standardPalette() const override;
    using QProxyStyle::polish;
    using QProxyStyle::unpolish;
    void polish(QWidget *widget) override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                         const QWidget *widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl sub,
                                       const QWidget *widget) const override;
    [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                                QStyleHintReturn *data) const override;

signals:
    void schemeChanged();

private:
    void refresh();
    // stylecontrols.cpp
    void drawButton(QPainter *painter, const QStyleOption *option, const QWidget *widget, const QString &text,
                    const QIcon &icon, bool hasMenu) const;
    void drawField(QPainter *painter, const QStyleOption *option, const QWidget *widget) const;
    void drawIndicator(QPainter *painter, const QStyleOption *option, bool isRound) const;
    void drawComboBox(QPainter *painter, const QStyleOptionComplex *option, const QWidget *widget) const;
    void drawSpinBox(QPainter *painter, const QStyleOptionComplex *option, const QWidget *widget) const;
    void drawToolButton(QPainter *painter, const QStyleOptionComplex *option, const QWidget *widget) const;
    void drawProgress(QPainter *painter, const QStyleOption *option) const;
    void drawFocusFrame(QPainter *painter, const QStyleOption *option) const;
    [[nodiscard]] QSize buttonSize(const QStyleOption *option, const QWidget *widget) const;
    // styleviews.cpp
    void drawMenuItem(QPainter *painter, const QStyleOption *option, const QWidget *widget) const;
    void drawMenuBarItem(QPainter *painter, const QStyleOption *option) const;
    void drawTab(QPainter *painter, const QStyleOption *option) const;
    void drawHeader(QPainter *painter, const QStyleOption *option) const;
    void drawItemGround(QPainter *painter, const QStyleOption *option, const QWidget *widget) const;
    void drawScrollBar(QPainter *painter, const QStyleOptionComplex *option, const QWidget *widget) const;

    const Tokens *m_tokens;
    QHash<QString, int> m_hues;
    double m_textScale = 1.0;
    QFont m_startFont;
    bool m_reducedMotion = false;
};

} // namespace meshscope
