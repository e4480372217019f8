#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace meshscope {

/// What the folder connector remembers of a file: enough to see that it, and what it refers to, is as it was.
struct FileNote {
    QByteArray stamp; ///< empty: cannot be trusted
    QByteArray hash;
    QByteArray reader; ///< options and version it was read with
    int documents = 0;
    QHash<QString, QByteArray> references; ///< path → SHA-256, empty when it could not be read
    [[nodiscard]] QByteArray toBytes() const;
    [[nodiscard]] static FileNote fromBytes(const QByteArray &bytes);
};

} // namespace meshscope
