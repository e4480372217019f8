#include "models/catalogs/marquez/reading.h"

#include "models/formats/reading.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

// The second part of MarquezReading: histories as they grow.
namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Marquez)
};

constexpr int historyPage = 100;

HttpFields pageOf(qint64 size, qint64 offset)
{
    return {{u"limit"_s, QString::number(size)}, {u"offset"_s, QString::number(offset)}};
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

std::optional<qint64> totalOf(const Node &root)
{
    return root["totalCount"].integer();
}

} // namespace

QString MarquezReading::targetOf(const History &history, const Historied &thing)
{
    return u"/api/v1/namespaces/"_s + pathSegment(thing.ns) + u'/' + history.part + u'/' + pathSegment(thing.name) + u'/' +
           QLatin1StringView(history.key);
}

/// Asks only for what stands elsewhere than last time.
Result<void> MarquezReading::histories(const History &history, const QList<Historied> &things)
{
    Many many{history.title, things.size(), {}, {}, {}};
    many.isKnown = [&](qsizetype index) -> Result<bool> {
        const Historied &thing = things[index];
        const QString unit = targetOf(history, thing).mid(1);
        const HistoryNote known = HistoryNote::fromBytes(sink().note(unit));
        if (known.reader != reader() || known.now != thing.now || thing.now.isEmpty())
            return false;
        tally().expect(history.word, known.total);
        tally().count(history.word, known.total);
        const Result<void> kept = keepSame(unit);
        return kept ? Result<bool>(true) : Result<bool>(Failure(kept.error()));
    };
    many.request = [&](qsizetype index) {
        return HttpRequest::get(targetOf(history, things[index]), pageOf(historyPage, 0));
    };
    many.read = [&](qsizetype index, const Result<HttpAnswer> &answer, bool isTold) {
        return historyOf(history, things[index], answer, isTold);
    };
    return askMany(many);
}

/// One history, newest first, down to what was known already. Something added meanwhile only moves the rest down.
Result<bool> MarquezReading::historyOf(const History &history, const Historied &thing, const Result<HttpAnswer> &first,
                                       bool isTold)
{
    const auto endedBy = [this](const Error &error) { return Result<bool>(ended(error)); };
    const QString target = targetOf(history, thing);
    const QString unit = target.mid(1);
    const QString title = Text::tr("%1 of “%2”").arg(history.title, thing.name);
    HistoryNote note = HistoryNote::fromBytes(sink().note(unit));
    const QString known = note.reader == reader() ? note.settled : QString();
    std::vector<JsonPage> pages;
    std::vector<const Node *> items;
    ListingCheck check;
    QString settled;
    Result<JsonPage> page = first ? jsonPage(*first) : Result<JsonPage>(Failure(first.error()));
    for (bool isKnown = false;;) {
        if (!page && page.error().code == Error::Code::Parse) // half an answer: once more
            page = askJson(client(), HttpRequest::get(target, pageOf(historyPage, check.distinct())));
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
            tally().expect(history.word, note.total);
            tally().count(history.word, std::min(got, note.total));
            if (got < note.total)
                tally().lack(Text::tr("%1: the server counts %2 and lists %3.").arg(title).arg(note.total).arg(got), target);
            break;
        }
        page = askJson(client(), HttpRequest::get(target, pageOf(historyPage, check.distinct())));
    }
    const JsonPage &newest = pages.front();
    const QByteArray hash = fingerprint(newest.root()[history.key], reader());
    const Result<bool> handed =
        hand({title, unit, hash, [&](const Node &) { return history.records(thing, unit, items); }}, newest);
    if (!handed || !*handed)
        return handed;
    note.reader = reader();
    note.now = thing.now;
    note.settled = settled;
    const Result<void> noted = sink().setNote(unit, note.toBytes());
    return noted ? Result<bool>(true) : endedBy(noted.error());
}

} // namespace meshscope
