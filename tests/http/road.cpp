#include "tests/http/road.h"

#include <zlib.h>

namespace meshscope::test {

HttpClock FakeTime::clock()
{
    HttpClock clock;
    clock.now = [this] {
        const std::lock_guard lock(m_mutex);
        return today.addMSecs(m_passed);
    };
    clock.ticks = [this] {
        const std::lock_guard lock(m_mutex);
        return std::chrono::milliseconds(m_passed);
    };
    clock.wait = [this](std::chrono::milliseconds time, const IsCancelled &) {
        const std::lock_guard lock(m_mutex);
        m_passed += time.count();
        m_pauses.append(time.count());
    };
    clock.random = [this] { return random; };
    return clock;
}

QList<qint64> FakeTime::pauses() const
{
    const std::lock_guard lock(m_mutex);
    return m_pauses;
}

Road::Road(ScriptedServer::Answer answer, const std::optional<QSslConfiguration> &tls)
    : server(std::move(answer), tls)
{
    profile.endpoint = QStringLiteral("shop");
    profile.base = server.url(QStringLiteral("/api"));
    profile.proxy.kind = ProxySettings::Kind::None;
    options.clock = time.clock();
    options.log = log;
}

HttpClient &Road::client()
{
    if (!m_client) {
        Result<std::unique_ptr<HttpClient>> opened = HttpClient::open(profile, options);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text));
        m_client = std::move(*opened);
    }
    return *m_client;
}

QByteArray packed(const QByteArray &bytes, Packing packing)
{
    z_stream stream = {};
    const int window = packing == Packing::Gzip ? MAX_WBITS + 16 : packing == Packing::Zlib ? MAX_WBITS : -MAX_WBITS;
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY);
    QByteArray in = bytes;
    QByteArray out(qsizetype(deflateBound(&stream, uLong(bytes.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(in.data());
    stream.avail_in = uInt(in.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return out;
}

} // namespace meshscope::test
