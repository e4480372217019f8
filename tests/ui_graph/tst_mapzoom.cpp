#include "tests/support/testmain.h"
#include "tests/ui_graph/maphand.h"

#include <QSignalSpy>

using namespace meshscope;
using test::commerce;
using test::orders;
using test::ordersDomain;

namespace {

/// A company of many products: domains with sub-domains, datasets that feed each other.
Records largeCompany(int domains, int productsEach)
{
    Records r;
    for (int d = 0; d < domains; ++d) {
        Domain domain;
        domain.id = domain.name = QStringLiteral("d%1").arg(d);
        r.domains.append(domain);
        for (int p = 0; p < productsEach; ++p) {
            DataProduct product;
            product.id = product.name = QStringLiteral("p%1-%2").arg(d).arg(p);
            product.domain = domain.id;
            r.products.append(product);
        }
    }
    return r;
}

} // namespace

/// From company to column in one view, with the mouse and the keys of a person.
class TestMapZoom : public QObject, test::MapHand {
    Q_OBJECT
private slots:
    void init() { showSample(); }
    void cleanup() { m_page.reset(); }

    void zoomingInOpensStepByStepAndZoomingOutCloses()
    {
        const QPoint at = placeOf(orders).center().toPoint();
        QVERIFY(!isOpen(commerce));
        wheel(at, 1.2);
        QTRY_VERIFY(isOpen(commerce));
        QVERIFY(!isOpen(ordersDomain));
        QCOMPARE(view().thingAt(at), orders); // it is still under the pointer
        wheel(at, 1.5);
        QTRY_VERIFY(isOpen(ordersDomain));
        QCOMPARE(view().thingAt(at), orders);
        QVERIFY(scene().cardOf(orders) >= 0);
        QVERIFY(scene().cards()[size_t(scene().cardOf(orders))].shape == SceneCard::Shape::Product);
        wheel(at, 1.75);
        QTRY_VERIFY(isOpen(orders));
        QVERIFY(placeOf(orders).contains(at));
        QVERIFY(m_page->opening().openedByHand().isEmpty());
        const QString dataset = datasetWithColumns(orders);
        QVERIFY(!dataset.isEmpty());
        view().setCamera(centred(dataset, 1.75));
        const QPoint onDataset = placeOf(dataset).center().toPoint();
        wheel(onDataset, 2.1);
        QTRY_VERIFY(isOpen(dataset));
        QCOMPARE(view().thingAt(onDataset), dataset);
        QVERIFY(!scene().cards()[size_t(scene().cardOf(dataset))].rows.empty());
        // Out again: what was opened last closes first.
        wheel(onDataset, 1.7);
        QTRY_VERIFY(!isOpen(dataset));
        QVERIFY(isOpen(orders));
        wheel(onDataset, 0.9);
        QTRY_VERIFY(!isOpen(commerce));
        QVERIFY(m_page->opening().isEmpty());
        QCOMPARE(scene().groups().size(), test::sampleMesh()->nodes(Kind::Domain).size());
    }
    void aZoomBetweenOpeningAndClosingChangesNothing()
    {
        const QPoint at = placeOf(orders).center().toPoint();
        wheel(at, 1.2);
        QTRY_VERIFY(isOpen(commerce));
        settle();
        QSignalSpy drawn(m_page.get(), &MapPage::drawn);
        for (const double zoom : {1.1, 1.2, 1.06, 1.18})
            wheel(at, zoom);
        settle();
        QVERIFY(isOpen(commerce));
        QCOMPARE(drawn.count(), 0);
    }
    void whatAPersonOpensStaysOpen()
    {
        QSignalSpy left(m_page.get(), &Page::openRequested);
        const QPoint at = placeOf(orders).center().toPoint();
        QTest::mouseDClick(&view(), Qt::LeftButton, {}, at);
        QTRY_VERIFY(isOpen(orders)); // with all that is round it
        QVERIFY(isOpen(commerce) && isOpen(ordersDomain));
        QVERIFY(left.isEmpty());
        wheel(at, 2.2);
        wheel(at, 0.6);
        settle();
        QVERIFY(isOpen(orders));
    }
    void whatAPersonClosesStaysClosed()
    {
        const QPoint at = placeOf(orders).center().toPoint();
        wheel(at, 1.2);
        QTRY_VERIFY(isOpen(commerce));
        view().select(commerce);
        QTest::keyClick(&view(), Qt::Key_Space);
        QTRY_VERIFY(!isOpen(commerce));
        QCOMPARE(m_page->opening().closedByHand(), QStringList{commerce});
        wheel(placeOf(commerce).center().toPoint(), 1.5);
        settle();
        QVERIFY(!isOpen(commerce));
        QTest::keyClick(&view(), Qt::Key_Space);
        QTRY_VERIFY(isOpen(commerce));
    }
    void theButtonOpensAndClosesInItsPlace()
    {
        const auto button = [&] {
            return GraphPainter::foldRect(scene(), scene().groupOf(commerce), view().camera(), QRectF(view().rect()));
        };
        QVERIFY(!button().isNull());
        const QPoint at = button().center().toPoint();
        QTest::mouseClick(&view(), Qt::LeftButton, {}, at);
        QTRY_VERIFY(isOpen(commerce));
        settle();
        QVERIFY((button().center() - at).manhattanLength() < 4); // the same button closes it again
        QTest::mouseClick(&view(), Qt::LeftButton, {}, at);
        QTRY_VERIFY(!isOpen(commerce));
        // A card's own: products in an open domain have one.
        open({commerce, ordersDomain});
        view().setCamera(centred(orders, 1.2));
        const QRectF fold = scene().foldRect(scene().cardOf(orders));
        QVERIFY(!fold.isNull());
        QTest::mouseClick(&view(), Qt::LeftButton, {}, view().camera().toScreen(fold).center().toPoint());
        QTRY_VERIFY(isOpen(orders));
    }
    void openingMovesOnlyWhatMustMove()
    {
        const QRectF before = placeOf(commerce);
        std::map<QString, QPointF> others;
        for (const SceneGroup &group : scene().groups()) {
            if (group.parent < 0)
                others.emplace(group.id, group.rect.topLeft());
        }
        QTest::mouseDClick(&view(), Qt::LeftButton, {}, (before.topLeft() + QPointF(120, 12)).toPoint());
        QTRY_VERIFY(isOpen(commerce));
        QVERIFY((placeOf(commerce).topLeft() - before.topLeft()).manhattanLength() < 2);
        // The others keep their order, across and down.
        for (const auto &[a, at] : others) {
            for (const auto &[b, to] : others) {
                const QPointF now = scene().groups()[size_t(scene().groupOf(a))].rect.center();
                const QPointF then = scene().groups()[size_t(scene().groupOf(b))].rect.center();
                if (at.x() + 200 < to.x())
                    QVERIFY2(now.x() < then.x(), qPrintable(a + u' ' + b));
                else if (std::abs(at.x() - to.x()) < 1 && at.y() < to.y())
                    QVERIFY2(now.y() < then.y(), qPrintable(a + u' ' + b));
            }
        }
    }
    void nothingLiesOverAnother()
    {
        const QString dataset = openDataset();
        const Scene &s = scene();
        for (size_t a = 0; a < s.cards().size(); ++a) {
            for (size_t b = a + 1; b < s.cards().size(); ++b)
                QVERIFY2(!s.cards()[a].rect.adjusted(1, 1, -1, -1).intersects(s.cards()[b].rect),
                         qPrintable(s.cards()[a].id + u' ' + s.cards()[b].id));
            const int box = s.cards()[a].group;
            QVERIFY(box >= 0);
            QVERIFY(s.groups()[size_t(box)].rect.contains(s.cards()[a].rect));
        }
        for (const SceneGroup &group : s.groups()) {
            if (group.parent >= 0)
                QVERIFY(s.groups()[size_t(group.parent)].rect.contains(group.rect));
        }
        for (size_t e = 0; e < s.edges().size(); ++e) {
            for (const QPointF p : s.points(int(e)))
                QVERIFY(s.bounds().adjusted(-1, -1, 1, 1).contains(p));
        }
        QVERIFY(s.cardOf(dataset) >= 0);
    }
    void aLinkBringsBackWhatIsOpen()
    {
        const QString dataset = openDataset();
        view().select(orders);
        wheel(placeOf(dataset).center().toPoint(), 1.3);
        settle();
        const QString link = m_page->location().toString();
        MapPage other;
        other.resize(1200, 800);
        other.show();
        other.setLocation(Location::parse(link)); // before it has a mesh, as when the program starts
        QCOMPARE(other.location().toString(), link);
        other.setSnapshot(test::sampleSnapshot());
        QTRY_VERIFY(other.shown().scene);
        QVERIFY(other.opening() == m_page->opening());
        QVERIFY(other.view()->scene()->groupOf(orders) >= 0);
        QVERIFY(other.view()->scene()->cards()[size_t(other.view()->scene()->cardOf(dataset))].isOpen);
        QVERIFY(std::abs(other.view()->zoom() - view().zoom()) < 0.02);
        // Back to a place where nothing was open.
        m_page->setLocation({QStringLiteral("map"), {}, {}});
        QTRY_VERIFY(!isOpen(commerce));
        m_page->setLocation(Location::parse(link));
        QTRY_VERIFY(isOpen(orders));
        // What is no longer there is forgotten.
        Location gone{QStringLiteral("map"), {}, {}};
        gone.add("open", QStringLiteral("shop/domain/never"));
        m_page->setLocation(gone);
        QTRY_VERIFY(!isOpen(orders));
        QVERIFY(m_page->opening().isEmpty());
    }
    void aNewReadKeepsWhatIsOpen()
    {
        open({commerce, ordersDomain, orders});
        QSignalSpy drawn(m_page.get(), &MapPage::drawn);
        m_page->setSnapshot(test::sampleSnapshot());
        QTRY_COMPARE(drawn.count(), 1);
        QVERIFY(isOpen(orders));
    }
    void aFilterHoldsInWhatIsOpen()
    {
        open({commerce, ordersDomain});
        const QString returns = QStringLiteral("shop/product/returns");
        QVERIFY(scene().cardOf(returns) >= 0 && scene().cardOf(orders) >= 0);
        const auto health = test::sampleSnapshot().health;
        const MeshPtr mesh = test::sampleMesh();
        const Status wanted = health->status(test::at(mesh, orders));
        QVERIFY(wanted != health->status(test::at(mesh, returns)));
        Location l = m_page->location();
        l.add("status", statusWord(wanted));
        m_page->setLocation(l);
        QTRY_VERIFY(scene().cardOf(returns) < 0);
        QVERIFY(scene().cardOf(orders) >= 0);
        QVERIFY(m_page->shown().hidden.all > 0);
        QVERIFY(isOpen(ordersDomain));
    }
    void manyProductsAreCountedUntilTheirDomainIsOpen()
    {
        Snapshot s;
        s.mesh = test::meshOf(largeCompany(40, 50));
        m_page->setSnapshot(s);
        QTRY_COMPARE(scene().groups().size(), 40U);
        QCOMPARE(scene().cards().size(), 40U); // one a domain says how many it has
        QCOMPARE(m_page->shown().products, 2000);
        const QString domain = QStringLiteral("shop/domain/d7");
        view().setCamera(centred(domain, 1.0));
        const QPoint at = placeOf(domain).center().toPoint();
        wheel(at, 1.2);
        QTRY_VERIFY(isOpen(domain));
        QCOMPARE(scene().cards().size(), 39U + 50U); // the others stay as they are
        QVERIFY(placeOf(domain).contains(at));
        wheel(at, 0.9);
        QTRY_VERIFY(!isOpen(domain));
        QCOMPARE(scene().cards().size(), 40U);
    }
    void theZoomOpensOnlySoMany()
    {
        MapOpening opening;
        for (int i = 0; i < 30; ++i)
            opening.zoomed(3, {{QStringLiteral("d%1").arg(i), Kind::Domain, 0, true}});
        QCOMPARE(opening.open().size(), 8);
        QVERIFY(opening.isOpen(QStringLiteral("d29")));
        // Nothing opens that has nothing, and nothing from too far.
        QVERIFY(!opening.zoomed(3, {{QStringLiteral("x"), Kind::Domain, 0, false}}));
        QVERIFY(!opening.zoomed(3.1, {{QStringLiteral("x"), Kind::Domain, 0, false}}));
        for (const Kind kind : {Kind::Domain, Kind::Product, Kind::Dataset})
            QVERIFY(MapOpening::closesBelow(kind, 0) < MapOpening::opensAt(kind, 0));
        QVERIFY(MapOpening::opensAt(Kind::Domain, 5) < MapOpening::opensAt(Kind::Product, 0));
        QVERIFY(MapOpening::closesBelow(Kind::Domain, 0) > 1); // at actual size the company is seen as a whole
    }
};

MESHSCOPE_TEST(TestMapZoom)
#include "tst_mapzoom.moc"
