#include "models/catalogs/datazone/context.h"

#include "models/catalogs/awsendpoint.h"
#include "models/mesh/address.h"

#include <QCryptographicHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

void addLines(const QHash<QString, QString> &map, const QString &kind, QStringList &lines)
{
    for (auto it = map.cbegin(); it != map.cend(); ++it)
        lines.append(kind + u'\n' + it.key() + u'\n' + it.value());
}

constexpr const char *complete = "COMPLETED";

int distance(const QString &grant)
{
    if (grant == QLatin1StringView(complete))
        return 0;
    return grant.contains(u"FAILED") || grant == u"INACCESSIBLE" ? 2 : 1;
}

} // namespace

QByteArray DataZoneContext::digest() const
{
    QStringList lines{region, domain, account, rootUnit};
    for (auto it = projects.cbegin(); it != projects.cend(); ++it)
        lines.append(u"p\n"_s + it.key() + u'\n' + it->name + u'\n' + it->unit);
    addLines(termNames, u"t"_s, lines);
    addLines(assets, u"a"_s, lines);
    addLines(assetNames, u"n"_s, lines);
    addLines(listings, u"l"_s, lines);
    addLines(offers, u"o"_s, lines);
    addLines(grants, u"g"_s, lines);
    for (auto it = subscriptions.cbegin(); it != subscriptions.cend(); ++it) {
        for (const Subscription &s : *it)
            lines.append(QStringList{u"s"_s, it.key(), s.id, s.status, s.listing, s.since.toString(Qt::ISODateWithMs),
                                     s.changed.toString(Qt::ISODateWithMs), QString::number(s.isRetained)}
                             .join(u'\n'));
    }
    lines.sort();
    return QCryptographicHash::hash(lines.join(QChar(0)).toUtf8(), QCryptographicHash::Sha256);
}

void DataZoneContext::addSubscription(const Node &subscription)
{
    subscriptions[subscription["subscriptionRequestId"].text()].append(
        {subscription["id"].text(), subscription["status"].text(), subscription["subscribedListing"]["id"].text(),
         awsTime(subscription["createdAt"]), awsTime(subscription["updatedAt"]),
         subscription["retainPermissions"].boolean().value_or(false)});
}

void DataZoneContext::addGrant(const Node &grant, const QString &subscription)
{
    const QString of = subscription.isEmpty() ? grant["subscriptionId"].text() : subscription;
    if (of.isEmpty()) {
        hasUnclearGrants = true;
        return;
    }
    QString word = grant["status"].text();
    QString why;
    for (const Node &asset : grant["assets"].items()) {
        if (const QString cause = asset["failureCause"]["message"].text(); !cause.isEmpty())
            why = cause;
        const QString status = asset["status"].text(); // what is complete may be that it was taken back
        if (grant["status"].isText(complete) && !status.isEmpty() && status != u"GRANTED")
            word = status;
    }
    QString &known = grants[of];
    if (known.isEmpty() || distance(word) > distance(known.section(u'\n', 0, 0)))
        known = word + u'\n' + why;
}

QString DataZoneContext::ns() const
{
    return u"arn:aws:datazone:"_s + region + u':' + account + u":domain/"_s + domain;
}

QString DataZoneContext::boxOf(const QString &unit) const
{
    return unit.isEmpty() || unit == rootUnit ? domain : unit;
}

void DataZoneContext::place(const QString &project, Entity &entity) const
{
    const auto found = projects.constFind(project);
    entity.domain = boxOf(found == projects.cend() ? QString() : found->unit);
    if (!project.isEmpty())
        entity.owners.append({project, found == projects.cend() ? project : found->name, u"owner"_s, {}});
}

QString DataZoneContext::Name::id() const
{
    return datasetId(ns, name);
}

DataZoneContext::Name DataZoneContext::nameOf(const QString &source, const QString &fallback) const
{
    static const QRegularExpression glue(u"^(arn:aws[a-z-]*:glue:[a-z0-9-]*:[0-9]*):(table/.+)$"_s);
    if (const QRegularExpressionMatch match = glue.match(source); match.hasMatch())
        return {match.captured(1), match.captured(2)};
    static const QRegularExpression bucket(u"^arn:aws[a-z-]*:s3:::([^/]+)/?(.*)$"_s);
    if (const QRegularExpressionMatch match = bucket.match(source); match.hasMatch())
        return {u"s3://"_s + match.captured(1), match.captured(2).isEmpty() ? u"/"_s : match.captured(2)};
    return {ns(), fallback};
}

} // namespace meshscope
