#include "ui/graph/exportpicture.h"

#include "ui/graph/graphpainter.h"
#include "ui/graph/pngwriter.h"
#include "ui/graph/svgwriter.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <cmath>

namespace meshscope {

namespace {

constexpr double margin = 24;
constexpr double longestImage = 65000;         ///< pixels a side: beyond, few programs open it
constexpr double largestImage = 2'000'000'000; ///< pixels
constexpr double stripPixels = 4'000'000;      ///< drawn at once: 16 MB
constexpr double longestPage = 14400;          ///< points a side in PDF 1.x

QString say(const char *text)
{
    return QCoreApplication::translate("meshscope::exportpicture", text);
}

Failure cancelledExport()
{
    return fail(Error::Code::Cancelled, say(QT_TRANSLATE_NOOP("meshscope::exportpicture", "The export was cancelled")));
}

void draw(QPaintDevice &device, const Scene &scene, const Tokens &t, const Camera &camera, const QSizeF &size)
{
    QPainter painter(&device);
    painter.fillRect(QRectF(QPointF(), size), t.canvas);
    GraphLook look;
    look.fullDetail = true;
    GraphPainter(scene, camera, t, look).paint(painter, QRectF(QPointF(), size));
}

Camera cameraFor(const Scene &scene, double scale)
{
    Camera c;
    c.scale = scale;
    c.offset = QPointF(margin, margin) * scale - scene.bounds().topLeft() * scale;
    return c;
}

Result<QByteArray> svg(const Scene &scene, const Tokens &t, const QString &title, const ExportSteps &steps)
{
    std::optional<QByteArray> written = svgOf(scene, t, title, margin, steps);
    return written ? Result<QByteArray>(std::move(*written)) : cancelledExport();
}

Result<QByteArray> pdf(const Scene &scene, const Tokens &t, const QString &title, const QSizeF &size)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        const double points = 0.75 * std::max(size.width(), size.height());
        const double scale = std::min(1.0, longestPage / points);
        QPdfWriter writer(&buffer);
        writer.setTitle(title);
        writer.setCreator(QStringLiteral("Meshscope"));
        writer.setResolution(96);
        writer.setPageSize(QPageSize(size * 0.75 * scale, QPageSize::Point, {}, QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF());
        draw(writer, scene, t, cameraFor(scene, scale), size * scale);
    }
    return buffer.data();
}

Result<QByteArray> png(const Scene &scene, const Tokens &t, const QSizeF &whole, double scale, const ExportSteps &steps)
{
    const QSizeF exact = whole * scale;
    if (exact.width() > longestImage || exact.height() > longestImage || exact.width() * exact.height() > largestImage)
        return fail(Error::Code::Full,
                    say(QT_TRANSLATE_NOOP("meshscope::exportpicture",
                                          "A picture of %1 by %2 pixels is too large; choose a smaller scale, SVG or PDF"))
                        .arg(exact.width(), 0, 'f', 0)
                        .arg(exact.height(), 0, 'f', 0));
    const QSize size = exact.toSize().expandedTo({1, 1});
    const int rows = std::clamp(int(stripPixels / size.width()), 16, 1024);
    PngWriter writer(size);
    GraphLook look;
    look.fullDetail = true;
    for (int top = 0; top < size.height(); top += rows) {
        if (steps.cancelled && steps.cancelled())
            return cancelledExport();
        QImage strip(size.width(), std::min(rows, size.height() - top), QImage::Format_RGB32);
        if (strip.isNull())
            return fail(
                Error::Code::Full,
                say(QT_TRANSLATE_NOOP("meshscope::exportpicture",
                                      "There is not enough memory for the picture; choose a smaller scale, SVG or PDF")));
        strip.fill(t.canvas);
        Camera camera = cameraFor(scene, scale);
        camera.offset.ry() -= top;
        {
            QPainter painter(&strip);
            GraphPainter(scene, camera, t, look).paint(painter, QRectF(QPointF(), QSizeF(strip.size())));
        }
        writer.add(strip);
        if (steps.progress)
            steps.progress(double(top) / size.height());
    }
    const std::optional<QByteArray> bytes = writer.finish();
    return bytes ? Result<QByteArray>(*bytes)
                 : fail(Error::Code::Failed,
                        say(QT_TRANSLATE_NOOP("meshscope::exportpicture", "The PNG picture could not be made; try SVG")));
}

SceneCard cardOf(const Mesh &mesh, const graph::DrawnGraph::Node &n, bool onMap)
{
    SceneCard card;
    card.id = n.address;
    card.rect = n.rect;
    card.name = n.name;
    const Kind kind = mesh.kind(n.node);
    card.shape = onMap                   ? SceneCard::Shape::Map
                 : kind == Kind::Product ? SceneCard::Shape::Product
                 : kind == Kind::Domain  ? SceneCard::Shape::Domain
                                         : SceneCard::Shape::Dataset;
    card.context = n.domain.join(QStringLiteral(", "));
    if (card.context.isEmpty() && kind == Kind::Dataset)
        card.context = mesh.dataset(n.node).platform;
    return card;
}

int hueOfNode(const Mesh &mesh, NodeId n)
{
    NodeId top = mesh.kind(n) == Kind::Domain ? n : mesh.domainOf(n);
    for (int depth = 0; top.isValid() && mesh.domainOf(top).isValid() && depth < 1000; ++depth)
        top = mesh.domainOf(top);
    if (!top.isValid() || mesh.address(top).id == noDomainId)
        return -1;
    return hueOf(mesh.address(top).toString());
}

} // namespace

ScenePtr sceneOf(const Mesh &mesh, const graph::DrawnGraph &drawn, const StatusOf &statusOf)
{
    std::vector<SceneCard> cards;
    std::vector<SceneGroup> groups;
    std::vector<SceneEdge> edges;
    std::vector<int> ends(drawn.nodes.size());
    const bool onMap = !drawn.root.isValid() && drawn.level == Level::Domain;
    for (size_t i = 0; i < drawn.nodes.size(); ++i) {
        const graph::DrawnGraph::Node &n = drawn.nodes[i];
        if (n.isBox) {
            SceneGroup g;
            g.id = n.address;
            g.name = n.name;
            g.rect = n.rect;
            g.hue = hueOfNode(mesh, n.node);
            g.depth = int(n.domain.size()) - 1;
            g.head = g.depth <= 0 ? 26 : 24;
            const qsizetype products = mesh.productsBelow(n.node).size();
            g.count = g.depth > 0
                          ? QString::number(products)
                          : QCoreApplication::translate("meshscope::exportpicture", "%n products", "", int(products));
            for (size_t k = 0; k < groups.size(); ++k) {
                if (groups[k].id == n.parent)
                    g.parent = int(k);
            }
            ends[i] = ~int(groups.size());
            groups.push_back(g);
        } else {
            SceneCard card = cardOf(mesh, n, onMap);
            card.hue = hueOfNode(mesh, n.node);
            card.stripe = n.parent.isEmpty();
            card.isRoot = n.node == drawn.root;
            if (statusOf)
                card.status = statusOf(n.node);
            ends[i] = int(cards.size());
            cards.push_back(card);
        }
    }
    for (const graph::DrawnGraph::Edge &e : drawn.edges) {
        SceneEdge edge;
        edge.from = ends[size_t(e.from)];
        edge.to = ends[size_t(e.to)];
        edge.route.points = e.points;
        edge.route.reversed = e.reversed;
        edge.isFlow = onMap;
        edge.count = e.count;
        edges.push_back(edge);
    }
    return std::make_shared<Scene>(std::move(cards), std::move(groups), std::move(edges));
}

Result<QByteArray> pictureOf(const Scene &scene, const Tokens &tokens, graph::GraphFormat format, const QString &title,
                             double scale, const ExportSteps &steps)
{
    if (scene.isEmpty())
        return fail(Error::Code::NotFound, say(QT_TRANSLATE_NOOP("meshscope::exportpicture", "There is nothing to draw")));
    const QSizeF size = scene.bounds().size() + QSizeF(2 * margin, 2 * margin);
    switch (format) {
    case graph::GraphFormat::Svg: return svg(scene, tokens, title, steps);
    case graph::GraphFormat::Pdf: return pdf(scene, tokens, title, size);
    default: return png(scene, tokens, size, std::clamp(scale, 0.01, 50.0), steps);
    }
}

} // namespace meshscope
