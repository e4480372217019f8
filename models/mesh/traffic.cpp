#include "models/mesh/traffic.h"

namespace meshscope {

QString LoggedRequest::line() const
{
    // put together without placeholders: an address is full of percent signs
    QString text = method + u' ' + address + u' ' + (status == 0 ? QStringLiteral("-") : QString::number(status)) + u' ' +
                   QString::number(bytes) + QStringLiteral(" B ") + QString::number(millis) + QStringLiteral(" ms");
    if (attempt > 1)
        text += QStringLiteral(" #") + QString::number(attempt);
    return failure.isEmpty() ? text : text + u' ' + failure;
}

} // namespace meshscope
