#pragma once

#include "models/mesh/records.h"

namespace meshscope {

/// A record's facts as pairs of field and text, in the order people read them: what a difference is made from.
/// Where it was read from is none of them.
struct Comparable {
    QString field;
    QString text;
    bool breaksWhenChanged = false;
};
[[nodiscard]] QList<Comparable> comparable(const Domain &domain);
[[nodiscard]] QList<Comparable> comparable(const DataProduct &product);
[[nodiscard]] QList<Comparable> comparable(const Port &port);
[[nodiscard]] QList<Comparable> comparable(const Contract &contract);
[[nodiscard]] QList<Comparable> comparable(const Dataset &dataset);
[[nodiscard]] QList<Comparable> comparable(const Job &job);
[[nodiscard]] QList<Comparable> comparable(const Term &term);
[[nodiscard]] QList<Comparable> comparable(const Party &party);
[[nodiscard]] QList<Comparable> comparable(const Agreement &agreement);
[[nodiscard]] QString columnText(const Column &column); ///< "decimal, required, key"
[[nodiscard]] QString levelText(const ServiceLevel &level);

} // namespace meshscope
