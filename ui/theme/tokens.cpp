#include "ui/theme/tokens.h"

#include "models/mesh/address.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QScreen>

namespace meshscope {

namespace {

/// Height of the application font in logical pixels; without asking the font engine, since px() is called while painting.
double basePixels()
{
    const QFont font = QApplication::font();
    if (font.pixelSize() > 0)
        return font.pixelSize();
    const QScreen *screen = QGuiApplication::primaryScreen();
    const double dpi = screen ? screen->logicalDotsPerInchY() : 96.0;
    return font.pointSizeF() * dpi / 72.0;
}

struct RoleSize {
    double factor;
    int weight;
};

RoleSize roleSize(TextRole role)
{
    switch (role) {
    case TextRole::Page: return {1.75, QFont::DemiBold};
    case TextRole::Figure: return {2.0, QFont::DemiBold};
    case TextRole::Title: return {1.4, QFont::DemiBold};
    case TextRole::Section: return {1.15, QFont::DemiBold};
    case TextRole::Strong: return {1.0, QFont::DemiBold};
    case TextRole::Small: return {0.9, QFont::Normal};
    case TextRole::Tiny: return {0.85, QFont::Normal};
    case TextRole::Mono: return {0.9, QFont::Normal};
    case TextRole::Base: break;
    }
    return {1.0, QFont::Normal};
}

} // namespace

const Tokens &tokens(const QWidget *widget)
{
    if (const MeshscopeStyle *style = MeshscopeStyle::of(widget))
        return style->tokens();
    return tokensOf(Scheme::Light);
}

QFont textFont(TextRole role, int weight)
{
    const RoleSize size = roleSize(role);
    QFont font = role == TextRole::Mono ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : QApplication::font();
    const QFont base = QApplication::font();
    if (base.pixelSize() > 0)
        font.setPixelSize(qMax(11, qRound(base.pixelSize() * size.factor)));
    else
        font.setPointSizeF(qMax(8.0, base.pointSizeF() * size.factor));
    font.setWeight(static_cast<QFont::Weight>(weight < 0 ? size.weight : weight));
    return font;
}

int px(double atReference)
{
    return qRound(atReference * basePixels() / 13.0);
}

int hueOf(const QString &topDomainAddress)
{
    if (topDomainAddress.isEmpty() || topDomainAddress.section(u'/', -1) == noDomainId)
        return -1;
    if (const MeshscopeStyle *style = MeshscopeStyle::of(nullptr)) {
        const int assigned = style->hues().value(topDomainAddress, -1);
        if (assigned >= 0)
            return assigned;
    }
    return naturalHue(topDomainAddress);
}

QColor hueColor(const Tokens &t, int hue)
{
    return hue < 0 ? t.unknown : t.hues[size_t(hue)].stripe;
}

QColor domainColor(const Tokens &t, const QString &topDomainAddress)
{
    return hueColor(t, hueOf(topDomainAddress));
}

} // namespace meshscope
