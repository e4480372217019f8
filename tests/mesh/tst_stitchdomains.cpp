#include "tests/mesh/stitchhelp.h"
#include "tests/support/testmain.h"

using namespace meshscope;
using namespace meshscope::test;

/// Which domains are one, and what hangs below which.
class TestStitchDomains : public QObject {
    Q_OBJECT
private slots:
    void domainsMeetByPath()
    {
        Records a = domains({domain("1", "Commerce"), domain("2", "Orders", "1"), domain("3", "Orders")});
        Records b = domains({domain("x", "COMMERCE"), domain("y", "orders", "commerce")}, {product("p", "Orders")});
        const MeshPtr mesh = Builder().add(a).add(b).build();
        QCOMPARE(mesh->nodes(Kind::Domain).size(), size_t(3));
        QCOMPARE(mesh->find("b", Kind::Domain, "y"), mesh->find("a", Kind::Domain, "2"));
        QCOMPARE(mesh->domainPath(mesh->find("b", Kind::Product, "p")), QStringList({"Commerce", "Orders"}));
        QVERIFY(mesh->find("a", Kind::Domain, "3") != mesh->find("a", Kind::Domain, "2"));
    }
    void domainsOfOneEndpointStayApart()
    {
        const MeshPtr mesh = meshOf(domains({domain("1", "Orders"), domain("2", "Orders")}));
        QCOMPARE(mesh->nodes(Kind::Domain).size(), size_t(2));
    }
    void aBareDomainIsNotSplit()
    {
        const MeshPtr mesh = meshOf(domains({}, {product("p", "Sales/EU.North"), product("q", "sales/eu.north")}));
        QCOMPARE(mesh->topDomains().size(), size_t(1));
        QCOMPARE(mesh->name(mesh->topDomains().front()), QString("Sales/EU.North"));
        QCOMPARE(mesh->productsOf(mesh->topDomains().front()).size(), size_t(2));
    }
    void noDomainIsOneAndLast()
    {
        const MeshPtr mesh =
            Builder().add(domains({}, {product("p"), product("q", "Zebra")})).add(domains({}, {product("p")})).build();
        QCOMPARE(mesh->topDomains().size(), size_t(2));
        QCOMPARE(mesh->entity(mesh->topDomains().back()).id, noDomainId);
        QCOMPARE(mesh->productsOf(mesh->topDomains().back()).size(), size_t(2));
        QCOMPARE(mesh->find("b", Kind::Domain, "-"), mesh->find("a", Kind::Domain, "-"));
        // Nobody needs it: it is not there.
        const MeshPtr without = meshOf(domains({domain("d", "D")}, {product("p", "d")}));
        QCOMPARE(without->nodes(Kind::Domain).size(), size_t(1));
    }
    void cyclesOfDomainsAreBroken()
    {
        const MeshPtr mesh = meshOf(domains({domain("a", "A", "c"), domain("b", "B", "a"), domain("c", "C", "b"),
                                             domain("d", "D", "c"), domain("self", "S", "self")},
                                            {product("p", "b")}));
        QCOMPARE(mesh->topDomains().size(), size_t(2));
        QCOMPARE(mesh->domainPath(at(mesh, "shop/product/p")), QStringList({"A", "B"}));
        QCOMPARE(mesh->domainPath(at(mesh, "shop/domain/d")), QStringList({"A", "B", "C", "D"}));
        QCOMPARE(mesh->dangling().size(), 2);
        QCOMPARE(mesh->productsBelow(at(mesh, "shop/domain/a")).size(), 1);
    }
    void aMissingParentIsShownAndSaid()
    {
        const MeshPtr mesh = meshOf(domains({domain("a", "A", "nowhere")}));
        QCOMPARE(mesh->domainPath(at(mesh, "shop/domain/a")), QStringList({"nowhere", "A"}));
        QCOMPARE(roles(*mesh), QStringList({"parent domain=nowhere"}));
    }
    void deepDomainsDoNotOverflow()
    {
        QList<Domain> deep;
        for (int i = 0; i < 20000; ++i)
            deep.append(domain(QString::number(i), QStringLiteral("d"), i ? QString::number(i - 1) : QString()));
        std::reverse(deep.begin(), deep.end());
        const MeshPtr mesh = meshOf(domains(deep));
        QCOMPARE(mesh->topDomains().size(), size_t(1));
    }
};

MESHSCOPE_TEST(TestStitchDomains)
#include "tst_stitchdomains.moc"
