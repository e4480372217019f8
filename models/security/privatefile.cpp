#include "models/security/privatefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace meshscope {

namespace {

/// Closes a descriptor when it goes.
struct Descriptor {
    int fd = -1;
    explicit Descriptor(int opened)
        : fd(opened)
    {
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor()
    {
        if (fd >= 0)
            ::close(fd);
    }
};

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::PrivateFile)
};

Failure systemFailure(const QString &path, int code)
{
    return fail(
        Error::Code::Io,
        Text::tr("%1: %2. Check the folder and its permissions.").arg(path, QString::fromLocal8Bit(std::strerror(code))),
        path);
}

} // namespace

bool writeDurably(int fd, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t n = ::write(fd, bytes.constData() + done, size_t(bytes.size() - done));
        if (n < 0 && errno != EINTR)
            return false;
        done += n < 0 ? 0 : qsizetype(n);
    }
    return ::fsync(fd) == 0;
}

Result<QByteArray> readPrivateFile(const QString &path, qsizetype largest)
{
    const QByteArray name = QFile::encodeName(path);
    const Descriptor file(::open(name.constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (file.fd < 0 && errno == ENOENT)
        return fail(Error::Code::NotFound, Text::tr("%1 does not exist.").arg(path), path);
    if (file.fd < 0)
        return systemFailure(path, errno);
    struct stat facts = {};
    if (::fstat(file.fd, &facts) != 0)
        return systemFailure(path, errno);
    if (!S_ISREG(facts.st_mode) || facts.st_uid != ::geteuid())
        return fail(Error::Code::Refused, Text::tr("%1 is not a file of yours: it is not used.").arg(path), path);
    if ((facts.st_mode & 077) != 0) {
        const QString text = Text::tr("%1 can be read by others, so what it holds is no secret any more. Allow it to "
                                      "yourself only (chmod 600) if you are sure that nobody read it.");
        return fail(Error::Code::Refused, text.arg(path), path);
    }
    QByteArray bytes(largest, Qt::Uninitialized);
    qsizetype size = 0;
    while (size < largest) {
        const ssize_t n = ::read(file.fd, bytes.data() + size, size_t(largest - size));
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return systemFailure(path, errno);
        if (n == 0)
            break;
        size += qsizetype(n);
    }
    bytes.resize(size);
    return bytes;
}

Result<void> createPrivateFile(const QString &path, const QByteArray &bytes)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().exists(folder)) {
        if (!QDir().mkpath(QFileInfo(folder).absolutePath()) ||
            (::mkdir(QFile::encodeName(folder).constData(), 0700) != 0 && errno != EEXIST))
            return systemFailure(folder, errno);
    }
    // Written whole under another name, then linked: a crash leaves either nothing or all of it, a second writer loses.
    const QString temporary = folder + QStringLiteral("/.") + QUuid::createUuid().toString(QUuid::Id128);
    const QByteArray from = QFile::encodeName(temporary);
    const QByteArray to = QFile::encodeName(path);
    {
        const Descriptor file(::open(from.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
        if (file.fd < 0)
            return systemFailure(path, errno);
        if (!writeDurably(file.fd, bytes)) {
            const int code = errno;
            ::unlink(from.constData());
            return systemFailure(path, code);
        }
    }
    const bool linked = ::link(from.constData(), to.constData()) == 0;
    const int code = errno;
    ::unlink(from.constData());
    if (!linked && code == EEXIST)
        return fail(Error::Code::Refused, Text::tr("%1 exists already: it is not replaced.").arg(path), path);
    if (!linked)
        return systemFailure(path, code);
    const Descriptor directory(::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (directory.fd < 0 || ::fsync(directory.fd) != 0)
        return systemFailure(folder, errno);
    return {};
}

} // namespace meshscope
