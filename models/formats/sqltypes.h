#pragma once

#include <QList>
#include <QString>

#include <optional>

/// Types of Hive and Spark as text: `struct<a:int,b:array<struct<c:string>>>`, `map<string,bigint>`, `decimal(12,2)`.
namespace meshscope {

/// A named part of a nested type.
struct TypeField {
    QString path; ///< below the column: parts joined by `.`, items of an array by `[]`, values of a map by `values`
    QString type; ///< as written
    QString comment;
    std::optional<bool> nullable; ///< false where it says NOT NULL
    bool operator==(const TypeField &) const = default;
};

/// The named parts of a column of this type, each after the one that holds it; `column` is its own path. Text that is no
/// such type has none. Names in backticks lose them.
[[nodiscard]] QList<TypeField> fieldsOfType(const QString &type, const QString &column);

} // namespace meshscope
