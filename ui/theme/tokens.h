#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QWidget>

#include <array>

namespace meshscope {

enum class Scheme : quint8 { Light, Dark, HighContrast };

/// Colours of one of the twelve domain hues.
struct Hue {
    QColor stripe, head, box, sub, border, name;
};

/// Every colour of one scheme, by the names people use for them.
struct Tokens {
    Scheme scheme = Scheme::Light;
    QColor window, surface, canvas, raised, sunken, hover, selection, selectionText, selectionIdle, accentSoft, line,
        lineStrong, edge, flow, focus, text, muted, faded, link, accent, accentText, met, risk, breached, unknown, signGlyph,
        metSoft, riskSoft, breachedSoft, unknownSoft, metText, riskText, breachedText, unknownText, skeleton, tooltip,
        tooltipText, accentHover, accentPressed, pathBorder, fadedCard, fadedBorder, fadedEdge;
    std::array<Hue, 12> hues;
};
[[nodiscard]] const Tokens &tokensOf(Scheme scheme);
/// The tokens of the style the widget is drawn with; light when it is not ours. Changes arrive as QEvent::StyleChange
/// or PaletteChange.
[[nodiscard]] const Tokens &tokens(const QWidget *widget);

enum class TextRole : quint8 { Page, Figure, Title, Section, Base, Strong, Small, Tiny, Mono };
/// Font of a role, as a multiple of the application font; never below 8 pt.
[[nodiscard]] QFont textFont(TextRole role, int weight = -1);
/// Pixels at the reference of a 13-px application font, scaled to the real one.
[[nodiscard]] int px(double atReference);
/// Index of a domain's hue, 0..11, from its address; fixed for ever. -1 for "No domain", which has none.
[[nodiscard]] int hueOf(const QString &topDomainAddress);
/// Colour of a domain's mark or line: the stripe of its hue; grey where there is none.
[[nodiscard]] QColor hueColor(const Tokens &t, int hue);
[[nodiscard]] QColor domainColor(const Tokens &t, const QString &topDomainAddress);

/// One of our icons (resources/icons/<name>.svg) tinted with `color` at the widget's pixel ratio.
[[nodiscard]] QIcon icon(const QString &name, const QColor &color);

} // namespace meshscope
