#include "models/catalogs/awsendpoint.h"
#include "models/catalogs/datazone/records.h"
#include "models/formats/reading.h"

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

/// What became of a request that was accepted: the newest of its subscriptions decides.
void addOutcome(const QList<DataZoneContext::Subscription> &subscriptions, const QHash<QString, QString> &grants,
                const QString &unit, Agreement &agreement)
{
    const DataZoneContext::Subscription *last = nullptr;
    for (const DataZoneContext::Subscription &s : subscriptions)
        last = !last || s.since >= last->since ? &s : last;
    if (!last)
        return;
    agreement.from = last->since.date();
    agreement.properties.append({u"subscription"_s, last->id});
    if (last->status == u"APPROVED") {
        const QString grant = grants.value(last->id);
        const QString word = grant.section(u'\n', 0, 0);
        const QString state = word.isEmpty() ? u"pending"_s : grantOf(word);
        agreement.active = state == u"granted";
        agreement.properties.append({u"grant"_s, state});
        if (!word.isEmpty())
            agreement.properties.append({u"grant.word"_s, word});
        if (const QString why = grant.section(u'\n', 1); !why.isEmpty())
            agreement.properties.append({u"grant.why"_s, why});
        return;
    }
    const bool isRevoked = last->status == u"REVOKED";
    agreement.status = isRevoked ? u"approved"_s : u"rejected"_s;
    agreement.until = last->changed.date();
    agreement.properties.append({u"request.status"_s, last->status});
    agreement.properties.append({u"grant"_s, u"revoked"_s});
    addEvent(agreement, last->changed, {}, isRevoked ? u"revoked"_s : u"cancelled"_s, {}, unit);
}

} // namespace

QString dataZoneMark(const QString &id)
{
    return u"[Meshscope "_s + id + u']';
}

QString takeDataZoneMark(QString &text)
{
    const qsizetype at = text.lastIndexOf(u"[Meshscope "_s);
    const qsizetype end = at < 0 ? -1 : text.indexOf(u']', at);
    if (end < 0)
        return {};
    const QString id = text.mid(at + 11, end - at - 11).trimmed();
    text.remove(at, end - at + 1);
    text = text.trimmed();
    return id;
}

Agreement DataZoneReader::agreement(const Node &request, const QString &unit) const
{
    Agreement agreement;
    const QString own = request["id"].text();
    agreement.purpose = request["requestReason"].text();
    const QString ours = takeDataZoneMark(agreement.purpose);
    agreement.id = ours.isEmpty() ? own : ours;
    const std::vector<Node> &listings = request["subscribedListings"].items();
    const Node &listing = listings.empty() ? Node::null() : listings.front();
    agreement.name = listing["name"].text();
    agreement.providerTeam = listing["ownerProjectId"].text();
    const Node &product = listing["item"]["productListing"];
    if (!product.isNull()) { // all of a product is asked for at once
        agreement.product = product["entityId"].text();
        agreement.port = u"*"_s;
    } else {
        agreement.port = listing["id"].text();
        const QString asset = listing["item"]["assetListing"]["entityId"].text();
        if (const QString dataset = m_context.assets.value(asset); !dataset.isEmpty())
            agreement.properties.append({u"dataset"_s, dataset});
    }
    agreement.properties.append({u"request"_s, own});
    agreement.properties.append({u"listing"_s, listing["id"].text()});
    const std::vector<Node> &principals = request["subscribedPrincipals"].items();
    addConsumer(principals.empty() ? Node::null() : principals.front(), agreement);
    for (size_t i = 1; i < std::max(listings.size(), principals.size()); ++i) {
        if (i < listings.size())
            agreement.properties.append({u"further listing"_s, listings[i]["id"].text()});
        if (i < principals.size())
            agreement.properties.append({u"further principal"_s, principals[i].json()});
    }
    agreement.requestedBy = request["createdBy"].text();
    const QString word = request["status"].text();
    agreement.status = statusOf(word);
    agreement.decision = request["decisionComment"].text();
    ReadContext context;
    context.file = unit;
    agreement.source = sourceOf(context, request);
    m_context.place(agreement.providerTeam, agreement);
    addEvent(agreement, awsTime(request["createdAt"]), agreement.requestedBy, u"requested"_s, {}, unit);
    if (word == u"ACCEPTED" || word == u"REJECTED")
        addEvent(agreement, awsTime(request["updatedAt"]), request["reviewerId"].text(), agreement.status,
                 agreement.decision, unit);
    if (word == u"ACCEPTED")
        addOutcome(m_context.subscriptions.value(own), m_context.grants, unit, agreement);
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
