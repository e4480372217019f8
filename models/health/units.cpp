#include "models/health/health.h"

#include <QCoreApplication>
#include <QDate>
#include <QHash>
#include <QLocale>
#include <QRegularExpression>

#include <array>
#include <cmath>

namespace meshscope {

namespace {
constexpr double minute = 60;
constexpr double hour = 3600;
constexpr double day = 86400;
constexpr double month = 30 * day; // a promise of "3 months" is no calendar sum
constexpr double year = 365 * day;

struct Unit {
    const char16_t *words; ///< separated by blanks
    double factor;
    const char *canonical;
};
constexpr std::array units{
    Unit{u"ns nanosecond nanoseconds", 1e-9, "s"},
    Unit{u"us µs microsecond microseconds", 1e-6, "s"},
    Unit{u"ms msec millis millisecond milliseconds", 1e-3, "s"},
    Unit{u"s sec secs second seconds sekunde sekunden", 1, "s"},
    Unit{u"m min mins minute minutes minuten", minute, "s"},
    Unit{u"h hr hrs hour hours stunde stunden", hour, "s"},
    Unit{u"d day days tag tage", day, "s"},
    Unit{u"w wk wks week weeks woche wochen", 7 * day, "s"},
    Unit{u"mo mon mth month months monat monate", month, "s"},
    Unit{u"quarter quarters", 91 * day, "s"},
    Unit{u"y yr yrs year years jahr jahre", year, "s"},
    Unit{u"% percent percentage pct prozent", 0.01, "ratio"},
    Unit{u"‰ permille promille permil permill", 0.001, "ratio"},
    Unit{u"bp bps basispoint basispoints", 1e-4, "ratio"},
    Unit{u"ppm", 1e-6, "ratio"},
    Unit{u"ratio fraction share", 1, "ratio"},
    Unit{u"b byte bytes", 1, "bytes"},
    Unit{u"kb kilobyte kilobytes", 1e3, "bytes"},
    Unit{u"mb megabyte megabytes", 1e6, "bytes"},
    Unit{u"gb gigabyte gigabytes", 1e9, "bytes"},
    Unit{u"tb terabyte terabytes", 1e12, "bytes"},
    Unit{u"pb petabyte petabytes", 1e15, "bytes"},
    Unit{u"kib kibibyte kibibytes", 1024.0, "bytes"},
    Unit{u"mib mebibyte mebibytes", 1048576.0, "bytes"},
    Unit{u"gib gibibyte gibibytes", 1073741824.0, "bytes"},
    Unit{u"tib tebibyte tebibytes", 1099511627776.0, "bytes"},
    Unit{u"row rows record records message messages event events document documents line lines tuple tuples", 1, "rows"},
    Unit{u"1 count number none unitless", 1, "1"},
};

/// How often, in words, as the longest time between two.
constexpr std::array rhythms{
    Unit{u"minutely", minute, "s"},
    Unit{u"hourly", hour, "s"},
    Unit{u"daily nightly täglich", day, "s"},
    Unit{u"weekly wöchentlich", 7 * day, "s"},
    Unit{u"monthly monatlich", month, "s"},
    Unit{u"quarterly", 91 * day, "s"},
    Unit{u"yearly annually annual jährlich", year, "s"},
};

template<size_t size>
QHash<QString, const Unit *> byWord(const std::array<Unit, size> &all)
{
    QHash<QString, const Unit *> result;
    for (const Unit &u : all) {
        for (const QString &word : QString::fromUtf16(u.words).split(u' '))
            result.insert(word, &u);
    }
    return result;
}

const Unit *unitNamed(const QString &word)
{
    static const QHash<QString, const Unit *> all = byWord(units);
    return all.value(word);
}

const Unit *rhythmNamed(const QString &word)
{
    static const QHash<QString, const Unit *> all = byWord(rhythms);
    return all.value(word);
}

/// The unit a text means; null when it is none of ours. Minutes are `m`, months `M` as in ISO 8601.
const Unit *unitFor(const QString &text)
{
    QString word = text.trimmed();
    if (word == u"M")
        word = QStringLiteral("mo");
    word = word.toLower();
    word.remove(u'.').remove(u' ').remove(u'(').remove(u')');
    if (word.isEmpty())
        return nullptr;
    // A rate keeps what it counts; its "per second" is part of the promise's own words.
    static const QRegularExpression rate(QStringLiteral("^([a-z]+)(?:/|per)[a-z]+$"));
    if (const auto m = rate.match(word); m.hasMatch()) {
        const Unit *counted = unitNamed(m.captured(1));
        if (counted && QLatin1StringView(counted->canonical) != QLatin1StringView("s"))
            return counted;
    }
    return unitNamed(word);
}

/// A number as documents write it: 1000, 1,000, 99,5, 1_000, 1e-3. Nothing else may stand beside it.
std::optional<double> numberIn(QString text)
{
    static const QRegularExpression thousands(
        QStringLiteral("^[+-]?\\d{1,3}([,_ \\x{2009}\\x{202f}\\x{a0}']\\d{3})+(\\.\\d+)?$"));
    static const QRegularExpression decimalComma(QStringLiteral("^[+-]?\\d+,\\d+$"));
    text = text.trimmed();
    text.replace(QChar(0x2212), u'-');
    if (thousands.match(text).hasMatch())
        text.remove(QRegularExpression(QStringLiteral("[,_ \\x{2009}\\x{202f}\\x{a0}']")));
    else if (decimalComma.match(text).hasMatch())
        text.replace(u',', u'.');
    bool isNumber = false;
    const double value = QLocale::c().toDouble(text, &isNumber);
    return isNumber && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

/// ISO 8601 duration: P1D, PT15M, P1Y6M, P2W, with decimals in any part.
std::optional<double> isoDuration(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral(
        "^P(?:(\\d+(?:[.,]\\d+)?)Y)?(?:(\\d+(?:[.,]\\d+)?)M)?(?:(\\d+(?:[.,]\\d+)?)W)?(?:(\\d+(?:[.,]\\d+)?)D)?"
        "(?:T(?:(\\d+(?:[.,]\\d+)?)H)?(?:(\\d+(?:[.,]\\d+)?)M)?(?:(\\d+(?:[.,]\\d+)?)S)?)?$"));
    const auto m = pattern.match(text.trimmed().toUpper());
    if (!m.hasMatch())
        return std::nullopt;
    constexpr std::array<double, 7> seconds{year, month, 7 * day, day, hour, minute, 1};
    double sum = 0;
    bool any = false;
    for (int i = 0; i < int(seconds.size()); ++i) {
        const QString part = m.captured(i + 1);
        if (part.isEmpty())
            continue;
        any = true;
        sum += numberIn(part).value_or(0) * seconds[size_t(i)];
    }
    return any ? std::optional(sum) : std::nullopt;
}

std::optional<Quantity> dateOrTime(const QString &text, const QString &given)
{
    static const QRegularExpression clock(
        QStringLiteral("^(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s*(Z|UTC|[+-]\\d{2}:?\\d{2})?$"));
    if (const auto m = clock.match(text); m.hasMatch()) {
        double seconds = m.captured(1).toInt() * hour + m.captured(2).toInt() * minute + m.captured(3).toInt();
        if (m.captured(1).toInt() > 24 || m.captured(2).toInt() > 59 || m.captured(3).toInt() > 59)
            return std::nullopt;
        QString zone = m.captured(4);
        if (zone.startsWith(u'+') || zone.startsWith(u'-')) {
            zone.remove(u':');
            const double offset = zone.mid(1, 2).toInt() * hour + zone.mid(3, 2).toInt() * minute;
            seconds += zone.startsWith(u'+') ? -offset : offset;
        }
        return Quantity{std::fmod(seconds + day, day), QStringLiteral("time"), given};
    }
    static const QRegularExpression dateLike(QStringLiteral("^\\d{4}-\\d{2}-\\d{2}"));
    if (!dateLike.match(text).hasMatch())
        return std::nullopt;
    QDateTime at;
    if (text.size() == 10)
        at = QDateTime(QDate::fromString(text, Qt::ISODate), QTime(0, 0), Qt::UTC);
    else
        at = QDateTime::fromString(QString(text).replace(10, 1, u'T'), Qt::ISODateWithMs);
    if (at.isValid() && at.timeSpec() == Qt::LocalTime)
        at = QDateTime(at.date(), at.time(), Qt::UTC);
    return at.isValid() ? std::optional(Quantity{double(at.toSecsSinceEpoch()), QStringLiteral("date"), given})
                        : std::nullopt;
}

/// What stands before the figure ("<=", "at least") and after it ("of deliveries") is no part of the quantity.
QString bare(QString text)
{
    static const QRegularExpression before(
        QStringLiteral(
            "^\\s*(?:[<>]=?|[≤≥=~≈]|==|at least|at most|up to|max(?:imum)?\\.?|min(?:imum)?\\.?|within|less than|more "
            "than|under|over|every|once (?:a|an|per|every)|one?ce each|each)\\s*(?=[\\d.+\\x{2212}-]|[a-zA-ZPp])"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression after(QStringLiteral("\\s+of\\s+.*$"),
                                          QRegularExpression::CaseInsensitiveOption |
                                              QRegularExpression::DotMatchesEverythingOption);
    text = text.trimmed();
    const auto m = before.match(text);
    // "max" is a prefix only before a figure; "monthly" begins with no prefix at all.
    if (m.hasMatch() && (m.captured().back().isSpace() || !m.captured().back().isLetter()))
        text = text.mid(m.capturedLength());
    return text.remove(after).trimmed();
}

Quantity quantity(double number, const Unit &unit, const QString &given)
{
    return Quantity{number * unit.factor, QLatin1StringView(unit.canonical), given};
}

QString plain(double value, int decimals)
{
    QString text = QString::number(value, 'f', decimals);
    if (text.contains(u'.')) {
        while (text.endsWith(u'0'))
            text.chop(1);
        if (text.endsWith(u'.'))
            text.chop(1);
    }
    if (text == u"-0")
        text = QStringLiteral("0");
    if (text.startsWith(u'-'))
        text[0] = QChar(0x2212);
    return text.replace(u'.', QLocale().decimalPoint());
}

QString grouped(double value)
{
    QString text = plain(value, 2);
    qsizetype end = text.indexOf(QLocale().decimalPoint());
    if (end < 0)
        end = text.size();
    if (end - (text.startsWith(QChar(0x2212)) ? 1 : 0) < 5)
        return text;
    for (qsizetype i = end - 3; i > (text.startsWith(QChar(0x2212)) ? 1 : 0); i -= 3)
        text.insert(i, QChar(0x202f)); // narrow, and no place to break a line
    return text;
}

QString formatSeconds(double s)
{
    const double size = std::abs(s);
    const auto is = [&](double unit) { return size >= unit && std::fmod(size, unit) == 0; };
    if (size < 1 && size > 0)
        return plain(s * 1000, size < 0.01 ? 2 : 0) + QStringLiteral(" ms");
    if (is(year))
        return plain(s / year, 0) + QStringLiteral(" y");
    if (is(day) || size >= 3 * day)
        return plain(s / day, size < 100 * day ? 1 : 0) + QStringLiteral(" d");
    if (size >= 1.5 * hour || is(hour))
        return plain(s / hour, 1) + QStringLiteral(" h");
    if (size >= 1.5 * minute || is(minute))
        return plain(s / minute, size < 10 * minute ? 1 : 0) + QStringLiteral(" min");
    return plain(s, size < 10 ? 1 : 0) + QStringLiteral(" s");
}

/// Never says 100 % of what is less, nor 0 % of what is more.
QString formatRatio(double ratio)
{
    const double percent = ratio * 100;
    int decimals = 2;
    const auto lies = [&](double limit) {
        return percent != limit && QString::number(percent, 'f', decimals).toDouble() == limit;
    };
    while (decimals < 6 && (lies(100) || lies(0)))
        ++decimals;
    return plain(percent, decimals) + QChar(0x202f) + u'%';
}

QString formatBytes(double bytes)
{
    constexpr std::array<const char *, 6> names{"B", "kB", "MB", "GB", "TB", "PB"};
    size_t i = 0;
    while (std::abs(bytes) >= 1000 && i + 1 < names.size()) {
        bytes /= 1000;
        ++i;
    }
    return plain(bytes, std::abs(bytes) < 100 && i > 0 ? 1 : 0) + u' ' + QLatin1StringView(names[i]);
}
} // namespace

std::optional<Quantity> normalised(const QString &value, const QString &unit)
{
    const QString text = bare(value);
    if (text.isEmpty())
        return std::nullopt;
    const Unit *given = unitFor(unit);
    if (const auto number = numberIn(text)) {
        if (given)
            return quantity(*number, *given, unit);
        return Quantity{*number, QStringLiteral("1"), unit};
    }
    if (const auto duration = isoDuration(text))
        return Quantity{*duration, QStringLiteral("s"), unit};
    if (const auto moment = dateOrTime(text, unit))
        return moment;
    if (const Unit *rhythm = rhythmNamed(text.toLower()))
        return quantity(1, *rhythm, text);
    // "25h", "99.9 %", "15 minutes"; a word alone is one of it ("every hour").
    static const QRegularExpression parts(QStringLiteral("^([+\\x{2212}-]?[\\d.,_]*(?:e[+-]?\\d+)?)\\s*([^\\d\\s][^\\d]*)$"),
                                          QRegularExpression::CaseInsensitiveOption);
    const auto m = parts.match(text);
    const Unit *own = m.hasMatch() ? unitFor(m.captured(2)) : nullptr;
    if (!own)
        return std::nullopt;
    const bool counted = !m.captured(1).isEmpty();
    const auto number = counted ? numberIn(m.captured(1)) : std::optional(1.0);
    if (!number || (!counted && (QLatin1StringView(own->canonical) != QLatin1StringView("s") || m.captured(2).size() < 3)))
        return std::nullopt;
    return quantity(*number, *own, unit.isEmpty() ? m.captured(2).trimmed() : unit);
}

QString formatQuantity(const Quantity &q)
{
    if (!std::isfinite(q.value))
        return QStringLiteral("–");
    if (q.unit == u"s")
        return formatSeconds(q.value);
    if (q.unit == u"ratio")
        return formatRatio(q.value);
    if (q.unit == u"bytes")
        return formatBytes(q.value);
    if (q.unit == u"rows")
        return QCoreApplication::translate("meshscope::Health", "%1 rows").arg(grouped(q.value));
    if (q.unit == u"date")
        return QDateTime::fromSecsSinceEpoch(qint64(q.value), Qt::UTC).date().toString(Qt::ISODate);
    if (q.unit == u"time") {
        const int seconds = int(q.value) % 86400;
        return QTime(seconds / 3600, seconds / 60 % 60).toString(QStringLiteral("HH:mm")) + QStringLiteral(" UTC");
    }
    const bool named = !q.given.isEmpty() && q.given != u"1";
    return named ? grouped(q.value) + u' ' + q.given : grouped(q.value);
}

} // namespace meshscope
