#include "models/security/keychainstore.h"
#include "models/security/sealing.h"
#include "models/security/vault.h"

#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;
using namespace meshscope;

/// Secrets are kept, renewed and found again, by whoever knows the passphrase and nobody else.
class TestVault : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    int m_count = 0;

    QString fresh() { return m_dir.filePath(u"boxes/%1.vault"_s.arg(++m_count)); }
    static QByteArray textOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void write(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(text) != text.size())
            qFatal("no file");
    }

private slots:
    void keepsAndFindsAgain()
    {
        const QString path = fresh();
        const QByteArray odd("\0\xff\n\"", 4);
        {
            const auto vault = Vault::open(path, "open sesame");
            QVERIFY2(vault, vault ? "" : qPrintable(vault.error().text));
            QCOMPARE((*vault)->word(), u"vault"_s);
            QCOMPARE((*vault)->read(u"shop/token"_s).error().code, Error::Code::NotFound);
            QVERIFY((*vault)->keep(u"shop/token"_s, "first-secret"));
            QVERIFY((*vault)->keep(u"shop/token"_s, "second-secret"));
            QVERIFY((*vault)->keep(u"büro \"1\"/login"_s, odd));
            QVERIFY((*vault)->keep(u"gone"_s, "x"));
            QVERIFY((*vault)->remove(u"gone"_s));
            QVERIFY((*vault)->remove(u"never there"_s));
        }
        const auto again = Vault::open(path, "open sesame");
        QVERIFY(again);
        QCOMPARE((*again)->read(u"shop/token"_s).value(), "second-secret");
        QCOMPARE((*again)->read(u"büro \"1\"/login"_s).value(), odd);
        QVERIFY(!(*again)->read(u"gone"_s));
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
        const QByteArray text = textOf(path);
        for (const QByteArray &secret : {QByteArray("second-secret"), QByteArray("second-secret").toBase64(),
                                         QByteArray("shop"), QByteArray("open sesame")})
            QVERIFY(!text.contains(secret));
    }
    void refusesAnotherPassphrase()
    {
        const QString path = fresh();
        QVERIFY((*Vault::open(path, "right"))->keep(u"a"_s, "b"));
        const QByteArray before = textOf(path);
        const auto wrong = Vault::open(path, "wrong");
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().code, Error::Code::Refused);
        QCOMPARE(textOf(path), before);
        QCOMPARE(Vault::open(fresh(), "").error().code, Error::Code::Usage);
    }
    void noticesEveryChange_data()
    {
        QTest::addColumn<QByteArray>("field");
        for (const char *field : {"\"salt\": \"", "\"nonce\": \"", "\"sealed\": \""})
            QTest::newRow(field) << QByteArray(field);
    }
    void noticesEveryChange()
    {
        QFETCH(QByteArray, field);
        const QString path = fresh();
        const auto vault = Vault::open(path, "right");
        QVERIFY((*vault)->keep(u"a"_s, "b"));
        QByteArray text = textOf(path);
        const qsizetype at = text.indexOf(field) + field.size();
        text[at] = text[at] == 'A' ? 'B' : 'A';
        write(path, text);
        QVERIFY(!(*vault)->read(u"a"_s));
        QVERIFY(!(*vault)->keep(u"a"_s, "c")); // does not write over what it cannot read
        QCOMPARE(textOf(path), text);
        QVERIFY(!Vault::open(path, "right"));
    }
    void refusesWhatIsNoVault_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<Error::Code>("code");
        QTest::newRow("empty") << QByteArray() << Error::Code::Corrupt;
        QTest::newRow("other JSON") << QByteArray("{\"a\": 1}") << Error::Code::Corrupt;
        QTest::newRow("newer") << QByteArray("{\"meshscope-vault\": 2}") << Error::Code::Newer;
        const QByteArray rest =
            ", \"r\": 8, \"p\": 1, \"salt\": \"AAAAAAAAAAAAAAAAAAAAAA==\", \"nonce\": \"AAAAAAAAAAAAAAAA\", "
            "\"sealed\": \"AAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}";
        QTest::newRow("costs nothing") << "{\"meshscope-vault\": 1, \"n\": 2" + rest << Error::Code::Corrupt;
        QTest::newRow("costs everything") << "{\"meshscope-vault\": 1, \"n\": 1073741824" + rest << Error::Code::Corrupt;
        QTest::newRow("not of this key") << "{\"meshscope-vault\": 1, \"n\": 16384" + rest << Error::Code::Refused;
    }
    void refusesWhatIsNoVault()
    {
        QFETCH(QByteArray, text);
        QFETCH(Error::Code, code);
        const QString path = m_dir.filePath(u"other%1"_s.arg(++m_count));
        write(path, text);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
        const auto vault = Vault::open(path, "right");
        QVERIFY(!vault);
        QCOMPARE(vault.error().code, code);
        QCOMPARE(textOf(path), text);
    }
    void refusesAFileThatOthersCanRead()
    {
        const QString path = fresh();
        QVERIFY(Vault::open(path, "right"));
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
        const auto vault = Vault::open(path, "right");
        QVERIFY(!vault);
        QCOMPARE(vault.error().code, Error::Code::Refused);
    }
    void programsTakeTurns()
    {
        const QString path = fresh();
        QVERIFY(Vault::open(path, "right"));
        const auto work = [path](const QString &who) {
            const auto vault = Vault::open(path, "right");
            for (int i = 0; vault && i < 20; ++i) {
                if (!(*vault)->keep(who + QString::number(i), who.toUtf8()))
                    return false;
            }
            return vault.has_value();
        };
        QFuture<bool> one = QtConcurrent::run(work, u"one"_s);
        QVERIFY(work(u"two"_s));
        QVERIFY(one.result());
        const auto vault = Vault::open(path, "right");
        for (int i = 0; i < 20; ++i) {
            QCOMPARE((*vault)->read(u"one%1"_s.arg(i)).value(), "one");
            QCOMPARE((*vault)->read(u"two%1"_s.arg(i)).value(), "two");
        }
    }
    void theKeyIsScrypts()
    {
        // RFC 7914, 12: the third vector
        const auto key = scryptKey("pleaseletmein", "SodiumChloride", {16'384, 8, 1});
        QVERIFY(key);
        QCOMPARE(key->toHex(), "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2");
    }
    void theSealIsGcms()
    {
        // “The Galois/Counter Mode of Operation” (McGrew, Viega), test case 14
        const QByteArray key(32, '\0');
        const QByteArray nonce(12, '\0');
        const auto sealed = seal(key, nonce, {}, QByteArray(16, '\0'));
        QVERIFY(sealed);
        QCOMPARE(sealed->toHex(), "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919");
        QCOMPARE(unseal(key, nonce, {}, *sealed).value(), QByteArray(16, '\0'));
        QVERIFY(!unseal(key, nonce, "bound", *sealed));
        QVERIFY(!unseal(key.left(16), nonce, {}, *sealed));
        QVERIFY(!unseal(key, nonce, {}, "short"));
    }
    void aKeychainThatIsNotThereIsSaid()
    {
        if (!qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
            QSKIP("skipped: there is a session bus, whose keychain is not touched");
        KeychainBox box(5'000);
        QVERIFY(!box.keep(u"shop/token"_s, "secret"));
        const auto refused = box.keep(u"shop/token"_s, "secret");
        QVERIFY(!refused.error().text.contains(u"secret"_s));
    }
};

MESHSCOPE_TEST(TestVault)
#include "tst_vault.moc"
