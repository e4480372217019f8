#include "models/catalogs/http/retry.h"

#include <QLocale>

#include <algorithm>

namespace meshscope {

std::chrono::milliseconds backOff(const RetryPolicy &policy, int attempt, double random)
{
    const int doublings = std::clamp(attempt - 1, 0, 30);
    const auto whole = std::min(double(policy.first.count()) * double(1U << doublings), double(policy.longest.count()));
    return std::chrono::milliseconds(qint64(whole * (1.0 - 0.5 * std::clamp(random, 0.0, 1.0))));
}

QDateTime httpDate(const QByteArray &value)
{
    // the weekday tells nothing new, and of a year of two digits it would be the wrong one
    QString text = QString::fromLatin1(value).simplified();
    text.remove(0, text.indexOf(u',') >= 0 ? text.indexOf(u',') + 2 : 4);
    const QLocale english = QLocale::c();
    for (const char *form : {"dd MMM yyyy hh:mm:ss 'GMT'", "dd-MMM-yy hh:mm:ss 'GMT'", "MMM d hh:mm:ss yyyy"}) {
        QDateTime date = english.toDateTime(text, QString::fromLatin1(form));
        if (!date.isValid())
            continue;
        if (date.date().year() < 1970) // two digits: this century
            date = date.addYears(100);
        date.setTimeSpec(Qt::UTC);
        return date;
    }
    return {};
}

std::optional<std::chrono::milliseconds> retryAfter(const QByteArray &value, const QDateTime &now)
{
    const QByteArray text = value.trimmed();
    bool isNumber = false;
    const double seconds = text.toDouble(&isNumber);
    if (isNumber) {
        if (!(seconds >= 0) || seconds > 1e9)
            return std::nullopt;
        return std::chrono::milliseconds(qint64(seconds * 1000));
    }
    const QDateTime date = httpDate(text);
    if (!date.isValid())
        return std::nullopt;
    return std::chrono::milliseconds(std::max<qint64>(0, now.msecsTo(date)));
}

} // namespace meshscope
