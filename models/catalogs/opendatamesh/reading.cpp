#include "models/catalogs/opendatamesh/reading.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QVersionNumber>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::OpenDataMesh)
};

const QString registry = u"/api/v2/pp/registry"_s;
const QString market = u"/api/v1/pp/marketplace"_s;
constexpr qint64 pageSize = 1000; // the services give no more than 2,000

const Node &contentOf(const Node &root)
{
    return root["content"];
}

} // namespace

OpenDataMeshReading::OpenDataMeshReading(HttpClient &client, RecordSink &sink, const Progress &progress)
    : PagedReading(client, sink, progress)
{
}

Result<Outcome> OpenDataMeshReading::read()
{
    const auto first = askJson(client(), HttpRequest::get(registry + u"/products"_s, {{u"size"_s, u"1"_s}}));
    if (!first)
        return Failure(first.error());
    if (!first->root()["content"].isSequence())
        return fail(
            Error::Code::Parse,
            Text::tr("What answers at %1 is no registry of Open Data Mesh: there are no products in its answer. Check "
                     "the address.")
                .arg(client().profile().base.host()),
            client().profile().endpoint);
    for (const auto step : {&OpenDataMeshReading::readVersions, &OpenDataMeshReading::readProducts,
                            &OpenDataMeshReading::readDescriptors, &OpenDataMeshReading::readMarketplace}) {
        if (const Result<void> done = (this->*step)(); !done)
            return Failure(done.error());
    }
    return tally().outcome();
}

PagedReading::Listing OpenDataMeshReading::listingOf(const QString &word, const QString &title, const QString &target,
                                                     const char *id)
{
    Listing listing{word, title, target.mid(1), pageSize};
    listing.request = [target](const Place &place, qint64 size) {
        // Oldest first: what comes meanwhile comes at the end.
        return HttpRequest::get(target, {{u"page"_s, QString::number(place.offset / size)},
                                         {u"size"_s, QString::number(size)},
                                         {u"sort"_s, u"createdAt,asc"_s}});
    };
    listing.items = &contentOf;
    listing.id = [id](const Node &item) { return item[id].text(); };
    listing.total = [](const Node &root) { return root["totalElements"].integer(); };
    return listing;
}

/// The list has no descriptors, and tells which are worth asking for.
Result<void> OpenDataMeshReading::readVersions()
{
    Listing listing = listingOf(u"version"_s, Text::tr("versions of products"), registry + u"/products-versions"_s, "uuid");
    listing.see = [this](const Node &item) {
        Version version{item["uuid"].text(),
                        item["dataProductUuid"].text(),
                        item["name"].text(),
                        item["versionNumber"].text(),
                        item["validationState"].text(),
                        item["createdAt"].text(),
                        {}};
        version.now = (version.uuid + u' ' + item["updatedAt"].text() + u' ' + version.state).toUtf8();
        m_reader.versions[version.product].append(
            {u"version "_s + version.number,
             (version.state.isEmpty() ? QString() : version.state + u", "_s) + version.created.left(10)});
        m_versions[version.product].append(std::move(version));
    };
    if (Result<void> done = list(listing); !done)
        return done;
    for (QList<Version> &versions : m_versions) {
        std::stable_sort(versions.begin(), versions.end(), [](const Version &a, const Version &b) {
            if (a.isPublished() != b.isPublished())
                return a.isPublished();
            const int order =
                QVersionNumber::compare(QVersionNumber::fromString(a.number), QVersionNumber::fromString(b.number));
            return order != 0 ? order > 0 : a.created > b.created;
        });
    }
    return {};
}

Result<void> OpenDataMeshReading::readProducts()
{
    // A product whose descriptor is read is told of by that.
    const auto isDescribed = [this](const QString &uuid) {
        const auto found = m_versions.constFind(uuid);
        return found != m_versions.cend() && !found->isEmpty() && found->first().isPublished();
    };
    QStringList described;
    for (auto it = m_versions.cbegin(); it != m_versions.cend(); ++it) {
        QString all = it.key() + u'=';
        for (const Version &version : *it)
            all += QString::fromUtf8(version.now) + u';';
        described.append(all);
    }
    described.sort();
    setSalt(QCryptographicHash::hash(described.join(u'\n').toUtf8(), QCryptographicHash::Sha256));
    Listing listing = listingOf(u"product"_s, Text::tr("data products"), registry + u"/products"_s, "uuid");
    listing.see = [this](const Node &item) {
        const QString uuid = item["uuid"].text();
        m_products.insert(uuid, (item["updatedAt"].text() + u' ' + item["validationState"].text()).toUtf8());
        m_order.append(uuid);
    };
    listing.records = [this, isDescribed](const Node &root, const QString &unit) {
        Records out;
        for (const Node &item : root["content"].items()) {
            if (item.isMap() && !isDescribed(item["uuid"].text()))
                out.append(m_reader.product(item, unit));
        }
        return out;
    };
    Result<void> done = list(listing);
    setSalt({});
    return done;
}

/// Of each product the descriptor of its newest published version, then what older ones have besides. They are asked for
/// again together: which ports an older version has besides depends on the newer.
Result<void> OpenDataMeshReading::readDescriptors()
{
    QList<Thing> present;
    QList<Thing> older;
    QStringList presentIds;
    QStringList olderIds;
    for (const QString &product : std::as_const(m_order)) {
        QByteArray now = m_products.value(product);
        const QList<Version> versions = m_versions.value(product);
        for (const Version &version : versions)
            now += '\n' + version.now;
        for (qsizetype i = 0; i < versions.size(); ++i) {
            const Version &version = versions[i];
            if (!version.isPublished())
                continue;
            const QString unit = registry.mid(1) + u"/products-versions/"_s + pathSegment(version.uuid);
            (i == 0 ? present : older).append({version.name, unit, now, now + (i == 0 ? '+' : '-')});
            (i == 0 ? presentIds : olderIds).append(version.uuid);
        }
    }
    const auto read = [this](const QList<Thing> &things, const QStringList &ids, bool isPresent) {
        Details details{u"descriptor"_s, Text::tr("descriptors")};
        details.request = [&ids](qsizetype index) {
            return HttpRequest::get(registry + u"/products-versions/"_s + pathSegment(ids[index]));
        };
        details.records = [this, isPresent](qsizetype, const Node &root, const QString &unit) {
            return isPresent ? m_reader.present(root, unit) : m_reader.older(root, unit);
        };
        return this->details(details, things);
    };
    if (Result<void> done = read(present, presentIds, true); !done)
        return done;
    return read(older, olderIds, false);
}

Result<void> OpenDataMeshReading::readMarketplace()
{
    // A platform may run without it.
    const Result<HttpAnswer> there =
        client().send(HttpRequest::get(market + u"/requests"_s, {{u"size"_s, u"1"_s}}).accepting({404}));
    if (!there && there.error().code == Error::Code::Cancelled)
        return ended(there.error());
    if (there && there->status == 404) {
        tally().say(Issue::Severity::Note, Text::tr("There is no marketplace at this address, so no requests for access."));
        return {};
    }
    QHash<QString, QList<OpenDataMeshResponse>> responses;
    Listing answers = listingOf(u"response"_s, Text::tr("answers to requests"), market + u"/executor-responses"_s, "id");
    QCryptographicHash digest(QCryptographicHash::Sha256);
    answers.see = [&](const Node &item) {
        const OpenDataMeshResponse response = OpenDataMeshReader::response(item);
        responses[item["accessRequestUuid"].text()].append(response);
        digest.addData((QString::number(response.number) + response.status + u'\n').toUtf8());
    };
    if (Result<void> done = list(answers); !done)
        return done;
    for (QList<OpenDataMeshResponse> &all : responses)
        std::stable_sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.number < b.number; });
    setSalt(digest.result());
    Listing asked = listingOf(u"accessRequest"_s, Text::tr("requests for access"), market + u"/requests"_s, "uuid");
    asked.records = [this, &responses](const Node &root, const QString &unit) {
        return m_reader.requests(root, unit, responses);
    };
    return list(asked);
}

} // namespace meshscope
