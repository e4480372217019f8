#pragma once

#include <QByteArray>

namespace meshscope::test {

/// A small project with one of everything a manifest can hold.
[[nodiscard]] QByteArray dbtManifestSample();
/// JSON written with single quotes.
[[nodiscard]] inline QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

} // namespace meshscope::test
