#include "models/catalogs/iceberg/records.h"
#include "models/catalogs/unity/reading.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

// The second part of UnityReading: what the server also serves by Iceberg's protocol.
namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Unity)
};

const QString icebergApi = u"/api/2.1/unity-catalog/iceberg"_s;

/// The same table with its snapshots: what Unity Catalog itself says of it comes first.
Records inUnity(Records records)
{
    for (Dataset &dataset : records.datasets) {
        dataset.platform.clear();
        dataset.type.clear();
        dataset.properties.removeIf([](const Property &p) { return p.name == u"location"; });
        for (Property &property : dataset.properties)
            property.name.prepend(u"iceberg "_s);
    }
    records.parties.clear();
    return records;
}

} // namespace

Result<void> UnityReading::readIceberg()
{
    QList<IcebergTable> found;
    QString catalog;
    bool isServed = false;
    for (const Schema &schema : std::as_const(m_schemas)) {
        if (!schema.hasDelta || !m_options.hasIceberg)
            continue;
        if (schema.catalog != catalog) {
            catalog = schema.catalog;
            const Result<bool> known = readIcebergConfig(catalog);
            if (!known)
                return Failure(known.error());
            isServed = *known;
        }
        if (!isServed)
            continue;
        if (const Result<void> done = listIceberg(schema, found); !done)
            return done;
    }
    QList<Thing> things;
    for (const IcebergTable &table : std::as_const(found)) {
        const QString name = icebergName(table.levels + QStringList{table.name});
        things.append({name, u"iceberg/"_s + name, {}});
    }
    const IcebergReader reader(m_reader.ns());
    Details details;
    details.word = u"icebergTable"_s;
    details.title = Text::tr("tables as Iceberg has them");
    details.needs = Text::tr("SELECT on the table, and EXTERNAL USE SCHEMA on Databricks");
    details.hasTags = true;
    details.isVital = false;
    details.isAnswer = [](const Node &root) { return root["metadata"].isMap(); };
    details.request = [&](qsizetype i) {
        const IcebergTable &table = found[i];
        return HttpRequest::get(icebergApi +
                                    m_icebergPaths[table.paths].thing({table.levels.last()}, u"tables"_s, table.name),
                                {{u"snapshots"_s, u"all"_s}});
    };
    details.records = [&](qsizetype i, const Node &root, const QString &unit) {
        return inUnity(reader.table(root, found[i].levels, found[i].name, unit));
    };
    return this->details(details, things);
}

/// False when the catalog is not served that way; on older servers none is.
Result<bool> UnityReading::readIcebergConfig(const QString &catalog)
{
    const HttpRequest request = HttpRequest::get(icebergApi + u"/v1/config"_s, {{u"warehouse"_s, catalog}});
    const Result<HttpAnswer> answer = client().send(request.accepting({400, 401, 403, 404, 405, 500, 501}));
    if (!answer && answer.error().code == Error::Code::Cancelled)
        return Result<bool>(ended(answer.error()));
    const Result<JsonPage> page =
        answer && answer->status == 200 ? jsonPage(*answer) : fail(Error::Code::NotFound, QString());
    if (!page || !page->root()["overrides"].isMap())
        return false;
    m_icebergPaths.append(IcebergPaths(page->root(), {}));
    return true;
}

Result<void> UnityReading::listIceberg(const Schema &schema, QList<IcebergTable> &found)
{
    const qsizetype paths = m_icebergPaths.size() - 1;
    const QString target = icebergApi + m_icebergPaths[paths].things({schema.name}, u"tables"_s);
    Listing listing;
    listing.title = Text::tr("Iceberg tables of “%1”").arg(schema.fullName());
    listing.unit = u"iceberg/"_s + schema.fullName();
    listing.size = 1000;
    listing.request = [=](const Place &place, qint64 size) {
        return HttpRequest::get(target, {{u"pageToken"_s, place.cursor}, {u"pageSize"_s, QString::number(size)}})
            .accepting({400, 403, 404, 501});
    };
    listing.items = [this](const Node &root) -> const Node & {
        return root["error"].isMap() || root.has("error_code") ? m_empty.documents.front() : root["identifiers"];
    };
    listing.id = [](const Node &item) { return item["name"].text(); };
    listing.see = [&found, paths, schema](const Node &item) {
        found.append({paths, {schema.catalog, schema.name}, item["name"].text()});
    };
    listing.cursor = [](const Node &root) { return root["next-page-token"].text(); };
    return list(listing);
}

} // namespace meshscope
