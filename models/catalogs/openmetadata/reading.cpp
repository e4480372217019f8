#include "models/catalogs/openmetadata/reading.h"

#include "models/formats/reading.h"

#include <QCoreApplication>
#include <QCryptographicHash>

using namespace Qt::StringLiterals;

// The first part of Reading: how lists are read, kept, and found to have changed.
namespace meshscope::openmetadata {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::OpenMetadata)
};

const QString api = u"/api/v1/"_s;
constexpr qint64 mostEventBytes = qint64(16) * 1024 * 1024; ///< more, and the lists are read instead

/// What the router itself says of a route it does not have: 404 since 1.8, 500 before. Of a thing that is not there it says
/// which.
bool isNoRoute(const JsonPage &page)
{
    const QString text = firstText(page.root(), {"message", "responseMessage"});
    return (page.status == 404 || page.status == 500) && text.contains(u"HTTP 404 Not Found");
}

/// The field the server does not know.
QString refusedField(const JsonPage &page)
{
    const QString text = page.root()["message"].text();
    const QString words = u"Invalid field name "_s;
    return page.status == 400 && text.startsWith(words) ? text.mid(words.size()).trimmed() : QString();
}

HttpFields pageFields(qint64 size, const QString &fields, const QString &cursor)
{
    HttpFields query{{u"limit"_s, QString::number(size)}};
    if (!fields.isEmpty())
        query.append({u"fields"_s, fields});
    if (!cursor.isEmpty())
        query.append({u"after"_s, cursor});
    return query;
}

} // namespace

QByteArray ReadingOptions::digest() const
{
    QStringList lines{hasServiceDomains ? u"domains"_s : QString()};
    for (auto it = namespaces.cbegin(); it != namespaces.cend(); ++it)
        lines.append(it.key() + u'\n' + it.value());
    lines.sort();
    return QCryptographicHash::hash(lines.join(QChar(0)).toUtf8(), QCryptographicHash::Sha256);
}

Reading::Reading(HttpClient &client, RecordSink &sink, const Progress &progress, const ReadingOptions &options)
    : Recording(sink)
    , PagedReading(client, recorder, progress)
    , m_options(options)
    , m_context(m_state.context)
    , m_reader(m_context)
{
}

Result<Outcome> Reading::read()
{
    if (const Result<void> known = readVersion(); !known)
        return Failure(known.error());
    // Names are made of what services say, contracts and people are named by what comes after them.
    for (const auto step : {&Reading::findChanges, &Reading::readServices, &Reading::readPeople, &Reading::readWords,
                            &Reading::readDomains, &Reading::readContracts, &Reading::readAssets, &Reading::readProducts,
                            &Reading::readPorts, &Reading::readRequests, &Reading::readTests, &Reading::readContractDetails,
                            &Reading::readLineage, &Reading::readProfiles, &Reading::readUsage, &Reading::readTestResults}) {
        if (const Result<void> done = (this->*step)(); !done)
            return Failure(done.error());
    }
    sayWhatIsMissing();
    Outcome outcome = tally().outcome();
    // What lacks something is no ground for the next reading to build on.
    m_state.at = outcome.complete ? m_now : QDateTime();
    if (const Result<void> noted = sink().setNote(api.mid(1) + u"system/version"_s, m_state.toBytes()); !noted)
        return Failure(noted.error());
    return outcome;
}

/// Who answers, and whether it knows us; and whether the last reading is a ground to build on.
Result<void> Reading::readVersion()
{
    const QString unit = api.mid(1) + u"system/version"_s;
    const Result<HttpAnswer> answer = client().get(u'/' + unit);
    if (!answer)
        return Failure(answer.error());
    const Result<JsonPage> page = jsonPage(*answer);
    if (!page)
        return Failure(page.error());
    if (!page->root().isMap()) // a 1.6 in development says nothing between its braces
        return fail(Error::Code::Parse,
                    Text::tr("What answers at %1 is no OpenMetadata: its version cannot be read. Check the address.")
                        .arg(client().profile().base.host()),
                    client().profile().endpoint);
    const Result<HttpAnswer> me = client().send(HttpRequest::get(api + u"users/loggedInUser"_s).accepting({404, 500}));
    if (!me)
        return Failure(me.error());
    m_now = QDateTime::fromString(QString::fromLatin1(answer->header("Date")), Qt::RFC2822Date).toUTC();
    if (!m_now.isValid())
        m_now = QDateTime::currentDateTimeUtc().addSecs(-600); // its clock may be behind ours
    const QByteArray reader = QByteArrayLiteral(MESHSCOPE_VERSION) + m_options.digest();
    m_state = State::fromBytes(sink().note(unit));
    const QString version = page->root()["version"].text();
    m_isFull = m_state.reader != reader || m_state.version != version || !m_state.at.isValid() ||
               m_state.fullAt.secsTo(m_now) >= std::chrono::seconds(m_options.fullEvery).count() || m_state.fullAt > m_now;
    if (m_isFull) {
        m_state = State();
        m_state.reader = reader;
        m_state.version = version;
        m_state.fullAt = m_now;
    }
    m_context.hasServiceDomains = m_options.hasServiceDomains;
    m_context.namespaces = m_options.namespaces;
    setSalt({});
    return take(unit, *page, [] { return Records(); });
}

/// What has happened since the last reading: the feed of events, or where it cannot be had the histories of the lists.
Result<void> Reading::findChanges()
{
    if (m_isFull)
        return {};
    constexpr int overlap = 5; // seconds: an event is written a little after its time
    HttpFields query;
    for (const char *what : {"entityCreated", "entityUpdated", "entityRestored", "entityDeleted"})
        query.append({QLatin1StringView(what), u"*"_s});
    query.append({u"timestamp"_s, QString::number(m_state.at.addSecs(-overlap).toMSecsSinceEpoch())});
    HttpRequest request = HttpRequest::get(api + u"events"_s, query);
    request.limit = mostEventBytes;
    const Result<JsonPage> page = askJson(client(), request);
    if (!page && page.error().code == Error::Code::Cancelled)
        return ended(page.error());
    if (!page || !page->root()["data"].isSequence())
        return changesByHistory();
    for (const Node &event : page->root()["data"].items())
        m_changed.insert(event["entityType"].text());
    return {};
}

Result<void> Reading::changesByHistory()
{
    const QMap<QString, State::Group> groups = m_state.groups;
    for (auto it = groups.cbegin(); it != groups.cend(); ++it) {
        if (it->isUnknown || it.key().startsWith(u"ports/"))
            continue;
        const HttpFields query{{u"startTs"_s, QString::number(m_state.at.toMSecsSinceEpoch())},
                               {u"endTs"_s, QString::number(m_now.addDays(1).toMSecsSinceEpoch())},
                               {u"limit"_s, u"1"_s}};
        const Result<JsonPage> page =
            askJson(client(), HttpRequest::get(api + it.key() + u"/history"_s, query).accepting({400, 404, 500}));
        if (!page && page.error().code == Error::Code::Cancelled)
            return ended(page.error());
        if (!page || page->status != 200 || page->root()["data"].size() > 0)
            m_changed.insert(u"list:"_s + it.key());
    }
    return {};
}

bool Reading::isConcerned(const Group &group) const
{
    if (m_isFull || group.isAlways || m_changed.contains(u"list:"_s + group.name) || m_changed.contains(group.type))
        return true;
    const auto isChanged = [this](const QString &type) { return m_changed.contains(type); };
    return std::any_of(group.concerns.cbegin(), group.concerns.cend(), isChanged);
}

Result<void> Reading::readGroup(const Group &group)
{
    const auto known = m_state.groups.constFind(group.name);
    const bool isKnown = !m_isFull && known != m_state.groups.cend();
    if (isKnown && known->isUnknown) {
        m_unknown.append(group.title);
        return {};
    }
    if (isKnown && !isConcerned(group))
        return keepGroup(group.name, group.word);
    QString fields = isKnown ? known->fields : QString();
    if (!isKnown) {
        const Result<std::optional<QString>> asked = knownFields(group);
        if (!asked)
            return Failure(asked.error());
        if (!*asked)
            return {};
        fields = **asked;
    }
    return listGroup(group, fields);
}

Result<std::optional<QString>> Reading::knownFields(const Group &group)
{
    QStringList fields = group.fields.split(u',', Qt::SkipEmptyParts);
    for (qsizetype tries = 2 * fields.size() + 1; tries > 0; --tries) {
        const HttpRequest request = HttpRequest::get(api + group.path, pageFields(0, fields.join(u','), {}));
        const Result<JsonPage> page = askJson(client(), request.accepting({400, 404, 500}));
        if (!page && page.error().code == Error::Code::Cancelled)
            return ended(page.error());
        if (!page) {
            lackPage(group.title, api.mid(1) + group.path, page.error(),
                     Text::tr("a role whose policy allows ViewAll of “%1”").arg(group.type));
            return std::optional<QString>();
        }
        if (page->status == 200)
            return std::optional(fields.join(u','));
        if (isNoRoute(*page) && !group.isCore) {
            m_unknown.append(group.title);
            m_state.groups.insert(group.name, {{}, 0, true, {}});
            return std::optional<QString>();
        }
        const QString refused = refusedField(*page);
        const qsizetype at = fields.indexOf(refused);
        if (refused.isEmpty() || at < 0) {
            const QString text = firstText(page->root(), {"message", "responseMessage"});
            tally().lackPart(group.title, Text::tr("The server answers %1: %2").arg(QString::number(page->status), text),
                             api.mid(1) + group.path);
            return std::optional<QString>();
        }
        if (refused == u"domains") // up to 1.6 there was one
            fields[at] = u"domain"_s;
        else
            fields.removeAt(at);
    }
    return std::optional(QString());
}

Result<void> Reading::listGroup(const Group &group, const QString &fields)
{
    if (group.begin)
        group.begin();
    State::Group &state = m_state.groups[group.name];
    state = {{}, 0, false, fields};
    Listing listing{group.word, group.title, api.mid(1) + group.path, group.size};
    listing.needs = Text::tr("a role whose policy allows ViewAll of “%1”").arg(group.type);
    listing.request = [&](const Place &place, qint64 size) {
        return HttpRequest::get(api + group.path, pageFields(size, fields, place.cursor));
    };
    listing.items = [](const Node &root) -> const Node & { return root["data"]; };
    listing.id = [](const Node &item) { return item["id"].text(); };
    listing.total = [](const Node &root) { return root["paging"]["total"].integer(); };
    listing.cursor = [](const Node &root) { return root["paging"]["after"].text(); };
    listing.records = group.records;
    listing.see = [&](const Node &item) {
        ++state.count;
        if (group.see)
            group.see(item);
    };
    setSalt(group.salt);
    recorder.recordTo(&state.units);
    const Result<void> done = list(listing);
    recorder.recordTo(nullptr);
    return done;
}

/// Nothing has happened to it: it stays as it was read last.
Result<void> Reading::keepGroup(const QString &name, const QString &word)
{
    const State::Group &known = m_state.groups[name];
    for (const QString &unit : known.units) {
        if (const Result<void> kept = sink().unchanged(unit); !kept)
            return ended(kept.error());
    }
    tally().expect(word, known.count);
    tally().count(word, known.count);
    return {};
}

/// Asked for once between two readings of everything.
Result<bool> Reading::hasRoute(const QString &name, const QString &path)
{
    if (!m_isFull)
        return m_state.routes.contains(name);
    const Result<JsonPage> page = askJson(client(), HttpRequest::get(api + path).accepting({400, 404, 500}));
    if (!page && page.error().code == Error::Code::Cancelled)
        return ended(page.error());
    const bool isThere = page && !isNoRoute(*page);
    if (isThere)
        m_state.routes.append(name);
    return isThere;
}

QByteArray Reading::stampOf(const QString &stamp) const
{
    // What no event tells of is asked for again whenever everything is.
    return stamp.toUtf8() + '@' + QByteArray::number(m_state.fullAt.toMSecsSinceEpoch());
}

void Reading::sayWhatIsMissing()
{
    if (!m_unknown.isEmpty())
        tally().say(Issue::Severity::Note, Text::tr("This server has no list of these: %1.").arg(m_unknown.join(u", "_s)));
}

} // namespace meshscope::openmetadata
