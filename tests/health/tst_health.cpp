#include "models/health/health.h"

#include "tests/support/samplemesh.h"
#include "tests/support/testmain.h"

using namespace meshscope;
using namespace meshscope::test;

class TestHealth : public QObject {
    Q_OBJECT
private slots:
    void sampleStandsAsItsStorySays()
    {
        const MeshPtr mesh = sampleMesh();
        const HealthPtr report = evaluateHealth(mesh, sampleNow());
        const auto status = [&](const char *id) {
            return report->status(mesh->find("shop", Kind::Product, QString::fromLatin1(id)));
        };
        QCOMPARE(status("orders"), Status::Met);
        QCOMPARE(status("payments"), Status::Breached);
        QCOMPARE(status("customers"), Status::AtRisk);
        QCOMPARE(status("stock"), Status::Unknown);
        QCOMPARE(status("scratch"), Status::NoPromise);
    }
};

MESHSCOPE_TEST(TestHealth)
#include "tst_health.moc"
