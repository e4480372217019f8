#include "models/catalogs/awsendpoint.h"
#include "models/catalogs/datazone/records.h"
#include "models/catalogs/datazone/requestreason.h"
#include "models/formats/reading.h"
#include "models/mesh/address.h"
#include "models/mesh/requestroad.h"

using namespace Qt::StringLiterals;

// The third part of DataZoneReader: requests for subscriptions, as access agreements.
namespace meshscope {

namespace {

/// In the words of the mesh folder; the service's own stands beside.
QString statusOf(const QString &word)
{
    static const QHash<QString, QString> words{
        {u"PENDING"_s, u"requested"_s}, {u"ACCEPTED"_s, u"approved"_s}, {u"REJECTED"_s, u"rejected"_s}};
    return words.value(word, word.toLower());
}

QString grantOf(const QString &word)
{
    if (word == u"COMPLETED")
        return u"granted"_s;
    if (word == u"REVOKED")
        return u"revoked"_s;
    return word.contains(u"FAILED") || word == u"INACCESSIBLE" ? u"failed"_s : u"pending"_s;
}

void addConsumer(const Node &principal, Agreement &agreement)
{
    const Node &project = principal["project"];
    const Node &user = principal["user"];
    const Node &group = principal["group"];
    const Node &iam = principal["iam"];
    if (!project.isNull())
        agreement.consumerTeam = project["id"].text();
    else if (!group.isNull())
        agreement.consumerTeam = firstText(group, {"id", "name"});
    else if (!user.isNull())
        agreement.consumerUser = user["id"].text();
    else
        agreement.consumerUser = iam["principalArn"].text();
    const QString name = firstText(project.isNull() ? group : project, {"name"});
    agreement.requestedFor = name.isEmpty() ? agreement.consumerTeam + agreement.consumerUser : name;
}

void addEvent(Agreement &agreement, const QDateTime &at, const QString &by, const QString &what, const QString &note,
              const QString &unit)
{
    RequestEvent event;
    event.at = at;
    event.by = by;
    event.what = what;
    event.note = note;
    event.source = unit;
    agreement.events.append(std::move(event));
}

/// The subscription that tells what became of a request: the newest one to its first listing.
const DataZoneContext::Subscription *deciding(const QList<DataZoneContext::Subscription> &all, const QString &listing)
{
    const DataZoneContext::Subscription *last = nullptr;
    for (const DataZoneContext::Subscription &s : all) {
        const bool isOther = last && last->listing == listing && s.listing != listing;
        const bool isBetter = last && last->listing != listing && s.listing == listing;
        if (!last || isBetter || (!isOther && s.since >= last->since))
            last = &s;
    }
    return last;
}

/// What became of a request that was accepted. Approved is not granted: that is only what the grant says itself.
void addOutcome(const DataZoneContext::Subscription &s, const QString &grant, const QString &unit, Agreement &agreement)
{
    const QString word = grant.section(u'\n', 0, 0);
    const QString why = grant.section(u'\n', 1);
    const bool isApproved = s.status == u"APPROVED";
    const QString state = !isApproved ? u"revoked"_s : word.isEmpty() ? u"pending"_s : grantOf(word);
    if (const QDate since = s.since.date(); !agreement.from.isValid() || agreement.from < since)
        agreement.from = since;
    agreement.active = state == u"granted";
    agreement.properties.append({u"subscription"_s, s.id});
    agreement.properties.append({requestterms::grant, state});
    if (!word.isEmpty())
        agreement.properties.append({requestterms::grantWord, word});
    if (!why.isEmpty())
        agreement.properties.append({requestterms::grantWhy, why});
    if (isApproved)
        return;
    const bool isRevoked = s.status == u"REVOKED";
    agreement.status = isRevoked ? u"approved"_s : u"rejected"_s;
    agreement.until = s.changed.date();
    agreement.properties.append({requestterms::status, s.status});
    if (s.isRetained) // the subscription has ended, what it gave has not
        agreement.properties.append({u"retainPermissions"_s, u"true"_s});
    addEvent(agreement, s.changed, {}, isRevoked ? u"revoked"_s : u"cancelled"_s, {}, unit);
}

} // namespace

Agreement DataZoneReader::agreement(const Node &request, const QString &unit) const
{
    Agreement agreement;
    const QString own = request["id"].text();
    agreement.id = own;
    readDataZoneReason(request["requestReason"].text(), agreement);
    const std::span<const Node> listings = request["subscribedListings"].items();
    const Node &listing = listings.empty() ? Node::null() : listings.front();
    agreement.name = listing["name"].text();
    agreement.providerTeam = listing["ownerProjectId"].text();
    const Node &product = listing["item"]["productListing"];
    if (!product.isNull()) { // all of a product is asked for at once
        agreement.product = product["entityId"].text();
        agreement.port = u"*"_s;
    } else {
        const QString asset = listing["item"]["assetListing"]["entityId"].text();
        if (agreement.product.isEmpty())
            agreement.product = m_context.offers.value(listing["id"].text());
        agreement.port = agreement.product.isEmpty() ? listing["id"].text() : portId(agreement.product, true, asset, {});
        if (const QString dataset = m_context.assets.value(asset); !dataset.isEmpty())
            agreement.properties.append({u"dataset"_s, dataset});
    }
    agreement.properties.append({u"request"_s, own});
    agreement.properties.append({u"listing"_s, listing["id"].text()});
    const std::span<const Node> principals = request["subscribedPrincipals"].items();
    addConsumer(principals.empty() ? Node::null() : principals.front(), agreement);
    for (size_t i = 1; i < std::max(listings.size(), principals.size()); ++i) {
        if (i < listings.size())
            agreement.properties.append({u"further listing"_s, listings[i]["id"].text()});
        if (i < principals.size())
            agreement.properties.append({u"further principal"_s, principals[i].json()});
    }
    const QString user = request["createdBy"].text();
    if (agreement.requestedBy.isEmpty())
        agreement.requestedBy = user;
    else // several people may share the keys of one
        agreement.properties.append({u"createdBy"_s, user});
    const QString word = request["status"].text();
    agreement.status = statusOf(word);
    agreement.decision = request["decisionComment"].text();
    ReadContext context;
    context.file = unit;
    agreement.source = sourceOf(context, request);
    m_context.place(agreement.providerTeam, agreement);
    addEvent(agreement, awsTime(request["createdAt"]), agreement.requestedBy, u"sent"_s, {}, unit);
    if (word == u"ACCEPTED" || word == u"REJECTED")
        addEvent(agreement, awsTime(request["updatedAt"]), request["reviewerId"].text(), agreement.status,
                 agreement.decision, unit);
    if (word != u"ACCEPTED")
        return agreement;
    const QList<DataZoneContext::Subscription> subscriptions = m_context.subscriptions.value(own);
    if (const DataZoneContext::Subscription *last = deciding(subscriptions, listing["id"].text()))
        addOutcome(*last, m_context.grants.value(last->id), unit, agreement);
    return agreement;
}

Records DataZoneReader::requests(const Node &page, const QString &unit) const
{
    Records out;
    for (const Node &item : page["items"].items()) {
        if (!item["id"].text().isEmpty())
            out.agreements.append(agreement(item, unit));
    }
    return out;
}

} // namespace meshscope
