#pragma once

#include "models/formats/node.h"
#include "models/mesh/records.h"

#include <QHash>
#include <QMap>
#include <QSet>

namespace meshscope {

/// What the marketplace was told last about a request.
struct OpenDataMeshResponse {
    qint64 number = 0;
    QString at;
    QString status; ///< PENDING, GRANTED, DENIED, REVOKED, ERROR
    QString message;
};

/// Reads answers of the Open Data Mesh platform (registry v2, marketplace v1) into records; descriptors by the DPDS reader.
class OpenDataMeshReader {
public:
    /// A product as the registry lists it, where no descriptor tells more.
    [[nodiscard]] Records product(const Node &item, const QString &unit) const;
    /// The descriptor of a product's present version; `item` is the answer about that version.
    [[nodiscard]] Records present(const Node &item, const QString &unit);
    /// Of another published version: its output ports, unless a newer version has them too.
    [[nodiscard]] Records older(const Node &item, const QString &unit);
    /// Requests as agreements; `responses` by the request's uuid, oldest first.
    [[nodiscard]] Records requests(const Node &page, const QString &unit,
                                   const QHash<QString, QList<OpenDataMeshResponse>> &responses) const;

    /// Versions of a product, as properties of it.
    QHash<QString, QList<Property>> versions; ///< by uuid of the product

    [[nodiscard]] static OpenDataMeshResponse response(const Node &item);
    /// One agreement a port; the first has the request's own identifier.
    [[nodiscard]] static QList<Agreement> agreements(const Node &item, const QString &unit,
                                                     const QList<OpenDataMeshResponse> &responses);

private:
    [[nodiscard]] Records descriptor(const Node &item, const QString &unit) const;

    QHash<QString, QSet<QString>> m_ports; ///< by product: ids that newer versions have
};

} // namespace meshscope
