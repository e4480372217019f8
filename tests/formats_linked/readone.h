#pragma once

#include "models/formats/format.h"

namespace meshscope::test {

/// Reads one document with one format, as readFile would.
inline Records readOne(const Format &format, const QByteArray &text, ReadContext context = {})
{
    if (context.file.isEmpty())
        context.file = QStringLiteral("a.yaml");
    const Parsed parsed = parseDocuments(text, guessSyntax(text, context.file));
    Records out;
    if (parsed.error)
        out.issues.append(*parsed.error);
    for (const Node &document : parsed.documents) {
        if (format.recognises(document))
            format.read(document, context, out);
    }
    return out;
}

} // namespace meshscope::test
