#pragma once

#include "models/mesh/address.h"
#include "models/mesh/records.h"
#include "models/mesh/result.h"

#include <QHash>

namespace meshscope {

enum class RequestState : quint8 {
    Draft,
    Sent,
    InReview,
    Approved,
    Granted,
    Expiring,
    Expired,
    Rejected,
    Cancelled,
    Revoked,
    Failed
};
[[nodiscard]] QString requestStateWord(RequestState s); ///< as in the CLI contract
[[nodiscard]] QString requestStateName(RequestState s); ///< for people, translated
[[nodiscard]] std::optional<RequestState> requestStateFromWord(QStringView word);

enum class RequestMove : quint8 { Send, Review, Approve, Reject, Cancel, Revoke, Extend, Fail, Retry };
/// Whether `move` is allowed from `state`; every other one is refused (DESIGN §5, SEMANTICS).
[[nodiscard]] bool isAllowed(RequestState state, RequestMove move);
[[nodiscard]] QString requestMoveName(RequestMove move);

/// Whether two ways of naming somebody ("Ana Lee", "ana@x", "Ana Lee <ana@x>") mean one: e-mails decide where both have one.
[[nodiscard]] bool isSamePerson(const QString &a, const QString &b);

/// How far a request got on its way to the endpoint.
enum class Delivery : quint8 {
    There,
    Waiting,    ///< in the outbox: the endpoint could not be reached
    Unconfirmed ///< sent, and nobody knows whether it arrived
};

/// One request for one port, as people see it: the workspace's own facts joined with the endpoint's agreement.
struct AccessRequest {
    QString id;
    Address port; ///< what was asked for
    Address product;
    QString endpoint;
    RequestState state = RequestState::Draft;
    Delivery delivery = Delivery::There;
    QString vendorState; ///< the document's own word
    QString requestedBy;
    QString requestedFor;
    QString purpose;
    QStringList columns; ///< empty = all
    QDate from;
    QDate until;
    QList<RequestEvent> events; ///< oldest first
    struct Verified {
        QDateTime at;
        QString how;
    };
    std::optional<Verified> verified;
    QString replaces;   ///< id of the request this one extends or replaces; empty = none
    QString replacedBy; ///< id of the newest request that replaces this one
    QString notGranted; ///< why an approved one is no verified grant (yet)
    QString warning;    ///< "decided by X, who does not own it", "could not be written: …"
    QDateTime changed;
};

/// The state for people, and how far it got: "Sent, unconfirmed".
[[nodiscard]] QString requestStateText(const AccessRequest &request);
/// That the move is not possible in the request's state.
[[nodiscard]] Failure moveRefused(const AccessRequest &request, RequestMove move);

/// Who is sitting here.
struct Profile {
    QString name;
    QString email;
    QStringList teams;           ///< ids or names
    QHash<QString, QString> ids; ///< what an endpoint calls me, where that is neither name nor e-mail
    [[nodiscard]] bool isMe(const QString &nameOrEmailOrTeam) const;
};

} // namespace meshscope
