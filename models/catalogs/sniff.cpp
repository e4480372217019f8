#include "models/catalogs/sniff.h"

#include "models/formats/measurements.h"

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

/// Whether the words are there without which no format recognises a document; teams, whose words anybody's rows may have,
/// come in small files or first in a list.
bool holdsWordsOfDocuments(const QByteArray &bytes)
{
    struct Words {
        const char *first;
        const char *other; ///< needed as well; null: the first is enough
    };
    static constexpr Words words[] = {
        {"DataProduct", nullptr}, // a kind, also at the start of another's
        {"DataContract", nullptr},
        {"dataProductSpecification", nullptr},
        {"dataContractSpecification", nullptr},
        {"dataUsageAgreementSpecification", nullptr},
        {"dataProductDescriptor", nullptr},
        {"outputPorts", nullptr},
        {"inputPorts", nullptr},
        {"quantumName", nullptr},
        {"datasetName", nullptr},
        {"opendataproducts", nullptr},
        {"product", "details"},
        {"dbt_schema_version", nullptr},
        {"parent_map", nullptr},
        {"eventTime", "namespace"},
        {"runId", "job"},
        {"schemaURL", nullptr},
        {"@context", nullptr},
        {"@type", nullptr},
        {"conformsTo", nullptr},
    };
    return std::any_of(std::begin(words), std::end(words),
                       [&](const Words &w) { return bytes.contains(w.first) && (!w.other || bytes.contains(w.other)); });
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
    if (isMeasurementFile(path) || hasWideMark(bytes.left(4)) || bytes.left(sniffBytes).contains('\0'))
        return true; // known by the path, or written in characters that the words below are not
    const QByteArray line = firstLine(bytes.left(sniffBytes));
    if (line.startsWith('[') || guessSyntax(bytes.left(sniffBytes), path) == Syntax::Ndjson) {
        const QByteArray item = firstItem(bytes);
        if (item.isEmpty() || isRecognised(item))
            return true;
    }
    return holdsWordsOfDocuments(bytes);
}

} // namespace meshscope
