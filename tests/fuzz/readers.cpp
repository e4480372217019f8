#include "tests/fuzz/readers.h"

#include "models/formats/all.h"
#include "tests/fuzz/looking.h"

namespace meshscope::test {

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

namespace {

ReadContext contextOf(const QString &file)
{
    ReadContext context;
    context.file = file;
    context.readRelative = [](const QString &, const QString &reference) -> Result<QByteArray> {
        return fail(Error::Code::Refused, QStringLiteral("no files here"), reference);
    };
    return context;
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

constexpr size_t formatCount = 17; ///< that begin the list
constexpr FuzzedReader readers[] = {
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
    {"yaml", parse<Syntax::Yaml>},
    {"json", parse<Syntax::Json>},
    {"ndjson", parse<Syntax::Ndjson>},
    {"marquez", readMarquez},
    {"openmetadata", readOpenMetadata},
    {"datahub", readDataHub},
    {"datahubevent", readDataHubEvent},
    {"ckan", readCkan},
    {"entropy", readEntropy},
    {"keptrows", readKeptRows},
    {"opendatamesh", readOpenDataMesh},
    {"unity", readUnity},
    {"iceberg", readIceberg},
    {"glue", readGlue},
    {"datazone", readDataZone},
    {"trino", readTrino},
    {"postgresql", readPostgreSql},
    {"http", readHttp},
    {"graphql", readGraphQl},
    {"packed", readPacked},
    {"tokens", readTokens},
    {"awskeys", readAwsKeys},
    {"types", readTypes},
    {"sql", readSql},
    {"promises", readPromises},
    {"names", readNames},
    {"address", readAddress},
    {"url", readUrl},
    {"ignore", readIgnore},
    {"agreement", readAgreement},
    {"csv", readCsv},
    {"jsonrows", readJsonRows},
    {"sqlite", readSqliteFile},
};

} // namespace

std::span<const FuzzedReader> fuzzedReaders()
{
    return readers;
}

std::span<const FuzzedReader> fuzzedFormats()
{
    return std::span(readers).first(formatCount);
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
