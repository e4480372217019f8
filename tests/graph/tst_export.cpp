#include "models/graph/export.h"

#include "tests/support/samplemesh.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QXmlStreamReader>

using namespace meshscope;
using namespace meshscope::graph;

namespace {

MeshPtr nastyMesh()
{
    Records r;
    for (const char *name : {"a,\"b\"", "<b>&amp;\x01", "c\\\n"}) {
        Dataset d;
        d.ns = QStringLiteral("db://x");
        d.name = QLatin1StringView(name);
        d.id = d.ns + u'/' + d.name;
        r.datasets.append(d);
    }
    r.lineage.append({r.datasets[0].id, r.datasets[1].id, {}});
    r.lineage.append({r.datasets[1].id, r.datasets[2].id, {}});
    return test::meshOf(r);
}

} // namespace

/// Every format holds the whole graph and survives any name.
class TestExport : public QObject {
    Q_OBJECT
private slots:
    void jsonHasWhatScriptsRelyOn()
    {
        const MeshPtr mesh = test::sampleMesh();
        const NodeId revenue = test::at(mesh, QStringLiteral("shop/product/revenue"));
        const LineageAnswer answer = lineage(*mesh, revenue, allDepths, allDepths, Level::Dataset);
        const DrawnGraph g = lineageGraph(*mesh, answer);
        const QJsonObject o = QJsonDocument::fromJson(writeGraph(*mesh, g, GraphFormat::Json)).object();
        const QJsonArray nodes = o.value(QStringLiteral("nodes")).toArray();
        QCOMPARE(nodes.size(), qsizetype(answer.nodes.size()));
        for (const QJsonValue &n : nodes) {
            for (const char *key : {"address", "kind", "name", "parent", "x", "y", "w", "h"})
                QVERIFY2(n.toObject().contains(QLatin1StringView(key)), key);
            QCOMPARE(n[QStringLiteral("w")].toDouble(), 176.0);
        }
        const QJsonArray edges = o.value(QStringLiteral("edges")).toArray();
        QCOMPARE(edges.size(), qsizetype(answer.links.size()));
        for (const QJsonValue &e : edges)
            QVERIFY(e[QStringLiteral("points")].toArray().size() >= 2);
    }
    void theWholeMeshHasEveryProduct()
    {
        const MeshPtr mesh = test::sampleMesh();
        const DrawnGraph map = wholeGraph(*mesh, Level::Domain);
        QCOMPARE(map.nodes.size(), mesh->nodes(Kind::Product).size() + mesh->nodes(Kind::Domain).size());
        const DrawnGraph products = wholeGraph(*mesh, Level::Product);
        QVERIFY(!products.edges.empty());
        QVERIFY(!wholeGraph(*mesh, Level::Dataset).edges.empty());
        for (const DrawnGraph::Node &n : products.nodes)
            QVERIFY(products.bounds.contains(n.rect));
    }
    void csvQuotes()
    {
        const MeshPtr mesh = nastyMesh();
        const QByteArray csv = writeGraph(*mesh, wholeGraph(*mesh, Level::Dataset), GraphFormat::Csv);
        QVERIFY(csv.startsWith("from,to,"));
        QVERIFY(csv.contains("\"a,\"\"b\"\"\""));
    }
    void graphMlIsWellFormed()
    {
        const MeshPtr mesh = nastyMesh();
        QXmlStreamReader reader(writeGraph(*mesh, wholeGraph(*mesh, Level::Dataset), GraphFormat::GraphMl));
        int nodes = 0;
        int edges = 0;
        while (!reader.atEnd()) {
            reader.readNext();
            if (reader.isStartElement()) {
                nodes += reader.name() == u"node" ? 1 : 0;
                edges += reader.name() == u"edge" ? 1 : 0;
            }
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(nodes >= 3);
        QCOMPARE(edges, 2);
    }
    void dotNestsItsBoxes()
    {
        const MeshPtr mesh = test::sampleMesh();
        const QByteArray dot = writeGraph(*mesh, wholeGraph(*mesh, Level::Product), GraphFormat::Dot);
        QVERIFY(dot.startsWith("digraph"));
        QCOMPARE(dot.count('{'), dot.count('}'));
        QVERIFY(dot.contains("cluster_"));
    }
    void openLineageHasOneEventAJobAndOutput()
    {
        const MeshPtr mesh = test::sampleMesh();
        const QByteArray lines = writeGraph(*mesh, wholeGraph(*mesh, Level::Dataset), GraphFormat::OpenLineage);
        int events = 0;
        for (const QByteArray &line : lines.split('\n')) {
            if (line.isEmpty())
                continue;
            const QJsonObject o = QJsonDocument::fromJson(line).object();
            QVERIFY(!o.value(QStringLiteral("job")).toObject().value(QStringLiteral("name")).toString().isEmpty());
            QCOMPARE(o.value(QStringLiteral("outputs")).toArray().size(), 1);
            QVERIFY(!o.value(QStringLiteral("inputs")).toArray().isEmpty());
            ++events;
        }
        QVERIFY(events >= 3);
    }
    void knowsItsWords()
    {
        QCOMPARE(graphFormatFromWord(u"SVG"), GraphFormat::Svg);
        QCOMPARE(graphFormatWord(GraphFormat::OpenLineage), QStringLiteral("openlineage"));
        QVERIFY(!graphFormatFromWord(u"bmp"));
        QVERIFY(isPicture(GraphFormat::Pdf) && !isPicture(GraphFormat::Csv));
    }
};

MESHSCOPE_TEST(TestExport)
#include "tst_export.moc"
