#pragma once

#include "models/catalogs/http/message.h"
#include "models/catalogs/recognise.h"

#include <optional>

namespace meshscope {

/// One question that gives a kind away: a path below the address, and what an answer to it means.
struct Signature {
    const char *kind;
    const char *path; ///< empty: the address itself
    std::optional<Recognised> (*judge)(const HttpAnswer &answer);
};
/// Of all kinds, whether this build has a connector for them or not.
[[nodiscard]] const QList<Signature> &signatures();

/// What an address says without being asked: a cloud's own hosts, a database's scheme. None: it has to be asked.
[[nodiscard]] std::optional<Recognised> recognisedByAddress(const QUrl &url);

} // namespace meshscope
