#include "models/catalogs/opendatamesh/requests.h"

#include "models/catalogs/opendatamesh/records.h"
#include "models/formats/reading.h"
#include "models/mesh/address.h"

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

const QString registry = u"/api/v2/pp/registry"_s;
const QString market = u"/api/v1/pp/marketplace"_s;

QString moment(const QDate &day)
{
    return day.startOfDay(Qt::UTC).toString(Qt::ISODateWithMs);
}

QByteArray bodyOf(const Agreement &a, const QString &port)
{
    const bool isProduct = !a.consumerProduct.isEmpty();
    const bool isTeam = !isProduct && !a.consumerTeam.isEmpty();
    QJsonObject ours;
    if (!a.replaces.isEmpty())
        ours.insert(u"replaces"_s, a.replaces);
    if (!a.columns.isEmpty())
        ours.insert(u"columns"_s, QJsonArray::fromStringList(a.columns));
    QJsonObject properties{{u"purpose"_s, a.purpose}};
    if (!ours.isEmpty())
        properties.insert(u"meshscope"_s, QString::fromUtf8(QJsonDocument(ours).toJson(QJsonDocument::Compact)));
    QJsonObject body{{u"identifier"_s, a.id},
                     {u"name"_s, a.purpose.simplified().left(200)},
                     {u"operation"_s, u"MARKETPLACE_SUBSCRIBE"_s},
                     {u"requesterType"_s, u"USER"_s},
                     {u"requesterIdentifier"_s, a.requestedBy},
                     {u"consumerType"_s, isProduct ? u"DATA_PRODUCT"_s
                                         : isTeam  ? u"TEAM"_s
                                                   : u"USER"_s},
                     {u"consumerIdentifier"_s, isProduct ? a.consumerProduct
                                               : isTeam  ? a.consumerTeam
                                                         : a.consumerUser},
                     {u"providerDataProductFqn"_s, a.product},
                     {u"providerDataProductPortsFqn"_s, QJsonArray{port}},
                     {u"properties"_s, properties}};
    if (a.from.isValid())
        body.insert(u"startDate"_s, moment(a.from));
    if (a.until.isValid())
        body.insert(u"endDate"_s, moment(a.until));
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

} // namespace

Result<JsonPage> OpenDataMeshRequests::get(const QString &target, const HttpFields &query)
{
    const Result<HttpAnswer> answer = once(HttpRequest::get(target, query));
    if (!answer)
        return Failure(answer.error());
    Result<JsonPage> page = jsonPage(*answer);
    if (answer->status >= 500 || !page) // a gateway's own words
        return away(*answer);
    return page;
}

Result<Agreement> OpenDataMeshRequests::find(const Agreement &wanted)
{
    // One identifier may stand for asking and for giving back.
    const Result<JsonPage> page =
        get(market + u"/requests"_s, {{u"identifier"_s, wanted.id}, {u"operation"_s, u"MARKETPLACE_SUBSCRIBE"_s}});
    if (!page)
        return Failure(page.error());
    if (!page->root()["content"].isSequence())
        return fail(Error::Code::Io, Text::tr("%1 answers something else than a list of requests.").arg(catalog()),
                    catalog());
    for (const Node &item : page->root()["content"].items()) {
        if (item["identifier"].text() != wanted.id)
            continue;
        const Result<JsonPage> answers =
            get(market + u"/executor-responses"_s,
                {{u"accessRequestUuid"_s, item["uuid"].text()}, {u"size"_s, u"1000"_s}, {u"sort"_s, u"id,asc"_s}});
        if (!answers)
            return Failure(answers.error());
        QList<OpenDataMeshResponse> responses;
        for (const Node &response : answers->root()["content"].items()) {
            if (response["accessRequestUuid"].text() == item["uuid"].text())
                responses.append(OpenDataMeshReader::response(response));
        }
        Agreement found = OpenDataMeshReader::agreements(item, u"api/v1/pp/marketplace/requests"_s, responses).first();
        found.source = wanted.source;
        return found;
    }
    return fail(Error::Code::NotFound, Text::tr("%1 has no request %2.").arg(catalog(), wanted.id), catalog());
}

Result<QString> OpenDataMeshRequests::portOf(const Agreement &wanted)
{
    const Result<JsonPage> products = get(registry + u"/products"_s, {{u"fqn"_s, wanted.product}});
    if (!products)
        return Failure(products.error());
    const Node &found = products->root()["content"];
    if (found.size() == 0)
        return fail(Error::Code::Usage,
                    Text::tr("%1 has no product %2 (any more): sync it, or ask for another.").arg(catalog(), wanted.product),
                    catalog());
    const Result<JsonPage> versions =
        get(registry + u"/products-versions"_s,
            {{u"dataProductUuid"_s, found.items().front()["uuid"].text()}, {u"size"_s, u"100"_s}});
    if (!versions)
        return Failure(versions.error());
    for (const Node &version : versions->root()["content"].items()) { // newest first
        const Result<JsonPage> whole = get(registry + u"/products-versions/"_s + pathSegment(version["uuid"].text()));
        if (!whole)
            return Failure(whole.error());
        for (const Node &port : whole->root()["content"]["interfaceComponents"]["outputPorts"].items()) {
            const QString name = port["name"].text();
            const QString number = port["version"].text();
            const QString fqn = port["fullyQualifiedName"].text();
            if (wanted.port != name && wanted.port != fqn && wanted.port != portId(wanted.product, true, name, number))
                continue;
            return fqn.isEmpty() ? wanted.product + u":outputports:"_s + name + u':' + number : fqn;
        }
    }
    return fail(Error::Code::Usage, Text::tr("No version of %1 has the output port %2.").arg(wanted.product, wanted.port),
                catalog());
}

Result<void> OpenDataMeshRequests::ask(const Agreement &wanted)
{
    if (wanted.port == u"*")
        return fail(Error::Code::Usage,
                    Text::tr("%1 takes requests for one output port at a time: choose the ports.").arg(catalog()),
                    catalog());
    const Result<QString> port = portOf(wanted);
    if (!port)
        return Failure(port.error());
    return change(HttpRequest::change("POST", market + u"/requests/submit"_s, bodyOf(wanted, *port)));
}

Result<void> OpenDataMeshRequests::take(const Agreement &now, const Decision &decision)
{
    const QString uuid = propertyOf(now, u"uuid");
    const QString target = market + u"/requests/"_s + pathSegment(uuid);
    if (uuid.isEmpty())
        return fail(Error::Code::NotFound, Text::tr("%1 has no request %2.").arg(catalog(), now.id), catalog());
    const auto report = [&](const char *status) {
        const QString message = decision.note.isEmpty() ? Text::tr("Decided by %1").arg(decision.by)
                                                        : Text::tr("Decided by %1: %2").arg(decision.by, decision.note);
        const QJsonObject provider{{u"dataProductFqn"_s, now.product},
                                   {u"dataProductPortsFqn"_s, QJsonArray{propertyOf(now, u"port")}}};
        const QJsonObject body{{u"status"_s, QLatin1StringView(status)}, {u"message"_s, message}, {u"provider"_s, provider}};
        return change(
            HttpRequest::change("POST", target + u"/results"_s, QJsonDocument(body).toJson(QJsonDocument::Compact)));
    };
    switch (decision.step) {
    case RequestStep::Review: return report("PENDING");
    case RequestStep::Approve: return report("GRANTED");
    case RequestStep::Reject: return report("DENIED");
    case RequestStep::Revoke: return report("REVOKED");
    case RequestStep::Withdraw: {
        Result<void> gone = change(HttpRequest::change("DELETE", target));
        return !gone && gone.error().code == Error::Code::NotFound ? Result<void>() : gone;
    }
    default: return fail(Error::Code::Refused, whyNot(decision.step), catalog());
    }
}

QString OpenDataMeshRequests::whyNot(RequestStep step) const
{
    if (step == RequestStep::GiveBack)
        return Text::tr("In Open Data Mesh nobody gives an access back: ask who owns the product to revoke it.");
    return step == RequestStep::Extend ? Text::tr("Open Data Mesh cannot extend an access: ask for it anew.") : QString();
}

} // namespace meshscope
