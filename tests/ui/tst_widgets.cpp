#include "models/items/cellmodel.h"
#include "tests/support/testmain.h"
#include "ui/theme/style.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/signs.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/tableview.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTabBar>
#include <QVBoxLayout>

using namespace meshscope;

namespace {

void fill(QStandardItemModel &model, const QStringList &ids)
{
    model.clear();
    model.setHorizontalHeaderLabels({QStringLiteral("Name"), QStringLiteral("Domain"), QStringLiteral("Count")});
    int i = 0;
    for (const QString &id : ids) {
        auto *name = new QStandardItem(QStringLiteral("Product ") + id);
        name->setData(QStringLiteral("e/product/") + id, AddressRole);
        name->setData(i % 4, StatusRole);
        name->setData(true, StrongRole);
        auto *domain = new QStandardItem(QStringLiteral("Commerce › Orders"));
        domain->setData(QStringLiteral("e/domain/%1").arg(i), HueRole);
        auto *count = new QStandardItem(QString::number(100 * i));
        count->setData(int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
        count->setData(QStringLiteral("e/list/") + id, LinkRole);
        model.appendRow({name, domain, count});
        ++i;
    }
}

/// Stands in for a snapshot model: everything is replaced by a reset.
class ResettingModel final : public QStandardItemModel {
public:
    void reset(const QStringList &ids)
    {
        beginResetModel();
        blockSignals(true);
        fill(*this, ids);
        blockSignals(false);
        endResetModel();
    }
};

} // namespace

/// The parts every view shares: what they show, what they say, how keys and mouse work on them.
class TestWidgets : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QApplication::setStyle(new MeshscopeStyle(Scheme::Light)); }

    void agesReadWell_data()
    {
        QTest::addColumn<qint64>("ago");
        QTest::addColumn<QString>("text");
        QTest::newRow("now") << qint64(3) << "just now";
        QTest::newRow("minutes") << qint64(12 * 60) << "12 min ago";
        QTest::newRow("hours") << qint64(3 * 3600 + 100) << "3 h ago";
        QTest::newRow("future") << qint64(-4 * 3600 - 100) << "in 4 h";
    }
    void agesReadWell()
    {
        QFETCH(qint64, ago);
        QFETCH(QString, text);
        const QDateTime now(QDate(2026, 11, 17), QTime(14, 2), Qt::UTC);
        QCOMPARE(ageText(now.addSecs(-ago), now), text);
        QCOMPARE(ageText({}, now), QStringLiteral("never"));
        QVERIFY(ageText(now.addDays(-5), now).startsWith(u'5'));
        QVERIFY(!ageText(now.addYears(-2), now).contains(QStringLiteral("ago")));
    }

    void signsDifferInShapeNotOnlyInColour()
    {
        // Drawn in one colour, no two may be alike.
        QList<QImage> images;
        for (const Status s : {Status::Met, Status::AtRisk, Status::Breached, Status::Unknown, Status::NoPromise}) {
            QImage image(56, 56, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::white);
            QPainter p(&image);
            paintStatus(p, QRectF(0, 0, 56, 56), s, tokensOf(Scheme::HighContrast), Qt::black);
            p.end();
            for (const QImage &other : images) {
                int different = 0;
                for (int y = 0; y < 56; ++y) {
                    for (int x = 0; x < 56; ++x)
                        different += image.pixel(x, y) != other.pixel(x, y);
                }
                QVERIFY(different > 100);
            }
            images << image;
        }
    }

    void addressIsCopiedByClickAndKey()
    {
        AddressLabel label(QStringLiteral("atlas/product/order-events"));
        label.resize(label.sizeHint());
        label.show();
        QVERIFY(QTest::qWaitForWindowExposed(&label));
        QTest::mouseClick(&label, Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("atlas/product/order-events"));
        label.setAddress(QStringLiteral("atlas/product/two"));
        QTest::keyClick(&label, Qt::Key_Space);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("atlas/product/two"));
    }

    void linkOpensByMouseAndKeyAndKnowsCtrl()
    {
        LinkLabel link(QStringLiteral("14 products"));
        link.resize(link.sizeHint());
        link.show();
        QSignalSpy opened(&link, &LinkLabel::opened);
        QTest::mouseClick(&link, Qt::LeftButton);
        QTest::keyClick(&link, Qt::Key_Return);
        QTest::keyClick(&link, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(opened.size(), 3);
        QCOMPARE(opened[2][0].toBool(), true);
        link.setLink(false);
        QTest::mouseClick(&link, Qt::LeftButton);
        QCOMPARE(opened.size(), 3);
    }

    void countWithoutAListIsNoLink()
    {
        CountLink count;
        count.setCount(0, QStringLiteral("0 issues"));
        QSignalSpy opened(&count, &LinkLabel::opened);
        QTest::mouseClick(&count, Qt::LeftButton);
        QCOMPARE(opened.size(), 0);
        count.setCount(7, QStringLiteral("7 issues"));
        QTest::mouseClick(&count, Qt::LeftButton);
        QCOMPARE(opened.size(), 1);
    }

    void tableKeepsTheSelectionByAddress()
    {
        ResettingModel model;
        fill(model, {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
        TableView view;
        view.setModel(&model);
        view.resize(500, 300);
        view.show();
        QVERIFY(view.selectAddress(QStringLiteral("e/product/b")));
        model.reset({QStringLiteral("x"), QStringLiteral("y"), QStringLiteral("a"), QStringLiteral("b")});
        QTRY_COMPARE(view.currentAddress(), QStringLiteral("e/product/b"));
        QCOMPARE(view.currentIndex().row(), 3);
        // Gone once, it is found again when it comes back.
        model.reset({QStringLiteral("x")});
        QCoreApplication::processEvents();
        model.reset({QStringLiteral("b"), QStringLiteral("x")});
        QTRY_COMPARE(view.currentIndex().row(), 0);
    }

    void tableOpensByEnterAndDoubleClickAndCopies()
    {
        QStandardItemModel model;
        fill(model, {QStringLiteral("a"), QStringLiteral("b")});
        TableView view;
        view.setModel(&model);
        view.resize(600, 300);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QSignalSpy opened(&view, &TableView::opened);
        view.selectRow(1);
        QTest::keyClick(&view, Qt::Key_Return);
        QTest::keyClick(&view, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(opened.size(), 2);
        QCOMPARE(opened[0][0].toString(), QStringLiteral("e/product/b"));
        QVERIFY(opened[1][1].toBool());
        const QPoint cell = view.visualRect(model.index(0, 0)).center();
        QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, cell);
        QCOMPARE(opened.size(), 3);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, cell);
        QTest::keySequence(&view, QKeySequence::Copy);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("Name\tDomain\tCount\nProduct a\t")));
    }

    void linkInATableOpensOnItsTextOnly()
    {
        QStandardItemModel model;
        fill(model, {QStringLiteral("a"), QStringLiteral("b")});
        TableView view;
        view.setModel(&model);
        view.resize(700, 300);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QSignalSpy links(&view, &TableView::linkOpened);
        const QRect cell = view.visualRect(model.index(1, 2));
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, cell.center() - QPoint(cell.width() / 2 - 3, 0));
        QCOMPARE(links.size(), 0);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(cell.right() - px(14), cell.center().y()));
        QCOMPARE(links.size(), 1);
        QCOMPARE(links[0][0].toString(), QStringLiteral("e/list/b"));
    }

    void columnsFillTheViewAlsoWithSomeHidden()
    {
        QStandardItemModel model;
        fill(model, {QStringLiteral("a"), QStringLiteral("b")});
        TableView view;
        view.setModel(&model);
        view.resize(700, 300);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        for (const int hidden : {-1, 1, 2, 0}) {
            for (int column = 0; column < 3; ++column)
                view.setColumnHidden(column, column == hidden);
            view.fitColumns(hidden == 0 ? 1 : 0);
            QCOMPARE(view.horizontalHeader()->length(), view.viewport()->width());
            QCOMPARE(view.horizontalScrollBar()->maximum(), 0);
        }
    }

    void namesWithMarkupAreShownAsText()
    {
        NoticeBar notice;
        notice.setNotice(Status::AtRisk, QStringLiteral("<img src=x>"), QStringLiteral("<b>no</b>"));
        QVERIFY(!notice.findChild<QLabel *>()->text().contains(QStringLiteral("<img")));
        ElidedLabel label(QStringLiteral("<h1>name</h1>"));
        QCOMPARE(label.textFormat(), Qt::PlainText);
    }

    void flowBreaksIntoLines()
    {
        QWidget host;
        auto *flow = new FlowLayout(&host);
        for (int i = 0; i < 10; ++i)
            flow->addWidget(new Chip(QStringLiteral("tag %1").arg(i)));
        QVERIFY(flow->heightForWidth(150) > flow->heightForWidth(2000));
    }

    void stackedBarTellsWhichPartWasClicked()
    {
        StackedBar bar;
        bar.resize(200, 18);
        bar.setCounts(10, 0, 10, 0);
        bar.show();
        QSignalSpy clicked(&bar, &StackedBar::clicked);
        QTest::mouseClick(&bar, Qt::LeftButton, {}, QPoint(20, 9));
        QTest::mouseClick(&bar, Qt::LeftButton, {}, QPoint(180, 9));
        QCOMPARE(clicked.size(), 2);
        QCOMPARE(clicked[0][0].value<Status>(), Status::Met);
        QCOMPARE(clicked[1][0].value<Status>(), Status::Breached);
    }

    void figuresAreCutLast()
    {
        auto *model =
            new CellModel({{QStringLiteral("Level")}, {QStringLiteral("Budget left")}, {QStringLiteral("n"), true}});
        Cell bar{.text = QStringLiteral("62 %")};
        bar.share = 0.62;
        model->setRows(
            {{QStringLiteral("a"), {Cell{.text = QString(60, u'w')}, bar, Cell{.text = QStringLiteral("1,234,567")}}}});
        TableView view;
        model->setParent(&view);
        view.setModel(model);
        view.resize(px(360), px(200));
        view.show();
        view.fitColumns(0);
        QVERIFY(view.columnWidth(0) < view.sizeHintForIndex(model->index(0, 0)).width()); // words give way
        QVERIFY(view.columnWidth(1) >= view.sizeHintForIndex(model->index(0, 1)).width());
        QVERIFY(view.columnWidth(2) >= view.sizeHintForIndex(model->index(0, 2)).width());
        view.resize(px(120), px(200)); // where nothing fits it still ends
        view.fitColumns(0);
    }
    void hiddenColumnsTakeNoRoom()
    {
        TableView view;
        auto *model = new QStandardItemModel(&view);
        view.setModel(model);
        view.resize(px(600), px(200));
        view.show();
        model->setColumnCount(4);
        view.setColumnHidden(2, true); // before anything was fitted
        view.fitColumns(1);
        QCOMPARE(view.horizontalHeader()->length(), view.viewport()->width());
        QCOMPARE(view.columnViewportPosition(3), view.columnViewportPosition(1) + view.columnWidth(1));
    }
    void aLongPathKeepsItsEnds()
    {
        DomainLabel label;
        QList<DomainLabel::Step> path;
        for (int i = 0; i < 9; ++i)
            path << DomainLabel::Step{QStringLiteral("Level %1").arg(i), QStringLiteral("shop/domain/%1").arg(i)};
        label.setPath(path);
        label.show();
        QStringList shown;
        for (const auto *link : label.findChildren<LinkLabel *>())
            shown << link->text();
        QCOMPARE(shown, (QStringList{QStringLiteral("Level 0"), QStringLiteral("…"), QStringLiteral("Level 7"),
                                     QStringLiteral("Level 8")}));
        QSignalSpy opened(&label, &DomainLabel::domainOpened);
        QTest::mouseClick(label.findChild<LinkLabel *>(QStringLiteral("pathFold")), Qt::LeftButton);
        auto *menu = label.findChild<QMenu *>();
        QTRY_VERIFY(menu && menu->isVisible());
        QCOMPARE(menu->actions().size(), 6); // 1 to 6
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().toString(), QStringLiteral("shop/domain/2"));
    }

    void gallery();
};

/// All parts in one window: nothing may fail to draw in any scheme, and nobody's text is cut. Kept when asked for.
void TestWidgets::gallery()
{
    auto *style = qobject_cast<MeshscopeStyle *>(QApplication::style());
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark, Scheme::HighContrast}) {
        style->setScheme(scheme);
        QWidget window;
        setGround(&window, &Tokens::surface);
        auto *grid = new QGridLayout(&window);
        int row = 0;
        const auto add = [&](const QList<QWidget *> &widgets) {
            auto *line = new QHBoxLayout;
            for (QWidget *w : widgets)
                line->addWidget(w);
            line->addStretch();
            grid->addLayout(line, row++, 0);
        };
        auto *disabled = mainButton(QStringLiteral("Send"));
        disabled->setEnabled(false);
        auto *toggle = quietButton(QStringLiteral("Columns"), QStringLiteral("column"));
        toggle->setCheckable(true);
        toggle->setChecked(true);
        add({mainButton(QStringLiteral("Request access…"), QStringLiteral("grant")), disabled,
             plainButton(QStringLiteral("Keep draft")), softButton(QStringLiteral("Discard…")),
             quietButton(QStringLiteral("Filter"), QStringLiteral("filter")), toggle,
             iconButton(QStringLiteral("export"), QStringLiteral("Export"))});
        auto *field = new SearchField(QStringLiteral("Search everything"));
        field->setKeyHint(QStringLiteral("Ctrl+K"));
        auto *wrong = new QLineEdit(QStringLiteral("31 Mar 2025"));
        setWrong(wrong, true);
        auto *combo = new QComboBox;
        combo->addItems({QStringLiteral("Store forecasting"), QStringLiteral("Churn")});
        auto *quiet = new QComboBox;
        quiet->setProperty("quiet", true);
        quiet->addItem(QStringLiteral("30 days"));
        add({field, wrong, combo, quiet, new QSpinBox});
        auto *check = new QCheckBox(QStringLiteral("customer_id"));
        check->setChecked(true);
        add({check, new QCheckBox(QStringLiteral("email")), new StatusChip(Status::Met), new StatusChip(Status::AtRisk),
             new StatusChip(Status::Breached), new StatusChip(Status::Unknown), new Chip(QStringLiteral("Production"))});
        QList<QWidget *> signs;
        for (const int size : {12, 14, 24}) {
            for (const Status s : {Status::Met, Status::AtRisk, Status::Breached, Status::Unknown, Status::NoPromise})
                signs << new StatusSign(s, size);
        }
        add(signs);
        auto *domain = new DomainLabel;
        domain->setPath({{QStringLiteral("Commerce"), QStringLiteral("a/domain/c")},
                         {QStringLiteral("Orders"), QStringLiteral("a/domain/o")}});
        auto *person = new PersonLabel;
        person->setPerson(QStringLiteral("Marta Lindqvist"), QStringLiteral("a/party/m"), QStringLiteral("owner"));
        add({domain, person, new AddressLabel(QStringLiteral("atlas/product/order-events")),
             new AgeLabel(QDateTime::currentDateTime().addSecs(-7200))});
        auto *tabs = new QTabBar;
        tabs->addTab(QStringLiteral("My requests"));
        tabs->addTab(QStringLiteral("My access"));
        add({tabs});
        auto *budget = new BudgetBar;
        budget->setShare(0.72, Status::Met);
        auto *stacked = new StackedBar;
        stacked->setCounts(53, 4, 3, 5);
        auto *bars = new QHBoxLayout;
        bars->addWidget(budget);
        bars->addWidget(stacked);
        grid->addLayout(bars, row++, 0);
        auto *notice = new NoticeBar;
        notice->setNotice(Status::AtRisk, QStringLiteral("The budget runs out on 21 Nov"),
                          QStringLiteral("at this pace: 4 stores send receipts late."));
        notice->addAction(QStringLiteral("Upstream cause"));
        grid->addWidget(notice, row++, 0);
        auto *model = new QStandardItemModel(&window);
        fill(*model, {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")});
        auto *table = new TableView;
        table->setModel(model);
        table->selectRow(1);
        table->setFixedHeight(table->heightFor(5));
        grid->addWidget(table, row++, 0);
        window.resize(820, 560);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        table->fitColumns(0);
        const QImage image = window.grab().toImage();
        QCOMPARE(image.pixelColor(2, 2), tokensOf(scheme).surface);
        const QString folder = qEnvironmentVariable("MESHSCOPE_SHOTS");
        if (!folder.isEmpty())
            image.save(QStringLiteral("%1/gallery-%2.png").arg(folder).arg(int(scheme)));
    }
    style->setScheme(Scheme::Light);
}

MESHSCOPE_TEST(TestWidgets)
#include "tst_widgets.moc"
