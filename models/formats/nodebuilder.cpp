#include "models/formats/nodebuilder.h"

#include <QCoreApplication>

#include <unordered_set>

namespace meshscope {

namespace {
constexpr int deepestEver = 2000; // reading and destroying a tree recurses: this much fits every thread's stack
constexpr size_t smallestBlock = 2 << 10;
constexpr size_t largestBlock = 256 << 10;
} // namespace

NodeBuilder::NodeBuilder(const ParseLimits &limits)
    : m_limits(limits)
    , m_memory(std::make_shared<Memory>())
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

void NodeBuilder::setText(Node &node, Node::Type type, std::string_view utf8)
{
    node.m_type = type;
    node.m_text = utf8.data();
    node.m_size = quint32(utf8.size());
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

Node::Children &NodeBuilder::children(Node &node)
{
    if (!node.m_children)
        node.m_children = std::make_unique<Node::Children>();
    return *node.m_children;
}

std::vector<Node> &NodeBuilder::items(Node &node)
{
    return children(node).items;
}

const Key &NodeBuilder::keyAt(const Node &map, size_t index)
{
    return *map.children().names->keys[index];
}

Node &NodeBuilder::append(Node &parent, Node &&item)
{
    return items(parent).emplace_back(std::move(item));
}

Node::Names *&NodeBuilder::guess(const Key &first)
{
    return m_guesses[(reinterpret_cast<quintptr>(&first) / sizeof(Key)) % m_guesses.size()];
}

Node &NodeBuilder::append(Node &parent, std::string_view key, Node &&item)
{
    Node::Children &own = children(parent);
    const size_t at = own.items.size();
    if (own.names && at < own.names->keys.size() && own.names->keys[at]->utf8 == key)
        return own.items.emplace_back(std::move(item));
    return append(parent, this->key(key), std::move(item));
}

Node &NodeBuilder::append(Node &parent, const Key &key, Node &&item)
{
    Node::Children &own = children(parent);
    const size_t at = own.items.size();
    if (!own.names) {
        own.names = guess(key);
        if (own.names && own.names->keys.front() == &key)
            own.items.reserve(own.names->keys.size());
        else
            own.names = nullptr;
    }
    if (own.names && at < own.names->keys.size() && own.names->keys[at] == &key)
        return own.items.emplace_back(std::move(item));
    if (!own.names || at < own.names->keys.size()) {
        Node::Names &fresh = m_memory->names.emplace_back();
        if (own.names) {
            fresh.keys.assign(own.names->keys.begin(), own.names->keys.begin() + qsizetype(at));
            fresh.texts.assign(own.names->texts.begin(), own.names->texts.begin() + qsizetype(at));
            fresh.distinct = std::min(at, own.names->distinct);
        }
        own.names = &fresh;
        guess(at > 0 ? *fresh.keys.front() : key) = &fresh;
    }
    own.names->keys.push_back(&key);
    own.names->texts.push_back(key.text);
    return own.items.emplace_back(std::move(item));
}

Node NodeBuilder::emptied(const Node &node)
{
    Node same = make(node.m_type, {node.m_begin, node.m_line, node.m_column});
    same.m_end = node.m_end;
    return same;
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
    to.m_size = from.m_size;
    if (!from.m_children)
        return true;
    if (from.size() > budget)
        return false;
    children(to).names = from.m_children->names;
    items(to).resize(from.items().size());
    for (size_t i = 0; i < from.items().size(); ++i) {
        if (!copy(from.items()[i], items(to)[i], budget, depthLeft - 1))
            return false;
    }
    return true;
}

const Key &NodeBuilder::key(std::string_view utf8)
{
    const auto found = m_keys.find(utf8);
    if (found != m_keys.end())
        return *found->second;
    const Key &made =
        m_memory->keys.emplace_back(Key{std::string(utf8), QString::fromUtf8(utf8.data(), qsizetype(utf8.size()))});
    m_keys.emplace(made.utf8, &made);
    return made;
}

const Key &NodeBuilder::uniqueKey(const QString &text)
{
    return m_memory->keys.emplace_back(Key{text.toStdString(), text});
}

void NodeBuilder::keep(const QByteArray &bytes)
{
    m_memory->kept.append(bytes);
}

std::string_view NodeBuilder::copied(std::string_view utf8)
{
    if (utf8.size() > m_freeSize) {
        const size_t grown =
            std::clamp(smallestBlock << std::min<size_t>(m_memory->blocks.size(), 16), smallestBlock, largestBlock);
        m_freeSize = std::max(utf8.size(), grown);
        m_free = m_memory->blocks.emplace_back(new char[m_freeSize]).get();
    }
    std::copy(utf8.begin(), utf8.end(), m_free);
    const std::string_view copy(m_free, utf8.size());
    m_free += utf8.size();
    m_freeSize -= utf8.size();
    return copy;
}

bool NodeBuilder::count(qint64 values)
{
    m_count += values;
    return m_count <= m_limits.nodes;
}

QStringList NodeBuilder::duplicates(const Node &map)
{
    Node::Names *const names = map.children().names;
    const size_t count = map.items().size();
    if (!names || count <= names->distinct)
        return {};
    QStringList twice;
    std::unordered_set<const Key *> seen(count * 2);
    for (size_t i = 0; i < count; ++i) {
        if (!seen.insert(names->keys[i]).second && !twice.contains(names->texts[i]))
            twice.append(names->texts[i]);
    }
    if (twice.isEmpty())
        names->distinct = count;
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
