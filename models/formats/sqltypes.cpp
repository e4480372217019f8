#include "models/formats/sqltypes.h"

#include <QStringView>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

constexpr int mostDepth = 100;
constexpr qsizetype mostFields = 100'000;

/// Where the part that begins at `from` ends: a comma outside of all brackets and quotes, or the end.
qsizetype partEnd(QStringView text, qsizetype from)
{
    int depth = 0;
    QChar quote;
    for (qsizetype i = from; i < text.size(); ++i) {
        const QChar c = text[i];
        if (!quote.isNull()) {
            if (c == u'\\' && quote != u'`')
                ++i;
            else if (c == quote)
                quote = QChar();
        } else if (c == u'`' || c == u'\'' || c == u'"') {
            quote = c;
        } else if (c == u'<' || c == u'(') {
            ++depth;
        } else if (c == u'>' || c == u')') {
            --depth;
        } else if (c == u',' && depth == 0) {
            return i;
        }
    }
    return text.size();
}

QList<QStringView> partsOf(QStringView text)
{
    QList<QStringView> parts;
    for (qsizetype at = 0; at <= text.size();) {
        const qsizetype end = partEnd(text, at);
        if (const QStringView part = text.mid(at, end - at).trimmed(); !part.isEmpty())
            parts.append(part);
        at = end + 1;
    }
    return parts;
}

/// What stands between the brackets of `word<…>`; null when it is no such type.
QStringView within(QStringView type, QLatin1StringView word)
{
    if (!type.startsWith(word, Qt::CaseInsensitive))
        return {};
    const QStringView rest = type.mid(word.size()).trimmed();
    return rest.startsWith(u'<') && rest.endsWith(u'>') ? rest.mid(1, rest.size() - 2) : QStringView();
}

/// `name: type`, `name type`, with NOT NULL and COMMENT '…' behind it.
struct Member {
    QString name;
    QStringView type;
    QString comment;
    std::optional<bool> nullable;
};

QString unquoted(QStringView text)
{
    QString plain;
    for (qsizetype i = 1; i + 1 < text.size(); ++i) {
        const bool isEscape = (text[i] == u'\\' && text[0] != u'`') || (text[i] == text[0] && text[i + 1] == text[0]);
        if (isEscape && i + 2 < text.size())
            ++i;
        plain += text[i];
    }
    return plain;
}

/// Where a word stands by itself outside of brackets and quotes, or -1.
qsizetype wordAt(QStringView text, QLatin1StringView word)
{
    int depth = 0;
    QChar quote;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (!quote.isNull())
            quote = c == quote ? QChar() : quote;
        else if (c == u'`' || c == u'\'' || c == u'"')
            quote = c;
        else if (c == u'<' || c == u'(')
            ++depth;
        else if (c == u'>' || c == u')')
            --depth;
        else if (depth == 0 && c.isSpace() && text.mid(i + 1).startsWith(word, Qt::CaseInsensitive))
            return i;
    }
    return -1;
}

Member memberOf(QStringView part)
{
    Member member;
    qsizetype end = 0;
    if (part.startsWith(u'`')) {
        end = 1;
        while (end < part.size() && (part[end] != u'`' || (end + 1 < part.size() && part[end + 1] == u'`')))
            end += part[end] == u'`' ? 2 : 1;
        end = std::min(end + 1, part.size());
        member.name = unquoted(part.first(end));
    } else {
        while (end < part.size() && part[end] != u':' && !part[end].isSpace())
            ++end;
        member.name = part.first(end).toString();
    }
    QStringView rest = part.mid(end).trimmed();
    if (rest.startsWith(u':'))
        rest = rest.mid(1).trimmed();
    if (const qsizetype at = wordAt(rest, "COMMENT"_L1); at >= 0) {
        const QStringView comment = rest.mid(at + 8).trimmed();
        member.comment = comment.startsWith(u'\'') || comment.startsWith(u'"') ? unquoted(comment) : comment.toString();
        rest = rest.first(at).trimmed();
    }
    if (const qsizetype at = wordAt(rest, "NOT NULL"_L1); at >= 0) {
        member.nullable = false;
        rest = rest.first(at).trimmed();
    }
    member.type = rest;
    return member;
}

void addFields(QStringView type, const QString &path, int depth, QList<TypeField> &out)
{
    if (depth > mostDepth || out.size() > mostFields)
        return;
    if (const QStringView item = within(type, "array"_L1).trimmed(); !item.isEmpty()) {
        addFields(item, path + u"[]"_s, depth + 1, out);
        return;
    }
    if (const QStringView both = within(type, "map"_L1); !both.isEmpty()) {
        const QList<QStringView> parts = partsOf(both);
        if (parts.size() == 2) {
            addFields(parts[0], path + u".keys"_s, depth + 1, out);
            addFields(parts[1], path + u".values"_s, depth + 1, out);
        }
        return;
    }
    const QStringView members = within(type, "struct"_L1);
    for (const QStringView part : partsOf(members)) {
        const Member member = memberOf(part);
        if (member.name.isEmpty())
            continue;
        const QString below = path + u'.' + member.name;
        out.append({below, member.type.toString(), member.comment, member.nullable});
        addFields(member.type, below, depth + 1, out);
    }
}

} // namespace

QList<TypeField> fieldsOfType(const QString &type, const QString &column)
{
    QList<TypeField> fields;
    addFields(QStringView(type).trimmed(), column, 0, fields);
    return fields;
}

} // namespace meshscope
