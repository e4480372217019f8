#include "models/access/yamltext.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

namespace meshscope {

namespace {

QByteArray simple(const QJsonValue &value, bool flow)
{
    if (value.isBool())
        return value.toBool() ? "true" : "false";
    if (value.isDouble())
        return QByteArray::number(value.toDouble(), 'g', 15);
    if (value.isNull() || value.isUndefined())
        return "null";
    return flow ? yamlQuoted(value.toString()) : yamlScalar(value.toString());
}

QByteArray pairLines(const QJsonObject &object, int indent)
{
    QByteArrayList lines;
    for (auto it = object.begin(); it != object.end(); ++it)
        lines << QByteArray(indent, ' ') + yamlScalar(it.key()) + ':' + yamlBlock(it.value(), indent);
    return lines.join('\n');
}

} // namespace

/// Double-quoted, valid as JSON and as YAML: whatever either calls a control character is escaped.
QByteArray yamlQuoted(const QString &text)
{
    QByteArray out = "\"";
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const char16_t u = c.unicode();
        if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            out += QStringView(text).mid(i, 2).toUtf8();
            ++i;
        } else if (c.isSurrogate()) {
            out += "\\ufffd";
        } else if (u == u'"' || u == u'\\') {
            out += '\\';
            out += char(u);
        } else if (u == u'\n') {
            out += "\\n";
        } else if (u == u'\t') {
            out += "\\t";
        } else if (u < 0x20 || (u >= 0x7f && u < 0xa0) || u == 0x2028 || u == 0x2029 || u == 0xfeff || u >= 0xfffe) {
            out += "\\u" + QByteArray::number(u, 16).rightJustified(4, '0');
        } else {
            out += QStringView(&text.data()[i], 1).toUtf8();
        }
    }
    return out + '"';
}

/// Plain where no YAML reader could take it for anything but this text.
QByteArray yamlScalar(const QString &text)
{
    static const QRegularExpression safe(QStringLiteral("^[A-Za-z_][A-Za-z0-9_ ./@+-]*$"));
    static const QStringList words{QStringLiteral("y"),    QStringLiteral("n"),     QStringLiteral("yes"),
                                   QStringLiteral("no"),   QStringLiteral("on"),    QStringLiteral("off"),
                                   QStringLiteral("true"), QStringLiteral("false"), QStringLiteral("null")};
    if (safe.match(text).hasMatch() && !text.endsWith(u' ') && !text.endsWith(u'\n') && text.size() < 100 &&
        !words.contains(text.toLower()))
        return text.toUtf8();
    return yamlQuoted(text);
}

QByteArray yamlFlow(const QJsonValue &value)
{
    QByteArrayList parts;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array)
            parts << yamlFlow(item);
        return '[' + parts.join(", ") + ']';
    }
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            parts << yamlQuoted(it.key()) + ": " + yamlFlow(it.value());
        return '{' + parts.join(", ") + '}';
    }
    return simple(value, true);
}

QByteArray yamlItem(const QJsonValue &item, int indent)
{
    const QByteArray dash = QByteArray(indent, ' ') + "- ";
    if (item.isObject() && !item.toObject().isEmpty())
        return dash + pairLines(item.toObject(), indent + 2).mid(indent + 2);
    return dash + (item.isArray() || item.isObject() ? yamlFlow(item) : simple(item, false));
}

QByteArray yamlBlock(const QJsonValue &value, int indent)
{
    const int below = indent + 2;
    if (value.isArray() && !value.toArray().isEmpty()) {
        QByteArray text;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array)
            text += '\n' + yamlItem(item, below);
        return text;
    }
    if (value.isObject() && !value.toObject().isEmpty())
        return '\n' + pairLines(value.toObject(), below);
    return ' ' + (value.isArray() || value.isObject() ? yamlFlow(value) : simple(value, false));
}

} // namespace meshscope
