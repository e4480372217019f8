#pragma once

#include "models/catalogs/http/message.h"
#include "models/formats/node.h"

#include <QSet>
#include <QStringList>

namespace meshscope {

/// Where things are in an Iceberg catalog, as its `/v1/config` says: the prefix of its paths, what stands between the levels
/// of a namespace, which routes it serves.
class IcebergPaths {
public:
    IcebergPaths() = default;
    /// `config` is the answer to `/v1/config`; `base` the endpoint's own address.
    IcebergPaths(const Node &config, const QUrl &base);

    [[nodiscard]] QString namespaces() const { return m_root + QStringLiteral("/namespaces"); }
    [[nodiscard]] QString nameSpace(const QStringList &levels) const;
    /// `what` is "tables" or "views".
    [[nodiscard]] QString things(const QStringList &levels, const QString &what) const;
    [[nodiscard]] QString thing(const QStringList &levels, const QString &what, const QString &name) const;
    /// Of a namespace as the value of `parent`.
    [[nodiscard]] QString parent(const QStringList &levels) const { return levels.join(m_separator); }
    /// Whether a route is served, as far as the catalog says: "GET /v1/{prefix}/namespaces/{namespace}/views".
    [[nodiscard]] bool serves(const QString &route) const { return m_routes.isEmpty() || m_routes.contains(route); }
    [[nodiscard]] bool hasRoutes() const { return !m_routes.isEmpty(); }
    [[nodiscard]] const QString &prefix() const { return m_prefix; }
    /// An address of another server the catalog would have one speak to instead; not followed.
    [[nodiscard]] const QString &elsewhere() const { return m_elsewhere; }
    /// Differs when answers are found elsewhere.
    [[nodiscard]] QByteArray digest() const { return (m_root + u'\n' + m_escaped).toUtf8(); }

private:
    QString m_root = QStringLiteral("/v1");
    QString m_prefix;
    QString m_separator = QString(QChar(0x1F));
    QString m_escaped = QStringLiteral("%1F");
    QSet<QString> m_routes;
    QString m_elsewhere;
};

/// What every answer of a catalog that speaks this protocol may carry, and must not be kept.
[[nodiscard]] QStringList icebergCredentials();

} // namespace meshscope
