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
        QHash<QString, QList<size_t>> seen;
        seen.reserve(list.size());
        int seq = 0;
        for (const T &value : list) {
            m_body.clear();
            writeBody(m_body, value);
            QList<size_t> &same = seen[value.id];
            const bool known = isUnited(value, kind) && std::any_of(same.cbegin(), same.cend(), [this](size_t row) {
                                   return m_rows[row].body == m_body.bytes();
                               });
            if (known)
                continue;
            m_place.clear();
            writePlace(m_place, seq++, value.source, m_unit);
            FactRow row;
            row.kind = kind;
            row.nth = int(same.size());
            row.key = value.id;
            row.body = copy(m_body);
            row.place = copy(m_place);
            same.append(m_rows.size());
            m_rows.push_back(std::move(row));
        }
    }

    template<class T>
    FactRow &group(RowKind kind, const QString &key, int nth, const QList<T> &list)
    {
        m_body.clear();
        writeBody(m_body, list);
        FactRow &row = m_rows.emplace_back();
        row.kind = kind;
        row.nth = nth;
        row.key = key;
        row.body = copy(m_body);
        row.n = list.size();
        return row;
    }

    [[nodiscard]] std::vector<FactRow> take() { return std::move(m_rows); }

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
    static QByteArray copy(const BodyWriter &body) { return QByteArray(body.bytes().constData(), body.bytes().size()); }

    QString m_unit;
    BodyWriter m_body;
    BodyWriter m_place;
    std::vector<FactRow> m_rows;
};

template<class T>
struct Group {
    QString key;
    QList<T> list;
};

/// Puts the items that share a key together. Neighbours mostly do, so the last group is tried first.
template<class T, class Key>
std::vector<Group<T>> grouped(const QList<T> &list, const Key &keyOf)
{
    std::vector<Group<T>> groups;
    QHash<QString, size_t> known;
    size_t last = 0;
    for (const T &item : list) {
        const QString key = keyOf(item);
        if (groups.empty() || groups[last].key != key) {
            const auto found = known.constFind(key);
            if (found == known.constEnd()) {
                last = groups.size();
                known.insert(key, last);
                groups.push_back({key, {}});
            } else {
                last = *found;
            }
        }
        groups[last].list.append(item);
    }
    return groups;
}

void addColumns(Rows &rows, const QList<Column> &columns)
{
    for (const Group<Column> &group : grouped(columns, [](const Column &c) { return c.dataset; })) {
        // A path that comes again starts the columns of another document with the same dataset.
        QList<Column> part;
        QSet<QString> paths;
        QList<QList<Column>> parts;
        for (const Column &column : group.list) {
            if (paths.contains(column.path)) {
                if (!parts.contains(part))
                    parts.append(part);
                part.clear();
                paths.clear();
            }
            paths.insert(column.path);
            part.append(column);
        }
        if (!parts.contains(part))
            parts.append(part);
        for (int nth = 0; nth < parts.size(); ++nth) {
            FactRow &row = rows.group(RowKind::Columns, group.key, nth, parts[nth]);
            row.hash = idHash(group.key);
            row.n =
                std::count_if(parts[nth].cbegin(), parts[nth].cend(), [](const Column &c) { return isNamedColumn(c.path); });
        }
    }
}

void addRules(Rows &rows, const QList<QualityRule> &rules)
{
    const auto owners = [](const QualityRule &r) { return r.dataset + u'\n' + r.contract; };
    for (const Group<QualityRule> &group : grouped(rules, owners)) {
        const QualityRule &rule = group.list.first();
        FactRow &row = rows.group(RowKind::Rules, group.key, 0, group.list);
        row.hash = idHash(rule.dataset.isEmpty() ? rule.contract : rule.dataset);
        row.hash2 = rule.dataset.isEmpty() || rule.contract.isEmpty() ? 0 : idHash(rule.contract);
    }
}

void addColumnEdges(Rows &rows, const QList<ColumnEdge> &edges)
{
    const auto pair = [](const ColumnEdge &e) { return columnEdgesKey(e.fromDataset, e.toDataset); };
    for (const Group<ColumnEdge> &group : grouped(edges, pair)) {
        FactRow &row = rows.group(RowKind::ColumnEdges, group.key, 0, group.list);
        row.hash = idHash(group.list.first().toDataset);
        row.hash2 = idHash(group.list.first().fromDataset);
        QSet<std::pair<QString, QString>> pairs;
        for (const ColumnEdge &edge : group.list) {
            if (isColumnPair(edge))
                pairs.insert({edge.fromColumn, edge.toColumn});
        }
        row.n = pairs.size();
    }
}

/// Lineage with the edges that column edges imply and no record states, each only once.
QList<LineageEdge> allEdges(const Records &records)
{
    QSet<std::pair<QString, std::pair<QString, QString>>> known;
    QSet<std::pair<QString, QString>> pairs;
    QList<LineageEdge> edges;
    edges.reserve(records.lineage.size());
    for (const LineageEdge &edge : records.lineage) {
        if (known.contains({edge.from, {edge.to, edge.job}}))
            continue;
        known.insert({edge.from, {edge.to, edge.job}});
        pairs.insert({edge.from, edge.to});
        edges.append(edge);
    }
    for (const ColumnEdge &edge : records.columnLineage) {
        if (pairs.contains({edge.fromDataset, edge.toDataset}) || edge.fromDataset == edge.toDataset)
            continue;
        pairs.insert({edge.fromDataset, edge.toDataset});
        edges.append({edge.fromDataset, edge.toDataset, edge.job});
    }
    return edges;
}

} // namespace

qint64 idHash(const QString &id)
{
    quint64 hash = 0xcbf29ce484222325ull;
    for (const char c : id.toUtf8()) {
        hash ^= quint8(c);
        hash *= 0x100000001b3ull;
    }
    return hash == 0 ? 1 : qint64(hash);
}

std::vector<FactRow> factRows(const Records &records, const QString &unit)
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
    for (const Group<LineageEdge> &group : grouped(allEdges(records), [](const LineageEdge &e) { return e.to; }))
        rows.group(RowKind::Lineage, group.key, 0, group.list);
    for (const Group<ProductFlow> &group : grouped(records.flows, [](const ProductFlow &f) { return f.to; }))
        rows.group(RowKind::Flow, group.key, 0, group.list);
    addColumns(rows, records.columns);
    addRules(rows, records.qualityRules);
    addColumnEdges(rows, records.columnLineage);
    return rows.take();
}

} // namespace meshscope
