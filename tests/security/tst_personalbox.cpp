#include "models/mesh/filelock.h"
#include "models/security/personalbox.h"
#include "models/security/vault.h"

#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QThread>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;
using namespace meshscope;

/// Where there is no keychain: a vault that is made when the first secret comes.
class TestPersonalBox : public QObject {
    Q_OBJECT
private slots:
    void nothingIsMadeBeforeItIsNeeded()
    {
        const QTemporaryDir dir;
        const auto box = personalSecretBox(dir.filePath(u"keys"_s));
        QCOMPARE(box->read(u"shop/token"_s).error().code, Error::Code::NotFound);
        QVERIFY(box->remove(u"shop/token"_s));
        QVERIFY(!QDir(dir.filePath(u"keys"_s)).exists());
    }

    void keepsAndForgetsAcrossBoxesOfOnePerson()
    {
        const QTemporaryDir dir;
        const QByteArray secret = "t0k3n-n0body-may-see";
        QVERIFY(personalSecretBox(dir.path())->keep(u"shop/token"_s, secret));
        for (const QFileInfo &info : QDir(dir.path()).entryInfoList(QDir::Files)) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray text = file.readAll();
            QVERIFY2(!text.contains(secret) && !text.contains(secret.toBase64()), qUtf8Printable(info.fileName()));
            QCOMPARE(info.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        }
        const auto again = personalSecretBox(dir.path());
        QCOMPARE(again->read(u"shop/token"_s).value(), secret);
        QVERIFY(again->remove(u"shop/token"_s));
        QVERIFY(!personalSecretBox(dir.path())->read(u"shop/token"_s));
    }

    void aPassphraseOfOnesOwnOpensAVaultOfOnesOwn()
    {
        const QTemporaryDir dir;
        qputenv("MESHSCOPE_VAULT_PASSPHRASE", "open sesame");
        const Result<void> kept = personalSecretBox(dir.path())->keep(u"a"_s, "secret");
        qputenv("MESHSCOPE_VAULT_PASSPHRASE", "open barley");
        const Result<QByteArray> other = personalSecretBox(dir.path())->read(u"a"_s);
        qunsetenv("MESHSCOPE_VAULT_PASSPHRASE");
        QVERIFY(kept);
        QVERIFY(!other);
        QCOMPARE(other.error().code, Error::Code::Refused);
        QVERIFY(!QFile::exists(dir.filePath(u"vault-key.key"_s)));
    }

    void whatIsCancelledStaysLocked()
    {
        const QTemporaryDir dir;
        QVERIFY(Vault::open(dir.filePath(u"secrets.vault"_s), "open sesame"));
        const auto box = personalSecretBox(dir.path());
        const Result<void> cancelled = box->unlock("open sesame", [] { return true; });
        QVERIFY(!cancelled);
        QCOMPARE(cancelled.error().code, Error::Code::Cancelled);
        QVERIFY(box->isLocked());
        QVERIFY(box->unlock("open sesame", [] { return false; }));
        QVERIFY(!box->isLocked());
    }

    void whoAsksWhetherItIsLockedWaitsForNobody()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"secrets.vault"_s);
        QVERIFY(personalSecretBox(dir.path())->keep(u"a"_s, "secret"));
        const auto box = personalSecretBox(dir.path());
        auto other = std::make_unique<FileLock>(path + u".lock"_s); // another program that is writing it
        QVERIFY(other->lock() == FileLock::Outcome::Taken);
        QSemaphore begun;
        QFuture<Result<QByteArray>> reading = QtConcurrent::run([&] {
            begun.release();
            return box->read(u"a"_s);
        });
        begun.acquire();
        for (int i = 0; i < 200; ++i) { // at first, or while it waits for the other program
            QVERIFY(!box->isLocked());
            QVERIFY(!reading.isFinished());
            QThread::yieldCurrentThread();
        }
        other.reset();
        QCOMPARE(reading.result().value(), "secret");
    }

    void scopesKeepLikeNamesApart()
    {
        const QTemporaryDir dir;
        const auto box = personalSecretBox(dir.path());
        const auto one = scopedSecretBox(box, u"1"_s);
        const auto two = scopedSecretBox(box, u"2"_s);
        QVERIFY(one->keep(u"shop/token"_s, "first"));
        QVERIFY(two->keep(u"shop/token"_s, "second"));
        QCOMPARE(one->read(u"shop/token"_s).value(), "first");
        QVERIFY(two->remove(u"shop/token"_s));
        QCOMPARE(one->read(u"shop/token"_s).value(), "first");
        QVERIFY(!two->read(u"shop/token"_s));
    }
};

MESHSCOPE_TEST(TestPersonalBox)
#include "tst_personalbox.moc"
