#include "tests/fuzz/readers.h"

#include "models/catalogs/ckan/records.h"
#include "models/catalogs/datahub/records.h"
#include "models/catalogs/marquez/records.h"
#include "models/catalogs/openmetadata/records.h"
#include "models/formats/all.h"

#include <cstdio>
#include <cstdlib>

namespace meshscope::test {

namespace {

const QString unit = QStringLiteral("unit");

ReadContext contextOf(const QString &file)
{
    ReadContext context;
    context.file = file;
    context.readRelative = [](const QString &, const QString &reference) -> Result<QByteArray> {
        return fail(Error::Code::Refused, QStringLiteral("no files here"), reference);
    };
    return context;
}

void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "%s\n", what);
    std::abort();
}

/// Places are in the file, and every issue says something.
void look(const Records &records, qsizetype size)
{
    const auto inside = [size](const auto &entities) {
        for (const Entity &entity : entities)
            require(entity.source.begin <= entity.source.end && entity.source.end <= size, "a place outside the file");
    };
    inside(records.products);
    inside(records.contracts);
    inside(records.datasets);
    for (const Issue &issue : records.issues)
        require(!issue.text.isEmpty(), "an issue that says nothing");
}

/// One dialect, whatever others would make of the document.
template<std::unique_ptr<Format> (*make)()>
void readFormat(const QByteArray &bytes)
{
    static const std::unique_ptr<Format> format = make();
    const ReadContext context = contextOf(QStringLiteral("a"));
    const Parsed parsed = parseDocuments(bytes, guessSyntax(bytes, context.file));
    std::vector<const Node *> mine;
    for (const Node &document : parsed.documents) {
        if (format->recognises(document))
            mine.push_back(&document);
    }
    Records records;
    if (!mine.empty())
        format->readAll(mine, context, records);
    look(records, bytes.size());
}

/// A file of a folder: syntax and dialect are found out, and what nobody read is listed.
void readAnyFile(const QByteArray &bytes, const QString &name)
{
    const ReadContext context = contextOf(name);
    const FileRecords file = readFile(bytes, context);
    look(file.records, bytes.size());
    for (const Contract &contract : file.records.contracts)
        static_cast<void>(moreFields(bytes, contract.source, context));
    for (const DataProduct &product : file.records.products)
        static_cast<void>(moreFields(bytes, product.source, context));
}

template<Syntax syntax>
void parse(const QByteArray &bytes)
{
    for (const Node &document : parseDocuments(bytes, syntax).documents) {
        static_cast<void>(document.json());
        static_cast<void>(document.unused());
    }
}

/// Calls `each` with the answer of a catalog, if it is one.
template<class Each>
void readAnswer(const QByteArray &bytes, const Each &each)
{
    const Parsed parsed = parseDocuments(bytes, Syntax::Json);
    for (const Node &answer : parsed.documents)
        each(answer);
}

std::vector<const Node *> itemsOf(const Node &list)
{
    std::vector<const Node *> items;
    for (const Node &item : list.items())
        items.push_back(&item);
    return items;
}

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

void readCkan(const QByteArray &bytes)
{
    readAnswer(bytes, [&](const Node &answer) {
        const CkanReader reader(QStringLiteral("https://data.example"));
        look(reader.organizations(answer, unit), bytes.size());
        look(reader.groups(answer, unit), bytes.size());
        look(reader.packages(answer, unit), bytes.size());
    });
}

constexpr FuzzedReader readers[] = {
    {"yaml", parse<Syntax::Yaml>},
    {"json", parse<Syntax::Json>},
    {"ndjson", parse<Syntax::Ndjson>},
    {"file", [](const QByteArray &bytes) { readAnyFile(bytes, QStringLiteral("a")); }},
    {"measurements", [](const QByteArray &bytes) { readAnyFile(bytes, QStringLiteral("measurements/a.ndjson")); }},
    {"odps", readFormat<makeOdps>},
    {"odcs", readFormat<makeOdcs>},
    {"dua", readFormat<makeDua>},
    {"observability", readFormat<makeObservability>},
    {"dataproductspecification", readFormat<makeDataProductSpecification>},
    {"datacontractspecification", readFormat<makeDataContractSpecification>},
    {"teams", readFormat<makeTeams>},
    {"opendataproducts", readFormat<makeOpenDataProducts>},
    {"dpds", readFormat<makeDpds>},
    {"dcat", readFormat<makeDcat>},
    {"dbtmanifest", readFormat<makeDbtManifest>},
    {"dbtcatalog", readFormat<makeDbtCatalog>},
    {"dbtresults", readFormat<makeDbtRunResults>},
    {"dbtfreshness", readFormat<makeDbtSourceFreshness>},
    {"openlineage", readFormat<makeOpenLineage>},
    {"marquez", readMarquez},
    {"openmetadata", readOpenMetadata},
    {"datahub", readDataHub},
    {"ckan", readCkan},
};

} // namespace

std::span<const FuzzedReader> fuzzedReaders()
{
    return readers;
}

const FuzzedReader *fuzzedReader(QByteArrayView name)
{
    for (const FuzzedReader &reader : readers) {
        if (name == reader.name)
            return &reader;
    }
    return nullptr;
}

} // namespace meshscope::test
