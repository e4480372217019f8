#pragma once

#include "models/access/accessdesk.h"
#include "models/access/folderport.h"
#include "models/access/keysigner.h"
#include "models/access/outbox.h"

#include "tests/access/requestcatalogs.h"
#include "tests/catalogs/fakeentropy.h"

#include <QTemporaryDir>

namespace meshscope::test {

/// Somebody with a workspace and a desk of their own, on a catalog that others use too.
class CatalogUser {
public:
    CatalogUser(const QString &folder, const QUrl &server, const QString &name,
                const CatalogOffer &offer = offerOf(QStringLiteral("entropy")))
        : m_folder(folder)
        , m_offer(offer)
    {
        workspace = std::move(*Workspace::open(folder + QStringLiteral("/") + name + QStringLiteral(".mesh"),
                                               Workspace::Open::CreateIfMissing));
        if (workspace->endpoints().isEmpty()) {
            const auto added =
                addEndpoint(*workspace, {QStringLiteral("dmm"), offer.kind, server.toString(), offer.options});
            if (!added)
                qFatal("%s", qPrintable(added.error().text));
        }
        KeyStores stores;
        stores.push_back(std::make_unique<FileKeyStore>(folder + QStringLiteral("/keys-") + name));
        desk = std::make_unique<AccessDesk>(
            *workspace, endpointPorts(*workspace, road),
            std::make_unique<KeySigner>(name, folder + QStringLiteral("/keys-") + name, std::move(stores)));
        const auto set = desk->setProfile({name, name.toLower() + QStringLiteral("@example.com"), teams(name), {}});
        Q_UNUSED(set)
    }
    static Result<std::unique_ptr<RequestRoad>> road(const StoredEndpoint &endpoint)
    {
        const auto connector = makeConnector({endpoint.name, endpoint.kind, endpoint.location, endpoint.options});
        return connector ? (*connector)->requests() : Result<std::unique_ptr<RequestRoad>>(Failure(connector.error()));
    }
    [[nodiscard]] MeshPtr sync()
    {
        const StoredEndpoint endpoint = workspace->endpoints().first();
        const Result<Run> run =
            syncEndpoint(*workspace, {endpoint.name, endpoint.kind, endpoint.location, endpoint.options}, {});
        if (!run || run->state != Run::State::Complete)
            qWarning("%s", qPrintable(run ? run->missing : run.error().text));
        return *workspace->load();
    }
    [[nodiscard]] Result<QString> draft() const
    {
        AccessRequest request;
        request.endpoint = QStringLiteral("dmm");
        request.port = {request.endpoint, Kind::Port, m_offer.port};
        request.product = {request.endpoint, Kind::Product, m_offer.product};
        request.requestedFor = m_offer.consumer;
        request.purpose = QStringLiteral("Forecast of returns");
        request.until = QDate::currentDate().addDays(200);
        return desk->saveDraft(request);
    }
    [[nodiscard]] AccessRequest request(const Mesh &mesh, const QString &id) const
    {
        return desk->request(mesh, id, QDateTime::currentDateTimeUtc()).value_or(AccessRequest());
    }

    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<AccessDesk> desk;

private:
    /// Where people are in projects, the product's is Olga's.
    static QStringList teams(const QString &name)
    {
        return name == QStringLiteral("Olga") ? QStringList{QStringLiteral("p1")} : QStringList();
    }
    QString m_folder;
    CatalogOffer m_offer;
};

} // namespace meshscope::test
