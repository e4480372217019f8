#include "models/items/leveltext.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace meshscope {

namespace {
QString translated(const char *text)
{
    return QCoreApplication::translate("meshscope::LevelText", text);
}

/// The properties the standards name, as levelTitle() spells them: these are said in the person's language.
constexpr std::array<const char *, 22> knownProperties{QT_TRANSLATE_NOOP("meshscope::LevelName", "Latency"),
                                                       QT_TRANSLATE_NOOP("meshscope::LevelName", "Frequency"),
                                                       QT_TRANSLATE_NOOP("meshscope::LevelName", "Freshness"),
                                                       QT_TRANSLATE_NOOP("meshscope::LevelName", "Retention"),
                                                       QT_TRANSLATE_NOOP("meshscope::LevelName", "Availability"),
                                                       QT_TRANSLATE_NOOP("meshscope::LevelName", "General availability"),
                                                       QT_TRANSLATE_NOOP("meshscope::LevelName", "End of support"),
                                                       QT_TRANSLATE_NOOP("meshscope::LevelName", "End of life"),
                                                       QT_TRANSLATE_NOOP("meshscope::LevelName", "Time of availability"),
                                                       QT_TRANSLATE_NOOP("meshscope::LevelName", "Error rate"),
                                                       QT_TRANSLATE_NOOP("meshscope::LevelName", "Throughput"),
                                                       QT_TRANSLATE_NOOP("meshscope::LevelName", "Time to detect"),
                                                       QT_TRANSLATE_NOOP("meshscope::LevelName", "Time to notify"),
                                                       QT_TRANSLATE_NOOP("meshscope::LevelName", "Time to repair"),
                                                       QT_TRANSLATE_NOOP("meshscope::LevelName", "Completeness"),
                                                       QT_TRANSLATE_NOOP("meshscope::LevelName", "Accuracy"),
                                                       QT_TRANSLATE_NOOP("meshscope::LevelName", "Uniqueness"),
                                                       QT_TRANSLATE_NOOP("meshscope::LevelName", "Validity"),
                                                       QT_TRANSLATE_NOOP("meshscope::LevelName", "Consistency"),
                                                       QT_TRANSLATE_NOOP("meshscope::LevelName", "Timeliness"),
                                                       QT_TRANSLATE_NOOP("meshscope::LevelName", "Quality"),
                                                       QT_TRANSLATE_NOOP("meshscope::LevelName", "Row count")};

} // namespace

QString levelTitle(const QString &property)
{
    QString words;
    for (qsizetype i = 0; i < property.size(); ++i) {
        const QChar c = property[i];
        if (c == u'_' || c == u'-' || c == u'.') {
            words += u' ';
            continue;
        }
        const bool startsWord = i > 0 && c.isUpper() && property[i - 1].isLower();
        if (startsWord)
            words += u' ';
        words += startsWord ? c.toLower() : c;
    }
    words = words.simplified();
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    for (const char *known : knownProperties) {
        if (words == QLatin1StringView(known))
            return QCoreApplication::translate("meshscope::LevelName", known);
    }
    return words.isEmpty() ? translated(QT_TRANSLATE_NOOP("meshscope::LevelText", "Unnamed")) : words;
}

QString objectiveText(const LevelState &state)
{
    if (!state.objective)
        return state.level ? (state.level->value + u' ' + state.level->unit).trimmed() : QString();
    QString sign = state.comparison;
    if (sign == u"<=")
        sign = QStringLiteral("≤");
    else if (sign == u">=")
        sign = QStringLiteral("≥");
    else if (sign == u"=")
        sign.clear();
    const QString value = formatQuantity(*state.objective);
    return sign.isEmpty() ? value : sign + u'\u00a0' + value;
}

QString observedText(const LevelState &state)
{
    if (state.observed && state.kind == LevelKind::GeneralAvailability && state.observed->quantity.unit == u"1")
        return state.observed->quantity.value > 0 ? translated(QT_TRANSLATE_NOOP("meshscope::LevelText", "available"))
                                                  : translated(QT_TRANSLATE_NOOP("meshscope::LevelText", "not yet"));
    return state.observed ? formatQuantity(state.observed->quantity)
                          : translated(QT_TRANSLATE_NOOP("meshscope::LevelText", "none"));
}

std::optional<double> budgetLeft(const LevelState &state)
{
    return state.budget ? std::optional(1.0 - state.budget->used) : std::nullopt;
}

QString shareText(double share, int decimals)
{
    const double percent = share * 100;
    QString number = QLocale().toString(qAbs(percent), 'f', decimals);
    const bool isZero = number == QLocale().toString(0.0, 'f', decimals);
    if (percent < 0 && !isZero)
        number.prepend(u'−');
    return number + QStringLiteral("\u202f%");
}

QString countsText(const LevelCounts &counts)
{
    QStringList parts;
    const auto add = [&parts](int n, const char *text) {
        if (n > 0)
            parts << translated(text).arg(QLocale().toString(n));
    };
    add(counts.met, QT_TRANSLATE_NOOP("meshscope::LevelText", "%1 met"));
    add(counts.atRisk, QT_TRANSLATE_NOOP("meshscope::LevelText", "%1 at risk"));
    add(counts.breached, QT_TRANSLATE_NOOP("meshscope::LevelText", "%1 breached"));
    add(counts.unknown, QT_TRANSLATE_NOOP("meshscope::LevelText", "%1 unknown"));
    if (parts.isEmpty())
        return translated(QT_TRANSLATE_NOOP("meshscope::LevelText", "no service levels"));
    return translated(QT_TRANSLATE_NOOP("meshscope::LevelText", "%1 of %2"))
        .arg(parts.join(QStringLiteral(", ")), QLocale().toString(counts.total()));
}

const LevelState *worstLevel(const QList<LevelState> &states)
{
    const LevelState *worst = nullptr;
    for (const LevelState &state : states) {
        const int bad = badness(state.status);
        const int before = worst ? badness(worst->status) : -1;
        if (bad > before || (bad == before && budgetLeft(state).value_or(2) < budgetLeft(*worst).value_or(2)))
            worst = &state;
    }
    return worst;
}

QString spanText(qint64 seconds)
{
    const qint64 size = qAbs(seconds);
    const QLocale locale;
    const auto two = [&](qint64 big, const char *bigUnit, qint64 small, const char *smallUnit) {
        const QString first = translated(bigUnit).arg(locale.toString(big));
        return small == 0 ? first : first + u' ' + translated(smallUnit).arg(locale.toString(small));
    };
    if (size < 60)
        return translated(QT_TRANSLATE_NOOP("meshscope::LevelText", "under 1 min"));
    if (size < 3600)
        return translated(QT_TRANSLATE_NOOP("meshscope::LevelText", "%1 min")).arg(locale.toString(size / 60));
    if (size < 86400)
        return two(size / 3600, QT_TRANSLATE_NOOP("meshscope::LevelText", "%1 h"), size % 3600 / 60,
                   QT_TRANSLATE_NOOP("meshscope::LevelText", "%1 min"));
    const qint64 days = size / 86400;
    return two(days, QT_TRANSLATE_NOOP("meshscope::LevelText", "%1 d"), days > 3 ? 0 : size % 86400 / 3600,
               QT_TRANSLATE_NOOP("meshscope::LevelText", "%1 h"));
}

} // namespace meshscope
