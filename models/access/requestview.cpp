#include "models/access/requestview.h"

#include "models/access/agreementtext.h"
#include "models/access/lifecycle.h"
#include "models/formats/dua.h"
#include "models/mesh/requestroad.h"

#include <QCoreApplication>
#include <QLocale>

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::RequestView)
};

QString dayText(const QDate &day)
{
    return QLocale().toString(day, QLocale::ShortFormat);
}

QString propertyOf(const Agreement &a, const QString &name)
{
    const auto found =
        std::find_if(a.properties.begin(), a.properties.end(), [&](const Property &p) { return p.name == name; });
    return found == a.properties.end() ? QString() : found->value;
}

/// The sentence behind "verified".
QString howVerified(const SeenAgreement &seen)
{
    const Agreement &a = seen.agreement;
    const QString ports =
        a.port == QStringLiteral("*") ? Text::tr("every output port") : Text::tr("the port %1").arg(a.port);
    const QString columns =
        a.columns.isEmpty() ? Text::tr("all columns") : Text::tr("the columns %1").arg(a.columns.join(QStringLiteral(", ")));
    const QString from = a.from.isValid() ? Text::tr("since %1").arg(dayText(a.from)) : Text::tr("at once");
    const QString until = a.until.isValid() ? Text::tr("until %1").arg(dayText(a.until)) : Text::tr("without an end");
    const QString where = a.source.file.isEmpty() ? seen.endpoint : seen.endpoint + u'/' + a.source.file;
    if (const QString word = propertyOf(a, requestterms::grantWord); !word.isEmpty())
        return Text::tr("The access in %1 is approved, active and set up (\"%2\"), valid %3 and %4, and covers %5 with %6.")
            .arg(where, word, from, until, ports, columns);
    return Text::tr("The agreement in %1 is approved and active, valid %2 and %3, and covers %4 with %5.")
        .arg(where, from, until, ports, columns);
}

/// The catalog's own words: of the request, and of what was done about it.
QString vendorWords(const Agreement &a)
{
    const QString status = propertyOf(a, requestterms::status);
    const QString grant = propertyOf(a, requestterms::grantWord);
    const QString word = status.isEmpty() ? a.status : status;
    return grant.isEmpty() || grant == word ? word : word + QStringLiteral(", ") + grant;
}

/// Why what the catalog says of the grant itself is no grant; empty when it is one, or it says nothing.
QString notGrantedThere(const Agreement &a)
{
    const QString grant = propertyOf(a, requestterms::grant);
    const QString word = propertyOf(a, requestterms::grantWord);
    const QString why = propertyOf(a, requestterms::grantWhy);
    if (grant == QStringLiteral("pending"))
        return Text::tr("the access is still being set up (\"%1\")").arg(word);
    if (grant == QStringLiteral("failed"))
        return why.isEmpty() ? Text::tr("the access could not be set up (\"%1\")").arg(word)
                             : Text::tr("the access could not be set up (\"%1\"): %2").arg(word, why);
    return grant == QStringLiteral("revoked") ? Text::tr("the access was taken back (\"%1\")").arg(word) : QString();
}

/// Catalogs decide themselves who may decide; a folder can be written by anyone.
bool isCatalog(const Mesh &mesh, const QString &endpoint)
{
    const QList<EndpointFacts> &all = mesh.endpoints();
    const auto found = std::find_if(all.begin(), all.end(), [&](const EndpointFacts &e) { return e.name == endpoint; });
    return found != all.end() && !found->kind.isEmpty() && found->kind != QStringLiteral("folder");
}

QDateTime changedAt(const Agreement &a)
{
    if (!a.events.isEmpty() && a.events.last().at.isValid())
        return a.events.last().at;
    return a.from.isValid() ? a.from.startOfDay(Qt::UTC) : QDateTime();
}

void addWarning(QString &all, const QString &warning)
{
    if (!warning.isEmpty())
        all = all.isEmpty() ? warning : all + u' ' + warning;
}

/// Why an agreement that says it is in force is no verified grant; empty when nothing speaks against it.
QString notVerified(const Mesh &mesh, const SeenAgreement &seen, const OutboxEntry *own)
{
    const Agreement &a = seen.agreement;
    if (const QString why = notGrantedThere(a); !why.isEmpty())
        return why;
    for (const Property &property : a.properties) {
        if (property.name == duaterms::startDate || property.name == duaterms::endDate || property.name == duaterms::columns)
            return Text::tr("its %1 cannot be read: \"%2\"").arg(property.name, property.value);
    }
    if (own && own->own && own->filed && !own->request.port.isNull()) {
        const QString gap = notCovered(mesh, seen.endpoint, a, askedOf(own->request));
        if (!gap.isEmpty())
            return gap;
    }
    if (a.product.isEmpty())
        return Text::tr("it names no product");
    if (!mesh.find(seen.endpoint, Kind::Product, a.product).isValid())
        return Text::tr("the product %1 is not described in %2, so nobody can check what it covers")
            .arg(a.product, seen.endpoint);
    if (a.port != QStringLiteral("*") && !outputPort(mesh, seen.endpoint, a.product, a.port).isValid())
        return a.port.isEmpty() ? Text::tr("it names no output port")
                                : Text::tr("the product %1 describes no output port %2").arg(a.product, a.port);
    return {};
}

/// Why an approved agreement is not in force.
QString notInForce(const Agreement &a, const QDateTime &now)
{
    if (!a.active)
        return Text::tr("the agreement is not active");
    return a.from > now.toLocalTime().date() ? Text::tr("it starts on %1").arg(dayText(a.from)) : QString();
}

bool isDecisionFor(const RequestEvent &event, RequestState state)
{
    const auto is = [&](const char *word) { return event.what.compare(QLatin1StringView(word), Qt::CaseInsensitive) == 0; };
    switch (state) {
    case RequestState::Rejected: return is("rejected");
    case RequestState::Cancelled: return is("cancelled");
    case RequestState::Revoked: return is("revoked");
    default: return is("approved") || is("extended");
    }
}

} // namespace

QString decisionWarning(const Mesh &mesh, const QString &endpoint, const Agreement &agreement, RequestState state)
{
    if (state == RequestState::Sent || state == RequestState::InReview || isCatalog(mesh, endpoint))
        return {};
    const RequestEvent *decision = lastDecision(agreement);
    if (!decision || decision->by.trimmed().isEmpty() || !isDecisionFor(*decision, state)) {
        // Agreements kept by other tools name nobody, ever; where ours wrote down the asking, the silence is odd.
        if (agreement.events.isEmpty())
            return {};
        return Text::tr("Nobody is named as having decided this: the file was changed by hand.");
    }
    if (state == RequestState::Cancelled) {
        const QStringList consumers{agreement.requestedBy, agreement.requestedFor, agreement.consumerUser,
                                    agreement.consumerTeam};
        const bool own = std::any_of(consumers.begin(), consumers.end(), [&](const QString &consumer) {
            return !consumer.isEmpty() && isSamePerson(consumer, decision->by);
        });
        return own || agreement.requestedBy.isEmpty()
                   ? QString()
                   : Text::tr("Cancelled by %1, who did not ask for it.").arg(decision->by);
    }
    const Address product{endpoint, Kind::Product, agreement.product};
    if (!mesh.find(product).isValid())
        return Text::tr("Decided by %1; whether they own the product is not known, it is not in the mesh.")
            .arg(decision->by);
    if (isProvider(mesh, product, portAddress(mesh, endpoint, agreement), decision->by))
        return {};
    return Text::tr("Decided by %1, who does not own it.").arg(decision->by);
}

Asked askedOf(const AccessRequest &request)
{
    const bool all = request.port.id == portId(request.product.id, true, QStringLiteral("*"), {});
    return {request.product.id, all ? QStringLiteral("*") : request.port.id, request.columns};
}

AccessRequest requestOf(const Mesh &mesh, const SeenAgreement &seen, const OutboxEntry *own, const QDateTime &now)
{
    const Agreement &a = seen.agreement;
    AccessRequest r;
    r.id = a.id;
    r.endpoint = seen.endpoint;
    r.port = portAddress(mesh, seen.endpoint, a);
    r.product = Address{seen.endpoint, Kind::Product, a.product};
    r.vendorState = vendorWords(a);
    r.requestedBy = a.requestedBy.isEmpty() ? a.consumerUser : a.requestedBy;
    r.requestedFor = !a.requestedFor.isEmpty()   ? a.requestedFor
                     : !a.consumerTeam.isEmpty() ? a.consumerTeam
                                                 : a.consumerProduct;
    r.purpose = a.purpose;
    r.columns = a.columns;
    r.from = a.from;
    r.until = a.until;
    r.events = a.events;
    r.replaces = a.replaces;
    r.changed = changedAt(a);
    r.state = stateOf(a, now);
    if (!isKnownStatus(a.status)) {
        addWarning(r.warning,
                   a.status.isEmpty()
                       ? Text::tr("The agreement has no status; it counts as requested.")
                       : Text::tr("The status \"%1\" is not one of the standard's; it counts as requested.").arg(a.status));
    }
    addWarning(r.warning, decisionWarning(mesh, seen.endpoint, a, r.state));
    if (r.state == RequestState::Granted || r.state == RequestState::Expiring) {
        r.notGranted = notVerified(mesh, seen, own);
        if (r.notGranted.isEmpty()) {
            r.verified = AccessRequest::Verified{seen.readAt, howVerified(seen)};
        } else {
            r.state = RequestState::Approved;
            addWarning(r.warning, Text::tr("Approved, but no verified grant: %1.").arg(r.notGranted));
        }
    } else if (r.state == RequestState::Approved) {
        r.notGranted = notInForce(a, now);
    }
    if (own)
        addWarning(r.warning, own->warning);
    return r;
}

void addEvents(Agreement &theirs, const Agreement &ours)
{
    const QString cancelled = QStringLiteral("cancelled");
    for (const RequestEvent &event : ours.events) {
        const auto same = std::find_if(theirs.events.begin(), theirs.events.end(), [&](const RequestEvent &other) {
            // A catalog says neither who nor to the second when: the word within a few minutes is the same event.
            const bool isNear = other.at.isValid() && event.at.isValid() && std::abs(other.at.secsTo(event.at)) < 300;
            // It may have one word for giving back and taking back: who did it knows which.
            const bool isGivenBack = event.what == cancelled && other.what == QStringLiteral("revoked");
            return isSameEvent(other, event) || (other.by.isEmpty() && isNear && (other.what == event.what || isGivenBack));
        });
        if (same == theirs.events.end()) {
            theirs.events.append(event);
        } else if (same->by.isEmpty()) {
            same->what = event.what;
            same->by = event.by;
            same->note = event.note;
        }
    }
    std::stable_sort(theirs.events.begin(), theirs.events.end(),
                     [](const RequestEvent &a, const RequestEvent &b) { return a.at < b.at; });
}

AccessRequest requestOf(const OutboxEntry &entry)
{
    AccessRequest r = entry.request;
    r.warning = entry.warning;
    if (entry.request.state == RequestState::Failed) {
        r.warning = Text::tr("It could not be sent: %1").arg(entry.reason);
    } else if (entry.request.state == RequestState::Sent && !entry.filed && entry.remote) {
        r.delivery = entry.attempted ? Delivery::Unconfirmed : Delivery::Waiting;
        r.warning = entry.attempted
                        ? Text::tr("Sent, unconfirmed: nobody knows whether %1 has it. It is looked up as soon as %1 "
                                   "answers; or try again, or cancel it.")
                              .arg(r.endpoint)
                        : Text::tr("It waits in the outbox, and is sent as soon as %1 answers.").arg(r.endpoint);
        if (!entry.reason.isEmpty())
            r.warning += u' ' + entry.reason;
    } else if (entry.request.state == RequestState::Sent && !entry.filed) {
        r.state = RequestState::Failed;
        r.warning = Text::tr("Sending was interrupted: try again.");
    }
    return r;
}

} // namespace meshscope
