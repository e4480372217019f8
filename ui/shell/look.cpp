#include "ui/shell/look.h"

#include "ui/theme/style.h"

#include <QApplication>

namespace meshscope {

void applyLook(const QSettings &settings, Scheme system)
{
    MeshscopeStyle *style = MeshscopeStyle::of(nullptr);
    if (!style)
        return;
    const QString name = settings.value(QStringLiteral("theme/scheme")).toString();
    style->setReducedMotion(settings.value(QStringLiteral("theme/reducedMotion"), false).toBool());
    style->setScheme(name == QStringLiteral("light")      ? Scheme::Light
                     : name == QStringLiteral("dark")     ? Scheme::Dark
                     : name == QStringLiteral("contrast") ? Scheme::HighContrast
                                                          : system);
    // A desktop has colours of its own for what the style does not draw itself, such as the text of a chosen item in a list
    // that drops down: white, where ours is on a light ground.
    if (const QPalette ours = style->standardPalette(); QApplication::palette() != ours)
        QApplication::setPalette(ours);
    const double scale = settings.value(QStringLiteral("theme/textScale"), 1.0).toDouble();
    if (!qFuzzyCompare(scale, style->textScale()))
        style->setTextScale(scale);
}

} // namespace meshscope
