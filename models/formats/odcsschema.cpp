#include "models/formats/odcs.h"

#include <QCoreApplication>

namespace meshscope::odcs {

namespace {

/// One schema object on its way to a dataset and its columns. Nested properties are walked with the path so far; depth
/// is bounded by the parser.
class ObjectReader {
public:
    ObjectReader(const DocumentReader &reader, const Contract &contract)
        : m_reader(reader)
        , m_contract(contract)
    {
    }

    void read(const Node &node, const QString &pointer, bool alone)
    {
        const QString objectName = m_reader.firstText(node, {"name", "physicalName", "id"});
        if (objectName.isEmpty())
            m_reader.warn(node, QCoreApplication::translate("meshscope::Formats",
                                                            "An object of the schema has no name. Give it a “name”."));
        m_dataset = Dataset();
        m_dataset.name = objectName;
        m_dataset.contract = m_contract.id;
        m_dataset.product = m_contract.product;
        m_dataset.domain = m_contract.domain;
        m_dataset.source = m_reader.source(node, pointer);
        const QString physicalName = m_reader.text(node, "physicalName");
        nameDataset(m_dataset, m_contract, objectName, physicalName, alone);
        m_dataset.type = m_reader.firstText(node, {"physicalType", "logicalType"});
        m_dataset.description = m_reader.text(node, "description");
        m_dataset.tags = m_reader.texts(node, "tags");
        m_dataset.terms = bitol::terms(m_reader, node, pointer);
        for (const char *key : {"id", "businessName", "physicalName", "logicalType", "dataGranularityDescription"})
            addProperty(m_dataset.properties, key, node[key]);
        m_dataset.properties += bitol::customProperties(m_reader, node);
        readRelationships(node, m_dataset.properties);
        readRules(m_reader, node, m_contract, m_dataset.id, {}, m_ruleIds);
        m_ordinal = 0;
        readProperties(node, {}, pointer);
        m_reader.out().datasets.append(m_dataset);
    }

private:
    void readProperties(const Node &parent, const QString &path, const QString &pointer)
    {
        const std::vector<const Node *> properties = m_reader.maps(parent, "properties");
        for (const Node *node : properties) {
            const QString name = m_reader.firstText(*node, {"name", "physicalName", "id"});
            if (name.isEmpty()) {
                m_reader.warn(*node, QCoreApplication::translate("meshscope::Formats",
                                                                 "A property of “%1” has no name. Give it a “name”.")
                                         .arg(m_dataset.name));
                continue;
            }
            readProperty(*node, path.isEmpty() ? name : path + u'.' + name, pointer);
        }
    }

    void readProperty(const Node &node, const QString &path, const QString &pointer)
    {
        readColumn(node, path);
        readProperties(node, path, pointer);
        const Node &items = m_reader.map(node, "items");
        if (items.isNull())
            return;
        // Items of a list are columns where they have names of their own; else only what is in them.
        const QString itemPath = path + QStringLiteral("[]");
        if (!items.peek("name").isNull()) {
            readProperty(items, itemPath, pointer);
            return;
        }
        readProperties(items, itemPath, pointer);
        if (items.has("items"))
            readItemsOfItems(items, itemPath, pointer);
    }

    void readItemsOfItems(const Node &node, const QString &path, const QString &pointer)
    {
        const Node &items = m_reader.map(node, "items");
        const QString itemPath = path + QStringLiteral("[]");
        if (!items.peek("name").isNull()) {
            readProperty(items, itemPath, pointer);
            return;
        }
        readProperties(items, itemPath, pointer);
        if (items.has("items"))
            readItemsOfItems(items, itemPath, pointer);
    }

    void readColumn(const Node &node, const QString &path)
    {
        Column column;
        column.dataset = m_dataset.id;
        column.path = path;
        column.ordinal = m_ordinal++;
        column.logicalType = m_reader.text(node, "logicalType");
        column.physicalType = m_reader.text(node, "physicalType");
        node["name"].use();
        if (const std::optional<bool> required = m_reader.flag(node, "required"))
            column.nullable = !*required;
        column.primaryKey = m_reader.flag(node, "primaryKey").value_or(false);
        column.unique = m_reader.flag(node, "unique").value_or(false);
        column.partition = m_reader.flag(node, "partitioned").value_or(false);
        column.critical = m_reader.flag(node, "criticalDataElement").value_or(false);
        column.description = m_reader.text(node, "description");
        column.classification = m_reader.text(node, "classification");
        column.tags = m_reader.texts(node, "tags");
        if (node.has("authoritativeDefinitions"))
            column.terms = bitol::terms(m_reader, node, {});
        for (const char *key : {"id", "physicalName", "businessName", "encryptedName", "transformSourceObjects",
                                "transformLogic", "transformDescription", "examples", "logicalTypeOptions"}) {
            if (node.has(key))
                addProperty(column.properties, key, node[key]);
        }
        if (const Node &items = node.peek("items"); items.isMap() && items.peek("name").isNull())
            addProperty(column.properties, "items", items[items.has("physicalType") ? "physicalType" : "logicalType"]);
        addPosition(column, "primaryKeyPosition", node);
        addPosition(column, "partitionKeyPosition", node);
        if (node.has("customProperties"))
            column.properties += bitol::customProperties(m_reader, node);
        if (node.has("relationships"))
            readRelationships(node, column.properties);
        if (node.has("quality"))
            readRules(m_reader, node, m_contract, m_dataset.id, path, m_ruleIds);
        m_reader.out().columns.append(std::move(column));
    }

    static void addPosition(Column &column, const char *key, const Node &node) // -1: not part of the key
    {
        const QString position = plain(node[key]);
        if (!position.isEmpty() && position != QLatin1String("-1"))
            column.properties.append({QString::fromLatin1(key), position});
    }

    /// Foreign keys as written: "tbl.a, tbl.b → other.a, other.b"; of a column only what it refers to.
    void readRelationships(const Node &node, QList<Property> &properties)
    {
        for (const Node *relationship : m_reader.maps(node, "relationships")) {
            const QString type = m_reader.text(*relationship, "type");
            const QStringList terms = bitol::termsBelow(m_reader, *relationship);
            const QString from = plain((*relationship)["from"]);
            const QString to = plain((*relationship)["to"]);
            QString text = from.isEmpty() ? to : from + QStringLiteral(" → ") + to;
            for (const Property &property : bitol::customProperties(m_reader, *relationship))
                text += QStringLiteral(" (%1: %2)").arg(property.name, property.value);
            for (const QString &term : terms)
                text += QStringLiteral(" → ") + term;
            properties.append({type.isEmpty() ? QStringLiteral("foreignKey") : type, text});
        }
    }

    const DocumentReader &m_reader;
    const Contract &m_contract;
    Dataset m_dataset;
    UniqueIds m_ruleIds;
    int m_ordinal = 0;
};

} // namespace

void readSchema(const DocumentReader &reader, const Contract &contract)
{
    ObjectReader objects(reader, contract);
    const Node &schema = reader.document().peek("schema");
    for (const Node *object : reader.maps(reader.document(), "schema"))
        objects.read(*object, QStringLiteral("/schema/%1").arg(object - schema.items().data()), schema.size() == 1);
}

void readRules(const DocumentReader &reader, const Node &owner, const Contract &contract, const QString &dataset,
               const QString &column, UniqueIds &ids)
{
    for (const Node *node : reader.maps(owner, "quality")) {
        QualityRule rule;
        rule.contract = contract.id;
        rule.dataset = dataset;
        rule.column = column;
        readRule(reader, *node, rule);
        for (const QString &term : bitol::termsBelow(reader, *node))
            rule.text += QStringLiteral(" → ") + term;
        // ODCS 2.2 says code and tool where 3.0 says name and engine.
        const QString code = reader.firstText(*node, {"code", "templateName", "toolRuleName"});
        if (!code.isEmpty() && !node->has("name"))
            rule.name = code;
        if (rule.column.isEmpty() && node->has("column"))
            rule.column = reader.text(*node, "column");
        for (const char *key : {"toolName", "toolRuleName", "templateName", "code"}) {
            if (node->has(key))
                rule.expression = (rule.expression + u' ' + plain((*node)[key])).trimmed();
        }
        const QString id = reader.text(*node, "id");
        const QString place =
            dataset.isEmpty() ? contract.id : dataset + (rule.column.isEmpty() ? QString() : u'/' + rule.column);
        rule.id = ids.next(id.isEmpty() ? place + u'/' + rule.name : place + u'/' + id);
        reader.out().qualityRules.append(rule);
    }
}

void readTables(const DocumentReader &reader, const Contract &contract)
{
    UniqueIds ruleIds;
    const Node &tables = reader.document().peek("dataset");
    for (const Node *node : reader.maps(reader.document(), "dataset")) {
        const QString pointer = QStringLiteral("/dataset/%1").arg(node - tables.items().data());
        Dataset dataset;
        dataset.name = reader.firstText(*node, {"table", "physicalName"});
        dataset.contract = contract.id;
        dataset.product = contract.product;
        dataset.domain = contract.domain;
        dataset.type = QStringLiteral("table");
        dataset.source = reader.source(*node, pointer);
        nameDataset(dataset, contract, dataset.name, reader.text(*node, "physicalName"), tables.size() == 1);
        dataset.description = reader.text(*node, "description");
        dataset.tags = reader.texts(*node, "tags");
        dataset.terms = bitol::terms(reader, *node, pointer);
        for (const char *key : {"physicalName", "priorTableName", "dataGranularity", "businessName"})
            addProperty(dataset.properties, key, (*node)[key]);
        readRules(reader, *node, contract, dataset.id, {}, ruleIds);
        int ordinal = 0;
        for (const Node *c : reader.maps(*node, "columns")) {
            Column column;
            column.dataset = dataset.id;
            column.ordinal = ordinal++;
            column.path = reader.firstText(*c, {"column", "name"});
            column.logicalType = reader.text(*c, "logicalType");
            column.physicalType = reader.text(*c, "physicalType");
            column.nullable = reader.flag(*c, "isNullable");
            column.primaryKey = reader.flag(*c, c->has("isPrimaryKey") ? "isPrimaryKey" : "isPrimary").value_or(false);
            column.unique = reader.flag(*c, "isUnique").value_or(false);
            column.partition = reader.flag(*c, "partitionStatus").value_or(false);
            column.critical = reader.flag(*c, "criticalDataElementStatus").value_or(false);
            column.description = reader.text(*c, "description");
            column.classification = reader.text(*c, "classification");
            column.tags = reader.texts(*c, "tags");
            column.terms = bitol::terms(reader, *c, {});
            for (const char *key :
                 {"businessName", "primaryKeyPosition", "partitionKeyPosition", "clusterStatus", "clusterKeyPosition",
                  "encryptedColumnName", "transformSourceTables", "transformLogic", "transformDescription", "sampleValues"})
                addProperty(column.properties, key, (*c)[key]);
            readRules(reader, *c, contract, dataset.id, column.path, ruleIds);
            if (column.path.isEmpty())
                reader.warn(*c, QCoreApplication::translate("meshscope::Formats",
                                                            "A column of “%1” has no name. Give it a “column”.")
                                    .arg(dataset.name));
            else
                reader.out().columns.append(column);
        }
        reader.out().datasets.append(dataset);
    }
}

} // namespace meshscope::odcs
