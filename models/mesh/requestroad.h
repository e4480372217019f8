#pragma once

#include "models/mesh/records.h"
#include "models/mesh/result.h"

namespace meshscope {

/// What can be done about a request for access where it is decided. What is granted is given back by who has it, and revoked
/// by who decides.
enum class RequestStep : quint8 { Ask, Review, Approve, Reject, Withdraw, Revoke, Extend, GiveBack };

/// Carries requests for access to one catalog and tells how they stand there. Filled by connectors; calls block, in a
/// worker thread. What it reads is an Agreement in the words of the mesh folder (requested, approved, rejected, active), the
/// catalog's own words beside it as properties (see requestterms).
class RequestRoad {
public:
    virtual ~RequestRoad() = default;
    /// The request as the catalog has it now. NotFound: it has none; that is certain where isFindingSure().
    [[nodiscard]] virtual Result<Agreement> find(const Agreement &wanted) = 0;
    /// Sends a new request. Told Io, nobody knows whether it arrived.
    [[nodiscard]] virtual Result<void> ask(const Agreement &wanted) = 0;
    struct Decision {
        RequestStep step = RequestStep::Approve;
        QString by; ///< who decides
        QString note;
        QDate until; ///< of an approval or an extension; invalid: as asked
    };
    /// Takes a step with a request that stands as `now` says. Refused where its state does not allow it.
    [[nodiscard]] virtual Result<void> take(const Agreement &now, const Decision &decision) = 0;
    /// Why the catalog cannot do it, in a sentence; empty when it can. Asks nobody.
    [[nodiscard]] virtual QString whyNot(RequestStep step) const = 0;
    /// What of a decision the catalog has no place for ("the note"), said to who decided; empty: nothing.
    [[nodiscard]] virtual QString lost(const Decision &decision) const
    {
        Q_UNUSED(decision)
        return {};
    }
    /// Whether a request that was sent is found again: by an id made here, or by a mark in it.
    [[nodiscard]] virtual bool isFindingSure() const { return true; }
};

/// Properties of an Agreement that keep a catalog's own words.
namespace requestterms {
inline const QString status = QStringLiteral("request.status"); ///< its word, where it is another one than `status`
inline const QString grant = QStringLiteral("grant");           ///< "pending", "granted", "failed", "revoked"
inline const QString grantWord = QStringLiteral("grant.word");  ///< its word for that: "provisioned"
inline const QString grantWhy = QStringLiteral("grant.why");    ///< why it failed
} // namespace requestterms

} // namespace meshscope
