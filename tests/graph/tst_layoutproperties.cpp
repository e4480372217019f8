#include "tests/graph/layoutfaults.h"
#include "tests/graph/randomgraph.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>

#include <cmath>

using namespace meshscope;
using namespace meshscope::graph;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int graphs = 800;
#else
constexpr int graphs = 10000;
#endif

/// Shapes from nothing to some dozens of cards, with every option there is.
LayoutInput anyGraph(quint32 seed)
{
    QRandomGenerator random(seed * 7919 + 17);
    test::GraphShape shape;
    shape.nodes = int(random.bounded(seed % 50 == 0 ? 90 : 14));
    shape.edges = shape.nodes > 0 ? int(random.bounded(2 * shape.nodes + 2)) : 0;
    shape.groups = random.bounded(2) == 0 ? int(random.bounded(7)) : 0;
    shape.cycles = random.bounded(3) != 0;
    shape.ports = random.bounded(2) == 0;
    LayoutInput in = test::randomGraph(seed, shape);
    in.rightToLeft = random.bounded(8) == 0;
    in.quality = random.bounded(4) == 0 ? Quality::Good : Quality::Fast;
    in.widen = random.bounded(2) == 0 ? 1 : 1.75;
    if (random.bounded(6) == 0) {
        for (LayoutNode &n : in.nodes) {
            n.width = random.bounded(5) == 0 ? 0 : n.width;
            n.height = random.bounded(5) == 0 ? 0 : random.bounded(9) == 0 ? 1e6 : n.height;
            for (LayoutEdge &e : in.edges)
                e.fromOffset = e.toOffset = -1;
        }
    }
    return in;
}

LayoutResult mirrored(LayoutResult r)
{
    const auto turn = [](QRectF &b) { b.moveLeft(-b.right()); };
    std::for_each(r.nodes.begin(), r.nodes.end(), turn);
    std::for_each(r.groups.begin(), r.groups.end(), turn);
    turn(r.bounds);
    for (LayoutRoute &route : r.routes) {
        for (QPointF &p : route.points)
            p.setX(-p.x());
    }
    return r;
}

bool same(const LayoutResult &a, const LayoutResult &b)
{
    bool same = a.nodes == b.nodes && a.groups == b.groups && a.routes.size() == b.routes.size();
    for (size_t e = 0; same && e < a.routes.size(); ++e)
        same = a.routes[e].points == b.routes[e].points && a.routes[e].reversed == b.routes[e].reversed;
    return same;
}

} // namespace

/// Ten thousand random graphs keep every promise of the layered layout.
class TestLayoutProperties : public QObject {
    Q_OBJECT
private slots:
    void keepsEveryPromise()
    {
        for (int seed = 1; seed <= graphs; ++seed) {
            const LayoutInput in = anyGraph(quint32(seed));
            const LayoutResult r = layeredLayout(in);
            const QString what = test::fault(in, in.rightToLeft ? mirrored(r) : r);
            QVERIFY2(what.isEmpty(), qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(what)));
            for (const LayoutRoute &route : r.routes) {
                for (const QPointF &p : route.points)
                    QVERIFY(std::isfinite(p.x()) && std::isfinite(p.y()));
            }
            if (seed % 5 == 0)
                QVERIFY2(same(r, layeredLayout(in)), qPrintable(QString::number(seed)));
        }
    }
    void keepsEveryPromiseAgain()
    {
        for (int seed = 1; seed <= graphs / 5; ++seed) {
            LayoutInput in = anyGraph(quint32(seed));
            const LayoutResult before = layeredLayout(in);
            QRandomGenerator random{quint32(seed)};
            for (const QRectF &n : before.nodes)
                in.previous.push_back(random.bounded(6) == 0 ? QPointF(std::nan(""), 4) : n.center());
            if (!in.nodes.empty())
                in.anchor = int(random.bounded(quint32(in.nodes.size())));
            const LayoutResult r = layeredLayout(in);
            const QString what = test::fault(in, in.rightToLeft ? mirrored(r) : r);
            QVERIFY2(what.isEmpty(), qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(what)));
        }
    }
    void twoThreadsGiveTheSame()
    {
        const LayoutInput in = test::randomGraph(5, {2500, 3500, 60, true, false});
        const LayoutResult first = layeredLayout(in);
        for (int i = 0; i < 2; ++i)
            QVERIFY(same(first, layeredLayout(in)));
    }
    void aCancelStopsSoon()
    {
        LayoutInput in = test::randomGraph(1, {3000, 5000, 0, true, false});
        int asked = 0;
        in.cancelled = [&] {
            ++asked;
            return false;
        };
        (void)layeredLayout(in);
        QVERIFY2(asked >= 20, qPrintable(QString::number(asked)));
        const int all = asked;
        for (const int after : {1, all / 4, all / 2, all - 1}) {
            asked = 0;
            in.cancelled = [&] { return ++asked >= after; };
            QVERIFY(layeredLayout(in).cancelled);
            QCOMPARE(asked, after); // once answered, never asked again
        }
    }
    /// A phase that was not done has left what the phases after it must not read.
    void aCancelBetweenPhases()
    {
        for (const bool nested : {false, true}) {
            LayoutInput in = test::randomGraph(3, {40, 60, nested ? 8 : 0, true, false});
            int asked = 0;
            in.cancelled = [&] {
                ++asked;
                return false;
            };
            (void)layeredLayout(in);
            const int all = asked;
            QVERIFY(all >= 5);
            for (int after = 1; after <= all; after += after < 12 ? 1 : 1 + all / 8) {
                asked = 0;
                in.cancelled = [&] { return ++asked >= after; };
                QVERIFY(layeredLayout(in).cancelled);
                QCOMPARE(asked, after);
            }
        }
    }
    /// So many that they are numbered anew, for what is near to lie near in memory.
    void manyThingsKeepTheirEdges()
    {
        constexpr int n = 62000;
        constexpr int layer = 3100;
        const auto numbered = [](int i) { return int(i * 7919LL % n); };
        QRandomGenerator random(8);
        LayoutInput in;
        in.nodes.resize(n, {50, 20});
        for (int i = 0; i < n; ++i) {
            if (i + 2 * layer < n)
                in.edges.push_back({numbered(i), numbered(i + layer + int(random.bounded(9)))});
            if (i + 6 * layer < n)
                in.edges.push_back({numbered(i), numbered(i + 5 * layer + int(random.bounded(layer)))});
        }
        in.quality = Quality::Fast;
        const LayoutResult r = layeredLayout(in);
        int astray = 0;
        for (size_t e = 0; e < in.edges.size(); ++e) {
            const QPointF begin = r.routes[e].points.front();
            const QPointF end = r.routes[e].points.back();
            const QRectF from = r.nodes[size_t(in.edges[e].from)];
            const QRectF to = r.nodes[size_t(in.edges[e].to)];
            const bool back = r.routes[e].reversed;
            const double out = back ? from.left() : from.right();
            const double into = back ? to.right() : to.left();
            astray += std::abs(begin.x() - out) > 1e-6 || std::abs(begin.y() - from.center().y()) > 1e-6 ||
                              std::abs(end.x() - into) > 1e-6 || std::abs(end.y() - to.center().y()) > 1e-6
                          ? 1
                          : 0;
        }
        QCOMPARE(astray, 0);
    }
    void copesWithExtremes_data()
    {
        QTest::addColumn<QString>("shape");
        QTest::addColumn<int>("nodes");
        for (const char *shape : {"empty", "one", "clique", "star", "chain", "cycle", "loops", "doubles", "deep", "long"})
            QTest::newRow(shape) << QString::fromLatin1(shape) << 0;
    }
    void copesWithExtremes()
    {
        QFETCH(QString, shape);
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        const int many = 2000;
#else
        const int many = 50000;
#endif
        LayoutInput in;
        const int n = shape == u"empty"                       ? 0
                      : shape == u"one"                       ? 1
                      : shape == u"clique"                    ? 300
                      : shape == u"deep"                      ? 200
                      : shape == u"star" || shape == u"chain" ? many
                                                              : 4000;
        for (int i = 0; i < n; ++i)
            in.nodes.push_back({50, 20, shape == u"deep" ? i : -1});
        for (int i = 0; i < n; ++i) {
            if (shape == u"deep")
                in.groups.push_back({i - 1});
            if (shape == u"star" && i > 0)
                in.edges.push_back({0, i});
            if (i > 0 && (shape == u"chain" || shape == u"cycle" || shape == u"deep" || shape == u"long"))
                in.edges.push_back({i - 1, i});
            if (shape == u"cycle" || shape == u"long")
                in.edges.push_back({i * 7 % n, i * 13 % n});
            if (shape == u"loops" || shape == u"one")
                in.edges.push_back({i, i});
            for (int k = 0; shape == u"doubles" && k < 3; ++k)
                in.edges.push_back({i, (i + 1 + i % 5) % n});
            for (int k = 0; shape == u"clique" && k < n; ++k)
                in.edges.push_back({i, k});
        }
        in.quality = Quality::Fast;
        const LayoutResult r = layeredLayout(in);
        QCOMPARE(r.nodes.size(), size_t(n));
        QCOMPARE(r.routes.size(), in.edges.size());
        for (const LayoutRoute &route : r.routes)
            QVERIFY(route.points.size() >= 2);
        if (n <= 300)
            QCOMPARE(test::fault(in, r), QString());
    }
};

MESHSCOPE_TEST(TestLayoutProperties)
#include "tst_layoutproperties.moc"
