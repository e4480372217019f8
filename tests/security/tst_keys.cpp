#include "models/security/ed25519.h"
#include "models/security/keychainstore.h"
#include "models/security/keystore.h"
#include "models/security/privatefile.h"
#include "models/security/signingkey.h"

#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QThread>

#include <sys/stat.h>

using namespace meshscope;

namespace {

/// A keychain as the desktop's behaves: locked, it denies what it holds.
class FakeKeychain final : public KeyStore {
public:
    struct State {
        QHash<QString, QByteArray> held;
        bool locked = false;
        bool absent = false;
        int creations = 0;
    };
    explicit FakeKeychain(State &state)
        : m_state(state)
    {
    }
    QString word() const override { return QStringLiteral("keychain"); }
    Result<QByteArray> read(const QString &name) const override
    {
        if (m_state.absent)
            return fail(Error::Code::Io, QStringLiteral("no D-Bus"));
        if (m_state.locked || !m_state.held.contains(name))
            return fail(Error::Code::NotFound, QStringLiteral("no such entry"));
        return m_state.held.value(name);
    }
    Result<void> create(const QString &name, const QByteArray &secret) override
    {
        if (m_state.absent || m_state.locked)
            return fail(Error::Code::Io, QStringLiteral("denied"));
        if (m_state.held.contains(name))
            return fail(Error::Code::Refused, QStringLiteral("taken"));
        ++m_state.creations;
        m_state.held.insert(name, secret);
        return {};
    }

private:
    State &m_state;
};

KeyStores storesOf(FakeKeychain::State &state, const QString &folder)
{
    KeyStores stores;
    stores.push_back(std::make_unique<FakeKeychain>(state));
    stores.push_back(std::make_unique<FileKeyStore>(folder));
    return stores;
}

KeyStores filesIn(const QString &folder)
{
    KeyStores stores;
    stores.push_back(std::make_unique<FileKeyStore>(folder));
    return stores;
}

QFileInfoList keyFiles(const QString &folder)
{
    return QDir(folder).entryInfoList({QStringLiteral("*.key")}, QDir::Files | QDir::Hidden);
}

} // namespace

/// Signatures hold for what was signed, by whom, and nothing else; keys stay private and are never replaced.
class TestKeys : public QObject {
    Q_OBJECT
private slots:
    void hashesKnownVectors()
    {
        QCOMPARE(sha256("abc").toHex(), QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(hmacSha256("key", "The quick brown fox jumps over the lazy dog").toHex(),
                 QByteArray("f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8"));
    }

    void signsTheVectorOfTheStandard() // RFC 8032 7.1, test 2
    {
        const QByteArray secret = QByteArray::fromHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
        const QByteArray open = QByteArray::fromHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        const QByteArray expected = QByteArray::fromHex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                                                        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
        QCOMPARE(*publicKeyOf(secret), open);
        QCOMPARE(*signWith(secret, "\x72"), expected);
        QVERIFY(isSignedBy(open, "\x72", expected));
        QVERIFY(!isSignedBy(open, "\x73", expected));
        QVERIFY(!isSignedBy(open, "\x72", expected.left(63)));
        QVERIFY(!isSignedBy(open.left(31), "\x72", expected));
        QVERIFY(!isSignedBy({}, "\x72", {}));
        QVERIFY(!signWith("short", "x"));
        QVERIFY(!publicKeyOf({}));
    }

    void keepsAKeyInAFileOnlyThePersonCanRead()
    {
        const QTemporaryDir dir;
        const QString folder = dir.filePath(QStringLiteral("keys"));
        KeyStores stores = filesIn(folder);
        const Result<SigningKey> first = SigningKey::open(QStringLiteral("w1"), folder, stores);
        QVERIFY2(first, qPrintable(first ? QString() : first.error().text));
        QCOMPARE(first->place(), QStringLiteral("file"));
        const QFileInfoList files = keyFiles(folder);
        QCOMPARE(files.size(), 1);
        struct stat facts = {};
        QCOMPARE(::stat(QFile::encodeName(files.first().filePath()).constData(), &facts), 0);
        QCOMPARE(facts.st_mode & 0777, mode_t(0600));
        QCOMPARE(::stat(QFile::encodeName(folder).constData(), &facts), 0);
        QCOMPARE(facts.st_mode & 0777, mode_t(0700));

        const Result<SigningKey> again = SigningKey::open(QStringLiteral("w1"), folder, stores);
        QVERIFY(again);
        QCOMPARE(again->publicKey(), first->publicKey());
        const Result<QByteArray> signature = again->sign("hello");
        QVERIFY(signature);
        QVERIFY(isSignedBy(first->publicKey(), "hello", *signature));
        const Result<SigningKey> other = SigningKey::open(QStringLiteral("w2"), folder, stores);
        QVERIFY(other);
        QVERIFY(other->publicKey() != first->publicKey());
    }

    void refusesAKeyOthersCanRead_data()
    {
        QTest::addColumn<int>("mode");
        QTest::newRow("group") << 0640;
        QTest::newRow("world") << 0604;
        QTest::newRow("group writes") << 0620;
    }
    void refusesAKeyOthersCanRead()
    {
        QFETCH(int, mode);
        const QTemporaryDir dir;
        KeyStores stores = filesIn(dir.path());
        QVERIFY(SigningKey::open(QStringLiteral("w"), dir.path(), stores));
        const QString file = keyFiles(dir.path()).first().filePath();
        QFile secret(file);
        QVERIFY(secret.open(QIODevice::ReadOnly));
        const QByteArray text = secret.readAll().trimmed();
        QCOMPARE(::chmod(QFile::encodeName(file).constData(), mode_t(mode)), 0);
        const Result<SigningKey> key = SigningKey::open(QStringLiteral("w"), dir.path(), stores);
        QVERIFY(!key);
        QCOMPARE(key.error().code, Error::Code::Refused);
        QVERIFY(key.error().text.contains(file));
        QVERIFY(!key.error().text.contains(QString::fromLatin1(text)));
        QVERIFY(QFile::exists(file));
    }

    void refusesALinkAndDamage()
    {
        const QTemporaryDir dir;
        FileKeyStore files(dir.path());
        QVERIFY(files.create(QStringLiteral("real"), "secret"));
        QVERIFY(QFile::link(dir.filePath(QStringLiteral("real.key")), dir.filePath(QStringLiteral("link.key"))));
        QVERIFY(!files.read(QStringLiteral("link")));
        QVERIFY(createPrivateFile(dir.filePath(QStringLiteral("bad.key")), "not base64 !!"));
        const Result<QByteArray> bad = files.read(QStringLiteral("bad"));
        QVERIFY(!bad);
        QCOMPARE(bad.error().code, Error::Code::Corrupt);
        QVERIFY(!bad.error().text.contains(QStringLiteral("not base64")));
    }

    void namesCannotLeaveTheFolder()
    {
        const QTemporaryDir dir;
        FileKeyStore files(dir.filePath(QStringLiteral("a/b")));
        QVERIFY(files.create(QStringLiteral("../../x"), "secret"));
        QCOMPARE(*files.read(QStringLiteral("../../x")), QByteArray("secret"));
        QVERIFY(!QFile::exists(dir.filePath(QStringLiteral("x.key"))));
        QCOMPARE(keyFiles(dir.filePath(QStringLiteral("a/b"))).size(), 1);
    }

    void neverReplaces()
    {
        const QTemporaryDir dir;
        FileKeyStore files(dir.path());
        QVERIFY(files.create(QStringLiteral("k"), "one"));
        const Result<void> second = files.create(QStringLiteral("k"), "two");
        QVERIFY(!second);
        QCOMPARE(second.error().code, Error::Code::Refused);
        QCOMPARE(*files.read(QStringLiteral("k")), QByteArray("one"));
        QVERIFY(QDir(dir.path()).entryList(QDir::Files | QDir::Hidden).size() == 1); // no left-overs
    }

    void prefersTheKeychain()
    {
        const QTemporaryDir dir;
        FakeKeychain::State keychain;
        KeyStores stores = storesOf(keychain, dir.path());
        const Result<SigningKey> key = SigningKey::open(QStringLiteral("w"), dir.path(), stores);
        QVERIFY(key);
        QCOMPARE(key->place(), QStringLiteral("keychain"));
        QVERIFY(keyFiles(dir.path()).isEmpty());
        QCOMPARE(SigningKey::open(QStringLiteral("w"), dir.path(), stores)->publicKey(), key->publicKey());
        QCOMPARE(keychain.creations, 1);
    }

    void goesToAFileWithoutAKeychain()
    {
        const QTemporaryDir dir;
        FakeKeychain::State keychain;
        keychain.absent = true;
        KeyStores stores = storesOf(keychain, dir.path());
        const Result<SigningKey> key = SigningKey::open(QStringLiteral("w"), dir.path(), stores);
        QVERIFY(key);
        QCOMPARE(key->place(), QStringLiteral("file"));
        keychain.absent = false; // a desktop with a keychain does not change where it is
        QCOMPARE(SigningKey::open(QStringLiteral("w"), dir.path(), stores)->publicKey(), key->publicKey());
    }

    void aLockedKeychainMakesNoSecondKey()
    {
        const QTemporaryDir dir;
        FakeKeychain::State keychain;
        KeyStores stores = storesOf(keychain, dir.path());
        const QByteArray open = SigningKey::open(QStringLiteral("w"), dir.path(), stores)->publicKey();
        keychain.locked = true;
        const Result<SigningKey> locked = SigningKey::open(QStringLiteral("w"), dir.path(), stores);
        QVERIFY(!locked);
        QCOMPARE(locked.error().code, Error::Code::Refused);
        QVERIFY(keyFiles(dir.path()).isEmpty());
        keychain.locked = false;
        QCOMPARE(SigningKey::open(QStringLiteral("w"), dir.path(), stores)->publicKey(), open);
        keychain.held[QStringLiteral("w")] = *newPrivateKey();
        QVERIFY(!SigningKey::open(QStringLiteral("w"), dir.path(), stores));
        QCOMPARE(keychain.creations, 1);
    }

    void manyAtOnceMakeOneKey()
    {
        const QTemporaryDir dir;
        QList<QByteArray> keys(8);
        std::vector<std::unique_ptr<QThread>> threads;
        for (QByteArray &key : keys) {
            threads.emplace_back(QThread::create([&key, &dir] {
                KeyStores stores = filesIn(dir.path());
                const Result<SigningKey> opened = SigningKey::open(QStringLiteral("w"), dir.path(), stores);
                key = opened ? opened->publicKey() : QByteArray();
            }));
            threads.back()->start();
        }
        for (const auto &thread : threads)
            QVERIFY(thread->wait());
        for (const QByteArray &key : keys)
            QCOMPARE(key, keys.first());
        QCOMPARE(keys.first().size(), publicKeySize);
    }

    void theDesktopsKeychainAnswersOrFails() // never hangs, whatever this machine has
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
        const KeychainStore keychain;
        for (int i = 0; i < 3; ++i)
            QVERIFY(!keychain.read(QStringLiteral("meshscope-test-no-such-key")));
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    }

    void theSaltIsMadeOnce()
    {
        const QTemporaryDir dir;
        const Result<QByteArray> salt = installSalt(dir.path());
        QVERIFY(salt);
        QCOMPARE(salt->size(), 32);
        QCOMPARE(*installSalt(dir.path()), *salt);
    }

    void testsUseFilesOnly()
    {
        const KeyStores stores = defaultKeyStores(QStringLiteral("unused"));
        QCOMPARE(int(stores.size()), 1);
        QCOMPARE(stores.front()->word(), QStringLiteral("file"));
    }
};

MESHSCOPE_TEST(TestKeys)
#include "tst_keys.moc"
