// The part of DataZoneReading that reads requests, and what they came to.
#include "models/catalogs/datazone/reading.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::DataZone)
};

} // namespace

/// What a request came to. The service tells of the approved ones only, unless it is asked for the others.
Result<void> DataZoneReading::readSubscriptions()
{
    Listing grants = listed(u"subscription-grants"_s, {});
    grants.word = u"subscriptionGrant"_s;
    grants.title = Text::tr("grants of subscriptions");
    grants.needs = u"datazone:ListSubscriptionGrants"_s;
    grants.see = [this](const Node &item) { m_context.addGrant(item); };
    if (const Result<void> done = list(grants); !done)
        return done;
    for (const QString &status : {u"APPROVED"_s, u"REVOKED"_s, u"CANCELLED"_s}) {
        Listing listing = listed(u"subscriptions"_s, {{u"status"_s, status}});
        listing.word = u"subscription"_s;
        listing.title = Text::tr("subscriptions");
        listing.needs = u"datazone:ListSubscriptions"_s;
        listing.see = [this](const Node &item) { m_context.addSubscription(item); };
        if (const Result<void> done = list(listing); !done)
            return done;
    }
    return m_context.hasUnclearGrants ? readGrants() : Result<void>();
}

/// Subscription by subscription, where the list of all does not say whose they are.
Result<void> DataZoneReading::readGrants()
{
    for (const QList<DataZoneContext::Subscription> &subscriptions : std::as_const(m_context.subscriptions)) {
        for (const DataZoneContext::Subscription &subscription : subscriptions) {
            if (subscription.status != u"APPROVED" || m_context.grants.contains(subscription.id))
                continue;
            Listing grants = listed(u"subscription-grants"_s, {{u"subscriptionId"_s, subscription.id}});
            grants.title = Text::tr("grants of subscriptions");
            grants.needs = u"datazone:ListSubscriptionGrants"_s;
            grants.see = [&](const Node &item) { m_context.addGrant(item, subscription.id); };
            if (const Result<void> done = list(grants); !done)
                return done;
        }
    }
    return {};
}

Result<void> DataZoneReading::readRequests()
{
    setSalt(m_context.digest());
    for (const QString &status : {u"PENDING"_s, u"ACCEPTED"_s, u"REJECTED"_s}) {
        Listing listing = listed(u"subscription-requests"_s, {{u"status"_s, status}});
        listing.word = u"subscriptionRequest"_s;
        listing.title = Text::tr("subscription requests");
        listing.needs = u"datazone:ListSubscriptionRequests"_s;
        listing.see = [this](const Node &item) {
            for (const char *key : {"createdBy", "reviewerId"}) {
                if (const QString user = item[key].text(); !user.isEmpty() && !m_users.contains(user))
                    m_users.append(user);
            }
        };
        listing.records = [this](const Node &root, const QString &unit) { return m_reader.requests(root, unit); };
        if (const Result<void> done = list(listing); !done)
            return done;
    }
    return {};
}

} // namespace meshscope
