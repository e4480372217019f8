#include "models/catalogs/datahub/reading.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

// The third part of DataHubReading: only what has changed since the last complete run.
namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::DataHub)
};

constexpr qsizetype mostAgain = 300; ///< single things of a kind; of more the list is read

const Node &itemsIn(const Node &root)
{
    return root["data"]["list"]["searchResults"];
}

/// Its own bytes stand where it says.
bool isPlaced(qint64 begin, qint64 end, const QByteArray &bytes)
{
    return begin >= 0 && begin < end && end <= bytes.size() && bytes[begin] == '{' && bytes[end - 1] == '}';
}

qint64 ghostsOf(const Node &entity)
{
    qint64 ghosts = 0;
    for (const DataHubRest &rest : dataHubRests())
        ghosts += std::max<qint64>(0, entity[rest.name]["filtered"].integer().value_or(0));
    return ghosts;
}

} // namespace

/// Which lists are to be read again, and which things of the others: from what is kept of them.
Result<void> DataHubReading::findTouched()
{
    if (m_changes.isEmpty())
        return {};
    for (const DataHubKind &kind : dataHubKinds()) {
        if (const Result<void> on = goOn(); !on)
            return on;
        const QByteArray type = kind.type;
        const auto known = m_known->kinds.constFind(QString::fromLatin1(type));
        Touched touched{known == m_known->kinds.cend() || m_changes.moved(kind.urn)};
        // What was hidden because it was not there: neighbours, assets, members.
        touched.isWhole = touched.isWhole || (m_changes.movedLineage() && (type == "DATA_PRODUCT" || known->ghosts > 0)) ||
                          (m_changes.moved("corpuser") && type == "CORP_GROUP");
        m_touched.insert(QString::fromLatin1(type), touched.isWhole ? touched : touchedOf(kind, *known));
    }
    return {};
}

DataHubReading::Touched DataHubReading::touchedOf(const DataHubKind &kind, const DataHubState::Kind &known) const
{
    const Touched whole{true};
    QSet<QByteArray> besides; ///< entities of whose further lists it is
    for (auto rest = known.rests.cbegin(); rest != known.rests.cend(); ++rest) {
        for (const QString &unit : rest->units) {
            const Result<QByteArray> bytes = sink().knownOriginal(unit);
            if (!bytes)
                return whole;
            eachMention(*bytes, [&](const DataHubMention &mention) {
                if (m_changes.isShown(mention, kind.urn))
                    besides.insert(rest.key().toUtf8());
            });
        }
    }
    Touched touched;
    for (const QString &unit : known.list.units) {
        const Result<QByteArray> page = sink().knownOriginal(unit);
        const std::optional<QList<Spot>> places = page ? placesIn(*page, kind, besides) : std::nullopt;
        if (!places)
            return whole;
        for (const Spot &place : *places)
            touched.urns.insert(place.urn);
        if (!places->isEmpty())
            touched.units.insert(unit, *places);
    }
    const QList<QByteArray> own = m_changes.ofKind(kind.urn);
    const auto isListed = [&](const QByteArray &urn) { return touched.urns.contains(urn); };
    return touched.urns.size() <= mostAgain && std::all_of(own.cbegin(), own.cend(), isListed) ? touched : whole;
}

/// What of a page may have changed. None: the page cannot be read as it is kept.
std::optional<QList<DataHubReading::Spot>> DataHubReading::placesIn(const QByteArray &page, const DataHubKind &kind,
                                                                    const QSet<QByteArray> &besides) const
{
    const auto isConcerned = [&](const QByteArray &urn) { return m_changes.concerns(urn) || besides.contains(urn); };
    QList<Spot> places;
    bool isHere = false;
    QList<qsizetype> shown;
    eachMention(page, [&](const DataHubMention &mention) {
        isHere = isHere || isConcerned(mention.urn);
        if (m_changes.isShown(mention, kind.urn))
            shown.append(mention.at);
    });
    if (!isHere && shown.isEmpty())
        return places;
    const Parsed parsed = parseDocuments(page, Syntax::Json);
    if (parsed.error || parsed.documents.empty())
        return {};
    for (const Node &item : itemsIn(parsed.documents.front()).items()) {
        const Node &entity = item["entity"];
        const QByteArray urn = entity["urn"].text().toUtf8();
        const auto first = std::lower_bound(shown.cbegin(), shown.cend(), qsizetype(entity.begin()));
        const bool isShown = first != shown.cend() && *first < entity.end();
        if (!isConcerned(urn) && !isShown)
            continue;
        if (urn.isEmpty() || !isPlaced(entity.begin(), entity.end(), page))
            return {};
        places.append({urn, qsizetype(entity.begin()), qsizetype(entity.end()), ghostsOf(entity)});
    }
    return places;
}

Result<void> DataHubReading::keepList(const DataHubState::List &list, const QString &word, const QStringList &units)
{
    for (const QString &unit : units) {
        if (const Result<void> kept = keepSame(unit); !kept)
            return ended(kept.error());
    }
    tally().count(word, list.got);
    tally().expect(word, list.expected);
    for (const Issue &issue : list.issues)
        tally().say(issue.severity, issue.text, issue.where.url);
    return goOn();
}

/// A kind of which most is as it was. False: its list has to be read; nothing was handed over.
Result<bool> DataHubReading::readAgain(const DataHubKind &kind, Documents &documents)
{
    const QString type = QString::fromLatin1(kind.type);
    const DataHubState::Kind known = m_known->kinds.value(type);
    const Touched touched = m_touched.value(type);
    Fresh fresh;
    const Result<bool> isAnswered = ask(kind, documents, touched.urns.values(), fresh);
    if (!isAnswered || !*isAnswered)
        return isAnswered;
    const Listing listing = listingOf(kind, documents);
    m_kind->list = known.list;
    m_kind->ghosts += known.ghosts;
    QStringList same = known.list.units;
    same.removeIf([&](const QString &unit) { return touched.units.contains(unit); });
    if (const Result<void> kept = keepList(known.list, listing.word, same); !kept)
        return Failure(kept.error());
    for (auto page = touched.units.cbegin(); page != touched.units.cend(); ++page) {
        const Result<void> patched = patch(listing, page.key(), *page, fresh);
        if (!patched && isOver())
            return Failure(patched.error());
        if (!patched) // it could be read a moment ago
            lackPage(listing.title, page.key(), patched.error());
    }
    for (auto rest = known.rests.cbegin(); rest != known.rests.cend(); ++rest) {
        if (touched.urns.contains(rest.key().toUtf8()))
            continue;
        m_kind->rests.insert(rest.key(), *rest);
        if (const Result<void> kept = keepList(*rest, restWord(), rest->units); !kept)
            return Failure(kept.error());
    }
    m_again += touched.urns.size();
    return true;
}

/// By the same query as in a list. False: not each of them could be told of as a whole.
Result<bool> DataHubReading::ask(const DataHubKind &kind, Documents &documents, const QList<QByteArray> &urns, Fresh &fresh)
{
    for (qsizetype begin = 0; begin < urns.size();) {
        const QList<QByteArray> portion = urns.mid(begin, kind.size);
        QJsonArray asked;
        for (const QByteArray &urn : portion)
            asked.append(QString::fromUtf8(urn));
        Result<JsonPage> page = askJson(client(), documents.entities.request(api(), {{u"urns"_s, asked}}));
        if (!page && (page.error().code == Error::Code::Cancelled || progress().cancelled()))
            return ended(page.error());
        const GraphQlDocument::Verdict verdict =
            page ? documents.entities.judge(page->root()) : GraphQlDocument::Verdict::Refused;
        if (verdict == GraphQlDocument::Verdict::Less && !documents.entities.isHollow())
            continue;
        if (verdict != GraphQlDocument::Verdict::Good)
            return false;
        fresh.answers.push_back(std::move(*page));
        const JsonPage &answer = fresh.answers.back();
        for (const Node &entity : answer.root()["data"]["entities"].items()) {
            if (isPlaced(entity.begin(), entity.end(), answer.bytes) && entity["type"].isText(kind.type))
                fresh.entities.insert(entity["urn"].text().toUtf8(), {fresh.answers.size() - 1, &entity});
        }
        const auto isTold = [&](const QByteArray &urn) { return fresh.entities.contains(urn); };
        if (!std::all_of(portion.cbegin(), portion.cend(), isTold))
            return false;
        progress().report(begin + portion.size(), urns.size(), titleOf(kind));
        begin += portion.size();
    }
    for (const QByteArray &urn : urns)
        seeRests(*fresh.entities.value(urn).second);
    return true;
}

/// A page as it is kept, with what is told now in the place of what was told before.
Result<void> DataHubReading::patch(const Listing &listing, const QString &unit, const QList<Spot> &places,
                                   const Fresh &fresh)
{
    const Result<QByteArray> kept = sink().knownOriginal(unit);
    if (!kept)
        return Failure(kept.error());
    JsonPage page;
    qsizetype at = 0;
    for (const Spot &place : places) {
        if (place.begin < at || !isPlaced(place.begin, place.end, *kept))
            return fail(Error::Code::Corrupt, Text::tr("What is kept of “%1” is damaged.").arg(unit), unit);
        const auto &[answer, now] = fresh.entities[place.urn];
        m_kind->ghosts -= place.ghosts;
        page.bytes += QByteArrayView(*kept).sliced(at, place.begin - at);
        page.bytes += QByteArrayView(fresh.answers[answer].bytes).sliced(now->begin(), now->end() - now->begin());
        at = place.end;
    }
    page.bytes += QByteArrayView(*kept).sliced(at);
    page.parsed = parseDocuments(page.bytes, Syntax::Json);
    if (page.parsed.error)
        return fail(Error::Code::Corrupt, Text::tr("What is kept of “%1” is damaged.").arg(unit), unit);
    const QByteArray hash = fingerprint(itemsIn(page.root()), salt());
    const auto records = [&](const Node &now) { return listing.records(now, unit); };
    const Result<bool> handed = hand({listing.title, unit, hash, records, &listing}, page);
    return handed ? goOn() : Failure(handed.error());
}

void DataHubReading::tellReadAgain()
{
    if (m_again > 0)
        tally().say(Issue::Severity::Note,
                    Text::tr("%Ln thing(s) were read again, as the server's feeds of changes say.", nullptr, int(m_again)));
    if (!m_wholeAgain.isEmpty())
        tally().say(
            Issue::Severity::Note,
            Text::tr("Read again as a whole, as the server's feeds of changes say: %1.").arg(m_wholeAgain.join(u", "_s)));
}

} // namespace meshscope
