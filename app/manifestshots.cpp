#include "app/services.h"
#include "app/shottaker.h"
#include "app/window.h"
#include "models/catalogs/sync/sync.h"
#include "models/graph/loosedatasets.h"
#include "models/graph/openlevels.h"

#include <QCoreApplication>
#include <QDebug>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

const QString manifestFile = u"dbt/gitlab-analytics-2024-10.manifest.json"_s;

/// A dataset of a usual neighbourhood: what most people look at.
NodeId usualDataset(const Mesh &mesh)
{
    NodeId best;
    size_t most = 0;
    for (const NodeId d : mesh.nodes(Kind::Dataset)) {
        const size_t up = mesh.upstream(d).size(), down = mesh.downstream(d).size();
        if (up <= 4 && down <= 4 && !mesh.columns(d).isEmpty() && up * down > most) {
            most = up * down;
            best = d;
        }
    }
    return best;
}

/// The domain that holds most itself, but no more than can be looked at.
NodeId fullestDomain(const Mesh &mesh)
{
    constexpr size_t legible = 150;
    const LooseDatasets loose(mesh);
    NodeId best;
    size_t most = 0;
    for (const NodeId d : mesh.topDomains()) {
        const size_t own = loose.of(d).size();
        if (own <= legible && own > most) {
            most = own;
            best = d;
        }
    }
    return best;
}

QList<Shot> manifestTour(const Mesh &mesh)
{
    const auto addressOf = [&](NodeId n) { return n.isValid() ? mesh.address(n).toString() : QString(); };
    const NodeId first = busiest(mesh, Kind::Dataset);
    const QString central = addressOf(first);
    const QString usual = addressOf(usualDataset(mesh));
    const QString domain = addressOf(fullestDomain(mesh));
    const QString some = addressOf(mesh.topDomains().empty() ? NodeId() : mesh.topDomains().front());
    const auto map = [](const QList<std::pair<QString, QString>> &options) { return shotOf(u"map"_s, {}, options); };
    const auto lineage = [](const QString &address, const QString &up, const QString &down,
                            const QList<std::pair<QString, QString>> &more = {}) {
        return shotOf(u"lineage"_s, address, QList<std::pair<QString, QString>>{{u"up"_s, up}, {u"down"_s, down}} + more);
    };
    return {{u"manifest-map"_s, map({})},
            {u"manifest-map-far"_s, map({{u"zoom"_s, u"20"_s}, {u"at"_s, {}}})},
            {u"manifest-map-near"_s, map({{u"zoom"_s, u"100"_s}, {u"at"_s, some}})},
            {u"manifest-map-open"_s, map({{u"open"_s, domain}, {u"zoom"_s, u"45"_s}, {u"at"_s, domain}})},
            {u"manifest-map-datasets"_s, map({{u"open"_s, domain}, {u"zoom"_s, u"115"_s}, {u"at"_s, domain}})},
            {u"manifest-map-subdomains"_s, map({{u"flows"_s, u"subdomains"_s}}), true},
            {u"manifest-map-treemap"_s, map({{u"as"_s, u"treemap"_s}})},
            {u"manifest-map-matrix"_s, map({{u"as"_s, u"matrix"_s}})},
            {u"manifest-lineage-whole"_s, lineage(central, u"all"_s, u"all"_s), true},
            {u"manifest-lineage-centre"_s, lineage(central, u"all"_s, u"all"_s)},
            {u"manifest-lineage-domains"_s, lineage(central, u"all"_s, u"all"_s, {{u"level"_s, u"domain"_s}})},
            {u"manifest-lineage-some"_s, lineage(usual, u"3"_s, u"3"_s)},
            {u"manifest-lineage-one"_s, lineage(usual, u"1"_s, u"1"_s, {{u"columns"_s, u"1"_s}})}};
}

} // namespace

Result<int> takeManifestShots(const QString &folder, const QString &only)
{
    const QString corpus = qEnvironmentVariable("MESHSCOPE_CORPUS", u"../shared/corpus"_s);
    const QFileInfo manifest(QDir(corpus), manifestFile);
    if (!manifest.exists()) {
        qInfo().noquote() << QCoreApplication::translate("meshscope::Shots",
                                                         "the manifest's pictures are skipped: no corpus");
        return 0;
    }
    QTemporaryDir place;
    const QString documents = place.filePath(u"documents"_s);
    QDir().mkpath(documents);
    Result<Services> services = openServices(place.filePath(u"manifest.mesh"_s), Workspace::Open::CreateIfMissing);
    if (!services)
        return Failure(services.error());
    if (!QFile::copy(manifest.filePath(), documents + u"/manifest.json"_s))
        return fail(Error::Code::Io, QCoreApplication::translate("meshscope::Shots", "the manifest could not be copied"),
                    manifest.filePath());
    const Result<EndpointConfig> added =
        addEndpoint(*services->workspace, {u"models"_s, u"folder"_s, documents, {{u"dbt.domain"_s, u"folder"_s}}});
    if (!added)
        return Failure(added.error());
    const Result<Run> run = syncEndpoint(*services->workspace, *added, {});
    if (!run)
        return Failure(run.error());
    const Result<MeshPtr> mesh = services->workspace->load();
    if (!mesh)
        return Failure(mesh.error());
    QList<Shot> shots = manifestTour(**mesh);
    shots.removeIf([&](const Shot &shot) { return !shot.name.startsWith(only); });
    WindowSet windows(*services);
    return shots.isEmpty() ? Result<int>(0) : takeAll(windows, shots, folder);
}

} // namespace meshscope
