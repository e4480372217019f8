#include "models/catalogs/entropy/requests.h"

#include "models/catalogs/entropy/records.h"
#include "models/catalogs/paged.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Entropy)
};

QString targetOf(const QString &id)
{
    return u"/api/access/"_s + pathSegment(id);
}

/// The catalog knows ports by their key alone; where a product has several versions of one, ours say which.
QString portOf(const Agreement &agreement)
{
    const QString before = agreement.product + u"/out/"_s;
    return agreement.port.startsWith(before) ? agreement.port.mid(before.size()).section(u'/', 0, -2) : agreement.port;
}

QJsonObject consumerOf(const Agreement &a)
{
    if (!a.consumerProduct.isEmpty()) {
        QJsonObject consumer{{u"dataProductId"_s, a.consumerProduct}};
        if (!a.consumerTeam.isEmpty())
            consumer.insert(u"teamId"_s, a.consumerTeam);
        return consumer;
    }
    if (!a.consumerTeam.isEmpty())
        return {{u"teamId"_s, a.consumerTeam}};
    return {{u"userId"_s, a.consumerUser}};
}

/// What the catalog has no field for; its custom fields can only be texts.
QString oursOf(const Agreement &a)
{
    QJsonObject ours;
    const auto put = [&ours](const char *key, const QString &value) {
        if (!value.isEmpty())
            ours.insert(QLatin1StringView(key), value);
    };
    put("requestedBy", a.requestedBy);
    put("requestedFor", a.requestedFor);
    put("replaces", a.replaces);
    if (!a.columns.isEmpty())
        ours.insert(u"columns"_s, QJsonArray::fromStringList(a.columns));
    QJsonArray events;
    for (const RequestEvent &event : a.events) {
        events.append(QJsonObject{{u"at"_s, event.at.toUTC().toString(Qt::ISODate)},
                                  {u"by"_s, event.by},
                                  {u"what"_s, event.what},
                                  {u"note"_s, event.note}});
    }
    ours.insert(u"events"_s, events);
    return QString::fromUtf8(QJsonDocument(ours).toJson(QJsonDocument::Compact));
}

QByteArray bodyOf(const Agreement &a)
{
    QJsonObject info{{u"purpose"_s, a.purpose}};
    if (a.from.isValid())
        info.insert(u"startDate"_s, a.from.toString(Qt::ISODate));
    if (a.until.isValid())
        info.insert(u"endDate"_s, a.until.toString(Qt::ISODate));
    if (!a.description.isEmpty())
        info.insert(u"individualAgreements"_s, a.description);
    QJsonObject provider{{u"dataProductId"_s, a.product}, {u"outputPortId"_s, portOf(a)}};
    if (!a.providerTeam.isEmpty())
        provider.insert(u"teamId"_s, a.providerTeam);
    const QJsonObject access{{u"id"_s, a.id},
                             {u"info"_s, info},
                             {u"provider"_s, provider},
                             {u"consumer"_s, consumerOf(a)},
                             {u"custom"_s, QJsonObject{{u"meshscope"_s, oursOf(a)}}}};
    return QJsonDocument(access).toJson(QJsonDocument::Compact);
}

} // namespace

Result<Agreement> EntropyRequests::find(const Agreement &wanted)
{
    const Result<HttpAnswer> answer = once(HttpRequest::get(targetOf(wanted.id)));
    if (!answer)
        return Failure(answer.error());
    if (answer->status >= 500)
        return away(*answer);
    const Result<JsonPage> page = jsonPage(*answer);
    if (!page) // a proxy's own page is no word of the catalog
        return fail(Error::Code::Io, page.error().text, catalog());
    Issues issues;
    Agreement found = EntropyReader::agreement(page->root(), u"api/access"_s, issues);
    if (found.id != wanted.id)
        return fail(Error::Code::Io, Text::tr("%1 answers something else than the access %2.").arg(catalog(), wanted.id),
                    catalog());
    found.source = wanted.source;
    return found;
}

Result<void> EntropyRequests::ask(const Agreement &wanted)
{
    if (wanted.port == u"*")
        return fail(Error::Code::Usage,
                    Text::tr("%1 takes requests for one output port at a time: choose the ports.").arg(catalog()),
                    catalog());
    return change(HttpRequest::change("PUT", targetOf(wanted.id), bodyOf(wanted)));
}

Result<void> EntropyRequests::moveEnd(const QString &id, const QDate &until)
{
    const Result<HttpClient *> open = client();
    if (!open)
        return Failure(open.error());
    const Result<HttpAnswer> answer = (*open)->get(targetOf(id));
    if (!answer)
        return Failure(answer.error());
    const Result<QJsonDocument> present = answer->json();
    if (!present)
        return Failure(present.error());
    QJsonObject access = present->object();
    QJsonObject info = access[u"info"].toObject();
    info.insert(u"endDate"_s, until.toString(Qt::ISODate));
    info.remove(u"status"_s); // what the catalog minds itself
    info.remove(u"active"_s);
    access.insert(u"info"_s, info);
    access.remove(u"provisioning"_s);
    return change(HttpRequest::change("PUT", targetOf(id), QJsonDocument(access).toJson(QJsonDocument::Compact)));
}

Result<void> EntropyRequests::take(const Agreement &now, const Decision &decision)
{
    const auto post = [&](const char *verb) {
        return change(HttpRequest::change("POST", targetOf(now.id) + u'/' + QLatin1StringView(verb), "{}"));
    };
    switch (decision.step) {
    case RequestStep::Approve:
        if (decision.until.isValid() && decision.until != now.until) {
            if (Result<void> moved = moveEnd(now.id, decision.until); !moved)
                return moved;
        }
        return post("approve");
    case RequestStep::Reject: return post("reject");
    case RequestStep::Revoke:
    case RequestStep::GiveBack: return post("cancel");
    // Its "cancel" is for what was approved: who asked takes back what nobody decided yet.
    case RequestStep::Withdraw: {
        Result<void> gone = change(HttpRequest::change("DELETE", targetOf(now.id)));
        return !gone && gone.error().code == Error::Code::NotFound ? Result<void>() : gone;
    }
    case RequestStep::Extend: return moveEnd(now.id, decision.until);
    default: return fail(Error::Code::Refused, whyNot(decision.step), catalog());
    }
}

QString EntropyRequests::whyNot(RequestStep step) const
{
    return step == RequestStep::Review ? Text::tr("Entropy Data knows no review: a request waits until it is decided.")
                                       : QString();
}

QString EntropyRequests::lost(const Decision &decision) const
{
    return decision.note.isEmpty() ? QString()
                                   : Text::tr("Entropy Data takes no note with a decision: yours is kept here only.");
}

} // namespace meshscope
