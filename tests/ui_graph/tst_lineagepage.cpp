#include "tests/support/testmain.h"
#include "tests/ui_graph/viewhelp.h"
#include "ui/graph/filterbar.h"
#include "ui/lineage/impactlist.h"
#include "ui/lineage/lineagepage.h"
#include "ui/lineage/tracebar.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QSpinBox>
#include <QToolButton>

using namespace meshscope;

namespace {
QString table(const Mesh &mesh, const char *name)
{
    for (const NodeId n : mesh.nodes(Kind::Dataset)) {
        if (mesh.dataset(n).id.endsWith(QLatin1StringView(name)))
            return mesh.address(n).toString();
    }
    return {};
}
} // namespace

/// Lineage: hop by hop, columns traced, a list that agrees with the graph.
class TestLineagePage : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_snapshot = test::sampleSnapshot();
        m_page = test::shownPage<LineagePage>(m_snapshot);
        m_drawn = std::make_unique<QSignalSpy>(m_page.get(), &LineagePage::drawn);
    }
    void cleanup()
    {
        m_drawn.reset();
        m_page.reset();
    }
    void go(const QString &address, const QString &options = {})
    {
        const qsizetype before = m_drawn->count();
        m_page->setLocation({QStringLiteral("lineage"), address, QUrlQuery(options)});
        QTRY_VERIFY(m_drawn->count() > before);
    }

    void showsTheAskedDepths()
    {
        const QString staged = table(*m_snapshot.mesh, "stg_orders");
        go(staged, QStringLiteral("up=1&down=0"));
        QCOMPARE(m_page->shown().shown.size(), size_t(2));
        QSignalSpy moved(m_page.get(), &Page::locationChanged);
        m_page->findChild<QSpinBox *>(QStringLiteral("down"))->setValue(1);
        QTRY_COMPARE(m_page->shown().shown.size(), size_t(3));
        QVERIFY(moved.count() > 0);
        QCOMPARE(m_page->location().options.queryItemValue(QStringLiteral("down")), QStringLiteral("1"));
    }
    void aProductOpensAroundItsDatasetsWhereTheyAreTooManyToBeReadWhole()
    {
        Records r;
        DataProduct product;
        product.id = product.name = QStringLiteral("middle");
        r.products.append(product);
        for (int i = 0; i < 60; ++i) {
            Dataset d;
            d.id = d.name = QStringLiteral("t%1").arg(i);
            d.product = i == 30 ? product.id : QString();
            r.datasets.append(d);
            if (i > 0)
                r.lineage.append(LineageEdge{QStringLiteral("t%1").arg(i - 1), d.id, {}});
        }
        Snapshot s;
        s.mesh = test::meshOf(r);
        m_page->setSnapshot(s);
        go(QStringLiteral("shop/product/middle"), QStringLiteral("up=all&down=all&level=dataset"));
        const GraphView &view = *m_page->view();
        const int card = view.scene()->cardOf(table(*s.mesh, "t30"));
        QVERIFY(card >= 0);
        QVERIFY(view.scene()->cards().size() >= 60);
        QTRY_VERIFY(view.rect().contains(view.cardRectOnScreen(card)));
        QVERIFY2(view.zoom() > 0.7, qPrintable(QString::number(view.zoom())));
    }
    void jobsArePillsAndCanBeHidden()
    {
        const auto pills = [&] {
            int n = 0;
            for (const SceneCard &c : m_page->view()->scene()->cards())
                n += c.shape == SceneCard::Shape::Job ? 1 : 0;
            return n;
        };
        go(table(*m_snapshot.mesh, "mart.revenue"), QStringLiteral("up=all&down=0"));
        QVERIFY(pills() > 0);
        m_page->findChild<QToolButton *>(QStringLiteral("jobs"))->click();
        QTRY_COMPARE(pills(), 0);
    }
    void thePlusButtonShowsOneHopMoreAndKeepsThePlace()
    {
        const QString staged = table(*m_snapshot.mesh, "stg_orders");
        const QString revenue = table(*m_snapshot.mesh, "mart.revenue");
        go(staged, QStringLiteral("up=0&down=1"));
        const Scene &before = *m_page->view()->scene();
        const int card = before.cardOf(revenue);
        QVERIFY(card >= 0);
        QVERIFY(before.cards()[size_t(card)].hiddenUp > 0);
        const int hidden = before.cards()[size_t(card)].hiddenUp;
        const size_t shown = m_page->shown().shown.size();
        const QPointF place = before.cards()[size_t(card)].rect.center();
        emit m_page->view()->expandRequested(revenue, true);
        QTRY_COMPARE(m_page->shown().shown.size(), shown + size_t(hidden));
        const Scene &after = *m_page->view()->scene();
        QCOMPARE(after.cards()[size_t(after.cardOf(revenue))].hiddenUp, 0);
        QVERIFY(QLineF(after.cards()[size_t(after.cardOf(revenue))].rect.center(), place).length() < 1);
        QVERIFY(m_page->location().options.hasQueryItem(QStringLiteral("moreUp")));
    }
    void theImpactListAgreesWithTheGraph()
    {
        go(table(*m_snapshot.mesh, "sales.orders"), QStringLiteral("up=0&down=all"));
        auto *list = m_page->findChild<ImpactList *>();
        QCOMPARE(list->rowCount(), int(m_page->shown().impact.size()));
        QCOMPARE(m_page->shown().impact.size() + 1, m_page->shown().shown.size());
    }
    void tracesAColumnFromEndToEnd()
    {
        const QString sales = table(*m_snapshot.mesh, "sales.orders");
        const QString revenue = table(*m_snapshot.mesh, "mart.revenue");
        go(sales, QStringLiteral("down=1&columns=1"));
        const Scene &scene = *m_page->view()->scene();
        QVERIFY(scene.cards()[size_t(scene.cardOf(sales))].isOpen);
        emit m_page->view()->columnActivated(sales, QStringLiteral("amount"));
        QTRY_VERIFY(!m_page->shown().trace.steps.empty());
        // The far end is drawn although it is two steps away, and its column with it.
        const Scene &traced = *m_page->view()->scene();
        const int far = traced.cardOf(revenue);
        QVERIFY(far >= 0);
        QCOMPARE(traced.cards()[size_t(far)].rows.size(), size_t(1));
        QCOMPARE(traced.cards()[size_t(far)].rows.front().name, QStringLiteral("revenue"));
        QCOMPARE(m_page->shown().impact.size(), size_t(2));
        auto *bar = m_page->findChild<TraceBar *>();
        QVERIFY(bar->isVisible());
        emit m_page->view()->columnActivated(revenue, QStringLiteral("revenue"));
        QVERIFY(bar->text().contains(QStringLiteral("revenue")));
        QVERIFY(bar->text().contains(QStringLiteral("one path")));
        emit bar->closed();
        QTRY_VERIFY(m_page->shown().trace.steps.empty());
        QVERIFY(!bar->isVisible());
    }
    void aTableOfThreeThousandColumnsScrollsUsedOnesFirst()
    {
        Records records;
        for (const char *id : {"wide", "mart"}) {
            Dataset d;
            d.id = d.name = QLatin1StringView(id);
            records.datasets.append(d);
        }
        for (int i = 0; i < 3000; ++i) {
            Column c;
            c.dataset = QStringLiteral("wide");
            c.path = QStringLiteral("c%1").arg(i);
            c.ordinal = i;
            records.columns.append(c);
        }
        Column sum;
        sum.dataset = QStringLiteral("mart");
        sum.path = QStringLiteral("sum");
        records.columns.append(sum);
        records.lineage.append(LineageEdge{QStringLiteral("wide"), QStringLiteral("mart"), {}});
        records.columnLineage.append(ColumnEdge{
            QStringLiteral("wide"), QStringLiteral("c2345"), QStringLiteral("mart"), QStringLiteral("sum"), {}, {}});
        Snapshot snapshot;
        snapshot.mesh = test::meshOf(records);
        m_page->setSnapshot(snapshot);
        const QString wide = QStringLiteral("shop/dataset/wide");
        go(wide, QStringLiteral("down=1&columns=1"));
        const Scene &scene = *m_page->view()->scene();
        const SceneCard &card = scene.cards()[size_t(scene.cardOf(wide))];
        QVERIFY(card.isOpen && card.scrolls());
        QCOMPARE(card.rows.size(), size_t(3000));
        QCOMPARE(card.moreRows, 0);
        QVERIFY(card.rect.height() < 600);
        QCOMPARE(card.rows[0].name, QStringLiteral("c2345"));
        QCOMPARE(card.rows[1].name, QStringLiteral("c0"));
        // Traced, it keeps its place while the others scroll.
        emit m_page->view()->columnActivated(wide, QStringLiteral("c2345"));
        QTRY_VERIFY(!m_page->shown().trace.steps.empty());
        m_page->view()->scrollRows(wide, 500);
        const int at = m_page->view()->scene()->cardOf(wide);
        QCOMPARE(m_page->view()->columnAt(at, 0), QStringLiteral("c2345"));
        QVERIFY(m_page->view()->columnAt(at, 3) != QStringLiteral("c2"));
    }
    void aColumnsAddressIsTraced()
    {
        const MeshPtr &mesh = m_snapshot.mesh;
        const Result<Address> dataset = Address::parse(table(*mesh, "sales.orders"));
        const Address column{dataset->endpoint, Kind::Column, columnId(dataset->id, QStringLiteral("amount"))};
        go(column.toString());
        QVERIFY(!m_page->shown().trace.steps.empty());
        QCOMPARE(m_page->location().address, dataset->toString());
    }
    void aFilterSaysWhatItHides()
    {
        go(table(*m_snapshot.mesh, "mart.revenue"), QStringLiteral("up=all&down=all"));
        const size_t all = m_page->shown().shown.size();
        auto *box =
            m_page->findChild<QWidget *>(QStringLiteral("filterPanel"))->findChild<QComboBox *>(QStringLiteral("kind"));
        box->setCurrentIndex(box->findData(QStringLiteral("model")));
        emit box->activated(box->currentIndex());
        QTRY_VERIFY(m_page->shown().filtered > 0);
        QCOMPARE(m_page->shown().shown.size() + size_t(m_page->shown().filtered), all);
        QVERIFY(
            m_page->findChild<QLabel *>(QStringLiteral("shown"))->text().contains(QStringLiteral("hidden by the filter")));
    }
    void theBarOverTheGraphSaysWhatEachFilterHides()
    {
        go(table(*m_snapshot.mesh, "mart.revenue"), QStringLiteral("up=all&down=all&kind=model&tag=no-such-tag"));
        auto *bar = m_page->findChild<FilterBar *>();
        QVERIFY(bar->isVisible());
        const qsizetype hidden = m_page->shown().filtered;
        QVERIFY(hidden > 0);
        QVERIFY(bar->text().startsWith(QString::number(hidden)));
        QCOMPARE(m_page->shown().hidden.by.at(NodeFilter::Field::Tag), hidden);
        QVERIFY(m_page->shown().hidden.by.at(NodeFilter::Field::Kind) < hidden);
        QCOMPARE(m_page->location().options.queryItemValue(QStringLiteral("kind")), QStringLiteral("model"));
        QTest::mouseClick(bar->findChild<QToolButton *>(QStringLiteral("tag")), Qt::LeftButton);
        QTRY_COMPARE(m_page->shown().filtered, m_page->shown().hidden.by.at(NodeFilter::Field::Kind));
        QVERIFY(m_page->shown().filtered < hidden);
        QVERIFY(!m_page->location().options.hasQueryItem(QStringLiteral("tag")));
        QTest::mouseClick(bar->findChild<QWidget *>(QStringLiteral("showEverything")), Qt::LeftButton);
        QTRY_COMPARE(m_page->shown().filtered, 0);
        QVERIFY(!bar->isVisible());
    }
    void ringsStandRoundTheRoot()
    {
        const QString staged = table(*m_snapshot.mesh, "stg_orders");
        go(staged, QStringLiteral("up=all&down=all&as=rings"));
        const Scene &scene = *m_page->view()->scene();
        const QRectF root = scene.cards()[size_t(scene.cardOf(staged))].rect;
        QVERIFY(scene.cards().size() > 2);
        for (size_t i = 0; i < scene.cards().size(); ++i) {
            QVERIFY(scene.cards()[i].shape != SceneCard::Shape::Job);
            for (size_t k = i + 1; k < scene.cards().size(); ++k)
                QVERIFY(!scene.cards()[i].rect.intersects(scene.cards()[k].rect));
        }
        for (const NodeId n : m_snapshot.mesh->downstream(test::at(m_snapshot.mesh, staged)))
            QVERIFY(scene.cards()[size_t(scene.cardOf(m_snapshot.mesh->address(n).toString()))].rect.left() > root.right());
        for (const NodeId n : m_snapshot.mesh->upstream(test::at(m_snapshot.mesh, staged)))
            QVERIFY(scene.cards()[size_t(scene.cardOf(m_snapshot.mesh->address(n).toString()))].rect.right() < root.left());
        QCOMPARE(m_page->location().options.queryItemValue(QStringLiteral("as")), QStringLiteral("rings"));
        go(staged, QStringLiteral("up=all&down=all"));
        QVERIFY(!m_page->location().options.hasQueryItem(QStringLiteral("as")));
    }
    void theFullCircleHasUpstreamOnBothSides()
    {
        Records records;
        for (int i = 0; i < 9; ++i) {
            Dataset d;
            d.id = d.name = QStringLiteral("d%1").arg(i);
            records.datasets.append(d);
            if (i > 0)
                records.lineage.append({d.id, QStringLiteral("d0"), {}});
        }
        m_snapshot.mesh = test::meshOf(records);
        m_page->setSnapshot(m_snapshot);
        const auto left = [&] {
            const Scene &scene = *m_page->view()->scene();
            const QRectF root = scene.cards()[size_t(scene.cardOf(QStringLiteral("shop/dataset/d0")))].rect;
            return std::count_if(scene.cards().begin(), scene.cards().end(),
                                 [&](const SceneCard &c) { return c.rect.center().x() < root.center().x() - 1; });
        };
        go(QStringLiteral("shop/dataset/d0"), QStringLiteral("up=1&as=rings"));
        QCOMPARE(left(), 8);
        go(QStringLiteral("shop/dataset/d0"), QStringLiteral("up=1&as=circle"));
        QCOMPARE(left(), 4);
        QCOMPARE(m_page->location().options.queryItemValue(QStringLiteral("as")), QStringLiteral("circle"));
    }
    void takesProductsDomainsAndTheWholeMesh()
    {
        go(QStringLiteral("shop/product/revenue"));
        QCOMPARE(m_page->shown().level, Level::Product);
        go(QStringLiteral("shop/domain/finance"));
        QCOMPARE(m_page->shown().level, Level::Domain);
        go(QStringLiteral("shop/product/revenue"), QStringLiteral("level=dataset"));
        QCOMPARE(m_page->shown().level, Level::Dataset);
        go({});
        QVERIFY(m_page->shown().shown.size() >= m_snapshot.mesh->nodes(Kind::Product).size());
    }
    void whatIsGoneIsSaid()
    {
        m_page->setLocation({QStringLiteral("lineage"), QStringLiteral("shop/product/no-such"), {}});
        m_page->grab();
        QCOMPARE(m_page->title(), QStringLiteral("Lineage of shop/product/no-such"));
    }
    void countsWaysThroughATrace()
    {
        ColumnTrace trace;
        const NodeId n[5] = {{1}, {2}, {3}, {4}, {5}};
        const auto link = [&](int a, int b) {
            trace.links.push_back({n[a], QStringLiteral("c"), n[b], QStringLiteral("c"), {}, {}});
        };
        for (int i = 0; i < 5; ++i)
            trace.steps.push_back({n[i], QStringLiteral("c"), i});
        link(0, 1);
        link(0, 2);
        link(1, 3);
        link(2, 3);
        link(3, 4);
        link(0, 4);
        const TracePath path = pathThrough(trace, n[0], QStringLiteral("c"), n[4], QStringLiteral("c"));
        QCOMPARE(path.paths, 3);
        QCOMPARE(path.steps.size(), size_t(2));
        QVERIFY(pathThrough(trace, n[4], QStringLiteral("c"), n[0], QStringLiteral("c")).steps.empty());
    }

private:
    Snapshot m_snapshot;
    std::unique_ptr<LineagePage> m_page;
    std::unique_ptr<QSignalSpy> m_drawn;
};

MESHSCOPE_TEST(TestLineagePage)
#include "tst_lineagepage.moc"
