#include "tests/fuzz/readers.h"

#include "models/formats/format.h"
#include "tests/support/testmain.h"

#include <QDirIterator>
#include <QFile>

using namespace meshscope;
using namespace meshscope::test;

/// What the fuzzers begin with, and what once brought a reader down: fuzz/found/<reader>.
class ReadersTest : public QObject {
    Q_OBJECT

private:
    static QStringList files(const QString &folder)
    {
        QStringList paths;
        QDirIterator it(QStringLiteral(MESHSCOPE_SOURCE_DIR "/tests/fuzz/") + folder, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext())
            paths.append(it.next());
        paths.sort();
        return paths;
    }
    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void everyReaderHasSeeds()
    {
        for (const FuzzedReader &reader : fuzzedReaders())
            QVERIFY2(!files(QStringLiteral("seeds/") + QString::fromLatin1(reader.name)).isEmpty(), reader.name);
    }
    /// Else the fuzzer would only search in what no dialect reads.
    void seedsAreOfTheirFormat()
    {
        for (const QString &path : files(QStringLiteral("seeds"))) {
            const QString reader = path.section(u'/', -2, -2);
            const auto isReader = [&](const FuzzedReader &one) { return reader == QLatin1StringView(one.name); };
            if (std::none_of(fuzzedFormats().begin(), fuzzedFormats().end(), isReader))
                continue;
            ReadContext context;
            context.file = reader == u"measurements" ? QStringLiteral("measurements/a.ndjson") : path.section(u'/', -1);
            QVERIFY2(readFile(bytesOf(path), context).recognised > 0, qPrintable(path));
        }
    }
    void noneBringsItsReaderDown_data()
    {
        QTest::addColumn<QString>("path");
        for (const QString &path : files(QStringLiteral("seeds")) + files(QStringLiteral("found")))
            QTest::newRow(qPrintable(path.section(u'/', -3))) << path;
    }
    void noneBringsItsReaderDown()
    {
        QFETCH(QString, path);
        const FuzzedReader *reader = fuzzedReader(path.section(u'/', -2, -2).toLatin1());
        QVERIFY2(reader, qPrintable(path));
        reader->read(bytesOf(path));
    }
};

MESHSCOPE_TEST(ReadersTest)
#include "tst_readers.moc"
