#include "tests/support/testmain.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

/// The real program on every folder of real documents, its counts beside those of a script that knows nothing of it.
class TestCorpus : public QObject {
    Q_OBJECT
private:
    static QString corpusPath()
    {
        return qEnvironmentVariable("MESHSCOPE_CORPUS", QStringLiteral(MESHSCOPE_SOURCE_DIR) + u"/../shared/corpus"_s);
    }

    struct Output {
        int status = -1;
        QByteArray out;
        QByteArray err;
    };
    static Output run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        if (!process.waitForFinished(280'000))
            return {-1, {}, process.errorString().toUtf8()};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    Output meshscope(const QStringList &arguments) const
    {
        return run(qEnvironmentVariable("MESHSCOPE_PROGRAM"),
                   QStringList{u"-w"_s, m_dir.filePath(u"w.mesh"_s), u"--json"_s} + arguments);
    }

    QTemporaryDir m_dir;

private slots:
    void initTestCase()
    {
        if (!QDir(corpusPath()).exists())
            QSKIP("skipped: no corpus");
        QVERIFY(QFile::exists(qEnvironmentVariable("MESHSCOPE_PROGRAM")));
        qputenv("XDG_DATA_HOME", m_dir.path().toUtf8());
        qputenv("MESHSCOPE_KEYSTORE", "file");
    }

    void countsAgreeWithAnIndependentReading_data()
    {
        QTest::addColumn<QString>("folder");
        for (const char *folder :
             {"odcs", "odps-bitol", "mesh-registry-examples", "entropy-data", "datacontract-specification",
              "odps-opendataproducts", "opendatamesh", "openlineage", "dcat", "dprod", "dbt"})
            QTest::newRow(folder) << QString::fromLatin1(folder);
    }

    void countsAgreeWithAnIndependentReading()
    {
        QFETCH(QString, folder);
        const QString path = corpusPath() + u'/' + folder;
        if (!QDir(path).exists())
            QSKIP("skipped: this folder is not in the corpus");
        const Output counted =
            run(u"/usr/bin/python3"_s, {QStringLiteral(MESHSCOPE_SOURCE_DIR) + u"/tests/corpus/count.py"_s, path});
        QVERIFY2(counted.status == 0, counted.err.constData());
        const QJsonObject expected = QJsonDocument::fromJson(counted.out).object();
        QVERIFY(!expected.isEmpty());

        const Output added = meshscope({u"endpoint"_s, u"add"_s, u"folder"_s, path, u"--name"_s, folder});
        QVERIFY2(added.status == 0, added.err.constData());
        const Output synced = meshscope({u"sync"_s, folder});
        QVERIFY2(synced.status == 0, synced.err.constData());
        const QJsonObject got = QJsonDocument::fromJson(synced.out)
                                    .object()
                                    .value(u"runs"_s)
                                    .toArray()
                                    .first()
                                    .toObject()
                                    .value(u"got"_s)
                                    .toObject();
        QStringList wrong;
        for (const QString &word : expected.keys()) {
            if (expected.value(word).isDouble() && expected.value(word).toInt() != got.value(word).toInt())
                wrong << u"%1: %2, counted %3"_s.arg(word).arg(got.value(word).toInt()).arg(expected.value(word).toInt());
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(folder + u": "_s + wrong.join(u"; "_s)));
    }

    void aSecondSyncFindsNothingNew()
    {
        const Output again = meshscope({u"sync"_s, u"odcs"_s});
        QCOMPARE(again.status, 0);
        const QJsonObject run = QJsonDocument::fromJson(again.out).object().value(u"runs"_s).toArray().first().toObject();
        QVERIFY(run.value(u"unchanged"_s).toBool());
    }

    /// Everything found opens, and its document comes back byte for byte.
    void whatIsFoundIsShown()
    {
        const Output found = meshscope({u"search"_s, u"order"_s, u"--limit"_s, u"20"_s});
        QCOMPARE(found.status, 0);
        const QJsonArray hits = QJsonDocument::fromJson(found.out).object().value(u"hits"_s).toArray();
        QVERIFY(hits.size() > 5);
        for (const QJsonValue &hit : hits) {
            const Output shown = meshscope({u"show"_s, hit[u"address"_s].toString()});
            QVERIFY2(shown.status == 0, shown.err.constData());
            QCOMPARE(QJsonDocument::fromJson(shown.out).object().value(u"address"_s).toString(),
                     hit[u"address"_s].toString());
        }
        const QString contract = u"odcs/contract/53581432-6c55-4ba2-a65f-72344a91553a"_s;
        const QJsonObject shown = QJsonDocument::fromJson(meshscope({u"show"_s, contract}).out).object();
        const QString document = shown.value(u"sources"_s)[0][u"document"_s].toString();
        QFile file(corpusPath() + u"/odcs/"_s + document);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(document));
        const Output source = meshscope({u"show"_s, contract, u"--source"_s});
        QCOMPARE(source.status, 0);
        QCOMPARE(source.out, file.readAll());
    }
};

MESHSCOPE_TEST(TestCorpus)
#include "tst_corpus.moc"
