#include "models/formats/documentreader.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace meshscope {

namespace {

QString latin(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QString typeName(const Node &node)
{
    switch (node.type()) {
    case Node::Type::Map: return QCoreApplication::translate("meshscope::Formats", "an object");
    case Node::Type::Sequence: return QCoreApplication::translate("meshscope::Formats", "a list");
    case Node::Type::Bool: return QCoreApplication::translate("meshscope::Formats", "true or false");
    case Node::Type::Int:
    case Node::Type::Double: return QCoreApplication::translate("meshscope::Formats", "a number");
    default: return QCoreApplication::translate("meshscope::Formats", "a text");
    }
}

} // namespace

std::optional<Version> versionOf(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^v?(\\d{1,6})(?:\\.(\\d{1,6}))?(?:[.+-].*)?$"),
                                            QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return Version{match.captured(1).toInt(), match.captured(2).toInt()};
}

SourceRef DocumentReader::source(const Node &part, const QString &pointer) const
{
    return {m_context.file, m_document.begin(), m_document.end(), pointer, part.line()};
}

void DocumentReader::expected(const Node &node, std::string_view key, const QString &what) const
{
    warn(node, QCoreApplication::translate("meshscope::Formats",
                                           "“%1” should be %2, but is %3. Change it; the rest of the document was read.")
                   .arg(latin(key), what, typeName(node)));
}

QString DocumentReader::text(const Node &map, std::string_view key) const
{
    const Node &node = map.peek(key);
    if (node.size() == 0 && !node.isMap() && !node.isSequence()) {
        node.use();
        return node.text();
    }
    if (node.size() > 0)
        expected(node, key, QCoreApplication::translate("meshscope::Formats", "a text"));
    return {};
}

QString DocumentReader::firstText(const Node &map, std::initializer_list<std::string_view> keys) const
{
    for (const std::string_view key : keys) {
        const QString found = text(map, key);
        if (!found.isEmpty())
            return found;
    }
    return {};
}

QStringList DocumentReader::texts(const Node &map, std::string_view key) const
{
    const Node &node = map.peek(key);
    if (node.isMap()) {
        if (node.size() > 0)
            expected(node, key, QCoreApplication::translate("meshscope::Formats", "a list of texts"));
        return {};
    }
    for (const Node &item : node.items()) {
        if (item.size() > 0)
            expected(item, key, QCoreApplication::translate("meshscope::Formats", "a list of texts"));
    }
    node.use();
    return node.texts();
}

std::optional<bool> DocumentReader::flag(const Node &map, std::string_view key) const
{
    const Node &node = map.peek(key);
    if (node.isNull() || node.type() == Node::Type::Bool) {
        node.use();
        return node.boolean();
    }
    // YAML 1.1 has more words for it, and a text may say as much.
    if (node.type() == Node::Type::String) {
        const QString word = node.text().toLower();
        if (word == QLatin1String("true") || word == QLatin1String("yes") || word == QLatin1String("on"))
            return true;
        if (word == QLatin1String("false") || word == QLatin1String("no") || word == QLatin1String("off"))
            return false;
    }
    expected(node, key, QCoreApplication::translate("meshscope::Formats", "true or false"));
    return std::nullopt;
}

std::optional<double> DocumentReader::number(const Node &map, std::string_view key) const
{
    const Node &node = map.peek(key);
    if (node.type() == Node::Type::Int || node.type() == Node::Type::Double)
        return node.number();
    if (node.isNull())
        node.use();
    else
        expected(node, key, QCoreApplication::translate("meshscope::Formats", "a number"));
    return std::nullopt;
}

QDate DocumentReader::date(const Node &map, std::string_view key) const
{
    const Node &node = map.peek(key);
    if (node.isNull())
        node.use();
    if (node.isNull() || (node.isScalar() && node.text().isEmpty()))
        return {};
    // A time's date is the one it is written with.
    const QDate date = node.isScalar() ? QDate::fromString(node.text().left(10), Qt::ISODate) : QDate();
    if (!date.isValid())
        expected(node, key, QCoreApplication::translate("meshscope::Formats", "a date such as 2026-03-31"));
    return date;
}

QDateTime DocumentReader::time(const Node &map, std::string_view key) const
{
    const Node &node = map.peek(key);
    if (node.isNull())
        node.use();
    if (node.isNull() || (node.isScalar() && node.text().isEmpty()))
        return {};
    QDateTime time = node.isScalar() ? QDateTime::fromString(node.text(), Qt::ISODateWithMs) : QDateTime();
    if (!time.isValid())
        expected(node, key, QCoreApplication::translate("meshscope::Formats", "a time such as 2026-03-31T06:00:00Z"));
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time;
}

std::vector<const Node *> DocumentReader::maps(const Node &map, std::string_view key) const
{
    std::vector<const Node *> found;
    const Node &list = map.peek(key);
    if (list.isNull()) {
        list.use();
        return found;
    }
    if (!list.isSequence()) {
        if (!list.isMap() || list.size() > 0)
            expected(list, key, QCoreApplication::translate("meshscope::Formats", "a list"));
        return found;
    }
    list.use();
    found.reserve(list.items().size());
    for (const Node &item : list.items()) {
        if (item.isMap())
            found.push_back(&item);
        else if (!item.isNull())
            expected(item, key, QCoreApplication::translate("meshscope::Formats", "a list of objects"));
    }
    return found;
}

const Node &DocumentReader::map(const Node &parent, std::string_view key) const
{
    const Node &node = parent.peek(key);
    if (node.isMap() || node.isNull()) {
        node.use();
        return node;
    }
    if (!node.isSequence() || node.size() > 0)
        expected(node, key, QCoreApplication::translate("meshscope::Formats", "an object"));
    return Node::null();
}

QList<Property> DocumentReader::properties(const Node &parent, std::string_view key) const
{
    QList<Property> found;
    const Node &object = map(parent, key);
    for (size_t i = 0; i < object.keys().size(); ++i)
        addProperty(found, object.keys()[i], object.items()[i]);
    return found;
}

void DocumentReader::warn(const Node &at, const QString &text) const
{
    m_out.issues.append(issueAt(Issue::Severity::Warning, m_context, at, text));
}

void DocumentReader::note(const Node &at, const QString &text) const
{
    m_out.issues.append(issueAt(Issue::Severity::Note, m_context, at, text));
}

void DocumentReader::noteVersion(const Node &field, const QString &standard, const QString &known) const
{
    const std::optional<Version> version = versionOf(field.text());
    if (!version || *version <= versionOf(known).value_or(Version()))
        return;
    note(field, QCoreApplication::translate(
                    "meshscope::Formats", "%1 %2 is newer than %3: what is known was read, the rest is under “more fields”.")
                    .arg(standard, field.text(), known));
}

} // namespace meshscope
