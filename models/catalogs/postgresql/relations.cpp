#include "models/catalogs/postgresql/relations.h"

#include "models/formats/reading.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QVarLengthArray>

#include <cmath>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace meshscope::postgresql {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::PostgreSql)
};

constexpr int deepest = 16;             ///< fields within fields
constexpr qsizetype mostFields = 5'000; ///< of one relation: types that hold each other several times over multiply

QString typeOf(const Node &relation)
{
    const QString kind = relation["kind"].text();
    return kind == u"v" ? u"view"_s : kind == u"m" ? u"materialized view"_s : kind == u"f" ? u"foreign table"_s : u"table"_s;
}

/// "character varying(20)" is "character varying".
QString withoutModifier(const QString &type)
{
    const qsizetype begin = type.indexOf(u'(');
    const qsizetype end = begin < 0 ? -1 : type.indexOf(u')', begin);
    return end < 0 ? type : type.first(begin).trimmed() + type.sliced(end + 1);
}

QString qualified(const Node &relation)
{
    return relation["schema"].text() + u'.' + relation["name"].text();
}

QString joined(const Node &list)
{
    return list.texts().join(u", "_s);
}

/// A comment that says so in front: companies mark personal data like this where a database has no other place for it.
bool saysPersonal(const Node &comment)
{
    static const QRegularExpression mark(u"^\\W*PII\\b"_s);
    return comment.utf8().find("PII") != std::string_view::npos && mark.match(comment.text()).hasMatch();
}

/// Types as they are written, and without their modifiers: hundreds of columns share a few of each.
class Types {
public:
    struct Type {
        QString physical;
        QString logical;
    };
    [[nodiscard]] const Type &of(const Node &node)
    {
        node.use();
        const auto [at, isNew] = m_known.try_emplace(node.utf8());
        if (isNew) {
            at->second.physical = node.text();
            at->second.logical = withoutModifier(at->second.physical);
        }
        return at->second;
    }

private:
    std::unordered_map<std::string_view, Type> m_known; ///< names lie in the document
};

/// Takes back what was read of a relation that turned out to be damaged.
class Mark {
public:
    explicit Mark(Records &records)
        : m_records(records)
    {
    }
    void takeBack()
    {
        m_records.datasets.resize(m_datasets);
        m_records.columns.resize(m_columns);
        m_records.qualityRules.resize(m_rules);
        m_records.measurements.resize(m_measurements);
        m_records.lineage.resize(m_lineage);
        m_records.columnLineage.resize(m_columnLineage);
        m_records.issues.resize(m_issues);
    }

private:
    Records &m_records;
    const qsizetype m_datasets = m_records.datasets.size();
    const qsizetype m_columns = m_records.columns.size();
    const qsizetype m_rules = m_records.qualityRules.size();
    const qsizetype m_measurements = m_records.measurements.size();
    const qsizetype m_lineage = m_records.lineage.size();
    const qsizetype m_columnLineage = m_records.columnLineage.size();
    const qsizetype m_issues = m_records.issues.size();
};

class Relation {
public:
    Relation(const Node &node, const SourceRef &source, const QString &schema, const Naming &naming,
             const Composites &composites, Types &types, Records &out)
        : m_node(node)
        , m_source(source)
        , m_schema(schema)
        , m_naming(naming)
        , m_composites(composites)
        , m_types(types)
        , m_out(out)
        , m_id(naming.dataset(schema, node["name"].text()))
    {
    }
    void read()
    {
        addDataset();
        for (const Node &column : m_node["columns"].items())
            addColumn(column, {});
        for (const Node &constraint : m_node["constraints"].items())
            addConstraint(constraint);
        for (const Node &used : m_node["reads"].items())
            addLineage(used);
    }

private:
    void addDataset();
    void addColumn(const Node &node, const QString &prefix);
    [[nodiscard]] bool hasRoom();
    void addProfile(Column &column, const Node &profile);
    void measure(const QDateTime &at, const QString &property, const QString &element, double value, const QString &unit);
    void addConstraint(const Node &constraint);
    void addLineage(const Node &used);
    [[nodiscard]] Column *column(const QString &path);

    const Node &m_node;
    const SourceRef &m_source;
    const QString &m_schema;
    const Naming &m_naming;
    const Composites &m_composites;
    Types &m_types;
    Records &m_out;
    const QString m_id;
    const QStringList m_partition = m_node["partitionColumns"].texts(); ///< names of columns
    QVarLengthArray<const Node *, deepest> m_within;                    ///< fields of the types around a field
    qsizetype m_firstColumn = m_out.columns.size();
    bool m_isFull = false;
};

void Relation::addDataset()
{
    Dataset d;
    d.id = m_id;
    d.name = m_node["name"].text();
    d.description = m_node["comment"].text();
    d.domain = m_naming.domain(m_schema);
    d.source = m_source;
    d.ns = m_naming.ns;
    d.platform = u"postgres"_s;
    d.type = typeOf(m_node);
    d.rowCount = m_node["rows"].integer();
    d.byteCount = m_node["bytes"].integer();
    d.owners.append({{}, m_node["owner"].text(), u"owner"_s, {}});
    for (const char *key : {"definition", "partitionKey", "server"})
        addProperty(d.properties, key, m_node[key]);
    for (const auto &[key, name] : {std::pair("partitions", u"partitions"_s), {"inherits", u"inherits from"_s}}) {
        QStringList names;
        for (const Node &other : m_node[key].items())
            names.append(qualified(other));
        if (!names.isEmpty())
            d.properties.append({name, names.join(u", "_s)});
    }
    if (!m_node["readable"].boolean().value_or(true))
        d.properties.append({u"readable"_s, u"no"_s});
    if (m_node["rowSecurity"].boolean().value_or(false))
        d.properties.append({u"row security"_s, u"yes"_s});
    if (m_node["persistence"].isText("u"))
        d.properties.append({u"persistence"_s, u"unlogged"_s});
    const QDateTime at = QDateTime::fromString(m_node["estimated"].text(), Qt::ISODateWithMs);
    if (d.rowCount)
        measure(at, u"rowCount"_s, {}, double(*d.rowCount), u"rows"_s);
    m_out.datasets.append(std::move(d));
}

/// When something was found without a time, nobody knows since when it is so.
void Relation::measure(const QDateTime &at, const QString &property, const QString &element, double value,
                       const QString &unit)
{
    if (at.isValid())
        m_out.measurements.append(
            {at, m_id, Kind::Dataset, property, element, value, unit, {}, {}, u"PostgreSQL (estimate)"_s, {}});
}

/// What ANALYZE found in some of the rows.
void Relation::addProfile(Column &column, const Node &profile)
{
    if (!profile.isMap())
        return;
    const QDateTime at = QDateTime::fromString(m_node["analyzed"].text(), Qt::ISODateWithMs);
    if (const std::optional<double> share = profile["nullShare"].number()) {
        column.properties.append({u"null share (estimate)"_s, profile["nullShare"].text()});
        measure(at, u"completeness"_s, column.path, 1 - *share, u"ratio"_s);
    }
    // Below zero it is a share of the rows, and grows with them.
    const std::optional<qint64> rows = m_node["rows"].integer();
    const double distinct = profile["distinct"].number().value_or(0);
    if (distinct > 0 || (distinct < 0 && rows)) {
        const qint64 values = std::llround(distinct > 0 ? distinct : -distinct * double(*rows));
        column.properties.append({u"distinct values (estimate)"_s, QString::number(values)});
        measure(at, u"distinctCount"_s, column.path, double(values), u"1"_s);
    }
    const QStringList range = profile["range"].texts();
    if (range.size() == 2) {
        column.properties.append({u"minimum (estimate)"_s, range.first()});
        column.properties.append({u"maximum (estimate)"_s, range.last()});
    }
}

void Relation::addColumn(const Node &node, const QString &prefix)
{
    Column c;
    c.dataset = m_id;
    c.path = prefix + node["name"].text();
    c.ordinal = int(m_out.columns.size() - m_firstColumn);
    const Types::Type &type = m_types.of(node["type"]);
    c.physicalType = type.physical;
    c.logicalType = type.logical;
    if (const std::optional<bool> notNull = node["notNull"].boolean())
        c.nullable = !*notNull;
    c.description = node["comment"].text();
    if (saysPersonal(node["comment"]))
        c.tags.append(u"PII"_s);
    c.partition = m_within.isEmpty() && m_partition.contains(c.path);
    if (node["denied"].boolean().value_or(false))
        c.properties.append({u"readable"_s, u"no"_s});
    addProperty(c.properties, "default", node["default"]);
    addProperty(c.properties, "base", node["base"]);
    if (const QString values = joined(node["values"]); !values.isEmpty())
        c.properties.append({u"values"_s, values});
    if (const QString identity = node["identity"].text(); !identity.isEmpty())
        c.properties.append({u"identity"_s, identity == u"a" ? u"always"_s : u"by default"_s});
    if (!node["generated"].text().isEmpty())
        c.properties.append({u"generated"_s, u"yes"_s});
    addProfile(c, node["profile"]);
    const QString path = c.path;
    m_out.columns.append(std::move(c));
    const Composites::Fields fields = m_composites.fieldsOf(node["typeId"].integer().value_or(0));
    // No type is within itself; where an answer says so, it says it once.
    if (!fields.list || m_within.size() == deepest || m_within.contains(fields.list))
        return;
    m_within.append(fields.list);
    for (const Node &field : fields.list->items()) {
        if (!hasRoom())
            break;
        addColumn(field, path + (fields.isArray ? u"[]."_s : u"."_s));
    }
    m_within.removeLast();
}

/// For one more field within a column.
bool Relation::hasRoom()
{
    if (m_out.columns.size() - m_firstColumn < mostFields)
        return true;
    if (!std::exchange(m_isFull, true))
        m_out.issues.append(
            {Issue::Severity::Warning,
             {m_source.file, m_source.line, 0, {}},
             Text::tr("Of %1 only the first %2 fields within its columns are read.").arg(m_id).arg(mostFields)});
    return false;
}

Column *Relation::column(const QString &path)
{
    for (qsizetype i = m_firstColumn; i < m_out.columns.size(); ++i) {
        if (m_out.columns[i].path == path)
            return &m_out.columns[i];
    }
    return nullptr;
}

void Relation::addConstraint(const Node &constraint)
{
    const QString type = constraint["type"].text();
    const QStringList columns = constraint["columns"].texts();
    const QString definition = constraint["definition"].text();
    if (type == u"p" || type == u"u") {
        for (const QString &name : columns) {
            if (Column *c = column(name)) {
                c->primaryKey = c->primaryKey || type == u"p";
                c->unique = c->unique || columns.size() == 1;
            }
        }
        if (columns.size() > 1)
            m_out.datasets.last().properties.append({constraint["name"].text(), definition});
    } else if (type == u"f") {
        const QStringList to = constraint["toColumns"].texts();
        const QString table = constraint["toSchema"].text() + u'.' + constraint["to"].text();
        for (qsizetype i = 0; i < std::min(columns.size(), to.size()); ++i) {
            if (Column *c = column(columns[i]))
                c->properties.append({u"references"_s, table + u'.' + to[i]});
        }
        m_out.datasets.last().properties.append({constraint["name"].text(), definition});
    } else {
        QualityRule rule;
        rule.id = m_id + u'/' + constraint["name"].text();
        rule.dataset = m_id;
        rule.column = columns.size() == 1 ? columns.first() : QString();
        rule.name = constraint["name"].text();
        rule.type = u"constraint"_s;
        rule.text = constraint["comment"].text();
        rule.expression = definition;
        m_out.qualityRules.append(std::move(rule));
    }
}

void Relation::addLineage(const Node &used)
{
    const QString from = m_naming.dataset(used["schema"].text(), used["name"].text());
    m_out.lineage.append({from, m_id, {}});
    // Which column of the view it ends in, the server does not say.
    for (const QString &name : used["columns"].texts())
        m_out.columnLineage.append({from, name, m_id, {}, {}, u"INDIRECT"_s});
}

} // namespace

bool Selection::takes(const QString &schema) const
{
    const auto matches = [&](const QStringList &patterns) {
        return std::any_of(patterns.begin(), patterns.end(), [&](const QString &pattern) {
            return QRegularExpression(QRegularExpression::wildcardToRegularExpression(pattern)).match(schema).hasMatch();
        });
    };
    return (only.isEmpty() || matches(only)) && !matches(without);
}

Composites::Composites(const QByteArray &types)
    : m_parsed(parseDocuments(types, Syntax::Json))
{
    for (const Node &list : m_parsed.documents) {
        for (const Node &type : list.items()) {
            m_fields.insert(type["type"].integer().value_or(0), {&type["fields"], false});
            m_fields.insert(type["array"].integer().value_or(0), {&type["fields"], true});
        }
    }
    m_fields.remove(0);
}

QString Naming::dataset(const QString &schema, const QString &relation) const
{
    return ns + u'/' + database + u'.' + schema + u'.' + relation;
}

QString Naming::domain(const QString &schema) const
{
    return database + u'.' + schema;
}

Records schemasOf(const Node &database, const QString &file, const Naming &naming, const Selection &selection)
{
    Records out;
    Domain top;
    top.id = naming.database;
    top.name = naming.database;
    top.description = database["comment"].text();
    top.owners.append({{}, database["owner"].text(), u"owner"_s, {}});
    addProperty(top.properties, "version", database["version"]);
    top.source = {file, database.begin(), database.end(), {}, database.line()};
    out.domains.append(top);
    for (const Node &schema : database["schemas"].items()) {
        Domain d;
        d.name = schema["name"].text();
        if (!selection.takes(d.name))
            continue;
        d.id = naming.domain(d.name);
        d.domain = top.id;
        d.description = schema["comment"].text();
        d.owners.append({{}, schema["owner"].text(), u"owner"_s, {}});
        if (!schema["usable"].boolean().value_or(true))
            d.properties.append({u"readable"_s, u"no"_s});
        d.source = {file, schema.begin(), schema.end(), {}, schema.line()};
        out.domains.append(std::move(d));
    }
    return out;
}

Records relationsOf(const QByteArray &lines, const QString &file, const QString &schema, const Naming &naming,
                    const Composites &composites)
{
    Records out;
    const Parsed parsed = parseDocuments(lines, Syntax::Ndjson);
    const auto damaged = [&](int line, const QString &why) {
        out.issues.append(
            {Issue::Severity::Error,
             {file, line, 0, {}},
             Text::tr("A table of schema “%1” was sent damaged (%2): what was known of it stays.").arg(schema, why)});
    };
    Types types;
    qsizetype columns = 0;
    for (const Node &relation : parsed.documents)
        columns += relation.peek("columns").size();
    out.datasets.reserve(qsizetype(parsed.documents.size()));
    out.columns.reserve(columns);
    for (const Node &relation : parsed.documents) {
        Mark before(out);
        const bool isNamed = !relation["name"].text().isEmpty();
        if (isNamed)
            Relation(relation, {file, relation.begin(), relation.end(), {}, relation.line()}, schema, naming, composites,
                     types, out)
                .read();
        const std::optional<QString> misread = relation.misread();
        if (!misread && isNamed)
            continue;
        before.takeBack();
        damaged(relation.line(), misread && !misread->isEmpty() ? *misread : u"name"_s);
    }
    if (parsed.error)
        damaged(parsed.error->where.line, parsed.error->text);
    for (const Issue &note : parsed.notes)
        damaged(note.where.line, note.text);
    return out;
}

} // namespace meshscope::postgresql
