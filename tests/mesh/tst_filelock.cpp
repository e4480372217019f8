#include "models/mesh/filelock.h"

#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>

#include <csignal>
#include <memory>
#include <thread>

#include <sys/wait.h>
#include <unistd.h>

using namespace meshscope;

/// One holder at a time, and a dead one holds nothing.
class TestFileLock : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    [[nodiscard]] QString path() const { return m_dir.filePath(QStringLiteral("a.lock")); }

private slots:
    void oneHolds()
    {
        {
            FileLock first(path()), second(path());
            QCOMPARE(first.tryLock(), FileLock::Outcome::Taken);
            QCOMPARE(second.tryLock(), FileLock::Outcome::HeldByOther);
            QCOMPARE(second.holder(), QCoreApplication::applicationPid());
            QCOMPARE(first.tryLock(), FileLock::Outcome::Taken);
        }
        QVERIFY(!QFile::exists(path()));
        FileLock third(path());
        QCOMPARE(third.tryLock(), FileLock::Outcome::Taken);
    }
    void oneWaitsForTheOther()
    {
        auto first = std::make_unique<FileLock>(path());
        QCOMPARE(first->tryLock(), FileLock::Outcome::Taken);
        FileLock::Outcome outcome = FileLock::Outcome::HeldByOther;
        std::thread waiting([&] {
            FileLock second(path());
            outcome = second.lock();
        });
        first.reset();
        waiting.join();
        QCOMPARE(outcome, FileLock::Outcome::Taken);
    }
    void aFileLeftEmptyHoldsNothing()
    {
        QFile left(path());
        QVERIFY(left.open(QIODevice::WriteOnly));
        left.close();
        FileLock lock(path());
        QCOMPARE(lock.tryLock(), FileLock::Outcome::Taken);
    }
    void aKilledHolderHoldsNothing()
    {
        int told[2];
        QCOMPARE(::pipe(told), 0);
        const QByteArray name = QFile::encodeName(path());
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            FileLock lock(QFile::decodeName(name));
            const char outcome = lock.tryLock() == FileLock::Outcome::Taken ? 'y' : 'n';
            if (::write(told[1], &outcome, 1) == 1)
                ::pause();
            ::_exit(1);
        }
        char outcome = 0;
        QCOMPARE(::read(told[0], &outcome, 1), ssize_t(1));
        QCOMPARE(outcome, 'y');
        FileLock lock(path());
        QCOMPARE(lock.tryLock(), FileLock::Outcome::HeldByOther);
        QCOMPARE(lock.holder(), qint64(child));
        QCOMPARE(::kill(child, SIGKILL), 0);
        QCOMPARE(::waitpid(child, nullptr, 0), child);
        QVERIFY(QFile::exists(path()));
        QCOMPARE(lock.tryLock(), FileLock::Outcome::Taken);
        ::close(told[0]);
        ::close(told[1]);
    }
    void aMissingFolderIsSaid()
    {
        FileLock lock(m_dir.filePath(QStringLiteral("no/such/a.lock")));
        QCOMPARE(lock.tryLock(), FileLock::Outcome::NotWritable);
    }
};
MESHSCOPE_TEST(TestFileLock)

#include "tst_filelock.moc"
