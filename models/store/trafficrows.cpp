#include "models/store/trafficrows.h"

#include "models/store/body.h"
#include "models/store/compress.h"

namespace meshscope {

namespace {

constexpr int runsKept = 20; ///< of an endpoint; a log has up to some thousand lines, some ten bytes each when packed

QByteArray bodyOf(const QList<LoggedRequest> &lines)
{
    BodyWriter out;
    out.number(quint64(lines.size()));
    for (const LoggedRequest &line : lines) {
        out.integer(line.at.toMSecsSinceEpoch());
        out.text(line.method);
        out.text(line.address);
        out.integer(line.status);
        out.integer(line.bytes);
        out.integer(line.millis);
        out.integer(line.attempt);
        out.text(line.failure);
    }
    return out.bytes();
}

QList<LoggedRequest> linesIn(const QByteArray &bytes)
{
    TextPool pool;
    BodyReader in(bytes.constData(), bytes.size(), &pool);
    QList<LoggedRequest> lines;
    for (quint64 left = in.number(); left > 0 && !in.atEnd(); --left) {
        LoggedRequest &line = lines.emplaceBack();
        line.at = QDateTime::fromMSecsSinceEpoch(in.integer(), Qt::UTC);
        line.method = in.text();
        line.address = in.text();
        line.status = int(in.integer());
        line.bytes = in.integer();
        line.millis = in.integer();
        line.attempt = int(in.integer());
        line.failure = in.text();
    }
    return lines;
}

} // namespace

Result<void> keepTraffic(Database &db, qint64 endpoint, qint64 run, const Traffic &traffic)
{
    if (traffic.requests == 0)
        return {};
    const QByteArray body = bodyOf(traffic.lines);
    const Result<QByteArray> packed = compressed(body);
    if (!packed)
        return Failure(packed.error());
    Statement insert = db.statement("INSERT OR REPLACE INTO traffic (run, endpoint, requests, bytes, size, lines)"
                                    " VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    insert.bind(1, run).bind(2, endpoint).bind(3, traffic.requests).bind(4, traffic.bytes);
    if (const Result<void> done = insert.bind(5, body.size()).bind(6, *packed).run(); !done)
        return done;
    return db
        .statement("DELETE FROM traffic WHERE endpoint=?1 AND run NOT IN"
                   " (SELECT run FROM traffic WHERE endpoint=?1 ORDER BY run DESC LIMIT ?2)")
        .bind(1, endpoint)
        .bind(2, runsKept)
        .run();
}

Traffic readTraffic(Database &db, qint64 endpoint, qint64 run)
{
    Traffic traffic;
    Statement row = db.statement("SELECT requests, bytes, size, lines FROM traffic WHERE run=?1 AND endpoint=?2");
    row.bind(1, run).bind(2, endpoint);
    if (!row.row())
        return traffic;
    traffic.requests = row.integer(0);
    traffic.bytes = row.integer(1);
    if (const Result<QByteArray> body = decompressed(row.blob(3), row.integer(2)))
        traffic.lines = linesIn(*body);
    return traffic;
}

} // namespace meshscope
