#include "models/formats/dbtproject.h"

#include "models/formats/all.h"
#include "models/formats/reading.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

/// A catalog does not say which engine it was read from; the statistics and types it lists do.
QString guessedAdapter(const Node &nodes)
{
    for (const Node &node : nodes.items()) {
        const Node &statistics = node["stats"];
        if (statistics.has("num_rows") || statistics.has("num_bytes"))
            return u"bigquery"_s;
        if (statistics.has("encoded") || statistics.has("diststyle") || statistics.has("sortkey1"))
            return u"redshift"_s;
        if (statistics.has("row_count") && statistics.has("bytes"))
            return u"snowflake"_s;
        for (const Node &column : node["columns"].items()) {
            const QString type = column["type"].text();
            if (type == u"character varying" || type.startsWith(u"timestamp with"))
                return u"postgres"_s;
            if (type == u"HUGEINT")
                return u"duckdb"_s;
            if (type == u"VARIANT" || type == u"TIMESTAMP_NTZ" || type == u"TIMESTAMP_LTZ")
                return u"snowflake"_s;
            if (type == u"INT64" || type == u"FLOAT64")
                return u"bigquery"_s;
            if (type == u"UInt64" || type == u"DateTime64" || type.startsWith(u"LowCardinality("))
                return u"clickhouse"_s;
        }
    }
    return {};
}

class CatalogReader {
public:
    CatalogReader(const Node &catalog, const ReadContext &context, Records &out)
        : m_catalog(catalog)
        , m_context(context)
        , m_out(out)
        , m_manifest(context, u"catalog")
    {
        m_adapter = m_manifest.project() ? m_manifest.project()->adapter() : QString();
        if (m_adapter.isEmpty())
            m_adapter = guessedAdapter(catalog["nodes"]);
        if (m_adapter.isEmpty())
            m_adapter = guessedAdapter(catalog["sources"]);
    }
    void read()
    {
        for (const char *section : {"nodes", "sources"}) {
            const Node &nodes = m_catalog[section];
            for (qsizetype i = 0; nodes.isMap() && i < nodes.size(); ++i) {
                const Node &node = nodes.items()[size_t(i)];
                const QString &id = nodes.keys()[size_t(i)];
                if (node.isMap() && isDbtDataset(dbtResourceType(id)))
                    readTable(id, node, QString::fromLatin1(section));
            }
        }
    }

private:
    void readTable(const QString &id, const Node &node, const QString &section)
    {
        const Node &facts = node["metadata"];
        const DbtProject::Entry *entry = m_manifest.project() ? m_manifest.project()->find(id) : nullptr;
        DatasetName name;
        if (entry && !entry->name.isNull())
            name = entry->name;
        else
            name = dbtDatasetName(m_adapter, m_manifest.project() ? m_manifest.project()->options() : m_context.options,
                                  facts["database"].text(), facts["schema"].text(), facts["name"].text(), {});
        if (name.isNull())
            return;
        Dataset dataset;
        dataset.id = name.id();
        dataset.ns = name.ns;
        dataset.platform = name.platform;
        dataset.name = entry ? (*entry->node)["name"].text() : facts["name"].text();
        dataset.description = facts["comment"].text();
        dataset.type = dbtResourceType(id).toString();
        if (entry)
            dataset.domain = dbtDomainPath(m_context.options, id, *entry->node).join(u'/');
        dataset.properties.append({u"unique_id"_s, id});
        addProperty(dataset.properties, "relation_type", facts["type"]);
        addProperty(dataset.properties, "relation_owner", facts["owner"]);
        readStatistics(node["stats"], dataset);
        dataset.source = dbtSource(m_catalog, node, m_context, {section, id});
        readColumns(dataset.id, node["columns"], entry);
        m_out.datasets.append(std::move(dataset));
    }

    /// Adapters write them as integers or, after a calculation, with a fraction.
    static std::optional<qint64> countOf(const Node &value)
    {
        constexpr double most = 9e18;
        const std::optional<double> number = value.number();
        if (!number || std::abs(*number) > most)
            return std::nullopt;
        return value.integer().value_or(qint64(*number));
    }

    static void readStatistics(const Node &statistics, Dataset &dataset)
    {
        for (qsizetype i = 0; statistics.isMap() && i < statistics.size(); ++i) {
            const QString &key = statistics.keys()[size_t(i)];
            const Node &value = statistics.items()[size_t(i)]["value"];
            const std::optional<qint64> count = countOf(value);
            if (count && (key == u"row_count" || key == u"num_rows" || key == u"rows"))
                dataset.rowCount = count;
            else if (count && (key == u"bytes" || key == u"num_bytes" || key == u"size"))
                dataset.byteCount = count;
            else if (key != u"has_stats")
                addProperty(dataset.properties, key, value);
        }
    }

    /// Names are spelled as in the manifest where they differ in case only: warehouses fold what people write.
    void readColumns(const QString &dataset, const Node &columns, const DbtProject::Entry *entry)
    {
        QHash<QString, QString> spelling;
        if (entry) {
            const Node &declared = (*entry->node)["columns"];
            for (qsizetype i = 0; declared.isMap() && i < declared.size(); ++i) {
                const QString name = declared.items()[size_t(i)]["name"].text();
                const QString &written = name.isEmpty() ? declared.keys()[size_t(i)] : name;
                if (!spelling.contains(written.toLower()))
                    spelling.insert(written.toLower(), written);
            }
        }
        struct Field {
            qint64 index;
            const Node *node;
            QString name;
        };
        std::vector<Field> fields;
        for (qsizetype i = 0; columns.isMap() && i < columns.size(); ++i) {
            const Node &node = columns.items()[size_t(i)];
            const QString name = node["name"].text();
            fields.push_back(
                {node["index"].integer().value_or(i), &node, name.isEmpty() ? columns.keys()[size_t(i)] : name});
        }
        std::stable_sort(fields.begin(), fields.end(), [](const Field &a, const Field &b) { return a.index < b.index; });
        int ordinal = 0;
        for (const Field &field : fields) {
            Column column;
            column.dataset = dataset;
            column.path = spelling.value(field.name.toLower(), field.name);
            column.ordinal = ordinal++;
            column.physicalType = (*field.node)["type"].text();
            column.description = (*field.node)["comment"].text();
            m_out.columns.append(std::move(column));
        }
    }

    const Node &m_catalog;
    const ReadContext &m_context;
    Records &m_out;
    DbtSibling m_manifest;
    QString m_adapter;
};

class DbtCatalog final : public Format {
public:
    [[nodiscard]] QString name() const override { return u"dbt catalog"_s; }
    [[nodiscard]] bool recognises(const Node &document) const override
    {
        return dbtArtifact(document) == DbtArtifact::Catalog;
    }
    void read(const Node &document, const ReadContext &context, Records &out) const override
    {
        noteDbtVersion(document, name(), 1, context, out);
        CatalogReader(document, context, out).read();
    }
};

} // namespace

std::unique_ptr<Format> makeDbtCatalog()
{
    return std::make_unique<DbtCatalog>();
}

} // namespace meshscope
