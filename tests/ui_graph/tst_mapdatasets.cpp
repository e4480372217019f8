#include "models/graph/loosedatasets.h"
#include "models/graph/openlevels.h"
#include "tests/support/testmain.h"
#include "tests/ui_graph/viewhelp.h"
#include "ui/domains/flowlist.h"
#include "ui/domains/mappage.h"
#include "ui/domains/matrixscene.h"
#include "ui/graph/graphbar.h"
#include "ui/widgets/labels.h"

#include <QMenu>
#include <QSignalSpy>

#include <cmath>

using namespace meshscope;

namespace {

const QString ns = QStringLiteral("postgres://db.example:5432");

QString id(const QString &name)
{
    return datasetId(ns, name);
}

QString address(const QString &name)
{
    return QStringLiteral("shop/dataset/") + QString::fromLatin1(QUrl::toPercentEncoding(id(name)));
}

struct Maker {
    Records r;
    void domain(const QString &name, const QString &parent = {})
    {
        Domain d;
        d.id = d.name = name;
        d.domain = parent;
        r.domains.append(d);
    }
    void dataset(const QString &name, const QString &domain, const QString &product = {}, int columns = 0)
    {
        Dataset d;
        d.id = id(name);
        d.ns = ns;
        d.name = name;
        d.domain = domain;
        d.product = product;
        r.datasets.append(d);
        for (int i = 0; i < columns; ++i) {
            Column c;
            c.dataset = d.id;
            c.path = QStringLiteral("c%1").arg(i);
            c.ordinal = i;
            r.columns.append(c);
        }
    }
    void product(const QString &name, const QString &domain)
    {
        DataProduct p;
        p.id = p.name = name;
        p.domain = domain;
        r.products.append(p);
        Port port;
        port.product = name;
        port.output = true;
        port.name = QStringLiteral("main");
        port.id = portId(name, true, port.name, {});
        port.datasets = {id(name)};
        r.ports.append(port);
        dataset(name, domain);
    }
    void edge(const QString &from, const QString &to) { r.lineage.append(LineageEdge{id(from), id(to), {}}); }
    [[nodiscard]] Snapshot snapshot() const
    {
        Snapshot s;
        s.mesh = test::meshOf(r);
        s.health = evaluateHealth(s.mesh, test::sampleNow());
        return s;
    }
};

/// Domains without a product: raw (with a sub-domain), marts; lineage from the one to the other.
Maker datasetsOnly()
{
    Maker m;
    m.domain(QStringLiteral("raw"));
    m.domain(QStringLiteral("crm"), QStringLiteral("raw"));
    m.domain(QStringLiteral("marts"));
    for (int i = 0; i < 5; ++i)
        m.dataset(QStringLiteral("raw%1").arg(i), QStringLiteral("raw"), {}, 3);
    for (int i = 0; i < 4; ++i)
        m.dataset(QStringLiteral("crm%1").arg(i), QStringLiteral("crm"));
    for (int i = 0; i < 3; ++i)
        m.dataset(QStringLiteral("mart%1").arg(i), QStringLiteral("marts"));
    m.edge(QStringLiteral("raw0"), QStringLiteral("mart0"));
    m.edge(QStringLiteral("raw1"), QStringLiteral("mart0"));
    m.edge(QStringLiteral("crm0"), QStringLiteral("mart1"));
    m.edge(QStringLiteral("raw0"), QStringLiteral("raw1")); // inside
    m.edge(QStringLiteral("mart0"), QStringLiteral("mart1"));
    return m;
}

/// Two domains of products with datasets of no product beside them, and one of such datasets only.
Maker mixed(int loose)
{
    Maker m;
    for (const char *name : {"sales", "finance", "lake"})
        m.domain(QString::fromLatin1(name));
    m.product(QStringLiteral("orders"), QStringLiteral("sales"));
    m.product(QStringLiteral("revenue"), QStringLiteral("finance"));
    for (int i = 0; i < loose; ++i)
        m.dataset(QStringLiteral("staging%1").arg(i), QStringLiteral("sales"), {}, 2);
    m.dataset(QStringLiteral("dump"), QStringLiteral("lake"));
    m.dataset(QStringLiteral("nowhere"), {});
    m.edge(QStringLiteral("orders"), QStringLiteral("staging0"));   // on the way of the flow orders → revenue
    m.edge(QStringLiteral("staging0"), QStringLiteral("revenue"));  // so is this
    m.edge(QStringLiteral("orders"), QStringLiteral("revenue"));    // and this
    m.edge(QStringLiteral("staging1"), QStringLiteral("revenue"));  // no product behind it
    m.edge(QStringLiteral("dump"), QStringLiteral("orders"));       // from a domain without products
    m.edge(QStringLiteral("staging1"), QStringLiteral("staging2")); // inside
    return m;
}

const SceneEdge *between(const MapScene &map, const QString &from, const QString &to)
{
    const Scene &scene = *map.scene;
    for (const SceneEdge &e : scene.edges()) {
        if (e.from < 0 && e.to < 0 && scene.groups()[size_t(~e.from)].name == from &&
            scene.groups()[size_t(~e.to)].name == to)
            return &e;
    }
    return nullptr;
}

MapRequest requestOf(const Snapshot &snapshot)
{
    MapRequest request;
    request.snapshot = snapshot;
    return request;
}

} // namespace

/// Domains without products: their datasets are counted and shown, and what flows between them.
class TestMapDatasets : public QObject {
    Q_OBJECT
private slots:
    void aDomainWithoutProductsSaysItsDatasets()
    {
        const MapScene map = buildMap(requestOf(datasetsOnly().snapshot()));
        const auto group = [&](const QString &name) {
            return map.scene->groups()[size_t(map.scene->groupOf(QStringLiteral("shop/domain/") + name))];
        };
        QCOMPARE(group(QStringLiteral("raw")).count, QStringLiteral("9 datasets"));
        QCOMPARE(group(QStringLiteral("crm")).count, QStringLiteral("4"));
        QCOMPARE(group(QStringLiteral("marts")).count, QStringLiteral("3 datasets"));
        QVERIFY(group(QStringLiteral("raw")).tip.contains(QStringLiteral("5 own datasets")));
        QVERIFY(group(QStringLiteral("raw")).tip.contains(QStringLiteral("4 datasets of no product in sub-domains")));
        QVERIFY(!group(QStringLiteral("raw")).tip.contains(QStringLiteral("0 own products")));
        QCOMPARE(map.loose.size(), size_t(12));
        QCOMPARE(map.scene->cards().size(), size_t(12));
        // For files as well.
        size_t datasets = 0;
        for (const graph::DrawnGraph::Node &node : map.drawn.nodes)
            datasets += node.kind == kindWord(Kind::Dataset) ? 1u : 0u;
        QCOMPARE(datasets, size_t(12));
    }
    void lineageFlowsBetweenDomains()
    {
        MapRequest request = requestOf(datasetsOnly().snapshot());
        const MapScene map = buildMap(request);
        const SceneEdge *edge = between(map, QStringLiteral("raw"), QStringLiteral("marts"));
        QVERIFY(edge);
        QCOMPARE(edge->count, 3);
        QVERIFY(edge->tip.contains(QStringLiteral("3 flows from or to datasets of no product")));
        QCOMPARE(map.flowCount, 3);
        QCOMPARE(map.innerFlows, 2);
        request.flows = MapRequest::Flows::SubDomains;
        const MapScene deep = buildMap(request);
        QCOMPARE(between(deep, QStringLiteral("raw"), QStringLiteral("marts"))->count, 2);
        QCOMPARE(between(deep, QStringLiteral("crm"), QStringLiteral("marts"))->count, 1);
        request.arrangement = MapRequest::Arrangement::Matrix;
        request.flows = MapRequest::Flows::Domains;
        const MapScene table = buildMap(request);
        const FlowMatrixData &data = *table.matrix;
        const int raw = data.rowOf(QStringLiteral("shop/domain/raw")),
                  marts = data.rowOf(QStringLiteral("shop/domain/marts"));
        QVERIFY(raw >= 0 && marts >= 0);
        QCOMPARE(data.count(raw, marts), 3);
        QCOMPARE(data.count(marts, raw), 0);
        QCOMPARE(data.rows[size_t(raw)].datasets, 9);
        QCOMPARE(data.rows[size_t(raw)].products, 0);
    }
    void aFlowOfProductsStandsForTheLineageUnderIt()
    {
        const Snapshot snapshot = mixed(3).snapshot();
        const MapScene map = buildMap(requestOf(snapshot));
        const SceneEdge *edge = between(map, QStringLiteral("sales"), QStringLiteral("finance"));
        QVERIFY(edge);
        QCOMPARE(edge->count, 2); // orders → revenue, and staging1 → revenue
        QVERIFY(edge->tip.contains(QStringLiteral("\n1 flow")));
        QVERIFY(edge->tip.contains(QStringLiteral("between products")));
        QVERIFY(edge->tip.contains(QStringLiteral("datasets of no product")));
        QCOMPARE(between(map, QStringLiteral("lake"), QStringLiteral("sales"))->count, 1);
        // Every relation that is counted is another one.
        std::set<std::pair<NodeId, NodeId>> seen;
        for (const auto &rows : map.flows) {
            for (const MapFlowRow &row : rows)
                QVERIFY(seen.insert({row.from, row.to}).second);
        }
        QCOMPARE(qsizetype(seen.size()), map.flowCount);
    }
    void withoutProductsItIsDatasetsThatAreMeasured()
    {
        const auto sizes = [&] {
            for (const ChoiceButton *choice : m_page->findChildren<ChoiceButton *>()) {
                if (choice->accessibleName().startsWith(QStringLiteral("Size")))
                    return choice;
            }
            return static_cast<const ChoiceButton *>(nullptr);
        };
        const auto offered = [&] {
            QStringList texts;
            for (const QAction *action : sizes()->menu()->actions()) {
                if (action->isVisible())
                    texts.append(action->text());
            }
            return texts;
        };
        show(datasetsOnly());
        QCOMPARE(sizes()->accessibleName(), QStringLiteral("Size: Datasets"));
        QVERIFY(!offered().contains(QStringLiteral("Products")));
        QCOMPARE(offered().count(QStringLiteral("Datasets")), 1);
        show(mixed(40));
        QCOMPARE(sizes()->accessibleName(), QStringLiteral("Size: Products"));
        QCOMPARE(offered().count(QStringLiteral("Datasets")), 1);
    }
    void whatHasProductsSaysProductsFirst()
    {
        const MapScene map = buildMap(requestOf(mixed(40).snapshot()));
        const auto group = [&](const char *name) {
            return map.scene->groups()[size_t(map.scene->groupOf(QStringLiteral("shop/domain/") + QLatin1String(name)))];
        };
        QVERIFY(group("sales").count.startsWith(QStringLiteral("1 product")));
        QVERIFY(group("sales").tip.contains(QStringLiteral("40 own datasets of no product")));
        QVERIFY(group("lake").count.startsWith(QStringLiteral("1 dataset")));
        const int heap = map.scene->cardOf(heapId(QStringLiteral("shop/domain/sales")));
        QVERIFY(heap >= 0);
        QCOMPARE(map.scene->cards()[size_t(heap)].name, QStringLiteral("40 datasets"));
        QCOMPARE(map.loose.size(), size_t(41));
        QCOMPARE(map.missing.size(), size_t(1)); // the one of no domain
        QVERIFY(map.missingNote.startsWith(QStringLiteral("1 dataset")));
    }
    void theTreemapHasAnAreaForEach()
    {
        MapRequest request = requestOf(mixed(40).snapshot());
        request.arrangement = MapRequest::Arrangement::Treemap;
        const MapScene map = buildMap(request);
        QCOMPARE(map.scene->cards().size(), size_t(2 + 41));
        for (const SceneCard &card : map.scene->cards())
            QVERIFY(!card.rect.isEmpty());
        request.size = MapRequest::Size::Columns;
        const MapScene columns = buildMap(request);
        QCOMPARE(columns.scene->cards().size(), size_t(40)); // only these have columns
        QVERIFY(columns.missingNote.contains(QStringLiteral("2 products have none")));
        QVERIFY(columns.missingNote.contains(QStringLiteral("; 1 dataset")));
    }
    void aFilterMeansDatasetsToo()
    {
        MapRequest request = requestOf(datasetsOnly().snapshot());
        request.filter.domain = QStringLiteral("shop/domain/marts");
        const MapScene map = buildMap(request);
        QCOMPARE(map.loose.size(), size_t(3));
        QCOMPARE(map.scene->groups().size(), size_t(1));
        QCOMPARE(map.hidden.all, 9);
        QCOMPARE(map.flowCount, 0);
    }
    void zoomingInOpensDatasetsAndThenTheirColumns()
    {
        show(datasetsOnly());
        const QString raw = QStringLiteral("shop/domain/raw");
        QCOMPARE(m_page->findChild<CountLink *>()->text(), QStringLiteral("12 datasets"));
        const QPoint at = view().placeOf(address(QStringLiteral("raw0"))).center().toPoint();
        wheel(at, 1.3);
        QTRY_COMPARE(m_page->opening().openedByZoom(), QStringList{raw});
        settle();
        const int card = scene().cardOf(address(QStringLiteral("raw0")));
        QVERIFY(card >= 0);
        QCOMPARE(scene().cards()[size_t(card)].shape, SceneCard::Shape::Dataset);
        const QPoint on = view().placeOf(address(QStringLiteral("raw0"))).center().toPoint();
        wheel(on, 2.2);
        QTRY_VERIFY(isOpen(address(QStringLiteral("raw0"))));
        QCOMPARE(scene().cards()[size_t(scene().cardOf(address(QStringLiteral("raw0"))))].rows.size(), size_t(3));
    }
    void manyOfThemOpenFromTheirCard()
    {
        show(mixed(40));
        const QString sales = QStringLiteral("shop/domain/sales");
        const QString heap = heapId(sales);
        emit view().openToggled(heap);
        QTRY_VERIFY(scene().groupOf(heap) >= 0);
        QVERIFY(scene().cardOf(heap) < 0);
        QCOMPARE(m_page->opening().openedByHand(), (QStringList{sales, heap}));
        for (int i = 0; i < 40; ++i) {
            const int card = scene().cardOf(address(QStringLiteral("staging%1").arg(i)));
            QVERIFY(card >= 0);
            QCOMPARE(scene().cards()[size_t(card)].group, scene().groupOf(heap));
        }
        // The same from a link, and closed again in its place.
        const Location there = m_page->location();
        show(mixed(40), there);
        QTRY_VERIFY(scene().groupOf(heap) >= 0);
        emit view().openToggled(heap);
        QTRY_VERIFY(scene().cardOf(heap) >= 0);
        emit view().nodeActivated(heap, false);
        auto *list = m_page->findChild<FlowList *>();
        QVERIFY(!list->isHidden());
        QCOMPARE(list->rowCount(), 40);
    }
    void countsOpenTheirLists()
    {
        show(mixed(40));
        auto *list = m_page->findChild<FlowList *>();
        auto *datasets = m_page->findChild<CountLink *>(QStringLiteral("datasets"));
        QCOMPARE(datasets->count(), 41);
        emit datasets->opened(false);
        QCOMPARE(list->rowCount(), 41);
        emit m_page->findChild<LinkLabel *>(QStringLiteral("missing"))->opened(false);
        QCOMPARE(list->rowCount(), 1);
        for (size_t e = 0; e < scene().edges().size(); ++e) {
            emit view().edgeActivated(int(e));
            QCOMPARE(qint64(list->rowCount()), scene().edges()[e].count);
        }
        show(datasetsOnly());
        QSignalSpy opened(m_page.get(), &Page::openRequested);
        emit m_page->findChild<CountLink *>()->opened(false);
        QCOMPARE(opened.at(0).at(0).value<Location>().option("kind"), kindWord(Kind::Dataset));
    }
    void aThousandInADomainAreShown()
    {
        Maker m;
        m.domain(QStringLiteral("lake"));
        for (int i = 0; i < 1000; ++i)
            m.dataset(QStringLiteral("t%1").arg(i), QStringLiteral("lake"));
        for (int i = 0; i + 10 < 1000; i += 3)
            m.edge(QStringLiteral("t%1").arg(i), QStringLiteral("t%1").arg(i + 10));
        MapRequest request = requestOf(m.snapshot());
        const MapScene closed = buildMap(request);
        QCOMPARE(closed.scene->groups().front().count, QStringLiteral("1,000 datasets"));
        QVERIFY(closed.scene->cards().empty()); // its head says it
        request.open.insert(request.snapshot.mesh->topDomains().front());
        const MapScene open = buildMap(request);
        QCOMPARE(open.scene->cards().size(), size_t(1000));
        for (size_t i = 1; i < open.scene->cards().size(); ++i)
            QVERIFY(!open.scene->cards()[i].rect.intersects(open.scene->cards()[i - 1].rect));
    }

private:
    void show(const Maker &maker, const Location &location = {})
    {
        m_page = std::make_unique<MapPage>();
        m_page->resize(1200, 800);
        m_page->show();
        if (!location.view.isEmpty())
            m_page->setLocation(location);
        m_page->setSnapshot(maker.snapshot());
        QTRY_VERIFY(m_page->shown().scene);
    }
    [[nodiscard]] GraphView &view() const { return *m_page->view(); }
    [[nodiscard]] const Scene &scene() const { return *view().scene(); }
    void settle()
    {
        QElapsedTimer clock;
        clock.start();
        QTRY_VERIFY(clock.elapsed() > 3 * MapPage::zoomDelay && m_page->isSettled());
    }
    [[nodiscard]] bool isOpen(const QString &id) const
    {
        const int card = scene().cardOf(id);
        return card >= 0 && scene().cards()[size_t(card)].fold == SceneFold::Open;
    }
    void wheel(QPoint at, double zoom)
    {
        const double steps = std::log(zoom / view().zoom()) / std::log(1.2);
        QWheelEvent event(at, view().mapToGlobal(at), {}, QPoint(0, int(std::lround(steps * 120))), Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&view(), &event);
    }

    std::unique_ptr<MapPage> m_page;
};

MESHSCOPE_TEST(TestMapDatasets)
#include "tst_mapdatasets.moc"
