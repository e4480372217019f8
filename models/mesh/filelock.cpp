#include "models/mesh/filelock.h"

#include <QFile>
#include <QThread>

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace meshscope {

namespace {

/// False when the path was removed or made anew between opening and locking: then the lock is on a file nobody sees.
bool isStillThere(int fd, const char *path)
{
    struct stat locked = {}, named = {};
    return ::fstat(fd, &locked) == 0 && ::stat(path, &named) == 0 && locked.st_ino == named.st_ino &&
           locked.st_dev == named.st_dev;
}

} // namespace

FileLock::FileLock(QString path)
    : m_path(std::move(path))
{
}

FileLock::~FileLock()
{
    if (m_fd < 0)
        return;
    ::unlink(QFile::encodeName(m_path).constData()); // while it is held: nobody can have taken the name meanwhile
    ::close(m_fd);
}

FileLock::Outcome FileLock::tryLock()
{
    if (m_fd >= 0)
        return Outcome::Taken;
    const QByteArray name = QFile::encodeName(m_path);
    for (;;) {
        const int fd = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (fd < 0)
            return Outcome::NotWritable;
        if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
            const bool held = errno == EWOULDBLOCK || errno == EINTR;
            ::close(fd);
            return held ? Outcome::HeldByOther : Outcome::NotWritable;
        }
        if (!isStillThere(fd, name.constData())) {
            ::close(fd);
            continue;
        }
        const QByteArray pid = QByteArray::number(qint64(::getpid()));
        const bool said = ::ftruncate(fd, 0) == 0 && ::pwrite(fd, pid.constData(), size_t(pid.size()), 0) == pid.size();
        Q_UNUSED(said) // on a full disk it is a lock all the same
        m_fd = fd;
        return Outcome::Taken;
    }
}

FileLock::Outcome FileLock::lock()
{
    constexpr int step = 10;
    constexpr int most = 10'000;
    Outcome outcome = tryLock();
    for (int waited = 0; outcome == Outcome::HeldByOther && waited < most; waited += step) {
        QThread::msleep(step);
        outcome = tryLock();
    }
    return outcome;
}

qint64 FileLock::holder() const
{
    QFile file(m_path);
    return file.open(QIODevice::ReadOnly) ? file.read(20).trimmed().toLongLong() : 0;
}

} // namespace meshscope
