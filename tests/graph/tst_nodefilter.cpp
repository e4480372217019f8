#include "models/graph/nodefilter.h"

#include "tests/support/samplemesh.h"
#include "tests/support/testmain.h"

using namespace meshscope;
using Field = NodeFilter::Field;

namespace {

std::vector<NodeId> all(const Mesh &mesh, Kind kind)
{
    const auto nodes = mesh.nodes(kind);
    return {nodes.begin(), nodes.end()};
}

} // namespace

/// What a filter lets through, and how much each of its fields hides.
class TestNodeFilter : public QObject {
    Q_OBJECT
private slots:
    void init() { m_mesh = test::sampleMesh(); }

    void anEmptyFilterHidesNothing()
    {
        NodeMatcher matcher(*m_mesh, {}, {});
        QCOMPARE(matcher.hidden(all(*m_mesh, Kind::Dataset)), NodeMatcher::Hidden());
        QVERIFY(!NodeFilter().isActive());
    }
    void everyFieldHasItsValueAndWord()
    {
        QSet<QString> words;
        for (const Field f : NodeFilter::fields) {
            NodeFilter filter;
            filter.value(f) = QStringLiteral("x");
            QVERIFY(filter.isActive());
            for (const Field other : NodeFilter::fields)
                QCOMPARE(filter.value(other).isEmpty(), other != f);
            words.insert(NodeFilter::word(f));
        }
        QCOMPARE(words.size(), qsizetype(NodeFilter::fields.size()));
    }
    void aDomainIsItAndWhatIsBelow()
    {
        NodeFilter filter;
        filter.domain = QStringLiteral("shop/domain/commerce");
        NodeMatcher matcher(*m_mesh, filter, {});
        const NodeId commerce = node("shop/domain/commerce");
        qsizetype inside = 0;
        for (const NodeId p : all(*m_mesh, Kind::Product)) {
            QCOMPARE(matcher.passes(p), m_mesh->productsBelow(commerce).contains(p));
            inside += matcher.passes(p) ? 1 : 0;
        }
        QVERIFY(inside > 1);
        QVERIFY(matcher.passes(commerce));
        filter.domain = QStringLiteral("shop/domain/no-such");
        NodeMatcher none(*m_mesh, filter, {});
        QVERIFY(!none.passes(commerce));
    }
    void productsAndDomainsAreJudgedByWhatTheyHold()
    {
        for (const Field field : {Field::Platform, Field::Kind}) {
            for (const NodeId d : all(*m_mesh, Kind::Dataset)) {
                NodeFilter filter;
                filter.value(field) = field == Field::Platform ? m_mesh->dataset(d).platform : m_mesh->dataset(d).type;
                NodeMatcher matcher(*m_mesh, filter, {});
                QVERIFY(matcher.passes(d));
                const NodeId product = m_mesh->productOf(d);
                if (!product.isValid())
                    continue;
                QVERIFY(matcher.passes(product));
                QVERIFY(matcher.passes(m_mesh->domainOf(product)));
            }
        }
        NodeFilter filter;
        filter.platform = QStringLiteral("abacus");
        NodeMatcher matcher(*m_mesh, filter, {});
        for (const Kind kind : {Kind::Dataset, Kind::Product, Kind::Domain}) {
            for (const NodeId n : all(*m_mesh, kind))
                QVERIFY(!matcher.passes(n));
        }
    }
    void aDatasetHasItsProductsOwner()
    {
        const NodeId orders = node("shop/product/orders");
        QVERIFY(!m_mesh->product(orders).owners.isEmpty());
        NodeFilter filter;
        const PartyRole &owner = m_mesh->product(orders).owners.first();
        filter.owner = owner.name.isEmpty() ? owner.party : owner.name;
        NodeMatcher matcher(*m_mesh, filter, {});
        QVERIFY(matcher.passes(orders));
        QVERIFY(!m_mesh->datasetsOf(orders).empty());
        for (const NodeId d : m_mesh->datasetsOf(orders)) {
            if (m_mesh->dataset(d).owners.isEmpty())
                QVERIFY(matcher.passes(d));
        }
    }
    void statusAndAgeAreAskedFor()
    {
        const NodeId orders = node("shop/product/orders");
        const NodeId stock = node("shop/product/stock");
        NodeEvidence evidence;
        evidence.now = test::sampleNow();
        evidence.status = [&](NodeId n) { return n == orders ? Status::Breached : Status::Met; };
        evidence.freshAt = [&](NodeId n) {
            return n == orders ? evidence.now.addDays(-3) : n == stock ? evidence.now.addDays(-90) : QDateTime();
        };
        const auto passes = [&](Field field, const char *value, NodeId n) {
            NodeFilter filter;
            filter.value(field) = QString::fromLatin1(value);
            return NodeMatcher(*m_mesh, filter, evidence).passes(n);
        };
        QVERIFY(passes(Field::Status, "breached", orders));
        QVERIFY(!passes(Field::Status, "breached", stock));
        evidence.status = [&](NodeId n) {
            return n == orders ? Status::Breached : m_mesh->kind(n) == Kind::Dataset ? Status::NoPromise : Status::Met;
        };
        for (const NodeId d : m_mesh->datasetsOf(orders))
            QVERIFY(passes(Field::Status, "breached", d)); // as its product
        QVERIFY(!passes(Field::Age, "day", orders));
        QVERIFY(passes(Field::Age, "week", orders));
        QVERIFY(passes(Field::Age, "month", orders));
        QVERIFY(passes(Field::Age, "older", stock));
        QVERIFY(!passes(Field::Age, "unknown", stock));
        QVERIFY(passes(Field::Age, "unknown", node("shop/product/revenue")));
        QVERIFY(!passes(Field::Age, "no such word", orders));
        for (const NodeId d : m_mesh->datasetsOf(orders))
            QVERIFY(passes(Field::Age, "week", d));
        QVERIFY(passes(Field::Age, "week", m_mesh->domainOf(orders)));
    }
    void countsWhatEachFieldHides()
    {
        NodeFilter filter;
        filter.domain = QStringLiteral("shop/domain/finance");
        filter.tag = QStringLiteral("no such tag");
        NodeMatcher matcher(*m_mesh, filter, {});
        const std::vector<NodeId> products = all(*m_mesh, Kind::Product);
        const NodeMatcher::Hidden hidden = matcher.hidden(products);
        const qsizetype inFinance = m_mesh->productsBelow(node("shop/domain/finance")).size();
        QCOMPARE(hidden.by.at(Field::Domain), qsizetype(products.size()) - inFinance);
        QCOMPARE(hidden.by.at(Field::Tag), qsizetype(products.size()));
        QCOMPARE(hidden.all, qsizetype(products.size()));
        QCOMPARE(hidden.by.size(), size_t(2));
    }

private:
    NodeId node(const char *address) const { return test::at(m_mesh, QString::fromLatin1(address)); }
    MeshPtr m_mesh;
};

MESHSCOPE_TEST(TestNodeFilter)
#include "tst_nodefilter.moc"
