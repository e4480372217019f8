#include "models/samples/samplefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::SampleFile)
};

constexpr int mostMatches = 10'000;

QString pathOf(const Server &server)
{
    for (const char *key : {"path", "location", "file", "filename", "url", "uri"}) {
        const QString value = server.setting(QString::fromLatin1(key)).trimmed();
        if (!value.isEmpty())
            return value;
    }
    return {};
}

QString schemeOf(const QString &path)
{
    const qsizetype end = path.indexOf(QStringLiteral("://"));
    return end > 0                                    ? path.left(end).toLower()
           : path.startsWith(QStringLiteral("file:")) ? QStringLiteral("file")
                                                      : QString();
}

bool isInside(const QString &path, const QString &root)
{
    return path == root || path.startsWith(root == QStringLiteral("/") ? root : root + u'/');
}

bool isGlob(const QString &part)
{
    return part.contains(u'*') || part.contains(u'?') || part.contains(u'[');
}

/// Files that a path with wildcards means below `base`, by name; `**` is any number of folders.
void expand(const QString &base, const QStringList &parts, qsizetype at, QStringList &found, int &budget)
{
    if (--budget < 0 || !found.isEmpty())
        return;
    if (at == parts.size()) {
        if (QFileInfo(base).isFile())
            found << base;
        return;
    }
    const QString &part = parts.at(at);
    if (!isGlob(part)) {
        const QString next = base + u'/' + part;
        if (QFileInfo::exists(next))
            expand(next, parts, at + 1, found, budget);
        return;
    }
    const bool deep = part == QStringLiteral("**");
    if (deep)
        expand(base, parts, at + 1, found, budget);
    const auto kinds = at + 1 == parts.size() && !deep ? QDir::Files : QDir::Dirs | QDir::NoDotAndDotDot;
    const QStringList entries = QDir(base).entryList({deep ? QStringLiteral("*") : part}, kinds, QDir::Name);
    for (const QString &entry : entries)
        expand(base + u'/' + entry, parts, deep ? at : at + 1, found, budget);
}

/// One path, with wildcards or without, as the first existing file; a folder means its first file.
QString firstFile(const QString &path)
{
    const QFileInfo info(path);
    if (info.isFile())
        return path;
    QStringList found;
    int budget = mostMatches;
    if (info.isDir())
        expand(path, {QStringLiteral("*")}, 0, found, budget);
    else if (isGlob(path))
        expand(QString(), path.mid(1).split(u'/', Qt::SkipEmptyParts), 0, found, budget);
    return found.value(0);
}

QString filled(QString path, const QString &name)
{
    static const QRegularExpression place(
        QStringLiteral("\\$?\\{ *(model|table|object|dataset|schema_object|name|entity) *\\}"),
        QRegularExpression::CaseInsensitiveOption);
    return path.replace(place, name);
}

Result<QString> formatOf(const Server &server, const QString &path, QFile &file)
{
    QString format = server.setting(u"format").trimmed().toLower();
    if (format.startsWith(u'.'))
        format.remove(0, 1);
    const QByteArray head = file.peek(16);
    if (head.startsWith("SQLite format 3"))
        return QStringLiteral("sqlite");
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (head.startsWith("PAR1") || format == QStringLiteral("parquet") || suffix == QStringLiteral("parquet")) {
        return fail(Error::Code::Refused,
                    Text::tr("%1 is a Parquet file. Parquet is not previewed here: it needs a query engine; look at it with "
                             "one, or name a CSV or JSON lines sample beside it in the contract's servers.")
                        .arg(path),
                    path);
    }
    if (head.startsWith("\x1f\x8b") || head.startsWith("\x28\xb5\x2f\xfd") || head.startsWith("PK\x03\x04"))
        return fail(Error::Code::Refused, Text::tr("%1 is compressed: name an uncompressed sample of it.").arg(path), path);
    for (const QString &word : {format, suffix}) {
        if (word == QStringLiteral("tsv") || word == QStringLiteral("tab"))
            return QStringLiteral("tsv");
        if (word == QStringLiteral("csv") || word == QStringLiteral("txt") || word == QStringLiteral("psv") ||
            word == QStringLiteral("text"))
            return QStringLiteral("csv");
        if (word.startsWith(QStringLiteral("json")) || word == QStringLiteral("ndjson") || word == QStringLiteral("jsonl"))
            return QStringLiteral("json");
        if (word.startsWith(QStringLiteral("sqlite")) || word == QStringLiteral("db"))
            return QStringLiteral("sqlite");
    }
    const QByteArray text = file.peek(256).trimmed();
    if (format.isEmpty() && (text.startsWith('{') || text.startsWith('[')))
        return QStringLiteral("json");
    if (format.isEmpty() && !text.contains('\0'))
        return QStringLiteral("csv");
    return fail(Error::Code::Refused,
                Text::tr("%1: the format %2 is not previewed here. CSV, TSV, JSON and SQLite are.")
                    .arg(path, format.isEmpty() ? suffix : format),
                path);
}

/// Opens without waiting for pipes, and makes sure that it is the file that was checked.
Result<std::unique_ptr<QFile>> openPlain(const QString &path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    struct stat facts = {};
    if (fd >= 0 && ::fstat(fd, &facts) == 0 && !S_ISREG(facts.st_mode)) {
        ::close(fd);
        return fail(Error::Code::Refused, Text::tr("%1 is no plain file.").arg(path), path);
    }
    auto file = std::make_unique<QFile>();
    if (fd < 0 || !file->open(fd, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        const QString text = errno == ENOENT
                                 ? Text::tr("%1 is not there (any more). Sync, or correct the contract's server.")
                                 : Text::tr("%1 cannot be opened: check its permissions.");
        return fail(errno == ENOENT ? Error::Code::NotFound : Error::Code::Io, text.arg(path), path);
    }
    const QString real = QFile::symLinkTarget(QStringLiteral("/proc/self/fd/%1").arg(fd));
    if (!real.isEmpty() && real != path)
        return fail(Error::Code::Refused, Text::tr("%1 was exchanged while it was opened.").arg(path), path);
    return file;
}

struct Located {
    QString path;
    QString root;
};

/// Checks a path against the folders that may be read. NotFound when nothing is there.
Result<Located> locate(const QString &path, const QStringList &bases, const QStringList &roots)
{
    bool outside = false;
    for (const QString &base : bases) {
        const QString whole = QDir::cleanPath(QDir::isAbsolutePath(path) ? path : base + u'/' + path);
        // What lies outside by its very text is not even looked for: that would tell whether it exists.
        const bool within = std::any_of(roots.begin(), roots.end(), [&](const QString &root) {
            return isInside(whole, root) || isInside(whole, QFileInfo(root).canonicalFilePath());
        });
        if (!within) {
            outside = true;
            continue;
        }
        const QString real = QFileInfo(firstFile(whole)).canonicalFilePath();
        if (real.isEmpty())
            continue;
        for (const QString &root : roots) {
            const QString canonical = QFileInfo(root).canonicalFilePath();
            if (!canonical.isEmpty() && isInside(real, canonical))
                return Located{real, canonical};
        }
        outside = true;
    }
    if (outside) {
        return fail(Error::Code::Refused,
                    Text::tr("%1 leads out of the endpoint's folder, and nothing outside it is opened. Move the file in, or "
                             "declare its folder as a root of the endpoint.")
                        .arg(path),
                    path);
    }
    return fail(Error::Code::NotFound,
                Text::tr("%1 is not there. Correct the path in the contract's server, or put the file there.").arg(path),
                path);
}

} // namespace

Result<void> isReadableHere(const Server &server)
{
    const QString type = server.type.trimmed().toLower();
    const QString path = pathOf(server);
    const QString scheme = schemeOf(path);
    const bool local = type.isEmpty() || type == QStringLiteral("local") || type == QStringLiteral("file") ||
                       type == QStringLiteral("filesystem") || type == QStringLiteral("custom") ||
                       type.startsWith(QStringLiteral("sqlite")) || type == QStringLiteral("csv") ||
                       type == QStringLiteral("tsv") || type.startsWith(QStringLiteral("json"));
    if (!scheme.isEmpty() && scheme != QStringLiteral("file")) {
        return fail(
            Error::Code::Refused,
            Text::tr("Samples from %1 are not offered here: the data stays in %1. Ask for access, then read it there.")
                .arg(scheme));
    }
    if (!local) {
        return fail(
            Error::Code::Refused,
            Text::tr("Samples from %1 are not offered here: the data stays in %1. Ask for access, then read it there.")
                .arg(server.type));
    }
    if (path.isEmpty())
        return fail(Error::Code::NotFound, Text::tr("The server %1 names no file: give it a path.").arg(server.name));
    return {};
}

Result<SampleFile> findSample(const Server &server, const QStringList &roots, const QString &document,
                              const QStringList &names)
{
    QString given = pathOf(server);
    if (schemeOf(given) == QStringLiteral("file")) {
        const QUrl url(given);
        if (!url.host().isEmpty() && url.host() != QStringLiteral("localhost"))
            return fail(Error::Code::Refused, Text::tr("%1 is on another machine: only local files are read.").arg(given),
                        given);
        given = url.path(QUrl::FullyDecoded);
    }
    if (given.contains(QChar(0)))
        return fail(Error::Code::Usage, Text::tr("The path in the contract's server is not valid: correct it."));
    QStringList bases = roots;
    if (!roots.isEmpty() && document.contains(u'/'))
        bases << roots.first() + u'/' + document.left(document.lastIndexOf(u'/'));
    Result<Located> located = fail(Error::Code::NotFound, Text::tr("The endpoint has no folder to read from."));
    const QStringList fill = filled(given, QString()) == given ? QStringList{QString()} : names;
    for (const QString &name : fill) {
        if (name.contains(u'/') || name == QStringLiteral("..")) // a name is no path
            continue;
        located = locate(filled(given, name), bases, roots);
        if (located || located.error().code == Error::Code::Refused)
            break;
    }
    if (!located)
        return Failure(located.error());
    Result<std::unique_ptr<QFile>> file = openPlain(located->path);
    if (!file)
        return Failure(file.error());
    const QString location = QDir(located->root).relativeFilePath(located->path);
    const Result<QString> format = formatOf(server, location, **file);
    if (!format)
        return Failure(format.error());
    return SampleFile{located->path, location, *format, std::move(*file)};
}

} // namespace meshscope
