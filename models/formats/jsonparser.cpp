#include "models/formats/nodebuilder.h"

#include <QCoreApplication>
#include <QtEndian>

#include <bit>

namespace meshscope {

namespace {

/// A strict JSON reader (RFC 8259) that knows the place of every value. Written by hand because simdjson's DOM has no
/// places, and making the tree costs more than scanning: measured on a dbt manifest of 7 MB, this pass takes as long (0.04
/// s) as filling a tree without places from that DOM (0.03 to 0.06 s), and a second pass for the places falls away. No
/// recursion: open values stand on a stack; each is the last item of the one before, so pointers stay good.
class JsonParser {
public:
    JsonParser(std::string_view text, const TextPlace &start, NodeBuilder &builder, Parsed &out)
        : m_text(text)
        , m_base(start.offset)
        , m_line(start.line)
        , m_lineStart(1 - start.column)
        , m_builder(builder)
        , m_out(out)
    {
    }

    void parse()
    {
        skipSpace();
        while (m_pos < m_text.size()) {
            const int startLine = m_line;
            if (!m_out.documents.empty() && startLine == m_lastLine) {
                fail(QCoreApplication::translate("meshscope::Parser",
                                                 "Unexpected text after the end of the JSON value. Remove it."));
                return;
            }
            Node document;
            if (!value(document))
                return;
            m_out.documents.push_back(std::move(document));
            m_lastLine = m_line;
            skipSpace();
        }
        if (m_out.documents.empty())
            fail(QCoreApplication::translate("meshscope::Parser", "The file has no JSON value."));
    }

private:
    [[nodiscard]] char peek() const { return m_pos < m_text.size() ? m_text[m_pos] : '\0'; }
    [[nodiscard]] TextPlace here() const { return placeOf(m_pos); }
    [[nodiscard]] TextPlace placeOf(size_t pos) const
    {
        return {m_base + qint64(pos), m_line, int(qint64(pos) - m_lineStart - m_continuation + 1)};
    }

    void skipSpace()
    {
        for (; m_pos < m_text.size(); ++m_pos) {
            const char c = m_text[m_pos];
            if (c == '\n') {
                ++m_line;
                m_lineStart = qint64(m_pos) + 1;
                m_continuation = 0;
            } else if (c != ' ' && c != '\t' && c != '\r') {
                return;
            }
        }
    }

    bool fail(const QString &text)
    {
        m_out.error = parseError(text, here());
        return false;
    }

    bool failExpected(const char *what)
    {
        if (m_pos >= m_text.size())
            return fail(QCoreApplication::translate("meshscope::Parser", "The JSON ends too early: expected %1.")
                            .arg(QCoreApplication::translate("meshscope::Parser", what)));
        return fail(QCoreApplication::translate("meshscope::Parser", "This is not JSON: expected %1.")
                        .arg(QCoreApplication::translate("meshscope::Parser", what)));
    }

    /// One whole value with everything in it.
    bool value(Node &root)
    {
        m_open.clear();
        if (!begin(root))
            return false;
        while (!m_open.empty()) {
            if (!step())
                return false;
        }
        return true;
    }

    /// The next item of the innermost open value, or its end.
    bool step()
    {
        Node &parent = *m_open.back();
        const char close = parent.isMap() ? '}' : ']';
        skipSpace();
        if (peek() == close && (parent.size() == 0 || !m_comma)) {
            ++m_pos;
            NodeBuilder::setEnd(parent, m_base + qint64(m_pos));
            if (parent.isMap())
                noteDuplicates(parent);
            m_open.pop_back();
            m_comma = false;
            return true;
        }
        if (parent.size() > 0 && !m_comma) {
            if (peek() != ',')
                return failExpected(parent.isMap() ? QT_TRANSLATE_NOOP("meshscope::Parser", "\",\" or \"}\"")
                                                   : QT_TRANSLATE_NOOP("meshscope::Parser", "\",\" or \"]\""));
            ++m_pos;
            m_comma = true;
            return true;
        }
        m_comma = false;
        if (!parent.isMap())
            return begin(m_builder.append(parent, Node()));
        if (peek() != '"')
            return failExpected(QT_TRANSLATE_NOOP("meshscope::Parser", "a field name in double quotes"));
        std::string_view name;
        if (!string(name))
            return false;
        skipSpace();
        if (peek() != ':')
            return failExpected(QT_TRANSLATE_NOOP("meshscope::Parser", "\":\""));
        ++m_pos;
        skipSpace();
        return begin(m_builder.append(parent, name, Node()));
    }

    bool begin(Node &node)
    {
        if (!m_builder.count()) {
            m_out.error = tooManyValues(m_builder.limits(), here());
            return false;
        }
        const TextPlace at = here();
        const char c = peek();
        if (c == '{' || c == '[') {
            if (int(m_open.size()) >= m_builder.limits().depth) {
                m_out.error = tooDeep(m_builder.limits(), at);
                return false;
            }
            node = NodeBuilder::make(c == '{' ? Node::Type::Map : Node::Type::Sequence, at);
            ++m_pos;
            m_open.push_back(&node);
            m_comma = false;
            return true;
        }
        node = NodeBuilder::make(Node::Type::Null, at);
        if (!scalar(node, c))
            return false;
        NodeBuilder::setEnd(node, m_base + qint64(m_pos));
        return true;
    }

    bool scalar(Node &node, char c)
    {
        if (c == '"') {
            std::string_view content;
            if (!string(content))
                return false;
            const bool isOwn = content.data() != m_buffer.data();
            NodeBuilder::setText(node, Node::Type::String, isOwn ? content : m_builder.copied(content));
            return true;
        }
        if (c == '-' || (c >= '0' && c <= '9'))
            return number(node);
        const std::string_view word = c == 't' ? "true" : c == 'f' ? "false" : "null";
        if (const std::string_view here = m_text.substr(m_pos, word.size()); here == word) {
            if (c != 'n')
                NodeBuilder::setText(node, Node::Type::Bool, here);
            m_pos += word.size();
            return true;
        }
        return failExpected(QT_TRANSLATE_NOOP("meshscope::Parser", "a value"));
    }

    [[nodiscard]] size_t digits(size_t pos) const
    {
        while (pos < m_text.size() && m_text[pos] >= '0' && m_text[pos] <= '9')
            ++pos;
        return pos;
    }

    bool number(Node &node)
    {
        const size_t start = m_pos;
        size_t pos = start + (m_text[start] == '-' ? 1 : 0);
        const size_t first = pos;
        pos = digits(pos);
        if (pos == first || (m_text[first] == '0' && pos > first + 1))
            return failExpected(QT_TRANSLATE_NOOP("meshscope::Parser", "a number"));
        bool integer = true;
        if (pos < m_text.size() && m_text[pos] == '.') {
            const size_t fraction = ++pos;
            pos = digits(pos);
            if (pos == fraction)
                return failExpected(QT_TRANSLATE_NOOP("meshscope::Parser", "a number"));
            integer = false;
        }
        if (pos < m_text.size() && (m_text[pos] == 'e' || m_text[pos] == 'E')) {
            ++pos;
            if (pos < m_text.size() && (m_text[pos] == '+' || m_text[pos] == '-'))
                ++pos;
            const size_t exponent = pos;
            pos = digits(pos);
            if (pos == exponent)
                return failExpected(QT_TRANSLATE_NOOP("meshscope::Parser", "a number"));
            integer = false;
        }
        NodeBuilder::setText(node, integer ? Node::Type::Int : Node::Type::Double, m_text.substr(start, pos - start));
        m_pos = pos;
        return true;
    }

    /// How many of eight bytes come before the first that is a quote, a backslash, a control character or no ASCII: eight
    /// compared at a time (the subtractions borrow from a byte only where one before it is found already).
    [[nodiscard]] static size_t plainBytes(const char *at)
    {
        constexpr quint64 ones = 0x0101010101010101u;
        constexpr quint64 tops = 0x8080808080808080u;
        const quint64 bytes = qFromLittleEndian<quint64>(at);
        const quint64 quotes = bytes ^ (ones * '"');
        const quint64 slashes = bytes ^ (ones * '\\');
        const quint64 found = (bytes | (bytes - ones * 0x20) | (quotes - ones) | (slashes - ones)) & tops;
        return size_t(std::countr_zero(found)) / 8;
    }

    /// A string's content: a view into the text, or into m_buffer where it has escapes.
    bool string(std::string_view &content)
    {
        const size_t start = ++m_pos;
        const char *const data = m_text.data();
        size_t pos = start;
        for (size_t plain = sizeof(quint64); plain == sizeof(quint64) && pos + sizeof(quint64) <= m_text.size();
             pos += plain)
            plain = plainBytes(data + pos);
        for (; pos < m_text.size(); ++pos) {
            const unsigned char c = static_cast<unsigned char>(data[pos]);
            if (c == '"' || c == '\\' || c < 0x20)
                break;
            m_continuation += (c & 0xc0) == 0x80;
        }
        if (pos < m_text.size() && data[pos] == '"') {
            content = m_text.substr(start, pos - start);
            m_pos = pos + 1;
            return true;
        }
        m_buffer.assign(data + start, pos - start);
        m_pos = pos;
        return escapedString(content);
    }

    bool escapedString(std::string_view &content)
    {
        while (m_pos < m_text.size()) {
            const unsigned char c = static_cast<unsigned char>(m_text[m_pos]);
            if (c == '"') {
                ++m_pos;
                content = m_buffer;
                return true;
            }
            if (c < 0x20)
                return fail(QCoreApplication::translate(
                    "meshscope::Parser", "A text is not closed on its line, or holds a control character. "
                                         "Close it with a double quote, or write the character as \\n, \\t or \\u00xx."));
            if (c == '\\') {
                if (!escape())
                    return false;
                continue;
            }
            m_continuation += (c & 0xc0) == 0x80;
            m_buffer += m_text[m_pos++];
            for (size_t plain = sizeof(quint64); plain == sizeof(quint64) && m_pos + sizeof(quint64) <= m_text.size();) {
                plain = plainBytes(m_text.data() + m_pos);
                m_buffer.append(m_text, m_pos, plain);
                m_pos += plain;
            }
        }
        return failExpected(QT_TRANSLATE_NOOP("meshscope::Parser", "the closing double quote of a text"));
    }

    bool escape()
    {
        const char c = m_pos + 1 < m_text.size() ? m_text[m_pos + 1] : '\0';
        static constexpr std::string_view from = "\"\\/bfnrt";
        static constexpr std::string_view to = "\"\\/\b\f\n\r\t";
        const size_t known = c == '\0' ? std::string_view::npos : from.find(c);
        if (known != std::string_view::npos) {
            m_buffer += to[known];
            m_pos += 2;
            return true;
        }
        std::optional<char32_t> code = c == 'u' ? hex(m_pos + 2) : std::nullopt;
        if (!code)
            return failExpected(QT_TRANSLATE_NOOP("meshscope::Parser", "an escape such as \\n or \\u00e4"));
        m_pos += 6;
        if (*code >= 0xd800 && *code < 0xdc00 && m_text.substr(m_pos, 2) == "\\u") {
            const std::optional<char32_t> low = hex(m_pos + 2);
            if (low && *low >= 0xdc00 && *low < 0xe000) {
                code = 0x10000 + ((*code - 0xd800) << 10) + (*low - 0xdc00);
                m_pos += 6;
            }
        }
        appendUtf8(*code >= 0xd800 && *code < 0xe000 ? U'\ufffd' : *code); // half a pair is no character
        return true;
    }

    [[nodiscard]] std::optional<char32_t> hex(size_t pos) const
    {
        if (pos + 4 > m_text.size())
            return std::nullopt;
        char32_t code = 0;
        for (const char c : m_text.substr(pos, 4)) {
            const int digit = c >= '0' && c <= '9'   ? c - '0'
                              : c >= 'a' && c <= 'f' ? c - 'a' + 10
                              : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                     : -1;
            if (digit < 0)
                return std::nullopt;
            code = code * 16 + char32_t(digit);
        }
        return code;
    }

    void appendUtf8(char32_t code)
    {
        if (code < 0x80) {
            m_buffer += char(code);
            return;
        }
        if (code < 0x800) {
            m_buffer += char(0xc0 | (code >> 6));
        } else if (code < 0x10000) {
            m_buffer += char(0xe0 | (code >> 12));
            m_buffer += char(0x80 | ((code >> 6) & 0x3f));
        } else {
            m_buffer += char(0xf0 | (code >> 18));
            m_buffer += char(0x80 | ((code >> 12) & 0x3f));
            m_buffer += char(0x80 | ((code >> 6) & 0x3f));
        }
        m_buffer += char(0x80 | (code & 0x3f));
    }

    void noteDuplicates(const Node &map)
    {
        for (const QString &key : NodeBuilder::duplicates(map))
            addNote(m_out, duplicateKeyNote(key, map));
    }

    std::string_view m_text;
    qint64 m_base;
    size_t m_pos = 0;
    int m_line;
    qint64 m_lineStart;        // offset in m_text where the line starts (negative: before it)
    qint64 m_continuation = 0; // bytes of the line so far that are no characters of their own
    int m_lastLine = 0;
    bool m_comma = false; // a comma was read, its item was not
    std::vector<Node *> m_open;
    std::string m_buffer;
    NodeBuilder &m_builder;
    Parsed &m_out;
};

} // namespace

void parseJson(std::string_view text, const TextPlace &start, NodeBuilder &builder, Parsed &out)
{
    JsonParser(text, start, builder, out).parse();
}

} // namespace meshscope
