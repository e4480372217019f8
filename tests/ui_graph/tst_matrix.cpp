#include "tests/support/testmain.h"
#include "tests/ui_graph/maptest.h"
#include "ui/domains/flowlist.h"
#include "ui/domains/flowmatrixparts.h"
#include "ui/domains/matrixpicture.h"
#include "ui/graph/graphexporter.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <set>

using namespace meshscope;

/// The map as a matrix: who gives to whom.
class TestMatrix : public test::MapTest {
    Q_OBJECT
private slots:
    void init() { open(); }
    void cleanup() { close(); }

    void theMatrixIsWrittenAsItIsRead()
    {
        MapRequest request;
        request.snapshot = m_snapshot;
        request.arrangement = MapRequest::Arrangement::Matrix;
        for (const bool mirrored : {false, true}) {
            request.rightToLeft = mirrored;
            const MapScene map = buildMap(request);
            const FlowMatrixData &data = *map.matrix;
            QVERIFY(data.rows.size() > 2);
            const Tokens &t = tokensOf(Scheme::Light);
            const Result<QByteArray> svg = matrixPicture(data, t, QStringLiteral("m"), {}, {});
            QVERIFY(svg);
            // Places of the cells on the diagonal, by name, and of the names of the rows.
            std::map<QString, double> cells, names;
            QXmlStreamReader xml(*svg);
            QString title;
            while (!xml.atEnd()) {
                if (xml.readNext() != QXmlStreamReader::StartElement)
                    continue;
                const double x = xml.attributes().value(QStringLiteral("x")).toDouble();
                if (xml.name() == u"title")
                    title = xml.readElementText();
                else if (xml.name() == u"rect" && title.contains(u'→'))
                    cells[title] = x;
                else if (xml.name() == u"text" && !title.contains(u'→') && x > 12)
                    names[xml.readElementText()] = x;
            }
            QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
            const auto own = [&](size_t i) {
                return cells.at(data.rows[i].name + QStringLiteral(" → ") + data.rows[i].name);
            };
            for (size_t i = 0; i + 1 < data.rows.size(); ++i)
                QCOMPARE(own(i) > own(i + 1), mirrored);
            for (const auto &[name, x] : names)
                QCOMPARE(x > own(0), mirrored);
            QVERIFY(names.size() == data.rows.size());
            // Painted, too: the names are on one side, what is left free above them on the same.
            const Result<QByteArray> png = matrixPicture(data, t, {}, {graph::GraphFormat::Png, {}, 1, {}}, {});
            QVERIFY(png);
            const QImage image = QImage::fromData(*png);
            const auto isBlank = [&](const QRect &room) {
                for (int y = room.top(); y <= room.bottom(); ++y)
                    for (int x = room.left(); x <= room.right(); ++x)
                        if (image.pixelColor(x, y) != t.canvas)
                            return false;
                return true;
            };
            const QRect left(24, 24, 60, 120);
            const QRect right(image.width() - 84, 24, 60, 120);
            QVERIFY(isBlank(mirrored ? right : left));
            QVERIFY(!isBlank(mirrored ? left : right));
        }
    }
    void theMatrixHoldsEveryFlow()
    {
        const QAbstractItemModelTester tester(m_page->matrix()->model());
        go("as=matrix");
        const FlowMatrixData &data = *m_page->matrix()->matrix();
        std::set<std::pair<NodeId, NodeId>> flows;
        for (const Flow &flow : m_snapshot.mesh->flows())
            flows.insert({flow.from, flow.to});
        const Mesh &mesh = *m_snapshot.mesh;
        const auto isBelow = [&](NodeId domain, NodeId thing) {
            const NodeId product = mesh.kind(thing) == Kind::Dataset ? mesh.productOf(thing) : thing;
            NodeId at = mesh.domainOf(product.isValid() ? product : thing);
            while (at.isValid() && at != domain)
                at = mesh.domainOf(at);
            return at == domain;
        };
        size_t held = 0;
        for (int row = 0; row < int(data.rows.size()); ++row) {
            for (int column = 0; column < int(data.rows.size()); ++column) {
                for (const MapFlowRow &flow : data.at(row, column)) {
                    const bool isOfProducts = mesh.kind(flow.from) == Kind::Product;
                    QCOMPARE(mesh.kind(flow.to) == Kind::Product, isOfProducts);
                    held += isOfProducts ? 1u : 0u; // what else there is comes from datasets of no product
                    QVERIFY(isOfProducts || !mesh.productOf(flow.from).isValid() || !mesh.productOf(flow.to).isValid());
                    QVERIFY(isBelow(data.rows[size_t(row)].domain, flow.from));
                    QVERIFY(isBelow(data.rows[size_t(column)].domain, flow.to));
                }
            }
        }
        QCOMPARE(held, flows.size());
        int products = 0;
        for (const FlowMatrixData::Row &row : data.rows)
            products += row.products;
        QCOMPARE(products, int(m_snapshot.mesh->nodes(Kind::Product).size()));
    }
    void aCellOpensItsListByMouseAndByKeys()
    {
        go("as=matrix&flows=subdomains");
        FlowMatrix *matrix = m_page->matrix();
        const FlowMatrixData &data = *matrix->matrix();
        const QModelIndex cell = [&] {
            for (int row = 0; row < int(data.rows.size()); ++row) {
                for (int column = 0; column < int(data.rows.size()); ++column) {
                    if (row != column && data.count(row, column) > 0)
                        return matrix->model()->index(row, column);
                }
            }
            return QModelIndex();
        }();
        QVERIFY(cell.isValid());
        auto *list = m_page->findChild<FlowList *>();
        QVERIFY(list->isHidden());
        QTest::mouseClick(matrix->viewport(), Qt::LeftButton, {}, matrix->visualRect(cell).center());
        QVERIFY(list->isVisible());
        QCOMPARE(list->rowCount(), data.count(cell.row(), cell.column()));
        list->hide();
        QTest::keyClick(matrix, Qt::Key_Return);
        QVERIFY(list->isVisible());
        list->hide();
        matrix->setCurrentIndex(matrix->model()->index(0, 0));
        for (int i = 0; i < cell.row(); ++i)
            QTest::keyClick(matrix, Qt::Key_Down);
        for (int i = 0; i < cell.column(); ++i)
            QTest::keyClick(matrix, Qt::Key_Right);
        QCOMPARE(matrix->currentIndex(), cell);
        QVERIFY(cell.data(Qt::AccessibleTextRole).toString().contains(data.rows[size_t(cell.row())].name));
    }
    void aRowHeadSelectsAndLeadsIntoItsDomain()
    {
        go("as=matrix");
        FlowMatrix *matrix = m_page->matrix();
        const int row = matrix->matrix()->rowOf(QStringLiteral("shop/domain/finance"));
        QVERIFY(row >= 0);
        QSignalSpy selected(m_page.get(), &Page::selected);
        QSignalSpy opened(m_page.get(), &Page::openRequested);
        QWidget *head = matrix->verticalHeader()->viewport();
        const QPoint at(20, matrix->verticalHeader()->sectionViewportPosition(row) + 5);
        QTest::mouseClick(head, Qt::LeftButton, {}, at);
        QVERIFY(selected.count() > 0);
        QCOMPARE(selected.last().at(0).toString(), QStringLiteral("shop/domain/finance"));
        QCOMPARE(m_page->location().options.queryItemValue(QStringLiteral("selected"), QUrl::FullyDecoded),
                 QStringLiteral("shop/domain/finance"));
        QTest::mouseDClick(head, Qt::LeftButton, {}, at);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.at(0).at(0).value<Location>().address, QStringLiteral("shop/domain/finance"));
        QCOMPARE(matrix->find(QStringLiteral("finan")), 1);
        QCOMPARE(matrix->currentIndex().row(), row);
        QCOMPARE(matrix->find(QStringLiteral("no such")), 0);
    }
    void insideADomainItsNeighboursAreApart()
    {
        m_page->setLocation(
            {QStringLiteral("map"), QStringLiteral("shop/domain/commerce"), QUrlQuery(QStringLiteral("as=matrix"))});
        QTRY_COMPARE(m_drawn->count(), 2);
        bool inside = false;
        bool outside = false;
        for (const FlowMatrixData::Row &row : m_page->matrix()->matrix()->rows)
            (row.isOutside ? outside : inside) = true;
        QVERIFY(inside && outside);
    }
    /// Heads, numbers, the accent's tints and the legend, as on the screen.
    void checkPictureOfTheMatrix(const QTemporaryDir &dir)
    {
        QFile svg(dir.filePath(QStringLiteral("matrix.svg")));
        QVERIFY(svg.open(QIODevice::ReadOnly));
        QXmlStreamReader reader(&svg);
        QStringList texts, links;
        while (!reader.atEnd()) {
            const auto token = reader.readNext();
            if (token == QXmlStreamReader::StartElement && reader.name() == QLatin1StringView("a"))
                links.append(reader.attributes().value(QLatin1StringView("href")).toString());
            if (token == QXmlStreamReader::Characters)
                texts.append(reader.text().toString());
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        const FlowMatrixData &data = *m_page->matrix()->matrix();
        for (const FlowMatrixData::Row &row : data.rows) {
            QVERIFY2(texts.count(row.name) >= 2, qPrintable(row.name)); // of its row and its column
            QVERIFY(links.contains(Location{QStringLiteral("map"), row.id, {}}.toString()));
        }
        QVERIFY(texts.join(u' ').simplified().contains(m_page->shown().note)); // it may take two lines
        const QImage png(dir.filePath(QStringLiteral("matrix.png")));
        QVERIFY(!png.isNull());
        const Tokens t = tokens(m_page.get());
        std::set<QRgb> colours;
        for (int y = 0; y < png.height(); ++y) {
            for (int x = 0; x < png.width(); ++x)
                colours.insert(png.pixel(x, y) | 0xff000000);
        }
        for (const quint64 key : data.cells.keys()) {
            const auto row = int(key / data.rows.size());
            const auto column = int(key % data.rows.size());
            const QColor ground = row == column ? t.sunken : matrixTint(data.count(row, column), data.most, t);
            QVERIFY2(colours.contains(ground.rgb()), qPrintable(ground.name()));
        }
        for (const FlowMatrixData::Row &row : data.rows)
            QVERIFY(row.hue < 0 || colours.contains(t.hues[size_t(row.hue)].stripe.rgb()));
    }
    void exportsTheMatrixToo()
    {
        go("as=matrix");
        QTemporaryDir dir;
        QString file;
        m_page->exporter()->setChooser([&](const QString &) { return file; });
        QSignalSpy finished(m_page->exporter(), &GraphExporter::finished);
        int count = 0;
        for (const char *ending : {"svg", "pdf", "png", "csv", "dot"}) {
            file = dir.filePath(QStringLiteral("matrix.") + QLatin1StringView(ending));
            m_page->exporter()->start(*graph::graphFormatFromWord(QString::fromLatin1(ending)));
            ++count;
            QTRY_COMPARE(finished.count(), count);
            QVERIFY(finished.last().at(0).toBool());
        }
        checkPictureOfTheMatrix(dir);
        QFile csv(dir.filePath(QStringLiteral("matrix.csv")));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        QCOMPARE(csv.readAll().count('\n') - 1, m_page->matrix()->matrix()->cells.size());
    }
    void thousandsOfDomainsScroll()
    {
        FlowMatrix matrix;
        auto data = std::make_shared<FlowMatrixData>();
        data->rows.resize(5000);
        data->flows.push_back({{}, {}});
        data->cells.insert(data->keyOf(4999, 4999), 0);
        data->most = 1;
        matrix.resize(800, 600);
        matrix.setMatrix(data);
        matrix.show();
        QTest::keyClick(&matrix, Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(matrix.currentIndex(), matrix.model()->index(4999, 4999));
        QVERIFY(matrix.viewport()->rect().intersects(matrix.visualRect(matrix.currentIndex())));
        matrix.grab();
    }
};

MESHSCOPE_TEST(TestMatrix)
#include "tst_matrix.moc"
