#include "models/catalogs/marquezreading.h"

#include "models/formats/reading.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

// The second part of MarquezReading: lists as they are paged, histories as they grow.
namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Marquez)
};

constexpr int mostPasses = 3;       ///< over a list that moves while it is read
constexpr int mostFaultsInRow = 10; ///< over single items, before a list is given up
constexpr qsizetype toldFaults = 5; ///< of histories, one by one; the rest is counted
constexpr qsizetype portion = 200;  ///< histories that are asked for before it is looked up what is known of the next

HttpFields pageOf(qint64 size, qint64 offset)
{
    return {{u"limit"_s, QString::number(size)}, {u"offset"_s, QString::number(offset)}};
}

/// Units are named as the addresses that are asked for.
QString unitOf(const QString &target, qint64 offset, int pass)
{
    QString unit = target.mid(1);
    if (offset > 0 || pass > 1)
        unit += u"?offset="_s + QString::number(offset);
    return pass > 1 ? unit + u"&pass="_s + QString::number(pass) : unit;
}

/// What a history is remembered by: where it stood, the newest item that changes no more, how many there were.
struct HistoryNote {
    QByteArray reader;
    QString now;
    QString settled;
    qint64 total = 0;

    [[nodiscard]] QByteArray toBytes() const
    {
        return reader.toHex() + '\n' + QByteArray::number(total) + '\n' + settled.toUtf8() + '\n' + now.toUtf8();
    }
    [[nodiscard]] static HistoryNote fromBytes(const QByteArray &bytes)
    {
        const QList<QByteArray> lines = bytes.split('\n');
        if (lines.size() != 4)
            return {};
        return {QByteArray::fromHex(lines[0]), QString::fromUtf8(lines[3]), QString::fromUtf8(lines[2]),
                lines[1].toLongLong()};
    }
};

/// Histories depend on nothing but themselves.
QByteArray reader()
{
    return QByteArrayLiteral(MESHSCOPE_VERSION);
}

Failure noList(const char *key)
{
    return fail(Error::Code::Parse, Text::tr("There is no list “%1” in the answer.").arg(QLatin1StringView(key)));
}

constexpr int historyPage = 100;

std::optional<qint64> totalOf(const Node &root)
{
    return root["totalCount"].integer();
}

} // namespace

Result<void> MarquezReading::ended(const Error &error)
{
    m_isEnded = true;
    return Failure(error);
}

QString MarquezReading::targetOf(const History &history, const Historied &thing)
{
    return u"/api/v1/namespaces/"_s + pathSegment(thing.ns) + u'/' + history.part + u'/' + pathSegment(thing.name) + u'/' +
           QLatin1StringView(history.key);
}

void MarquezReading::lackPage(const QString &title, const QString &unit, const Error &error)
{
    m_tally.lack(Text::tr("Not all %1 could be read. %2").arg(title, error.text), unit);
}

/// Reads a list until it adds up, or until it comes twice as it is: pages by offset shift when something is added or
/// changed meanwhile.
Result<void> MarquezReading::list(const Listing &listing)
{
    Listed listed;
    ListingCheck before;
    for (int number = 1; number <= mostPasses; ++number) {
        ListingCheck check;
        listed.unreadable = 0;
        const Result<void> done = pass(listing, number, check, listed);
        if (!done && (m_isEnded || done.error().code == Error::Code::Cancelled))
            return done;
        if (!done) {
            lackPage(listing.title, listing.target, done.error());
            m_tally.count(listing.word, listed.ids.size());
            if (check.total())
                m_tally.expect(listing.word, *check.total());
            return {};
        }
        const bool isSame = number > 1 && check.isSameAs(before);
        if (check.isWhole() || isSame || number == mostPasses) {
            judge(listing, check, listed, check.isWhole() || isSame);
            return {};
        }
        before = std::move(check);
    }
    return {};
}

/// One way through a list. A page over the limit for answers is asked for in smaller ones, and so is one the server fails
/// over, until the item that makes it fail stands alone.
Result<void> MarquezReading::pass(const Listing &listing, int number, ListingCheck &check, Listed &listed)
{
    qint64 size = listing.size;
    int faults = 0;
    for (qint64 offset = 0;;) {
        const HttpRequest request = HttpRequest::get(listing.target, pageOf(size, offset)).accepting({500});
        const Result<JsonPage> page = askJson(m_client, request);
        if (!page && page.error().code == Error::Code::Full && size > 1) {
            size /= 2;
            continue;
        }
        if (!page) {
            const QString unit = unitOf(listing.target, offset, 1);
            if (page.error().code == Error::Code::Parse && !m_sink.knownHash(unit).isEmpty()) {
                if (const Result<void> kept = m_sink.stale(unit, {}); !kept)
                    return ended(kept.error());
            }
            return Failure(page.error());
        }
        if (page->status == 500) {
            if (size > 1) {
                size /= 2;
                continue;
            }
            if (++faults > mostFaultsInRow)
                return fail(Error::Code::Failed,
                            Text::tr("The server fails over it (500): %1").arg(page->root()["message"].text()));
            ++listed.unreadable;
            ++offset;
            continue;
        }
        const Node &items = page->root()[listing.key];
        if (!items.isSequence())
            return noList(listing.key);
        faults = 0;
        const qint64 known = check.distinct();
        if (const Result<void> taken = take(listing, number, offset, *page, check, listed); !taken)
            return taken;
        const bool isLast = items.size() < size || (check.total() && offset + items.size() >= *check.total());
        if (isLast || check.distinct() == known) // a server that minds no offset says the same for ever
            return {};
        offset += items.size();
        size = std::min<qint64>(size * 2, listing.size);
    }
}

Result<void> MarquezReading::take(const Listing &listing, int number, qint64 offset, const JsonPage &page,
                                  ListingCheck &check, Listed &listed)
{
    check.page(totalOf(page.root()));
    for (const Node &item : page.root()[listing.key].items()) {
        const QString name = item["name"].text();
        const QString id = item["namespace"].text() + u'\n' + name;
        if (name.isEmpty())
            continue;
        check.saw(id);
        if (!listed.ids.contains(id)) {
            listed.ids.insert(id);
            listing.see(item);
        }
    }
    const QByteArray hash = fingerprint(page.root()[listing.key], m_salt);
    if (listed.handed.value(offset) != hash) { // a pass before may have handed it over as it is
        const QString unit = unitOf(listing.target, offset, listed.handed.contains(offset) ? number : 1);
        listed.handed.insert(offset, hash);
        const Result<void> handed = handOver(m_sink, unit, page, hash, [&] { return listing.records(page.root(), unit); });
        if (!handed)
            return ended(handed.error());
    }
    m_progress.report(check.distinct(), check.total().value_or(0), listing.title);
    return m_progress.cancelled() ? ended({Error::Code::Cancelled, Text::tr("Cancelled."), {}}) : Result<void>();
}

void MarquezReading::judge(const Listing &listing, const ListingCheck &check, const Listed &listed, bool isStable)
{
    m_tally.count(listing.word, listed.ids.size());
    const qint64 found = listed.ids.size();
    m_tally.expect(listing.word, isStable ? found : std::max(check.total().value_or(0), found));
    if (listed.unreadable > 0) {
        const QString text =
            Text::tr("The server fails (500) over %Ln of the %1.", nullptr, int(listed.unreadable)).arg(listing.title);
        if (listing.isVital)
            m_tally.lack(text, listing.target);
        else
            m_tally.say(Issue::Severity::Warning,
                        text + u' ' + Text::tr("A source without an address does that; nothing else depends on it."),
                        listing.target);
    }
    if (!isStable) {
        m_tally.lack(Text::tr("The list of %1 changed each of the %Ln times it was read. What was found is kept: sync again "
                              "when there is less going on.",
                              nullptr, mostPasses)
                         .arg(listing.title),
                     listing.target);
        return;
    }
    if (check.twice() > 0)
        m_tally.say(
            Issue::Severity::Note,
            Text::tr("The server lists %Ln of the %1 more than once.", nullptr, int(check.twice())).arg(listing.title),
            listing.target);
    if (const qint64 more = check.total().value_or(0) - check.distinct() - check.twice() - listed.unreadable; more > 0)
        m_tally.say(
            Issue::Severity::Note,
            Text::tr("The server counts %Ln more of the %1 than it lists: hidden or deleted ones.", nullptr, int(more))
                .arg(listing.title),
            listing.target);
}

/// Asks only for what stands elsewhere than last time.
Result<void> MarquezReading::histories(const History &history, const QList<Historied> &things)
{
    for (qsizetype begin = 0; begin < things.size(); begin += portion) {
        QList<HttpRequest> requests;
        QList<const Historied *> asked;
        for (qsizetype i = begin; i < std::min(begin + portion, things.size()); ++i) {
            const Historied &thing = things[i];
            const QString target = targetOf(history, thing);
            const HistoryNote known = HistoryNote::fromBytes(m_sink.note(target.mid(1)));
            if (known.reader == reader() && known.now == thing.now && !thing.now.isEmpty()) {
                m_tally.expect(history.word, known.total);
                m_tally.count(history.word, known.total);
                if (const Result<void> kept = m_sink.unchanged(target.mid(1)); !kept)
                    return ended(kept.error());
                continue;
            }
            requests.append(HttpRequest::get(target, pageOf(historyPage, 0)));
            asked.append(&thing);
        }
        qsizetype failed = 0;
        const Result<void> done = m_client.each(requests, [&](qsizetype index, const Result<HttpAnswer> &answer) {
            m_progress.report(begin + index, things.size(), history.title);
            const Result<bool> isRead = historyOf(history, *asked[index], answer, failed < toldFaults);
            failed += isRead && !*isRead ? 1 : 0;
            return isRead ? Result<void>() : Result<void>(Failure(isRead.error()));
        });
        if (!done)
            return done;
        if (failed > toldFaults)
            m_tally.lack(Text::tr("Nor could %Ln more of the %1.", nullptr, int(failed - toldFaults)).arg(history.title));
        if (failed == asked.size() && failed > toldFaults) { // nobody may see them: no need to ask for each
            if (const qsizetype rest = things.size() - begin - portion; rest > 0)
                m_tally.lack(Text::tr("So %Ln more of the %1 were not asked for.", nullptr, int(rest)).arg(history.title));
            return {};
        }
        if (m_progress.cancelled())
            return ended({Error::Code::Cancelled, Text::tr("Cancelled."), {}});
    }
    return {};
}

/// One history, newest first, down to what was known already. Something added meanwhile only moves the rest down.
Result<bool> MarquezReading::historyOf(const History &history, const Historied &thing, const Result<HttpAnswer> &first,
                                       bool isTold)
{
    const auto endedBy = [this](const Error &error) {
        m_isEnded = true;
        return Result<bool>(Failure(error));
    };
    const QString target = targetOf(history, thing);
    const QString unit = target.mid(1);
    const QString title = Text::tr("%1 of “%2”").arg(history.title, thing.name);
    HistoryNote note = HistoryNote::fromBytes(m_sink.note(unit));
    const QString known = note.reader == reader() ? note.settled : QString();
    std::vector<JsonPage> pages;
    std::vector<const Node *> items;
    ListingCheck check;
    QString settled;
    Result<JsonPage> page = first ? jsonPage(*first) : Result<JsonPage>(Failure(first.error()));
    for (bool isKnown = false;;) {
        if (!page && page.error().code == Error::Code::Parse) // half an answer: once more
            page = askJson(m_client, HttpRequest::get(target, pageOf(historyPage, check.distinct())));
        if (!page && page.error().code == Error::Code::Cancelled)
            return endedBy(page.error());
        if (page && !page->root()[history.key].isSequence())
            page = noList(history.key);
        if (!page) {
            if (isTold)
                lackPage(title, target, page.error());
            return false;
        }
        check.page(totalOf(page->root()));
        const qint64 before = check.distinct();
        pages.push_back(std::move(*page));
        const Node &list = pages.back().root()[history.key];
        for (const Node &item : list.items()) {
            if (!check.saw(firstText(item, {"id", "version"}) + item["version"].text()))
                continue;
            const QString id = history.settled(item);
            if (id.isEmpty() && before == 0)
                settled.clear(); // what is below may still change: it is asked for again
            else if (settled.isEmpty())
                settled = id;
            isKnown = isKnown || (!known.isEmpty() && id == known);
            items.push_back(&item);
        }
        const bool isLast =
            list.size() < historyPage || check.distinct() == before || (check.total() && check.distinct() >= *check.total());
        if (isLast || isKnown) {
            note.total = check.total().value_or(check.distinct());
            const qint64 got = isKnown ? note.total : check.distinct();
            m_tally.expect(history.word, note.total);
            m_tally.count(history.word, std::min(got, note.total));
            if (got < note.total)
                m_tally.lack(Text::tr("%1: the server counts %2 and lists %3.").arg(title).arg(note.total).arg(got), target);
            break;
        }
        page = askJson(m_client, HttpRequest::get(target, pageOf(historyPage, check.distinct())));
    }
    note.reader = reader();
    note.now = thing.now;
    note.settled = settled;
    if (const Result<void> noted = m_sink.setNote(unit, note.toBytes()); !noted)
        return endedBy(noted.error());
    const JsonPage &newest = pages.front();
    const QByteArray hash = fingerprint(newest.root()[history.key], reader());
    const Result<void> handed = handOver(m_sink, unit, newest, hash, [&] { return history.records(thing, unit, items); });
    return handed ? Result<bool>(true) : endedBy(handed.error());
}

} // namespace meshscope
