#include "tests/catalogs/fakedatazone.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace meshscope::test {

namespace {

const QString domainPath = u"/v2/domains/dzd-1"_s;

QHash<QString, QString> with(QHash<QString, QString> options)
{
    options.insert(u"aws.region"_s, u"eu-west-1"_s);
    return options;
}

Script json(const QJsonObject &value)
{
    return Script::json(QJsonDocument(value).toJson(QJsonDocument::Compact));
}

Script refused(int status, const QString &why)
{
    return Script::answer(status, QJsonDocument(QJsonObject{{u"message"_s, why}}).toJson(),
                          {{"Content-Type", "application/json"}});
}

QJsonObject listingOf(const QString &id)
{
    const bool isProduct = id == u"l1";
    const QJsonObject item{
        {isProduct ? u"productListing"_s : u"assetListing"_s, QJsonObject{{u"entityId"_s, isProduct ? u"dp1"_s : u"a1"_s}}}};
    return {{u"id"_s, id}, {u"name"_s, u"Order book"_s}, {u"ownerProjectId"_s, u"p1"_s}, {u"item"_s, item}};
}

QJsonObject *having(QList<QJsonObject> &items, const QString &id)
{
    const auto found = std::find_if(items.begin(), items.end(), [&](const QJsonObject &item) { return item[u"id"] == id; });
    return found == items.end() ? nullptr : &*found;
}

} // namespace

FakeDataZone::FakeDataZone(const QHash<QString, QString> &more, const QByteArray &secret)
    : FakeCatalog(u"datazone"_s, with(more), secret)
{
    const QByteArray form = "{\\'tableArn\\':\\'arn:aws:glue:eu-west-1:42:table/sales/orders\\',\\'columns\\':["
                            "{\\'columnName\\':\\'id\\',\\'dataType\\':\\'bigint\\'},"
                            "{\\'columnName\\':\\'a\\',\\'dataType\\':\\'struct<x:int>\\'}]}";
    const QString d = domainPath;
    answers = {
        {u"/v2/domains"_s, "{'items':[{'id':'dzd-1','name':'Company','status':'AVAILABLE'},"
                           "{'id':'dzd-2','name':'Old','status':'DELETED'}]}"},
        {d, "{'id':'dzd-1','name':'Company','arn':'arn:aws:datazone:eu-west-1:42:domain/dzd-1',"
            "'rootDomainUnitId':'root'}"},
        {d + u"/domain-units/root"_s, "{'id':'root','name':'Root','owners':[{'user':{'userId':'u1'}}]}"},
        {d + u"/domain-units/sales"_s, "{'id':'sales','name':'Sales','parentDomainUnitId':'root'}"},
        {d + u"/projects"_s, "{'items':[{'id':'p1','name':'Orders','domainUnitId':'sales'},"
                             "{'id':'p2','name':'Reports','domainUnitId':'root'}]}"},
        {d + u"/listings/search"_s, "{'items':[{'dataProductListing':{'listingId':'l1','entityId':'dp1',"
                                    "'entityRevision':'1','items':[{'listingId':'la1'}]}}],'totalMatchCount':1}"},
        {d + u"/data-products/dp1"_s,
         "{'id':'dp1','name':'Order book','revision':'3','owningProjectId':'p1','glossaryTerms':['t1'],'items':["
         "{'itemType':'ASSET','identifier':'a1'}]}"},
        {d + u"/assets/a1"_s, "{'id':'a1','name':'Orders','listing':{'listingId':'la1','listingStatus':'ACTIVE'}}"},
        {d + u"/user-profiles/u1"_s, "{'id':'u1','details':{'sso':{'username':'ann@x.example','firstName':'Ann'}}}"},
        {d + u"/lineage/events"_s, "{'items':[{'id':'e1','eventTime':1700000000}]}"},
        {d + u"/lineage/events/e1"_s,
         "{'eventType':'COMPLETE','eventTime':'2023-11-14T22:13:20Z','producer':'p','schemaURL':'s','run':{'runId':'r'},"
         "'job':{'namespace':'n','name':'j'},'inputs':[],'outputs':[{'namespace':'arn:aws:glue:eu-west-1:42',"
         "'name':'table/sales/orders'}]}"},
        {d + u"/lineage/nodes/arn%3Aaws%3Aglue%3Aeu-west-1%3A42%3Atable%2Fsales%2Forders"_s,
         "{'id':'n1','typeName':'DatasetLineageNodeType','sourceIdentifier':"
         "'arn:aws:glue:eu-west-1:42:table/sales/orders','upstreamNodes':[{'id':'n2'}],'downstreamNodes':[]}"},
        {d + u"/lineage/nodes/n2"_s, "{'id':'n2','name':'build','typeName':'JobLineageNodeType','sourceIdentifier':'job/1',"
                                     "'upstreamNodes':[{'id':'n3'}],'downstreamNodes':[{'id':'n1'}]}"},
        {d + u"/lineage/nodes/n3"_s,
         "{'id':'n3','name':'raw','typeName':'DatasetLineageNodeType','sourceIdentifier':'arn:aws:s3:::raw/orders',"
         "'upstreamNodes':[{'id':'hidden'}],'downstreamNodes':[{'id':'n2'}]}"}};
    for (const char *status : {"PENDING", "ACCEPTED", "ACCEPTED", "REJECTED"}) {
        QJsonObject made = make(
            {{u"requestReason"_s, u"For r%1"_s.arg(requests.size() + 1)}, {u"listing"_s, u"l1"_s}, {u"project"_s, u"p2"_s}});
        made.insert(u"createdAt"_s, 1700000000 + requests.size());
        made.insert(u"updatedAt"_s, 1700000100);
        made.insert(u"status"_s, QLatin1StringView(status));
        requests.append(made);
    }
    subscribe(u"r2"_s);
    subscribe(u"r3"_s);
    subscriptions.last().insert(u"status"_s, u"REVOKED"_s);
    grants.removeLast();
    instead = [=, this](const SeenRequest &seen, const QString &path) -> std::optional<Script> {
        const auto list = [](const QByteArray &items) {
            return Script::json(QByteArray("{'items':[" + items + "]}").replace("\\'", "\\\"").replace('\'', '"'));
        };
        if (path == d + u"/lineage/nodes/hidden"_s)
            return Script::answer(403, "{\"message\":\"no\"}");
        if (path == d + u"/domain-units"_s)
            return list(seen.target.contains("=root") ? "{'id':'sales','name':'Sales'}" : "");
        if (Answer told = living(seen, path))
            return told;
        if (path != d + u"/search"_s)
            return {};
        const QString scope = QJsonDocument::fromJson(seen.body).object().value(u"searchScope"_s).toString();
        if (scope == u"GLOSSARY_TERM")
            return list("{'glossaryTermItem':{'id':'t1','name':'Order','shortDescription':'What is bought'}}");
        if (scope == u"DATA_PRODUCT")
            return list("{'dataProductItem':{'id':'dp1','name':'Order book','createdAt':1}}");
        return list("{'assetItem':{'identifier':'a1','name':'Orders','owningProjectId':'p1','glossaryTerms':['t1'],"
                    "'additionalAttributes':{'formsOutput':[{'formName':'GlueTableForm','typeName':"
                    "'amazon.datazone.GlueTableFormType','content':'" +
                    form + "'}]}}}");
    };
}

QJsonObject *FakeDataZone::request(const QString &id)
{
    return having(requests, id);
}

QJsonObject FakeDataZone::make(const QJsonObject &body)
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const QString project =
        body[u"project"].toString(body[u"subscribedPrincipals"][0][u"project"][u"identifier"].toString());
    const QString listing = body[u"listing"].toString(body[u"subscribedListings"][0][u"identifier"].toString());
    const QJsonObject principal{{u"project"_s, QJsonObject{{u"id"_s, project}, {u"name"_s, u"Reports"_s}}}};
    return {{u"id"_s, u"r%1"_s.arg(requests.size() + 1)},
            {u"status"_s, u"PENDING"_s},
            {u"requestReason"_s, body[u"requestReason"]},
            {u"createdBy"_s, u"u1"_s},
            {u"subscribedPrincipals"_s, QJsonArray{principal}},
            {u"subscribedListings"_s, QJsonArray{listingOf(listing)}},
            {u"createdAt"_s, now},
            {u"updatedAt"_s, now}};
}

void FakeDataZone::subscribe(const QString &request)
{
    const QString id = u"s%1"_s.arg(subscriptions.size() + 1);
    const QJsonObject of = having(requests, request)->value(u"subscribedListings"_s)[0].toObject();
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    subscriptions.append({{u"id"_s, id},
                          {u"status"_s, u"APPROVED"_s},
                          {u"subscriptionRequestId"_s, request},
                          {u"subscribedListing"_s, of},
                          {u"createdAt"_s, now},
                          {u"updatedAt"_s, now}});
    grants.append({{u"id"_s, u"g%1"_s.arg(grants.size() + 1)}, {u"subscriptionId"_s, id}, {u"status"_s, newGrant}});
}

void FakeDataZone::setGrants(const QString &status, const QString &assetStatus, const QString &why)
{
    const QMutexLocker lock(&mutex);
    const QJsonObject asset{
        {u"assetId"_s, u"a1"_s}, {u"status"_s, assetStatus}, {u"failureCause"_s, QJsonObject{{u"message"_s, why}}}};
    for (QJsonObject &grant : grants) {
        grant.insert(u"status"_s, status);
        grant.insert(u"assets"_s, QJsonArray{asset});
    }
}

/// Pages of two, newest first where that is asked for.
Script FakeDataZone::listed(const QString &list, const QUrl &url) const
{
    const QUrlQuery query(url);
    const QList<QJsonObject> &all = list == u"subscription-requests" ? requests
                                    : list == u"subscriptions"       ? subscriptions
                                                                     : grants;
    QList<QJsonObject> found;
    for (QJsonObject item : all) {
        const auto fits = [&](const QString &parameter, const QString &key) {
            const QString wanted = query.queryItemValue(parameter);
            return wanted.isEmpty() || item[key].toString() == wanted;
        };
        if (!fits(u"status"_s, u"status"_s) || !fits(u"subscriptionRequestIdentifier"_s, u"subscriptionRequestId"_s) ||
            !fits(u"subscriptionId"_s, u"subscriptionId"_s))
            continue;
        if (!namesSubscriptions && list == u"subscription-grants")
            item.remove(u"subscriptionId"_s);
        found.append(item);
    }
    if (query.queryItemValue(u"sortOrder"_s) == u"DESCENDING")
        std::reverse(found.begin(), found.end());
    const qsizetype begin = query.queryItemValue(u"nextToken"_s).toInt();
    QJsonArray page;
    for (const QJsonObject &item : found.mid(begin, 2))
        page.append(item);
    QJsonObject answer{{u"items"_s, page}};
    if (begin + 2 < found.size())
        answer.insert(u"nextToken"_s, QString::number(begin + 2));
    return json(answer);
}

FakeDataZone::Answer FakeDataZone::change(const SeenRequest &seen, const QStringList &parts)
{
    const QJsonObject body = QJsonDocument::fromJson(seen.body).object();
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    if (parts.size() == 1) {
        const QString token = body[u"clientToken"].toString();
        if (keepsTokens && m_tokens.contains(token))
            return json(*request(m_tokens.value(token)));
        requests.append(make(body));
        m_tokens.insert(token, requests.last()[u"id"].toString());
        return json(requests.last());
    }
    const bool isRequest = parts[0] == u"subscription-requests";
    QJsonObject *item = having(isRequest ? requests : subscriptions, parts[1]);
    if (!item)
        return refused(404, u"%1 not found"_s.arg(parts[1]));
    if (seen.method == "GET")
        return json(*item);
    if (item->value(u"status"_s).toString() != (isRequest ? u"PENDING" : u"APPROVED"))
        return refused(409, u"%1 is already %2"_s.arg(parts[1], item->value(u"status"_s).toString()));
    if (seen.method == "DELETE") {
        item->insert(u"status"_s, u"DELETED"_s); // in no list
        return Script::answer(204, "");
    }
    const QHash<QString, QString> ends{{u"accept"_s, u"ACCEPTED"_s},
                                       {u"reject"_s, u"REJECTED"_s},
                                       {u"cancel"_s, u"CANCELLED"_s},
                                       {u"revoke"_s, u"REVOKED"_s}};
    item->insert(u"status"_s, ends.value(parts.value(2)));
    item->insert(u"updatedAt"_s, now);
    if (isRequest) {
        item->insert(u"reviewerId"_s, u"u1"_s);
        item->insert(u"decisionComment"_s, body[u"decisionComment"]);
    }
    if (parts.value(2) == u"accept")
        subscribe(parts[1]);
    return json(*item);
}

FakeDataZone::Answer FakeDataZone::living(const SeenRequest &seen, const QString &path)
{
    const QStringList parts = path.mid(domainPath.size() + 1).split(u'/');
    if (!path.startsWith(domainPath + u"/subscription"_s))
        return {};
    if (parts.size() == 1 && seen.method == "GET")
        return listed(parts[0], QUrl(QString::fromLatin1(seen.target)));
    return change(seen, parts);
}

} // namespace meshscope::test
