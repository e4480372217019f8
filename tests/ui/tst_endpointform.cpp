#include "tests/support/testmain.h"
#include "tests/ui/shellfixture.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace meshscope;
using namespace meshscope::test;
using namespace Qt::StringLiterals;

namespace {

Location adding(const QString &kind)
{
    Location location{u"endpoints"_s, {}, {}};
    location.options.addQueryItem(u"add"_s, kind);
    return location;
}

} // namespace

/// The form of an endpoint asks for what its kind and its way to sign in need, and for nothing else.
class TestEndpointForm : public QObject {
    Q_OBJECT
private slots:
    void whatItIsForIsSaidBeforeAKindIsKnown()
    {
        ShellFixture f;
        f.open(false);
        f.window->open(adding(u"1"_s));
        auto *path = f.find<QLineEdit>("addPath");
        QVERIFY(path->placeholderText().contains(u"https://"));
        auto *kind = f.find<QComboBox>("addKind");
        kind->setFocus();
        QTest::keyClick(kind, Qt::Key_Down);
        QTest::keyClick(kind, Qt::Key_Up); // a folder again, but chosen now
        QCOMPARE(kind->currentData().toString(), u"folder"_s);
        QVERIFY(!path->placeholderText().contains(u"https://"));
        QCOMPARE(path->accessibleName(), u"Folder"_s);
    }

    void trinoIsAskedInSomebodysName()
    {
        ShellFixture f;
        f.open(false);
        f.window->open(adding(u"trino"_s));
        f.find<QLineEdit>("addPath")->setText(u"http://127.0.0.1:9"_s);
        auto *auth = f.find<QComboBox>("addAuth");
        auto *add = f.find<QPushButton>("addButton");
        auto *user = f.find<QLineEdit>("addUser");
        QCOMPARE(auth->currentData().toString(), u"basic"_s);
        QVERIFY(!add->isEnabled()); // a password is somebody's
        auth->setCurrentIndex(auth->findData(u"none"_s));
        QVERIFY(user->isVisible());
        QVERIFY(add->isEnabled());
        QTest::keyClicks(user, u"ann"_s);
        QTest::mouseClick(add, Qt::LeftButton);
        QTRY_COMPARE(f.workspace->endpoints().size(), 1);
        QCOMPARE(f.workspace->endpoints().first().options.value(u"auth.user"_s), u"ann"_s);
        QTRY_VERIFY(!f.sync->isRunning());
    }

    void awsNeedsARegionAndNoSecret()
    {
        ShellFixture f;
        f.open(false);
        f.window->open(adding(u"glue"_s));
        f.find<QLineEdit>("addPath")->setText(u"https://127.0.0.1:9"_s);
        QCOMPARE(f.find<QComboBox>("addAuth")->currentText(), u"AWS signature"_s);
        auto *add = f.find<QPushButton>("addButton");
        QVERIFY(!add->isEnabled());
        QTest::keyClicks(f.find<QLineEdit>("aws.region"), u"eu-west-1"_s);
        QVERIFY(add->isEnabled()); // the keys are the environment's, or a profile's
        QTest::keyClicks(f.find<QLineEdit>("aws.key"), u"AKIAEXAMPLE"_s);
        QVERIFY(!add->isEnabled());
        QTest::keyClicks(f.find<QLineEdit>("addSecret"), u"s3cret"_s);
        QVERIFY(add->isEnabled());
    }

    void whatFewPeopleNeedIsBehindMoreAndExplained()
    {
        ShellFixture f;
        f.open(false);
        f.window->open(adding(u"marquez"_s));
        auto *domain = f.find<QLineEdit>("own.marquez.domain");
        QVERIFY(!domain->isVisible());
        QTest::mouseClick(f.find<QPushButton>("addMore"), Qt::LeftButton);
        QVERIFY(domain->isVisible());
        QVERIFY(!domain->accessibleDescription().isEmpty());
        QVERIFY(domain->accessibleName() != u"domain"); // words, not the name of an option
        QVERIFY(!f.find<QLineEdit>("own.glue.versions")->isVisible());
    }
};

MESHSCOPE_TEST(TestEndpointForm)
#include "tst_endpointform.moc"
