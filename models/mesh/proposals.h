#pragma once

#include "models/mesh/mesh.h"

namespace meshscope {

/// Why two things of different endpoints may be one. What is written alike exactly is one already (stitch.h).
enum class MatchReason : quint8 {
    Case,          ///< names differ in capitals alone
    Quoting,       ///< one side quotes its names
    DefaultPort,   ///< one side names the port everybody uses
    DefaultSchema, ///< one side names the schema everybody uses
    Scheme,        ///< two words for one platform ("postgresql", "postgres")
    HostAlias,     ///< one host is the short name of the other
    SameTable,     ///< the same schema and table on another server
    SameId,
    SameName,
    SameDomain,
    SameMail
};
[[nodiscard]] QString matchReasonText(MatchReason reason); ///< a sentence, translated

struct Proposal {
    NodeId a; ///< of the endpoint that stands first
    NodeId b;
    double confidence = 0; ///< 0 to 1
    QList<MatchReason> reasons;
    [[nodiscard]] QString why() const; ///< the reasons' sentences
};

/// What a person said of two things: one, or two. Remembered for ever.
struct MatchDecision {
    Address a;
    Address b;
    bool same = false;
    QDateTime at;
    bool operator==(const MatchDecision &) const = default;
};

/// Things of different endpoints that are nearly alike, surest first; what was decided is not proposed again, and what one
/// side has several of is not guessed. Near-linear: by keys, not by pairs.
[[nodiscard]] QList<Proposal> proposeMatches(const Mesh &mesh, const QList<MatchDecision> &decided);

/// A dataset's id without what two catalogs write differently: capitals, quotes, default ports and schemas, the platform's
/// other names. Public for its tests.
[[nodiscard]] QString plainDatasetId(const QString &ns, const QString &name);

} // namespace meshscope
