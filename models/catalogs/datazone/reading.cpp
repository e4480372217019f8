#include "models/catalogs/datazone/reading.h"

#include "models/catalogs/awsendpoint.h"
#include "models/catalogs/withheld.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::DataZone)
};

constexpr qint64 pageSize = 50;      ///< the service gives no more
constexpr qint64 smallPageSize = 25; ///< nor of domains and their units

} // namespace

DataZoneReading::DataZoneReading(HttpClient &client, RecordSink &sink, const Progress &progress, const Options &options)
    : PagedReading(client, sink, progress)
    , m_options(options)
    , m_reader(m_context)
{
    setWithhold([](const JsonPage &page) { return withoutCredentials(page.bytes, page.root()); });
}

Result<Outcome> DataZoneReading::read()
{
    if (const Result<void> done = readDomains(); !done)
        return Failure(done.error());
    for (const QString &domain : std::as_const(m_domains)) {
        m_context = {};
        m_context.region = m_options.region;
        m_context.domain = domain;
        m_sources.clear();
        m_users.clear();
        m_points.clear();
        for (const auto step :
             {&DataZoneReading::readDomain, &DataZoneReading::readUnits, &DataZoneReading::readProjects,
              &DataZoneReading::readTerms, &DataZoneReading::readListings, &DataZoneReading::readAssets,
              &DataZoneReading::readProducts, &DataZoneReading::readPoints, &DataZoneReading::readSubscriptions,
              &DataZoneReading::readRequests, &DataZoneReading::readUsers, &DataZoneReading::readLineage}) {
            if (const Result<void> done = (this->*step)(); !done)
                return Failure(done.error());
        }
    }
    return tally().outcome();
}

QString DataZoneReading::path(const QString &rest) const
{
    const QString domain = u"/v2/domains/"_s + pathSegment(m_context.domain);
    return rest.isEmpty() ? domain : domain + u'/' + rest;
}

PagedReading::Listing DataZoneReading::listed(const QString &rest, const HttpFields &fields, const char *key) const
{
    Listing listing;
    listing.unit = m_context.domain + u'/' + rest;
    for (const auto &[name, value] : fields)
        listing.unit += u'/' + value;
    listing.size = pageSize;
    listing.request = [=, target = path(rest)](const Place &place, qint64 size) {
        HttpFields all = fields;
        all.append({u"maxResults"_s, QString::number(size)});
        if (!place.cursor.isEmpty())
            all.append({u"nextToken"_s, place.cursor});
        return HttpRequest::get(target, all);
    };
    listing.items = [key](const Node &root) -> const Node & { return root[key]; };
    listing.id = [](const Node &item) { return item["id"].text(); };
    listing.cursor = [](const Node &root) { return root["nextToken"].text(); };
    return listing;
}

PagedReading::Listing DataZoneReading::searched(const QString &rest, const QJsonObject &fields) const
{
    Listing listing = listed(rest, {});
    listing.unit += u'/' + fields.value(u"searchScope"_s).toString();
    listing.request = [fields, target = path(rest)](const Place &place, qint64 size) {
        QJsonObject all = fields;
        all.insert(u"maxResults"_s, size);
        if (!place.cursor.isEmpty())
            all.insert(u"nextToken"_s, place.cursor);
        return HttpRequest::ask(target, QJsonDocument(all).toJson(QJsonDocument::Compact));
    };
    listing.total = [](const Node &root) { return root["totalMatchCount"].integer(); };
    return listing;
}

/// Without them nothing else can be asked for: their failure is the run's.
Result<void> DataZoneReading::readDomains()
{
    if (!m_options.domain.isEmpty()) {
        m_domains = {m_options.domain};
        return {};
    }
    const Result<JsonPage> first = askJson(client(), HttpRequest::get(u"/v2/domains"_s, {{u"maxResults"_s, u"1"_s}}));
    if (!first)
        return Failure(first.error());
    if (!first->root()["items"].isSequence())
        return fail(Error::Code::Parse,
                    Text::tr("What answers at %1 is no DataZone: there are no domains in its answer. Check the address.")
                        .arg(client().profile().base.host()),
                    client().profile().endpoint);
    Listing listing = listed({}, {});
    listing.word = u"datazoneDomain"_s;
    listing.title = Text::tr("domains");
    listing.needs = u"datazone:ListDomains"_s;
    listing.unit = u"domains"_s;
    listing.size = smallPageSize;
    listing.request = [](const Place &place, qint64 size) {
        HttpFields fields{{u"maxResults"_s, QString::number(size)}};
        if (!place.cursor.isEmpty())
            fields.append({u"nextToken"_s, place.cursor});
        return HttpRequest::get(u"/v2/domains"_s, fields);
    };
    listing.see = [this](const Node &item) {
        const QString status = item["status"].text();
        if (status.isEmpty() || status == u"AVAILABLE")
            m_domains.append(item["id"].text());
        else
            tally().say(Issue::Severity::Note,
                        Text::tr("The DataZone domain “%1” is %2: it was not read.").arg(item["name"].text(), status));
    };
    return list(listing);
}

/// The account stands in its ARN; the topmost unit is where the tree begins.
Result<void> DataZoneReading::readDomain()
{
    const QString unit = m_context.domain + u"/domain"_s;
    const Result<JsonPage> page = askJson(client(), HttpRequest::get(path({})));
    if (!page && page.error().code == Error::Code::Cancelled)
        return ended(page.error());
    if (!page) {
        lackPage(Text::tr("of the DataZone domain “%1”").arg(m_context.domain), path({}), page.error(),
                 u"datazone:GetDomain"_s);
        // What hangs on it hangs where it did.
        const QByteArrayList known = sink().note(unit).split('\n');
        if (known.size() == 2) {
            m_context.rootUnit = QString::fromUtf8(known[0]);
            m_context.account = QString::fromUtf8(known[1]);
        }
        return {};
    }
    const Node &root = page->root();
    m_context.rootUnit = root["rootDomainUnitId"].text();
    m_context.account = root["arn"].text().section(u':', 4, 4);
    if (m_context.account.isEmpty())
        m_context.account = root["domainExecutionRole"].text().section(u':', 4, 4);
    setSalt(m_options.region.toUtf8());
    if (const Result<void> taken = take(unit, *page, [&] { return m_reader.domain(root, unit); }); !taken)
        return taken;
    const Result<void> noted = sink().setNote(unit, (m_context.rootUnit + u'\n' + m_context.account).toUtf8());
    return noted ? noted : ended(noted.error());
}

Result<void> DataZoneReading::readUnits()
{
    if (m_context.rootUnit.isEmpty())
        return {};
    QStringList units{m_context.rootUnit};
    for (qsizetype i = 0; i < units.size(); ++i) { // grows while it goes on
        Listing listing = listed(u"domain-units"_s, {{u"parentDomainUnitIdentifier"_s, units[i]}});
        listing.title = Text::tr("domain units");
        listing.size = smallPageSize;
        listing.needs = u"datazone:ListDomainUnitsForParent"_s;
        listing.see = [&units](const Node &item) {
            if (const QString id = item["id"].text(); !units.contains(id)) // a circle would never end
                units.append(id);
        };
        if (const Result<void> done = list(listing); !done)
            return done;
    }
    QList<Thing> things;
    for (const QString &id : std::as_const(units))
        things.append({id, m_context.domain + u"/domain-unit/"_s + id, {}});
    Details details;
    details.word = u"domainUnit"_s;
    details.title = Text::tr("domain units");
    details.needs = u"datazone:GetDomainUnit"_s;
    details.isAnswer = [this](const Node &root) {
        for (const Node &owner : root["owners"].items()) {
            const QString user = owner["user"]["userId"].text();
            if (!user.isEmpty() && !m_users.contains(user))
                m_users.append(user);
        }
        return root.has("id");
    };
    details.salt = m_context.rootUnit.toUtf8();
    details.request = [&](qsizetype i) { return HttpRequest::get(path(u"domain-units/"_s + pathSegment(units[i]))); };
    details.records = [this](qsizetype, const Node &root, const QString &unit) { return m_reader.domainUnit(root, unit); };
    return this->details(details, things);
}

Result<void> DataZoneReading::readProjects()
{
    Listing listing = listed(u"projects"_s, {});
    listing.word = u"project"_s;
    listing.title = Text::tr("projects");
    listing.needs = u"datazone:ListProjects"_s;
    listing.see = [this](const Node &item) {
        m_context.projects.insert(item["id"].text(), {item["name"].text(), item["domainUnitId"].text()});
    };
    listing.records = [this](const Node &root, const QString &unit) { return m_reader.projects(root, unit); };
    return list(listing);
}

/// There is no list of terms but by search.
Result<void> DataZoneReading::readTerms()
{
    Listing listing = searched(u"search"_s, {{u"searchScope"_s, u"GLOSSARY_TERM"_s}});
    listing.word = u"glossaryTerm"_s;
    listing.title = Text::tr("glossary terms");
    listing.needs = u"datazone:Search"_s;
    listing.id = [](const Node &item) { return item["glossaryTermItem"]["id"].text(); };
    listing.see = [this](const Node &item) {
        const Node &term = item["glossaryTermItem"];
        m_context.termNames.insert(term["name"].text(), term["id"].text());
    };
    listing.records = [this](const Node &root, const QString &unit) { return m_reader.terms(root, unit); };
    return list(listing);
}

void DataZoneReading::seePoints(const QString &asset, const Node &forms)
{
    for (const Node &point : forms.items()) {
        const QString form = point["formName"].text();
        const bool isKnown = std::any_of(m_points.cbegin(), m_points.cend(),
                                         [&](const Point &p) { return p.asset == asset && p.form == form; });
        if (!form.isEmpty() && !isKnown)
            m_points.append({asset, form, (point["timestamp"].text() + u' ' + point["id"].text()).toUtf8()});
    }
}

/// Which assets and products are published; what they are is told of by themselves.
Result<void> DataZoneReading::readListings()
{
    Listing listing =
        searched(u"listings/search"_s, {{u"additionalAttributes"_s, QJsonArray{u"TIME_SERIES_DATA_POINT_FORMS"_s}}});
    listing.word = u"listing"_s;
    listing.title = Text::tr("listings");
    listing.needs = u"datazone:SearchListings"_s;
    const auto itemOf = [](const Node &item) -> const Node & {
        return item.has("assetListing") ? item["assetListing"] : item["dataProductListing"];
    };
    listing.id = [itemOf](const Node &item) { return itemOf(item)["listingId"].text(); };
    listing.see = [this, itemOf](const Node &item) {
        const Node &listed = itemOf(item);
        const QString entity = listed["entityId"].text();
        m_context.listings.insert(entity, listed["listingId"].text());
        for (const Node &part : item["dataProductListing"]["items"].items()) {
            QString &product = m_context.offers[part["listingId"].text()];
            if (product.isEmpty() || entity < product) // an asset may be part of several
                product = entity;
        }
        m_revisions.insert(entity, (listed["entityRevision"].text() + u' ' + listed["listingRevision"].text()).toUtf8());
        seePoints(entity, listed["additionalAttributes"]["latestTimeSeriesDataPointForms"]);
    };
    return list(listing);
}

Result<void> DataZoneReading::readAssets()
{
    setSalt(m_context.digest());
    Listing listing =
        searched(u"search"_s, {{u"searchScope"_s, u"ASSET"_s},
                               {u"additionalAttributes"_s, QJsonArray{u"FORMS"_s, u"TIME_SERIES_DATA_POINT_FORMS"_s}}});
    listing.word = u"asset"_s;
    listing.title = Text::tr("assets");
    listing.needs = u"datazone:Search"_s;
    listing.id = [](const Node &item) { return item["assetItem"]["identifier"].text(); };
    listing.see = [this](const Node &item) {
        const Node &asset = item["assetItem"];
        const QString id = asset["identifier"].text();
        const DataZoneContext::Name name = m_reader.nameOf(asset);
        m_context.assets.insert(id, name.id());
        m_context.assetNames.insert(id, asset["name"].text());
        const bool isArn = name.ns.startsWith(u"arn:aws") && name.name.startsWith(u"table/");
        m_sources.append(isArn ? name.ns + u':' + name.name : asset["externalIdentifier"].text());
        seePoints(id, asset["additionalAttributes"]["latestTimeSeriesDataPointFormsOutput"]);
    };
    listing.records = [this](const Node &root, const QString &unit) { return m_reader.assets(root, unit); };
    return list(listing);
}

Result<void> DataZoneReading::readProducts()
{
    QList<Thing> things;
    QStringList ids;
    Listing listing = searched(u"search"_s, {{u"searchScope"_s, u"DATA_PRODUCT"_s}});
    listing.title = Text::tr("data products");
    listing.needs = u"datazone:Search"_s;
    listing.id = [](const Node &item) { return item["dataProductItem"]["id"].text(); };
    listing.see = [&](const Node &item) {
        const Node &product = item["dataProductItem"];
        const QString id = product["id"].text();
        ids.append(id);
        const QByteArray now = product["createdAt"].text().toUtf8() + ' ' + m_revisions.value(id);
        things.append({product["name"].text(), m_context.domain + u"/data-product/"_s + id, now});
    };
    if (const Result<void> done = list(listing); !done)
        return done;
    setSalt(m_context.digest());
    Details details;
    details.word = u"dataProduct"_s;
    details.title = Text::tr("data products");
    details.needs = u"datazone:GetDataProduct"_s;
    details.isAnswer = [](const Node &root) { return root.has("id"); };
    details.request = [&](qsizetype i) { return HttpRequest::get(path(u"data-products/"_s + pathSegment(ids[i]))); };
    details.records = [this](qsizetype, const Node &root, const QString &unit) { return m_reader.product(root, unit); };
    return this->details(details, things);
}

/// Only where there is a newer point than the one that was known.
Result<void> DataZoneReading::readPoints()
{
    QList<Thing> things;
    for (const Point &point : std::as_const(m_points))
        things.append({m_context.assetNames.value(point.asset, point.asset),
                       m_context.domain + u"/points/"_s + point.asset + u'/' + point.form, point.now});
    Details details;
    details.title = Text::tr("data quality results");
    details.needs = u"datazone:ListTimeSeriesDataPoints"_s;
    details.isVital = false;
    details.isAnswer = [](const Node &root) { return root["items"].isSequence(); };
    details.request = [this](qsizetype i) {
        return HttpRequest::get(path(u"entities/ASSET/"_s + pathSegment(m_points[i].asset) + u"/time-series-data-points"_s),
                                {{u"formName"_s, m_points[i].form}, {u"maxResults"_s, QString::number(pageSize)}});
    };
    details.records = [this](qsizetype i, const Node &root, const QString &) {
        return m_reader.points(m_points[i].asset, root);
    };
    return this->details(details, things);
}

/// Names for those that are told of by numbers only.
Result<void> DataZoneReading::readUsers()
{
    setSalt(m_options.region.toUtf8());
    QList<Thing> things;
    for (const QString &user : std::as_const(m_users))
        things.append({user, m_context.domain + u"/user/"_s + user, {}});
    Details details;
    details.title = Text::tr("people");
    details.needs = u"datazone:GetUserProfile"_s;
    details.isVital = false;
    details.isAnswer = [](const Node &root) { return root.has("id"); };
    details.request = [this](qsizetype i) { return HttpRequest::get(path(u"user-profiles/"_s + pathSegment(m_users[i]))); };
    details.records = [this](qsizetype, const Node &root, const QString &unit) { return m_reader.user(root, unit); };
    return this->details(details, things);
}

} // namespace meshscope
