#pragma once

/// What the system catalogs are asked. Everything is asked for as JSON that the server makes: an answer is kept as it came,
/// is compared by its hash, and a newer version of the reader can read it again. The answers are of one moment: one
/// transaction sees all of them. Schemas of the system are left out; partitions are told of with what they are parts of.
namespace meshscope::postgresql {

/// One object: the database and its schemas.
extern const char *const schemasSql;
/// One list: types of rows that are no table's, with their fields.
extern const char *const typesSql;
/// One text that changes with the names all else may use: functions, types, schemas, languages of the server.
extern const char *const namesSql;
/// Rows (schema, share, relations in it, those whose rows may not be read, a text that changes with any of them). A share is
/// what the lowest bits of a hash pick. $1: schemas, $2: into how many shares each is cut, a power of two.
extern const char *const sharesSql;
/// Rows (share, relation as an object), share by share. $1: schema, $2: into how many shares it is cut, $3: which of them.
extern const char *const relationsSql;
/// One row: how many relations there are, and how many of them may be read.
extern const char *const countSql;

} // namespace meshscope::postgresql
