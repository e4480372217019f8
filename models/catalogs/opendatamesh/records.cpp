#include "models/catalogs/opendatamesh/records.h"

#include "models/formats/reading.h"
#include "models/mesh/address.h"
#include "models/mesh/requestroad.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::OpenDataMesh)
};

ReadContext contextOf(const QString &unit)
{
    ReadContext context;
    context.file = unit;
    return context;
}

QDateTime timeOf(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

QDate dayOf(const Node &node)
{
    return QDate::fromString(node.text().left(10), Qt::ISODate);
}

/// Ports are named `<product>:outputports:<name>:<version>`; where they are not, the name stays as it is.
QString portOf(const QString &product, const QString &fqn)
{
    const QString before = product + u":outputports:"_s;
    const QString rest = fqn.mid(before.size());
    if (!fqn.startsWith(before) || rest.count(u':') != 1)
        return fqn;
    return portId(product, true, rest.section(u':', 0, 0), rest.section(u':', 1, 1));
}

/// What a status means; requests have no state of their own, only what executors answered.
void apply(const OpenDataMeshResponse &response, Agreement &agreement)
{
    const QString &word = response.status;
    const auto happened = [&](const char *what) {
        agreement.events.append({timeOf(response.at), {}, QLatin1StringView(what), response.message, agreement.source.file});
    };
    const auto grant = [&](const char *state) {
        agreement.properties.append({requestterms::grant, QLatin1StringView(state)});
    };
    agreement.properties.removeIf([](const Property &p) { return p.name.startsWith(requestterms::grant); });
    agreement.properties.removeIf([](const Property &p) { return p.name == requestterms::status; });
    agreement.properties.append({requestterms::status, word});
    agreement.decision = response.message;
    if (word == u"GRANTED") {
        agreement.status = u"approved"_s;
        agreement.active = true;
        grant("granted");
        happened("approved");
    } else if (word == u"DENIED") {
        agreement.status = u"rejected"_s;
        agreement.active = false;
        happened("rejected");
    } else if (word == u"REVOKED") {
        agreement.status = u"approved"_s;
        agreement.active = false;
        grant("revoked");
        happened("revoked");
    } else { // PENDING, ERROR, and what newer servers may say: somebody has it in hand
        agreement.status = u"requested"_s;
        agreement.active = false;
        happened("in-review");
        if (word == u"ERROR")
            agreement.properties.append({requestterms::grantWhy, response.message});
    }
}

} // namespace

Records OpenDataMeshReader::product(const Node &item, const QString &unit) const
{
    const ReadContext context = contextOf(unit);
    Records out;
    DataProduct product;
    product.id = firstText(item, {"fqn", "uuid"});
    if (product.id.isEmpty())
        return out;
    product.name = firstText(item, {"displayName", "name", "fqn"});
    product.description = item["description"].text();
    product.lifecycle = item["validationState"].text();
    if (const Node &domain = item["domain"]; !domain.text().isEmpty()) {
        product.domain = domain.text();
        out.domains.append(impliedDomain(context, domain));
    }
    product.properties = versions.value(item["uuid"].text());
    addProperty(product.properties, "uuid", item["uuid"]);
    addProperty(product.properties, "dataProductRepo", item["dataProductRepo"]);
    product.source = sourceOf(context, item);
    out.products.append(std::move(product));
    return out;
}

/// By the DPDS reader. References to files lead nowhere here: they stay as they are.
Records OpenDataMeshReader::descriptor(const Node &item, const QString &unit) const
{
    const ReadContext context = contextOf(unit);
    Records out;
    const Node &content = item["content"];
    Parsed parsed; // where it came as a text
    const Node *document = &content;
    if (content.isScalar()) {
        const QByteArray text = content.text().toUtf8();
        parsed = parseDocuments(text, guessSyntax(text.left(4096), u"content.json"_s));
        document = parsed.documents.empty() ? &Node::null() : &parsed.documents.front();
    }
    const Format *const format = formatOf(*document);
    if (!format) {
        out.issues.append(
            issueAt(Issue::Severity::Warning, context, item,
                    Text::tr("The descriptor of %1 is in no standard that is known here (%2): the product is shown "
                             "without it.")
                        .arg(item["dataProduct"]["name"].text(), item["spec"].text())));
        return out;
    }
    format->read(*document, context, out);
    // The registry's name is what everything else refers to.
    const QString fqn = firstText(item["dataProduct"], {"fqn", "uuid"});
    for (DataProduct &product : out.products) {
        const QString was = product.id;
        if (fqn.isEmpty() || was == fqn)
            continue;
        product.id = fqn;
        product.properties.append({u"fullyQualifiedName"_s, was});
        for (Port &port : out.ports) {
            if (port.product != was)
                continue;
            port.product = fqn;
            if (port.id.startsWith(was))
                port.id = fqn + port.id.mid(was.size());
        }
        for (Contract &contract : out.contracts) {
            if (contract.product == was)
                contract.product = fqn;
        }
        for (ProductFlow &flow : out.flows) {
            flow.from = flow.from == was ? fqn : flow.from;
            flow.to = flow.to == was ? fqn : flow.to;
        }
    }
    return out;
}

Records OpenDataMeshReader::present(const Node &item, const QString &unit)
{
    Records out = descriptor(item, unit);
    const Node &registered = item["dataProduct"];
    if (out.products.isEmpty()) // nothing could be read: the registry's own words
        out.append(product(registered, unit));
    for (DataProduct &product : out.products) {
        if (product.lifecycle.isEmpty())
            product.lifecycle = registered["validationState"].text();
        if (product.description.isEmpty())
            product.description = registered["description"].text();
        product.version = item["versionNumber"].text().isEmpty() ? product.version : item["versionNumber"].text();
        product.properties += versions.value(registered["uuid"].text());
        addProperty(product.properties, "uuid", registered["uuid"]);
        for (const Port &port : std::as_const(out.ports))
            m_ports[product.id].insert(port.id);
    }
    return out;
}

Records OpenDataMeshReader::older(const Node &item, const QString &unit)
{
    Records out;
    Records all = descriptor(item, unit);
    out.issues = all.issues;
    const QString version = item["versionNumber"].text();
    for (Port &port : all.ports) {
        if (!port.output || m_ports[port.product].contains(port.id))
            continue;
        m_ports[port.product].insert(port.id);
        port.datasets.clear(); // the present version says what the data are
        port.contract.clear();
        port.inputContracts.clear();
        port.properties.append({u"product version"_s, version});
        out.ports.append(std::move(port));
    }
    return out;
}

OpenDataMeshResponse OpenDataMeshReader::response(const Node &item)
{
    return {item["id"].integer().value_or(0), item["createdAt"].text(), item["status"].text(), item["message"].text()};
}

QList<Agreement> OpenDataMeshReader::agreements(const Node &item, const QString &unit,
                                                const QList<OpenDataMeshResponse> &responses)
{
    Agreement agreement;
    agreement.source = sourceOf(contextOf(unit), item);
    agreement.id = firstText(item, {"identifier", "uuid"});
    agreement.name = item["name"].text();
    agreement.product = item["providerDataProductFqn"].text();
    const QString type = item["consumerType"].text();
    QString &consumer = type == u"DATA_PRODUCT" ? agreement.consumerProduct
                        : type == u"TEAM"       ? agreement.consumerTeam
                                                : agreement.consumerUser;
    consumer = item["consumerIdentifier"].text();
    agreement.requestedBy = item["requesterIdentifier"].text();
    agreement.requestedFor = consumer == agreement.requestedBy ? QString() : consumer;
    agreement.from = dayOf(item["startDate"]);
    agreement.until = dayOf(item["endDate"]);
    agreement.status = u"requested"_s;
    const Node &properties = item["properties"];
    agreement.purpose = firstText(properties, {"purpose", "reason"});
    if (agreement.purpose.isEmpty())
        agreement.purpose = agreement.name;
    for (size_t i = 0; i < properties.keys().size(); ++i) {
        if (properties.keys()[i] != u"meshscope")
            addProperty(agreement.properties, properties.keys()[i], properties.items()[i]);
    }
    const QJsonObject ours = QJsonDocument::fromJson(properties["meshscope"].text().toUtf8()).object();
    agreement.replaces = ours[u"replaces"].toString();
    const QJsonArray columns = ours[u"columns"].toArray();
    for (const QJsonValue &column : columns)
        agreement.columns.append(column.toString());
    addProperty(agreement.properties, "uuid", item["uuid"]);
    addProperty(agreement.properties, "operation", item["operation"]);
    agreement.events.append({timeOf(item["createdAt"].text()), agreement.requestedBy, u"sent"_s, {}, unit});
    for (const OpenDataMeshResponse &response : responses)
        apply(response, agreement);
    if (item["operation"].text() == u"MARKETPLACE_UNSUBSCRIBE") { // an access that is given back
        agreement.status = u"approved"_s;
        agreement.active = false;
        agreement.events.append({timeOf(item["createdAt"].text()), agreement.requestedBy, u"revoked"_s, {}, unit});
        agreement.id += u"~unsubscribe"_s;
    }
    QList<Agreement> all;
    const QStringList ports = item["providerDataProductPortsFqn"].texts();
    for (const QString &port : ports) {
        Agreement one = agreement;
        one.port = portOf(agreement.product, port);
        one.properties.append({u"port"_s, port});
        if (!all.isEmpty())
            one.id += u'/' + QString::number(all.size() + 1);
        all.append(std::move(one));
    }
    if (all.isEmpty())
        all.append(agreement);
    return all;
}

Records OpenDataMeshReader::requests(const Node &page, const QString &unit,
                                     const QHash<QString, QList<OpenDataMeshResponse>> &responses) const
{
    Records out;
    for (const Node &item : page["content"].items()) {
        if (item.isMap())
            out.agreements += agreements(item, unit, responses.value(item["uuid"].text()));
    }
    return out;
}

} // namespace meshscope
