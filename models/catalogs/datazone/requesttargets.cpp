// The part of DataZoneRequests that finds what a request is about: domain, listing, project.
#include "models/catalogs/datazone/requests.h"
#include "models/mesh/address.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::DataZone)
};

} // namespace

Result<QStringList> DataZoneRequests::domains()
{
    QStringList found;
    const Result<void> listed = eachOf(u"/v2/domains"_s, {{u"maxResults"_s, u"25"_s}}, [&](const Node &item) {
        const QString status = item["status"].text();
        if (status.isEmpty() || status == u"AVAILABLE")
            found.append(item["id"].text());
        return false;
    });
    return listed ? Result<QStringList>(found) : Failure(listed.error());
}

Result<void> DataZoneRequests::enter(const QString &product)
{
    if (!m_context.domain.isEmpty())
        return {};
    m_context.domain = m_chosen;
    if (!m_context.domain.isEmpty())
        return {};
    const Result<QStringList> all = domains();
    if (!all)
        return Failure(all.error());
    if (all->size() == 1) {
        m_context.domain = all->first();
        return {};
    }
    for (const QString &domain : *all) {
        if (product.isEmpty())
            break;
        m_context.domain = domain;
        const Result<JsonPage> there = get(u"data-products/"_s + pathSegment(product));
        if (there)
            return {};
        m_context.domain.clear();
        if (there.error().code == Error::Code::Io)
            return Failure(there.error());
    }
    return fail(Error::Code::Usage,
                Text::tr("%1 has several DataZone domains: name the one requests go to by the option datazone.domain.")
                    .arg(catalog()),
                catalog());
}

Result<QString> DataZoneRequests::listingOfProduct(const QString &product)
{
    QString listing;
    const auto page = [&](const QString &token) {
        QJsonObject fields{{u"maxResults"_s, 50}};
        if (!token.isEmpty())
            fields.insert(u"nextToken"_s, token);
        return HttpRequest::ask(path(u"listings/search"_s), QJsonDocument(fields).toJson(QJsonDocument::Compact));
    };
    const Result<void> searched = each(page, [&](const Node &item) {
        if (item["dataProductListing"]["entityId"].text() == product)
            listing = item["dataProductListing"]["listingId"].text();
        return !listing.isEmpty();
    });
    if (!searched)
        return Failure(searched.error());
    if (listing.isEmpty())
        return fail(Error::Code::Usage,
                    Text::tr("%1 is not published in %2: nobody can subscribe to it.").arg(product, catalog()), catalog());
    return listing;
}

/// A port is an asset of the product; it may be published by itself, or as part of the product only.
Result<QString> DataZoneRequests::listingOf(const Agreement &wanted)
{
    if (wanted.port == u"*")
        return listingOfProduct(wanted.product);
    const Result<JsonPage> product = get(u"data-products/"_s + pathSegment(wanted.product));
    if (!product)
        return Failure(product.error());
    for (const Node &item : product->root()["items"].items()) {
        const QString id = item["identifier"].text();
        const bool isIt = wanted.port == id || wanted.port == portId(wanted.product, true, id, {});
        const Result<JsonPage> asset = get(u"assets/"_s + pathSegment(id));
        if (!asset && isIt)
            return Failure(asset.error());
        if (!asset || !(isIt || asset->root()["name"].text() == wanted.port))
            continue;
        const Node &listing = asset->root()["listing"];
        if (listing["listingStatus"].text() == u"ACTIVE")
            return listing["listingId"].text();
        return fail(Error::Code::Usage,
                    Text::tr("%1 is not published by itself in %2: ask for the whole product.")
                        .arg(asset->root()["name"].text(), catalog()),
                    catalog());
    }
    return fail(Error::Code::Usage,
                Text::tr("The product %1 has no asset %2 (any more): sync %3, or ask for another.")
                    .arg(wanted.product, wanted.port, catalog()),
                catalog());
}

/// Projects go by their id; people know them by name. A product subscribes as the project that owns it.
Result<QString> DataZoneRequests::projectOf(const Agreement &wanted)
{
    if (!wanted.consumerProduct.isEmpty()) {
        const Result<JsonPage> product = get(u"data-products/"_s + pathSegment(wanted.consumerProduct));
        return product ? Result<QString>(product->root()["owningProjectId"].text()) : Failure(product.error());
    }
    const QString team = wanted.consumerTeam.isEmpty() ? wanted.requestedFor : wanted.consumerTeam;
    QString byId;
    QStringList byName;
    const Result<void> listed = eachOf(path(u"projects"_s), {{u"maxResults"_s, u"50"_s}}, [&](const Node &item) {
        const QString id = item["id"].text();
        if (id == team)
            byId = id;
        else if (!team.isEmpty() && item["name"].text().compare(team, Qt::CaseInsensitive) == 0)
            byName.append(id);
        return !byId.isEmpty();
    });
    if (!listed)
        return Failure(listed.error());
    if (!byId.isEmpty())
        return byId;
    if (byName.size() == 1)
        return byName.first();
    return fail(Error::Code::Usage,
                byName.isEmpty() ? Text::tr("DataZone gives access to projects: ask for one of yours, by its name or id "
                                            "(%1 has no project “%2”).")
                                       .arg(catalog(), team)
                                 : Text::tr("%1 has several projects “%2”: ask for one by its id (%3).")
                                       .arg(catalog(), team, byName.join(u", "_s)),
                catalog());
}

} // namespace meshscope
