#include "models/catalogs/folder.h"

#include "models/catalogs/foldertext.h"
#include "models/catalogs/folderreader.h"
#include "models/catalogs/folderwalk.h"
#include "models/catalogs/kindoptions.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QUrl>

namespace fs = std::filesystem;

namespace meshscope {

namespace {

constexpr qint64 defaultFileLimit = 256LL << 20;

/// "200", "64M", "1 GB" in bytes; nothing when it is no size.
std::optional<qint64> sizeFrom(const QString &text)
{
    QString digits = text.simplified().remove(u' ').toUpper();
    if (digits.endsWith(u'B'))
        digits.chop(1);
    qint64 scale = 1;
    for (const auto &[letter, factor] : {std::pair(u'K', 1LL << 10), {u'M', 1LL << 20}, {u'G', 1LL << 30}}) {
        if (digits.endsWith(letter)) {
            digits.chop(1);
            scale = factor;
            break;
        }
    }
    bool isNumber = false;
    const qint64 value = digits.toLongLong(&isNumber);
    if (!isNumber || value <= 0 || value > (1LL << 40) / scale)
        return {};
    return value * scale;
}

/// The person's languages, best first, English last.
QStringList personLanguages(const QString &option)
{
    QStringList languages;
    const QStringList wanted = option.isEmpty() ? QLocale().uiLanguages() : option.split(u',', Qt::SkipEmptyParts);
    for (const QString &one : wanted) {
        const QString language = one.trimmed().section(u'-', 0, 0).section(u'_', 0, 0).toLower();
        if (!language.isEmpty() && language != QLatin1String("c") && !languages.contains(language))
            languages.append(language);
    }
    if (!languages.contains(QStringLiteral("en")))
        languages.append(QStringLiteral("en"));
    return languages;
}

bool isInGitWorkTree(const QString &folder)
{
    for (QDir dir(folder);;) {
        if (QFileInfo::exists(dir.filePath(QStringLiteral(".git"))))
            return true;
        if (!dir.cdUp())
            return false;
    }
}

/// Why no request can be filed in the folder; empty when one can.
QString whyNotFiled(const QString &location)
{
    const QFileInfo access(location + QStringLiteral("/access"));
    if (access.exists() && !access.isDir())
        return FolderText::tr("No: “%1” is not a folder").arg(access.filePath());
    const QFileInfo place = access.exists() ? access : QFileInfo(location);
    return place.isWritable() ? QString() : FolderText::tr("No: “%1” cannot be written to").arg(place.filePath());
}

} // namespace

EndpointKind FolderConnector::kind()
{
    return {
        QStringLiteral("folder"),
        FolderText::tr("Mesh folder"),
        FolderText::tr(
            "A folder of data product, contract, lineage and dbt documents, usually a git clone. The location is its "
            "path."),
        {{QStringLiteral("languages"), FolderText::tr("Languages to read texts in, best first: de,en. Default: yours.")},
         {QStringLiteral("dbt.domain"), FolderText::tr("What a dbt model's domain is: none, its folder, its package, or the "
                                                       "path in its meta.domain (meta). Default: none.")},
         {QStringLiteral("dbt.namespace"),
          FolderText::tr(
              "Namespace of the datasets of dbt projects, where their own says too little: postgres://host:5432")},
         {QStringLiteral("domain.separator"),
          FolderText::tr("What separates the levels of domain names, such as / or a dot.")},
         {QStringLiteral("sample.roots"),
          FolderText::tr("Further folders, separated by %1, that samples may be read from.").arg(QDir::listSeparator())},
         {QStringLiteral("files.limit"), FolderText::tr("Size from which documents are refused: 64M, 1G. Default: 256M.")}}};
}

Result<std::unique_ptr<Connector>> FolderConnector::make(const EndpointConfig &config)
{
    if (const Result<void> checked = checkChoice(
            config, QStringLiteral("dbt.domain"),
            {QStringLiteral("none"), QStringLiteral("folder"), QStringLiteral("package"), QStringLiteral("meta")});
        !checked)
        return Failure(checked.error());
    const QString limitText = config.options.value(QStringLiteral("files.limit"));
    const std::optional<qint64> limit = limitText.isEmpty() ? defaultFileLimit : sizeFrom(limitText);
    if (!limit)
        return fail(Error::Code::Usage,
                    FolderText::tr("The option files.limit is “%1”: write a size such as 64M or 1G.").arg(limitText),
                    config.name);
    EndpointConfig placed = config;
    const QUrl url(config.location);
    if (url.isLocalFile())
        placed.location = url.toLocalFile();
    if (placed.location.isEmpty())
        return fail(Error::Code::Usage, FolderText::tr("A mesh folder needs a path as its location."), config.name);
    placed.location = QDir::cleanPath(QFileInfo(placed.location).absoluteFilePath());
    return std::unique_ptr<Connector>(new FolderConnector(std::move(placed), *limit));
}

FolderConnector::FolderConnector(EndpointConfig config, qint64 fileLimit)
    : m_config(std::move(config))
    , m_languages(personLanguages(m_config.options.value(QStringLiteral("languages"))))
    , m_fileLimit(fileLimit)
{
}

Capabilities FolderConnector::capabilities() const
{
    Capabilities all;
    all.offered = {Capability::Domains,       Capability::Products, Capability::Columns,   Capability::Lineage,
                   Capability::ColumnLineage, Capability::Samples,  Capability::Contracts, Capability::Quality};
    const QString whyNot = whyNotFiled(m_config.location);
    if (whyNot.isEmpty())
        all.offered.append(Capability::AccessRequests);
    else
        all.missing.append(
            {Capability::AccessRequests, FolderText::tr("Requests are filed as documents below access/. %1").arg(whyNot)});
    all.missing.append({Capability::Usage, FolderText::tr("The documents of a folder do not count who uses what.")});
    all.missing.append(
        {Capability::ChangeFeed, FolderText::tr("A folder has no feed of its changes: it is watched and read again.")});
    return all;
}

Connector::Probe FolderConnector::probe()
{
    Probe probe;
    probe.product = FolderText::tr("Mesh folder");
    const QFileInfo info(m_config.location);
    const bool exists = info.isDir();
    probe.checks.append(
        {FolderText::tr("The folder exists"), exists, exists ? info.canonicalFilePath() : m_config.location});
    if (!exists)
        return probe;
    std::error_code error;
    const fs::directory_iterator entries(nativePath(m_config.location), error);
    probe.checks.append({FolderText::tr("It can be listed"), !error,
                         error ? QString::fromLocal8Bit(error.message().c_str()) : FolderText::tr("Yes")});
    const QString whyNot = whyNotFiled(m_config.location);
    probe.checks.append({FolderText::tr("Requests can be filed in it"), whyNot.isEmpty(),
                         whyNot.isEmpty() ? FolderText::tr("As documents below access/") : whyNot, false});
    probe.checks.append({FolderText::tr("It is a git work tree"), true,
                         isInGitWorkTree(info.canonicalFilePath())
                             ? FolderText::tr("Yes: requests are committed")
                             : FolderText::tr("No: requests are written, not committed")});
    for (const QString &root :
         m_config.options.value(QStringLiteral("sample.roots")).split(QDir::listSeparator(), Qt::SkipEmptyParts))
        probe.checks.append({FolderText::tr("Samples may be read from %1").arg(root), QFileInfo(root).isDir(),
                             QFileInfo(root).isDir() ? FolderText::tr("Yes") : FolderText::tr("There is no such folder"),
                             false});
    return probe;
}

Result<Outcome> FolderConnector::read(RecordSink &sink, const Progress &progress)
{
    Result<FolderListing> listing = walkFolder(m_config.location, progress);
    if (!listing)
        return Failure(listing.error());
    std::error_code error;
    const fs::path root = fs::canonical(nativePath(m_config.location), error);
    FolderReader reader({root, m_languages, m_config.options, m_fileLimit}, sink, progress);
    Result<Outcome> outcome = reader.read(std::move(*listing));
    // Files that went one by one are gone; when all of it went, nothing is known.
    if (outcome && !fs::is_directory(root, error))
        return fail(
            Error::Code::Io,
            FolderText::tr("The folder “%1” went away while it was read. What was known before stays: bring it back and "
                           "sync again.")
                .arg(m_config.location),
            m_config.location);
    return outcome;
}

Result<QString> FolderReferences::target(const QString &relativeTo, const QString &reference)
{
    const QString file = reference.section(u'#', 0, 0);
    const QString path = QDir::cleanPath(QFileInfo(relativeTo).path() + u'/' + file);
    static const auto leadsOut = [](const QString &p) {
        return p == QLatin1String("..") || p.startsWith(QLatin1String("../"));
    };
    const bool hasScheme = file.contains(QLatin1String("://")) || (file.size() > 1 && file[1] == u':');
    if (file.isEmpty() || hasScheme || file.startsWith(u'/') || file.startsWith(u'\\') || file.contains(QChar(0)) ||
        leadsOut(path))
        return fail(
            Error::Code::Refused,
            FolderText::tr("“%1” leads out of the folder and is not read. Only files below the endpoint's folder are.")
                .arg(reference),
            relativeTo);
    return path;
}

Result<QByteArray> FolderReferences::readPath(const QString &path) const
{
    const fs::path native = m_root / nativePath(path);
    std::error_code error;
    if (!fs::exists(native, error))
        return fail(Error::Code::NotFound, FolderText::tr("“%1” does not exist.").arg(path), path);
    if (!isInside(m_root, native))
        return fail(
            Error::Code::Refused,
            FolderText::tr("“%1” leads out of the folder and is not read. Only files below the endpoint's folder are.")
                .arg(path),
            path);
    if (!fs::is_regular_file(native, error))
        return fail(Error::Code::Refused, FolderText::tr("“%1” is not a file.").arg(path), path);
    if (qint64(fs::file_size(native, error)) > m_limit)
        return fail(
            Error::Code::Refused,
            FolderText::tr("“%1” is larger than the limit for documents. Raise it with the option files.limit.").arg(path),
            path);
    return readBytes(native, path);
}

Result<QByteArray> FolderReferences::read(const QString &relativeTo, const QString &reference) const
{
    const Result<QString> path = target(relativeTo, reference);
    if (!path)
        return Failure(path.error());
    return readPath(*path);
}

} // namespace meshscope
