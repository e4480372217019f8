#include "models/graph/exportparts.h"

#include <algorithm>
#include <map>

// DOT of Graphviz: a directed graph, boxes as clusters nested by parent.
namespace meshscope::graph {

namespace {

/// Graphviz 2 reads no quoted string over 16,384 bytes, but joins several.
constexpr qsizetype longestPiece = 4000;

/// In quotes DOT knows the escaped quote; a backslash before the closing quote would take it, so backslashes are doubled:
/// the same text always gives the same string. A label draws line ends (`inLabel`); never HTML, which is told by angle
/// brackets in place of the quotes, but `&…;` is read as an entity.
QString quoted(QString text, bool inLabel)
{
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n').remove(QChar(0));
    QStringList pieces;
    for (qsizetype at = 0; at < text.size() || at == 0;) {
        qsizetype length = std::min(longestPiece, text.size() - at);
        if (length > 1 && at + length < text.size() && text.at(at + length - 1).isHighSurrogate())
            --length;
        QString piece = text.mid(at, length);
        piece.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
        piece.replace(u'\n', inLabel ? QStringLiteral("\\n") : QStringLiteral(" "));
        if (inLabel)
            piece.replace(u'&', QStringLiteral("&amp;"));
        pieces.append(u'"' + piece + u'"');
        at += std::max<qsizetype>(length, 1);
    }
    return pieces.join(QStringLiteral(" + "));
}

QString dotId(const QString &text)
{
    return quoted(text, false);
}

QString dotLabel(const QString &text)
{
    return quoted(text, true);
}

QString shapeOf(const DrawnGraph::Node &n)
{
    return n.kind == u"job"       ? QStringLiteral(", shape=ellipse")
           : n.kind == u"product" ? QStringLiteral(", peripheries=2")
                                  : QString();
}

/// Nodes inside their boxes.
class Clusters {
public:
    Clusters(const DrawnGraph &g, QString &out)
        : m_g(g)
        , m_out(out)
        , m_isEnd(g.nodes.size(), 0)
        , m_written(g.nodes.size(), 0)
    {
        for (size_t i = 0; i < g.nodes.size(); ++i)
            m_inside[g.nodes[i].parent].push_back(i);
        for (const DrawnGraph::Edge &e : g.edges)
            m_isEnd[size_t(e.from)] = m_isEnd[size_t(e.to)] = 1;
    }
    void write()
    {
        for (size_t i = 0; i < m_g.nodes.size(); ++i) {
            if (m_g.nodes[i].parent.isEmpty())
                writeFrom(i);
        }
        // Whose parent is not in the graph.
        for (size_t i = 0; i < m_g.nodes.size(); ++i)
            writeFrom(i);
    }

private:
    struct Step {
        size_t node;
        bool close;
    };
    void writeFrom(size_t node)
    {
        std::vector<Step> stack{{node, false}};
        while (!stack.empty()) {
            const Step step = stack.back();
            stack.pop_back();
            if (step.close) {
                m_out += QStringLiteral("  }\n");
                continue;
            }
            if (m_written[step.node])
                continue;
            m_written[step.node] = 1;
            const DrawnGraph::Node &n = m_g.nodes[step.node];
            if (n.isBox) {
                m_out += QStringLiteral("  subgraph ") + dotId(QStringLiteral("cluster_") + n.address) +
                         QStringLiteral(" {\n  label=") + dotLabel(n.name) + QStringLiteral(";\n");
                stack.push_back({step.node, true});
                for (const size_t child : m_inside[n.address])
                    stack.push_back({child, false});
            }
            // Graphviz wants ends that are nodes, so a box that has edges gets one of its own.
            if (!n.isBox || m_isEnd[step.node])
                m_out += QStringLiteral("  ") + dotId(n.address) + QStringLiteral(" [label=") + dotLabel(n.name) +
                         shapeOf(n) + QStringLiteral("];\n");
        }
    }

    const DrawnGraph &m_g;
    QString &m_out;
    std::map<QString, std::vector<size_t>> m_inside;
    std::vector<char> m_isEnd, m_written;
};

} // namespace

QByteArray dotOf(const DrawnGraph &g)
{
    QString out =
        QStringLiteral("digraph mesh {\n  charset=\"UTF-8\";\n  rankdir=LR;\n  node [shape=box, style=rounded];\n");
    Clusters(g, out).write();
    for (const DrawnGraph::Edge &e : g.edges) {
        out += QStringLiteral("  ") + dotId(g.nodes[size_t(e.from)].address) + QStringLiteral(" -> ") +
               dotId(g.nodes[size_t(e.to)].address);
        if (e.count > 1)
            out += QStringLiteral(" [label=\"%1\"]").arg(e.count);
        out += QStringLiteral(";\n");
    }
    return (out + QStringLiteral("}\n")).toUtf8();
}

} // namespace meshscope::graph
