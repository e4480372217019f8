#pragma once

#include "models/formats/reading.h"

namespace meshscope {

/// Reads one document's fields by the type they should have. A field of another type is an Issue that names it, its
/// place and what was expected; it stays unread, so that "more fields" still shows it.
class DocumentReader {
public:
    DocumentReader(const Node &document, const ReadContext &context, Records &out)
        : m_document(document)
        , m_context(context)
        , m_out(out)
    {
    }

    [[nodiscard]] const Node &document() const { return m_document; }
    [[nodiscard]] const ReadContext &context() const { return m_context; }
    [[nodiscard]] Records &out() const { return m_out; }
    /// The document's bytes, the JSON pointer of the part below it and the part's line.
    [[nodiscard]] SourceRef source(const Node &part, const QString &pointer = {}) const;
    [[nodiscard]] SourceRef source() const { return source(m_document); }

    [[nodiscard]] QString text(const Node &map, std::string_view key) const;
    /// The first of the fields that is there with a text.
    [[nodiscard]] QString firstText(const Node &map, std::initializer_list<std::string_view> keys) const;
    [[nodiscard]] QStringList texts(const Node &map, std::string_view key) const;
    [[nodiscard]] std::optional<bool> flag(const Node &map, std::string_view key) const;
    [[nodiscard]] std::optional<double> number(const Node &map, std::string_view key) const;
    [[nodiscard]] QDate date(const Node &map, std::string_view key) const;
    [[nodiscard]] QDateTime time(const Node &map, std::string_view key) const; ///< UTC when it names no offset
    /// A list's items that are maps; others are issues.
    [[nodiscard]] std::vector<const Node *> maps(const Node &map, std::string_view key) const;
    [[nodiscard]] const Node &map(const Node &parent, std::string_view key) const; ///< the null node when it is none

    /// Every field of an object as a property, for objects whose fields the standard leaves open (`links`, `custom`).
    [[nodiscard]] QList<Property> properties(const Node &parent, std::string_view key) const;

    void warn(const Node &at, const QString &text) const;
    void note(const Node &at, const QString &text) const;
    /// A note when the document's version is newer than what this reader knows: `known` is "1.0".
    void noteVersion(const Node &field, const QString &standard, const QString &known) const;

private:
    void expected(const Node &node, std::string_view key, const QString &what) const;

    const Node &m_document;
    const ReadContext &m_context;
    Records &m_out;
};

/// `v3.1.0` → (3, 1); null when the text is no version.
struct Version {
    int major = 0;
    int minor = 0;
    auto operator<=>(const Version &) const = default;
};
[[nodiscard]] std::optional<Version> versionOf(const QString &text);

} // namespace meshscope
