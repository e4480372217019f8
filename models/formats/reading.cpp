#include "models/formats/reading.h"

using namespace Qt::StringLiterals;

namespace meshscope {

SourceRef sourceOf(const ReadContext &context, const Node &node)
{
    return {context.file, node.begin(), node.end(), {}, node.line()};
}

Issue issueAt(Issue::Severity severity, const ReadContext &context, const Node &node, const QString &text)
{
    return {severity, {context.file, node.line(), node.column(), {}}, text};
}

Domain impliedDomain(const ReadContext &context, const Node &field)
{
    Domain domain;
    domain.id = field.text();
    domain.name = domain.id;
    domain.implied = true;
    domain.source = sourceOf(context, field);
    return domain;
}

QString plain(const Node &node)
{
    if (node.isNull()) {
        node.use();
        return {};
    }
    if (node.isScalar())
        return node.text();
    if (node.isSequence() &&
        std::all_of(node.items().begin(), node.items().end(), [](const Node &n) { return n.isScalar(); }))
        return node.texts().join(u", "_s);
    return node.json();
}

void addProperty(QList<Property> &to, const QString &name, const Node &value)
{
    const QString text = plain(value);
    if (!text.isEmpty())
        to.append({name, text});
}

void addProperty(QList<Property> &to, const char *name, const Node &value)
{
    if (&value != &Node::null()) // most fields are missing
        addProperty(to, QString::fromLatin1(name), value);
}

QString firstText(const Node &node, std::initializer_list<std::string_view> keys)
{
    for (const std::string_view key : keys) {
        if (node.has(key)) {
            const QString text = node[key].text();
            if (!text.isEmpty())
                return text;
        }
    }
    return {};
}

} // namespace meshscope
