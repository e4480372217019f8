#pragma once

#include <QByteArray>

#include <memory>

struct z_stream_s;

namespace meshscope {

/// Unpacks gzip and deflate as the bytes come in, up to a bound: a few kilobytes can unpack to gigabytes.
class Inflater {
public:
    enum class State { More, Whole, TooLarge, Damaged };

    explicit Inflater(qint64 limit);
    ~Inflater();
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    /// Appends what these bytes unpack to; after TooLarge or Damaged nothing more is taken.
    State add(QByteArrayView packed, QByteArray &out);
    [[nodiscard]] State state() const { return m_state; }

private:
    [[nodiscard]] bool begin();
    void unpack(QByteArrayView packed, QByteArray &out);

    qint64 m_limit;
    qint64 m_made = 0;
    QByteArray m_head; ///< until two bytes tell which of the three wrappings it is
    std::unique_ptr<z_stream_s> m_stream;
    bool m_isGzip = false;
    State m_state = State::More;
};

} // namespace meshscope
