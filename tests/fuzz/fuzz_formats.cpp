#include "models/formats/format.h"

using namespace meshscope;

/// libFuzzer's entry: the first byte chooses the file name, the rest is the file. A build of its own:
/// cmake -DMESHSCOPE_FUZZ=ON -DCMAKE_CXX_COMPILER=clang++; then bin/fuzz_formats [folder of documents].
extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    if (size < 1)
        return 0;
    static const QString names[] = {QStringLiteral("a.yaml"), QStringLiteral("a.json"), QStringLiteral("a.ndjson"),
                                    QStringLiteral("measurements/a.ndjson"), QStringLiteral("a")};
    ReadContext context;
    context.file = names[data[0] % std::size(names)];
    context.readRelative = [](const QString &, const QString &reference) -> Result<QByteArray> {
        return fail(Error::Code::Refused, QStringLiteral("no files here"), reference);
    };
    const QByteArray bytes(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    for (const Syntax syntax : {Syntax::Yaml, Syntax::Json, Syntax::Ndjson}) {
        for (const Node &document : parseDocuments(bytes, syntax).documents)
            (void)document.json();
    }
    const FileRecords file = readFile(bytes, context);
    for (const Contract &contract : file.records.contracts)
        (void)moreFields(bytes, contract.source, context);
    for (const DataProduct &product : file.records.products)
        (void)moreFields(bytes, product.source, context);
    return 0;
}
