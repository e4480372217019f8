#pragma once

#include "models/mesh/result.h"

#include <QFile>
#include <QString>
#include <QStringDecoder>

#include <functional>
#include <memory>

namespace meshscope {

/// Characters of a file, decoded as they are asked for: what is not read costs nothing.
class TextSource {
public:
    /// `file` is open. `encoding`: as the server names it; empty: by the byte order mark, else UTF-8.
    [[nodiscard]] static Result<TextSource> open(std::unique_ptr<QFile> file, const QString &encoding,
                                                 std::function<bool()> cancelled);

    static constexpr int end = -1;
    /// The next UTF-16 unit, or `end`: of the file, of the budget, or because it was cancelled.
    [[nodiscard]] int peek() { return m_at < m_text.size() || fill() ? int(m_text.at(m_at).unicode()) : end; }
    int next()
    {
        const int unit = peek();
        if (unit != end) {
            ++m_at;
            m_line += unit == '\n' ? 1 : 0;
        }
        return unit;
    }
    /// What lies ahead, at most `count` units, for guessing.
    [[nodiscard]] QString ahead(qsizetype count);
    [[nodiscard]] int line() const { return m_line; }
    [[nodiscard]] bool wasCancelled() const { return m_cancelledNow; }
    [[nodiscard]] bool isSpent() const { return m_spent; }      ///< more was read than a preview is worth
    [[nodiscard]] bool hadInvalid() const { return m_invalid; } ///< bytes that are no text in that encoding
    [[nodiscard]] bool hadNul() const { return m_nul; }
    [[nodiscard]] bool hadError() const { return m_file->error() != QFileDevice::NoError; }

private:
    TextSource(std::unique_ptr<QFile> file, QStringDecoder decoder, std::function<bool()> cancelled);
    bool fill();

    std::unique_ptr<QFile> m_file;
    QStringDecoder m_decoder;
    std::function<bool()> m_cancelled;
    QString m_text;
    qsizetype m_at = 0;
    qint64 m_read = 0;
    int m_line = 1;
    bool m_cancelledNow = false;
    bool m_spent = false;
    bool m_invalid = false;
    bool m_nul = false;
};

} // namespace meshscope
