#include "models/store/loader.h"

namespace meshscope {

void UnitNames::own(RowKind kind, int nth, QString &id) const
{
    for (const Rename &rename : m_renames) {
        if (rename.kind == kind && rename.nth == nth && rename.key == id) {
            id = rename.name;
            return;
        }
    }
}

void UnitNames::reference(RowKind kind, qint64 start, QString &id) const
{
    if (id.isEmpty())
        return;
    const Rename *first = nullptr;
    for (const Rename &rename : m_renames) {
        if (rename.kind != kind || rename.key != id)
            continue;
        if (rename.start == start) {
            id = rename.name;
            return;
        }
        if (rename.nth == 0) // the id is another unit's altogether
            first = &rename;
    }
    if (first)
        id = first->name;
}

void UnitNames::apply(Port &port, qint64 start) const
{
    reference(RowKind::Product, start, port.product);
    reference(RowKind::Contract, start, port.contract);
    for (QString &dataset : port.datasets)
        reference(RowKind::Dataset, start, dataset);
    for (QString &contract : port.inputContracts)
        reference(RowKind::Contract, start, contract);
}

void UnitNames::apply(Contract &contract, qint64 start) const
{
    reference(RowKind::Product, start, contract.product);
}

void UnitNames::apply(Dataset &dataset, qint64 start) const
{
    reference(RowKind::Contract, start, dataset.contract);
    reference(RowKind::Product, start, dataset.product);
}

void UnitNames::apply(ServiceLevel &level, qint64 start) const
{
    switch (level.ownerKind) {
    case Kind::Product: reference(RowKind::Product, start, level.owner); break;
    case Kind::Port: reference(RowKind::Port, start, level.owner); break;
    case Kind::Dataset: reference(RowKind::Dataset, start, level.owner); break;
    default: reference(RowKind::Contract, start, level.owner); break;
    }
}

void UnitNames::apply(LineageEdge &edge) const
{
    reference(RowKind::Dataset, -1, edge.from);
    reference(RowKind::Dataset, -1, edge.to);
}

void UnitNames::apply(ProductFlow &flow) const
{
    reference(RowKind::Product, -1, flow.from);
    reference(RowKind::Product, -1, flow.to);
}

void UnitNames::apply(QualityRule &rule) const
{
    reference(RowKind::Dataset, -1, rule.dataset);
    reference(RowKind::Contract, -1, rule.contract);
}

void UnitNames::apply(ColumnEdge &edge) const
{
    reference(RowKind::Dataset, -1, edge.fromDataset);
    reference(RowKind::Dataset, -1, edge.toDataset);
}

} // namespace meshscope
