#include "models/formats/all.h"
#include "models/formats/dpdsports.h"
#include "models/formats/productkind.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

/// Data Product Descriptor Specification 1.0 (Open Data Mesh): info, interface components with their promises,
/// expectations and obligations, internal components. https://dpds.opendatamesh.org
class Descriptor {
public:
    Descriptor(const Node &document, const ReadContext &context, Records &out)
        : m_root(document)
        , m_context(context)
        , m_out(out)
        , m_references(document, context, out)
    {
    }

    void read()
    {
        const QString version = m_root["dataProductDescriptor"].text();
        if (version.section(u'.', 0, 0).toInt() > 1) {
            m_out.issues.append(
                issueAt(Issue::Severity::Note, m_context, m_root["dataProductDescriptor"],
                        QCoreApplication::translate(
                            "meshscope::Dpds", "DPDS %1 is newer than what is known (1.0): what is known of it was read")
                            .arg(version)));
        }
        const Node &info = *m_references.followed(m_references.root(), "info").node;
        m_product.version = version;
        m_product.id = firstText(info, {"fullyQualifiedName", "id", "entityId", "name"});
        if (m_product.id.isEmpty()) {
            m_out.issues.append(
                issueAt(Issue::Severity::Error, m_context, m_root["info"],
                        QCoreApplication::translate(
                            "meshscope::Dpds", "`info` has neither `fullyQualifiedName` nor `name`: give it one of them")));
            return;
        }
        DataProduct product = readInfo(info);
        m_product.domain = product.domain;
        dpds::readPorts(m_product, m_references, m_context, m_out);
        readInternals(product);
        product.properties += m_references.unreadElsewhere();
        m_out.products.append(std::move(product));
    }

private:
    DataProduct readInfo(const Node &info)
    {
        DataProduct product;
        product.id = m_product.id;
        product.name = firstText(info, {"displayName", "name"});
        if (product.name.isEmpty())
            product.name = nameOfUrn(product.id);
        if (const QString name = info["name"].text(); !name.isEmpty() && name != product.name)
            product.properties.append({u"name"_s, name});
        product.description = firstText(info, {"description", "summary"});
        product.version = info["version"].text();
        product.lifecycle = firstText(info, {"lifecycleStatus", "x-lifecycle", "status"});
        product.tags = m_root["tags"].texts() + info["tags"].texts();
        applyKindWord(firstText(info, {"x-productType", "productType", "x-prop-type"}), true, product);
        if (const Node &domain = info["domain"]; !domain.text().isEmpty()) {
            product.domain = domain.text();
            m_out.domains.append(impliedDomain(m_context, domain));
        }
        readOwner(info["owner"], product);
        for (const Node &contact : info["contactPoints"].items())
            readContact(contact, product);
        for (size_t i = 0; i < info.keys().size(); ++i) {
            if (info.keys()[i].startsWith(u"x-"_s) && info.keys()[i] != u"x-productType"_s)
                addProperty(product.properties, info.keys()[i], info.items()[i]);
        }
        addProperty(product.properties, "externalDocs", m_root["externalDocs"]);
        product.source = sourceOf(m_context, m_root);
        return product;
    }

    void readOwner(const Node &owner, DataProduct &product)
    {
        QString id = owner.isMap() ? owner["id"].text() : owner.text();
        QString name = owner["name"].text();
        if (id.isEmpty() && name.isEmpty())
            return;
        id = id.isEmpty() ? name : id;
        name = name.isEmpty() ? id : name;
        const QString contact = id.contains(u'@') ? id : QString();
        product.owners.append({id, name, u"owner"_s, contact});
        Party party;
        party.id = id;
        party.name = name;
        party.email = contact;
        party.source = sourceOf(m_context, owner);
        m_out.parties.append(std::move(party));
    }

    static void readContact(const Node &contact, DataProduct &product)
    {
        if (!contact.isMap()) {
            addProperty(product.support, "contact", contact);
            return;
        }
        QStringList parts;
        for (const char *key : {"address", "url", "email", "channel", "description"}) {
            if (const QString text = contact[key].text(); !text.isEmpty())
                parts.append(text);
        }
        product.support.append({firstText(contact, {"name", "type"}), parts.join(u" · "_s)});
    }

    static QString nameOfUrn(const QString &id)
    {
        const QStringList parts = id.split(u':');
        // urn:dpds:company:dataproducts:<name>:<major version>
        return parts.size() >= 6 && parts.first() == u"urn"_s ? parts.at(4) : id;
    }

    /// Applications of a product are its jobs: what runs inside it. Its infrastructure is a fact of the product.
    void readInternals(DataProduct &product)
    {
        const Located internals = m_references.followed(m_references.root(), "internalComponents");
        const Located applications = m_references.followed(internals, "applicationComponents");
        for (const Node &given : applications.node->items())
            readApplication({&given, applications.file});
        const Located infrastructure = m_references.followed(internals, "infrastructuralComponents");
        for (const Node &given : infrastructure.node->items()) {
            const Located node = m_references.followed({&given, infrastructure.file});
            QStringList parts;
            for (const char *key : {"name", "version", "description", "platform", "infrastructureType"}) {
                if (const QString text = node[key].text(); !text.isEmpty())
                    parts.append(text);
            }
            if (!parts.isEmpty())
                product.properties.append({u"infrastructure"_s, parts.join(u" · "_s)});
        }
    }

    void readApplication(const Located &given)
    {
        const Located at = m_references.followed(given);
        const Node &node = *at.node;
        Job job;
        job.name = node["name"].text();
        if (job.name.isEmpty())
            return;
        job.ns = m_product.id;
        job.id = m_product.id + u'/' + job.name;
        job.domain = m_product.domain;
        job.type = u"application"_s;
        job.integration = node["platform"].text();
        job.description = firstText(*given.node, {"description"});
        if (job.description.isEmpty())
            job.description = node["description"].text();
        job.tags = node["tags"].texts();
        for (const char *key : {"version", "applicationType", "consumesFrom", "providesTo", "dependsOn", "displayName",
                                "fullyQualifiedName", "componentGroup"})
            addProperty(job.properties, key, node[key]);
        for (size_t i = 0; i < node.keys().size(); ++i) {
            if (node.keys()[i].startsWith(u"x-"_s))
                addProperty(job.properties, node.keys()[i], node.items()[i]);
        }
        job.source = sourceOf(m_context, *given.node);
        m_out.jobs.append(std::move(job));
    }

    const Node &m_root;
    const ReadContext &m_context;
    Records &m_out;
    References m_references;
    dpds::Product m_product;
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
