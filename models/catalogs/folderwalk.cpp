#include "models/catalogs/folderwalk.h"

#include "models/catalogs/foldertext.h"
#include "models/catalogs/ignorerules.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <cerrno>
#include <fstream>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace fs = std::filesystem;

namespace meshscope {

namespace {

/// What tells one file or folder from all others, and one state of it from a later one.
struct Stat {
    bool exists = false;
    bool isFolder = false;
    bool isFile = false;
    qint64 size = 0;
    QByteArray identity;
    qint64 newest = 0; ///< nanoseconds: the later of its times
    QByteArray stamp;
};

Stat statOf(const fs::path &path)
{
    Stat stat;
#ifdef Q_OS_UNIX
    struct ::stat raw = {};
    if (::stat(path.c_str(), &raw) != 0)
        return stat;
    stat.exists = true;
    stat.isFolder = S_ISDIR(raw.st_mode);
    stat.isFile = S_ISREG(raw.st_mode);
    stat.size = qint64(raw.st_size);
    stat.identity = QByteArray::number(quint64(raw.st_dev)) + ':' + QByteArray::number(quint64(raw.st_ino));
#ifdef Q_OS_DARWIN
    const qint64 modified = qint64(raw.st_mtimespec.tv_sec) * 1'000'000'000 + raw.st_mtimespec.tv_nsec;
    const qint64 changed = qint64(raw.st_ctimespec.tv_sec) * 1'000'000'000 + raw.st_ctimespec.tv_nsec;
#else
    const qint64 modified = qint64(raw.st_mtim.tv_sec) * 1'000'000'000 + raw.st_mtim.tv_nsec;
    const qint64 changed = qint64(raw.st_ctim.tv_sec) * 1'000'000'000 + raw.st_ctim.tv_nsec;
#endif
#else
    const QFileInfo info(fromNative(path));
    if (!info.exists())
        return stat;
    stat.exists = true;
    stat.isFolder = info.isDir();
    stat.isFile = info.isFile();
    stat.size = info.size();
    stat.identity = info.canonicalFilePath().toUtf8();
    const qint64 modified = info.lastModified().toMSecsSinceEpoch() * 1'000'000;
    const qint64 changed = info.metadataChangeTime().toMSecsSinceEpoch() * 1'000'000;
#endif
    stat.newest = std::max(modified, changed);
    stat.stamp = QByteArray::number(stat.size) + '/' + QByteArray::number(modified) + '/' + QByteArray::number(changed) +
                 '/' + stat.identity;
    // A file written within the file system's clock tick could be written again without any time moving. Times with a
    // part below the second come from a clock of milliseconds; others may be those of a file system that counts in twos.
    constexpr qint64 second = 1'000'000'000;
    const bool isFine = modified % second != 0 && changed % second != 0;
    const qint64 tick = isFine ? second / 10 : 2 * second;
    if (stat.newest + tick > QDateTime::currentMSecsSinceEpoch() * 1'000'000)
        stat.stamp.clear();
    return stat;
}

class Walk {
public:
    Walk(fs::path root, const Progress &progress)
        : m_root(std::move(root))
        , m_progress(progress)
    {
    }
    Result<FolderListing> run();

private:
    struct Link {
        QString path;
        fs::path native;
    };
    void folder(const fs::path &native, const QString &path);
    void readIgnore(const fs::path &native, const QString &path);
    void entry(const fs::directory_entry &entry, const QString &folder);
    void follow(const Link &link);
    void add(const QString &path, const fs::path &native, const Stat &stat);

    fs::path m_root;
    const Progress &m_progress;
    IgnoreRules m_ignore;
    FolderListing m_listing;
    QSet<QByteArray> m_files;
    QSet<QByteArray> m_folders;
    std::vector<std::pair<fs::path, QString>> m_todo;
    std::vector<Link> m_links;
};

void Walk::readIgnore(const fs::path &native, const QString &path)
{
    const fs::path file = native / ".meshscopeignore";
    std::error_code error;
    if (!fs::is_regular_file(file, error))
        return;
    const QString name = path.isEmpty() ? QStringLiteral(".meshscopeignore") : path + QStringLiteral("/.meshscopeignore");
    const Result<QByteArray> text = readBytes(file, name, 1 << 20);
    if (text)
        m_ignore.add(path, *text);
    else
        m_listing.issues.append({Issue::Severity::Warning, {name, 0, 0, {}}, text.error().text});
}

void Walk::add(const QString &path, const fs::path &native, const Stat &stat)
{
    m_files.insert(stat.identity);
    m_listing.files.push_back({path, native, stat.size, stat.stamp});
}

void Walk::entry(const fs::directory_entry &found, const QString &folder)
{
    const fs::path native = found.path();
    const QString name = fromNative(native.filename());
    if (name.startsWith(u'.'))
        return;
    const QString path = folder.isEmpty() ? name : folder + u'/' + name;
    std::error_code error;
    if (found.is_symlink(error)) {
        m_links.push_back({path, native});
        return;
    }
    const Stat stat = statOf(native);
    if (!stat.exists || m_ignore.isIgnored(path, stat.isFolder))
        return; // gone since it was listed, or not wanted
    if (stat.isFolder)
        m_todo.emplace_back(native, path);
    else if (stat.isFile)
        add(path, native, stat);
}

void Walk::folder(const fs::path &native, const QString &path)
{
    const Stat stat = statOf(native);
    if (!stat.exists || m_folders.contains(stat.identity))
        return;
    m_folders.insert(stat.identity);
    std::error_code error;
    fs::directory_iterator entries(native, error);
    if (!error)
        readIgnore(native, path);
    const fs::directory_iterator end;
    while (!error && entries != end) {
        entry(*entries, path);
        entries.increment(error);
    }
    if (!error || error == std::errc::no_such_file_or_directory)
        return;
    const QString shown = path.isEmpty() ? fromNative(m_root) : path;
    m_listing.unreadable.append(shown);
    m_listing.issues.append(
        {Issue::Severity::Error,
         {shown, 0, 0, {}},
         FolderText::tr("The folder “%1” cannot be listed (%2). Give yourself permission to read it, or name it "
                        "in .meshscopeignore.")
             .arg(shown, QString::fromLocal8Bit(error.message().c_str()))});
}

void Walk::follow(const Link &link)
{
    const Stat stat = statOf(link.native);
    if (!stat.exists) // broken, or a ring of links
        return;
    if (!isInside(m_root, link.native)) {
        m_listing.issues.append(
            {Issue::Severity::Note,
             {link.path, 0, 0, {}},
             FolderText::tr("The link “%1” leads out of the folder and is not followed. Add its target as an "
                            "endpoint of its own if it belongs to the mesh.")
                 .arg(link.path)});
        return;
    }
    if (m_ignore.isIgnored(link.path, stat.isFolder))
        return;
    if (stat.isFolder)
        m_todo.emplace_back(link.native, link.path);
    else if (stat.isFile && !m_files.contains(stat.identity))
        add(link.path, link.native, stat);
}

Result<FolderListing> Walk::run()
{
    m_todo.emplace_back(m_root, QString());
    while (!m_todo.empty() || !m_links.empty()) {
        if (m_progress.cancelled())
            return fail(Error::Code::Cancelled, FolderText::tr("Cancelled."));
        if (!m_todo.empty()) {
            const auto [native, path] = std::move(m_todo.back());
            m_todo.pop_back();
            folder(native, path);
            continue;
        }
        // Everything real is listed: what links still lead to comes last, in a stable order.
        std::vector<Link> links = std::move(m_links);
        m_links.clear();
        std::sort(links.begin(), links.end(), [](const Link &a, const Link &b) { return a.path < b.path; });
        for (const Link &link : links)
            follow(link);
    }
    std::sort(m_listing.files.begin(), m_listing.files.end(),
              [](const FoundFile &a, const FoundFile &b) { return a.path < b.path; });
    return std::move(m_listing);
}

} // namespace

fs::path nativePath(const QString &path)
{
#ifdef Q_OS_WIN
    return fs::path(path.toStdWString());
#else
    return fs::path(QFile::encodeName(path).toStdString());
#endif
}

QString fromNative(const fs::path &path)
{
#ifdef Q_OS_WIN
    return QDir::fromNativeSeparators(QString::fromStdWString(path.wstring()));
#else
    return QFile::decodeName(path.c_str());
#endif
}

bool isInside(const fs::path &root, const fs::path &path)
{
    std::error_code error;
    const fs::path real = fs::canonical(path, error);
    if (error)
        return false;
    return std::mismatch(root.begin(), root.end(), real.begin(), real.end()).first == root.end();
}

QByteArray stampOf(const fs::path &file)
{
    return statOf(file).stamp;
}

Result<QByteArray> readBytes(const fs::path &file, const QString &name, qint64 limit)
{
    const auto failed = [&name](int code) {
        if (code == ENOENT || code == ENOTDIR)
            return fail(Error::Code::NotFound, FolderText::tr("“%1” does not exist.").arg(name), name);
        return fail(Error::Code::Io,
                    FolderText::tr("“%1” cannot be opened (%2). Give yourself permission to read it, or name it in "
                                   ".meshscopeignore.")
                        .arg(name, qt_error_string(code)),
                    name);
    };
#ifdef Q_OS_UNIX
    const int handle = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); // a pipe put in its place must not block
    if (handle < 0)
        return failed(errno);
    QFile in;
    if (!in.open(handle, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle)) {
        ::close(handle);
        return failed(EIO);
    }
#else
    QFile in(fromNative(file));
    if (!in.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return failed(QFileInfo::exists(in.fileName()) ? EACCES : ENOENT);
#endif
    QByteArray bytes = limit < 0 ? in.readAll() : in.read(limit);
    if (in.error() != QFileDevice::NoError)
        return failed(EIO);
    return bytes;
}

Result<FolderListing> walkFolder(const QString &root, const Progress &progress)
{
    std::error_code error;
    const fs::path real = fs::canonical(nativePath(root), error);
    if (error || !fs::is_directory(real, error))
        return fail(
            Error::Code::Io,
            FolderText::tr("The folder “%1” is not there (any more). Bring it back, or change the endpoint's location.")
                .arg(root),
            root);
    return Walk(real, progress).run();
}

} // namespace meshscope
