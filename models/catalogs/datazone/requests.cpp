#include "models/catalogs/datazone/requests.h"

#include "models/catalogs/awsendpoint.h"
#include "models/catalogs/datazone/records.h"
#include "models/catalogs/datazone/requestreason.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::DataZone)
};

constexpr qsizetype longestReason = 4096;
constexpr qint64 clockSkew = 86'400; ///< seconds: no two clocks are further apart

HttpRequest put(const QString &target, const QJsonObject &fields)
{
    return HttpRequest::change("PUT", target, QJsonDocument(fields).toJson(QJsonDocument::Compact));
}

} // namespace

DataZoneRequests::DataZoneRequests(const EndpointConfig &config, const ConnectorTools &tools)
    : HttpRoad(placedInRegion(config), tools)
    , m_chosen(config.options.value(u"datazone.domain"_s))
{
    m_context.region = placedInRegion(config).options.value(u"aws.region"_s);
}

QString DataZoneRequests::path(const QString &rest) const
{
    return u"/v2/domains/"_s + pathSegment(m_context.domain) + u'/' + rest;
}

Result<JsonPage> DataZoneRequests::send(const HttpRequest &request)
{
    const Result<HttpAnswer> answer = once(request.accepting({400, 402, 404, 409, 500}));
    if (!answer)
        return Failure(answer.error());
    if (answer->status == 204)
        return JsonPage();
    Result<JsonPage> page = jsonPage(*answer);
    if (answer->status >= 500 || (answer->status < 300 && !page)) // a gateway's own page is no word of the service
        return away(*answer);
    if (answer->status >= 300)
        return notTaken(*answer);
    return page;
}

Result<JsonPage> DataZoneRequests::get(const QString &rest)
{
    return send(HttpRequest::get(path(rest)));
}

Result<void> DataZoneRequests::each(const std::function<HttpRequest(const QString &token)> &request, const See &see)
{
    QSet<QString> tokens;
    for (QString token;;) {
        const Result<JsonPage> page = send(request(token));
        if (!page)
            return Failure(page.error());
        if (!page->root()["items"].isSequence())
            return fail(Error::Code::Io, Text::tr("%1 answers something else than a list.").arg(catalog()), catalog());
        for (const Node &item : page->root()["items"].items()) {
            if (see(item))
                return {};
        }
        token = page->root()["nextToken"].text();
        if (token.isEmpty())
            return {};
        if (tokens.contains(token))
            return fail(Error::Code::Io, Text::tr("%1 sends from page to page in a circle.").arg(catalog()), catalog());
        tokens.insert(token);
    }
}

Result<void> DataZoneRequests::eachOf(const QString &target, const HttpFields &fields, const See &see)
{
    return each(
        [&](const QString &token) {
            HttpFields all = fields;
            if (!token.isEmpty())
                all.append({u"nextToken"_s, token});
            return HttpRequest::get(target, all);
        },
        see);
}

Result<void> DataZoneRequests::ask(const Agreement &wanted)
{
    if (Result<void> entered = enter(wanted.product); !entered)
        return entered;
    const QString reason = dataZoneReason(wanted);
    if (reason.size() > longestReason)
        return fail(Error::Code::Usage,
                    Text::tr("DataZone takes reasons of up to %1 characters, with what is said of the request: yours has "
                             "%2. Shorten the purpose, or ask for all columns.")
                        .arg(longestReason)
                        .arg(reason.size()),
                    catalog());
    const Result<QString> listing = listingOf(wanted);
    if (!listing)
        return Failure(listing.error());
    const Result<QString> project = projectOf(wanted);
    if (!project)
        return Failure(project.error());
    const QJsonObject principal{{u"project"_s, QJsonObject{{u"identifier"_s, *project}}}};
    const QJsonObject body{{u"subscribedPrincipals"_s, QJsonArray{principal}},
                           {u"subscribedListings"_s, QJsonArray{QJsonObject{{u"identifier"_s, *listing}}}},
                           {u"requestReason"_s, reason},
                           {u"clientToken"_s, wanted.id}};
    const Result<JsonPage> made = send(
        HttpRequest::change("POST", path(u"subscription-requests"_s), QJsonDocument(body).toJson(QJsonDocument::Compact)));
    return made ? Result<void>() : Failure(made.error());
}

Result<JsonPage> DataZoneRequests::marked(const Agreement &wanted)
{
    const QDateTime made = wanted.events.isEmpty() ? QDateTime() : wanted.events.first().at;
    std::optional<JsonPage> found;
    // In the order in which a request goes from one to the other: what moves meanwhile is met all the same.
    for (const QString &status : {u"PENDING"_s, u"ACCEPTED"_s, u"REJECTED"_s}) {
        QDateTime last;
        bool isSorted = true;
        const auto see = [&](const Node &item) {
            Agreement there;
            readDataZoneReason(item["requestReason"].text(), there);
            if (there.id == wanted.id || item["id"].text() == wanted.id) {
                JsonPage page;
                page.bytes = item.json().toUtf8();
                page.parsed = parseDocuments(page.bytes, Syntax::Json);
                found = std::move(page);
                return true;
            }
            const QDateTime at = awsTime(item["createdAt"]);
            isSorted = isSorted && at.isValid() && (!last.isValid() || at <= last);
            last = at;
            return isSorted && made.isValid() && at.secsTo(made) > clockSkew; // all that follow are older still
        };
        const Result<void> listed = eachOf(path(u"subscription-requests"_s),
                                           {{u"status"_s, status},
                                            {u"sortBy"_s, u"CREATED_AT"_s},
                                            {u"sortOrder"_s, u"DESCENDING"_s},
                                            {u"maxResults"_s, u"50"_s}},
                                           see);
        if (!listed)
            return Failure(listed.error());
        if (found)
            return std::move(*found);
    }
    return fail(Error::Code::NotFound, Text::tr("%1 has no request %2.").arg(catalog(), wanted.id), catalog());
}

Result<void> DataZoneRequests::readOutcome(const QString &request)
{
    m_context.subscriptions.remove(request);
    for (const QString &status : {u"APPROVED"_s, u"REVOKED"_s, u"CANCELLED"_s}) {
        const HttpFields fields{
            {u"status"_s, status}, {u"subscriptionRequestIdentifier"_s, request}, {u"maxResults"_s, u"50"_s}};
        const Result<void> listed = eachOf(path(u"subscriptions"_s), fields, [&](const Node &item) {
            if (item["subscriptionRequestId"].text() == request)
                m_context.addSubscription(item);
            return false;
        });
        if (!listed)
            return listed;
    }
    const QList<DataZoneContext::Subscription> subscriptions = m_context.subscriptions.value(request);
    for (const DataZoneContext::Subscription &subscription : subscriptions) {
        m_context.grants.remove(subscription.id);
        const HttpFields fields{{u"subscriptionId"_s, subscription.id}, {u"maxResults"_s, u"50"_s}};
        const Result<void> listed = eachOf(path(u"subscription-grants"_s), fields, [&](const Node &item) {
            const QString of = item["subscriptionId"].text();
            if (of.isEmpty() || of == subscription.id)
                m_context.addGrant(item, subscription.id);
            return false;
        });
        if (!listed)
            return listed;
    }
    return {};
}

Result<Agreement> DataZoneRequests::find(const Agreement &wanted)
{
    if (const Result<void> entered = enter(wanted.product); !entered)
        return Failure(entered.error());
    const QString known = propertyOf(wanted, u"request");
    const Result<JsonPage> found = known.isEmpty() ? marked(wanted) : get(u"subscription-requests/"_s + pathSegment(known));
    if (!found)
        return Failure(found.error());
    const Node &request = found->root();
    if (request["id"].text().isEmpty())
        return fail(Error::Code::Io, Text::tr("%1 answers something else than a request.").arg(catalog()), catalog());
    if (request["status"].text() == u"ACCEPTED") {
        if (const Result<void> read = readOutcome(request["id"].text()); !read)
            return Failure(read.error());
    }
    Agreement agreement = DataZoneReader(m_context).agreement(request, u"subscription-requests"_s);
    agreement.source = wanted.source;
    agreement.domain = wanted.domain;
    agreement.owners = wanted.owners;
    if (agreement.product.isEmpty()) { // an asset of a product, asked for elsewhere
        agreement.product = wanted.product;
        agreement.port = wanted.port.isEmpty() ? agreement.port : wanted.port;
    }
    return agreement;
}

Result<void> DataZoneRequests::take(const Agreement &now, const Decision &decision)
{
    if (const QString why = whyNot(decision.step); !why.isEmpty())
        return fail(Error::Code::Refused, why, catalog());
    if (Result<void> entered = enter(now.product); !entered)
        return entered;
    const QString id = propertyOf(now, u"request");
    const QString subscription = propertyOf(now, u"subscription");
    const bool isEnded = decision.step == RequestStep::Revoke || decision.step == RequestStep::GiveBack;
    if (isEnded ? subscription.isEmpty() : id.isEmpty())
        return fail(Error::Code::NotFound,
                    isEnded ? Text::tr("%1 has no subscription of the request %2.").arg(catalog(), now.id)
                            : Text::tr("%1 has no request %2.").arg(catalog(), now.id),
                    catalog());
    const QString request = path(u"subscription-requests/"_s + pathSegment(id));
    const QString approved = path(u"subscriptions/"_s + pathSegment(subscription));
    const QJsonObject comment = decision.note.isEmpty() ? QJsonObject() : QJsonObject{{u"decisionComment"_s, decision.note}};
    const auto done = [](const Result<JsonPage> &answer) {
        return answer ? Result<void>() : Result<void>(Failure(answer.error()));
    };
    switch (decision.step) {
    case RequestStep::Approve: return done(send(put(request + u"/accept"_s, comment)));
    case RequestStep::Reject: return done(send(put(request + u"/reject"_s, comment)));
    case RequestStep::Revoke: return end(approved, decision.by.compare(now.requestedBy, Qt::CaseInsensitive) == 0);
    case RequestStep::GiveBack: return end(approved, true);
    case RequestStep::Withdraw: {
        Result<void> gone = done(send(HttpRequest::change("DELETE", request)));
        return !gone && gone.error().code == Error::Code::NotFound ? Result<void>() : gone;
    }
    default: return fail(Error::Code::Refused, whyNot(decision.step), catalog());
    }
}

/// Who subscribed cancels, who owns it revokes: each may do but one of them. Requests made elsewhere name who asked
/// otherwise than people do here: there the service tells by what it refuses.
Result<void> DataZoneRequests::end(const QString &subscription, bool isOwn)
{
    const auto cancel = [&] { return send(put(subscription + u"/cancel"_s, {})); };
    Result<JsonPage> done = isOwn ? cancel() : send(put(subscription + u"/revoke"_s, {{u"retainPermissions"_s, false}}));
    if (!done && !isOwn && done.error().code == Error::Code::Refused) {
        if (Result<JsonPage> cancelled = cancel()) // what it says of the revocation is the better word otherwise
            done = std::move(cancelled);
    }
    return done ? Result<void>() : Failure(done.error());
}

QString DataZoneRequests::whyNot(RequestStep step) const
{
    if (step == RequestStep::Review)
        return Text::tr("DataZone knows no review: a request waits until it is decided.");
    return step == RequestStep::Extend ? Text::tr("DataZone cannot extend a subscription: ask for it anew.") : QString();
}

QString DataZoneRequests::lost(const Decision &decision) const
{
    const bool hasComment = decision.step == RequestStep::Approve || decision.step == RequestStep::Reject;
    if (!decision.note.isEmpty() && !hasComment)
        return Text::tr("DataZone takes no note with this: yours is kept here only.");
    return decision.step == RequestStep::Approve && decision.until.isValid()
               ? Text::tr("DataZone knows no last day: it stands in the reason, as it was asked for, and nothing ends by "
                          "itself.")
               : QString();
}

} // namespace meshscope
