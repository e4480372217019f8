#include "app/services.h"
#include "models/catalogs/sync/sync.h"
#include "models/mesh/meshbuilder.h"
#include "models/security/keystore.h"
#include "models/security/vault.h"

#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QTemporaryDir>

using namespace meshscope;
using namespace meshscope::test;
using namespace Qt::StringLiterals;

/// A vault opened once is open for everything that needs a secret.
class TestVault : public QObject {
    Q_OBJECT
private slots:
    void samplesUseWhatThePersonUnlocked()
    {
        const QTemporaryDir home;
        qputenv("MESHSCOPE_KEYSTORE", "file");
        qputenv("XDG_DATA_HOME", home.path().toUtf8());
        qputenv("HOME", home.path().toUtf8());
        qunsetenv("MESHSCOPE_VAULT_PASSPHRASE");
        QVERIFY(QDir().mkpath(defaultKeyFolder()));
        QVERIFY(Vault::open(defaultKeyFolder() + u"/secrets.vault"_s, "open sesame"));
        ScriptedServer server([](const SeenRequest &) { return Script::answer(404, "nothing here"); });
        Result<Services> services = openServices(home.filePath(u"w.mesh"_s), Workspace::Open::CreateIfMissing);
        QVERIFY(services);
        QVERIFY(services->secrets->isLocked());
        const EndpointConfig lake{u"lake"_s, u"trino"_s, server.url().toString(), {{u"auth"_s, u"bearer"_s}}};
        QVERIFY(!addEndpoint(*services->workspace, lake, "t0ken", {services->secrets, {}, {}}));
        QVERIFY(services->secrets->unlock("open sesame"));
        const Result<EndpointConfig> added = addEndpoint(*services->workspace, lake, "t0ken", {services->secrets, {}, {}});
        QVERIFY2(added, added ? "" : qPrintable(added.error().text));

        Records records;
        Dataset table;
        table.id = u"trino://127.0.0.1:%1/lake.a.b"_s.arg(server.port());
        table.name = u"b"_s;
        records.datasets = {table};
        MeshBuilder builder(std::make_shared<MemoryDetails>());
        EndpointFacts facts;
        facts.name = lake.name;
        builder.add(facts, records);
        const MeshPtr mesh = builder.build();
        const NodeId node = mesh->find(lake.name, Kind::Dataset, table.id);
        QVERIFY(node.isValid());
        QVERIFY(!services->samples->read(*mesh, {node, 10, false}));
        QVERIFY(!server.seen().isEmpty()); // it was asked, and not refused for want of a passphrase
        QCOMPARE(server.seen().first().header("Authorization"), "Bearer t0ken");
    }
};

MESHSCOPE_TEST(TestVault)
#include "tst_vault.moc"
