#include "tests/support/testmain.h"
#include "tests/ui_graph/viewhelp.h"
#include "ui/graph/exportpicture.h"

#include <QImage>
#include <QXmlStreamReader>

using namespace meshscope;
using graph::GraphFormat;

/// Pictures hold the whole graph.
class TestExportPicture : public QObject {
    Q_OBJECT
private slots:
    void svgHasTextAsText()
    {
        const auto svg = pictureOf(*test::smallScene(), tokensOf(Scheme::Light), GraphFormat::Svg, QStringLiteral("a & b"));
        QVERIFY(svg);
        QXmlStreamReader reader(*svg);
        QString text;
        while (!reader.atEnd()) {
            if (reader.readNext() == QXmlStreamReader::Characters)
                text += reader.text();
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        for (const char *name : {"orders", "revenue", "report", "stock"})
            QVERIFY2(text.contains(QLatin1StringView(name)), name);
    }
    void pdfIsOne()
    {
        const auto pdf = pictureOf(*test::smallScene(), tokensOf(Scheme::Dark), GraphFormat::Pdf, QStringLiteral("x"));
        QVERIFY(pdf && pdf->startsWith("%PDF-"));
    }
    void pngScales()
    {
        const auto one = pictureOf(*test::smallScene(), tokensOf(Scheme::Light), GraphFormat::Png, {}, 1);
        const auto two = pictureOf(*test::smallScene(), tokensOf(Scheme::Light), GraphFormat::Png, {}, 2);
        QVERIFY(one && two);
        const QImage a = QImage::fromData(*one);
        const QImage b = QImage::fromData(*two);
        QVERIFY(std::abs(b.width() - 2 * a.width()) <= 2);
    }
    void refusesWhatIsTooLargeOrEmpty()
    {
        std::vector<SceneCard> cards(1);
        cards[0].rect = QRectF(0, 0, 900000, 10);
        const Scene wide(cards, {}, {});
        const auto png = pictureOf(wide, tokensOf(Scheme::Light), GraphFormat::Png, {}, 1);
        QVERIFY(!png);
        QCOMPARE(png.error().code, Error::Code::Full);
        QVERIFY(!pictureOf(Scene(), tokensOf(Scheme::Light), GraphFormat::Svg, {}));
    }
    void drawsTheWholeMesh()
    {
        const MeshPtr mesh = test::sampleMesh();
        for (const Level level : {Level::Dataset, Level::Product, Level::Domain}) {
            const ScenePtr scene = sceneOf(*mesh, graph::wholeGraph(*mesh, level));
            QVERIFY(!scene->isEmpty());
            QVERIFY(pictureOf(*scene, tokensOf(Scheme::Light), GraphFormat::Svg, {}));
        }
    }
};

MESHSCOPE_TEST(TestExportPicture)
#include "tst_exportpicture.moc"
