#include "models/graph/export.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QXmlStreamWriter>

#include <array>
#include <cmath>
#include <map>

// JSON as CLI.md fixes it; CSV by RFC 4180; GraphML 1.1 (Gephi reads the data keys, yEd the node graphics as well); DOT of
// Graphviz; OpenLineage 2-0-2 job events, one a line.
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

/// Two digits after the point are a hundredth of a pixel.
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

/// XML 1.0 holds no control characters but tab, line feed and carriage return, nor lone surrogates.
QString xmlText(const QString &text)
{
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool pair = c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (pair) {
            out += c;
            out += text.at(++i);
        } else if (c.isSurrogate() || c.unicode() >= 0xfffe ||
                   (c.unicode() < 0x20 && c != u'\t' && c != u'\n' && c != u'\r')) {
            out += QChar(0xfffd);
        } else {
            out += c;
        }
    }
    return out;
}

class GraphMl {
public:
    GraphMl(const Mesh &mesh, const DrawnGraph &g)
        : m_mesh(mesh)
        , m_g(g)
        , m_x(&m_out)
    {
    }
    QByteArray write()
    {
        const QString ns = QStringLiteral("http://graphml.graphdrawing.org/xmlns");
        m_x.setAutoFormatting(true);
        m_x.writeStartDocument();
        m_x.writeStartElement(QStringLiteral("graphml"));
        m_x.writeDefaultNamespace(ns);
        m_x.writeNamespace(QStringLiteral("http://www.yworks.com/xml/graphml"), QStringLiteral("y"));
        for (const char *k : {"name", "kind", "parent", "domain"})
            key(k, "node", "string");
        for (const char *k : {"x", "y", "w", "h"})
            key(k, "node", "double");
        key("edgekind", "edge", "string");
        key("via", "edge", "string");
        key("count", "edge", "long");
        m_x.writeStartElement(QStringLiteral("key"));
        m_x.writeAttribute(QStringLiteral("id"), QStringLiteral("graphics"));
        m_x.writeAttribute(QStringLiteral("for"), QStringLiteral("node"));
        m_x.writeAttribute(QStringLiteral("yfiles.type"), QStringLiteral("nodegraphics"));
        m_x.writeEndElement();
        m_x.writeStartElement(QStringLiteral("graph"));
        m_x.writeAttribute(QStringLiteral("edgedefault"), QStringLiteral("directed"));
        for (const DrawnGraph::Node &n : m_g.nodes)
            node(n);
        for (const DrawnGraph::Edge &e : m_g.edges)
            edge(e);
        m_x.writeEndDocument();
        return m_out;
    }

private:
    void key(const char *id, const char *what, const char *type)
    {
        m_x.writeStartElement(QStringLiteral("key"));
        m_x.writeAttribute(QStringLiteral("id"), QLatin1StringView(id));
        m_x.writeAttribute(QStringLiteral("for"), QLatin1StringView(what));
        m_x.writeAttribute(QStringLiteral("attr.name"), QLatin1StringView(id));
        m_x.writeAttribute(QStringLiteral("attr.type"), QLatin1StringView(type));
        m_x.writeEndElement();
    }
    void data(const char *id, const QString &text)
    {
        m_x.writeStartElement(QStringLiteral("data"));
        m_x.writeAttribute(QStringLiteral("key"), QLatin1StringView(id));
        m_x.writeCharacters(xmlText(text));
        m_x.writeEndElement();
    }
    void node(const DrawnGraph::Node &n)
    {
        m_x.writeStartElement(QStringLiteral("node"));
        m_x.writeAttribute(QStringLiteral("id"), xmlText(n.address));
        data("name", n.name);
        data("kind", n.kind);
        data("parent", n.parent);
        data("domain", n.domain.join(QStringLiteral(" / ")));
        data("x", QString::number(rounded(n.rect.center().x())));
        data("y", QString::number(rounded(n.rect.center().y())));
        data("w", QString::number(rounded(n.rect.width())));
        data("h", QString::number(rounded(n.rect.height())));
        const QString yed = QStringLiteral("http://www.yworks.com/xml/graphml");
        m_x.writeStartElement(QStringLiteral("data"));
        m_x.writeAttribute(QStringLiteral("key"), QStringLiteral("graphics"));
        m_x.writeStartElement(yed, QStringLiteral("ShapeNode"));
        m_x.writeStartElement(yed, QStringLiteral("Geometry"));
        m_x.writeAttribute(QStringLiteral("x"), QString::number(rounded(n.rect.x())));
        m_x.writeAttribute(QStringLiteral("y"), QString::number(rounded(n.rect.y())));
        m_x.writeAttribute(QStringLiteral("width"), QString::number(rounded(n.rect.width())));
        m_x.writeAttribute(QStringLiteral("height"), QString::number(rounded(n.rect.height())));
        m_x.writeEndElement();
        m_x.writeTextElement(yed, QStringLiteral("NodeLabel"), xmlText(n.name));
        m_x.writeEndElement();
        m_x.writeEndElement();
        m_x.writeEndElement();
    }
    void edge(const DrawnGraph::Edge &e)
    {
        m_x.writeStartElement(QStringLiteral("edge"));
        m_x.writeAttribute(QStringLiteral("source"), xmlText(m_g.nodes[size_t(e.from)].address));
        m_x.writeAttribute(QStringLiteral("target"), xmlText(m_g.nodes[size_t(e.to)].address));
        data("edgekind", e.kind);
        data("via", viaOf(m_mesh, e).join(u' '));
        data("count", QString::number(e.count));
        m_x.writeEndElement();
    }

    const Mesh &m_mesh;
    const DrawnGraph &m_g;
    QByteArray m_out;
    QXmlStreamWriter m_x;
};

QString dotText(QString text)
{
    text.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\"")).replace(u'\n', u' ').remove(QChar(0));
    return u'"' + text + u'"';
}

QByteArray dot(const DrawnGraph &g)
{
    QString out = QStringLiteral("digraph mesh {\n  rankdir=LR;\n  node [shape=box, style=rounded];\n");
    // Boxes as clusters, nested by parent; Graphviz wants ends that are nodes, so a box that has edges gets one of its own.
    std::map<QString, std::vector<size_t>> inside;
    for (size_t i = 0; i < g.nodes.size(); ++i)
        inside[g.nodes[i].parent].push_back(i);
    std::vector<char> isEnd(g.nodes.size(), 0);
    for (const DrawnGraph::Edge &e : g.edges)
        isEnd[size_t(e.from)] = isEnd[size_t(e.to)] = 1;
    struct Step {
        size_t node;
        bool close;
    };
    std::vector<char> written(g.nodes.size(), 0);
    const auto writeFrom = [&](std::vector<Step> stack) {
        while (!stack.empty()) {
            const Step step = stack.back();
            stack.pop_back();
            if (step.close) {
                out += QStringLiteral("  }\n");
                continue;
            }
            if (written[step.node])
                continue;
            written[step.node] = 1;
            const DrawnGraph::Node &n = g.nodes[step.node];
            if (n.isBox) {
                out += QStringLiteral("  subgraph %1 {\n  label=%2;\n")
                           .arg(dotText(QStringLiteral("cluster_") + n.address), dotText(n.name));
                stack.push_back({step.node, true});
                for (const size_t child : inside[n.address])
                    stack.push_back({child, false});
            }
            if (!n.isBox || isEnd[step.node])
                out += QStringLiteral("  %1 [label=%2];\n").arg(dotText(n.address), dotText(n.name));
        }
    };
    for (size_t i = 0; i < g.nodes.size(); ++i) {
        if (g.nodes[i].parent.isEmpty())
            writeFrom({{i, false}});
    }
    for (size_t i = 0; i < g.nodes.size(); ++i)
        writeFrom({{i, false}});
    for (const DrawnGraph::Edge &e : g.edges) {
        out += QStringLiteral("  %1 -> %2%3;\n")
                   .arg(dotText(g.nodes[size_t(e.from)].address), dotText(g.nodes[size_t(e.to)].address),
                        e.count > 1 ? QStringLiteral(" [label=\"%1\"]").arg(e.count) : QString());
    }
    return (out + QStringLiteral("}\n")).toUtf8();
}

QJsonObject openLineageDataset(const Mesh &mesh, const DrawnGraph::Node &n)
{
    QString ns;
    QString name = n.name;
    if (mesh.kind(n.node) == Kind::Dataset) {
        const Dataset &d = mesh.dataset(n.node);
        ns = d.ns;
        if (!ns.isEmpty() && d.id.startsWith(ns + u'/'))
            name = d.id.mid(ns.size() + 1);
    }
    if (ns.isEmpty()) {
        const Address a = mesh.address(n.node);
        ns = QStringLiteral("meshscope://%1").arg(a.endpoint);
        name = kindWord(a.kind) + u'/' + a.id;
    }
    return {{QStringLiteral("namespace"), ns}, {QStringLiteral("name"), name}};
}

QByteArray openLineage(const Mesh &mesh, const DrawnGraph &g)
{
    struct Work {
        QString ns, name;
        QJsonArray inputs, outputs;
        std::vector<int> seenIn, seenOut;
    };
    std::map<QString, Work> works;
    const auto add = [&](const QString &key, const QString &ns, const QString &name, const DrawnGraph::Edge &e) {
        Work &w = works[key];
        w.ns = ns;
        w.name = name;
        if (std::find(w.seenIn.begin(), w.seenIn.end(), e.from) == w.seenIn.end()) {
            w.seenIn.push_back(e.from);
            w.inputs.append(openLineageDataset(mesh, g.nodes[size_t(e.from)]));
        }
        if (std::find(w.seenOut.begin(), w.seenOut.end(), e.to) == w.seenOut.end()) {
            w.seenOut.push_back(e.to);
            w.outputs.append(openLineageDataset(mesh, g.nodes[size_t(e.to)]));
        }
    };
    for (const DrawnGraph::Edge &e : g.edges) {
        const QString to = g.nodes[size_t(e.to)].address;
        // A job with several outputs would claim edges that are not there: one event for each of its outputs.
        for (const NodeId n : e.via) {
            const Job &job = mesh.job(n);
            const bool prefixed = !job.ns.isEmpty() && job.id.startsWith(job.ns + u'/');
            add(mesh.address(n).toString() + u' ' + to, job.ns.isEmpty() ? QStringLiteral("meshscope") : job.ns,
                prefixed ? job.id.mid(job.ns.size() + 1) : mesh.name(n), e);
        }
        if (e.via.empty())
            add(to, QStringLiteral("meshscope"), to, e);
    }
    const QDateTime at = mesh.asOf().isValid() ? mesh.asOf() : QDateTime::currentDateTimeUtc();
    QByteArray out;
    for (const auto &[key, w] : works) {
        const QJsonObject event{
            {QStringLiteral("eventTime"), at.toUTC().toString(Qt::ISODateWithMs)},
            {QStringLiteral("producer"), QStringLiteral("https://meshscope.example/export")},
            {QStringLiteral("schemaURL"),
             QStringLiteral("https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/JobEvent")},
            {QStringLiteral("job"), QJsonObject{{QStringLiteral("namespace"), w.ns}, {QStringLiteral("name"), w.name}}},
            {QStringLiteral("inputs"), w.inputs},
            {QStringLiteral("outputs"), w.outputs}};
        out += QJsonDocument(event).toJson(QJsonDocument::Compact) + '\n';
    }
    return out;
}

} // namespace

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
    case GraphFormat::GraphMl: return GraphMl(mesh, graph).write();
    case GraphFormat::Dot: return dot(graph);
    case GraphFormat::OpenLineage: return openLineage(mesh, graph);
    default: return json(mesh, graph);
    }
}

} // namespace meshscope::graph
