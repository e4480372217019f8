#include "models/formats/tabledefinitions.h"
#include "models/formats/reading.h"

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

void addBigQuery(const Node &fields, const QString &prefix, int depth, QList<Column> &to)
{
    constexpr int deepest = 64;
    if (depth > deepest)
        return;
    for (const Node &field : fields.items()) {
        const QString name = field["name"].text();
        if (name.isEmpty())
            continue;
        const QString mode = field["mode"].text().toUpper();
        const bool repeated = mode == u"REPEATED"_s;
        Column column;
        column.path = prefix + name;
        column.ordinal = int(to.size());
        column.physicalType = field["type"].text();
        column.logicalType = repeated ? u"array"_s : column.physicalType.toLower();
        column.nullable = mode != u"REQUIRED"_s;
        column.description = field["description"].text();
        for (const char *key : {"mode", "maxLength", "precision", "scale", "defaultValueExpression", "policyTags"})
            addProperty(column.properties, key, field[key]);
        to.append(column);
        addBigQuery(field["fields"], column.path + (repeated ? u"[]."_s : u"."_s), depth + 1, to);
    }
}

/// What a test or a constraint of dbt says of a column.
void addDbtRule(const Node &rule, Column &column)
{
    const QString name = rule.isScalar()       ? rule.text()
                         : rule.has("type")    ? rule["type"].text()
                         : rule.keys().empty() ? QString()
                                               : rule.keys().front();
    if (name == u"not_null"_s)
        column.nullable = false;
    else if (name == u"unique"_s)
        column.unique = true;
    else if (name == u"primary_key"_s)
        column.primaryKey = true;
    if (!name.isEmpty())
        column.properties.append({u"test"_s, rule.isScalar() ? name : rule.json()});
}

} // namespace

QList<TableDefinition> tablesOfDbt(const Node &properties)
{
    QList<TableDefinition> tables;
    properties["models"].use();
    for (const Node &model : properties["models"].items()) {
        TableDefinition table;
        table.name = model["name"].text();
        table.description = model["description"].text();
        if (table.name.isEmpty())
            continue;
        for (const Node &node : model["columns"].items()) {
            Column column;
            column.path = node["name"].text();
            if (column.path.isEmpty())
                continue;
            column.ordinal = int(table.columns.size());
            column.logicalType = column.physicalType = node["data_type"].text();
            column.description = node["description"].text();
            column.tags = node["tags"].texts();
            addProperty(column.properties, "meta", node["meta"]);
            for (const char *list : {"tests", "data_tests", "constraints"}) {
                for (const Node &rule : node[list].items())
                    addDbtRule(rule, column);
            }
            table.columns.append(std::move(column));
        }
        tables.append(std::move(table));
    }
    return tables;
}

QList<TableDefinition> tablesOfBigQuery(const Node &schema, const QString &name)
{
    TableDefinition table;
    const QString own = schema["tableReference"]["tableId"].text();
    table.name = own.isEmpty() ? name : own;
    table.description = schema["description"].text();
    const Node &inner = schema["schema"]["fields"];
    addBigQuery(schema.isSequence() ? schema : inner.isNull() ? schema["fields"] : inner, {}, 0, table.columns);
    return {table};
}

} // namespace meshscope
