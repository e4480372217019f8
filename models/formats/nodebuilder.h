#pragma once

#include "models/formats/node.h"

#include <array>
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

/// A field's name; the same text is the same Key.
struct Key {
    std::string utf8;
    QString text;
};

struct Node::Names {
    std::vector<const Key *> keys;
    std::vector<std::string_view> utf8; ///< parallel to keys, as are the texts
    std::vector<QString> texts;
    size_t distinct = 0; ///< so many of the first are known to differ
    size_t likely = 0;   ///< items of the next map: as many as the last one had
};

/// Makes Nodes for the parsers: the only code that may write them.
///
/// Documents of thousands of maps name the same few fields in the same order. A new map is taken to go on like the last one
/// that began with the same name: as long as that is so, it shares the names of that one, at the cost of a comparison a
/// field. Where it ends early it uses the first of them; where it goes on it makes them longer for both; where it differs
/// it goes on like an earlier one, or gets names of its own; either are the next one's guess.
class NodeBuilder {
public:
    explicit NodeBuilder(const ParseLimits &limits);

    [[nodiscard]] static Node make(Node::Type type, const TextPlace &at);
    /// `utf8` must be held as long as memory() is: see keep(), copied().
    static void setText(Node &node, Node::Type type, std::string_view utf8);
    static void setRange(Node &node, qint64 begin, qint64 end);
    static void setEnd(Node &node, qint64 end);
    Node &append(Node &parent, Node &&item);                       ///< to a sequence
    Node &append(Node &parent, const Key &key, Node &&item);       ///< to a map
    Node &append(Node &parent, std::string_view key, Node &&item); ///< to a map
    [[nodiscard]] static Node emptied(const Node &node);           ///< the same without its items
    [[nodiscard]] static std::span<Node> items(Node &node);        ///< to change what is there
    [[nodiscard]] static const Key &keyAt(const Node &map, size_t index);
    /// Copies an anchored subtree; false when `budget` values were not enough or it would be deeper than allowed.
    [[nodiscard]] bool copy(const Node &from, Node &to, qint64 &budget, int depthLeft);

    [[nodiscard]] const Key &key(std::string_view utf8);     ///< the same text gives the same key
    [[nodiscard]] const Key &uniqueKey(const QString &text); ///< is no other key, though its text may be the same

    void keep(const QByteArray &bytes); ///< texts may point into them
    [[nodiscard]] std::string_view copied(std::string_view utf8);
    [[nodiscard]] std::shared_ptr<const void> memory() const { return m_memory; }

    /// Counts values against the limit; false when there are too many.
    [[nodiscard]] bool count(qint64 values = 1);
    [[nodiscard]] bool isFull() const { return m_count > m_limits.nodes; }
    [[nodiscard]] const ParseLimits &limits() const { return m_limits; }

    /// Keys that occur more than once in a finished map, each once.
    [[nodiscard]] static QStringList duplicates(const Node &map);

private:
    struct Memory {
        QList<QByteArray> kept;
        std::vector<std::unique_ptr<char[]>> blocks; ///< of texts and items
        std::deque<Key> keys;
        std::deque<Node::Names> names;
    };
    [[nodiscard]] char *allocated(size_t size, size_t alignment);
    /// Where the next item of a node goes; what it had stays in order, maybe elsewhere.
    Node &grown(Node &node);
    void makeRoom(Node &node, size_t items);
    using Guesses = std::array<Node::Names *, 8>; ///< the latest first
    [[nodiscard]] Guesses &guesses(const Key &first);
    static void makeLatest(Guesses &guesses, Node::Names *names);
    /// Among the guesses, names whose first `at` are those of `names` and that go on with `key`; null: there are none.
    [[nodiscard]] Node::Names *another(const Node::Names &names, size_t at, const Key &key);

    ParseLimits m_limits;
    qint64 m_count = 0;
    std::shared_ptr<Memory> m_memory;
    char *m_free = nullptr; ///< the rest of the last block
    size_t m_freeSize = 0;
    std::unordered_map<std::string_view, const Key *> m_keys;
    std::array<Guesses, 64> m_guesses{};
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

/// One parser each. `text` is valid UTF-8 without BOM or NUL, kept by the builder; offsets of the nodes are offsets into it
/// plus `start.offset`.
void parseYaml(std::string_view text, NodeBuilder &builder, Parsed &out);
/// JSON values one after another, each on a new line (a single value is the usual case).
void parseJson(std::string_view text, const TextPlace &start, NodeBuilder &builder, Parsed &out);

} // namespace meshscope
