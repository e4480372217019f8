#include "models/store/schema.h"
#include "models/store/workspace.h"

#include "tests/store/firstschema.h"
#include "tests/store/storefixture.h"
#include "tests/support/testmain.h"

#include <sqlite3.h>

using namespace meshscope;
using namespace meshscope::test;

namespace {

bool execute(const QString &file, const char *sql)
{
    sqlite3 *db = nullptr;
    sqlite3_open(file.toUtf8().constData(), &db);
    const int code = sqlite3_exec(db, sql, nullptr, nullptr, nullptr);
    sqlite3_close(db);
    return code == SQLITE_OK;
}

QByteArray bytesOf(const QString &file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

bool write(const QString &file, const QByteArray &bytes)
{
    QFile out(file);
    return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size();
}

} // namespace

/// Files of other versions, of other programs and of bad disks.
class TestFiles : public QObject {
    Q_OBJECT
private slots:
    void upgradesAnOlderFileAndKeepsACopy()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("old.mesh"));
        QVERIFY(execute(file, firstSchema));
        QVERIFY(execute(
            file, "INSERT INTO word VALUES (1, 'orders'), (2, 'latency'), (3, ''), (4, 'probe');"
                  "INSERT INTO measurement VALUES (7, 1, 1, 2, 3, 4, 1700000000000, 3600, -1, 2.5, 'h', NULL, 8, 'r', 1)"));
        {
            const auto opened = Workspace::open(file, Workspace::Open::MustExist);
            QVERIFY2(opened, opened ? "" : qUtf8Printable(opened.error().text));
            QCOMPARE((*opened)->requests().size(), 1);
            QCOMPARE((*opened)->endpoints()[0].lastRun->got.value(QStringLiteral("product")), 1);
            const MeshPtr mesh = *(*opened)->load();
            QCOMPARE(mesh->name(mesh->find(QStringLiteral("shop"), Kind::Product, QStringLiteral("orders"))),
                     QStringLiteral("Orders"));
            const QList<Measurement> measured = (*opened)->details()->measurements({}, {}, {}, {});
            QCOMPARE(measured.size(), 1);
            QCOMPARE(measured[0].target + u' ' + measured[0].property + measured[0].element + u' ' + measured[0].source,
                     QStringLiteral("orders latency probe"));
            QCOMPARE(measured[0].at.offsetFromUtc(), 3600);
            QCOMPARE(measured[0].value, 2.5);
            QCOMPARE(measured[0].total, 8.0);
            QVERIFY(!measured[0].good);
            QVERIFY(publish(**opened, {{QStringLiteral("b.yaml"), {}}}));
        }
        const QString copy = file + QStringLiteral(".v1.bak");
        QVERIFY(QFile::exists(copy));
        QVERIFY(execute(copy, "SELECT number FROM version; SELECT * FROM request"));
        QVERIFY(!execute(copy, "SELECT stale_since FROM unit"));
        const QByteArray kept = bytesOf(copy);
        QVERIFY(Workspace::open(file, Workspace::Open::MustExist)); // now there is nothing to upgrade
        QCOMPARE(bytesOf(copy), kept);
    }
    void refusesANewerFile()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("new.mesh"));
        QVERIFY(Workspace::open(file, Workspace::Open::CreateIfMissing));
        QVERIFY(execute(file, "UPDATE version SET number=99"));
        const auto opened = Workspace::open(file, Workspace::Open::MustExist);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, Error::Code::Newer);
        QVERIFY(opened.error().text.contains(QStringLiteral("99")));
    }
    void keepsWhatIsNoWorkspace_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("apiVersion: v1\n").repeated(1000);
        QTest::newRow("cut header") << QByteArray("SQLite format 3").leftJustified(4096, 'x');
        QTest::newRow("zeroes") << QByteArray(8192, '\0');
    }
    void keepsWhatIsNoWorkspace()
    {
        QFETCH(QByteArray, bytes);
        QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("other.mesh"));
        QVERIFY(write(file, bytes));
        for (const Workspace::Open how : {Workspace::Open::MustExist, Workspace::Open::CreateIfMissing}) {
            const auto opened = Workspace::open(file, how);
            QVERIFY(!opened);
            QCOMPARE(opened.error().code, Error::Code::Corrupt);
            QVERIFY(opened.error().text.contains(file));
            QCOMPARE(bytesOf(file), bytes);
        }
    }
    void refusesADatabaseOfAnotherProgram()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("other.db"));
        QVERIFY(execute(file, "CREATE TABLE version (number INTEGER); INSERT INTO version VALUES (1)"));
        const QByteArray before = bytesOf(file);
        const auto opened = Workspace::open(file, Workspace::Open::CreateIfMissing);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, Error::Code::Corrupt);
        QCOMPARE(bytesOf(file), before);
    }
    void saysThatAFileIsDamaged()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("bad.mesh"));
        {
            auto workspace = std::move(*Workspace::open(file, Workspace::Open::CreateIfMissing));
            StoredEndpoint shop;
            shop.name = QStringLiteral("shop");
            QVERIFY(workspace->addEndpoint(shop));
            Records r;
            for (int i = 0; i < 2000; ++i)
                r.products.append(product(QStringLiteral("p%1").arg(i)));
            QVERIFY(publish(*workspace, {{QStringLiteral("a.yaml"), r}}));
        }
        QVERIFY(execute(file, "PRAGMA wal_checkpoint(TRUNCATE)"));
        QByteArray bytes = bytesOf(file);
        for (qsizetype at = 4096 * 12; at + 2048 < bytes.size(); at += 4096)
            bytes.replace(at, 2048, QByteArray(2048, '\x5a'));
        QVERIFY(write(file, bytes));
        const auto opened = Workspace::open(file, Workspace::Open::MustExist);
        // The damage may show at once or when its pages are read; never as a crash, never as an empty mesh.
        if (opened) {
            const Result<MeshPtr> mesh = (*opened)->load();
            QVERIFY(!mesh);
            QCOMPARE(mesh.error().code, Error::Code::Corrupt);
        } else {
            QCOMPARE(opened.error().code, Error::Code::Corrupt);
        }
    }
    void needsAFileUnlessItMayMakeOne()
    {
        QTemporaryDir dir;
        const auto missing = Workspace::open(dir.filePath(QStringLiteral("none.mesh")), Workspace::Open::MustExist);
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, Error::Code::NotFound);
        QVERIFY(!QFile::exists(dir.filePath(QStringLiteral("none.mesh"))));
        const auto folder = Workspace::open(dir.path(), Workspace::Open::CreateIfMissing);
        QVERIFY(!folder);
        QCOMPARE(folder.error().code, Error::Code::Usage);
        const auto nowhere =
            Workspace::open(dir.filePath(QStringLiteral("no/such/x.mesh")), Workspace::Open::CreateIfMissing);
        QVERIFY(!nowhere);
        QCOMPARE(nowhere.error().code, Error::Code::Io);
    }
    void takesAnEmptyFileForANewOne()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("empty.mesh"));
        QVERIFY(write(file, {}));
        QVERIFY(Workspace::open(file, Workspace::Open::CreateIfMissing));
    }
};

MESHSCOPE_TEST(TestFiles)
#include "tst_files.moc"
