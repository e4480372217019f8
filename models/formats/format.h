#pragma once

#include "models/formats/node.h"
#include "models/mesh/records.h"

#include <functional>

namespace meshscope {

/// What a reader may ask about the folder it reads: nothing outside it is ever opened.
struct ReadContext {
    QString file; ///< relative to the endpoint
    /// Reads a relative reference (`$ref`) below the endpoint's folder; Refused when it leads out of it.
    std::function<Result<QByteArray>(const QString &relativeTo, const QString &reference)> readRelative;
    QStringList languages{QStringLiteral("en")}; ///< the person's, best first (opendataproducts.org documents)
    /// Endpoint options (`--option key=value`): "dbt.domain" = "none" | "folder" | "package" | "meta", "domain.separator".
    QHash<QString, QString> options;
};

/// One dialect: recognises a document by its content and turns it into records.
class Format {
public:
    virtual ~Format() = default;
    [[nodiscard]] virtual QString name() const = 0; ///< "ODPS", "ODCS", "dbt manifest", …
    [[nodiscard]] virtual bool recognises(const Node &document) const = 0;
    /// Whether the documents of one file are entries of one log: they count as one document.
    [[nodiscard]] virtual bool isLog() const { return false; }
    /// Adds what the document says. Issues carry line and column of the node; never throws, never fails whole.
    virtual void read(const Node &document, const ReadContext &context, Records &out) const = 0;
    /// Adds what all documents of one file that this format recognises say, in file order: what readFile calls. Formats
    /// whose documents speak of the same things over time (events) put them together here.
    virtual void readAll(const std::vector<const Node *> &documents, const ReadContext &context, Records &out) const
    {
        for (const Node *document : documents)
            read(*document, context, out);
    }
};

/// All formats, in the order they are asked. A list document is read item by item, each by its own format.
[[nodiscard]] const std::vector<std::unique_ptr<Format>> &formats();
/// The format that recognises the document, or null.
[[nodiscard]] const Format *formatOf(const Node &document);

/// What one file gives. `recognised` counts its documents that some format read (of a list: its items; a log is one).
struct FileRecords {
    Records records;
    int recognised = 0;
    int unrecognised = 0;
    QStringList formats;
    /// The tree the records were read from. Taking a large one down costs time: whoever has that time drops it.
    std::shared_ptr<const void> parsed;
};
/// Parses and reads a whole file: several documents, lists, NDJSON. Pure; called in parallel.
[[nodiscard]] FileRecords readFile(const QByteArray &bytes, const ReadContext &context);

/// Fields of the document part behind `source` that no reader models ("more fields"); read again from the bytes.
[[nodiscard]] QList<Node::Field> moreFields(const QByteArray &fileBytes, const SourceRef &source,
                                            const ReadContext &context);

} // namespace meshscope
