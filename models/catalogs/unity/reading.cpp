#include "models/catalogs/unity/reading.h"

#include "models/catalogs/withheld.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Unity)
};

constexpr qint64 pageSize = 100; ///< the server gives no more, whatever is asked for

QString rightsTo(const QString &kind)
{
    return Text::tr("USE CATALOG, USE SCHEMA and a privilege on the %1, or BROWSE").arg(kind);
}

} // namespace

const QString UnityReading::api = u"/api/2.1/unity-catalog"_s;

QList<UnityReading::Kind> UnityReading::kinds()
{
    return {{u"table"_s, Text::tr("tables"), u"tables"_s, "tables", &UnityReader::tables, u"table"_s},
            {u"volume"_s, Text::tr("volumes"), u"volumes"_s, "volumes", &UnityReader::volumes, u"volume"_s},
            {u"function"_s, Text::tr("functions"), u"functions"_s, "functions", &UnityReader::functions, u"function"_s},
            {u"model"_s, Text::tr("models"), u"models"_s, "registered_models", &UnityReader::models, u"registered_model"_s}};
}

UnityReading::UnityReading(HttpClient &client, RecordSink &sink, const Progress &progress, const Options &options)
    : PagedReading(client, sink, progress)
    , m_options(options)
    , m_reader(UnityReader::namespaceOf(client.profile().base))
    , m_empty(parseDocuments("[]", Syntax::Json))
{
    setSalt(m_reader.ns().toUtf8());
    setWithhold([](const JsonPage &page) { return withoutCredentials(page.bytes, page.root(), icebergCredentials()); });
}

Result<Outcome> UnityReading::read()
{
    for (const auto step : {&UnityReading::readCatalogs, &UnityReading::readSchemas, &UnityReading::readContents,
                            &UnityReading::readVersions, &UnityReading::readIceberg, &UnityReading::readPermissions}) {
        if (const Result<void> done = (this->*step)(); !done)
            return Failure(done.error());
    }
    return tally().outcome();
}

PagedReading::Listing UnityReading::listingOf(const Kind &kind, const HttpFields &fields, const QString &unit) const
{
    Listing listing;
    listing.word = kind.word;
    listing.title = kind.title;
    listing.unit = unit;
    listing.size = pageSize;
    listing.needs = rightsTo(kind.securable);
    const QString target = api + u'/' + kind.path;
    listing.request = [=](const Place &place, qint64 size) {
        HttpFields all = fields;
        all.append({u"max_results"_s, QString::number(size)});
        if (!place.cursor.isEmpty())
            all.append({u"page_token"_s, place.cursor});
        return HttpRequest::get(target, all);
    };
    listing.items = [key = kind.key](const Node &root) -> const Node & { return root[key]; };
    listing.id = [](const Node &item) { return item["name"].text(); };
    listing.cursor = [](const Node &root) { return root["next_page_token"].text(); };
    listing.records = [this, records = kind.records](const Node &root, const QString &name) {
        return (m_reader.*records)(root, name);
    };
    return listing;
}

/// Without them nothing else can be asked for: their failure is the run's.
Result<void> UnityReading::readCatalogs()
{
    const Result<JsonPage> first = askJson(client(), HttpRequest::get(api + u"/catalogs"_s, {{u"max_results"_s, u"1"_s}}));
    if (!first && first.error().code != Error::Code::NotFound)
        return Failure(first.error());
    if (!first || !first->root()["catalogs"].isSequence())
        return fail(
            Error::Code::Parse,
            Text::tr("What answers at %1 is no Unity Catalog: there are no catalogs in its answer. Check the address.")
                .arg(client().profile().base.host()),
            client().profile().endpoint);
    const Kind kind{u"catalog"_s, Text::tr("catalogs"), u"catalogs"_s, "catalogs", &UnityReader::catalogs, u"catalog"_s};
    Listing listing = listingOf(kind, {}, u"catalogs"_s);
    listing.see = [this](const Node &item) {
        m_catalogs.append(item["name"].text());
        m_securables.append({u"catalog"_s, m_catalogs.last()});
    };
    return list(listing);
}

Result<void> UnityReading::readSchemas()
{
    for (const QString &catalog : std::as_const(m_catalogs)) {
        const Kind kind{u"schema"_s,           Text::tr("schemas of “%1”").arg(catalog),
                        u"schemas"_s,          "schemas",
                        &UnityReader::schemas, u"schema"_s};
        Listing listing = listingOf(kind, {{u"catalog_name"_s, catalog}}, u"schemas/"_s + catalog);
        listing.see = [this, catalog](const Node &item) {
            m_schemas.append({catalog, item["name"].text(), false});
            m_securables.append({u"schema"_s, m_schemas.last().fullName()});
        };
        if (const Result<void> done = list(listing); !done)
            return done;
    }
    return {};
}

/// Older servers do not know all kinds: a path they do not know is 404 in plain words.
Result<bool> UnityReading::isServed(const Kind &kind)
{
    const Schema &schema = m_schemas.first();
    const HttpFields fields{
        {u"catalog_name"_s, schema.catalog}, {u"schema_name"_s, schema.name}, {u"max_results"_s, u"1"_s}};
    const Result<HttpAnswer> answer =
        client().send(HttpRequest::get(api + u'/' + kind.path, fields).accepting({400, 401, 403, 404, 405, 500, 501}));
    if (!answer)
        return answer.error().code == Error::Code::Cancelled ? Result<bool>(ended(answer.error())) : Result<bool>(true);
    const bool isPlain = !answer->header("Content-Type").contains("json");
    return !(isPlain && (answer->status == 404 || answer->status == 405)) && answer->status != 501;
}

Result<void> UnityReading::readContents()
{
    if (m_schemas.isEmpty())
        return {};
    for (const Kind &kind : kinds()) {
        const Result<bool> served = kind.word == u"table" ? Result<bool>(true) : isServed(kind);
        if (!served)
            return Failure(served.error());
        if (!*served) {
            tally().say(Issue::Severity::Note, Text::tr("This server has no %1.").arg(kind.title));
            continue;
        }
        if (const Result<void> done = readKind(kind); !done)
            return done;
    }
    return {};
}

Result<void> UnityReading::readKind(const Kind &kind)
{
    for (Schema &schema : m_schemas) {
        Listing listing = listingOf(kind, {{u"catalog_name"_s, schema.catalog}, {u"schema_name"_s, schema.name}},
                                    kind.path + u'/' + schema.fullName());
        listing.title = Text::tr("%1 of “%2”").arg(kind.title, schema.fullName());
        listing.see = [&](const Node &item) {
            const QString name = schema.fullName() + u'.' + item["name"].text();
            schema.hasDelta = schema.hasDelta || item["data_source_format"].text() == u"DELTA" ||
                              item["data_source_format"].text() == u"ICEBERG";
            if (kind.word == u"model")
                m_models.append(name);
            if (m_options.permissions == Permissions::All)
                m_securables.append({kind.securable, name});
        };
        if (const Result<void> done = list(listing); !done)
            return done;
    }
    return {};
}

Result<void> UnityReading::readVersions()
{
    for (const QString &model : std::as_const(m_models)) {
        const Kind kind{u"modelVersion"_s,
                        Text::tr("versions of “%1”").arg(model),
                        u"models/"_s + pathSegment(model) + u"/versions"_s,
                        "model_versions",
                        nullptr,
                        u"registered_model"_s};
        Listing listing = listingOf(kind, {}, u"models/"_s + model + u"/versions"_s);
        listing.id = [](const Node &item) { return item["version"].text(); };
        listing.records = [this, model](const Node &root, const QString &unit) {
            return m_reader.versions(model, root, unit);
        };
        if (const Result<void> done = list(listing); !done)
            return done;
    }
    return {};
}

/// Only owners may see all of them: what is refused is a warning, no more.
Result<void> UnityReading::readPermissions()
{
    if (m_options.permissions == Permissions::None)
        return {};
    QList<Thing> things;
    for (const UnityReader::Securable &on : std::as_const(m_securables))
        things.append({on.fullName, u"permissions/"_s + on.type + u'/' + on.fullName, {}});
    Details details;
    details.title = Text::tr("permissions");
    details.needs = Text::tr("to own what they are on, or MANAGE");
    details.isVital = false;
    details.isAnswer = [](const Node &root) { return root.isMap() && !root.has("error_code"); };
    details.request = [this](qsizetype i) {
        return HttpRequest::get(api + u"/permissions/"_s + m_securables[i].type + u'/' +
                                pathSegment(m_securables[i].fullName));
    };
    details.records = [this](qsizetype i, const Node &root, const QString &unit) {
        return m_reader.permissions(m_securables[i], root, unit);
    };
    return this->details(details, things);
}

} // namespace meshscope
