#pragma once

#include "models/access/accessdesk.h"
#include "models/access/folderport.h"
#include "models/access/keysigner.h"
#include "models/formats/format.h"
#include "models/mesh/meshbuilder.h"

#include "tests/support/fakeworkspace.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace meshscope::test {

/// A mesh folder with one product of Olga's, read by the real formats, and desks of several people on it.
class AccessFixture {
public:
    static inline const QString product = QStringLiteral("orders");
    QTemporaryDir dir;
    QString folder = dir.filePath(QStringLiteral("mesh"));

    AccessFixture() { QDir().mkpath(folder); }

    struct Person {
        FakeWorkspace workspace;
        std::unique_ptr<AccessDesk> desk;
    };
    /// A person's own workspace and desk; the key lies in a folder of its own.
    std::unique_ptr<Person> person(const QString &name, const QStringList &teams = {}, bool push = false)
    {
        auto made = std::make_unique<Person>();
        StoredEndpoint endpoint;
        endpoint.name = QStringLiteral("shop");
        endpoint.kind = QStringLiteral("folder");
        endpoint.location = folder;
        if (push)
            endpoint.options.insert(QStringLiteral("git.push"), QStringLiteral("true"));
        made->workspace.kept = {endpoint};
        made->desk = deskOn(made->workspace, name);
        const Result<void> set = made->desk->setProfile({name, name.toLower() + QStringLiteral("@example.com"), teams, {}});
        Q_UNUSED(set)
        return made;
    }
    std::unique_ptr<AccessDesk> deskOn(Workspace &workspace, const QString &name)
    {
        const QString keys = dir.filePath(QStringLiteral("keys-") + name);
        KeyStores stores;
        stores.push_back(std::make_unique<FileKeyStore>(keys));
        return std::make_unique<AccessDesk>(workspace, endpointPorts(workspace),
                                            std::make_unique<KeySigner>(name, keys, std::move(stores)));
    }

    /// What a sync would make of the folder now.
    MeshPtr sync() const
    {
        Records records;
        DataProduct shop;
        shop.id = product;
        shop.name = QStringLiteral("Orders");
        shop.owners = {{QStringLiteral("team-orders"), QStringLiteral("Orders team"), QStringLiteral("owner"), {}},
                       {{}, QStringLiteral("Stella"), QStringLiteral("steward"), QStringLiteral("stella@example.com")}};
        records.products = {shop};
        Party team;
        team.id = QStringLiteral("team-orders");
        team.name = QStringLiteral("Orders team");
        team.isTeam = true;
        team.members = {QStringLiteral("olga")};
        Party olga;
        olga.id = QStringLiteral("olga");
        olga.name = QStringLiteral("Olga");
        olga.email = QStringLiteral("olga@example.com");
        records.parties = {team, olga};
        for (const char *name : {"api", "table"}) {
            Port port;
            port.id = portId(product, true, QString::fromLatin1(name), QStringLiteral("1"));
            port.name = QString::fromLatin1(name);
            port.version = QStringLiteral("1");
            port.product = product;
            port.datasets = {QStringLiteral("ds-") + port.name};
            records.ports.append(port);
            Dataset dataset;
            dataset.id = QStringLiteral("ds-") + port.name;
            dataset.name = port.name;
            records.datasets.append(dataset);
            for (const char *path : {"id", "amount", "customer", "customer.email"}) {
                Column column;
                column.dataset = dataset.id;
                column.path = QString::fromLatin1(path);
                records.columns.append(column);
            }
        }
        const QDir access(folder + QStringLiteral("/access"));
        const QStringList files = access.entryList(QDir::Files, QDir::Name);
        for (const QString &name : files) {
            QFile file(access.filePath(name));
            if (!file.open(QIODevice::ReadOnly))
                continue;
            ReadContext context;
            context.file = QStringLiteral("access/") + name;
            records.append(std::move(readFile(file.readAll(), context).records));
        }
        auto details = std::make_shared<MemoryDetails>();
        details->add(QStringLiteral("shop"), records);
        MeshBuilder builder(details);
        EndpointFacts facts;
        facts.name = QStringLiteral("shop");
        facts.kind = QStringLiteral("folder");
        facts.location = folder;
        facts.readAt = QDateTime::currentDateTimeUtc();
        builder.add(facts, records);
        return builder.build();
    }
    static AccessRequest draft(const QString &port = QStringLiteral("api"))
    {
        AccessRequest request;
        request.port = {QStringLiteral("shop"), Kind::Port, portId(product, true, port, QStringLiteral("1"))};
        request.product = {QStringLiteral("shop"), Kind::Product, product};
        request.purpose = QStringLiteral("Forecast of returns");
        request.until = QDate::currentDate().addDays(200);
        return request;
    }
    QString fileOf(const QString &id) const { return folder + u'/' + FolderPort::fileOf(id); }
    QByteArray text(const QString &id) const { return bytesOf(fileOf(id)); }
    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static bool put(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        return QDir().mkpath(QFileInfo(path).absolutePath()) && file.open(QIODevice::WriteOnly) &&
               file.write(bytes) == bytes.size();
    }
    /// Changes a request's file as somebody with an editor would.
    bool edit(const QString &id, const QByteArray &from, const QByteArray &to) const
    {
        QByteArray bytes = text(id);
        return bytes.contains(from) && put(fileOf(id), bytes.replace(from, to));
    }
    QStringList files() const { return QDir(folder + QStringLiteral("/access")).entryList(QDir::Files | QDir::Hidden); }
};

inline QDateTime now()
{
    return QDateTime::currentDateTimeUtc();
}

/// In the words of the command line; why there is none where it cannot be told.
inline QString stateOf(const AccessDesk &desk, const Mesh &mesh, const QString &id)
{
    const Result<AccessRequest> request = desk.request(mesh, id, now());
    return request ? requestStateWord(request->state) : request.error().text;
}

} // namespace meshscope::test
