#include "tests/support/testmain.h"
#include "ui/theme/style.h"
#include "ui/widgets/statepanel.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace meshscope;

/// Panels that say how it stands with what they show, and notices above it.
class TestStatePanel : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QApplication::setStyle(new MeshscopeStyle(Scheme::Light)); }

    void panelSaysWhatIsTheMatterAndRetries()
    {
        auto *content = new QLabel(QStringLiteral("content"));
        StatePanel panel(content);
        panel.resize(400, 300);
        panel.show();
        panel.showFailed(QStringLiteral("Could not read x"), QStringLiteral("Permission denied"));
        QVERIFY(!content->isVisible());
        QVERIFY(panel.text().contains(QStringLiteral("Permission denied")));
        QSignalSpy retry(&panel, &StatePanel::retryRequested);
        QTest::mouseClick(panel.findChild<QPushButton *>(QStringLiteral("statePanelButton")), Qt::LeftButton);
        QCOMPARE(retry.size(), 1);
        panel.showContent();
        QVERIFY(content->isVisible());
        // Loading keeps what is there at first, then shows the skeleton.
        panel.showLoading(QStringLiteral("Reading rows"));
        QVERIFY(content->isVisible());
        QTRY_VERIFY(!content->isVisible());
        panel.setPartial(QStringLiteral("2 of 5 files could not be read"));
        QVERIFY(panel.findChild<NoticeBar *>()->isVisible());
        panel.setPartial({});
        QVERIFY(!panel.findChild<NoticeBar *>()->isVisible());
    }

    void noticeGrowsWithItsWords()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *notice = new NoticeBar;
        column->addWidget(notice);
        column->addStretch();
        notice->setNotice(Status::AtRisk, QStringLiteral("Short."));
        notice->addAction(QStringLiteral("Evidence"));
        window.resize(420, 300);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const int low = notice->height();
        notice->setNotice(
            Status::AtRisk, QStringLiteral("Completeness is at risk."),
            QStringLiteral("99.51 % of >= 99.5 %: 98 % of what is allowed; at risk from 80 % on, as the rule says."));
        QTRY_VERIFY(notice->height() > low);
        window.resize(1200, 300);
        QTRY_COMPARE(notice->height(), low);
    }

    void contentTakesTheRoomItNeedsAlsoAfterAMessage()
    {
        auto *content = new QWidget;
        content->setFixedHeight(40);
        StatePanel panel(content);
        panel.resize(400, 300);
        panel.show();
        panel.showEmpty(QStringLiteral("The rows are where they live"), QStringLiteral("The endpoint can be asked."),
                        QStringLiteral("Read"));
        QVERIFY(panel.sizeHint().height() > 100);
        panel.showContent();
        QVERIFY(panel.sizeHint().height() < 60);
    }
};

MESHSCOPE_TEST(TestStatePanel)
#include "tst_statepanel.moc"
