#include "tests/support/testmain.h"
#include "tests/ui_graph/viewhelp.h"
#include "ui/graph/exportpicture.h"
#include "ui/graph/graphbar.h"
#include "ui/lineage/heldlist.h"
#include "ui/lineage/lineagepage.h"

#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QSignalSpy>
#include <QSpinBox>
#include <QToolButton>

using namespace meshscope;

namespace {

constexpr int rawTables = 4;

/// Four raw tables, each going into two of the mart; one report of another database made from the mart.
Records warehouse()
{
    Records r;
    const auto add = [&](const QString &name) {
        Dataset d;
        d.ns = QStringLiteral("postgres://db");
        d.name = name;
        d.id = d.ns + u'/' + name;
        r.datasets.append(d);
        return d.id;
    };
    const QString sales = add(QStringLiteral("shop.mart.sales"));
    const QString stock = add(QStringLiteral("shop.mart.stock"));
    for (int i = 0; i < rawTables; ++i) {
        const QString raw = add(QStringLiteral("shop.raw.t%1").arg(i));
        r.lineage.append({raw, sales, {}});
        if (i % 2 == 0)
            r.lineage.append({raw, stock, {}});
    }
    const QString report = add(QStringLiteral("bi.reports.weekly"));
    r.lineage.append({sales, report, {}});
    const QString more = add(QStringLiteral("bi.reports.yearly"));
    r.lineage.append({report, more, {}});
    r.lineage.append({stock, more, {}});
    return r;
}

const QString raw = QStringLiteral("schema:postgres://db/shop.raw");
const QString mart = QStringLiteral("schema:postgres://db/shop.mart");

} // namespace

/// Datasets collapsed into schema, product or domain.
class TestLineageFolds : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_snapshot.mesh = test::meshOf(warehouse());
        m_page = test::shownPage<LineagePage>(m_snapshot);
        m_drawn = std::make_unique<QSignalSpy>(m_page.get(), &LineagePage::drawn);
        m_sales = named("shop.mart.sales");
        go(QStringLiteral("up=1&down=1"));
    }
    void cleanup()
    {
        m_drawn.reset();
        m_page.reset();
    }
    QString named(const char *name) const
    {
        for (const NodeId n : m_snapshot.mesh->nodes(Kind::Dataset)) {
            if (m_snapshot.mesh->name(n) == QLatin1StringView(name))
                return m_snapshot.mesh->address(n).toString();
        }
        return {};
    }
    void go(const QString &options)
    {
        const qsizetype before = m_drawn->count();
        m_page->setLocation({QStringLiteral("lineage"), m_sales, QUrlQuery(options)});
        QTRY_VERIFY(m_drawn->count() > before);
    }
    const Scene &scene() const { return *m_page->view()->scene(); }
    const SceneCard &card(const QString &id) const { return scene().cards()[size_t(scene().cardOf(id))]; }
    int edgeBetween(const QString &from, const QString &to) const
    {
        for (size_t e = 0; e < scene().edges().size(); ++e) {
            const SceneEdge &edge = scene().edges()[e];
            if (edge.from == scene().cardOf(from) && edge.to == scene().cardOf(to))
                return int(e);
        }
        return -1;
    }
    HeldList *list() const { return m_page->findChild<HeldList *>(); }
    /// Presses C on a card and chooses what begins so.
    void collapse(const QString &id, const QString &what)
    {
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->view()->setFocus();
        m_page->view()->focusCard(scene().cardOf(id));
        QCOMPARE(m_page->view()->selected(), id);
        QTest::keyClick(m_page->view(), Qt::Key_C);
        QMenu *menu = nullptr;
        QTRY_VERIFY((menu = m_page->findChild<QMenu *>(QStringLiteral("collapseMenu"))) && menu->isVisible());
        const qsizetype before = m_drawn->count();
        for (QAction *action : menu->actions()) {
            if (QString(action->text()).remove(u'&').startsWith(what)) {
                action->trigger();
                break;
            }
        }
        menu->close();
        QTRY_VERIFY(m_drawn->count() > before);
        QTRY_VERIFY(!m_page->findChild<QMenu *>(QStringLiteral("collapseMenu")));
    }

    void groupingBySchemaLeavesOneCardEach()
    {
        auto *group = m_page->findChild<ChoiceButton *>(QStringLiteral("group"));
        for (QAction *action : group->menu()->actions()) {
            if (action->text() == u"Schema")
                action->trigger();
        }
        QTRY_VERIFY(scene().cardOf(raw) >= 0);
        QCOMPARE(scene().cards().size(), size_t(3)); // raw, mart, reports
        QVERIFY2(card(raw).moreText.contains(QString::number(rawTables)), qPrintable(card(raw).moreText));
        QCOMPARE(card(raw).name, QStringLiteral("shop.raw"));
        QVERIFY(card(mart).isRoot);
        const int edge = edgeBetween(raw, mart);
        QVERIFY(edge >= 0);
        QCOMPARE(scene().edges()[size_t(edge)].count, qint64(rawTables)); // stock is not shown yet
        QVERIFY(scene().edges()[size_t(edge)].isFlow);
        QCOMPARE(m_page->location().options.queryItemValue(QStringLiteral("level")), QStringLiteral("schema"));
        go(m_page->location().options.toString());
        QCOMPARE(scene().cards().size(), size_t(3));
    }
    void aCardIsCollapsedByTheKeyAndStaysUnderTheEye()
    {
        const QString first = named("shop.raw.t1");
        const QPointF place = card(first).rect.center();
        collapse(first, QStringLiteral("Collapse to Schema"));
        QVERIFY(scene().cardOf(raw) >= 0 && scene().cardOf(first) < 0);
        QVERIFY(QLineF(card(raw).rect.center(), place).length() < 1);
        QCOMPARE(m_page->view()->selected(), raw);
        QCOMPARE(m_page->location().options.queryItemValue(QStringLiteral("folded"), QUrl::FullyDecoded), raw);
        // Space opens it again, where it was.
        QTest::keyClick(m_page->view(), Qt::Key_Space);
        QTRY_VERIFY(scene().cardOf(first) >= 0);
        QCOMPARE(scene().cardOf(raw), -1);
        QVERIFY(QLineF(card(m_page->view()->selected()).rect.center(), place).length() < 1);
        QVERIFY(!m_page->location().options.hasQueryItem(QStringLiteral("folded")));
    }
    void theCountsOpenTheirLists()
    {
        collapse(named("shop.raw.t0"), QStringLiteral("Collapse to Schema"));
        QVERIFY(!list()->isVisible());
        emit m_page->view()->moreColumnsRequested(raw);
        QVERIFY(list()->isVisible());
        QCOMPARE(list()->rowCount(), rawTables);
        const int edge = edgeBetween(raw, m_sales);
        QVERIFY(edge >= 0);
        emit m_page->view()->edgeActivated(edge);
        QCOMPARE(qint64(list()->rowCount()), scene().edges()[size_t(edge)].count);
        list()->findChild<QToolButton *>(QStringLiteral("closeList"))->click();
        QVERIFY(!list()->isVisible());
        QVERIFY(m_page->findChild<QWidget *>(QStringLiteral("impact"))->isVisible());
    }
    void thePlusOfACollapsedCardShowsWhatItSays()
    {
        go(QStringLiteral("up=0&down=0&level=schema"));
        const int hidden = card(mart).hiddenUp;
        QCOMPARE(hidden, rawTables);
        const size_t before = m_page->shown().shown.size();
        emit m_page->view()->expandRequested(mart, true);
        QTRY_COMPARE(m_page->shown().shown.size(), before + size_t(hidden));
        QCOMPARE(card(mart).hiddenUp, 0);
        QVERIFY(scene().cardOf(raw) >= 0);
        // Downstream, what comes into the card itself is followed on.
        const int below = card(raw).hiddenDown;
        QVERIFY(below > 0);
        emit m_page->view()->expandRequested(raw, false);
        QTRY_COMPARE(m_page->shown().shown.size(), before + size_t(hidden + below));
        QCOMPARE(card(raw).hiddenDown, 0);
    }
    void oneSchemaIsOpenedAmongCollapsedOnes()
    {
        const auto *up = m_page->findChild<QSpinBox *>(QStringLiteral("up"));
        QVERIFY(!up->accessibleName().contains(QStringLiteral("dataset"), Qt::CaseInsensitive));
        go(QStringLiteral("up=1&down=1&level=schema"));
        QVERIFY(up->accessibleName().contains(QStringLiteral("dataset"), Qt::CaseInsensitive)); // says what it counts
        m_page->view()->setFocus();
        m_page->view()->focusCard(scene().cardOf(raw));
        QTest::keyClick(m_page->view(), Qt::Key_Space);
        QTRY_VERIFY(scene().cardOf(named("shop.raw.t0")) >= 0);
        QVERIFY(scene().cardOf(mart) >= 0);
        const QUrlQuery options = m_page->location().options;
        QVERIFY(options.hasQueryItem(QStringLiteral("unfolded")));
        go(options.toString());
        QVERIFY(scene().cardOf(named("shop.raw.t0")) >= 0 && scene().cardOf(mart) >= 0);
        collapse(named("shop.raw.t0"), QStringLiteral("Collapse to Schema"));
        QVERIFY(scene().cardOf(raw) >= 0);
        QVERIFY(!m_page->location().options.hasQueryItem(QStringLiteral("unfolded")));
    }
    void productsAndDomainsCollapseToo()
    {
        m_snapshot = test::sampleSnapshot();
        m_page->setSnapshot(m_snapshot);
        QString dataset, product, domain;
        for (const NodeId n : m_snapshot.mesh->nodes(Kind::Dataset)) {
            const NodeId p = m_snapshot.mesh->productOf(n);
            if (p.isValid() && m_snapshot.mesh->domainOf(p).isValid()) {
                dataset = m_snapshot.mesh->address(n).toString();
                product = m_snapshot.mesh->address(p).toString();
                domain = m_snapshot.mesh->address(m_snapshot.mesh->domainOf(p)).toString();
                break;
            }
        }
        m_sales = dataset;
        go(QStringLiteral("up=1&down=1"));
        collapse(dataset, QStringLiteral("Collapse to Product"));
        QVERIFY(scene().cardOf(product) >= 0);
        QVERIFY(card(product).shape == SceneCard::Shape::Product);
        collapse(product, QStringLiteral("Collapse to Domain"));
        QVERIFY(scene().cardOf(domain) >= 0);
        QCOMPARE(scene().cardOf(product), -1);
        // And back to the product, which is still collapsed.
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        QTest::keyClick(m_page->view(), Qt::Key_C);
        QMenu *menu = nullptr;
        QTRY_VERIFY((menu = m_page->findChild<QMenu *>(QStringLiteral("collapseMenu"))));
        menu->actions().constFirst()->trigger();
        menu->close();
        QTRY_VERIFY(scene().cardOf(product) >= 0);
    }
    void edgesOfProductsSayHowManyTheyHold()
    {
        Records r = warehouse();
        for (Dataset &d : r.datasets)
            d.product = d.name.section(u'.', 1, 1);
        for (const char *id : {"raw", "mart", "reports"}) {
            DataProduct p;
            p.id = p.name = QLatin1StringView(id);
            r.products.append(p);
        }
        m_snapshot.mesh = test::meshOf(r);
        m_page->setSnapshot(m_snapshot);
        m_sales = QStringLiteral("shop/product/mart");
        go(QStringLiteral("up=1&down=1&level=product"));
        const int edge = edgeBetween(QStringLiteral("shop/product/raw"), m_sales);
        QVERIFY(edge >= 0);
        QCOMPARE(scene().edges()[size_t(edge)].count, qint64(rawTables + rawTables / 2));
        emit m_page->view()->edgeActivated(edge);
        QCOMPARE(list()->rowCount(), rawTables + rawTables / 2);
    }
    void filesHoldWhatIsCollapsed()
    {
        go(QStringLiteral("up=1&down=1&level=schema"));
        const graph::DrawnGraph &drawn = m_page->shown().drawn;
        QCOMPARE(drawn.nodes.size(), size_t(3));
        const QJsonObject json =
            QJsonDocument::fromJson(graph::writeGraph(*m_snapshot.mesh, drawn, graph::GraphFormat::Json)).object();
        QCOMPARE(json.value(QStringLiteral("nodes")).toArray().size(), 3);
        QCOMPARE(json.value(QStringLiteral("edges")).toArray().size(), 2);
        for (const graph::GraphFormat format : {graph::GraphFormat::Csv, graph::GraphFormat::GraphMl,
                                                graph::GraphFormat::Dot, graph::GraphFormat::OpenLineage})
            QVERIFY(graph::writeGraph(*m_snapshot.mesh, drawn, format).contains("shop.raw"));
        const auto svg = pictureOf(scene(), tokensOf(Scheme::Light), graph::GraphFormat::Svg, {});
        QVERIFY(svg && svg->contains("shop.raw") && svg->contains(card(raw).moreText.toUtf8()));
    }

private:
    Snapshot m_snapshot;
    QString m_sales;
    std::unique_ptr<LineagePage> m_page;
    std::unique_ptr<QSignalSpy> m_drawn;
};

MESHSCOPE_TEST(TestLineageFolds)
#include "tst_lineagefolds.moc"
