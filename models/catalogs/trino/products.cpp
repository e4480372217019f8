#include "models/catalogs/trino/products.h"

#include "models/catalogs/trino/reading.h"
#include "models/formats/reading.h"
#include "models/mesh/address.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

// Starburst's data products, and the third part of Reading, which asks for them.
namespace meshscope::trino {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Trino)
};

const QString api = u"/api/v1/dataProduct/"_s;

QString unitOf(const QString &id)
{
    return u"dataProduct/products/"_s + pathSegment(id) + u".json"_s;
}

void addPort(const Node &view, const QString &type, const Node &item, const DataProduct &product, const Naming &naming,
             Records &out)
{
    Port port;
    port.name = view["name"].text();
    if (port.name.isEmpty())
        return;
    port.id = portId(product.id, true, port.name, {});
    port.product = product.id;
    port.domain = product.domain;
    port.description = view["description"].text();
    port.lifecycle = view["status"].text();
    port.type = type;
    port.source = product.source;
    addProperty(port.server, u"catalog"_s, item["catalogName"]);
    addProperty(port.server, u"schema"_s, item["schemaName"]);
    // What was never published is no view yet.
    if (!view["publishedAt"].isNull() || !item["publishedAt"].isNull())
        port.datasets.append(naming.dataset(item["catalogName"].text(), item["schemaName"].text(), port.name));
    out.ports.append(std::move(port));
}

} // namespace

Records productDomains(const Node &list, const QString &file)
{
    Records out;
    for (const Node &item : list.items()) {
        Domain domain;
        domain.id = item["id"].text();
        if (domain.id.isEmpty())
            continue;
        domain.name = item["name"].text();
        domain.description = item["description"].text();
        addProperty(domain.properties, "schemaLocation", item["schemaLocation"]);
        domain.source = {file, item.begin(), item.end(), {}, item.line()};
        out.domains.append(std::move(domain));
    }
    return out;
}

Records productOf(const Node &item, const QString &file, const Naming &naming)
{
    Records out;
    DataProduct product;
    product.id = item["id"].text();
    if (product.id.isEmpty())
        return out;
    product.name = item["name"].text();
    QStringList said{item["summary"].text(), item["description"].text()};
    said.removeAll(QString());
    said.removeDuplicates();
    product.description = said.join(u"\n\n"_s);
    product.domain = item["dataDomainId"].text();
    product.lifecycle = item["status"].text();
    for (const char *role : {"owners", "productOwners"}) {
        for (const Node &owner : item[role].items()) {
            const PartyRole found{{}, owner["name"].text(), u"owner"_s, owner["email"].text()};
            if (!product.owners.contains(found) && !(found.name.isEmpty() && found.contact.isEmpty()))
                product.owners.append(found);
        }
    }
    for (const Node &link : item["relevantLinks"].items())
        addProperty(product.properties, link["label"].text(), link["url"]);
    for (const char *key : {"publishedAt", "publishedBy", "ratingsAverage", "ratingsCount"})
        addProperty(product.properties, key, item[key]);
    product.source = {file, item.begin(), item.end(), {}, item.line()};
    for (const auto &[key, type] : {std::pair("views", u"view"_s), {"materializedViews", u"materialized view"_s}}) {
        for (const Node &view : item[key].items())
            addPort(view, type, item, product, naming, out);
    }
    out.products.append(std::move(product));
    return out;
}

Result<std::optional<JsonPage>> Reading::productList(const QString &target)
{
    const Result<HttpAnswer> answer = m_client.send(m_asker.withHeaders(HttpRequest::get(api + target).accepting({404})));
    if (!answer)
        return Failure(answer.error());
    // Trino itself knows no such address, and what is in front of it may answer with a page for people.
    if (answer->status == 404 || !answer->header("Content-Type").contains("json"))
        return std::optional<JsonPage>();
    Result<JsonPage> page = jsonPage(*answer);
    if (!page)
        return Failure(page.error());
    if (!page->root().isSequence())
        return fail(
            Error::Code::Parse,
            Text::tr("Endpoint “%1”: the server's list of data products is no list.").arg(m_client.profile().endpoint));
    return std::optional(std::move(*page));
}

/// The search tells of products when they were changed, and may be cut; each domain names those that are in it.
Result<void> Reading::readProducts()
{
    const auto lack = [this](const Error &error) -> Result<void> {
        if (isEnd(error))
            return Failure(error);
        m_tally.lack(Text::tr("Data products were not read: %1").arg(error.text));
        return {};
    };
    const Result<std::optional<JsonPage>> domains = productList(u"domains"_s);
    if (!domains)
        return lack(domains.error());
    if (!*domains)
        return {};
    const Result<std::optional<JsonPage>> found = productList(u"products"_s);
    if (!found)
        return lack(found.error());
    const QString unit = u"dataProduct/domains.json"_s;
    const Node &list = (*domains)->root();
    if (const Result<void> kept = keep(unit, (*domains)->bytes, [&] { return productDomains(list, unit); }); !kept)
        return kept;
    QMap<QString, QByteArray> products; ///< id → what it stands at; empty: unknown
    for (const Node &domain : list.items()) {
        for (const Node &product : domain["assignedDataProducts"].items())
            products.insert(product["id"].text(), {});
    }
    if (*found) {
        for (const Node &product : (*found)->root().items())
            products.insert(product["id"].text(),
                            (product["updatedAt"].text() + u'/' + product["publishedAt"].text()).toUtf8());
    }
    products.remove({});
    m_tally.expect(u"product"_s, products.size());
    return readProductDetails(products);
}

Result<void> Reading::readProductDetails(const QMap<QString, QByteArray> &products)
{
    QStringList asked;
    QList<HttpRequest> requests;
    for (auto it = products.cbegin(); it != products.cend(); ++it) {
        const QString unit = unitOf(it.key());
        if (it->size() > 1 && !m_sink.knownHash(unit).isEmpty() && m_sink.note(unit) == readerVersion + *it) {
            if (const Result<void> kept = m_sink.unchanged(unit); !kept)
                return kept;
            m_tally.count(u"product"_s, 1);
            continue;
        }
        asked.append(it.key());
        requests.append(m_asker.withHeaders(HttpRequest::get(api + u"products/"_s + pathSegment(it.key()))));
    }
    return m_client.each(requests, [&](qsizetype index, const Result<HttpAnswer> &answer) -> Result<void> {
        const QString &id = asked[index];
        const QString unit = unitOf(id);
        const Result<JsonPage> page = answer ? jsonPage(*answer) : Failure(answer.error());
        if (!page && page.error().code == Error::Code::NotFound) { // it is gone meanwhile
            m_tally.expect(u"product"_s, -1);
            return {};
        }
        if (!page && isEnd(page.error()))
            return Failure(page.error());
        if (!page || page->root()["id"].text() != id) {
            m_tally.lack(page ? Text::tr("Data product %1 was not read: what came is another one.").arg(id)
                              : Text::tr("Data product %1 was not read: %2").arg(id, page.error().text));
            return {};
        }
        const Result<void> kept = keep(unit, page->bytes, [&] { return productOf(page->root(), unit, m_naming); });
        if (!kept)
            return kept;
        m_tally.count(u"product"_s, 1);
        return m_sink.setNote(unit, readerVersion + products.value(id));
    });
}

} // namespace meshscope::trino
