#pragma once

#include "models/mesh/kind.h"
#include "models/mesh/result.h"

#include <QHashFunctions>
#include <QString>

namespace meshscope {

/// `<endpoint>/<kind>/<id>`: names one thing of the workspace for ever. `id` is decoded and opaque.
struct Address {
    QString endpoint;
    Kind kind = Kind::Dataset;
    QString id;

    [[nodiscard]] bool isNull() const { return endpoint.isEmpty(); }
    /// The id percent-encoded as one segment; RFC 3986 unreserved characters stay.
    [[nodiscard]] QString toString() const;
    /// `meshscope:///<address>`.
    [[nodiscard]] QString toDeepLink() const;
    /// Reads an address or its deep link; Usage when it has not three parts or an unknown kind.
    [[nodiscard]] static Result<Address> parse(const QString &text);

    bool operator==(const Address &) const = default;
    friend size_t qHash(const Address &a, size_t seed = 0) { return qHashMulti(seed, a.endpoint, int(a.kind), a.id); }
};

/// The virtual domain of products and datasets that name none ("No domain").
inline const QString noDomainId = QStringLiteral("-");

/// Id of a port: `<product id>/<in|out>/<name>/<version or ->`.
[[nodiscard]] QString portId(const QString &productId, bool output, const QString &name, const QString &version);
/// Id of a dataset by the OpenLineage rule: `namespace/name`.
[[nodiscard]] QString datasetId(const QString &ns, const QString &name);
/// Id of a column: `<dataset id>/<path>`; nested parts joined by `.`, array items by `[]`.
[[nodiscard]] QString columnId(const QString &datasetId, const QString &path);

} // namespace meshscope
