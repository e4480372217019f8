#include "models/formats/all.h"
#include "models/formats/measurements.h"

#include <QFileInfo>

namespace meshscope {

namespace {

std::vector<std::unique_ptr<Format>> makeFormats()
{
    // Each recognises its own documents only, so the order decides nothing but speed and the order of records.
    std::vector<std::unique_ptr<Format>> all;
    all.push_back(makeOdps());
    all.push_back(makeOdcs());
    all.push_back(makeDua());
    all.push_back(makeObservability());
    all.push_back(makeDataProductSpecification());
    all.push_back(makeDataContractSpecification());
    all.push_back(makeTeams());
    all.push_back(makeOpenDataProducts());
    all.push_back(makeDpds());
    all.push_back(makeDbtManifest());
    all.push_back(makeDbtCatalog());
    all.push_back(makeDbtRunResults());
    all.push_back(makeDbtSourceFreshness());
    all.push_back(makeOpenLineage());
    all.push_back(makeDcat());
    return all;
}

bool isDocumentFile(const QString &file)
{
    static const QStringList suffixes{QStringLiteral("yaml"),   QStringLiteral("yml"),   QStringLiteral("json"),
                                      QStringLiteral("jsonld"), QStringLiteral("jsonl"), QStringLiteral("ndjson")};
    return suffixes.contains(QFileInfo(file).suffix(), Qt::CaseInsensitive);
}

/// As guessed from the first megabyte. Where a file looks like JSON but is not, it may be one value a line with bad lines
/// among them, or YAML (`{a: 1}`, trailing commas, comments).
Parsed parseFile(const QByteArray &bytes, const QString &file)
{
    constexpr qsizetype looked = 1 << 20;
    const Syntax syntax = guessSyntax(QByteArray::fromRawData(bytes.constData(), std::min(bytes.size(), looked)), file);
    Parsed parsed = parseDocuments(bytes, syntax);
    if (syntax != Syntax::Json || !parsed.error)
        return parsed;
    if (!parsed.documents.empty()) {
        Parsed lines = parseDocuments(bytes, Syntax::Ndjson);
        if (lines.documents.size() > parsed.documents.size() && size_t(lines.notes.size()) < lines.documents.size())
            return lines;
    } else if (!file.endsWith(QLatin1String(".json"), Qt::CaseInsensitive)) {
        Parsed asYaml = parseDocuments(bytes, Syntax::Yaml);
        if (!asYaml.error)
            return asYaml;
    }
    return parsed;
}

/// The documents of a file with their formats: its roots, and where a root is a list that no format knows, its items.
struct Found {
    const Node *document;
    const Format *format; ///< null: nobody's
};
std::vector<Found> documentsOf(const Parsed &parsed)
{
    std::vector<Found> found;
    for (const Node &root : parsed.documents) {
        const Format *const format = formatOf(root);
        if (format || !root.isSequence()) {
            found.push_back({&root, format});
            continue;
        }
        const size_t before = found.size();
        bool any = false;
        for (const Node &item : root.items()) {
            found.push_back({&item, formatOf(item)});
            any = any || found.back().format;
        }
        if (!any) { // a list of something else is one unknown document
            found.resize(before);
            found.push_back({&root, nullptr});
        }
    }
    return found;
}

void addParseIssues(const Parsed &parsed, const ReadContext &context, const FileRecords &out, Issues &issues)
{
    const auto add = [&](Issue issue) {
        issue.where.file = context.file;
        issues.append(std::move(issue));
    };
    const bool ours = isDocumentFile(context.file) || out.recognised > 0;
    if (parsed.error && ours)
        add(*parsed.error);
    for (const Issue &note : parsed.notes) {
        // A duplicate key matters in our documents only; a bad line is an error like any other.
        if (note.severity == Issue::Severity::Error ? ours : out.recognised > 0)
            add(note);
    }
}

/// What the same file says twice by naming it in several documents: kept once.
template<class T, class Same>
void keepFirst(QList<T> &list, Same isMention)
{
    if (list.size() < 2)
        return;
    QSet<QString> seen;
    list.removeIf([&](const T &t) {
        if (!isMention(t) || !seen.contains(t.id)) {
            seen.insert(t.id);
            return false;
        }
        return true;
    });
}

const Node *innermost(const Node &node, qint64 begin, qint64 end, QString &path)
{
    for (size_t i = 0; i < node.items().size(); ++i) {
        const Node &item = node.items()[i];
        if (item.begin() > begin || item.end() < end || item.begin() == item.end())
            continue;
        if (node.isSequence())
            path += u'[' + QString::number(i) + u']';
        else
            path += (path.isEmpty() ? QString() : QStringLiteral(".")) + node.keys()[i];
        return innermost(item, begin, end, path);
    }
    return &node;
}

/// `/schema/0/properties/2` as the path of fields that Node::unused() gives: `schema[0].properties[2]`.
QString fieldPath(const QString &pointer, const Node &document)
{
    QString path;
    const Node *node = &document;
    const QStringList parts = pointer.split(u'/');
    for (qsizetype i = 1; i < parts.size(); ++i) {
        QString part = parts[i];
        part.replace(QLatin1String("~1"), QLatin1String("/")).replace(QLatin1String("~0"), QLatin1String("~"));
        if (node->isSequence()) {
            path += u'[' + part + u']';
            const size_t index = part.toUInt();
            node = index < node->items().size() ? &node->items()[index] : &node->peek({});
        } else {
            path += (path.isEmpty() ? QString() : QStringLiteral(".")) + part;
            node = &node->peek(part.toStdString());
        }
    }
    return path;
}

bool isBelow(const QString &field, const QString &path)
{
    if (path.isEmpty() || field == path)
        return true;
    return field.startsWith(path) && (field[path.size()] == u'.' || field[path.size()] == u'[');
}

QList<Node::Field> unusedOf(const Found &found, const SourceRef &source, const ReadContext &context, int lineOffset)
{
    if (!found.format)
        return {};
    Records ignored;
    found.format->read(*found.document, context, ignored);
    QString below = fieldPath(source.pointer, *found.document);
    if (source.pointer.isEmpty() && (source.begin != found.document->begin() || source.end != found.document->end()) &&
        source.end > 0)
        (void)innermost(*found.document, source.begin, source.end, below);
    QList<Node::Field> fields = found.document->unused();
    fields.removeIf([&below](const Node::Field &f) { return !isBelow(f.path, below); });
    for (Node::Field &field : fields)
        field.line += lineOffset;
    return fields;
}

} // namespace

const std::vector<std::unique_ptr<Format>> &formats()
{
    static const std::vector<std::unique_ptr<Format>> all = makeFormats();
    return all;
}

const Format *formatOf(const Node &document)
{
    if (!document.isMap() && !document.isSequence())
        return nullptr;
    for (const std::unique_ptr<Format> &format : formats()) {
        if (format->recognises(document))
            return format.get();
    }
    return nullptr;
}

FileRecords readFile(const QByteArray &bytes, const ReadContext &context)
{
    if (isMeasurementFile(context.file))
        return readMeasurements(bytes, context);
    FileRecords out;
    const auto kept = std::make_shared<const Parsed>(parseFile(bytes, context.file));
    const Parsed &parsed = *kept;
    out.parsed = kept;
    std::vector<std::pair<const Format *, std::vector<const Node *>>> byFormat;
    for (const Found &found : documentsOf(parsed)) {
        if (!found.format) {
            out.unrecognised += found.document->isNull() ? 0 : 1;
            continue;
        }
        auto known = std::find_if(byFormat.begin(), byFormat.end(), [&](const auto &f) { return f.first == found.format; });
        if (known == byFormat.end())
            known = byFormat.insert(known, {found.format, {}});
        else if (found.format->isLog())
            --out.recognised;
        ++out.recognised;
        known->second.push_back(found.document);
    }
    for (const auto &[format, documents] : byFormat) {
        out.formats.append(format->name());
        format->readAll(documents, context, out.records);
    }
    keepFirst(out.records.domains, [](const Domain &d) { return d.implied; });
    keepFirst(out.records.terms, [](const Term &) { return true; });
    addParseIssues(parsed, context, out, out.records.issues);
    return out;
}

QList<Node::Field> moreFields(const QByteArray &fileBytes, const SourceRef &source, const ReadContext &context)
{
    // A JSON value can be read on its own: a line of a log of gigabytes is found at once.
    if (source.end > source.begin && source.end <= fileBytes.size() && source.end - source.begin < fileBytes.size() &&
        fileBytes[source.begin] == '{') {
        const Parsed part = parseDocuments(fileBytes.mid(source.begin, source.end - source.begin), Syntax::Json);
        const Format *const format = part.documents.size() == 1 ? formatOf(part.documents[0]) : nullptr;
        SourceRef whole = source;
        whole.begin = whole.end = 0;
        if (format)
            return unusedOf({&part.documents[0], format}, whole, context, std::max(source.line, 1) - 1);
    }
    const Parsed parsed = parseFile(fileBytes, context.file);
    const std::vector<Found> all = documentsOf(parsed);
    for (const Found &found : all) {
        if (source.end == 0 || (found.document->begin() <= source.begin && source.end <= found.document->end()))
            return unusedOf(found, source, context, 0);
    }
    return {};
}

} // namespace meshscope
