#pragma once

#include "models/formats/reading.h"

#include <QHash>

#include <deque>

namespace meshscope {

/// A node and the file it stands in: what it refers to is relative to that file.
struct Located {
    const Node *node = &Node::null();
    QString file;
    [[nodiscard]] const Node &operator[](std::string_view key) const { return (*node)[key]; }
    [[nodiscard]] Located at(std::string_view key) const { return {&(*node)[key], file}; }
};

/// Follows the `$ref`s of one document (RFC 6901 pointers, `file#/a/b`, `#/a/b`) to places of it and to files below the
/// endpoint's folder; nothing is fetched from a network, such references stay as they are ("more fields").
class References {
public:
    References(const Node &root, const ReadContext &context, Records &out);
    References(const References &) = delete;
    References &operator=(const References &) = delete;

    [[nodiscard]] Located root() const { return {&m_root, m_context.file}; }
    /// What the node refers to, by way of at most sixteen others; itself when it refers to nothing or that is lost, which
    /// is said in an issue at the reference.
    [[nodiscard]] Located followed(Located at);
    /// The value of a field, followed.
    [[nodiscard]] Located followed(const Located &parent, std::string_view key) { return followed(parent.at(key)); }
    /// A text that is itself JSON or YAML, parsed; the null node when it is none. `hint` is a file name for its kind.
    [[nodiscard]] const Node &parsed(const Node &text, const QString &hint);
    /// What no reader asked for in the other files, as `file: path`.
    [[nodiscard]] QList<Property> unreadElsewhere() const;

private:
    const Node *load(const Located &from, const QString &file, const Node &at);
    void warn(const Node &at, const QString &reference, const QString &why);

    const Node &m_root;
    const ReadContext &m_context;
    Records &m_out;
    std::deque<Parsed> m_parsed; // live as long as the reading
    QHash<QString, const Node *> m_files;
    QHash<const Node *, const Node *> m_texts;
};

/// The place a JSON pointer names below `from`, or null when there is none. Marks the way used.
[[nodiscard]] const Node *atPointer(const Node &from, const QString &pointer);

} // namespace meshscope
