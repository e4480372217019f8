#include "models/catalogs/entropy/feed.h"

#include "models/catalogs/paged.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Entropy)
};

const QString reader = QStringLiteral(MESHSCOPE_VERSION " 1");

/// What the name of an event begins with, and the list its thing stands in.
constexpr std::array<std::pair<const char *, const char *>, 9> kinds{{{"DataProduct", "dataproducts"},
                                                                      {"OutputPort", "dataproducts"},
                                                                      {"DataContract", "datacontracts"},
                                                                      {"Access", "access"},
                                                                      {"Team", "teams"},
                                                                      {"SourceSystem", "sourcesystems"},
                                                                      {"Definition", "definitions"},
                                                                      {"Tag", "tags"},
                                                                      {"Asset", "assets"}}};

/// What an event means in the life of a request; empty: nothing.
QString wordOf(const QString &type)
{
    if (type == u"AccessRequestedEvent")
        return u"sent"_s;
    if (type == u"AccessApprovedEvent")
        return u"approved"_s;
    if (type == u"AccessRejectedEvent")
        return u"rejected"_s;
    return type == u"AccessCanceledEvent" ? u"revoked"_s : QString();
}

QJsonObject toJson(const EntropyEvents &events)
{
    QJsonObject all;
    for (auto it = events.cbegin(); it != events.cend(); ++it) {
        QJsonArray list;
        for (const EntropyEvent &event : *it)
            list.append(QJsonArray{event.at, event.what});
        all.insert(it.key(), list);
    }
    return all;
}

} // namespace

QByteArray EntropyState::toBytes() const
{
    QJsonObject allLists;
    for (auto it = lists.cbegin(); it != lists.cend(); ++it)
        allLists.insert(it.key(), QJsonArray{it->count, QJsonArray::fromStringList(it->units)});
    QJsonObject allChanges;
    for (auto it = changes.cbegin(); it != changes.cend(); ++it)
        allChanges.insert(it.key(), it.value());
    const QJsonObject all{{u"reader"_s, reader},
                          {u"last"_s, lastEvent},
                          {u"full"_s, full.toString(Qt::ISODateWithMs)},
                          {u"context"_s, context.toJson()},
                          {u"lists"_s, allLists},
                          {u"changes"_s, allChanges},
                          {u"accesses"_s, toJson(accesses)}};
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

std::optional<EntropyState> EntropyState::fromBytes(const QByteArray &bytes)
{
    const QJsonObject all = QJsonDocument::fromJson(bytes).object();
    if (all[u"reader"].toString() != reader)
        return {};
    EntropyState state;
    state.lastEvent = all[u"last"].toString();
    state.full = QDateTime::fromString(all[u"full"].toString(), Qt::ISODateWithMs);
    state.context = EntropyContext::fromJson(all[u"context"].toObject());
    const QJsonObject allLists = all[u"lists"].toObject();
    for (auto it = allLists.begin(); it != allLists.end(); ++it) {
        List list{{}, it.value()[0].toInteger()};
        const QJsonArray units = it.value()[1].toArray();
        for (const QJsonValue &unit : units)
            list.units.append(unit.toString());
        state.lists.insert(it.key(), list);
    }
    const QJsonObject allChanges = all[u"changes"].toObject();
    for (auto it = allChanges.begin(); it != allChanges.end(); ++it)
        state.changes.insert(it.key(), it.value().toString());
    const QJsonObject allAccesses = all[u"accesses"].toObject();
    for (auto it = allAccesses.begin(); it != allAccesses.end(); ++it) {
        const QJsonArray list = it.value().toArray();
        for (const QJsonValue &event : list)
            state.accesses[it.key()].append({event[0].toString(), event[1].toString()});
    }
    return state;
}

Result<void> EntropyFeed::poll(const QString &after, const std::function<bool()> &cancelled)
{
    m_last = after;
    QSet<QString> seen{after};
    for (;;) {
        const HttpFields query = m_last.isEmpty() ? HttpFields() : HttpFields{{u"lastEventId"_s, m_last}};
        const Result<JsonPage> page = askJson(*m_client, HttpRequest::get(u"/api/events"_s, query));
        if (!page)
            return Failure(page.error());
        const Node &events = page->root();
        if (!events.isSequence())
            return fail(Error::Code::Parse, Text::tr("There is no list in the feed of events."));
        QString last;
        for (const Node &event : events.items()) {
            take(event);
            if (const QString id = event["id"].text(); !id.isEmpty())
                last = id;
        }
        if (last.isEmpty() || seen.contains(last)) // its end, or a feed that minds no place
            return {};
        seen.insert(last);
        m_last = last;
        if (cancelled())
            return fail(Error::Code::Cancelled, Text::tr("Cancelled."));
    }
}

void EntropyFeed::take(const Node &event)
{
    const QString type = event["type"].text().section(u'.', -1);
    QString id = event["data"]["id"].text();
    if (id.isEmpty())
        id = event["subject"].text();
    if (type.startsWith(u"TestResults")) {
        m_touched.insert(u"test-results"_s);
        return;
    }
    const auto kind = std::find_if(kinds.begin(), kinds.end(),
                                   [&](const auto &entry) { return type.startsWith(QLatin1StringView(entry.first)); });
    if (kind == kinds.end()) {
        if (!type.isEmpty())
            m_unknown.insert(type);
        return;
    }
    const QString list = QLatin1StringView(kind->second);
    m_touched.insert(list);
    if (type.contains(u"Created") || type.contains(u"Deleted"))
        m_shifted.insert(list);
    if (list == u"dataproducts" && !id.isEmpty())
        m_products.insert(id, event["id"].text());
    if (const QString word = wordOf(type); !word.isEmpty() && !id.isEmpty())
        m_accesses[id].append({event["time"].text(), word});
}

} // namespace meshscope
