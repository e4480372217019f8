#include "models/catalogs/iceberg/reading.h"

#include "models/catalogs/withheld.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Iceberg)
};

constexpr int mostLevels = 64;
constexpr qint64 pageSize = 100;
/// How catalogs say that they do not know what is asked for: the routes differ from server to server.
const QList<int> unknownRoute{400, 404, 405, 406, 501};

/// Paging is only done for those who ask for it, with an empty token at first.
HttpRequest pageOf(const QString &target, const QString &cursor, qint64 size, HttpFields fields = {})
{
    fields.append({u"pageToken"_s, cursor});
    fields.append({u"pageSize"_s, QString::number(size)});
    return HttpRequest::get(target, fields);
}

QString tokenIn(const Node &root)
{
    return root["next-page-token"].text();
}

/// The namespace went away since it was listed: nothing is in it.
bool isGone(const Node &root)
{
    return root["error"]["type"].text() == u"NoSuchNamespaceException";
}

QString joined(const QStringList &levels)
{
    return levels.join(QChar(0x1F));
}

/// The levels of one namespace in a list; none when it is no such thing.
QStringList levelsOf(const Node &item)
{
    QStringList levels;
    for (const Node &level : item.items()) {
        if (!level.isScalar())
            return {};
        levels.append(level.text());
    }
    return item.isSequence() ? levels : QStringList();
}

/// Rights as the catalogs call them that are met most.
const QString rightsToList = u"NAMESPACE_LIST, TABLE_LIST, VIEW_LIST (Polaris), USE SCHEMA (Unity Catalog)"_s;
const QString rightsToRead = u"TABLE_READ_PROPERTIES, VIEW_READ_PROPERTIES (Polaris), SELECT (Unity Catalog)"_s;

} // namespace

HttpRequest IcebergReading::configRequest(const QString &warehouse)
{
    HttpFields fields;
    if (!warehouse.isEmpty())
        fields.append({u"warehouse"_s, warehouse});
    return HttpRequest::get(u"/v1/config"_s, fields);
}

QString IcebergReading::namespaceOf(const QUrl &base, const QString &warehouse)
{
    QString ns = base.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash);
    return warehouse.isEmpty() ? ns : ns + u'/' + warehouse;
}

IcebergReading::IcebergReading(HttpClient &client, RecordSink &sink, const Progress &progress, const Options &options)
    : PagedReading(client, sink, progress)
    , m_options(options)
    , m_reader(namespaceOf(client.profile().base, options.warehouse))
    , m_empty(parseDocuments("[]", Syntax::Json))
{
    setWithhold([](const JsonPage &page) { return withoutCredentials(page.bytes, page.root(), icebergCredentials()); });
}

Result<Outcome> IcebergReading::read()
{
    for (const auto step :
         {&IcebergReading::readConfig, &IcebergReading::readNamespaces, &IcebergReading::readNamespaceProperties,
          &IcebergReading::readTables, &IcebergReading::readViews}) {
        if (const Result<void> done = (this->*step)(); !done)
            return Failure(done.error());
    }
    return tally().outcome();
}

const Node &IcebergReading::listIn(const Node &root, std::string_view key, bool mayLack)
{
    const Node &list = root[key];
    const bool isLacking = mayLack && list.isNull() && root["error"].isMap();
    return isLacking ? m_empty.documents.front() : list;
}

/// Nothing of it is stored: its defaults and overrides may be credentials.
Result<void> IcebergReading::readConfig()
{
    const Result<JsonPage> page = askJson(client(), configRequest(m_options.warehouse));
    const QString host = client().profile().base.host();
    if (!page && page.error().code != Error::Code::NotFound)
        return Failure(page.error());
    const bool isConfig =
        page && page->root().isMap() && (page->root()["overrides"].isMap() || page->root()["defaults"].isMap());
    if (!isConfig)
        return fail(Error::Code::Parse,
                    Text::tr("What answers at %1 is no Iceberg catalog: /v1/config is not there, or says something else. "
                             "Check the address: it is the one that clients are given as “uri”.")
                        .arg(host),
                    client().profile().endpoint);
    m_paths = IcebergPaths(page->root(), client().profile().base);
    if (!m_paths.elsewhere().isEmpty())
        tally().say(Issue::Severity::Warning,
                    Text::tr("The catalog would have its clients speak to %1 instead. It was asked where it is: use that "
                             "address if you trust it.")
                        .arg(m_paths.elsewhere()));
    setSalt(m_paths.digest());
    return {};
}

Result<void> IcebergReading::readNamespaces()
{
    if (const Result<void> done = readBelow({}); !done)
        return done;
    for (qsizetype i = 0; i < m_namespaces.size() && !m_isFlat; ++i) { // grows while it goes on
        if (m_namespaces[i].size() >= mostLevels) {
            tally().lack(Text::tr("“%1” is %2 levels deep: what is below was not read.")
                             .arg(icebergName(m_namespaces[i]))
                             .arg(mostLevels));
            continue;
        }
        if (const Result<void> done = readBelow(QStringList(m_namespaces[i])); !done)
            return done;
    }
    tally().expect(u"namespace"_s, m_namespaces.size());
    tally().count(u"namespace"_s, m_namespaces.size());
    if (m_isFlat)
        tally().say(Issue::Severity::Note, Text::tr("The catalog lists no namespaces within others."));
    return {};
}

Result<void> IcebergReading::readBelow(const QStringList &parent)
{
    const QString target = m_paths.namespaces();
    HttpFields fields;
    if (!parent.isEmpty())
        fields.append({u"parent"_s, m_paths.parent(parent)});
    Listing listing;
    listing.title = parent.isEmpty() ? Text::tr("namespaces") : Text::tr("namespaces below “%1”").arg(icebergName(parent));
    listing.unit = parent.isEmpty() ? u"namespaces"_s : u"namespaces?parent="_s + icebergName(parent);
    listing.size = pageSize;
    listing.needs = rightsToList;
    listing.request = [=](const Place &place, qint64 size) {
        const HttpRequest request = pageOf(target, place.cursor, size, fields);
        return parent.isEmpty() ? request : request.accepting(unknownRoute);
    };
    listing.items = [this, isBelow = !parent.isEmpty()](const Node &root) -> const Node & {
        if (!root["error"].isMap() || isGone(root))
            return listIn(root, "namespaces", isBelow);
        // A server of one level refuses; one that had levels before must not lose them for a fault.
        const bool hasLevels = std::any_of(m_namespaces.cbegin(), m_namespaces.cend(),
                                           [](const QStringList &levels) { return levels.size() > 1; });
        m_isFlat = m_isFlat || !hasLevels;
        return listIn(root, "namespaces", m_isFlat);
    };
    listing.id = [](const Node &item) { return joined(levelsOf(item)); };
    listing.see = [this, parent](const Node &item) {
        const QStringList levels = levelsOf(item);
        // a server that knows no levels says the same below each; one that lists whole trees says it before it is asked
        const bool isBelow = levels.size() > parent.size() && levels.first(parent.size()) == parent;
        if (!isBelow || m_listed.contains(joined(levels)))
            return;
        m_listed.insert(joined(levels));
        m_namespaces.append(levels);
    };
    listing.cursor = tokenIn;
    listing.records = [this, parent](const Node &root, const QString &) {
        QList<QStringList> listed;
        for (const Node &item : root["namespaces"].items()) {
            if (const QStringList levels = levelsOf(item); !levels.isEmpty())
                listed.append(levels);
        }
        return m_reader.namespaces(listed);
    };
    return list(listing);
}

Result<void> IcebergReading::readNamespaceProperties()
{
    if (!m_paths.serves(u"GET /v1/{prefix}/namespaces/{namespace}"_s))
        return {};
    QList<Thing> things;
    for (const QStringList &levels : std::as_const(m_namespaces))
        things.append({icebergName(levels), u"namespace/"_s + icebergName(levels), {}});
    Details details;
    details.title = Text::tr("properties of namespaces");
    details.needs = rightsToRead;
    details.request = [this](qsizetype i) { return HttpRequest::get(m_paths.nameSpace(m_namespaces[i])); };
    details.records = [this](qsizetype i, const Node &root, const QString &unit) {
        return m_reader.nameSpace(root, m_namespaces[i], unit);
    };
    return this->details(details, things);
}

Result<void> IcebergReading::listThings(const QString &what, QList<Named> &found)
{
    const bool isTables = what == u"tables";
    for (const QStringList &levels : std::as_const(m_namespaces)) {
        if (m_hasNoViews && !isTables)
            return {};
        const QString target = m_paths.things(levels, what);
        Listing listing;
        listing.title = isTables ? Text::tr("tables of “%1”").arg(icebergName(levels))
                                 : Text::tr("views of “%1”").arg(icebergName(levels));
        listing.unit = what + u'/' + icebergName(levels);
        listing.size = pageSize;
        listing.needs = rightsToList;
        // Catalogs that tell no routes may not know the one of views.
        const bool mayLack = !isTables && !m_paths.hasRoutes();
        listing.request = [=](const Place &place, qint64 size) {
            return pageOf(target, place.cursor, size).accepting(mayLack ? unknownRoute : QList<int>{404});
        };
        listing.items = [this, mayLack](const Node &root) -> const Node & {
            m_hasNoViews = m_hasNoViews || (mayLack && root["error"].isMap() && !isGone(root));
            return listIn(root, "identifiers", mayLack || isGone(root));
        };
        listing.id = [](const Node &item) { return item["name"].text(); };
        listing.see = [&found, levels](const Node &item) { found.append({levels, item["name"].text()}); };
        listing.cursor = tokenIn;
        if (const Result<void> done = list(listing); !done)
            return done;
    }
    return {};
}

QList<PagedReading::Thing> IcebergReading::thingsOf(const QString &what, const QList<Named> &named) const
{
    QList<Thing> things;
    for (const Named &one : named) {
        const QString name = icebergName(one.levels + QStringList{one.name});
        things.append({name, what + u'/' + name, {}});
    }
    return things;
}

Result<void> IcebergReading::readTables()
{
    if (const Result<void> done = listThings(u"tables"_s, m_tables); !done)
        return done;
    Details details;
    details.word = u"table"_s;
    details.title = Text::tr("tables");
    details.needs = rightsToRead;
    details.hasTags = true;
    details.isAnswer = [](const Node &root) { return root["metadata"].isMap(); };
    const QString snapshots = m_options.hasAllSnapshots ? u"all"_s : u"refs"_s;
    details.salt = snapshots.toUtf8();
    details.request = [this, snapshots](qsizetype i) {
        return HttpRequest::get(m_paths.thing(m_tables[i].levels, u"tables"_s, m_tables[i].name),
                                {{u"snapshots"_s, snapshots}});
    };
    details.records = [this](qsizetype i, const Node &root, const QString &unit) {
        return m_reader.table(root, m_tables[i].levels, m_tables[i].name, unit);
    };
    return this->details(details, thingsOf(u"table"_s, m_tables));
}

Result<void> IcebergReading::readViews()
{
    // Catalogs that tell no routes have views or not: they are asked once.
    if (!m_paths.serves(u"GET /v1/{prefix}/namespaces/{namespace}/views"_s))
        return {};
    if (const Result<void> done = listThings(u"views"_s, m_views); !done)
        return done;
    Details details;
    details.word = u"view"_s;
    details.title = Text::tr("views");
    details.needs = rightsToRead;
    details.hasTags = true;
    details.isAnswer = [](const Node &root) { return root["metadata"].isMap(); };
    details.request = [this](qsizetype i) {
        return HttpRequest::get(m_paths.thing(m_views[i].levels, u"views"_s, m_views[i].name));
    };
    details.records = [this](qsizetype i, const Node &root, const QString &unit) {
        return m_reader.view(root, m_views[i].levels, m_views[i].name, unit);
    };
    return this->details(details, thingsOf(u"view"_s, m_views));
}

} // namespace meshscope
