#include "models/formats/dcatcatalogs.h"
#include "models/mesh/address.h"

using namespace Qt::StringLiterals;

namespace meshscope::dcat {

void Catalogs::readProduct(const Node &object)
{
    DataProduct product;
    product.id = m_entities.idOf(object);
    if (product.id.isEmpty() || m_products.contains(product.id))
        return;
    m_products.insert(product.id);
    m_entities.describe(object, product);
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

void Catalogs::addPort(const Node &object, const QString &product, bool output)
{
    Port port;
    port.product = product;
    port.output = output;
    const QString own = object.isMap() ? m_data.id(object) : m_data.textOf(object);
    port.name = object.isMap() ? m_entities.titleOf(object, own) : LinkedData::shortName(own);
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

void Catalogs::addServed(const Node &distribution, Port &port, const QString &service, const QString &product)
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

void Catalogs::addServedDataset(const Node &dataset, Port &port, const QString &service, const QString &product)
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

void Catalogs::addDatasetPort(const Node &dataset, const QString &product, bool output)
{
    Port port;
    port.product = product;
    port.output = output;
    port.source = sourceOf(m_context, dataset);
    addServedDataset(dataset, port, {}, product);
    if (port.datasets.isEmpty())
        return;
    port.name =
        dataset.isMap() ? m_entities.titleOf(dataset, port.datasets.first()) : LinkedData::shortName(port.datasets.first());
    port.id = portId(product, output, port.name, {});
    port.type = u"dataset"_s;
    m_out.ports.append(std::move(port));
}

} // namespace meshscope::dcat
