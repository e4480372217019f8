#include "models/formats/linkeddata.h"

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {
constexpr int deepest = 200; // far beyond any catalog; bounds the recursion on hostile input
}

LinkedData::LinkedData(const Node &document, const QStringList &languages)
    : m_languages(languages)
{
    collect(document, 0);
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
            node["@context"].use(true);
        if (node.has("@graph"))
            node["@graph"].use();
        const QString own = id(node);
        if (!types(node).isEmpty()) {
            m_objects.push_back(&node);
            if (!own.isEmpty()) {
                const Node *&known = m_byId[own];
                if (!known || node.size() > known->size())
                    known = &node;
            }
        } else if (!own.isEmpty() && node.size() > 1 && !m_byId.contains(own)) {
            m_byId.insert(own, &node);
        }
    }
    for (size_t i = 0; i < node.items().size(); ++i) {
        if (node.isMap() && node.keys()[i] == u"@context")
            continue;
        if (node.items()[i].size() > 0)
            collect(node.items()[i], depth + 1);
    }
}

QStringList LinkedData::types(const Node &object) const
{
    const Node &given = object.has("@type") ? object["@type"] : object["type"];
    QStringList names;
    for (const QString &type : given.texts())
        names.append(localName(type));
    return names;
}

QString LinkedData::id(const Node &object) const
{
    const QString own = object["@id"].text();
    return own.isEmpty() && object["id"].isScalar() ? object["id"].text() : own;
}

std::vector<const Node *> LinkedData::values(const Node &object, QStringView property) const
{
    std::vector<const Node *> found;
    const auto add = [&](const Node &value) {
        value.use();
        QString reference;
        if (value.isMap() && !value.has("@value"))
            reference = id(value);
        else if (value.isScalar())
            reference = value.text();
        const Node *named = reference.isEmpty() ? nullptr : m_byId.value(reference);
        // A reference is followed only to an object that says more than what stands here.
        found.push_back(named && named != &value && named->size() > value.size() ? named : &value);
    };
    for (size_t i = 0; i < object.keys().size(); ++i) {
        if (localName(object.keys()[i]) != property)
            continue;
        const Node &value = object.items()[i];
        value.use();
        if (value.isSequence()) {
            for (const Node &item : value.items())
                add(item);
        } else if (!value.isNull()) {
            add(value);
        }
    }
    return found;
}

QString LinkedData::textOf(const Node &value) const
{
    if (value.isMap()) {
        if (value.has("@value")) {
            value["@language"].use();
            value["@type"].use();
            return value["@value"].text();
        }
        for (const char16_t *label : {u"prefLabel", u"title", u"label", u"name", u"fn"}) {
            const QString found = text(value, QStringView(label));
            if (!found.isEmpty())
                return found;
        }
        return id(value);
    }
    return value.text();
}

QString LinkedData::text(const Node &object, QStringView property) const
{
    const std::vector<const Node *> all = values(object, property);
    for (const QString &language : m_languages) {
        for (const Node *value : all) {
            if (value->isMap() && value->has("@language") &&
                (*value)["@language"].text().startsWith(language, Qt::CaseInsensitive))
                return textOf(*value);
        }
    }
    for (const Node *value : all) {
        const QString found = textOf(*value);
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
