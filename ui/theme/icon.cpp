#include "ui/theme/tokens.h"

#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <QFile>

// The icons are compiled into a static library: without a reference the linker would drop them.
static void initIconResource()
{
    Q_INIT_RESOURCE(icons);
}

namespace meshscope {

namespace {

QPixmap rendered(const QString &name, const QColor &color, const QSize &pixels)
{
    const QString key = QStringLiteral("meshscope/%1/%2/%3x%4")
                            .arg(name, color.name(QColor::HexArgb))
                            .arg(pixels.width())
                            .arg(pixels.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    // At 24 and more the line gets relatively thinner: 0.96 units (tokens.md, icons).
    if (pixels.height() >= 24 && pixels.height() < 32)
        svg.replace("stroke-width=\"1.25\"", "stroke-width=\"1.1\"");
    QSvgRenderer renderer(svg);
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, QRectF(QPointF(), QSizeF(pixels)));
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

/// Draws one SVG in one colour at any size; disabled is the same shape, half as strong.
class IconEngine final : public QIconEngine {
public:
    IconEngine(QString name, QColor color)
        : m_name(std::move(name))
        , m_color(std::move(color))
    {
    }
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        const int side = qMin(rect.width(), rect.height());
        QPixmap image = rendered(m_name, tinted(mode), QSize(side, side) * ratio);
        image.setDevicePixelRatio(ratio);
        const QRect square(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side);
        painter->drawPixmap(square, image);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return rendered(m_name, tinted(mode), size);
    }
    QIconEngine *clone() const override { return new IconEngine(m_name, m_color); }
    QString iconName() override { return m_name; }

private:
    [[nodiscard]] QColor tinted(QIcon::Mode mode) const
    {
        QColor color = m_color;
        if (mode == QIcon::Disabled)
            color.setAlphaF(0.5f);
        return color;
    }
    QString m_name;
    QColor m_color;
};

} // namespace

QIcon icon(const QString &name, const QColor &color)
{
    initIconResource();
    return QIcon(new IconEngine(name, color));
}

} // namespace meshscope
