#include "models/catalogs/datazone/requestreason.h"

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

const QString opening = u"[Meshscope "_s;
const QString comma = u", "_s;

/// What would end the mark or one of its parts is left out.
QString plain(QString text)
{
    for (const QChar c : {u'[', u']', u';'})
        text.replace(c, u' ');
    return text.simplified();
}

} // namespace

QString dataZoneReason(const Agreement &wanted)
{
    QStringList parts{opening + plain(wanted.id)};
    const auto add = [&parts](const QString &word, const QString &value) {
        if (!value.isEmpty())
            parts.append(word + u' ' + plain(value));
    };
    add(u"by"_s, wanted.requestedBy);
    if (wanted.port != u"*") // an asset may be part of several products
        add(u"through"_s, wanted.product);
    if (wanted.from > QDate::currentDate())
        add(u"from"_s, wanted.from.toString(Qt::ISODate));
    if (wanted.until.isValid())
        add(u"until"_s, wanted.until.toString(Qt::ISODate));
    add(u"replaces"_s, wanted.replaces);
    add(u"columns"_s, wanted.columns.join(comma));
    return wanted.purpose + u' ' + parts.join(u"; "_s) + u']';
}

void readDataZoneReason(const QString &reason, Agreement &agreement)
{
    agreement.purpose = reason;
    const qsizetype at = reason.lastIndexOf(opening);
    const qsizetype end = at < 0 ? -1 : reason.indexOf(u']', at);
    if (end < 0)
        return;
    const qsizetype begin = at + opening.size();
    const QStringList parts = reason.mid(begin, end - begin).split(u"; "_s);
    if (parts.first().trimmed().isEmpty())
        return;
    agreement.purpose = (reason.left(at) + reason.mid(end + 1)).trimmed();
    agreement.id = parts.first().trimmed();
    for (const QString &part : parts.mid(1)) {
        const QString word = part.section(u' ', 0, 0);
        const QString value = part.section(u' ', 1).trimmed();
        if (word == u"by")
            agreement.requestedBy = value;
        else if (word == u"through")
            agreement.product = value;
        else if (word == u"from")
            agreement.from = QDate::fromString(value, Qt::ISODate);
        else if (word == u"until")
            agreement.until = QDate::fromString(value, Qt::ISODate);
        else if (word == u"replaces")
            agreement.replaces = value;
        else if (word == u"columns")
            agreement.columns = value.split(comma, Qt::SkipEmptyParts);
    }
}

} // namespace meshscope
