#include "models/formats/nodebuilder.h"

#include <QCoreApplication>

#include <unordered_set>

namespace meshscope {

namespace {
constexpr int deepestEver = 2000; // reading and destroying a tree recurses: this much fits every thread's stack
constexpr size_t longestShared = 40;
} // namespace

NodeBuilder::NodeBuilder(const ParseLimits &limits)
    : m_limits(limits)
    , m_recent(recentTexts)
{
    m_limits.depth = std::min(limits.depth, deepestEver);
}

Node NodeBuilder::make(Node::Type type, const TextPlace &at)
{
    Node node;
    node.m_type = type;
    node.m_line = at.line;
    node.m_column = at.column;
    node.m_begin = node.m_end = quint32(at.offset);
    return node;
}

void NodeBuilder::setText(Node &node, Node::Type type, QString text)
{
    node.m_type = type;
    node.m_text = std::move(text);
}

void NodeBuilder::setType(Node &node, Node::Type type)
{
    node.m_type = type;
}

void NodeBuilder::setRange(Node &node, qint64 begin, qint64 end)
{
    node.m_begin = quint32(begin);
    node.m_end = quint32(end);
}

void NodeBuilder::setEnd(Node &node, qint64 end)
{
    node.m_end = quint32(end);
}

std::vector<Node> &NodeBuilder::items(Node &node)
{
    if (!node.m_children)
        node.m_children = std::make_unique<Node::Children>();
    return node.m_children->items;
}

std::vector<QString> &NodeBuilder::keys(Node &node)
{
    if (!node.m_children)
        node.m_children = std::make_unique<Node::Children>();
    return node.m_children->keys;
}

Node &NodeBuilder::append(Node &parent, Node &&item)
{
    return items(parent).emplace_back(std::move(item));
}

Node &NodeBuilder::append(Node &parent, const QString &key, Node &&item)
{
    keys(parent).push_back(key);
    return items(parent).emplace_back(std::move(item));
}

bool NodeBuilder::copy(const Node &from, Node &to, qint64 &budget, int depthLeft)
{
    if (--budget < 0 || depthLeft < 0)
        return false;
    to.m_type = from.m_type;
    to.m_line = from.m_line;
    to.m_column = from.m_column;
    to.m_begin = from.m_begin;
    to.m_end = from.m_end;
    to.m_text = from.m_text;
    if (!from.m_children)
        return true;
    if (from.size() > budget)
        return false;
    keys(to) = from.m_children->keys;
    items(to).resize(from.items().size());
    for (size_t i = 0; i < from.items().size(); ++i) {
        if (!copy(from.items()[i], items(to)[i], budget, depthLeft - 1))
            return false;
    }
    return true;
}

QString NodeBuilder::key(std::string_view utf8)
{
    const auto found = m_keys.find(utf8);
    if (found != m_keys.end())
        return found->second;
    m_keyBytes.emplace_back(utf8);
    return m_keys.emplace(m_keyBytes.back(), QString::fromUtf8(utf8.data(), qsizetype(utf8.size()))).first->second;
}

QString NodeBuilder::text(std::string_view utf8)
{
    if (utf8.empty() || utf8.size() > longestShared)
        return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    Recent &recent = m_recent[std::hash<std::string_view>()(utf8) % recentTexts];
    if (recent.utf8 != utf8) {
        recent.utf8 = utf8;
        recent.text = QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    }
    return recent.text;
}

bool NodeBuilder::count(qint64 values)
{
    m_count += values;
    return m_count <= m_limits.nodes;
}

QStringList NodeBuilder::duplicates(const Node &map)
{
    // Equal keys share their characters (see key()), so comparing addresses is enough.
    const std::vector<QString> &keys = map.keys();
    QStringList twice;
    const auto note = [&twice](const QString &key) {
        if (!twice.contains(key))
            twice.append(key);
    };
    if (keys.size() <= 16) {
        for (size_t i = 1; i < keys.size(); ++i) {
            for (size_t j = 0; j < i; ++j) {
                if (keys[i].constData() == keys[j].constData())
                    note(keys[i]);
            }
        }
        return twice;
    }
    std::unordered_set<const QChar *> seen(keys.size() * 2);
    for (const QString &key : keys) {
        if (!seen.insert(key.constData()).second)
            note(key);
    }
    return twice;
}

Issue parseError(const QString &text, const TextPlace &at)
{
    return {Issue::Severity::Error, {{}, at.line, at.column, {}}, text};
}

Issue duplicateKeyNote(const QString &key, const Node &map)
{
    return {Issue::Severity::Warning,
            {{}, map.line(), map.column(), {}},
            QCoreApplication::translate("meshscope::Parser",
                                        "The field “%1” stands more than once here; the last one counts. Remove the others.")
                .arg(key)};
}

Issue tooManyValues(const ParseLimits &limits, const TextPlace &at)
{
    return parseError(
        QCoreApplication::translate("meshscope::Parser", "More than %1 values in one file. Split it into several files.")
            .arg(limits.nodes),
        at);
}

Issue tooDeep(const ParseLimits &limits, const TextPlace &at)
{
    return parseError(
        QCoreApplication::translate("meshscope::Parser", "Nested more than %1 levels deep. Make the document flatter.")
            .arg(limits.depth),
        at);
}

void addNote(Parsed &out, Issue note)
{
    constexpr qsizetype most = 100;
    if (out.notes.size() < most)
        out.notes.append(std::move(note));
}

TextPlace placeAt(std::string_view text, qint64 offset)
{
    TextPlace place{offset, 1, 1};
    const size_t end = std::min(size_t(offset), text.size());
    for (size_t i = 0; i < end; ++i) {
        if (text[i] == '\n') {
            ++place.line;
            place.column = 1;
        } else if ((static_cast<unsigned char>(text[i]) & 0xc0) != 0x80) {
            ++place.column;
        }
    }
    return place;
}

} // namespace meshscope
