#pragma once

#include "models/formats/node.h"
#include "models/mesh/records.h"

namespace meshscope::trino {

/// What relations are called: OpenLineage's namespace of the server.
struct Naming {
    QString ns; ///< "trino://host:port"
    [[nodiscard]] QString dataset(const QString &catalog, const QString &schema, const QString &table) const; ///< its id
    [[nodiscard]] static QString domain(const QString &catalog, const QString &schema = {});
};

/// Domains of the catalogs and schemas of one answer, `{"catalog","schemas":[…]}`.
[[nodiscard]] Records schemasOf(const Node &catalog, const QString &file);
/// Records of the relations of one schema: an object a line,
/// `{"table","type","comment","view","rows","columns":[{"name","position","nullable","type","comment",
/// "profile":{"nullShare","distinct","minimum","maximum"}}]}`. `at`: when the server was asked.
[[nodiscard]] Records relationsOf(const QByteArray &lines, const QString &file, const QString &catalog,
                                  const QString &schema, const Naming &naming, const QDateTime &at);
/// A comment that says so in front: companies mark personal data like this where a table has no other place for it.
[[nodiscard]] bool saysPersonal(const QString &comment);
/// What a view reads, by the plan of reading all of it: the answer of EXPLAIN (TYPE IO, FORMAT JSON).
[[nodiscard]] Records viewReads(const Node &plan, const QString &view, const Naming &naming);

} // namespace meshscope::trino
