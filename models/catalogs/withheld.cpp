#include "models/catalogs/withheld.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

const QByteArray withheld = QByteArrayLiteral("\"(not kept)\"");

struct Range {
    qint64 begin;
    qint64 end;
};

bool isSecretName(const QString &name)
{
    static const QRegularExpression pattern(
        u"secret|passw|token|credential|access[-_.]?key|private[-_.]?key|account[-_.]?key|api[-_.]?key|key-metadata|"
        "connection[-_.]?string|authorization"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QStringList others{u"next-page-token"_s, u"next_page_token"_s, u"nextToken"_s, u"NextToken"_s};
    return pattern.match(name).hasMatch() && !others.contains(name);
}

/// An address that is itself the permission, or holds a password.
bool isSignedAddress(const QString &text)
{
    static const QRegularExpression pattern(
        u"[?&](x-amz-signature|x-goog-signature|sig|signature)=|://[^/@\\s:]+:[^/@\\s]+@"_s,
        QRegularExpression::CaseInsensitiveOption);
    return text.contains(u"://") && pattern.match(text).hasMatch();
}

void withhold(const Node &value, QList<Range> &ranges)
{
    // what only says whether there is one is none
    const bool isFlag = value.isText("true") || value.isText("false") || value.isText("");
    if (value.isNull() || (value.isScalar() && isFlag) || value.end() <= value.begin())
        return;
    ranges.append({value.begin(), value.end()});
}

void search(const Node &value, QList<Range> &ranges)
{
    for (qsizetype i = 0; i < value.size(); ++i) {
        const Node &item = value.items()[size_t(i)];
        const bool isText = item.isScalar();
        if (isText && value.isMap() && isSecretName(value.keys()[size_t(i)]))
            withhold(item, ranges);
        else if (item.type() == Node::Type::String && isSignedAddress(item.text()))
            withhold(item, ranges);
        else if (!isText)
            search(item, ranges);
    }
}

/// A property that is itself a list of name and value.
void searchPairs(const Node &value, QList<Range> &ranges)
{
    if (value.isScalar())
        return;
    for (const Node &item : value.items()) {
        if (item.isMap() && item.size() <= 3) {
            for (const auto &[name, held] : {std::pair("key", "value"), std::pair("name", "value")}) {
                if (item.has(name) && item.has(held) && isSecretName(item.peek(name).text()))
                    withhold(item.peek(held), ranges);
            }
        }
        searchPairs(item, ranges);
    }
}

} // namespace

QByteArray withoutCredentials(const QByteArray &bytes, const Node &root, const QStringList &whole)
{
    QList<Range> ranges;
    for (qsizetype i = 0; root.isMap() && i < root.size(); ++i) {
        const Node &item = root.items()[size_t(i)];
        if (whole.contains(root.keys()[size_t(i)]))
            withhold(item, ranges);
    }
    search(root, ranges);
    searchPairs(root, ranges);
    if (ranges.isEmpty())
        return bytes;
    std::sort(ranges.begin(), ranges.end(),
              [](const Range &a, const Range &b) { return std::pair(a.begin, b.end) < std::pair(b.begin, a.end); });
    QByteArray kept;
    kept.reserve(bytes.size());
    qint64 at = 0;
    for (const Range &range : ranges) {
        if (range.begin < at) // inside of what is left out already
            continue;
        kept += QByteArrayView(bytes).sliced(at, range.begin - at);
        kept += withheld;
        at = range.end;
    }
    return kept + bytes.mid(at);
}

} // namespace meshscope
