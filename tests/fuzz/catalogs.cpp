#include "models/catalogs/ckan/records.h"
#include "models/catalogs/datahub/changes.h"
#include "models/catalogs/datahub/records.h"
#include "models/catalogs/datazone/records.h"
#include "models/catalogs/entropy/records.h"
#include "models/catalogs/entropy/samples.h"
#include "models/catalogs/glue/records.h"
#include "models/catalogs/iceberg/paths.h"
#include "models/catalogs/iceberg/records.h"
#include "models/catalogs/marquez/records.h"
#include "models/catalogs/opendatamesh/records.h"
#include "models/catalogs/openmetadata/records.h"
#include "models/catalogs/openmetadata/samples.h"
#include "models/catalogs/postgresql/relations.h"
#include "models/catalogs/trino/records.h"
#include "models/catalogs/trino/values.h"
#include "models/catalogs/unity/records.h"
#include "tests/fuzz/looking.h"

namespace meshscope::test {

namespace {

const QString unit = QStringLiteral("unit");

std::vector<const Node *> itemsOf(const Node &list)
{
    std::vector<const Node *> items;
    for (const Node &item : list.items())
        items.push_back(&item);
    return items;
}

/// The text up to a line's end, which is taken away.
QByteArray takeLine(QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    const QByteArray line = bytes.left(end);
    bytes = end < 0 ? QByteArray() : bytes.mid(end + 1);
    return line;
}

} // namespace

void readMarquez(const QByteArray &bytes)
{
    readAnswer(bytes, [&](const Node &answer) {
        MarquezContext context;
        context.sources.insert(QStringLiteral("source"), QStringLiteral("jdbc:postgresql://db.example:5432/shop"));
        context.owners.insert(QStringLiteral("ns"), QStringLiteral("somebody"));
        context.hasDomains = true;
        const MarquezReader reader(context);
        for (const Records &records :
             {reader.namespaces(answer, unit), reader.tags(answer, unit), reader.datasets(answer, unit),
              reader.jobs(answer, unit), reader.versions(answer, unit, itemsOf(answer["versions"])),
              reader.runs(QStringLiteral("job"), itemsOf(answer["runs"]), unit)})
            look(records, bytes.size());
    });
}

void readOpenMetadata(const QByteArray &bytes)
{
    using namespace openmetadata;
    readAnswer(bytes, [&](const Node &answer) {
        Context context;
        context.hasServiceDomains = true;
        context.services.insert(QStringLiteral("crm"), Service::of(answer["service"]));
        for (const AssetKind &kind : assetKinds()) {
            for (const Node &item : answer["data"].items()) {
                Reader::addItemColumns(kind, item, context.itemColumns);
                context.assets.insert(item["id"].text(), {QString::fromLatin1(kind.type), item["name"].text(), {}});
            }
        }
        const Reader reader(context);
        const Reader::Contract contract = Reader::Contract::of(answer);
        const QString uuid = answer["id"].text();
        for (const Records &records :
             {reader.domains(answer, unit), reader.users(answer, unit), reader.teams(answer, unit),
              reader.tags(answer, unit), reader.glossaryTerms(answer, unit), reader.products(answer, unit),
              reader.places(answer, unit), reader.testCases(answer, unit), reader.contracts(answer, unit),
              reader.ports({uuid, uuid, {}}, true, answer, unit), reader.lineage(uuid, answer, unit),
              reader.usage(uuid, answer), reader.profile(uuid, answer), reader.odcs(contract, answer, unit),
              reader.testResults({uuid, answer["entityLink"].text()}, answer), reader.contractResults(contract, answer)})
            look(records, bytes.size());
        for (const AssetKind &kind : assetKinds())
            look(reader.assets(kind, answer, unit), bytes.size());
        static_cast<void>(Context::fromJson(answer).toJson());
    });
}

void readDataHub(const QByteArray &bytes)
{
    readAnswer(bytes, [&](const Node &answer) {
        const DataHubReader reader(DataHubNames(QStringLiteral("postgres=postgres://db.example:5432")));
        look(reader.page(answer["searchResults"], unit), bytes.size());
        JobFlow flow = reader.flowOf(answer["entity"]);
        look(reader.rest(answer["entity"], unit, flow), bytes.size());
    });
}

void readDataHubEvent(const QByteArray &bytes)
{
    DataHubChanges changes;
    static_cast<void>(changes.read(bytes));
    eachMention(bytes, [&](const DataHubMention &mention) {
        if (mention.at < 0 || mention.at >= bytes.size() || mention.urn.isEmpty())
            qFatal("a urn from nowhere");
        static_cast<void>(changes.concerns(mention.urn) || changes.isShown(mention, "dataset"));
    });
}

void readCkan(const QByteArray &bytes)
{
    readAnswer(bytes, [&](const Node &answer) {
        const CkanReader reader(QStringLiteral("https://data.example"));
        look(reader.organizations(answer, unit), bytes.size());
        look(reader.groups(answer, unit), bytes.size());
        look(reader.packages(answer, unit), bytes.size());
    });
}

void readEntropy(const QByteArray &bytes)
{
    readAnswer(bytes, [&](const Node &answer) {
        const auto context = EntropyContext::fromJson(
            {{QStringLiteral("teams"),
              QJsonObject{{QStringLiteral("sales"), QJsonObject{{QStringLiteral("name"), QStringLiteral("Sales")}}}}}});
        EntropyEvents events;
        events.insert(answer["access"].items().empty() ? QString() : answer["access"].items().front()["id"].text(),
                      {{answer["at"].text(), QStringLiteral("approved")}});
        const EntropyReader reader(context, events);
        for (const Records &records :
             {reader.teams(answer["teams"], unit), reader.contracts(answer["contracts"], unit),
              reader.accesses(answer["access"], unit), reader.sourceSystems(answer["sourcesystems"], unit),
              reader.assets(answer["assets"], unit), reader.definitions(answer["definitions"], unit),
              reader.tags(answer["tags"], unit), reader.testResults(answer["testresults"], unit),
              reader.lineage(answer["lineage"], unit), reader.product(answer["product"], unit),
              reader.checks(answer["testresult"], unit)})
            look(records, bytes.size());
    });
}

void readKeptRows(const QByteArray &bytes)
{
    RowsRequest request{QStringLiteral("orders"), 5};
    request.known.name = QStringLiteral("orders");
    request.known.contract = QStringLiteral("c");
    Port port;
    port.product = QStringLiteral("p");
    request.ports = {port};
    const auto check = [&](const std::optional<DataRows> &rows) {
        if (!rows)
            return;
        require(rows->rows.size() <= request.rows, "no more rows than are wanted");
        for (const QStringList &row : rows->rows) {
            require(row.size() == rows->columns.size(), "a value for each column");
            for (const QString &cell : row)
                require(cell.size() <= longestCell + 1, "no value is longer than is kept");
        }
        for (const Issue &issue : rows->issues)
            require(!issue.text.isEmpty(), "an issue says something");
    };
    readAnswer(bytes, [&](const Node &answer) {
        for (const char *type : {"table", "file", "topic"}) {
            const openmetadata::Sampled sampled = openmetadata::sampledAs(QString::fromLatin1(type));
            check(openmetadata::sampleIn(answer, sampled, unit, request.rows));
        }
        QStringList others;
        check(exampleIn(answer, request, &others));
    });
}

void readOpenDataMesh(const QByteArray &bytes)
{
    readAnswer(bytes, [&](const Node &answer) {
        OpenDataMeshReader reader;
        QHash<QString, QList<OpenDataMeshResponse>> responses;
        for (const Node &item : answer["responses"].items())
            responses[item["request"].text()].append(OpenDataMeshReader::response(item));
        look(reader.product(answer["product"], unit), bytes.size());
        look(reader.present(answer["version"], unit), bytes.size());
        for (const Node &version : answer["older"].items())
            look(reader.older(version, unit), bytes.size());
        look(reader.requests(answer["requests"], unit, responses), bytes.size());
    });
}

void readUnity(const QByteArray &bytes)
{
    readAnswer(bytes, [&](const Node &answer) {
        const UnityReader reader(UnityReader::namespaceOf(QUrl(QStringLiteral("https://unity.example:8080"))));
        for (const Records &records :
             {reader.catalogs(answer, unit), reader.schemas(answer, unit), reader.tables(answer, unit),
              reader.volumes(answer, unit), reader.functions(answer, unit), reader.models(answer, unit),
              reader.versions(QStringLiteral("a.b.c"), answer, unit),
              reader.permissions({QStringLiteral("table"), QStringLiteral("a.b.c")}, answer, unit)})
            look(records, bytes.size());
    });
}

void readIceberg(const QByteArray &bytes)
{
    readAnswer(bytes, [&](const Node &answer) {
        const IcebergPaths paths(answer, QUrl(QStringLiteral("https://iceberg.example/api")));
        QStringList levels = answer["namespace"].texts();
        if (levels.isEmpty()) // the reading lists none
            levels.append(QStringLiteral("n"));
        static_cast<void>(paths.thing(levels, QStringLiteral("tables"), paths.elsewhere()));
        const IcebergReader reader(QStringLiteral("iceberg://iceberg.example"));
        for (const Records &records : {reader.namespaces({levels}), reader.nameSpace(answer, levels, unit),
                                       reader.table(answer["table"], levels, QStringLiteral("t"), unit),
                                       reader.view(answer["view"], levels, QStringLiteral("v"), unit)})
            look(records, bytes.size());
    });
}

void readGlue(const QByteArray &bytes)
{
    readAnswer(bytes, [&](const Node &answer) {
        const GlueReader reader(QStringLiteral("eu-central-1"));
        const QString table = reader.idOf(answer["Table"]);
        for (const Records &records :
             {reader.databases(answer, unit), reader.tables(answer, unit), reader.versions(table, answer, unit),
              reader.partitions(table, answer, GlueReader::Counted{answer["count"].integer().value_or(3), false}, unit),
              reader.quality(answer["result"])})
            look(records, bytes.size());
    });
}

void readDataZone(const QByteArray &bytes)
{
    readAnswer(bytes, [&](const Node &answer) {
        DataZoneContext context;
        context.region = QStringLiteral("eu-central-1");
        context.domain = QStringLiteral("dzd-1");
        context.account = QStringLiteral("123456789012");
        context.rootUnit = QStringLiteral("root");
        context.projects.insert(QStringLiteral("p1"), {QStringLiteral("Sales"), QStringLiteral("root")});
        context.termNames.insert(QStringLiteral("Revenue"), QStringLiteral("t1"));
        context.assets.insert(QStringLiteral("a1"), QStringLiteral("arn/table/shop/orders"));
        for (const Node &grant : answer["grants"].items())
            context.addGrant(grant);
        for (const Node &item : answer["subscriptions"].items())
            context.subscriptions[item["request"].text()].append(
                {item["id"].text(), item["status"].text(), item["listing"].text(), {}, {}});
        const DataZoneReader reader(context);
        QHash<QString, DataZoneReader::LineageNode> nodes;
        for (const Node &node : answer["nodes"].items()) {
            const DataZoneReader::LineageNode read = DataZoneReader::lineageNode(node);
            nodes.insert(read.id, read);
            look(reader.node(node, unit), bytes.size());
        }
        static_cast<void>(reader.edges(nodes));
        for (const Records &records :
             {reader.domain(answer["domain"], unit), reader.domainUnit(answer["unit"], unit),
              reader.projects(answer["projects"], unit), reader.user(answer["user"], unit),
              reader.terms(answer["terms"], unit), reader.product(answer["product"], unit),
              reader.assets(answer["assets"], unit), reader.points(QStringLiteral("a1"), answer["points"]),
              reader.requests(answer["requests"], unit), DataZoneReader::event(answer["event"], unit)})
            look(records, bytes.size());
    });
}

void readTrino(const QByteArray &bytes)
{
    using namespace trino;
    QByteArray relations = bytes;
    const QByteArray first = takeLine(relations);
    const trino::Naming naming{QStringLiteral("trino://trino.example:8080")};
    readAnswer(first, [&](const Node &answer) {
        look(schemasOf(answer, unit), first.size());
        look(viewReads(answer, QStringLiteral("a.b.c"), naming), first.size());
        const std::span<const Node> columns = answer["columns"].items();
        for (const Node &row : answer["data"].items()) {
            for (size_t i = 0; i < std::min(columns.size(), row.items().size()); ++i)
                static_cast<void>(valueText(row.items()[i], columns[i]["typeSignature"]));
        }
    });
    look(trino::relationsOf(relations, unit, QStringLiteral("a"), QStringLiteral("b"), naming, {}), relations.size());
}

void readPostgreSql(const QByteArray &bytes)
{
    using namespace postgresql;
    QByteArray relations = bytes;
    const QByteArray types = takeLine(relations);
    const QByteArray database = takeLine(relations);
    const postgresql::Naming naming{QStringLiteral("postgres://db.example:5432"), QStringLiteral("shop")};
    readAnswer(database, [&](const Node &answer) {
        look(schemasOf(answer, unit, naming, {{QStringLiteral("*a*")}, {QStringLiteral("pg_*")}}), database.size());
    });
    look(postgresql::relationsOf(relations, unit, QStringLiteral("public"), naming, Composites(types)), relations.size());
}

} // namespace meshscope::test
