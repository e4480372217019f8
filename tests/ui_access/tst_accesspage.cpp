#include "models/items/requestmodel.h"
#include "tests/support/testmain.h"
#include "tests/ui_access/accesshand.h"
#include "ui/widgets/counttabs.h"
#include "ui/access/basket.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeWidget>

using namespace meshscope;
using namespace meshscope::test;
using namespace Qt::StringLiterals;

/// The access page with real keys and mouse over a real workspace and a real mesh folder.
class TestAccessPage : public QObject {
    Q_OBJECT
private slots:
    void asksTypesAndSends()
    {
        AccessPageFixture f;
        f.ask();
        QTest::keyClicks(QApplication::focusWidget(), u"Forecast of returns"_s);
        QVERIFY(f.find<QLabel>("basketProblem")->isHidden());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier); // no mouse needed
        QTRY_COMPARE(f.requests().size(), 1);
        QTRY_COMPARE(f.state(f.requests().first().id), RequestState::Sent);
        const AccessRequest request = f.requests().first();
        QCOMPARE(request.purpose, u"Forecast of returns"_s);
        QCOMPARE(request.requestedBy, u"bob@shop.example"_s);
        QVERIFY(QFile::exists(f.folder() + u'/' + FolderPort::fileOf(request.id)));
        QTRY_COMPARE(f.shownState(), requestStateName(RequestState::Sent));
        QTRY_VERIFY(f.find<Basket>("basket")->isEmpty());
        QCOMPARE(f.find<CountTabs>("accessTabs")->count(0), 1);
    }

    void twoPressesAskOnce()
    {
        AccessPageFixture f;
        f.ask();
        f.find<QPlainTextEdit>("purpose")->setPlainText(u"Forecast"_s);
        auto *send = f.find<QPushButton>("send");
        QTest::mouseDClick(send, Qt::LeftButton);
        QTest::mouseClick(send, Qt::LeftButton);
        QTRY_VERIFY(f.find<Basket>("basket")->isEmpty());
        QCOMPARE(f.requests().size(), 1);
    }

    void personalColumnsAreOffAtFirst()
    {
        AccessPageFixture f;
        f.ask();
        auto *columns = f.find<QTreeWidget>("columns");
        QCOMPARE(columns->topLevelItemCount(), 3);
        QCOMPARE(columns->topLevelItem(0)->checkState(0), Qt::Checked);
        QCOMPARE(columns->topLevelItem(1)->text(0), u"email"_s);
        QCOMPARE(columns->topLevelItem(1)->checkState(0), Qt::Unchecked);
        QVERIFY(columns->topLevelItem(1)->text(1).contains(u"personal"_s));
        // Space turns the current one on, and the draft is kept with it: all of them are no list.
        columns->setCurrentItem(columns->topLevelItem(1));
        columns->setFocus();
        QTest::keyClick(columns, Qt::Key_Space);
        QCOMPARE(columns->topLevelItem(1)->checkState(0), Qt::Checked);
        QTRY_COMPARE(f.requests().value(0).columns, QStringList());
        QTest::keyClick(columns, Qt::Key_Space);
        QTRY_COMPARE(f.requests().value(0).columns, (QStringList{u"order_id"_s, u"total"_s}));
    }

    void noColumnAtAllIsRefused()
    {
        AccessPageFixture f;
        f.ask();
        auto *columns = f.find<QTreeWidget>("columns");
        columns->topLevelItem(0)->setCheckState(0, Qt::Unchecked);
        columns->topLevelItem(2)->setCheckState(0, Qt::Unchecked);
        QCOMPARE(columns->topLevelItem(2)->checkState(0), Qt::Checked);
        QVERIFY(f.find<QLabel>("basketProblem")->isVisible());
        QTRY_COMPARE(f.requests().value(0).columns, QStringList{u"total"_s});
    }

    void withoutAPurposeNothingIsSent()
    {
        AccessPageFixture f;
        f.ask();
        click(f.find<QPushButton>("send"));
        QVERIFY(!f.find<QLabel>("basketProblem")->text().isEmpty());
        QVERIFY(f.find<QPushButton>("send")->isEnabled());
        QTRY_COMPARE(f.requests().size(), 1);
        QCOMPARE(f.requests().first().state, RequestState::Draft);
    }

    void draftsSurviveAPageThatIsGone()
    {
        AccessPageFixture f;
        f.ask();
        QTest::keyClicks(QApplication::focusWidget(), u"Half a sent"_s);
        f.close(); // at once: before the pause after which drafts are kept
        QCOMPARE(f.requests().size(), 1);
        QCOMPARE(f.requests().first().purpose, u"Half a sent"_s);
        f.open();
        QTRY_COMPARE(f.find<QPlainTextEdit>("purpose")->toPlainText(), u"Half a sent"_s);
        QTRY_COMPARE(f.shownState(), requestStateName(RequestState::Draft));
        click(f.find<QPushButton>("editDraft"));
        QTRY_VERIFY(f.find<QWidget>("purpose")->hasFocus());
    }

    void typingIsNotDisturbedByASync()
    {
        AccessPageFixture f;
        f.ask();
        QTest::keyClicks(QApplication::focusWidget(), u"For"_s);
        QTRY_COMPARE(f.requests().value(0).purpose, u"For"_s);
        f.sync();
        QTest::keyClicks(QApplication::focusWidget(), u"ecast"_s);
        f.sync();
        QTRY_COMPARE(f.requests().value(0).purpose, u"Forecast"_s);
        QCOMPARE(f.find<QPlainTextEdit>("purpose")->toPlainText(), u"Forecast"_s);
        QVERIFY(f.find<QWidget>("purpose")->hasFocus());
    }

    void discardAsksOnceInItsPlace()
    {
        AccessPageFixture f;
        f.ask();
        QTRY_COMPARE(f.requests().size(), 1);
        click(f.find<QPushButton>("discard"));
        QCOMPARE(f.requests().size(), 1);
        click(f.find<QPushButton>("discard"));
        QTRY_COMPARE(f.requests().size(), 0);
        QVERIFY(f.find<Basket>("basket")->isEmpty());
    }

    void profileIsKeptAndHeard()
    {
        AccessPageFixture f;
        f.send();
        f.open();
        QTRY_COMPARE(f.find<CountTabs>("accessTabs")->count(0), 1);
        click(f.find<QPushButton>("profileButton"));
        auto *name = f.find<QLineEdit>("profileName");
        QTRY_VERIFY(name->hasFocus());
        QTest::keyClick(name, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(name, u"Ann Owner"_s);
        f.sync(); // does not take away what is being typed
        auto *email = f.find<QLineEdit>("profileEmail");
        email->clear();
        QTest::keyClicks(email, u"ann@shop.example"_s);
        QCOMPARE(name->text(), u"Ann Owner"_s);
        QTest::keyClick(email, Qt::Key_Return);
        QTRY_COMPARE(f.profileChanges, 1);
        QCOMPARE(f.desk->profile().email, u"ann@shop.example"_s);
        QTRY_COMPARE(f.find<CountTabs>("accessTabs")->count(2), 1);
        QVERIFY(!name->isVisible());
    }

    void aProfileWithoutANameStaysOpen()
    {
        AccessPageFixture f;
        f.open();
        QTRY_COMPARE(f.find<QPushButton>("profileButton")->text(), u"Bob"_s);
        click(f.find<QPushButton>("profileButton"));
        auto *name = f.find<QLineEdit>("profileName");
        name->clear();
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(!f.said.isEmpty());
        QVERIFY(name->isVisible());
        QCOMPARE(f.desk->profile().name, u"Bob"_s);
        QTest::keyClick(name, Qt::Key_Escape);
        QVERIFY(!name->isVisible());
    }

    void calendarOpensWhatEnds()
    {
        AccessPageFixture f;
        const QString id = f.send();
        f.be(u"Ann Owner"_s);
        QVERIFY(f.desk->move(*f.snapshot.mesh, id, RequestMove::Approve, {}, {}));
        f.sync();
        f.open(accessTab(u"decide"_s));
        QTRY_VERIFY(f.find<QPushButton>("profileButton")->text() == u"Ann Owner"_s);
        click(f.find<QPushButton>("calendarButton"));
        auto *list = f.find<QListView>("expiryList");
        QTRY_VERIFY(list->hasFocus());
        QCOMPARE(list->model()->rowCount(), 2);
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_COMPARE(f.shownState(), u"Granted, verified"_s);
        QCOMPARE(f.page->location().options.queryItemValue(u"request"_s), id);
    }

    void theTemplateOfADomainComesBack()
    {
        AccessPageFixture f;
        f.ask();
        QTest::keyClicks(f.find<QPlainTextEdit>("purpose"), u"Weekly forecast"_s);
        click(f.find<QWidget>("template"));
        QVERIFY(!f.said.isEmpty());
        f.find<QPlainTextEdit>("purpose")->clear();
        click(f.find<QWidget>("template"));
        QCOMPARE(f.find<QPlainTextEdit>("purpose")->toPlainText(), u"Weekly forecast"_s);
    }

    void newRequestGoesToFind()
    {
        AccessPageFixture f;
        f.open();
        click(f.find<QPushButton>("newRequest"));
        QCOMPARE(f.wanted.size(), 1);
        QCOMPARE(f.wanted.first().view, u"find"_s);
    }

    void whatIsGoneIsSaid()
    {
        AccessPageFixture f;
        Location location{u"access"_s, {}, {}};
        location.options.addQueryItem(u"ask"_s, u"shop/port/none%252Fout%252Fx%252F-"_s);
        f.open(location);
        QTRY_VERIFY(!f.find<QLabel>("basketProblem")->text().isEmpty());
        QVERIFY(f.find<Basket>("basket")->isEmpty());
    }

    void aFolderThatCannotBeWrittenIsSaidAndKept()
    {
        AccessPageFixture f;
        f.ask();
        f.find<QPlainTextEdit>("purpose")->setPlainText(u"Forecast"_s);
        // A file where the folder of agreements should be: nobody can write below it, not even root.
        QVERIFY(writeFile(f.folder(), u"access"_s, "in the way"));
        click(f.find<QPushButton>("send"));
        QTRY_COMPARE(f.requests().value(0).state, RequestState::Failed);
        QTRY_VERIFY(!f.said.isEmpty());
        QTRY_COMPARE(f.shownState(), requestStateName(RequestState::Failed));
        QVERIFY(f.find<QWidget>("requestWarning"));
        // Once the cause is gone, one more press sends it.
        QVERIFY(QFile::remove(f.folder() + u"/access"_s));
        press(f, RequestMove::Retry);
        QTRY_COMPARE(f.requests().value(0).state, RequestState::Sent);
        QTRY_COMPARE(f.shownState(), requestStateName(RequestState::Sent));
        QVERIFY(!f.find<QWidget>("requestWarning"));
    }
};

MESHSCOPE_TEST(TestAccessPage)
#include "tst_accesspage.moc"
