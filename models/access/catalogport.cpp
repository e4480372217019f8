#include "models/access/catalogport.h"

namespace meshscope {

namespace {

/// The step an event is, for something that stands as `now` says.
RequestStep stepOf(const QString &what, const Agreement &now)
{
    if (what == QStringLiteral("in-review"))
        return RequestStep::Review;
    if (what == QStringLiteral("approved"))
        return RequestStep::Approve;
    if (what == QStringLiteral("rejected"))
        return RequestStep::Reject;
    if (what == QStringLiteral("cancelled") && now.status == QStringLiteral("approved")) // not withdrawn but ended
        return now.active ? RequestStep::GiveBack : RequestStep::Revoke;
    if (what == QStringLiteral("cancelled"))
        return RequestStep::Withdraw;
    if (what == QStringLiteral("revoked"))
        return RequestStep::Revoke;
    return what == QStringLiteral("extended") ? RequestStep::Extend : RequestStep::Ask;
}

} // namespace

CatalogPort::CatalogPort(std::unique_ptr<RequestRoad> road)
    : m_road(std::move(road))
{
}

Result<Agreement> CatalogPort::find(const Agreement &wanted) const
{
    Result<Agreement> found = m_road->find(wanted);
    m_found = found ? std::optional(*found) : std::nullopt;
    return found;
}

Result<Agreement> CatalogPort::read(const QString &id) const
{
    Agreement wanted;
    wanted.id = id;
    return find(wanted);
}

Result<QString> CatalogPort::write(const Agreement &agreement, const Profile &who, const QString &message)
{
    Q_UNUSED(who)
    Q_UNUSED(message)
    m_warning.clear();
    m_readBack.reset();
    const RequestEvent event = agreement.events.isEmpty() ? RequestEvent() : agreement.events.last();
    const Agreement now = m_found.value_or(agreement);
    const RequestStep step = stepOf(event.what, now);
    const RequestRoad::Decision decision{step, event.by, event.note, agreement.until};
    const Result<void> done = step == RequestStep::Ask ? m_road->ask(agreement) : m_road->take(now, decision);
    if (!done)
        return Failure(done.error());
    if (step != RequestStep::Ask)
        m_warning = m_road->lost(decision);
    if (Result<Agreement> back = find(agreement); back)
        m_readBack = *back;
    return m_readBack ? m_readBack->source.file : agreement.source.file;
}

QString CatalogPort::whyNot(RequestMove move, RequestState state) const
{
    const bool isInForce = state == RequestState::Granted || state == RequestState::Expiring;
    switch (move) {
    case RequestMove::Review: return m_road->whyNot(RequestStep::Review);
    case RequestMove::Approve: return m_road->whyNot(RequestStep::Approve);
    case RequestMove::Reject: return m_road->whyNot(RequestStep::Reject);
    case RequestMove::Cancel: return m_road->whyNot(isInForce ? RequestStep::GiveBack : RequestStep::Withdraw);
    case RequestMove::Revoke: return m_road->whyNot(RequestStep::Revoke);
    case RequestMove::Extend: return m_road->whyNot(RequestStep::Extend);
    default: return {};
    }
}

bool CatalogPort::shows(const Agreement &now, const RequestEvent &event) const
{
    if (event.what == QStringLiteral("approved"))
        return now.status == QStringLiteral("approved");
    if (event.what == QStringLiteral("rejected"))
        return now.status == QStringLiteral("rejected");
    if (event.what == QStringLiteral("cancelled"))
        return now.status == QStringLiteral("rejected") || (now.status == QStringLiteral("approved") && !now.active);
    if (event.what == QStringLiteral("revoked"))
        return !now.active;
    return AccessPort::shows(now, event); // a later day, a review: done again where nobody can tell
}

} // namespace meshscope
