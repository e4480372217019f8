#include "models/catalogs/ckan/reading.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Ckan)
};

const QString api = u"/api/3/action"_s;

const Node &itemsIn(const Node &root)
{
    const Node &result = root["result"];
    return result.isMap() ? result["results"] : result;
}

} // namespace

Result<const Node *> ckanResult(const Node &root, const QString &host)
{
    const Node &result = root["result"];
    if (root["success"].boolean().value_or(false) && !result.isNull())
        return &result;
    const Node &error = root["error"];
    if (!root.isMap() || (error.isNull() && !root.has("success")))
        return fail(Error::Code::Parse, Text::tr("What answers at %1 is no CKAN. Check the address.").arg(host), host);
    QString said = error["message"].text();
    if (said.isEmpty())
        said = error.isScalar() ? error.text() : error.json();
    const bool isRefused = error["__type"].text().contains(u"Authorization"_s);
    return fail(isRefused ? Error::Code::Refused : Error::Code::Failed, Text::tr("%1 could not answer: %2").arg(host, said),
                host);
}

Result<Outcome> CkanReading::read()
{
    for (const auto step :
         {&CkanReading::readSite, &CkanReading::readOrganizations, &CkanReading::readGroups, &CkanReading::readPackages}) {
        if (const Result<void> done = (this->*step)(); !done)
            return Failure(done.error());
    }
    return tally().outcome();
}

/// Without it nothing else has to be asked for: its failure is the run's.
Result<void> CkanReading::readSite()
{
    const Result<JsonPage> page = askJson(client(), HttpRequest::get(api + u"/status_show"_s));
    if (!page)
        return Failure(page.error());
    const Result<const Node *> site = ckanResult(page->root(), client().profile().base.host());
    if (!site)
        return Failure(site.error());
    QString url = (**site)["site_url"].text();
    while (url.endsWith(u'/'))
        url.chop(1);
    m_reader = CkanReader(url);
    setSalt(url.toUtf8());
    return {};
}

/// Sites may give fewer than they are asked for: a list goes on until its total, or until nothing more comes.
CkanReading::Listing CkanReading::listingOf(const QString &word, const QString &title, const QString &target, qint64 size)
{
    Listing listing;
    listing.word = word;
    listing.title = title;
    listing.unit = target.mid(1);
    listing.size = size;
    listing.verdict = [this](const Node &root) -> Result<Listing::Verdict> {
        const Result<const Node *> result = ckanResult(root, client().profile().base.host());
        if (!result)
            return Failure(result.error());
        return Listing::Verdict::Good;
    };
    listing.items = [](const Node &root) -> const Node & { return itemsIn(root); };
    listing.id = [](const Node &item) { return item["id"].text(); };
    listing.cursor = [this](const Node &root) {
        const qint64 count = itemsIn(root).size();
        const std::optional<qint64> total = root["result"]["count"].integer();
        const qint64 next = m_offset + count;
        const bool isLast = count == 0 || count > m_size || (total && next >= *total);
        return isLast ? QString() : QString::number(next);
    };
    listing.request = [this, target, word](const Place &place, qint64 count) {
        m_offset = place.cursor.toLongLong();
        m_size = count;
        const bool isSearch = word == u"dataset";
        HttpFields query;
        if (isSearch)
            query = {{u"q"_s, u"*:*"_s}, {u"sort"_s, u"id asc"_s}, {u"include_private"_s, u"true"_s}};
        else
            query = {{u"all_fields"_s, u"true"_s}};
        query.append({isSearch ? u"rows"_s : u"limit"_s, QString::number(count)});
        query.append({isSearch ? u"start"_s : u"offset"_s, QString::number(m_offset)});
        return HttpRequest::get(target, query);
    };
    return listing;
}

Result<void> CkanReading::readOrganizations()
{
    Listing listing = listingOf(u"domain"_s, Text::tr("organizations"), api + u"/organization_list"_s, 25);
    listing.records = [this](const Node &root, const QString &unit) { return m_reader.organizations(itemsIn(root), unit); };
    return list(listing);
}

Result<void> CkanReading::readGroups()
{
    Listing listing = listingOf(u"term"_s, Text::tr("groups"), api + u"/group_list"_s, 25);
    listing.records = [this](const Node &root, const QString &unit) { return m_reader.groups(itemsIn(root), unit); };
    return list(listing);
}

Result<void> CkanReading::readPackages()
{
    Listing listing = listingOf(u"dataset"_s, Text::tr("datasets"), api + u"/package_search"_s, 500);
    listing.total = [](const Node &root) { return root["result"]["count"].integer(); };
    listing.records = [this](const Node &root, const QString &unit) { return m_reader.packages(itemsIn(root), unit); };
    return list(listing);
}

} // namespace meshscope
