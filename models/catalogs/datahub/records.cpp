#include "models/catalogs/datahub/records.h"

#include "models/formats/reading.h"
#include "models/mesh/address.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

QString shortOf(const QString &urn)
{
    const DataHubUrn parsed = DataHubUrn::parse(urn);
    return parsed.parts.isEmpty() ? urn : parsed.parts.value(1, parsed.parts.first());
}

/// The source's own word for the part somebody plays, in ours where it is one of ours.
QString roleOf(const Node &owner)
{
    const QString word = owner["ownershipType"]["info"]["name"].text();
    const QString role = word.isEmpty() ? owner["type"].text() : word;
    if (role.contains(u"steward"_s, Qt::CaseInsensitive))
        return u"steward"_s;
    const bool isOwner = role.isEmpty() || role.compare(u"none"_s, Qt::CaseInsensitive) == 0 ||
                         role.contains(u"owner"_s, Qt::CaseInsensitive);
    return isOwner ? u"owner"_s : role;
}

QString pathOf(const Node &chain)
{
    QStringList names;
    for (const Node &node : chain.items()) { // the nearest first
        const QString name = node["properties"]["name"].text();
        names.prepend(name.isEmpty() ? shortOf(node["urn"].text()) : name);
    }
    return names.join(u" / "_s);
}

QString nameOf(const Node &entity, const char *otherwise)
{
    const QString name = entity["properties"]["name"].text();
    return name.isEmpty() ? firstText(entity, {otherwise, "urn"}) : name;
}

} // namespace

QDateTime timeOfMillis(const Node &millis)
{
    const std::optional<qint64> value = millis.integer();
    return value && *value > 0 ? QDateTime::fromMSecsSinceEpoch(*value, Qt::UTC) : QDateTime();
}

void addText(QList<Property> &to, const QString &name, const QString &value)
{
    if (!value.isEmpty())
        to.append({name, value});
}

Records DataHubReader::page(const Node &results, const QString &unit) const
{
    Records out;
    for (const Node &result : results.items())
        read(result["entity"], unit, out);
    return out;
}

Records DataHubReader::rest(const Node &entity, const QString &unit, JobFlow &flow) const
{
    Records out;
    const QString urn = entity["urn"].text();
    const QString type = entity["type"].text();
    if (type == u"DATA_PRODUCT") {
        readAssets(entity, unit, out);
    } else if (type == u"CORP_GROUP") {
        readMembers(entity, unit, out);
    } else if (type == u"DATA_JOB") {
        const JobFlow more = flowOf(entity);
        addFlow(flow, more, urn, out);
        flow.inputs += more.inputs;
        flow.outputs += more.outputs;
    } else {
        addUpstream(entity, m_names.idOf(urn), out);
        addAssertions(entity, m_names.idOf(urn), {}, out);
    }
    return out;
}

void DataHubReader::read(const Node &entity, const QString &unit, Records &out) const
{
    using Read = void (DataHubReader::*)(const Node &, const QString &, Records &) const;
    static const QHash<QString, Read> readers{
        {u"DOMAIN"_s, &DataHubReader::readDomain},      {u"DATA_PRODUCT"_s, &DataHubReader::readProduct},
        {u"DATASET"_s, &DataHubReader::readDataset},    {u"CONTAINER"_s, &DataHubReader::readAsset},
        {u"CHART"_s, &DataHubReader::readAsset},        {u"DASHBOARD"_s, &DataHubReader::readAsset},
        {u"DATA_FLOW"_s, &DataHubReader::readJob},      {u"DATA_JOB"_s, &DataHubReader::readJob},
        {u"GLOSSARY_TERM"_s, &DataHubReader::readTerm}, {u"GLOSSARY_NODE"_s, &DataHubReader::readTerm},
        {u"TAG"_s, &DataHubReader::readTerm},           {u"CORP_USER"_s, &DataHubReader::readParty},
        {u"CORP_GROUP"_s, &DataHubReader::readParty}};
    const Read reader = readers.value(entity["type"].text());
    if (reader && !entity["urn"].text().isEmpty())
        (this->*reader)(entity, unit, out);
}

void DataHubReader::addOwners(const Node &ownership, Entity &to) const
{
    for (const Node &owner : ownership["owners"].items()) {
        const Node &who = owner["owner"];
        const Node &properties = who["properties"];
        const QString urn = who["urn"].text();
        if (urn.isEmpty())
            continue;
        QString name = properties["displayName"].text();
        if (name.isEmpty())
            name = firstText(who, {"username", "name"});
        // An owner may be somebody the server no longer knows.
        to.owners.append({properties.isMap() ? urn : QString(), name.isEmpty() ? shortOf(urn) : name, roleOf(owner),
                          properties["email"].text()});
    }
}

void DataHubReader::addTerms(const Node &of, QStringList &tags, QStringList &terms) const
{
    for (const Node &item : of["glossaryTerms"]["terms"].items()) {
        const QString urn = item["term"]["urn"].text();
        if (!urn.isEmpty() && !terms.contains(urn))
            terms.append(urn);
    }
    for (const Node &item : of["tags"]["tags"].items()) {
        const Node &tag = item["tag"];
        const QString urn = tag["urn"].text();
        if (urn.isEmpty())
            continue;
        const QString name = tag["properties"]["name"].text();
        const QString shown = name.isEmpty() ? shortOf(urn) : name;
        if (!tags.contains(shown))
            tags.append(shown);
        if (!terms.contains(urn))
            terms.append(urn);
    }
}

/// What most kinds have in common. What was edited in DataHub goes before what was read from the source.
void DataHubReader::describe(const Node &entity, const QString &unit, Entity &to, Records &) const
{
    const Node &properties = entity["properties"];
    ReadContext context;
    context.file = unit;
    to.source = sourceOf(context, entity);
    to.description = entity["editableProperties"]["description"].text();
    if (to.description.isEmpty())
        to.description = properties["description"].text();
    to.domain = entity["domain"]["domain"]["urn"].text();
    addOwners(entity["ownership"], to);
    addTerms(entity, to.tags, to.terms);
    const Node &deprecation = entity["deprecation"];
    if (deprecation["deprecated"].boolean().value_or(false)) {
        to.lifecycle = u"deprecated"_s;
        addProperty(to.properties, "deprecation", deprecation["note"]);
        if (const QDateTime end = timeOfMillis(deprecation["decommissionTime"]); end.isValid())
            addText(to.properties, u"decommissioned"_s, end.toString(Qt::ISODate));
    }
    for (const Node &entry : entity["structuredProperties"]["properties"].items()) {
        const Node &definition = entry["structuredProperty"]["definition"];
        QString name = firstText(definition, {"displayName", "qualifiedName"});
        if (name.isEmpty())
            name = shortOf(entry["structuredProperty"]["urn"].text());
        QStringList values;
        for (const Node &value : entry["values"].items())
            values.append(firstText(value, {"stringValue", "numberValue"}));
        addText(to.properties, name, values.join(u", "_s));
    }
    for (const Node &item : properties["customProperties"].items())
        addText(to.properties, item["key"].text(), plain(item["value"]));
    for (const Node &item : entity["institutionalMemory"]["elements"].items()) {
        const QString label = item["label"].text();
        addText(to.properties, label.isEmpty() ? u"link"_s : label, item["url"].text());
    }
    addProperty(to.properties, "externalUrl", properties["externalUrl"]);
}

void DataHubReader::addPlace(const Node &entity, Dataset &dataset) const
{
    const Node &types = entity["subTypes"]["typeNames"];
    dataset.type = types.texts().value(0).toLower();
    if (dataset.platform.isEmpty())
        dataset.platform = entity["platform"]["name"].text();
    addText(dataset.properties, u"container"_s, pathOf(entity["parentContainers"]["containers"]));
    addProperty(dataset.properties, "platformInstance", entity["dataPlatformInstance"]["instanceId"]);
}

void DataHubReader::readDomain(const Node &entity, const QString &unit, Records &out) const
{
    Domain domain;
    domain.id = entity["urn"].text();
    domain.name = nameOf(entity, "id");
    describe(entity, unit, domain, out);
    const auto &above = entity["parentDomains"]["domains"].items();
    domain.domain = above.empty() ? QString() : above.front()["urn"].text(); // the nearest first
    if (const QDateTime made = timeOfMillis(entity["properties"]["createdOn"]["time"]); made.isValid())
        addText(domain.properties, u"createdAt"_s, made.toString(Qt::ISODate));
    out.domains.append(std::move(domain));
}

void DataHubReader::readProduct(const Node &entity, const QString &unit, Records &out) const
{
    DataProduct product;
    product.id = entity["urn"].text();
    product.name = nameOf(entity, "urn");
    describe(entity, unit, product, out);
    out.products.append(std::move(product));
    readAssets(entity, unit, out);
}

/// Assets that are marked as such become output ports; every dataset among them is told whose it is.
void DataHubReader::readAssets(const Node &entity, const QString &unit, Records &out) const
{
    const QString product = entity["urn"].text();
    ReadContext context;
    context.file = unit;
    for (const Node &result : entity["assets"]["searchResults"].items()) {
        const QString urn = result["entity"]["urn"].text();
        const QString type = result["entity"]["type"].text();
        if (urn.isEmpty())
            continue;
        const DataHubUrn parsed = DataHubUrn::parse(urn);
        const bool isDataset = parsed.type == u"dataset" || parsed.type == u"chart" || parsed.type == u"dashboard" ||
                               parsed.type == u"container";
        if (isDataset) {
            const DatasetName name = m_names.nameOf(parsed);
            Dataset dataset; // the rest is said where it is listed itself
            dataset.id = m_names.idOf(urn);
            dataset.ns = name.ns;
            dataset.product = product;
            out.datasets.append(std::move(dataset));
        }
        const auto &marks = result["extraProperties"].items();
        const bool isPort = std::any_of(marks.begin(), marks.end(), [](const Node &mark) {
            return mark["name"].isText("isOutputPort") && mark["value"].isText("true");
        });
        if (!isPort)
            continue;
        Port port;
        port.product = product;
        port.name = parsed.parts.value(1, urn);
        port.id = portId(product, true, isDataset ? port.name : urn, {});
        port.type = type.toLower().replace(u'_', u' ');
        port.source = sourceOf(context, result);
        if (isDataset)
            port.datasets.append(m_names.idOf(urn));
        addText(port.server, u"platform"_s, parsed.parts.value(0).section(u':', -1));
        out.ports.append(std::move(port));
    }
}

void DataHubReader::readTerm(const Node &entity, const QString &unit, Records &out) const
{
    Term term;
    term.id = entity["urn"].text();
    term.name = entity["properties"]["name"].text();
    if (term.name.isEmpty())
        term.name = shortOf(term.id);
    describe(entity, unit, term, out);
    const Node &properties = entity["properties"];
    term.url = properties["sourceUrl"].text();
    addText(term.properties, u"group"_s, pathOf(entity["parentNodes"]["nodes"]));
    addProperty(term.properties, "source", properties["sourceRef"]);
    addProperty(term.properties, "color", properties["colorHex"]);
    const QString type = entity["type"].text();
    addText(term.properties, u"kind"_s,
            type == u"TAG"             ? u"tag"_s
            : type == u"GLOSSARY_NODE" ? u"group of terms"_s
                                       : QString());
    out.terms.append(std::move(term));
}

void DataHubReader::readParty(const Node &entity, const QString &unit, Records &out) const
{
    const Node &properties = entity["properties"];
    Party party;
    party.id = entity["urn"].text();
    party.name = firstText(properties, {"displayName", "fullName"});
    if (party.name.isEmpty())
        party.name = firstText(entity, {"username", "name", "urn"});
    party.email = properties["email"].text();
    party.isTeam = entity["type"].isText("CORP_GROUP");
    describe(entity, unit, party, out);
    addProperty(party.properties, "title", properties["title"]);
    addProperty(party.properties, "department", properties["departmentName"]);
    addProperty(party.properties, "slack", properties["slack"]);
    if (!properties["active"].boolean().value_or(true))
        party.lifecycle = u"inactive"_s;
    for (const Node &member : entity["members"]["relationships"].items()) {
        if (const QString urn = member["entity"]["urn"].text(); !urn.isEmpty() && !party.members.contains(urn))
            party.members.append(urn);
    }
    out.parties.append(std::move(party));
}

/// Members beyond those that came with the group.
void DataHubReader::readMembers(const Node &entity, const QString &, Records &out) const
{
    Party party;
    party.id = entity["urn"].text();
    party.isTeam = true;
    for (const Node &member : entity["members"]["relationships"].items())
        party.members.append(member["entity"]["urn"].text());
    party.members.removeAll(QString());
    out.parties.append(std::move(party));
}

void DataHubReader::readJob(const Node &entity, const QString &unit, Records &out) const
{
    Job job;
    job.id = entity["urn"].text();
    job.name = firstText(entity["properties"], {"name"});
    if (job.name.isEmpty())
        job.name = firstText(entity, {"jobId", "flowId", "urn"});
    describe(entity, unit, job, out);
    const bool isFlow = entity["type"].isText("DATA_FLOW");
    const Node &flow = entity["dataFlow"];
    job.ns = isFlow ? entity["orchestrator"].text() : flow["orchestrator"].text();
    job.integration = job.ns;
    job.parent = flow["urn"].text();
    job.type = entity["subTypes"]["typeNames"].texts().value(0).toLower();
    if (job.type.isEmpty())
        job.type = isFlow ? u"flow"_s : u"job"_s;
    addProperty(job.properties, "project", entity["properties"]["project"]);
    addProperty(job.properties, "cluster", entity["cluster"]);
    QStringList before;
    for (const Node &relation : entity["upstream"]["relationships"].items()) {
        if (relation["entity"]["type"].isText("DATA_JOB"))
            before.append(relation["entity"]["urn"].text());
    }
    addText(job.properties, u"runsAfter"_s, before.join(u", "_s));
    const QString id = job.id;
    out.jobs.append(std::move(job));
    addFlow({}, flowOf(entity), id, out);
    addFineGrained(entity["inputOutput"]["fineGrainedLineages"], id, out);
}

void DataHubReader::readAsset(const Node &entity, const QString &unit, Records &out) const
{
    const QString type = entity["type"].text();
    const Node &properties = entity["properties"];
    Dataset dataset;
    dataset.id = entity["urn"].text();
    dataset.name = properties["name"].text();
    if (dataset.name.isEmpty())
        dataset.name = shortOf(dataset.id);
    describe(entity, unit, dataset, out);
    addPlace(entity, dataset);
    if (type != u"CONTAINER" && !dataset.type.isEmpty() && dataset.type != type.toLower())
        addText(dataset.properties, u"subtype"_s, dataset.type);
    if (type != u"CONTAINER" || dataset.type.isEmpty())
        dataset.type = type.toLower();
    if (dataset.platform.isEmpty())
        dataset.platform = entity["tool"].text();
    addProperty(dataset.properties, "chartType", properties["type"]);
    addProperty(dataset.properties, "audience", properties["access"]);
    addProperty(dataset.properties, "qualifiedName", properties["qualifiedName"]);
    if (const QDateTime at = timeOfMillis(properties["lastModified"]["time"]); at.isValid())
        addText(dataset.properties, u"modifiedAt"_s, at.toString(Qt::ISODateWithMs));
    if (const QDateTime at = timeOfMillis(properties["lastRefreshed"]); at.isValid())
        addText(dataset.properties, u"refreshedAt"_s, at.toString(Qt::ISODateWithMs));
    addRoles(entity["access"], dataset);
    const QString id = dataset.id;
    out.datasets.append(std::move(dataset));
    addInputFields(entity, id, out);
    addUpstream(entity, id, out);
}

} // namespace meshscope
