#include "tests/support/testmain.h"
#include "tests/ui_graph/viewhelp.h"
#include "ui/domains/mappage.h"
#include "ui/graph/graphtree.h"
#include "ui/graph/graphtreemodel.h"
#include "ui/lineage/lineagepage.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAction>
#include <QSignalSpy>
#include <QToolButton>

using namespace meshscope;

/// The same graph as a tree.
class TestGraphTree : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_snapshot = test::sampleSnapshot();
        m_page = test::shownPage<LineagePage>(m_snapshot);
        for (const NodeId n : m_snapshot.mesh->nodes(Kind::Dataset)) {
            if (m_snapshot.mesh->dataset(n).id.endsWith(QStringLiteral("stg_orders")))
                m_staged = m_snapshot.mesh->address(n).toString();
        }
        QSignalSpy drawn(m_page.get(), &LineagePage::drawn);
        m_page->setLocation({QStringLiteral("lineage"), m_staged, QUrlQuery(QStringLiteral("up=1&down=1"))});
        QTRY_VERIFY(drawn.count() > 0);
        m_tree = m_page->findChild<GraphTree *>();
    }
    void cleanup() { m_page.reset(); }
    GraphView &view() const { return *m_page->view(); }
    QModelIndex rowOf(const QString &id) const { return static_cast<GraphTreeModel *>(m_tree->model())->indexOf(id); }
    QModelIndex childOf(const QModelIndex &parent, GraphTreeModel::Row kind) const
    {
        m_tree->expand(parent);
        for (int i = 0; i < m_tree->model()->rowCount(parent); ++i) {
            const QModelIndex child = m_tree->model()->index(i, 0, parent);
            if (child.data(GraphTreeModel::RowRole).toInt() == int(kind))
                return child;
        }
        return {};
    }
    void showTree()
    {
        view().setFocus();
        QTest::keyClick(&view(), Qt::Key_T);
        QVERIFY(m_tree->isVisible());
    }

    void isAModel()
    {
        GraphTreeModel model;
        model.setGraph(view().scene(), m_snapshot.mesh);
        // Made now: it fetches rows while it still thinks of a reset.
        auto tester =
            std::make_unique<QAbstractItemModelTester>(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        // Everything that is found within three steps down.
        std::vector<std::pair<QModelIndex, int>> todo{{QModelIndex(), 0}};
        int rows = 0;
        while (!todo.empty()) {
            const auto [parent, depth] = todo.back();
            todo.pop_back();
            if (model.canFetchMore(parent))
                model.fetchMore(parent);
            QCOMPARE(model.hasChildren(parent), model.rowCount(parent) > 0);
            for (int i = 0; i < model.rowCount(parent); ++i) {
                const QModelIndex index = model.index(i, 0, parent);
                QVERIFY(!index.data().toString().isEmpty());
                QVERIFY(!index.data(Qt::AccessibleTextRole).toString().isEmpty());
                ++rows;
                if (depth < 8)
                    todo.emplace_back(index, depth + 1);
            }
        }
        QVERIFY(rows > int(view().scene()->cards().size()));
        for (const SceneCard &card : view().scene()->cards())
            QCOMPARE(model.indexOf(card.id).data(GraphTreeModel::CardRole).toString(), card.id);
        tester.reset();
        model.setGraph({}, {});
        QCOMPARE(model.rowCount(), 0);
    }
    void theKeyShowsItAndEscapeHidesIt()
    {
        QVERIFY(!m_tree->isVisible());
        showTree();
        QTRY_VERIFY(m_tree->hasFocus());
        QTest::keyClick(m_tree, Qt::Key_T); // back and forth without hiding it
        QVERIFY(m_tree->isVisible() && view().hasFocus());
        QTest::keyClick(&view(), Qt::Key_T);
        QVERIFY(m_tree->isVisible() && m_tree->hasFocus());
        QTest::keyClick(m_tree, Qt::Key_Escape);
        QVERIFY(!m_tree->isVisible() && view().hasFocus());
        m_page->findChild<QToolButton *>(QStringLiteral("tree"))->click();
        QVERIFY(m_tree->isVisible());
    }
    void selectionFollowsBothWays()
    {
        showTree();
        view().focusCard(view().scene()->cardOf(m_staged));
        QCOMPARE(m_tree->currentIndex(), rowOf(m_staged));
        for (const SceneCard &card : view().scene()->cards()) {
            m_tree->setCurrentIndex(rowOf(card.id));
            QCOMPARE(view().selected(), card.id);
        }
    }
    void domainsHoldProductsThatHoldDatasets()
    {
        showTree();
        const Mesh &mesh = *m_snapshot.mesh;
        int checked = 0;
        for (const SceneCard &card : view().scene()->cards()) {
            const NodeId n = test::at(m_snapshot.mesh, card.id);
            if (!n.isValid() || mesh.kind(n) != Kind::Dataset || !mesh.productOf(n).isValid())
                continue;
            const NodeId product = mesh.productOf(n);
            const QModelIndex row = rowOf(card.id);
            QCOMPARE(row.parent().data().toString(), mesh.name(product));
            QCOMPARE(row.parent().parent().data().toString(), mesh.name(mesh.domainOf(product)));
            ++checked;
        }
        QVERIFY(checked > 0);
    }
    void whatIsUpstreamIsBelowIt()
    {
        showTree();
        const QModelIndex row = rowOf(m_staged);
        const QModelIndex up = childOf(row, GraphTreeModel::Row::Upstream);
        QVERIFY(up.isValid());
        const QModelIndex neighbour = childOf(up, GraphTreeModel::Row::Neighbour);
        QVERIFY(neighbour.isValid());
        const QString id = neighbour.data(GraphTreeModel::CardRole).toString();
        const int end = view().scene()->cardOf(id);
        const auto edges = view().scene()->edgesAt(view().scene()->cardOf(m_staged));
        QVERIFY(
            std::any_of(edges.begin(), edges.end(), [&](int e) { return view().scene()->edges()[size_t(e)].from == end; }));
        // On from there, as far as one likes; Enter goes to the card itself.
        QVERIFY(childOf(neighbour, GraphTreeModel::Row::Downstream).isValid());
        m_tree->setCurrentIndex(neighbour);
        QCOMPARE(view().selected(), id);
        QTest::keyClick(m_tree, Qt::Key_Return);
        QCOMPARE(m_tree->currentIndex(), rowOf(id));
    }
    void columnsAreTracedAndMoreIsShownFromIt()
    {
        showTree();
        const QModelIndex column = childOf(rowOf(m_staged), GraphTreeModel::Row::Column);
        QVERIFY(column.isValid());
        QSignalSpy traced(&view(), &GraphView::columnActivated);
        m_tree->setCurrentIndex(column);
        QTest::keyClick(m_tree, Qt::Key_Return);
        QCOMPARE(traced.count(), 1);
        QCOMPARE(traced.first().at(0).toString(), m_staged);
        QCOMPARE(traced.first().at(1).toString(), column.data().toString());

        QString hiding;
        QTRY_VERIFY(!m_page->shown().trace.steps.empty());
        for (const SceneCard &card : view().scene()->cards())
            hiding = card.hiddenUp > 0 ? card.id : hiding;
        QVERIFY(!hiding.isEmpty());
        const size_t before = m_page->shown().shown.size();
        const QModelIndex more = childOf(childOf(rowOf(hiding), GraphTreeModel::Row::Upstream), GraphTreeModel::Row::Hidden);
        QVERIFY(more.isValid());
        m_tree->setCurrentIndex(more);
        QTest::keyClick(m_tree, Qt::Key_Return);
        QTRY_VERIFY(m_page->shown().shown.size() > before);
    }
    void theMapHasBoxesAndTheirFlows()
    {
        MapPage map;
        map.resize(1200, 800);
        map.show();
        QSignalSpy drawn(&map, &MapPage::drawn);
        map.setSnapshot(m_snapshot);
        QTRY_VERIFY(drawn.count() > 0);
        auto *tree = map.findChild<GraphTree *>();
        map.view()->setFocus();
        QTest::keyClick(map.view(), Qt::Key_T);
        QVERIFY(tree->isVisible());
        auto *model = static_cast<GraphTreeModel *>(tree->model());
        for (const SceneGroup &group : map.view()->scene()->groups()) {
            const QModelIndex row = model->indexOf(group.id);
            QCOMPARE(row.data().toString(), group.name);
            QCOMPARE(row.parent().data().toString(),
                     group.parent < 0 ? QString() : map.view()->scene()->groups()[size_t(group.parent)].name);
            tree->setCurrentIndex(row);
            QCOMPARE(map.view()->selected(), group.id);
        }
        int flows = 0;
        for (int i = 0; i < model->rowCount(); ++i) {
            const QModelIndex row = model->index(i, 0);
            tree->expand(row);
            for (int k = 0; k < model->rowCount(row); ++k) {
                const QModelIndex child = model->index(k, 0, row);
                if (child.data(GraphTreeModel::RowRole).toInt() != int(GraphTreeModel::Row::Downstream))
                    continue;
                tree->expand(child);
                flows += model->rowCount(child);
            }
        }
        QCOMPARE(flows, int(map.view()->scene()->edges().size()));
    }
    /// What the canvas itself says: boxes, their flows, and what can be done with a card.
    void theCanvasSaysBoxesEdgesAndActions()
    {
        MapPage map;
        map.resize(1200, 800);
        map.show();
        QSignalSpy drawn(&map, &MapPage::drawn);
        map.setSnapshot(m_snapshot);
        QTRY_VERIFY(drawn.count() > 0);
        GraphView &view = *map.view();
        const QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&view);
        const Scene &scene = *view.scene();
        QCOMPARE(list->childCount(), int(scene.cards().size() + scene.groups().size()));
        QStringList names;
        QAccessibleInterface *flow = nullptr;
        for (int i = 0; i < list->childCount(); ++i) {
            QAccessibleInterface *child = list->child(i);
            QCOMPARE(list->indexOfChild(child), i);
            names.append(child->text(QAccessible::Name).section(u',', 0, 0));
            QVERIFY(!child->rect().isEmpty());
            const bool isBox = std::any_of(scene.groups().begin(), scene.groups().end(),
                                           [&](const SceneGroup &g) { return g.name == names.last() && g.parent < 0; });
            if (isBox && child->childCount() > 0)
                flow = child->child(0);
        }
        for (const SceneGroup &group : scene.groups())
            QVERIFY2(names.contains(group.name), qPrintable(group.name));
        QVERIFY(flow && flow->parent()->indexOfChild(flow) == 0);
        QSignalSpy opened(&view, &GraphView::edgeActivated);
        QCOMPARE(flow->actionInterface()->actionNames().size(), 2); // its list, and where it leads
        flow->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(opened.count(), 1);
        flow->actionInterface()->doAction(flow->actionInterface()->actionNames().last());
        QVERIFY(!view.selected().isEmpty());

        // Cards of a lineage: menu, columns, path.
        GraphView &lineage = *m_page->view();
        const QAccessibleInterface *cards = QAccessible::queryAccessibleInterface(&lineage);
        const QRect place = lineage.cardRectOnScreen(lineage.scene()->cardOf(m_staged));
        QAccessibleInterface *card = nullptr;
        for (int i = 0; i < cards->childCount(); ++i) {
            if (cards->child(i)->rect() == QRect(lineage.mapToGlobal(place.topLeft()), place.size()))
                card = cards->child(i);
        }
        QVERIFY(card);
        const QStringList actions = card->actionInterface()->actionNames();
        QSignalSpy menu(&lineage, &GraphView::contextRequested);
        QSignalSpy toggled(&lineage, &GraphView::openToggled);
        QVERIFY(actions.contains(QAccessibleActionInterface::showMenuAction()));
        QVERIFY(actions.contains(GraphView::tr("Open or fold")));
        QVERIFY(actions.contains(GraphView::tr("Lock the path")));
        m_page->view()->disconnect(m_page.get()); // its menu would grab the mouse
        card->actionInterface()->doAction(QAccessibleActionInterface::showMenuAction());
        QCOMPARE(menu.count(), 1);
        QCOMPARE(menu.first().first().toString(), card->isValid() ? lineage.selected() : QString());
        card->actionInterface()->doAction(GraphView::tr("Open or fold"));
        QCOMPARE(toggled.count(), 1);
        card->actionInterface()->doAction(GraphView::tr("Lock the path"));
        QCOMPARE(lineage.locked(), lineage.selected());
    }

private:
    Snapshot m_snapshot;
    std::unique_ptr<LineagePage> m_page;
    GraphTree *m_tree = nullptr;
    QString m_staged;
};

MESHSCOPE_TEST(TestGraphTree)
#include "tst_graphtree.moc"
