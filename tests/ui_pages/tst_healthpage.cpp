#include "tests/support/testmain.h"
#include "tests/ui_pages/pagefixture.h"
#include "ui/health/budgetchart.h"
#include "ui/health/healthexport.h"
#include "ui/health/healthpage.h"
#include "ui/health/tile.h"
#include "ui/theme/style.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/fittable.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"

#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>

using namespace meshscope;
using namespace meshscope::test;

class HealthPageTest : public QObject {
    Q_OBJECT
    std::unique_ptr<PageFixture> m_fixture;
    std::unique_ptr<HealthPage> m_page;

    template<class T>
    T *child(const char *name)
    {
        return m_page->findChild<T *>(QString::fromLatin1(name));
    }
    LinkLabel *partOf(const char *tile) { return child<Tile>(tile)->findChild<LinkLabel *>(QStringLiteral("tilePart")); }

private slots:
    void initTestCase() { QApplication::setStyle(new MeshscopeStyle(Scheme::Light)); }
    void init()
    {
        m_fixture = std::make_unique<PageFixture>();
        m_page = std::make_unique<HealthPage>();
        m_page->resize(1208, 700);
        m_page->show();
        m_page->setSnapshot(m_fixture->snapshot());
    }
    void cleanup()
    {
        m_page.reset();
        m_fixture.reset();
    }

    void theFractionsAreTheReports()
    {
        const HealthPtr health = m_fixture->snapshot().health;
        const LevelCounts counts = health->totals();
        QCOMPARE(partOf("tileLevels")->text(), numberText(counts.met));
        QCOMPARE(child<Tile>("tileLevels")->findChild<CountLink *>()->count(), counts.total());
        QCOMPARE(child<Tile>("tileProducts")->findChild<CountLink *>()->count(), health->products.size());
    }
    void everyNumberOpensTheListItCounts_data()
    {
        QTest::addColumn<QByteArray>("tile");
        for (const char *tile : {"tileLevels", "tileProducts", "tileBreached", "tileFresh", "tileOwner", "tileRequests"})
            QTest::newRow(tile) << QByteArray(tile);
    }
    void everyNumberOpensTheListItCounts()
    {
        QFETCH(QByteArray, tile);
        QTRY_VERIFY(partOf(tile.constData())->width() > 4);
        const int part = partOf(tile.constData())->text().toInt();
        QTest::mouseClick(partOf(tile.constData()), Qt::LeftButton);
        auto *table = child<FitTable>("healthTable");
        QCOMPARE(part == 0 ? 0 : table->shownRows(), part);
        auto *whole = child<Tile>(tile.constData())->findChild<CountLink *>();
        if (whole->count() > 0) {
            whole->setFocus();
            QTest::keyClick(whole, Qt::Key_Return);
            QCOMPARE(table->shownRows(), int(whole->count()));
        }
        QVERIFY(m_page->location().options.hasQueryItem(QStringLiteral("list")));
        m_page->showList(HealthList::Attention);
        QVERIFY(!m_page->location().options.hasQueryItem(QStringLiteral("list")));
    }
    void aLegendElsewhereOpensTheProductsItCounts()
    {
        const HealthPtr health = m_fixture->snapshot().health;
        for (const Status status : {Status::Met, Status::AtRisk, Status::Breached, Status::Unknown, Status::NoPromise}) {
            const auto count = std::count_if(health->products.cbegin(), health->products.cend(),
                                             [&](const ProductHealth &product) { return product.status == status; });
            Location location{QStringLiteral("health"), {}, {}};
            location.add("status", statusWord(status));
            m_page->setLocation(location);
            QCOMPARE(m_page->list(), productsWith(status));
            QCOMPARE(healthTable({health, {}, 30, false}, m_page->list()).rows.size(), count);
            if (count > 0)
                QCOMPARE(child<FitTable>("healthTable")->shownRows(), int(count));
            // Back and Forward bring the list back.
            const Location kept = m_page->location();
            m_page->setLocation({QStringLiteral("health"), {}, {}});
            QCOMPARE(m_page->list(), HealthList::Attention);
            m_page->setLocation(kept);
            QCOMPARE(m_page->list(), productsWith(status));
        }
    }
    void domainsAddUpToTheWhole()
    {
        const HealthPtr health = m_fixture->snapshot().health;
        const HealthScope scope{health, {}, 30, false};
        int levels = 0;
        for (const NodeId domain : scope.rowDomains())
            levels += int(healthTable(scope, HealthList::Levels, domain).rows.size());
        QCOMPARE(levels, health->totals().total());
    }
    void attentionIsSortedWorstFirst()
    {
        const HealthScope scope{m_fixture->snapshot().health, {}, 30, false};
        const HealthTable table = healthTable(scope, HealthList::Attention);
        bool wasRisk = false;
        for (const CellModel::Row &row : table.rows) {
            const bool isRisk = row.cells.first().status == Status::AtRisk;
            QVERIFY(isRisk || !wasRisk);
            wasRisk = isRisk;
        }
    }
    void timesAreWholeAtAnyWidth()
    {
        const auto *table = child<FitTable>("freshnessTable");
        QVERIFY(table->model()->rowCount() > 0);
        for (const int width : {1800, 1208, 1160, 800, 1208}) { // as a person drags the window's edge
            m_page->resize(width, 700);
            QTRY_COMPARE(table->isColumnHidden(1), width == 1208 || width == 1160);
            QTRY_VERIFY2(table->columnWidth(2) >= static_cast<const QAbstractItemView *>(table)->sizeHintForColumn(2),
                         qPrintable(QString::number(width)));
        }
    }
    void aDomainNarrowsEverything()
    {
        Location location{QStringLiteral("health"), {}, {}};
        location.options.addQueryItem(QStringLiteral("domain"), QStringLiteral("shop%2Fdomain%2Fcommerce"));
        m_page->setLocation(location);
        const NodeId domain = at(m_fixture->mesh, QStringLiteral("shop/domain/commerce"));
        if (!domain.isValid())
            QSKIP("the sample has no such domain");
        QCOMPARE(child<Tile>("tileProducts")->findChild<CountLink *>()->count(),
                 m_fixture->mesh->productsBelow(domain).size());
        QVERIFY(child<QPushButton>("healthDomain")->text().contains(m_fixture->mesh->name(domain)));
        QCOMPARE(m_page->location().options.queryItemValue(QStringLiteral("domain"), QUrl::FullyDecoded),
                 QStringLiteral("shop/domain/commerce"));
    }
    void aDomainThatIsGoneSaysSo()
    {
        Location location{QStringLiteral("health"), QStringLiteral("shop/domain/never-was"), {}};
        m_page->setLocation(location);
        auto *panel = m_page->findChild<StatePanel *>();
        QCOMPARE(panel->state(), StatePanel::State::Empty);
        for (QPushButton *button : panel->findChildren<QPushButton *>(QStringLiteral("statePanelButton"))) {
            if (button->isVisible())
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(panel->state(), StatePanel::State::Content);
    }
    void anEmptyMeshIsNoFault()
    {
        m_page->setSnapshot(PageFixture::snapshotOf(meshOf({})));
        QCOMPARE(m_page->findChild<StatePanel *>()->state(), StatePanel::State::Empty);
        m_page->setSnapshot(m_fixture->snapshot());
        QCOMPARE(m_page->findChild<StatePanel *>()->state(), StatePanel::State::Content);
    }
    void tablesAreOneKeyAway()
    {
        for (const char *name : {"domainsAsTable", "budgetAsTable"}) {
            auto *link = child<LinkLabel>(name);
            link->setFocus();
            QTest::keyClick(link, Qt::Key_Return);
        }
        QVERIFY(child<FitTable>("domainTable")->isVisible());
        QVERIFY(!child<QWidget>("domainBars")->isVisible());
        QVERIFY(child<FitTable>("budgetTable")->isVisible());
        QTRY_VERIFY(child<FitTable>("budgetTable")->shownRows() > 0);
    }
    void rowsOpenTheirProduct()
    {
        m_page->showList(HealthList::Products);
        auto *table = child<FitTable>("healthTable");
        table->setCurrentIndex(table->model()->index(0, 0));
        QSignalSpy opened(m_page.get(), &Page::openRequested);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().value<Location>().view, QStringLiteral("product"));
    }
    void reportsHoldEveryLevel()
    {
        const HealthScope scope{m_fixture->snapshot().health, {}, 30, false};
        const QByteArray csv = healthCsv(scope);
        QVERIFY(csv.count("\r\n") >= 1 + scope.health->totals().total());
        QVERIFY(healthPdf(scope).startsWith("%PDF"));
    }
    void aSnapshotInTheMiddleOfHistoryIsNoFault()
    {
        for (int i = 0; i < 5; ++i)
            m_page->setSnapshot(m_fixture->snapshot());
        m_page.reset();
        QVERIFY(true);
    }
};
MESHSCOPE_TEST(HealthPageTest)
#include "tst_healthpage.moc"
