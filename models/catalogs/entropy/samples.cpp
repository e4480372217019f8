#include "models/catalogs/entropy/samples.h"

#include "models/catalogs/keptrows.h"

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

enum class Fit : quint8 { None, ProductAlone, Product, ContractAlone, Contract }; ///< the more the better

bool isPort(const Port &port, const QString &id)
{
    if (port.id == id || port.name == id)
        return true;
    return std::any_of(port.properties.cbegin(), port.properties.cend(), [&](const Property &property) {
        return property.name.compare(u"id"_s, Qt::CaseInsensitive) == 0 && property.value == id;
    });
}

/// Whether the entry is about what the dataset belongs to.
Fit belonging(const Node &entry, const RowsRequest &request)
{
    const QString contract = entry["dataContractId"].text();
    if (!contract.isEmpty()) {
        const bool isOffered = std::any_of(request.ports.cbegin(), request.ports.cend(),
                                           [&](const Port &port) { return port.contract == contract; });
        return contract == request.known.contract || isOffered ? Fit::Contract : Fit::None;
    }
    const QString product = entry["dataProductId"].text();
    const QString port = entry["outputPortId"].text();
    const auto isOffering = [&](const Port &offering) {
        return offering.product == product && (port.isEmpty() || isPort(offering, port));
    };
    if (product.isEmpty())
        return Fit::None;
    if (std::any_of(request.ports.cbegin(), request.ports.cend(), isOffering))
        return Fit::Product;
    return port.isEmpty() && request.known.product == product ? Fit::Product : Fit::None;
}

QStringList schemaNames(const RowsRequest &request)
{
    QStringList names{request.known.name};
    for (const Property &property : request.known.properties) {
        if (property.name == u"physicalName" || property.name == u"id")
            names.append(property.value);
    }
    return names;
}

Fit fitOf(const Node &entry, const RowsRequest &request, const QStringList &names)
{
    const Fit fit = belonging(entry, request);
    const QString schema = entry["schemaName"].text();
    if (fit == Fit::None || names.contains(schema, Qt::CaseInsensitive))
        return fit;
    if (!schema.isEmpty())
        return Fit::None;
    return fit == Fit::Contract ? Fit::ContractAlone : Fit::ProductAlone;
}

} // namespace

std::optional<DataRows> exampleIn(const Node &entries, const RowsRequest &request, QStringList *others)
{
    const QStringList names = schemaNames(request);
    Fit best = Fit::None;
    for (const Node &entry : entries.items()) {
        const Fit fit = fitOf(entry, request, names);
        best = std::max(best, fit);
        const QString schema = entry["schemaName"].text();
        if (others && fit == Fit::None && !schema.isEmpty() && !others->contains(schema) &&
            belonging(entry, request) != Fit::None)
            others->append(schema);
    }
    if (best == Fit::None)
        return {};
    KeptRows rows(request.rows);
    QStringList ids;
    for (const Node &entry : entries.items()) {
        if (fitOf(entry, request, names) != best)
            continue;
        ids.append(entry["id"].text());
        const Node &data = entry["data"];
        if (data.isMap() || data.isScalar())
            rows.addObject(data);
        for (size_t i = 0; data.isSequence() && i < data.items().size() && !rows.isFull(); ++i)
            rows.addObject(data.items()[i]);
    }
    return rows.take(u"entropy"_s, ids.join(u", "_s));
}

} // namespace meshscope
