#include "models/catalogs/datahub/feed.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::DataHub)
};

constexpr int mostAtOnce = 1'000;     ///< the server gives 5,000, each with all of an aspect
constexpr qint64 mostEvents = 20'000; ///< to go through more costs as much as to read everything

const QStringList &topics()
{
    static const QStringList all{u"PlatformEvent_v1"_s, u"MetadataChangeLog_Versioned_v1"_s,
                                 u"MetadataChangeLog_Timeseries_v1"_s};
    return all;
}

} // namespace

QString DataHubFeed::needs()
{
    return Text::tr("the privileges to read events (Get Platform Events, Get Metadata Change Log Events)");
}

Result<DataHubFeed::Offsets> DataHubFeed::ends()
{
    Offsets offsets;
    for (const QString &topic : topics()) {
        const Result<Portion> portion = poll(topic, {}, 1);
        if (!portion)
            return Failure(portion.error());
        offsets.insert(topic, portion->offset);
    }
    return offsets;
}

Result<DataHubChanges> DataHubFeed::follow(Offsets &offsets, const Progress &progress)
{
    DataHubChanges changes;
    for (const QString &topic : topics()) {
        if (const Result<void> done = follow(topic, offsets[topic], progress, changes); !done)
            return Failure(done.error());
    }
    return changes;
}

/// To its end: less than was asked for is no sign of it, for the server gives what it finds in a second.
Result<void> DataHubFeed::follow(const QString &topic, QString &offset, const Progress &progress, DataHubChanges &changes)
{
    if (offset.isEmpty())
        return fail(Error::Code::NotFound, Text::tr("Nobody knows where the feed %1 was.").arg(topic), topic);
    for (;;) {
        progress.report(m_told, 0, Text::tr("changes"));
        const Result<Portion> portion = poll(topic, offset, mostAtOnce);
        if (!portion)
            return Failure(portion.error());
        for (const QByteArray &event : portion->events) {
            if (!changes.read(event))
                return fail(Error::Code::Parse, Text::tr("An event of the feed %1 says nothing known here.").arg(topic),
                            topic);
        }
        m_told += portion->events.size();
        const bool isEnd = portion->events.isEmpty();
        if (!isEnd && (portion->offset == offset || m_told > mostEvents))
            return fail(Error::Code::Full, Text::tr("The feed %1 tells more than %L2 events.").arg(topic).arg(mostEvents),
                        topic);
        offset = portion->offset;
        if (isEnd)
            return {};
        if (progress.cancelled())
            return fail(Error::Code::Cancelled, Text::tr("Cancelled."), topic);
    }
}

/// GET /openapi/v1/events/poll, after ExternalEventsController of DataHub 1.6. It waits for a second, whatever there is.
Result<DataHubFeed::Portion> DataHubFeed::poll(const QString &topic, const QString &offset, int most)
{
    HttpFields fields{{u"topic"_s, topic}, {u"limit"_s, QString::number(most)}, {u"pollTimeoutSeconds"_s, u"1"_s}};
    if (!offset.isEmpty())
        fields.append({u"offsetId"_s, offset});
    const HttpRequest request = HttpRequest::get(u"/openapi/v1/events/poll"_s, fields).accepting({400, 404, 500, 501});
    const Result<JsonPage> page = askJson(m_client, request);
    const QString host = m_client.profile().base.host();
    if (!page || page->status != 200) {
        if (!page && page.error().code != Error::Code::Parse)
            return Failure(page.error());
        const QString said = page ? page->root()["errorMessage"].text() : QString();
        return fail(Error::Code::Failed, Text::tr("%1 has no feed %2. %3").arg(host, topic, said).trimmed(), topic);
    }
    const Node &root = page->root();
    Portion portion{root["offsetId"].isScalar() ? root["offsetId"].text() : QString(), {}};
    const Node &events = root["events"];
    if (portion.offset.isEmpty() || !events.isSequence() || root["count"].integer().value_or(-1) != events.size())
        return fail(Error::Code::Parse, Text::tr("What %1 says of the feed %2 is damaged.").arg(host, topic), topic);
    for (const Node &event : events.items())
        portion.events.append(event["value"].text().toUtf8());
    return portion;
}

} // namespace meshscope
