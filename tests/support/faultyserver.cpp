#include "tests/support/faultyserver.h"

#include "tests/support/faultyvalues.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <zlib.h>

using namespace Qt::StringLiterals;

namespace meshscope::test {

namespace {

Script json(const QByteArray &body)
{
    return Script::json(body);
}

Script said(int status, const QByteArray &body, const QList<std::pair<QByteArray, QByteArray>> &headers = {})
{
    return Script::answer(status, body, headers);
}

Script webPage()
{
    return said(200, "<!DOCTYPE html><html><head><title>Sign in</title></head><body>Please</body></html>",
                {{"Content-Type", "text/html"}});
}

QByteArray packedBlanks(qint64 size)
{
    z_stream stream = {};
    deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray blanks(1 << 20, ' ');
    QByteArray out(qsizetype(size / 100 + 4096), Qt::Uninitialized);
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    for (qint64 done = 0; done < size; done += blanks.size()) {
        stream.next_in = reinterpret_cast<Bytef *>(blanks.data());
        stream.avail_in = uInt(blanks.size());
        deflate(&stream, done + blanks.size() >= size ? Z_FINISH : Z_NO_FLUSH);
    }
    out.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return out;
}

/// Slow, stalling, lost on the way.
QList<Fault> ofTheWay()
{
    QList<Fault> faults;
    faults.append({"slow", [](const Met &met) {
                       Script script = met.proper;
                       script.drip = 1;
                       script.portion = int(script.bytes.size() / 20) + 1;
                       return script;
                   }});
    const auto mute = [&](const QByteArray &name, const std::function<Script(const Met &)> &meet) {
        faults.append({name, meet});
        faults.last().isMute = true;
    };
    mute("never answers", [](const Met &) { return Script::stall(); });
    mute("stalls once", [](const Met &met) { return met.number == 3 ? Script::stall() : met.proper; });
    mute("stalls in the middle of an answer", [](const Met &met) {
        Script script = met.proper;
        if (met.number == 3) {
            script.bytes.truncate(script.bytes.size() / 2);
            script.then = Script::Then::Stall;
        }
        return script;
    });
    faults.append({"resets each third", [](const Met &met) { return met.number % 3 == 0 ? Script::reset() : met.proper; }});
    faults.append({"resets always", [](const Met &) { return Script::reset(); }});
    faults.append({"resets from the third", [](const Met &met) { return met.number > 2 ? Script::reset() : met.proper; }});
    faults.append({"ends half-way", [](const Met &met) {
                       return met.number > 2 ? Script::close(met.proper.bytes.left(met.proper.bytes.size() / 2))
                                             : met.proper;
                   }});
    faults.append({"half of the JSON", [](const Met &met) {
                       const QByteArray body = bodyOf(met.proper);
                       return met.number > 2 ? withBody(met.proper, body.left(body.size() / 2)) : met.proper;
                   }});
    faults.append({"half of the JSON, once", [](const Met &met) {
                       const QByteArray body = bodyOf(met.proper);
                       return met.number == 3 ? withBody(met.proper, body.left(body.size() / 2)) : met.proper;
                   }});
    return faults;
}

/// Something else than was asked for, or far too much of it.
QList<Fault> ofTheAnswer()
{
    QList<Fault> faults;
    faults.append({"a web page", [](const Met &) { return webPage(); }});
    faults.append({"a web page from the third", [](const Met &met) { return met.number > 2 ? webPage() : met.proper; }});
    faults.append({"another content type", [](const Met &met) {
                       return said(200, bodyOf(met.proper), {{"Content-Type", "application/octet-stream"}});
                   }});
    faults.append({"nothing", [](const Met &met) { return met.number > 1 ? said(200, "") : met.proper; }});
    faults.append({"no content", [](const Met &met) { return met.number > 1 ? said(204, "") : met.proper; }});
    faults.append({"another document", [](const Met &met) { return met.number > 1 ? json("{\"ok\":true}") : met.proper; }});
    faults.append({"null", [](const Met &) { return json("null"); }});
    faults.append({"deep nesting",
                   [](const Met &met) { return met.number > 1 ? json("{\"a\":" + QByteArray(100'000, '[')) : met.proper; }});
    faults.append({"no UTF-8", [](const Met &met) {
                       QByteArray body = bodyOf(met.proper);
                       body.replace("\"name\"", "\"\xff\xfe\x80\"");
                       return withBody(met.proper, body);
                   }});
    faults.append({"gigabytes", [](const Met &met) {
                       if (met.number != 3)
                           return met.proper;
                       Script script;
                       script.bytes = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"a\":\"";
                       script.chunk = QByteArray(65'536, 'x');
                       script.then = Script::Then::Repeat;
                       return script;
                   }});
    faults.append({"a packed bomb", [](const Met &met) {
                       static const QByteArray bomb = packedBlanks(qint64(300) << 20);
                       return met.number == 3
                                  ? said(200, bomb, {{"Content-Type", "application/json"}, {"Content-Encoding", "gzip"}})
                                  : met.proper;
                   }});
    return faults;
}

/// Where a list goes on, of every vendor: another place each time.
QJsonValue withCursor(const QString &key, const QJsonValue &value, int number)
{
    static const QStringList cursors{u"nextScrollId"_s, u"next_page_token"_s, u"next-page-token"_s,
                                     u"nextToken"_s,    u"NextToken"_s,       u"after"_s,
                                     u"next"_s};
    if (cursors.contains(key.section(u'#', -1)) && isLeaf(value))
        return u"c%1"_s.arg(number);
    QJsonObject object = value.toObject();
    if (object.contains(u"searchResults"_s) && object.contains(u"total"_s))
        object.insert(u"nextScrollId"_s, u"c%1"_s.arg(number));
    return value.isObject() ? QJsonValue(object) : value;
}

/// Lists that do not end, shift, or lie about what they hold.
QList<Fault> ofLists()
{
    QList<Fault> faults;
    faults.append({"the first page again and again", [](const Met &met) { return met.firstOfKind; }});
    faults.append({"a cursor that never ends",
                   [](const Met &met) {
                       return garbled(met, [&](const QString &key, const QJsonValue &value, int) {
                           return withCursor(key, value, met.number);
                       });
                   },
                   Fault::Tells::Others});
    faults.append({"pages of new things without end", [](const Met &met) {
                       return garbled(met, [&](const QString &key, const QJsonValue &value, int depth) -> QJsonValue {
                           static const QStringList ids{u"id"_s,   u"urn"_s,  u"@id"_s,       u"name"_s,
                                                        u"Name"_s, u"uuid"_s, u"identifier"_s};
                           if (ids.contains(key) && value.isString() && depth > 1)
                               return value.toString() + u'-' + QString::number(met.number);
                           return withCursor(key, value, met.number);
                       });
                   }});
    faults.last().tells = Fault::Tells::Others;
    faults.last().isEndless = true;
    faults.append({"pages that shift",
                   [](const Met &met) {
                       return garbled(met, [&](const QString &, const QJsonValue &value, int depth) -> QJsonValue {
                           QJsonArray list = value.toArray();
                           if (!value.isArray() || list.size() < 2 || depth > 4 || isLeaf(list.first()))
                               return value;
                           for (int i = 0; i < met.number % list.size(); ++i) {
                               list.append(list.first());
                               list.removeFirst();
                           }
                           list.replace(0, list.last()); // one twice, one missing
                           return list;
                       });
                   },
                   Fault::Tells::Others});
    faults.append(garbling("totals that lie", [](const QString &key, const QJsonValue &value, int) -> QJsonValue {
        return key.contains(u"total"_s, Qt::CaseInsensitive) || key == u"count"_s ? QJsonValue(1'000'000) : value;
    }));
    return faults;
}

/// Refused, sent elsewhere, asked to wait.
QList<Fault> ofTheDoor()
{
    QList<Fault> faults;
    const auto status = [](int number) {
        return said(number, "{\"message\":\"no\"}", {{"Content-Type", "application/json"}});
    };
    faults.append({"401 after some", [status](const Met &met) { return met.number > 4 ? status(401) : met.proper; }});
    faults.append({"401 after twenty", [status](const Met &met) { return met.number > 20 ? status(401) : met.proper; }});
    faults.append({"401 at once", [status](const Met &) { return status(401); }});
    faults.append(
        {"403 on one kind", [status](const Met &met) { return met.kind == met.thirdKind ? status(403) : met.proper; }});
    faults.append(
        {"404 on one kind", [status](const Met &met) { return met.kind == met.thirdKind ? status(404) : met.proper; }});
    faults.append(
        {"500 on one kind", [status](const Met &met) { return met.kind == met.thirdKind ? status(500) : met.proper; }});
    faults.append({"500 always", [status](const Met &) { return status(500); }});
    faults.append({"429 each second", [](const Met &met) {
                       return met.number % 2 ? said(429, "", {{"Retry-After", "7"}}) : met.proper;
                   }});
    faults.append({"429 always", [](const Met &) { return said(429, "", {{"Retry-After", "1"}}); }});
    faults.append({"503 each second", [status](const Met &met) { return met.number % 2 ? status(503) : met.proper; }});
    faults.append({"redirects in a ring", [](const Met &met) { return Script::redirect(302, met.request.target); }});
    faults.append({"redirects to another host", [](const Met &met) { return Script::redirect(302, met.elsewhere); }});
    faults.append({"redirects to a file", [](const Met &) { return Script::redirect(302, "file:///etc/hostname"); }});
    return faults;
}

/// What is asked for, without which part of it.
QByteArray kindOf(const SeenRequest &request)
{
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const QJsonObject input = body.value(u"variables"_s).toObject().value(u"input"_s).toObject();
    static const QList<QByteArray> places{
        "offset=", "start=", "p=", "page=", "page_token=", "cursor=", "pageToken=", "nextToken=", "after=", "lastEventId="};
    QList<QByteArray> target = request.target.split('?');
    if (target.size() > 1) {
        QList<QByteArray> fields = target[1].split('&');
        fields.removeIf([](const QByteArray &field) { return places.contains(field.left(field.indexOf('=') + 1)); });
        target[1] = fields.join('&');
    }
    return request.method + ' ' + target.join('?') + ' ' + request.header("X-Amz-Target") + ' ' +
           body.value(u"operationName"_s).toString().toUtf8() + ' ' + body.value(u"searchScope"_s).toString().toUtf8() +
           ' ' + input.value(u"types"_s).toArray().at(0).toString().toUtf8();
}

} // namespace

QList<Fault> allFaults()
{
    static const QList<Fault> all = ofTheWay() + ofTheAnswer() + ofLists() + ofTheDoor() + faultyValues();
    return all;
}

FaultyServer::FaultyServer(ScriptedServer::Answer proper)
    : m_proper(std::move(proper))
    , m_stranger([](const SeenRequest &) { return webPage(); })
    , m_server([this](const SeenRequest &request) { return answer(request); })
{
}

void FaultyServer::breakBy(const Fault &fault)
{
    const QMutexLocker lock(&m_mutex);
    m_fault = fault;
    m_number = 0;
    m_thirdKind.clear();
    m_first.clear();
}

void FaultyServer::heal()
{
    const QMutexLocker lock(&m_mutex);
    m_fault.reset();
    m_number = 0;
}

int FaultyServer::asked() const
{
    const QMutexLocker lock(&m_mutex);
    return m_number;
}

Script FaultyServer::answer(const SeenRequest &request)
{
    const QMutexLocker lock(&m_mutex);
    ++m_number;
    const Script proper = m_proper(request);
    if (!m_fault)
        return proper;
    const QByteArray kind = kindOf(request);
    if (m_number == 3)
        m_thirdKind = kind;
    if (!m_first.contains(kind))
        m_first.insert(kind, proper);
    Script script = m_fault->meet(
        {request, m_number, kind, m_thirdKind, proper, m_first.value(kind), m_stranger.url(u"/x"_s).toEncoded()});
    if (script.then == Script::Then::Nothing && request.header("connection").toLower() == "close")
        script.then = Script::Then::Close; // what asks so waits for it
    return script;
}

} // namespace meshscope::test
