#include "models/store/facts.h"

#include <QSet>

namespace meshscope {

namespace {

/// Collects the rows of a unit; groups keep the order in which their first member came.
class Rows {
public:
    explicit Rows(const QString &unit)
        : m_unit(unit)
    {
    }

    template<class T>
    void entities(RowKind kind, const QList<T> &list)
    {
        struct Seen {
            int count = 0;
            size_t last = 0;
        };
        QHash<QString, Seen> seen;
        seen.reserve(list.size());
        int seq = 0;
        for (const T &value : list) {
            Seen &same = seen[value.id];
            const FactRow::Part body = write([&] { writeBody(m_out, value); });
            if (same.count > 0 && isUnited(value, kind) && isEqual(m_rows[same.last].body, body))
                continue;
            FactRow &row = add(kind, value.id, same.count++);
            row.body = body;
            row.place = write([&] { writePlace(m_out, seq++, value.source, m_unit); });
            same.last = m_rows.size() - 1;
        }
    }

    template<class T>
    FactRow &group(RowKind kind, const QString &key, int nth, std::span<const T *const> list)
    {
        FactRow &row = add(kind, key, nth);
        row.body = write([&] { writeBodies(m_out, list); });
        row.n = qint64(list.size());
        return row;
    }

    [[nodiscard]] QByteArrayView of(FactRow::Part part) const { return {m_out.data() + part.at, qsizetype(part.size)}; }
    void dropLast() { m_rows.pop_back(); }
    [[nodiscard]] FactRows take() { return {std::move(m_rows), m_out.bytes()}; }

private:
    /// Kinds of which several documents speak; of the others a second one is another thing. A dataset without a namespace
    /// goes by its contract's id, which may turn out to be taken: it is told apart too.
    template<class T>
    static bool isUnited(const T &value, RowKind kind)
    {
        if constexpr (std::is_same_v<T, Dataset>)
            return !value.ns.isEmpty();
        else
            return kind == RowKind::Job || kind == RowKind::Term || kind == RowKind::Party || kind == RowKind::ImpliedDomain;
    }
    template<class Write>
    FactRow::Part write(Write what)
    {
        const size_t at = m_out.size();
        m_out.begin();
        what();
        return {quint32(at), quint32(m_out.size() - at)};
    }
    [[nodiscard]] bool isEqual(FactRow::Part a, FactRow::Part b) const
    {
        return a.size == b.size && std::memcmp(m_out.data() + a.at, m_out.data() + b.at, a.size) == 0;
    }
    FactRow &add(RowKind kind, const QString &key, int nth)
    {
        const size_t at = m_out.size();
        m_out.characters(key);
        FactRow &row = m_rows.emplace_back();
        row.kind = kind;
        row.nth = nth;
        row.key = key;
        row.keyUtf8 = {quint32(at), quint32(m_out.size() - at)};
        return row;
    }

    QString m_unit;
    BodyWriter m_out;
    std::vector<FactRow> m_rows;
};

template<class T>
struct Group {
    QString key;
    std::vector<const T *> list;
};

/// Puts the items that share a key together. Neighbours mostly do, and `isSame` tells so without making keys.
template<class T, class Key, class Same>
std::vector<Group<T>> grouped(const QList<T> &list, const Key &keyOf, const Same &isSame)
{
    std::vector<Group<T>> groups;
    QHash<QString, size_t> known;
    size_t last = 0;
    for (const T &item : list) {
        if (groups.empty() || !isSame(*groups[last].list.back(), item)) {
            const QString key = keyOf(item);
            const auto found = known.constFind(key);
            if (found == known.constEnd()) {
                last = groups.size();
                known.insert(key, last);
                groups.push_back({key, {}});
            } else {
                last = *found;
            }
        }
        groups[last].list.push_back(&item);
    }
    return groups;
}

template<class T, class Key>
std::vector<Group<T>> grouped(const QList<T> &list, const Key &keyOf)
{
    return grouped(list, keyOf, [&](const T &a, const T &b) { return keyOf(a) == keyOf(b); });
}

/// Where a group of columns starts over: a path that comes again belongs to another document with the same dataset.
/// Columns in the order of their documents mostly count upwards, which makes looking at the paths needless.
std::vector<size_t> startsOf(const std::vector<const Column *> &columns)
{
    std::vector<size_t> starts{0};
    bool isAscending = true;
    for (size_t i = 1; i < columns.size() && isAscending; ++i)
        isAscending = columns[i]->ordinal > columns[i - 1]->ordinal;
    if (isAscending)
        return starts;
    QSet<QString> paths;
    for (size_t i = 0; i < columns.size(); ++i) {
        if (paths.contains(columns[i]->path)) {
            starts.push_back(i);
            paths.clear();
        }
        paths.insert(columns[i]->path);
    }
    return starts;
}

void addColumns(Rows &rows, const QList<Column> &columns)
{
    for (const Group<Column> &group : grouped(columns, [](const Column &c) -> const QString & { return c.dataset; })) {
        std::vector<size_t> starts = startsOf(group.list);
        starts.push_back(group.list.size());
        int nth = 0;
        QList<QByteArray> bodies;
        for (size_t i = 0; i + 1 < starts.size(); ++i) {
            const std::span<const Column *const> part(group.list.data() + starts[i], starts[i + 1] - starts[i]);
            FactRow &row = rows.group<Column>(RowKind::Columns, group.key, nth, part);
            row.hash = idHash(rows.of(row.keyUtf8));
            row.n = std::count_if(part.begin(), part.end(), [](const Column *c) { return isNamedColumn(c->path); });
            const QByteArray body = starts.size() > 2 ? rows.of(row.body).toByteArray() : QByteArray();
            if (starts.size() > 2 && bodies.contains(body)) {
                rows.dropLast(); // the same columns said again
                continue;
            }
            bodies.append(body);
            ++nth;
        }
    }
}

void addRules(Rows &rows, const QList<QualityRule> &rules)
{
    const auto owners = [](const QualityRule &r) { return r.dataset + u'\n' + r.contract; };
    const auto isSame = [](const QualityRule &a, const QualityRule &b) {
        return a.dataset == b.dataset && a.contract == b.contract;
    };
    for (const Group<QualityRule> &group : grouped(rules, owners, isSame)) {
        const QualityRule &rule = *group.list.front();
        FactRow &row = rows.group<QualityRule>(RowKind::Rules, group.key, 0, group.list);
        row.hash = idHash(rule.dataset.isEmpty() ? rule.contract : rule.dataset);
        row.hash2 = rule.dataset.isEmpty() || rule.contract.isEmpty() ? 0 : idHash(rule.contract);
    }
}

void addColumnEdges(Rows &rows, const QList<ColumnEdge> &edges)
{
    const auto pair = [](const ColumnEdge &e) { return columnEdgesKey(e.fromDataset, e.toDataset); };
    const auto isSame = [](const ColumnEdge &a, const ColumnEdge &b) {
        return a.toDataset == b.toDataset && a.fromDataset == b.fromDataset;
    };
    for (const Group<ColumnEdge> &group : grouped(edges, pair, isSame)) {
        FactRow &row = rows.group<ColumnEdge>(RowKind::ColumnEdges, group.key, 0, group.list);
        row.hash = idHash(group.list.front()->toDataset);
        row.hash2 = idHash(group.list.front()->fromDataset);
        QSet<std::pair<QString, QString>> pairs;
        for (const ColumnEdge *const edge : group.list) {
            if (isColumnPair(*edge))
                pairs.insert({edge->fromColumn, edge->toColumn});
        }
        row.n = pairs.size();
    }
}

/// The edges that column edges imply and no record states.
QList<LineageEdge> impliedEdges(const Records &records)
{
    QList<LineageEdge> edges;
    if (records.columnLineage.isEmpty())
        return edges;
    QSet<std::pair<QString, QString>> pairs;
    for (const LineageEdge &edge : records.lineage)
        pairs.insert({edge.from, edge.to});
    for (const ColumnEdge &edge : records.columnLineage) {
        if (pairs.contains({edge.fromDataset, edge.toDataset}) || edge.fromDataset == edge.toDataset)
            continue;
        pairs.insert({edge.fromDataset, edge.toDataset});
        edges.append({edge.fromDataset, edge.toDataset, edge.job});
    }
    return edges;
}

void addLineage(Rows &rows, const Records &records)
{
    const QList<LineageEdge> implied = impliedEdges(records);
    const QList<LineageEdge> all = implied.isEmpty() ? records.lineage : records.lineage + implied;
    for (Group<LineageEdge> &group : grouped(all, [](const LineageEdge &e) -> const QString & { return e.to; })) {
        std::vector<const LineageEdge *> distinct;
        QSet<std::pair<QString, QString>> known;
        for (const LineageEdge *const edge : group.list) {
            const qsizetype before = known.size();
            known.insert({edge->from, edge->job});
            if (known.size() > before)
                distinct.push_back(edge);
        }
        rows.group<LineageEdge>(RowKind::Lineage, group.key, 0, distinct);
    }
}

} // namespace

qint64 idHash(QByteArrayView utf8)
{
    quint64 hash = 0xcbf29ce484222325ull;
    for (const char c : utf8) {
        hash ^= quint8(c);
        hash *= 0x100000001b3ull;
    }
    return hash == 0 ? 1 : qint64(hash);
}

qint64 idHash(const QString &id)
{
    return idHash(QByteArrayView(id.toUtf8()));
}

FactRows factRows(const Records &records, const QString &unit)
{
    Rows rows(unit);
    QList<Domain> documents;
    QList<Domain> implied;
    for (const Domain &domain : records.domains)
        (domain.implied ? implied : documents).append(domain);
    rows.entities(RowKind::Domain, documents);
    rows.entities(RowKind::ImpliedDomain, implied);
    rows.entities(RowKind::Product, records.products);
    rows.entities(RowKind::Port, records.ports);
    rows.entities(RowKind::Contract, records.contracts);
    rows.entities(RowKind::Dataset, records.datasets);
    rows.entities(RowKind::Job, records.jobs);
    rows.entities(RowKind::Term, records.terms);
    rows.entities(RowKind::Party, records.parties);
    rows.entities(RowKind::Level, records.serviceLevels);
    rows.entities(RowKind::Agreement, records.agreements);
    addLineage(rows, records);
    for (const Group<ProductFlow> &group :
         grouped(records.flows, [](const ProductFlow &f) -> const QString & { return f.to; }))
        rows.group<ProductFlow>(RowKind::Flow, group.key, 0, group.list);
    addColumns(rows, records.columns);
    addRules(rows, records.qualityRules);
    addColumnEdges(rows, records.columnLineage);
    return rows.take();
}

} // namespace meshscope
