#include "models/samples/textsource.h"

#include <QCoreApplication>

namespace meshscope {

namespace {

constexpr qint64 firstChunk = 16 * 1024;
constexpr qint64 chunk = 256 * 1024;
constexpr qint64 budget = 512LL * 1024 * 1024; ///< bytes a preview reads at most, whatever the lines are like

std::optional<QStringConverter::Encoding> encodingOf(QString name)
{
    name = name.toLower().remove(u'-').remove(u'_').remove(u' ');
    if (name.isEmpty() || name == QStringLiteral("utf8") || name == QStringLiteral("utf8sig") ||
        name == QStringLiteral("utf8bom") || name == QStringLiteral("ascii") || name == QStringLiteral("usascii"))
        return QStringConverter::Utf8;
    if (name == QStringLiteral("utf16"))
        return QStringConverter::Utf16;
    if (name == QStringLiteral("utf16le"))
        return QStringConverter::Utf16LE;
    if (name == QStringLiteral("utf16be"))
        return QStringConverter::Utf16BE;
    if (name == QStringLiteral("utf32"))
        return QStringConverter::Utf32;
    if (name == QStringLiteral("latin1") || name == QStringLiteral("iso88591"))
        return QStringConverter::Latin1;
    return {};
}

} // namespace

TextSource::TextSource(std::unique_ptr<QFile> file, QStringDecoder decoder, std::function<bool()> cancelled)
    : m_file(std::move(file))
    , m_decoder(std::move(decoder))
    , m_cancelled(std::move(cancelled))
{
}

Result<TextSource> TextSource::open(std::unique_ptr<QFile> file, const QString &encoding, std::function<bool()> cancelled)
{
    const QByteArray head = file->peek(4);
    std::optional<QStringConverter::Encoding> chosen = encodingOf(encoding);
    if (const auto marked = QStringConverter::encodingForData(head); marked && (encoding.isEmpty() || chosen))
        chosen = marked;
    QStringDecoder decoder = chosen ? QStringDecoder(*chosen) : QStringDecoder(encoding.toLatin1().constData());
    if (!decoder.isValid()) {
        return fail(Error::Code::Usage, QCoreApplication::translate("meshscope::TextSource",
                                                                    "The encoding \"%1\" is not known: correct it in the "
                                                                    "contract's server.")
                                            .arg(encoding));
    }
    return TextSource(std::move(file), std::move(decoder), std::move(cancelled));
}

bool TextSource::fill()
{
    for (;;) {
        if (m_cancelledNow || m_spent)
            return false;
        if (m_cancelled && m_cancelled()) {
            m_cancelledNow = true;
            return false;
        }
        if (m_read >= budget) {
            m_spent = true;
            return false;
        }
        const QByteArray bytes = m_file->read(m_read == 0 ? firstChunk : chunk);
        if (bytes.isEmpty())
            return false;
        m_read += bytes.size();
        m_text = m_decoder.decode(bytes);
        m_at = 0;
        m_invalid = m_invalid || m_decoder.hasError();
        if (m_text.contains(QChar(0))) {
            m_nul = true;
            m_text.replace(QChar(0), QChar(0x2400)); // shown as the picture of NUL
        }
        if (!m_text.isEmpty())
            return true;
    }
}

QString TextSource::ahead(qsizetype count)
{
    if (m_at >= m_text.size() && !fill())
        return {};
    return m_text.mid(m_at, count);
}

} // namespace meshscope
