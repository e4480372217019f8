#include "ui/graph/exportpicture.h"

#include "ui/graph/graphpainter.h"
#include "ui/graph/svgwriter.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace meshscope {

namespace {

constexpr double margin = 24;

QString say(const char *text)
{
    return QCoreApplication::translate("meshscope::exportpicture", text);
}

/// The scene with a margin and its legend, ready to be drawn in parts. All must outlive it.
Drawing drawingOf(const Scene &scene, const Tokens &t, const PictureLegend &legend)
{
    Drawing d;
    const QSizeF graph = scene.bounds().size() + QSizeF(2 * margin, 2 * margin);
    const QRectF foot(0, graph.height(), graph.width(), legend.heightFor(graph.width()));
    d.size = graph + QSizeF(0, foot.height());
    d.ground = t.canvas;
    const QPointF origin = scene.bounds().topLeft() - QPointF(margin, margin);
    d.draw = [&scene, &t, &legend, origin, foot](QPainter &painter, const DrawingWindow &window,
                                                 const std::function<bool(double)> &step) {
        Camera camera;
        camera.scale = window.scale;
        camera.offset = -(origin + window.from) * window.scale;
        GraphLook look;
        look.fullDetail = true;
        look.step = &step;
        GraphPainter painted(scene, camera, t, look);
        painted.paint(painter, QRectF(QPointF(), window.size));
        if (foot.intersects(window.area())) {
            painter.save();
            painter.scale(window.scale, window.scale);
            painter.translate(-window.from);
            legend.paint(painter, foot, t);
            painter.restore();
        }
        return !painted.isStopped();
    };
    d.holds = [&scene, origin, foot](const QRectF &area) {
        const QRectF there = area.translated(origin);
        return foot.intersects(area) || !scene.cardsIn(there).empty() || !scene.edgesIn(there).empty() ||
               std::any_of(scene.groups().begin(), scene.groups().end(),
                           [&](const SceneGroup &g) { return g.rect.intersects(there); });
    };
    return d;
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
                          : QCoreApplication::translate("meshscope::exportpicture", "%Ln products", "", int(products));
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

Result<QByteArray> pictureOf(const Scene &scene, const Tokens &tokens, const QString &title, const ExportOrder &order,
                             const PictureLegend &legend)
{
    if (scene.isEmpty())
        return fail(Error::Code::NotFound, say(QT_TRANSLATE_NOOP("meshscope::exportpicture", "There is nothing to draw")));
    switch (order.format) {
    case graph::GraphFormat::Svg: {
        std::optional<QByteArray> written = svgOf(scene, tokens, title, margin, order.steps, legend);
        return written ? Result<QByteArray>(std::move(*written)) : cancelledExport();
    }
    case graph::GraphFormat::Pdf: return pdfOf(drawingOf(scene, tokens, legend), title, order);
    default: return pngOf(drawingOf(scene, tokens, legend), order);
    }
}

Result<QByteArray> pictureOf(const Scene &scene, const Tokens &tokens, graph::GraphFormat format, const QString &title,
                             double scale, const ExportSteps &steps)
{
    return pictureOf(scene, tokens, title, {format, PdfPages::One, scale, steps});
}

} // namespace meshscope
