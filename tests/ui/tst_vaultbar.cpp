#include "ui/widgets/labels.h"

#include "tests/support/testmain.h"
#include "tests/ui/shellfixture.h"

#include <QLineEdit>
#include <QPushButton>
#include <QThreadPool>

using namespace meshscope;
using namespace meshscope::test;
using namespace Qt::StringLiterals;

namespace {

Location form(const char *option, const QString &value)
{
    Location location{u"endpoints"_s, {}, {}};
    location.add(option, value);
    return location;
}

} // namespace

/// Whoever keeps the secrets takes their time, and the window does not wait for them.
class TestVaultBar : public QObject {
    Q_OBJECT
private slots:
    void aLockedVaultIsOpenedInThePage()
    {
        ShellFixture f;
        f.passphrase = "open sesame";
        f.open(true);
        f.window->open(Location{u"endpoints"_s, {}, {}});
        auto *field = f.find<QLineEdit>("vaultPassphrase");
        QTRY_VERIFY(field->isVisible());
        QTest::keyClicks(field, u"wrong"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(field->isVisible());
        QVERIFY(field->text().isEmpty());
        f.scrypt.release();
        QTRY_COMPARE(f.find<QLabel>("vaultSays")->text(), u"another passphrase"_s);
        QTest::keyClicks(field, u"open sesame"_s);
        QTest::keyClick(field, Qt::Key_Return);
        f.scrypt.release();
        QTRY_VERIFY(!field->isVisible());
    }

    void theWindowGoesOnWhileAVaultIsOpened()
    {
        ShellFixture f;
        f.passphrase = "open sesame";
        f.open(true);
        f.window->open(Location{u"endpoints"_s, {}, {}});
        auto *field = f.find<QLineEdit>("vaultPassphrase");
        auto *button = f.find<QPushButton>("vaultUnlock");
        QTRY_VERIFY(field->isVisible());
        QTest::keyClicks(field, u"open sesame"_s);
        QTest::mouseClick(button, Qt::LeftButton); // comes back though it is not open yet
        auto *says = f.find<QLabel>("vaultSays");
        QVERIFY(says->isVisible() && !says->text().isEmpty());
        QVERIFY(field->isReadOnly() && field->text().isEmpty());
        QTest::mouseClick(button, Qt::LeftButton); // cancels
        QVERIFY(!field->isReadOnly());
        f.scrypt.release();
        QVERIFY(QThreadPool::globalInstance()->waitForDone());
        QVERIFY(!f.isUnlocked); // though the passphrase was the right one
        QVERIFY(field->isVisible());
        QTest::keyClicks(field, u"open sesame"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTest::keyClick(field, Qt::Key_Return); // once is enough
        f.scrypt.release();
        QTRY_VERIFY(!field->isVisible());
    }

    void whatAsksForSecretsIsDoneInAWorker()
    {
        ShellFixture f;
        f.open(true);
        EndpointServices services = f.endpoints();
        QSemaphore keeper; // of secrets; takes its time
        bool isLost = true;
        services.add = [&](const EndpointInput &input) {
            keeper.acquire();
            return std::exchange(isLost, false) ? Result<QString>(fail(Error::Code::Io, u"no keychain"_s))
                                                : f.endpoints().add(input);
        };
        services.change = [&](const EndpointInput &input) {
            keeper.acquire();
            return f.endpoints().change(input);
        };
        services.remove = [&](const QString &name, bool keep) {
            keeper.acquire();
            return f.endpoints().remove(name, keep);
        };
        const QTemporaryDir other;
        EndpointsPage page(services);
        page.resize(1000, 700);
        page.show();
        page.setLocation(form("add", u"folder"_s));
        auto *path = page.findChild<QLineEdit *>(u"addPath"_s);
        auto *button = page.findChild<QPushButton *>(u"addButton"_s);
        path->setText(other.path());
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(!button->isEnabled() && !path->isEnabled());
        keeper.release();
        QTRY_VERIFY(path->isEnabled());
        QVERIFY(page.findChild<QLabel *>(u"addSays"_s)->text().contains(u"no keychain"_s));
        QCOMPARE(path->text(), other.path());
        QTest::mouseClick(button, Qt::LeftButton);
        keeper.release();
        QTRY_COMPARE(f.workspace->endpoints().size(), 2);
        QTRY_VERIFY(!path->isVisible()); // the form is over
        QTRY_VERIFY(!f.sync->isRunning());
        page.refresh();

        const QString added = page.location().option("endpoint");
        QVERIFY(added != u"shop"_s);
        page.setLocation(form("edit", added));
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(path->isVisible() && !button->isEnabled());
        keeper.release();
        QTRY_VERIFY(!path->isVisible());
        QTRY_VERIFY(!f.sync->isRunning());
        page.setProgress({});
        QTest::mouseClick(page.findChild<QPushButton *>(u"endpointRemove"_s), Qt::LeftButton);
        auto *all = page.findChild<LinkLabel *>(u"removeAll"_s);
        emit all->opened(false);
        QCOMPARE(f.workspace->endpoints().size(), 2);
        keeper.release();
        QTRY_COMPARE(f.workspace->endpoints().size(), 1);
        QTRY_COMPARE(page.location().option("endpoint"), u"shop"_s);
    }
};

MESHSCOPE_TEST(TestVaultBar)
#include "tst_vaultbar.moc"
