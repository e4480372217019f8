#include "models/health/health.h"

#include "models/health/levelrules.h"

#include <QHash>

#include <array>

namespace meshscope {

namespace {
struct Spelling {
    LevelKind kind;
    const char *words; ///< folded: lower case, letters and digits only
};
/// ODCS (names and the two letters of the "Data QoS" table), DCS, opendataproducts.org, DPDS, dbt, OpenLineage.
constexpr std::array spellings{
    Spelling{LevelKind::Latency, "latency ly delay lag datalatency endtoendlatency processinglatency deliverylatency"},
    Spelling{LevelKind::Freshness,
             "freshness datafreshness timeliness tm staleness dataage age maxage recency recentness currentness"},
    Spelling{LevelKind::Frequency,
             "frequency fy fr updatefrequency refreshfrequency deliveryfrequency publishingfrequency updateinterval "
             "refreshinterval interval intervalofchange refreshrate cadence accrualperiodicity"},
    Spelling{LevelKind::Retention, "retention re retentionperiod dataretention retentiontime history historydepth"},
    Spelling{LevelKind::Availability, "availability av uptime serviceavailability systemavailability availabilityrate"},
    Spelling{LevelKind::GeneralAvailability, "generalavailability ga generallyavailable availablesince launchdate"},
    Spelling{LevelKind::EndOfSupport, "endofsupport es eos supportend supportuntil"},
    Spelling{LevelKind::EndOfLife, "endoflife el eol sunset sunsetdate retirement retirementdate decommissiondate"},
    Spelling{LevelKind::TimeOfAvailability,
             "timeofavailability ta availabilitytime readyby deliverytime availableby dailyavailability"},
    Spelling{LevelKind::ErrorRate, "errorrate er errorratio failurerate defectrate errors"},
    Spelling{LevelKind::Throughput, "throughput th datathroughput requestrate"},
    Spelling{LevelKind::TimeToDetect, "timetodetect td ttd mttd meantimetodetect detectiontime timetodetection"},
    Spelling{LevelKind::TimeToNotify, "timetonotify tn ttn mttn meantimetonotify notificationtime timetonotification"},
    Spelling{LevelKind::TimeToRepair,
             "timetorepair tr ttr mttr meantimetorepair timetorestore timetorecover timetoresolve repairtime "
             "resolutiontime recoverytime"},
    Spelling{LevelKind::Completeness, "completeness completenessrate datacompleteness rowcompleteness cp"},
    Spelling{LevelKind::RowCount, "rowcount rows numberofrows recordcount numberofrecords volume datavolume"},
    Spelling{
        LevelKind::OtherRatio,
        "accuracy ac validity consistency conformity cf cv coverage uniqueness integrity quality qualityscore dataquality "
        "successrate reliability correctness precision hitrate passrate"},
};

QHash<QString, LevelKind> byWord()
{
    QHash<QString, LevelKind> result;
    for (const Spelling &s : spellings) {
        for (const QString &word : QString::fromLatin1(s.words).split(u' '))
            result.insert(word, s.kind);
    }
    return result;
}
} // namespace

QString foldedProperty(const QString &property)
{
    QString result;
    for (const QChar c : property) {
        if (c.isLetterOrNumber())
            result += c.toLower();
    }
    return result;
}

LevelKind levelKind(const QString &property)
{
    static const QHash<QString, LevelKind> known = byWord();
    // "freshness.error_after", "sla:availability", "https://…#latency": the words before or after a mark may be the known
    // one.
    const QString whole = foldedProperty(property);
    if (const auto found = known.constFind(whole); found != known.cend())
        return *found;
    static const QString marks = QStringLiteral(".:/#");
    const auto isMark = [](QChar c) { return marks.contains(c); };
    const auto last = std::find_if(property.crbegin(), property.crend(), isMark).base();
    const auto first = std::find_if(property.cbegin(), property.cend(), isMark);
    for (const QString &part :
         {QString(last, property.cend() - last), QString(property.cbegin(), first - property.cbegin())}) {
        if (const auto found = known.constFind(foldedProperty(part)); found != known.cend() && part.size() > 2)
            return *found;
    }
    for (const char *tail : {"rate", "ratio", "share", "percentage", "percent"}) {
        if (whole.endsWith(QLatin1StringView(tail)) && whole.size() > qsizetype(qstrlen(tail)))
            return LevelKind::OtherRatio;
    }
    return LevelKind::Other;
}

QString comparisonFor(const ServiceLevel &level, LevelKind kind)
{
    const auto signIn = [](const QString &text) -> QString {
        const QString t = text.trimmed().toLower();
        if (t.isEmpty())
            return {};
        for (const QLatin1StringView least : {QLatin1StringView(">"), QLatin1StringView("ge"), QLatin1StringView("gt"),
                                              QLatin1StringView("at least"), QLatin1StringView("min ")}) {
            if (t.startsWith(least))
                return QStringLiteral(">=");
        }
        if (t.startsWith(u'≥') || t.contains(u"greater"))
            return QStringLiteral(">=");
        for (const QLatin1StringView most :
             {QLatin1StringView("<"), QLatin1StringView("le"), QLatin1StringView("lt"), QLatin1StringView("at most"),
              QLatin1StringView("max "), QLatin1StringView("within"), QLatin1StringView("up to")}) {
            if (t.startsWith(most))
                return QStringLiteral("<=");
        }
        if (t.startsWith(u'≤') || t.contains(u"less"))
            return QStringLiteral("<=");
        return t.startsWith(u'=') || t == u"eq" || t == u"equals" || t.endsWith(u"mustbe") ? QStringLiteral("=") : QString();
    };
    for (const QString &given : {level.comparison, level.value}) {
        if (const QString sign = signIn(given); !sign.isEmpty())
            return sign;
    }
    switch (kind) {
    case LevelKind::Latency:
    case LevelKind::Freshness:
    case LevelKind::Frequency:
    case LevelKind::TimeOfAvailability:
    case LevelKind::ErrorRate:
    case LevelKind::TimeToDetect:
    case LevelKind::TimeToNotify:
    case LevelKind::TimeToRepair: return QStringLiteral("<=");
    case LevelKind::Other: {
        // "responseTime 500 ms": a time is a most, anything else a least.
        const auto q = normalised(level.value, level.unit);
        return q && q->unit == u"s" ? QStringLiteral("<=") : QStringLiteral(">=");
    }
    case LevelKind::Retention:
    case LevelKind::Availability:
    case LevelKind::GeneralAvailability:
    case LevelKind::EndOfSupport:
    case LevelKind::EndOfLife:
    case LevelKind::Throughput:
    case LevelKind::Completeness:
    case LevelKind::RowCount:
    case LevelKind::OtherRatio: break;
    }
    return QStringLiteral(">=");
}

bool isRatioKind(LevelKind kind)
{
    return kind == LevelKind::Availability || kind == LevelKind::ErrorRate || kind == LevelKind::OtherRatio ||
           kind == LevelKind::Completeness;
}

std::optional<Quantity> objectiveOf(const QString &value, const QString &unit, LevelKind kind)
{
    std::optional<Quantity> q = normalised(value, unit);
    if (!q || q->unit != u"1" || !isRatioKind(kind))
        return q;
    // "availability: 99.5" without a unit can only be percent; up to 1 it is the share itself.
    if (std::abs(q->value) > 1)
        q->value /= 100;
    q->unit = QStringLiteral("ratio");
    return q;
}

} // namespace meshscope
