#include "ui/graph/pngwriter.h"

#include <QtEndian>

#include <zlib.h>

#include <cmath>

namespace meshscope {

namespace {
constexpr int dotsPerMetre = 3780; // 96 an inch
constexpr qsizetype chunkSize = 1 << 18;
constexpr char filterUp = 2;

QByteArray bigEndian(quint32 value)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}
} // namespace

struct PngWriter::Packer {
    z_stream stream{};
};

PngWriter::PngWriter(const QSize &size)
    : m_size(size)
    , m_above(qsizetype(size.width()) * 3, 0)
    , m_packer(std::make_unique<Packer>())
{
    m_failed = deflateInit(&m_packer->stream, 4) != Z_OK;
    m_out = QByteArray("\x89PNG\r\n\x1a\n", 8);
    // Eight bits a colour, three colours, no interlacing.
    chunk("IHDR", bigEndian(quint32(size.width())) + bigEndian(quint32(size.height())) + QByteArray("\x08\x02\0\0\0", 5));
    chunk("pHYs", bigEndian(dotsPerMetre) + bigEndian(dotsPerMetre) + QByteArray(1, 1));
}

PngWriter::~PngWriter()
{
    deflateEnd(&m_packer->stream);
}

void PngWriter::chunk(const char *type, const QByteArray &data)
{
    const QByteArray body = QByteArray(type, 4) + data;
    m_out += bigEndian(quint32(data.size()));
    m_out += body;
    m_out += bigEndian(quint32(crc32(0, reinterpret_cast<const Bytef *>(body.constData()), uInt(body.size()))));
}

void PngWriter::pack(const QByteArray &raw, bool isLast)
{
    z_stream &stream = m_packer->stream;
    QByteArray input = raw; // zlib wants it writable, and leaves it alone
    stream.next_in = reinterpret_cast<Bytef *>(input.data());
    stream.avail_in = uInt(input.size());
    for (;;) {
        QByteArray packed(chunkSize, Qt::Uninitialized);
        stream.next_out = reinterpret_cast<Bytef *>(packed.data());
        stream.avail_out = uInt(packed.size());
        const int result = deflate(&stream, isLast ? Z_FINISH : Z_NO_FLUSH);
        packed.truncate(packed.size() - qsizetype(stream.avail_out));
        if (!packed.isEmpty())
            chunk("IDAT", packed);
        if (result == Z_STREAM_END || (!isLast && stream.avail_in == 0 && stream.avail_out > 0))
            return;
        if (result != Z_OK && result != Z_BUF_ERROR) {
            m_failed = true;
            return;
        }
    }
}

void PngWriter::add(const QImage &strip)
{
    if (m_failed || strip.width() != m_size.width())
        return;
    const qsizetype length = qsizetype(m_size.width()) * 3;
    QByteArray line(length, Qt::Uninitialized);
    QByteArray raw;
    raw.reserve((length + 1) * strip.height());
    for (int y = 0; y < strip.height() && m_lines < m_size.height(); ++y, ++m_lines) {
        const QRgb *pixels = reinterpret_cast<const QRgb *>(strip.constScanLine(y));
        char *to = line.data();
        for (int x = 0; x < m_size.width(); ++x) {
            *to++ = char(qRed(pixels[x]));
            *to++ = char(qGreen(pixels[x]));
            *to++ = char(qBlue(pixels[x]));
        }
        raw += filterUp;
        const qsizetype begin = raw.size();
        raw.resize(begin + length);
        char *difference = raw.data() + begin;
        for (qsizetype i = 0; i < length; ++i)
            difference[i] = char(line[i] - m_above[i]);
        m_above.swap(line);
    }
    pack(raw, false);
}

std::optional<QByteArray> PngWriter::finish()
{
    if (!m_failed)
        pack({}, true);
    chunk("IEND", {});
    if (m_failed || m_lines != m_size.height())
        return {};
    return std::move(m_out);
}

} // namespace meshscope
