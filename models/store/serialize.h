#pragma once

#include "models/mesh/records.h"
#include "models/store/body.h"

#include <span>

namespace meshscope {

// Bodies of records, without id and source: those stand in columns of their own. The field that names the row (`key`) of a
// grouped row (columns of a dataset, edges into one) is not repeated in it.
template<class T>
void writeBody(BodyWriter &out, const T &value);
/// The same bytes as of a list of them.
template<class T>
void writeBodies(BodyWriter &out, std::span<const T *const> list);
template<class T>
void readBody(BodyReader &in, T &value);

/// Where a record stands in its unit: position among its kind, and the source without the file when that is the unit.
void writePlace(BodyWriter &out, int seq, const SourceRef &source, const QString &unit);
void readPlace(BodyReader &in, int &seq, SourceRef &source, const QString &unit);

/// A place may end with the run since which its record is kept although its part of the file does not parse.
[[nodiscard]] QByteArray markedStale(const QByteArray &place, qint64 run);
[[nodiscard]] qint64 staleRun(const QByteArray &place); ///< 0: read well

/// Only the document's first byte and line of a place.
void readStart(BodyReader &in, qint64 &begin, int &line);

void writeIssues(BodyWriter &out, const Issues &issues);
[[nodiscard]] Issues readIssues(BodyReader &in);
[[nodiscard]] Issues readIssues(const QByteArray &bytes);

} // namespace meshscope
