#pragma once

#include <QByteArray>
#include <QString>

namespace meshscope {

/// What is usual with a vendor, where the person says nothing else.
struct HttpUsual {
    QString auth = QStringLiteral("none"); ///< "none", "bearer", "basic", "key", "oauth", "login", "sigv4"
    QByteArray keyHeader = QByteArrayLiteral("X-API-Key");
    QByteArray service = {}; ///< of AWS
    bool isLatin1 = false;   ///< names and passwords in ISO-8859-1 (Trino)
};

} // namespace meshscope
