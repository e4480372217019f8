#include "models/graph/slicing.h"
#include "models/graph/treemap.h"

#include "tests/support/testmain.h"

#include <QRandomGenerator>

#include <cmath>
#include <limits>

using namespace meshscope;
using namespace meshscope::graph;

namespace {

struct Company {
    LayoutInput input;
    TreemapOptions options;
};

/// Groups three deep, sizes over several magnitudes, some nothing.
Company company(quint32 seed, int groups, int nodes)
{
    QRandomGenerator random(seed);
    Company c;
    for (int g = 0; g < groups; ++g)
        c.input.groups.push_back({g < 3 ? -1 : random.bounded(g), 22, 4});
    for (int v = 0; v < nodes; ++v) {
        c.input.nodes.push_back({128, 24, random.bounded(groups + 1) - 1});
        c.options.sizes.push_back(random.bounded(8) == 0 ? 0 : std::exp(random.bounded(7.0)));
    }
    return c;
}

double areaOf(const QRectF &r)
{
    return r.width() * r.height();
}

bool overlap(const QRectF &a, const QRectF &b, double slack)
{
    return a.left() < b.right() - slack && b.left() < a.right() - slack && a.top() < b.bottom() - slack &&
           b.top() < a.bottom() - slack;
}

struct Part {
    QRectF rect;
    double size;
};

/// What lies directly in a box.
std::vector<Part> partsOf(const Company &c, const LayoutResult &r, int box)
{
    std::vector<double> sizes(c.input.groups.size(), 0);
    for (size_t v = 0; v < c.input.nodes.size(); ++v) {
        for (int g = c.input.nodes[v].parent; g >= 0; g = c.input.groups[size_t(g)].parent)
            sizes[size_t(g)] += c.options.sizes[v];
    }
    std::vector<Part> parts;
    for (size_t v = 0; v < c.input.nodes.size(); ++v) {
        if (c.input.nodes[v].parent == box && c.options.sizes[v] > 0)
            parts.push_back({r.nodes[v], c.options.sizes[v]});
    }
    for (size_t g = 0; g < c.input.groups.size(); ++g) {
        if (c.input.groups[g].parent == box && sizes[g] > 0)
            parts.push_back({r.groups[g], sizes[g]});
    }
    return parts;
}

TreemapOptions after(const Company &c, const LayoutResult &r)
{
    TreemapOptions next = c.options;
    next.previousNodes = r.nodes;
    next.previousGroups = r.groups;
    for (std::vector<QRectF> *list : {&next.previousNodes, &next.previousGroups}) {
        for (QRectF &rect : *list)
            rect = rect.isEmpty() ? QRectF() : rect;
    }
    return next;
}

/// Pairs of nodes whose order in x or in y has turned round.
double turned(const LayoutResult &a, const LayoutResult &b)
{
    int pairs = 0;
    int changed = 0;
    for (size_t v = 0; v < a.nodes.size(); ++v) {
        for (size_t w = v + 1; w < a.nodes.size(); ++w) {
            if (a.nodes[v].isEmpty() || a.nodes[w].isEmpty() || b.nodes[v].isEmpty() || b.nodes[w].isEmpty())
                continue;
            ++pairs;
            // Left of it before and right of it now, with nothing in common.
            const bool isTurned =
                (a.nodes[v].right() <= a.nodes[w].left() + 1 && b.nodes[v].left() >= b.nodes[w].right() - 1) ||
                (a.nodes[v].bottom() <= a.nodes[w].top() + 1 && b.nodes[v].top() >= b.nodes[w].bottom() - 1);
            changed += isTurned ? 1 : 0;
        }
    }
    return pairs == 0 ? 0 : double(changed) / pairs;
}

} // namespace

/// Areas say sizes, boxes hold their own, and places last.
class TestTreemap : public QObject {
    Q_OBJECT
private slots:
    void partsOfABoxTileItByTheirSizes()
    {
        for (quint32 seed = 1; seed <= 120; ++seed) {
            const Company c = company(seed, 1 + int(seed % 20), int(seed * 3));
            const LayoutResult r = treemapLayout(c.input, c.options);
            for (int box = -1; box < int(c.input.groups.size()); ++box) {
                const std::vector<Part> parts = partsOf(c, r, box);
                double all = 0;
                double filled = 0;
                for (const Part &p : parts) {
                    all += p.size;
                    filled += areaOf(p.rect);
                }
                const QRectF outer = box < 0 ? r.bounds : r.groups[size_t(box)];
                for (size_t i = 0; i < parts.size(); ++i) {
                    QVERIFY(std::abs(areaOf(parts[i].rect) / filled - parts[i].size / all) < 1e-6);
                    QVERIFY(outer.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(parts[i].rect));
                    for (size_t k = i + 1; k < parts.size(); ++k)
                        QVERIFY(!overlap(parts[i].rect, parts[k].rect, 1e-6));
                }
                if (box < 0 && !parts.empty())
                    QVERIFY(std::abs(filled / areaOf(r.bounds) - 1) < 1e-9);
            }
        }
    }
    void partsAreSquare()
    {
        std::vector<double> sizes;
        for (int i = 1; i <= 60; ++i)
            sizes.push_back(i);
        QVERIFY(meanAspect(squarified(QRectF(0, 0, 1600, 900), sizes)) < 1.4);
    }
    void aSmallChangeTurnsHardlyAnythingRound()
    {
        double sum = 0;
        for (quint32 seed = 1; seed <= 60; ++seed) {
            Company c = company(seed, 1 + int(seed % 9), 60);
            const LayoutResult before = treemapLayout(c.input, c.options);
            c.options = after(c, before);
            QRandomGenerator random(seed);
            for (double &s : c.options.sizes)
                s *= 0.8 + random.bounded(0.4);
            c.options.sizes[0] += 3; // new, or larger
            const LayoutResult now = treemapLayout(c.input, c.options);
            // A small box may be divided anew when its own shape has changed.
            QVERIFY2(turned(before, now) < 0.01, qPrintable(QStringLiteral("seed %1").arg(seed)));
            sum += turned(before, now);
        }
        QVERIFY(sum / 60 < 0.001);
    }
    void theSameMeshKeepsItsPlaces()
    {
        Company c = company(7, 8, 90);
        const LayoutResult before = treemapLayout(c.input, c.options);
        c.options = after(c, before);
        const LayoutResult now = treemapLayout(c.input, c.options);
        for (size_t v = 0; v < before.nodes.size(); ++v) {
            QVERIFY(std::abs(before.nodes[v].x() - now.nodes[v].x()) < 1e-6);
            QVERIFY(std::abs(before.nodes[v].bottom() - now.nodes[v].bottom()) < 1e-6);
        }
        // A window of another shape stretches the picture.
        c.options.area = {900, 1400};
        QVERIFY(turned(before, treemapLayout(c.input, c.options)) == 0);
    }
    void longPartsAreDividedAnew()
    {
        LayoutInput in;
        TreemapOptions o;
        for (int i = 0; i < 12; ++i) {
            in.nodes.push_back({});
            o.sizes.push_back(1);
            o.previousNodes.push_back(QRectF(i * 10, 0, 10, 1000)); // strips
        }
        o.area = {1000, 1000};
        QVERIFY(meanAspect(treemapLayout(in, o).nodes) < 3);
    }
    void rightToLeftIsTheMirror()
    {
        Company c = company(11, 5, 40);
        const LayoutResult ltr = treemapLayout(c.input, c.options);
        c.input.rightToLeft = true;
        const LayoutResult rtl = treemapLayout(c.input, c.options);
        for (size_t v = 0; v < ltr.nodes.size(); ++v)
            QVERIFY(std::abs(rtl.nodes[v].right() - (ltr.bounds.width() - ltr.nodes[v].left())) < 1e-6);
        c.options = after(c, rtl);
        QVERIFY(turned(rtl, treemapLayout(c.input, c.options)) == 0);
    }
    void takesBadInput()
    {
        QVERIFY(treemapLayout({}, {}).nodes.empty());
        LayoutInput in;
        in.nodes = {{1, 1, 9}, {1, 1, 0}, {1, 1, 1}, {1, 1, -7}, {1, 1, 1}};
        in.groups = {{5, std::nan(""), -3}, {0, 1e300, 1e300}};
        TreemapOptions o;
        const double infinity = std::numeric_limits<double>::infinity();
        o.sizes = {std::nan(""), 1e300, infinity, -5};
        o.area = QSizeF(std::nan(""), -1);
        o.previousNodes = {QRectF(std::nan(""), 0, 1, 1), QRectF(0, 0, infinity, 1)};
        const LayoutResult r = treemapLayout(in, o);
        QCOMPARE(r.nodes.size(), size_t(5));
        for (const QRectF &rect : r.nodes) {
            QVERIFY(std::isfinite(rect.x()) && std::isfinite(rect.y()));
            QVERIFY(rect.width() >= 0 && rect.height() >= 0);
        }
        QVERIFY(r.nodes[1].width() > 0);
        QVERIFY(r.nodes[0].isEmpty() && r.nodes[3].isEmpty() && r.nodes[4].isEmpty());
    }
    void oneFillsAllAndThousandsFit()
    {
        LayoutInput in;
        in.nodes.push_back({});
        QCOMPARE(treemapLayout(in, {{5}, {300, 200}, {}, {}}).nodes.front(), QRectF(0, 0, 300, 200));
        TreemapOptions o;
        in.nodes.clear();
        for (int i = 0; i < 20000; ++i) {
            in.nodes.push_back({});
            o.sizes.push_back(1e9 / (1 + i));
        }
        LayoutResult r = treemapLayout(in, o);
        o.previousNodes = r.nodes;
        r = treemapLayout(in, o);
        double sum = 0;
        for (const QRectF &rect : r.nodes)
            sum += areaOf(rect);
        QVERIFY(std::abs(sum / areaOf(r.bounds) - 1) < 1e-6);
    }
    void canBeCancelled()
    {
        Company c = company(3, 20, 200);
        for (int after = 1; after <= 4; ++after) {
            int asked = 0;
            c.input.cancelled = [&] { return ++asked >= after; };
            QVERIFY(treemapLayout(c.input, c.options).cancelled);
        }
    }
};

MESHSCOPE_TEST(TestTreemap)
#include "tst_treemap.moc"
