#pragma once

#include <QByteArray>

#include <span>

namespace meshscope::test {

/// What turns bytes of strangers into records. Whatever the bytes are, `read` returns, soon and with little memory; what it
/// finds wrong in the result it says by ending the program, as a sanitizer would.
struct FuzzedReader {
    const char *name;
    void (*read)(const QByteArray &bytes);
};
[[nodiscard]] std::span<const FuzzedReader> fuzzedReaders();
/// Those of a dialect of documents.
[[nodiscard]] std::span<const FuzzedReader> fuzzedFormats();
/// The reader of that name, or null.
[[nodiscard]] const FuzzedReader *fuzzedReader(QByteArrayView name);

} // namespace meshscope::test
