#include "models/formats/all.h"
#include "models/formats/linkeddata.h"
#include "models/formats/reading.h"
#include "models/mesh/address.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

/// DCAT 2 and 3, DCAT-US 1.1 and 3, DPROD, and schema.org's data catalog words in JSON(-LD): catalogs become domains,
/// data products products with ports, datasets datasets; distributions and services say where a dataset is reached.
class Catalogs {
public:
    Catalogs(const Node &document, const ReadContext &context, Records &out)
        : m_root(document)
        , m_data(document, context.languages)
        , m_context(context)
        , m_out(out)
    {
    }

    void read()
    {
        readUntypedDatasets();
        for (const Node *object : m_data.objects()) {
            const QStringList types = m_data.types(*object);
            if (types.contains(u"Catalog"_s) || types.contains(u"DataCatalog"_s))
                readCatalog(*object);
        }
        for (const Node *object : m_data.objects()) {
            const QStringList types = m_data.types(*object);
            if (types.contains(u"DataProduct"_s))
                readProduct(*object);
            else if (isDataset(types))
                readDataset(*object);
            else if (types.contains(u"QualityMeasurement"_s))
                readMeasurement(*object);
            else if (types.contains(u"DataService"_s))
                readService(*object);
            else if (types.contains(u"CatalogRecord"_s))
                readRecord(*object);
        }
        noteLooseDistributions();
    }

private:
    static bool isDataset(const QStringList &types)
    {
        return types.contains(u"Dataset"_s) || types.contains(u"DatasetSeries"_s);
    }

    /// What names an object: its `@id`, else its identifier (DCAT-US), else its title.
    QString idOf(const Node &object) const
    {
        QString id = m_data.id(object);
        if (!id.isEmpty())
            return id;
        for (const Node *identifier : m_data.values(object, u"identifier")) {
            id = identifier->isMap() ? m_data.text(*identifier, u"notation") : m_data.textOf(*identifier);
            if (!id.isEmpty())
                return id;
        }
        id = m_data.text(object, u"title");
        return id.isEmpty() ? m_data.text(object, u"name") : id;
    }

    QString titleOf(const Node &object, const QString &id) const
    {
        for (const char16_t *key : {u"title", u"label", u"prefLabel", u"name"}) {
            const QString title = m_data.text(object, QStringView(key));
            if (!title.isEmpty())
                return title;
        }
        return LinkedData::shortName(id);
    }

    void describe(const Node &object, Entity &entity)
    {
        entity.name = titleOf(object, entity.id);
        entity.description = m_data.text(object, u"description");
        if (entity.description.isEmpty())
            entity.description = m_data.text(object, u"comment");
        entity.tags = m_data.texts(object, u"keyword") + m_data.texts(object, u"keywords");
        for (const Node *theme : m_data.values(object, u"theme")) {
            Term term;
            term.id = theme->isMap() ? idOf(*theme) : m_data.textOf(*theme);
            if (term.id.isEmpty())
                continue;
            term.name = theme->isMap() ? titleOf(*theme, term.id) : LinkedData::shortName(term.id);
            term.description = theme->isMap() ? m_data.text(*theme, u"definition") : QString();
            term.url = term.id.contains(u"://"_s) ? term.id : QString();
            term.source = sourceOf(m_context, *theme);
            entity.terms.append(term.id);
            if (!m_terms.contains(term.id)) {
                m_terms.insert(term.id);
                m_out.terms.append(std::move(term));
            }
        }
        readParties(object, entity);
        for (const char16_t *key : {u"license",
                                    u"rights",
                                    u"accessRights",
                                    u"accessLevel",
                                    u"issued",
                                    u"modified",
                                    u"accrualPeriodicity",
                                    u"landingPage",
                                    u"conformsTo",
                                    u"language",
                                    u"spatial",
                                    u"temporal",
                                    u"describedBy",
                                    u"version",
                                    u"versionInfo",
                                    u"hasVersion",
                                    u"isVersionOf",
                                    u"previousVersion",
                                    u"inSeries",
                                    u"isPartOf",
                                    u"homepage",
                                    u"bureauCode",
                                    u"programCode",
                                    u"dataQuality",
                                    u"systemOfRecord",
                                    u"references",
                                    u"spatialResolutionInMeters",
                                    u"temporalResolution",
                                    u"provenance",
                                    u"type",
                                    u"relation",
                                    u"isReferencedBy",
                                    u"wasGeneratedBy",
                                    u"datePublished",
                                    u"dateModified",
                                    u"url"}) {
            const QStringView property(key);
            if (property == u"type" && !object.has("@type"))
                continue; // then it is the type itself
            for (const QString &value : m_data.texts(object, property))
                entity.properties.append({property.toString(), value});
        }
        const QString status = m_data.text(object, u"lifecycleStatus");
        entity.lifecycle = LinkedData::shortName(status.isEmpty() ? m_data.text(object, u"lifecycle") : status);
        if (entity.lifecycle.isEmpty())
            entity.lifecycle = LinkedData::shortName(m_data.text(object, u"status"));
        entity.source = sourceOf(m_context, object);
    }

    void readParties(const Node &object, Entity &entity)
    {
        static constexpr std::pair<const char16_t *, const char16_t *> roles[] = {
            {u"dataProductOwner", u"owner"}, {u"datasetOwner", u"owner"},         {u"publisher", u"publisher"},
            {u"creator", u"creator"},        {u"rightsHolder", u"rights holder"}, {u"contactPoint", u"contact"},
            {u"provider", u"provider"}};
        for (const auto &[property, role] : roles) {
            for (const Node *value : m_data.values(object, QStringView(property)))
                addParty(*value, QStringView(role).toString(), entity);
        }
    }

    void addParty(const Node &value, const QString &role, Entity &entity)
    {
        Party party;
        QString contact;
        if (value.isMap()) {
            contact = m_data.text(value, u"hasEmail");
            if (contact.isEmpty())
                contact = m_data.text(value, u"mbox");
            if (contact.isEmpty())
                contact = m_data.text(value, u"email");
            if (contact.startsWith(u"mailto:"_s, Qt::CaseInsensitive))
                contact = contact.mid(7);
            party.id = m_data.id(value);
            party.name = m_data.text(value, u"fn");
            if (party.name.isEmpty())
                party.name = titleOf(value, party.id);
            if (party.id.isEmpty())
                party.id = contact.isEmpty() ? party.name : contact;
            for (const QString &above : m_data.texts(value, u"subOrganizationOf"))
                party.properties.append({u"subOrganizationOf"_s, above});
        } else {
            party.id = m_data.textOf(value);
            party.name = LinkedData::shortName(party.id);
        }
        if (party.id.isEmpty())
            return;
        party.email = contact.contains(u'@') ? contact : QString();
        party.isTeam = role == u"publisher"_s || m_data.is(value, u"Organization");
        party.source = sourceOf(m_context, value);
        entity.owners.append({party.id, party.name, role, contact});
        if (!m_parties.contains(party.id)) {
            m_parties.insert(party.id);
            m_out.parties.append(std::move(party));
        }
    }

    void readCatalog(const Node &object)
    {
        Domain domain;
        domain.id = idOf(object);
        if (domain.id.isEmpty() || m_catalogs.contains(domain.id))
            return;
        m_catalogs.insert(domain.id);
        describe(object, domain);
        const auto claim = [&](QStringView property) {
            for (const Node *item : m_data.values(object, property))
                m_domainOf.insert(item->isMap() ? idOf(*item) : m_data.textOf(*item), domain.id);
        };
        claim(u"dataset");
        claim(u"service");
        claim(u"resource");
        claim(u"dataProduct");
        for (const Node *below : m_data.values(object, u"catalog"))
            m_domainOf.insert(below->isMap() ? idOf(*below) : m_data.textOf(*below), domain.id);
        domain.domain = m_domainOf.value(domain.id);
        m_out.domains.append(std::move(domain));
    }

    /// DCAT-US 1.1 lists its datasets without a type each; some files without a catalog's type either.
    void readUntypedDatasets()
    {
        if (!m_root.isMap() || !m_root.has("dataset"))
            return;
        const QString catalog = m_data.id(m_root);
        for (const Node &item : m_root["dataset"].items()) {
            if (!item.isMap() || !m_data.types(item).isEmpty())
                continue;
            if (!catalog.isEmpty())
                m_domainOf.insert(idOf(item), catalog);
            readDataset(item);
        }
    }

    QString readDataset(const Node &object)
    {
        Dataset dataset;
        dataset.id = idOf(object);
        if (dataset.id.isEmpty()) {
            m_out.issues.append(
                issueAt(Issue::Severity::Warning, m_context, object,
                        QCoreApplication::translate(
                            "meshscope::Dcat",
                            "a dataset has neither an `@id` nor an identifier nor a title: give it one of them")));
            return {};
        }
        if (m_datasets.contains(dataset.id))
            return dataset.id;
        m_datasets.insert(dataset.id);
        describe(object, dataset);
        dataset.type = m_data.is(object, u"DatasetSeries") ? u"series"_s : u"dataset"_s;
        dataset.domain = m_domainOf.value(dataset.id);
        for (const char16_t *key : {u"distribution", u"sample"}) {
            for (const Node *item : m_data.values(object, QStringView(key)))
                addDistribution(*item, QStringView(key).toString(), dataset);
        }
        const QString id = dataset.id;
        for (const Node *from : m_data.values(object, u"wasDerivedFrom"))
            addLineage(*from, id);
        for (const Node *from : m_data.values(object, u"source"))
            addLineage(*from, id);
        m_out.datasets.append(std::move(dataset));
        return id;
    }

    void addLineage(const Node &from, const QString &to)
    {
        const QString id = from.isMap() ? idOf(from) : m_data.textOf(from);
        if (!id.isEmpty() && id != to)
            m_out.lineage.append({id, to, {}});
    }

    void addDistribution(const Node &object, const QString &property, Dataset &dataset)
    {
        if (!object.isMap()) {
            dataset.properties.append({property, m_data.textOf(object)});
            return;
        }
        m_placed.insert(&object);
        QStringList parts;
        for (const char16_t *key : {u"title", u"mediaType", u"format", u"downloadURL", u"accessURL", u"contentUrl",
                                    u"encodingFormat", u"compressFormat", u"packageFormat"}) {
            const QString text = m_data.text(object, QStringView(key));
            if (!text.isEmpty() && !parts.contains(text))
                parts.append(text);
        }
        for (const Node *service : m_data.values(object, u"accessService")) {
            const QString url = service->isMap() ? m_data.text(*service, u"endpointURL") : m_data.textOf(*service);
            if (!url.isEmpty() && !parts.contains(url))
                parts.append(url);
        }
        if (parts.isEmpty())
            parts.append(m_data.id(object));
        dataset.properties.append({property, parts.join(u", "_s)});
        bool ok = false;
        const double bytes = m_data.text(object, u"byteSize").toDouble(&ok);
        if (ok && !dataset.byteCount && bytes >= 0 && bytes < 9e18)
            dataset.byteCount = qint64(bytes);
    }

    void readProduct(const Node &object)
    {
        DataProduct product;
        product.id = idOf(object);
        if (product.id.isEmpty() || m_products.contains(product.id))
            return;
        m_products.insert(product.id);
        describe(object, product);
        product.purpose = m_data.text(object, u"purpose");
        product.domain = m_domainOf.value(product.id);
        if (const QString domain = m_data.text(object, u"domain"); !domain.isEmpty() && product.domain.isEmpty()) {
            product.domain = domain;
            Domain implied;
            implied.id = domain;
            implied.name = LinkedData::shortName(domain);
            implied.implied = true;
            implied.source = product.source;
            m_out.domains.append(std::move(implied));
        }
        for (const QString &right : m_data.texts(object, u"hasPolicy"))
            product.termsOfUse.append({u"policy"_s, right});
        for (const Node *port : m_data.values(object, u"outputPort"))
            addPort(*port, product.id, true);
        for (const Node *port : m_data.values(object, u"inputPort"))
            addPort(*port, product.id, false);
        for (const char16_t *key : {u"outputDataset", u"inputDataset"}) {
            for (const Node *dataset : m_data.values(object, QStringView(key)))
                addDatasetPort(*dataset, product.id, QStringView(key) == u"outputDataset");
        }
        m_out.products.append(std::move(product));
    }

    void addPort(const Node &object, const QString &product, bool output)
    {
        Port port;
        port.product = product;
        port.output = output;
        const QString own = object.isMap() ? m_data.id(object) : m_data.textOf(object);
        port.name = object.isMap() ? titleOf(object, own) : LinkedData::shortName(own);
        if (port.name.isEmpty())
            port.name = m_data.text(object, u"endpointURL");
        port.id = portId(product, output, port.name, {});
        port.type = u"DataService"_s;
        port.description = m_data.text(object, u"description");
        for (const char16_t *key : {u"endpointURL", u"endpointDescription", u"endPointDescription", u"securitySchemaType",
                                    u"protocol", u"conformsTo"}) {
            const QString text = m_data.text(object, QStringView(key));
            if (!text.isEmpty())
                port.server.append({QStringView(key).toString(), text});
        }
        if (!own.isEmpty())
            port.properties.append({u"id"_s, own});
        port.source = sourceOf(m_context, object);
        m_placed.insert(&object);
        for (const Node *distribution : m_data.values(object, u"isAccessServiceOf"))
            addServed(*distribution, port, own, product);
        for (const Node *dataset : m_data.values(object, u"servesDataset"))
            addServedDataset(*dataset, port, own, product);
        // An input names the service it reads; the product that offers it knows its dataset by that name too.
        if (!output && port.datasets.isEmpty() && !own.isEmpty())
            port.datasets.append(own);
        m_out.ports.append(std::move(port));
    }

    void addServed(const Node &distribution, Port &port, const QString &service, const QString &product)
    {
        m_placed.insert(&distribution);
        const QString format = m_data.text(distribution, u"format");
        if (!format.isEmpty()) {
            port.server.append({u"format"_s, format});
            port.type = LinkedData::shortName(format);
        }
        for (const Node *dataset : m_data.values(distribution, u"isDistributionOf"))
            addServedDataset(*dataset, port, service, product);
    }

    void addServedDataset(const Node &dataset, Port &port, const QString &service, const QString &product)
    {
        const QString id = dataset.isMap() ? readDataset(dataset) : m_data.textOf(dataset);
        if (id.isEmpty())
            return;
        port.datasets.append(id);
        for (Dataset &known : m_out.datasets) {
            if (known.id != id)
                continue;
            if (port.output)
                known.product = product;
            if (port.output && !service.isEmpty() && !known.aliases.contains(service))
                known.aliases.append(service);
        }
    }

    void addDatasetPort(const Node &dataset, const QString &product, bool output)
    {
        Port port;
        port.product = product;
        port.output = output;
        port.source = sourceOf(m_context, dataset);
        addServedDataset(dataset, port, {}, product);
        if (port.datasets.isEmpty())
            return;
        port.name = dataset.isMap() ? titleOf(dataset, port.datasets.first()) : LinkedData::shortName(port.datasets.first());
        port.id = portId(product, output, port.name, {});
        port.type = u"dataset"_s;
        m_out.ports.append(std::move(port));
    }

    /// A service of a catalog, outside any product: named on the datasets it serves.
    void readService(const Node &object)
    {
        if (m_placed.contains(&object))
            return;
        const QString url = m_data.text(object, u"endpointURL");
        const QString text = titleOf(object, idOf(object)) + (url.isEmpty() ? QString() : u", "_s + url);
        bool placed = false;
        for (const Node *served : m_data.values(object, u"servesDataset")) {
            const QString id = served->isMap() ? readDataset(*served) : m_data.textOf(*served);
            for (Dataset &dataset : m_out.datasets) {
                if (dataset.id == id) {
                    dataset.properties.append({u"service"_s, text});
                    placed = true;
                }
            }
        }
        const QString catalog = m_domainOf.value(idOf(object));
        for (Domain &domain : m_out.domains) {
            if (!placed && domain.id == catalog) {
                domain.properties.append({u"service"_s, text});
                placed = true;
            }
        }
        if (!placed && !isNamedByAProduct(object)) {
            m_out.issues.append(
                issueAt(Issue::Severity::Note, m_context, object,
                        QCoreApplication::translate(
                            "meshscope::Dcat", "the service %1 serves no dataset and belongs to no product of this document")
                            .arg(text)));
        }
    }

    bool isNamedByAProduct(const Node &object) const
    {
        const QString id = m_data.id(object);
        return !id.isEmpty() && std::any_of(m_out.ports.cbegin(), m_out.ports.cend(), [&](const Port &port) {
            return port.properties.contains(Property{u"id"_s, id});
        });
    }

    void readRecord(const Node &object)
    {
        const QString about = m_data.text(object, u"primaryTopic");
        for (Dataset &dataset : m_out.datasets) {
            if (dataset.id != about)
                continue;
            for (const char16_t *key : {u"issued", u"modified", u"conformsTo"}) {
                const QString text = m_data.text(object, QStringView(key));
                if (!text.isEmpty())
                    dataset.properties.append({u"catalog record "_s + QStringView(key).toString(), text});
            }
        }
    }

    void readMeasurement(const Node &object)
    {
        Measurement measurement;
        measurement.at = QDateTime::fromString(m_data.text(object, u"generatedAtTime"), Qt::ISODate);
        if (!measurement.at.isValid())
            measurement.at = QDateTime::fromString(m_data.text(object, u"date"), Qt::ISODate);
        for (const Node *target : m_data.values(object, u"computedOn"))
            measurement.target = target->isMap() ? idOf(*target) : m_data.textOf(*target);
        measurement.property = m_data.text(object, u"isMeasurementOf");
        const QString value = m_data.text(object, u"value");
        bool ok = false;
        measurement.value = value.toDouble(&ok);
        if (!ok && (value == u"true"_s || value == u"false"_s)) {
            measurement.value = value == u"true"_s ? 1 : 0;
            ok = true;
        }
        measurement.unit = u"1"_s;
        measurement.source = u"DQV"_s;
        if (!ok || measurement.target.isEmpty() || !measurement.at.isValid()) {
            m_out.issues.append(issueAt(
                Issue::Severity::Note, m_context, object,
                QCoreApplication::translate(
                    "meshscope::Dcat", "the quality measurement has no number, no target or no time and cannot be placed")));
            return;
        }
        m_out.measurements.append(std::move(measurement));
    }

    void noteLooseDistributions()
    {
        for (const Node *object : m_data.objects()) {
            if (m_data.objects().size() == 1 &&
                (m_data.is(*object, u"Distribution") || m_data.is(*object, u"DataDownload"))) {
                m_out.issues.append(
                    issueAt(Issue::Severity::Note, m_context, *object,
                            QCoreApplication::translate("meshscope::Dcat",
                                                        "the distribution %1 belongs to no dataset of this document")
                                .arg(idOf(*object))));
            }
        }
    }

    const Node &m_root;
    LinkedData m_data;
    const ReadContext &m_context;
    Records &m_out;
    QHash<QString, QString> m_domainOf;
    QSet<QString> m_catalogs, m_products, m_datasets, m_terms, m_parties;
    QSet<const Node *> m_placed; ///< distributions and services that found their dataset or product
};

bool hasCatalogType(const Node &object)
{
    static const QSet<QString> known{u"Catalog"_s,     u"Dataset"_s,      u"DatasetSeries"_s, u"DataProduct"_s,
                                     u"DataService"_s, u"Distribution"_s, u"CatalogRecord"_s, u"QualityMeasurement"_s,
                                     u"DataCatalog"_s, u"DataDownload"_s};
    const Node &type = object.has("@type") ? object["@type"] : object["type"];
    const QStringList types = type.texts();
    return std::any_of(types.begin(), types.end(),
                       [](const QString &t) { return known.contains(LinkedData::localName(t)); });
}

class DcatFormat final : public Format {
public:
    QString name() const override { return u"DCAT"_s; }

    bool recognises(const Node &document) const override
    {
        if (!document.isMap())
            return false;
        if (document.has("@graph")) {
            const auto &items = document["@graph"].items();
            return std::any_of(items.begin(), items.end(), hasCatalogType);
        }
        if (document.has("@type") && hasCatalogType(document))
            return true;
        if (document.has("@context") && document.has("type") && hasCatalogType(document))
            return true;
        // DCAT-US without a context: it says which schema it conforms to.
        return document["dataset"].isSequence() && document["conformsTo"].text().contains(u"project-open-data"_s);
    }

    void read(const Node &document, const ReadContext &context, Records &out) const override
    {
        Catalogs(document, context, out).read();
    }
};

} // namespace

std::unique_ptr<Format> makeDcat()
{
    return std::make_unique<DcatFormat>();
}

} // namespace meshscope
