#include "models/access/request.h"

#include <QCoreApplication>

#include <array>

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Request)
};

constexpr std::array<const char *, 11> words{"draft",   "sent",     "in-review", "approved", "granted", "expiring",
                                             "expired", "rejected", "cancelled", "revoked",  "failed"};

/// "Ana Lee <ana@x>" → its two parts; an e-mail alone has no name.
struct Person {
    QString name;
    QString email;
};

Person personOf(const QString &text)
{
    const QString trimmed = text.trimmed();
    const qsizetype open = trimmed.lastIndexOf(u'<');
    if (open >= 0 && trimmed.endsWith(u'>'))
        return {trimmed.left(open).trimmed(), trimmed.mid(open + 1, trimmed.size() - open - 2).trimmed()};
    if (trimmed.contains(u'@') && !trimmed.contains(u' '))
        return {{}, trimmed.startsWith(QStringLiteral("mailto:")) ? trimmed.mid(7) : trimmed};
    return {trimmed, {}};
}

bool same(const QString &a, const QString &b)
{
    return !a.isEmpty() && a.compare(b, Qt::CaseInsensitive) == 0;
}

} // namespace

QString requestStateWord(RequestState s)
{
    return QLatin1StringView(words.at(size_t(s)));
}

std::optional<RequestState> requestStateFromWord(QStringView word)
{
    for (size_t i = 0; i < words.size(); ++i) {
        if (word == QLatin1StringView(words.at(i)))
            return RequestState(i);
    }
    return {};
}

QString requestStateName(RequestState s)
{
    switch (s) {
    case RequestState::Draft: return Text::tr("Draft");
    case RequestState::Sent: return Text::tr("Sent");
    case RequestState::InReview: return Text::tr("In review");
    case RequestState::Approved: return Text::tr("Approved");
    case RequestState::Granted: return Text::tr("Granted (verified)");
    case RequestState::Expiring: return Text::tr("Expiring");
    case RequestState::Expired: return Text::tr("Expired");
    case RequestState::Rejected: return Text::tr("Rejected");
    case RequestState::Cancelled: return Text::tr("Cancelled");
    case RequestState::Revoked: return Text::tr("Revoked");
    case RequestState::Failed: return Text::tr("Failed");
    }
    return {};
}

QString requestStateText(const AccessRequest &request)
{
    switch (request.delivery) {
    case Delivery::Waiting: return Text::tr("Waiting to be sent");
    case Delivery::Unconfirmed: return Text::tr("Sent, unconfirmed");
    case Delivery::There: break;
    }
    return requestStateName(request.state);
}

QString requestMoveName(RequestMove move)
{
    switch (move) {
    case RequestMove::Send: return Text::tr("Send");
    case RequestMove::Review: return Text::tr("Take into review");
    case RequestMove::Approve: return Text::tr("Approve");
    case RequestMove::Reject: return Text::tr("Reject");
    case RequestMove::Cancel: return Text::tr("Cancel");
    case RequestMove::Revoke: return Text::tr("Revoke");
    case RequestMove::Extend: return Text::tr("Extend");
    case RequestMove::Fail: return Text::tr("Fail");
    case RequestMove::Retry: return Text::tr("Try again");
    }
    return {};
}

bool isAllowed(RequestState state, RequestMove move)
{
    using S = RequestState;
    switch (move) {
    case RequestMove::Send: return state == S::Draft;
    case RequestMove::Review: return state == S::Sent;
    case RequestMove::Approve:
    case RequestMove::Reject: return state == S::Sent || state == S::InReview;
    case RequestMove::Cancel: // what was granted is given back; a draft is discarded
        return state == S::Sent || state == S::InReview || state == S::Approved || state == S::Failed ||
               state == S::Granted || state == S::Expiring;
    case RequestMove::Revoke: return state == S::Approved || state == S::Granted || state == S::Expiring;
    case RequestMove::Extend: return state == S::Granted || state == S::Expiring || state == S::Expired;
    case RequestMove::Fail: return state == S::Draft || state == S::Sent; // Sent: still in the outbox
    case RequestMove::Retry: return state == S::Failed;
    }
    return false;
}

Failure moveRefused(const AccessRequest &r, RequestMove move)
{
    return fail(Error::Code::Refused,
                Text::tr("\"%1\" is not possible: the request %2 is in the state \"%3\".")
                    .arg(requestMoveName(move), r.id, requestStateName(r.state)),
                r.id);
}

bool isSamePerson(const QString &a, const QString &b)
{
    const Person left = personOf(a);
    const Person right = personOf(b);
    if (!left.email.isEmpty() && !right.email.isEmpty())
        return same(left.email, right.email); // two people may share a name
    return same(left.name, right.name) || same(a.trimmed(), b.trimmed());
}

bool Profile::isMe(const QString &nameOrEmailOrTeam) const
{
    const QString text = nameOrEmailOrTeam.trimmed();
    if (text.isEmpty())
        return false;
    const QString both = email.isEmpty() ? name : QStringLiteral("%1 <%2>").arg(name, email);
    if (isSamePerson(both, text) || same(email, text))
        return true;
    if (std::any_of(teams.begin(), teams.end(), [&](const QString &team) { return same(team.trimmed(), text); }))
        return true;
    return std::any_of(ids.begin(), ids.end(), [&](const QString &id) { return same(id.trimmed(), text); });
}

} // namespace meshscope
