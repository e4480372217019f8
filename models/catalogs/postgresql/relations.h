#pragma once

#include "models/formats/node.h"
#include "models/mesh/records.h"

namespace meshscope::postgresql {

/// Which schemas are read: names, or patterns with `*`.
struct Selection {
    QStringList only; ///< empty: all
    QStringList without;
    [[nodiscard]] bool takes(const QString &schema) const;
};

/// Composite types by their number, for columns that have fields of their own. `types` is what Catalog asked for.
class Composites {
public:
    Composites() = default;
    explicit Composites(const QByteArray &types);
    struct Fields {
        const Node *list = nullptr; ///< none: the type has no fields
        bool isArray = false;       ///< of rows with these fields
    };
    [[nodiscard]] Fields fieldsOf(qint64 type) const { return m_fields.value(type); }

private:
    Parsed m_parsed;
    QHash<qint64, Fields> m_fields;
};

/// What relations are called: OpenLineage's namespace of the server, and the database.
struct Naming {
    QString ns;
    QString database;
    [[nodiscard]] QString dataset(const QString &schema, const QString &relation) const; ///< its id
    [[nodiscard]] QString domain(const QString &schema) const;
};

/// Records of the database and its schemas; `database` is what Catalog asked for.
[[nodiscard]] Records schemasOf(const Node &database, const QString &file, const Naming &naming, const Selection &selection);
/// Records of the relations in one answer: a JSON object a line, as Catalog asks for them.
[[nodiscard]] Records relationsOf(const QByteArray &lines, const QString &file, const QString &schema, const Naming &naming,
                                  const Composites &composites);

} // namespace meshscope::postgresql
