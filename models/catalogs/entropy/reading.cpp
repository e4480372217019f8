#include "models/catalogs/entropy/reading.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Entropy)
};

constexpr int fullEveryDays = 7;
constexpr int mostGathers = 3;

const Node &whole(const Node &root)
{
    return root;
}

} // namespace

Result<void> NotingSink::records(const QString &unit, Records records)
{
    m_units.append(unit);
    return m_sink.records(unit, std::move(records));
}

Result<void> NotingSink::unchanged(const QString &unit)
{
    m_units.append(unit);
    return m_sink.unchanged(unit);
}

Result<void> NotingSink::stale(const QString &unit, Issues issues)
{
    m_units.append(unit);
    return m_sink.stale(unit, std::move(issues));
}

EntropyReading::EntropyReading(HttpClient &client, RecordSink &sink, const Progress &progress)
    : NotingSink(sink)
    , PagedReading(client, static_cast<NotingSink &>(*this), progress)
    , m_reader(m_state.context, m_state.accesses)
    , m_feed(client)
{
}

Result<Outcome> EntropyReading::read()
{
    if (const Result<void> done = readFeed(); !done)
        return Failure(done.error());
    if (const Result<void> done = readContext(); !done)
        return Failure(done.error());
    const auto records = [this](Records (EntropyReader::*part)(const Node &, const QString &) const) {
        return [this, part](const Node &page, const QString &unit) { return (m_reader.*part)(page, unit); };
    };
    const QList<Kind> kinds{
        {u"sourcesystems"_s, u"sourceSystem"_s, Text::tr("source systems"), {}, records(&EntropyReader::sourceSystems)},
        {u"definitions"_s, u"definition"_s, Text::tr("definitions"), {}, records(&EntropyReader::definitions)},
        {u"datacontracts"_s, u"contract"_s, Text::tr("contracts"), {}, records(&EntropyReader::contracts)},
        {u"assets"_s, u"asset"_s, Text::tr("assets"), {}, records(&EntropyReader::assets)},
        {u"access"_s, u"access"_s, Text::tr("accesses"), {}, records(&EntropyReader::accesses)}};
    for (const Kind &kind : kinds) {
        if (const Result<void> done = readKind(kind); !done)
            return Failure(done.error());
    }
    for (const auto step : {&EntropyReading::readProducts, &EntropyReading::readTests, &EntropyReading::readLineage,
                            &EntropyReading::readExamples, &EntropyReading::checkShifts}) {
        if (const Result<void> done = (this->*step)(); !done)
            return Failure(done.error());
    }
    return finish();
}

/// What has happened since the last complete reading decides what is read at all.
Result<void> EntropyReading::readFeed()
{
    progress().report(0, 0, Text::tr("events"));
    m_known = EntropyState::fromBytes(note(unitOf(u"events"_s)));
    if (m_known && (!m_known->full.isValid() || m_known->full.daysTo(QDateTime::currentDateTimeUtc()) >= fullEveryDays))
        m_known.reset();
    Result<void> polled = m_feed.poll(m_known ? m_known->lastEvent : QString(), progress().cancelled);
    if (!polled && m_known && polled.error().code != Error::Code::Cancelled) { // it may not know that event any more
        m_known.reset();
        m_feed = EntropyFeed(client());
        polled = m_feed.poll({}, progress().cancelled);
    }
    if (!polled && polled.error().code == Error::Code::Cancelled)
        return ended(polled.error());
    m_hasFeed = polled.has_value();
    if (!polled && (polled.error().code == Error::Code::Io || polled.error().code == Error::Code::Refused)) {
        // Nobody is there, or the key is no good: then neither is anything else.
        const Result<HttpAnswer> teams = client().send(HttpRequest::get(u"/api/teams"_s));
        if (!teams)
            return Failure(teams.error());
    }
    if (!polled)
        tally().say(
            Issue::Severity::Note,
            Text::tr("The feed of events cannot be read, so everything is read each time. %1").arg(polled.error().text),
            unitOf(u"events"_s));
    if (!m_feed.unknown().isEmpty()) {
        QStringList types = m_feed.unknown().values();
        types.sort();
        tally().say(Issue::Severity::Note,
                    Text::tr("The feed has events that are not known here: %1. What they are about is read with the next "
                             "full reading.")
                        .arg(types.mid(0, 5).join(u", "_s)),
                    unitOf(u"events"_s));
    }
    if (m_known) {
        m_state = *m_known;
    } else {
        m_state.full = QDateTime::currentDateTimeUtc();
    }
    m_state.lastEvent = m_feed.last();
    for (auto it = m_feed.products().cbegin(); it != m_feed.products().cend(); ++it)
        m_state.changes.insert(it.key(), it.value());
    for (auto it = m_feed.accesses().cbegin(); it != m_feed.accesses().cend(); ++it)
        m_state.accesses[it.key()] += it.value();
    return {};
}

bool EntropyReading::isKept(const QString &list) const
{
    return m_known && !m_feed.touched().contains(list) && m_known->lists.contains(list);
}

Result<void> EntropyReading::keep(const Kind &kind)
{
    const EntropyState::List list = m_known->lists.value(kind.list);
    for (const QString &unit : list.units) {
        if (const Result<void> kept = unchanged(unit); !kept)
            return ended(kept.error());
    }
    tally().expect(kind.word, list.count);
    tally().count(kind.word, list.count);
    m_state.lists.insert(kind.list, list);
    return goOn();
}

PagedReading::Listing EntropyReading::listingOf(const Kind &kind)
{
    const QString target = u"/api/"_s + kind.list;
    Listing listing{kind.word, kind.title, unitOf(kind.list), pageSize};
    listing.needs = kind.needs;
    listing.isLinked = true;
    listing.request = [target, query = kind.query](const Place &place, qint64) {
        if (place.cursor.isEmpty())
            return HttpRequest::get(target, query);
        // The server names itself as it sees itself, which is not always as we reach it.
        return HttpRequest::get(target + u'?' + QUrl(place.cursor).query(QUrl::FullyEncoded));
    };
    listing.items = &whole;
    listing.id = [](const Node &item) { return item["id"].text(); };
    listing.records = kind.records;
    listing.see = kind.see;
    return listing;
}

Result<void> EntropyReading::readKind(const Kind &kind)
{
    if (isKept(kind.list))
        return keep(kind);
    taken();
    qint64 count = 0;
    Listing listing = listingOf(kind);
    listing.see = [&](const Node &item) {
        ++count;
        if (kind.see)
            kind.see(item);
    };
    if (Result<void> done = list(listing); !done)
        return done;
    const QStringList units = taken();
    if (units.size() > 1 || count > pageSize)
        m_long.insert(kind.list);
    m_state.lists.insert(kind.list, {units, count});
    return {};
}

Result<std::vector<JsonPage>> EntropyReading::gather(const Kind &kind)
{
    const Listing listing = listingOf(kind);
    for (int number = 1;; ++number) {
        std::vector<JsonPage> pages;
        ListingCheck check;
        QSet<QString> cursors;
        for (Place place;;) {
            Result<JsonPage> page = askJson(client(), listing.request(place, pageSize));
            if (page && !page->root().isSequence())
                page = fail(Error::Code::Parse, Text::tr("There is no list in the answer."), listing.unit);
            if (!page)
                return Failure(page.error());
            for (const Node &item : page->root().items()) {
                if (const QString id = item["id"].text(); !id.isEmpty())
                    check.saw(id);
            }
            const QString next = page->next;
            pages.push_back(std::move(*page));
            if (const Result<void> on = goOn(); !on)
                return Failure(on.error());
            if (next.isEmpty() || cursors.contains(next))
                break;
            cursors.insert(next);
            place.cursor = next;
        }
        if (!check.isWhole() && number < mostGathers)
            continue;
        for (const JsonPage &page : pages) {
            for (const Node &item : page.root().items())
                kind.see(item);
        }
        if (pages.size() > 1)
            m_long.insert(kind.list);
        return Result<std::vector<JsonPage>>(std::move(pages));
    }
}

Result<void> EntropyReading::handGathered(const Kind &kind, const std::vector<JsonPage> &pages)
{
    EntropyState::List list;
    for (const JsonPage &page : pages) {
        const QString unit =
            list.units.isEmpty() ? unitOf(kind.list) : unitOf(kind.list) + u"?p="_s + QString::number(list.units.size());
        for (const Node &item : page.root().items())
            list.count += item["id"].text().isEmpty() ? 0 : 1;
        list.units.append(unit);
        const Result<void> handed =
            take(unit, page, [&] { return kind.records ? kind.records(page.root(), unit) : Records(); });
        if (!handed)
            return handed;
    }
    tally().expect(kind.word, list.count);
    tally().count(kind.word, list.count);
    m_state.lists.insert(kind.list, list);
    return {};
}

/// Teams, tags and certifications: everything else is read with them.
Result<void> EntropyReading::readContext()
{
    EntropyContext &context = m_state.context;
    Kind tags{u"tags"_s, u"tag"_s, Text::tr("tags"), {}};
    tags.records = [this](const Node &page, const QString &unit) { return m_reader.tags(page, unit); };
    tags.see = [&context](const Node &item) { context.tags.insert(item["id"].text(), item["info"]["description"].text()); };
    Kind certifications{u"certifications"_s, u"certification"_s, Text::tr("certifications"), {}};
    certifications.see = [&context](const Node &item) {
        context.certifications.insert(item["tag"].text(), {item["name"].text(), item["rank"].integer().value_or(0)});
    };
    Kind teams{u"teams"_s, u"team"_s, Text::tr("teams and domains"), {}};
    teams.records = [this](const Node &page, const QString &unit) { return m_reader.teams(page, unit); };
    teams.see = [&context](const Node &item) {
        const QString type = item["type"].text();
        context.teams.insert(item["id"].text(),
                             {item["name"].text(), item["parent"].text(), type.contains(u"domain"_s, Qt::CaseInsensitive)});
    };
    std::vector<std::pair<Kind, std::vector<JsonPage>>> gathered;
    QList<Kind> kept;
    const auto clear = [&context](const QString &list) {
        if (list == u"tags")
            context.tags.clear();
        else if (list == u"teams")
            context.teams.clear();
        else
            context.certifications.clear();
    };
    for (const Kind &kind : {tags, certifications, teams}) {
        const bool isTold = kind.list != u"certifications"; // the feed has no word of those
        if (isTold && isKept(kind.list)) {
            kept.append(kind);
            continue;
        }
        const EntropyContext before = context;
        clear(kind.list);
        Result<std::vector<JsonPage>> pages = gather(kind);
        if (!pages && (isOver() || pages.error().code == Error::Code::Cancelled))
            return ended(pages.error());
        if (pages) {
            gathered.emplace_back(kind, std::move(*pages));
            continue;
        }
        context = before; // what was known is better than nothing
        const bool isOlder = kind.list == u"certifications" && pages.error().code == Error::Code::NotFound;
        if (!isOlder) // servers before 2026 have none
            lackPage(kind.title, unitOf(kind.list), pages.error(), kind.needs);
    }
    setSalt(context.digest());
    if (m_known && m_known->context.digest() != context.digest())
        m_known.reset(); // then all is read anew
    for (const Kind &kind : std::as_const(kept)) {
        if (m_known) {
            if (const Result<void> done = keep(kind); !done)
                return done;
            continue;
        }
        Result<std::vector<JsonPage>> pages = gather(kind);
        if (!pages && (isOver() || pages.error().code == Error::Code::Cancelled))
            return ended(pages.error());
        if (pages)
            gathered.emplace_back(kind, std::move(*pages));
        else
            lackPage(kind.title, unitOf(kind.list), pages.error(), kind.needs);
    }
    for (const auto &[kind, pages] : gathered) {
        if (const Result<void> done = handGathered(kind, pages); !done)
            return done;
    }
    return {};
}

/// Pages by number shift when something comes or goes meanwhile: the feed tells whether it did.
Result<void> EntropyReading::checkShifts()
{
    if (!m_hasFeed || m_long.isEmpty())
        return {};
    EntropyFeed since(client());
    if (const Result<void> polled = since.poll(m_state.lastEvent, progress().cancelled); !polled)
        return polled.error().code == Error::Code::Cancelled ? Result<void>(ended(polled.error())) : Result<void>();
    QStringList lists = (since.shifted() & m_long).values();
    lists.sort();
    if (!lists.isEmpty())
        tally().lack(
            Text::tr("Something came or went while the pages of %1 were read, so some of it may have been missed: sync "
                     "again.")
                .arg(lists.join(u", "_s)));
    return {};
}

Result<Outcome> EntropyReading::finish()
{
    Outcome outcome = tally().outcome();
    if (!outcome.complete || !m_hasFeed)
        return outcome;
    const QString unit = unitOf(u"events"_s);
    const QByteArray bytes = "{\"lastEventId\":\"" + m_state.lastEvent.toUtf8() + "\"}";
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    Result<void> done = knownHash(unit) == hash ? unchanged(unit) : original({unit, bytes, hash});
    if (done && knownHash(unit) != hash)
        done = records(unit, {});
    if (done)
        done = setNote(unit, m_state.toBytes());
    if (!done)
        return Failure(done.error());
    return outcome;
}

} // namespace meshscope
