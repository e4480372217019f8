#include "models/formats/all.h"
#include "models/formats/reading.h"
#include "models/mesh/address.h"

#include <QCoreApplication>
#include <QDir>
#include <QHash>

#include <deque>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

/// A node and the file it stands in: `$ref` is relative to that file.
struct Located {
    const Node *node;
    QString file;
};

/// Data Product Descriptor Specification 1.0 (Open Data Mesh): info, interface components with their promises,
/// expectations and obligations. `$ref` is followed to files below the endpoint's folder, at most eight deep.
class Descriptor {
public:
    Descriptor(const Node &document, const ReadContext &context, Records &out)
        : m_root(document)
        , m_context(context)
        , m_out(out)
    {
    }

    void read()
    {
        m_version = m_root["dataProductDescriptor"].text();
        if (m_version.section(u'.', 0, 0).toInt() > 1) {
            m_out.issues.append(
                issueAt(Issue::Severity::Note, m_context, m_root["dataProductDescriptor"],
                        QCoreApplication::translate(
                            "meshscope::Dpds", "DPDS %1 is newer than what is known (1.0): what is known of it was read")
                            .arg(m_version)));
        }
        const Located infoAt = resolved({&m_root["info"], m_context.file});
        const Node &info = *infoAt.node;
        m_id = firstText(info, {"fullyQualifiedName", "id", "entityId", "name"});
        if (m_id.isEmpty()) {
            m_out.issues.append(
                issueAt(Issue::Severity::Error, m_context, info,
                        QCoreApplication::translate(
                            "meshscope::Dpds", "`info` has neither `fullyQualifiedName` nor `name`: give it one of them")));
            return;
        }
        readInfo(info);
        const Node &ports = m_root["interfaceComponents"];
        readPorts(ports["inputPorts"], false, {});
        readPorts(ports["outputPorts"], true, {});
        readPorts(ports["observabilityPorts"], true, u"observability"_s);
        readPorts(ports["discoveryPorts"], true, u"discovery"_s);
        readPorts(ports["controlPorts"], true, u"control"_s);
        readInternals();
    }

private:
    /// Follows `$ref` to another file of the folder or to a place in this one. What leads nowhere is said and left.
    Located resolved(Located at)
    {
        constexpr int deepest = 8;
        for (int step = 0; step < deepest && at.node->isMap() && at.node->has("$ref"); ++step) {
            const Node &reference = (*at.node)["$ref"];
            const QString path = reference.text();
            if (path.startsWith(u"http://"_s) || path.startsWith(u"https://"_s) || path.startsWith(u'#'))
                return at; // nothing is fetched from the network; the link itself is kept as given
            const QString file = path.section(u'#', 0, 0);
            const Node *target = load(at.file, file, reference);
            if (!target)
                return at;
            at = {target, QDir::cleanPath(folderOf(at.file) + file)};
            if (step == deepest - 1 && at.node->isMap() && at.node->has("$ref"))
                m_out.issues.append(issueAt(
                    Issue::Severity::Warning, m_context, reference,
                    QCoreApplication::translate("meshscope::Dpds",
                                                "$ref %1: more than %2 files lead on from one to the next. Do they go in a "
                                                "circle? Name the file that is meant.")
                        .arg(path)
                        .arg(deepest)));
        }
        return at;
    }

    static QString folderOf(const QString &file)
    {
        const qsizetype slash = file.lastIndexOf(u'/');
        return slash < 0 ? QString() : file.left(slash + 1);
    }

    const Node *load(const QString &from, const QString &reference, const Node &at)
    {
        const QString key = QDir::cleanPath(folderOf(from) + reference);
        if (const auto known = m_loaded.constFind(key); known != m_loaded.cend())
            return *known;
        const auto refuse = [&](const QString &why) {
            m_out.issues.append(issueAt(Issue::Severity::Warning, m_context, at,
                                        QCoreApplication::translate("meshscope::Dpds", "$ref %1: %2").arg(reference, why)));
            m_loaded.insert(key, nullptr);
            return nullptr;
        };
        if (!m_context.readRelative)
            return refuse(QCoreApplication::translate("meshscope::Dpds", "other files cannot be read here"));
        const Result<QByteArray> bytes = m_context.readRelative(from, reference);
        if (!bytes)
            return refuse(bytes.error().text);
        Parsed parsed = parseDocuments(*bytes, guessSyntax(bytes->left(4096), reference));
        if (parsed.error || parsed.documents.empty())
            return refuse(parsed.error ? QCoreApplication::translate("meshscope::Dpds", "line %1: %2")
                                             .arg(parsed.error->where.line)
                                             .arg(parsed.error->text)
                                       : QCoreApplication::translate("meshscope::Dpds", "it is empty"));
        m_files.push_back(std::move(parsed.documents.front()));
        m_loaded.insert(key, &m_files.back());
        return &m_files.back();
    }

    void readInfo(const Node &info)
    {
        DataProduct product;
        product.id = m_id;
        product.name = firstText(info, {"displayName", "name"});
        if (product.name.isEmpty())
            product.name = nameOfUrn(m_id);
        product.description = firstText(info, {"description", "summary"});
        product.version = info["version"].text();
        product.lifecycle = firstText(info, {"lifecycleStatus", "x-lifecycle", "status"});
        product.tags = m_root["tags"].texts() + info["tags"].texts();
        const QString kind = firstText(info, {"x-productType", "productType", "x-prop-type"});
        product.kindText = kind;
        const QString lower = kind.toLower();
        if (lower.startsWith(u"source"_s))
            product.alignment = DataProduct::Alignment::Source;
        else if (lower.startsWith(u"aggregate"_s))
            product.alignment = DataProduct::Alignment::Aggregate;
        else if (lower.startsWith(u"consumer"_s))
            product.alignment = DataProduct::Alignment::Consumer;
        if (const Node &domain = info["domain"]; !domain.text().isEmpty()) {
            product.domain = domain.text();
            m_out.domains.append(impliedDomain(m_context, domain));
        }
        const Node &owner = info["owner"];
        if (owner.isMap()) {
            const QString id = owner["id"].text();
            const QString name = owner["name"].text();
            if (!id.isEmpty() || !name.isEmpty()) {
                const QString contact = id.contains(u'@') ? id : QString();
                product.owners.append({id.isEmpty() ? name : id, name.isEmpty() ? id : name, u"owner"_s, contact});
                Party party;
                party.id = id.isEmpty() ? name : id;
                party.name = name.isEmpty() ? id : name;
                party.email = contact;
                party.source = sourceOf(m_context, owner);
                m_out.parties.append(std::move(party));
            }
        }
        for (const Node &contact : info["contactPoints"].items())
            product.support.append(
                {firstText(contact, {"name", "type"}), firstText(contact, {"address", "url", "email", "channel"})});
        for (size_t i = 0; i < info.keys().size(); ++i) {
            if (info.keys()[i].startsWith(u"x-"_s) && info.keys()[i] != u"x-productType"_s)
                addProperty(product.properties, info.keys()[i], info.items()[i]);
        }
        addProperty(product.properties, "externalDocs", m_root["externalDocs"]);
        product.source = sourceOf(m_context, m_root);
        m_out.products.append(std::move(product));
    }

    static QString nameOfUrn(const QString &id)
    {
        const QStringList parts = id.split(u':');
        // urn:dpds:company:dataproducts:<name>:<major version>
        return parts.size() >= 6 && parts.first() == u"urn"_s ? parts.at(4) : id;
    }

    void readPorts(const Node &list, bool output, const QString &type)
    {
        list.use();
        for (const Node &given : list.items()) {
            const Located at = resolved({&given, m_context.file});
            const Node &node = *at.node;
            Port port;
            port.product = m_id;
            port.output = output;
            port.name = firstText(node, {"name", "displayName", "id"});
            if (port.name.isEmpty())
                port.name = firstText(given, {"name", "id", "$ref"});
            port.version = node["version"].text();
            port.id = portId(m_id, output, port.name, port.version);
            port.description = firstText(given, {"description"});
            if (port.description.isEmpty())
                port.description = node["description"].text();
            addProperty(port.properties, "displayName", node["displayName"]);
            addProperty(port.properties, "fullyQualifiedName", node["fullyQualifiedName"]);
            addProperty(port.properties, "dependsOn", node["dependsOn"]);
            addProperty(port.properties, "componentGroup", node["componentGroup"]);
            port.tags = node["tags"].texts();
            const Node &promises = node["promises"];
            addProperty(port.server, "platform", promises["platform"]);
            port.type = type.isEmpty() ? firstText(promises, {"servicesType", "serviceType"}) : type;
            for (size_t i = 0; i < node.keys().size(); ++i) {
                if (node.keys()[i].startsWith(u"x-"_s))
                    addProperty(port.properties, node.keys()[i], node.items()[i]);
            }
            port.source = sourceOf(m_context, given);
            readTerms(node, at.file, port);
            m_out.ports.append(std::move(port));
        }
    }

    /// Promises, expectations and obligations of a port are what other standards call its contract.
    void readTerms(const Node &node, const QString &file, Port &port)
    {
        const Node &promises = node["promises"];
        // "expectatctions" stands in published descriptors.
        const Node &expectations = node.has("expectations") ? node["expectations"] : node["expectatctions"];
        const Node &obligations = node.has("obligations") ? node["obligations"] : node["contracts"];
        if (!promises.isMap() && !expectations.isMap() && !obligations.isMap())
            return;
        Contract contract;
        contract.id = node["fullyQualifiedName"].text().isEmpty() ? port.id : node["fullyQualifiedName"].text();
        contract.name = port.name;
        contract.standard = u"DPDS"_s;
        contract.standardVersion = m_version;
        contract.version = port.version;
        contract.product = m_id;
        contract.purpose = textOf(expectations["audience"]);
        contract.usage = textOf(expectations["usage"]);
        contract.source = port.source;
        addTerm(contract.termsOfUse, u"termsAndConditions"_s, obligations["termsAndConditions"]);
        addTerm(contract.termsOfUse, u"deprecationPolicy"_s, promises["deprecationPolicy"]);
        addTerm(contract.price, u"billingPolicy"_s, obligations["billingPolicy"]);
        port.contract = contract.id;
        readLevels(promises["slo"], u"slo"_s, contract.id);
        readLevels(obligations["sla"], u"sla"_s, contract.id);
        readApi(promises["api"], file, contract, port);
        m_out.contracts.append(std::move(contract));
    }

    static QString textOf(const Node &policy)
    {
        const QString text = policy["description"].text();
        return text.isEmpty() ? plain(policy["definition"]) : text;
    }

    static void addTerm(QList<Property> &to, const QString &name, const Node &policy)
    {
        if (!policy.isMap())
            return;
        policy["name"].use();
        policy["version"].use();
        policy["specification"].use();
        addProperty(to, name, policy["description"]);
        const Node &definition = policy["definition"];
        for (size_t i = 0; i < definition.keys().size(); ++i)
            addProperty(to, name + u'.' + definition.keys()[i], definition.items()[i]);
        addProperty(to, name + u".externalDocs"_s, policy["externalDocs"]["$href"]);
    }

    /// Every scalar below an SLO's or SLA's definition is a level: { x-operationalSlo: { availability: "0.99" } }.
    void readLevels(const Node &policy, const QString &which, const QString &owner)
    {
        if (!policy.isMap())
            return;
        const QString description = policy["description"].text();
        addLevels(policy["definition"], which, owner, description, 0);
    }

    void addLevels(const Node &node, const QString &path, const QString &owner, const QString &description, int depth)
    {
        node.use();
        if (depth > 8)
            return;
        for (size_t i = 0; i < node.keys().size(); ++i) {
            const Node &value = node.items()[i];
            const QString key = node.keys()[i];
            if (value.isMap()) {
                addLevels(value, path + u'/' + key, owner, description, depth + 1);
            } else if (value.isScalar()) {
                ServiceLevel level;
                level.ownerKind = Kind::Contract;
                level.owner = owner;
                level.property = key.startsWith(u"x-"_s) ? key.mid(2) : key;
                level.id = path + u'/' + key;
                level.value = value.text();
                level.description = description;
                level.source = sourceOf(m_context, value);
                m_out.serviceLevels.append(std::move(level));
            }
        }
    }

    /// The datastore API lists the tables a port offers, each with a JSON schema of its columns.
    void readApi(const Node &given, const QString &file, const Contract &contract, Port &port)
    {
        if (!given.isMap())
            return;
        const Located at = resolved({&given, file});
        const Node &api = *at.node;
        addProperty(port.server, "api", api["name"]);
        addProperty(port.server, "specification", api["specification"]);
        addProperty(port.server, "externalDocs", api["externalDocs"]["$href"]);
        const Located definitionAt = resolved({&api["definition"], at.file});
        const Node &definition = *definitionAt.node;
        if (definition.isScalar() || !definition["schema"].isMap())
            return;
        const Node &schema = definition["schema"];
        const QString database = schema["databaseName"].text();
        const QString space = firstText(schema, {"databaseSchemaName", "schemaName"});
        for (const Node &table : schema["tables"].items())
            readTable(table, definitionAt.file, database, space, contract, port);
    }

    void readTable(const Node &given, const QString &file, const QString &database, const QString &space,
                   const Contract &contract, Port &port)
    {
        const Located at = resolved({&given, file});
        const Node &table = *at.node;
        const Located schemaAt = resolved({&table["definition"], at.file});
        const Node &schema = *schemaAt.node;
        Dataset dataset;
        dataset.name = firstText(table, {"name"});
        if (dataset.name.isEmpty())
            dataset.name = schema["name"].text();
        if (dataset.name.isEmpty())
            return;
        QStringList parts{database, space, dataset.name};
        parts.removeAll(QString());
        dataset.id = contract.id + u'/' + parts.join(u'.');
        dataset.description = firstText(schema, {"description"});
        if (dataset.description.isEmpty())
            dataset.description = table["description"].text();
        dataset.type = schema["physicalType"].text().toLower();
        if (dataset.type.isEmpty())
            dataset.type = u"table"_s;
        dataset.contract = contract.id;
        dataset.product = m_id;
        dataset.tags = table["tags"].texts();
        dataset.source = sourceOf(m_context, given);
        port.datasets.append(dataset.id);
        int ordinal = 0;
        addColumns(schema, dataset.id, {}, ordinal, 0);
        m_out.datasets.append(std::move(dataset));
    }

    void addColumns(const Node &schema, const QString &dataset, const QString &prefix, int &ordinal, int depth)
    {
        const Node &properties = schema["properties"];
        if (depth > 64 || !properties.isMap())
            return;
        const QStringList required = schema["required"].isSequence() ? schema["required"].texts() : QStringList();
        for (size_t i = 0; i < properties.keys().size(); ++i) {
            const Node &node = properties.items()[i];
            if (!node.isMap())
                continue;
            Column column;
            column.dataset = dataset;
            column.path = prefix + properties.keys()[i];
            column.ordinal = ordinal++;
            column.logicalType = node["type"].isSequence() ? node["type"].texts().join(u'|') : node["type"].text();
            if (const QString format = node["format"].text(); !format.isEmpty())
                column.logicalType += u" ("_s + format + u')';
            column.physicalType = node["physicalType"].text();
            column.description = node["description"].text();
            if (const auto nullable = node["isNullable"].boolean())
                column.nullable = nullable;
            else if (!required.isEmpty())
                column.nullable = !required.contains(properties.keys()[i]);
            column.unique = node["isUnique"].boolean().value_or(false);
            column.primaryKey = node["isPrimaryKey"].boolean().value_or(node["primaryKey"].boolean().value_or(false));
            column.classification = firstText(node, {"classificationLevel", "classification", "x-classification"});
            column.tags = node["tags"].texts();
            for (const char *key :
                 {"displayName", "length", "precision", "scale", "pattern", "default", "kind", "ordinalPosition"})
                addProperty(column.properties, key, node[key]);
            const QString path = column.path;
            m_out.columns.append(std::move(column));
            if (node["properties"].isMap())
                addColumns(node, dataset, path + u'.', ordinal, depth + 1);
            else if (node["items"]["properties"].isMap())
                addColumns(node["items"], dataset, path + u"[]."_s, ordinal, depth + 1);
        }
    }

    /// Applications of a product are its jobs: what runs inside it.
    void readInternals()
    {
        const Node &internals = m_root["internalComponents"];
        for (const char *list : {"applicationComponents", "infrastructuralComponents"}) {
            for (const Node &given : internals[list].items()) {
                const Located at = resolved({&given, m_context.file});
                const Node &node = *at.node;
                Job job;
                const QString name = node["name"].text();
                if (name.isEmpty())
                    continue;
                job.ns = m_id;
                job.name = name;
                job.id = m_id + u'/' + name;
                job.type = list == "applicationComponents"_L1 ? u"application"_s : u"infrastructure"_s;
                job.integration = node["platform"].text();
                job.description = node["description"].text();
                if (job.description.isEmpty())
                    job.description = given["description"].text();
                addProperty(job.properties, "version", node["version"]);
                addProperty(job.properties, "applicationType", node["applicationType"]);
                for (const char *key : {"consumesFrom", "providesTo", "dependsOn"})
                    addProperty(job.properties, key, node[key]);
                job.source = sourceOf(m_context, given);
                if (job.type == u"application"_s)
                    m_out.jobs.append(std::move(job));
                else if (!m_out.products.isEmpty())
                    m_out.products.last().properties.append({u"infrastructure"_s, name});
            }
        }
    }

    const Node &m_root;
    const ReadContext &m_context;
    Records &m_out;
    QString m_version;
    QString m_id;
    std::deque<Node> m_files; // nodes of referenced files live as long as the reading
    QHash<QString, const Node *> m_loaded;
};

class DpdsFormat final : public Format {
public:
    QString name() const override { return u"DPDS"_s; }

    bool recognises(const Node &document) const override
    {
        return document.has("dataProductDescriptor") && document.has("info") && document["dataProductDescriptor"].isScalar();
    }

    void read(const Node &document, const ReadContext &context, Records &out) const override
    {
        Descriptor(document, context, out).read();
    }
};

} // namespace

std::unique_ptr<Format> makeDpds()
{
    return std::make_unique<DpdsFormat>();
}

} // namespace meshscope
