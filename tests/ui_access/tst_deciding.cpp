#include "models/items/requestmodel.h"
#include "tests/support/testmain.h"
#include "tests/ui_access/accesshand.h"
#include "ui/widgets/counttabs.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTreeWidget>

using namespace meshscope;
using namespace meshscope::test;

using namespace Qt::StringLiterals;

namespace {

bool says(const AccessPageFixture &f, const QString &text)
{
    const QList<QLabel *> labels = f.page->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->text() == text; });
}

} // namespace

/// Deciding requests in the page, with real keys and mouse: what may be done, what is said, what happens once.
class TestDeciding : public QObject {
    Q_OBJECT
private slots:
    void ownerApprovesAndItIsGranted()
    {
        AccessPageFixture f;
        const QString id = f.send();
        f.be(u"Ann Owner"_s);
        f.open(accessTab(u"decide"_s));
        QTRY_COMPARE(f.find<CountTabs>("accessTabs")->count(2), 1);
        QTRY_VERIFY(f.move(RequestMove::Approve));
        auto *note = f.find<QLineEdit>("decisionNote");
        QTest::keyClicks(note, u"welcome"_s);
        press(f, RequestMove::Approve);
        // No further click: the folder is read again and what was decided stays in sight.
        QTRY_COMPARE(f.shownState(), u"Granted, verified"_s);
        QCOMPARE(f.state(id), RequestState::Granted);
        QTRY_COMPARE(f.find<CountTabs>("accessTabs")->count(2), 0);
        QVERIFY(f.find<QWidget>("timeline")->accessibleDescription().contains(u"welcome"_s));
        QVERIFY(!f.move(RequestMove::Approve));
        QVERIFY(!f.move(RequestMove::Reject));
        QVERIFY(f.move(RequestMove::Revoke));
    }

    void illegalMovesOfferNoButton_data()
    {
        QTest::addColumn<QString>("who");
        QTest::addColumn<bool>("cancels");
        QTest::addColumn<bool>("decides");
        QTest::newRow("who asked") << u"Bob"_s << true << false;
        QTest::newRow("the owner") << u"Ann Owner"_s << false << true;
        QTest::newRow("somebody else") << u"Eve"_s << false << false;
    }

    void illegalMovesOfferNoButton()
    {
        QFETCH(QString, who);
        QFETCH(bool, cancels);
        QFETCH(bool, decides);
        AccessPageFixture f;
        f.send();
        f.be(who);
        f.open(accessTab(u"all"_s));
        QTRY_COMPARE(f.shownState(), requestStateName(RequestState::Sent));
        QCOMPARE(f.move(RequestMove::Cancel) != nullptr, cancels);
        QCOMPARE(f.move(RequestMove::Approve) != nullptr, decides);
        QCOMPARE(f.move(RequestMove::Reject) != nullptr, decides);
        QCOMPARE(f.move(RequestMove::Revoke), nullptr);
        QCOMPARE(f.move(RequestMove::Fail), nullptr);
    }

    void warnsOfADecisionBySomebodyElse()
    {
        AccessPageFixture f;
        const QString id = f.send();
        QVERIFY(f.edit(id, "status: requested", "status: approved"));
        f.sync();
        f.open(accessTab(u"mine"_s));
        // Whoever wrote that into the file gave no name that owns it: it is shown, with a warning, and is no grant of a
        // mask.
        QTRY_VERIFY(f.find<QWidget>("requestWarning"));
        QVERIFY(!f.find<QWidget>("requestWarning")->accessibleName().isEmpty());
    }

    void aNoteStaysWhileTheFolderIsRead()
    {
        AccessPageFixture f;
        const QString id = f.send();
        f.be(u"Ann Owner"_s);
        f.open(accessTab(u"decide"_s));
        QTRY_VERIFY(f.find<QLineEdit>("decisionNote")->isVisible());
        f.find<QLineEdit>("decisionNote")->setFocus();
        QTest::keyClicks(f.find<QLineEdit>("decisionNote"), u"which sto"_s);
        QVERIFY(f.edit(id, "Forecast of returns", "Forecast of sales"));
        f.sync();
        QTRY_VERIFY(says(f, u"Forecast of sales"_s)); // what was read is shown
        QVERIFY(f.find<QLineEdit>("decisionNote")->hasFocus());
        QCOMPARE(f.find<QLineEdit>("decisionNote")->text(), u"which sto"_s);
    }

    void aPressOutlivesWhatIsReadMeanwhile()
    {
        AccessPageFixture f;
        const QString id = f.send();
        f.be(u"Ann Owner"_s);
        f.open(accessTab(u"decide"_s));
        QTRY_VERIFY(f.move(RequestMove::Approve) && f.move(RequestMove::Approve)->isVisible());
        QPointer<QPushButton> approve = f.move(RequestMove::Approve);
        QTest::mousePress(approve, Qt::LeftButton);
        QVERIFY(f.edit(id, "Forecast of returns", "Forecast of sales"));
        f.sync();
        QTRY_VERIFY(says(f, u"Forecast of sales"_s));
        QVERIFY(approve);
        QTest::mouseRelease(approve, Qt::LeftButton);
        QTRY_COMPARE(f.state(id), RequestState::Granted);
    }

    void twoPressesDecideOnce()
    {
        AccessPageFixture f;
        const QString id = f.send();
        f.be(u"Ann Owner"_s);
        f.open(accessTab(u"decide"_s));
        QTRY_VERIFY(f.move(RequestMove::Approve) && f.move(RequestMove::Approve)->isVisible());
        QTest::mouseClick(f.move(RequestMove::Approve), Qt::LeftButton);
        QTest::mouseClick(f.move(RequestMove::Approve), Qt::LeftButton);
        QTRY_COMPARE(f.shownState(), u"Granted, verified"_s);
        QCOMPARE(f.said, QStringList{requestStateName(RequestState::Granted)});
        QTRY_VERIFY(f.move(RequestMove::Revoke) && f.move(RequestMove::Revoke)->isEnabled());
    }

    void aRequestWhoseEndHasPassedCanBeRejected()
    {
        AccessPageFixture f;
        const QString id = f.send();
        const QByteArray until = QDate::currentDate().addDays(200).toString(Qt::ISODate).toUtf8();
        QVERIFY(f.edit(id, until, QDate::currentDate().addDays(-1).toString(Qt::ISODate).toUtf8()));
        f.sync();
        f.be(u"Ann Owner"_s);
        f.open(accessTab(u"decide"_s));
        press(f, RequestMove::Reject);
        QTRY_COMPARE(f.state(id), RequestState::Rejected);
    }

    void pastItsEndItIsExpired()
    {
        AccessPageFixture f;
        const QString id = f.send();
        f.be(u"Ann Owner"_s);
        QVERIFY(f.desk->move(*f.snapshot.mesh, id, RequestMove::Approve, {}, {}));
        f.sync();
        QCOMPARE(f.state(id), RequestState::Granted);
        const QByteArray until = QDate::currentDate().addDays(200).toString(Qt::ISODate).toUtf8();
        const QByteArray past = QDate::currentDate().addDays(-1).toString(Qt::ISODate).toUtf8();
        QVERIFY(f.edit(id, until, past));
        f.sync();
        f.be(u"Bob"_s);
        f.open(accessTab(u"mine"_s));
        QTRY_COMPARE(f.shownState(), requestStateName(RequestState::Expired));
        QCOMPARE(f.find<CountTabs>("accessTabs")->count(1), 0);
    }

    void cancelsByKeysOnly()
    {
        AccessPageFixture f;
        const QString id = f.send();
        f.open(accessTab(u"mine"_s));
        QTRY_VERIFY(f.move(RequestMove::Cancel) && f.move(RequestMove::Cancel)->isVisible());
        f.page->setFocus();
        QTRY_COMPARE(QApplication::focusWidget(), f.find<QListView>("requestList"));
        for (int i = 0; i < 30 && QApplication::focusWidget() != f.move(RequestMove::Cancel); ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), f.move(RequestMove::Cancel));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTRY_COMPARE(f.state(id), RequestState::Cancelled);
        QTRY_COMPARE(f.shownState(), requestStateName(RequestState::Cancelled));
    }
};

MESHSCOPE_TEST(TestDeciding)
#include "tst_deciding.moc"
