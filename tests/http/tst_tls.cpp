#include "tests/http/road.h"
#include "tests/http/testca.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QSslSocket>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;
using namespace std::chrono_literals;

/// A server proves who it is, or a person decides; and this computer proves who it is where it is asked to.
class TestTls : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    const Identity m_authority{{u"Test Authority"_s, {}, -1, 30, true}};
    const Identity m_good{{}, &m_authority};

    QString file(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no file");
        return file.fileName();
    }
    QString authorities() { return file(u"ca.pem"_s, m_authority.certificate()); }
    static Script fine(const SeenRequest &) { return Script::json("{}"); }

private slots:
    void trustsAnAuthorityOfTheCompany()
    {
        Road road(fine, m_good.server());
        road.profile.tls.authorities = authorities();
        const auto answer = road.client().get(u"/x"_s);
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text));
        QVERIFY(!road.client().rejectedCertificate());
    }
    void escapedDotsAreNoWayAroundIt()
    {
        ScriptedServer::Answer closing = [](const SeenRequest &) { return Script::close("HTTP/1.1 200 OK\r\n\r\n{}"); };
        Road good(closing, m_good.server());
        good.profile.tls.authorities = authorities();
        const auto answer = good.client().get(u"/a%2Eb"_s);
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text));
        Road stranger(closing, m_good.server());
        const auto refused = stranger.client().get(u"/a%2Eb"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Error::Code::Refused);
        QCOMPARE(stranger.server.seen().size(), 0);
        const auto rejected = stranger.client().rejectedCertificate();
        QVERIFY(rejected);
        Road pinned(closing, m_good.server());
        pinned.profile.tls.pinned = rejected->fingerprint;
        QVERIFY(pinned.client().get(u"/a%2Eb"_s));
    }
    void saysWhatIsWrongWithACertificate_data()
    {
        QTest::addColumn<Identity::Wish>("wish");
        QTest::addColumn<bool>("isOfAuthority");
        QTest::addColumn<QStringList>("problems");
        const QString expired = u"It expired on"_s;
        const QString early = u"It is only valid from"_s;
        const QString host = u"It is not for 127.0.0.1 but for other.example."_s;
        const QString self = u"It is signed by itself"_s;
        const QString unknown = u"Its issuer is not among the authorities"_s;
        Identity::Wish wish;
        QTest::newRow("unknown authority") << wish << false << QStringList{unknown};
        wish.untilDays = 0;
        wish.fromDays = -10;
        QTest::newRow("expired") << wish << true << QStringList{expired};
        wish.fromDays = 5;
        wish.untilDays = 9;
        QTest::newRow("not yet valid") << wish << true << QStringList{early};
        wish = {};
        wish.names = u"DNS:other.example"_s;
        QTest::newRow("wrong host") << wish << true << QStringList{host};
        wish.fromDays = -10;
        wish.untilDays = -1;
        QTest::newRow("wrong host and expired") << wish << true << QStringList{host, expired};
        wish = {};
        wish.name = u"itself"_s;
        QTest::newRow("self-signed") << wish << false << QStringList{self};
    }
    void saysWhatIsWrongWithACertificate()
    {
        QFETCH(Identity::Wish, wish);
        QFETCH(bool, isOfAuthority);
        QFETCH(QStringList, problems);
        const Identity stranger({u"Nobody's Authority"_s, {}, -1, 30, true});
        const Identity shown(wish, wish.name == u"itself"_s ? nullptr : isOfAuthority ? &m_authority : &stranger);
        Road road(fine, shown.server());
        road.profile.tls.authorities = authorities();
        const auto answer = road.client().get(u"/x"_s);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, Error::Code::Refused);
        QCOMPARE(road.server.seen().size(), 0);
        const std::optional<ServerCertificate> rejected = road.client().rejectedCertificate();
        QVERIFY(rejected);
        QCOMPARE(rejected->host, u"127.0.0.1"_s);
        QCOMPARE(rejected->subject, wish.name);
        QCOMPARE(rejected->issuer, wish.name == u"itself"_s ? wish.name
                                   : isOfAuthority          ? u"Test Authority"_s
                                                            : u"Nobody's Authority"_s);
        QCOMPARE(rejected->fingerprint.size(), 95);
        QVERIFY(rejected->until.isValid());
        for (const QString &problem : problems)
            QVERIFY2(rejected->problems.join(u'\n').contains(problem), qPrintable(rejected->toText()));
        QCOMPARE(rejected->problems.size(), problems.size());
        QVERIFY(answer.error().text.contains(rejected->fingerprint));
        QVERIFY(road.time.pauses().isEmpty()); // trying again changes nothing

        // decided by a person, this one certificate is taken; any other is not
        Road pinned(fine, shown.server());
        pinned.profile.tls.pinned = u"sha256:"_s + rejected->fingerprint.toLower();
        QVERIFY(pinned.client().get(u"/x"_s));
        Road exchanged(fine, Identity(wish, isOfAuthority ? &m_authority : &stranger).server());
        exchanged.profile.tls.pinned = rejected->fingerprint;
        QVERIFY(!exchanged.client().get(u"/x"_s));
    }
    /// Qt tells the requests that wait for a connection that it failed, and of the certificate the one it was made for.
    void allRequestsAtOnceSayWhatIsWrongWithIt()
    {
        const Identity self({});
        for (int round = 0; round < 10; ++round) {
            Road road(fine, self.server());
            QList<HttpRequest> requests;
            for (int i = 0; i < 12; ++i)
                requests.append(HttpRequest::get(u"/%1"_s.arg(i)));
            int refused = 0;
            QString other;
            QVERIFY(road.client().each(requests, [&](qsizetype, const Result<HttpAnswer> &answer) -> Result<void> {
                if (!answer && answer.error().code == Error::Code::Refused && answer.error().text.contains(u"SHA-256"))
                    ++refused;
                else
                    other = answer ? u"an answer"_s : answer.error().text;
                return {};
            }));
            QVERIFY2(refused == requests.size(), qUtf8Printable(other));
        }
    }
    void aPinIsForTheEndpointAlone()
    {
        const Identity self({});
        ScriptedServer other(fine, self.server());
        Road road([&other](const SeenRequest &) { return Script::redirect(302, other.url(u"/y"_s).toEncoded()); },
                  self.server());
        road.profile.tls.pinned = fingerprintOf(QSslCertificate(self.certificate()));
        QVERIFY(!road.client().get(u"/x"_s));
        QCOMPARE(road.server.seen().size(), 1);
        QCOMPARE(other.seen().size(), 0);
    }
    void showsItsCertificate_data()
    {
        QTest::addColumn<int>("form");
        QTest::newRow("PEM, one file") << 0;
        QTest::newRow("PEM, two files") << 1;
        QTest::newRow("PEM, key with passphrase") << 2;
        QTest::newRow("PKCS#12") << 3;
    }
    void showsItsCertificate()
    {
        QFETCH(int, form);
        const Identity me({u"me"_s, {}, -1, 30, false}, &m_authority);
        QSslConfiguration strict = m_good.server();
        strict.setPeerVerifyMode(QSslSocket::VerifyPeer);
        strict.setCaCertificates({QSslCertificate(m_authority.certificate())});
        const Identity self({});
        ScriptedServer other(fine, m_good.server());
        Road road(
            [&other](const SeenRequest &request) {
                return request.target == "/api/away" ? Script::redirect(302, other.url(u"/y"_s).toEncoded())
                                                     : Script::json("{}");
            },
            strict);
        TlsSettings &tls = road.profile.tls;
        tls.authorities = authorities();
        switch (form) {
        case 0: tls.certificate = file(u"me.pem"_s, me.key() + me.certificate()); break;
        case 1:
            tls.certificate = file(u"me.crt"_s, me.certificate());
            tls.key = file(u"me.key"_s, me.key());
            break;
        case 2:
            tls.certificate = file(u"me.crt"_s, me.certificate());
            tls.key = file(u"me.key"_s, me.key("open sesame"));
            tls.passphrase = "open sesame";
            break;
        default: tls.certificate = file(u"me.p12"_s, me.bundle("open sesame")); tls.passphrase = "open sesame";
        }
        const auto answer = road.client().get(u"/x"_s);
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text));
        QCOMPARE(road.server.seen().last().peer, u"me"_s);
        QVERIFY(road.client().get(u"/away"_s));
        QCOMPARE(other.seen().last().peer, QString());

        if (form >= 2) {
            HttpProfile profile = road.profile;
            profile.tls.passphrase = "another";
            const auto refused = HttpClient::open(profile, {});
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, Error::Code::Usage);
            QVERIFY2(refused.error().text.contains(u"passphrase"_s), qPrintable(refused.error().text));
        }
    }
    void saysThatACertificateMayBeWanted()
    {
        QSslConfiguration strict = m_good.server();
        strict.setPeerVerifyMode(QSslSocket::VerifyPeer);
        strict.setCaCertificates({QSslCertificate(m_authority.certificate())});
        Road road(fine, strict);
        road.profile.tls.authorities = authorities();
        const auto answer = road.client().get(u"/x"_s);
        QVERIFY(!answer);
        QVERIFY2(answer.error().text.contains(u"client certificate"_s), qPrintable(answer.error().text));
        QCOMPARE(road.server.seen().size(), 0);
    }
    void refusesFilesThatHoldNothing_data()
    {
        QTest::addColumn<QString>("which");
        QTest::addColumn<Error::Code>("code");
        for (const QString &which : {u"authorities"_s, u"certificate"_s, u"key"_s, u"bundle"_s})
            QTest::addRow("%s", qPrintable(which)) << which << Error::Code::Usage;
        QTest::newRow("no file") << u"none"_s << Error::Code::NotFound;
    }
    void refusesFilesThatHoldNothing()
    {
        QFETCH(QString, which);
        QFETCH(Error::Code, code);
        HttpProfile profile;
        profile.endpoint = u"shop"_s;
        profile.base = QUrl(u"https://catalog.example"_s);
        const QString empty = file(u"empty"_s, "nothing");
        const QString good = file(u"good.pem"_s, m_good.certificate());
        if (which == u"authorities"_s)
            profile.tls.authorities = empty;
        else if (which == u"certificate"_s)
            profile.tls.certificate = file(u"odd.pem"_s, "-----BEGIN SOMETHING-----\n");
        else if (which == u"key"_s)
            profile.tls.certificate = good; // without its key
        else if (which == u"bundle"_s)
            profile.tls.certificate = empty;
        else
            profile.tls.authorities = m_dir.filePath(u"none"_s);
        const auto client = HttpClient::open(profile, {});
        QVERIFY(!client);
        QCOMPARE(client.error().code, code);
        QVERIFY2(client.error().text.contains(m_dir.path()), qPrintable(client.error().text));
    }
    void refusesOldVersions()
    {
        QSslConfiguration old = m_good.server();
        QT_WARNING_PUSH
        QT_WARNING_DISABLE_DEPRECATED
        old.setProtocol(QSsl::TlsV1_1);
        QT_WARNING_POP
        old.setBackendConfigurationOption("CipherString", QByteArray("DEFAULT@SECLEVEL=0"));
        Road road(fine, old);
        road.profile.tls.authorities = authorities();
        const auto answer = road.client().get(u"/x"_s);
        QVERIFY(!answer);
        QVERIFY2(answer.error().text.contains(u"older than 1.2"_s), qPrintable(answer.error().text));
        QCOMPARE(road.server.seen().size(), 0);
    }
    void saysWhenThereIsNoTlsAtAll()
    {
        ScriptedServer plain([](const SeenRequest &) { return Script::json("{}"); });
        Road road(fine);
        road.profile.base = plain.url();
        road.profile.base.setScheme(u"https"_s);
        road.profile.deadlines.connect = 100ms; // it waits for the end of a request that never comes
        road.profile.retry.attempts = 1;
        const auto answer = road.client().get(u"/x"_s);
        QVERIFY(!answer);
        QVERIFY2(answer.error().text.contains(u"No connection to 127.0.0.1"_s), qPrintable(answer.error().text));
    }
    void addressesWithoutEncryptionAreNotUsed()
    {
        Road road(fine, m_good.server());
        road.profile.tls.authorities = authorities();
        const auto answer = road.client().get(u"http://127.0.0.1:%1/next"_s.arg(road.server.port()));
        QVERIFY(!answer);
        QVERIFY2(answer.error().text.contains(u"X-Forwarded-Proto"_s), qPrintable(answer.error().text));
    }
    void fingerprintsAreReadInEveryWriting_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<bool>("isSame");
        const QString hex = u"0123456789ABCDEF"_s.repeated(4);
        QTest::newRow("hex") << hex << true;
        QTest::newRow("small") << hex.toLower() << true;
        QTest::newRow("SHA-256:") << u"SHA-256:"_s + hex << true;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("part") << hex.left(62) << false;
        QTest::newRow("another") << u"F"_s.repeated(64) << false;
    }
    void fingerprintsAreReadInEveryWriting()
    {
        QFETCH(QString, written);
        QFETCH(bool, isSame);
        const QByteArray bytes = QByteArray::fromHex(QByteArray("0123456789ABCDEF").repeated(4));
        QCOMPARE(isFingerprint(written, QString::fromLatin1(bytes.toHex(':').toUpper())), isSame);
    }
};

MESHSCOPE_TEST(TestTls)
#include "tst_tls.moc"
