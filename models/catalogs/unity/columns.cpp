#include "models/catalogs/unity/columns.h"

#include "models/formats/reading.h"
#include "models/formats/sqltypes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

constexpr int mostDepth = 100;

/// Spark's types in JSON: a word, or an object with its `type`.
QString typeText(const Node &type, int depth = 0)
{
    if (!type.isMap() || depth > mostDepth)
        return type.isMap() ? type["type"].text() : type.text();
    const QString kind = type["type"].text();
    if (kind == u"array")
        return u"array<"_s + typeText(type["elementType"], depth + 1) + u'>';
    if (kind == u"map")
        return u"map<"_s + typeText(type["keyType"], depth + 1) + u',' + typeText(type["valueType"], depth + 1) + u'>';
    if (kind != u"struct")
        return kind;
    QStringList members;
    for (const Node &field : type["fields"].items())
        members.append(field["name"].text() + u':' + typeText(field["type"], depth + 1));
    return u"struct<"_s + members.join(u',') + u'>';
}

void addFields(const Node &type, const QString &path, int depth, QList<TypeField> &out)
{
    if (depth > mostDepth || !type.isMap())
        return;
    const QString kind = type["type"].text();
    if (kind == u"array") {
        addFields(type["elementType"], path + u"[]"_s, depth + 1, out);
    } else if (kind == u"map") {
        addFields(type["keyType"], path + u".keys"_s, depth + 1, out);
        addFields(type["valueType"], path + u".values"_s, depth + 1, out);
    } else if (kind == u"struct") {
        for (const Node &field : type["fields"].items()) {
            const QString name = field["name"].text();
            if (name.isEmpty())
                continue;
            const QString below = path + u'.' + name;
            out.append({below, typeText(field["type"]), field["metadata"]["comment"].text(), field["nullable"].boolean()});
            addFields(field["type"], below, depth + 1, out);
        }
    }
}

QList<TypeField> nestedIn(const Node &column, const QString &path)
{
    const QString text = column["type_text"].text();
    if (!text.contains(u'<') && !column["type_json"].text().contains(u"fields"))
        return {};
    const QByteArray json = column["type_json"].text().toUtf8();
    const Parsed parsed = parseDocuments(json, Syntax::Json);
    QList<TypeField> fields;
    if (!parsed.error && !parsed.documents.empty()) {
        const Node &root = parsed.documents.front();
        const bool isField = root.has("name") || root["type"].isMap(); // the whole field, or its type alone
        addFields(isField ? root["type"] : root, path, 0, fields);
    }
    return fields.isEmpty() ? fieldsOfType(text, path) : fields;
}

} // namespace

QList<Column> unityColumns(const Node &nodes, const QString &dataset)
{
    std::vector<std::pair<qint64, const Node *>> ordered;
    for (const Node &node : nodes.items())
        ordered.emplace_back(node["position"].integer().value_or(qint64(ordered.size())), &node);
    std::stable_sort(ordered.begin(), ordered.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QList<Column> columns;
    for (const auto &[position, node] : ordered) {
        const QString name = (*node)["name"].text();
        if (name.isEmpty())
            continue;
        Column column;
        column.dataset = dataset;
        column.path = name;
        column.ordinal = int(columns.size());
        column.physicalType = (*node)["type_text"].text();
        column.logicalType = (*node)["type_name"].text();
        column.nullable = (*node)["nullable"].boolean();
        column.partition = (*node)["partition_index"].integer().has_value();
        column.description = (*node)["comment"].text();
        addProperty(column.properties, "intervalType", (*node)["type_interval_type"]);
        addProperty(column.properties, "mask", (*node)["mask"]["function_name"]);
        columns.append(std::move(column));
        for (const TypeField &field : nestedIn(*node, name)) {
            Column nested;
            nested.dataset = dataset;
            nested.path = field.path;
            nested.ordinal = int(columns.size());
            nested.physicalType = field.type;
            nested.nullable = field.nullable;
            nested.description = field.comment;
            columns.append(std::move(nested));
        }
    }
    return columns;
}

} // namespace meshscope
