#pragma once

#include "models/mesh/issue.h"
#include "models/mesh/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace meshscope {

/// A value of a parsed YAML or JSON document, with its place. Reading a field marks it used, so that what no reader
/// asked for can be listed afterwards ("more fields"). Missing fields are a shared null node: lookups chain safely.
/// Texts, field names and items lie in what Parsed::memory keeps; texts are made into strings when they are asked for: most
/// of a large document is never asked for. A Node is good as long as that memory is held.
class Node {
public:
    Node() = default;
    Node(Node &&) noexcept = default;
    Node &operator=(Node &&) noexcept = default;

    enum class Type : quint8 { Null, Bool, Int, Double, String, Sequence, Map };

    [[nodiscard]] static const Node &null(); ///< what missing fields are

    [[nodiscard]] Type type() const { return m_type; }
    [[nodiscard]] bool isNull() const { return m_type == Type::Null; }
    [[nodiscard]] bool isMap() const { return m_type == Type::Map; }
    [[nodiscard]] bool isSequence() const { return m_type == Type::Sequence; }
    [[nodiscard]] bool isScalar() const { return m_type < Type::Sequence && m_type != Type::Null; }

    /// Field of a map, marked used; the null node when absent or not a map. Last one wins on duplicate keys.
    [[nodiscard]] const Node &operator[](std::string_view key) const;
    [[nodiscard]] bool has(std::string_view key) const;         ///< without marking it
    [[nodiscard]] const Node &peek(std::string_view key) const; ///< as operator[], without marking it
    /// Items of a sequence, or of a map its values; empty for others. Marks nothing: call use() or read them.
    [[nodiscard]] std::span<const Node> items() const
    {
        if (isScalar())
            m_misread = true;
        return below();
    }
    [[nodiscard]] std::span<const QString> keys() const; ///< of a map, in order
    [[nodiscard]] qsizetype size() const { return m_type < Type::Sequence ? 0 : qsizetype(m_size); }

    /// Scalars as UTF-8 exactly as written, for what looks at every value: makes no string and marks nothing.
    [[nodiscard]] std::string_view utf8() const { return isScalar() ? std::string_view(m_text, m_size) : ""; }
    [[nodiscard]] std::string_view keyUtf8(size_t index) const; ///< of a map: keys()[index]
    /// Scalars as text exactly as written ("1.10" stays "1.10"); a null, map or sequence is empty. Marks used.
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isText(std::string_view utf8) const; ///< text() == utf8, without making a string. Marks used
    [[nodiscard]] std::optional<bool> boolean() const;
    [[nodiscard]] std::optional<qint64> integer() const;
    [[nodiscard]] std::optional<double> number() const; ///< also of a string that is a number
    /// A sequence of scalars, or one scalar as a list of one. Marks used.
    [[nodiscard]] QStringList texts() const;
    /// The whole value as compact JSON text, for what is kept as given. Marks it and everything below used.
    [[nodiscard]] QString json() const;

    [[nodiscard]] int line() const { return m_line; }     ///< 1-based; 0 unknown
    [[nodiscard]] int column() const { return m_column; } ///< 1-based; 0 unknown
    /// Byte range in the file; 0,0 unknown. Of a YAML document or an item of a YAML list at the top: its whole lines,
    /// comments included, so that those bytes alone are YAML again.
    [[nodiscard]] qint64 begin() const { return m_begin; }
    [[nodiscard]] qint64 end() const { return m_end; }

    void use(bool deep = false) const;
    struct Field {
        QString path;
        QString value;
        int line;
    };
    /// Everything below that no reader used: path in dots and [i], value as text.
    [[nodiscard]] QList<Field> unused() const;
    /// The first place below that a reader took for what it is not: the fields of a text or a list, the items of a text,
    /// the fields of a null in a list. As a path like those of unused(), empty for the value itself; none: nowhere. What
    /// is below `besides` is not looked at.
    [[nodiscard]] std::optional<QString> misread(const Node *besides = nullptr) const;

private:
    friend class NodeBuilder;
    /// Names of fields, one after another. Maps that begin alike share them: each has the first of them, as many as it has
    /// items (see NodeBuilder).
    struct Names;
    /// The head of a block of items, which follow it.
    struct Children {
        Names *names = nullptr; ///< of a map
        size_t room = 0;        ///< items the block can take
        [[nodiscard]] Node *items() { return reinterpret_cast<Node *>(this + 1); }
        [[nodiscard]] const Node *items() const { return reinterpret_cast<const Node *>(this + 1); }
    };
    void appendJson(QString &out) const;
    [[nodiscard]] Field field(const QString &path) const;
    [[nodiscard]] std::span<const Node> below() const
    {
        return size() == 0 ? std::span<const Node>() : std::span<const Node>(m_children->items(), m_size);
    }
    [[nodiscard]] QString rawText() const { return QString::fromUtf8(utf8().data(), qsizetype(utf8().size())); }

    Type m_type = Type::Null;
    mutable bool m_used = false;
    mutable bool m_misread = false;
    int m_line = 0;
    int m_column = 0;
    quint32 m_begin = 0;
    quint32 m_end = 0;
    quint32 m_size = 0; ///< bytes of a scalar's text, items of all else
    union {
        const char *m_text = nullptr; ///< UTF-8, of a scalar
        Children *m_children;         ///< of a map or sequence; null while it has no items
    };
};

/// Limits against hostile documents: exceeding one is a Parse error that names it.
struct ParseLimits {
    int depth = 1000;              ///< nesting; never more than 2,000
    qint64 nodes = 16'000'000;     ///< values in one file, aliases expanded: up to 1.5 GB of memory
    qint64 aliasNodes = 1'000'000; ///< that come from aliases
    qint64 bytes = 512'000'000;    ///< of one file; of NDJSON: of one line
};

/// What a file holds: YAML documents, JSON values, or one value a line. Documents before a fault are returned too.
/// UTF-8; UTF-16 and UTF-32 with a BOM are converted, byte ranges stay those of the file.
struct Parsed {
    std::vector<Node> documents;
    std::shared_ptr<const void> memory; ///< what the nodes point into
    std::optional<Issue> error;         ///< the first fault: text says what is wrong, `where` has line and column, no file
    Issues notes; ///< read, but: duplicate keys; of NDJSON: bad lines after the first; a hundred, then a count
};
enum class Syntax : quint8 { Yaml, Json, Ndjson };
/// By content (its first kilobytes are enough); the file name decides only where the content fits both.
[[nodiscard]] Syntax guessSyntax(const QByteArray &head, const QString &fileName);
[[nodiscard]] Parsed parseDocuments(const QByteArray &bytes, Syntax syntax, const ParseLimits &limits = {});

} // namespace meshscope
