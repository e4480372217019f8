#include "models/catalogs/httpendpoint.h"

#include "tests/catalogs/fakemarquez.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;

/// The way to a Marquez server: what its probe tells, who signs in, and what no endpoint can be.
class TestMarquezLogin : public QObject {
    Q_OBJECT
private slots:
    void theProbeIsAListOfWhatWorks()
    {
        FakeMarquez f;
        f.fill(3);
        const auto connector = makeConnector(f.config);
        QVERIFY(connector);
        const Connector::Probe probe = (*connector)->probe();
        QCOMPARE(probe.product, u"Marquez"_s);
        QVERIFY(probe.checks.size() >= 9);
        for (const Connector::Check &check : probe.checks)
            QVERIFY2(check.ok, qUtf8Printable(check.what + check.text));
        f.instead = [](const QString &path, int, int) -> std::optional<Script> {
            return path.endsWith(u"/jobs") ? std::optional(Script::answer(403, "{}")) : std::nullopt;
        };
        const Connector::Probe denied = (*connector)->probe();
        const auto failed = std::count_if(denied.checks.begin(), denied.checks.end(), [](const auto &c) { return !c.ok; });
        QCOMPARE(failed, 1);
    }

    void aLoginThatIsRefusedEndsTheProbe()
    {
        FakeMarquez f;
        f.instead = [](const QString &, int, int) { return std::optional(Script::answer(401, "{}")); };
        const Connector::Probe probe = (*makeConnector(f.config))->probe();
        QVERIFY(!probe.checks.last().ok);
        QCOMPARE(probe.checks.size(), 4);
    }

    void signsInWithASecretThatIsNowhereElse()
    {
        FakeMarquez f;
        f.fill(3);
        const QByteArray secret = "s3cr3t-t0k3n-of-nobody";
        const auto added = addEndpoint(
            *f.workspace, {u"signed"_s, u"marquez"_s, f.server.url().toString(), {{u"auth"_s, u"bearer"_s}}}, secret);
        QVERIFY2(added, added ? "" : qUtf8Printable(added.error().text));
        QCOMPARE(syncEndpoint(*f.workspace, *added, {})->state, Run::State::Complete);
        QCOMPARE(f.server.seen().last().header("authorization"), "Bearer " + secret);
        for (const QString &name : QDir(f.dir.path()).entryList(QDir::Files)) {
            QFile file(f.dir.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(secret), qUtf8Printable(name));
        }
        QVERIFY(dropEndpoint(*f.workspace, u"signed"_s, false));
        QVERIFY(!secretsOf(*added, {})->read(u"signed/token"_s));
        const Result<Run> gone = syncEndpoint(*f.workspace, f.config, {});
        QCOMPARE(gone->state, Run::State::Complete);
        QVERIFY(f.server.seen().last().header("authorization").isEmpty());
    }

    void whoSignsInIsSaidInTheWordsOfTheCommandLine()
    {
        const QList<EndpointKind> kinds = endpointKinds();
        const EndpointKind &kind =
            *std::find_if(kinds.begin(), kinds.end(), [](const auto &k) { return k.kind == u"marquez"; });
        EndpointConfig config{u"x"_s, u"marquez"_s, u"http://h"_s, {}};
        QCOMPARE(signIn(config, kind, {u"basic"_s, {}, {}, {}, {}}).error().code, Error::Code::Usage);
        QCOMPARE(signIn(config, kind, {u"mtls"_s, {}, {}, {}, {}}).error().code, Error::Code::Usage);
        QCOMPARE(signIn(config, kind, {u"sigv4"_s, {}, {}, {}, {}}).error().code, Error::Code::Usage);
        QVERIFY(config.options.isEmpty());
        QVERIFY(signIn(config, kind, {u"apikey"_s, {}, {}, {}, u"AB"_s}));
        QCOMPARE(config.options.value(u"auth"_s), u"key"_s);
        QCOMPARE(config.options.value(u"tls.pin"_s), u"AB"_s);
    }

    void refusesWhatCannotBe_data()
    {
        QTest::addColumn<QString>("location");
        QTest::addColumn<QString>("option");
        QTest::addColumn<QByteArray>("secret");
        const QString server = u"http://127.0.0.1:1"_s;
        QTest::newRow("no scheme") << u"marquez:5000"_s << QString() << QByteArray();
        QTest::newRow("file") << u"/tmp"_s << QString() << QByteArray();
        QTest::newRow("password") << u"http://me:pw@h"_s << QString() << QByteArray();
        QTest::newRow("auth") << server << u"auth=sigv4"_s << QByteArray();
        QTest::newRow("no secret") << server << u"auth=bearer"_s << QByteArray();
        QTest::newRow("no certificate") << server << u"auth=mtls"_s << QByteArray();
        QTest::newRow("secret for nothing") << server << QString() << QByteArray("x");
        QTest::newRow("proxy") << server << u"proxy=ftp://x"_s << QByteArray();
        QTest::newRow("pace") << server << u"http.parallel=0"_s << QByteArray();
        QTest::newRow("domain") << server << u"domain=planet"_s << QByteArray();
        QTest::newRow("unknown") << server << u"colour=red"_s << QByteArray();
    }
    void refusesWhatCannotBe()
    {
        QFETCH(QString, location);
        QFETCH(QString, option);
        QFETCH(QByteArray, secret);
        FakeMarquez f;
        EndpointConfig config{u"x"_s, u"marquez"_s, location, {}};
        if (!option.isEmpty())
            config.options.insert(option.section(u'=', 0, 0), option.section(u'=', 1));
        const auto added = addEndpoint(*f.workspace, config, secret);
        QVERIFY(!added);
        QCOMPARE(added.error().code, Error::Code::Usage);
        QVERIFY(!added.error().text.contains(u"pw"));
        QCOMPARE(f.workspace->endpoints().size(), 1);
    }
};

MESHSCOPE_TEST(TestMarquezLogin)
#include "tst_marquezlogin.moc"
