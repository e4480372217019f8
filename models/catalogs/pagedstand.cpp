#include "models/catalogs/pagedreading.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

// The third part of PagedReading: a server that says that nothing has changed.
namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Paged)
};

const QString standUnit = u"stand"_s;

QJsonObject countsOf(const QHash<QString, qint64> &counts)
{
    QJsonObject object;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

QJsonArray issuesOf(const Issues &issues)
{
    QJsonArray list;
    for (const Issue &issue : issues)
        list.append(QJsonArray{int(issue.severity), issue.text, issue.where.url});
    return list;
}

} // namespace

std::optional<PagedReading::Stand> PagedReading::knownStand(std::chrono::hours every) const
{
    const QJsonObject stand = QJsonDocument::fromJson(m_sink.note(standUnit)).object();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QDateTime read = QDateTime::fromString(stand.value(u"read"_s).toString(), Qt::ISODateWithMs);
    const bool isRecent = read.isValid() && read <= now && read.addSecs(qint64(every.count()) * 3600) > now;
    if (!isRecent || stand.value(u"reader"_s).toString() != QString::fromLatin1(m_salt.toHex()))
        return {};
    return Stand{QByteArray::fromHex(stand.value(u"mark"_s).toString().toLatin1()), read};
}

Result<void> PagedReading::dropStand()
{
    const Result<void> dropped = m_sink.note(standUnit).isEmpty() ? Result<void>() : m_sink.setNote(standUnit, {});
    return dropped ? dropped : ended(dropped.error());
}

Result<std::optional<PagedReading::Stand>> PagedReading::takeStand(std::chrono::hours every)
{
    std::optional<Stand> stand = knownStand(every);
    const Result<void> dropped = dropStand();
    return dropped ? Result<std::optional<Stand>>(std::move(stand)) : Failure(dropped.error());
}

Result<bool> PagedReading::keepAll(const QByteArray &mark, std::chrono::hours every)
{
    const std::optional<Stand> known = knownStand(every);
    if (mark.isEmpty() || !known || known->mark != mark) { // until this run is complete, there is no stand to rely on
        const Result<void> dropped = dropStand();
        return dropped ? Result<bool>(false) : Failure(dropped.error());
    }
    const QJsonObject stand = QJsonDocument::fromJson(m_sink.note(standUnit)).object();
    for (const QString &unit : m_sink.units()) {
        if (const Result<void> kept = m_sink.unchanged(unit); !kept)
            return ended(kept.error());
    }
    const QJsonObject got = stand.value(u"got"_s).toObject();
    for (auto it = got.begin(); it != got.end(); ++it)
        m_tally.count(it.key(), it->toInteger());
    const QJsonObject expected = stand.value(u"expected"_s).toObject();
    for (auto it = expected.begin(); it != expected.end(); ++it)
        m_tally.expect(it.key(), it->toInteger());
    for (const QJsonValue &issue : stand.value(u"issues"_s).toArray())
        m_tally.say(Issue::Severity(issue[0].toInt()), issue[1].toString(), issue[2].toString());
    return true;
}

Result<void> PagedReading::remember(const QByteArray &mark, const QDateTime &read)
{
    const Outcome &outcome = m_tally.soFar();
    if (!outcome.complete || mark.isEmpty())
        return {};
    const QJsonObject stand{
        {u"reader"_s, QString::fromLatin1(m_salt.toHex())},
        {u"mark"_s, QString::fromLatin1(mark.toHex())},
        {u"read"_s, (read.isValid() ? read : QDateTime::currentDateTimeUtc()).toString(Qt::ISODateWithMs)},
        {u"got"_s, countsOf(outcome.got)},
        {u"expected"_s, countsOf(outcome.expected)},
        {u"issues"_s, issuesOf(outcome.issues)}};
    if (const Result<void> listed = m_sink.records(standUnit, {}); !listed)
        return ended(listed.error());
    const Result<void> noted = m_sink.setNote(standUnit, QJsonDocument(stand).toJson(QJsonDocument::Compact));
    return noted ? noted : ended(noted.error());
}

Property PagedReading::fullEveryOption()
{
    return {u"full"_s, Text::tr("Hours after which everything is read again although the server says that nothing has "
                                "changed: that finds what was deleted. 0: each time. Default: 24.")};
}

Result<std::chrono::hours> PagedReading::fullEvery(const QString &endpoint, const QHash<QString, QString> &options)
{
    const QString text = options.value(u"full"_s, u"24"_s);
    bool isNumber = false;
    const int hours = text.toInt(&isNumber);
    if (isNumber && hours >= 0 && hours <= 24 * 366)
        return std::chrono::hours(hours);
    return fail(Error::Code::Usage, Text::tr("The option full is “%1”: it is a number of hours.").arg(text), endpoint);
}

} // namespace meshscope
