#include "models/store/census.h"

#include "models/store/storetext.h"
#include "models/store/takenids.h"
#include "models/store/unite.h"

#include <QSet>

namespace meshscope {

namespace {

bool isUnique(RowKind kind)
{
    return kind == RowKind::Domain || kind == RowKind::Product || kind == RowKind::Port || kind == RowKind::Contract ||
           kind == RowKind::Agreement;
}

class CensusTaker {
public:
    CensusTaker(Database &db, const CensusScope &scope)
        : m_db(db)
        , m_scope(scope)
    {
        for (const qint64 unit : scope.goneUnits)
            m_gone.insert(unit);
    }
    Result<Census> take();

private:
    Result<void> readUnits();
    Result<void> readEntities();
    void countEdges(const QString &to, const char *data, qsizetype size);
    void findCircles();
    Result<void> countColumns(const TakenIds &taken);
    Result<void> countColumnEdges();
    void count(const QString &word, qint64 n) { m_census.got.insert(word, n); }

    Database &m_db;
    const CensusScope &m_scope;
    QSet<qint64> m_gone;
    UnitPlaces m_units;
    std::vector<IdRow> m_unique;
    std::vector<IdRow> m_datasets;
    QSet<QString> m_seen[16];
    QSet<std::pair<QString, QString>> m_edges;
    struct Above {
        QString parent;
        qint64 unit = 0;
        int line = 0;
    };
    QHash<QString, Above> m_above; ///< domains by id, those that name a parent
    Census m_census;
};

Result<void> CensusTaker::readUnits()
{
    Statement units =
        m_db.statement("SELECT id, path FROM unit WHERE endpoint=?1 AND gone=9223372036854775807 ORDER BY path");
    units.bind(1, m_scope.endpoint);
    while (units.row()) {
        if (!m_gone.contains(units.integer(0)))
            m_units.insert(units.integer(0), {int(m_units.size()), units.text(1)});
    }
    return units.finish();
}

void CensusTaker::countEdges(const QString &to, const char *data, qsizetype size)
{
    BodyReader in(data, size);
    QList<LineageEdge> edges;
    readBody(in, edges);
    for (const LineageEdge &edge : std::as_const(edges))
        m_edges.insert({edge.from, to});
}

Result<void> CensusTaker::readEntities()
{
    Statement rows =
        m_db.statement("SELECT e.id, e.unit, e.kind, e.nth, e.key, e.place, CASE WHEN e.kind IN (1, 11) THEN e.body END"
                       " FROM unit u CROSS JOIN entity e ON e.unit=u.id AND e.valid_to=9223372036854775807"
                       " WHERE u.endpoint=?1 AND e.kind NOT IN (10, 12)");
    rows.bind(1, m_scope.endpoint);
    while (rows.row()) {
        const qint64 unit = rows.integer(1);
        const auto known = m_units.constFind(unit);
        if (known == m_units.constEnd() || m_scope.closedEntities.contains(rows.integer(0)))
            continue;
        const auto kind = RowKind(rows.integer(2));
        if (kind == RowKind::Lineage) {
            const auto [data, size] = rows.view(6);
            countEdges(rows.text(4), data, size);
            continue;
        }
        if (!isUnique(kind) && kind != RowKind::Dataset) {
            m_seen[size_t(kind)].insert(rows.text(4));
            continue;
        }
        IdRow light{.unit = unit, .rank = known->rank, .kind = kind, .nth = int(rows.integer(3)), .key = rows.text(4)};
        const auto [data, size] = rows.view(5);
        BodyReader in(data, size);
        readStart(in, light.start, light.line);
        if (kind == RowKind::Domain) {
            const auto [body, length] = rows.view(6);
            BodyReader fields(body, length);
            Domain domain;
            readBody(fields, domain);
            if (!domain.domain.isEmpty() && !m_above.contains(light.key))
                m_above.insert(light.key, {domain.domain, unit, light.line});
        }
        (kind == RowKind::Dataset ? m_datasets : m_unique).push_back(std::move(light));
    }
    return rows.finish();
}

/// Domains that are each other's parents: said once a circle, at the first of its ids.
void CensusTaker::findCircles()
{
    QStringList ids = m_above.keys();
    ids.sort();
    QHash<QString, qsizetype> walkOf; // by which walk it was seen
    for (qsizetype walk = 0; walk < ids.size(); ++walk) {
        QStringList path;
        QString at = ids.at(walk);
        while (m_above.contains(at) && !walkOf.contains(at)) {
            walkOf.insert(at, walk);
            path.append(at);
            at = m_above.value(at).parent;
        }
        const qsizetype start = walkOf.value(at, -1) == walk ? path.indexOf(at) : -1;
        if (start < 0)
            continue;
        const Above &place = m_above[at];
        m_census.issues.append({Issue::Severity::Warning,
                                {m_units.value(place.unit).path, place.line, 0, {}},
                                StoreText::tr("Domains lie in a circle: %1. Change the parent of one of them; until then "
                                              "the first is shown at the top.")
                                    .arg((path.mid(start) + QStringList{at}).join(QStringLiteral(" → ")))});
    }
}

Result<void> CensusTaker::countColumns(const TakenIds &taken)
{
    struct Seen {
        qint64 n = 0;
        QList<qint64> rows;
    };
    QHash<QString, Seen> datasets;
    Statement rows = m_db.statement("SELECT d.id, d.unit, d.nth, d.key, d.n FROM unit u CROSS JOIN detail d"
                                    " ON d.unit=u.id AND d.valid_to=9223372036854775807 WHERE u.endpoint=?1 AND d.kind=32");
    rows.bind(1, m_scope.endpoint);
    while (rows.row()) {
        if (!m_units.contains(rows.integer(1)) || m_scope.closedDetails.contains(rows.integer(0)))
            continue;
        Seen &seen = datasets[taken.nameOf(rows.integer(1), rows.text(3), int(rows.integer(2)))];
        seen.n = rows.integer(4);
        seen.rows.append(rows.integer(0));
    }
    if (const Result<void> done = rows.finish(); !done)
        return done;
    qint64 total = 0;
    Statement body = m_db.statement("SELECT body FROM detail WHERE id=?1");
    for (const Seen &seen : std::as_const(datasets)) {
        if (seen.rows.size() == 1) {
            total += seen.n;
            continue;
        }
        QList<QList<Column>> parts;
        for (const qint64 row : seen.rows) {
            body.bind(1, row);
            if (body.row()) {
                const auto [data, size] = body.view(0);
                BodyReader in(data, size);
                readBody(in, parts.emplaceBack());
            }
            body.rewind();
        }
        const QList<Column> united = uniteColumns(parts);
        total += std::count_if(united.cbegin(), united.cend(), [](const Column &c) { return isNamedColumn(c.path); });
    }
    count(QStringLiteral("column"), total);
    return body.finish();
}

Result<void> CensusTaker::countColumnEdges()
{
    QHash<QString, QList<std::pair<qint64, qint64>>> pairs; // row, n
    Statement rows = m_db.statement("SELECT d.id, d.unit, d.key, d.n FROM unit u CROSS JOIN detail d"
                                    " ON d.unit=u.id AND d.valid_to=9223372036854775807 WHERE u.endpoint=?1 AND d.kind=34");
    rows.bind(1, m_scope.endpoint);
    while (rows.row()) {
        if (m_units.contains(rows.integer(1)) && !m_scope.closedDetails.contains(rows.integer(0)))
            pairs[rows.text(2)].append({rows.integer(0), rows.integer(3)});
    }
    if (const Result<void> done = rows.finish(); !done)
        return done;
    qint64 total = 0;
    Statement body = m_db.statement("SELECT body FROM detail WHERE id=?1");
    for (const auto &same : std::as_const(pairs)) {
        if (same.size() == 1) {
            total += same.first().second;
            continue;
        }
        QSet<std::pair<QString, QString>> distinct;
        for (const auto &[row, n] : same) {
            body.bind(1, row);
            if (body.row()) {
                const auto [data, size] = body.view(0);
                BodyReader in(data, size);
                QList<ColumnEdge> edges;
                readBody(in, edges);
                for (const ColumnEdge &edge : std::as_const(edges)) {
                    if (isColumnPair(edge))
                        distinct.insert({edge.fromColumn, edge.toColumn});
                }
            }
            body.rewind();
        }
        total += distinct.size();
    }
    count(QStringLiteral("columnEdge"), total);
    return body.finish();
}

Result<Census> CensusTaker::take()
{
    if (const Result<void> done = readUnits(); !done)
        return Failure(done.error());
    if (const Result<void> done = readEntities(); !done)
        return Failure(done.error());
    TakenIds taken(m_unique, m_datasets, m_units);
    taken.find();
    m_census.renames = taken.renames();
    m_census.issues = taken.issues();
    findCircles();
    qint64 counts[16] = {};
    QSet<QString> &implied = m_seen[size_t(RowKind::ImpliedDomain)];
    for (const IdRow &light : m_unique) {
        ++counts[size_t(light.kind)];
        if (light.kind == RowKind::Domain)
            implied.remove(light.key);
    }
    QSet<QString> datasets;
    for (const IdRow &light : m_datasets)
        datasets.insert(taken.nameOf(light.unit, light.key, light.nth));
    count(QStringLiteral("domain"), counts[size_t(RowKind::Domain)] + implied.size());
    count(QStringLiteral("product"), counts[size_t(RowKind::Product)]);
    count(QStringLiteral("port"), counts[size_t(RowKind::Port)]);
    count(QStringLiteral("contract"), counts[size_t(RowKind::Contract)]);
    count(QStringLiteral("request"), counts[size_t(RowKind::Agreement)]);
    count(QStringLiteral("dataset"), datasets.size());
    count(QStringLiteral("job"), m_seen[size_t(RowKind::Job)].size());
    count(QStringLiteral("term"), m_seen[size_t(RowKind::Term)].size());
    count(QStringLiteral("party"), m_seen[size_t(RowKind::Party)].size());
    count(QStringLiteral("lineageEdge"), m_edges.size());
    if (const Result<void> done = countColumns(taken); !done)
        return Failure(done.error());
    if (const Result<void> done = countColumnEdges(); !done)
        return Failure(done.error());
    return std::move(m_census);
}

} // namespace

Result<Census> takeCensus(Database &db, const CensusScope &scope)
{
    return CensusTaker(db, scope).take();
}

Result<QHash<qint64, QList<Rename>>> renamesAt(Database &db, qint64 endpoint, qint64 run)
{
    QHash<qint64, QList<Rename>> byUnit;
    Statement rows =
        db.statement("SELECT r.unit, r.kind, r.nth, r.start, r.key, r.name FROM rename r JOIN unit u ON u.id=r.unit"
                     " WHERE u.endpoint=?1 AND r.valid_from<=?2 AND r.valid_to>?2 ORDER BY r.id");
    rows.bind(1, endpoint).bind(2, run);
    while (rows.row())
        byUnit[rows.integer(0)].append(
            {rows.integer(0), RowKind(rows.integer(1)), int(rows.integer(2)), rows.integer(3), rows.text(4), rows.text(5)});
    if (const Result<void> done = rows.finish(); !done)
        return Failure(done.error());
    return byUnit;
}

} // namespace meshscope
