#pragma once

#include <QByteArray>
#include <QString>

#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace meshscope {

/// Writes values to bytes: numbers as variable-length integers, text as length and UTF-8. The counterpart of BodyReader.
class BodyWriter {
public:
    BodyWriter() { clear(); }
    void clear();
    void begin(); ///< another body after what is there; its bytes are from the size() before on
    [[nodiscard]] QByteArray bytes() const { return QByteArray(m_bytes.data(), qsizetype(m_size)); }
    [[nodiscard]] const char *data() const { return m_bytes.data(); }
    [[nodiscard]] size_t size() const { return m_size; }

    void number(quint64 value);
    void integer(qint64 value) { number((quint64(value) << 1) ^ quint64(value >> 63)); }
    void text(const QString &value);
    void real(double value);
    void characters(const QString &value); ///< UTF-8 without a length

private:
    bool ascii(const QString &value);
    void utf8(const QByteArray &value);
    char *room(size_t size)
    {
        if (m_size + size > m_bytes.size())
            m_bytes.resize(std::max(m_size + size, 2 * m_bytes.size()));
        return m_bytes.data() + m_size;
    }
    std::vector<char> m_bytes;
    size_t m_size = 0;
};

/// Repeated words (tags, files, owners) of many bodies held once.
class TextPool {
public:
    [[nodiscard]] QString text(std::string_view utf8);

private:
    std::unordered_map<std::string_view, QString> m_known;
    std::vector<std::unique_ptr<char[]>> m_keys;
};

/// Reads what BodyWriter wrote. Past the end everything reads as empty, so that fields added later have their defaults.
class BodyReader {
public:
    BodyReader(const char *data, qsizetype size, TextPool *pool = nullptr);

    [[nodiscard]] quint64 number();
    [[nodiscard]] qint64 integer();
    [[nodiscard]] QString text();
    [[nodiscard]] double real();
    void skipText();
    [[nodiscard]] bool atEnd() const { return m_at >= m_end; }
    [[nodiscard]] qsizetype left() const { return m_end - m_at; }

private:
    const char *m_at;
    const char *m_end;
    TextPool *m_pool;
};

} // namespace meshscope
