#include "models/graph/openlevels.h"

#include "tests/support/samplemesh.h"
#include "tests/support/testmain.h"

using namespace meshscope;

namespace {

std::set<std::pair<NodeId, NodeId>> flowsOf(const Mesh &mesh)
{
    std::set<std::pair<NodeId, NodeId>> flows;
    for (const Flow &f : mesh.flows())
        flows.insert({f.from, f.to});
    return flows;
}

std::set<NodeId> all(const Mesh &mesh, Kind kind)
{
    const auto nodes = mesh.nodes(kind);
    return {nodes.begin(), nodes.end()};
}

int numberOf(const OpenLevels &levels, NodeId n)
{
    for (size_t i = 0; i < levels.nodes.size(); ++i) {
        if (levels.nodes[i].node == n)
            return int(i);
    }
    return -1;
}

} // namespace

/// From company to dataset: what is open is a box, what is closed holds what runs inside it.
class TestOpenLevels : public QObject {
    Q_OBJECT
private slots:
    void init() { m_mesh = test::sampleMesh(); }

    void closedAreTheTopDomainsAndWhatIsInNone()
    {
        const OpenLevels levels = openLevels(*m_mesh, {});
        size_t domains = 0;
        for (const OpenNode &n : levels.nodes) {
            QCOMPARE(n.parent, -1);
            QVERIFY(!n.isOpen);
            domains += m_mesh->kind(n.node) == Kind::Domain ? 1u : 0u;
        }
        QCOMPARE(domains, m_mesh->topDomains().size());
        // Products only: datasets of no product would add their own lineage.
        QVERIFY(!levels.edges.empty());
    }
    void noFlowIsLostOrCountedTwice()
    {
        const auto flows = flowsOf(*m_mesh);
        const std::set<NodeId> domains = all(*m_mesh, Kind::Domain);
        // Every way to open some of the domains.
        const std::vector<NodeId> list(domains.begin(), domains.end());
        for (unsigned bits = 0; bits < (1u << std::min<size_t>(list.size(), 8)); ++bits) {
            std::set<NodeId> open;
            for (size_t i = 0; i < list.size() && i < 8; ++i) {
                if (bits & (1u << i))
                    open.insert(list[i]);
            }
            const OpenLevels levels = openLevels(*m_mesh, open);
            std::set<std::pair<NodeId, NodeId>> seen;
            qint64 inside = 0;
            for (const OpenEdge &e : levels.edges) {
                for (const auto &member : e.members) {
                    if (m_mesh->kind(member.first) != Kind::Product || m_mesh->kind(member.second) != Kind::Product)
                        continue;
                    QVERIFY(flows.contains(member));
                    QVERIFY(seen.insert(member).second);
                }
            }
            for (const OpenNode &n : levels.nodes)
                inside += n.inside;
            QVERIFY(qint64(seen.size()) <= qint64(flows.size()));
            QVERIFY(qint64(seen.size()) + inside >= qint64(flows.size()));
        }
    }
    void openDomainsShowTheirProductsInTheirBoxes()
    {
        const OpenLevels levels = openLevels(*m_mesh, all(*m_mesh, Kind::Domain));
        for (const NodeId p : m_mesh->nodes(Kind::Product)) {
            const int number = numberOf(levels, p);
            QVERIFY(number >= 0);
            const OpenNode &n = levels.nodes[size_t(number)];
            QCOMPARE(levels.nodes[size_t(n.parent)].node, m_mesh->domainOf(p));
            QVERIFY(n.parent < number);
            QCOMPARE(n.depth, levels.nodes[size_t(n.parent)].depth + 1);
        }
        size_t between = 0;
        for (const OpenEdge &e : levels.edges) {
            const bool isFlow = m_mesh->kind(levels.nodes[size_t(e.from)].node) == Kind::Product &&
                                m_mesh->kind(levels.nodes[size_t(e.to)].node) == Kind::Product;
            if (isFlow)
                QCOMPARE(e.count(), 1);
            between += isFlow ? 1u : 0u;
        }
        QCOMPARE(between, flowsOf(*m_mesh).size());
    }
    void anOpenProductShowsItsPortsAndDatasets()
    {
        const NodeId orders = test::at(m_mesh, QStringLiteral("shop/product/orders"));
        std::set<NodeId> open;
        for (const NodeId box : boxesAbove(*m_mesh, orders))
            open.insert(box);
        QVERIFY(!open.empty());
        const OpenLevels closed = openLevels(*m_mesh, open);
        QVERIFY(numberOf(closed, orders) >= 0);
        QVERIFY(closed.nodes[size_t(numberOf(closed, orders))].canOpen);
        open.insert(orders);
        const OpenLevels levels = openLevels(*m_mesh, open);
        for (const NodeId part : m_mesh->portsOf(orders))
            QVERIFY(numberOf(levels, part) >= 0);
        bool runs = false;
        for (const NodeId part : m_mesh->datasetsOf(orders)) {
            QVERIFY(numberOf(levels, part) >= 0);
            for (const OpenEdge &e : levels.edges)
                runs = runs || e.from == numberOf(levels, part) || e.to == numberOf(levels, part);
        }
        QVERIFY(runs);
        // What was open without its box above is not seen.
        QVERIFY(numberOf(openLevels(*m_mesh, {orders}), orders) < 0);
    }
    void whatDoesNotPassIsNotSeen()
    {
        const NodeId orders = test::at(m_mesh, QStringLiteral("shop/product/orders"));
        const auto passes = [&](NodeId p) { return p != orders; };
        const OpenLevels levels = openLevels(*m_mesh, all(*m_mesh, Kind::Domain), {}, passes);
        QVERIFY(numberOf(levels, orders) < 0);
        for (const OpenEdge &e : levels.edges) {
            for (const auto &[from, to] : e.members)
                QVERIFY(from != orders && to != orders);
        }
        // A domain is there as long as something in it is.
        const NodeId domain = m_mesh->domainOf(orders);
        QVERIFY(numberOf(levels, domain) >= 0);
        const auto none = [&](NodeId p) { return m_mesh->domainOf(p) != domain; };
        bool hasOther = false;
        for (const NodeId p : m_mesh->productsBelow(domain))
            hasOther = hasOther || none(p);
        QCOMPARE(numberOf(openLevels(*m_mesh, all(*m_mesh, Kind::Domain), {}, none), domain) >= 0, hasOther);
        QVERIFY(openLevels(*m_mesh, {}, {}, [](NodeId) { return false; }).nodes.empty());
    }
    void emptyAndCancelled()
    {
        QVERIFY(openLevels(*test::meshOf({}), {}).edges.empty());
        QVERIFY(boxesAbove(*m_mesh, {}).empty());
        QVERIFY(openLevels(*m_mesh, {}, [] { return true; }).cancelled);
    }

private:
    MeshPtr m_mesh;
};

MESHSCOPE_TEST(TestOpenLevels)
#include "tst_openlevels.moc"
