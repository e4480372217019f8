#include "models/formats/productkind.h"

namespace meshscope {

namespace {

/// Letters and digits only, lower case: "Source-Aligned", "sourceAligned" and "source_aligned" are one word.
QString folded(const QString &text)
{
    QString out;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            out += c.toLower();
    }
    return out;
}

bool isOneOf(const QString &word, std::initializer_list<const char *> words)
{
    return std::any_of(words.begin(), words.end(), [&word](const char *w) { return word == QLatin1String(w); });
}

} // namespace

void applyKindWord(const QString &text, bool isKind, DataProduct &product)
{
    using Alignment = DataProduct::Alignment;
    const QString word = folded(text);
    if (isOneOf(word, {"sourcealigned", "sourceoriented", "source", "raw", "domainaligned"}))
        product.alignment = Alignment::Source;
    else if (isOneOf(word, {"aggregate", "aggregated", "aggregatealigned", "curated", "shared"}))
        product.alignment = Alignment::Aggregate;
    else if (isOneOf(word, {"consumeraligned", "consumeroriented", "consumer", "fitforpurpose"}))
        product.alignment = Alignment::Consumer;
    else if (isOneOf(word, {"virtual", "logical"}))
        product.isVirtual = true;
    else if (isOneOf(word, {"analytical", "analytics", "analysis", "report", "dashboard", "notebook", "mlmodel",
                            "application", "bi", "insight"}))
        product.isAnalytical = true;
    if (isKind && !text.isEmpty())
        product.kindText = text;
}

void applyKindProperties(DataProduct &product)
{
    for (const Property &property : product.properties) {
        const QString name = folded(property.name);
        if (isOneOf(name, {"dataproducttier", "dataproducttype", "dataproductkind", "dataproductalignment", "producttype",
                           "productkind", "producttier", "alignment", "archetype", "kind", "type"}))
            applyKindWord(property.value, true, product);
        else if (isOneOf(name, {"dataproductform", "form", "materialization", "materialisation", "physicality"}))
            applyKindWord(property.value, false, product);
        else if (isOneOf(name, {"virtual", "isvirtual"}))
            product.isVirtual = property.value.compare(QLatin1String("true"), Qt::CaseInsensitive) == 0;
        else if (isOneOf(name, {"analytical", "isanalytical"}))
            product.isAnalytical = property.value.compare(QLatin1String("true"), Qt::CaseInsensitive) == 0;
    }
    // Tags speak only where nothing else does: "raw" or "report" may well be a topic.
    DataProduct byTags;
    for (const QString &tag : product.tags) {
        const QString word = folded(tag);
        if (isOneOf(word, {"sourcealigned", "aggregate", "consumeraligned", "virtual", "analytical"}))
            applyKindWord(tag, false, byTags);
    }
    if (product.alignment == DataProduct::Alignment::Unknown)
        product.alignment = byTags.alignment;
    product.isVirtual = product.isVirtual || byTags.isVirtual;
    product.isAnalytical = product.isAnalytical || byTags.isAnalytical;
}

} // namespace meshscope
