#pragma once

#include "models/access/request.h"
#include "models/health/health.h"

namespace meshscope {

/// A table to hand around: health or requests, every row with its reason.
struct Report {
    QString title;
    QString subtitle;
    QStringList head;
    QList<QStringList> rows;
};

[[nodiscard]] Report healthReport(const HealthReport &health);
[[nodiscard]] Report requestsReport(const QList<AccessRequest> &requests);
/// RFC 4180, UTF-8. Cells that a spreadsheet would take for a formula are prefixed with an apostrophe.
[[nodiscard]] QByteArray toCsv(const Report &report);

} // namespace meshscope
