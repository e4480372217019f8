#include "models/formats/contractparts.h"
#include "models/formats/naming.h"
#include "models/mesh/address.h"

namespace meshscope {

namespace {

bool isProduction(const Server &server)
{
    const QString environment = server.environment.toLower();
    return environment.startsWith(QLatin1String("prod")) || environment == QLatin1String("live") ||
           (environment.isEmpty() && server.name.startsWith(QLatin1String("prod"), Qt::CaseInsensitive));
}

/// Whether a name says which object of the contract is meant: of several in one file or topic it says nothing.
bool tellsApart(const Server &server, const DatasetName &name, const QString &table)
{
    const DatasetName other = nameFromServer(server, table + QStringLiteral("_other"));
    if (other.name != name.name || other.ns != name.ns)
        return true;
    const QStringList parts = name.name.split(u'/');
    return std::any_of(parts.cbegin(), parts.cend(), [&](const QString &part) {
        return part.section(u'.', 0, 0).compare(table, Qt::CaseInsensitive) == 0 ||
               part.compare(table, Qt::CaseInsensitive) == 0;
    });
}

struct Comparison {
    const char *key;
    const char *sign;
};
constexpr Comparison comparisons[] = {
    {"mustBe", "="},
    {"mustNotBe", "≠"},
    {"mustBeGreaterThan", ">"},
    {"mustBeGreaterOrEqualTo", "≥"},
    {"mustBeGreaterThanOrEqualTo", "≥"},
    {"mustBeLessThan", "<"},
    {"mustBeLessOrEqualTo", "≤"},
    {"mustBeLessThanOrEqualTo", "≤"},
    {"mustBeBetween", "between"},
    {"mustNotBeBetween", "not between"},
};

} // namespace

Server readServer(const DocumentReader &reader, const Node &node, const QString &name)
{
    Server server;
    server.name = name.isEmpty() ? reader.text(node, "server") : name;
    server.type = reader.text(node, "type");
    server.environment = reader.text(node, "environment");
    server.description = reader.text(node, "description");
    for (size_t i = 0; i < node.keys().size(); ++i) {
        static const QStringList own{QStringLiteral("type"), QStringLiteral("environment"), QStringLiteral("description"),
                                     QStringLiteral("roles"), QStringLiteral("customProperties")};
        const QString &key = node.keys()[i];
        const Node &value = node.items()[i];
        if (own.contains(key) || (name.isEmpty() && key == QLatin1String("server")))
            continue;
        addProperty(server.settings, key, value);
        value.use(true);
    }
    return server;
}

void nameDataset(Dataset &dataset, const Contract &contract, const QString &objectName, const QString &physicalName,
                 bool alone)
{
    const QString table = physicalName.isEmpty() ? objectName : physicalName;
    const auto nameOn = [&](const Server &server) {
        const DatasetName name = nameFromServer(server, table);
        return name.isNull() || alone || tellsApart(server, name, table) ? name : DatasetName();
    };
    const Server *best = nullptr;
    DatasetName name;
    for (const bool production : {true, false}) {
        for (const Server &server : contract.servers) {
            if (best || (production && !isProduction(server)))
                continue;
            name = nameOn(server);
            if (!name.isNull())
                best = &server;
        }
    }
    if (!best) {
        dataset.id = datasetId(contract.id, objectName);
        dataset.platform = contract.servers.isEmpty() ? QString() : contract.servers.first().type;
        return;
    }
    dataset.id = name.id();
    dataset.ns = name.ns;
    dataset.platform = name.platform;
    for (const Server &server : contract.servers) {
        if (&server == best || server.environment != best->environment)
            continue;
        const QString alias = nameOn(server).id();
        if (!alias.isEmpty() && alias != dataset.id && !dataset.aliases.contains(alias))
            dataset.aliases.append(alias);
    }
}

QString comparisonText(const Node &rule)
{
    QStringList parts;
    for (const Comparison &comparison : comparisons) {
        const Node &value = rule.peek(comparison.key);
        if (value.isNull())
            continue;
        const QStringList values = value.isSequence() ? value.texts() : QStringList{plain(value)};
        parts.append(QString::fromUtf8(comparison.sign) + u' ' + values.join(QStringLiteral(" – ")));
    }
    return parts.join(QStringLiteral(", "));
}

void readRule(const DocumentReader &reader, const Node &node, QualityRule &rule)
{
    rule.name = reader.text(node, "name");
    rule.type = reader.text(node, "type");
    rule.dimension = reader.text(node, "dimension");
    rule.severity = reader.text(node, "severity");
    rule.text = reader.text(node, "description");
    const QString metric = reader.firstText(node, {"metric", "rule"});
    const QString query = reader.text(node, "query");
    const QString implementation = plain(node["implementation"]);
    const QString engine = reader.text(node, "engine");
    if (rule.type.isEmpty()) // ODCS 3.1: library where it names a metric
        rule.type = !query.isEmpty()            ? QStringLiteral("sql")
                    : !implementation.isEmpty() ? QStringLiteral("custom")
                    : !metric.isEmpty()         ? QStringLiteral("library")
                                                : QStringLiteral("text");
    QStringList expression;
    for (const QString &part : {engine, metric, query, implementation, comparisonText(node)}) {
        if (!part.isEmpty())
            expression.append(part);
    }
    const QString unit = reader.text(node, "unit");
    rule.expression = expression.join(u' ') + (unit.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(unit));
    const Node &arguments = node.peek("arguments");
    const Node &validValues = node.peek("validValues");
    for (const Node *more : {&arguments, &validValues}) {
        if (!more->isNull())
            rule.expression += u' ' + more->json();
    }
    if (rule.name.isEmpty())
        rule.name = !metric.isEmpty() ? metric : rule.type;
    if (rule.text.isEmpty())
        rule.text = rule.type == QLatin1String("text") ? rule.name : rule.expression;
}

QString UniqueIds::next(const QString &wanted)
{
    const int n = ++m_seen[wanted];
    return n == 1 ? wanted : wanted + u'#' + QString::number(n);
}

} // namespace meshscope
