#include "tests/catalogs/shop.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace meshscope::test {

namespace {

/// A good, its parts as columns.
void readGood(const Node &item, Records &records)
{
    for (const Node &part : item["parts"].items()) {
        records.columns.append(Column());
        records.columns.last().path = part["name"].text();
    }
    records.datasets.append(Dataset());
}

} // namespace

Result<void> MemorySink::original(OriginalFile file)
{
    m_hashes.insert(file.path, file.hash);
    return {};
}

Result<void> MemorySink::records(const QString &unit, Records records)
{
    if (records.datasets.isEmpty() && records.issues.isEmpty())
        return {};
    changed.append(unit);
    datasets += records.datasets.size();
    for (const Column &column : std::as_const(records.columns))
        columns.append(column.path);
    issues.append(records.issues);
    return {};
}

Result<void> MemorySink::unchanged(const QString &unit)
{
    same.append(unit);
    return {};
}

Result<void> MemorySink::stale(const QString &unit, Issues)
{
    old.append(unit);
    return {};
}

Result<void> MemorySink::setNote(const QString &unit, const QByteArray &note)
{
    m_newNotes.insert(unit, note);
    return {};
}

void MemorySink::publish()
{
    m_published = m_hashes;
    m_notes.insert(m_newNotes);
    changed.clear();
    same.clear();
    old.clear();
    columns.clear();
    issues.clear();
    datasets = 0;
}

ShopReading::ShopReading(HttpClient &client, RecordSink &sink, const Progress &progress, bool byCursor, bool countsHidden)
    : PagedReading(client, sink, progress)
    , m_byCursor(byCursor)
    , m_countsHidden(countsHidden)
{
}

PagedReading::Listing ShopReading::goods() const
{
    Listing listing{u"good"_s, u"goods"_s, u"goods"_s, 3};
    listing.needs = u"the right “browse”"_s;
    listing.countsHidden = m_countsHidden;
    listing.request = [this](const Place &place, qint64 count) {
        const std::pair<QString, QString> where =
            m_byCursor ? std::pair(u"after"_s, place.cursor) : std::pair(u"offset"_s, QString::number(place.offset));
        return HttpRequest::get(u"/goods"_s, {{u"limit"_s, QString::number(count)}, where});
    };
    listing.items = [](const Node &root) -> const Node & { return root["goods"]; };
    listing.id = [](const Node &item) { return item["id"].text(); };
    listing.total = [](const Node &root) { return root["total"].integer(); };
    if (m_byCursor)
        listing.cursor = [](const Node &root) {
            return root.has("next") ? root["next"].text() : root["paging"]["next"].text();
        };
    listing.records = [](const Node &root, const QString &) {
        Records records;
        for (const Node &item : root["goods"].items()) {
            if (item.isMap())
                readGood(item, records);
        }
        return records;
    };
    return listing;
}

Result<Outcome> ShopReading::read(bool withDetails, bool hasTags)
{
    QList<Thing> things;
    Listing listing = goods();
    listing.see = [&](const Node &item) {
        const QString id = item["id"].text();
        things.append({id, u"goods/"_s + id, item["rev"].text().toUtf8()});
    };
    if (const Result<void> done = list(listing); !done)
        return Failure(done.error());
    if (withDetails) {
        Details each{u"detail"_s, u"details"_s};
        each.hasTags = hasTags;
        each.request = [&](qsizetype index) { return HttpRequest::get(u'/' + things[index].unit); };
        each.records = [](qsizetype, const Node &root, const QString &) {
            Records records;
            readGood(root, records);
            return records;
        };
        if (const Result<void> done = details(each, things); !done)
            return Failure(done.error());
    }
    return tally().outcome();
}

QByteArray pageOf(const QStringList &ids, int total, const QString &next)
{
    QJsonArray goods;
    for (const QString &id : ids)
        goods.append(QJsonObject{{u"id"_s, id}, {u"rev"_s, u"1"_s}});
    QJsonObject page{{u"goods"_s, goods}};
    if (total >= 0)
        page.insert(u"total"_s, total);
    if (!next.isEmpty())
        page.insert(u"next"_s, next);
    return QJsonDocument(page).toJson();
}

QString queryOf(const SeenRequest &request, const char *name)
{
    return QUrlQuery(QUrl(QString::fromLatin1(request.target))).queryItemValue(QLatin1StringView(name));
}

Shop::Shop(ScriptedServer::Answer answer, qint64 mostPages)
    : server(std::move(answer))
{
    HttpProfile profile;
    profile.endpoint = u"shop"_s;
    profile.base = server.url();
    profile.pages = mostPages;
    profile.proxy.kind = ProxySettings::Kind::None;
    client = std::move(*HttpClient::open(profile, {}));
}

Result<Outcome> Shop::read(bool byCursor, bool withDetails, bool hasTags)
{
    const Progress progress;
    return ShopReading(*client, sink, progress, byCursor, countsHidden).read(withDetails, hasTags);
}

} // namespace meshscope::test
