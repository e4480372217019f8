#include "models/formats/all.h"
#include "models/formats/reading.h"
#include "models/mesh/address.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

/// opendataproducts.org ODPS 3.0 to 4.1. Texts stand under language codes; components stand at the root (3.x) or below
/// `product` (4.x), and may be references into `Components` or a sibling (`#/SLA/default`).
class OpenDataProduct {
public:
    OpenDataProduct(const Node &document, const ReadContext &context, Records &out)
        : m_root(document)
        , m_product(document["product"])
        , m_context(context)
        , m_out(out)
    {
    }

    void read()
    {
        m_root["schema"].use();
        m_version = m_root["version"].text();
        if (m_version.section(u'.', 0, 0).toInt() > 4) {
            m_out.issues.append(
                issueAt(Issue::Severity::Note, m_context, m_root["version"],
                        QCoreApplication::translate(
                            "meshscope::OpenDataProducts",
                            "opendataproducts.org ODPS %1 is newer than what is known (4.1): what is known of it was read")
                            .arg(m_version)));
        }
        const Node &details = details_();
        m_id = details["productID"].text();
        DataProduct product;
        product.name = details["name"].text();
        if (m_id.isEmpty())
            m_id = product.name;
        if (m_id.isEmpty()) {
            m_out.issues.append(
                issueAt(Issue::Severity::Error, m_context, details,
                        QCoreApplication::translate("meshscope::OpenDataProducts",
                                                    "the product has neither `productID` nor `name`: give it one of them")));
            return;
        }
        product.id = m_id;
        readDetails(details, product);
        readHolder(product);
        readLicence(product);
        readPlans(product);
        readSupport(product);
        readContract(product);
        readAccess();
        readLevels(component("SLA"), u"SLA"_s);
        readQuality(component("dataQuality"));
        product.source = sourceOf(m_context, m_root);
        m_out.products.append(std::move(product));
    }

private:
    /// The value in the person's language: `{en: …, fi: …}`, a list of such maps, or the value itself.
    const Node &inLanguage(const Node &node) const
    {
        node.use();
        if (node.isSequence()) {
            for (const QString &language : m_context.languages) {
                for (const Node &item : node.items()) {
                    if (item.has(language.toStdString())) {
                        item.use();
                        return item[language.toStdString()];
                    }
                }
            }
            if (node.size() > 0 && node.items().front().isMap() && !node.items().front().keys().empty() &&
                isLanguageMap(node.items().front())) {
                node.items().front().use();
                return node.items().front().items().front();
            }
            return node;
        }
        if (!node.isMap() || !isLanguageMap(node))
            return node;
        for (const QString &language : m_context.languages) {
            if (node.has(language.toStdString()))
                return node[language.toStdString()];
        }
        return node.items().front();
    }

    static bool isLanguageMap(const Node &node)
    {
        if (node.keys().empty())
            return false;
        return std::all_of(node.keys().begin(), node.keys().end(), [](const QString &key) {
            return key.size() == 2 || (key.size() == 5 && (key.at(2) == u'-' || key.at(2) == u'_'));
        });
    }

    QString textIn(const Node &node) const
    {
        const Node &value = inLanguage(node);
        return value.isScalar() ? value.text() : value.isSequence() ? value.texts().join(u", "_s) : QString();
    }

    const Node &details_() const
    {
        // 2.x and 3.0 put the languages directly below `product`.
        return m_product.has("details") ? inLanguage(m_product["details"]) : inLanguage(m_product);
    }

    const Node &component(std::string_view name) const
    {
        return resolved(m_product.has(name) ? m_product[name] : m_root[name]);
    }

    /// Follows `$ref: '#/a/b'` inside the document, at the root or below `product` or `Components`; a few steps at most.
    const Node &resolved(const Node &node) const
    {
        const Node *at = &node;
        for (int step = 0; step < 8 && at->isMap() && at->has("$ref"); ++step) {
            const Node &reference = (*at)["$ref"];
            const QString path = reference.text();
            const Node *target = nullptr;
            if (path.startsWith(u"#/"_s)) {
                const QStringList parts = path.mid(2).split(u'/');
                for (const Node *base : {&m_root, &m_product, &m_root["Components"], &m_root["components"]}) {
                    target = descend(*base, parts);
                    if (!target && parts.size() > 1)
                        target = descend(*base, parts.mid(1));
                    if (target)
                        break;
                }
            }
            if (!target || target == at) {
                m_out.issues.append(issueAt(Issue::Severity::Warning, m_context, reference,
                                            QCoreApplication::translate("meshscope::OpenDataProducts",
                                                                        "the reference %1 leads nowhere in this document")
                                                .arg(path)));
                return *at;
            }
            at = target;
        }
        return *at;
    }

    static const Node *descend(const Node &base, const QStringList &parts)
    {
        const Node *at = &base;
        for (const QString &part : parts) {
            const std::string key = part.toStdString();
            if (at->isMap() && !at->has(key) && at->has("declarative"))
                at = &(*at)["declarative"];
            if (!at->has(key))
                return nullptr;
            at = &(*at)[key];
        }
        return at;
    }

    void readDetails(const Node &details, DataProduct &product)
    {
        product.description = details["description"].text();
        product.purpose = details["valueProposition"].text();
        product.lifecycle = details["status"].text();
        product.version = details["productVersion"].text();
        product.kindText = details["type"].text();
        product.limitations = details["issues"].text();
        const QString kind = product.kindText.toLower();
        product.isAnalytical = kind.contains(u"report"_s) || kind.contains(u"analytic"_s) || kind.contains(u"visuali"_s) ||
                               kind.contains(u"decision"_s) || kind == u"algorithm"_s;
        product.tags = details["tags"].texts();
        for (const QString &category : details["categories"].texts()) {
            if (!product.tags.contains(category))
                product.tags.append(category);
        }
        for (const char *key : {"visibility", "governanceProfile", "portfolioPriority", "productSeries", "versionNotes",
                                "brandSlogan", "logoURL", "created", "updated", "productFamily"}) {
            addProperty(product.properties, key, details[key]);
        }
        for (const char *key : {"standards", "outputFileFormats"})
            addProperty(product.properties, key, details[key]);
        for (const Node &item : details["useCases"].items()) {
            const Node &use = item.has("useCase") ? item["useCase"] : item;
            product.properties.append({use["useCaseTitle"].text(), use["useCaseDescription"].text()});
            addProperty(product.properties, "useCaseURL", use["useCaseURL"]);
        }
        for (const QString &name : details["recommendedDataProducts"].texts())
            product.properties.append({u"recommendedDataProduct"_s, name});
    }

    void readHolder(DataProduct &product)
    {
        const Node &holder = inLanguage(component("dataHolder"));
        const QString name = holder["legalName"].text();
        const QString contact = holder["email"].text();
        const QString domain = holder["businessDomain"].text();
        if (!name.isEmpty()) {
            Party party;
            party.id = contact.isEmpty() ? name : contact;
            party.name = name;
            party.isTeam = true;
            party.email = contact;
            party.description = holder["description"].text();
            party.source = sourceOf(m_context, holder);
            for (const char *key : {"URL", "telephone", "streetAddress", "postalCode", "addressRegion", "addressLocality",
                                    "addressCountry", "businessId", "taxID", "vatID", "logoURL", "aggregateRating",
                                    "ratingCount", "slogan", "parentOrganization"})
                addProperty(party.properties, key, holder[key]);
            product.owners.append({party.id, name, u"owner"_s, contact});
            m_out.parties.append(std::move(party));
        }
        const QString person = holder["contactName"].text();
        if (!person.isEmpty())
            product.owners.append({{}, person, u"contact"_s, contact});
        if (!domain.isEmpty()) {
            product.domain = domain;
            m_out.domains.append(impliedDomain(m_context, holder["businessDomain"]));
        }
    }

    void readLicence(DataProduct &product)
    {
        const Node &licence = inLanguage(component("license"));
        for (size_t i = 0; i < licence.keys().size(); ++i) {
            const Node &part = licence.items()[i];
            part.use();
            if (part.isMap()) {
                for (size_t j = 0; j < part.keys().size(); ++j)
                    product.termsOfUse.append({licence.keys()[i] + u'.' + part.keys()[j], plain(part.items()[j])});
            } else {
                product.termsOfUse.append({licence.keys()[i], plain(part)});
            }
        }
    }

    void readPlans(DataProduct &product)
    {
        const Node &plans = component("pricingPlans");
        const Node &declared = plans.has("declarative") ? plans["declarative"] : plans;
        for (const Node &plan : inLanguage(declared).items()) {
            if (!plan.isMap())
                continue;
            const QString name = plan["name"].text();
            QString price = plan["price"].text() + u' ' + plan["priceCurrency"].text();
            for (const char *key : {"billingDuration", "unit"}) {
                const QString text = plan[key].text();
                if (!text.isEmpty())
                    price += u", "_s + text;
            }
            product.price.append({name, price.trimmed()});
            for (const QString &offer : plan["offering"].texts())
                product.price.append({name, offer});
            addProperty(product.price, "notes", plan["notes"]);
            addProperty(product.price, "maxTransactionQuantity", plan["maxTransactionQuantity"]);
            if (plan.has("SLA"))
                readLevels(plan["SLA"], name);
        }
    }

    void readSupport(DataProduct &product)
    {
        const Node &direct = component("support");
        const Node &support = direct.isNull() ? component("SLA")["support"] : direct;
        for (size_t i = 0; i < support.keys().size(); ++i)
            product.support.append({support.keys()[i], plain(support.items()[i])});
    }

    void readContract(const DataProduct &product)
    {
        const Node &node = component("contract");
        if (node.isNull())
            return;
        Contract contract;
        contract.id = node["id"].text();
        if (contract.id.isEmpty())
            return;
        contract.name = product.name;
        contract.standard = node["type"].text();
        contract.standardVersion = node["contractVersion"].text();
        contract.product = m_id;
        contract.source = sourceOf(m_context, node);
        addProperty(contract.properties, "contractURL", node["contractURL"]);
        const Node &spec = node["spec"];
        if (spec.isMap()) {
            contract.description = spec["info"]["description"].text();
            contract.version = spec["info"]["version"].text();
            addProperty(contract.properties, "spec", spec);
        }
        m_contract = contract.id;
        m_out.contracts.append(std::move(contract));
    }

    void readAccess()
    {
        const Node &access = component("dataAccess");
        for (size_t i = 0; i < size_t(access.size()); ++i) {
            const Node &given = access.items()[i];
            const Node &item = resolved(given);
            if (!item.isMap())
                continue;
            Port port;
            port.product = m_id;
            port.name = access.isMap() ? access.keys()[i] : item["interface"].text();
            if (port.name.isEmpty())
                port.name = QString::number(i + 1);
            const QString title = textIn(item["name"]);
            port.description = textIn(item["description"]);
            port.type = firstText(item, {"outputPorttype", "outputPortType", "type", "interface", "format"});
            port.id = portId(m_id, true, port.name, {});
            if (!title.isEmpty() && title != port.name)
                port.properties.append({u"name"_s, title});
            for (const char *key : {"authenticationMethod", "specification", "format", "specsURL", "accessURL",
                                    "documentationURL", "hashType", "checksum", "interface"})
                addProperty(port.server, key, item[key]);
            port.contract = m_contract;
            port.source = sourceOf(m_context, item);
            m_out.ports.append(std::move(port));
        }
    }

    /// A list of dimensions, or named profiles that each hold one; executable checks name the tool that measures.
    void readLevels(const Node &node, const QString &profile)
    {
        const Node &sla = resolved(node);
        const Node &declared = sla.isSequence() || !sla.has("declarative") ? sla : resolved(sla["declarative"]);
        if (declared.isSequence()) {
            // 4.1: packages that hold dimensions; before: the dimensions themselves.
            for (const Node &item : declared.items()) {
                const Node &package = resolved(item);
                addLevel(package, profile);
                const QString name = textIn(package["name"]);
                for (const Node &dimension : package["dimensions"].items())
                    addLevel(dimension, name.isEmpty() ? profile : profile + u'/' + name);
            }
        } else {
            for (size_t i = 0; i < size_t(declared.size()); ++i) {
                const Node &item = resolved(declared.items()[i]);
                if (item.has("dimensions")) {
                    for (const Node &dimension : item["dimensions"].items())
                        addLevel(dimension, declared.keys()[i]);
                } else if (item.isSequence() && declared.keys()[i] != u"executable"_s) {
                    for (const Node &dimension : item.items())
                        addLevel(dimension, declared.keys()[i]);
                }
            }
        }
        for (const Node &check : sla["executable"].items()) {
            for (ServiceLevel &level : m_out.serviceLevels) {
                if (level.owner == m_id && level.property == check["dimension"].text() && level.driver.isEmpty())
                    level.driver = check["type"].text();
            }
        }
    }

    void addLevel(const Node &item, const QString &profile)
    {
        if (!item.isMap() || !item.has("dimension"))
            return;
        ServiceLevel level;
        level.ownerKind = Kind::Product;
        level.owner = m_id;
        level.property = item["dimension"].text();
        level.value = item["objective"].text();
        level.unit = item["unit"].text();
        level.description = textIn(item.has("displaytitle")   ? item["displaytitle"]
                                   : item.has("displayTitle") ? item["displayTitle"]
                                                              : item["description"]);
        level.id = profile + u'/' + level.property;
        int copy = 1;
        while (std::any_of(m_out.serviceLevels.cbegin(), m_out.serviceLevels.cend(),
                           [&](const ServiceLevel &l) { return l.owner == m_id && l.id == level.id; }))
            level.id = profile + u'/' + level.property + u'/' + QString::number(++copy);
        level.source = sourceOf(m_context, item);
        m_out.serviceLevels.append(std::move(level));
    }

    /// Quality objectives are promises too: "98 percent complete" is measured like availability.
    void readQuality(const Node &quality)
    {
        readLevels(quality, u"dataQuality"_s);
        for (const Node &check : quality["executable"].items()) {
            QualityRule rule;
            rule.contract = m_contract;
            rule.dimension = check["dimension"].text();
            rule.name = rule.dimension;
            rule.id = m_id + u"/executable/"_s + rule.dimension + u'/' + QString::number(m_out.qualityRules.size());
            rule.type = check["type"].text();
            rule.text = check["reference"].text();
            rule.expression = check["spec"].isScalar() ? check["spec"].text() : check["spec"].json();
            m_out.qualityRules.append(std::move(rule));
        }
    }

    const Node &m_root;
    const Node &m_product;
    const ReadContext &m_context;
    Records &m_out;
    QString m_version;
    QString m_id;
    QString m_contract;
};

class OpenDataProductsFormat final : public Format {
public:
    QString name() const override { return u"ODPS (opendataproducts.org)"_s; }

    bool recognises(const Node &document) const override
    {
        if (!document.has("product") || !document["product"].isMap())
            return false;
        const Node &schema = document["schema"];
        if (schema.isScalar() && schema.text().contains(u"opendataproducts"_s))
            return true;
        return document.has("version") && document["product"].has("details");
    }

    void read(const Node &document, const ReadContext &context, Records &out) const override
    {
        OpenDataProduct(document, context, out).read();
    }
};

} // namespace

std::unique_ptr<Format> makeOpenDataProducts()
{
    return std::make_unique<OpenDataProductsFormat>();
}

} // namespace meshscope
