#pragma once

#include "models/formats/references.h"

/// Columns of datasets whose schema stands in another language than the document's own.
namespace meshscope {

/// JSON Schema: properties, nested objects and arrays, `required`, `allOf`, `anyOf` and `oneOf`, `definitions` by `$ref`.
void readJsonSchema(const Located &schema, const QString &dataset, References &references, Records &out);

/// Apache Avro: records with nested ones, unions with null, arrays, maps, logical types, types named before.
/// https://avro.apache.org/docs/1.11.1/specification/
void readAvroSchema(const Node &schema, const QString &dataset, Records &out);

} // namespace meshscope
