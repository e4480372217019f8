#include "models/graph/exportparts.h"

#include <QXmlStreamWriter>

// GraphML 1.1. Gephi reads the data keys (label, weight), yEd the graphics of nodes and edges as well.
namespace meshscope::graph {

namespace {

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
        m_x.writeNamespace(yed, QStringLiteral("y"));
        for (const char *k : {"name", "label", "kind", "parent", "domain"})
            key(k, "node", "string");
        for (const char *k : {"x", "y", "w", "h"})
            key(k, "node", "double");
        key("edgekind", "edge", "string");
        key("via", "edge", "string");
        key("count", "edge", "long");
        key("weight", "edge", "double");
        yedKey("graphics", "node", "nodegraphics");
        yedKey("edgegraphics", "edge", "edgegraphics");
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
    void yedKey(const char *id, const char *what, const char *type)
    {
        m_x.writeStartElement(QStringLiteral("key"));
        m_x.writeAttribute(QStringLiteral("id"), QLatin1StringView(id));
        m_x.writeAttribute(QStringLiteral("for"), QLatin1StringView(what));
        m_x.writeAttribute(QStringLiteral("yfiles.type"), QLatin1StringView(type));
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
        data("label", n.name);
        data("kind", n.kind);
        data("parent", n.parent);
        data("domain", n.domain.join(QStringLiteral(" / ")));
        data("x", QString::number(rounded(n.rect.center().x())));
        data("y", QString::number(rounded(n.rect.center().y())));
        data("w", QString::number(rounded(n.rect.width())));
        data("h", QString::number(rounded(n.rect.height())));
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
        data("weight", QString::number(e.count));
        curve(e);
        m_x.writeEndElement();
    }
    /// What yEd draws: the bends between the ends, an arrow, the number of what it holds.
    void curve(const DrawnGraph::Edge &e)
    {
        m_x.writeStartElement(QStringLiteral("data"));
        m_x.writeAttribute(QStringLiteral("key"), QStringLiteral("edgegraphics"));
        m_x.writeStartElement(yed, QStringLiteral("PolyLineEdge"));
        m_x.writeStartElement(yed, QStringLiteral("Path"));
        for (const char *offset : {"sx", "sy", "tx", "ty"})
            m_x.writeAttribute(QLatin1StringView(offset), QStringLiteral("0"));
        for (size_t i = 1; i + 1 < e.points.size(); ++i) {
            m_x.writeStartElement(yed, QStringLiteral("Point"));
            m_x.writeAttribute(QStringLiteral("x"), QString::number(rounded(e.points[i].x())));
            m_x.writeAttribute(QStringLiteral("y"), QString::number(rounded(e.points[i].y())));
            m_x.writeEndElement();
        }
        m_x.writeEndElement();
        m_x.writeStartElement(yed, QStringLiteral("Arrows"));
        m_x.writeAttribute(QStringLiteral("source"), QStringLiteral("none"));
        m_x.writeAttribute(QStringLiteral("target"), QStringLiteral("standard"));
        m_x.writeEndElement();
        if (e.count > 1)
            m_x.writeTextElement(yed, QStringLiteral("EdgeLabel"), QString::number(e.count));
        m_x.writeEndElement();
        m_x.writeEndElement();
    }

    const QString yed = QStringLiteral("http://www.yworks.com/xml/graphml");
    const Mesh &m_mesh;
    const DrawnGraph &m_g;
    QByteArray m_out;
    QXmlStreamWriter m_x;
};

} // namespace

QByteArray graphMlOf(const Mesh &mesh, const DrawnGraph &graph)
{
    return GraphMl(mesh, graph).write();
}

} // namespace meshscope::graph
