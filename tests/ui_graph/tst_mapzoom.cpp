#include "tests/support/testmain.h"
#include "tests/ui_graph/viewhelp.h"
#include "models/graph/openlevels.h"
#include "ui/domains/flowlist.h"
#include "ui/domains/mappage.h"

#include <QAccessible>
#include <QRandomGenerator>
#include <QSignalSpy>

#include <cmath>

using namespace meshscope;

namespace {

const QString commerce = QStringLiteral("shop/domain/commerce");
const QString ordersDomain = QStringLiteral("shop/domain/orders");
const QString orders = QStringLiteral("shop/product/orders");

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

/// Domains with sub-domains whose products read from each other all over the company.
Records wovenCompany(int domains, int productsEach, quint32 seed)
{
    Records r;
    QRandomGenerator random(seed);
    std::vector<std::pair<QString, QString>> made; // product, dataset
    for (int d = 0; d < domains; ++d) {
        Domain domain;
        domain.id = domain.name = QStringLiteral("d%1").arg(d);
        r.domains.append(domain);
        Domain inner;
        inner.id = inner.name = QStringLiteral("d%1-in").arg(d);
        inner.domain = domain.id;
        r.domains.append(inner);
        for (int p = 0; p < productsEach; ++p) {
            DataProduct product;
            product.id = product.name = QStringLiteral("p%1-%2").arg(d).arg(p);
            product.domain = p % 3 == 0 ? inner.id : domain.id;
            r.products.append(product);
            Dataset dataset;
            dataset.id = dataset.name = QStringLiteral("t%1-%2").arg(d).arg(p);
            dataset.product = product.id;
            r.datasets.append(dataset);
            for (int k = 0; k < 2 && !made.empty(); ++k) {
                LineageEdge edge;
                edge.from = made[size_t(random.bounded(int(made.size())))].second;
                edge.to = dataset.id;
                if (random.bounded(5) == 0)
                    std::swap(edge.from, edge.to);
                r.lineage.append(edge);
            }
            made.emplace_back(product.id, dataset.id);
        }
    }
    return r;
}

} // namespace

/// From company to column in one view, with the mouse and the keys of a person.
class TestMapZoom : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_page = test::shownPage<MapPage>(test::sampleSnapshot());
        QTRY_VERIFY(m_page->shown().scene);
    }
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
    void everyLineSaysWhatItHoldsAndListsIt()
    {
        open({commerce, ordersDomain, orders, QStringLiteral("shop/domain/finance")});
        auto *list = m_page->findChild<FlowList *>();
        int asked = 0;
        for (size_t e = 0; e < scene().edges().size(); ++e) {
            const SceneEdge &edge = scene().edges()[e];
            if (!opensList(edge))
                continue;
            QCOMPARE(edge.count, qint64(m_page->shown().flows.at(e).size()));
            QVERIFY(edge.isSoft ? edge.isFlow == (edge.count > 1) : edge.isFlow);
            emit view().edgeActivated(int(e));
            QVERIFY(!list->isHidden());
            QCOMPARE(qint64(list->rowCount()), edge.count);
            ++asked;
        }
        QVERIFY(asked > 3);
        list->hide();
        // By key: from a card along its edges, Enter lists what the edge holds.
        view().setFocus();
        const QString product = QStringLiteral("shop/product/revenue");
        QVERIFY(!scene().edgesAt(scene().cardOf(product)).empty());
        view().select(product);
        QTest::keyClick(&view(), Qt::Key_E);
        QTest::keyClick(&view(), Qt::Key_Return);
        QVERIFY(!list->isHidden());
        QVERIFY(list->rowCount() > 0);
    }
    void linesRunFromThingToThingBetweenOpenDomains()
    {
        open({commerce, ordersDomain, QStringLiteral("shop/domain/finance")});
        int whole = 0, half = 0;
        const auto topOf = [&](int end) {
            int box = end >= 0 ? scene().cards()[size_t(end)].group : ~end;
            while (box >= 0 && scene().groups()[size_t(box)].parent >= 0)
                box = scene().groups()[size_t(box)].parent;
            return box;
        };
        const auto isOpenTop = [&](int box) { return scene().groups()[size_t(box)].fold == SceneFold::Open; };
        const auto isTop = [&](int end) { return end < 0 && scene().groups()[size_t(~end)].parent < 0; };
        const auto touches = [&](int end, QPointF at) {
            const QRectF rect = end >= 0 ? scene().cards()[size_t(end)].rect : scene().groups()[size_t(~end)].rect;
            return rect.adjusted(-1, -1, 1, 1).contains(at) && !rect.adjusted(1, 1, -1, -1).contains(at);
        };
        for (size_t e = 0; e < scene().edges().size(); ++e) {
            const SceneEdge &edge = scene().edges()[e];
            const int from = topOf(edge.from), to = topOf(edge.to);
            if (from == to)
                continue;
            // Nothing ends at the side of what is open.
            QVERIFY2(!isTop(edge.from) || !isOpenTop(from), qPrintable(scene().tipOf(int(e))));
            QVERIFY2(!isTop(edge.to) || !isOpenTop(to), qPrintable(scene().tipOf(int(e))));
            whole += isOpenTop(from) && isOpenTop(to) ? 1 : 0;
            half += isOpenTop(from) != isOpenTop(to) ? 1 : 0;
            if (isOpenTop(from)) {
                QVERIFY(touches(edge.from, scene().points(int(e)).front()));
            }
            if (isOpenTop(to)) {
                QVERIFY(touches(edge.to, scene().points(int(e)).back()));
            }
        }
        QVERIFY(whole > 0);
        QVERIFY(half > 0);
    }
    void columnsAreJoinedAcrossOpenDomains()
    {
        const MeshPtr mesh = test::sampleMesh();
        for (const NodeId to : mesh->nodes(Kind::Dataset)) {
            for (const ColumnEdge &edge : mesh->columnEdges(to)) {
                const NodeId from = test::at(mesh, QStringLiteral("shop/dataset/") + edge.fromDataset);
                const std::vector<NodeId> a = boxesAbove(*mesh, from), b = boxesAbove(*mesh, to);
                if (!from.isValid() || a.empty() || b.empty() || a.front() == b.front())
                    continue;
                QStringList ids;
                for (const std::vector<NodeId> &chain : {a, b}) {
                    for (const NodeId n : chain)
                        ids.append(mesh->address(n).toString());
                }
                open(ids + QStringList{mesh->address(from).toString(), mesh->address(to).toString()});
                const int fromCard = scene().cardOf(mesh->address(from).toString());
                const int toCard = scene().cardOf(mesh->address(to).toString());
                bool found = false;
                for (const int e : scene().edgesAt(fromCard)) {
                    const SceneEdge &line = scene().edges()[size_t(e)];
                    found = found || (line.to == toCard && line.column == edge.fromColumn);
                }
                QVERIFY2(found, qPrintable(ids.join(u' ')));
                return;
            }
        }
        QFAIL("no columns are read across domains in the sample");
    }
    void noLineCrossesACard_data()
    {
        QTest::addColumn<int>("domains");
        QTest::addColumn<int>("products");
        QTest::addColumn<QStringList>("opened");
        const auto d = [](int i) { return QStringLiteral("shop/domain/d%1").arg(i); };
        const auto in = [](int i) { return QStringLiteral("shop/domain/d%1-in").arg(i); };
        QTest::newRow("sample, two open") << 0 << 0 << QStringList{commerce, QStringLiteral("shop/domain/finance")};
        QTest::newRow("sample, deep") << 0 << 0 << QStringList{commerce, ordersDomain, orders};
        QTest::newRow("one open") << 6 << 12 << QStringList{d(2)};
        QTest::newRow("two open") << 6 << 12 << QStringList{d(0), d(5)};
        QTest::newRow("deep") << 5 << 9 << QStringList{d(1), in(1), QStringLiteral("shop/product/p1-0"), d(3), in(3)};
        QTest::newRow("all open") << 7 << 10 << QStringList{d(0), in(0), d(1), d(2), d(3), in(3), d(4), d(5), d(6)};
        QTest::newRow("too many to follow") << 3 << 60 << QStringList{d(0), in(0), d(1), in(1), d(2)};
    }
    void noLineCrossesACard()
    {
        QFETCH(int, domains);
        QFETCH(int, products);
        QFETCH(QStringList, opened);
        if (domains > 0) {
            Snapshot s;
            s.mesh = test::meshOf(wovenCompany(domains, products, 7));
            m_page->setSnapshot(s);
            QTRY_COMPARE(m_page->shown().products, domains * products);
        }
        for (const bool mirrored : {false, true}) {
            m_page->setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
            open({});
            open(opened);
            QTRY_COMPARE(scene().isMirrored(), mirrored);
            const QString fault = lineThroughACard();
            QVERIFY2(fault.isEmpty(), qPrintable(fault));
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
    void aScreenReaderOpensACard()
    {
        open({commerce, ordersDomain});
        view().setCamera(centred(orders, 1.0));
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&view());
        QVERIFY(list);
        QAccessibleInterface *card = nullptr;
        for (int i = 0; i < list->childCount() && !card; ++i) {
            if (list->child(i)->rect().center() ==
                QRect(view().mapToGlobal(placeOf(orders).toAlignedRect().topLeft()), placeOf(orders).toAlignedRect().size())
                    .center())
                card = list->child(i);
        }
        QVERIFY(card);
        QVERIFY(card->state().expandable && card->state().collapsed);
        QVERIFY(card->actionInterface()->actionNames().contains(QStringLiteral("Show what is in it")));
        card->actionInterface()->doAction(QStringLiteral("Show what is in it"));
        QTRY_VERIFY(isOpen(orders));
    }
    void aScreenReaderHearsWhatIsInOpenBoxes()
    {
        const QString dataset = openDataset();
        const auto rectOf = [&](const QString &id) {
            const QRect place = placeOf(id).toAlignedRect();
            return QRect(view().mapToGlobal(place.topLeft()), place.size());
        };
        view().setCamera(centred(dataset, 1.0));
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&view());
        QStringList names;
        for (int i = 0; i < list->childCount(); ++i)
            names.append(list->child(i)->text(QAccessible::Name));
        const MeshPtr mesh = test::sampleMesh();
        const auto partOf = [&](const QString &id) -> QAccessibleInterface * {
            const QString name = mesh->name(test::at(mesh, id));
            for (int i = 0; i < list->childCount(); ++i) {
                if (list->child(i)->rect() == rectOf(id) && names[i].startsWith(name))
                    return list->child(i);
            }
            return nullptr;
        };
        const auto at = [&](const QString &id) { return list->indexOfChild(partOf(id)); };
        // A box that is open, before what is in it.
        QAccessibleInterface *box = partOf(orders);
        QCOMPARE(box->role(), QAccessible::Grouping);
        QVERIFY(box->state().expandable && box->state().expanded && !box->state().collapsed);
        QVERIFY(box->text(QAccessible::Name).contains(kindName(Kind::Product)));
        QVERIFY(box->text(QAccessible::Name)
                    .contains(statusName(test::sampleSnapshot().health->status(test::at(mesh, orders)))));
        QCOMPARE(box->rect(), rectOf(orders));
        QVERIFY(box->actionInterface()->actionNames().contains(QStringLiteral("Close what is in it")));
        QVERIFY(at(commerce) >= 0 && at(commerce) < at(ordersDomain) && at(ordersDomain) < at(orders));
        const int card = scene().cardOf(dataset);
        QAccessibleInterface *open = partOf(dataset);
        QVERIFY(at(dataset) > at(orders));
        QVERIFY(open->state().expanded);
        QVERIFY(open->text(QAccessible::Name).contains(kindName(Kind::Dataset)));
        // Its columns in view, each in its place, and then its edges.
        const SceneCard &c = scene().cards()[size_t(card)];
        QVERIFY(c.places() > 0);
        QCOMPARE(open->childCount(), c.places() + int(scene().edgesAt(card).size()));
        QAccessibleInterface *row = open->child(0);
        QCOMPARE(row->text(QAccessible::Name).section(u',', 0, 0), c.rows.front().name);
        QVERIFY(row->text(QAccessible::Name).contains(c.rows.front().type));
        QCOMPARE(row->parent(), open);
        QCOMPARE(open->indexOfChild(row), 0);
        QVERIFY(open->rect().contains(row->rect()));
        QCOMPARE(open->childAt(row->rect().center().x(), row->rect().center().y()), row);
        QSignalSpy pressed(&view(), &GraphView::columnActivated);
        row->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(pressed.count(), 1);
        QCOMPARE(pressed.first().at(1).toString(), c.rows.front().name);
        // Ports, too.
        QVERIFY(std::any_of(names.begin(), names.end(),
                            [](const QString &n) { return n.contains(kindName(Kind::Port), Qt::CaseInsensitive); }));
        // Far away only what is in view is there.
        Camera away = view().camera();
        away.offset += QPointF(0, -5000);
        view().setCamera(away);
        QCOMPARE(list->childCount(), 0);
        // Closing what is in it.
        view().setCamera(centred(orders, 0.8));
        for (int i = 0; i < list->childCount(); ++i) {
            if (list->child(i)->rect() == rectOf(orders))
                box = list->child(i);
        }
        box->actionInterface()->doAction(QStringLiteral("Close what is in it"));
        QTRY_VERIFY(!isOpen(orders));
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

private:
    [[nodiscard]] GraphView &view() const { return *m_page->view(); }
    [[nodiscard]] const Scene &scene() const { return *m_page->view()->scene(); }
    [[nodiscard]] QRectF placeOf(const QString &id) const { return view().placeOf(id); }
    [[nodiscard]] bool isOpen(const QString &id) const
    {
        const int group = scene().groupOf(id);
        const int card = scene().cardOf(id);
        return group >= 0 ? scene().groups()[size_t(group)].fold == SceneFold::Open
                          : card >= 0 && scene().cards()[size_t(card)].fold == SceneFold::Open;
    }
    /// Turns the wheel at a place until the zoom is there.
    void wheel(QPoint at, double zoom)
    {
        const double steps = std::log(zoom / view().zoom()) / std::log(1.2);
        QWheelEvent event(at, view().mapToGlobal(at), {}, QPoint(0, int(std::lround(steps * 120))), Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&view(), &event);
    }
    /// Until what a zoom has set going has ended: the time it waits for has passed, and no layout is on its way.
    void settle()
    {
        QElapsedTimer clock;
        clock.start();
        QTRY_VERIFY(clock.elapsed() > 3 * MapPage::zoomDelay && m_page->isSettled());
    }
    void open(const QStringList &ids)
    {
        Location l{QStringLiteral("map"), {}, {}};
        for (const QString &id : ids)
            l.add("open", id);
        m_page->setLocation(l);
        QTRY_VERIFY(ids.isEmpty() || isOpen(ids.last()));
        settle();
    }
    /// The first line that runs through a card: not at one of its ends, or further into it than its border.
    [[nodiscard]] QString lineThroughACard() const
    {
        std::vector<QPointF> pieces;
        for (size_t e = 0; e < scene().edges().size(); ++e) {
            scene().flatten(int(e), 1, {}, pieces);
            for (size_t i = 1; i < pieces.size(); ++i) {
                const QRectF piece = QRectF(pieces[i - 1], pieces[i]).normalized().adjusted(-0.01, -0.01, 0.01, 0.01);
                for (const int card : scene().cardsIn(piece)) {
                    if (scene().cards()[size_t(card)].rect.adjusted(1, 1, -1, -1).intersects(piece))
                        return scene().tipOf(int(e)) + QStringLiteral(" through ") + scene().cards()[size_t(card)].name;
                }
            }
        }
        return {};
    }
    [[nodiscard]] QString datasetWithColumns(const QString &product) const
    {
        const MeshPtr mesh = test::sampleMesh();
        for (const NodeId d : mesh->datasetsOf(test::at(mesh, product))) {
            if (!mesh->columns(d).isEmpty())
                return mesh->address(d).toString();
        }
        return {};
    }
    QString openDataset()
    {
        const QString dataset = datasetWithColumns(orders);
        open({commerce, ordersDomain, orders, dataset});
        return dataset;
    }
    [[nodiscard]] Camera centred(const QString &id, double zoom) const
    {
        Camera camera;
        camera.scale = zoom;
        camera.offset = QRectF(view().rect()).center() - view().camera().toScene(placeOf(id).center()) * zoom;
        return camera;
    }

    std::unique_ptr<MapPage> m_page;
};

MESHSCOPE_TEST(TestMapZoom)
#include "tst_mapzoom.moc"
