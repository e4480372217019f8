#include "tests/fuzz/readers.h"

#include <QFile>

#include <cstdio>

using namespace meshscope::test;

/// Reads files the way a fuzzer does: to look at what it left, in a debugger.
int main(int argc, char **argv)
{
    const FuzzedReader *reader = argc > 2 ? fuzzedReader(argv[1]) : nullptr;
    if (!reader) {
        std::fputs("usage: fuzz_replay READER FILE...\n", stderr);
        return 2;
    }
    for (int i = 2; i < argc; ++i) {
        QFile file(QString::fromLocal8Bit(argv[i]));
        if (!file.open(QIODevice::ReadOnly)) {
            std::fprintf(stderr, "%s: %s\n", argv[i], qPrintable(file.errorString()));
            return 1;
        }
        reader->read(file.readAll());
    }
    return 0;
}
