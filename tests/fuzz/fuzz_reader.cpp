#include "tests/fuzz/readers.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>

using namespace meshscope::test;

namespace {

const FuzzedReader *chosen = nullptr;

} // namespace

/// libFuzzer's entries. The program is called fuzz_<reader>.
extern "C" int LLVMFuzzerInitialize(int *, char ***argv)
{
    const char *path = (*argv)[0];
    const char *slash = std::strrchr(path, '/');
    const QByteArrayView name(slash ? slash + 1 : path);
    chosen = name.startsWith("fuzz_") ? fuzzedReader(name.sliced(5)) : nullptr;
    if (chosen)
        return 0;
    std::fputs("call it as fuzz_<reader>:", stderr);
    for (const FuzzedReader &reader : fuzzedReaders())
        std::fprintf(stderr, " %s", reader.name);
    std::fputs("\n", stderr);
    std::exit(2);
}

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    chosen->read(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    return 0;
}
