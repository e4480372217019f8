#include "models/graph/export.h"

#include "tests/support/samplemesh.h"
#include "tests/support/testmain.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSet>
#include <QStandardPaths>
#include <QUrl>
#include <QXmlStreamReader>

using namespace meshscope;
using namespace meshscope::graph;

namespace {

MeshPtr nastyMesh()
{
    Records r;
    const QStringList names{QStringLiteral("a,\"b\""), QStringLiteral("<b>&amp;\x01"),
                            QStringLiteral("c\\\n"),   QStringLiteral("\\\"} -> x; \u00e4\u4e2d\U0001F600 \r\n<TABLE>"),
                            QString(70000, u'n'),      QString(QChar(0xd83d)) + QChar(0)};
    for (const QString &name : names) {
        Dataset d;
        d.ns = QStringLiteral("db://x");
        d.name = name;
        d.id = d.ns + u'/' + d.name;
        r.datasets.append(d);
    }
    for (qsizetype i = 0; i + 1 < r.datasets.size(); ++i)
        r.lineage.append({r.datasets[i].id, r.datasets[i + 1].id, {}});
    return test::meshOf(r);
}

/// The quoted strings of a DOT text as Graphviz reads them; the braces outside of them must match.
QStringList dotStrings(const QString &dot, int &open)
{
    QStringList found;
    open = 0;
    for (qsizetype i = 0; i < dot.size(); ++i) {
        open += dot.at(i) == u'{' ? 1 : dot.at(i) == u'}' ? -1 : 0;
        if (dot.at(i) != u'"')
            continue;
        QString text;
        for (++i; i < dot.size() && dot.at(i) != u'"'; ++i) {
            if (dot.at(i) == u'\\' && i + 1 < dot.size()) {
                ++i;
                text += dot.at(i) == u'n' ? u'\n' : dot.at(i);
            } else {
                text += dot.at(i);
            }
        }
        found.append(text.replace(QStringLiteral("&amp;"), QStringLiteral("&")));
    }
    return found;
}

/// As much of JSON schema as the OpenLineage specification says its events with.
QString refused(const QJsonValue &value, const QJsonObject &schema, const QJsonObject &definitions, const QString &where)
{
    const QString ref = schema.value(QStringLiteral("$ref")).toString();
    if (!ref.isEmpty())
        return refused(value, definitions.value(ref.section(u'/', -1)).toObject(), definitions, where);
    for (const QJsonValue &part : schema.value(QStringLiteral("allOf")).toArray()) {
        const QString why = refused(value, part.toObject(), definitions, where);
        if (!why.isEmpty())
            return why;
    }
    const QString type = schema.value(QStringLiteral("type")).toString();
    if ((type == u"object" && !value.isObject()) || (type == u"array" && !value.isArray()) ||
        (type == u"string" && !value.isString()))
        return where + QStringLiteral(" is no ") + type;
    const QJsonObject object = value.toObject();
    for (const QJsonValue &key : schema.value(QStringLiteral("required")).toArray()) {
        if (!object.contains(key.toString()))
            return where + QStringLiteral(" lacks ") + key.toString();
    }
    for (const QJsonValue &key :
         schema.value(QStringLiteral("not")).toObject().value(QStringLiteral("required")).toArray()) {
        if (object.contains(key.toString()))
            return where + QStringLiteral(" must not have ") + key.toString();
    }
    const QJsonObject properties = schema.value(QStringLiteral("properties")).toObject();
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        if (!object.contains(it.key()))
            continue;
        const QString why = refused(object.value(it.key()), it->toObject(), definitions, where + u'/' + it.key());
        if (!why.isEmpty())
            return why;
        const QString format = it->toObject().value(QStringLiteral("format")).toString();
        const QString text = object.value(it.key()).toString();
        if ((format == u"date-time" && !QDateTime::fromString(text, Qt::ISODateWithMs).isValid()) ||
            (format == u"uri" && QUrl(text, QUrl::StrictMode).scheme().isEmpty()))
            return where + u'/' + it.key() + QStringLiteral(" is no ") + format;
    }
    for (const QJsonValue &item : value.toArray()) {
        const QString why =
            refused(item, schema.value(QStringLiteral("items")).toObject(), definitions, where + QStringLiteral("[]"));
        if (!why.isEmpty())
            return why;
    }
    return {};
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
    void graphMlIsWellFormedAndDeclaresWhatItSays()
    {
        const MeshPtr mesh = nastyMesh();
        const DrawnGraph g = wholeGraph(*mesh, Level::Dataset);
        QXmlStreamReader reader(writeGraph(*mesh, g, GraphFormat::GraphMl));
        QSet<QString> keys, ids;
        QStringList ends, labels;
        int edges = 0;
        bool isLabel = false;
        while (!reader.atEnd()) {
            reader.readNext();
            if (reader.isCharacters() && isLabel)
                labels.append(reader.text().toString());
            isLabel = false;
            if (!reader.isStartElement())
                continue;
            const auto attribute = [&](const char *name) {
                return reader.attributes().value(QLatin1StringView(name)).toString();
            };
            if (reader.name() == u"key")
                keys.insert(attribute("id"));
            if (reader.name() == u"data")
                QVERIFY2(keys.contains(attribute("key")), qPrintable(attribute("key")));
            isLabel = reader.name() == u"data" && attribute("key") == u"label";
            if (reader.name() == u"node") {
                QVERIFY(!ids.contains(attribute("id")));
                ids.insert(attribute("id"));
            }
            if (reader.name() == u"edge") {
                ends << attribute("source") << attribute("target");
                ++edges;
            }
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QCOMPARE(ids.size(), qsizetype(g.nodes.size()));
        QCOMPARE(edges, 5);
        for (const QString &end : std::as_const(ends))
            QVERIFY(ids.contains(end));
        for (const char *key : {"label", "weight", "graphics", "edgegraphics"})
            QVERIFY(keys.contains(QLatin1StringView(key)));
        QVERIFY(labels.contains(QStringLiteral("a,\"b\"")));
        QVERIFY(labels.contains(QString(70000, u'n')));
    }
    void dotNestsItsBoxes()
    {
        const MeshPtr mesh = test::sampleMesh();
        const QByteArray dot = writeGraph(*mesh, wholeGraph(*mesh, Level::Product), GraphFormat::Dot);
        QVERIFY(dot.startsWith("digraph"));
        QCOMPARE(dot.count('{'), dot.count('}'));
        QVERIFY(dot.contains("cluster_"));
    }
    void dotKeepsAnyNameInItsQuotes()
    {
        const MeshPtr mesh = nastyMesh();
        const DrawnGraph g = wholeGraph(*mesh, Level::Dataset);
        const QString dot = QString::fromUtf8(writeGraph(*mesh, g, GraphFormat::Dot));
        int open = 0;
        const QStringList strings = dotStrings(QString(dot).remove(QStringLiteral("\" + \"")), open);
        QVERIFY(strings.contains(QStringLiteral("a,\"b\"")));
        QVERIFY(strings.contains(QStringLiteral("c\\\n")));
        QVERIFY(strings.contains(QString(70000, u'n')));
        QVERIFY(strings.filter(QStringLiteral("<TABLE>")).size() >= 1);
    }
    void graphvizReadsIt()
    {
        const QString program = QStandardPaths::findExecutable(QStringLiteral("dot"));
        if (program.isEmpty())
            QSKIP("skipped: no Graphviz");
        for (const MeshPtr &mesh : {nastyMesh(), test::sampleMesh()}) {
            const DrawnGraph g = wholeGraph(*mesh, Level::Dataset);
            QProcess process;
            process.start(program, {QStringLiteral("-Tcanon")});
            const QByteArray written = writeGraph(*mesh, g, GraphFormat::Dot);
            process.write(written);
            process.closeWriteChannel();
            QVERIFY(process.waitForFinished());
            const QByteArray said = process.readAllStandardError();
            QVERIFY2(process.exitCode() == 0 && said.isEmpty(), said.left(500).constData());
            QCOMPARE(process.readAllStandardOutput().count(" -> "), written.count(" -> "));
        }
    }
    void openLineageEventsAreThoseOfTheSpecification()
    {
        const QString corpus = qEnvironmentVariable("MESHSCOPE_CORPUS", QStringLiteral(MESHSCOPE_SOURCE_DIR) +
                                                                            QStringLiteral("/../shared/corpus"));
        QFile file(corpus + QStringLiteral("/openlineage/spec/OpenLineage.json"));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("skipped: no corpus");
        const QJsonObject definitions =
            QJsonDocument::fromJson(file.readAll()).object().value(QStringLiteral("$defs")).toObject();
        QVERIFY(definitions.contains(QStringLiteral("JobEvent")));
        int jobs = 0;
        int datasets = 0;
        for (const MeshPtr &mesh : {nastyMesh(), test::sampleMesh()}) {
            for (const Level level : {Level::Dataset, Level::Product, Level::Domain}) {
                for (const QByteArray &line :
                     writeGraph(*mesh, wholeGraph(*mesh, level), GraphFormat::OpenLineage).split('\n')) {
                    if (line.isEmpty())
                        continue;
                    const QJsonObject event = QJsonDocument::fromJson(line).object();
                    const QString type = event.value(QStringLiteral("schemaURL")).toString().section(u'/', -1);
                    const QString why = refused(event, definitions.value(type).toObject(), definitions, type);
                    QVERIFY2(why.isEmpty(), qPrintable(why));
                    ++(type == u"JobEvent" ? jobs : datasets);
                }
            }
        }
        QVERIFY(jobs > 0 && datasets > 0);
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
            if (o.contains(QStringLiteral("dataset")))
                continue; // without an edge
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
