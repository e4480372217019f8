#include "models/catalogs/datahub/reading.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

// The second part of DataHubReading: lists as they are paged.
namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::DataHub)
};

constexpr int mostSearched = 10'000; ///< a search without scroll reaches no further

/// Sorted by urn, a list stays what it is while it is read.
QJsonObject inputOf(const DataHubKind &kind, qint64 size)
{
    const QJsonObject byUrn{{u"field"_s, u"urn"_s}, {u"sortOrder"_s, u"ASCENDING"_s}};
    return {{u"types"_s, QJsonArray{QString::fromLatin1(kind.type)}},
            {u"query"_s, u"*"_s},
            {u"count"_s, size},
            {u"searchFlags"_s, QJsonObject{{u"skipHighlighting"_s, true}, {u"skipAggregates"_s, true}}},
            {u"sortInput"_s, QJsonObject{{u"sortCriteria"_s, QJsonArray{byUrn}}}}};
}

QStringList optionalInput()
{
    return {u"sortInput"_s,        u"searchFlags"_s,    u"keepAlive"_s,        u"sortCriteria"_s,
            u"skipHighlighting"_s, u"skipAggregates"_s, u"separateSiblings"_s, u"scrollId"_s};
}

const Node &listIn(const Node &root)
{
    return root["data"]["list"];
}

/// A list as it goes on inside an entity.
const Node &restIn(const Node &root, const DataHubRest &rest)
{
    return root["data"]["entity"][rest.name];
}

/// An older server does not know each kind; that there are none of it is no fault.
bool isKindUnknown(const Node &root)
{
    const auto &errors = root["errors"].items();
    return !errors.empty() && !root["data"].isMap() && errors.front()["message"].text().contains(u"EntityType"_s);
}

QString idOf(const Node &item)
{
    const QString own = item["urn"].text();
    return own.isEmpty() ? item["entity"]["urn"].text() : own;
}

} // namespace

QString DataHubReading::titleOf(const DataHubKind &kind)
{
    static const QHash<QByteArray, QString> titles{{"DOMAIN", Text::tr("domains")},
                                                   {"CORP_USER", Text::tr("users")},
                                                   {"CORP_GROUP", Text::tr("groups")},
                                                   {"GLOSSARY_NODE", Text::tr("groups of terms")},
                                                   {"GLOSSARY_TERM", Text::tr("glossary terms")},
                                                   {"TAG", Text::tr("tags")},
                                                   {"DATA_PRODUCT", Text::tr("data products")},
                                                   {"CONTAINER", Text::tr("containers")},
                                                   {"DATASET", Text::tr("datasets")},
                                                   {"DATA_FLOW", Text::tr("data flows")},
                                                   {"DATA_JOB", Text::tr("data jobs")},
                                                   {"CHART", Text::tr("charts")},
                                                   {"DASHBOARD", Text::tr("dashboards")}};
    return titles.value(kind.type);
}

/// By scroll; a server that has none yet is asked by search, whose cursor is the offset.
DataHubReading::Listing DataHubReading::listingOf(const DataHubKind &kind, Documents &documents)
{
    Listing listing;
    listing.word = QString::fromLatin1(kind.word);
    listing.title = titleOf(kind);
    listing.unit = u"graphql/"_s + QString::fromLatin1(kind.type);
    listing.size = kind.size;
    listing.needs = Text::tr("the privilege to view them (View Entity Page)");
    listing.request = [this, &kind, &documents](const Place &place, qint64 size) {
        QJsonObject input = inputOf(kind, size);
        if (!m_hasScroll) {
            documents.start = place.cursor.toLongLong();
            input.insert(u"start"_s, documents.start);
            return documents.search.request(api(), {{u"input"_s, input}});
        }
        input.insert(u"keepAlive"_s, u"5m"_s);
        if (!place.cursor.isEmpty())
            input.insert(u"scrollId"_s, place.cursor);
        return documents.scroll.request(api(), {{u"input"_s, input}});
    };
    listing.verdict = [this, &documents, title = listing.title](const Node &root) -> Result<Listing::Verdict> {
        if (isKindUnknown(root)) {
            documents.isKindUnknown = true;
            return Listing::Verdict::Good;
        }
        GraphQlDocument &document = m_hasScroll ? documents.scroll : documents.search;
        const Result<Listing::Verdict> verdict = judge(document, root, title);
        if (!m_hasScroll || !document.isHollow())
            return verdict;
        m_hasScroll = false;
        return Listing::Verdict::Again;
    };
    listing.items = [this, &documents](const Node &root) -> const Node & {
        return documents.isKindUnknown ? m_nothing.documents.front() : listIn(root)["searchResults"];
    };
    listing.id = [](const Node &item) { return idOf(item); };
    listing.total = [](const Node &root) { return listIn(root)["total"].integer(); };
    listing.cursor = [this, &documents, title = listing.title](const Node &root) {
        if (m_hasScroll)
            return listIn(root)["nextScrollId"].text();
        const qint64 next = documents.start + listIn(root)["searchResults"].size();
        const qint64 total = listIn(root)["total"].integer().value_or(0);
        if (next == documents.start || next >= total)
            return QString();
        if (next < mostSearched)
            return QString::number(next);
        tally().lack(Text::tr("This version of DataHub lists only the first %1 of %2 %3: it knows no scrollAcrossEntities. "
                              "Update the server.")
                         .arg(next)
                         .arg(total)
                         .arg(title));
        return QString();
    };
    listing.records = [this](const Node &root, const QString &unit) {
        return m_reader.page(listIn(root)["searchResults"], unit);
    };
    listing.see = [this](const Node &item) { seeRests(item["entity"]); };
    return listing;
}

Result<void> DataHubReading::readKind(const DataHubKind &kind)
{
    const QString type = QString::fromLatin1(kind.type);
    m_more.clear();
    m_flows.clear();
    m_kind = &m_state.kinds[type];
    Documents documents{{"Scroll", scrollQuery(kind), optionalInput()},
                        {"Search", searchQuery(kind), optionalInput()},
                        {"Entities", entitiesQuery(kind), optionalInput()}};
    const Result<bool> isRead = m_known && !m_touched.value(type).isWhole ? readAgain(kind, documents) : false;
    if (!isRead)
        return Failure(isRead.error());
    if (!*isRead) {
        if (const Result<void> done = readList(kind, documents); !done)
            return done;
    }
    for (const GraphQlDocument &document : {documents.scroll, documents.search, documents.entities})
        remember(document);
    if (documents.isKindUnknown)
        m_unknown.insert(type);
    for (const More &more : std::as_const(m_more)) {
        if (const Result<void> done = readMore(kind, more); !done)
            return done;
    }
    return {};
}

/// A list from its beginning to its end.
Result<void> DataHubReading::readList(const DataHubKind &kind, Documents &documents)
{
    *m_kind = {};
    m_more.clear();
    m_flows.clear();
    const Listing listing = listingOf(kind, documents);
    if (m_known)
        m_wholeAgain.append(listing.title);
    return noted(m_kind->list, listing);
}

/// Reads a list, and notes what came of it.
Result<void> DataHubReading::noted(DataHubState::List &to, const Listing &listing)
{
    const auto here = [this, &listing] {
        const Outcome &outcome = tally().soFar();
        return std::pair(outcome.got.value(listing.word), outcome.expected.value(listing.word));
    };
    const auto [gotBefore, expectedBefore] = here();
    const qsizetype issuesBefore = tally().soFar().issues.size();
    Listing noting = listing;
    noting.seeUnit = [&to](const QString &unit) { to.units.append(unit); };
    const Result<void> done = list(noting);
    const auto [got, expected] = here();
    to.got += got - gotBefore;
    to.expected += expected - expectedBefore;
    to.issues += tally().soFar().issues.mid(issuesBefore);
    return done;
}

void DataHubReading::remember(const GraphQlDocument &document)
{
    for (const QString &name : document.unknown())
        m_unknown.insert(name);
}

/// What goes on beyond what came with the entity.
void DataHubReading::seeRests(const Node &entity)
{
    const QString urn = entity["urn"].text();
    const QList<DataHubRest> &rests = dataHubRests();
    bool goesOn = false;
    for (qsizetype i = 0; i < rests.size(); ++i) {
        const Node &list = entity[rests[i].name];
        m_kind->ghosts += std::max<qint64>(0, list["filtered"].integer().value_or(0));
        const qint64 total = list["total"].integer().value_or(0);
        if (total <= rests[i].first || list[rests[i].items].size() < rests[i].first)
            continue;
        m_more.append({urn, i, total});
        goesOn = true;
    }
    if (goesOn && entity["type"].isText("DATA_JOB"))
        m_flows.insert(urn, m_reader.flowOf(entity));
}

Result<void> DataHubReading::readMore(const DataHubKind &kind, const More &more)
{
    const DataHubRest &rest = dataHubRests()[more.rest];
    GraphQlDocument document("Rest", restQuery(kind, rest), optionalInput());
    JobFlow &flow = m_flows[more.urn];
    setSalt(m_own + flow.inputs.join(u'\n').toUtf8() + '\0' + flow.outputs.join(u'\n').toUtf8());
    Listing listing;
    listing.word = restWord();
    listing.title = Text::tr("%1 of %2").arg(QString::fromLatin1(rest.name), more.urn);
    listing.unit = u"graphql/%1/%2/%3"_s.arg(QString::fromLatin1(kind.type), QString::fromLatin1(rest.name), more.urn);
    listing.size = rest.first;
    listing.request = [&](const Place &place, qint64 size) {
        return document.request(api(), {{u"urn"_s, more.urn}, {u"start"_s, rest.first + place.offset}, {u"count"_s, size}});
    };
    listing.verdict = [&](const Node &root) { return judge(document, root, listing.title); };
    listing.items = [&](const Node &root) -> const Node & { return restIn(root, rest)[rest.items]; };
    listing.id = [](const Node &item) { return idOf(item); };
    listing.total = [&](const Node &root) -> std::optional<qint64> {
        const std::optional<qint64> total = restIn(root, rest)["total"].integer();
        return total ? std::optional(std::max<qint64>(0, *total - rest.first)) : std::nullopt;
    };
    listing.countsHidden = true; // neighbours it was never told of, or hides: `filtered` says how many
    listing.records = [&](const Node &root, const QString &unit) {
        return m_reader.rest(root["data"]["entity"], unit, flow);
    };
    const Result<void> done = noted(m_kind->rests[more.urn], listing);
    setSalt(m_own);
    remember(document);
    return done;
}

} // namespace meshscope
