#pragma once

#include "models/formats/node.h"

#include <QHash>

namespace meshscope {

/// A JSON-LD document read for what vocabularies such as DCAT say, without fetching a context: keys and types count by
/// their local name ("dcat:dataset", "http://www.w3.org/ns/dcat#dataset" and "dataset" are one, and so is what the
/// document's own context calls them). What is said of one identifier in several places is one object.
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
    [[nodiscard]] QString text(const Node &object, QStringView property) const { return text(object, property, 0); }
    [[nodiscard]] QStringList texts(const Node &object, QStringView property) const; ///< all, in the best language each
    [[nodiscard]] QString textOf(const Node &value) const { return textOf(value, 0); }

    [[nodiscard]] static QString localName(const QString &key);
    /// An identifier as the object it names writes it: "ex:a" and the IRI that stands for are one.
    [[nodiscard]] QString canonical(const QString &id) const;
    /// A short name for an identifier: what follows the last `/`, `#` or `:`.
    [[nodiscard]] static QString shortName(const QString &id);

private:
    void readContext(const Node &context);
    void collect(const Node &node, int depth);
    void collectReverse(const Node &reverse, const Node &subject);
    [[nodiscard]] QStringList ownTypes(const Node &object) const;
    [[nodiscard]] QString ownId(const Node &object) const;  ///< as written
    [[nodiscard]] QString nameOf(const QString &key) const; ///< local name of what a key stands for
    [[nodiscard]] QString expanded(const QString &id) const;
    [[nodiscard]] const std::vector<const Node *> *partsOf(const Node &object) const;
    void addValue(const Node &value, std::vector<const Node *> &to) const;
    [[nodiscard]] QString inLanguage(const Node &map) const;
    /// `labels`: how many objects were gone through on the way, each named by the next: they may name each other in a ring.
    [[nodiscard]] QString text(const Node &object, QStringView property, int labels) const;
    [[nodiscard]] QString textOf(const Node &value, int labels) const;

    QStringList m_languages;
    QHash<QString, QString> m_terms; ///< of the document's contexts: term or prefix → IRI or keyword
    QHash<QString, QString> m_reverseTerms;
    std::vector<const Node *> m_objects;
    QHash<QString, std::vector<const Node *>> m_parts; ///< by expanded identifier: all that say something of it
    QHash<QString, QStringList> m_written;             ///< expanded identifier → as what is said of it writes it
    QHash<QString, QHash<QString, std::vector<const Node *>>> m_reverse; ///< identifier → property → values
    mutable QHash<const Node *, QString> m_labels;                       ///< of objects that were asked for theirs
};

} // namespace meshscope
