#include "app/cli/commandline.h"
#include "app/cli/entityjson.h"
#include "app/cli/interrupt.h"
#include "models/formats/format.h"
#include "models/health/nodelevels.h"
#include "models/mesh/searchindex.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace meshscope::cli {

namespace {

Result<Answer> search(Call &call)
{
    if (call.positional().isEmpty())
        return usage(QCoreApplication::translate("meshscope::cli", "search takes what to look for"));
    const Result<MeshPtr> mesh = call.mesh();
    if (!mesh)
        return Failure(mesh.error());
    SearchIndex::Filter filter;
    if (call.has(u"kind"_s)) {
        filter.kind = kindFromWord(call.value(u"kind"_s));
        if (!filter.kind)
            return usage(QCoreApplication::translate("meshscope::cli", "no such kind: %1").arg(call.value(u"kind"_s)));
    }
    if (call.has(u"domain"_s)) {
        const Result<NodeId> domain = (*mesh)->resolve(call.value(u"domain"_s));
        if (!domain)
            return Failure(domain.error());
        filter.domain = *domain;
    }
    filter.endpoint = call.value(u"endpoint"_s);
    const Result<int> limit = call.number(u"limit"_s, 50, 0, 1'000'000);
    if (!limit)
        return Failure(limit.error());
    const QString query = call.positional().join(u' ');
    const SearchIndex index(*mesh, (*call.services())->workspace->allColumns());
    const SearchIndex::Answer found = index.search(query, filter, *limit);
    QJsonArray hits;
    QList<QStringList> rows;
    for (const SearchIndex::Hit &hit : found.hits) {
        QJsonArray why;
        QStringList words;
        for (const SearchIndex::Why &w : hit.why) {
            why.append(QJsonObject{{u"field"_s, w.field}, {u"text"_s, w.text}});
            words.append(w.field);
        }
        words.removeDuplicates();
        hits.append(QJsonObject{{u"address"_s, hit.address.toString()},
                                {u"kind"_s, kindWord(hit.kind)},
                                {u"name"_s, hit.name},
                                {u"domain"_s, array((*mesh)->domainPath(hit.node))},
                                {u"endpoint"_s, hit.address.endpoint},
                                {u"score"_s, hit.score},
                                {u"why"_s, why}});
        rows.append({kindWord(hit.kind), hit.name, (*mesh)->domainPath(hit.node).join(u" › "_s), words.join(u", "_s),
                     hit.address.toString()});
    }
    QString text = rows.isEmpty() ? QCoreApplication::translate("meshscope::cli", "nothing found") : table({}, rows);
    if (found.total > found.hits.size())
        text += u'\n' + QCoreApplication::translate("meshscope::cli", "%1 of %2 shown; --limit shows more")
                            .arg(found.hits.size())
                            .arg(found.total);
    return Answer{{{u"query"_s, query}, {u"total"_s, found.total}, {u"hits"_s, hits}}, text, Done, {}};
}

/// The fact of the endpoint asked for, else the first.
Result<Fact> chosenFact(const Mesh &mesh, NodeId node, const QString &endpoint)
{
    for (const Fact &fact : mesh.facts(node)) {
        if (endpoint.isEmpty() || mesh.endpoints().at(fact.endpoint).name == endpoint)
            return fact;
    }
    return fail(Error::Code::NotFound,
                QCoreApplication::translate("meshscope::cli", "the endpoint %1 does not know it").arg(endpoint),
                mesh.address(node).toString());
}

QList<Property> fieldsOf(const Workspace &workspace, const Mesh &mesh, NodeId node)
{
    QList<Property> fields;
    for (const Fact &fact : mesh.facts(node)) {
        const SourceRef &source = mesh.entity(mesh.kind(node), fact).source;
        if (source.file.isEmpty())
            continue;
        const QString endpoint = mesh.endpoints().at(fact.endpoint).name;
        if (const Result<QByteArray> bytes = workspace.original(endpoint, source.file)) {
            ReadContext context;
            context.file = source.file;
            for (const Node::Field &field : moreFields(*bytes, source, context))
                fields.append({field.path, field.value});
        }
        break; // the other endpoints' documents are shown with --endpoint
    }
    return fields;
}

Result<Answer> showColumn(const MeshPtr &mesh, const Mesh::ColumnRef &reference)
{
    const QList<Column> columns = mesh->columns(reference.dataset);
    const auto at =
        std::find_if(columns.cbegin(), columns.cend(), [&](const Column &c) { return c.path == reference.path; });
    if (at == columns.cend())
        return fail(Error::Code::NotFound,
                    QCoreApplication::translate("meshscope::cli", "the dataset has no column %1").arg(reference.path),
                    mesh->address(reference.dataset).toString());
    const Address dataset = mesh->address(reference.dataset);
    // What holds for the dataset holds for its column; what the column has of its own goes first.
    QJsonObject json = entityJson(*evaluateHealth(mesh, QDateTime::currentDateTimeUtc()), reference.dataset, {});
    for (const QString &key : json.keys()) {
        static const QStringList shared{u"domain"_s, u"owners"_s,   u"lifecycle"_s, u"certification"_s,
                                        u"ports"_s,  u"contract"_s, u"sources"_s};
        if (!shared.contains(key))
            json.remove(key);
    }
    QJsonArray aliases;
    for (const Address &alias : mesh->aliases(reference.dataset))
        aliases.append(Address{alias.endpoint, Kind::Column, columnId(alias.id, at->path)}.toString());
    const QJsonObject own = columnJson(*at);
    for (auto it = own.begin(); it != own.end(); ++it)
        json.insert(it.key(), it.value());
    json.insert(u"address"_s, Address{dataset.endpoint, Kind::Column, columnId(dataset.id, at->path)}.toString());
    json.insert(u"aliases"_s, aliases);
    json.insert(u"kind"_s, kindWord(Kind::Column));
    json.insert(u"dataset"_s, dataset.toString());
    json.insert(u"columns"_s, QJsonArray());
    QJsonArray levels;
    for (const LevelState &state : levelStatesOf(mesh, reference.dataset, QDateTime::currentDateTimeUtc())) {
        if (state.level->element == at->path || state.level->element.endsWith(u'.' + at->path))
            levels.append(levelJson(state));
    }
    json.insert(u"serviceLevels"_s, levels);
    const QString text =
        table({}, {{kindName(Kind::Column), at->path},
                   {QCoreApplication::translate("meshscope::cli", "Dataset"), dataset.toString()},
                   {QCoreApplication::translate("meshscope::cli", "Type"),
                    at->logicalType.isEmpty() ? at->physicalType : at->logicalType},
                   {QCoreApplication::translate("meshscope::cli", "Description"), at->description.simplified()},
                   {QCoreApplication::translate("meshscope::cli", "Classification"), at->classification}});
    return Answer{json, text, Done, {}};
}

Result<Answer> show(Call &call)
{
    if (call.positional().size() != 1)
        return usage(QCoreApplication::translate("meshscope::cli", "show takes one address or name"));
    const Result<MeshPtr> mesh = call.mesh();
    if (!mesh)
        return Failure(mesh.error());
    const QString typed = call.positional().first();
    if (const auto column = (*mesh)->resolveColumn(typed); column && !call.has(u"source"_s))
        return showColumn(*mesh, *column);
    if (const Result<Address> whole = Address::parse(typed); whole && whole->kind == Kind::Request && !call.has(u"source"_s))
        return showRequest(call, whole->id);
    const Result<NodeId> node = (*mesh)->resolve(typed);
    if (!node)
        return Failure(node.error());
    const Workspace &workspace = *(*call.services())->workspace;
    if (!call.has(u"source"_s)) {
        const HealthPtr health = evaluateHealth(*mesh, QDateTime::currentDateTimeUtc());
        const QList<Property> fields = fieldsOf(workspace, **mesh, *node);
        return Answer{entityJson(*health, *node, fields), entityText(*health, *node, fields), Done, {}};
    }
    const Result<Fact> fact = chosenFact(**mesh, *node, call.value(u"endpoint"_s));
    if (!fact)
        return Failure(fact.error());
    const SourceRef &source = (*mesh)->entity((*mesh)->kind(*node), *fact).source;
    if (source.file.isEmpty())
        return fail(
            Error::Code::NotFound,
            QCoreApplication::translate("meshscope::cli", "no document stands behind it: it is only named by others"),
            typed);
    Result<QByteArray> bytes = workspace.original((*mesh)->endpoints().at(fact->endpoint).name, source.file);
    if (!bytes)
        return Failure(bytes.error());
    Answer answer;
    answer.raw = source.end > source.begin && source.end <= bytes->size()
                     ? bytes->mid(source.begin, source.end - source.begin)
                     : *bytes;
    return answer;
}

/// A cell as JSON has it. Numbers that a double does not hold exactly stay text, as do values behind a mask.
QJsonValue cellJson(const SampleColumn &column, const QString &cell)
{
    if (cell.isNull())
        return QJsonValue::Null;
    if (column.masking != Masking::No)
        return cell;
    static const QRegularExpression wordsOfType(u"^[a-z]+(?=[0-9]*\\b)"_s);
    static const QRegularExpression number(u"^-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?$"_s);
    static const QStringList numbers{u"int"_s,     u"integer"_s, u"bigint"_s, u"smallint"_s, u"tinyint"_s,
                                     u"long"_s,    u"uint"_s,    u"short"_s,  u"number"_s,   u"numeric"_s,
                                     u"decimal"_s, u"float"_s,   u"double"_s, u"real"_s,     u"mediumint"_s};
    const QString type = wordsOfType.match(column.type.trimmed().toLower()).captured();
    if ((type == u"boolean"_s || type == u"bool"_s) && (cell == u"true"_s || cell == u"false"_s))
        return cell == u"true"_s;
    if (!numbers.contains(type) || !number.match(cell).hasMatch())
        return cell;
    bool isWhole = false;
    if (const qint64 whole = cell.toLongLong(&isWhole); isWhole && std::abs(whole) <= (1LL << 53))
        return whole;
    const qsizetype digits =
        cell.section(u'e', 0, 0, QString::SectionCaseInsensitiveSeps).count(QRegularExpression(u"\\d"_s));
    constexpr qsizetype exact = 15; // decimal digits every double keeps
    // A decimal is a number only where the number is written as it is: 1.10 is not 1.1 to those who count its places.
    const bool isDecimal = type == u"decimal"_s || type == u"numeric"_s;
    if (isWhole || digits > exact ||
        (isDecimal && QString::number(cell.toDouble(), 'g', QLocale::FloatingPointShortest) != cell))
        return cell;
    return cell.toDouble();
}

Result<Answer> sample(Call &call)
{
    if (call.positional().size() != 1)
        return usage(QCoreApplication::translate("meshscope::cli", "sample takes one address or name"));
    const Result<MeshPtr> mesh = call.mesh();
    if (!mesh)
        return Failure(mesh.error());
    const Result<NodeId> node = (*mesh)->resolve(call.positional().first());
    if (!node)
        return Failure(node.error());
    const Result<int> rows = call.number(u"rows"_s, 100, 0, 100'000);
    if (!rows)
        return Failure(rows.error());
    const Interruption interruption;
    const Progress progress = call.progress();
    const Result<Sample> sample =
        (*call.services())
            ->samples->read(**mesh, {*node, *rows, call.has(u"unmask"_s)}, progress.cancelled, progress.report);
    if (!sample)
        return Failure(sample.error());
    QJsonArray columns;
    QStringList head;
    for (const SampleColumn &column : sample->columns) {
        columns.append(
            QJsonObject{{u"name"_s, column.name}, {u"type"_s, column.type}, {u"masked"_s, maskingWord(column.masking)}});
        head.append(column.name);
    }
    QJsonArray lines;
    for (const QStringList &row : sample->rows) {
        QJsonArray cells;
        for (qsizetype i = 0; i < row.size(); ++i)
            cells.append(i < sample->columns.size() ? cellJson(sample->columns.at(i), row.at(i)) : QJsonValue(row.at(i)));
        lines.append(cells);
    }
    return Answer{{{u"address"_s, (*mesh)->address(*node).toString()},
                   {u"columns"_s, columns},
                   {u"rows"_s, lines},
                   {u"more"_s, sample->more},
                   {u"source"_s, QJsonObject{{u"kind"_s, sample->kind},
                                             {u"location"_s, sample->location},
                                             {u"readAt"_s, timeJson(sample->readAt)}}}},
                  table(head, sample->rows),
                  Done,
                  {}};
}

} // namespace

std::vector<Command> browseCommands()
{
    return {
        {u"search"_s,
         u"search QUERY [--kind K] [--domain D] [--endpoint E] [--limit N]"_s,
         QCoreApplication::translate("meshscope::cli", "find products, columns, terms, people"),
         {{u"kind"_s, QCoreApplication::translate("meshscope::cli", "Only this kind."), u"kind"_s},
          {u"domain"_s, QCoreApplication::translate("meshscope::cli", "Only this domain and those below."), u"domain"_s},
          {u"endpoint"_s, QCoreApplication::translate("meshscope::cli", "Only what this endpoint knows."), u"name"_s},
          {u"limit"_s, QCoreApplication::translate("meshscope::cli", "At most so many hits (50)."), u"n"_s}},
         search},
        {u"show"_s,
         u"show ADDRESS [--source [--endpoint E]]"_s,
         QCoreApplication::translate("meshscope::cli", "everything known of one thing"),
         {{u"source"_s, QCoreApplication::translate("meshscope::cli", "Print the original document byte for byte.")},
          {u"endpoint"_s, QCoreApplication::translate("meshscope::cli", "The document of this endpoint."), u"name"_s}},
         show},
        {u"sample"_s,
         u"sample ADDRESS [--rows N] [--unmask]"_s,
         QCoreApplication::translate("meshscope::cli", "first rows of a product, port or dataset"),
         {{u"rows"_s, QCoreApplication::translate("meshscope::cli", "At most so many rows (100)."), u"n"_s},
          {u"unmask"_s, QCoreApplication::translate("meshscope::cli", "Show masked columns; needs a grant.")}},
         sample},
    };
}

} // namespace meshscope::cli
