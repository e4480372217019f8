#include "models/catalogs/trino/values.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace meshscope::trino {

namespace {

constexpr int deepest = 64;

/// A text as JSON.
QString quoted(const QString &text)
{
    QString out = u"\""_s;
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u'"': out += u"\\\""; break;
        case u'\\': out += u"\\\\"; break;
        case u'\n': out += u"\\n"; break;
        case u'\r': out += u"\\r"; break;
        case u'\t': out += u"\\t"; break;
        default: out += c.unicode() < 0x20 ? u"\\u%1"_s.arg(int(c.unicode()), 4, 16, QChar(u'0')) : QString(c);
        }
    }
    return out + u'"';
}

QString bytesText(const Node &value)
{
    const auto decoded = QByteArray::fromBase64Encoding(value.text().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? u"0x"_s + QString::fromLatin1(decoded.decoded.toHex()) : value.text();
}

/// The type the n-th part of a type is of: items of an array, keys and values of a map, fields of a row.
const Node &partOf(const Node &signature, size_t n)
{
    const std::span<const Node> arguments = signature["arguments"].items();
    if (n >= arguments.size())
        return Node::null();
    const Node &value = arguments[n]["value"];
    return value["typeSignature"].isMap() ? value["typeSignature"] : value;
}

/// Names of a row's fields; none when it has fields without a name, or two of the same.
QStringList namesOf(const Node &signature)
{
    QStringList names;
    for (const Node &argument : signature["arguments"].items())
        names.append(argument["value"]["fieldName"]["name"].text());
    const bool isUsable = !names.contains(QString()) && QSet<QString>(names.begin(), names.end()).size() == names.size();
    return isUsable ? names : QStringList();
}

QString jsonOf(const Node &value, const Node &signature, int depth);

QString listOf(const Node &value, const Node &signature, bool isRow, int depth)
{
    const QStringList names = isRow ? namesOf(signature) : QStringList();
    const bool isNamed = isRow && names.size() == value.size();
    QString out = isNamed ? u"{"_s : u"["_s;
    size_t n = 0;
    for (const Node &item : value.items()) {
        out += n == 0 ? QString() : u","_s;
        if (isNamed)
            out += quoted(names[qsizetype(n)]) + u':';
        out += jsonOf(item, partOf(signature, isRow ? n : 0), depth + 1);
        ++n;
    }
    return out + (isNamed ? u'}' : u']');
}

QString jsonOf(const Node &value, const Node &signature, int depth)
{
    if (value.isNull())
        return u"null"_s;
    if (depth > deepest)
        return value.json();
    const QString type = signature["rawType"].text();
    if (value.isSequence())
        return listOf(value, signature, type == u"row", depth);
    if (value.isMap()) {
        QString out = u"{"_s;
        const std::span<const Node> items = value.items();
        for (size_t i = 0; i < items.size(); ++i)
            out += (i == 0 ? QString() : u","_s) + quoted(value.keys()[i]) + u':' +
                   jsonOf(items[i], partOf(signature, 1), depth + 1);
        return out + u'}';
    }
    if (type == u"varbinary")
        return quoted(bytesText(value));
    return value.type() == Node::Type::String ? quoted(value.text()) : value.text();
}

/// Reads a type written in the information schema.
class TypeReader {
public:
    TypeReader(const QString &type, QList<Field> &out)
        : m_type(type)
        , m_out(out)
    {
    }
    void read() { readType({}, 0, false); }

private:
    [[nodiscard]] QChar peek() const { return m_at < m_type.size() ? m_type.at(m_at) : QChar(); }
    bool skip(const QString &word)
    {
        if (!QStringView(m_type).sliced(m_at).startsWith(word, Qt::CaseInsensitive))
            return false;
        m_at += word.size();
        return true;
    }
    void blanks()
    {
        while (peek() == u' ')
            ++m_at;
    }
    /// To the comma or parenthesis that ends it.
    void readType(const QString &path, int depth, bool isField)
    {
        const qsizetype begin = m_at;
        const qsizetype place = m_out.size();
        if (isField)
            m_out.append({path, {}, depth});
        if (depth < deepest && skip(u"row("_s)) {
            readFields(path, depth);
        } else if (depth < deepest && skip(u"array("_s)) {
            readType(path + u"[]"_s, depth, false);
            skip(u")"_s);
        }
        skipRest();
        if (isField)
            m_out[place].type = m_type.mid(begin, m_at - begin).trimmed();
    }
    void readFields(const QString &path, int depth)
    {
        while (m_at < m_type.size() && peek() != u')') {
            blanks();
            const QString name = readName();
            blanks();
            readType(path + u'.' + name, depth + 1, true);
            if (peek() == u',')
                ++m_at;
        }
        skip(u")"_s);
    }
    QString readName()
    {
        QString name;
        if (peek() != u'"') {
            while (m_at < m_type.size() && peek() != u' ' && peek() != u',' && peek() != u')')
                name += m_type.at(m_at++);
            return name;
        }
        ++m_at;
        while (m_at < m_type.size()) {
            const QChar c = m_type.at(m_at++);
            if (c == u'"' && peek() != u'"')
                break;
            if (c == u'"')
                ++m_at;
            name += c;
        }
        return name;
    }
    void skipRest()
    {
        int open = 0;
        bool isQuoted = false;
        for (; m_at < m_type.size(); ++m_at) {
            const QChar c = peek();
            if (c == u'"')
                isQuoted = !isQuoted;
            if (isQuoted)
                continue;
            if (open == 0 && (c == u',' || c == u')'))
                return;
            open += c == u'(' ? 1 : c == u')' ? -1 : 0;
        }
    }

    const QString &m_type;
    QList<Field> &m_out;
    qsizetype m_at = 0;
};

} // namespace

QString valueText(const Node &value, const Node &signature)
{
    if (value.isNull())
        return {};
    if (value.isSequence() || value.isMap())
        return jsonOf(value, signature, 0);
    const QString text = signature["rawType"].text() == u"varbinary" ? bytesText(value) : value.text();
    return text.isNull() ? u""_s : text; // an empty text is no NULL
}

QList<Field> fieldsOf(const QString &type)
{
    QList<Field> fields;
    TypeReader(type, fields).read();
    return fields;
}

} // namespace meshscope::trino
