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

} // namespace

PagedReading::Damage PagedReading::damageOf(const JsonPage &page, const Listing *listing)
{
    Damage damage;
    if (!listing) {
        if (const std::optional<QString> where = page.root().misread()) {
            damage.items.push_back(&page.root());
            damage.where = where->isEmpty() ? Text::tr("all of it") : u'“' + *where + u'”';
        }
        return damage;
    }
    for (const Node &item : listing->items(page.root()).items()) {
        const std::optional<QString> where = item.isNull() ? std::nullopt : item.misread();
        if (!where) {
            ++damage.sound;
            continue;
        }
        if (damage.items.empty())
            damage.where = Text::tr("“%1” of “%2”").arg(*where, listing->id(item).replace(u'\n', u'.'));
        damage.items.push_back(&item);
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

Result<bool> PagedReading::hand(const Handed &handed, const JsonPage &page)
{
    const auto done = [this](const Result<void> &step, bool isWhole) {
        return step ? Result<bool>(isWhole) : Result<bool>(ended(step.error()));
    };
    const QString &unit = handed.unit;
    const QByteArray known = m_sink.knownHash(unit);
    const bool isAgain = handed.listing && m_sink.note(unit) == lackingNote;
    if (known == handed.hash && !isAgain)
        return done(m_sink.unchanged(unit), true);
    if (isAgain) {
        if (const Result<void> cleared = m_sink.setNote(unit, {}); !cleared)
            return done(cleared, true);
    }
    Records records = handed.records(page.root());
    const Damage damage = damageOf(page, handed.listing);
    if (damage.items.empty()) {
        if (const Result<void> kept = m_sink.original({unit, page.bytes, handed.hash}); !kept)
            return done(kept, true);
        return done(m_sink.records(unit, std::move(records)), true);
    }
    tellDamage(handed, damage);
    if (!known.isEmpty() && damage.sound == 0)
        return done(m_sink.stale(unit, {}), false);
    // Of what was not known before, what can be read is better than nothing.
    if (!known.isEmpty())
        records = handed.records(without(page, damage.items).root());
    if (const Result<void> kept = m_sink.original({unit, page.bytes, hashOfDamaged(handed.hash)}); !kept)
        return done(kept, false);
    const Result<void> taken = m_sink.records(unit, std::move(records));
    return done(taken && !known.isEmpty() ? m_sink.stale(unit, {}) : taken, false);
}

} // namespace meshscope
