#include "models/access/folderport.h"

#include "models/access/agreementtext.h"
#include "models/access/catalogport.h"
#include "models/access/gitfolder.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::FolderPort)
};

const QString accessFolder = QStringLiteral("access");

struct Place {
    QString folder;
    QString name;
};

Place placeOf(const QString &file)
{
    const qsizetype slash = file.lastIndexOf(u'/');
    return slash < 0 ? Place{{}, file} : Place{file.left(slash), file.mid(slash + 1)};
}

Result<QByteArray> readBelow(const QString &root, const QString &file)
{
    const Place place = placeOf(file);
    const Result<SafeFolder> folder = SafeFolder::open(root, place.folder, false);
    if (!folder)
        return Failure(folder.error());
    return folder->read(place.name);
}

} // namespace

FolderPort::FolderPort(QString folder, Options options)
    : m_folder(std::move(folder))
    , m_options(options)
{
}

QString FolderPort::fileOf(const QString &id)
{
    QByteArray safe = id.toUtf8().toPercentEncoding();
    if (safe.isEmpty())
        safe = "unnamed";
    if (safe.startsWith('.')) // never hidden, never a folder's own name
        safe.replace(0, 1, "%2E");
    return accessFolder + u'/' + QString::fromLatin1(safe) + QStringLiteral(".dua.yaml");
}

Result<FolderPort::Found> FolderPort::find(const QString &id, const QString &where) const
{
    QStringList candidates{fileOf(id)};
    if (!where.isEmpty())
        candidates.prepend(where);
    for (const QString &file : std::as_const(candidates)) {
        const Result<QByteArray> text = readBelow(m_folder, file);
        if (!text && text.error().code != Error::Code::NotFound)
            return Failure(text.error());
        if (!text)
            continue;
        const Result<Agreement> held = agreementIn(*text, file, id);
        if (held)
            return Found{file, *text};
        if (held.error().code != Error::Code::NotFound || file == candidates.last())
            return Failure(held.error());
    }
    // Renamed by somebody? Only the folder of requests is searched: the sync knows the others.
    const Result<SafeFolder> folder = SafeFolder::open(m_folder, accessFolder, false);
    const QStringList files = folder ? folder->files() : QStringList();
    for (const QString &name : files) {
        const Result<QByteArray> text = folder->read(name);
        const QString file = accessFolder + u'/' + name;
        if (text && text->contains(id.toUtf8()) && agreementIn(*text, file, id))
            return Found{file, *text};
    }
    return fail(Error::Code::NotFound, Text::tr("%1 holds no agreement with the id %2.").arg(m_folder, id), m_folder);
}

Result<Agreement> FolderPort::read(const QString &id) const
{
    return readAt(id, {});
}

Result<Agreement> FolderPort::readAt(const QString &id, const SourceRef &where) const
{
    const Result<Found> found = find(id, where.file);
    if (!found)
        return Failure(found.error());
    return agreementIn(found->text, found->file, id);
}

Result<QString> FolderPort::write(const Agreement &agreement, const Profile &who, const QString &message)
{
    m_warning.clear();
    const Result<Found> found = find(agreement.id, agreement.source.file);
    if (!found && found.error().code != Error::Code::NotFound)
        return Failure(found.error());
    if (!found && !agreement.source.file.isEmpty())
        return Failure(found.error()); // it was somebody's; a second one is not made
    const QString file = found ? found->file : fileOf(agreement.id);
    Result<QByteArray> text = found ? changedAgreementText(found->text, file, agreement) : newAgreementText(agreement);
    if (!text)
        return Failure(text.error());

    if (found) {
        const Result<void> current = checkNothingNew(*found, agreement);
        if (!current)
            return Failure(current.error());
    }
    const Place place = placeOf(file);
    Result<SafeFolder> folder = SafeFolder::open(m_folder, place.folder, !found);
    if (!folder)
        return Failure(folder.error());
    // What git will not take is better known before anything is written.
    const Result<std::optional<GitFolder>> git = GitFolder::open(folder->path());
    if (!git)
        return Failure(git.error());
    if (*git) {
        const Result<void> free = (*git)->checkIndex();
        if (!free)
            return Failure(free.error());
    }
    const std::optional<QByteArray> before = found ? std::optional(found->text) : std::nullopt;
    if (!before || *before != *text) {
        const Result<void> written = folder->write(place.name, *text, before);
        if (!written)
            return Failure(written.error());
    }
    if (*git) {
        const Result<void> committed = commit(folder->path() + u'/' + place.name, who, message);
        if (!committed) { // whole or not at all
            const Result<void> undone = !before            ? folder->remove(place.name)
                                        : *before == *text ? Result<void>()
                                                           : folder->write(place.name, *before, *text);
            Error why = committed.error();
            if (!undone)
                why.text += u' ' + Text::tr("It stands in the file all the same: %1").arg(undone.error().text);
            return Failure(why);
        }
    }
    return file;
}

Result<void> FolderPort::checkNothingNew(const Found &found, const Agreement &wanted)
{
    const Result<Agreement> now = agreementIn(found.text, found.file, wanted.id);
    if (!now)
        return Failure(now.error());
    const bool isKnown = std::all_of(now->events.begin(), now->events.end(), [&](const RequestEvent &event) {
        return std::any_of(wanted.events.begin(), wanted.events.end(),
                           [&](const RequestEvent &other) { return isSameEvent(event, other); });
    });
    if (isKnown)
        return {};
    return fail(Error::Code::Busy, Text::tr("%1 was changed by somebody else meanwhile: look at it again.").arg(found.file),
                found.file);
}

Result<void> FolderPort::commit(const QString &file, const Profile &who, const QString &message)
{
    Result<std::optional<GitFolder>> git = GitFolder::open(QFileInfo(file).absolutePath());
    if (!git)
        return Failure(git.error());
    if (!*git || (*git)->ignores(file))
        return {};
    GitUser user = gitUser(m_folder);
    if (!who.name.isEmpty())
        user.name = who.name;
    if (!who.email.isEmpty())
        user.email = who.email;
    const Result<void> committed = (*git)->commit(file, user, message);
    if (!committed || !m_options.push)
        return committed;
    const Result<void> pushed = (*git)->push();
    if (!pushed) // it is written and committed; the next push takes it along
        m_warning = Text::tr("Committed, but not pushed. %1").arg(pushed.error().text);
    return {};
}

AccessDesk::PortFactory endpointPorts(const Workspace &workspace, RequestRoads roads)
{
    return [&workspace, roads = std::move(roads)](const QString &name) -> Result<std::unique_ptr<AccessPort>> {
        const QList<StoredEndpoint> endpoints = workspace.endpoints();
        for (const StoredEndpoint &endpoint : endpoints) {
            if (endpoint.name != name)
                continue;
            if (endpoint.kind == QStringLiteral("folder")) {
                const QString push = endpoint.options.value(QStringLiteral("git.push"));
                FolderPort::Options options;
                options.push =
                    push == QStringLiteral("true") || push == QStringLiteral("yes") || push == QStringLiteral("1");
                return std::unique_ptr<AccessPort>(std::make_unique<FolderPort>(endpoint.location, options));
            }
            if (roads) {
                Result<std::unique_ptr<RequestRoad>> road = roads(endpoint);
                if (!road)
                    return Failure(road.error());
                return std::unique_ptr<AccessPort>(std::make_unique<CatalogPort>(std::move(*road)));
            }
            return fail(
                Error::Code::Refused,
                Text::tr("The endpoint %1 (%2) takes no requests: ask its owner where it is kept.").arg(name, endpoint.kind),
                name);
        }
        return fail(Error::Code::NotFound, Text::tr("There is no endpoint %1: add it first.").arg(name), name);
    };
}

} // namespace meshscope
