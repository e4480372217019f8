#include "models/formats/datacontractspec.h"
#include "models/formats/schemacolumns.h"
#include "models/formats/tabledefinitions.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshscope::dcs {

namespace {

/// The schema of a contract of version 0.9, written in another language: JSON Schema, Avro, dbt, SQL DDL or BigQuery, as
/// an object or as text. Of other languages (protobuf, custom) the text alone is kept.
class EmbeddedSchema {
public:
    EmbeddedSchema(const DocumentReader &reader, const Contract &contract)
        : m_reader(reader)
        , m_contract(contract)
        , m_references(reader.document(), reader.context(), reader.out())
    {
    }

    void read()
    {
        const Node &schema = m_reader.document().peek("schema");
        const QString type = schema.peek("type").text().toLower();
        const Located at = m_references.followed({&schema.peek("specification"), m_reader.context().file});
        m_text = at.node;
        if (type == u"sql-ddl"_s || type == u"sql"_s) {
            readTables(tablesOfSql(at.node->text()));
            return;
        }
        const bool isNamed = type == u"json-schema"_s || type == u"jsonschema"_s || type == u"avro"_s || type == u"dbt"_s ||
                             type == u"bigquery"_s;
        if (!isNamed || at.node->isNull())
            return;
        const Node &parsed = at.node->isScalar() ? m_references.parsed(*at.node, u"schema.yaml"_s) : *at.node;
        if (parsed.isNull()) {
            m_reader.warn(*at.node, QCoreApplication::translate(
                                        "meshscope::Formats",
                                        "The schema says it is %1 but does not read as that. It is kept as text.")
                                        .arg(type));
            return;
        }
        if (type == u"avro"_s)
            readAvro(parsed);
        else if (type == u"dbt"_s)
            readTables(tablesOfDbt(parsed));
        else if (type == u"bigquery"_s)
            readTables(tablesOfBigQuery(parsed, m_contract.name));
        else
            readJson({&parsed, at.file});
    }

private:
    Dataset &addDataset(const QString &name, const QString &description, bool alone)
    {
        Dataset dataset;
        dataset.name = name;
        dataset.type = u"table"_s;
        dataset.description = description;
        dataset.contract = m_contract.id;
        dataset.product = m_contract.product;
        dataset.domain = m_contract.domain;
        dataset.source = m_reader.source(*m_text, u"/schema/specification"_s);
        nameDataset(dataset, m_contract, name, {}, alone);
        m_reader.out().datasets.append(dataset);
        return m_reader.out().datasets.last();
    }

    void readTables(const QList<TableDefinition> &tables)
    {
        for (const TableDefinition &table : tables) {
            const Dataset &dataset = addDataset(table.name, table.description, tables.size() == 1);
            for (Column column : table.columns) {
                column.dataset = dataset.id;
                m_reader.out().columns.append(std::move(column));
            }
        }
    }

    void readAvro(const Node &parsed)
    {
        const bool isList = parsed.isSequence(); // of several records
        for (size_t i = 0; i < (isList ? parsed.items().size() : 1); ++i) {
            const Node &record = isList ? parsed.items()[i] : parsed;
            if (!record.isMap() || record["name"].text().isEmpty())
                continue;
            const Dataset &dataset =
                addDataset(record["name"].text().section(u'.', -1), record["doc"].text(), !isList || parsed.size() == 1);
            readAvroSchema(record, dataset.id, m_reader.out());
        }
    }

    void readJson(const Located &schema)
    {
        if (schema.node->isSequence()) {
            for (const Node &item : schema.node->items())
                readJson({&item, schema.file});
            return;
        }
        // One schema, or (as the specification's example has it) one for each model's name.
        const bool isOne = schema.node->has("properties") || schema.node->has("$schema") || schema.node->has("items") ||
                           schema.node->has("allOf") || schema.node->has("oneOf") || schema.node->has("anyOf");
        if (isOne) {
            QString name = firstText(*schema.node, {"title", "name", "$id"});
            name = name.contains(u'/') ? name.section(u'/', -1).section(u'.', 0, 0) : name;
            addJson(name.isEmpty() ? m_contract.name : name, schema, true);
            return;
        }
        for (size_t i = 0; i < schema.node->keys().size(); ++i) {
            if (schema.node->items()[i].isMap() && !schema.node->keys()[i].startsWith(u'$') &&
                schema.node->keys()[i] != u"definitions"_s)
                addJson(schema.node->keys()[i], {&schema.node->items()[i], schema.file}, schema.node->size() == 1);
        }
    }

    void addJson(const QString &name, const Located &schema, bool alone)
    {
        // `#/definitions/…` of an embedded schema means the schema, not the contract.
        References own(*schema.node, m_reader.context(), m_reader.out());
        const Dataset &dataset = addDataset(name, schema["description"].text(), alone);
        readJsonSchema(schema, dataset.id, own, m_reader.out());
    }

    const DocumentReader &m_reader;
    const Contract &m_contract;
    References m_references;
    const Node *m_text = nullptr;
};

} // namespace

void readEmbeddedSchema(const DocumentReader &reader, const Contract &contract)
{
    if (reader.document().peek("schema").isMap())
        EmbeddedSchema(reader, contract).read();
}

} // namespace meshscope::dcs
