#include "models/store/storedetails.h"

#include "models/store/runs.h"
#include "models/store/unite.h"

#include <map>

namespace meshscope {

namespace {

/// A row found by one of the ids it stands under.
struct Found {
    qint64 unit;
    int nth;
    QString key;
    QByteArray body;
};

/// Rows of one kind that stand under `id`, in the order of their units' paths.
QList<Found> find(Database &db, const StoreDetails::At &at, RowKind kind, const QString &id)
{
    QList<Found> found;
    for (const char *const sql :
         {"SELECT d.unit, d.nth, d.key, d.body FROM detail d JOIN unit u ON u.id=d.unit WHERE d.hash=?1 AND d.kind=?2"
          " AND u.endpoint=?3 AND d.valid_from<=?4 AND d.valid_to>?4 ORDER BY u.path, d.nth",
          "SELECT d.unit, d.nth, d.key, d.body FROM detail d JOIN unit u ON u.id=d.unit WHERE d.hash2=?1 AND d.kind=?2"
          " AND u.endpoint=?3 AND d.valid_from<=?4 AND d.valid_to>?4 ORDER BY u.path, d.nth"}) {
        if (kind == RowKind::Columns && !found.isEmpty())
            break; // columns have one id only
        Statement rows = db.statement(sql);
        rows.bind(1, idHash(id)).bind(2, int(kind)).bind(3, at.id).bind(4, at.run);
        while (rows.row())
            found.append({rows.integer(0), int(rows.integer(1)), rows.text(2), rows.blob(3)});
    }
    return found;
}

/// The ids under which the rows of a thing may stand: its own, and the one it would have if that were not taken.
QStringList storedIds(const StoreDetails::At &at, const QString &id)
{
    QStringList ids{id};
    for (const QList<Rename> &renames : at.renames) {
        for (const Rename &rename : renames) {
            if (rename.name == id && !ids.contains(rename.key))
                ids.append(rename.key);
        }
    }
    return ids;
}

QString nameOf(const StoreDetails::At &at, qint64 unit, RowKind kind, int nth, QString id)
{
    const auto renames = at.renames.constFind(unit);
    if (renames != at.renames.constEnd())
        UnitNames(*renames).own(kind, nth, id);
    return id;
}

template<class T>
QList<T> bodyOf(const QByteArray &bytes, TextPool *pool = nullptr)
{
    BodyReader in(bytes.constData(), bytes.size(), pool);
    QList<T> list;
    readBody(in, list);
    return list;
}

QDateTime momentAt(qint64 milliseconds, int offset)
{
    return offset == 0 ? QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC)
                       : QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::OffsetFromUTC, offset);
}

const char *measurementsSql(bool ofTarget)
{
    if (ofTarget)
        return "SELECT t.text, p.text, e.text, s.text, m.at, m.zone, m.kind, m.value, m.unit, m.good, m.total, m.run"
               " FROM measurement m JOIN word t ON t.id=m.target JOIN word p ON p.id=m.property JOIN word e ON "
               "e.id=m.element"
               " JOIN word s ON s.id=m.source WHERE m.endpoint=?1 AND m.target=(SELECT id FROM word WHERE text=?5)"
               " AND m.at BETWEEN ?3 AND ?4 AND m.valid_from<=?2 ORDER BY m.at, m.property, m.element, m.source, "
               "m.valid_from";
    return "SELECT t.text, p.text, e.text, s.text, m.at, m.zone, m.kind, m.value, m.unit, m.good, m.total, m.run"
           " FROM measurement m JOIN word t ON t.id=m.target JOIN word p ON p.id=m.property JOIN word e ON e.id=m.element"
           " JOIN word s ON s.id=m.source WHERE m.endpoint=?1 AND m.at BETWEEN ?3 AND ?4 AND m.valid_from<=?2"
           " ORDER BY m.at, m.target, m.property, m.element, m.source, m.valid_from";
}

bool isSamePlace(const Measurement &a, const Measurement &b)
{
    return a.at == b.at && a.target == b.target && a.property == b.property && a.element == b.element &&
           a.source == b.source;
}

void readMeasurements(Statement &rows, TextPool &pool, QList<Measurement> &into)
{
    const auto pooled = [&](int column) {
        const auto [data, size] = rows.view(column);
        return size ? pool.text({data, size_t(size)}) : QString();
    };
    const qsizetype first = into.size();
    while (rows.row()) {
        Measurement m;
        m.target = pooled(0);
        m.property = pooled(1);
        m.element = pooled(2);
        m.source = pooled(3);
        m.at = momentAt(rows.integer(4), int(rows.integer(5)));
        if (const qint64 kind = rows.integer(6); kind >= 0 && kind < kindCount)
            m.targetKind = Kind(kind);
        m.value = rows.real(7);
        m.unit = pooled(8);
        if (!rows.isNull(9))
            m.good = rows.real(9);
        if (!rows.isNull(10))
            m.total = rows.real(10);
        m.run = rows.text(11);
        if (into.size() > first && isSamePlace(into.last(), m))
            into.last() = m; // corrected since
        else
            into.append(m);
    }
}

} // namespace

Result<std::shared_ptr<const StoreDetails>> StoreDetails::make(std::shared_ptr<const Connections> pool, Database &db,
                                                               qint64 asOf)
{
    std::shared_ptr<StoreDetails> details(new StoreDetails(std::move(pool)));
    {
        Statement rows = db.statement("SELECT id, name FROM endpoint WHERE (removed IS NULL OR (removed>?1 AND ?1<>"
                                      "9223372036854775807)) ORDER BY position, id");
        rows.bind(1, asOf);
        while (rows.row())
            details->m_endpoints.push_back({rows.text(1), rows.integer(0), 0, {}});
        if (const Result<void> done = rows.finish(); !done)
            return Failure(done.error());
    }
    for (At &at : details->m_endpoints) {
        const Result<qint64> run = visibleRun(db, at.id, asOf);
        if (!run)
            return Failure(run.error());
        at.run = *run;
        Result<QHash<qint64, QList<Rename>>> renames = renamesAt(db, at.id, at.run);
        if (!renames)
            return Failure(renames.error());
        at.renames = std::move(*renames);
    }
    return details;
}

const StoreDetails::At *StoreDetails::at(const QString &endpoint) const
{
    for (const At &at : m_endpoints) {
        if (at.name == endpoint)
            return &at;
    }
    return nullptr;
}

QHash<QString, QList<Column>> StoreDetails::readColumns(Database &db, const At &at, const QString &dataset)
{
    QHash<QString, QList<QList<Column>>> parts;
    TextPool pool;
    const auto add = [&](qint64 unit, int nth, const QString &key, const char *data, qsizetype size) {
        const QString name = at.renames.isEmpty() ? key : nameOf(at, unit, RowKind::Dataset, nth, key);
        if (!dataset.isEmpty() && name != dataset)
            return;
        BodyReader in(data, size, &pool);
        QList<Column> &part = parts[name].emplaceBack();
        readBody(in, part);
        for (Column &column : part)
            column.dataset = name;
    };
    if (dataset.isEmpty()) {
        Statement rows =
            db.statement("SELECT d.unit, d.nth, d.key, d.body FROM unit u CROSS JOIN detail d ON d.unit=u.id AND"
                         " d.valid_to>?2 WHERE u.endpoint=?1 AND u.gone>?2 AND d.valid_from<=?2 AND d.kind=32"
                         " ORDER BY u.path, d.nth");
        rows.bind(1, at.id).bind(2, at.run);
        while (rows.row()) {
            const auto [data, size] = rows.view(3);
            add(rows.integer(0), int(rows.integer(1)), rows.text(2), data, size);
        }
    } else {
        for (const QString &id : storedIds(at, dataset)) {
            for (const Found &found : find(db, at, RowKind::Columns, id)) {
                if (found.key == id)
                    add(found.unit, found.nth, found.key, found.body.constData(), found.body.size());
            }
        }
    }
    QHash<QString, QList<Column>> all;
    all.reserve(parts.size());
    for (auto it = parts.begin(); it != parts.end(); ++it)
        all.insert(it.key(), it->size() == 1 ? std::move(it->first()) : uniteColumns(*it));
    return all;
}

QList<Column> StoreDetails::columns(const QString &endpoint, const QString &dataset) const
{
    const At *const known = at(endpoint);
    const Result<Connections::Lease> db = m_pool->take();
    if (!known || !db || dataset.isEmpty())
        return {};
    QList<Column> columns = readColumns(**db, *known, dataset).value(dataset);
    std::stable_sort(columns.begin(), columns.end(), [](const Column &a, const Column &b) { return a.ordinal < b.ordinal; });
    return columns;
}

QList<std::pair<QString, Column>> StoreDetails::allColumns() const
{
    QList<std::pair<QString, Column>> all;
    const Result<Connections::Lease> db = m_pool->take();
    if (!db)
        return all;
    for (const At &at : m_endpoints) {
        QHash<QString, QList<Column>> columns = readColumns(**db, at, {});
        for (QList<Column> &list : columns) {
            for (Column &column : list)
                all.append({at.name, std::move(column)});
        }
    }
    return all;
}

QList<ColumnEdge> StoreDetails::columnEdges(const QString &endpoint, const QString &dataset) const
{
    QList<ColumnEdge> edges;
    const At *const known = at(endpoint);
    const Result<Connections::Lease> db = m_pool->take();
    if (!known || !db)
        return edges;
    for (const QString &id : storedIds(*known, dataset)) {
        for (const Found &found : find(**db, *known, RowKind::ColumnEdges, id)) {
            const QString from = found.key.section(u'\n', 0, 0);
            const QString to = found.key.section(u'\n', 1);
            const auto renames = known->renames.constFind(found.unit);
            for (ColumnEdge &edge : bodyOf<ColumnEdge>(found.body)) {
                edge.fromDataset = from;
                edge.toDataset = to;
                if (renames != known->renames.constEnd())
                    UnitNames(*renames).apply(edge);
                if ((edge.fromDataset == dataset || edge.toDataset == dataset) && !edges.contains(edge))
                    edges.append(edge);
            }
        }
    }
    return edges;
}

QList<QualityRule> StoreDetails::qualityRules(const QString &endpoint, const QString &owner) const
{
    QList<QualityRule> rules;
    const At *const known = at(endpoint);
    const Result<Connections::Lease> db = m_pool->take();
    if (!known || !db)
        return rules;
    for (const QString &id : storedIds(*known, owner)) {
        for (const Found &found : find(**db, *known, RowKind::Rules, id)) {
            const auto renames = known->renames.constFind(found.unit);
            for (QualityRule &rule : bodyOf<QualityRule>(found.body)) {
                if (renames != known->renames.constEnd())
                    UnitNames(*renames).apply(rule);
                if ((rule.dataset == owner || rule.contract == owner) && !rules.contains(rule))
                    rules.append(rule);
            }
        }
    }
    return rules;
}

QList<Measurement> StoreDetails::measurements(const QString &endpoint, const QString &target, const QDateTime &from,
                                              const QDateTime &until) const
{
    QList<Measurement> all;
    const Result<Connections::Lease> db = m_pool->take();
    if (!db)
        return all;
    TextPool pool;
    int endpoints = 0;
    for (const At &at : m_endpoints) {
        if (!endpoint.isEmpty() && at.name != endpoint)
            continue;
        Statement rows = (*db)->statement(measurementsSql(!target.isEmpty()));
        rows.bind(1, at.id).bind(2, at.run);
        rows.bind(3, from.isValid() ? from.toMSecsSinceEpoch() : std::numeric_limits<qint64>::min());
        rows.bind(4, until.isValid() ? until.toMSecsSinceEpoch() : openEnd);
        if (!target.isEmpty())
            rows.bind(5, target);
        readMeasurements(rows, pool, all);
        ++endpoints;
    }
    if (endpoints > 1)
        std::stable_sort(all.begin(), all.end(), [](const Measurement &a, const Measurement &b) { return a.at < b.at; });
    return all;
}

} // namespace meshscope
