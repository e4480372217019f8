#pragma once

#include "models/formats/references.h"

/// The interface of a data product as Open Data Mesh's descriptor writes it.
namespace meshscope::dpds {

/// What its ports have of the product.
struct Product {
    QString id;
    QString domain;
    QString version; ///< of the specification
};

/// Ports with their promises, expectations and obligations as contracts, tables of datastore APIs as datasets.
void readPorts(const Product &product, References &references, const ReadContext &context, Records &out);

} // namespace meshscope::dpds
