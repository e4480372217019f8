#include "models/catalogs/openmetadata/reading.h"

#include "models/formats/reading.h"
#include "models/mesh/address.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

// The second part of Reading: which lists there are, and what is noted of their items.
namespace meshscope::openmetadata {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::OpenMetadata)
};

const QString api = u"/api/v1/"_s;

/// Types whose names stand in everything, or whose owners and domains everything below inherits.
const QStringList &everywhere()
{
    static const QStringList types{u"domain"_s,          u"dataProduct"_s,      u"tag"_s,
                                   u"classification"_s,  u"glossaryTerm"_s,     u"glossary"_s,
                                   u"database"_s,        u"databaseSchema"_s,   u"apiCollection"_s,
                                   u"databaseService"_s, u"apiService"_s,       u"messagingService"_s,
                                   u"searchService"_s,   u"dashboardService"_s, u"pipelineService"_s,
                                   u"storageService"_s,  u"mlmodelService"_s,   u"dataContract"_s};
    return types;
}

QString titleOf(const AssetKind &kind)
{
    const QHash<QString, QString> titles{{u"table"_s, Text::tr("tables")},
                                         {u"topic"_s, Text::tr("topics")},
                                         {u"container"_s, Text::tr("containers")},
                                         {u"dashboard"_s, Text::tr("dashboards")},
                                         {u"chart"_s, Text::tr("charts")},
                                         {u"dashboardDataModel"_s, Text::tr("data models of dashboards")},
                                         {u"mlmodel"_s, Text::tr("ML models")},
                                         {u"searchIndex"_s, Text::tr("search indexes")},
                                         {u"apiEndpoint"_s, Text::tr("API endpoints")},
                                         {u"metric"_s, Text::tr("metrics")},
                                         {u"pipeline"_s, Text::tr("pipelines")},
                                         {u"storedProcedure"_s, Text::tr("stored procedures")}};
    return titles.value(QLatin1StringView(kind.type));
}

QString changeOf(const Node &item)
{
    return item["version"].text() + u' ' + item["updatedAt"].text();
}

QString fqnOf(const Node &item)
{
    return firstText(item, {"fullyQualifiedName", "name"});
}

} // namespace

Result<void> Reading::readServices()
{
    struct ServiceKind {
        const char *type;
        const char *path;
        QString title;
    };
    const ServiceKind kinds[] = {{"databaseService", "services/databaseServices", Text::tr("database services")},
                                 {"messagingService", "services/messagingServices", Text::tr("messaging services")},
                                 {"storageService", "services/storageServices", Text::tr("storage services")},
                                 {"dashboardService", "services/dashboardServices", Text::tr("dashboard services")},
                                 {"pipelineService", "services/pipelineServices", Text::tr("pipeline services")},
                                 {"mlmodelService", "services/mlmodelServices", Text::tr("ML model services")},
                                 {"searchService", "services/searchServices", Text::tr("search services")},
                                 {"apiService", "services/apiServices", Text::tr("API services")}};
    for (const ServiceKind &kind : kinds) {
        const QString type = QLatin1StringView(kind.type);
        const QString path = QLatin1StringView(kind.path);
        Group group{path, path, u"service"_s, kind.title, type, u"owners,tags,domains"_s, 200};
        group.isCore = type == u"databaseService";
        group.salt = m_options.digest();
        group.begin = [this, type] { m_context.services.removeIf([&](const auto &s) { return s->kind == type; }); };
        group.see = [this, type](const Node &item) {
            Service service = Service::of(item);
            service.kind = type;
            m_context.services.insert(fqnOf(item), std::move(service));
        };
        group.records = [this](const Node &page, const QString &unit) { return m_reader.places(page, unit); };
        if (const Result<void> done = readGroup(group); !done)
            return done;
    }
    for (const bool isSchema : {false, true}) {
        const QString path = isSchema ? u"databaseSchemas"_s : u"databases"_s;
        Group group{path,
                    path,
                    isSchema ? u"schema"_s : u"database"_s,
                    isSchema ? Text::tr("schemas") : Text::tr("databases"),
                    isSchema ? u"databaseSchema"_s : u"database"_s,
                    u"owners,tags,domains,extension"_s,
                    500};
        group.isCore = true;
        group.concerns = {u"domain"_s, u"databaseService"_s, u"database"_s, u"tag"_s, u"classification"_s};
        group.salt = m_options.digest();
        group.records = [this](const Node &page, const QString &unit) { return m_reader.places(page, unit); };
        if (const Result<void> done = readGroup(group); !done)
            return done;
    }
    return {};
}

Result<void> Reading::readPeople()
{
    Group users{u"users"_s, u"users"_s, u"user"_s, Text::tr("users"), u"user"_s, u"teams"_s, 500, {u"team"_s}};
    users.isCore = true;
    users.begin = [this] {
        m_context.members.clear();
        m_context.emails.clear();
    };
    users.see = [this](const Node &item) {
        if (const QString email = item["email"].text(); !email.isEmpty())
            m_context.emails.insert(item["name"].text(), email);
        for (const Node &team : item["teams"].items())
            m_context.members[team["name"].text()].append(item["name"].text());
    };
    users.records = [this](const Node &page, const QString &unit) { return m_reader.users(page, unit); };
    if (const Result<void> done = readGroup(users); !done)
        return done;
    for (QStringList &members : m_context.members)
        members.sort();
    Group teams{u"teams"_s, u"teams"_s, u"team"_s, Text::tr("teams"), u"team"_s, u"parents,owners,domains"_s,
                500,        {u"user"_s}};
    teams.isCore = true;
    teams.salt = m_context.memberDigest();
    teams.records = [this](const Node &page, const QString &unit) { return m_reader.teams(page, unit); };
    return readGroup(teams);
}

Result<void> Reading::readWords()
{
    Group tags{u"tags"_s, u"tags"_s, u"tag"_s, Text::tr("tags"), u"tag"_s, {}, 1000, {u"classification"_s}};
    tags.isCore = true;
    tags.records = [this](const Node &page, const QString &unit) { return m_reader.tags(page, unit); };
    if (const Result<void> done = readGroup(tags); !done)
        return done;
    Group terms{u"glossaryTerms"_s,
                u"glossaryTerms"_s,
                u"glossaryTerm"_s,
                Text::tr("glossary terms"),
                u"glossaryTerm"_s,
                u"owners,reviewers,tags,domains,relatedTerms,extension"_s,
                500,
                {u"glossary"_s, u"domain"_s, u"tag"_s, u"classification"_s}};
    terms.isCore = true;
    terms.records = [this](const Node &page, const QString &unit) { return m_reader.glossaryTerms(page, unit); };
    return readGroup(terms);
}

Result<void> Reading::readDomains()
{
    Group domains{u"domains"_s, u"domains"_s,
                  u"domain"_s,  Text::tr("domains"),
                  u"domain"_s,  u"parent,owners,experts,tags,certification,extension"_s,
                  200,          {u"tag"_s, u"classification"_s}};
    domains.isCore = true;
    domains.records = [this](const Node &page, const QString &unit) { return m_reader.domains(page, unit); };
    return readGroup(domains);
}

Result<void> Reading::readContracts()
{
    const Result<bool> has = hasRoute(u"odcs"_s, u"dataContracts/00000000-0000-4000-8000-000000000000/odcs"_s);
    if (!has)
        return Failure(has.error());
    m_context.hasOdcs = *has;
    Group group{u"dataContracts"_s,
                u"dataContracts"_s,
                u"contract"_s,
                Text::tr("data contracts"),
                u"dataContract"_s,
                u"owners,domains"_s,
                200};
    group.isAlways = true; // what its checks found is told by no event
    group.salt = m_context.nameDigest();
    group.begin = [this] { m_context.contracts.clear(); };
    group.see = [this](const Node &item) {
        const Reader::Contract contract = Reader::Contract::of(item);
        if (contract.id.isEmpty())
            return;
        m_context.contracts.insert(contract.about, contract.id);
        m_promises.append({contract, shownName(item), changeOf(item), item["latestResult"]["timestamp"].text()});
    };
    group.records = [this](const Node &page, const QString &unit) { return m_reader.contracts(page, unit); };
    return readGroup(group);
}

void Reading::seeAsset(const AssetKind &kind, const Node &item)
{
    const QString uuid = item["id"].text();
    const QString type = QLatin1StringView(kind.type);
    const QString fqn = fqnOf(item);
    m_context.assets.insert(uuid, {type, m_reader.assetId(kind, item), changeOf(item)});
    Reader::addItemColumns(kind, item, m_context.itemColumns);
    const Node &usage = item["usageSummary"];
    if (usage["monthlyStats"]["count"].integer().value_or(0) > 0)
        m_context.followed[u"usage/"_s + type].append(
            {uuid, fqn, {}, usage["date"].text() + u' ' + usage["monthlyStats"]["count"].text()});
    if (!item["profile"]["timestamp"].isNull())
        m_context.followed[u"profile/"_s + type].append({uuid, fqn, {}, item["profile"]["timestamp"].text()});
}

Result<void> Reading::readAssets()
{
    for (const AssetKind &kind : assetKinds()) {
        const QString type = QLatin1StringView(kind.type);
        const QString path = QLatin1StringView(kind.path);
        Group group{path,          path,        QLatin1StringView(kind.word),
                    titleOf(kind), type,        QLatin1StringView(kind.fields),
                    kind.size,     everywhere()};
        group.isCore = type == u"table";
        group.salt = m_context.nameDigest() + m_context.contractDigest();
        group.begin = [this, type] {
            m_context.assets.removeIf([&](const auto &asset) { return asset->type == type; });
            m_context.followed.remove(u"usage/"_s + type);
            m_context.followed.remove(u"profile/"_s + type);
        };
        group.see = [this, &kind](const Node &item) { seeAsset(kind, item); };
        group.records = [this, &kind](const Node &page, const QString &unit) { return m_reader.assets(kind, page, unit); };
        if (const Result<void> done = readGroup(group); !done)
            return done;
    }
    return {};
}

Result<void> Reading::readProducts()
{
    Group group{u"dataProducts"_s,
                u"dataProducts"_s,
                u"product"_s,
                Text::tr("data products"),
                u"dataProduct"_s,
                u"domains,owners,experts,reviewers,tags,certification,extension,consumesFrom,providesTo"_s,
                200,
                everywhere()};
    group.isCore = true;
    group.begin = [this] { m_context.followed.remove(u"product"_s); };
    group.see = [this](const Node &item) {
        m_context.followed[u"product"_s].append({item["id"].text(), fqnOf(item), domainOf(item), changeOf(item)});
    };
    group.records = [this](const Node &page, const QString &unit) { return m_reader.products(page, unit); };
    return readGroup(group);
}

/// Ports came with 1.12; before, a product has assets, which name their product themselves.
Result<void> Reading::readPorts()
{
    const QList<Context::Followed> products = m_context.followed.value(u"product"_s);
    if (products.isEmpty())
        return {};
    const Result<bool> has = hasRoute(u"ports"_s, u"dataProducts/00000000-0000-4000-8000-000000000000/outputPorts"_s);
    if (!has || !*has)
        return has ? Result<void>() : Failure(has.error());
    QStringList names;
    for (const Context::Followed &product : products) {
        for (const bool isOutput : {false, true}) {
            const QString path = u"dataProducts/"_s + product.uuid + (isOutput ? u"/outputPorts"_s : u"/inputPorts"_s);
            const QString name = u"ports/"_s + path + u' ' + product.stamp;
            names.append(name);
            const bool isKnown = !m_isFull && m_state.groups.contains(name);
            const Result<void> done = isKnown
                                          ? keepGroup(name, u"port"_s)
                                          : listPorts({product.uuid, product.name, product.domain}, isOutput, name, path);
            if (!done)
                return done;
        }
    }
    m_state.groups.removeIf([&](const auto &g) { return g.key().startsWith(u"ports/") && !names.contains(g.key()); });
    return {};
}

Result<void> Reading::listPorts(const Reader::Product &product, bool isOutput, const QString &name, const QString &path)
{
    State::Group &state = m_state.groups[name];
    state = {};
    if (isOutput)
        m_context.outputs.removeIf([&](const auto &output) { return output->product == product.id; });
    Listing listing{u"port"_s,
                    (isOutput ? Text::tr("output ports of “%1”") : Text::tr("input ports of “%1”")).arg(product.id),
                    api.mid(1) + path, 100};
    listing.needs = Text::tr("a role whose policy allows ViewAll of “%1”").arg(u"dataProduct"_s);
    listing.request = [path](const Place &place, qint64 size) {
        return HttpRequest::get(api + path, {{u"fields"_s, u"owners,tags"_s},
                                             {u"limit"_s, QString::number(size)},
                                             {u"offset"_s, QString::number(place.offset)}});
    };
    listing.items = [](const Node &root) -> const Node & { return root["data"]; };
    listing.id = [](const Node &item) { return item["id"].text(); };
    listing.total = [](const Node &root) { return root["paging"]["total"].integer(); };
    listing.see = [&](const Node &item) {
        ++state.count;
        const QString uuid = item["id"].text();
        if (isOutput && !m_context.outputs.contains(uuid))
            m_context.outputs.insert(uuid, {product.id, portId(product.id, true, fqnOf(item), {})});
    };
    listing.records = [&](const Node &page, const QString &unit) { return m_reader.ports(product, isOutput, page, unit); };
    setSalt(m_context.nameDigest() + m_context.contractDigest() + product.id.toUtf8() + product.domain.toUtf8());
    recorder.recordTo(&state.units);
    const Result<void> done = list(listing);
    recorder.recordTo(nullptr);
    return done;
}

Result<void> Reading::readTests()
{
    Group group{u"dataQuality/testCases"_s,
                u"dataQuality/testCases"_s,
                u"testCase"_s,
                Text::tr("test cases"),
                u"testCase"_s,
                u"testCaseResult,testDefinition"_s,
                500};
    group.isCore = true;
    group.isAlways = true; // what tests found is told by no event
    group.salt = m_context.nameDigest();
    group.see = [this](const Node &item) {
        const QString at = item["testCaseResult"]["timestamp"].text();
        if (!at.isEmpty())
            m_tests.append({{item["name"].text(), item["entityLink"].text()}, fqnOf(item), at});
    };
    group.records = [this](const Node &page, const QString &unit) { return m_reader.testCases(page, unit); };
    return readGroup(group);
}

/// Requests for access came with 2.0. How they stand is told by no event.
Result<void> Reading::readRequests()
{
    const QString path = u"tasks/dataAccessRequests"_s;
    const Result<bool> has = hasRoute(u"requests"_s, path + u"?limit=1"_s);
    if (!has || !*has)
        return has ? Result<void>() : Failure(has.error());
    Listing listing{u"accessRequest"_s, Text::tr("requests for access"), api.mid(1) + path, 200};
    listing.needs = Text::tr("a role whose policy allows ViewAll of “%1”").arg(u"task"_s);
    listing.request = [path](const Place &place, qint64 size) {
        return HttpRequest::get(api + path, {{u"fields"_s, taskFields()},
                                             {u"sortOrder"_s, u"asc"_s},
                                             {u"limit"_s, QString::number(size)},
                                             {u"offset"_s, QString::number(place.offset)}});
    };
    listing.items = [](const Node &root) -> const Node & { return root["data"]; };
    listing.id = [](const Node &item) { return item["id"].text(); };
    listing.total = [](const Node &root) { return root["paging"]["total"].integer(); };
    listing.records = [this](const Node &page, const QString &unit) {
        Records out;
        for (const Node &task : page["data"].items())
            out.agreements.append(agreementOf(task, unit, m_context.outputs, m_context.emails));
        return out;
    };
    setSalt(m_context.outputDigest());
    return list(listing);
}

} // namespace meshscope::openmetadata
