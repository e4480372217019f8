#pragma once

#include "models/formats/node.h"
#include "models/mesh/records.h"

#include <QHash>

namespace meshscope {

/// The schemas of an Iceberg table or view (spec: Appendix C): columns of the present one, and what became of each field,
/// by its id, from schema to schema. A field keeps its id whatever it is called.
class IcebergSchemas {
public:
    /// `metadata` is that of a table or a view: `schemas`, or the `schema` of format version 1.
    explicit IcebergSchemas(const Node &metadata);

    [[nodiscard]] bool isEmpty() const { return m_schemas.empty(); }
    /// Columns of that schema, nested ones after what holds them. Empty when there is no such schema.
    [[nodiscard]] QList<Column> columns(qint64 schema, const QString &dataset) const;
    /// Number of columns a schema has, nested ones included; none when it is not there.
    [[nodiscard]] std::optional<qsizetype> countOf(qint64 schema) const;
    /// What a schema changed of the one before: "+ channel string; items → item_count; item_count int → long; − paid".
    struct Change {
        qint64 schema;
        QString text;
    };
    [[nodiscard]] QList<Change> changes() const;
    /// Path of a field of that schema.
    [[nodiscard]] QString pathOf(qint64 field, qint64 schema) const;

private:
    struct Field {
        qint64 id = -1;
        QString path;
        QString name;
        QString type;
        bool isRequired = false;
        const Node *node = nullptr;
    };
    struct Schema {
        qint64 id = 0;
        const Node *node = nullptr;
        std::vector<Field> fields;
        QHash<qint64, size_t> byId;
    };
    void add(const Node &schema);
    void addFields(const Node &fields, const QString &prefix, int depth, Schema &schema) const;
    void addBelow(const Node &type, const QString &path, int depth, Schema &schema) const;
    [[nodiscard]] const Schema *find(qint64 id) const;
    void tellHistory(const Field &field, Column &column) const;

    std::vector<Schema> m_schemas; ///< by their ids: the order in which they were made
};

/// A type in words: "decimal(12, 2)", "list<struct<x: double>>".
[[nodiscard]] QString icebergTypeText(const Node &type);

} // namespace meshscope
