#include "tests/store/storefixture.h"

#include <QCryptographicHash>

namespace meshscope::test {

StoreFixture::StoreFixture()
{
    workspace = std::move(*Workspace::open(file(), Workspace::Open::CreateIfMissing));
    StoredEndpoint shop;
    shop.name = QStringLiteral("shop");
    shop.kind = QStringLiteral("folder");
    shop.location = dir.path();
    [[maybe_unused]] const Result<void> added = workspace->addEndpoint(shop);
    Q_ASSERT(added);
}

void StoreFixture::reopen()
{
    workspace.reset();
    workspace = std::move(*Workspace::open(file(), Workspace::Open::MustExist));
}

Result<Run> publish(Workspace &workspace, const Units &units, const QString &endpoint, Run::State state)
{
    Result<std::unique_ptr<RunWriter>> writer = workspace.beginRun(endpoint);
    if (!writer)
        return Failure(writer.error());
    for (const auto &[unit, records] : units) {
        const QByteArray bytes = unit.toUtf8();
        if (const auto done = (*writer)->original(unit, bytes, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
            !done)
            return Failure(done.error());
        if (const auto done = (*writer)->records(unit, records); !done)
            return Failure(done.error());
    }
    Run run;
    run.state = state;
    return (*writer)->publish(run);
}

DataProduct product(const QString &id, const QString &domain)
{
    DataProduct p;
    p.id = id;
    p.name = id;
    p.domain = domain;
    return p;
}

Port port(const QString &product, const QString &name, bool output)
{
    Port p;
    p.id = portId(product, output, name, {});
    p.name = name;
    p.product = product;
    p.output = output;
    return p;
}

Dataset dataset(const QString &id)
{
    Dataset d;
    d.id = id;
    d.name = id.section(u'/', -1);
    if (id.contains(QLatin1String("://")))
        d.ns = id.section(u'/', 0, -2);
    return d;
}

Column column(const QString &dataset, const QString &path, const QString &type, int ordinal)
{
    Column c;
    c.dataset = dataset;
    c.path = path;
    c.logicalType = type;
    c.ordinal = ordinal;
    return c;
}

QDateTime nextMoment()
{
    const qint64 start = QDateTime::currentMSecsSinceEpoch();
    while (QDateTime::currentMSecsSinceEpoch() <= start + 1) {}
    const QDateTime moment = QDateTime::currentDateTimeUtc();
    while (QDateTime::currentMSecsSinceEpoch() <= moment.toMSecsSinceEpoch()) {}
    return moment;
}

} // namespace meshscope::test
