#include "models/catalogs/http/inflater.h"

#include <algorithm>
#include <array>

#include <zlib.h>

namespace meshscope {

Inflater::Inflater(qint64 limit)
    : m_limit(limit)
{
}

Inflater::~Inflater()
{
    if (m_stream)
        inflateEnd(m_stream.get());
}

/// “deflate” is zlib's wrapping by the standard, but some servers send it bare: the first two bytes tell.
bool Inflater::begin()
{
    const auto first = quint8(m_head[0]);
    const auto second = quint8(m_head[1]);
    m_isGzip = first == 0x1f && second == 0x8b;
    const bool isZlib = (first & 0x0f) == 8 && ((first << 8) + second) % 31 == 0;
    m_stream = std::make_unique<z_stream_s>();
    *m_stream = {};
    const int window = m_isGzip ? MAX_WBITS + 16 : isZlib ? MAX_WBITS : -MAX_WBITS;
    if (inflateInit2(m_stream.get(), window) == Z_OK)
        return true;
    m_stream.reset();
    return false;
}

Inflater::State Inflater::add(QByteArrayView packed, QByteArray &out)
{
    if (m_state == State::TooLarge || m_state == State::Damaged || packed.isEmpty())
        return m_state;
    if (m_stream) {
        unpack(packed, out);
        return m_state;
    }
    m_head += packed;
    if (m_head.size() < 2)
        return m_state;
    if (begin())
        unpack(m_head, out);
    else
        m_state = State::Damaged;
    m_head.clear();
    return m_state;
}

void Inflater::unpack(QByteArrayView packed, QByteArray &out)
{
    std::array<char, 65'536> chunk;
    const QByteArray held = packed.toByteArray(); // zlib's interface is not const
    m_stream->next_in = reinterpret_cast<Bytef *>(const_cast<char *>(held.constData()));
    m_stream->avail_in = uInt(held.size());
    while (true) {
        if (m_state == State::Whole) {
            // gzip may consist of several members; anything else behind the end is padding
            if (!m_isGzip || m_stream->avail_in == 0 || *m_stream->next_in != 0x1f)
                return;
            inflateReset(m_stream.get());
            m_state = State::More;
        }
        m_stream->next_out = reinterpret_cast<Bytef *>(chunk.data());
        m_stream->avail_out = uInt(chunk.size());
        const int result = inflate(m_stream.get(), Z_NO_FLUSH);
        const auto made = qint64(chunk.size() - m_stream->avail_out);
        if (m_made + made > m_limit) {
            m_state = State::TooLarge;
            return;
        }
        m_made += made;
        out.append(chunk.data(), made);
        if (result == Z_STREAM_END)
            m_state = State::Whole;
        else if (result == Z_BUF_ERROR || (result == Z_OK && m_stream->avail_in == 0 && m_stream->avail_out != 0))
            return; // wants more
        else if (result != Z_OK) {
            m_state = State::Damaged;
            return;
        }
    }
}

} // namespace meshscope
