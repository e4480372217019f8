#include "models/catalogs/pagedreading.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Paged)
};

constexpr int mostPasses = 3;           ///< over a list that moves while it is read
constexpr int mostFaultsInRow = 10;     ///< over single items, before a list is given up
constexpr int mostIdlePages = 100;      ///< in a row with nothing new, before a list is taken for endless
constexpr qint64 mostItems = 5'000'000; ///< of one list: what is known of each takes memory

QString unitAt(const QString &unit, qint64 offset, int pass)
{
    QString name = unit;
    if (offset > 0 || pass > 1)
        name += (unit.contains(u'?') ? u"&offset="_s : u"?offset="_s) + QString::number(offset);
    return pass > 1 ? name + u"&pass="_s + QString::number(pass) : name;
}

} // namespace

PagedReading::PagedReading(HttpClient &client, RecordSink &sink, const Progress &progress)
    : m_client(client)
    , m_sink(sink)
    , m_progress(progress)
    , m_salt(QByteArrayLiteral(MESHSCOPE_VERSION))
{
}

void PagedReading::setSalt(const QByteArray &salt)
{
    m_salt = QByteArrayLiteral(MESHSCOPE_VERSION) + salt;
}

Failure PagedReading::ended(const Error &error)
{
    m_isOver = true;
    return Failure(error);
}

Result<void> PagedReading::goOn()
{
    if (m_progress.cancelled())
        return ended({Error::Code::Cancelled, Text::tr("Cancelled."), {}});
    return {};
}

void PagedReading::lackPage(const QString &title, const QString &unit, const Error &error, const QString &needs)
{
    m_tally.lackPart(title, error.text, unit, error.code == Error::Code::Refused ? needs : QString());
}

Result<void> PagedReading::take(const QString &unit, const JsonPage &page, const std::function<Records()> &read)
{
    const Result<bool> handed =
        hand({unit, unit, fingerprint(page.root(), m_salt), [&](const Node &) { return read(); }}, page);
    return handed ? goOn() : Failure(handed.error());
}

Result<JsonPage> PagedReading::kept(Result<JsonPage> page) const
{
    if (!page || !m_withhold)
        return page;
    QByteArray bytes = m_withhold(*page);
    if (bytes == page->bytes)
        return page;
    JsonPage other;
    other.parsed = parseDocuments(bytes, Syntax::Json);
    other.bytes = std::move(bytes);
    other.status = page->status;
    other.next = page->next;
    if (other.parsed.documents.empty()) // cannot be: what was put in is JSON where a value stood
        return fail(Error::Code::Parse, Text::tr("The answer of %1 is damaged.").arg(m_client.profile().base.host()));
    return other;
}

Result<void> PagedReading::list(const Listing &listing)
{
    Listed listed;
    ListingCheck before;
    for (int number = 1; number <= mostPasses; ++number) {
        Pass now{number};
        now.size = listing.size;
        listed.unreadable = listed.nameless = 0;
        const Result<void> done = pass(listing, now, listed);
        if (!done && (m_isOver || done.error().code == Error::Code::Cancelled))
            return ended(done.error());
        const ListingCheck &check = now.check;
        if (!done) {
            lackPage(listing.title, listing.unit, done.error(), listing.needs);
            m_tally.count(listing.word, listed.ids.size());
            m_tally.expect(listing.word, std::max<qint64>(check.total().value_or(0), listed.ids.size()));
            return keepAbsent(listed);
        }
        const bool isSame = number > 1 && check.isSameAs(before);
        if (check.isWhole() || isSame || number == mostPasses) {
            const bool isWhole = judge(listing, check, listed, check.isWhole() || isSame);
            return isWhole ? Result<void>() : keepAbsent(listed);
        }
        before = check;
    }
    return {};
}

/// What is on none of the pages that could be read may stand on another: it stays, and the pages are looked at again.
Result<void> PagedReading::keepAbsent(const Listed &listed)
{
    for (const QString &unit : listed.units) {
        Result<void> kept = m_sink.stale(unit, {});
        if (kept)
            kept = m_sink.setNote(unit, lackingNote);
        if (!kept)
            return ended(kept.error());
    }
    return {};
}

Result<void> PagedReading::pass(const Listing &listing, Pass &pass, Listed &listed)
{
    for (Place place;;) {
        const Result<Step> step = this->step(listing, pass, listed, place);
        if (!step)
            return Failure(step.error());
        if (*step == Step::Last)
            return {};
    }
}

/// One page. A page over the limit for answers is asked for in smaller ones, and so is one of a list by offset that the
/// server fails over, until the item that makes it fail stands alone.
Result<PagedReading::Step> PagedReading::step(const Listing &listing, Pass &pass, Listed &listed, Place &place)
{
    HttpRequest request = listing.request(place, pass.size);
    if (!listing.cursor && !listing.isLinked)
        request = request.accepting({500});
    const Result<JsonPage> page = kept(askJson(m_client, request));
    if (!page && page.error().code == Error::Code::Full && pass.size > 1) {
        pass.size /= 2;
        return Step::On;
    }
    if (!page) {
        const QString unit = unitAt(listing.unit, place.offset, 1);
        if (page.error().code == Error::Code::Parse && !m_sink.knownHash(unit).isEmpty()) {
            if (const Result<void> kept = m_sink.stale(unit, {}); !kept)
                return ended(kept.error());
        }
        return Failure(page.error());
    }
    if (page->status == 500) {
        if (!givesUp(pass, listed, place))
            return Step::On;
        const QString said = page->root()["message"].text();
        return fail(Error::Code::Failed, Text::tr("The server fails over it (500): %1").arg(said), listing.unit);
    }
    const Result<Listing::Verdict> verdict = listing.verdict ? listing.verdict(page->root()) : Listing::Verdict::Good;
    if (!verdict)
        return Failure(verdict.error());
    if (*verdict == Listing::Verdict::Again)
        return Step::On;
    pass.isDamaged = *verdict == Listing::Verdict::Damaged;
    const Node &items = listing.items(page->root());
    if (!items.isSequence())
        return fail(Error::Code::Parse,
                    Text::tr("There is no list in the answer of %1.").arg(m_client.profile().base.host()), listing.unit);
    pass.faults = 0;
    const qint64 known = pass.check.distinct();
    if (const Result<void> taken = takePage(listing, place.offset, *page, pass, listed); !taken)
        return Failure(taken.error());
    Result<Step> next = advance(listing, pass, *page, pass.check.distinct() - known, place);
    const std::optional<QString> misread = next ? page->root().misread(&items) : std::nullopt;
    if (misread && !misread->isEmpty()) // where it goes on may stand there
        return fail(
            Error::Code::Parse,
            Text::tr("“%1” in the answer of %2 is not what it should be.").arg(*misread, m_client.profile().base.host()),
            listing.unit);
    return next;
}

/// Whether a list is given up for the server's faults; otherwise the next request is a smaller one, or passes the item by.
bool PagedReading::givesUp(Pass &pass, Listed &listed, Place &place)
{
    if (pass.size > 1) {
        pass.size /= 2;
        return false;
    }
    ++listed.unreadable;
    ++place.offset;
    return ++pass.faults > mostFaultsInRow;
}

Result<PagedReading::Step> PagedReading::advance(const Listing &listing, Pass &pass, const JsonPage &page, qint64 fresh,
                                                 Place &place) const
{
    const qint64 count = listing.items(page.root()).size();
    if (listing.cursor || listing.isLinked) {
        const QString cursor = listing.isLinked ? page.next : listing.cursor(page.root());
        if (cursor.isEmpty())
            return Step::Last;
        pass.idle = fresh > 0 ? 0 : pass.idle + 1;
        if (pass.cursors.contains(cursor) || pass.idle > mostIdlePages)
            return fail(Error::Code::Failed, Text::tr("The server's list does not end: it sends back to where it was."),
                        listing.unit);
        pass.cursors.insert(cursor);
        place.cursor = cursor;
    } else {
        const bool isLast = count < pass.size || (pass.check.total() && place.offset + count >= *pass.check.total());
        if (isLast || fresh == 0) // a server that minds no offset says the same for ever
            return Step::Last;
        pass.size = std::min<qint64>(pass.size * 2, listing.size);
    }
    if (++pass.pages >= m_client.profile().pages || pass.check.distinct() >= mostItems)
        return fail(
            Error::Code::Full,
            Text::tr("%1 lists more than %L2 of them on %L3 pages: the rest was not read. If there are that many, raise "
                     "the option http.pages; if not, tell who runs the catalog.")
                .arg(m_client.profile().base.host())
                .arg(pass.check.distinct())
                .arg(pass.pages),
            listing.unit);
    place.offset += count;
    return Step::On;
}

Result<void> PagedReading::takePage(const Listing &listing, qint64 offset, const JsonPage &page, Pass &pass, Listed &listed)
{
    if (listing.total)
        pass.check.page(listing.total(page.root()));
    const Node &items = listing.items(page.root());
    const qint64 before = pass.check.distinct();
    const qint64 namelessBefore = listed.nameless;
    qsizetype recognized = 0;
    for (const Node &item : items.items()) {
        const QString id = listing.id(item);
        if (id.isEmpty()) {
            listed.nameless += item.isMap() ? 0 : 1;
            continue;
        }
        ++recognized;
        const quint64 key = ListingCheck::keyOf(id);
        pass.check.saw(key);
        if (listed.ids.contains(key))
            continue;
        listed.ids.insert(key);
        if (listing.see)
            listing.see(item);
    }
    if (recognized == 0 && items.size() > 0) // what is there is not what it should be: it takes nothing's place
        return fail(Error::Code::Parse,
                    Text::tr("Nothing in the answer of %1 has an identifier.").arg(m_client.profile().base.host()),
                    listing.unit);
    const QByteArray hash = fingerprint(items, m_salt);
    if (listing.records && listed.handed.value(offset) != hash) { // a pass before may have handed it over as it is
        const QString unit = unitAt(listing.unit, offset, listed.handed.contains(offset) ? pass.number : 1);
        listed.handed.insert(offset, hash);
        // Another page over again takes nothing's place either.
        const bool isRepeated = offset > 0 && recognized > 0 && pass.check.distinct() == before;
        const bool isKept = (pass.isDamaged || isRepeated) && !m_sink.knownHash(unit).isEmpty();
        const auto records = [&](const Node &root) { return listing.records(root, unit); };
        if (isKept) {
            if (const Result<void> kept = m_sink.stale(unit, {}); !kept)
                return ended(kept.error());
        } else if (const Result<bool> handed = hand({listing.title, unit, hash, records, &listing}, page); !handed) {
            return Failure(handed.error());
        }
        listed.units.append(unit);
        if (listing.seeUnit)
            listing.seeUnit(unit);
        if (!isKept && listed.nameless > namelessBefore) { // what those were that are nothing now stays
            if (const Result<void> kept = m_sink.stale(unit, {}); !kept)
                return ended(kept.error());
        }
    }
    m_progress.report(pass.check.distinct(), pass.check.total().value_or(0), listing.title);
    return goOn();
}

bool PagedReading::judge(const Listing &listing, const ListingCheck &check, const Listed &listed, bool isStable)
{
    const qint64 found = listed.ids.size();
    m_tally.count(listing.word, found);
    const qint64 more = check.total().value_or(0) - check.distinct() - check.twice() - listed.unreadable;
    m_tally.expect(listing.word,
                   isStable && listing.countsHidden ? found : std::max(check.total().value_or(0) - check.twice(), found));
    if (listed.unreadable > 0) {
        const QString text =
            Text::tr("The server fails (500) over %Ln of the %1.", nullptr, int(listed.unreadable)).arg(listing.title);
        if (listing.isVital)
            m_tally.lack(text, listing.unit);
        else
            m_tally.say(Issue::Severity::Warning, text, listing.unit);
    }
    if (listed.nameless > 0)
        m_tally.lack(Text::tr("%1 lists %Ln of the %2 as nothing.", nullptr, int(listed.nameless))
                         .arg(m_client.profile().base.host(), listing.title),
                     listing.unit);
    if (!isStable) {
        m_tally.lack(Text::tr("The list of %1 changed each of the %Ln times it was read. What was found is kept: sync again "
                              "when there is less going on.",
                              nullptr, mostPasses)
                         .arg(listing.title),
                     listing.unit);
        return false;
    }
    if (check.twice() > 0)
        m_tally.say(
            Issue::Severity::Note,
            Text::tr("The server lists %Ln of the %1 more than once.", nullptr, int(check.twice())).arg(listing.title),
            listing.unit);
    if (more > 0 && !listing.countsHidden)
        m_tally.lack(Text::tr("%1 counts %Ln more of the %2 than it lists. What was known of them stays. Sync again; if it "
                              "stays so, ask who runs the catalog what this login may not see.",
                              nullptr, int(std::min<qint64>(more, std::numeric_limits<int>::max())))
                         .arg(m_client.profile().base.host(), listing.title),
                     listing.unit);
    else if (more > 0)
        m_tally.say(
            Issue::Severity::Note,
            Text::tr("The server counts %Ln more of the %1 than it lists: hidden or deleted ones.", nullptr, int(more))
                .arg(listing.title),
            listing.unit);
    const bool isLacking = (more > 0 && !listing.countsHidden) || listed.unreadable > 0 || listed.nameless > 0;
    return !isLacking;
}

} // namespace meshscope
