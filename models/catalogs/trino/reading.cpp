#include "models/catalogs/trino/reading.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace meshscope::trino {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Trino)
};

/// The n-th value of a row.
const Node &at(const Node &row, size_t n)
{
    return n < row.items().size() ? row.items()[n] : Node::null();
}

bool matches(const QString &catalog, const QStringList &patterns)
{
    return std::any_of(patterns.begin(), patterns.end(), [&](const QString &pattern) {
        return QRegularExpression(QRegularExpression::wildcardToRegularExpression(pattern)).match(catalog).hasMatch();
    });
}

QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

/// What is known of the values of a column; not where personal ones begin and end.
void addProfile(QJsonObject &column, const QHash<QString, QJsonObject> &profiles)
{
    QJsonObject profile = profiles.value(column[u"name"].toString());
    if (saysPersonal(column[u"comment"].toString())) {
        profile.remove(u"minimum"_s);
        profile.remove(u"maximum"_s);
    }
    if (!profile.isEmpty())
        column.insert(u"profile"_s, profile);
}

QString unitOf(const QString &catalog, const QString &name)
{
    return pathSegment(catalog) + u'/' + name;
}

} // namespace

bool Selection::takes(const QString &catalog) const
{
    return (only.isEmpty() ? catalog != u"system" && catalog != u"jmx" : matches(catalog, only)) &&
           !matches(catalog, without);
}

bool Selection::profiles(const QString &catalog) const
{
    return matches(catalog, profiled);
}

Reading::Reading(HttpClient &client, Asker &asker, Naming naming, Selection selection, RecordSink &sink,
                 const Progress &progress)
    : m_client(client)
    , m_asker(asker)
    , m_naming(std::move(naming))
    , m_selection(std::move(selection))
    , m_sink(sink)
    , m_progress(progress)
{
}

Result<Outcome> Reading::read()
{
    QStringList catalogs;
    const Result<void> asked = rows(u"SHOW CATALOGS"_s, 1, [&](const Node &row) {
        if (const QString name = at(row, 0).text(); m_selection.takes(name))
            catalogs.append(name);
        return Result<void>();
    });
    if (!asked)
        return Failure(asked.error());
    for (const QString &name : std::as_const(catalogs)) {
        Catalog catalog{name};
        const Result<void> done = readCatalog(catalog);
        if (done)
            continue;
        if (endsAll(done.error()))
            return Failure(done.error());
        m_tally.lack(Text::tr("Catalog “%1” was not read: %2").arg(name, done.error().text));
    }
    for (const auto step : {&Reading::readPlans, &Reading::readProducts}) {
        if (const Result<void> done = (this->*step)(); !done)
            return Failure(done.error());
    }
    m_tally.expect(u"catalog"_s, catalogs.size());
    m_tally.expect(u"dataset"_s, m_total);
    m_tally.count(u"dataset"_s, m_done);
    return m_tally.outcome();
}

/// What ends the run; all else costs a catalog.
bool Reading::endsAll(const Error &error) const
{
    return isEnd(error) || error.code == Error::Code::Io;
}

bool Reading::isEnd(const Error &error) const
{
    return m_isOver || m_progress.cancelled() || error.code == Error::Code::Cancelled;
}

Result<void> Reading::rows(const QString &sql, size_t names, const TakeTexts &take)
{
    Asker::Taker taker;
    taker.row = [&](const Node &row) -> Result<bool> {
        for (size_t i = 0; i < names; ++i) {
            if (at(row, i).text().isEmpty())
                return fail(Error::Code::Parse, Text::tr("a name is missing in the answer to “%1”.").arg(sql));
        }
        const Result<void> taken = take(row);
        return taken ? Result<bool>(true) : Failure(taken.error());
    };
    return m_asker.ask(sql, taker);
}

Result<void> Reading::readCatalog(Catalog &catalog)
{
    m_progress.report(m_done, m_total, catalog.name);
    for (const auto step : {&Reading::readRelations, &Reading::readViews, &Reading::readComments, &Reading::readProfiles}) {
        if (const Result<void> done = (this->*step)(catalog); !done)
            return done;
    }
    const QString unit = unitOf(catalog.name, u"schemas.json"_s);
    const QByteArray bytes =
        compact({{u"catalog"_s, catalog.name}, {u"schemas"_s, QJsonArray::fromStringList(catalog.schemas)}});
    const Result<void> kept = keep(unit, bytes, [&] {
        const Parsed parsed = parseDocuments(bytes, Syntax::Json);
        return schemasOf(parsed.documents.front(), unit);
    });
    if (!kept)
        return kept;
    if (const Result<void> done = readColumns(catalog); !done)
        return done;
    m_tally.count(u"catalog"_s, 1);
    return {};
}

Result<void> Reading::readRelations(Catalog &catalog)
{
    const QString schema = quotedName(catalog.name) + u".information_schema."_s;
    const Result<void> asked =
        rows(u"SELECT schema_name FROM "_s + schema + u"schemata WHERE schema_name <> 'information_schema' ORDER BY 1"_s, 1,
             [&](const Node &row) {
                 catalog.schemas.append(at(row, 0).text());
                 return Result<void>();
             });
    if (!asked)
        return asked;
    return rows(u"SELECT table_schema, table_name, table_type FROM "_s + schema +
                    u"tables WHERE table_schema <> 'information_schema'"_s,
                2, [&](const Node &row) {
                    catalog.relations[at(row, 0).text()].insert(at(row, 1).text(), {at(row, 2).text(), {}, {}});
                    ++m_total;
                    return Result<void>();
                });
}

Result<void> Reading::readViews(Catalog &catalog)
{
    const auto named = [&](const Node &row) -> Relation * {
        const auto schema = catalog.relations.find(at(row, 0).text());
        if (schema == catalog.relations.end())
            return nullptr;
        const auto found = schema->find(at(row, 1).text());
        return found == schema->end() ? nullptr : &*found;
    };
    const Result<void> asked = rows(u"SELECT table_schema, table_name, view_definition FROM "_s + quotedName(catalog.name) +
                                        u".information_schema.views WHERE table_schema <> 'information_schema'"_s,
                                    2, [&](const Node &row) {
                                        if (Relation *const relation = named(row)) {
                                            relation->type = u"VIEW"_s;
                                            relation->view = at(row, 2).text();
                                        }
                                        return Result<void>();
                                    });
    if (!asked)
        return asked;
    // Materialised views are tables to the information schema.
    const Result<void> materialised =
        rows(u"SELECT schema_name, name, definition FROM system.metadata.materialized_views WHERE catalog_name = "_s +
                 quotedText(catalog.name),
             2, [&](const Node &row) {
                 if (Relation *const relation = named(row)) {
                     relation->type = u"MATERIALIZED VIEW"_s;
                     relation->view = at(row, 2).text();
                 }
                 return Result<void>();
             });
    if (!materialised && endsAll(materialised.error()))
        return materialised;
    if (!materialised)
        m_tally.say(Issue::Severity::Note, Text::tr("Which tables of catalog “%1” are materialised views is not known: %2")
                                               .arg(catalog.name, materialised.error().text));
    return {};
}

Result<void> Reading::readComments(Catalog &catalog)
{
    const Result<void> asked =
        rows(u"SELECT schema_name, table_name, comment FROM system.metadata.table_comments WHERE catalog_name = "_s +
                 quotedText(catalog.name) + u" AND comment IS NOT NULL"_s,
             2, [&](const Node &row) {
                 const auto schema = catalog.relations.find(at(row, 0).text());
                 if (schema != catalog.relations.end() && schema->contains(at(row, 1).text()))
                     (*schema)[at(row, 1).text()].comment = at(row, 2).text();
                 return Result<void>();
             });
    if (asked || endsAll(asked.error()))
        return asked;
    // The catalog is worth more than its comments, but they must not vanish from what was known.
    m_tally.say(Issue::Severity::Warning,
                Text::tr("Comments of tables in catalog “%1” could not be read: %2").arg(catalog.name, asked.error().text));
    return {};
}

/// Columns come schema by schema: one at a time is in memory.
Result<void> Reading::readColumns(const Catalog &catalog)
{
    QString schema;
    QString table;
    QJsonArray columns;
    QHash<QString, QByteArray> done; ///< table → its columns
    const auto closeTable = [&] {
        if (!table.isEmpty())
            done.insert(table, QJsonDocument(columns).toJson(QJsonDocument::Compact));
        columns = {};
    };
    QStringList open = catalog.relations.keys();
    const auto closeSchema = [&]() -> Result<void> {
        closeTable();
        table.clear();
        const Result<void> kept = open.removeOne(schema) ? keepSchema(catalog, schema, done) : Result<void>();
        done.clear();
        return kept;
    };
    const Result<void> asked =
        rows(u"SELECT table_schema, table_name, column_name, ordinal_position, is_nullable, data_type, comment FROM "_s +
                 quotedName(catalog.name) +
                 u".information_schema.columns WHERE table_schema <> 'information_schema' ORDER BY 1, 2, 4"_s,
             3, [&](const Node &row) -> Result<void> {
                 if (at(row, 0).text() != schema) {
                     if (const Result<void> closed = closeSchema(); !closed)
                         return closed;
                     schema = at(row, 0).text();
                 }
                 if (at(row, 1).text() != table) {
                     closeTable();
                     table = at(row, 1).text();
                 }
                 QJsonObject column{{u"name"_s, at(row, 2).text()},
                                    {u"position"_s, at(row, 3).integer().value_or(0)},
                                    {u"nullable"_s, at(row, 4).text()},
                                    {u"type"_s, at(row, 5).text()}};
                 if (!at(row, 6).isNull())
                     column.insert(u"comment"_s, at(row, 6).text());
                 const QMap<QString, Relation> relations = catalog.relations.value(schema);
                 if (const auto found = relations.constFind(table); found != relations.cend())
                     addProfile(column, found->profiles);
                 columns.append(column);
                 return {};
             });
    if (!asked)
        return asked;
    if (const Result<void> closed = closeSchema(); !closed)
        return closed;
    for (const QString &without : std::as_const(open)) { // tables none of whose columns may be seen
        if (const Result<void> kept = keepSchema(catalog, without, {}); !kept)
            return kept;
    }
    return {};
}

Result<void> Reading::keepSchema(const Catalog &catalog, const QString &schema, const QHash<QString, QByteArray> &columns)
{
    const QMap<QString, Relation> relations = catalog.relations.value(schema);
    QByteArray lines;
    for (auto it = relations.cbegin(); it != relations.cend(); ++it) {
        QJsonObject head{{u"table"_s, it.key()}, {u"type"_s, it->type}};
        if (!it->comment.isEmpty())
            head.insert(u"comment"_s, it->comment);
        if (!it->view.isEmpty())
            head.insert(u"view"_s, it->view);
        if (!it->rows.isEmpty())
            head.insert(u"rows"_s, it->rows);
        QByteArray line = compact(head);
        line.chop(1);
        lines += line + ",\"columns\":" + columns.value(it.key(), "[]") + "}\n";
        if (!it->type.endsWith(u"VIEW"))
            continue;
        QStringList names;
        for (const QJsonValue column : QJsonDocument::fromJson(columns.value(it.key())).array())
            names.append(quotedName(column[u"name"].toString()));
        m_views.append({unitOf(catalog.name, u"views/"_s + pathSegment(schema) + u'/' + pathSegment(it.key()) + u".json"_s),
                        m_naming.dataset(catalog.name, schema, it.key()),
                        u"SELECT "_s + (names.isEmpty() ? u"1"_s : names.join(u", "_s)) + u" FROM "_s +
                            quotedName(catalog.name) + u'.' + quotedName(schema) + u'.' + quotedName(it.key()),
                        (it->view + names.join(u',')).toUtf8()});
    }
    const QString unit = unitOf(catalog.name, pathSegment(schema) + u".ndjson"_s);
    const Result<void> kept = keep(unit, lines, [&] {
        return relationsOf(lines, unit, catalog.name, schema, m_naming, QDateTime::currentDateTimeUtc());
    });
    m_done += relations.size();
    m_progress.report(m_done, m_total, catalog.name + u'.' + schema);
    return kept;
}

/// What views read: only a new or changed view is asked for, because the server has to plan it.
Result<void> Reading::readPlans()
{
    for (const View &view : std::as_const(m_views)) {
        const QByteArray stand = QCryptographicHash::hash(readerVersion + view.definition, QCryptographicHash::Sha256);
        if (!m_sink.knownHash(view.unit).isEmpty() && m_sink.note(view.unit) == stand) {
            if (const Result<void> kept = m_sink.unchanged(view.unit); !kept)
                return kept;
            continue;
        }
        m_progress.report(m_done, m_total, view.id);
        const Result<void> done = readPlan(view);
        if (!done && endsAll(done.error()))
            return done;
        if (!done) {
            m_tally.say(Issue::Severity::Note,
                        Text::tr("What view %1 reads is not known: %2").arg(view.id, done.error().text));
            if (!m_sink.knownHash(view.unit).isEmpty()) { // what was known of it stays
                if (const Result<void> kept = m_sink.unchanged(view.unit); !kept)
                    return kept;
            }
            continue;
        }
        if (const Result<void> noted = m_sink.setNote(view.unit, stand); !noted)
            return noted;
    }
    return {};
}

Result<void> Reading::readPlan(const View &view)
{
    QByteArray plan;
    const Result<void> asked = rows(u"EXPLAIN (TYPE IO, FORMAT JSON) "_s + view.sql, 1, [&](const Node &row) {
        plan = at(row, 0).text().toUtf8();
        return Result<void>();
    });
    if (!asked)
        return asked;
    const Parsed parsed = parseDocuments(plan, Syntax::Json);
    if (parsed.error || parsed.documents.empty())
        return fail(Error::Code::Parse, Text::tr("the server's plan cannot be read."));
    return keep(view.unit, plan, [&] { return viewReads(parsed.documents.front(), view.id, m_naming); });
}

Result<void> Reading::keep(const QString &unit, const QByteArray &bytes, const std::function<Records()> &read)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(readerVersion);
    hash.addData(m_naming.ns.toUtf8());
    hash.addData(bytes);
    Result<void> kept;
    if (m_sink.knownHash(unit) == hash.result()) {
        kept = m_sink.unchanged(unit);
    } else {
        kept = m_sink.original({unit, bytes, hash.result()});
        if (kept)
            kept = m_sink.records(unit, read());
    }
    m_isOver = m_isOver || !kept;
    return kept;
}

} // namespace meshscope::trino
