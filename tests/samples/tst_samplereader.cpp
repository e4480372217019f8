#include "models/samples/sample.h"

#include "models/mesh/meshbuilder.h"

#include "tests/support/testmain.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QStringEncoder>
#include <QTemporaryDir>

#include <sqlite3.h>
#include <sys/stat.h>

using namespace meshscope;

namespace {

/// A folder with one product, one port, one contract and its schema; rows in whatever file a test writes.
struct Fixture {
    QTemporaryDir dir;
    QString folder = dir.filePath(QStringLiteral("mesh"));
    QStringList roots{folder};
    QList<Column> columns;
    QList<Property> settings;
    QString type = QStringLiteral("local");
    bool granted = false;
    MeshPtr mesh;
    std::shared_ptr<MemoryDetails> details;

    Fixture() { QDir().mkpath(folder + QStringLiteral("/data")); }

    Fixture &column(const char *path, const char *classification = "", const char *logical = "string")
    {
        Column c;
        c.dataset = QStringLiteral("ds");
        c.path = QString::fromUtf8(path);
        c.classification = QString::fromLatin1(classification);
        c.logicalType = QString::fromLatin1(logical);
        c.ordinal = int(columns.size());
        columns.append(c);
        return *this;
    }
    Fixture &set(const char *key, const QString &value)
    {
        settings.append({QString::fromLatin1(key), value});
        return *this;
    }
    Fixture &file(const QString &name, const QByteArray &bytes)
    {
        const QString path = folder + u'/' + name;
        QDir().mkpath(QFileInfo(path).absolutePath());
        QFile out(path);
        if (out.open(QIODevice::WriteOnly))
            out.write(bytes);
        return *this;
    }
    /// The same, as what the server names.
    Fixture &data(const QString &name, const QByteArray &bytes)
    {
        set("path", name);
        return file(name, bytes);
    }
    NodeId build(Kind kind = Kind::Port)
    {
        Records r;
        DataProduct product;
        product.id = QStringLiteral("p");
        r.products = {product};
        Contract contract;
        contract.id = QStringLiteral("c");
        contract.source.file = QStringLiteral("contracts/c.yaml");
        Server server;
        server.name = QStringLiteral("sample");
        server.type = type;
        server.settings = settings;
        contract.servers = {server};
        r.contracts = {contract};
        Dataset dataset;
        dataset.id = QStringLiteral("ds");
        dataset.name = QStringLiteral("orders");
        dataset.contract = QStringLiteral("c");
        r.datasets = {dataset};
        Port port;
        port.id = portId(QStringLiteral("p"), true, QStringLiteral("out"), {});
        port.name = QStringLiteral("out");
        port.product = QStringLiteral("p");
        port.contract = QStringLiteral("c");
        port.datasets = {QStringLiteral("ds")};
        r.ports = {port};
        r.columns = columns;
        details = std::make_shared<MemoryDetails>();
        details->add(QStringLiteral("shop"), r);
        MeshBuilder builder(details);
        EndpointFacts facts;
        facts.name = QStringLiteral("shop");
        builder.add(facts, r);
        mesh = builder.build();
        switch (kind) {
        case Kind::Product: return mesh->find(QStringLiteral("shop"), kind, QStringLiteral("p"));
        case Kind::Contract: return mesh->find(QStringLiteral("shop"), kind, QStringLiteral("c"));
        case Kind::Dataset: return mesh->find(QStringLiteral("shop"), kind, QStringLiteral("ds"));
        default: return mesh->find(QStringLiteral("shop"), Kind::Port, port.id);
        }
    }
    Result<Sample> read(int rows = 100, bool unmasked = false, Kind kind = Kind::Port,
                        const std::function<bool()> &cancelled = {})
    {
        const NodeId node = build(kind);
        const SampleReader reader([this](const QString &) { return roots; },
                                  [this](const Mesh &, NodeId) { return granted; }, "salt");
        return reader.read(*mesh, {node, rows, unmasked}, cancelled);
    }
};

QString table(const Result<Sample> &sample)
{
    if (!sample)
        return QStringLiteral("error: ") + sample.error().text;
    QStringList lines;
    QStringList names;
    for (const SampleColumn &column : sample->columns)
        names << column.name + u':' + column.type;
    lines << names.join(u'|');
    for (const QStringList &row : sample->rows) {
        QStringList cells;
        for (const QString &cell : row)
            cells << (cell.isNull() ? QStringLiteral("NULL") : cell);
        lines << cells.join(u'|');
    }
    if (sample->more)
        lines << QStringLiteral("…");
    return lines.join(u'/');
}

QString everything(const Sample &sample)
{
    QString all = table(sample);
    for (const Issue &issue : sample.issues)
        all += issue.text;
    return all;
}

bool makeDatabase(const QString &path, const QByteArray &sql)
{
    sqlite3 *db = nullptr;
    const bool ok = sqlite3_open(QFile::encodeName(path).constData(), &db) == SQLITE_OK &&
                    sqlite3_exec(db, sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_close(db);
    return ok;
}

} // namespace

/// First rows of every kind of file, inside the folder only, masked unless a grant says otherwise.
class TestSampleReader : public QObject {
    Q_OBJECT
private slots:
    void readsDelimitedText_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *tag, const char *name, const QByteArray &text, const char *expected) {
            QTest::newRow(tag) << QString::fromLatin1(name) << text << QString::fromUtf8(expected);
        };
        row("plain", "a.csv", "id,name\n1,A\n2,B\n", "id:integer|name:string/1|A/2|B");
        row("CRLF, no end", "a.csv", "id,name\r\n1,A\r\n2,B", "id:integer|name:string/1|A/2|B");
        row("old Mac", "a.csv", "id,name\r1,A\r2,B\r", "id:integer|name:string/1|A/2|B");
        row("quotes", "a.csv", "id,name\n1,\"A, \"\"B\"\"\"\n2,\"x\ny\"\n", "id:integer|name:string/1|A, \"B\"/2|x\ny");
        row("quotes within", "a.csv", "id,name\n1,6\" pipe\n", "id:integer|name:string/1|6\" pipe");
        row("semicolon", "a.csv", "id;name\n1;A,B\n2;C\n", "id:integer|name:string/1|A,B/2|C");
        row("pipe", "a.txt", "id|name\n1|A\n", "id:integer|name:string/1|A");
        row("tabs", "a.tsv", "id\tname\n1\tA B\n", "id:integer|name:string/1|A B");
        row("tabs in a csv", "a.csv", "id\tname\n1\tA\n", "id:integer|name:string/1|A");
        row("one column", "a.csv", "name\nA\nB\n", "name:string/A/B");
        row("empty values", "a.csv", "a,b\n,\n", "a:string|b:string/|");
        row("empty lines", "a.csv", "a,b\n\n1,2\n\n", "a:integer|b:integer/1|2");
        row("BOM", "a.csv", "\xef\xbb\xbfid,name\n1,\xc3\xa4\n", "id:integer|name:string/1|ä");
        row("types", "a.csv", "i,n,d,t,b\n1,1.5,2026-01-02,2026-01-02T03:04:05Z,true\n",
            "i:integer|n:number|d:date|t:timestamp|b:boolean/1|1.5|2026-01-02|2026-01-02T03:04:05Z|true");
        row("exact numbers", "a.csv", "n\n9223372036854775807\n12345678901234567890.10\n",
            "n:number/9223372036854775807/12345678901234567890.10");
        row("header only", "a.csv", "id,name\n", "id:string|name:string");
        row("same names", "a.csv", "a,a\nx,y\n", "a:string|a:string/x|y");
        row("ragged", "a.csv", "a,b\n1\n2,3,4\n", "a:integer|b:integer|column 3:integer/1|NULL|NULL/2|3|4");
        row("empty", "a.csv", "", "");
        row("JSON lines", "a.jsonl",
            "{\"id\": 1, \"o\": {\"x\": \"\\u00e4\", \"y\": null}}\n\n{\"o\": {\"x\": \"b\"}, \"z\": [1, 2.50]}\n",
            "id:integer|o.x:string|o.y:string|z:string/1|ä|NULL|NULL/NULL|b|NULL|[1,2.50]");
        row("exact JSON numbers", "a.ndjson", "{\"n\": 9007199254740993}\n{\"n\": 1.10}\n",
            "n:number/9007199254740993/1.10");
        row("JSON array", "a.json", " [ {\"a\": 1} , {\"a\": true} ] ", "a:string/1/true");
        row("objects over several lines", "a.json", "{\n \"a\": 1\n}\n{\n \"a\": 2\n}\n", "a:integer/1/2");
        row("a bad line", "a.jsonl", "{\"a\": 1}\n{\"a\": ]}\n{\"a\": 3}\noops\n{\"a\": 4}", "a:integer/1/3/4");
        row("scalars", "a.jsonl", "1\n\"x\"\nnull\n", "value:string/1/x/NULL");
        row("escapes", "a.jsonl", "{\"a\": \"\\\"\\\\\\/\\n\\ud83d\\ude00\"}", "a:string/\"\\/\n😀");
        row("deep", "a.jsonl", "{\"a\": " + QByteArray(100, '[') + "1" + QByteArray(100, ']') + "}",
            QByteArray("a:string/" + QByteArray(100, '[') + "1" + QByteArray(100, ']')).constData());
        row("sniffed JSON", "data", "[{\"a\": 1}]", "a:integer/1");
    }
    void readsDelimitedText()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, text);
        Fixture f;
        const Result<Sample> sample = f.data(QStringLiteral("data/") + name, text).read();
        QTEST(table(sample), "expected");
        QCOMPARE(sample->location, QStringLiteral("data/") + name);
        QVERIFY(sample->endpoint.isEmpty());
        QVERIFY(sample->readAt.isValid());
        QVERIFY(!sample->more);
    }

    void theServerSaysHowItIsWritten()
    {
        Fixture f;
        f.set("delimiter", QStringLiteral("tab"))
            .set("header", QStringLiteral("false"))
            .set("encoding", QStringLiteral("latin1"));
        f.column("id", "", "integer").column("city");
        QCOMPARE(table(f.data(QStringLiteral("a.dat"), "1\tK\xf6ln\n2\tX, Y\n").set("format", QStringLiteral("csv")).read()),
                 QStringLiteral("id:integer|city:string/1|Köln/2|X, Y"));
    }

    void encodings_data()
    {
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<QByteArray>("bytes");
        const QString text = QStringLiteral("name\nKöln 数据\n");
        for (const auto encoding : {QStringConverter::Utf8, QStringConverter::Utf16LE, QStringConverter::Utf16BE}) {
            QStringEncoder plain(encoding);
            QStringEncoder marked(encoding, QStringConverter::Flag::WriteBom);
            const QByteArray with = marked(text);
            QTest::newRow(QStringConverter::nameForEncoding(encoding)) << QString() << with;
            const QByteArray without = plain(text);
            QTest::addRow("%s named", QStringConverter::nameForEncoding(encoding))
                << QString::fromLatin1(QStringConverter::nameForEncoding(encoding)) << without;
        }
    }
    void encodings()
    {
        QFETCH(QString, encoding);
        QFETCH(QByteArray, bytes);
        Fixture f;
        if (!encoding.isEmpty())
            f.set("encoding", encoding);
        QCOMPARE(table(f.data(QStringLiteral("a.csv"), bytes).read()), QStringLiteral("name:string/Köln 数据"));
    }

    void oddBytesAreSaid()
    {
        Fixture f;
        const Result<Sample> invalid = f.data(QStringLiteral("a.csv"), "name\nK\xf6ln\n").read();
        QVERIFY(invalid);
        QVERIFY(invalid->rows.first().first().contains(QChar(0xfffd)));
        QCOMPARE(invalid->issues.size(), 1);
        QCOMPARE(invalid->issues.first().where.file, QStringLiteral("a.csv"));
        Fixture g;
        const Result<Sample> nul = g.data(QStringLiteral("a.csv"), QByteArray("name\na\0b\n", 9)).read();
        QVERIFY(nul);
        QCOMPARE(nul->rows.first().first(), QStringLiteral("a␀b"));
        QVERIFY(!nul->issues.isEmpty());
        Fixture h;
        h.set("encoding", QStringLiteral("klingon"));
        const Result<Sample> unknown = h.data(QStringLiteral("a.csv"), "x\n").read();
        QVERIFY(!unknown);
        QVERIFY(unknown.error().text.contains(QStringLiteral("klingon")));
    }

    void readsOnlyWhatIsAskedFor()
    {
        Fixture f;
        QByteArray text = "id,name\n";
        for (int i = 0; i < 1000; ++i)
            text += QByteArray::number(i) + ",x\n";
        f.data(QStringLiteral("a.csv"), text);
        const Result<Sample> ten = f.read(10);
        QCOMPARE(ten->rows.size(), 10);
        QVERIFY(ten->more);
        QVERIFY(!f.read(1000)->more);
        QCOMPARE(f.read(0)->rows.size(), 0);
        QVERIFY(f.read(0)->more);
        QCOMPARE(f.read(-5)->rows.size(), 0);
    }

    void aHugeFileCostsWhatItsFirstRowsCost_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("csv") << "a.csv" << QByteArray("id,name\n1,A\n2,B\n3,C\n");
        QTest::newRow("json lines") << "a.jsonl" << QByteArray("{\"id\":1}\n{\"id\":2}\n{\"id\":3}\n");
        QTest::newRow("json array") << "a.json" << QByteArray("[{\"id\":1},{\"id\":2},{\"id\":3},");
    }
    void aHugeFileCostsWhatItsFirstRowsCost()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, head);
        Fixture f;
        f.data(name, head);
        QFile file(f.folder + u'/' + name);
        QVERIFY(file.resize(64LL * 1024 * 1024 * 1024)); // 64 GB with nothing in it
        int polls = 0;
        const Result<Sample> sample = f.read(2, false, Kind::Port, [&] { return ++polls > 100; });
        QVERIFY2(sample, qPrintable(sample ? QString() : sample.error().text));
        QCOMPARE(sample->rows.size(), 2);
        QVERIFY(sample->more);
        QVERIFY(polls < 5); // it polls for each piece it reads
    }

    void aLineWithoutEndIsBounded()
    {
        Fixture f;
        f.data(QStringLiteral("a.csv"), "id,name\n1,\"never closed " + QByteArray(40 * 1024 * 1024, 'x'));
        const Result<Sample> sample = f.read();
        QVERIFY(sample);
        QCOMPARE(sample->rows.size(), 1);
        QVERIFY(sample->rows.first().last().size() < 64 * 1024);
        QVERIFY(!sample->issues.isEmpty());
        Fixture g;
        g.data(QStringLiteral("a.jsonl"), "{\"a\": \"" + QByteArray(40 * 1024 * 1024, 'x') + "\"}\n{\"a\": \"b\"}\n");
        const Result<Sample> lines = g.read();
        QCOMPARE(lines->rows.size(), 2);
        QCOMPARE(lines->rows.last().first(), QStringLiteral("b"));
    }

    void canBeCancelled()
    {
        Fixture f;
        const Result<Sample> sample =
            f.data(QStringLiteral("a.csv"), "a\n" + QByteArray(4'000'000, 'x')).read(10, false, Kind::Port, [] {
                return true;
            });
        QVERIFY(!sample);
        QCOMPARE(sample.error().code, Error::Code::Cancelled);
    }

    void readsSqlite()
    {
        Fixture f;
        f.set("path", QStringLiteral("data/shop.db")).set("format", QStringLiteral("sqlite"));
        QVERIFY(makeDatabase(f.folder + QStringLiteral("/data/shop.db"),
                             "CREATE TABLE other(x); CREATE TABLE Orders(id INTEGER, price REAL, note TEXT, raw BLOB);"
                             "INSERT INTO Orders VALUES(9223372036854775807, 0.1, 'a', x'0102'), (-1, NULL, '', NULL);"));
        const QByteArray before = [&] {
            QFile file(f.folder + QStringLiteral("/data/shop.db"));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }();
        QCOMPARE(table(f.read()), QStringLiteral("id:integer|price:number|note:string|raw:string/"
                                                 "9223372036854775807|0.1|a|(2 bytes)/-1|NULL||NULL"));
        QCOMPARE(f.read()->kind, QStringLiteral("sqlite"));
        QVERIFY(f.read(1)->more);
        QFile file(f.folder + QStringLiteral("/data/shop.db"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), before);
        QCOMPARE(QDir(f.folder + QStringLiteral("/data")).entryList(QDir::Files), QStringList{QStringLiteral("shop.db")});
    }

    void badDatabasesSayWhy()
    {
        Fixture f;
        f.set("format", QStringLiteral("sqlite"));
        const Result<Sample> garbage = f.data(QStringLiteral("a.db"), QByteArray(5000, 'x')).read();
        QVERIFY(!garbage);
        QVERIFY(garbage.error().text.contains(QStringLiteral("a.db")));
        Fixture g;
        g.set("path", QStringLiteral("b.db"));
        QVERIFY(makeDatabase(g.folder + QStringLiteral("/b.db"), "CREATE TABLE x(a); CREATE TABLE y(a);"));
        const Result<Sample> missing = g.read();
        QVERIFY(!missing);
        QVERIFY2(missing.error().text.contains(QStringLiteral("orders")) &&
                     missing.error().text.contains(QStringLiteral("x, y")),
                 qPrintable(missing.error().text));
        Fixture h;
        h.set("path", QStringLiteral("c.db"));
        QVERIFY(makeDatabase(h.folder + QStringLiteral("/c.db"),
                             "CREATE VIEW orders AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT "
                             "count(*) FROM n;"));
        int polls = 0;
        const Result<Sample> endless = h.read(10, false, Kind::Port, [&] { return ++polls > 3; });
        QVERIFY(!endless);
        QCOMPARE(endless.error().code, Error::Code::Cancelled);
    }

    void findsWhatTheServerNames_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("location");
        QTest::newRow("glob") << "data/orders-*.csv"
                              << "data/orders-1.csv";
        QTest::newRow("glob of folders") << "da*/orders-?.csv"
                                         << "data/orders-1.csv";
        QTest::newRow("any depth") << "**/deep.csv"
                                   << "data/x/y/deep.csv";
        QTest::newRow("placeholder") << "data/{model}.csv"
                                     << "data/orders.csv";
        QTest::newRow("table") << "data/{ table }.csv"
                               << "data/orders.csv";
        QTest::newRow("beside the contract") << "local.csv"
                                             << "contracts/local.csv";
        QTest::newRow("dots inside") << "./data/x/../orders.csv"
                                     << "data/orders.csv";
        QTest::newRow("folder") << "data/x/y"
                                << "data/x/y/deep.csv";
        QTest::newRow("link inside") << "data/link.csv"
                                     << "data/orders.csv";
    }
    void findsWhatTheServerNames()
    {
        QFETCH(QString, path);
        Fixture f;
        for (const char *name :
             {"data/orders-2.csv", "data/orders-1.csv", "data/orders.csv", "data/x/y/deep.csv", "contracts/local.csv"})
            f.file(QString::fromLatin1(name), "a\n1\n");
        QVERIFY(QFile::link(QStringLiteral("orders.csv"), f.folder + QStringLiteral("/data/link.csv")));
        f.set("path", path);
        const Result<Sample> sample = f.read();
        QVERIFY2(sample, qPrintable(sample ? QString() : sample.error().text));
        QTEST(sample->location, "location");
    }

    void absolutePathsInsideAreFine()
    {
        Fixture f;
        f.file(QStringLiteral("data/a b.csv"), "a\n1\n");
        f.set("path", f.folder + QStringLiteral("/data/a b.csv"));
        QVERIFY(f.read());
        Fixture g;
        g.file(QStringLiteral("data/a b.csv"), "a\n1\n");
        g.set("path", QStringLiteral("file://") + g.folder + QStringLiteral("/data/a%20b.csv"));
        QVERIFY(g.read());
        Fixture h;
        const QString declared = h.dir.filePath(QStringLiteral("lake"));
        QVERIFY(QDir().mkpath(declared));
        h.file(QStringLiteral("../lake/x.csv"), "a\n1\n");
        h.set("path", declared + QStringLiteral("/x.csv"));
        QVERIFY(!h.read());
        h.roots << declared;
        QVERIFY(h.read());
    }

    void nothingOutsideIsOpened_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *path :
             {"../secret.csv", "data/../../secret.csv", "/etc/passwd", "file:///etc/passwd", "link.csv", "linked/secret.csv",
              "../*.csv", "data/../../../../../../../etc/passwd", "linked/*.csv", "file://elsewhere/x.csv",
              "{model}/../../secret.csv", "%2e%2e/secret.csv", "file:../secret.csv"})
            QTest::newRow(path) << QString::fromLatin1(path);
    }
    void nothingOutsideIsOpened()
    {
        QFETCH(QString, path);
        Fixture f;
        f.file(QStringLiteral("../secret.csv"), "password\nhunter2\n");
        f.file(QStringLiteral("../out/secret.csv"), "password\nhunter2\n");
        QVERIFY(QFile::link(QStringLiteral("../secret.csv"), f.folder + QStringLiteral("/link.csv")));
        QVERIFY(QFile::link(QStringLiteral("../out"), f.folder + QStringLiteral("/linked")));
        f.set("path", path);
        const Result<Sample> sample = f.read();
        QVERIFY2(!sample, qPrintable(table(sample)));
        QVERIFY(!sample.error().text.contains(QStringLiteral("hunter2")));
        QVERIFY(sample.error().code == Error::Code::Refused || sample.error().code == Error::Code::NotFound);
    }

    void whatCannotBeShownSaysWhy_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("word");
        QTest::newRow("s3") << "s3"
                            << "s3://bucket/x.csv" << QByteArray() << "s3";
        QTest::newRow("s3 path of a custom server") << "custom"
                                                    << "s3://bucket/x.csv" << QByteArray() << "s3";
        QTest::newRow("snowflake") << "snowflake"
                                   << "" << QByteArray() << "snowflake";
        QTest::newRow("https") << "local"
                               << "https://example.com/x.csv" << QByteArray() << "https";
        QTest::newRow("parquet") << "local"
                                 << "a.parquet" << QByteArray("PAR1xxxx") << "Parquet";
        QTest::newRow("parquet by content") << "local"
                                            << "a.csv" << QByteArray("PAR1xxxx") << "Parquet";
        QTest::newRow("gzip") << "local"
                              << "a.csv.gz" << QByteArray("\x1f\x8b\x08") << "compressed";
        QTest::newRow("avro") << "local"
                              << "a.avro" << QByteArray("Obj\x01\0\0", 6) << "a.avro";
        QTest::newRow("vanished") << "local"
                                  << "gone.csv" << QByteArray() << "gone.csv";
        QTest::newRow("no path") << "local"
                                 << "" << QByteArray() << "path";
        QTest::newRow("not JSON at all") << "local"
                                         << "a.json" << QByteArray("<html>") << "a.json";
    }
    void whatCannotBeShownSaysWhy()
    {
        QFETCH(QString, type);
        QFETCH(QString, path);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, word);
        Fixture f;
        f.type = type;
        if (!bytes.isEmpty())
            f.file(path, bytes);
        if (!path.isEmpty())
            f.set("path", path);
        const Result<Sample> sample = f.read();
        QVERIFY(!sample);
        QVERIFY2(sample.error().text.contains(word), qPrintable(sample.error().text));
    }

    void pipesAndFoldersDoNotHang()
    {
        Fixture f;
        f.set("path", QStringLiteral("pipe.csv"));
        QCOMPARE(::mkfifo(QFile::encodeName(f.folder + QStringLiteral("/pipe.csv")).constData(), 0600), 0);
        QVERIFY(!f.read());
    }

    void everyKindOfNodeGivesRows_data()
    {
        QTest::addColumn<int>("kind");
        for (const Kind kind : {Kind::Product, Kind::Port, Kind::Contract, Kind::Dataset})
            QTest::newRow(qPrintable(kindWord(kind))) << int(kind);
    }
    void everyKindOfNodeGivesRows()
    {
        QFETCH(int, kind);
        Fixture f;
        f.data(QStringLiteral("a.csv"), "mail\nana@example.com\n").column("mail", "personal");
        const Result<Sample> masked = f.read(10, true, Kind(kind));
        QCOMPARE(table(masked), QStringLiteral("mail:string/a•••@example.com"));
        f.granted = true;
        QCOMPARE(table(f.read(10, true, Kind(kind))), QStringLiteral("mail:string/ana@example.com"));
        QCOMPARE(table(f.read(10, false, Kind(kind))), QStringLiteral("mail:string/a•••@example.com"));
    }

    void maskedValuesNeverLeak_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *tag, const char *name, const QByteArray &text) {
            QTest::newRow(tag) << QString::fromLatin1(name) << text;
        };
        row("as declared", "a.csv", "id,name,mail,note\n1,RAWNAME,RAWMAIL@x.org,RAWNOTE\n");
        row("other case", "a.csv", "ID,Name,E-Mail,NOTE\n1,RAWNAME,RAWMAIL@x.org,RAWNOTE\n");
        row("other order", "a.csv", "note,mail,name,id\nRAWNOTE,RAWMAIL@x.org,RAWNAME,1\n");
        row("no header", "a.csv", "1,RAWNAME,RAWMAIL@x.org,RAWNOTE\n2,RAWNAME,RAWMAIL@x.org,RAWNOTE\n");
        row("no header, another width", "a.csv", "RAWNAME,RAWMAIL@x.org,RAWNOTE\nRAWNAME,RAWMAIL@x.org,RAWNOTE\n");
        row("unquoted comma", "a.csv", "id,name,mail,note\n1,RAWNAME, RAWNAME,RAWMAIL@x.org,RAWNOTE\n");
        row("value missing", "a.csv", "id,name,mail,note\nRAWNAME,RAWMAIL@x.org,RAWNOTE\n");
        row("renamed column", "a.csv", "id,full_name,mail,note\n1,RAWNAME,RAWMAIL@x.org,RAWNOTE\n");
        row("same header twice", "a.csv", "id,name,name,mail,note\n1,RAWNAME,RAWNAME,RAWMAIL@x.org,RAWNOTE\n");
        row("wrong delimiter", "a.csv", "id^name^mail^note\n1^RAWNAME^RAWMAIL@x.org^RAWNOTE\n");
        row("json", "a.jsonl", "{\"id\":1,\"name\":\"RAWNAME\",\"mail\":\"RAWMAIL@x.org\",\"note\":\"RAWNOTE\"}\n");
        row("nested under a masked name", "a.jsonl",
            "{\"id\":1,\"name\":{\"first\":\"RAWNAME\"},\"mail\":[\"RAWMAIL@x.org\"],\"note\":{\"a\":[{\"b\":\"RAWNOTE\"}]}}"
            "\n");
        row("wrapped", "a.jsonl",
            "{\"row\":{\"id\":1,\"name\":\"RAWNAME\",\"mail\":\"RAWMAIL@x.org\",\"note\":\"RAWNOTE\"}}\n");
        row("not objects", "a.jsonl", "[1,\"RAWNAME\",\"RAWMAIL@x.org\",\"RAWNOTE\"]\n\"RAWNAME\"\n");
        row("broken line", "a.jsonl", "{\"id\":1,\"name\":\"RAWNAME\n{\"id\":2}\n");
        row("broken array", "a.json", "[{\"id\":1},{\"id\":2,\"name\":\"RAWNAME\",]");
    }
    void maskedValuesNeverLeak()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, text);
        Fixture f;
        f.column("id", "public", "integer").column("name", "personal").column("mail", "PII").column("note", "confidential");
        const Result<Sample> sample = f.data(name, text).read(100, true); // asks, but holds no grant
        const QString shown = sample ? everything(*sample) : sample.error().text;
        QVERIFY2(!shown.contains(QStringLiteral("RAW")), qPrintable(shown));
        f.granted = true;
        const Result<Sample> lifted = f.read(100, true);
        if (lifted && text.contains("RAWMAIL"))
            QVERIFY2(everything(*lifted).contains(QStringLiteral("RAW")), qPrintable(everything(*lifted)));
    }

    void columnsNobodyDeclaredAreFlagged()
    {
        Fixture f;
        f.column("id", "public", "integer").column("mail", "personal");
        const Result<Sample> sample = f.data(QStringLiteral("a.csv"), "id,mail,colour\n1,ana@example.com,red\n").read();
        QVERIFY(sample);
        QCOMPARE(table(sample), QStringLiteral("id:integer|mail:string|colour:string/1|a•••@example.com|red"));
        QVERIFY(sample->columns.at(0).declared && !sample->columns.at(2).declared);
        QCOMPARE(sample->columns.at(1).masking, Masking::Partial);
        QVERIFY(sample->issues.first().text.contains(QStringLiteral("colour")));
    }

    void aMaskThatOneEndpointAsksForHolds()
    {
        Fixture f;
        f.column("mail").data(QStringLiteral("a.csv"), "mail\nana@example.com\n");
        f.build();
        // The same dataset in a second endpoint, where the column is classified.
        Records other;
        Dataset dataset;
        dataset.id = QStringLiteral("postgres://h:1/db.s.orders");
        dataset.ns = QStringLiteral("postgres://h:1");
        dataset.name = QStringLiteral("db.s.orders");
        other.datasets = {dataset};
        Column c;
        c.dataset = dataset.id;
        c.path = QStringLiteral("mail");
        c.classification = QStringLiteral("personal");
        other.columns = {c};
        Records first;
        Contract contract;
        contract.id = QStringLiteral("c");
        Server server;
        server.type = QStringLiteral("local");
        server.settings = {{QStringLiteral("path"), QStringLiteral("a.csv")}};
        contract.servers = {server};
        first.contracts = {contract};
        dataset.contract = QStringLiteral("c");
        first.datasets = {dataset};
        c.classification.clear();
        first.columns = {c};
        auto details = std::make_shared<MemoryDetails>();
        details->add(QStringLiteral("shop"), first);
        details->add(QStringLiteral("dbt"), other);
        MeshBuilder builder(details);
        EndpointFacts facts;
        facts.name = QStringLiteral("shop");
        builder.add(facts, first);
        facts.name = QStringLiteral("dbt");
        builder.add(facts, other);
        const MeshPtr mesh = builder.build();
        const SampleReader reader([&](const QString &) { return f.roots; }, {}, "salt");
        const NodeId node = mesh->find(QStringLiteral("shop"), Kind::Dataset, dataset.id);
        QCOMPARE(mesh->facts(node).size(), size_t(2));
        const Result<Sample> sample = reader.read(*mesh, {node, 10, true});
        QCOMPARE(table(sample), QStringLiteral("mail:string/a•••@example.com"));
    }
};

MESHSCOPE_TEST(TestSampleReader)
#include "tst_samplereader.moc"
