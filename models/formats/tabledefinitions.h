#pragma once

#include "models/formats/node.h"
#include "models/mesh/records.h"

/// Tables as other tools define them, for contracts that carry such a definition.
namespace meshscope {

struct TableDefinition {
    QString name;
    QString description;
    QList<Column> columns; ///< without their dataset
};

/// `CREATE TABLE` statements: columns with their type, NOT NULL, PRIMARY KEY, UNIQUE and COMMENT, keys named after the
/// columns, `COMMENT ON`. Other statements are passed over.
[[nodiscard]] QList<TableDefinition> tablesOfSql(const QString &sql);
/// dbt's `models:` of a properties file: columns with `data_type`, constraints and tests.
[[nodiscard]] QList<TableDefinition> tablesOfDbt(const Node &properties);
/// BigQuery's list of fields, or its table resource with `schema.fields`; nested RECORDs, REPEATED as lists.
[[nodiscard]] QList<TableDefinition> tablesOfBigQuery(const Node &schema, const QString &name);

} // namespace meshscope
