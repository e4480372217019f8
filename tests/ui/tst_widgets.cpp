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

#include "tests/support/testmain.h"
#include "tests/ui/tablerows.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QVBoxLayout>

using namespace meshscope;
using namespace meshscope::test;

/// The parts every view shares: what they show, what they say, how keys and mouse work on them.
class TestWidgets : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QApplication::setStyle(new MeshscopeStyle(Scheme::Light)); }

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

    void aListThatPopsUpStandsOut()
    {
        auto *style = qobject_cast<MeshscopeStyle *>(QApplication::style());
        style->setScheme(Scheme::Dark); // where no shadow tells it from the page
        QComboBox combo;
        combo.addItems({QStringLiteral("one"), QStringLiteral("two")});
        combo.setCurrentIndex(0);
        combo.show();
        combo.showPopup();
        QTRY_VERIFY(combo.view()->isVisible());
        const QImage image = combo.view()->window()->grab().toImage();
        QCOMPARE(image.pixelColor(image.width() / 2, 0), tokensOf(Scheme::Dark).line);
        QCOMPARE(image.pixelColor(image.width() - 4, image.height() - 4), tokensOf(Scheme::Dark).raised);
        combo.hidePopup();
        style->setScheme(Scheme::Light);
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
