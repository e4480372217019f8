#pragma once

#include "models/catalogs/http/pace.h"
#include "models/mesh/result.h"

#include <QHash>

namespace meshscope {

class RequestLog;

/// What an address turned out to be.
struct Recognised {
    QString kind;
    QString product;                 ///< as it calls itself: "Trino", "Databricks Unity Catalog"
    QString version;                 ///< empty: it does not tell
    QString location;                ///< what the endpoint's location should be
    QHash<QString, QString> options; ///< that follow from the address ("aws.region")
    bool isSure = true;              ///< else it only looks like one: it asks for a login before it says anything
    bool operator==(const Recognised &) const = default;
};

struct RecogniseTools {
    IsCancelled cancelled = [] { return false; };
    std::shared_ptr<RequestLog> log = {};
    QString authorities = {}; ///< a PEM file of authorities trusted besides the system's
};

/// Asks an address, as nobody and never with credentials, for what the catalogs known here give away of themselves; surest
/// first. Without a scheme https is tried before http. Failed when nothing answers, with the reason; an empty list when
/// what answers is none of them. Blocking; for a worker thread.
[[nodiscard]] Result<QList<Recognised>> recognise(const QString &pasted, const RecogniseTools &tools = {});

} // namespace meshscope
