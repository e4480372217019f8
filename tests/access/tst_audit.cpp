#include "models/access/auditlog.h"
#include "models/security/ed25519.h"

#include "tests/access/accessfixture.h"
#include "tests/support/testmain.h"

using namespace meshscope;
using namespace meshscope::test;

namespace {

/// A chain of five events in a workspace that can be tampered with.
struct Chain {
    AccessFixture fixture;
    FakeWorkspace workspace;
    std::unique_ptr<AccessDesk::Signer> signer;
    AuditLog log;

    Chain()
        : signer(makeSigner())
        , log(workspace, *signer)
    {
        for (int i = 0; i < 5; ++i)
            add(i);
    }
    std::unique_ptr<AccessDesk::Signer> makeSigner(const QString &name = QStringLiteral("ana")) const
    {
        const QString folder = fixture.dir.filePath(QStringLiteral("keys"));
        KeyStores stores;
        stores.push_back(std::make_unique<FileKeyStore>(folder));
        return std::make_unique<KeySigner>(name, folder, std::move(stores));
    }
    bool add(int i)
    {
        AccessRequest request = AccessFixture::draft();
        request.id = QStringLiteral("r%1").arg(i);
        request.endpoint = QStringLiteral("shop");
        return log
            .append(request, {QDateTime::fromSecsSinceEpoch(1'700'000'000 + i, Qt::UTC),
                              QStringLiteral("ana@example.com"),
                              QStringLiteral("sent"),
                              QStringLiteral("nötig"),
                              {}})
            .has_value();
    }
    AuditRow &row(int i) { return workspace.chain[i]; }
    /// As somebody would who knows how it is made, but has not the key.
    void rehash(int from)
    {
        for (int i = from; i < int(workspace.chain.size()); ++i) {
            row(i).previous = i == 0 ? QByteArray() : row(i - 1).hash;
            row(i).hash = sha256(row(i).previous + row(i).body);
        }
    }
};

} // namespace

/// The chain is whole, or says where it is not.
class TestAudit : public QObject {
    Q_OBJECT
private slots:
    void aWholeChainVerifies()
    {
        Chain chain;
        const auto verdict = chain.log.verify({QStringLiteral("r0"), QStringLiteral("r4")});
        QVERIFY2(verdict.ok, qPrintable(verdict.why));
        QCOMPARE(verdict.events, 5);
        QCOMPARE(verdict.firstBad, -1);
        FakeWorkspace empty;
        QVERIFY(AuditLog(empty, *chain.signer).verify({}).ok);
    }

    void findsEveryTampering_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<int>("firstBad");
        QTest::newRow("body changed") << "edit" << 2;
        QTest::newRow("body changed and hashed again") << "rehash" << 2;
        QTest::newRow("signed again with another key") << "foreign" << 2;
        QTest::newRow("all signed again with another key") << "allForeign" << 0;
        QTest::newRow("signature changed") << "signature" << 2;
        QTest::newRow("signature of another event") << "swapSignature" << 2;
        QTest::newRow("first removed") << "removeFirst" << 0;
        QTest::newRow("middle removed") << "removeMiddle" << 2;
        QTest::newRow("middle removed and numbered again") << "removeRenumber" << 2;
        QTest::newRow("last removed") << "removeLast" << 4;
        QTest::newRow("last two removed") << "removeLastTwo" << 3;
        QTest::newRow("last removed and head set back") << "headBack" << 4;
        QTest::newRow("head removed") << "headGone" << 5;
        QTest::newRow("all but head removed") << "removeAll" << 0;
        QTest::newRow("everything removed") << "removeEverything" << 0;
        QTest::newRow("two exchanged") << "swap" << 1;
        QTest::newRow("two exchanged and numbered again") << "swapRenumber" << 1;
        QTest::newRow("one twice") << "twice" << 3;
        QTest::newRow("index only") << "index" << 3;
        QTest::newRow("hash only") << "hash" << 3;
        QTest::newRow("not JSON any more") << "notJson" << 1;
        QTest::newRow("white space in the body") << "space" << 1;
    }
    void findsEveryTampering()
    {
        QFETCH(QString, how);
        QFETCH(int, firstBad);
        Chain c;
        QList<AuditRow> &rows = c.workspace.chain;
        const auto signAll = [&](int from) {
            auto other = c.makeSigner(QStringLiteral("eve"));
            c.rehash(from);
            for (int i = from; i < int(rows.size()); ++i) {
                c.row(i).key = *other->publicKey();
                c.row(i).signature = *other->sign(c.row(i).hash);
            }
        };
        const auto edit = [&](int i) { c.row(i).body.replace("ana@", "eva@"); };
        const auto renumber = [&] {
            for (int i = 0; i < int(rows.size()); ++i)
                c.row(i).index = i;
        };
        if (how == QStringLiteral("edit")) {
            edit(2);
        } else if (how == QStringLiteral("rehash")) {
            edit(2);
            c.rehash(2);
        } else if (how == QStringLiteral("foreign")) {
            edit(2);
            signAll(2);
        } else if (how == QStringLiteral("allForeign")) {
            signAll(0);
            c.workspace.settings.clear();
        } else if (how == QStringLiteral("signature")) {
            c.row(2).signature[7] = char(c.row(2).signature.at(7) ^ 1);
        } else if (how == QStringLiteral("swapSignature")) {
            c.row(2).signature = c.row(3).signature;
        } else if (how == QStringLiteral("removeFirst")) {
            rows.removeFirst();
        } else if (how == QStringLiteral("removeMiddle")) {
            rows.removeAt(2);
        } else if (how == QStringLiteral("removeRenumber")) {
            rows.removeAt(2);
            renumber();
            c.rehash(2);
        } else if (how == QStringLiteral("removeLast")) {
            rows.removeLast();
        } else if (how == QStringLiteral("removeLastTwo")) {
            rows.resize(3);
        } else if (how == QStringLiteral("headBack")) {
            rows.removeLast();
            const QString key = QStringLiteral("audit.head");
            c.workspace.settings[key] = c.workspace.settings.value(key).toString().replace(QStringLiteral("\"count\":5"),
                                                                                           QStringLiteral("\"count\":4"));
        } else if (how == QStringLiteral("headGone")) {
            c.workspace.settings.remove(QStringLiteral("audit.head"));
        } else if (how == QStringLiteral("removeAll")) {
            rows.clear();
        } else if (how == QStringLiteral("removeEverything")) {
            rows.clear();
            c.workspace.settings.clear();
        } else if (how == QStringLiteral("swap")) {
            rows.swapItemsAt(1, 2);
        } else if (how == QStringLiteral("swapRenumber")) {
            rows.swapItemsAt(1, 2);
            renumber();
            c.rehash(1);
        } else if (how == QStringLiteral("twice")) {
            rows.insert(3, rows.at(2));
        } else if (how == QStringLiteral("index")) {
            c.row(3).index = 7;
        } else if (how == QStringLiteral("hash")) {
            c.row(3).hash = sha256("x");
        } else if (how == QStringLiteral("notJson")) {
            c.row(1).body = "gone";
            c.rehash(1);
        } else {
            c.row(1).body += ' ';
        }
        const auto verdict = c.log.verify({QStringLiteral("r1")});
        QVERIFY(!verdict.ok);
        QCOMPARE(verdict.firstBad, firstBad);
        QVERIFY(!verdict.why.isEmpty());
    }

    void aCrashBetweenEventAndHeadIsNoTampering()
    {
        Chain c;
        const QVariant head = c.workspace.settings.value(QStringLiteral("audit.head"));
        QVERIFY(c.add(5));
        c.workspace.settings.insert(QStringLiteral("audit.head"), head); // as if killed before it was written
        QVERIFY(c.log.verify({}).ok);
        QVERIFY(c.add(6));
        QVERIFY(c.log.verify({}).ok);
        c.workspace.chain.removeLast();
        QVERIFY(!c.log.verify({}).ok);
    }

    void anEventIsEnteredOnce()
    {
        Chain c;
        AccessRequest request = AccessFixture::draft();
        request.id = QStringLiteral("r9");
        const RequestEvent event{QDateTime::currentDateTimeUtc(), QStringLiteral("ana"), QStringLiteral("sent"), {}, {}};
        QVERIFY(c.log.ensure(request, event));
        QVERIFY(c.log.ensure(request, event));
        QCOMPARE(c.log.verify({}).events, 6);
    }

    void withoutTheKeyTheRememberedOneIsUsed()
    {
        Chain c;
        const QString folder = c.fixture.dir.filePath(QStringLiteral("keys"));
        QVERIFY(QFile::remove(folder + QStringLiteral("/ana.key")));
        auto gone = c.makeSigner();
        QVERIFY(!gone->publicKey()); // never a new one in its place
        const auto verdict = AuditLog(c.workspace, *gone).verify({});
        QVERIFY2(verdict.ok, qPrintable(verdict.why));
        AccessRequest request = AccessFixture::draft();
        QVERIFY(
            !AuditLog(c.workspace, *gone)
                 .append(request, {QDateTime::currentDateTimeUtc(), QStringLiteral("ana"), QStringLiteral("sent"), {}, {}}));
    }
};

MESHSCOPE_TEST(TestAudit)
#include "tst_audit.moc"
