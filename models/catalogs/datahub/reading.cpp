#include "models/catalogs/datahub/reading.h"

#include <QCoreApplication>
#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::DataHub)
};

} // namespace

DataHubReading::DataHubReading(HttpClient &client, RecordSink &sink, const Progress &progress, const Options &options)
    : PagedReading(client, sink, progress)
    , m_reader(DataHubNames(options.namespaces))
    , m_own(options.namespaces.toUtf8())
    , m_fullEvery(options.fullEvery)
    , m_feed(client)
{
    setSalt(m_own);
    QCryptographicHash queries(QCryptographicHash::Sha256);
    for (const DataHubKind &kind : dataHubKinds())
        queries.addData(scrollQuery(kind));
    m_state.queries = queries.result();
}

Result<Outcome> DataHubReading::read()
{
    if (const Result<void> begun = begin(); !begun)
        return Failure(begun.error());
    for (const DataHubKind &kind : dataHubKinds()) {
        if (const Result<void> done = readKind(kind); !done)
            return Failure(done.error());
    }
    tellOthers();
    tellUnknown();
    tellReadAgain();
    if (const Result<void> done = finish(); !done)
        return Failure(done.error());
    return tally().outcome();
}

/// Finds out what is to be read: all there is, or what has changed.
Result<void> DataHubReading::begin()
{
    const Result<std::optional<Stand>> stand = takeStand(m_fullEvery);
    if (!stand)
        return Failure(stand.error());
    if (*stand) {
        if (const Result<void> done = findChanges(**stand); !done)
            return done;
    }
    if (m_known)
        return findTouched();
    if (const Result<void> isThere = checkServer(); !isThere)
        return isThere;
    return m_fullEvery.count() > 0 ? findEnds() : Result<void>();
}

/// What the feeds tell since the last complete run, if it is known where they were.
Result<void> DataHubReading::findChanges(const Stand &stand)
{
    std::optional<DataHubState> known = DataHubState::fromBytes(stand.mark);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (!known || !known->isGood(m_state.queries, now))
        return {};
    m_state.from = known->to;
    m_state.to = {known->from.offsets, now};
    Result<DataHubChanges> changes = m_feed.follow(m_state.to.offsets, progress());
    if (!changes && (changes.error().code == Error::Code::Cancelled || progress().cancelled()))
        return ended(changes.error());
    if (!changes)
        return {}; // where they end now may still be told
    m_changes = std::move(*changes);
    m_known = std::move(known);
    m_readAll = stand.read;
    m_unknown = QSet<QString>(m_known->unknown.cbegin(), m_known->unknown.cend());
    return {};
}

/// Asked before everything is read, so that nothing is missed that happens meanwhile.
Result<void> DataHubReading::findEnds()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const Result<DataHubFeed::Offsets> ends = m_feed.ends();
    m_state.to = {ends.value_or(DataHubFeed::Offsets()), now};
    m_state.from = m_state.to;
    if (ends)
        return {};
    if (ends.error().code == Error::Code::Cancelled)
        return ended(ends.error());
    QString text =
        Text::tr("The feeds of changes cannot be read, so everything is read each time. %1").arg(ends.error().text);
    if (ends.error().code == Error::Code::Refused)
        text += u' ' + Text::tr("It takes: %1.").arg(DataHubFeed::needs());
    tally().say(Issue::Severity::Note, text);
    return {};
}

/// A complete run leaves the next one where to go on from.
Result<void> DataHubReading::finish()
{
    if (m_state.from.offsets.isEmpty())
        return {};
    m_state.unknown = QStringList(m_unknown.cbegin(), m_unknown.cend());
    m_state.unknown.sort();
    return PagedReading::remember(m_state.toBytes(), m_readAll);
}

/// What answers must be GraphQL, and must know us: otherwise nothing else has to be asked for.
Result<void> DataHubReading::checkServer()
{
    GraphQlDocument document("Info", infoQuery(), {});
    for (;;) {
        const Result<JsonPage> page = askJson(client(), document.request(api(), {}));
        if (!page)
            return Failure(page.error());
        switch (document.judge(page->root())) {
        case GraphQlDocument::Verdict::Good:
        case GraphQlDocument::Verdict::Partial: return {};
        case GraphQlDocument::Verdict::Less:
            if (!document.isHollow())
                continue;
            [[fallthrough]];
        case GraphQlDocument::Verdict::Refused:
            return Failure(GraphQlDocument::errorOf(page->root(), client().profile().base.host()));
        }
    }
}

Result<DataHubReading::Listing::Verdict> DataHubReading::judge(GraphQlDocument &document, const Node &root,
                                                               const QString &title)
{
    const QString host = client().profile().base.host();
    switch (document.judge(root)) {
    case GraphQlDocument::Verdict::Good: return Listing::Verdict::Good;
    case GraphQlDocument::Verdict::Less:
        if (!document.isHollow())
            return Listing::Verdict::Again;
        break;
    case GraphQlDocument::Verdict::Partial:
        tally().lack(Text::tr("Not all of the %1 came whole. %2").arg(title, GraphQlDocument::errorOf(root, host).text));
        return Listing::Verdict::Damaged;
    case GraphQlDocument::Verdict::Refused: break;
    }
    return Failure(GraphQlDocument::errorOf(root, host));
}

/// How many there are of kinds that are not read, so that nobody misses them unsaid.
void DataHubReading::tellOthers()
{
    if (m_known && !m_changes.hasUnread())
        m_state.others = m_known->others;
    else if (GraphQlDocument document("Others", othersQuery(), {});
             const Result<JsonPage> page = askJson(client(), document.request(api(), {}))) {
        const bool isTold = document.judge(page->root()) == GraphQlDocument::Verdict::Good;
        const Node &data = isTold ? page->root()["data"] : Node::null(); // it is only told for information
        for (qsizetype i = 0; i < data.size(); ++i) {
            const qint64 total = data.items()[size_t(i)]["total"].integer().value_or(0);
            if (total > 0)
                m_state.others.append(u"%1 (%2)"_s.arg(data.keys()[size_t(i)]).arg(total));
        }
    }
    if (!m_state.others.isEmpty())
        tally().say(Issue::Severity::Note,
                    Text::tr("The server also has what is not read: %1.").arg(m_state.others.join(u", "_s)));
    qint64 ghosts = 0;
    for (const DataHubState::Kind &kind : std::as_const(m_state.kinds))
        ghosts += kind.ghosts;
    if (ghosts > 0)
        tally().say(Issue::Severity::Note,
                    Text::tr("The server leaves %Ln neighbour(s) out of its lineage: things it was never told of, or hides.",
                             nullptr, int(ghosts)));
}

void DataHubReading::tellUnknown()
{
    if (m_unknown.isEmpty())
        return;
    QStringList names(m_unknown.cbegin(), m_unknown.cend());
    names.sort();
    tally().say(
        Issue::Severity::Note,
        Text::tr("This version of DataHub does not know %1. Everything else was read without it.").arg(names.join(u", "_s)));
}

} // namespace meshscope
