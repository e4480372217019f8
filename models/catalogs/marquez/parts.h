#pragma once

#include "models/formats/node.h"
#include "models/formats/reading.h"
#include "models/mesh/records.h"

#include <QSet>

namespace meshscope {

class OpenLineageLog;

/// What records of datasets and records of jobs are both made of.
namespace marquez {

[[nodiscard]] QDateTime timeOf(const Node &node);
/// Of a dataset that is referred to.
[[nodiscard]] QString idOf(const Node &reference);
[[nodiscard]] ReadContext contextOf(const QString &unit);
/// Adds a property that is not there yet and not empty.
void setMissing(QList<Property> &properties, const QString &name, const QString &value);
void addTags(const Node &tags, QStringList &to);
/// Lists of the server's own tags name terms too, as it describes them.
[[nodiscard]] QStringList termsAmong(const QStringList &tags, const QSet<QString> &known);
[[nodiscard]] Measurement measured(const QString &target, Kind kind, const QString &property, const QDateTime &at,
                                   double value, const QString &unit, const QString &run);
/// Records of the log for what the page lists; what it only mentions has a place of its own in another page.
void finish(OpenLineageLog &log, const QSet<QString> &datasets, const QSet<QString> &jobs, Records &out);

} // namespace marquez

} // namespace meshscope
