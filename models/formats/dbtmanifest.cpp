#include "models/formats/dbtmanifest.h"

#include "models/formats/all.h"
#include "models/formats/reading.h"
#include "models/mesh/address.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

const QString dbtWord = u"dbt"_s;

/// Turns one manifest into records: cost is linear in its nodes.
class ManifestReader {
public:
    ManifestReader(const Node &manifest, const ReadContext &context, Records &out)
        : m_manifest(manifest)
        , m_context(context)
        , m_out(out)
        , m_project(manifest, context.options)
        , m_people(manifest, context, out)
        , m_columns(m_project, out)
    {
    }
    void read()
    {
        reserve();
        readSection("nodes");
        readSection("sources");
        readSection("exposures");
    }

private:
    /// The lists are long and their values wide: moving them again and again costs more than counting first.
    void reserve()
    {
        qsizetype columns = 0;
        for (const char *section : {"nodes", "sources"}) {
            for (const Node &node : m_manifest[section].items())
                columns += node["columns"].size();
        }
        const qsizetype nodes = m_manifest["nodes"].size();
        m_out.columns.reserve(m_out.columns.size() + columns);
        m_out.datasets.reserve(m_out.datasets.size() + nodes + m_manifest["sources"].size());
        m_out.jobs.reserve(m_out.jobs.size() + nodes);
        m_out.lineage.reserve(m_out.lineage.size() + 2 * nodes);
    }

    void readSection(const char *section)
    {
        const Node &nodes = m_manifest[section];
        const QString name = QString::fromLatin1(section);
        for (qsizetype i = 0; nodes.isMap() && i < nodes.size(); ++i) {
            const Node &node = nodes.items()[size_t(i)];
            const QString &id = nodes.keys()[size_t(i)];
            if (name == u"exposures") {
                if (node["config"]["enabled"].boolean().value_or(true))
                    readExposure(id, node);
            } else if (const DbtProject::Entry *entry = m_project.find(id)) {
                readNode(id, *entry);
            }
        }
    }

    void readNode(const QString &id, const DbtProject::Entry &entry)
    {
        const QStringView type = dbtResourceType(id);
        if (type == u"test") {
            readTest(id, *entry.node);
        } else if (!entry.datasetId.isEmpty()) {
            readDataset(id, entry, type.toString());
            if (type == u"model" || type == u"snapshot")
                readJob(id, entry);
        }
    }

    /// What every node has: name, description, tags, meta, owners, domain, place.
    void fillEntity(Entity &entity, const QString &id, const Node &node, const QString &section)
    {
        entity.name = node["name"].text();
        entity.description = m_project.description(node);
        entity.tags = node["tags"].texts();
        entity.domain = m_people.domainOf(id, node);
        entity.source = dbtSource(m_manifest, node, m_context, {section, id});
        m_people.addOwners(node, entity.owners);
        addDbtMeta(node, entity.properties);
    }

    void readDataset(const QString &id, const DbtProject::Entry &entry, const QString &type)
    {
        const Node &node = *entry.node;
        Dataset dataset;
        fillEntity(dataset, id, node, entry.section);
        dataset.id = entry.datasetId;
        dataset.ns = entry.name.ns;
        dataset.platform = entry.name.platform;
        dataset.type = type;
        dataset.properties.prepend({u"unique_id"_s, id});
        addProperty(dataset.properties, "materialized", node["config"]["materialized"]);
        for (const char *key : {"package_name", "original_file_path", "access", "version", "latest_version",
                                "deprecation_date", "source_name", "source_description", "loader", "loaded_at_field"})
            addProperty(dataset.properties, key, node[key]);
        if (dataset.description.isEmpty() && type == u"source")
            dataset.description = node["source_description"].text();
        readContract(id, entry, dataset);
        const Node &freshness = node["freshness"];
        addDbtFreshnessLevel(m_manifest, freshness.isMap() ? freshness : node["config"]["freshness"], dataset.id, m_context,
                             m_out);
        const qsizetype known = m_datasetIndex.value(dataset.id, -1);
        m_columns.read(dataset.id, node, known >= 0);
        if (known >= 0) {
            unite(m_out.datasets[known], dataset);
        } else {
            m_datasetIndex.insert(dataset.id, m_out.datasets.size());
            m_out.datasets.append(std::move(dataset));
        }
    }

    /// Two nodes may speak of one relation (a source declared on a seed): the first one stays, the other adds to it.
    static void unite(Dataset &first, const Dataset &second)
    {
        if (first.description.isEmpty())
            first.description = second.description;
        if (first.contract.isEmpty())
            first.contract = second.contract;
        for (const QString &tag : second.tags) {
            if (!first.tags.contains(tag))
                first.tags.append(tag);
        }
        for (const PartyRole &owner : second.owners) {
            if (!first.owners.contains(owner))
                first.owners.append(owner);
        }
        for (const Property &property : second.properties) {
            if (!first.properties.contains(property))
                first.properties.append(property);
        }
    }

    void readContract(const QString &id, const DbtProject::Entry &entry, Dataset &dataset)
    {
        const Node &node = *entry.node;
        const bool isEnforced = node["contract"]["enforced"].boolean().value_or(false) ||
                                node["config"]["contract"]["enforced"].boolean().value_or(false);
        if (!isEnforced)
            return;
        Contract contract;
        fillEntity(contract, id, node, entry.section);
        contract.id = id;
        contract.standard = dbtWord;
        contract.standardVersion = u'v' + QString::number(dbtSchemaVersion(m_manifest));
        contract.version = node["version"].text();
        addProperty(contract.properties, "checksum", node["contract"]["checksum"]);
        dataset.contract = id;
        m_out.contracts.append(std::move(contract));
    }

    void readJob(const QString &id, const DbtProject::Entry &entry)
    {
        const Node &node = *entry.node;
        Job job = m_project.job(id, node);
        job.source = dbtSource(m_manifest, node, m_context, {entry.section, id});
        for (const QString &from : m_project.upstream(node))
            m_out.lineage.append({from, entry.datasetId, id});
        m_out.jobs.append(std::move(job));
    }

    void readTest(const QString &id, const Node &node)
    {
        const DbtProject::Tested tested = m_project.tested(node);
        const QString kind = node["test_metadata"]["name"].text();
        QualityRule rule;
        rule.id = id;
        rule.dataset = tested.dataset;
        rule.column = tested.column;
        rule.name = node["name"].text();
        rule.type = u"dbt test"_s;
        rule.dimension = dimensionOf(kind);
        rule.text = m_project.description(node);
        if (rule.text.isEmpty())
            rule.text = kind;
        rule.expression = firstText(node, {"compiled_code", "compiled_sql", "raw_code", "raw_sql"}).trimmed();
        rule.severity = node["config"]["severity"].text().toLower();
        m_out.qualityRules.append(std::move(rule));
    }

    static QString dimensionOf(const QString &test)
    {
        if (test == u"not_null")
            return u"completeness"_s;
        if (test.startsWith(u"unique"))
            return u"uniqueness"_s;
        if (test == u"relationships")
            return u"consistency"_s;
        return test == u"accepted_values" ? u"validity"_s : QString();
    }

    void readExposure(const QString &id, const Node &node)
    {
        DataProduct product;
        fillEntity(product, id, node, u"exposures"_s);
        product.id = id;
        if (const QString label = node["label"].text(); !label.isEmpty())
            product.name = label;
        product.kindText = node["type"].text();
        product.alignment = DataProduct::Alignment::Consumer;
        product.isAnalytical = true;
        product.lifecycle = node["maturity"].text();
        m_people.addOwner(node["owner"], product.owners);
        for (const char *key : {"url", "package_name", "original_file_path"})
            addProperty(product.properties, key, node[key]);
        QSet<QString> names;
        for (const QString &dataset : m_project.upstream(node))
            readInput(product, dataset, node, names);
        m_out.products.append(std::move(product));
    }

    /// One input port per relation an exposure reads.
    void readInput(const DataProduct &product, const QString &dataset, const Node &node, QSet<QString> &names)
    {
        Port port;
        const qsizetype at = m_datasetIndex.value(dataset, -1);
        port.name = at < 0 ? dataset : m_out.datasets.at(at).name;
        if (names.contains(port.name)) // the same name in two packages or schemas
            port.name = dataset;
        names.insert(port.name);
        port.product = product.id;
        port.output = false;
        port.type = at < 0 ? QString() : m_out.datasets.at(at).type;
        port.id = portId(product.id, false, port.name, {});
        port.datasets.append(dataset);
        port.source = dbtSource(m_manifest, node, m_context, {u"exposures"_s, product.id});
        m_out.ports.append(std::move(port));
    }

    const Node &m_manifest;
    const ReadContext &m_context;
    Records &m_out;
    DbtProject m_project;
    DbtPeople m_people;
    DbtColumns m_columns;
    QHash<QString, qsizetype> m_datasetIndex; ///< dataset id → place in m_out.datasets
};

class DbtManifest final : public Format {
public:
    [[nodiscard]] QString name() const override { return u"dbt manifest"_s; }
    [[nodiscard]] bool recognises(const Node &document) const override
    {
        return dbtArtifact(document) == DbtArtifact::Manifest;
    }
    void read(const Node &document, const ReadContext &context, Records &out) const override
    {
        noteDbtVersion(document, u"dbt manifest"_s, 12, context, out);
        ManifestReader(document, context, out).read();
    }
};

} // namespace

std::unique_ptr<Format> makeDbtManifest()
{
    return std::make_unique<DbtManifest>();
}

} // namespace meshscope
