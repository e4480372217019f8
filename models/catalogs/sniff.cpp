#include "models/catalogs/sniff.h"

#include "models/formats/format.h"

#include <QRegularExpression>

namespace meshscope {

namespace {

bool hasWideMark(const QByteArray &head)
{
    return head.startsWith("\xff\xfe") || head.startsWith("\xfe\xff") || head.startsWith(QByteArray("\0\0\xfe\xff", 4));
}

/// The first line that says something; comments and blank lines do not.
QByteArray firstLine(const QByteArray &head)
{
    qsizetype at = head.startsWith("\xef\xbb\xbf") ? 3 : 0;
    while (at < head.size()) {
        qsizetype end = head.indexOf('\n', at);
        if (end < 0)
            end = head.size();
        const QByteArray line = head.mid(at, end - at).trimmed();
        if (!line.isEmpty() && !line.startsWith('#'))
            return line;
        at = end + 1;
    }
    return {};
}

/// The first value of JSON lines or of a JSON list; empty when it is longer than what is looked at.
QByteArray firstItem(const QByteArray &bytes)
{
    constexpr qsizetype looked = 1 << 20;
    int depth = 0;
    qsizetype start = -1;
    bool inText = false;
    for (qsizetype i = 0; i < qMin(bytes.size(), looked); ++i) {
        const char c = bytes[i];
        if (inText) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inText = false;
        } else if (c == '"') {
            inText = true;
        } else if (c == '{' || c == '[') {
            if (start < 0 && c == '{')
                start = i;
            if (start >= 0)
                ++depth;
        } else if ((c == '}' || c == ']') && start >= 0 && --depth == 0) {
            return bytes.mid(start, i - start + 1);
        }
    }
    return {};
}

bool isRecognised(const QByteArray &json)
{
    const Parsed parsed = parseDocuments(json, Syntax::Json);
    return parsed.documents.empty() || formatOf(parsed.documents.front());
}

} // namespace

bool isCalledDocument(const QString &path)
{
    static const QRegularExpression form(QStringLiteral("\\.(ya?ml|json|jsonld|ndjson|jsonl|odcs|odps|dua)$"),
                                         QRegularExpression::CaseInsensitiveOption);
    return form.match(path).hasMatch();
}

bool mayBeDocument(const QByteArray &head, const QString &path)
{
    if (head.isEmpty())
        return false;
    const bool called = isCalledDocument(path);
    if (hasWideMark(head))
        return true;
    if (head.contains('\0'))
        return called; // the parser says where the fault is
    if (called)
        return true;
    const QByteArray line = firstLine(head);
    if (line.startsWith('{') || line.startsWith('['))
        return true;
    static const QRegularExpression yaml(
        QStringLiteral("^(---|%YAML|(- )?[\"']?[A-Za-z_$@][\\w$@. /-]{0,60}[\"']?\\s*:(\\s|$))"));
    return yaml.match(QString::fromUtf8(line.left(200))).hasMatch();
}

bool isWorthParsing(const QByteArray &bytes, const QString &path)
{
    const QByteArray line = firstLine(bytes.left(sniffBytes));
    const bool isList = line.startsWith('[');
    const bool isLines = !isList && line.startsWith('{') && guessSyntax(bytes.left(sniffBytes), path) == Syntax::Ndjson;
    if (isList || isLines) {
        const QByteArray item = firstItem(bytes);
        return item.isEmpty() || isRecognised(item);
    }
    // Words of which each kind of document has one at its top.
    static const char *const words[] = {"apiVersion",
                                        "dataProductSpecification",
                                        "dataContractSpecification",
                                        "dbt_schema_version",
                                        "dataProductDescriptor",
                                        "dataUsageAgreementSpecification",
                                        "eventTime",
                                        "@context",
                                        "@type",
                                        "conformsTo",
                                        "opendataproducts",
                                        "datasetDomain",
                                        "dataUsageAgreement"};
    return std::any_of(std::begin(words), std::end(words), [&](const char *word) { return bytes.contains(word); });
}

} // namespace meshscope
