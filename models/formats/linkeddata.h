#pragma once

#include "models/formats/node.h"

#include <QHash>

namespace meshscope {

/// A JSON-LD document read for what vocabularies such as DCAT say, without fetching a context: keys and types count by
/// their local name ("dcat:dataset", "http://www.w3.org/ns/dcat#dataset" and "dataset" are one), objects that are
/// named elsewhere in the document are found by their identifier.
class LinkedData {
public:
    LinkedData(const Node &document, const QStringList &languages);

    /// Every object that has a type, in document order; the first occurrence that says more than its name wins.
    [[nodiscard]] const std::vector<const Node *> &objects() const { return m_objects; }
    [[nodiscard]] QStringList types(const Node &object) const; ///< local names
    [[nodiscard]] bool is(const Node &object, QStringView type) const { return types(object).contains(type); }
    [[nodiscard]] QString id(const Node &object) const; ///< `@id` or `id`, or empty
    /// Values of a property, references followed to the object they name where the document has it.
    [[nodiscard]] std::vector<const Node *> values(const Node &object, QStringView property) const;
    /// First value as text, in the person's language: plain, `@value`, or the identifier of what it names.
    [[nodiscard]] QString text(const Node &object, QStringView property) const;
    [[nodiscard]] QStringList texts(const Node &object, QStringView property) const; ///< all, in the best language each
    [[nodiscard]] QString textOf(const Node &value) const;

    [[nodiscard]] static QString localName(const QString &key);
    /// A short name for an identifier: what follows the last `/`, `#` or `:`.
    [[nodiscard]] static QString shortName(const QString &id);

private:
    void collect(const Node &node, int depth);

    QStringList m_languages;
    std::vector<const Node *> m_objects;
    QHash<QString, const Node *> m_byId;
};

} // namespace meshscope
