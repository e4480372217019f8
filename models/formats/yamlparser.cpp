#include "models/formats/nodebuilder.h"
#include "models/formats/yamlevents.h"
#include "models/formats/yamlscalar.h"

#include <QCoreApplication>
#include <QSet>

namespace meshscope {

namespace {

std::string_view view(const yaml_char_t *text, size_t size)
{
    return {reinterpret_cast<const char *>(text), size};
}
std::string_view view(const yaml_char_t *text)
{
    return text ? std::string_view(reinterpret_cast<const char *>(text)) : std::string_view();
}

/// Builds Nodes from libyaml's events (chosen by measurement: 20 ODCS documents of 2,000 columns each take 0.14 s, 8 times
/// as fast as loading and walking yaml-cpp's tree). Aliases are copied where they stand, within limits; merge keys are
/// resolved at a document's end.
class YamlParser {
public:
    YamlParser(std::string_view text, NodeBuilder &builder, Parsed &out)
        : m_text(text)
        , m_bytes(text)
        , m_events(text)
        , m_builder(builder)
        , m_out(out)
    {
    }

    void parse()
    {
        for (;;) {
            if (!m_events.next()) {
                m_out.error = libyamlError();
                return;
            }
            if (m_events.event().type == YAML_STREAM_END_EVENT)
                return;
            if (!take(m_events.event()))
                return;
        }
    }

    /// Of the document read last.
    [[nodiscard]] size_t documentBegin() const { return size_t(m_documentBegin); }

private:
    struct Open {
        Node *node;
        bool block;
        const Key *key = nullptr;    // of a map: the key whose value comes next
        std::unique_ptr<Node> asKey; // this collection is itself a key: it stands in no tree
    };
    using Path = std::vector<size_t>;

    bool take(const yaml_event_t &event)
    {
        switch (event.type) {
        case YAML_DOCUMENT_START_EVENT: startDocument(event); return true;
        case YAML_DOCUMENT_END_EVENT: return endDocument(event);
        case YAML_ALIAS_EVENT: return alias(event);
        case YAML_SCALAR_EVENT: return scalar(event);
        case YAML_SEQUENCE_START_EVENT:
            return start(event, Node::Type::Sequence, event.data.sequence_start.style != YAML_FLOW_SEQUENCE_STYLE,
                         view(event.data.sequence_start.anchor));
        case YAML_MAPPING_START_EVENT:
            return start(event, Node::Type::Map, event.data.mapping_start.style != YAML_FLOW_MAPPING_STYLE,
                         view(event.data.mapping_start.anchor));
        case YAML_SEQUENCE_END_EVENT:
        case YAML_MAPPING_END_EVENT: return end(event);
        default: return true;
        }
    }

    [[nodiscard]] TextPlace place(const yaml_mark_t &mark)
    {
        return {m_bytes.of(mark.index), int(mark.line) + 1, int(mark.column) + 1};
    }

    bool fail(Issue issue)
    {
        m_out.error = std::move(issue);
        return false;
    }

    [[nodiscard]] Issue libyamlError() const
    {
        const yaml_parser_t &parser = m_events.parser();
        const QString problem = QString::fromUtf8(parser.problem ? parser.problem : "out of memory");
        if (parser.error == YAML_READER_ERROR)
            return parseError(QCoreApplication::translate("meshscope::Parser", "This is not YAML: %1.").arg(problem),
                              placeAt(m_text, qint64(parser.problem_offset)));
        const TextPlace at{0, int(parser.problem_mark.line) + 1, int(parser.problem_mark.column) + 1};
        if (!parser.context)
            return parseError(QCoreApplication::translate("meshscope::Parser", "This is not YAML: %1.").arg(problem), at);
        return parseError(
            QCoreApplication::translate("meshscope::Parser", "This is not YAML: %1, %2 that starts in line %3.")
                .arg(problem, QString::fromUtf8(parser.context))
                .arg(parser.context_mark.line + 1),
            at);
    }

    void startDocument(const yaml_event_t &event)
    {
        const auto &data = event.data.document_start;
        m_root = Node();
        m_open.clear();
        m_anchors.clear();
        m_sawMerge = false;
        m_blockList = false;
        const bool directives = data.version_directive || data.tag_directives.start != data.tag_directives.end;
        if (directives || data.implicit) {
            m_documentBegin = m_out.documents.empty() ? 0 : m_bytes.of(event.start_mark.index);
            return;
        }
        size_t pos = size_t(m_bytes.of(event.end_mark.index));
        while (pos < m_text.size() && (m_text[pos] == ' ' || m_text[pos] == '\t' || m_text[pos] == '\r'))
            ++pos;
        if (pos < m_text.size() && m_text[pos] == '\n')
            ++pos;
        m_documentBegin = qint64(pos);
    }

    bool endDocument(const yaml_event_t &event)
    {
        const qint64 documentEnd = m_bytes.of(event.start_mark.index);
        if (m_sawMerge)
            resolveMerges(m_root);
        if (m_blockList) {
            for (Node &item : NodeBuilder::items(m_root))
                widenToLines(item, documentEnd);
        }
        NodeBuilder::setRange(m_root, m_documentBegin, documentEnd);
        m_out.documents.push_back(std::move(m_root));
        return true;
    }

    /// An item of a list of documents becomes its whole lines, from the one with its dash.
    void widenToLines(Node &item, qint64 documentEnd) const
    {
        const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
        size_t begin = size_t(item.begin());
        while (begin > size_t(m_documentBegin) && m_text[begin - 1] != '\n')
            --begin;
        const size_t dash = m_text.find_first_not_of(" \t", begin);
        if (dash >= size_t(item.begin()) || m_text[dash] != '-')
            begin = size_t(item.begin());
        size_t end = size_t(item.end());
        while (end < size_t(documentEnd) && (isBlank(m_text[end]) || m_text[end] == '\r'))
            ++end;
        if (end < size_t(documentEnd) && m_text[end] == '#')
            end = std::min(m_text.find('\n', end), size_t(documentEnd));
        if (end < size_t(documentEnd) && m_text[end] == '\n')
            ++end;
        NodeBuilder::setRange(item, qint64(begin), qint64(end));
    }

    /// Puts a node into the innermost open collection (or as the root) and returns where it stands; null when it became
    /// a key.
    Node *put(Node &&node)
    {
        if (m_open.empty()) {
            m_root = std::move(node);
            return &m_root;
        }
        Open &parent = m_open.back();
        if (parent.node->isSequence())
            return &m_builder.append(*parent.node, std::move(node));
        return &m_builder.append(*parent.node, *std::exchange(parent.key, nullptr), std::move(node));
    }

    [[nodiscard]] bool wantsKey() const { return !m_open.empty() && m_open.back().node->isMap() && !m_open.back().key; }

    void takeKey(const Key &key) { m_open.back().key = &key; }

    void anchor(std::string_view name)
    {
        if (name.empty())
            return;
        Path path;
        for (const Open &open : m_open) {
            if (open.asKey)
                return; // inside a key: nothing can refer to it
            path.push_back(open.node->items().size() - 1);
        }
        m_anchors.insert_or_assign(std::string(name), std::move(path));
    }

    bool scalar(const yaml_event_t &event)
    {
        const auto &data = event.data.scalar;
        const std::string_view text = view(data.value, data.length);
        if (!m_builder.count())
            return fail(tooManyValues(m_builder.limits(), place(event.start_mark)));
        if (wantsKey()) {
            const bool merge = text == "<<" && data.style == YAML_PLAIN_SCALAR_STYLE;
            m_sawMerge = m_sawMerge || merge;
            takeKey(merge ? m_mergeKey : m_builder.key(text));
            if (data.anchor)
                m_keyAnchors.insert_or_assign(std::string(view(data.anchor)), m_open.back().key);
            return true;
        }
        Node node = NodeBuilder::make(Node::Type::Null, place(event.start_mark));
        const Node::Type type = typeOf(data, text);
        if (type != Node::Type::Null)
            NodeBuilder::setText(node, type, m_builder.copied(text));
        NodeBuilder::setEnd(node, m_bytes.of(event.end_mark.index));
        put(std::move(node));
        anchor(view(data.anchor));
        return true;
    }

    template<class Scalar>
    [[nodiscard]] static Node::Type typeOf(const Scalar &data, std::string_view text)
    {
        if (!data.tag)
            return data.style == YAML_PLAIN_SCALAR_STYLE ? coreSchemaType(text) : Node::Type::String;
        const std::string_view tag = view(data.tag);
        const Node::Type type = coreSchemaType(text);
        if ((tag == YAML_INT_TAG && type == Node::Type::Int) || (tag == YAML_BOOL_TAG && type == Node::Type::Bool) ||
            (tag == YAML_NULL_TAG && type == Node::Type::Null))
            return type;
        if (tag == YAML_FLOAT_TAG && (type == Node::Type::Int || type == Node::Type::Double))
            return Node::Type::Double;
        return Node::Type::String;
    }

    bool start(const yaml_event_t &event, Node::Type type, bool block, std::string_view anchorName)
    {
        const TextPlace at = place(event.start_mark);
        if (!m_builder.count())
            return fail(tooManyValues(m_builder.limits(), at));
        if (int(m_open.size()) >= m_builder.limits().depth)
            return fail(tooDeep(m_builder.limits(), at));
        Node node = NodeBuilder::make(type, at);
        if (wantsKey()) {
            auto key = std::make_unique<Node>(std::move(node));
            Node *const place = key.get();
            m_open.push_back({place, block, nullptr, std::move(key)});
            return true;
        }
        if (m_open.empty())
            m_blockList = block && type == Node::Type::Sequence;
        Node *const placed = put(std::move(node));
        anchor(anchorName);
        m_open.push_back({placed, block, nullptr, nullptr});
        return true;
    }

    bool end(const yaml_event_t &event)
    {
        Open open = std::move(m_open.back());
        m_open.pop_back();
        Node &node = *open.node;
        // A block's end event stands at the next token, after blank lines and comments: the last item's end is its own.
        if (open.block && node.size() > 0)
            NodeBuilder::setEnd(node, std::max(node.begin(), node.items().back().end()));
        else
            NodeBuilder::setEnd(node, m_bytes.of(event.end_mark.index));
        if (node.isMap()) {
            for (const QString &key : NodeBuilder::duplicates(node))
                addNote(m_out, duplicateKeyNote(key, node));
        }
        return !open.asKey || takeKey(node, place(event.start_mark));
    }

    /// The text of a list or map as a field's name. Each one inside another doubles the quotes of those within.
    bool takeKey(const Node &node, const TextPlace &at)
    {
        constexpr size_t most = 4'000'000;
        const std::string text = (node.isMap() || node.isSequence() ? node.json() : node.text()).toStdString();
        m_collectedKeys += text.size();
        if (m_collectedKeys > most)
            return fail(parseError(
                QCoreApplication::translate("meshscope::Parser",
                                            "Lists and maps as names of fields make more than %L1 bytes of names in one "
                                            "file. Give the fields names of their own.")
                    .arg(most),
                at));
        takeKey(m_builder.key(text));
        return true;
    }

    bool alias(const yaml_event_t &event)
    {
        const std::string name(view(event.data.alias.anchor));
        const TextPlace at = place(event.start_mark);
        const auto keyAnchor = m_keyAnchors.find(name);
        const auto found = m_anchors.find(name);
        if (found == m_anchors.end() && keyAnchor == m_keyAnchors.end())
            return fail(parseError(QCoreApplication::translate(
                                       "meshscope::Parser", "The alias “*%1” stands before its anchor “&%1”, or has none.")
                                       .arg(QString::fromStdString(name)),
                                   at));
        Node node;
        if (found == m_anchors.end())
            NodeBuilder::setText(node, Node::Type::String, keyAnchor->second->utf8);
        else if (!expand(found->second, node, name, at))
            return false;
        if (wantsKey())
            return takeKey(node, at);
        const qint64 end = m_bytes.of(event.end_mark.index);
        NodeBuilder::setRange(node, at.offset, end);
        put(std::move(node));
        return true;
    }

    bool expand(const Path &path, Node &copy, const std::string &name, const TextPlace &at)
    {
        const Node *from = &m_root;
        for (const size_t index : path)
            from = &from->items()[index];
        const bool open = std::any_of(m_open.begin(), m_open.end(), [from](const Open &o) { return o.node == from; });
        if (open)
            return fail(parseError(QCoreApplication::translate("meshscope::Parser", "“*%1” refers to what it stands in.")
                                       .arg(QString::fromStdString(name)),
                                   at));
        const qint64 before = m_aliasBudget;
        if (!m_builder.copy(*from, copy, m_aliasBudget, m_builder.limits().depth - int(m_open.size())))
            return fail(parseError(
                QCoreApplication::translate("meshscope::Parser",
                                            "Expanding “*%1” makes more than %2 values or %3 levels: the aliases of this "
                                            "file multiply. Write the values out, or split the file.")
                    .arg(QString::fromStdString(name))
                    .arg(m_builder.limits().aliasNodes)
                    .arg(m_builder.limits().depth),
                at));
        if (!m_builder.count(before - m_aliasBudget))
            return fail(tooManyValues(m_builder.limits(), at));
        return true;
    }

    /// `<<: *base` and `<<: [*a, *b]`: fields the map does not have itself, the first of the list first.
    void resolveMerges(Node &node)
    {
        for (Node &item : NodeBuilder::items(node)) {
            if (item.size() > 0)
                resolveMerges(item);
        }
        const auto isMerge = [&](const Node &map, size_t i) {
            return &NodeBuilder::keyAt(map, i) == &m_mergeKey && isMergeable(map.items()[i]);
        };
        bool any = false;
        for (size_t i = 0; node.isMap() && i < node.items().size(); ++i)
            any = any || isMerge(node, i);
        if (!any)
            return;
        Node before = std::exchange(node, NodeBuilder::emptied(node));
        for (size_t i = 0; i < before.items().size(); ++i) {
            if (!isMerge(before, i))
                m_builder.append(node, NodeBuilder::keyAt(before, i), std::move(NodeBuilder::items(before)[i]));
        }
        const std::span<const QString> keys = node.keys();
        QSet<QString> known(keys.begin(), keys.end());
        for (size_t i = 0; i < before.items().size(); ++i) {
            if (!isMerge(before, i))
                continue;
            Node &merged = NodeBuilder::items(before)[i];
            if (merged.isMap())
                mergeInto(node, merged, known);
            for (Node &part : NodeBuilder::items(merged)) {
                if (merged.isSequence())
                    mergeInto(node, part, known);
            }
        }
    }

    [[nodiscard]] static bool isMergeable(const Node &value)
    {
        return value.isMap() || (value.isSequence() && std::all_of(value.items().begin(), value.items().end(),
                                                                   [](const Node &n) { return n.isMap(); }));
    }

    void mergeInto(Node &node, Node &from, QSet<QString> &known)
    {
        for (size_t i = 0; i < from.items().size(); ++i) {
            if (!known.contains(from.keys()[i]))
                m_builder.append(node, NodeBuilder::keyAt(from, i), std::move(NodeBuilder::items(from)[i]));
        }
        for (const QString &key : from.keys())
            known.insert(key);
    }

    std::string_view m_text;
    YamlByteOffsets m_bytes;
    YamlEvents m_events;
    Node m_root;
    std::vector<Open> m_open;
    std::unordered_map<std::string, Path> m_anchors;
    std::unordered_map<std::string, const Key *> m_keyAnchors;
    size_t m_collectedKeys = 0; ///< bytes of names that lists and maps made
    qint64 m_documentBegin = 0;
    bool m_blockList = false;
    bool m_sawMerge = false;
    NodeBuilder &m_builder;
    const Key &m_mergeKey = m_builder.uniqueKey(QStringLiteral("<<")); // a quoted "<<" is an ordinary key
    Parsed &m_out;
    qint64 m_aliasBudget = m_builder.limits().aliasNodes;
};

} // namespace

namespace {

/// Where the document after the one with a fault begins: a line of its own that starts with three dashes, not before
/// `line`, and after the beginning of the faulty one. npos: there is none.
size_t nextDocument(std::string_view text, int line, size_t after)
{
    size_t at = 0;
    for (int n = 1; at < text.size(); ++n) {
        const std::string_view rest = text.substr(at);
        if (n >= line && at > after && rest.substr(0, 3) == "---" &&
            (rest.size() == 3 || std::string_view(" \t\r\n").find(rest[3]) != std::string_view::npos))
            return at;
        const size_t end = rest.find('\n');
        if (end == std::string_view::npos)
            break;
        at += end + 1;
    }
    return std::string_view::npos;
}

} // namespace

void parseYaml(std::string_view text, NodeBuilder &builder, Parsed &out)
{
    YamlParser first(text, builder, out);
    first.parse();
    if (!out.error)
        return;
    // A fault ends its document, not the file: what lies before the next one is blanked, so that places stay true.
    constexpr int mostFaults = 100;
    const Issue fault = *out.error;
    std::string rest(text);
    size_t begin = first.documentBegin();
    for (int faults = 1; out.error && faults < mostFaults && !builder.isFull(); ++faults) {
        const size_t next = nextDocument(text, out.error->where.line, begin);
        if (next == std::string_view::npos)
            break;
        for (size_t i = 0; i < next; ++i) {
            if (rest[i] != '\n' && rest[i] != '\r')
                rest[i] = ' ';
        }
        out.error.reset();
        YamlParser parser(rest, builder, out);
        parser.parse();
        begin = std::max(next, parser.documentBegin());
        if (out.error)
            addNote(out, *out.error);
    }
    out.error = fault;
}

} // namespace meshscope
