#include "tests/support/testmain.h"
#include "tests/ui_graph/maphand.h"
#include "models/graph/openlevels.h"
#include "ui/domains/flowlist.h"

#include <QRandomGenerator>

using namespace meshscope;
using test::commerce;
using test::orders;
using test::ordersDomain;

namespace {

/// Domains with sub-domains whose products read from each other all over the company.
Records wovenCompany(int domains, int productsEach, quint32 seed)
{
    Records r;
    QRandomGenerator random(seed);
    std::vector<std::pair<QString, QString>> made; // product, dataset
    for (int d = 0; d < domains; ++d) {
        Domain domain;
        domain.id = domain.name = QStringLiteral("d%1").arg(d);
        r.domains.append(domain);
        Domain inner;
        inner.id = inner.name = QStringLiteral("d%1-in").arg(d);
        inner.domain = domain.id;
        r.domains.append(inner);
        for (int p = 0; p < productsEach; ++p) {
            DataProduct product;
            product.id = product.name = QStringLiteral("p%1-%2").arg(d).arg(p);
            product.domain = p % 3 == 0 ? inner.id : domain.id;
            r.products.append(product);
            Dataset dataset;
            dataset.id = dataset.name = QStringLiteral("t%1-%2").arg(d).arg(p);
            dataset.product = product.id;
            r.datasets.append(dataset);
            for (int k = 0; k < 2 && !made.empty(); ++k) {
                LineageEdge edge;
                edge.from = made[size_t(random.bounded(int(made.size())))].second;
                edge.to = dataset.id;
                if (random.bounded(5) == 0)
                    std::swap(edge.from, edge.to);
                r.lineage.append(edge);
            }
            made.emplace_back(product.id, dataset.id);
        }
    }
    return r;
}

} // namespace

/// The lines of the domain map with things open in their places.
class TestMapLines : public QObject, test::MapHand {
    Q_OBJECT
private slots:
    void init() { showSample(); }
    void cleanup() { m_page.reset(); }

    void everyLineSaysWhatItHoldsAndListsIt()
    {
        open({commerce, ordersDomain, orders, QStringLiteral("shop/domain/finance")});
        auto *list = m_page->findChild<FlowList *>();
        int asked = 0;
        for (size_t e = 0; e < scene().edges().size(); ++e) {
            const SceneEdge &edge = scene().edges()[e];
            if (!opensList(edge))
                continue;
            QCOMPARE(edge.count, qint64(m_page->shown().flows.at(e).size()));
            QVERIFY(edge.isSoft ? edge.isFlow == (edge.count > 1) : edge.isFlow);
            emit view().edgeActivated(int(e));
            QVERIFY(!list->isHidden());
            QCOMPARE(qint64(list->rowCount()), edge.count);
            ++asked;
        }
        QVERIFY(asked > 3);
        list->hide();
        // By key: from a card along its edges, Enter lists what the edge holds.
        view().setFocus();
        const QString product = QStringLiteral("shop/product/revenue");
        QVERIFY(!scene().edgesAt(scene().cardOf(product)).empty());
        view().select(product);
        QTest::keyClick(&view(), Qt::Key_E);
        QTest::keyClick(&view(), Qt::Key_Return);
        QVERIFY(!list->isHidden());
        QVERIFY(list->rowCount() > 0);
    }
    void linesRunFromThingToThingBetweenOpenDomains()
    {
        open({commerce, ordersDomain, QStringLiteral("shop/domain/finance")});
        int whole = 0, half = 0;
        const auto topOf = [&](int end) {
            int box = end >= 0 ? scene().cards()[size_t(end)].group : ~end;
            while (box >= 0 && scene().groups()[size_t(box)].parent >= 0)
                box = scene().groups()[size_t(box)].parent;
            return box;
        };
        const auto isOpenTop = [&](int box) { return scene().groups()[size_t(box)].fold == SceneFold::Open; };
        const auto isTop = [&](int end) { return end < 0 && scene().groups()[size_t(~end)].parent < 0; };
        const auto touches = [&](int end, QPointF at) {
            const QRectF rect = end >= 0 ? scene().cards()[size_t(end)].rect : scene().groups()[size_t(~end)].rect;
            return rect.adjusted(-1, -1, 1, 1).contains(at) && !rect.adjusted(1, 1, -1, -1).contains(at);
        };
        for (size_t e = 0; e < scene().edges().size(); ++e) {
            const SceneEdge &edge = scene().edges()[e];
            const int from = topOf(edge.from), to = topOf(edge.to);
            if (from == to)
                continue;
            // Nothing ends at the side of what is open.
            QVERIFY2(!isTop(edge.from) || !isOpenTop(from), qPrintable(scene().tipOf(int(e))));
            QVERIFY2(!isTop(edge.to) || !isOpenTop(to), qPrintable(scene().tipOf(int(e))));
            whole += isOpenTop(from) && isOpenTop(to) ? 1 : 0;
            half += isOpenTop(from) != isOpenTop(to) ? 1 : 0;
            if (isOpenTop(from)) {
                QVERIFY(touches(edge.from, scene().points(int(e)).front()));
            }
            if (isOpenTop(to)) {
                QVERIFY(touches(edge.to, scene().points(int(e)).back()));
            }
        }
        QVERIFY(whole > 0);
        QVERIFY(half > 0);
    }
    void columnsAreJoinedAcrossOpenDomains()
    {
        const MeshPtr mesh = test::sampleMesh();
        for (const NodeId to : mesh->nodes(Kind::Dataset)) {
            for (const ColumnEdge &edge : mesh->columnEdges(to)) {
                const NodeId from = test::at(mesh, QStringLiteral("shop/dataset/") + edge.fromDataset);
                const std::vector<NodeId> a = boxesAbove(*mesh, from), b = boxesAbove(*mesh, to);
                if (!from.isValid() || a.empty() || b.empty() || a.front() == b.front())
                    continue;
                QStringList ids;
                for (const std::vector<NodeId> &chain : {a, b}) {
                    for (const NodeId n : chain)
                        ids.append(mesh->address(n).toString());
                }
                open(ids + QStringList{mesh->address(from).toString(), mesh->address(to).toString()});
                const int fromCard = scene().cardOf(mesh->address(from).toString());
                const int toCard = scene().cardOf(mesh->address(to).toString());
                bool found = false;
                for (const int e : scene().edgesAt(fromCard)) {
                    const SceneEdge &line = scene().edges()[size_t(e)];
                    found = found || (line.to == toCard && line.column == edge.fromColumn);
                }
                QVERIFY2(found, qPrintable(ids.join(u' ')));
                return;
            }
        }
        QFAIL("no columns are read across domains in the sample");
    }
    void noLineCrossesACard_data()
    {
        QTest::addColumn<int>("domains");
        QTest::addColumn<int>("products");
        QTest::addColumn<QStringList>("opened");
        const auto d = [](int i) { return QStringLiteral("shop/domain/d%1").arg(i); };
        const auto in = [](int i) { return QStringLiteral("shop/domain/d%1-in").arg(i); };
        QTest::newRow("sample, two open") << 0 << 0 << QStringList{commerce, QStringLiteral("shop/domain/finance")};
        QTest::newRow("sample, deep") << 0 << 0 << QStringList{commerce, ordersDomain, orders};
        QTest::newRow("one open") << 6 << 12 << QStringList{d(2)};
        QTest::newRow("two open") << 6 << 12 << QStringList{d(0), d(5)};
        QTest::newRow("deep") << 5 << 9 << QStringList{d(1), in(1), QStringLiteral("shop/product/p1-0"), d(3), in(3)};
        QTest::newRow("all open") << 7 << 10 << QStringList{d(0), in(0), d(1), d(2), d(3), in(3), d(4), d(5), d(6)};
        QTest::newRow("too many to follow") << 3 << 60 << QStringList{d(0), in(0), d(1), in(1), d(2)};
    }
    void noLineCrossesACard()
    {
        QFETCH(int, domains);
        QFETCH(int, products);
        QFETCH(QStringList, opened);
        if (domains > 0) {
            Snapshot s;
            s.mesh = test::meshOf(wovenCompany(domains, products, 7));
            m_page->setSnapshot(s);
            QTRY_COMPARE(m_page->shown().products, domains * products);
        }
        for (const bool mirrored : {false, true}) {
            m_page->setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
            open({});
            open(opened);
            QTRY_COMPARE(scene().isMirrored(), mirrored);
            const QString fault = lineThroughACard();
            QVERIFY2(fault.isEmpty(), qPrintable(fault));
        }
    }

private:
    /// The first line that runs through a card: not at one of its ends, or further into it than its border.
    [[nodiscard]] QString lineThroughACard() const
    {
        std::vector<QPointF> pieces;
        for (size_t e = 0; e < scene().edges().size(); ++e) {
            scene().flatten(int(e), 1, {}, pieces);
            for (size_t i = 1; i < pieces.size(); ++i) {
                const QRectF piece = QRectF(pieces[i - 1], pieces[i]).normalized().adjusted(-0.01, -0.01, 0.01, 0.01);
                for (const int card : scene().cardsIn(piece)) {
                    if (scene().cards()[size_t(card)].rect.adjusted(1, 1, -1, -1).intersects(piece))
                        return scene().tipOf(int(e)) + QStringLiteral(" through ") + scene().cards()[size_t(card)].name;
                }
            }
        }
        return {};
    }
};

MESHSCOPE_TEST(TestMapLines)
#include "tst_maplines.moc"
