#include "tests/support/testmain.h"
#include "tests/ui_graph/viewhelp.h"
#include "ui/graph/exportpicture.h"
#include "ui/graph/meshscene.h"
#include "ui/graph/pngwriter.h"

#include <QImage>
#include <QXmlStreamReader>
#include <QtEndian>

using namespace meshscope;
using graph::GraphFormat;

namespace {
int pagesOf(const QByteArray &pdf)
{
    const qsizetype pages = pdf.indexOf("/Type /Pages");
    const qsizetype count = pdf.indexOf("/Count ", pages);
    return pages < 0 || count < 0 ? -1 : pdf.mid(count + 7, 8).split('\n').first().trimmed().toInt();
}
} // namespace

Q_DECLARE_METATYPE(PdfPages)

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
    void noNameTurnsWhatStandsBesideIt()
    {
        const QString turned = QStringLiteral("a\u202ebc\u2067d");
        std::vector<SceneCard> cards(2);
        for (int i = 0; i < 2; ++i) {
            cards[size_t(i)].id = QString::number(i);
            cards[size_t(i)].name = i == 0 ? turned : QStringLiteral("plain");
            cards[size_t(i)].context = cards[size_t(i)].tip = cards[size_t(i)].name;
            cards[size_t(i)].rect = QRectF(i * 400, 0, 300, 120);
        }
        cards[0].isOpen = true;
        cards[0].rows.push_back({turned, turned, {}, false});
        std::vector<SceneGroup> groups(1);
        groups[0].name = groups[0].tip = turned;
        groups[0].rect = QRectF(-20, -40, 800, 200);
        SceneEdge edge;
        edge.from = 0;
        edge.to = 1;
        edge.route.points = {{300, 60}, {400, 60}};
        const Scene scene(cards, groups, {edge}, 1);
        const QString plain = QStringLiteral("abcd");
        QCOMPARE(scene.cards()[0].name, plain);
        QCOMPARE(scene.cards()[0].tip, plain);
        QCOMPARE(scene.groups()[0].name, plain);
        QCOMPARE(scene.tipOf(0), plain + QStringLiteral(" → plain"));
        QCOMPARE(scene.cards()[0].rows[0].name, turned); // by which the column is known
        const auto svg = pictureOf(scene, tokensOf(Scheme::Light), GraphFormat::Svg, turned);
        QVERIFY(svg);
        const QString written = QString::fromUtf8(*svg);
        QVERIFY(written.contains(plain));
        QVERIFY(!written.contains(QChar(0x202e)) && !written.contains(QChar(0x2067)));
    }
    void svgKeepsLinksAndOddNames()
    {
        std::vector<SceneCard> cards(1);
        cards[0].id = QStringLiteral("shop/dataset/a&b");
        cards[0].name = QStringLiteral("<a> & \u0001 \"b\"");
        cards[0].rect = QRectF(0, 0, 400, 52);
        cards[0].hiddenUp = 7;
        std::vector<SceneGroup> groups(1);
        groups[0].name = QStringLiteral("Box");
        groups[0].rect = QRectF(-20, -40, 440, 120);
        const auto svg = pictureOf(Scene(cards, groups, {}, 1), tokensOf(Scheme::Light), GraphFormat::Svg, {});
        QVERIFY(svg);
        QXmlStreamReader reader(*svg);
        QStringList links;
        QString text;
        while (!reader.atEnd()) {
            const auto token = reader.readNext();
            if (token == QXmlStreamReader::StartElement && reader.name() == QLatin1StringView("a"))
                links.append(reader.attributes().value(QLatin1StringView("href")).toString());
            if (token == QXmlStreamReader::Characters)
                text += reader.text();
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(links.contains(Location{QStringLiteral("lineage"), cards[0].id, {}}.toString()));
        QVERIFY(text.contains(QStringLiteral("<a> &")) && text.contains(QStringLiteral("+7")) &&
                text.contains(QStringLiteral("Box")));
    }
    void svgOfTenThousandIsSmall()
    {
        const GeneratedMesh mesh = generateMesh(10000, 42);
        const auto svg = pictureOf(*sceneOf(mesh, gridLayout(mesh)), tokensOf(Scheme::Light), GraphFormat::Svg, {});
        QVERIFY(svg && svg->size() < 20'000'000);
    }
    void pngIsPackedInStrips()
    {
        QImage whole(301, 170, QImage::Format_RGB32);
        for (int y = 0; y < whole.height(); ++y) {
            for (int x = 0; x < whole.width(); ++x)
                whole.setPixel(x, y, qRgb(x * 7 % 256, y * 3 % 256, (x * y) % 256));
        }
        PngWriter writer(whole.size());
        for (int top = 0; top < whole.height(); top += 50)
            writer.add(whole.copy(0, top, whole.width(), std::min(50, whole.height() - top)));
        const auto bytes = writer.finish();
        QVERIFY(bytes);
        QCOMPARE(QImage::fromData(*bytes).convertToFormat(QImage::Format_RGB32), whole);
        QVERIFY(!PngWriter(whole.size()).finish()); // lines are missing
    }
    void aPngOfTwentyThousandPixelsIsMade()
    {
        std::vector<SceneCard> cards(1);
        cards[0].rect = QRectF(0, 0, 4000, 20);
        const Scene flat(cards, {}, {}, 1);
        const double scale = 20000 / (flat.bounds().width() + 48);
        double share = -1;
        ExportSteps steps;
        steps.progress = [&](double s) { share = s; };
        const auto png = pictureOf(flat, tokensOf(Scheme::Light), GraphFormat::Png, {}, scale, steps);
        QVERIFY(png);
        QVERIFY(share >= 0);
        const auto side = [&](int at) { return qFromBigEndian<quint32>(png->constData() + at); };
        QVERIFY(std::abs(int(side(16)) - 20000) <= 2);
    }
    void anExportCanBeCancelled()
    {
        ExportSteps steps;
        steps.cancelled = [] { return true; };
        const GeneratedMesh mesh = generateMesh(3000, 1);
        const ScenePtr scene = sceneOf(mesh, gridLayout(mesh));
        for (const GraphFormat format : {GraphFormat::Svg, GraphFormat::Png, GraphFormat::Pdf}) {
            const auto made = pictureOf(*scene, tokensOf(Scheme::Light), format, {}, 0.05, steps);
            QVERIFY(!made);
            QCOMPARE(made.error().code, Error::Code::Cancelled);
        }
    }
    void aPdfIsCancelledOnTheWay_data()
    {
        QTest::addColumn<PdfPages>("pages");
        QTest::newRow("one page") << PdfPages::One;
        QTest::newRow("A4") << PdfPages::A4;
    }
    void aPdfIsCancelledOnTheWay()
    {
        QFETCH(const PdfPages, pages);
        const GeneratedMesh mesh = generateMesh(3000, 1);
        const ScenePtr scene = sceneOf(mesh, gridLayout(mesh));
        double share = 0;
        double last = 0;
        ExportOrder order{GraphFormat::Pdf, pages, 1, {}};
        order.steps.progress = [&](double s) {
            last = std::max(last, share);
            share = s;
        };
        order.steps.cancelled = [&] { return share > 0.3; };
        const auto made = pictureOf(*scene, tokensOf(Scheme::Light), {}, order);
        QVERIFY(!made);
        QCOMPARE(made.error().code, Error::Code::Cancelled);
        QVERIFY2(last <= 0.3 && share < 0.6, qPrintable(QString::number(share)));
    }
    void pdfIsOnePage()
    {
        const auto pdf = pictureOf(*test::smallScene(), tokensOf(Scheme::Dark), GraphFormat::Pdf, QStringLiteral("x"));
        QVERIFY(pdf && pdf->startsWith("%PDF-"));
        QCOMPARE(pagesOf(*pdf), 1);
        QVERIFY(!pdf->contains("/Subtype /Image")); // vectors
        QVERIFY(pdf->contains("/Font"));
    }
    /// Two cards at the ends of six pages in a row: those between them hold nothing.
    void pdfPagesWithoutAnythingAreLeftOut()
    {
        std::vector<SceneCard> cards(2);
        cards[0].rect = QRectF(0, 0, 176, 52);
        cards[1].rect = QRectF(5000, 0, 176, 52);
        const Scene wide(cards, {}, {}, 1);
        const auto pages = [&](PdfPages size) {
            const auto pdf = pictureOf(wide, tokensOf(Scheme::Light), {}, ExportOrder{GraphFormat::Pdf, size, 1, {}});
            return pdf ? pagesOf(*pdf) : -1;
        };
        QVERIFY(pages(PdfPages::A4) >= 2 && pages(PdfPages::A4) <= 3); // a card may lie on two
        QVERIFY(pages(PdfPages::A3) >= 2 && pages(PdfPages::A3) <= 3);
        QCOMPARE(pages(PdfPages::One), 1);
    }
    void pdfPagesHoldEverythingAndAreNotEndless()
    {
        const GeneratedMesh mesh = generateMesh(10000, 42);
        const ScenePtr scene = sceneOf(mesh, gridLayout(mesh));
        const auto pdf = pictureOf(*scene, tokensOf(Scheme::Light), {}, ExportOrder{GraphFormat::Pdf, PdfPages::A4, 1, {}});
        QVERIFY(pdf);
        QVERIFY2(pagesOf(*pdf) > 20 && pagesOf(*pdf) <= mostPages, qPrintable(QString::number(pagesOf(*pdf))));
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
