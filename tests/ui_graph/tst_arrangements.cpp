#include "tests/support/testmain.h"
#include "tests/ui_graph/maptest.h"
#include "ui/domains/flowlist.h"
#include "ui/domains/flowmatrixparts.h"
#include "ui/domains/maplegend.h"
#include "ui/domains/treemapscene.h"
#include "ui/graph/baroverflow.h"
#include "ui/graph/filterbar.h"
#include "ui/graph/graphbar.h"
#include "ui/widgets/labels.h"

#include <QMenu>

using namespace meshscope;

/// The map in its other arrangements, and what is around it.
class TestArrangements : public test::MapTest {
    Q_OBJECT
private slots:
    void init() { open(); }
    void cleanup() { close(); }

    void theChoiceIsInTheBarAndInTheLocation()
    {
        auto *choice = m_page->findChild<ChoiceButton *>(QStringLiteral("as"));
        QVERIFY(choice->isVisible());
        for (QAction *action : choice->menu()->actions()) {
            if (action->text() == u"Treemap")
                action->trigger();
        }
        QTRY_COMPARE(m_page->shown().arrangement, MapRequest::Arrangement::Treemap);
        QCOMPARE(m_page->location().options.queryItemValue(QStringLiteral("as")), QStringLiteral("treemap"));
        go("as=matrix");
        QVERIFY(m_page->matrix()->isVisible() && !m_page->view()->isVisible());
        go("");
        QVERIFY(!m_page->matrix()->isVisible() && m_page->view()->isVisible());
        QVERIFY(m_page->location().options.isEmpty());
    }
    void areasOfTheTreemapAreTheMeasure()
    {
        go("as=treemap&size=datasets");
        const Scene &scene = *m_page->view()->scene();
        const Mesh &mesh = *m_snapshot.mesh;
        size_t drawn = 0;
        for (const NodeId p : mesh.nodes(Kind::Product)) {
            const QString id = mesh.address(p).toString();
            QCOMPARE(scene.cardOf(id) >= 0, !mesh.datasetsOf(p).empty());
            drawn += mesh.datasetsOf(p).empty() ? 0u : 1u;
            const QRectF place = m_page->shown().places.value(id);
            for (const NodeId q : mesh.productsOf(mesh.domainOf(p))) {
                const QRectF other = m_page->shown().places.value(mesh.address(q).toString());
                if (place.isEmpty() || other.isEmpty())
                    continue;
                const double ratio = place.width() * place.height() / (other.width() * other.height());
                const double expected = double(mesh.datasetsOf(p).size()) / double(mesh.datasetsOf(q).size());
                QVERIFY(std::abs(ratio / expected - 1) < 1e-6);
            }
        }
        for (const NodeId d : mesh.nodes(Kind::Dataset)) // those of no product have one of their own
            drawn += !mesh.productOf(d).isValid() && mesh.domainOf(d).isValid() ? 1u : 0u;
        QCOMPARE(scene.cards().size(), drawn);
        QVERIFY(scene.edges().empty());
        QVERIFY(!m_page->shown().note.isEmpty());
        // A new sync of the same mesh: everything where it was.
        const QHash<QString, QRectF> places = m_page->shown().places;
        m_page->setSnapshot(test::sampleSnapshot());
        QTRY_COMPARE(m_drawn->count(), 3);
        for (auto it = places.begin(); it != places.end(); ++it) {
            const QRectF now = m_page->shown().places.value(it.key());
            QVERIFY(QLineF(now.center(), it->center()).length() < 1e-3);
        }
    }
    void aTreemapOfNothingSaysSo()
    {
        MapRequest request;
        Records r;
        Domain domain;
        domain.id = domain.name = QStringLiteral("d");
        r.domains.append(domain);
        DataProduct product;
        product.id = product.name = QStringLiteral("p");
        product.domain = QStringLiteral("d");
        r.products.append(product);
        request.snapshot.mesh = test::meshOf(r);
        request.arrangement = MapRequest::Arrangement::Treemap;
        request.size = MapRequest::Size::Consumers;
        request.unit = 1;
        const MapScene none = buildMap(request);
        QVERIFY(none.scene && none.scene->isEmpty());
        QCOMPARE(none.drawn.nodes.size(), size_t(2));
    }
    void aFilterNarrowsEveryArrangementAndSaysSo()
    {
        const Mesh &mesh = *m_snapshot.mesh;
        const auto inFinance = mesh.productsBelow(test::at(m_snapshot.mesh, QStringLiteral("shop/domain/finance"))).size();
        auto *bar = m_page->findChild<FilterBar *>();
        for (const char *as : {"map", "treemap", "matrix"}) {
            go(qPrintable(QStringLiteral("as=%1&domain=shop/domain/finance").arg(QLatin1StringView(as))));
            QVERIFY(bar->isVisible());
            QCOMPARE(m_page->shown().hidden.all, qsizetype(mesh.nodes(Kind::Product).size()) - inFinance);
            QVERIFY(bar->text().startsWith(QString::number(m_page->shown().hidden.all)));
            QCOMPARE(m_page->shown().products, int(inFinance));
        }
        for (const FlowMatrixData::Row &row : m_page->matrix()->matrix()->rows)
            QCOMPARE(row.id, QStringLiteral("shop/domain/finance"));
        QCOMPARE(m_page->location().options.queryItemValue(QStringLiteral("domain"), QUrl::FullyDecoded),
                 QStringLiteral("shop/domain/finance"));
        QTest::mouseClick(bar->findChild<QWidget *>(QStringLiteral("showEverything")), Qt::LeftButton);
        QTRY_COMPARE(m_page->shown().products, int(mesh.nodes(Kind::Product).size()));
        QVERIFY(!bar->isVisible());
    }
    void anEntryOfTheLegendIsWholeOrInItsMenu()
    {
        auto *legend = m_page->findChild<MapLegend *>();
        auto *more = legend->findChild<BarOverflow *>();
        m_page->view()->select(QStringLiteral("shop/product/orders"));
        emit m_page->view()->nodeSelected(QStringLiteral("shop/product/orders"));
        const auto fault = [legend] {
            const auto isCut = [legend](const QWidget *words) {
                return words->isVisible() &&
                       (words->width() < words->sizeHint().width() ||
                        !legend->rect().contains(QRect(words->mapTo(legend, QPoint()), words->size())));
            };
            for (const QLabel *words : legend->findChildren<QLabel *>()) {
                if (isCut(words))
                    return words->text();
            }
            for (const LinkLabel *words : legend->findChildren<LinkLabel *>()) {
                if (isCut(words))
                    return words->text();
            }
            return QString();
        };
        bool wasCut = false;
        for (int width = 1400; width > 500; width -= 37) {
            m_page->resize(width, 800);
            QTRY_VERIFY2(fault().isEmpty(), qPrintable(QStringLiteral("%1: %2").arg(width).arg(fault())));
            wasCut = wasCut || more->isVisible();
        }
        QVERIFY(wasCut);
        emit more->menu()->aboutToShow();
        QVERIFY(!more->menu()->actions().isEmpty());
    }
    void productsWithoutAnAreaAreListed()
    {
        go("as=treemap&size=datasets");
        const size_t missing = m_page->shown().missing.size();
        QVERIFY(missing > 0);
        auto *link = m_page->findChild<QWidget *>(QStringLiteral("missing"));
        QVERIFY(link->isVisible());
        QTest::mouseClick(link, Qt::LeftButton, {}, QPoint(4, link->height() / 2));
        auto *list = m_page->findChild<FlowList *>();
        QTRY_VERIFY(list->isVisible());
        QCOMPARE(size_t(list->rowCount()), missing);
        go("as=map");
        QVERIFY(!link->isVisible());
    }
};

MESHSCOPE_TEST(TestArrangements)
#include "tst_arrangements.moc"
