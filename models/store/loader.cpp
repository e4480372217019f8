#include "models/store/loader.h"

#include "models/store/unite.h"

#include <QSet>

namespace meshscope {

namespace {

struct UnitFacts {
    int rank = 0;
    QString path;
    QString staleSince; ///< as text, empty = read well
    std::shared_ptr<const UnitNames> names;
};

/// Records of one kind with the order they are to come in: unit by path, then position in it.
template<class T>
struct Ordered {
    struct Item {
        quint64 order;
        T record;
    };
    std::vector<Item> items;

    void sort()
    {
        const auto before = [](const Item &a, const Item &b) { return a.order < b.order; };
        if (!std::is_sorted(items.begin(), items.end(), before))
            std::stable_sort(items.begin(), items.end(), before);
    }
    /// All of them.
    void moveTo(QList<T> &list)
    {
        sort();
        list.reserve(qsizetype(items.size()));
        for (Item &item : items)
            list.append(std::move(item.record));
        items = {};
    }
    /// One an id.
    void uniteTo(QList<T> &list)
    {
        sort();
        list.reserve(qsizetype(items.size()));
        QHash<QString, qsizetype> known;
        known.reserve(qsizetype(items.size()));
        for (Item &item : items) {
            const qsizetype at = known.value(item.record.id, -1);
            if (at < 0) {
                known.insert(item.record.id, list.size());
                list.append(std::move(item.record));
            } else if (!isApart(list, at, item.record)) {
                unite(list[at], item.record);
            }
        }
        items = {};
    }

private:
    /// A dataset that two contracts describe stays two records of one id, so that either contract keeps it.
    static bool isApart(QList<T> &list, qsizetype at, T &record)
    {
        if constexpr (std::is_same_v<T, Dataset>) {
            if (list[at].contract.isEmpty() || record.contract.isEmpty() || list[at].contract == record.contract)
                return false;
            list.append(std::move(record));
            return true;
        }
        return false;
    }
};

using Triples = QSet<std::pair<QString, std::pair<QString, QString>>>;

class Loader {
public:
    Loader(Database &db, qint64 endpoint, qint64 run, TextPool &pool)
        : m_db(db)
        , m_endpoint(endpoint)
        , m_run(run)
        , m_pool(pool)
    {
    }
    Result<Records> load();

private:
    Result<void> readUnits();
    Result<void> readRows();
    void readRow(const Statement &row, RowKind kind, const UnitFacts &unit);
    template<class T>
    void entity(const Statement &row, RowKind kind, const UnitFacts &unit, Ordered<T> &into);
    template<class T, class Key>
    void group(const Statement &row, const UnitFacts &unit, Triples &known, QList<T> &into, Key key);
    [[nodiscard]] Records put();

    Database &m_db;
    qint64 m_endpoint;
    qint64 m_run;
    TextPool &m_pool;
    QHash<qint64, UnitFacts> m_units;
    Ordered<Domain> m_domains;
    Ordered<DataProduct> m_products;
    Ordered<Port> m_ports;
    Ordered<Contract> m_contracts;
    Ordered<Dataset> m_datasets;
    Ordered<Job> m_jobs;
    Ordered<Term> m_terms;
    Ordered<Party> m_parties;
    Ordered<ServiceLevel> m_levels;
    Ordered<Agreement> m_agreements;
    Triples m_edges;
    Triples m_flows;
    Records m_records;
    QHash<qint64, QString> m_runEnds; ///< run → when it ended
};

Result<void> Loader::readUnits()
{
    Result<QHash<qint64, QList<Rename>>> renames = renamesAt(m_db, m_endpoint, m_run);
    if (!renames)
        return Failure(renames.error());
    Statement units =
        m_db.statement("SELECT u.id, u.path, r.ended FROM unit u LEFT JOIN run r ON r.id=u.stale_since AND r.id<=?2"
                       " WHERE u.endpoint=?1 AND u.created<=?2 ORDER BY u.path, u.id");
    units.bind(1, m_endpoint).bind(2, m_run);
    int rank = 0;
    while (units.row()) {
        UnitFacts &unit = m_units[units.integer(0)];
        unit.rank = rank++;
        unit.path = units.text(1);
        if (!units.isNull(2))
            unit.staleSince = QDateTime::fromMSecsSinceEpoch(units.integer(2), Qt::UTC).toString(Qt::ISODate);
        const auto renamed = renames->constFind(units.integer(0));
        if (renamed != renames->constEnd())
            unit.names = std::make_shared<const UnitNames>(*renamed);
    }
    if (const Result<void> done = units.finish(); !done)
        return done;
    Statement runs = m_db.statement("SELECT id, ended FROM run WHERE endpoint=?1 AND id<=?2 AND ended IS NOT NULL");
    runs.bind(1, m_endpoint).bind(2, m_run);
    while (runs.row())
        m_runEnds.insert(runs.integer(0), QDateTime::fromMSecsSinceEpoch(runs.integer(1), Qt::UTC).toString(Qt::ISODate));
    return runs.finish();
}

template<class T>
void Loader::entity(const Statement &row, RowKind kind, const UnitFacts &unit, Ordered<T> &into)
{
    auto &item = into.items.emplace_back();
    T &record = item.record;
    const auto [data, size] = row.view(4);
    BodyReader body(data, size, &m_pool);
    readBody(body, record);
    const auto [placeData, placeSize] = row.view(5);
    BodyReader place(placeData, placeSize, &m_pool);
    int seq = 0;
    readPlace(place, seq, record.source, unit.path);
    item.order = (quint64(unit.rank) << 32) | quint32(seq);
    record.id = row.text(3);
    if (unit.names) {
        unit.names->own(kind, int(row.integer(2)), record.id);
        unit.names->apply(record, record.source.begin);
    }
    if constexpr (std::is_base_of_v<Entity, T>) {
        QString since = unit.staleSince;
        if (since.isEmpty() && !place.atEnd()) // only this part of the file did not parse
            since = m_runEnds.value(place.integer());
        if (!since.isEmpty())
            record.properties.append({QStringLiteral("meshscope:staleSince"), since});
    }
}

template<class T, class Key>
void Loader::group(const Statement &row, const UnitFacts &unit, Triples &known, QList<T> &into, Key key)
{
    const auto [data, size] = row.view(4);
    BodyReader body(data, size, &m_pool);
    QList<T> list;
    readBody(body, list);
    const QString to = row.text(3);
    for (T &item : list) {
        item.*key = to;
        if (unit.names)
            unit.names->apply(item);
        QString what;
        if constexpr (std::is_same_v<T, LineageEdge>)
            what = item.job;
        else
            what = QString::number(int(item.by)) + item.via;
        const qsizetype before = known.size();
        known.insert({item.from, {item.to, what}});
        if (known.size() == before)
            continue;
        into.append(std::move(item));
    }
}

void Loader::readRow(const Statement &row, RowKind kind, const UnitFacts &unit)
{
    switch (kind) {
    case RowKind::Domain:
    case RowKind::ImpliedDomain:
        entity(row, kind, unit, m_domains);
        m_domains.items.back().record.implied = kind == RowKind::ImpliedDomain;
        break;
    case RowKind::Product: entity(row, kind, unit, m_products); break;
    case RowKind::Port: entity(row, kind, unit, m_ports); break;
    case RowKind::Contract: entity(row, kind, unit, m_contracts); break;
    case RowKind::Dataset: entity(row, kind, unit, m_datasets); break;
    case RowKind::Job: entity(row, kind, unit, m_jobs); break;
    case RowKind::Term: entity(row, kind, unit, m_terms); break;
    case RowKind::Party: entity(row, kind, unit, m_parties); break;
    case RowKind::Level: entity(row, kind, unit, m_levels); break;
    case RowKind::Agreement: entity(row, kind, unit, m_agreements); break;
    case RowKind::Lineage: group(row, unit, m_edges, m_records.lineage, &LineageEdge::to); break;
    case RowKind::Flow: group(row, unit, m_flows, m_records.flows, &ProductFlow::to); break;
    case RowKind::Columns:
    case RowKind::Rules:
    case RowKind::ColumnEdges: break;
    }
}

Result<void> Loader::readRows()
{
    Statement rows =
        m_db.statement("SELECT e.unit, e.kind, e.nth, e.key, e.body, e.place FROM unit u CROSS JOIN entity e"
                       " ON e.unit=u.id AND e.valid_to>?2 WHERE u.endpoint=?1 AND u.gone>?2 AND e.valid_from<=?2");
    rows.bind(1, m_endpoint).bind(2, m_run);
    while (rows.row()) {
        const auto unit = m_units.constFind(rows.integer(0));
        if (unit != m_units.constEnd())
            readRow(rows, RowKind(rows.integer(1)), *unit);
    }
    return rows.finish();
}

Records Loader::put()
{
    m_domains.uniteTo(m_records.domains);
    m_products.moveTo(m_records.products);
    m_ports.moveTo(m_records.ports);
    m_contracts.moveTo(m_records.contracts);
    m_datasets.uniteTo(m_records.datasets);
    m_jobs.uniteTo(m_records.jobs);
    m_terms.uniteTo(m_records.terms);
    m_parties.uniteTo(m_records.parties);
    m_levels.moveTo(m_records.serviceLevels);
    m_agreements.moveTo(m_records.agreements);
    return std::move(m_records);
}

Result<Records> Loader::load()
{
    if (const Result<void> done = readUnits(); !done)
        return Failure(done.error());
    if (const Result<void> done = readRows(); !done)
        return Failure(done.error());
    return put();
}

} // namespace

Result<Records> loadRecords(Database &db, qint64 endpoint, qint64 run, TextPool &pool)
{
    return Loader(db, endpoint, run, pool).load();
}

} // namespace meshscope
