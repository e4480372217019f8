#include "tests/app/meshfolder.h"
#include "tests/support/testmain.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

/// The real program, killed at any moment of a sync or a filing: the last complete run and every request that was
/// confirmed are still there. Twenty kills of each; two hundred with MESHSCOPE_LONG (./dev test --long).
class TestKill : public QObject {
    Q_OBJECT
private:
    void prepare(QProcess &process) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_DATA_HOME"_s, m_dir.filePath(u"data"_s));
        environment.insert(u"HOME"_s, m_dir.path());
        environment.insert(u"MESHSCOPE_KEYSTORE"_s, u"file"_s);
        process.setProcessEnvironment(environment);
    }

    QJsonObject answer(const QStringList &arguments) const
    {
        QProcess process;
        prepare(process);
        process.start(qEnvironmentVariable("MESHSCOPE_PROGRAM"),
                      QStringList{u"-w"_s, m_dir.filePath(u"w.mesh"_s), u"--json"_s} + arguments);
        process.waitForFinished(120'000);
        m_status = process.exitCode();
        return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    }

    /// Starts the program and kills it after a share of the time it needs. Returns what it had printed by then.
    QByteArray killed(const QStringList &arguments, double share, qint64 needs) const
    {
        QProcess process;
        prepare(process);
        process.start(qEnvironmentVariable("MESHSCOPE_PROGRAM"),
                      QStringList{u"-w"_s, m_dir.filePath(u"w.mesh"_s), u"--json"_s} + arguments);
        process.waitForFinished(int(double(needs) * share));
        process.kill();
        process.waitForFinished();
        return process.readAllStandardOutput();
    }

    void change(int round) const
    {
        for (int i = 0; i < 40; ++i) {
            const QByteArray n = QByteArray::number(i);
            QVERIFY(meshscope::test::writeFile(m_dir.filePath(u"mesh"_s), u"more/p%1.yaml"_s.arg(i),
                                               "apiVersion: v1.0.0\nkind: DataProduct\nid: p" + n + "\nname: Product " + n +
                                                   "\nversion: " + QByteArray::number(round) + ".0.0\nstatus: active\n"));
        }
    }

    static int kills() { return qEnvironmentVariableIsSet("MESHSCOPE_LONG") ? 200 : 20; }

    QTemporaryDir m_dir;
    mutable int m_status = 0;

private slots:
    void initTestCase()
    {
        QVERIFY(meshscope::test::writeMeshFolder(m_dir.filePath(u"mesh"_s),
                                                 QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toUtf8()));
        change(0);
        answer({u"endpoint"_s, u"add"_s, u"folder"_s, m_dir.filePath(u"mesh"_s), u"--name"_s, u"shop"_s});
        QCOMPARE(m_status, 0);
        answer({u"profile"_s, u"--name"_s, u"Bob"_s, u"--email"_s, u"bob@shop.example"_s});
        answer({u"sync"_s});
        QCOMPARE(m_status, 0);
    }

    void aKilledSyncLeavesTheLastCompleteRun()
    {
        QElapsedTimer timer;
        timer.start();
        change(1);
        answer({u"sync"_s});
        const qint64 needs = timer.elapsed();
        for (int i = 0; i < kills(); ++i) {
            change(i + 2);
            killed({u"sync"_s}, QRandomGenerator::global()->generateDouble() * 1.1, needs);
            QCOMPARE(answer({u"health"_s}).value(u"products"_s).toArray().size(), 42);
            QCOMPARE(m_status, 0);
            const QJsonObject shown = answer({u"show"_s, u"shop/product/p7"_s});
            QCOMPARE(m_status, 0);
            const int version = shown.value(u"version"_s).toString().section(u'.', 0, 0).toInt();
            const int other =
                answer({u"show"_s, u"shop/product/p31"_s}).value(u"version"_s).toString().section(u'.', 0, 0).toInt();
            // All of one run or all of another, never some of each.
            QCOMPARE(version, other);
        }
        QCOMPARE(answer({u"sync"_s}).value(u"runs"_s)[0][u"state"_s].toString(), u"complete"_s);
    }

    void aKilledFilingLosesNoConfirmedRequest()
    {
        QElapsedTimer timer;
        timer.start();
        const QStringList file{u"request"_s, u"file"_s, u"shop/product/orders"_s, u"--purpose"_s};
        QSet<QString> confirmed{answer(file + QStringList{u"first"_s}).value(u"requests"_s)[0][u"id"_s].toString()};
        const qint64 needs = timer.elapsed();
        for (int i = 0; i < kills(); ++i) {
            const QByteArray out = killed(file + QStringList{u"purpose %1"_s.arg(i)},
                                          0.4 + QRandomGenerator::global()->generateDouble(), needs);
            const QJsonObject printed = QJsonDocument::fromJson(out).object();
            if (printed.contains(u"requests"_s))
                confirmed.insert(printed.value(u"requests"_s)[0][u"id"_s].toString());
        }
        QCOMPARE(answer({u"sync"_s}).value(u"runs"_s)[0][u"state"_s].toString(), u"complete"_s);
        QSet<QString> present;
        QStringList purposes;
        for (const QJsonValue &request : answer({u"request"_s, u"list"_s}).value(u"requests"_s).toArray()) {
            present.insert(request[u"id"_s].toString());
            if (request[u"state"_s].toString() != u"draft"_s)
                purposes.append(request[u"purpose"_s].toString());
        }
        QVERIFY2((confirmed - present).isEmpty(), qPrintable(QStringList((confirmed - present).values()).join(u' ')));
        QCOMPARE(QSet<QString>(purposes.cbegin(), purposes.cend()).size(), purposes.size()); // none was sent twice
        QVERIFY(answer({u"audit"_s, u"verify"_s}).value(u"ok"_s).toBool());
    }
};

MESHSCOPE_TEST(TestKill)
#include "tst_kill.moc"
