#pragma once

#include "models/formats/node.h"

#include <deque>
#include <string>
#include <unordered_map>

namespace meshscope {

/// A place in the text being parsed: byte offset, 1-based line and column (in characters).
struct TextPlace {
    qint64 offset = 0;
    int line = 1;
    int column = 1;
};

/// Makes Nodes for the parsers: the only code that may write them. Keeps the texts it has made, so that a key or short
/// value that comes a hundred thousand times ("type", "string") is one string in memory.
class NodeBuilder {
public:
    explicit NodeBuilder(const ParseLimits &limits);

    [[nodiscard]] static Node make(Node::Type type, const TextPlace &at);
    static void setText(Node &node, Node::Type type, QString text);
    static void setType(Node &node, Node::Type type);
    static void setRange(Node &node, qint64 begin, qint64 end);
    static void setEnd(Node &node, qint64 end);
    static Node &append(Node &parent, Node &&item);                     ///< to a sequence
    static Node &append(Node &parent, const QString &key, Node &&item); ///< to a map
    [[nodiscard]] static std::vector<Node> &items(Node &node);          ///< to change what is there
    [[nodiscard]] static std::vector<QString> &keys(Node &node);
    /// Copies an anchored subtree; false when `budget` values were not enough or it would be deeper than allowed.
    [[nodiscard]] static bool copy(const Node &from, Node &to, qint64 &budget, int depthLeft);

    [[nodiscard]] QString key(std::string_view utf8);  ///< the same text gives the same string
    [[nodiscard]] QString text(std::string_view utf8); ///< shared while short and recent

    /// Counts values against the limit; false when there are too many.
    [[nodiscard]] bool count(qint64 values = 1);
    [[nodiscard]] bool isFull() const { return m_count > m_limits.nodes; }
    [[nodiscard]] const ParseLimits &limits() const { return m_limits; }

    /// Keys that occur more than once in a map whose keys came from key(), each once.
    [[nodiscard]] static QStringList duplicates(const Node &map);

private:
    static constexpr size_t recentTexts = 512;
    ParseLimits m_limits;
    qint64 m_count = 0;
    std::unordered_map<std::string_view, QString> m_keys; ///< views into m_keyBytes
    std::deque<std::string> m_keyBytes;
    struct Recent {
        std::string utf8;
        QString text;
    };
    std::vector<Recent> m_recent;
};

/// Issues of the parsers, in one wording.
[[nodiscard]] Issue parseError(const QString &text, const TextPlace &at);
[[nodiscard]] Issue duplicateKeyNote(const QString &key, const Node &map);
[[nodiscard]] Issue tooManyValues(const ParseLimits &limits, const TextPlace &at);
[[nodiscard]] Issue tooDeep(const ParseLimits &limits, const TextPlace &at);
/// Adds a note unless the file has many already.
void addNote(Parsed &out, Issue note);
/// Line and column of a byte offset, counted from the start of the text.
[[nodiscard]] TextPlace placeAt(std::string_view text, qint64 offset);

/// One parser each. `text` is valid UTF-8 without BOM or NUL; offsets of the nodes are offsets into it plus `start.offset`.
void parseYaml(std::string_view text, NodeBuilder &builder, Parsed &out);
/// JSON values one after another, each on a new line (a single value is the usual case).
void parseJson(std::string_view text, const TextPlace &start, NodeBuilder &builder, Parsed &out);

} // namespace meshscope
