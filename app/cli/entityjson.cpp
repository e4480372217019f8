#include "app/cli/entityjson.h"

#include "models/health/nodelevels.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshscope::cli {

namespace {

QJsonArray properties(const QList<Property> &list)
{
    QJsonArray json;
    for (const Property &p : list)
        json.append(QJsonObject{{u"name"_s, p.name}, {u"value"_s, p.value}});
    return json;
}

QJsonArray addresses(const Mesh &mesh, std::span<const NodeId> nodes)
{
    QJsonArray json;
    for (const NodeId n : nodes)
        json.append(mesh.address(n).toString());
    return json;
}

QJsonArray owners(const Entity &entity)
{
    QJsonArray json;
    for (const PartyRole &owner : entity.owners)
        json.append(QJsonObject{{u"name"_s, owner.name.isEmpty() ? owner.party : owner.name},
                                {u"role"_s, owner.role},
                                {u"contact"_s, owner.contact}});
    return json;
}

QJsonArray ports(const Mesh &mesh, NodeId product)
{
    QJsonArray json;
    for (const NodeId n : mesh.portsOf(product)) {
        const Port &port = mesh.port(n);
        const auto datasets = mesh.datasetsOf(n);
        QJsonObject item{{u"address"_s, mesh.address(n).toString()},
                         {u"direction"_s, port.output ? u"output"_s : u"input"_s},
                         {u"name"_s, port.name},
                         {u"version"_s, port.version},
                         {u"type"_s, port.type},
                         {u"dataset"_s, datasets.empty() ? QJsonValue(QJsonValue::Null)
                                                         : QJsonValue(mesh.address(datasets.front()).toString())},
                         {u"datasets"_s, addresses(mesh, datasets)}};
        const auto contracts = mesh.contractsOf(n);
        item.insert(u"contract"_s, contracts.empty() ? QJsonValue(QJsonValue::Null)
                                                     : QJsonValue(mesh.address(contracts.front()).toString()));
        json.append(item);
    }
    return json;
}

QJsonObject contractJson(const Mesh &mesh, NodeId n)
{
    const Contract &contract = mesh.contract(n);
    return {{u"address"_s, mesh.address(n).toString()},
            {u"standard"_s, contract.standard},
            {u"standardVersion"_s, contract.standardVersion},
            {u"version"_s, contract.version},
            {u"purpose"_s, contract.purpose},
            {u"limitations"_s, contract.limitations},
            {u"usage"_s, contract.usage},
            {u"price"_s, properties(contract.price)},
            {u"terms"_s, properties(contract.termsOfUse)}};
}

QJsonArray serversJson(const Contract &contract)
{
    QJsonArray servers;
    for (const Server &server : contract.servers) {
        QJsonObject item{{u"name"_s, server.name}, {u"type"_s, server.type}, {u"environment"_s, server.environment}};
        for (const Property &setting : server.settings)
            item.insert(setting.name, setting.value);
        servers.append(item);
    }
    return servers;
}

QJsonArray rolesJson(const Contract &contract)
{
    QJsonArray roles;
    for (const ContractRole &role : contract.roles) {
        roles.append(QJsonObject{{u"name"_s, role.name},
                                 {u"access"_s, role.access},
                                 {u"description"_s, role.description},
                                 {u"approvers"_s, array(role.approvers)}});
    }
    return roles;
}

QJsonArray rulesJson(const Mesh &mesh, NodeId n)
{
    QJsonArray rules;
    for (const QualityRule &rule : mesh.qualityRules(n)) {
        rules.append(QJsonObject{{u"id"_s, rule.id},
                                 {u"name"_s, rule.name},
                                 {u"column"_s, rule.column},
                                 {u"type"_s, rule.type},
                                 {u"dimension"_s, rule.dimension},
                                 {u"text"_s, rule.text},
                                 {u"expression"_s, rule.expression}});
    }
    return rules;
}

QJsonArray sources(const Mesh &mesh, NodeId n)
{
    QJsonArray json;
    for (const Fact &fact : mesh.facts(n)) {
        const EndpointFacts &endpoint = mesh.endpoints().at(fact.endpoint);
        const SourceRef &source = mesh.entity(mesh.kind(n), fact).source;
        json.append(QJsonObject{{u"endpoint"_s, endpoint.name},
                                {u"readAt"_s, timeJson(endpoint.readAt)},
                                {u"document"_s, source.file},
                                {u"pointer"_s, source.pointer},
                                {u"line"_s, source.line}});
    }
    return json;
}

QString alignmentWord(DataProduct::Alignment alignment)
{
    switch (alignment) {
    case DataProduct::Alignment::Source: return u"source-aligned"_s;
    case DataProduct::Alignment::Aggregate: return u"aggregate"_s;
    case DataProduct::Alignment::Consumer: return u"consumer-aligned"_s;
    case DataProduct::Alignment::Unknown: break;
    }
    return {};
}

void addKind(const Mesh &mesh, NodeId n, QJsonObject &json)
{
    switch (mesh.kind(n)) {
    case Kind::Domain: {
        json.insert(u"subdomains"_s, addresses(mesh, mesh.childDomains(n)));
        json.insert(u"products"_s, addresses(mesh, mesh.productsOf(n)));
        break;
    }
    case Kind::Product: {
        const DataProduct &product = mesh.product(n);
        json.insert(u"alignment"_s, alignmentWord(product.alignment));
        json.insert(u"virtual"_s, product.isVirtual);
        json.insert(u"analytical"_s, product.isAnalytical);
        json.insert(u"type"_s, product.kindText);
        json.insert(u"version"_s, product.version);
        json.insert(u"purpose"_s, product.purpose);
        json.insert(u"limitations"_s, product.limitations);
        json.insert(u"usage"_s, product.usage);
        json.insert(u"support"_s, properties(product.support));
        json.insert(u"price"_s, properties(product.price));
        json.insert(u"termsOfUse"_s, properties(product.termsOfUse));
        json.insert(u"upstream"_s, addresses(mesh, mesh.productsUpstream(n)));
        json.insert(u"downstream"_s, addresses(mesh, mesh.productsDownstream(n)));
        json.insert(u"datasets"_s, addresses(mesh, mesh.datasetsOf(n)));
        break;
    }
    case Kind::Port: {
        const Port &port = mesh.port(n);
        json.insert(u"direction"_s, port.output ? u"output"_s : u"input"_s);
        json.insert(u"version"_s, port.version);
        json.insert(u"type"_s, port.type);
        json.insert(u"server"_s, properties(port.server));
        json.insert(u"datasets"_s, addresses(mesh, mesh.datasetsOf(n)));
        json.insert(u"inputContracts"_s, array(port.inputContracts));
        break;
    }
    case Kind::Dataset: {
        const Dataset &dataset = mesh.dataset(n);
        json.insert(u"namespace"_s, dataset.ns);
        json.insert(u"platform"_s, dataset.platform);
        json.insert(u"type"_s, dataset.type);
        json.insert(u"rowCount"_s, dataset.rowCount ? QJsonValue(*dataset.rowCount) : QJsonValue(QJsonValue::Null));
        json.insert(u"byteCount"_s, dataset.byteCount ? QJsonValue(*dataset.byteCount) : QJsonValue(QJsonValue::Null));
        json.insert(u"dropped"_s, dataset.dropped);
        json.insert(u"upstream"_s, addresses(mesh, mesh.upstream(n)));
        json.insert(u"downstream"_s, addresses(mesh, mesh.downstream(n)));
        json.insert(u"jobs"_s, addresses(mesh, mesh.jobsOf(n)));
        json.insert(u"quality"_s, rulesJson(mesh, n));
        break;
    }
    case Kind::Contract: {
        json.insert(u"servers"_s, serversJson(mesh.contract(n)));
        json.insert(u"roles"_s, rolesJson(mesh.contract(n)));
        json.insert(u"datasets"_s, addresses(mesh, mesh.datasetsOf(n)));
        json.insert(u"quality"_s, rulesJson(mesh, n));
        break;
    }
    case Kind::Job: {
        const Job &job = mesh.job(n);
        json.insert(u"namespace"_s, job.ns);
        json.insert(u"type"_s, job.type);
        json.insert(u"integration"_s, job.integration);
        json.insert(u"parent"_s, job.parent);
        json.insert(u"sql"_s, job.sql);
        json.insert(
            u"lastRun"_s,
            QJsonObject{{u"at"_s, timeJson(job.lastRunAt)}, {u"state"_s, job.lastRunState}, {u"id"_s, job.lastRunId}});
        break;
    }
    case Kind::Term:
        json.insert(u"url"_s, mesh.term(n).url);
        json.insert(u"usedBy"_s, addresses(mesh, mesh.users(n)));
        break;
    case Kind::Party: {
        const Party &party = mesh.party(n);
        json.insert(u"team"_s, party.isTeam);
        json.insert(u"email"_s, party.email);
        json.insert(u"members"_s, array(party.members));
        json.insert(u"owns"_s, addresses(mesh, mesh.users(n)));
        break;
    }
    case Kind::Column:
    case Kind::Request: break;
    }
}

QList<LevelState> statesOf(const HealthReport &health, NodeId node)
{
    if (const ProductHealth *product = health.product(node))
        return product->states;
    return health.other.contains(node) ? levelStatesOf(health.mesh, node, health.asOf, health.policy) : QList<LevelState>();
}

} // namespace

QJsonObject columnJson(const Column &column)
{
    QStringList key;
    if (column.primaryKey)
        key.append(u"primary"_s);
    if (column.unique)
        key.append(u"unique"_s);
    if (column.partition)
        key.append(u"partition"_s);
    return {{u"name"_s, column.path},
            {u"type"_s, column.logicalType.isEmpty() ? column.physicalType : column.logicalType},
            {u"physicalType"_s, column.physicalType},
            {u"nullable"_s, column.nullable ? QJsonValue(*column.nullable) : QJsonValue(QJsonValue::Null)},
            {u"key"_s, key.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(key.join(u","_s))},
            {u"description"_s, column.description},
            {u"classification"_s, column.classification},
            {u"tags"_s, array(column.tags)},
            {u"terms"_s, array(column.terms)},
            {u"properties"_s, properties(column.properties)}};
}

QJsonObject levelJson(const LevelState &state)
{
    const ServiceLevel &level = *state.level;
    QJsonValue objective(QJsonValue::Null);
    if (state.objective)
        objective = QJsonObject{{u"value"_s, state.objective->value},
                                {u"unit"_s, state.objective->unit},
                                {u"comparison"_s, state.comparison},
                                {u"given"_s, QString(level.value + u' ' + level.unit).trimmed()}};
    else
        objective = QJsonObject{{u"value"_s, level.value}, {u"unit"_s, level.unit}, {u"comparison"_s, state.comparison}};
    QJsonValue observed(QJsonValue::Null);
    if (state.observed)
        observed = QJsonObject{{u"value"_s, state.observed->quantity.value},
                               {u"unit"_s, state.observed->quantity.unit},
                               {u"at"_s, timeJson(state.observed->at)}};
    QJsonArray evidence;
    for (const Evidence &e : state.evidence)
        evidence.append(QJsonObject{{u"at"_s, timeJson(e.at)}, {u"value"_s, e.value}, {u"source"_s, e.source}});
    QJsonValue budget(QJsonValue::Null);
    if (state.budget) {
        budget = QJsonObject{{u"window"_s, u"PT%1S"_s.arg(state.budget->windowSeconds)},
                             {u"allowed"_s, state.budget->allowed},
                             {u"used"_s, state.budget->used},
                             {u"burn"_s, state.budget->burn},
                             {u"measured"_s, state.budget->measured}};
    }
    return {{u"id"_s, state.id},
            {u"property"_s, level.property},
            {u"element"_s, level.element},
            {u"objective"_s, objective},
            {u"state"_s, statusWord(state.status)},
            {u"observed"_s, observed},
            {u"why"_s, state.why},
            {u"evidence"_s, evidence},
            {u"budget"_s, budget},
            {u"since"_s, timeJson(state.since)}};
}

QJsonObject entityJson(const HealthReport &health, NodeId node, const QList<Property> &fields)
{
    const Mesh &mesh = *health.mesh;
    const Entity &entity = mesh.entity(node);
    QJsonArray aliases;
    for (const Address &alias : mesh.aliases(node))
        aliases.append(alias.toString());
    QJsonArray levels;
    for (const LevelState &state : statesOf(health, node))
        levels.append(levelJson(state));
    QJsonArray columns;
    if (mesh.kind(node) == Kind::Dataset) {
        for (const Column &column : mesh.columns(node))
            columns.append(columnJson(column));
    }
    const auto contracts = mesh.kind(node) == Kind::Contract ? std::span<const NodeId>(&node, 1) : mesh.contractsOf(node);
    QJsonObject json{{u"address"_s, mesh.address(node).toString()},
                     {u"aliases"_s, aliases},
                     {u"kind"_s, kindWord(mesh.kind(node))},
                     {u"name"_s, mesh.name(node)},
                     {u"description"_s, entity.description},
                     {u"domain"_s, array(mesh.domainPath(node))},
                     {u"owners"_s, owners(entity)},
                     {u"lifecycle"_s, entity.lifecycle},
                     {u"certification"_s, entity.certification},
                     {u"tags"_s, array(entity.tags)},
                     {u"terms"_s, array(entity.terms)},
                     {u"ports"_s, mesh.kind(node) == Kind::Product ? ports(mesh, node) : QJsonArray()},
                     {u"contract"_s,
                      contracts.empty() ? QJsonValue(QJsonValue::Null) : QJsonValue(contractJson(mesh, contracts.front()))},
                     {u"columns"_s, columns},
                     {u"serviceLevels"_s, levels},
                     {u"status"_s, statusWord(health.status(node))},
                     {u"properties"_s, properties(entity.properties)},
                     {u"moreFields"_s, properties(fields)},
                     {u"sources"_s, sources(mesh, node)}};
    addKind(mesh, node, json);
    return json;
}

QString entityText(const HealthReport &health, NodeId node, const QList<Property> &fields)
{
    const Mesh &mesh = *health.mesh;
    const Entity &entity = mesh.entity(node);
    QList<QStringList> rows{{kindName(mesh.kind(node)), mesh.name(node)},
                            {QCoreApplication::translate("meshscope::cli", "Address"), mesh.address(node).toString()}};
    const auto add = [&](const QString &name, const QString &value) {
        if (!value.isEmpty())
            rows.append({name, value});
    };
    for (const Address &alias : mesh.aliases(node))
        add(QCoreApplication::translate("meshscope::cli", "Also known as"), alias.toString());
    add(QCoreApplication::translate("meshscope::cli", "Description"), entity.description.simplified());
    add(QCoreApplication::translate("meshscope::cli", "Domain"), mesh.domainPath(node).join(u" › "_s));
    for (const PartyRole &owner : entity.owners)
        add(owner.role.isEmpty() ? QCoreApplication::translate("meshscope::cli", "Owner") : owner.role,
            (owner.name.isEmpty() ? owner.party : owner.name) + u' ' + owner.contact);
    add(QCoreApplication::translate("meshscope::cli", "Lifecycle"), entity.lifecycle);
    add(QCoreApplication::translate("meshscope::cli", "Certification"), entity.certification);
    add(QCoreApplication::translate("meshscope::cli", "Tags"), entity.tags.join(u", "_s));
    if (health.status(node) != Status::NoPromise)
        add(QCoreApplication::translate("meshscope::cli", "Status"), statusName(health.status(node)));
    for (const Property &property : entity.properties)
        add(property.name, property.value);
    for (const Fact &fact : mesh.facts(node)) {
        const SourceRef &source = mesh.entity(mesh.kind(node), fact).source;
        add(QCoreApplication::translate("meshscope::cli", "Read from"),
            mesh.endpoints().at(fact.endpoint).name + u": "_s + source.file +
                (source.line > 0 ? u':' + QString::number(source.line) : QString()));
    }
    QStringList parts{table({}, rows)};
    if (mesh.kind(node) == Kind::Product) {
        QList<QStringList> lines;
        for (const NodeId n : mesh.portsOf(node)) {
            const Port &port = mesh.port(n);
            lines.append({port.output ? QCoreApplication::translate("meshscope::cli", "output")
                                      : QCoreApplication::translate("meshscope::cli", "input"),
                          port.name, port.version, port.type});
        }
        if (!lines.isEmpty())
            parts.append(QCoreApplication::translate("meshscope::cli", "Ports") + u'\n' + table({}, lines));
    }
    QList<QStringList> levels;
    for (const LevelState &state : statesOf(health, node))
        levels.append({statusName(state.status), state.level->property, state.level->element, state.why});
    if (!levels.isEmpty())
        parts.append(QCoreApplication::translate("meshscope::cli", "Service levels") + u'\n' + table({}, levels));
    if (mesh.kind(node) == Kind::Dataset) {
        QList<QStringList> lines;
        for (const Column &column : mesh.columns(node))
            lines.append({column.path, column.logicalType.isEmpty() ? column.physicalType : column.logicalType,
                          column.classification, column.description.simplified()});
        if (!lines.isEmpty())
            parts.append(QCoreApplication::translate("meshscope::cli", "Columns") + u'\n' + table({}, lines));
    }
    if (!fields.isEmpty()) {
        QList<QStringList> lines;
        for (const Property &field : fields)
            lines.append({field.name, field.value.simplified().left(200)});
        parts.append(QCoreApplication::translate("meshscope::cli", "More fields") + u'\n' + table({}, lines));
    }
    return parts.join(u"\n\n"_s);
}

} // namespace meshscope::cli
