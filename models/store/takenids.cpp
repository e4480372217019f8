#include "models/store/takenids.h"

#include "models/store/storetext.h"

#include <QSet>

namespace meshscope {

namespace {

Kind kindOf(RowKind kind)
{
    switch (kind) {
    case RowKind::Product: return Kind::Product;
    case RowKind::Port: return Kind::Port;
    case RowKind::Contract: return Kind::Contract;
    case RowKind::Agreement: return Kind::Request;
    default: return Kind::Domain;
    }
}

} // namespace

/// Of two documents with one id in the same file, the part belongs to the one whose bytes it starts with.
bool TakenIds::belongsTo(const IdRow &part, const IdRow &document) const
{
    if (part.unit != document.unit)
        return false;
    if (part.start == document.start)
        return true;
    const QList<size_t> same = m_byUnit.value(document.unit);
    return std::count_if(same.cbegin(), same.cend(), [&](size_t i) {
               return m_unique[i].kind == document.kind && m_unique[i].key == document.key;
           }) == 1;
}

void TakenIds::rename(const IdRow &row, const QString &name, const IdRow &first)
{
    m_renames.append({row.unit, row.kind, row.nth, row.start, row.key, name});
    const QString file = m_units.value(row.unit).path;
    const QString other = m_units.value(first.unit).path;
    const QString place = first.line > 0 ? StoreText::tr("%1, line %2").arg(other).arg(first.line) : other;
    m_issues.append(
        {Issue::Severity::Warning,
         {file, row.line, 0, {}},
         StoreText::tr("The %1 “%2” is described here and in %3. This one is shown as “%4”: give one of them another "
                       "id if they are two things, or remove one.")
             .arg(kindName(kindOf(row.kind)), row.key, place, name)});
}

void TakenIds::followProduct(const IdRow &product, const QString &name)
{
    const QString prefix = product.key + u'/';
    for (size_t i : m_byUnit.value(product.unit)) {
        IdRow &port = m_unique[i];
        if (port.kind != RowKind::Port || !port.key.startsWith(prefix) || !belongsTo(port, product))
            continue;
        const QString moved = name + port.key.mid(product.key.size());
        m_renames.append({port.unit, port.kind, port.nth, port.start, port.key, moved});
        m_newNames.insert({int(port.kind), i}, moved);
    }
}

void TakenIds::followContract(const IdRow &contract, const QString &name)
{
    const QString prefix = contract.key + u'/';
    for (const size_t i : m_datasetsByUnit.value(contract.unit)) {
        const IdRow &dataset = m_datasets[i];
        if (!dataset.key.startsWith(prefix) || !belongsTo(dataset, contract))
            continue;
        const QString moved = name + dataset.key.mid(contract.key.size());
        m_renames.append({dataset.unit, dataset.kind, dataset.nth, dataset.start, dataset.key, moved});
        m_renamedDatasets.insert({dataset.unit, {dataset.key, dataset.nth}}, moved);
    }
}

void TakenIds::find()
{
    const auto before = [](const IdRow &a, const IdRow &b) {
        const bool portA = a.kind == RowKind::Port; // ports last: they follow their products first
        const bool portB = b.kind == RowKind::Port;
        return std::tie(portA, a.rank, a.nth) < std::tie(portB, b.rank, b.nth);
    };
    std::stable_sort(m_unique.begin(), m_unique.end(), before);
    QHash<std::pair<int, QString>, size_t> taken;
    taken.reserve(qsizetype(m_unique.size()));
    QSet<std::pair<int, QString>> twice;
    for (size_t i = 0; i < m_unique.size(); ++i) {
        const std::pair<int, QString> id{int(m_unique[i].kind), m_unique[i].key};
        if (taken.contains(id))
            twice.insert(id);
        else
            taken.insert(id, i);
    }
    if (twice.isEmpty())
        return;
    for (size_t i = 0; i < m_unique.size(); ++i)
        m_byUnit[m_unique[i].unit].append(i);
    for (size_t i = 0; i < m_datasets.size(); ++i)
        m_datasetsByUnit[m_datasets[i].unit].append(i);
    QHash<std::pair<int, QString>, int> numbers;   // the last given for an id
    QHash<std::pair<int, QString>, size_t> holder; // effective id → who has it
    for (size_t i = 0; i < m_unique.size(); ++i) {
        const IdRow row = m_unique[i];
        const QString key = m_newNames.value({int(row.kind), i}, row.key);
        const std::pair<int, QString> id{int(row.kind), key};
        const auto held = holder.constFind(id);
        if (held == holder.constEnd()) {
            holder.insert(id, i);
            continue;
        }
        const size_t first = *held; // the table moves when something is added
        int &n = numbers[id];
        QString name = key + u'~' + QString::number(n = std::max(n + 1, 2));
        while (holder.contains({int(row.kind), name}) || taken.contains({int(row.kind), name}))
            name = key + u'~' + QString::number(++n);
        holder.insert({int(row.kind), name}, i);
        if (key != row.key) { // it had followed its product to a name that is taken too
            m_renames.removeIf([&row](const Rename &r) {
                return r.unit == row.unit && r.kind == row.kind && r.key == row.key && r.nth == row.nth;
            });
        }
        rename(row, name, m_unique[first]);
        if (row.kind == RowKind::Product)
            followProduct(row, name);
        else if (row.kind == RowKind::Contract)
            followContract(row, name);
    }
}

} // namespace meshscope
