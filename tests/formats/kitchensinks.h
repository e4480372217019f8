#pragma once

#include <QByteArray>

#include <vector>

namespace meshscope::test {

/// A document of a format that uses every field of its specification, some of its own, and each value once.
struct KitchenSink {
    const char *file;
    QByteArray text;
};
[[nodiscard]] const std::vector<KitchenSink> &kitchenSinks();

} // namespace meshscope::test
