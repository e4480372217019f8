#include "models/formats/odcs.h"
#include "models/formats/all.h"

#include <QCoreApplication>

namespace meshscope {

namespace {

/// Fields of ODCS 2.2 that describe the contract's one server, and what they are called since 3.0.
struct Renamed {
    const char *old;
    const char *now;
};
constexpr Renamed serverFields[] = {{"server", "host"},
                                    {"project", "project"},
                                    {"database", "database"},
                                    {"driver", "driver"},
                                    {"driverVersion", "driverVersion"},
                                    {"username", "username"},
                                    {"schedulerAppName", "schedulerAppName"}};

/// ODCS 2.2, 3.0 and 3.1; later ones are read for what is known.
class Odcs : public Format {
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("ODCS"); }

    [[nodiscard]] bool recognises(const Node &document) const override
    {
        const Node &kind = document.peek("kind");
        const bool isContract = kind.type() == Node::Type::String && kind.text() == QLatin1String("DataContract");
        const Node &version = document.peek("apiVersion");
        if (isContract && !version.isNull())
            return version.isScalar() && versionOf(version.text()); // not a Kubernetes `group/v1`
        const bool hasBody = document.peek("schema").isSequence() || document.peek("dataset").isSequence() ||
                             document.peek("slaProperties").isSequence() || document.peek("servers").isSequence();
        if (isContract)
            return hasBody;
        return document.peek("dataset").isSequence() && (document.has("quantumName") || document.has("datasetName"));
    }

    void read(const Node &document, const ReadContext &context, Records &out) const override
    {
        const DocumentReader reader(document, context, out);
        document["kind"].use();
        reader.noteVersion(document["apiVersion"], name(), QStringLiteral("3.1"));
        Contract contract = readContract(reader);
        // 2.2 where it says so, or where it says nothing and has 2.2's `dataset`.
        const std::optional<Version> version = versionOf(contract.standardVersion);
        const bool old = version ? version->major < 3 : document.has("dataset");
        if (old)
            readOldFields(reader, contract);
        readLevels(reader, contract);
        if (old || document.peek("dataset").isSequence())
            odcs::readTables(reader, contract);
        if (!old || document.peek("schema").isSequence())
            odcs::readSchema(reader, contract);
        UniqueIds ids;
        odcs::readRules(reader, document, contract, {}, {}, ids);
        out.contracts.append(contract);
    }

private:
    static Contract readContract(const DocumentReader &reader)
    {
        const Node &document = reader.document();
        Contract contract;
        contract.standard = QStringLiteral("ODCS");
        contract.standardVersion = reader.text(document, "apiVersion");
        contract.source = reader.source();
        contract.id = reader.firstText(document, {"id", "uuid"});
        contract.product = reader.firstText(document, {"dataProduct", "quantumName"});
        contract.name = reader.firstText(document, {"name", "datasetName"});
        if (contract.name.isEmpty())
            contract.name = contract.product.isEmpty() ? contract.id : contract.product;
        if (contract.id.isEmpty())
            contract.id = contract.name;
        if (contract.id.isEmpty())
            reader.warn(document, QCoreApplication::translate("meshscope::Formats",
                                                              "This data contract has no id and no name. Give it an “id”."));
        contract.version = reader.text(document, "version");
        contract.lifecycle = reader.text(document, "status");
        contract.domain = bitol::domain(reader, document, document.has("domain") ? "domain" : "datasetDomain");
        contract.tags = reader.texts(document, "tags");
        bitol::description(reader, document, contract);
        contract.terms = bitol::terms(reader, document, QStringLiteral("/authoritativeDefinitions"));
        for (const char *part : {"team", "support", "roles", "servers", "slaProperties", "price", "stakeholders"})
            contract.terms += bitol::termsBelow(reader, document.peek(part));
        contract.terms.removeDuplicates();
        contract.support = bitol::support(reader, document);
        contract.owners = bitol::team(reader, document, document.has("team") ? "team" : "stakeholders");
        for (const char *key : {"tenant", "contractCreatedTs"})
            addProperty(contract.properties, key, document[key]);
        contract.properties += bitol::customProperties(reader, document);
        const Node &price = reader.map(document, "price");
        for (const char *key : {"priceAmount", "priceCurrency", "priceUnit"})
            addProperty(contract.price, key, price[key]);
        for (const Node *role : reader.maps(document, "roles"))
            readRole(reader, *role, contract);
        for (const Node *node : reader.maps(document, "servers")) {
            contract.servers.append(readServer(reader, *node, {}));
            contract.servers.last().settings += bitol::customProperties(reader, *node);
            for (const Node *role : reader.maps(*node, "roles"))
                readRole(reader, *role, contract);
        }
        return contract;
    }

    static void readRole(const DocumentReader &reader, const Node &node, Contract &contract)
    {
        ContractRole role{reader.text(node, "role"), reader.text(node, "access"), reader.text(node, "description"), {}};
        for (const char *key : {"firstLevelApprovers", "secondLevelApprovers"}) {
            const QString approvers = plain(node[key]);
            if (!approvers.isEmpty() && approvers != QLatin1String("na"))
                role.approvers.append(approvers);
        }
        for (const Property &property : bitol::customProperties(reader, node))
            contract.properties.append({QStringLiteral("role %1 %2").arg(role.name, property.name), property.value});
        contract.roles.append(role);
    }

    static void readOldFields(const DocumentReader &reader, Contract &contract)
    {
        const Node &document = reader.document();
        Server server;
        server.type = reader.firstText(document, {"sourcePlatform", "type"});
        for (const Renamed &field : serverFields)
            addProperty(server.settings, field.now, document[field.old]);
        if (!server.settings.isEmpty()) {
            if (!server.setting(u"driver").isEmpty() && server.type.isEmpty())
                server.type = server.setting(u"driver");
            contract.servers.append(server);
        }
        for (const char *key : {"productDl", "productSlackChannel", "productFeedbackUrl"})
            addProperty(contract.support, key, document[key]);
        for (const char *key : {"type", "datasetKind", "userConsumptionMode", "sourceSystem", "sourcePlatform",
                                "datasetName", "templateName", "quantumName"})
            addProperty(contract.properties, key, document[key]);
    }

    static void readLevels(const DocumentReader &reader, Contract &contract)
    {
        const Node &document = reader.document();
        const QString defaultElement =
            plain(document[document.has("slaDefaultElement") ? "slaDefaultElement" : "slaDefaultColumn"]);
        if (!defaultElement.isEmpty())
            contract.properties.append({QStringLiteral("slaDefaultElement"), defaultElement});
        UniqueIds ids;
        int index = 0;
        for (const Node *node : reader.maps(document, "slaProperties")) {
            ServiceLevel level;
            level.ownerKind = Kind::Contract;
            level.owner = contract.id;
            level.property = reader.text(*node, "property");
            level.value = plain((*node)["value"]);
            level.valueTo = plain((*node)["valueExt"]);
            level.unit = reader.text(*node, "unit");
            level.element = plain((*node)[node->has("element") ? "element" : "column"]);
            if (level.element.isEmpty())
                level.element = defaultElement;
            level.driver = reader.text(*node, "driver");
            level.description = reader.text(*node, "description");
            const QString schedule = reader.text(*node, "schedule");
            const QString scheduler = reader.text(*node, "scheduler");
            level.schedule = scheduler.isEmpty() ? schedule : (scheduler + u' ' + schedule).trimmed();
            level.source = reader.source(*node, QStringLiteral("/slaProperties/%1").arg(index++));
            const QString id = reader.text(*node, "id");
            level.id = ids.next(!id.isEmpty()             ? id
                                : level.element.isEmpty() ? level.property
                                                          : level.property + u'/' + level.element);
            if (level.property.isEmpty())
                reader.warn(*node, QCoreApplication::translate("meshscope::Formats",
                                                               "A service level has no “property”. Say what it promises."));
            reader.out().serviceLevels.append(level);
        }
    }
};

} // namespace

std::unique_ptr<Format> makeOdcs()
{
    return std::make_unique<Odcs>();
}

} // namespace meshscope
