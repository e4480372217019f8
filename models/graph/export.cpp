#include "models/graph/exportparts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <cmath>

// JSON with the keys of the command line's contract; CSV by RFC 4180.
namespace meshscope::graph {

namespace {

struct Word {
    GraphFormat format;
    const char *word;
};
constexpr std::array<Word, 8> words{{{GraphFormat::Json, "json"},
                                     {GraphFormat::Csv, "csv"},
                                     {GraphFormat::GraphMl, "graphml"},
                                     {GraphFormat::Dot, "dot"},
                                     {GraphFormat::OpenLineage, "openlineage"},
                                     {GraphFormat::Svg, "svg"},
                                     {GraphFormat::Pdf, "pdf"},
                                     {GraphFormat::Png, "png"}}};

QByteArray json(const Mesh &mesh, const DrawnGraph &g)
{
    QJsonArray nodes;
    for (const DrawnGraph::Node &n : g.nodes) {
        const QPointF c = n.rect.center();
        QJsonObject o{{QStringLiteral("address"), n.address},
                      {QStringLiteral("kind"), n.kind},
                      {QStringLiteral("name"), n.name},
                      {QStringLiteral("x"), rounded(c.x())},
                      {QStringLiteral("y"), rounded(c.y())},
                      {QStringLiteral("w"), rounded(n.rect.width())},
                      {QStringLiteral("h"), rounded(n.rect.height())}};
        o.insert(QStringLiteral("parent"), n.parent.isEmpty() ? QJsonValue() : QJsonValue(n.parent));
        if (g.root.isValid())
            o.insert(QStringLiteral("depth"), n.depth);
        nodes.append(o);
    }
    QJsonArray edges;
    for (const DrawnGraph::Edge &e : g.edges) {
        QJsonArray points;
        for (const QPointF &p : e.points)
            points.append(QJsonArray{rounded(p.x()), rounded(p.y())});
        QJsonObject o{{QStringLiteral("from"), g.nodes[size_t(e.from)].address},
                      {QStringLiteral("to"), g.nodes[size_t(e.to)].address},
                      {QStringLiteral("kind"), e.kind},
                      {QStringLiteral("points"), points},
                      {QStringLiteral("via"), QJsonArray::fromStringList(viaOf(mesh, e))}};
        if (e.count != 1)
            o.insert(QStringLiteral("count"), e.count);
        edges.append(o);
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("nodes"), nodes}, {QStringLiteral("edges"), edges}}).toJson();
}

QString csvField(const QString &text)
{
    if (!text.contains(u'"') && !text.contains(u',') && !text.contains(u'\n') && !text.contains(u'\r'))
        return text;
    QString quoted = text;
    return u'"' + quoted.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QByteArray csv(const Mesh &mesh, const DrawnGraph &g)
{
    QString out = QStringLiteral("from,to,from_name,to_name,kind,count,via\r\n");
    for (const DrawnGraph::Edge &e : g.edges) {
        const DrawnGraph::Node &a = g.nodes[size_t(e.from)];
        const DrawnGraph::Node &b = g.nodes[size_t(e.to)];
        const QStringList row{csvField(a.address),
                              csvField(b.address),
                              csvField(a.name),
                              csvField(b.name),
                              csvField(e.kind),
                              QString::number(e.count),
                              csvField(viaOf(mesh, e).join(u' '))};
        out += row.join(u',') + QStringLiteral("\r\n");
    }
    return out.toUtf8();
}

} // namespace

double rounded(double v)
{
    return std::round(v * 100) / 100;
}

QStringList viaOf(const Mesh &mesh, const DrawnGraph::Edge &edge)
{
    QStringList via;
    for (const NodeId job : edge.via)
        via.append(mesh.address(job).toString());
    return via;
}

std::optional<GraphFormat> graphFormatFromWord(QStringView word)
{
    for (const Word &w : words) {
        if (word.compare(QLatin1StringView(w.word), Qt::CaseInsensitive) == 0)
            return w.format;
    }
    return {};
}

QString graphFormatWord(GraphFormat format)
{
    return QLatin1StringView(words[size_t(format)].word);
}

QByteArray writeGraph(const Mesh &mesh, const DrawnGraph &graph, GraphFormat format)
{
    switch (format) {
    case GraphFormat::Csv: return csv(mesh, graph);
    case GraphFormat::GraphMl: return graphMlOf(mesh, graph);
    case GraphFormat::Dot: return dotOf(graph);
    case GraphFormat::OpenLineage: return openLineageOf(mesh, graph);
    default: return json(mesh, graph);
    }
}

} // namespace meshscope::graph
