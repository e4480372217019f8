#include "ui/shell/helppage.h"

#include "tests/support/testmain.h"

#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using namespace meshscope;

/// More keys than fit: the page scrolls and every row keeps its height.
class TestHelpPage : public QObject {
    Q_OBJECT
private slots:
    void aLowWindowScrolls_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {900, 1200, 1900})
            QTest::addRow("%d wide", width) << width;
    }
    void aLowWindowScrolls()
    {
        QFETCH(const int, width);
        QList<QAction *> commands;
        QObject owner;
        for (int i = 0; i < 60; ++i) {
            auto *action = new QAction(u"Command %1"_s.arg(i), &owner);
            action->setProperty("group", u"Menu %1"_s.arg(i / 12));
            commands << action;
        }
        HelpPage page(commands);
        page.resize(width, 500);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        const auto *scroll = page.findChild<QScrollArea *>();
        QVERIFY(scroll);
        QTRY_VERIFY(scroll->verticalScrollBar()->maximum() > 0);
        int rows = 0;
        for (const QLabel *label : scroll->widget()->findChildren<QLabel *>()) {
            if (!label->text().startsWith(u"Command"))
                continue;
            ++rows;
            QVERIFY2(label->height() >= label->sizeHint().height(), qPrintable(label->text()));
        }
        QCOMPARE(rows, 60);
    }
};

MESHSCOPE_TEST(TestHelpPage)

#include "tst_helppage.moc"
