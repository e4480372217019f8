#include "models/access/safefolder.h"

#include "models/security/privatefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::SafeFolder)
};

constexpr qsizetype largest = 256 * 1024 * 1024;
const QString temporaryPrefix = QStringLiteral(".meshscope-");

Failure systemFailure(const QString &path, int code)
{
    const auto kind = code == ENOENT                     ? Error::Code::NotFound
                      : code == ENOSPC || code == EDQUOT ? Error::Code::Full
                                                         : Error::Code::Io;
    const QString text = code == ENOSPC || code == EDQUOT
                             ? Text::tr("%1 cannot be written, the disk is full: make room and try again.").arg(path)
                             : Text::tr("%1: %2. Check the folder and its permissions.")
                                   .arg(path, QString::fromLocal8Bit(std::strerror(code)));
    return fail(kind, text, path);
}

/// Where a descriptor really is, after all links.
QString placeOf(int fd, const QString &otherwise)
{
    const QString real = QFile::symLinkTarget(QStringLiteral("/proc/self/fd/%1").arg(fd));
    return real.isEmpty() ? QFileInfo(otherwise).canonicalFilePath() : real;
}

bool isPlain(const QString &name)
{
    return !name.isEmpty() && !name.contains(u'/') && !name.contains(QChar(0)) && name != QStringLiteral(".") &&
           name != QStringLiteral("..");
}

} // namespace

SafeFolder::SafeFolder(int fd, QString path)
    : m_fd(fd)
    , m_path(std::move(path))
{
}

SafeFolder::SafeFolder(SafeFolder &&other) noexcept
    : m_fd(std::exchange(other.m_fd, -1))
    , m_path(std::move(other.m_path))
{
}

SafeFolder::~SafeFolder()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

Result<SafeFolder> SafeFolder::open(const QString &root, const QString &below, bool create)
{
    const QString base = QFileInfo(root).canonicalFilePath();
    if (base.isEmpty() || !QFileInfo(base).isDir())
        return fail(Error::Code::NotFound, Text::tr("The folder %1 is not there: is it still mounted?").arg(root), root);
    const QString path = below.isEmpty() ? base : base + u'/' + below;
    const QByteArray name = QFile::encodeName(path);
    const Failure outside = fail(Error::Code::Refused,
                                 Text::tr("%1 leads out of the folder %2: nothing is written there.").arg(path, root), path);
    if (QDir::isAbsolutePath(below) || below.split(u'/').contains(QStringLiteral("..")))
        return outside;
    bool made = false;
    if (create && ::mkdir(name.constData(), 0777) == 0)
        made = true;
    else if (create && errno != EEXIST)
        return systemFailure(path, errno);
    const int fd = ::open(name.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return systemFailure(path, errno);
    SafeFolder folder(fd, path);
    const QString real = placeOf(fd, path);
    if (real != base && !real.startsWith(base == QStringLiteral("/") ? base : base + u'/'))
        return outside;
    if (made) {
        const int parent = ::open(QFile::encodeName(base).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (parent >= 0) {
            ::fsync(parent);
            ::close(parent);
        }
    }
    return folder;
}

Result<QByteArray> SafeFolder::read(const QString &name) const
{
    const QString path = m_path + u'/' + name;
    if (!isPlain(name))
        return fail(Error::Code::Refused, Text::tr("%1 is no name of a file.").arg(name), path);
    const int fd = ::openat(m_fd, QFile::encodeName(name).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (fd < 0 && errno == ELOOP)
        return fail(Error::Code::Refused, Text::tr("%1 is a link: put the file itself there.").arg(path), path);
    if (fd < 0)
        return systemFailure(path, errno);
    QFile file;
    if (!file.open(fd, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        ::close(fd);
        return systemFailure(path, EIO);
    }
    struct stat facts = {};
    if (::fstat(fd, &facts) != 0 || !S_ISREG(facts.st_mode) || facts.st_size > largest)
        return fail(Error::Code::Refused, Text::tr("%1 is no plain file of a sensible size.").arg(path), path);
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return fail(Error::Code::Io, Text::tr("%1 cannot be read: %2").arg(path, file.errorString()), path);
    return bytes;
}

Result<void> SafeFolder::rename(const QByteArray &from, const QByteArray &to, bool replaces)
{
    const QString path = m_path + u'/' + QFile::decodeName(to);
#ifdef RENAME_NOREPLACE
    if (!replaces) {
        if (::renameat2(m_fd, from.constData(), m_fd, to.constData(), RENAME_NOREPLACE) == 0)
            return {};
        if (errno == EEXIST)
            return fail(Error::Code::Busy, Text::tr("%1 was made by somebody else meanwhile: try again.").arg(path), path);
        if (errno != EINVAL && errno != ENOSYS)
            return systemFailure(path, errno);
    }
#endif
    if (!replaces && ::faccessat(m_fd, to.constData(), F_OK, AT_SYMLINK_NOFOLLOW) == 0)
        return fail(Error::Code::Busy, Text::tr("%1 was made by somebody else meanwhile: try again.").arg(path), path);
    if (::renameat(m_fd, from.constData(), m_fd, to.constData()) != 0)
        return systemFailure(path, errno);
    return {};
}

Result<void> SafeFolder::write(const QString &name, const QByteArray &bytes, const std::optional<QByteArray> &before)
{
    sweep();
    const QString path = m_path + u'/' + name;
    if (!isPlain(name))
        return fail(Error::Code::Refused, Text::tr("%1 is no name of a file.").arg(name), path);
    struct stat facts = {};
    mode_t mode = 0666;
    const QByteArray target = QFile::encodeName(name);
    const bool exists = ::fstatat(m_fd, target.constData(), &facts, AT_SYMLINK_NOFOLLOW) == 0;
    if (exists && before)
        mode = facts.st_mode & 07777;
    const QByteArray temporary = QFile::encodeName(temporaryPrefix + QString::number(::getpid()) + u'-' +
                                                   QUuid::createUuid().toString(QUuid::Id128) + QStringLiteral(".tmp"));
    const int fd = ::openat(m_fd, temporary.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (fd < 0)
        return systemFailure(path, errno);
    const bool written = writeDurably(fd, bytes) && (!before || ::fchmod(fd, mode) == 0);
    const int code = errno;
    ::close(fd);
    const auto giveUp = [&](const Failure &why) -> Result<void> {
        ::unlinkat(m_fd, temporary.constData(), 0);
        return why;
    };
    if (!written)
        return giveUp(systemFailure(path, code));
    if (before) {
        const Result<QByteArray> now = read(name);
        if (!now)
            return giveUp(Failure(now.error()));
        if (*now != *before)
            return giveUp(
                fail(Error::Code::Busy, Text::tr("%1 was changed by somebody else meanwhile: try again.").arg(path), path));
    }
    const Result<void> renamed = rename(temporary, target, before.has_value());
    if (!renamed)
        return giveUp(Failure(renamed.error()));
    if (::fsync(m_fd) != 0)
        return systemFailure(path, errno);
    return {};
}

Result<void> SafeFolder::remove(const QString &name)
{
    if (!isPlain(name) || ::unlinkat(m_fd, QFile::encodeName(name).constData(), 0) != 0)
        return systemFailure(m_path + u'/' + name, errno);
    ::fsync(m_fd);
    return {};
}

QStringList SafeFolder::files() const
{
    return QDir(m_path).entryList(QDir::Files | QDir::NoSymLinks, QDir::Name);
}

void SafeFolder::sweep()
{
    const QStringList left = QDir(m_path).entryList({temporaryPrefix + QStringLiteral("*.tmp")}, QDir::Files | QDir::Hidden);
    for (const QString &name : left) {
        const QString owner = name.mid(temporaryPrefix.size()).section(u'-', 0, 0);
        bool isNumber = false;
        const pid_t process = owner.toInt(&isNumber);
        if (isNumber && process > 0 && ::kill(process, 0) != 0 && errno == ESRCH)
            ::unlinkat(m_fd, QFile::encodeName(name).constData(), 0);
    }
}

} // namespace meshscope
