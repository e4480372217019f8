#include "models/samples/rawrows.h"
#include "tests/fuzz/looking.h"

#include <QDir>
#include <QTemporaryFile>

namespace meshscope::test {

namespace {

/// One file for all inputs of a run, in memory where there is such a place: a disk would be most of the work.
QString fileWith(const QByteArray &bytes)
{
    static QTemporaryFile file(
        QDir(QFileInfo(QStringLiteral("/dev/shm")).isWritable() ? QStringLiteral("/dev/shm") : QDir::tempPath())
            .filePath(QStringLiteral("reader-XXXXXX")));
    require(file.isOpen() || file.open(), "no temporary file");
    require(file.resize(0) && file.seek(0) && file.write(bytes) == bytes.size() && file.flush(), "a full disk");
    return file.fileName();
}

template<class Read>
void readText(const QByteArray &bytes, const QString &encoding, const Read &read)
{
    auto file = std::make_unique<QFile>(fileWith(bytes));
    require(file->open(QIODevice::ReadOnly), "the temporary file is gone");
    Result<TextSource> source = TextSource::open(std::move(file), encoding, [] { return false; });
    if (!source)
        return;
    if (const Result<RawRows> rows = read(*source)) {
        for (const QStringList &row : rows->rows)
            require(row.size() <= mostColumns, "a row with too many columns");
    }
}

} // namespace

void readCsv(const QByteArray &bytes)
{
    readText(bytes, {}, [](TextSource &source) { return readDelimited(source, {}, 100); });
    readText(bytes, QStringLiteral("latin1"), [](TextSource &source) {
        DelimitedOptions options;
        options.delimiter = QStringLiteral(";");
        options.quote = QStringLiteral("'");
        options.expected = {QStringLiteral("order_id"), QStringLiteral("amount")};
        options.topLevel = 2;
        return readDelimited(source, options, 3);
    });
}

void readJsonRows(const QByteArray &bytes)
{
    readText(bytes, {}, [](TextSource &source) { return readJson(source, 100); });
}

void readSqliteFile(const QByteArray &bytes)
{
    if (const Result<RawRows> rows = readSqlite(fileWith(bytes), {QStringLiteral("orders")}, 100, [] { return false; })) {
        for (const QStringList &row : rows->rows)
            require(row.size() == rows->names.size(), "a row that does not fit its columns");
    }
}

} // namespace meshscope::test
