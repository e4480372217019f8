#include "models/store/looser.h"

#include <QRegularExpression>

#include <cmath>

namespace meshscope {

namespace {

/// Seconds of an ISO 8601 duration ("P1DT2H"); months and years by their mean length.
std::optional<double> isoDuration(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^P(?:([\\d.]+)Y)?(?:([\\d.]+)M)?(?:([\\d.]+)W)?(?:([\\d.]+)D)?(?:T("
                                                        "?:([\\d.]+)H)?(?:([\\d.]+)M)?(?:([\\d.]+)S)?)?$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch() || text.size() < 3)
        return {};
    static constexpr double seconds[] = {31556952, 2629746, 604800, 86400, 3600, 60, 1};
    double sum = 0;
    for (int i = 0; i < 7; ++i)
        sum += match.captured(i + 1).toDouble() * seconds[i];
    return sum;
}

double factor(const QString &unit)
{
    static const QHash<QString, double> factors{{QStringLiteral("ms"), 0.001},       {QStringLiteral("milliseconds"), 0.001},
                                                {QStringLiteral("m"), 60},           {QStringLiteral("min"), 60},
                                                {QStringLiteral("minute"), 60},      {QStringLiteral("minutes"), 60},
                                                {QStringLiteral("h"), 3600},         {QStringLiteral("hr"), 3600},
                                                {QStringLiteral("hour"), 3600},      {QStringLiteral("hours"), 3600},
                                                {QStringLiteral("d"), 86400},        {QStringLiteral("day"), 86400},
                                                {QStringLiteral("days"), 86400},     {QStringLiteral("w"), 604800},
                                                {QStringLiteral("week"), 604800},    {QStringLiteral("weeks"), 604800},
                                                {QStringLiteral("mo"), 2629746},     {QStringLiteral("month"), 2629746},
                                                {QStringLiteral("months"), 2629746}, {QStringLiteral("y"), 31556952},
                                                {QStringLiteral("yr"), 31556952},    {QStringLiteral("year"), 31556952},
                                                {QStringLiteral("years"), 31556952}, {QStringLiteral("%"), 0.01},
                                                {QStringLiteral("percent"), 0.01}};
    return factors.value(unit.toLower(), 1);
}

std::optional<double> amount(const ServiceLevel &level)
{
    QString text = level.value.trimmed();
    if (const std::optional<double> duration = isoDuration(text))
        return duration;
    const QDateTime date = QDateTime::fromString(text, Qt::ISODate);
    if (date.isValid())
        return double(date.toSecsSinceEpoch());
    double scale = factor(level.unit);
    if (text.endsWith(u'%')) {
        text.chop(1);
        scale = 0.01;
    }
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    return isNumber ? std::optional(value * scale) : std::nullopt;
}

/// Properties of which more is better; of all others less is.
bool moreIsBetter(const ServiceLevel &level)
{
    if (level.comparison.startsWith(u'<'))
        return false;
    if (level.comparison.startsWith(u'>'))
        return true;
    static const QStringList more{QStringLiteral("availab"),  QStringLiteral("retention"),    QStringLiteral("throughput"),
                                  QStringLiteral("complete"), QStringLiteral("endofsupport"), QStringLiteral("endoflife"),
                                  QStringLiteral("uptime"),   QStringLiteral("accuracy"),     QStringLiteral("quality")};
    QString property = level.property.toLower();
    property.remove(QRegularExpression(QStringLiteral("[^a-z]")));
    if (property.startsWith(QLatin1String("generalavailab")) || property.startsWith(QLatin1String("timeofavailab")))
        return false;
    return std::any_of(more.cbegin(), more.cend(), [&](const QString &word) { return property.contains(word); });
}

} // namespace

bool isLooser(const ServiceLevel &before, const ServiceLevel &after)
{
    const std::optional<double> was = amount(before);
    const std::optional<double> is = amount(after);
    if (!was || !is || *was == *is)
        return false;
    return moreIsBetter(before) ? *is < *was : *is > *was;
}

} // namespace meshscope
