#include "models/store/matches.h"

#include <QVariantMap>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

const QString settingName = u"matches"_s;

bool isOfSame(const MatchDecision &one, const MatchDecision &other)
{
    return (one.a == other.a && one.b == other.b) || (one.a == other.b && one.b == other.a);
}

void drop(QList<MatchDecision> &all, const QList<MatchDecision> &decisions)
{
    all.removeIf([&](const MatchDecision &known) {
        return std::any_of(decisions.cbegin(), decisions.cend(),
                           [&](const MatchDecision &other) { return isOfSame(known, other); });
    });
}

Result<void> keep(Workspace &workspace, const QList<MatchDecision> &all)
{
    QVariantList list;
    for (const MatchDecision &decision : all)
        list.append(QVariantMap{{u"a"_s, decision.a.toString()},
                                {u"b"_s, decision.b.toString()},
                                {u"same"_s, decision.same},
                                {u"at"_s, decision.at.toUTC().toString(Qt::ISODate)}});
    return workspace.setSetting(settingName, list);
}

} // namespace

QList<MatchDecision> matchDecisions(const Workspace &workspace)
{
    QList<MatchDecision> all;
    const QVariantList list = workspace.setting(settingName).toList();
    for (const QVariant &entry : list) {
        const QVariantMap map = entry.toMap();
        const Result<Address> a = Address::parse(map.value(u"a"_s).toString());
        const Result<Address> b = Address::parse(map.value(u"b"_s).toString());
        if (a && b)
            all.append(
                {*a, *b, map.value(u"same"_s).toBool(), QDateTime::fromString(map.value(u"at"_s).toString(), Qt::ISODate)});
    }
    return all;
}

Result<void> decideMatches(Workspace &workspace, const QList<MatchDecision> &decisions)
{
    QList<MatchDecision> all = matchDecisions(workspace);
    drop(all, decisions);
    return keep(workspace, all + decisions);
}

Result<void> forgetMatches(Workspace &workspace, const QList<MatchDecision> &decisions)
{
    QList<MatchDecision> all = matchDecisions(workspace);
    drop(all, decisions);
    return keep(workspace, all);
}

} // namespace meshscope
