#include "app/cli/commandline.h"
#include "models/items/requestmodel.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshscope::cli {

namespace {

QJsonValue dateJson(const QDate &date)
{
    return date.isValid() ? QJsonValue(date.toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null);
}

QJsonObject requestJson(const AccessRequest &request)
{
    QJsonArray events;
    for (const RequestEvent &event : request.events) {
        events.append(QJsonObject{{u"at"_s, timeJson(event.at)},
                                  {u"by"_s, event.by},
                                  {u"what"_s, event.what},
                                  {u"note"_s, event.note},
                                  {u"source"_s, event.source}});
    }
    QJsonValue verified(QJsonValue::Null);
    if (request.verified)
        verified = QJsonObject{{u"at"_s, timeJson(request.verified->at)}, {u"how"_s, request.verified->how}};
    QJsonObject json{
        {u"id"_s, request.id},
        {u"address"_s, request.port.toString()},
        {u"endpoint"_s, request.endpoint},
        {u"state"_s, requestStateWord(request.state)},
        {u"vendorState"_s, request.vendorState.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(request.vendorState)},
        {u"requestedBy"_s, request.requestedBy},
        {u"requestedFor"_s, request.requestedFor},
        {u"purpose"_s, request.purpose},
        {u"columns"_s, array(request.columns)},
        {u"from"_s, dateJson(request.from)},
        {u"until"_s, dateJson(request.until)},
        {u"events"_s, events},
        {u"verified"_s, verified}};
    if (request.delivery != Delivery::There)
        json.insert(u"delivery"_s, request.delivery == Delivery::Waiting ? u"waiting"_s : u"unconfirmed"_s);
    if (!request.warning.isEmpty())
        json.insert(u"warning"_s, request.warning);
    return json;
}

Answer listAnswer(const QList<AccessRequest> &requests)
{
    QJsonArray list;
    QList<QStringList> rows;
    for (const AccessRequest &request : requests) {
        list.append(requestJson(request));
        rows.append({request.id.left(8), requestStateText(request), request.port.id,
                     request.requestedBy.isEmpty() ? requestedByWhom(request) : request.requestedBy,
                     request.until.isValid() ? request.until.toString(Qt::ISODate) : QString(),
                     request.purpose.simplified().left(60)});
        if (!request.warning.isEmpty())
            rows.append({{}, {}, request.warning});
    }
    return {{{u"requests"_s, list}},
            rows.isEmpty() ? QCoreApplication::translate("meshscope::cli", "no requests")
                           : table({QCoreApplication::translate("meshscope::cli", "id"),
                                    QCoreApplication::translate("meshscope::cli", "state"),
                                    QCoreApplication::translate("meshscope::cli", "port"),
                                    QCoreApplication::translate("meshscope::cli", "by"),
                                    QCoreApplication::translate("meshscope::cli", "until"),
                                    QCoreApplication::translate("meshscope::cli", "purpose")},
                                   rows),
            Done,
            {}};
}

Result<QDate> dateOption(const Call &call, const QString &option)
{
    if (!call.has(option))
        return QDate();
    const QDate date = QDate::fromString(call.value(option), Qt::ISODate);
    if (!date.isValid())
        return usage(QCoreApplication::translate("meshscope::cli", "--%1 takes a date such as 2027-03-31, not \"%2\"")
                         .arg(option, call.value(option)));
    return date;
}

/// The ports a typed address asks for: a port itself, or all output ports of a product.
Result<QList<NodeId>> askedPorts(const Mesh &mesh, const QString &typed)
{
    const Result<NodeId> node = mesh.resolve(typed);
    if (!node)
        return Failure(node.error());
    QList<NodeId> ports;
    if (mesh.kind(*node) == Kind::Port) {
        ports.append(*node);
    } else if (mesh.kind(*node) == Kind::Product) {
        for (const NodeId port : mesh.portsOf(*node)) {
            if (mesh.port(port).output)
                ports.append(port);
        }
    }
    if (ports.isEmpty())
        return fail(
            Error::Code::Usage,
            QCoreApplication::translate("meshscope::cli", "access is asked for output ports or products that have some"),
            typed);
    for (const NodeId port : ports) {
        if (!mesh.port(port).output)
            return fail(
                Error::Code::Usage,
                QCoreApplication::translate("meshscope::cli", "this is an input port: access is asked for output ports"),
                typed);
    }
    return ports;
}

/// What was sent and what was not: "done in part" unless all went one way.
Result<Answer> filedAnswer(const QList<AccessRequest> &sent, const QStringList &refused)
{
    if (sent.isEmpty())
        return fail(Error::Code::Usage, refused.join(u' '));
    Answer answer = listAnswer(sent);
    const auto failed = std::count_if(sent.begin(), sent.end(),
                                      [](const AccessRequest &request) { return request.state == RequestState::Failed; });
    if (failed > 0 || !refused.isEmpty())
        answer.exit = failed == sent.size() && refused.isEmpty() ? Failed : Partial;
    if (!refused.isEmpty()) {
        answer.json.insert(u"missing"_s, array(refused));
        answer.text += u'\n' + QCoreApplication::translate("meshscope::cli", "not asked for: %1").arg(refused.join(u' '));
    }
    return answer;
}

Result<Answer> file(Call &call, const Mesh &mesh, AccessDesk &desk)
{
    const QStringList typed = call.positional().mid(1);
    if (typed.isEmpty())
        return usage(QCoreApplication::translate("meshscope::cli", "request file takes one or more ports or products"));
    if (call.value(u"purpose"_s).trimmed().isEmpty())
        return usage(
            QCoreApplication::translate("meshscope::cli", "request file needs --purpose: say what the data is for"));
    const Result<QDate> until = dateOption(call, u"until"_s);
    if (!until)
        return Failure(until.error());
    QList<NodeId> ports;
    for (const QString &text : typed) {
        const Result<QList<NodeId>> asked = askedPorts(mesh, text);
        if (!asked)
            return Failure(asked.error());
        for (const NodeId port : *asked) {
            if (!ports.contains(port)) // a product and one of its ports ask for that port once
                ports.append(port);
        }
    }
    const Profile profile = desk.profile();
    QList<AccessRequest> sent;
    QStringList refused;
    for (const NodeId port : std::as_const(ports)) {
        AccessRequest draft;
        draft.port = mesh.address(port);
        draft.product = mesh.address(mesh.productOf(port));
        draft.endpoint = draft.port.endpoint;
        draft.purpose = call.value(u"purpose"_s);
        draft.requestedBy = call.has(u"as"_s) ? call.value(u"as"_s) : profile.email.isEmpty() ? profile.name : profile.email;
        draft.requestedFor = call.value(u"for"_s);
        draft.until = *until;
        draft.from = QDate::currentDate();
        for (const QString &column : call.value(u"columns"_s).split(u',', Qt::SkipEmptyParts))
            draft.columns.append(column.trimmed());
        const Result<QString> id = desk.saveDraft(draft);
        if (!id)
            return Failure(id.error());
        const Result<AccessRequest> request = desk.send(mesh, *id);
        if (request) {
            sent.append(*request);
            continue;
        }
        const Result<void> discarded = desk.discardDraft(*id); // what was typed stands in the shell's history
        Q_UNUSED(discarded)
        if (ports.size() == 1)
            return Failure(request.error());
        refused.append(mesh.address(port).toString() + u": "_s + request.error().text);
    }
    return filedAnswer(sent, refused);
}

Result<Answer> list(Call &call, const Mesh &mesh, const AccessDesk &desk)
{
    std::optional<RequestState> state;
    if (call.has(u"state"_s)) {
        state = requestStateFromWord(call.value(u"state"_s));
        if (!state)
            return usage(QCoreApplication::translate("meshscope::cli", "no such state: %1").arg(call.value(u"state"_s)));
    }
    QList<AccessRequest> chosen;
    for (const AccessRequest &request : desk.requests(mesh, QDateTime::currentDateTimeUtc())) {
        const bool open = request.state == RequestState::Sent || request.state == RequestState::InReview;
        if ((state && request.state != *state) || (call.has(u"mine"_s) && !desk.isMine(request)) ||
            (call.has(u"to-decide"_s) && !(open && desk.mayDecide(mesh, request))))
            continue;
        chosen.append(request);
    }
    return listAnswer(chosen);
}

Result<Answer> request(Call &call)
{
    const QString what = call.positional().value(0);
    static const QHash<QString, RequestMove> moves{{u"approve"_s, RequestMove::Approve}, {u"reject"_s, RequestMove::Reject},
                                                   {u"cancel"_s, RequestMove::Cancel},   {u"revoke"_s, RequestMove::Revoke},
                                                   {u"extend"_s, RequestMove::Extend},   {u"retry"_s, RequestMove::Retry}};
    if (what != u"file"_s && what != u"list"_s && what != u"show"_s && !moves.contains(what))
        return usage(QCoreApplication::translate(
            "meshscope::cli", "request takes file, list, show, approve, reject, cancel, revoke, extend or retry"));
    const Result<MeshPtr> loaded = call.mesh();
    if (!loaded)
        return Failure(loaded.error());
    const Mesh &mesh = **loaded;
    AccessDesk &desk = *(*call.services())->desk;
    if (what == u"file"_s)
        return file(call, mesh, desk);
    if (what == u"list"_s)
        return list(call, mesh, desk);
    if (call.positional().size() != 2)
        return usage(QCoreApplication::translate("meshscope::cli", "request %1 takes the request's id").arg(what));
    const QString id = call.positional().at(1);
    if (what == u"show"_s) {
        const Result<AccessRequest> found = desk.request(mesh, id, QDateTime::currentDateTimeUtc());
        if (!found)
            return Failure(found.error());
        return listAnswer({*found});
    }
    const Result<QDate> until = dateOption(call, u"until"_s);
    if (!until)
        return Failure(until.error());
    const Result<AccessRequest> moved = desk.move(mesh, id, moves.value(what), call.value(u"note"_s), *until);
    if (!moved)
        return Failure(moved.error());
    Answer answer = listAnswer({*moved});
    if (moved->state == RequestState::Failed)
        answer.exit = Failed;
    return answer;
}

Result<Answer> audit(Call &call)
{
    if (call.positional() != QStringList{u"verify"_s})
        return usage(QCoreApplication::translate("meshscope::cli", "audit takes verify"));
    const Result<Services *> services = call.services();
    if (!services)
        return Failure(services.error());
    const AccessDesk::AuditVerdict verdict = (*services)->desk->verifyAudit();
    QJsonValue bad(QJsonValue::Null);
    if (!verdict.ok)
        bad = QJsonObject{{u"index"_s, verdict.firstBad}, {u"why"_s, verdict.why}};
    return Answer{{{u"ok"_s, verdict.ok}, {u"events"_s, verdict.events}, {u"firstBad"_s, bad}},
                  verdict.ok
                      ? QCoreApplication::translate("meshscope::cli", "%1 events, the chain is intact").arg(verdict.events)
                      : QCoreApplication::translate("meshscope::cli", "the chain is broken at event %1: %2")
                            .arg(verdict.firstBad)
                            .arg(verdict.why),
                  verdict.ok ? Done : Failed,
                  {}};
}

Result<Answer> profile(Call &call)
{
    const Result<Services *> services = call.services(Workspace::Open::CreateIfMissing);
    if (!services)
        return Failure(services.error());
    AccessDesk &desk = *(*services)->desk;
    Profile me = desk.profile();
    if (call.has(u"name"_s))
        me.name = call.value(u"name"_s);
    if (call.has(u"email"_s))
        me.email = call.value(u"email"_s);
    if (call.has(u"team"_s))
        me.teams = call.values(u"team"_s);
    if (call.has(u"name"_s) || call.has(u"email"_s) || call.has(u"team"_s)) {
        if (const Result<void> kept = desk.setProfile(me); !kept)
            return Failure(kept.error());
    }
    return Answer{{{u"name"_s, me.name}, {u"email"_s, me.email}, {u"teams"_s, array(me.teams)}},
                  table({}, {{QCoreApplication::translate("meshscope::cli", "Name"), me.name},
                             {QCoreApplication::translate("meshscope::cli", "E-mail"), me.email},
                             {QCoreApplication::translate("meshscope::cli", "Teams"), me.teams.join(u", "_s)}}),
                  Done,
                  {}};
}

} // namespace

Result<Answer> showRequest(Call &call, const QString &id)
{
    const Result<MeshPtr> mesh = call.mesh();
    if (!mesh)
        return Failure(mesh.error());
    const Result<AccessRequest> found = (*call.services())->desk->request(**mesh, id, QDateTime::currentDateTimeUtc());
    if (!found)
        return Failure(found.error());
    Answer answer = listAnswer({*found});
    QJsonObject json = requestJson(*found);
    json.insert(u"asks"_s, json.value(u"address"_s));
    json.insert(u"address"_s, Address{found->endpoint, Kind::Request, found->id}.toString());
    json.insert(u"kind"_s, kindWord(Kind::Request));
    json.insert(u"name"_s, found->purpose);
    json.insert(u"description"_s, found->purpose);
    for (const char *list : {"aliases", "domain", "owners", "tags", "terms", "ports", "serviceLevels", "sources"})
        json.insert(QLatin1StringView(list), QJsonArray());
    json.insert(u"lifecycle"_s, json.value(u"state"_s));
    json.insert(u"certification"_s, QString());
    json.insert(u"contract"_s, QJsonValue(QJsonValue::Null));
    answer.json = json;
    return answer;
}

std::vector<Command> requestCommands()
{
    return {
        {u"request"_s,
         u"request file ADDRESS… --purpose TEXT | list | show ID | approve|reject|cancel|revoke|extend|retry ID"_s,
         QCoreApplication::translate("meshscope::cli", "ask for access, follow it, decide"),
         {{u"purpose"_s, QCoreApplication::translate("meshscope::cli", "What the data is for."), u"text"_s},
          {u"until"_s, QCoreApplication::translate("meshscope::cli", "Last day of access."), u"date"_s},
          {u"columns"_s, QCoreApplication::translate("meshscope::cli", "Only these columns."), u"a,b"_s},
          {u"for"_s, QCoreApplication::translate("meshscope::cli", "On behalf of this team or product."), u"party"_s},
          {u"as"_s, QCoreApplication::translate("meshscope::cli", "Who asks, when it is not the profile's person."),
           u"party"_s},
          {u"state"_s, QCoreApplication::translate("meshscope::cli", "Only requests in this state."), u"state"_s},
          {u"mine"_s, QCoreApplication::translate("meshscope::cli", "Only those by or for me or my teams.")},
          {u"to-decide"_s, QCoreApplication::translate("meshscope::cli", "Only those that wait for my decision.")},
          {u"note"_s, QCoreApplication::translate("meshscope::cli", "A note for the other side."), u"text"_s}},
         request},
        {u"audit"_s,
         u"audit verify"_s,
         QCoreApplication::translate("meshscope::cli", "check the signed chain of request events"),
         {},
         audit},
        {u"profile"_s,
         u"profile [--name N] [--email E] [--team T]…"_s,
         QCoreApplication::translate("meshscope::cli", "who is asking: shown, or set"),
         {{u"name"_s, QCoreApplication::translate("meshscope::cli", "Your name."), u"name"_s},
          {u"email"_s, QCoreApplication::translate("meshscope::cli", "Your e-mail."), u"address"_s},
          {u"team"_s, QCoreApplication::translate("meshscope::cli", "A team of yours."), u"team"_s}},
         profile},
    };
}

} // namespace meshscope::cli
