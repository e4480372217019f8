#include "models/formats/schemacolumns.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

constexpr int maxDepth = 64;
constexpr int maxColumns = 100'000; // of one dataset: schemas that use each other can multiply without end

class SchemaReader {
public:
    SchemaReader(const QString &dataset, References &references, Records &out)
        : m_dataset(dataset)
        , m_references(references)
        , m_out(out)
    {
    }

    /// Columns of an object: its own properties and those of what it is composed of.
    void readObject(const Located &given, const QString &prefix)
    {
        const Located schema = m_references.followed(given);
        if (!schema.node->isMap() || m_open.contains(schema.node) || m_open.size() > maxDepth || ++m_objects > maxColumns)
            return;
        m_open.insert(schema.node);
        schema["type"].use();
        schema["$schema"].use();
        const QStringList required = schema.node->peek("required").isSequence() ? schema["required"].texts() : QStringList();
        const Node &properties = schema["properties"];
        for (size_t i = 0; i < properties.keys().size(); ++i)
            readProperty({&properties.items()[i], schema.file}, prefix, properties.keys()[i], required);
        for (const char *composed : {"allOf", "anyOf", "oneOf"}) {
            for (const Node &part : schema[composed].items())
                readObject({&part, schema.file}, prefix);
        }
        // An array at the top is a list of rows.
        if (prefix.isEmpty() && properties.isNull() && schema["items"].isMap())
            readObject(schema.at("items"), prefix);
        m_open.remove(schema.node);
    }

private:
    void readProperty(const Located &given, const QString &prefix, const QString &name, const QStringList &required)
    {
        const Located at = m_references.followed(given);
        if (m_ordinal >= maxColumns || (!at.node->isMap() && at.node->type() != Node::Type::Bool))
            return;
        Column column = columnOf(*at.node);
        column.dataset = m_dataset;
        column.path = prefix + name;
        column.ordinal = m_ordinal++;
        if (const Node &description = given.node->peek("description"); description.isScalar())
            column.description = description.text();
        if (!column.nullable && !required.isEmpty())
            column.nullable = !required.contains(name);
        const QString path = column.path;
        m_out.columns.append(std::move(column));
        readBelow(at, path);
    }

    /// What is in a column: an object's properties, an array's items, a map's values, however deep arrays nest.
    void readBelow(const Located &at, const QString &path)
    {
        readObject(at, path + u'.');
        if (const Node &values = at["additionalProperties"]; values.isMap())
            readObject(at.at("additionalProperties"), path + u".values."_s);
        QString items = path;
        Located item = at;
        for (int depth = 0; depth < maxDepth && item.node->isMap() && item["items"].isMap(); ++depth) {
            item = m_references.followed(item, "items");
            items += u"[]"_s;
            if (item.node->isMap())
                readObject(item, items + u'.');
        }
    }

    static QString typeOf(const Node &node)
    {
        const Node &type = node["type"];
        QStringList types = type.texts();
        types.removeAll(u"null"_s);
        QString text = types.join(u'|');
        if (const QString format = node["format"].text(); !format.isEmpty())
            text += u" ("_s + format + u')';
        return text;
    }

    static Column columnOf(const Node &node)
    {
        Column column;
        column.logicalType = typeOf(node);
        column.physicalType = node["physicalType"].text();
        column.description = firstText(node, {"description", "title"});
        if (const auto nullable = node["isNullable"].boolean())
            column.nullable = nullable;
        else if (node["type"].isSequence())
            column.nullable = node["type"].texts().contains(u"null"_s);
        else if (const auto mustBe = node["required"].boolean())
            column.nullable = !*mustBe;
        column.unique = node["isUnique"].boolean().value_or(false);
        column.primaryKey = node["isPrimaryKey"].boolean().value_or(node["primaryKey"].boolean().value_or(false));
        column.classification = firstText(node, {"classificationLevel", "classification", "x-classification"});
        if (node["pii"].boolean().value_or(false) && column.classification.isEmpty())
            column.classification = u"pii"_s;
        column.tags = node["tags"].texts();
        for (const char *key : {"title",
                                "displayName",
                                "length",
                                "precision",
                                "scale",
                                "pattern",
                                "default",
                                "kind",
                                "ordinalPosition",
                                "minLength",
                                "maxLength",
                                "minimum",
                                "maximum",
                                "exclusiveMinimum",
                                "exclusiveMaximum",
                                "multipleOf",
                                "minItems",
                                "maxItems",
                                "enum",
                                "const",
                                "example",
                                "examples"})
            addProperty(column.properties, key, node[key]);
        for (size_t i = 0; i < node.keys().size(); ++i) {
            if (node.keys()[i].startsWith(u"x-"_s) && node.keys()[i] != u"x-classification"_s)
                addProperty(column.properties, node.keys()[i], node.items()[i]);
        }
        return column;
    }

    const QString m_dataset;
    References &m_references;
    Records &m_out;
    QSet<const Node *> m_open; // being read: schemas that refer to themselves end
    int m_ordinal = 0;
    int m_objects = 0;
};

} // namespace

void readJsonSchema(const Located &schema, const QString &dataset, References &references, Records &out)
{
    SchemaReader(dataset, references, out).readObject(schema, {});
}

} // namespace meshscope
