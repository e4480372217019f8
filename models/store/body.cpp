#include "models/store/body.h"

#include <cstring>

namespace meshscope {

void BodyWriter::clear()
{
    m_size = 0;
    begin();
}

void BodyWriter::begin()
{
    *room(1) = '\1'; // version of the body, for the day a list item gets another field
    ++m_size;
}

void BodyWriter::number(quint64 value)
{
    char *const at = room(10);
    size_t n = 0;
    for (; value >= 0x80; value >>= 7)
        at[n++] = char(value | 0x80);
    at[n++] = char(value);
    m_size += n;
}

/// Most texts are ASCII: that is found out while they are written. False: nothing was written.
bool BodyWriter::ascii(const QString &value)
{
    const auto *const source = reinterpret_cast<const char16_t *>(value.constData());
    const auto size = size_t(value.size());
    char *const target = room(size);
    char16_t all = 0;
    for (size_t i = 0; i < size; ++i) {
        all |= source[i];
        target[i] = char(source[i]);
    }
    if (all >= 0x80)
        return false;
    m_size += size;
    return true;
}

void BodyWriter::utf8(const QByteArray &value)
{
    std::memcpy(room(size_t(value.size())), value.constData(), size_t(value.size()));
    m_size += size_t(value.size());
}

void BodyWriter::text(const QString &value)
{
    const size_t before = m_size;
    number(quint64(value.size()));
    if (ascii(value))
        return;
    m_size = before;
    const QByteArray bytes = value.toUtf8();
    number(quint64(bytes.size()));
    utf8(bytes);
}

void BodyWriter::characters(const QString &value)
{
    if (!ascii(value))
        utf8(value.toUtf8());
}

void BodyWriter::real(double value)
{
    std::memcpy(room(sizeof value), &value, sizeof value);
    m_size += sizeof value;
}

QString TextPool::text(std::string_view utf8)
{
    const auto found = m_known.find(utf8);
    if (found != m_known.end())
        return found->second;
    m_keys.push_back(std::make_unique<char[]>(utf8.size()));
    std::memcpy(m_keys.back().get(), utf8.data(), utf8.size());
    const QString made = QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    m_known.emplace(std::string_view(m_keys.back().get(), utf8.size()), made);
    return made;
}

BodyReader::BodyReader(const char *data, qsizetype size, TextPool *pool)
    : m_at(data)
    , m_end(data + size)
    , m_pool(pool)
{
    if (size > 0)
        ++m_at; // the version: there is only one so far
}

quint64 BodyReader::number()
{
    quint64 value = 0;
    for (int shift = 0; m_at < m_end && shift < 64; shift += 7) {
        const auto byte = quint8(*m_at++);
        value |= quint64(byte & 0x7f) << shift;
        if (byte < 0x80)
            break;
    }
    return value;
}

qint64 BodyReader::integer()
{
    const quint64 value = number();
    return qint64(value >> 1) ^ -qint64(value & 1);
}

QString BodyReader::text()
{
    constexpr qsizetype pooled = 48; // longer texts hardly repeat
    const qsizetype size = qsizetype(qMin(number(), quint64(left())));
    if (size == 0)
        return {};
    const char *const data = std::exchange(m_at, m_at + size);
    if (m_pool && size <= pooled)
        return m_pool->text({data, size_t(size)});
    return QString::fromUtf8(data, size);
}

void BodyReader::skipText()
{
    m_at += qsizetype(qMin(number(), quint64(left())));
}

double BodyReader::real()
{
    double value = 0;
    if (left() < qsizetype(sizeof value))
        return value;
    std::memcpy(&value, m_at, sizeof value);
    m_at += sizeof value;
    return value;
}

} // namespace meshscope
