#include "tests/support/testmain.h"
#include "tests/ui_graph/viewhelp.h"
#include "ui/domains/flowlist.h"
#include "ui/domains/mappage.h"
#include "ui/graph/graphexporter.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

using namespace meshscope;

/// The domain map shows the mesh and leads on.
class TestMapPage : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_page = test::shownPage<MapPage>(test::sampleSnapshot());
        QTRY_VERIFY(m_page->shown().scene);
    }
    void cleanup() { m_page.reset(); }

    void hasEveryProductAndDomain()
    {
        const MeshPtr held = test::sampleMesh();
        const Mesh &mesh = *held;
        size_t loose = 0; // datasets of no product, in a domain
        for (const NodeId d : mesh.nodes(Kind::Dataset))
            loose += !mesh.productOf(d).isValid() && mesh.domainOf(d).isValid() ? 1u : 0u;
        QCOMPARE(m_page->view()->scene()->cards().size(), mesh.nodes(Kind::Product).size() + loose);
        QCOMPARE(m_page->view()->scene()->groups().size(), mesh.nodes(Kind::Domain).size());
        QVERIFY(m_page->shown().flowCount > 0);
        const MapScene &s = m_page->shown();
        QCOMPARE(s.met + s.atRisk + s.breached + s.unknown + s.noPromise, s.products);
        QCOMPARE(m_page->title(), QStringLiteral("Domain map"));
    }
    void aSelectedProductIsSaidAndKept()
    {
        QSignalSpy selected(m_page.get(), &Page::selected);
        const QString orders = QStringLiteral("shop/product/orders");
        QTest::mouseClick(m_page->view(), Qt::LeftButton, {}, test::middleOf(*m_page->view(), orders));
        QCOMPARE(selected.count(), 1);
        QCOMPARE(selected.at(0).at(0).toString(), orders);
        QCOMPARE(m_page->location().options.queryItemValue(QStringLiteral("selected"), QUrl::FullyDecoded), orders);
        QSignalSpy drawn(m_page.get(), &MapPage::drawn);
        m_page->setSnapshot(test::sampleSnapshot());
        QTRY_COMPARE(drawn.count(), 1);
        QCOMPARE(m_page->view()->selected(), orders);
    }
    void enterOpensAProductsPage()
    {
        QSignalSpy opened(m_page.get(), &Page::openRequested);
        const QString orders = QStringLiteral("shop/product/orders");
        QTest::mouseClick(m_page->view(), Qt::LeftButton, {}, test::middleOf(*m_page->view(), orders));
        QTest::keyClick(m_page->view(), Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        const auto location = opened.at(0).at(0).value<Location>();
        QCOMPARE(location.view, QStringLiteral("product"));
        QCOMPARE(location.address, orders);
    }
    void goesIntoADomainAndBack()
    {
        QSignalSpy drawn(m_page.get(), &MapPage::drawn);
        m_page->setLocation({QStringLiteral("map"), QStringLiteral("shop/domain/commerce"), {}});
        QTRY_COMPARE(drawn.count(), 1);
        QCOMPARE(m_page->title(), QStringLiteral("Commerce"));
        QCOMPARE(m_page->crumbs().size(), 1);
        QVERIFY(m_page->view()->scene()->cardOf(QStringLiteral("shop/product/orders")) >= 0);
        QVERIFY(m_page->view()->scene()->cardOf(QStringLiteral("shop/product/stock")) < 0);
        m_page->setLocation({QStringLiteral("map"), {}, {}});
        QTRY_COMPARE(drawn.count(), 2);
        QVERIFY(m_page->view()->scene()->cardOf(QStringLiteral("shop/product/stock")) >= 0);
    }
    void aFlowsNumberOpensItsList()
    {
        auto *list = m_page->findChild<FlowList *>();
        QVERIFY(list->isHidden());
        emit m_page->view()->edgeActivated(0);
        QVERIFY(!list->isHidden());
        QCOMPARE(list->rowCount(), int(m_page->shown().flows.at(0).size()));
        QCOMPARE(qint64(list->rowCount()), m_page->view()->scene()->edges().at(0).count);
    }
    void choicesComeBackFromALocation()
    {
        Location l{QStringLiteral("map"), {}, {}};
        l.options.addQueryItem(QStringLiteral("colour"), QStringLiteral("status"));
        l.options.addQueryItem(QStringLiteral("size"), QStringLiteral("consumers"));
        l.options.addQueryItem(QStringLiteral("flows"), QStringLiteral("subdomains"));
        QSignalSpy drawn(m_page.get(), &MapPage::drawn);
        m_page->setLocation(l);
        QTRY_COMPARE(drawn.count(), 1);
        QCOMPARE(m_page->location(), l);
        QVERIFY(!m_page->view()->scene()->cards().front().figure.isEmpty());
    }
    void exportsEveryFormat()
    {
        QTemporaryDir dir;
        QString file;
        m_page->exporter()->setChooser([&](const QString &) { return file; });
        QSignalSpy finished(m_page->exporter(), &GraphExporter::finished);
        int count = 0;
        for (const char *ending : {"svg", "pdf", "png", "csv", "json", "graphml", "dot", "openlineage"}) {
            file = dir.filePath(QStringLiteral("map.") + QLatin1StringView(ending));
            m_page->exporter()->start(*graph::graphFormatFromWord(QString::fromLatin1(ending)));
            ++count;
            QTRY_COMPARE(finished.count(), count);
            QVERIFY(finished.last().at(0).toBool());
            QVERIFY(QFileInfo(file).size() > 0);
        }
        file = dir.filePath(QStringLiteral("no/such/folder/map.svg"));
        m_page->exporter()->start(graph::GraphFormat::Svg);
        QTRY_COMPARE(finished.count(), count + 1);
        QVERIFY(!finished.last().at(0).toBool());
    }
    void anEmptyMeshSaysSo()
    {
        MapPage page;
        page.resize(600, 400);
        page.show();
        Snapshot s;
        s.mesh = test::meshOf({});
        page.setSnapshot(s);
        QVERIFY(!page.shown().scene);
        page.grab();
    }

private:
    std::unique_ptr<MapPage> m_page;
};

MESHSCOPE_TEST(TestMapPage)
#include "tst_mappage.moc"
