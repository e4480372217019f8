#include "models/formats/nodebuilder.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>
#include <new>
#include <unordered_set>
#include <utility>

namespace meshscope {

namespace {
constexpr int deepestEver = 2000; // reading and destroying a tree recurses: this much fits every thread's stack
constexpr size_t fewestItems = 2; ///< there is room for, where nothing is known of how many come
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
    if (type >= Node::Type::Sequence)
        node.m_children = nullptr;
    return node;
}

void NodeBuilder::setText(Node &node, Node::Type type, std::string_view utf8)
{
    node.m_type = type;
    node.m_text = utf8.data();
    node.m_size = quint32(utf8.size());
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

std::span<Node> NodeBuilder::items(Node &node)
{
    return node.size() == 0 ? std::span<Node>() : std::span<Node>(node.m_children->items(), node.m_size);
}

void NodeBuilder::makeRoom(Node &node, size_t items)
{
    static_assert(std::is_trivially_copyable_v<Node> && std::is_trivially_destructible_v<Node>);
    static_assert(sizeof(Node::Children) % alignof(Node) == 0);
    char *const place = allocated(sizeof(Node::Children) + items * sizeof(Node), alignof(Node::Children));
    auto *const room = new (place) Node::Children{node.m_children ? node.m_children->names : nullptr, items};
    if (node.m_size > 0)
        std::memcpy(room->items(), node.m_children->items(), node.m_size * sizeof(Node));
    node.m_children = room;
}

Node &NodeBuilder::grown(Node &node)
{
    if (!node.m_children || node.m_size == node.m_children->room)
        makeRoom(node, std::max<size_t>(fewestItems, node.m_size * size_t(2)));
    return node.m_children->items()[node.m_size++];
}

const Key &NodeBuilder::keyAt(const Node &map, size_t index)
{
    return *map.m_children->names->keys[index];
}

Node &NodeBuilder::append(Node &parent, Node &&item)
{
    return *new (&grown(parent)) Node(std::move(item));
}

NodeBuilder::Guesses &NodeBuilder::guesses(const Key &first)
{
    return m_guesses[(reinterpret_cast<quintptr>(&first) / sizeof(Key)) % m_guesses.size()];
}

void NodeBuilder::makeLatest(Guesses &guesses, Node::Names *names)
{
    const auto known = std::find(guesses.begin(), guesses.end() - 1, names); // where it is not, the oldest goes
    *known = names;
    std::rotate(guesses.begin(), known, known + 1);
}

Node::Names *NodeBuilder::another(const Node::Names &names, size_t at, const Key &key)
{
    const auto begin = names.keys.begin();
    for (Node::Names *const guess : guesses(*names.keys.front())) {
        if (guess && guess->keys.size() > at && guess->keys[at] == &key &&
            std::equal(begin, begin + qsizetype(at), guess->keys.begin()))
            return guess;
    }
    return nullptr;
}

Node &NodeBuilder::append(Node &parent, std::string_view key, Node &&item)
{
    const size_t at = parent.m_size;
    const Node::Names *const names = at > 0 ? parent.m_children->names : nullptr;
    if (names && at < names->keys.size() && names->utf8[at] == key)
        return append(parent, std::move(item));
    return append(parent, this->key(key), std::move(item));
}

Node &NodeBuilder::append(Node &parent, const Key &key, Node &&item)
{
    const size_t at = parent.m_size;
    if (at == 0) {
        const Guesses &likely = guesses(key);
        const auto guess = std::find_if(likely.begin(), likely.end(),
                                        [&](const Node::Names *names) { return names && names->keys.front() == &key; });
        const bool isLikely = guess != likely.end();
        // One map has room for as many as the one before, so that all the room is never more than twice what is filled.
        makeRoom(parent, isLikely ? std::max(fewestItems, std::exchange((*guess)->likely, 0)) : fewestItems);
        parent.m_children->names = isLikely ? *guess : nullptr;
    }
    Node::Names *const names = parent.m_children->names;
    if (names && at < names->keys.size() && names->keys[at] == &key)
        return append(parent, std::move(item));
    Node::Names *longer = names;
    if (!names || at < names->keys.size()) {
        Guesses &likely = guesses(names ? *names->keys.front() : key);
        if (Node::Names *const known = names ? another(*names, at, key) : nullptr) {
            parent.m_children->names = known;
            makeLatest(likely, known);
            return append(parent, std::move(item));
        }
        longer = &m_memory->names.emplace_back();
        if (names) {
            longer->keys.assign(names->keys.begin(), names->keys.begin() + qsizetype(at));
            longer->utf8.assign(names->utf8.begin(), names->utf8.begin() + qsizetype(at));
            longer->texts.assign(names->texts.begin(), names->texts.begin() + qsizetype(at));
            longer->distinct = std::min(at, names->distinct);
        }
        parent.m_children->names = longer;
        makeLatest(likely, longer);
    }
    longer->keys.push_back(&key);
    longer->utf8.push_back(key.utf8);
    longer->texts.push_back(key.text);
    return append(parent, std::move(item));
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
    to = emptied(from);
    if (from.isScalar())
        setText(to, from.m_type, from.utf8());
    if (from.size() == 0)
        return true;
    if (from.size() > budget)
        return false;
    makeRoom(to, from.m_size);
    to.m_children->names = from.m_children->names;
    for (const Node &item : from.items()) {
        if (!copy(item, *new (&grown(to)) Node, budget, depthLeft - 1))
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

char *NodeBuilder::allocated(size_t size, size_t alignment)
{
    size_t skipped = (alignment - reinterpret_cast<quintptr>(m_free) % alignment) % alignment;
    if (size + skipped > m_freeSize) {
        const size_t grown =
            std::clamp(smallestBlock << std::min<size_t>(m_memory->blocks.size(), 16), smallestBlock, largestBlock);
        m_freeSize = std::max(size, grown);
        m_free = m_memory->blocks.emplace_back(new char[m_freeSize]).get(); // aligned for everything
        skipped = 0;
    }
    char *const place = m_free + skipped;
    m_free += skipped + size;
    m_freeSize -= skipped + size;
    return place;
}

std::string_view NodeBuilder::copied(std::string_view utf8)
{
    char *const place = allocated(utf8.size(), 1);
    std::copy(utf8.begin(), utf8.end(), place);
    return {place, utf8.size()};
}

bool NodeBuilder::count(qint64 values)
{
    m_count += values;
    return m_count <= m_limits.nodes;
}

QStringList NodeBuilder::duplicates(const Node &map)
{
    const size_t count = size_t(map.size());
    Node::Names *const names = count > 0 ? map.m_children->names : nullptr;
    if (!names)
        return {};
    names->likely = count;
    if (count <= names->distinct)
        return {};
    constexpr size_t few = 32;
    const auto begin = names->keys.begin();
    const auto isAgain = [&](size_t i) {
        return std::find(begin, begin + qsizetype(i), names->keys[i]) != begin + qsizetype(i);
    };
    size_t differing = names->distinct;
    while (count <= few && differing < count && !isAgain(differing))
        ++differing;
    names->distinct = differing;
    if (differing == count)
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
