#include "models/catalogs/iceberg/schema.h"

#include "models/formats/reading.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

constexpr int mostDepth = 100;

QString typeText(const Node &type, int depth)
{
    if (!type.isMap())
        return type.text();
    const QString kind = type["type"].text();
    if (depth > mostDepth)
        return kind;
    if (kind == u"list")
        return u"list<"_s + typeText(type["element"], depth + 1) + u'>';
    if (kind == u"map")
        return u"map<"_s + typeText(type["key"], depth + 1) + u", "_s + typeText(type["value"], depth + 1) + u'>';
    if (kind != u"struct")
        return kind;
    QStringList members;
    for (const Node &field : type["fields"].items())
        members.append(field["name"].text() + u": "_s + typeText(field["type"], depth + 1));
    return u"struct<"_s + members.join(u", "_s) + u'>';
}

/// What a type is called where its parts are columns of their own.
QString shortType(const Node &type)
{
    return type.isMap() ? type["type"].text() : type.text();
}

} // namespace

QString icebergTypeText(const Node &type)
{
    return typeText(type, 0);
}

IcebergSchemas::IcebergSchemas(const Node &metadata)
{
    for (const Node &schema : metadata["schemas"].items())
        add(schema);
    if (m_schemas.empty() && metadata["schema"].isMap()) // format version 1
        add(metadata["schema"]);
    std::stable_sort(m_schemas.begin(), m_schemas.end(), [](const Schema &a, const Schema &b) { return a.id < b.id; });
}

void IcebergSchemas::add(const Node &node)
{
    if (!node["fields"].isSequence())
        return;
    Schema schema;
    schema.id = node["schema-id"].integer().value_or(0);
    schema.node = &node;
    addFields(node["fields"], {}, 0, schema);
    for (size_t i = 0; i < schema.fields.size(); ++i) {
        if (schema.fields[i].id >= 0)
            schema.byId.insert(schema.fields[i].id, i);
    }
    m_schemas.push_back(std::move(schema));
}

void IcebergSchemas::addFields(const Node &fields, const QString &prefix, int depth, Schema &schema) const
{
    for (const Node &field : fields.items()) {
        const QString name = field["name"].text();
        if (name.isEmpty())
            continue;
        Field found;
        found.id = field["id"].integer().value_or(-1);
        found.name = name;
        found.path = prefix.isEmpty() ? name : prefix + u'.' + name;
        found.type = icebergTypeText(field["type"]);
        found.isRequired = field["required"].boolean().value_or(false);
        found.node = &field;
        const QString path = found.path;
        schema.fields.push_back(std::move(found));
        addBelow(field["type"], path, depth + 1, schema);
    }
}

void IcebergSchemas::addBelow(const Node &type, const QString &path, int depth, Schema &schema) const
{
    if (depth > mostDepth || !type.isMap())
        return;
    const QString kind = type["type"].text();
    if (kind == u"struct") {
        addFields(type["fields"], path, depth, schema);
    } else if (kind == u"list") {
        addBelow(type["element"], path + u"[]"_s, depth + 1, schema);
    } else if (kind == u"map") {
        addBelow(type["key"], path + u".keys"_s, depth + 1, schema);
        addBelow(type["value"], path + u".values"_s, depth + 1, schema);
    }
}

const IcebergSchemas::Schema *IcebergSchemas::find(qint64 id) const
{
    const auto found = std::find_if(m_schemas.begin(), m_schemas.end(), [id](const Schema &s) { return s.id == id; });
    return found == m_schemas.end() ? nullptr : &*found;
}

std::optional<qsizetype> IcebergSchemas::countOf(qint64 id) const
{
    const Schema *const schema = find(id);
    return schema ? std::optional(qsizetype(schema->fields.size())) : std::nullopt;
}

QString IcebergSchemas::pathOf(qint64 field, qint64 id) const
{
    const Schema *schema = find(id);
    if (schema && schema->byId.contains(field))
        return schema->fields[schema->byId.value(field)].path;
    for (auto it = m_schemas.rbegin(); it != m_schemas.rend(); ++it) { // dropped since
        if (it->byId.contains(field))
            return it->fields[it->byId.value(field)].path;
    }
    return {};
}

/// Which names and types a field had before, and since which schema it is there.
void IcebergSchemas::tellHistory(const Field &field, Column &column) const
{
    QStringList names;
    QStringList types;
    const Schema *first = nullptr;
    for (const Schema &schema : m_schemas) {
        const auto at = schema.byId.constFind(field.id);
        if (at == schema.byId.cend())
            continue;
        first = first ? first : &schema;
        const Field &then = schema.fields[*at];
        if (then.name != field.name && !names.contains(then.name))
            names.append(then.name);
        const bool isNested = then.node->peek("type").isMap() && field.node->peek("type").isMap();
        if (!isNested && then.type != field.type && !types.contains(then.type)) // what changed below is told of there
            types.append(then.type);
    }
    if (!names.isEmpty())
        column.properties.append({u"formerNames"_s, names.join(u", "_s)});
    if (!types.isEmpty())
        column.properties.append({u"formerTypes"_s, types.join(u", "_s)});
    if (first && first != &m_schemas.front())
        column.properties.append({u"sinceSchema"_s, QString::number(first->id)});
}

QList<Column> IcebergSchemas::columns(qint64 id, const QString &dataset) const
{
    QList<Column> columns;
    const Schema *const schema = find(id);
    if (!schema)
        return columns;
    QSet<qint64> keys;
    for (const Node &key : (*schema->node)["identifier-field-ids"].items())
        keys.insert(key.integer().value_or(-1));
    columns.reserve(qsizetype(schema->fields.size()));
    for (const Field &field : schema->fields) {
        Column column;
        column.dataset = dataset;
        column.path = field.path;
        column.ordinal = int(columns.size());
        column.physicalType = field.type;
        column.logicalType = shortType((*field.node)["type"]);
        column.nullable = !field.isRequired;
        column.primaryKey = field.id >= 0 && keys.contains(field.id);
        column.description = (*field.node)["doc"].text();
        addProperty(column.properties, "fieldId", (*field.node)["id"]);
        addProperty(column.properties, "initialDefault", (*field.node)["initial-default"]);
        addProperty(column.properties, "writeDefault", (*field.node)["write-default"]);
        if (field.id >= 0)
            tellHistory(field, column);
        columns.append(std::move(column));
    }
    return columns;
}

QList<IcebergSchemas::Change> IcebergSchemas::changes() const
{
    QList<Change> changes;
    for (size_t i = 1; i < m_schemas.size(); ++i) {
        const Schema &before = m_schemas[i - 1];
        const Schema &after = m_schemas[i];
        QStringList parts;
        for (const Field &field : after.fields) {
            if (field.id < 0)
                continue;
            const auto at = before.byId.constFind(field.id);
            if (at == before.byId.cend()) {
                parts.append(u"+ "_s + field.path + u' ' + field.type);
                continue;
            }
            const Field &was = before.fields[*at];
            if (was.name != field.name)
                parts.append(was.path + u" → "_s + field.name);
            const bool isNested = was.node->peek("type").isMap() && field.node->peek("type").isMap();
            if (!isNested && was.type != field.type)
                parts.append(field.path + u' ' + was.type + u" → "_s + field.type);
            if (was.isRequired != field.isRequired)
                parts.append(field.path + (field.isRequired ? u" required"_s : u" optional"_s));
            const QString doc = (*field.node)["doc"].text();
            if ((*was.node)["doc"].text() != doc)
                parts.append(field.path + u" doc “"_s + doc + u'”');
        }
        for (const Field &field : before.fields) {
            if (field.id >= 0 && !after.byId.contains(field.id))
                parts.append(u"− "_s + field.path + u' ' + field.type);
        }
        changes.append({after.id, parts.join(u"; "_s)});
    }
    return changes;
}

} // namespace meshscope
