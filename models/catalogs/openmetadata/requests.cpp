#include "models/catalogs/openmetadata/requests.h"

#include "models/catalogs/openmetadata/records.h"
#include "models/formats/reading.h"
#include "models/mesh/address.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QThread>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace meshscope::openmetadata {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::OpenMetadata)
};

const QString api = u"/api/v1/"_s;
constexpr int page = 200;
constexpr int patience = 20; ///< looks at what the workflow offers, each after a longer pause: 10 s together

/// Who asked and for whom, which a token shared by several people does not tell.
QString descriptionOf(const Agreement &a)
{
    return a.requestedFor.isEmpty() ? u"Requested by %1."_s.arg(a.requestedBy)
                                    : u"Requested by %1 for %2."_s.arg(a.requestedBy, a.requestedFor);
}

void readDescription(const QString &text, Agreement &agreement)
{
    static const QRegularExpression form(u"^Requested by (.+?)(?: for (.+))?\\.$"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return;
    agreement.requestedBy = match.captured(1);
    agreement.requestedFor = match.captured(2);
}

QByteArray bodyOf(const Agreement &a, const QString &link)
{
    QJsonObject payload{{u"accessType"_s, a.columns.isEmpty() ? u"FullAccess"_s : u"ColumnLevel"_s},
                        {u"requestedAccess"_s, u"Read"_s},
                        {u"reason"_s, a.purpose},
                        {u"ticketId"_s, a.id}};
    if (!a.columns.isEmpty())
        payload.insert(u"columns"_s, QJsonArray::fromStringList(a.columns));
    if (a.until.isValid()) {
        const QDate from = a.from.isValid() ? a.from : QDate::currentDate();
        payload.insert(u"duration"_s, u"P%1D"_s.arg(std::max<qint64>(1, from.daysTo(a.until))));
        payload.insert(u"expirationDate"_s, a.until.endOfDay(Qt::UTC).toMSecsSinceEpoch());
    }
    const QJsonObject task{{u"category"_s, u"DataAccess"_s},
                           {u"type"_s, u"DataAccessRequest"_s},
                           {u"about"_s, link},
                           {u"description"_s, descriptionOf(a)},
                           {u"payload"_s, payload}};
    return QJsonDocument(task).toJson(QJsonDocument::Compact);
}

/// The words of the mesh folder for a task's status.
void readStatus(const Node &task, Agreement &agreement)
{
    const QString word = task["status"].text();
    const Node &resolution = task["resolution"];
    const auto happened = [&](const QString &what, const Node &at, const Node &who, const QString &note) {
        agreement.events.append({timeOf(at), shownName(who), what, note, agreement.source.file});
    };
    const auto grant = [&](const QString &state) {
        agreement.properties.append({requestterms::grant, state});
        agreement.properties.append({requestterms::grantWord, word});
    };
    const QString comment = resolution["comment"].text();
    agreement.properties.append({requestterms::status, word});
    agreement.decision = comment;
    agreement.status = u"requested"_s;
    if (!task["approvedAt"].isNull())
        happened(u"approved"_s, task["approvedAt"], task["approvedBy"], word == u"Approved" ? comment : QString());
    const Node &at = resolution["resolvedAt"];
    const Node &who = resolution["resolvedBy"];
    if (word == u"Approved" || word == u"Completed") {
        agreement.status = u"approved"_s;
        grant(word == u"Approved" ? u"pending"_s : u"revoked"_s);
    } else if (word == u"Granted" || word == u"ManualRevoke") { // the latter waits for somebody to take it back by hand
        agreement.status = u"approved"_s;
        agreement.active = true;
        grant(u"granted"_s);
    } else if (word == u"Expired") {
        agreement.status = u"approved"_s;
        if (!agreement.until.isValid())
            agreement.until = timeOf(task["updatedAt"]).date();
        grant(u"revoked"_s);
    } else if (word == u"Revoked") {
        agreement.status = u"approved"_s;
        happened(u"revoked"_s, at, who, comment);
        grant(u"revoked"_s);
    } else if (word == u"Failed") {
        agreement.status = u"approved"_s;
        grant(u"failed"_s);
        addProperty(agreement.properties, requestterms::grantWhy, resolution["comment"]);
    } else if (word == u"Rejected") {
        agreement.status = u"rejected"_s;
        happened(u"rejected"_s, at, who, comment);
    } else if (word == u"Cancelled") {
        agreement.status = u"rejected"_s;
        happened(u"cancelled"_s, at, who, comment);
    } else if (word == u"InProgress") {
        happened(u"in-review"_s, task["updatedAt"], Node::null(), {});
    }
}

} // namespace

QString taskFields()
{
    return u"about,createdBy,comments,payload,resolution,availableTransitions"_s;
}

Agreement agreementOf(const Node &task, const QString &unit, const QHash<QString, OutputOf> &outputs,
                      const QHash<QString, QString> &emails)
{
    ReadContext context;
    context.file = unit;
    Agreement agreement;
    agreement.source = sourceOf(context, task);
    const Node &payload = task["payload"];
    const QString ticket = payload["ticketId"].text();
    const bool isOurs = !QUuid::fromString(ticket).isNull();
    agreement.id = isOurs ? ticket : task["id"].text();
    agreement.name = firstText(task, {"displayName", "taskId", "name"});
    addProperty(agreement.properties, "uuid", task["id"]);
    addProperty(agreement.properties, "task", task["taskId"]);
    const Node &about = task["about"];
    const QString fqn = firstText(about, {"fullyQualifiedName", "name"});
    if (about["type"].isText("dataProduct")) {
        agreement.product = fqn;
        agreement.port = u"*"_s;
    } else {
        const OutputOf output = outputs.value(about["id"].text());
        agreement.product = output.product;
        agreement.port = output.port.isEmpty() ? fqn : output.port;
    }
    const QString user = task["createdBy"]["name"].text();
    agreement.consumerUser = user;
    agreement.requestedBy = emails.value(user, user);
    readDescription(task["description"].text(), agreement);
    agreement.purpose = payload["reason"].text();
    for (QString column : payload["columns"].texts())
        agreement.columns.append(column.startsWith(fqn + u'.') ? column.mid(fqn.size() + 1) : column);
    agreement.until = timeOf(payload["expirationDate"]).date();
    for (const char *key : {"accessType", "requestedAccess", "duration"})
        addProperty(agreement.properties, key, payload[key]);
    if (!isOurs)
        addProperty(agreement.properties, "ticketId", payload["ticketId"]);
    for (const Node &transition : task["availableTransitions"].items())
        addProperty(agreement.properties, u"transition "_s + transition["id"].text(), transition["label"]);
    agreement.events.append({timeOf(task["createdAt"]), agreement.requestedBy, u"sent"_s, {}, unit});
    for (const Node &comment : task["comments"].items())
        agreement.events.append(
            {timeOf(comment["createdAt"]), shownName(comment["author"]), u"comment"_s, comment["message"].text(), unit});
    readStatus(task, agreement);
    std::stable_sort(agreement.events.begin(), agreement.events.end(),
                     [](const RequestEvent &a, const RequestEvent &b) { return a.at < b.at; });
    return agreement;
}

Result<JsonPage> Requests::send(const HttpRequest &request)
{
    const Result<HttpAnswer> answer = once(request.accepting({400, 404, 409, 422, 500}));
    if (!answer)
        return Failure(answer.error());
    Result<JsonPage> page = jsonPage(*answer);
    const QString said = messageIn(*answer);
    const bool isNoRoute = (answer->status == 404 || answer->status == 500) && said.contains(u"HTTP 404 Not Found");
    if (isNoRoute)
        return fail(Error::Code::Usage,
                    Text::tr("%1 takes no requests for access: that came with OpenMetadata 2.0.").arg(catalog()), catalog());
    if (answer->status >= 500 || (answer->status < 300 && !page))
        return away(*answer);
    if (answer->status >= 300)
        return notTaken(*answer);
    return page;
}

Result<Agreement> Requests::find(const Agreement &wanted)
{
    const auto found = [&](const Node &task) {
        const QString uuid = task["about"]["id"].text();
        // Which port it is about is known from what was asked for.
        QHash<QString, OutputOf> outputs;
        if (!wanted.product.isEmpty() && wanted.port != u"*")
            outputs.insert(uuid, {wanted.product, wanted.port});
        Agreement agreement = agreementOf(task, u"api/v1/tasks/dataAccessRequests"_s, outputs, {});
        agreement.source = wanted.source;
        if (!wanted.requestedBy.isEmpty() && agreement.consumerUser == agreement.requestedBy)
            agreement.requestedBy = wanted.requestedBy; // what the catalog calls them
        agreement.from = wanted.from;
        return agreement;
    };
    if (const QString uuid = propertyOf(wanted, u"uuid"); !uuid.isEmpty()) {
        const Result<JsonPage> task =
            send(HttpRequest::get(api + u"tasks/"_s + pathSegment(uuid), {{u"fields"_s, taskFields()}}));
        return task ? Result<Agreement>(found(task->root())) : Result<Agreement>(Failure(task.error()));
    }
    // Newest first: what was just sent is on the first page.
    for (qint64 offset = 0;;) {
        const Result<JsonPage> list =
            send(HttpRequest::get(api + u"tasks/dataAccessRequests"_s, {{u"fields"_s, taskFields()},
                                                                        {u"sortOrder"_s, u"desc"_s},
                                                                        {u"limit"_s, QString::number(page)},
                                                                        {u"offset"_s, QString::number(offset)}}));
        if (!list)
            return Failure(list.error());
        const Node &items = list->root()["data"];
        if (!items.isSequence())
            return fail(Error::Code::Io, Text::tr("%1 answers something else than a list of requests.").arg(catalog()),
                        catalog());
        for (const Node &task : items.items()) {
            if (task["payload"]["ticketId"].isText(wanted.id.toStdString()) || task["id"].text() == wanted.id)
                return found(task);
        }
        offset += items.size();
        if (items.size() == 0 || offset >= list->root()["paging"]["total"].integer().value_or(offset))
            return fail(Error::Code::NotFound, Text::tr("%1 has no request %2.").arg(catalog(), wanted.id), catalog());
    }
}

Result<QString> Requests::linkOf(const Agreement &wanted)
{
    if (wanted.port == u"*")
        return u"<#E::dataProduct::%1>"_s.arg(wanted.product);
    for (qint64 offset = 0;;) {
        const Result<JsonPage> ports =
            send(HttpRequest::get(api + u"dataProducts/name/"_s + pathSegment(wanted.product) + u"/outputPorts"_s,
                                  {{u"limit"_s, QString::number(page)}, {u"offset"_s, QString::number(offset)}}));
        if (!ports)
            return Failure(ports.error());
        const Node &items = ports->root()["data"];
        for (const Node &item : items.items()) {
            const QString fqn = item["fullyQualifiedName"].text();
            if (wanted.port == portId(wanted.product, true, fqn, {}) || wanted.port == fqn || wanted.port == shownName(item))
                return u"<#E::%1::%2>"_s.arg(item["type"].isNull() ? u"table"_s : item["type"].text(), fqn);
        }
        offset += items.size();
        if (items.size() == 0 || offset >= ports->root()["paging"]["total"].integer().value_or(offset))
            return fail(Error::Code::Usage,
                        Text::tr("%1 has no output port %2 (any more): sync %3, or ask for another.")
                            .arg(wanted.product, wanted.port, catalog()),
                        catalog());
    }
}

Result<void> Requests::ask(const Agreement &wanted)
{
    const Result<QString> link = linkOf(wanted);
    if (!link)
        return Failure(link.error());
    const Result<JsonPage> made = send(HttpRequest::change("POST", api + u"tasks"_s, bodyOf(wanted, *link)));
    return made ? Result<void>() : Failure(made.error());
}

Result<Requests::Transition> Requests::transitionTo(const QString &status, const QString &uuid)
{
    QStringList offered;
    for (int look = 0; look < patience; ++look) {
        if (look > 0)
            QThread::msleep(ulong(50 * look));
        const Result<JsonPage> task =
            send(HttpRequest::get(api + u"tasks/"_s + pathSegment(uuid), {{u"fields"_s, u"availableTransitions"_s}}));
        if (!task)
            return Failure(task.error());
        offered.clear();
        for (const Node &transition : task->root()["availableTransitions"].items()) {
            if (transition["targetTaskStatus"].text() == status)
                return Transition{transition["id"].text(), transition["requiresComment"].boolean().value_or(false)};
            offered.append(transition["label"].text());
        }
        if (!offered.isEmpty())
            break;
    }
    return fail(
        Error::Code::Refused,
        offered.isEmpty()
            ? Text::tr("%1 offers nothing to be done with the request at the moment. Try again later.").arg(catalog())
            : Text::tr("What %1 offers to be done with the request now is: %2.").arg(catalog(), offered.join(u", "_s)),
        catalog());
}

Result<void> Requests::take(const Agreement &now, const Decision &decision)
{
    if (const QString why = whyNot(decision.step); !why.isEmpty())
        return fail(Error::Code::Refused, why, catalog());
    const QString uuid = propertyOf(now, u"uuid");
    if (uuid.isEmpty())
        return fail(Error::Code::NotFound, Text::tr("%1 has no request %2.").arg(catalog(), now.id), catalog());
    const QString target = api + u"tasks/"_s + pathSegment(uuid);
    const auto done = [](const Result<JsonPage> &answer) {
        return answer ? Result<void>() : Result<void>(Failure(answer.error()));
    };
    if (decision.step == RequestStep::Withdraw) {
        QString address = target + u"/close"_s;
        if (!decision.note.isEmpty())
            address += u'?' + QString::fromLatin1(formEncoded({{u"comment"_s, decision.note}}));
        return done(send(HttpRequest::change("POST", address, "{}")));
    }
    const QString status = decision.step == RequestStep::Approve  ? u"Approved"_s
                           : decision.step == RequestStep::Reject ? u"Rejected"_s
                                                                  : u"Revoked"_s;
    const Result<Transition> transition = transitionTo(status, uuid);
    if (!transition)
        return Failure(transition.error());
    if (transition->needsComment && decision.note.trimmed().isEmpty())
        return fail(Error::Code::Usage, Text::tr("%1 wants a reason with this: write a note.").arg(catalog()), catalog());
    QJsonObject body{{u"transitionId"_s, transition->id}};
    if (!decision.note.isEmpty())
        body.insert(u"comment"_s, decision.note);
    return done(
        send(HttpRequest::change("POST", target + u"/resolve"_s, QJsonDocument(body).toJson(QJsonDocument::Compact))));
}

QString Requests::whyNot(RequestStep step) const
{
    switch (step) {
    case RequestStep::Review: return Text::tr("OpenMetadata's workflow gives a request to its reviewers by itself.");
    case RequestStep::GiveBack:
        return Text::tr("In OpenMetadata nobody gives an access back: ask who decided to revoke it.");
    case RequestStep::Extend: return Text::tr("OpenMetadata cannot extend an access: ask for it anew.");
    default: return {};
    }
}

QString Requests::lost(const Decision &decision) const
{
    return decision.step == RequestStep::Approve && decision.until.isValid()
               ? Text::tr("OpenMetadata keeps the day that was asked for: the one you chose is kept here only.")
               : QString();
}

} // namespace meshscope::openmetadata
