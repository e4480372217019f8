#include "tests/support/testmain.h"
#include "tests/ui_pages/pagefixture.h"
#include "ui/product/daychart.h"
#include "ui/product/levelspanel.h"
#include "ui/product/productpage.h"
#include "ui/product/smalllineage.h"
#include "ui/theme/style.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/fittable.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>

using namespace meshscope;
using namespace meshscope::test;

class ProductPageTest : public QObject {
    Q_OBJECT
    std::unique_ptr<PageFixture> m_fixture;
    std::unique_ptr<ProductPage> m_page;

    void open(const QString &address, const QString &section = {})
    {
        Location location{QStringLiteral("product"), address, {}};
        if (!section.isEmpty())
            location.options.addQueryItem(QStringLiteral("section"), section);
        m_page->setLocation(location);
    }
    template<class T>
    T *child(const char *name)
    {
        const auto all = m_page->findChildren<T *>(QString::fromLatin1(name));
        for (T *one : all) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }

private slots:
    void initTestCase() { QApplication::setStyle(new MeshscopeStyle(Scheme::Light)); }
    void init()
    {
        m_fixture = std::make_unique<PageFixture>();
        m_page = std::make_unique<ProductPage>(*m_fixture->workspace, m_fixture->samples);
        m_page->resize(1208, 700);
        m_page->show();
        m_page->setSnapshot(m_fixture->snapshot());
    }
    void cleanup()
    {
        m_page.reset();
        m_fixture.reset();
    }

    void everyThingAndEverySectionOpens()
    {
        for (const QString &address : everyAddress(*m_fixture->mesh)) {
            open(address);
            QVERIFY2(m_page->title() != QStringLiteral("Not found"), qPrintable(address));
            auto *list = child<QListView>("sectionList");
            QVERIFY(list);
            for (int row = 0; row < list->model()->rowCount(); ++row) {
                m_page->showSection(list->model()->index(row, 0).data(AddressRole).toString());
                QCOMPARE(list->currentIndex().row(), row);
            }
        }
    }
    void anUnknownAddressIsSaidToBeGone_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("removed") << "shop/product/never-was";
        QTest::newRow("not an address") << "<b>what?</b>";
        QTest::newRow("empty") << "";
        QTest::newRow("long") << QString(5000, QLatin1Char('x'));
    }
    void anUnknownAddressIsSaidToBeGone()
    {
        QFETCH(QString, address);
        open(address);
        auto *panel = m_page->findChild<StatePanel *>();
        QCOMPARE(panel->state(), StatePanel::State::Empty);
        QSignalSpy opened(m_page.get(), &Page::openRequested);
        QTest::mouseClick(child<QPushButton>("statePanelButton"), Qt::LeftButton);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().value<Location>().view, QStringLiteral("find"));
    }
    void anEmptyMeshIsNoFault()
    {
        m_page->setSnapshot(PageFixture::snapshotOf(meshOf({})));
        open(QStringLiteral("shop/product/orders"));
        QCOMPARE(m_page->title(), QStringLiteral("Not found"));
        m_page->setSnapshot(m_fixture->snapshot());
        QVERIFY(m_page->title() != QStringLiteral("Not found"));
    }
    void theHeadSaysWhatIsWrong()
    {
        open(QStringLiteral("shop/product/orders"));
        auto *name = child<QLabel>("pageName");
        QCOMPARE(name->text(), m_page->title());
        QCOMPARE(name->textFormat(), Qt::PlainText);
        const Status status =
            m_fixture->snapshot().health->status(at(m_fixture->mesh, QStringLiteral("shop/product/orders")));
        auto *chip = child<StatusChip>("pageStatus");
        QCOMPARE(chip != nullptr, status != Status::NoPromise);
        if (chip)
            QCOMPARE(chip->status(), status);
        auto *address = child<AddressLabel>("pageAddress");
        QTest::mouseClick(address, Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("shop/product/orders"));
    }
    void requestAccessAsksForTheProduct()
    {
        open(QStringLiteral("shop/product/orders"));
        QSignalSpy opened(m_page.get(), &Page::openRequested);
        auto *ask = child<QPushButton>("requestAccess");
        ask->setFocus();
        QTest::keyClick(ask, Qt::Key_Space);
        const auto location = opened.first().first().value<Location>();
        QCOMPARE(location.view, QStringLiteral("access"));
        QCOMPARE(location.options.queryItemValue(QStringLiteral("ask"), QUrl::FullyDecoded),
                 QStringLiteral("shop/product/orders"));
    }
    void selectingALevelShowsItsDaysAndIsKept()
    {
        open(QStringLiteral("shop/product/orders"));
        auto *table = child<FitTable>("levelsTable");
        QVERIFY(table && table->shownRows() > 1);
        table->setFocus();
        const QString first = table->currentAddress();
        QTest::keyClick(table, table->currentIndex().row() == 0 ? Qt::Key_Down : Qt::Key_Up);
        QVERIFY(table->currentAddress() != first);
        const QString level = m_page->location().options.queryItemValue(QStringLiteral("level"), QUrl::FullyDecoded);
        QCOMPARE(level, table->currentAddress());
        m_page->setSnapshot(m_fixture->snapshot());
        QCOMPARE(child<FitTable>("levelsTable")->currentAddress(), level);
    }
    void theChartIsATableOneKeyAway()
    {
        open(QStringLiteral("shop/product/orders"));
        QVERIFY(child<DayChart>("dayChart"));
        m_page->activateWindow();
        auto *link = child<LinkLabel>("chartAsTable");
        link->setFocus();
        QTest::keyClick(link, Qt::Key_Return);
        QVERIFY(!child<DayChart>("dayChart"));
        auto *table = child<FitTable>("dayTable");
        QVERIFY(table);
        QTRY_COMPARE(table->shownRows(), 30);
    }
    void aDayOfTheChartOpensTheEvidence()
    {
        open(QStringLiteral("shop/product/orders"));
        auto *chart = child<DayChart>("dayChart");
        chart->setFocus();
        QTRY_VERIFY((QTest::keyClick(chart, Qt::Key_End), chart->current() == 29));
        QTest::keyClick(chart, Qt::Key_Left);
        QCOMPARE(chart->current(), 28);
        QTest::keyClick(chart, Qt::Key_Return);
        QCOMPARE(m_page->section(), QStringLiteral("levels"));
        QVERIFY(child<FitTable>("evidenceTable"));
    }
    void sectionsAreWalkedByKeys()
    {
        open(QStringLiteral("shop/product/orders"));
        auto *list = child<QListView>("sectionList");
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(m_page->section(), QStringLiteral("levels"));
        QCOMPARE(m_page->location().options.queryItemValue(QStringLiteral("section")), QStringLiteral("levels"));
    }
    void theSmallLineageOpensItsNeighbours()
    {
        open(QStringLiteral("shop/product/orders"));
        auto *small = m_page->findChild<SmallLineage *>();
        QVERIFY(small);
        small->setFocus();
        QSignalSpy opened(m_page.get(), &Page::openRequested);
        QTest::keyClick(small, Qt::Key_Down);
        QTest::keyClick(small, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QVERIFY(opened.first().first().value<Location>().address.contains(QStringLiteral("/product/")));
    }
    void aSampleThatIsNotThereSaysWhy()
    {
        open(QStringLiteral("shop/product/orders"), QStringLiteral("sample"));
        auto *panel = m_page->findChild<QWidget *>(QStringLiteral("section-sample"))->findChild<StatePanel *>();
        QTRY_VERIFY(panel->state() != StatePanel::State::Loading);
        QVERIFY(!panel->text().isEmpty());
    }
    /// Not by what the catalog there calls the rows.
    void aSampleNamesTheEndpointThatWasAsked()
    {
        LiveRows live;
        live.offers = [](const QString &) { return LiveRows::Rows::Kept; };
        live.read = [](const QString &, const RowsRequest &, const LiveRows::IsCancelled &, const LiveRows::Told &) {
            return Result<DataRows>(DataRows{{{QStringLiteral("id"), {}}},
                                             {{QStringLiteral("1")}},
                                             false,
                                             QStringLiteral("entropy"),
                                             QStringLiteral("example-0"),
                                             {}});
        };
        const SampleReader reader([](const QString &) { return QStringList(); }, {}, "salt", live);
        m_page = std::make_unique<ProductPage>(*m_fixture->workspace, reader);
        m_page->show();
        m_page->setSnapshot(m_fixture->snapshot());
        open(QStringLiteral("shop/product/orders"), QStringLiteral("sample"));
        auto *section = m_page->findChild<QWidget *>(QStringLiteral("section-sample"));
        auto *panel = section->findChild<StatePanel *>();
        QVERIFY(panel->state() != StatePanel::State::Loading); // nobody is asked before somebody wants it
        emit panel->actionRequested();
        QTRY_COMPARE(panel->state(), StatePanel::State::Content);
        QStringList texts;
        for (const QLabel *label : section->findChildren<QLabel *>())
            texts.append(label->text());
        QCOMPARE(texts.filter(QStringLiteral("from shop")).size(), 1);
        QCOMPARE(texts.filter(QStringLiteral("example-0")), QStringList());
    }
    void columnsAreFound()
    {
        open(QStringLiteral("shop/product/orders"), QStringLiteral("schema"));
        auto *table = child<TableView>("schemaTable");
        if (!table)
            QTRY_VERIFY((table = child<TableView>("schemaTable")));
        QTRY_VERIFY(table->model()->rowCount() > 1);
        const int all = table->model()->rowCount();
        auto *search = child<QLineEdit>("schemaSearch");
        QTest::keyClicks(search, QStringLiteral("no such column"));
        QCOMPARE(table->model()->rowCount(), 0);
        search->clear();
        QCOMPARE(table->model()->rowCount(), all);
    }
    void namesAreNeverMarkup()
    {
        Records records;
        DataProduct product;
        product.id = QStringLiteral("p");
        product.name = QStringLiteral("<h1>Big\u0007</h1>") + QString(3000, QLatin1Char('n'));
        product.description = QStringLiteral("<img src='file:///etc/passwd'>");
        records.products << product;
        m_page->setSnapshot(PageFixture::snapshotOf(meshOf(records)));
        open(QStringLiteral("shop/product/p"));
        for (const QLabel *label : m_page->findChildren<QLabel *>()) {
            if (label->text().contains(QLatin1String("img")) || label->text().contains(QLatin1String("h1")))
                QCOMPARE(label->textFormat(), Qt::PlainText);
        }
        QVERIFY(m_page->minimumSizeHint().width() < 1000);
        QVERIFY(!m_page->grab().isNull());
    }
    void threeThousandColumnsAreOneTable()
    {
        Records records;
        DataProduct product;
        product.id = QStringLiteral("wide");
        records.products << product;
        Dataset dataset;
        dataset.ns = QStringLiteral("postgres://x");
        dataset.name = QStringLiteral("s.wide");
        dataset.id = datasetId(dataset.ns, dataset.name);
        dataset.product = product.id;
        records.datasets << dataset;
        for (int i = 0; i < 3000; ++i) {
            Column column;
            column.dataset = dataset.id;
            column.path = QStringLiteral("column_%1").arg(i);
            column.ordinal = i;
            records.columns << column;
        }
        m_page->setSnapshot(PageFixture::snapshotOf(meshOf(records)));
        open(QStringLiteral("shop/dataset/") + QString::fromLatin1(QUrl::toPercentEncoding(dataset.id)),
             QStringLiteral("schema"));
        TableView *table = nullptr;
        QTRY_VERIFY((table = child<TableView>("schemaTable")) && table->model()->rowCount() == 3000);
    }
};
MESHSCOPE_TEST(ProductPageTest)
#include "tst_productpage.moc"
