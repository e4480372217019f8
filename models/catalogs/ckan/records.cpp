#include "models/catalogs/ckan/records.h"

#include "models/formats/reading.h"

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

SourceRef placeOf(const Node &item, const QString &unit)
{
    ReadContext context;
    context.file = unit;
    return sourceOf(context, item);
}

QString titleOf(const Node &item)
{
    return firstText(item, {"title", "display_name", "name", "id"});
}

void addPerson(const Node &item, const char *who, QList<PartyRole> &to)
{
    const QString name = item[who].text();
    const QString email = item[std::string(who) + "_email"].text();
    if (!name.isEmpty() || !email.isEmpty())
        to.append({{}, name.isEmpty() ? email : name, QLatin1StringView(who), email});
}

/// A file of a dataset as the reader of DCAT tells of a distribution: what it is called, what it is, where.
QString fileOf(const Node &resource)
{
    QStringList parts;
    for (const char *key : {"name", "mimetype", "format", "url"}) {
        const QString text = resource[key].text();
        if (!text.isEmpty() && !parts.contains(text))
            parts.append(text);
    }
    if (const QString size = resource["size"].text(); !size.isEmpty())
        parts.append(size + u" B"_s);
    return parts.join(u", "_s);
}

} // namespace

Records CkanReader::organizations(const Node &list, const QString &unit) const
{
    Records out;
    for (const Node &item : list.items()) {
        Domain domain;
        domain.id = item["id"].text();
        if (domain.id.isEmpty())
            continue;
        domain.name = titleOf(item);
        domain.description = item["description"].text();
        domain.source = placeOf(item, unit);
        addProperty(domain.properties, "name", item["name"]);
        addProperty(domain.properties, "created", item["created"]);
        Party team;
        team.id = domain.id;
        team.name = domain.name;
        team.description = domain.description;
        team.isTeam = true;
        team.source = domain.source;
        domain.owners.append({team.id, team.name, u"owner"_s, {}});
        out.domains.append(std::move(domain));
        out.parties.append(std::move(team));
    }
    return out;
}

Records CkanReader::groups(const Node &list, const QString &unit) const
{
    Records out;
    for (const Node &item : list.items()) {
        Term term;
        term.id = item["id"].text();
        if (term.id.isEmpty())
            continue;
        term.name = titleOf(item);
        term.description = item["description"].text();
        term.source = placeOf(item, unit);
        addProperty(term.properties, "name", item["name"]);
        out.terms.append(std::move(term));
    }
    return out;
}

Records CkanReader::packages(const Node &list, const QString &unit) const
{
    Records out;
    for (const Node &item : list.items()) {
        if (!item["id"].text().isEmpty())
            out.datasets.append(package(item, unit));
    }
    return out;
}

Dataset CkanReader::package(const Node &item, const QString &unit) const
{
    Dataset dataset;
    dataset.id = item["id"].text();
    dataset.name = titleOf(item);
    dataset.type = item["type"].text();
    dataset.description = item["notes"].text();
    dataset.source = placeOf(item, unit);
    if (!m_site.isEmpty())
        dataset.aliases.append(m_site + u"/dataset/"_s + dataset.id);
    const Node &organization = item["organization"];
    dataset.domain = firstText(item, {"owner_org"});
    if (dataset.domain.isEmpty())
        dataset.domain = organization["id"].text();
    if (!dataset.domain.isEmpty())
        dataset.owners.append({dataset.domain, titleOf(organization), u"owner"_s, {}});
    addPerson(item, "maintainer", dataset.owners);
    addPerson(item, "author", dataset.owners);
    for (const Node &tag : item["tags"].items()) {
        if (const QString name = firstText(tag, {"display_name", "name"}); !name.isEmpty())
            dataset.tags.append(name);
    }
    for (const Node &group : item["groups"].items()) {
        if (const QString id = group["id"].text(); !id.isEmpty())
            dataset.terms.append(id);
    }
    const QString state = item["state"].text();
    dataset.lifecycle = state == u"active" ? QString() : state;
    for (const char *key :
         {"name", "version", "url", "license_title", "license_url", "metadata_created", "metadata_modified"})
        addProperty(dataset.properties, key, item[key]);
    if (item["private"].boolean().value_or(false))
        addProperty(dataset.properties, "private", item["private"]);
    for (const Node &extra : item["extras"].items())
        addProperty(dataset.properties, extra["key"].text(), extra["value"]);
    for (const Node &resource : item["resources"].items()) {
        if (const QString file = fileOf(resource); !file.isEmpty())
            dataset.properties.append({u"resource"_s, file});
        const std::optional<qint64> size = resource["size"].integer();
        if (size && *size > 0)
            dataset.byteCount = dataset.byteCount.value_or(0) + *size;
    }
    return dataset;
}

} // namespace meshscope
