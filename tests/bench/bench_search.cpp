#include "models/mesh/searchindex.h"

#include "tests/support/samplemesh.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>

using namespace meshscope;

namespace {
const char *const words[] = {"customer", "order",   "amount",  "price",  "country",  "shipment", "invoice",  "payment",
                             "session",  "user",    "article", "stock",  "region",   "store",    "campaign", "channel",
                             "return",   "created", "updated", "status", "address",  "segment",  "margin",   "tax",
                             "carrier",  "parcel",  "basket",  "device", "contract", "score"};

class Random {
public:
    quint32 next(quint32 below)
    {
        m_state = m_state * 6364136223846793005ull + 1442695040888963407ull;
        return quint32((m_state >> 33) % below);
    }
    QString name(int parts)
    {
        QStringList list;
        for (int i = 0; i < parts; ++i)
            list.append(QLatin1StringView(words[next(std::size(words))]));
        // Names of a real company do not repeat for ever: every third has something of its own.
        if (next(3) == 0)
            list.append(QString::number(next(1u << 20), 36));
        return list.join(u'_');
    }

private:
    quint64 m_state = 42;
};

double percentile(std::vector<double> times, double share)
{
    std::sort(times.begin(), times.end());
    return times[std::min(times.size() - 1, size_t(double(times.size()) * share))];
}

/// Builds an index of `count` names, a twentieth of them datasets and products, and types queries letter by letter.
void measure(int count)
{
    Random random;
    Records r;
    const int datasets = count / 20;
    for (int i = 0; i < datasets / 4; ++i) {
        DataProduct p;
        p.id = QStringLiteral("product-%1").arg(i);
        p.name = random.name(2);
        p.description = random.name(6).replace(u'_', u' ');
        p.domain = QStringLiteral("domain-%1").arg(i % 40);
        r.products.append(p);
    }
    for (int i = 0; i < datasets; ++i) {
        Dataset d;
        d.ns = QStringLiteral("postgres://db.example:5432");
        d.name = QStringLiteral("shop.%1_%2").arg(random.name(2)).arg(i);
        d.id = datasetId(d.ns, d.name);
        r.datasets.append(d);
    }
    QList<std::pair<QString, Column>> columns;
    for (int i = 0; i < count - datasets - datasets / 4; ++i) {
        Column c;
        c.dataset = r.datasets[i % datasets].id;
        c.path = random.name(2) + QString::number(i / datasets);
        columns.append({QStringLiteral("shop"), c});
    }
    const MeshPtr mesh = test::meshOf(r);
    QElapsedTimer timer;
    timer.start();
    const SearchIndex index(mesh, columns);
    const double build = double(timer.nsecsElapsed()) / 1e6;

    std::vector<double> times;
    qsizetype found = 0;
    const QStringList queries{
        QStringLiteral("customer amount"),    QStringLiteral("shipment"),      QStringLiteral("custmoer"),
        QStringLiteral("invoice tax region"), QStringLiteral("zzzz"),          QStringLiteral("paymnet stauts"),
        QStringLiteral("product-17"),         QStringLiteral("contract_score")};
    for (const QString &query : queries) {
        for (qsizetype length = 1; length <= query.size(); ++length) {
            for (int again = 0; again < 3; ++again) {
                timer.start();
                found += index.search(query.left(length)).total;
                times.push_back(double(timer.nsecsElapsed()) / 1e6);
            }
        }
    }
    std::printf("search names=%d build_ms=%.0f keystrokes=%zu p50_ms=%.2f p95_ms=%.2f max_ms=%.2f hits=%lld\n", count, build,
                times.size(), percentile(times, 0.5), percentile(times, 0.95), percentile(times, 1),
                static_cast<long long>(found));
}

/// Three endpoints that know the same tables.
void measureStitching(int count)
{
    MeshBuilder builder(nullptr);
    for (int e = 0; e < 3; ++e) {
        Records r;
        for (int i = 0; i < count; ++i) {
            Dataset d;
            d.ns = QStringLiteral("postgres://db.example:5432");
            d.name = QStringLiteral("shop.schema_%1.table_%2").arg(i % 97).arg(i);
            d.id = datasetId(d.ns, d.name);
            r.datasets.append(d);
            if (i > 10)
                r.lineage.append(LineageEdge{r.datasets[i / 2].id, d.id, {}});
        }
        EndpointFacts facts;
        facts.name = QStringLiteral("endpoint-%1").arg(e);
        builder.add(facts, std::move(r));
    }
    QElapsedTimer timer;
    timer.start();
    const MeshPtr mesh = builder.build();
    std::printf("stitch records=%d nodes=%lld edges=%lld ms=%lld\n", 3 * count, static_cast<long long>(mesh->nodeCount()),
                static_cast<long long>(mesh->edgeCount()), static_cast<long long>(timer.elapsed()));
}
} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    measure(200'000);
    measure(1'000'000);
    measureStitching(100'000);
    return 0;
}
