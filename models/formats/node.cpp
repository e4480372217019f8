#include "models/formats/nodebuilder.h"

#include <charconv>
#include <cmath>

namespace meshscope {

namespace {

void appendQuoted(QString &out, const QString &text)
{
    static const char hex[] = "0123456789abcdef";
    out += u'"';
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u'"': out += QLatin1String("\\\""); break;
        case u'\\': out += QLatin1String("\\\\"); break;
        case u'\n': out += QLatin1String("\\n"); break;
        case u'\r': out += QLatin1String("\\r"); break;
        case u'\t': out += QLatin1String("\\t"); break;
        default:
            if (c.unicode() < 0x20) {
                out += QLatin1String("\\u00");
                out += QLatin1Char(hex[c.unicode() >> 4]);
                out += QLatin1Char(hex[c.unicode() & 15]);
            } else {
                out += c;
            }
        }
    }
    out += u'"';
}

/// Whether the text is a number as JSON writes it (YAML also knows 0x1F, +1, .5, 007 and .inf).
bool isJsonNumber(const QString &text)
{
    qsizetype i = text.startsWith(u'-') ? 1 : 0;
    if (i >= text.size() || !text[i].isDigit() || (text[i] == u'0' && i + 1 < text.size() && text[i + 1].isDigit()))
        return false;
    return text.back().isDigit() && !text.contains(u'x') && !text.contains(u'o') && !text.contains(QLatin1String(".e")) &&
           !text.contains(QLatin1String(".E"));
}

std::optional<qint64> integerOf(const QString &text)
{
    bool ok = false;
    qint64 value = 0;
    if (text.startsWith(QLatin1String("0x")))
        value = QStringView(text).mid(2).toLongLong(&ok, 16);
    else if (text.startsWith(QLatin1String("0o")))
        value = QStringView(text).mid(2).toLongLong(&ok, 8);
    else
        value = text.toLongLong(&ok, 10);
    return ok ? std::optional(value) : std::nullopt;
}

void appendNumber(QString &out, const QString &text)
{
    bool ok = false;
    const double number = text.toDouble(&ok);
    if (isJsonNumber(text))
        out += text;
    else if (const std::optional<qint64> integer = integerOf(text))
        out += QString::number(*integer);
    else if (ok && std::isfinite(number))
        out += QString::number(number, 'g', 17);
    else
        appendQuoted(out, text);
}

QString childPath(const QString &path, const Node &parent, size_t i)
{
    if (parent.isSequence())
        return path + u'[' + QString::number(i) + u']';
    return path.isEmpty() ? parent.keys()[i] : path + u'.' + parent.keys()[i];
}

} // namespace

const Node &Node::null()
{
    static const Node nothing{};
    return nothing;
}

std::span<const QString> Node::keys() const
{
    return isMap() && m_size > 0 ? std::span<const QString>(m_children->names->texts.data(), m_size)
                                 : std::span<const QString>();
}

std::string_view Node::keyUtf8(size_t index) const
{
    return m_children->names->utf8[index];
}

const Node &Node::peek(std::string_view key) const
{
    if (m_type != Type::Map)
        return null();
    const std::string_view *const names = m_size > 0 ? m_children->names->utf8.data() : nullptr;
    for (size_t i = m_size; i > 0; --i) { // from the end: the last one counts
        if (names[i - 1] == key)
            return m_children->items()[i - 1];
    }
    return null();
}

const Node &Node::operator[](std::string_view key) const
{
    if (m_type != Type::Map && this != &null())
        m_misread = true;
    const Node &found = peek(key);
    if (&found != &null()) // shared between threads: never written
        found.m_used = true;
    return found;
}

bool Node::has(std::string_view key) const
{
    return &peek(key) != &null();
}

QString Node::text() const
{
    if (this != &null())
        m_used = true;
    return isScalar() ? rawText() : QString();
}

bool Node::isText(std::string_view utf8) const
{
    if (this != &null())
        m_used = true;
    return this->utf8() == utf8;
}

std::optional<bool> Node::boolean() const
{
    if (m_type != Type::Bool)
        return std::nullopt;
    m_used = true;
    return utf8().starts_with('t') || utf8().starts_with('T');
}

std::optional<qint64> Node::integer() const
{
    if (m_type != Type::Int)
        return std::nullopt;
    m_used = true;
    const std::string_view digits = utf8();
    qint64 value = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return fault == std::errc() && end == digits.data() + digits.size() ? std::optional(value) : integerOf(rawText());
}

std::optional<double> Node::number() const
{
    if (const std::optional<qint64> i = integer())
        return double(*i);
    if (m_type != Type::Double && m_type != Type::Int && m_type != Type::String)
        return std::nullopt;
    m_used = true;
    bool ok = false;
    const double value = rawText().toDouble(&ok);
    return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

QStringList Node::texts() const
{
    QStringList list;
    if (isScalar())
        list.append(text());
    if (m_type != Type::Sequence)
        return list;
    m_used = true;
    for (const Node &item : items()) {
        if (item.isScalar())
            list.append(item.text());
    }
    return list;
}

QString Node::json() const
{
    use(true);
    QString out;
    appendJson(out);
    return out;
}

void Node::appendJson(QString &out) const
{
    switch (m_type) {
    case Type::Null: out += QLatin1String("null"); return;
    case Type::Bool: out += rawText().toLower(); return;
    case Type::String: appendQuoted(out, rawText()); return;
    case Type::Int:
    case Type::Double: appendNumber(out, rawText()); return;
    case Type::Sequence:
    case Type::Map: break;
    }
    out += isMap() ? u'{' : u'[';
    for (size_t i = 0; i < items().size(); ++i) {
        if (i > 0)
            out += u',';
        if (isMap()) {
            appendQuoted(out, keys()[i]);
            out += u':';
        }
        items()[i].appendJson(out);
    }
    out += isMap() ? u'}' : u']';
}

Node::Field Node::field(const QString &path) const
{
    Field field{path, rawText(), m_line};
    if (!isScalar())
        appendJson(field.value);
    return field;
}

void Node::use(bool deep) const
{
    if (this == &null()) // shared between threads: never written
        return;
    m_used = true;
    if (deep) {
        for (const Node &item : below())
            item.use(true);
    }
}

QList<Node::Field> Node::unused() const
{
    // One pass over the tree. A subtree of which nothing was used is one field: what was listed below it is taken back.
    struct Walk {
        QList<Field> fields;
        bool visit(const Node &node, const QString &path) // whether anything in it was used
        {
            if (node.size() == 0) {
                if (!node.m_used)
                    fields.append(node.field(path));
                return node.m_used;
            }
            const qsizetype before = fields.size();
            bool used = false;
            for (size_t i = 0; i < node.items().size(); ++i)
                used = visit(node.items()[i], childPath(path, node, i)) || used;
            if (!used && !path.isEmpty()) {
                fields.resize(before);
                fields.append(node.field(path));
            }
            return used;
        }
    };
    Walk walk;
    walk.visit(*this, {});
    if (size() == 0)
        walk.fields.clear();
    return walk.fields;
}

std::optional<QString> Node::misread(const Node *besides) const
{
    // Hardly ever is there one: whether there is, is asked of every value; where it is, afterwards.
    struct Walk {
        const Node *besides;
        [[nodiscard]] bool isAt(const Node &node, bool isItem) const
        {
            return node.m_misread && (isItem || !node.isNull()); // a field of null is as good as one that is missing
        }
        [[nodiscard]] bool isBelow(const Node &node) const
        {
            for (const Node &item : node.below()) {
                if (isAt(item, node.isSequence()) && &item != besides)
                    return true;
                if (item.size() > 0 && &item != besides && isBelow(item))
                    return true;
            }
            return false;
        }
        [[nodiscard]] QString where(const Node &node) const
        {
            for (size_t i = 0;; ++i) {
                const Node &item = node.below()[i];
                if (&item == besides)
                    continue;
                const QString path = childPath({}, node, i);
                if (isAt(item, node.isSequence()))
                    return path;
                if (isBelow(item)) {
                    const QString inner = where(item);
                    return inner.startsWith(u'[') ? path + inner : path + u'.' + inner;
                }
            }
        }
    };
    const Walk walk{besides};
    if (this != besides && walk.isAt(*this, false))
        return QString();
    if (this == besides || !walk.isBelow(*this))
        return std::nullopt;
    return walk.where(*this);
}

} // namespace meshscope
