#include "models/catalogs/datahub/graphql.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::DataHub)
};

bool isNameChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == ',' || c == '\r';
}

qsizetype afterSpace(const QByteArray &text, qsizetype at)
{
    while (at < text.size() && isSpace(text[at]))
        ++at;
    return at;
}

qsizetype afterName(const QByteArray &text, qsizetype at)
{
    while (at < text.size() && isNameChar(text[at]))
        ++at;
    return at;
}

/// Behind what an opening bracket begins; strings may hold brackets.
qsizetype afterBrackets(const QByteArray &text, qsizetype at)
{
    int depth = 0;
    for (bool isString = false; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '"')
            isString = !isString;
        if (isString)
            continue;
        depth += c == '(' || c == '{' || c == '[' ? 1 : c == ')' || c == '}' || c == ']' ? -1 : 0;
        if (depth == 0)
            return at + 1;
    }
    return text.size();
}

/// Behind a field that begins at `at`: [alias ":"] name [arguments] [directives] [selection].
qsizetype afterField(const QByteArray &text, qsizetype at)
{
    qsizetype end = afterName(text, at);
    if (const qsizetype colon = afterSpace(text, end); colon < text.size() && text[colon] == ':')
        end = afterName(text, afterSpace(text, colon + 1));
    for (;;) {
        const qsizetype next = afterSpace(text, end);
        if (next >= text.size() || (text[next] != '(' && text[next] != '{' && text[next] != '@'))
            return end;
        if (text[next] == '@') {
            end = afterName(text, next + 1);
            continue;
        }
        end = afterBrackets(text, next);
        if (text[next] == '{')
            return end;
    }
}

/// The name, behind its alias, of the field that begins at `at`.
QByteArray nameAt(const QByteArray &text, qsizetype at)
{
    const qsizetype end = afterName(text, at);
    const qsizetype colon = afterSpace(text, end);
    if (colon >= text.size() || text[colon] != ':')
        return text.mid(at, end - at);
    const qsizetype begin = afterSpace(text, colon + 1);
    return text.mid(begin, afterName(text, begin) - begin);
}

qsizetype beforeSpace(const QByteArray &text, qsizetype at)
{
    while (at > 0 && isSpace(text[at - 1]))
        --at;
    return at;
}

qsizetype beforeName(const QByteArray &text, qsizetype at)
{
    while (at > 0 && isNameChar(text[at - 1]))
        --at;
    return at;
}

/// Where the field or fragment begins whose selection opens at `brace`; -1 for the operation itself.
qsizetype ownerOf(const QByteArray &text, qsizetype brace)
{
    qsizetype at = beforeSpace(text, brace);
    if (at > 0 && text[at - 1] == ')') {
        int depth = 0;
        while (at > 0) {
            --at;
            depth += text[at] == ')' ? 1 : text[at] == '(' ? -1 : 0;
            if (depth == 0)
                break;
        }
        at = beforeSpace(text, at);
    }
    qsizetype begin = beforeName(text, at);
    qsizetype before = beforeSpace(text, begin);
    if (before > 0 && text[before - 1] == ':') {
        begin = beforeName(text, beforeSpace(text, before - 1));
        before = beforeSpace(text, begin);
    }
    if (text.mid(beforeName(text, before), before - beforeName(text, before)) == "on") { // "... on Type {"
        before = beforeSpace(text, beforeName(text, before));
        return text.mid(before - 3, 3) == "..." ? before - 3 : -1;
    }
    return before > 0 && (text.lastIndexOf('{', before - 1) >= 0) ? begin : -1;
}

/// The field of `$input` that goes when the server does not know `name`.
QString holderOf(const QString &name)
{
    if (name == u"skipHighlighting" || name == u"skipAggregates")
        return u"searchFlags"_s;
    return name == u"sortCriteria" ? u"sortInput"_s : name;
}

} // namespace

QByteArray withoutField(const QByteArray &query, const QByteArray &name, qint64 line, qint64 column)
{
    qsizetype at = 0;
    for (qint64 i = 1; i < line; ++i) {
        at = query.indexOf('\n', at) + 1;
        if (at == 0) // the query has not as many lines
            return {};
    }
    if (column < 1 || column > query.size() - at || nameAt(query, at + column - 1) != name)
        return {};
    at += column - 1;
    QByteArray text = query;
    qsizetype end = afterField(text, at);
    for (;;) {
        text.remove(at, end - at);
        const qsizetype open = beforeSpace(text, at) - 1;
        const qsizetype close = afterSpace(text, at);
        if (open < 0 || close >= text.size() || text[open] != '{' || text[close] != '}')
            return text;
        at = ownerOf(text, open);
        if (at < 0) // nothing is left to ask for
            return "";
        end = close + 1;
    }
}

HttpRequest GraphQlDocument::request(const QString &target, const QJsonObject &variables) const
{
    QJsonObject given = variables;
    QJsonObject input = given.value(u"input"_s).toObject();
    for (const QString &name : m_unknown)
        input.remove(holderOf(name));
    if (given.contains(u"input"_s))
        given.insert(u"input"_s, input);
    const QJsonObject body{{u"operationName"_s, QString::fromLatin1(m_name)},
                           {u"query"_s, QString::fromUtf8(m_query)},
                           {u"variables"_s, given}};
    return HttpRequest::ask(target, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

GraphQlDocument::Verdict GraphQlDocument::judge(const Node &root)
{
    const Node &errors = root["errors"];
    if (errors.size() == 0)
        return root["data"].isMap() ? Verdict::Good : Verdict::Refused;
    bool isLess = false;
    // From the end, so that the places of those before stay what they are.
    for (auto error = errors.items().rbegin(); error != errors.items().rend(); ++error)
        isLess = leaveOut(*error) || isLess;
    if (isLess)
        return Verdict::Less;
    for (const Node &value : root["data"].items()) {
        if (!value.isNull())
            return Verdict::Partial;
    }
    return Verdict::Refused;
}

/// Validation errors have no code of their own: their words are what there is to go by.
bool GraphQlDocument::leaveOut(const Node &error)
{
    const QString message = error["message"].text();
    for (const QString &name : std::as_const(m_optional)) {
        if (message.contains(u'\'' + name + u'\'') || message.contains(u'"' + name + u'"')) {
            m_unknown.append(name);
            m_query.replace(',' + name.toLatin1() + ":true", "");
            m_optional.removeAll(name);
            return true;
        }
    }
    static const QRegularExpression undefined(u"Field '(\\w+)' in type '(\\w+)' is undefined"_s);
    const QRegularExpressionMatch match = undefined.match(message);
    if (!match.hasMatch() || error["locations"].items().empty())
        return false;
    const Node &place = error["locations"].items().front();
    const QByteArray less = withoutField(m_query, match.captured(1).toLatin1(), place["line"].integer().value_or(0),
                                         place["column"].integer().value_or(0));
    if (less.isNull() || less == m_query)
        return false;
    m_query = less;
    m_unknown.append(match.captured(2) + u'.' + match.captured(1));
    return true;
}

Error GraphQlDocument::errorOf(const Node &root, const QString &host)
{
    const auto &errors = root["errors"].items();
    if (errors.empty())
        return {Error::Code::Parse, Text::tr("%1 answered without data.").arg(host), {}};
    const Node &first = errors.front();
    const QString said = first["message"].text();
    const qint64 code = first["extensions"]["code"].integer().value_or(0);
    if (code == 401 || code == 403)
        return {Error::Code::Refused, Text::tr("%1 does not allow it: %2").arg(host, said), {}};
    if (code == 404)
        return {Error::Code::NotFound, Text::tr("%1 does not know it: %2").arg(host, said), {}};
    return {Error::Code::Failed, Text::tr("%1 could not answer: %2").arg(host, said), {}};
}

} // namespace meshscope
