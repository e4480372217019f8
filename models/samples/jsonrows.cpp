#include "models/samples/rawrows.h"

#include <QCoreApplication>
#include <QHash>

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::JsonRows)
};

constexpr int deepest = 512;  ///< of what is shown as it stands
constexpr int flattened = 16; ///< levels of objects that become columns

/// Reads values straight from the characters: numbers keep every digit, nothing is held but the row in hand.
class Scanner {
public:
    using Row = QList<std::pair<QString, QString>>;

    explicit Scanner(TextSource &source)
        : m_source(source)
    {
    }

    void skipSpace()
    {
        for (int c = m_source.peek(); c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xfeff || c == 0x1e;
             c = m_source.peek())
            m_source.next();
    }
    /// One value as leaves below `path`; false when it is not JSON.
    bool value(const QString &path, int depth, Row &row)
    {
        skipSpace();
        if (m_source.peek() == '{' && depth < flattened)
            return object(path, depth, row);
        QString text;
        const int c = m_source.peek();
        bool ok = false;
        if (c == '"') {
            text = QStringLiteral("");
            ok = string(text, false);
        } else if (c == '[' || c == '{') {
            ok = raw(text, 0);
        } else {
            ok = word(text);
            if (text == QStringLiteral("null"))
                text = QString();
        }
        const QString name = path.isEmpty() ? QStringLiteral("value") : path;
        if (ok && row.size() < mostColumns)
            row.append({name, text});
        return ok;
    }
    /// Reads up to the end of the line a fault was found on.
    void skipLine()
    {
        if (m_brokenLine)
            m_brokenLine = false;
        else
            while (m_source.peek() != TextSource::end && m_source.next() != '\n') {}
    }
    [[nodiscard]] bool wasCut() const { return m_cut; }

private:
    void keep(QString &text, char16_t unit)
    {
        if (text.size() < longestValue)
            text += QChar(unit);
        else
            m_cut = true;
    }

    bool object(const QString &path, int depth, Row &row)
    {
        m_source.next();
        skipSpace();
        if (m_source.peek() == '}') {
            m_source.next();
            if (!path.isEmpty())
                row.append({path, QStringLiteral("{}")});
            return true;
        }
        for (;;) {
            skipSpace();
            QString key;
            if (m_source.peek() != '"' || !string(key, false))
                return false;
            skipSpace();
            if (m_source.next() != ':' || !value(path.isEmpty() ? key : path + u'.' + key, depth + 1, row))
                return false;
            skipSpace();
            const int c = m_source.next();
            if (c == '}')
                return true;
            if (c != ',')
                return fault(c);
        }
    }

    /// An array or a deep object as it stands, without white space between its parts.
    bool raw(QString &text, int depth)
    {
        if (depth > deepest)
            return false;
        const int open = m_source.next();
        const int close = open == '[' ? ']' : '}';
        keep(text, char16_t(open));
        skipSpace();
        while (m_source.peek() != close) {
            const int c = m_source.peek();
            bool ok = true;
            if (c == '"')
                ok = string(text, true);
            else if (c == '[' || c == '{')
                ok = raw(text, depth + 1);
            else if (c == ',' || c == ':')
                keep(text, char16_t(m_source.next()));
            else
                ok = word(text);
            if (!ok)
                return false;
            skipSpace();
        }
        keep(text, char16_t(m_source.next()));
        return true;
    }

    bool string(QString &text, bool verbatim)
    {
        m_source.next();
        if (verbatim)
            keep(text, u'"');
        for (;;) {
            const int c = m_source.next();
            if (c == TextSource::end || c == '\n')
                return fault(c);
            if (c == '"')
                break;
            if (c != '\\') {
                keep(text, char16_t(c));
                continue;
            }
            const int escape = m_source.next();
            if (escape == TextSource::end || escape == '\n')
                return fault(escape);
            if (verbatim) {
                keep(text, u'\\');
                keep(text, char16_t(escape));
            } else if (!unescape(escape, text)) {
                return false;
            }
        }
        if (verbatim)
            keep(text, u'"');
        return true;
    }

    bool unescape(int escape, QString &text)
    {
        switch (escape) {
        case 'n': keep(text, u'\n'); return true;
        case 't': keep(text, u'\t'); return true;
        case 'r': keep(text, u'\r'); return true;
        case 'b': keep(text, u'\b'); return true;
        case 'f': keep(text, u'\f'); return true;
        case '"':
        case '\\':
        case '/': keep(text, char16_t(escape)); return true;
        case 'u': break;
        default: return false;
        }
        uint unit = 0;
        for (int i = 0; i < 4; ++i) {
            const int c = m_source.next();
            const int digit = c >= '0' && c <= '9'   ? c - '0'
                              : c >= 'a' && c <= 'f' ? c - 'a' + 10
                              : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                     : -1;
            if (digit < 0)
                return fault(c);
            unit = unit * 16 + uint(digit);
        }
        keep(text, unit == 0 ? u'␀' : char16_t(unit));
        return true;
    }

    /// A number or one of the three words.
    bool word(QString &text)
    {
        QString read;
        for (int c = m_source.peek(); c != TextSource::end; c = m_source.peek()) {
            const bool part = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
                              c == '+' || c == '.';
            if (!part)
                break;
            if (read.size() < longestValue)
                read += QChar(char16_t(m_source.next()));
            else
                m_source.next();
        }
        const bool number = !read.isEmpty() && (read.at(0).isDigit() || read.at(0) == u'-');
        const bool known = read == QStringLiteral("true") || read == QStringLiteral("false") ||
                           read == QStringLiteral("null") || read == QStringLiteral("NaN") ||
                           read == QStringLiteral("Infinity");
        text += read;
        return number || known;
    }

    bool fault(int c)
    {
        m_brokenLine = c == '\n'; // the line's end was read already
        return false;
    }

    TextSource &m_source;
    bool m_brokenLine = false;
    bool m_cut = false;
};

/// Rows whose columns turn up one by one.
class Collected {
public:
    void add(const Scanner::Row &row)
    {
        QStringList cells(m_names.size());
        for (const auto &[name, text] : row) {
            auto it = m_indexOf.constFind(name);
            if (it == m_indexOf.constEnd()) {
                if (m_names.size() >= mostColumns)
                    continue;
                it = m_indexOf.insert(name, m_names.size());
                m_names.append(name);
                cells.append(QString());
            }
            cells[it.value()] = text;
        }
        m_rows.append(cells);
    }
    [[nodiscard]] qsizetype size() const { return m_rows.size(); }
    void moveTo(RawRows &out)
    {
        for (QStringList &row : m_rows)
            row.resize(m_names.size());
        out.names = m_names;
        out.rows = std::move(m_rows);
    }

private:
    QStringList m_names;
    QHash<QString, qsizetype> m_indexOf;
    QList<QStringList> m_rows;
};

} // namespace

Result<RawRows> readJson(TextSource &source, int rows)
{
    Scanner scanner(source);
    RawRows out;
    Collected collected;
    scanner.skipSpace();
    const bool array = source.peek() == '[';
    out.kind = array ? QStringLiteral("json array") : QStringLiteral("json lines");
    if (array)
        source.next();
    int faults = 0;
    for (;;) {
        scanner.skipSpace();
        if (array && source.peek() == ',')
            source.next();
        scanner.skipSpace();
        if (source.peek() == TextSource::end || (array && source.peek() == ']'))
            break;
        if (collected.size() == rows) {
            out.more = true;
            break;
        }
        const int line = source.line();
        Scanner::Row row;
        if (scanner.value({}, 0, row)) {
            collected.add(row);
            continue;
        }
        if (source.wasCancelled() || source.isSpent())
            break;
        out.note(Text::tr("Line %1 is not valid JSON.").arg(line), line);
        if (array || ++faults >= 1000)
            break;
        scanner.skipLine();
    }
    if (collected.size() == 0 && !out.issues.isEmpty())
        return fail(Error::Code::Parse, out.issues.first().text);
    collected.moveTo(out);
    if (scanner.wasCut())
        out.note(Text::tr("Values longer than %1 characters are cut.").arg(longestValue));
    return out;
}

} // namespace meshscope
