#include "tests/http/relayproxy.h"
#include "tests/http/road.h"
#include "tests/http/testca.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;

/// The ways through a company's proxy.
class TestProxies : public QObject {
    Q_OBJECT
private slots:
    void goesThroughATunnel_data()
    {
        QTest::addColumn<ProxySettings::Kind>("kind");
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<bool>("isLetThrough");
        for (const bool isRight : {true, false}) {
            const QByteArray password = isRight ? "pass:wörd" : "another";
            QTest::addRow("HTTP, %s", isRight ? "right" : "wrong") << ProxySettings::Kind::Http << password << isRight;
            QTest::addRow("SOCKS5, %s", isRight ? "right" : "wrong") << ProxySettings::Kind::Socks5 << password << isRight;
        }
    }
    void goesThroughATunnel()
    {
        QFETCH(ProxySettings::Kind, kind);
        QFETCH(QByteArray, password);
        QFETCH(bool, isLetThrough);
        RelayProxy proxy("anna", "pass:w\xf6rd"); // Qt sends it so
        const Identity self({});
        Road road([](const SeenRequest &) { return Script::json("{}"); }, self.server());
        road.profile.tls.pinned = fingerprintOf(QSslCertificate(self.certificate()));
        road.profile.proxy = {kind, u"127.0.0.1"_s, proxy.port(), u"anna"_s, password};
        const auto answer = road.client().get(u"/x"_s);
        QVERIFY2(answer.has_value() == isLetThrough, answer ? "let through" : qPrintable(answer.error().text));
        QCOMPARE(road.server.seen().size(), isLetThrough ? 1 : 0);
        if (isLetThrough) {
            QVERIFY(proxy.relayed().first().endsWith(":" + QByteArray::number(road.server.port())));
            QVERIFY(road.server.seen().first().header("proxy-authorization").isNull());
        } else {
            QVERIFY2(answer.error().text.contains(u"proxy"_s), qPrintable(answer.error().text));
            QVERIFY(!answer.error().text.contains(QString::fromUtf8(password)));
        }
    }
    void asksTheProxyForWhatIsNotEncrypted()
    {
        ScriptedServer proxy([](const SeenRequest &request) {
            if (request.header("proxy-authorization") != "Basic " + QByteArray("anna:secret").toBase64())
                return Script::answer(407, "", {{"Proxy-Authenticate", "Basic realm=\"proxy\""}});
            return Script::json('"' + request.target + '"');
        });
        Road road([](const SeenRequest &) { return Script::json("{}"); });
        road.profile.proxy = {ProxySettings::Kind::Http, u"127.0.0.1"_s, proxy.port(), u"anna"_s, "secret"};
        const auto answer = road.client().get(u"/x"_s);
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text));
        QCOMPARE(answer->body, '"' + road.server.url(u"/api/x"_s).toEncoded() + '"');
        QCOMPARE(road.server.seen().size(), 0);

        Road wrong([](const SeenRequest &) { return Script::json("{}"); });
        wrong.profile.proxy = road.profile.proxy;
        wrong.profile.proxy.password = "another";
        const auto refused = wrong.client().get(u"/x"_s);
        QVERIFY(!refused);
        QVERIFY2(refused.error().text.contains(u"The proxy does not accept"_s), qPrintable(refused.error().text));
    }
    void saysThatTheProxyIsNotThere()
    {
        quint16 port = 0;
        {
            const RelayProxy gone("a", "b");
            port = gone.port();
        }
        for (const auto kind : {ProxySettings::Kind::Http, ProxySettings::Kind::Socks5}) {
            Road road([](const SeenRequest &) { return Script::json("{}"); });
            road.profile.proxy = {kind, u"127.0.0.1"_s, port, {}, {}};
            const auto answer = road.client().get(u"/x"_s);
            QVERIFY(!answer);
            QVERIFY2(answer.error().text.contains(u"proxy"_s), qPrintable(answer.error().text));
        }
    }
    void theSystemsProxyIsNotForThisComputer()
    {
        qputenv("http_proxy", "http://127.0.0.1:1");
        Road road([](const SeenRequest &) { return Script::json("{}"); });
        road.profile.proxy = {};
        const auto answer = road.client().get(u"/x"_s);
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text));
        road.profile.base.setHost(u"catalog.invalid"_s);
        Road far([](const SeenRequest &) { return Script::json("{}"); });
        far.profile = road.profile;
        const auto refused = far.client().get(u"/x"_s);
        qunsetenv("http_proxy");
        QVERIFY(!refused);
        QVERIFY2(refused.error().text.contains(u"proxy"_s), qPrintable(refused.error().text));
    }
};

MESHSCOPE_TEST(TestProxies)
#include "tst_proxies.moc"
