#include "models/store/runs.h"
#include "models/store/sqliteworkspace.h"
#include "models/store/storedetails.h"

#include "models/mesh/meshbuilder.h"

#include <QVariantMap>

// The reading half of SqliteWorkspace: one read transaction each, so that a run published meanwhile is seen whole or not.
namespace meshscope {

namespace {

qint64 moment(const QDateTime &asOf)
{
    return asOf.isValid() ? asOf.toMSecsSinceEpoch() : openEnd;
}

Result<EndpointFacts> facts(Database &db, const StoreDetails::At &at)
{
    EndpointFacts facts;
    facts.name = at.name;
    Statement row = db.statement("SELECT e.kind, e.location, r.ended, r.state, r.missing FROM endpoint e LEFT JOIN run r"
                                 " ON r.id=?2 WHERE e.id=?1");
    row.bind(1, at.id).bind(2, at.run);
    if (row.row()) {
        facts.kind = row.text(0);
        facts.location = row.text(1);
        if (!row.isNull(2)) {
            facts.readAt = QDateTime::fromMSecsSinceEpoch(row.integer(2), Qt::UTC);
            facts.complete = Run::State(row.integer(3)) == Run::State::Complete;
            facts.missing = row.text(4);
        }
    }
    if (const Result<void> done = row.finish(); !done)
        return Failure(done.error());
    return facts;
}

} // namespace

Result<MeshPtr> SqliteWorkspace::load(const QDateTime &asOf) const
{
    const QVariantList matches = setting(QStringLiteral("matches"), {}).toList();
    const Result<Connections::Lease> db = m_pool->take();
    if (!db)
        return Failure(db.error());
    const Result<Transaction> snapshot = Transaction::begin(**db, Transaction::Kind::Read);
    if (!snapshot)
        return Failure(snapshot.error());
    const Result<std::shared_ptr<const StoreDetails>> details = StoreDetails::make(m_pool, **db, moment(asOf));
    if (!details)
        return Failure(details.error());
    MeshBuilder builder(*details);
    TextPool pool;
    for (const StoreDetails::At &at : (*details)->endpoints()) {
        Result<EndpointFacts> known = facts(**db, at);
        if (!known)
            return Failure(known.error());
        Result<Records> records = loadRecords(**db, at.id, at.run, pool);
        if (!records)
            return Failure(records.error());
        builder.add(std::move(*known), std::move(*records));
    }
    for (const QVariant &match : matches) {
        const QVariantMap map = match.toMap();
        const Result<Address> a = Address::parse(map.value(QStringLiteral("a")).toString());
        const Result<Address> b = Address::parse(map.value(QStringLiteral("b")).toString());
        if (a && b)
            builder.confirm(*a, *b, map.value(QStringLiteral("same")).toBool());
    }
    return builder.build();
}

std::shared_ptr<const DetailSource> SqliteWorkspace::details(const QDateTime &asOf) const
{
    const Result<Connections::Lease> db = m_pool->take();
    if (db) {
        const Result<Transaction> snapshot = Transaction::begin(**db, Transaction::Kind::Read);
        if (const auto made = StoreDetails::make(m_pool, **db, moment(asOf)))
            return *made;
    }
    return std::make_shared<const MemoryDetails>();
}

QList<std::pair<QString, Column>> SqliteWorkspace::allColumns() const
{
    const Result<Connections::Lease> db = m_pool->take();
    if (!db)
        return {};
    const Result<std::shared_ptr<const StoreDetails>> details = StoreDetails::make(m_pool, **db, openEnd);
    return details ? (*details)->allColumns() : QList<std::pair<QString, Column>>();
}

} // namespace meshscope
