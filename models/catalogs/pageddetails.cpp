#include "models/catalogs/pagedreading.h"

#include <QCoreApplication>
#include <QCryptographicHash>

using namespace Qt::StringLiterals;

// The second part of PagedReading: what the server tells of single things.
namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Paged)
};

constexpr qsizetype toldFaults = 5; ///< one by one; the rest is counted
constexpr qsizetype portion = 200;  ///< things that are asked for before it is looked up what is known of the next

/// What an answer is remembered by: how it was read, where its thing stood, the server's tag.
struct DetailNote {
    QByteArray reader;
    QByteArray now;
    QByteArray tag;

    [[nodiscard]] QByteArray toBytes() const { return reader + '\n' + now.toHex() + '\n' + tag; }
    [[nodiscard]] static DetailNote fromBytes(const QByteArray &bytes)
    {
        const QList<QByteArray> lines = bytes.split('\n');
        return lines.size() == 3 ? DetailNote{lines[0], QByteArray::fromHex(lines[1]), lines[2]} : DetailNote();
    }
};

/// Jetty marks the tags of what it packs, and does not know them again where the application minds tags itself.
QByteArray tagOf(const HttpAnswer &answer)
{
    QByteArray tag = answer.header("ETag");
    if (const QByteArray mark = "--gzip"; tag.endsWith(mark) || tag.endsWith(mark + '"'))
        tag.remove(tag.lastIndexOf(mark), mark.size());
    return tag;
}

QByteArray readerOf(const QByteArray &salt, const QByteArray &own)
{
    return QCryptographicHash::hash(salt + '\0' + own, QCryptographicHash::Sha256).toHex();
}

} // namespace

Result<void> PagedReading::askMany(const Many &many)
{
    for (qsizetype begin = 0; begin < many.count; begin += portion) {
        QList<HttpRequest> requests;
        QList<qsizetype> asked;
        for (qsizetype i = begin; i < std::min(begin + portion, many.count); ++i) {
            const Result<bool> isKnown = many.isKnown(i);
            if (!isKnown)
                return ended(isKnown.error());
            if (*isKnown)
                continue;
            requests.append(many.request(i));
            asked.append(i);
        }
        qsizetype failed = 0;
        const Result<void> done = m_client.each(requests, [&](qsizetype index, const Result<HttpAnswer> &answer) {
            m_progress.report(begin + index, many.count, many.title);
            const Result<bool> isRead = many.read(asked[index], answer, failed < toldFaults);
            failed += isRead && !*isRead ? 1 : 0;
            return isRead ? Result<void>() : Result<void>(Failure(isRead.error()));
        });
        if (!done)
            return done;
        const auto tell = [&](const QString &text) {
            if (many.isVital)
                m_tally.lack(text);
            else
                m_tally.say(Issue::Severity::Warning, text);
        };
        if (failed > toldFaults)
            tell(Text::tr("Nor could %Ln more of the %1.", nullptr, int(failed - toldFaults)).arg(many.title));
        if (failed == asked.size() && failed > toldFaults) { // nobody may see them: no need to ask for each
            if (const qsizetype rest = many.count - begin - portion; rest > 0)
                tell(Text::tr("So %Ln more of the %1 were not asked for.", nullptr, int(rest)).arg(many.title));
            return {};
        }
        if (const Result<void> on = goOn(); !on)
            return on;
    }
    return {};
}

Result<void> PagedReading::details(const Details &details, const QList<Thing> &things)
{
    const QByteArray reader = readerOf(m_salt, details.salt);
    m_tally.expect(details.word, things.size());
    qint64 gone = 0;
    Many many{details.title, things.size(), {}, {}, {}, details.isVital};
    many.isKnown = [&](qsizetype index) -> Result<bool> {
        const Thing &thing = things[index];
        const DetailNote note = DetailNote::fromBytes(m_sink.note(thing.unit));
        if (thing.now.isEmpty() || note.reader != reader || note.now != thing.now)
            return false;
        m_tally.count(details.word, 1);
        const Result<void> kept = keepSame(thing.unit);
        return kept ? Result<bool>(true) : Result<bool>(Failure(kept.error()));
    };
    many.request = [&](qsizetype index) {
        HttpRequest request = details.request(index);
        request.accepted.append({404, 410});
        const DetailNote note = details.hasTags ? DetailNote::fromBytes(m_sink.note(things[index].unit)) : DetailNote();
        if (note.reader != reader || note.tag.isEmpty())
            return request;
        request.accepted.append(304);
        return request.with("If-None-Match", note.tag);
    };
    many.read = [&](qsizetype index, const Result<HttpAnswer> &answer, bool isTold) -> Result<bool> {
        if (answer && (answer->status == 404 || answer->status == 410)) {
            ++gone;
            return true;
        }
        return readDetail(details, index, things[index], answer, isTold);
    };
    const Result<void> done = askMany(many);
    if (!done)
        return done;
    if (gone > std::max<qint64>(1, things.size() / 10) && details.isVital)
        m_tally.lack(Text::tr("%Ln of the %1 are listed, and not there when asked for (404).", nullptr, int(gone))
                         .arg(details.title));
    else if (gone > 0) {
        m_tally.say(Issue::Severity::Note,
                    Text::tr("%Ln of the %1 went away while they were read.", nullptr, int(gone)).arg(details.title));
        m_tally.count(details.word, gone); // nothing of them is missing
    }
    return {};
}

Result<bool> PagedReading::readDetail(const Details &details, qsizetype index, const Thing &thing,
                                      const Result<HttpAnswer> &answer, bool isTold)
{
    const auto stop = [this](const Error &error) { return Result<bool>(ended(error)); };
    if (!answer && answer.error().code == Error::Code::Cancelled)
        return stop(answer.error());
    if (answer && answer->status == 304) {
        m_tally.count(details.word, 1);
        const Result<void> kept = keepSame(thing.unit);
        return kept ? Result<bool>(true) : stop(kept.error());
    }
    Result<JsonPage> page = answer ? jsonPage(*answer) : Result<JsonPage>(Failure(answer.error()));
    if (answer && !page && page.error().code == Error::Code::Parse) // half an answer: once more
        page = askJson(m_client, details.request(index));
    page = kept(std::move(page));
    if (page && details.isAnswer && !details.isAnswer(page->root()))
        page = fail(Error::Code::Parse,
                    Text::tr("The answer of %1 holds nothing of what was asked for.").arg(m_client.profile().base.host()),
                    thing.unit);
    if (!page) {
        if (page.error().code == Error::Code::Cancelled)
            return stop(page.error());
        if (page.error().code == Error::Code::Parse && !m_sink.knownHash(thing.unit).isEmpty()) {
            if (const Result<void> kept = m_sink.stale(thing.unit, {}); !kept)
                return stop(kept.error());
        }
        const QString title = Text::tr("%1 (“%2”)").arg(details.title, thing.name);
        if (isTold && details.isVital)
            lackPage(title, thing.unit, page.error(), details.needs);
        else if (isTold)
            m_tally.say(Issue::Severity::Warning, Text::tr("Not all %1 could be read. %2").arg(title, page.error().text),
                        thing.unit);
        return false;
    }
    const QByteArray hash = fingerprint(page->root(), m_salt + details.salt + thing.salt);
    const Result<bool> handed = hand({Text::tr("%1 (“%2”)").arg(details.title, thing.name), thing.unit, hash,
                                      [&](const Node &root) { return details.records(index, root, thing.unit); }},
                                     *page);
    if (!handed || !*handed)
        return handed;
    const DetailNote note{readerOf(m_salt, details.salt), thing.now,
                          details.hasTags && answer ? tagOf(*answer) : QByteArray()};
    if (const Result<void> noted = m_sink.setNote(thing.unit, note.toBytes()); !noted)
        return stop(noted.error());
    m_tally.count(details.word, 1);
    return true;
}

} // namespace meshscope
