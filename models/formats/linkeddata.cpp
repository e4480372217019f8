#include "models/formats/linkeddata.h"

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {
constexpr int deepest = 200;  // far beyond any catalog; bounds the recursion on hostile input
constexpr int mostLabels = 8; // an agent's name may be an object with a label, hardly more
} // namespace

LinkedData::LinkedData(const Node &document, const QStringList &languages)
    : m_languages(languages)
{
    collect(document, 0);
}

/// Terms, prefixes and aliases of keywords; contexts that are links are not fetched.
void LinkedData::readContext(const Node &context)
{
    context.use(true);
    if (context.isSequence()) {
        for (const Node &part : context.items())
            readContext(part);
    }
    for (size_t i = 0; context.isMap() && i < context.keys().size(); ++i) {
        const QString &term = context.keys()[i];
        const Node &meaning = context.items()[i];
        if (meaning.isScalar())
            m_terms.insert(term, meaning.text());
        else if (meaning.peek("@id").isScalar())
            m_terms.insert(term, meaning.peek("@id").text());
        else if (meaning.peek("@reverse").isScalar())
            m_reverseTerms.insert(term, localName(meaning.peek("@reverse").text()));
    }
}

QString LinkedData::nameOf(const QString &key) const
{
    const auto term = m_terms.constFind(key);
    return term == m_terms.cend() || term->startsWith(u'@') ? localName(key) : localName(*term);
}

QString LinkedData::expanded(const QString &id) const
{
    const qsizetype colon = id.indexOf(u':');
    if (colon < 0 || id.mid(colon + 1).startsWith(u"//"_s))
        return id;
    const QString prefix = m_terms.value(id.left(colon));
    return prefix.isEmpty() ? id : prefix + id.mid(colon + 1);
}

QString LinkedData::canonical(const QString &id) const
{
    const QString iri = expanded(id);
    const auto written = m_written.constFind(iri);
    return written == m_written.cend() || written->contains(id) ? id : written->first();
}

QString LinkedData::localName(const QString &key)
{
    const qsizetype at = std::max({key.lastIndexOf(u'#'), key.lastIndexOf(u'/'), key.lastIndexOf(u':')});
    return key.mid(at + 1);
}

QString LinkedData::shortName(const QString &id)
{
    QString trimmed = id;
    while (trimmed.endsWith(u'/') || trimmed.endsWith(u'#'))
        trimmed.chop(1);
    const QString name = localName(trimmed);
    return name.isEmpty() ? id : name;
}

void LinkedData::collect(const Node &node, int depth)
{
    if (depth > deepest)
        return;
    if (node.isMap()) {
        if (node.has("@context"))
            readContext(node["@context"]);
        if (node.has("@graph"))
            node["@graph"].use();
        const QString own = ownId(node);
        const bool isTyped = !ownTypes(node).isEmpty();
        if (!own.isEmpty() && (isTyped || node.size() > 1)) {
            const QString iri = expanded(own);
            if (QStringList &written = m_written[iri]; !written.contains(own))
                written.append(own);
            m_parts[iri].push_back(&node);
        }
        if (isTyped)
            m_objects.push_back(&node);
        if (node.has("@reverse"))
            collectReverse(node["@reverse"], node);
    }
    for (size_t i = 0; i < node.items().size(); ++i) {
        if (node.isMap() && node.keys()[i] == u"@context")
            continue;
        const Node &item = node.items()[i];
        if (node.isMap() && m_reverseTerms.contains(node.keys()[i])) {
            for (const Node *subject : values(node, localName(node.keys()[i])))
                m_reverse[expanded(subject->isMap() ? ownId(*subject) : subject->text())]
                         [m_reverseTerms.value(node.keys()[i])]
                             .push_back(&node);
        }
        if (item.size() > 0)
            collect(item, depth + 1);
    }
}

/// `@reverse: {dataset: {@id: catalog}}` says that the catalog's dataset is this object.
void LinkedData::collectReverse(const Node &reverse, const Node &subject)
{
    reverse.use();
    for (size_t i = 0; i < reverse.keys().size(); ++i) {
        std::vector<const Node *> owners;
        addValue(reverse.items()[i], owners);
        for (const Node *owner : owners)
            m_reverse[expanded(owner->isMap() ? ownId(*owner) : owner->text())][nameOf(reverse.keys()[i])].push_back(
                &subject);
    }
}

QStringList LinkedData::ownTypes(const Node &object) const
{
    const Node *given = &(object.has("@type") ? object["@type"] : object["type"]);
    for (size_t i = 0; !m_terms.isEmpty() && given->isNull() && i < object.keys().size(); ++i) {
        if (m_terms.value(object.keys()[i]) == u"@type"_s)
            given = &object.items()[i];
    }
    QStringList names;
    for (const QString &type : given->texts())
        names.append(nameOf(type));
    return names;
}

QStringList LinkedData::types(const Node &object) const
{
    QStringList names = ownTypes(object);
    if (const std::vector<const Node *> *parts = partsOf(object); parts && parts->size() > 1) {
        for (const Node *part : *parts)
            names += ownTypes(*part);
        names.removeDuplicates();
    }
    return names;
}

QString LinkedData::ownId(const Node &object) const
{
    const QString own = object["@id"].text();
    if (!own.isEmpty())
        return own;
    if (object["id"].isScalar())
        return object["id"].text();
    for (size_t i = 0; !m_terms.isEmpty() && i < object.keys().size(); ++i) {
        if (object.items()[i].isScalar() && m_terms.value(object.keys()[i]) == u"@id"_s)
            return object.items()[i].text();
    }
    return {};
}

QString LinkedData::id(const Node &object) const
{
    return canonical(ownId(object));
}

const std::vector<const Node *> *LinkedData::partsOf(const Node &object) const
{
    const QString own = ownId(object);
    const auto parts = own.isEmpty() ? m_parts.cend() : m_parts.constFind(expanded(own));
    return parts == m_parts.cend() ? nullptr : &*parts;
}

/// The value, or of a list its items; a reference is followed to what says the most of the object it names.
void LinkedData::addValue(const Node &value, std::vector<const Node *> &to) const
{
    value.use();
    for (const char *list : {"@list", "@set"}) {
        if (value.has(list)) {
            addValue(value[list], to);
            return;
        }
    }
    if (value.isSequence()) {
        for (const Node &item : value.items())
            addValue(item, to);
        return;
    }
    if (value.isNull())
        return;
    QString reference;
    if (value.isMap() && !value.has("@value"))
        reference = ownId(value);
    else if (value.isScalar())
        reference = value.text();
    const Node *best = &value;
    const auto parts = reference.isEmpty() ? m_parts.cend() : m_parts.constFind(expanded(reference));
    if (parts != m_parts.cend()) {
        for (const Node *part : *parts)
            best = part->size() > best->size() ? part : best;
    }
    to.push_back(best);
}

std::vector<const Node *> LinkedData::values(const Node &object, QStringView property) const
{
    std::vector<const Node *> found;
    const auto addOf = [&](const Node &part) {
        for (size_t i = 0; i < part.keys().size(); ++i) {
            if (nameOf(part.keys()[i]) == property)
                addValue(part.items()[i], found);
        }
    };
    addOf(object);
    const QString own = ownId(object);
    if (own.isEmpty())
        return found;
    const QString iri = expanded(own);
    if (const auto parts = m_parts.constFind(iri); parts != m_parts.cend() && parts->size() > 1) {
        for (const Node *part : *parts) {
            if (part != &object)
                addOf(*part);
        }
    }
    if (const auto reverse = m_reverse.constFind(iri); reverse != m_reverse.cend()) {
        const auto values = reverse->value(property.toString());
        found.insert(found.end(), values.begin(), values.end());
    }
    return found;
}

/// Of a map from languages to texts (`@container: @language`) the best; empty when it is none.
QString LinkedData::inLanguage(const Node &map) const
{
    for (size_t i = 0; i < map.keys().size(); ++i) {
        const QString &key = map.keys()[i];
        const bool isLanguage = key.size() == 2 || (key.size() > 3 && key[2] == u'-');
        if (!isLanguage || !map.items()[i].isScalar())
            return {};
    }
    for (const QString &language : m_languages) {
        for (size_t i = 0; i < map.keys().size(); ++i) {
            if (map.keys()[i].startsWith(language, Qt::CaseInsensitive))
                return map.items()[i].text();
        }
    }
    return map.items().empty() ? QString() : map.items().front().text();
}

QString LinkedData::textOf(const Node &value, int labels) const
{
    if (!value.isMap())
        return canonical(value.text());
    if (value.has("@value")) {
        value["@language"].use();
        value["@type"].use();
        return value["@value"].text();
    }
    if (const auto known = m_labels.constFind(&value); known != m_labels.cend())
        return *known;
    const QString named = id(value);
    QString found = named.isEmpty() ? inLanguage(value) : named;
    m_labels.insert(&value, found); // what a ring comes back to
    for (const char16_t *label : {u"prefLabel", u"title", u"label", u"name", u"fn"}) {
        const QString better = labels < mostLabels ? text(value, QStringView(label), labels + 1) : QString();
        if (!better.isEmpty()) {
            found = better;
            break;
        }
    }
    m_labels.insert(&value, found);
    return found;
}

QString LinkedData::text(const Node &object, QStringView property, int labels) const
{
    const std::vector<const Node *> all = values(object, property);
    for (const QString &language : m_languages) {
        for (const Node *value : all) {
            if (value->isMap() && value->has("@language") &&
                (*value)["@language"].text().startsWith(language, Qt::CaseInsensitive))
                return textOf(*value, labels);
        }
    }
    for (const Node *value : all) {
        const QString found = textOf(*value, labels);
        if (!found.isEmpty())
            return found;
    }
    return {};
}

QStringList LinkedData::texts(const Node &object, QStringView property) const
{
    QStringList found;
    for (const Node *value : values(object, property)) {
        const QString one = textOf(*value);
        if (!one.isEmpty() && !found.contains(one))
            found.append(one);
    }
    return found;
}

} // namespace meshscope
