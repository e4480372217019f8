#include "models/mesh/meshbuilder.h"
#include "models/mesh/proposals.h"
#include "tests/bench/benchmesh.h"

#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>

// Datasets of three endpoints stitched into one mesh, and what is nearly alike proposed. A third of them is written alike by
// two endpoints or all three, a third differs in capitals, quotes, ports, usual schemas, hosts; a third stands alone.
//   meshscope-bench-stitch [DATASETS=100000] [RUNS=5]: of all endpoints together; then as many of each

using namespace meshscope;

namespace {

/// What endpoint `e` calls table `i`.
Dataset datasetOf(int e, int i)
{
    Dataset d;
    d.ns = QStringLiteral("postgres://db%1.shop.example:5432").arg(i % 20);
    QString name = QStringLiteral("shop.area_%1.table_%2").arg(i % 97).arg(i);
    if (i % 3 == 1) {
        switch ((i / 3 + e) % 6) {
        case 0: name = name.toUpper(); break;
        case 1: name = QStringLiteral("\"shop\".\"area_%1\".\"table_%2\"").arg(i % 97).arg(i); break;
        case 2: d.ns = QStringLiteral("postgresql://db%1.shop.example").arg(i % 20); break;
        case 3: d.ns = QStringLiteral("postgres://db%1:5432").arg(i % 20); break;
        case 4: d.ns = QStringLiteral("postgres://replica%1.shop.example:5432").arg(i % 20); break;
        default: break;
        }
    } else if (i % 3 == 2) {
        name += QStringLiteral("_of_%1").arg(e);
    }
    d.id = datasetId(d.ns, name);
    d.name = name.section(u'.', -1);
    d.domain = QStringLiteral("area_%1").arg(i % 97);
    return d;
}

struct Figures {
    Spent stitch, propose;
    qsizetype nodes = 0, proposals = 0;
};

Figures measure(int each, int runs)
{
    QList<Spent> stitch, propose;
    Figures f;
    for (int run = 0; run < runs; ++run) {
        MeshBuilder builder(std::make_shared<MemoryDetails>());
        for (int e = 0; e < 3; ++e) {
            Records records;
            records.datasets.reserve(each);
            for (int i = 0; i < each; ++i)
                records.datasets.append(datasetOf(e, i));
            EndpointFacts facts;
            facts.name = QStringLiteral("endpoint %1").arg(e);
            builder.add(facts, std::move(records));
        }
        const Clock stitching;
        const MeshPtr mesh = builder.build();
        stitch.append(stitching.spent());
        const Clock proposing;
        f.proposals = proposeMatches(*mesh, {}).size();
        propose.append(proposing.spent());
        f.nodes = qsizetype(mesh->nodes(Kind::Dataset).size());
    }
    f.stitch = median(stitch);
    f.propose = median(propose);
    return f;
}

void print(const Figures &f, int each, double target)
{
    const Spent both{f.stitch.wall + f.propose.wall, f.stitch.cpu + f.propose.cpu};
    printf("%d datasets of three endpoints: %lld nodes, %lld proposals\n", 3 * each, static_cast<long long>(f.nodes),
           static_cast<long long>(f.proposals));
    const auto row = [](const char *what, const Spent &spent) {
        printf("  %-10s %7.3f s  cpu %7.3f s", what, spent.wall, spent.cpu);
    };
    row("stitched", f.stitch);
    printf("\n");
    row("proposed", f.propose);
    printf("\n");
    row("both", both);
    if (target > 0)
        printf("  target <= %.1f s  %s", target, both.cpu <= target ? "ok" : "MISSED");
    printf("\n");
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const int datasets = argc > 1 ? atoi(argv[1]) : 100'000;
    const int runs = argc > 2 ? atoi(argv[2]) : 5;
    print(measure((datasets + 2) / 3, runs), (datasets + 2) / 3, 1);
    print(measure(datasets, runs), datasets, 0);
    return 0;
}
