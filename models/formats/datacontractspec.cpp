#include "models/formats/datacontractspec.h"
#include "models/formats/all.h"
#include "models/formats/bitol.h"

#include <QCoreApplication>

namespace meshscope {

namespace {

/// Which field of a service level of the Data Contract Specification is its value.
struct LevelFields {
    const char *property;
    std::initializer_list<std::string_view> value;
    std::initializer_list<std::string_view> element;
};
const LevelFields levelFields[] = {
    {"availability", {"percentage"}, {}},
    {"retention", {"period"}, {"timestampField"}},
    {"latency", {"threshold"}, {"processedTimestampField", "sourceTimestampField"}},
    {"freshness", {"threshold"}, {"timestampField"}},
    {"frequency", {"interval", "type"}, {}},
    {"support", {"responseTime", "time"}, {}},
    {"backup", {"interval", "recoveryTime"}, {}},
};

/// Data Contract Specification 0.9 to 1.2: https://datacontract-specification.com
class DataContractSpecification : public Format {
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("Data Contract Specification"); }

    [[nodiscard]] bool recognises(const Node &document) const override
    {
        return document.peek("dataContractSpecification").isScalar();
    }

    void read(const Node &document, const ReadContext &context, Records &out) const override
    {
        const DocumentReader reader(document, context, out);
        reader.noteVersion(document["dataContractSpecification"], name(), QStringLiteral("1.2"));
        Contract contract = readContract(reader);
        readTerms(reader, contract);
        readServers(reader, contract);
        readLevels(reader, contract);
        dcs::readModels(reader, contract);
        dcs::readEmbeddedSchema(reader, contract);
        out.contracts.append(contract);
    }

private:
    static Contract readContract(const DocumentReader &reader)
    {
        const Node &document = reader.document();
        const Node &info = reader.map(document, "info");
        Contract contract;
        contract.standard = QStringLiteral("DCS");
        contract.standardVersion = reader.text(document, "dataContractSpecification");
        contract.source = reader.source();
        contract.id = reader.text(document, "id");
        contract.name = reader.text(info, "title");
        if (contract.id.isEmpty()) {
            contract.id = contract.name;
            reader.warn(document,
                        QCoreApplication::translate("meshscope::Formats", "This data contract has no id. Give it an “id”."));
        }
        contract.version = reader.text(info, "version");
        contract.lifecycle = reader.text(info, "status");
        contract.description = reader.text(info, "description");
        contract.product = reader.text(info, "dataProduct");
        contract.domain = bitol::domain(reader, info, "domain");
        contract.tags = reader.texts(document, "tags");
        addProperty(contract.properties, "outputPort", info["outputPort"]);
        contract.properties += reader.properties(document, "links") + reader.properties(document, "custom");
        if (const QString owner = reader.text(info, "owner"); !owner.isEmpty()) {
            contract.owners.append({owner, owner, QStringLiteral("owner"), {}});
            bitol::mention(reader, info.peek("owner"), owner, owner, true);
        }
        const Node &contact = reader.map(info, "contact");
        const QString contactName = reader.text(contact, "name");
        const QString email = reader.text(contact, "email");
        const QString url = reader.text(contact, "url");
        if (!contactName.isEmpty() || !email.isEmpty() || !url.isEmpty()) {
            contract.owners.append({email, contactName, QStringLiteral("contact"), email.isEmpty() ? url : email});
            bitol::mention(reader, contact, email, contactName, false);
            contract.support.append({QStringLiteral("contact"), url.isEmpty() ? email : url});
        }
        // 0.9.0 embeds the schema in another language: kept as it stands, and read where it is known.
        const Node &schema = reader.map(document, "schema");
        if (!schema.isNull())
            contract.properties.append(
                {QStringLiteral("schema ") + reader.text(schema, "type"), plain(schema["specification"])});
        return contract;
    }

    static void readTerms(const DocumentReader &reader, Contract &contract)
    {
        const Node &terms = reader.map(reader.document(), "terms");
        contract.usage = reader.text(terms, "usage");
        contract.limitations = reader.text(terms, "limitations");
        contract.purpose = reader.text(terms, "purpose");
        addProperty(contract.price, "billing", terms["billing"]);
        addProperty(contract.termsOfUse, "noticePeriod", terms["noticePeriod"]);
        for (const Node *policy : reader.maps(terms, "policies")) {
            const QString name = reader.firstText(*policy, {"name", "type"});
            QStringList parts{reader.text(*policy, "description"), reader.text(*policy, "url")};
            parts.removeAll(QString());
            contract.termsOfUse.append({name.isEmpty() ? QStringLiteral("policy") : name, parts.join(u' ')});
        }
    }

    static void readServers(const DocumentReader &reader, Contract &contract)
    {
        const Node &servers = reader.map(reader.document(), "servers");
        for (size_t i = 0; i < servers.items().size(); ++i) {
            const Node &node = servers.items()[i];
            if (!node.isMap()) {
                reader.warn(node, QCoreApplication::translate("meshscope::Formats", "The server “%1” should be an object.")
                                      .arg(servers.keys()[i]));
                continue;
            }
            contract.servers.append(readServer(reader, node, servers.keys()[i]));
            for (const Node *role : reader.maps(node, "roles")) {
                contract.roles.append({reader.firstText(*role, {"name", "role"}),
                                       QStringLiteral("read"),
                                       reader.text(*role, "description"),
                                       {}});
            }
        }
    }

    static void readLevels(const DocumentReader &reader, const Contract &contract)
    {
        const Node &levels = reader.map(reader.document(), "servicelevels");
        for (size_t i = 0; i < levels.items().size(); ++i) {
            const Node &node = levels.items()[i];
            ServiceLevel level;
            level.ownerKind = Kind::Contract;
            level.owner = contract.id;
            level.id = level.property = levels.keys()[i];
            level.source = reader.source(node, QStringLiteral("/servicelevels/") + level.property);
            if (!node.isMap()) {
                level.value = plain(node);
                reader.out().serviceLevels.append(level);
                continue;
            }
            level.description = reader.text(node, "description");
            level.schedule = reader.text(node, "cron");
            const auto known = std::find_if(std::begin(levelFields), std::end(levelFields), [&level](const LevelFields &f) {
                return level.property == QLatin1String(f.property);
            });
            if (known != std::end(levelFields)) {
                level.value = reader.firstText(node, known->value);
                level.element = reader.firstText(node, known->element);
                if (node.has("unlimited") && reader.flag(node, "unlimited").value_or(false))
                    level.value = QStringLiteral("unlimited");
                if (level.value.isEmpty())
                    level.value = level.schedule;
            } else {
                level.value = node.json();
            }
            reader.out().serviceLevels.append(level);
        }
    }
};

} // namespace

std::unique_ptr<Format> makeDataContractSpecification()
{
    return std::make_unique<DataContractSpecification>();
}

} // namespace meshscope
