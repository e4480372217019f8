#include "models/catalogs/awsendpoint.h"
#include "models/catalogs/datazone/records.h"

#include "models/formats/reading.h"
#include "models/mesh/address.h"

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

ReadContext contextOf(const QString &unit)
{
    ReadContext context;
    context.file = unit;
    return context;
}

void addTime(QList<Property> &properties, const char *name, const Node &time)
{
    if (const QDateTime at = awsTime(time); at.isValid())
        properties.append({QString::fromLatin1(name), at.toString(Qt::ISODateWithMs)});
}

/// Owners by their ids; who they are is told of apart.
void addOwners(const Node &owners, Entity &entity)
{
    for (const Node &owner : owners.items()) {
        const QString id = firstText(owner.has("group") ? owner["group"] : owner["user"], {"userId", "groupId"});
        if (!id.isEmpty())
            entity.owners.append({id, id, u"owner"_s, {}});
    }
}

} // namespace

Records DataZoneReader::domain(const Node &answer, const QString &unit) const
{
    Records out;
    Domain domain;
    domain.id = answer["id"].text();
    domain.name = answer["name"].text();
    if (domain.id.isEmpty())
        return out;
    domain.description = answer["description"].text();
    domain.source = sourceOf(contextOf(unit), answer);
    for (const char *key : {"arn", "portalUrl", "status", "domainVersion", "rootDomainUnitId", "managedAccountId", "tags"})
        addProperty(domain.properties, key, answer[key]);
    addTime(domain.properties, "createdAt", answer["createdAt"]);
    addTime(domain.properties, "lastUpdatedAt", answer["lastUpdatedAt"]);
    out.domains.append(std::move(domain));
    return out;
}

/// The root unit is the domain itself.
Records DataZoneReader::domainUnit(const Node &answer, const QString &unit) const
{
    Records out;
    const QString id = answer["id"].text();
    if (id.isEmpty())
        return out;
    const bool isRoot = id == m_context.rootUnit;
    Domain domain;
    domain.id = m_context.boxOf(id);
    domain.implied = isRoot; // what it is called is said by the domain
    domain.name = isRoot ? QString() : answer["name"].text();
    domain.domain = isRoot ? QString() : m_context.boxOf(answer["parentDomainUnitId"].text());
    domain.description = isRoot ? QString() : answer["description"].text();
    domain.source = sourceOf(contextOf(unit), answer);
    addOwners(answer["owners"], domain);
    if (!isRoot)
        addTime(domain.properties, "createdAt", answer["createdAt"]);
    out.domains.append(std::move(domain));
    return out;
}

Records DataZoneReader::projects(const Node &page, const QString &unit) const
{
    Records out;
    for (const Node &item : page["items"].items()) {
        Party party;
        party.id = item["id"].text();
        party.name = item["name"].text();
        if (party.id.isEmpty())
            continue;
        party.isTeam = true;
        party.description = item["description"].text();
        party.domain = m_context.boxOf(item["domainUnitId"].text());
        party.source = sourceOf(contextOf(unit), item);
        addProperty(party.properties, "projectStatus", item["projectStatus"]);
        addTime(party.properties, "createdAt", item["createdAt"]);
        out.parties.append(std::move(party));
    }
    return out;
}

Records DataZoneReader::user(const Node &answer, const QString &unit) const
{
    Records out;
    const Node &sso = answer["details"]["sso"];
    const Node &iam = answer["details"]["iam"];
    Party party;
    party.id = answer["id"].text();
    if (party.id.isEmpty())
        return out;
    const QString user = sso["username"].text();
    party.name = QStringList{sso["firstName"].text(), sso["lastName"].text()}.join(u' ').trimmed();
    if (party.name.isEmpty())
        party.name = user.isEmpty() ? iam["arn"].text() : user;
    if (user.contains(u'@'))
        party.email = user;
    party.source = sourceOf(contextOf(unit), answer);
    for (const char *key : {"type", "status"})
        addProperty(party.properties, key, answer[key]);
    addProperty(party.properties, "arn", iam["arn"]);
    out.parties.append(std::move(party));
    return out;
}

Records DataZoneReader::terms(const Node &page, const QString &unit) const
{
    Records out;
    for (const Node &result : page["items"].items()) {
        const Node &item = result["glossaryTermItem"];
        Term term;
        term.id = item["id"].text();
        term.name = item["name"].text();
        if (term.id.isEmpty())
            continue;
        term.description = item["shortDescription"].text();
        if (const QString more = item["longDescription"].text(); !more.isEmpty() && more != term.description)
            term.description += (term.description.isEmpty() ? u""_s : u"\n\n"_s) + more;
        term.lifecycle = item["status"].text().toLower();
        term.domain = m_context.domain;
        term.source = sourceOf(contextOf(unit), item);
        addProperty(term.properties, "glossary", item["glossaryId"]);
        addProperty(term.properties, "termRelations", item["termRelations"]);
        out.terms.append(std::move(term));
    }
    return out;
}

/// One port for each asset in it.
Records DataZoneReader::product(const Node &answer, const QString &unit) const
{
    Records out;
    DataProduct product;
    product.id = answer["id"].text();
    product.name = answer["name"].text();
    if (product.id.isEmpty())
        return out;
    product.description = answer["description"].text();
    product.version = answer["revision"].text();
    product.terms = answer["glossaryTerms"].texts();
    product.source = sourceOf(contextOf(unit), answer);
    m_context.place(answer["owningProjectId"].text(), product);
    const QString listing = m_context.listings.value(product.id);
    product.lifecycle = listing.isEmpty() ? answer["status"].text().toLower() : u"published"_s;
    if (!listing.isEmpty())
        product.properties.append({u"listing"_s, listing});
    addProperty(product.properties, "status", answer["status"]);
    addTime(product.properties, "createdAt", answer["createdAt"]);
    addTime(product.properties, "firstRevisionCreatedAt", answer["firstRevisionCreatedAt"]);
    addProperty(product.properties, "forms", answer["formsOutput"]);
    for (const Node &item : answer["items"].items()) {
        const QString asset = item["identifier"].text();
        Port port;
        port.product = product.id;
        port.name = m_context.assetNames.value(asset, asset);
        port.version = QString();
        port.id = portId(product.id, true, asset, {});
        port.type = item["itemType"].text().toLower();
        port.domain = product.domain;
        port.source = sourceOf(contextOf(unit), item);
        if (const QString dataset = m_context.assets.value(asset); !dataset.isEmpty())
            port.datasets.append(dataset);
        port.properties.append({u"asset"_s, asset});
        addProperty(port.properties, "revision", item["revision"]);
        out.ports.append(std::move(port));
    }
    out.products.append(std::move(product));
    return out;
}

} // namespace meshscope
