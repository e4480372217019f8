#include "models/catalogs/marquez/reading.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Marquez)
};

const QString api = u"/api/v1"_s;
constexpr int listedRuns = 10; ///< a job in a list tells of no more than so many

QString spaceOf(const QString &ns)
{
    return api + u"/namespaces/"_s + pathSegment(ns);
}

} // namespace

MarquezReading::MarquezReading(HttpClient &client, RecordSink &sink, const Progress &progress, bool hasDomains)
    : PagedReading(client, sink, progress)
    , m_reader(m_context)
{
    m_context.hasDomains = hasDomains;
}

Result<Outcome> MarquezReading::read(std::chrono::hours fullEvery)
{
    const QByteArray options = m_context.hasDomains ? QByteArrayLiteral("domains") : QByteArray();
    setSalt(options);
    const Result<QByteArray> now = mark();
    const Result<bool> isKept = now ? keepAll(*now, fullEvery) : Result<bool>(Failure(now.error()));
    if (!isKept)
        return Failure(isKept.error());
    if (*isKept)
        return tally().outcome();
    if (const Result<void> done = readAll(); !done)
        return Failure(done.error());
    if (!m_hidden.isEmpty())
        tally().say(Issue::Severity::Note,
                    Text::tr("The server hides %Ln namespace(s) from its own pages: %1. They were read all the same.",
                             nullptr, int(m_hidden.size()))
                        .arg(m_hidden.join(u", "_s)));
    setSalt(options);
    if (const Result<void> done = remember(*now); !done)
        return Failure(done.error());
    return tally().outcome();
}

/// Every dataset, version, job and run comes with an event: how many there are and which is the newest tells most. What is
/// put into namespaces and tags by other calls is looked at besides.
Result<QByteArray> MarquezReading::mark()
{
    QByteArray all;
    const std::array<HttpRequest, 3> requests{
        HttpRequest::get(api + u"/events/lineage"_s, {{u"limit"_s, u"1"_s}}),
        HttpRequest::get(api + u"/namespaces"_s, {{u"limit"_s, u"1000"_s}}),
        HttpRequest::get(api + u"/tags"_s, {{u"limit"_s, u"1000"_s}}),
    };
    for (const HttpRequest &request : requests) {
        const Result<JsonPage> page = askJson(client(), request);
        if (!page && page.error().code == Error::Code::Cancelled)
            return ended(page.error());
        if (!page || (all.isEmpty() && !page->root()["totalCount"].integer()))
            return QByteArray(); // reading everything tells what is wrong
        all += fingerprint(page->root(), {});
    }
    return all;
}

Result<void> MarquezReading::readAll()
{
    // What single things are read with comes first.
    for (const auto step : {&MarquezReading::readNamespaces, &MarquezReading::readSources, &MarquezReading::readTags}) {
        if (const Result<void> done = (this->*step)(); !done)
            return done;
    }
    setSalt(m_context.digest());
    for (const QString &ns : std::as_const(m_namespaces)) {
        if (const Result<void> done = readDatasets(ns); !done)
            return done;
    }
    for (const QString &ns : std::as_const(m_namespaces)) {
        if (const Result<void> done = readJobs(ns); !done)
            return done;
    }
    for (const auto step : {&MarquezReading::readVersions, &MarquezReading::readRuns}) {
        if (const Result<void> done = (this->*step)(); !done)
            return done;
    }
    return {};
}

PagedReading::Listing MarquezReading::listingOf(const QString &word, const QString &title, const QString &target,
                                                const char *key, int size)
{
    Listing listing{word, title, target.mid(1), size};
    listing.request = [target](const Place &place, qint64 count) {
        return HttpRequest::get(target,
                                {{u"limit"_s, QString::number(count)}, {u"offset"_s, QString::number(place.offset)}});
    };
    listing.items = [key](const Node &root) -> const Node & { return root[key]; };
    listing.id = [](const Node &item) {
        const QString name = item["name"].text();
        return name.isEmpty() ? name : item["namespace"].text() + u'\n' + name;
    };
    listing.total = [](const Node &root) { return root["totalCount"].integer(); };
    listing.countsHidden = true; // jobs that are hidden or deleted
    return listing;
}

Result<void> MarquezReading::readNamespaces()
{
    const QString target = api + u"/namespaces"_s;
    Listing listing = listingOf(u"namespace"_s, Text::tr("namespaces"), target, "namespaces", 100);
    listing.see = [this](const Node &item) {
        const QString name = item["name"].text();
        m_namespaces.append(name);
        // Nobody owns what nobody claimed.
        if (const QString owner = item["ownerName"].text(); !owner.isEmpty() && owner != u"anonymous")
            m_context.owners.insert(name, owner);
        if (item["isHidden"].boolean().value_or(false))
            m_hidden.append(name);
    };
    listing.records = [this](const Node &page, const QString &unit) { return m_reader.namespaces(page, unit); };
    // Without them nothing else can be asked for: their failure is the run's.
    const Result<JsonPage> first = askJson(client(), HttpRequest::get(target, {{u"limit"_s, u"1"_s}}));
    if (!first)
        return Failure(first.error());
    if (!first->root()["namespaces"].isSequence())
        return fail(Error::Code::Parse,
                    Text::tr("What answers at %1 is no Marquez: there are no namespaces in its answer. Check the address.")
                        .arg(client().profile().base.host()),
                    client().profile().endpoint);
    return list(listing);
}

Result<void> MarquezReading::readSources()
{
    Listing listing = listingOf(u"source"_s, Text::tr("sources"), api + u"/sources"_s, "sources", 100);
    listing.isVital = false; // the server fails over one without an address; nothing else depends on it
    listing.see = [this](const Node &item) {
        if (const QString url = item["connectionUrl"].text(); !url.isEmpty())
            m_context.sources.insert(item["name"].text(), url);
    };
    return list(listing);
}

Result<void> MarquezReading::readTags()
{
    Listing listing = listingOf(u"tag"_s, Text::tr("tags"), api + u"/tags"_s, "tags", 100);
    listing.isVital = false;
    listing.see = [this](const Node &item) { m_context.tags.insert(item["name"].text()); };
    listing.records = [this](const Node &page, const QString &unit) { return m_reader.tags(page, unit); };
    return list(listing);
}

Result<void> MarquezReading::readDatasets(const QString &ns)
{
    // The server gives facets to the first ten datasets of a page only, however long the page is.
    Listing listing =
        listingOf(u"dataset"_s, Text::tr("datasets of “%1”").arg(ns), spaceOf(ns) + u"/datasets"_s, "datasets", 10);
    listing.see = [this](const Node &item) {
        m_datasets.append({item["namespace"].text(), item["name"].text(), item["currentVersion"].text()});
    };
    listing.records = [this](const Node &page, const QString &unit) { return m_reader.datasets(page, unit); };
    return list(listing);
}

Result<void> MarquezReading::readJobs(const QString &ns)
{
    Listing listing = listingOf(u"job"_s, Text::tr("jobs of “%1”").arg(ns), spaceOf(ns) + u"/jobs"_s, "jobs", 50);
    qint64 listed = 0; // runs the pages tell of
    listing.see = [this, &listed](const Node &item) {
        const Node &latest = item["latestRun"];
        const Node &runs = item["latestRuns"];
        const bool isAll = runs.isSequence() ? runs.size() < listedRuns : !latest.isMap();
        if (isAll)
            listed += runs.size();
        else
            m_jobs.append({item["namespace"].text(), item["name"].text(),
                           latest["id"].text() + u' ' + latest["state"].text() + u' ' + latest["updatedAt"].text()});
    };
    listing.records = [this](const Node &page, const QString &unit) { return m_reader.jobs(page, unit); };
    const Result<void> done = list(listing);
    tally().expect(u"run"_s, listed);
    tally().count(u"run"_s, listed);
    return done;
}

Result<void> MarquezReading::readVersions()
{
    History history{u"version"_s, Text::tr("versions"), "versions", u"datasets"_s, {}, {}};
    history.settled = [](const Node &item) { return item["version"].text(); }; // a version never changes
    history.records = [this](const Historied &, const QString &unit, const std::vector<const Node *> &versions) {
        return versions.empty() ? Records() : m_reader.versions(*versions.front(), unit, versions);
    };
    return histories(history, m_datasets);
}

Result<void> MarquezReading::readRuns()
{
    History history{u"run"_s, Text::tr("runs"), "runs", u"jobs"_s, {}, {}};
    history.settled = [](const Node &item) { return isEnded(item["state"].text()) ? item["id"].text() : QString(); };
    history.records = [this](const Historied &job, const QString &unit, const std::vector<const Node *> &runs) {
        return m_reader.runs(job.ns + u'/' + job.name, runs, unit);
    };
    return histories(history, m_jobs);
}

} // namespace meshscope
