#include "ui/theme/style.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"

#include "tests/support/testmain.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QSignalSpy>

using namespace meshscope;

/// One widget for an age, an address, a link, a count and a path of domains: what they say and how they are opened.
class TestLabels : public QObject {
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

    void namesWithMarkupAreShownAsText()
    {
        NoticeBar notice;
        notice.setNotice(Status::AtRisk, QStringLiteral("<img src=x>"), QStringLiteral("<b>no</b>"));
        QVERIFY(!notice.findChild<QLabel *>()->text().contains(QStringLiteral("<img")));
        ElidedLabel label(QStringLiteral("<h1>name</h1>"));
        QCOMPARE(label.textFormat(), Qt::PlainText);
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
};

MESHSCOPE_TEST(TestLabels)
#include "tst_labels.moc"
