#include "models/catalogs/sniff.h"

#include "models/formats/format.h"
#include "tests/formats/kitchensinks.h"
#include "tests/formats/reading.h"
#include "tests/support/testmain.h"

#include <QDirIterator>

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;

/// What a large file is told apart by before it is parsed: a document lost here is lost without a word.
class TestSniff : public QObject {
    Q_OBJECT
private slots:
    void everyFormatIsWorthParsing_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("bytes");
        for (const KitchenSink &sink : kitchenSinks()) {
            if (!QByteArrayView(sink.file).startsWith("team")) // never large by itself, see below
                QTest::newRow(sink.file) << QString::fromLatin1(sink.file) << sink.text;
        }
        QTest::newRow("kind alone") << u"a.yaml"_s << QByteArray("kind: DataProduct\nid: a\ndomain: d\n");
        QTest::newRow("measured pipeline") << u"a.json"_s << QByteArray(R"({"kind": "DataProductObservabilityMetrics"})");
        QTest::newRow("ports alone") << u"a.json"_s
                                     << QByteArray(
                                            R"({"id": "a", "info": {"title": "A", "owner": "o"}, "outputPorts": []})");
        QTest::newRow("run without a time") << u"a.json"_s << QByteArray(R"({"run": {"runId": "1"}, "job": {"name": "j"}})");
        QTest::newRow("behind something else")
            << u"a.json"_s << QByteArray(R"([{"note": 1}, {"kind": "DataContract", "schema": []}])");
        QTest::newRow("lines behind something else")
            << u"a.ndjson"_s << QByteArray("{\"note\": 1}\n{\"kind\": \"DataContract\", \"schema\": []}\n");
        QTest::newRow("list of teams") << u"a.json"_s
                                       << QByteArray(R"([{"id": "t", "name": "T", "type": "team", "members": []}])");
        QTest::newRow("measurements") << u"x/measurements/m.ndjson"_s << QByteArray(R"({"target": "orders", "value": 1})");
        const QString wide = u"kind: DataProduct\nid: a\n"_s;
        QTest::newRow("UTF-16") << u"a.yaml"_s
                                << QByteArray("\xff\xfe") +
                                       QByteArray(reinterpret_cast<const char *>(wide.utf16()), wide.size() * 2);
    }
    void everyFormatIsWorthParsing()
    {
        QFETCH(const QString, file);
        QFETCH(const QByteArray, bytes);
        QVERIFY(mayBeDocument(bytes.left(sniffBytes), file));
        QVERIFY(isWorthParsing(bytes, file));
    }

    void rowsOfDataAreNot_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("list") << u"a.json"_s << QByteArray(R"([{"id": 1, "name": "a"}, {"id": 2, "name": "b"}])");
        QTest::newRow("lines") << u"a.ndjson"_s << QByteArray("{\"id\": 1}\n{\"id\": 2}\n");
        QTest::newRow("object") << u"a.json"_s << QByteArray(R"({"rows": [[1, 2], [3, 4]]})");
        QTest::newRow("settings") << u"a.yaml"_s << QByteArray("service:\n  port: 80\n");
    }
    void rowsOfDataAreNot()
    {
        QFETCH(const QString, file);
        QFETCH(const QByteArray, bytes);
        QVERIFY(!isWorthParsing(bytes, file));
    }

    void realDocumentsAreWorthParsing()
    {
        if (!corpus().exists())
            QSKIP("skipped: no corpus");
        int documents = 0;
        for (QDirIterator it(corpus().path(), QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
            const QString path = it.next();
            if (!isCalledDocument(path) || it.fileInfo().size() > 1 << 20)
                continue;
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            ReadContext context;
            context.file = corpus().relativeFilePath(path);
            const FileRecords read = readFile(bytes, context);
            if (read.recognised == 0 || read.formats == QStringList{u"team"_s})
                continue;
            ++documents;
            QVERIFY2(isWorthParsing(bytes, context.file), qPrintable(context.file));
        }
        QVERIFY(documents > 100);
    }
};

MESHSCOPE_TEST(TestSniff)

#include "tst_sniff.moc"
