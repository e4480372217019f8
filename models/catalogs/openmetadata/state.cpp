#include "models/catalogs/openmetadata/state.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace meshscope::openmetadata {

namespace {

QDateTime momentOf(const Node &millis)
{
    const std::optional<qint64> value = millis.integer();
    return value.value_or(0) > 0 ? QDateTime::fromMSecsSinceEpoch(*value, Qt::UTC) : QDateTime(); // 0: there was none
}

} // namespace

QByteArray State::toBytes() const
{
    QJsonObject groupsJson;
    for (auto it = groups.cbegin(); it != groups.cend(); ++it)
        groupsJson.insert(it.key(), QJsonObject{{u"units"_s, QJsonArray::fromStringList(it->units)},
                                                {u"count"_s, it->count},
                                                {u"unknown"_s, it->isUnknown},
                                                {u"fields"_s, it->fields}});
    const QJsonObject all{{u"reader"_s, QString::fromLatin1(reader.toHex())},
                          {u"version"_s, version},
                          {u"fullAt"_s, fullAt.toMSecsSinceEpoch()},
                          {u"at"_s, at.toMSecsSinceEpoch()},
                          {u"groups"_s, groupsJson},
                          {u"routes"_s, QJsonArray::fromStringList(routes)},
                          {u"context"_s, context.toJson()}};
    return qCompress(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

State State::fromBytes(const QByteArray &bytes)
{
    State state;
    const Parsed parsed = bytes.size() > 4 ? parseDocuments(qUncompress(bytes), Syntax::Json) : Parsed();
    if (parsed.error || parsed.documents.empty())
        return state;
    const Node &root = parsed.documents.front();
    state.reader = QByteArray::fromHex(root["reader"].text().toLatin1());
    state.version = root["version"].text();
    state.fullAt = momentOf(root["fullAt"]);
    state.at = momentOf(root["at"]);
    state.routes = root["routes"].texts();
    const Node &groups = root["groups"];
    for (qsizetype i = 0; groups.isMap() && i < groups.size(); ++i) {
        const Node &item = groups.items()[size_t(i)];
        state.groups.insert(groups.keys()[size_t(i)], {item["units"].texts(), item["count"].integer().value_or(0),
                                                       item["unknown"].boolean().value_or(false), item["fields"].text()});
    }
    state.context = Context::fromJson(root["context"]);
    return state;
}

Result<void> UnitRecorder::records(const QString &unit, Records records)
{
    if (m_units)
        m_units->append(unit);
    return m_sink.records(unit, std::move(records));
}

Result<void> UnitRecorder::unchanged(const QString &unit)
{
    if (m_units)
        m_units->append(unit);
    return m_sink.unchanged(unit);
}

Result<void> UnitRecorder::stale(const QString &unit, Issues issues)
{
    if (m_units)
        m_units->append(unit);
    return m_sink.stale(unit, std::move(issues));
}

} // namespace meshscope::openmetadata
