#include "models/catalogs/glue/reading.h"

#include "models/catalogs/withheld.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Glue)
};

constexpr qint64 pageSize = 100; ///< GetDatabases and GetTables give no more
constexpr qint64 partitionPage = 1000;
constexpr qint64 mostPartitions = 10'000; ///< of one table that are counted

} // namespace

HttpRequest GlueReading::question(const char *operation, const QJsonObject &fields)
{
    return HttpRequest::ask(u"/"_s, QJsonDocument(fields).toJson(QJsonDocument::Compact))
        .with("Content-Type", "application/x-amz-json-1.1")
        .with("X-Amz-Target", QByteArrayLiteral("AWSGlue.") + operation);
}

bool GlueReading::isThrottled(const HttpAnswer &answer)
{
    return answer.status == 400 && (answer.body.left(1000).contains("ThrottlingException") ||
                                    answer.header("x-amzn-ErrorType").startsWith("ThrottlingException"));
}

GlueReading::GlueReading(HttpClient &client, RecordSink &sink, const Progress &progress, const Options &options)
    : PagedReading(client, sink, progress)
    , m_options(options)
    , m_reader(options.region)
{
    setSalt(options.region.toUtf8());
    setWithhold([](const JsonPage &page) { return withoutCredentials(page.bytes, page.root()); });
}

Result<Outcome> GlueReading::read()
{
    for (const auto step : {&GlueReading::readDatabases, &GlueReading::readTables, &GlueReading::readVersions,
                            &GlueReading::readPartitions, &GlueReading::readQuality}) {
        if (const Result<void> done = (this->*step)(); !done)
            return Failure(done.error());
    }
    return tally().outcome();
}

PagedReading::Listing GlueReading::listingOf(const char *operation, const QJsonObject &fields, const char *key) const
{
    Listing listing;
    listing.size = pageSize;
    listing.needs = u"glue:"_s + QLatin1StringView(operation);
    listing.request = [=](const Place &place, qint64 size) {
        QJsonObject all = fields;
        all.insert(u"MaxResults"_s, size);
        if (!place.cursor.isEmpty())
            all.insert(u"NextToken"_s, place.cursor);
        return question(operation, all);
    };
    listing.items = [key](const Node &root) -> const Node & { return root[key]; };
    listing.id = [](const Node &item) { return item["Name"].text(); };
    listing.cursor = [](const Node &root) { return root["NextToken"].text(); };
    return listing;
}

/// Without them nothing else can be asked for: their failure is the run's.
Result<void> GlueReading::readDatabases()
{
    const Result<JsonPage> first = askJson(client(), question("GetDatabases", {{u"MaxResults"_s, 1}}));
    if (!first)
        return Failure(first.error());
    if (!first->root()["DatabaseList"].isSequence())
        return fail(Error::Code::Parse,
                    Text::tr("What answers at %1 is no AWS Glue: there are no databases in its answer. Check the address.")
                        .arg(client().profile().base.host()),
                    client().profile().endpoint);
    Listing listing = listingOf("GetDatabases", {}, "DatabaseList");
    listing.word = u"database"_s;
    listing.title = Text::tr("databases");
    listing.unit = u"databases"_s;
    listing.see = [this](const Node &item) { m_databases.append(item["Name"].text()); };
    listing.records = [this](const Node &root, const QString &unit) { return m_reader.databases(root, unit); };
    return list(listing);
}

Result<void> GlueReading::readTables()
{
    for (const QString &database : std::as_const(m_databases)) {
        Listing listing = listingOf("GetTables", {{u"DatabaseName"_s, database}}, "TableList");
        listing.word = u"table"_s;
        listing.title = Text::tr("tables of “%1”").arg(database);
        listing.unit = u"tables/"_s + database;
        listing.needs += u' ' + Text::tr("(where Lake Formation decides: DESCRIBE)");
        listing.see = [this, database](const Node &item) {
            Table table{database, item["Name"].text(), m_reader.idOf(item), {}, item["PartitionKeys"].size() > 0, false};
            table.isNew = item["VersionId"].text() == u"0";
            table.now = (item["VersionId"].text() + u' ' + item["UpdateTime"].text()).trimmed().toUtf8();
            m_tables.append(std::move(table));
        };
        listing.records = [this](const Node &root, const QString &unit) { return m_reader.tables(root, unit); };
        if (const Result<void> done = list(listing); !done)
            return done;
    }
    return {};
}

/// Each version is the whole table: of one that changed often only the newest page is read.
Result<void> GlueReading::readVersions()
{
    if (!m_options.hasVersions)
        return {};
    QList<Thing> things;
    QList<const Table *> tables;
    for (const Table &table : std::as_const(m_tables)) {
        if (table.isNew)
            continue;
        tables.append(&table);
        things.append({table.name, u"versions/"_s + table.database + u'/' + table.name, table.now});
    }
    Details details;
    details.title = Text::tr("versions of tables");
    details.needs = u"glue:GetTableVersions"_s;
    details.isAnswer = [](const Node &root) { return root["TableVersions"].isSequence(); };
    details.request = [&](qsizetype i) {
        return question(
            "GetTableVersions",
            {{u"DatabaseName"_s, tables[i]->database}, {u"TableName"_s, tables[i]->name}, {u"MaxResults"_s, pageSize}});
    };
    details.records = [&](qsizetype i, const Node &root, const QString &unit) {
        return m_reader.versions(tables[i]->id, root, unit);
    };
    return this->details(details, things);
}

/// A new partition changes nothing of its table, so there is no way to know but to ask.
Result<void> GlueReading::readPartitions()
{
    for (const Table &table : std::as_const(m_tables)) {
        if (!table.isPartitioned || !m_options.hasPartitions)
            continue;
        Listing listing =
            listingOf("GetPartitions",
                      {{u"DatabaseName"_s, table.database}, {u"TableName"_s, table.name}, {u"ExcludeColumnSchema"_s, true}},
                      "Partitions");
        listing.word = u"partition"_s;
        listing.title = Text::tr("partitions of “%1”").arg(table.name);
        listing.unit = u"partitions/"_s + table.database + u'/' + table.name;
        listing.size = partitionPage;
        listing.isVital = false;
        listing.id = [](const Node &item) { return item["Values"].json(); };
        qint64 count = 0;
        bool isCut = false;
        listing.see = [&count](const Node &) { ++count; };
        listing.cursor = [&](const Node &root) {
            const QString next = root["NextToken"].text();
            isCut = !next.isEmpty() && count >= mostPartitions;
            return isCut ? QString() : next;
        };
        listing.records = [&](const Node &root, const QString &unit) {
            const bool isMore = !root["NextToken"].text().isEmpty();
            const bool isLast = !isMore || count >= mostPartitions;
            return m_reader.partitions(table.id, root,
                                       isLast ? std::optional(GlueReader::Counted{count, !isMore}) : std::nullopt, unit);
        };
        if (const Result<void> done = list(listing); !done)
            return done;
        if (isCut)
            tally().say(Issue::Severity::Note, Text::tr("“%1” has more than %L2 partitions: only so many were counted.")
                                                   .arg(table.name)
                                                   .arg(mostPartitions));
    }
    return {};
}

/// A result never changes: each is asked for once.
Result<void> GlueReading::readQuality()
{
    QList<Thing> things;
    QStringList ids;
    Listing listing = listingOf("ListDataQualityResults", {}, "Results");
    listing.title = Text::tr("data quality results");
    listing.unit = u"quality"_s;
    listing.id = [](const Node &item) { return item["ResultId"].text(); };
    listing.see = [&](const Node &item) {
        const QString id = item["ResultId"].text();
        ids.append(id);
        things.append({id, u"quality/"_s + id, "once"});
    };
    if (const Result<void> done = list(listing); !done)
        return done;
    Details details;
    details.word = u"qualityResult"_s;
    details.title = Text::tr("data quality results");
    details.needs = u"glue:GetDataQualityResult"_s;
    details.isAnswer = [](const Node &root) { return root.has("ResultId"); };
    details.request = [&](qsizetype i) { return question("GetDataQualityResult", {{u"ResultId"_s, ids[i]}}); };
    details.records = [this](qsizetype, const Node &root, const QString &) { return m_reader.quality(root); };
    return this->details(details, things);
}

} // namespace meshscope
