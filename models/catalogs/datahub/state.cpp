#include "models/catalogs/datahub/state.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

QJsonObject objectOf(const DataHubState::List &list)
{
    QJsonArray issues;
    for (const Issue &issue : list.issues)
        issues.append(QJsonArray{int(issue.severity), issue.text, issue.where.url});
    return {{u"units"_s, QJsonArray::fromStringList(list.units)},
            {u"got"_s, list.got},
            {u"expected"_s, list.expected},
            {u"issues"_s, issues}};
}

QStringList textsOf(const QJsonValue &list)
{
    QStringList texts;
    for (const QJsonValue &text : list.toArray())
        texts.append(text.toString());
    return texts;
}

DataHubState::List listOf(const QJsonObject &object)
{
    DataHubState::List list{textsOf(object.value(u"units"_s)), object.value(u"got"_s).toInteger(),
                            object.value(u"expected"_s).toInteger()};
    for (const QJsonValue &issue : object.value(u"issues"_s).toArray())
        list.issues.append({Issue::Severity(issue[0].toInt()), {{}, 0, 0, issue[2].toString()}, issue[1].toString()});
    return list;
}

DataHubState::Kind kindOf(const QJsonObject &object)
{
    DataHubState::Kind kind{listOf(object.value(u"list"_s).toObject())};
    kind.ghosts = object.value(u"ghosts"_s).toInteger();
    const QJsonObject rests = object.value(u"rests"_s).toObject();
    for (auto it = rests.begin(); it != rests.end(); ++it)
        kind.rests.insert(it.key(), listOf(it->toObject()));
    return kind;
}

QJsonObject objectOf(const DataHubState::Kind &kind)
{
    QJsonObject rests;
    for (auto it = kind.rests.cbegin(); it != kind.rests.cend(); ++it)
        rests.insert(it.key(), objectOf(*it));
    return {{u"list"_s, objectOf(kind.list)}, {u"rests"_s, rests}, {u"ghosts"_s, kind.ghosts}};
}

QJsonObject objectOf(const DataHubState::Mark &mark)
{
    QJsonObject feeds;
    for (auto it = mark.offsets.cbegin(); it != mark.offsets.cend(); ++it)
        feeds.insert(it.key(), *it);
    return {{u"feeds"_s, feeds}, {u"asked"_s, mark.asked.toString(Qt::ISODateWithMs)}};
}

DataHubState::Mark markOf(const QJsonObject &object)
{
    DataHubState::Mark mark{{}, QDateTime::fromString(object.value(u"asked"_s).toString(), Qt::ISODateWithMs)};
    const QJsonObject feeds = object.value(u"feeds"_s).toObject();
    for (auto it = feeds.begin(); it != feeds.end(); ++it)
        mark.offsets.insert(it.key(), it->toString());
    return mark;
}

} // namespace

bool DataHubState::isGood(const QByteArray &by, const QDateTime &now) const
{
    constexpr qint64 longest = 72 * 3600; // a week is usual; some keep them for less
    return queries == by && from.asked.isValid() && from.asked <= now && from.asked.addSecs(longest) >= now;
}

QByteArray DataHubState::toBytes() const
{
    QJsonObject all;
    for (auto it = kinds.cbegin(); it != kinds.cend(); ++it)
        all.insert(it.key(), objectOf(*it));
    return QJsonDocument({{u"from"_s, objectOf(from)},
                          {u"to"_s, objectOf(to)},
                          {u"queries"_s, QString::fromLatin1(queries.toHex())},
                          {u"kinds"_s, all},
                          {u"unknown"_s, QJsonArray::fromStringList(unknown)},
                          {u"others"_s, QJsonArray::fromStringList(others)}})
        .toJson(QJsonDocument::Compact);
}

std::optional<DataHubState> DataHubState::fromBytes(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    if (object.isEmpty())
        return {};
    DataHubState state;
    state.from = markOf(object.value(u"from"_s).toObject());
    state.to = markOf(object.value(u"to"_s).toObject());
    state.queries = QByteArray::fromHex(object.value(u"queries"_s).toString().toLatin1());
    const QJsonObject all = object.value(u"kinds"_s).toObject();
    for (auto it = all.begin(); it != all.end(); ++it)
        state.kinds.insert(it.key(), kindOf(it->toObject()));
    state.unknown = textsOf(object.value(u"unknown"_s));
    state.others = textsOf(object.value(u"others"_s));
    return state;
}

} // namespace meshscope
