#include "models/catalogs/openmetadata/records.h"

#include "models/formats/reading.h"
#include "models/mesh/address.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

// What OpenMetadata's own things become: domains, people, words, products with their ports.
namespace meshscope::openmetadata {

namespace {

ReadContext contextOf(const QString &unit)
{
    ReadContext context;
    context.file = unit;
    return context;
}

QString fqnOf(const Node &item)
{
    return firstText(item, {"fullyQualifiedName", "name"});
}

QString nameOf(const Node &item)
{
    return item["name"].text();
}

QStringList fqnsOf(const Node &references)
{
    QStringList names;
    for (const Node &reference : references.items()) {
        if (const QString name = fqnOf(reference); !name.isEmpty())
            names.append(name);
    }
    return names;
}

void addRoles(const Node &references, const QString &role, QList<PartyRole> &to)
{
    for (const Node &reference : references.items()) {
        const QString id = reference["name"].text();
        if (id.isEmpty())
            continue;
        PartyRole found{id, shownName(reference), role, {}};
        if (!to.contains(found))
            to.append(std::move(found));
    }
}

void addList(QList<Property> &to, const QString &name, const QStringList &values)
{
    if (!values.isEmpty())
        to.append({name, values.join(u", "_s)});
}

/// Fields of `extension`, which a company names itself.
void addExtension(const Node &extension, QList<Property> &to)
{
    for (qsizetype i = 0; extension.isMap() && i < extension.size(); ++i)
        addProperty(to, extension.keys()[size_t(i)], extension.items()[size_t(i)]);
}

/// Promises of a product's `sla`: shares in percent, times in the units the vendor's form names.
void addLevels(const Node &sla, const QString &product, const SourceRef &source, Records &out)
{
    struct Known {
        const char *key;
        const char *property;
        const char *unit;
        const char *comparison;
    };
    constexpr Known known[] = {{"availability", "availability", "percent", ">="},
                               {"responseTime", "responseTime", "ms", "<="},
                               {"dataFreshness", "freshness", "minutes", "<="},
                               {"dataQuality", "dataQuality", "percent", ">="}};
    for (const Known &level : known) {
        const QString value = sla[level.key].text();
        if (value.isEmpty())
            continue;
        ServiceLevel found;
        found.id = QLatin1StringView(level.key);
        found.ownerKind = Kind::Product;
        found.owner = product;
        found.property = QLatin1StringView(level.property);
        found.value = value;
        found.unit = QLatin1StringView(level.unit);
        found.comparison = QLatin1StringView(level.comparison);
        found.source = source;
        out.serviceLevels.append(std::move(found));
    }
}

} // namespace

QDateTime timeOf(const Node &millis)
{
    const std::optional<qint64> value = millis.integer();
    return value && *value > 0 ? QDateTime::fromMSecsSinceEpoch(*value, Qt::UTC) : QDateTime();
}

QString shownName(const Node &item)
{
    return firstText(item, {"displayName", "name"});
}

QList<PartyRole> rolesOf(const Node &item)
{
    QList<PartyRole> roles;
    addRoles(item["owners"], u"owner"_s, roles);
    if (const Node &owner = item["owner"]; owner.isMap() && !owner["name"].text().isEmpty())
        roles.append({owner["name"].text(), shownName(owner), u"owner"_s, {}});
    addRoles(item["experts"], u"expert"_s, roles);
    addRoles(item["reviewers"], u"reviewer"_s, roles);
    return roles;
}

QString domainOf(const Node &item)
{
    const Node &domains = item["domains"];
    return fqnOf(domains.isSequence() && domains.size() > 0 ? domains.items().front() : item["domain"]);
}

/// What every entity of the API has, whichever of it is there.
void Reader::readEntity(const Node &item, const QString &unit, Entity &entity) const
{
    entity.name = shownName(item);
    entity.description = item["description"].text();
    entity.domain = domainOf(item);
    if (item["domains"].size() > 1)
        addList(entity.properties, u"domains"_s, fqnsOf(item["domains"]));
    entity.owners = rolesOf(item);
    QStringList suggested;
    for (const Node &label : item["tags"].items()) {
        const QString tag = label["tagFQN"].text();
        if (tag.isEmpty())
            continue;
        if (label["state"].isText("Suggested")) {
            suggested.append(tag);
            continue;
        }
        if (!label["source"].isText("Glossary") && !entity.tags.contains(tag))
            entity.tags.append(tag);
        if (!entity.terms.contains(tag))
            entity.terms.append(tag);
    }
    addList(entity.properties, u"suggestedTags"_s, suggested);
    entity.certification = firstText(item["certification"]["tagLabel"], {"name", "tagFQN"});
    addProperty(entity.properties, "id", item["id"]);
    if (item["displayName"].text() == entity.name && item["name"].text() != entity.name)
        addProperty(entity.properties, "name", item["name"]);
    for (const char *key : {"version", "entityStatus", "sourceUrl"})
        addProperty(entity.properties, key, item[key]);
    if (const QDateTime at = timeOf(item["updatedAt"]); at.isValid())
        entity.properties.append({u"updatedAt"_s, at.toString(Qt::ISODateWithMs)});
    addExtension(item["extension"], entity.properties);
    entity.source = sourceOf(contextOf(unit), item);
}

template<class T, class Read>
void Reader::readEach(const Node &page, const QString &unit, QString (*idOf)(const Node &item), QList<T> &to,
                      const Read &read) const
{
    for (const Node &item : page["data"].items()) {
        T entity;
        readEntity(item, unit, entity);
        entity.id = idOf(item);
        if (entity.id.isEmpty())
            continue;
        read(item, entity);
        to.append(std::move(entity));
    }
}

Records Reader::domains(const Node &page, const QString &unit) const
{
    Records out;
    readEach(page, unit, fqnOf, out.domains, [](const Node &item, Domain &domain) {
        domain.domain = fqnOf(item["parent"]);
        const QStringList parts = nameParts(domain.id);
        if (domain.domain.isEmpty() && parts.size() > 1) { // a name below another one is enough to know it
            for (qsizetype i = 0; i + 1 < parts.size(); ++i)
                domain.domain = below(domain.domain, parts[i]);
        }
        addProperty(domain.properties, "domainType", item["domainType"]);
    });
    return out;
}

Records Reader::users(const Node &page, const QString &unit) const
{
    Records out;
    readEach(page, unit, nameOf, out.parties, [](const Node &item, Party &party) {
        party.email = item["email"].text();
        for (const char *key : {"isBot", "isAdmin"}) {
            if (item[key].boolean().value_or(false))
                addProperty(party.properties, key, item[key]);
        }
    });
    return out;
}

Records Reader::teams(const Node &page, const QString &unit) const
{
    Records out;
    readEach(page, unit, nameOf, out.parties, [this](const Node &item, Party &party) {
        party.email = item["email"].text();
        party.isTeam = true;
        party.members = m_context.members.value(party.id);
        addProperty(party.properties, "teamType", item["teamType"]);
        addList(party.properties, u"parents"_s, fqnsOf(item["parents"]));
    });
    return out;
}

Records Reader::tags(const Node &page, const QString &unit) const
{
    Records out;
    readEach(page, unit, fqnOf, out.terms, [](const Node &item, Term &term) {
        addProperty(term.properties, "classification", item["classification"]["name"]);
        if (item["deprecated"].boolean().value_or(false) || item["disabled"].boolean().value_or(false))
            term.lifecycle = u"deprecated"_s;
    });
    return out;
}

Records Reader::glossaryTerms(const Node &page, const QString &unit) const
{
    Records out;
    readEach(page, unit, fqnOf, out.terms, [](const Node &item, Term &term) {
        term.lifecycle = firstText(item, {"entityStatus", "status"});
        addProperty(term.properties, "glossary", item["glossary"]["name"]);
        addProperty(term.properties, "parent", item["parent"]["fullyQualifiedName"]);
        addProperty(term.properties, "synonyms", item["synonyms"]);
        for (const Node &related : item["relatedTerms"].items()) {
            // 1.13 and later wrap them with the kind of relation.
            const QString name = fqnOf(related["term"].isMap() ? related["term"] : related);
            if (!name.isEmpty() && !term.terms.contains(name))
                term.terms.append(name);
        }
        for (const Node &reference : item["references"].items()) {
            if (term.url.isEmpty())
                term.url = reference["endpoint"].text();
            else
                addProperty(term.properties, u"reference "_s + reference["name"].text(), reference["endpoint"]);
        }
    });
    return out;
}

Records Reader::products(const Node &page, const QString &unit) const
{
    Records out;
    readEach(page, unit, fqnOf, out.products, [&out](const Node &item, DataProduct &product) {
        product.lifecycle = item["lifecycleStage"].text();
        if (product.lifecycle.isEmpty())
            product.lifecycle = item["entityStatus"].text();
        addProperty(product.properties, "slaTier", item["sla"]["tier"]);
        addLevels(item["sla"], product.id, product.source, out);
        for (const QString &from : fqnsOf(item["consumesFrom"]))
            out.flows.append({from, product.id, ProductFlow::By::Declared, {}});
        for (const QString &to : fqnsOf(item["providesTo"]))
            out.flows.append({product.id, to, ProductFlow::By::Declared, {}});
    });
    return out;
}

Records Reader::places(const Node &page, const QString &unit) const
{
    Records out;
    if (!m_context.hasServiceDomains)
        return out;
    readEach(page, unit, fqnOf, out.domains, [](const Node &item, Domain &domain) {
        domain.domain = fqnOf(item["database"].isMap() ? item["database"] : item["service"]);
        addProperty(domain.properties, "serviceType", item["serviceType"]);
    });
    return out;
}

Records Reader::ports(const Product &product, bool isOutput, const Node &page, const QString &unit) const
{
    Records out;
    for (const Node &item : page["data"].items()) {
        const QString type = item["type"].text();
        const QString fqn = fqnOf(item);
        if (fqn.isEmpty())
            continue;
        Port port;
        readEntity(item, unit, port);
        port.product = product.id;
        port.output = isOutput;
        port.type = type.isEmpty() ? u"table"_s : type;
        port.id = portId(product.id, isOutput, fqn, {}); // tables of several schemas have one name
        port.domain = product.domain;
        const Context::Asset known = m_context.assets.value(item["id"].text());
        const AssetKind *const kind = assetKind(port.type);
        const QString dataset = !known.id.isEmpty() ? known.id : kind ? assetId(*kind, item) : fqn;
        if (!kind || !kind->isJob)
            port.datasets.append(dataset);
        port.contract = m_context.contracts.value(item["id"].text());
        if (port.contract.isEmpty() && isOutput) // what the product promises holds for all it gives
            port.contract = m_context.contracts.value(product.uuid);
        addProperty(port.server, u"type"_s, item["serviceType"]);
        addProperty(port.server, u"service"_s, item["service"]["name"]);
        out.ports.append(std::move(port));
    }
    return out;
}

} // namespace meshscope::openmetadata
