#include "models/graph/acyclic.h"

#include "tests/support/testmain.h"

#include <QRandomGenerator>

using namespace meshscope::graph;

/// Cycles are found, and what is left after turning arcs has none.
class TestAcyclic : public QObject {
    Q_OBJECT
private slots:
    void findsStrongParts()
    {
        const std::vector<int> part = strongParts(5, {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4}});
        QCOMPARE(part[0], part[1]);
        QCOMPARE(part[1], part[2]);
        QVERIFY(part[3] != part[0] && part[4] != part[3]);
    }
    void leavesNoCycle()
    {
        for (quint32 seed = 1; seed <= 200; ++seed) {
            QRandomGenerator random(seed);
            std::vector<Arc> arcs;
            for (int i = 0; i < 40; ++i)
                arcs.push_back({int(random.bounded(15)), int(random.bounded(15)), 1.0 + random.bounded(3)});
            const std::vector<char> back = backArcs(15, arcs);
            std::vector<Arc> turned;
            for (size_t i = 0; i < arcs.size(); ++i) {
                if (arcs[i].from != arcs[i].to)
                    turned.push_back(back[i] ? Arc{arcs[i].to, arcs[i].from, 1} : arcs[i]);
            }
            std::vector<int> part = strongParts(15, turned);
            std::sort(part.begin(), part.end());
            QVERIFY(std::adjacent_find(part.begin(), part.end()) == part.end());
        }
    }
    void turnsTheLightArc()
    {
        const std::vector<char> back = backArcs(2, {{0, 1, 5}, {1, 0, 1}});
        QVERIFY(!back[0] && back[1]);
    }
    void leavesArcsOutsideCyclesAlone()
    {
        const std::vector<char> back = backArcs(4, {{0, 1}, {1, 2}, {2, 1}, {3, 1}});
        QVERIFY(!back[0] && !back[3]);
    }
};

MESHSCOPE_TEST(TestAcyclic)
#include "tst_acyclic.moc"
