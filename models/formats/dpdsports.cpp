#include "models/formats/dpdsports.h"
#include "models/formats/schemacolumns.h"
#include "models/mesh/address.h"

using namespace Qt::StringLiterals;

namespace meshscope::dpds {

namespace {

/// Every field that the specification leaves open.
void addExtensions(QList<Property> &to, const Node &node)
{
    for (size_t i = 0; i < node.keys().size(); ++i) {
        if (node.keys()[i].startsWith(u"x-"_s))
            addProperty(to, node.keys()[i], node.items()[i]);
    }
}

class PortReader {
public:
    PortReader(const Product &product, References &references, const ReadContext &context, Records &out)
        : m_product(product)
        , m_references(references)
        , m_context(context)
        , m_out(out)
    {
    }

    void read(const Located &list, bool output, const QString &type)
    {
        list.node->use();
        for (const Node &given : list.node->items()) {
            if (given.isMap())
                readPort({&given, list.file}, output, type);
        }
    }

private:
    void readPort(const Located &given, bool output, const QString &type)
    {
        const Located at = m_references.followed(given);
        const Node &node = *at.node;
        Port port;
        port.product = m_product.id;
        port.output = output;
        port.name = firstText(node, {"name", "displayName", "id"});
        if (port.name.isEmpty()) // a lost reference: the port is there, what it is stands elsewhere
            port.name = firstText(*given.node, {"name", "id", "$ref"});
        port.version = node["version"].text();
        port.id = portId(m_product.id, output, port.name, port.version);
        port.description = firstText(*given.node, {"description"});
        if (port.description.isEmpty())
            port.description = node["description"].text();
        for (const char *key : {"displayName", "fullyQualifiedName", "dependsOn", "componentGroup"})
            addProperty(port.properties, key, node[key]);
        addProperty(port.properties, "externalDocs", node["externalDocs"]);
        port.tags = node["tags"].texts();
        const Located promises = m_references.followed(at, "promises");
        addProperty(port.server, "platform", promises["platform"]);
        const QString service = firstText(*promises.node, {"servicesType", "serviceType"});
        port.type = type.isEmpty() ? service : type;
        if (!service.isEmpty() && service != port.type)
            port.properties.append({u"servicesType"_s, service});
        addExtensions(port.properties, node);
        addExtensions(port.properties, *promises.node);
        port.source = sourceOf(m_context, *given.node);
        readTerms(at, promises, port);
        m_out.ports.append(std::move(port));
    }

    /// Promises, expectations and obligations of a port are what other standards call its contract.
    void readTerms(const Located &at, const Located &promises, Port &port)
    {
        // "expectatctions" stands in published descriptors.
        const Located expectations =
            m_references.followed(at, at.node->has("expectations") ? "expectations" : "expectatctions");
        const Located obligations = m_references.followed(at, at.node->has("obligations") ? "obligations" : "contracts");
        if (!promises.node->isMap() && !expectations.node->isMap() && !obligations.node->isMap())
            return;
        Contract contract;
        contract.id = (*at.node)["fullyQualifiedName"].text();
        if (contract.id.isEmpty())
            contract.id = port.id;
        contract.name = port.name;
        contract.standard = u"DPDS"_s;
        contract.standardVersion = m_product.version;
        contract.version = port.version;
        contract.product = m_product.id;
        contract.domain = m_product.domain;
        contract.source = port.source;
        contract.purpose = readPolicy(expectations, "audience", contract.properties, true);
        contract.usage = readPolicy(expectations, "usage", contract.properties, true);
        addExtensions(contract.properties, *expectations.node);
        addExtensions(contract.properties, *obligations.node);
        (void)readPolicy(obligations, "termsAndConditions", contract.termsOfUse, false);
        (void)readPolicy(promises, "deprecationPolicy", contract.termsOfUse, false);
        (void)readPolicy(obligations, "billingPolicy", contract.price, false);
        port.contract = contract.id;
        readLevels(promises, "slo", contract);
        readLevels(obligations, "sla", contract);
        readApi(promises, contract, port);
        m_out.contracts.append(std::move(contract));
    }

    /// A policy's words and the facts of its definition, added to `to`; returned are the words (`separate`: they alone).
    QString readPolicy(const Located &parent, const char *key, QList<Property> &to, bool separate)
    {
        const Located policy = m_references.followed(parent, key);
        const QString name = QString::fromLatin1(key);
        if (policy.node->isScalar()) {
            if (!separate)
                addProperty(to, name, *policy.node);
            return policy.node->text();
        }
        QString words = policy["description"].text();
        const Located definition = m_references.followed(policy, "definition");
        if (definition.node->isScalar()) {
            if (words.isEmpty())
                words = definition.node->text();
            else
                addProperty(to, name + u".definition"_s, *definition.node);
        }
        for (size_t i = 0; i < definition.node->keys().size(); ++i)
            addProperty(to, name + u'.' + definition.node->keys()[i], definition.node->items()[i]);
        addProperty(to, name + u".externalDocs"_s, policy["externalDocs"]["$href"]);
        if (words.isEmpty() && separate)
            words = plain(*definition.node);
        if (!separate && !words.isEmpty())
            to.append({name, words});
        return words;
    }

    /// Every scalar below an SLO's or SLA's definition is a level: { x-operationalSlo: { availability: "0.99" } }.
    void readLevels(const Located &parent, const char *which, Contract &contract)
    {
        const Located policy = m_references.followed(parent, which);
        const QString name = QString::fromLatin1(which);
        if (!policy.node->isMap()) {
            addProperty(contract.properties, name, *policy.node);
            return;
        }
        const QString description = policy["description"].text();
        const qsizetype before = m_out.serviceLevels.size();
        const Located definition = m_references.followed(policy, "definition");
        if (definition.node->isScalar())
            addProperty(contract.properties, name + u".definition"_s, *definition.node);
        addLevels(definition, name, contract.id, description, 0);
        addExtensions(contract.properties, *policy.node);
        if (m_out.serviceLevels.size() == before && !description.isEmpty())
            contract.properties.append({name, description});
    }

    void addLevels(const Located &given, const QString &path, const QString &owner, const QString &description, int depth)
    {
        constexpr int deepest = 16;
        const Located at = m_references.followed(given);
        const Node &node = *at.node;
        if (depth > deepest)
            return;
        node.use();
        for (size_t i = 0; i < node.items().size(); ++i) {
            const Node &value = node.items()[i];
            const QString key = node.isMap() ? node.keys()[i] : QString::number(i + 1);
            if (value.size() > 0) {
                addLevels({&value, at.file}, path + u'/' + key, owner, description, depth + 1);
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

    /// A definition: an object, a reference, or (exported by the platform) its text under `rawContent`.
    Located definitionOf(const Located &parent)
    {
        const Located at = m_references.followed(parent, "definition");
        const bool isRaw = at.node->isMap() && at.node->peek("rawContent").isScalar();
        const Node &text = isRaw ? at.node->peek("rawContent") : *at.node;
        const Node &parsed = m_references.parsed(text, u"definition.json"_s);
        return parsed.isNull() ? at : m_references.followed({&parsed, at.file});
    }

    /// The datastore API lists the tables a port offers, each with a JSON schema of its columns.
    void readApi(const Located &promises, const Contract &contract, Port &port)
    {
        const Located api = m_references.followed(promises, "api");
        if (!api.node->isMap()) {
            addProperty(port.server, "api", *api.node);
            return;
        }
        addProperty(port.server, "api", api["name"]);
        addProperty(port.server, "specification", api["specification"]);
        addProperty(port.server, "specificationVersion", api["specificationVersion"]);
        addProperty(port.server, "externalDocs", api["externalDocs"]["$href"]);
        const Located definition = definitionOf(api);
        if (definition.node->isScalar())
            addProperty(port.server, "definition", *definition.node);
        const Located schema = m_references.followed(definition, "schema");
        if (!schema.node->isMap())
            return;
        const QString database = schema["databaseName"].text();
        const QString space = firstText(*schema.node, {"databaseSchemaName", "schemaName"});
        schema["tables"].use();
        for (const Node &table : schema["tables"].items())
            readTable({&table, schema.file}, {database, space}, contract, port);
    }

    void readTable(const Located &given, QStringList place, const Contract &contract, Port &port)
    {
        const Located table = m_references.followed(given);
        const Located schema = definitionOf(table);
        Dataset dataset;
        dataset.name = table["name"].text();
        if (dataset.name.isEmpty())
            dataset.name = schema["name"].text();
        if (dataset.name.isEmpty())
            return;
        place.append(dataset.name);
        place.removeAll(QString());
        dataset.id = contract.id + u'/' + place.join(u'.');
        dataset.description = schema["description"].text();
        if (dataset.description.isEmpty())
            dataset.description = table["description"].text();
        dataset.type = schema["physicalType"].text().toLower();
        if (dataset.type.isEmpty())
            dataset.type = u"table"_s;
        dataset.contract = contract.id;
        dataset.product = m_product.id;
        dataset.domain = m_product.domain;
        dataset.tags = table["tags"].texts();
        for (const char *key : {"displayName", "fullyQualifiedName"})
            addProperty(dataset.properties, key, schema[key]);
        dataset.source = sourceOf(m_context, *given.node);
        if (!port.datasets.contains(dataset.id))
            port.datasets.append(dataset.id);
        if (schema.node->peek("type").text() == u"record"_s)
            readAvroSchema(*schema.node, dataset.id, m_out);
        else
            readJsonSchema(schema, dataset.id, m_references, m_out);
        m_out.datasets.append(std::move(dataset));
    }

    const Product &m_product;
    References &m_references;
    const ReadContext &m_context;
    Records &m_out;
};

} // namespace

void readPorts(const Product &product, References &references, const ReadContext &context, Records &out)
{
    PortReader reader(product, references, context, out);
    const Located ports = references.followed(references.root(), "interfaceComponents");
    struct List {
        const char *key;
        bool output;
        QString type; ///< what ports that serve no data are
    };
    for (const List &list :
         {List{"inputPorts", false, {}}, List{"outputPorts", true, {}}, List{"observabilityPorts", true, u"observability"_s},
          List{"discoveryPorts", true, u"discovery"_s}, List{"controlPorts", true, u"control"_s}})
        reader.read(references.followed(ports, list.key), list.output, list.type);
}

} // namespace meshscope::dpds
