#include "models/catalogs/pagedreading.h"

#include <QCoreApplication>
#include <QCryptographicHash>

using namespace Qt::StringLiterals;

// The fourth part of PagedReading: answers in which something is not what it should be.
namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Paged)
};

/// The page with null in the place of some values; everything else stands where it stood.
JsonPage without(const JsonPage &page, const std::vector<const Node *> &values)
{
    JsonPage rest;
    rest.bytes = page.bytes;
    for (const Node *value : values) {
        const QByteArray null = "null";
        for (qint64 i = value->begin(); i < value->end(); ++i) {
            const qint64 at = i - value->begin();
            if (rest.bytes[i] != '\n' || at < null.size())
                rest.bytes[i] = at < null.size() ? null[at] : ' ';
        }
    }
    rest.parsed = parseDocuments(rest.bytes, Syntax::Json);
    rest.status = page.status;
    rest.next = page.next;
    return rest;
}

/// No answer has it: an answer that was damaged is read again, though it comes again as it was.
QByteArray hashOfDamaged(const QByteArray &hash)
{
    return QCryptographicHash::hash("damaged" + hash, QCryptographicHash::Sha256);
}

constexpr qsizetype keyBytes = 8;

/// What a reader took for what it is not, and where in the value.
void addDamage(const Node &value, const QByteArray &path, QByteArray &all)
{
    const std::optional<QString> first = value.misread();
    if (!first)
        return;
    if (first->isEmpty()) {
        all += path + '=' + fingerprint(value, {});
        return;
    }
    for (size_t i = 0; i < value.items().size(); ++i) {
        const Node &below = value.items()[i];
        const QByteArray at = path + '/' + (value.isMap() ? value.keys()[i].toUtf8() : QByteArray::number(qlonglong(i)));
        if (value.isSequence() && below.isNull())
            all += at + "=null";
        addDamage(below, at, all);
    }
}

/// Of what is damaged about an item, whatever else it says: another fault has another key.
QByteArray keyOf(const QString &id, const Node &item)
{
    QByteArray all = id.toUtf8();
    addDamage(item, {}, all);
    return QCryptographicHash::hash(all, QCryptographicHash::Sha256).first(keyBytes);
}

QSet<QByteArray> keysOf(const QByteArray &all)
{
    QSet<QByteArray> keys;
    for (qsizetype at = 0; at + keyBytes <= all.size(); at += keyBytes)
        keys.insert(all.sliced(at, keyBytes));
    return keys;
}

/// The unit that what was damaged of another is noted with: that one's own note is its reader's.
QString damageUnit(const QString &unit)
{
    return u"damaged/"_s + unit;
}

} // namespace

PagedReading::Damage PagedReading::damageOf(const JsonPage &page, const Listing *listing, const QByteArray &known)
{
    Damage damage;
    const QSet<QByteArray> before = keysOf(known);
    const auto add = [&](const Node &item, const QString &id, const QString &where) {
        const QByteArray key = keyOf(id, item);
        const bool isKnown = before.contains(key);
        damage.keys += key;
        QString &first = isKnown ? damage.whereKnown : damage.where;
        if (first.isEmpty())
            first = where;
        if (isKnown)
            ++damage.known;
        else
            damage.items.push_back(&item);
    };
    if (!listing) {
        if (const std::optional<QString> where = page.root().misread())
            add(page.root(), {}, where->isEmpty() ? Text::tr("all of it") : u'“' + *where + u'”');
        return damage;
    }
    for (const Node &item : listing->items(page.root()).items()) {
        const std::optional<QString> where = item.isNull() ? std::nullopt : item.misread();
        if (!where) {
            ++damage.sound;
            continue;
        }
        const QString id = listing->id(item);
        add(item, id, Text::tr("“%1” of “%2”").arg(*where, QString(id).replace(u'\n', u'.')));
    }
    return damage;
}

void PagedReading::tellDamage(const Handed &handed, const Damage &damage)
{
    const QString host = client().profile().base.host();
    const QString text =
        handed.listing
            ? Text::tr("%1 sent %Ln of the %2 damaged: what was known of them stays. The first is %3.", nullptr,
                       int(damage.items.size()))
                  .arg(host, handed.title, damage.where)
            : Text::tr("%1 sent %2 damaged (%3): what was known of it stays.").arg(host, handed.title, damage.where);
    m_tally.lack(text, handed.unit);
}

/// Of what came damaged the same twice. It is kept with the unit, for as long as that stays as it is.
Issue PagedReading::otherForm(const Handed &handed, const Damage &damage) const
{
    const QString host = m_client.profile().base.host();
    const QString text =
        handed.listing
            ? Text::tr("%1 sends %Ln of the %2 in another form than this program knows, the same twice now: they are read "
                       "without it. The first is %3.",
                       nullptr, int(damage.known))
                  .arg(host, handed.title, damage.whereKnown)
            : Text::tr("%1 sends %2 in another form than this program knows, the same twice now: it is read without %3.")
                  .arg(host, handed.title, damage.whereKnown);
    return {Issue::Severity::Warning, {{}, 0, 0, handed.unit}, text};
}

/// What was damaged of a unit in the run before, whatever is noted of it in this one.
QByteArray PagedReading::damageBefore(const QString &unit)
{
    const QByteArray noted = m_sink.note(damageUnit(unit));
    const auto found = m_damageBefore.constFind(unit);
    return found == m_damageBefore.cend() ? noted : *found;
}

Result<void> PagedReading::noteDamage(const QString &unit, const QByteArray &before, const QByteArray &keys)
{
    if (before.isEmpty() && keys.isEmpty() && !m_damageBefore.contains(unit))
        return {};
    m_damageBefore.insert(unit, before);
    Result<void> noted = keys.isEmpty() ? Result<void>() : m_sink.records(damageUnit(unit), {});
    if (noted)
        noted = m_sink.setNote(damageUnit(unit), keys);
    return noted;
}

Result<void> PagedReading::keepSame(const QString &unit)
{
    const QByteArray hash = m_sink.knownHash(unit);
    Result<void> kept = hash.isEmpty() ? Result<void>() : m_sink.original({unit, {}, hash}); // it came, or is known to stand
    if (kept)
        kept = m_sink.unchanged(unit);
    if (kept && !m_sink.note(damageUnit(unit)).isEmpty())
        kept = m_sink.unchanged(damageUnit(unit));
    return kept;
}

Result<bool> PagedReading::hand(const Handed &handed, const JsonPage &page)
{
    const auto done = [this](const Result<void> &step, bool isWhole) {
        return step ? Result<bool>(isWhole) : Result<bool>(ended(step.error()));
    };
    const QString &unit = handed.unit;
    const QByteArray known = m_sink.knownHash(unit);
    const bool isAgain = handed.listing && m_sink.note(unit) == lackingNote;
    const QByteArray before = damageBefore(unit);
    if (known == handed.hash && !isAgain && before.isEmpty())
        return done(keepSame(unit), true);
    if (isAgain) {
        if (const Result<void> cleared = m_sink.setNote(unit, {}); !cleared)
            return done(cleared, true);
    }
    Records records = handed.records(page.root());
    const Damage damage = damageOf(page, handed.listing, before);
    if (const Result<void> noted = noteDamage(unit, before, damage.keys); !noted)
        return done(noted, false);
    const bool isWhole = damage.items.empty();
    if (!isWhole)
        tellDamage(handed, damage);
    if (!isWhole && !known.isEmpty()) {
        if (damage.sound + damage.known == 0)
            return done(m_sink.stale(unit, {}), false);
        // Of what was not known before, what can be read is better than nothing.
        records = handed.records(without(page, damage.items).root());
    }
    if (damage.known > 0)
        records.issues.append(otherForm(handed, damage));
    const QByteArray hash = isWhole ? handed.hash : hashOfDamaged(handed.hash);
    if (const Result<void> kept = m_sink.original({unit, page.bytes, hash}); !kept)
        return done(kept, isWhole);
    const Result<void> taken = m_sink.records(unit, std::move(records));
    return done(taken && !isWhole && !known.isEmpty() ? m_sink.stale(unit, {}) : taken, isWhole);
}

} // namespace meshscope
