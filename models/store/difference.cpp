#include "models/store/comparable.h"
#include "models/store/looser.h"
#include "models/store/runs.h"
#include "models/store/sqliteworkspace.h"
#include "models/store/storedetails.h"

#include <QSet>

// What differs between two moments of the workspace: both states are put together as for a Mesh and compared by address;
// only endpoints with another newest run, and of their columns only those whose rows changed, are looked at.
namespace meshscope {

namespace {

struct Side {
    StoreDetails::At at;
    Records records;
};

template<class T>
QHash<QString, const T *> byId(const QList<T> &list)
{
    QHash<QString, const T *> all;
    all.reserve(list.size());
    for (const T &record : list) {
        if (!all.contains(record.id))
            all.insert(record.id, &record);
    }
    return all;
}

template<class T>
bool isSame(T a, const T &b)
{
    a.source = b.source;
    return a == b;
}

class Comparison {
public:
    Comparison(Database &db, Side before, Side after, Difference &out)
        : m_db(db)
        , m_before(std::move(before))
        , m_after(std::move(after))
        , m_out(out)
    {
    }
    Result<void> run();

private:
    template<class T>
    void compare(Kind kind, const QList<T> &before, const QList<T> &after);
    void comparePorts();
    void compareLevels();
    Result<void> compareColumns();
    Result<QSet<QString>> touchedDatasets();
    void compareColumns(const QString &dataset, const QList<Column> &before, const QList<Column> &after);
    void change(Kind kind, const QString &id, const Difference::FieldChange &field);
    [[nodiscard]] QString endpoint() const { return m_after.at.name.isEmpty() ? m_before.at.name : m_after.at.name; }
    [[nodiscard]] bool isNewOrGone(Kind kind, const QString &id) const { return m_apart.contains({int(kind), id}); }

    Database &m_db;
    Side m_before;
    Side m_after;
    Difference &m_out;
    QSet<std::pair<int, QString>> m_apart; ///< added or removed as a whole
    QHash<std::pair<int, QString>, QString> m_names;
    QHash<std::pair<int, QString>, QList<Difference::FieldChange>> m_changes;
};

void Comparison::change(Kind kind, const QString &id, const Difference::FieldChange &field)
{
    m_changes[{int(kind), id}].append(field);
}

template<class T>
void Comparison::compare(Kind kind, const QList<T> &before, const QList<T> &after)
{
    const QHash<QString, const T *> was = byId(before);
    const QHash<QString, const T *> is = byId(after);
    const auto thing = [&](const T &t) {
        return Difference::Thing{{endpoint(), kind, t.id}, t.name.isEmpty() ? t.id : t.name};
    };
    for (const T *const record : was) {
        m_names.insert({int(kind), record->id}, thing(*record).name);
        if (!is.contains(record->id)) {
            m_out.removed.append(thing(*record));
            m_apart.insert({int(kind), record->id});
        }
    }
    for (const T *const record : is) {
        m_names.insert({int(kind), record->id}, thing(*record).name);
        const T *const old = was.value(record->id);
        if (!old) {
            m_out.added.append(thing(*record));
            m_apart.insert({int(kind), record->id});
            continue;
        }
        if (isSame(*old, *record))
            continue;
        const QList<Comparable> fieldsBefore = comparable(*old);
        const QList<Comparable> fieldsAfter = comparable(*record);
        for (qsizetype i = 0; i < fieldsAfter.size(); ++i) {
            const Comparable &b = fieldsBefore[i];
            const Comparable &a = fieldsAfter[i];
            if (b.text != a.text)
                change(kind, record->id, {a.field, b.text, a.text, a.breaksWhenChanged && !b.text.isEmpty()});
        }
    }
}

/// A port that comes or goes is also a change of its product.
void Comparison::comparePorts()
{
    const auto was = byId(m_before.records.ports);
    const auto is = byId(m_after.records.ports);
    const auto field = [](const Port &p) {
        return (p.output ? QStringLiteral("output port ") : QStringLiteral("input port ")) + p.name;
    };
    const auto text = [](const Port &p) {
        const QString words = QStringLiteral("%1 %2").arg(p.type, p.version).simplified();
        return words.isEmpty() ? p.name : words;
    };
    for (const Port *const port : was) {
        if (!is.contains(port->id) && !isNewOrGone(Kind::Product, port->product))
            change(Kind::Product, port->product, {field(*port), text(*port), {}, port->output});
    }
    for (const Port *const port : is) {
        if (!was.contains(port->id) && !isNewOrGone(Kind::Product, port->product))
            change(Kind::Product, port->product, {field(*port), {}, text(*port), false});
    }
}

void Comparison::compareLevels()
{
    const auto keyOf = [](const ServiceLevel &l) {
        return std::pair(std::pair(int(l.ownerKind), l.owner), l.property + u'\n' + l.element + u'\n' + l.driver);
    };
    QHash<std::pair<std::pair<int, QString>, QString>, QList<const ServiceLevel *>> was, is;
    for (const ServiceLevel &level : m_before.records.serviceLevels)
        was[keyOf(level)].append(&level);
    for (const ServiceLevel &level : m_after.records.serviceLevels)
        is[keyOf(level)].append(&level);
    const auto field = [](const ServiceLevel &l) {
        return QStringLiteral("service level ") + (l.element.isEmpty() ? l.property : l.property + u' ' + l.element);
    };
    for (auto it = was.cbegin(); it != was.cend(); ++it) {
        const QList<const ServiceLevel *> now = is.value(it.key());
        for (qsizetype i = 0; i < it->size(); ++i) {
            const ServiceLevel &old = *it->at(i);
            if (isNewOrGone(old.ownerKind, old.owner))
                continue;
            if (i >= now.size())
                change(old.ownerKind, old.owner, {field(old), levelText(old), {}, true});
            else if (levelText(old) != levelText(*now[i]))
                change(old.ownerKind, old.owner, {field(old), levelText(old), levelText(*now[i]), isLooser(old, *now[i])});
        }
    }
    for (auto it = is.cbegin(); it != is.cend(); ++it) {
        for (qsizetype i = was.value(it.key()).size(); i < it->size(); ++i) {
            const ServiceLevel &level = *it->at(i);
            if (!isNewOrGone(level.ownerKind, level.owner))
                change(level.ownerKind, level.owner, {field(level), {}, levelText(level), false});
        }
    }
}

Result<QSet<QString>> Comparison::touchedDatasets()
{
    QSet<QString> keys;
    const qint64 low = std::min(m_before.at.run, m_after.at.run);
    const qint64 high = std::max(m_before.at.run, m_after.at.run);
    Statement rows =
        m_db.statement("SELECT DISTINCT d.key FROM unit u CROSS JOIN detail d ON d.unit=u.id WHERE u.endpoint=?1"
                       " AND d.kind=32 AND ((d.valid_from>?2 AND d.valid_from<=?3) OR (d.valid_to>?2 AND"
                       " d.valid_to<=?3))");
    rows.bind(1, m_after.at.id ? m_after.at.id : m_before.at.id).bind(2, low).bind(3, high);
    while (rows.row())
        keys.insert(rows.text(0));
    if (const Result<void> done = rows.finish(); !done)
        return Failure(done.error());
    const QSet<QString> stored = keys;
    for (const StoreDetails::At *const at : {&m_before.at, &m_after.at}) {
        for (const QList<Rename> &renames : at->renames) {
            for (const Rename &rename : renames) {
                if (rename.kind == RowKind::Dataset && stored.contains(rename.key))
                    keys.insert(rename.name);
            }
        }
    }
    return keys;
}

Result<void> Comparison::compareColumns()
{
    if (!m_before.at.run || !m_after.at.run)
        return {};
    const Result<QSet<QString>> touched = touchedDatasets();
    if (!touched)
        return Failure(touched.error());
    const bool many = touched->size() > 500; // then one pass over all is quicker
    QHash<QString, QList<Column>> was, is;
    if (many) {
        was = StoreDetails::readColumns(m_db, m_before.at, {});
        is = StoreDetails::readColumns(m_db, m_after.at, {});
    }
    for (const QString &dataset : *touched) {
        if (isNewOrGone(Kind::Dataset, dataset) || !m_names.contains({int(Kind::Dataset), dataset}))
            continue;
        if (many)
            compareColumns(dataset, was.value(dataset), is.value(dataset));
        else
            compareColumns(dataset, StoreDetails::readColumns(m_db, m_before.at, dataset).value(dataset),
                           StoreDetails::readColumns(m_db, m_after.at, dataset).value(dataset));
    }
    return {};
}

void Comparison::compareColumns(const QString &dataset, const QList<Column> &before, const QList<Column> &after)
{
    const auto map = [](const QList<Column> &list) {
        QHash<QString, const Column *> all;
        for (const Column &c : list)
            all.insert(c.path, &c);
        return all;
    };
    const QHash<QString, const Column *> was = map(before);
    const QHash<QString, const Column *> is = map(after);
    const auto field = [](const Column &c) { return QStringLiteral("column ") + c.path; };
    for (const Column &old : before) {
        const Column *const now = is.value(old.path);
        if (!now) {
            change(Kind::Dataset, dataset, {field(old), columnText(old), {}, true});
            continue;
        }
        const bool retyped = old.logicalType.compare(now->logicalType, Qt::CaseInsensitive) != 0 ||
                             old.physicalType.compare(now->physicalType, Qt::CaseInsensitive) != 0;
        const bool wasRequired = old.nullable && !*old.nullable;
        const bool isRequired = now->nullable && !*now->nullable;
        if (columnText(old) != columnText(*now))
            change(Kind::Dataset, dataset,
                   {field(old), columnText(old), columnText(*now), retyped || (isRequired && !wasRequired)});
        if (old.description != now->description)
            change(Kind::Dataset, dataset, {field(old) + QStringLiteral(" description"), old.description, now->description});
        if (old.tags != now->tags)
            change(Kind::Dataset, dataset,
                   {field(old) + QStringLiteral(" tags"), old.tags.join(u','), now->tags.join(u',')});
        if (old.terms != now->terms)
            change(Kind::Dataset, dataset,
                   {field(old) + QStringLiteral(" terms"), old.terms.join(u','), now->terms.join(u',')});
    }
    for (const Column &column : after) {
        if (!was.contains(column.path))
            change(Kind::Dataset, dataset, {field(column), {}, columnText(column), false});
    }
}

Result<void> Comparison::run()
{
    compare(Kind::Domain, m_before.records.domains, m_after.records.domains);
    compare(Kind::Product, m_before.records.products, m_after.records.products);
    compare(Kind::Port, m_before.records.ports, m_after.records.ports);
    compare(Kind::Contract, m_before.records.contracts, m_after.records.contracts);
    compare(Kind::Dataset, m_before.records.datasets, m_after.records.datasets);
    compare(Kind::Job, m_before.records.jobs, m_after.records.jobs);
    compare(Kind::Term, m_before.records.terms, m_after.records.terms);
    compare(Kind::Party, m_before.records.parties, m_after.records.parties);
    compare(Kind::Request, m_before.records.agreements, m_after.records.agreements);
    comparePorts();
    compareLevels();
    if (const Result<void> done = compareColumns(); !done)
        return done;
    for (auto it = m_changes.cbegin(); it != m_changes.cend(); ++it) {
        const auto &[kind, id] = it.key();
        m_out.changed.append({{{endpoint(), Kind(kind), id}, m_names.value(it.key(), id)}, *it});
    }
    return {};
}

bool before(const Difference::Thing &a, const Difference::Thing &b)
{
    return std::tuple(a.address.endpoint, int(a.address.kind), a.address.id) <
           std::tuple(b.address.endpoint, int(b.address.kind), b.address.id);
}

void sort(Difference &difference)
{
    std::sort(difference.added.begin(), difference.added.end(), before);
    std::sort(difference.removed.begin(), difference.removed.end(), before);
    std::sort(difference.changed.begin(), difference.changed.end(),
              [](const Difference::Changed &a, const Difference::Changed &b) { return before(a.thing, b.thing); });
}

} // namespace

Result<Difference> SqliteWorkspace::difference(const QDateTime &from, const QDateTime &to) const
{
    const Result<Connections::Lease> db = m_pool->take();
    if (!db)
        return Failure(db.error());
    const Result<Transaction> snapshot = Transaction::begin(**db, Transaction::Kind::Read);
    if (!snapshot)
        return Failure(snapshot.error());
    const auto was = StoreDetails::make(m_pool, **db, from.isValid() ? from.toMSecsSinceEpoch() : 0);
    const auto is = StoreDetails::make(m_pool, **db, to.isValid() ? to.toMSecsSinceEpoch() : openEnd);
    if (!was || !is)
        return Failure(!was ? was.error() : is.error());
    QHash<qint64, std::pair<StoreDetails::At, StoreDetails::At>> pairs;
    for (const StoreDetails::At &at : (*was)->endpoints())
        pairs[at.id].first = at;
    for (const StoreDetails::At &at : (*is)->endpoints())
        pairs[at.id].second = at;
    Difference difference;
    TextPool pool;
    for (auto it = pairs.cbegin(); it != pairs.cend(); ++it) {
        const auto &[first, second] = *it;
        if (first.run == second.run)
            continue;
        Result<Records> before = loadRecords(**db, it.key(), first.run, pool);
        Result<Records> after = loadRecords(**db, it.key(), second.run, pool);
        if (!before || !after)
            return Failure(!before ? before.error() : after.error());
        Comparison comparison(**db, {first, std::move(*before)}, {second, std::move(*after)}, difference);
        if (const Result<void> done = comparison.run(); !done)
            return Failure(done.error());
    }
    sort(difference);
    return difference;
}

} // namespace meshscope
