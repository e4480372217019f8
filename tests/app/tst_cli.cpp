#include "tests/app/meshfolder.h"
#include "tests/support/testmain.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

/// The real program as scripts use it: answers, exit status, errors.
class TestCli : public QObject {
    Q_OBJECT
private:
    struct Output {
        int status = -1;
        QByteArray out;
        QByteArray err;
        [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    };

    Output run(const QStringList &arguments) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_DATA_HOME"_s, m_dir.filePath(u"data"_s));
        environment.insert(u"HOME"_s, m_dir.path());
        environment.insert(u"MESHSCOPE_KEYSTORE"_s, u"file"_s);
        process.setProcessEnvironment(environment);
        process.start(qEnvironmentVariable("MESHSCOPE_PROGRAM"), arguments);
        if (!process.waitForFinished(60'000))
            return {};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
                process.readAllStandardError()};
    }
    Output on(const QStringList &arguments) const
    {
        return run(QStringList{u"-w"_s, m_dir.filePath(u"w.mesh"_s), u"--json"_s} + arguments);
    }

    QTemporaryDir m_dir;

private slots:
    void initTestCase()
    {
        QVERIFY(QFile::exists(qEnvironmentVariable("MESHSCOPE_PROGRAM")));
        QVERIFY(meshscope::test::writeMeshFolder(
            m_dir.filePath(u"mesh"_s), QDateTime::currentDateTimeUtc().addSecs(-600).toString(Qt::ISODate).toUtf8()));
        const Output added = on({u"endpoint"_s, u"add"_s, u"folder"_s, m_dir.filePath(u"mesh"_s), u"--name"_s, u"shop"_s});
        QVERIFY2(added.status == 0, added.err.constData());
        QCOMPARE(added.json().value(u"kind"_s).toString(), u"folder"_s);
        const Output synced = on({u"sync"_s});
        QVERIFY2(synced.status == 0, synced.err.constData());
        const QJsonObject run = synced.json().value(u"runs"_s).toArray().first().toObject();
        QCOMPARE(run.value(u"state"_s).toString(), u"complete"_s);
        QCOMPARE(run.value(u"got"_s)[u"product"_s].toInt(), 2);
        QCOMPARE(run.value(u"got"_s)[u"column"_s].toInt(), 3);
        QCOMPARE(run.value(u"got"_s)[u"port"_s].toInt(), 2);
    }

    void showsAProduct()
    {
        const Output shown = on({u"show"_s, u"shop/product/orders"_s});
        QVERIFY2(shown.status == 0, shown.err.constData());
        const QJsonObject product = shown.json();
        QCOMPARE(product.value(u"address"_s).toString(), u"shop/product/orders"_s);
        QCOMPARE(product.value(u"domain"_s).toArray().first().toString(), u"Sales"_s);
        QCOMPARE(product.value(u"ports"_s).toArray().size(), 1);
        const QJsonObject level = product.value(u"serviceLevels"_s).toArray().first().toObject();
        QCOMPARE(level.value(u"state"_s).toString(), u"met"_s);
        QCOMPARE(level.value(u"objective"_s)[u"value"_s].toDouble(), 14400.0);
    }

    void listsWhatItDoesNotModel()
    {
        const QJsonArray more = on({u"show"_s, u"shop/contract/orders-table"_s}).json().value(u"moreFields"_s).toArray();
        QVERIFY(std::any_of(more.begin(), more.end(), [](const QJsonValue &f) { return f[u"name"_s] == u"customNote"_s; }));
    }

    void printsTheSourceByteForByte()
    {
        const Output source = on({u"show"_s, u"shop/contract/orders-table"_s, u"--source"_s});
        QCOMPARE(source.status, 0);
        QFile file(m_dir.filePath(u"mesh/orders.odcs.yaml"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(source.out, file.readAll());
        const Output second = on({u"show"_s, u"shop/product/report"_s, u"--source"_s});
        QVERIFY(second.out.contains("Revenue report"));
        QVERIFY(!second.out.contains("Every order once"));
    }

    void findsByNameAndColumn()
    {
        const QJsonObject found = on({u"search"_s, u"orders"_s}).json();
        QCOMPARE(found.value(u"hits"_s)[0][u"address"_s].toString(), u"shop/product/orders"_s);
        const QJsonObject column = on({u"search"_s, u"order_id"_s, u"--kind"_s, u"column"_s}).json();
        QCOMPARE(column.value(u"total"_s).toInt(), 1);
    }

    void followsProductLineage()
    {
        const QJsonObject lineage = on({u"lineage"_s, u"shop/product/orders"_s, u"--down"_s, u"all"_s}).json();
        QCOMPARE(lineage.value(u"level"_s).toString(), u"product"_s);
        QCOMPARE(lineage.value(u"totals"_s)[u"down"_s].toInt(), 1);
        QCOMPARE(lineage.value(u"edges"_s)[0][u"to"_s].toString(), u"shop/product/report"_s);
        QVERIFY(lineage.value(u"complete"_s).toBool());
    }

    void showsEveryKeyOfEveryKind_data()
    {
        QTest::addColumn<QString>("address");
        for (const char *address : {"product/orders", "contract/orders-table", "port/orders%2Fout%2Ftable%2F1.0.0",
                                    "dataset/file%2Fdata%2Forders.csv", "data/orders.csv/email", "domain/Sales"})
            QTest::newRow(address) << QString::fromLatin1(address);
    }
    void showsEveryKeyOfEveryKind()
    {
        QFETCH(QString, address);
        const Output shown = on({u"show"_s, address});
        QVERIFY2(shown.status == 0, shown.err.constData());
        for (const char *key :
             {"address", "aliases", "kind", "name", "description", "domain", "owners", "lifecycle", "certification", "tags",
              "terms", "ports", "contract", "columns", "serviceLevels", "sources"})
            QVERIFY2(shown.json().contains(QLatin1StringView(key)), key);
    }

    void showsTheLevelsOfAContract()
    {
        const QJsonObject contract = on({u"show"_s, u"contract/orders-table"_s}).json();
        const QJsonArray levels = contract.value(u"serviceLevels"_s).toArray();
        QCOMPARE(levels.size(), 1);
        QCOMPARE(levels.first()[u"state"_s].toString(), u"met"_s);
        QCOMPARE(contract.value(u"status"_s).toString(), u"met"_s);
    }

    void masksPersonalColumnsInASample()
    {
        const Output sample = on({u"sample"_s, u"shop/product/orders"_s});
        QVERIFY2(sample.status == 0, sample.err.constData());
        QVERIFY(!sample.out.contains("a@x.example"));
        const QJsonObject json = sample.json();
        QCOMPARE(json.value(u"rows"_s).toArray().size(), 2);
        QVERIFY(json.value(u"columns"_s)[1][u"masked"_s].toString() != u"no"_s);
        QCOMPARE(json.value(u"rows"_s)[0][0], QJsonValue(1));
        QCOMPARE(json.value(u"rows"_s)[0][2], QJsonValue(10.5));
    }

    void asksAndIsGranted()
    {
        QVERIFY(on({u"profile"_s, u"--name"_s, u"Bob"_s, u"--email"_s, u"bob@shop.example"_s}).status == 0);
        const Output filed = on({u"request"_s, u"file"_s, u"shop/product/orders"_s, u"--purpose"_s, u"Forecast"_s,
                                 u"--until"_s, u"2099-12-31"_s});
        QVERIFY2(filed.status == 0, filed.err.constData());
        const QJsonObject request = filed.json().value(u"requests"_s).toArray().first().toObject();
        QCOMPARE(request.value(u"state"_s).toString(), u"sent"_s);
        const QString id = request.value(u"id"_s).toString();
        QVERIFY(QFile::exists(m_dir.filePath(u"mesh/access/"_s + id + u".dua.yaml"_s)));
        QCOMPARE(on({u"sync"_s}).status, 0);
        QCOMPARE(on({u"profile"_s, u"--name"_s, u"Ann Owner"_s, u"--email"_s, u"ann@shop.example"_s}).status, 0);
        QCOMPARE(on({u"request"_s, u"list"_s, u"--to-decide"_s}).json().value(u"requests"_s).toArray().size(), 1);
        const Output approved = on({u"request"_s, u"approve"_s, id, u"--note"_s, u"fine"_s});
        QVERIFY2(approved.status == 0, approved.err.constData());
        QCOMPARE(on({u"sync"_s}).status, 0);
        const QJsonObject shown = on({u"request"_s, u"show"_s, id}).json().value(u"requests"_s).toArray().first().toObject();
        QCOMPARE(shown.value(u"state"_s).toString(), u"granted"_s);
        QVERIFY(shown.value(u"verified"_s).isObject());
        const Output illegal = on({u"request"_s, u"reject"_s, id});
        QCOMPARE(illegal.status, 1);
        const QJsonObject audit = on({u"audit"_s, u"verify"_s}).json();
        QVERIFY(audit.value(u"ok"_s).toBool());
        QVERIFY(audit.value(u"events"_s).toInt() >= 2);
    }

    void whatCouldNotBeFiledIsRetried()
    {
        // A file where the folder of agreements should be: nobody can write below it, not even root.
        const QString access = m_dir.filePath(u"mesh/access"_s);
        const QString away = m_dir.filePath(u"away"_s);
        QVERIFY(QDir().rename(access, away));
        QVERIFY(meshscope::test::writeFile(m_dir.filePath(u"mesh"_s), u"access"_s, "in the way"));
        const Output tested = on({u"endpoint"_s, u"test"_s, u"shop"_s});
        QCOMPARE(tested.status, 0); // it can be read
        QVERIFY(tested.json().value(u"ok"_s).toBool());
        const QJsonArray checks = tested.json().value(u"checks"_s).toArray();
        QVERIFY(std::any_of(checks.begin(), checks.end(), [&](const QJsonValue &check) {
            return !check[u"ok"_s].toBool() && check[u"severity"_s] == u"warning"_s &&
                   check[u"text"_s].toString().contains(access);
        }));
        const Output filed = on({u"request"_s, u"file"_s, u"shop/product/orders"_s, u"--purpose"_s, u"Forecast"_s});
        QCOMPARE(filed.status, 1);
        const QJsonObject request = filed.json().value(u"requests"_s).toArray().first().toObject();
        QCOMPARE(request.value(u"state"_s).toString(), u"failed"_s);
        const QString id = request.value(u"id"_s).toString();
        const Output again = on({u"request"_s, u"retry"_s, id});
        QVERIFY2(again.json().value(u"requests"_s)[0][u"warning"_s].toString().contains(access), again.out.constData());
        QCOMPARE(again.status, 1); // still in the way
        QVERIFY(QFile::remove(access));
        QVERIFY(QDir().rename(away, access));
        const Output sent = on({u"request"_s, u"retry"_s, id});
        QVERIFY2(sent.status == 0, sent.err.constData());
        QCOMPARE(sent.json().value(u"requests"_s)[0][u"state"_s].toString(), u"sent"_s);
        QVERIFY(QFile::exists(access + u'/' + id + u".dua.yaml"_s));
        QCOMPARE(on({u"request"_s, u"retry"_s, id}).status, 1); // it is sent already
    }

    void aRefusedRequestLeavesNoDraft()
    {
        const auto count = [this] { return on({u"request"_s, u"list"_s}).json().value(u"requests"_s).toArray().size(); };
        const qsizetype before = count();
        const QStringList ask{u"request"_s, u"file"_s, u"shop/product/orders"_s, u"--purpose"_s, u"Forecast"_s};
        QCOMPARE(on(ask + QStringList{u"--columns"_s, u"no_such"_s}).status, 2);
        QCOMPARE(on(ask + QStringList{u"--until"_s, u"2001-01-01"_s}).status, 2);
        QCOMPARE(count(), before);
        const Output twice = on(ask + QStringList{u"shop/product/orders"_s});
        QCOMPARE(twice.json().value(u"requests"_s).toArray().size(), 1);
        QCOMPARE(count(), before + 1);
    }

    void showsARequest()
    {
        const QJsonArray requests = on({u"request"_s, u"list"_s}).json().value(u"requests"_s).toArray();
        for (const QJsonValue request : requests) {
            const Output shown = on({u"show"_s, u"shop/request/"_s + request[u"id"_s].toString()});
            QVERIFY2(shown.status == 0, shown.err.constData());
            QCOMPARE(shown.json().value(u"kind"_s).toString(), u"request"_s);
        }
        QCOMPARE(on({u"show"_s, u"shop/request/none"_s}).status, 1);
    }

    void writesTheWholeGraph_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("json") << u"json"_s << QByteArray("{");
        QTest::newRow("csv") << u"csv"_s << QByteArray("");
        QTest::newRow("graphml") << u"graphml"_s << QByteArray("<?xml");
        QTest::newRow("openlineage") << u"openlineage"_s << QByteArray("");
#ifdef MESHSCOPE_TEST_PICTURES
        QTest::newRow("svg") << u"svg"_s << QByteArray("<?xml");
        QTest::newRow("pdf") << u"pdf"_s << QByteArray("%PDF");
        QTest::newRow("png") << u"png"_s << QByteArray("\x89PNG");
#endif
    }
    void writesTheWholeGraph()
    {
        QFETCH(QString, format);
        QFETCH(QByteArray, start);
        const QString file = m_dir.filePath(u"graph."_s + format);
        const Output done = on({u"export"_s, u"graph"_s, u"--level"_s, u"product"_s, u"--format"_s, format, u"-o"_s, file});
        QVERIFY2(done.status == 0, done.err.constData());
        QCOMPARE(done.json().value(u"file"_s).toString(), file);
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray bytes = written.readAll();
        QCOMPARE(qint64(bytes.size()), done.json().value(u"bytes"_s).toInteger());
        QVERIFY(bytes.startsWith(start));
        QVERIFY(!bytes.isEmpty());
    }

    void comparesDates()
    {
        const Output diff = on({u"diff"_s, u"2020-01-01"_s, QDate::currentDate().toString(Qt::ISODate)});
        QVERIFY2(diff.status == 0, diff.err.constData());
        QVERIFY(diff.json().value(u"added"_s).toArray().size() > 5);
        QCOMPARE(on({u"diff"_s, u"2020-01-01"_s, u"2020-01-02"_s}).json().value(u"added"_s).toArray().size(), 0);
    }

    void addsAServerWhoseSecretIsKeptElsewhere()
    {
        const QByteArray secret = "t0k3n-n0body-may-see";
        const QString file = m_dir.filePath(u"secret.txt"_s);
        QFile kept(file);
        QVERIFY(kept.open(QIODevice::WriteOnly) && kept.write(secret + '\n') > 0);
        kept.close();
        const QString workspace = m_dir.filePath(u"servers.mesh"_s);
        const auto server = [&](const QStringList &arguments) {
            return run(QStringList{u"-w"_s, workspace, u"--json"_s} + arguments);
        };
        const QStringList add{u"endpoint"_s, u"add"_s, u"marquez"_s, u"http://127.0.0.1:9"_s};
        QCOMPARE(server(add + QStringList{u"--auth"_s, u"bearer"_s}).status, 2);
        QCOMPARE(server(add + QStringList{u"--auth"_s, u"bearer"_s, u"--secret"_s, u"here"_s}).status, 2);
        QCOMPARE(server(add + QStringList{u"--option"_s, u"secret=here"_s}).status, 2);
        const Output added = server(add + QStringList{u"--auth"_s, u"bearer"_s, u"--secret-file"_s, file});
        QVERIFY2(added.status == 0, added.err.constData());
        QCOMPARE(added.json().value(u"name"_s).toString(), u"marquez"_s);
        const Output tested = server({u"endpoint"_s, u"test"_s, u"marquez"_s, u"-v"_s});
        QCOMPARE(tested.status, 1); // nobody is at that port
        const QJsonArray checks = tested.json().value(u"checks"_s).toArray();
        QCOMPARE(checks.size(), 2);
        QVERIFY(checks[0][u"ok"_s].toBool());
        QVERIFY(!checks[1][u"ok"_s].toBool());
        QVERIFY(checks[1][u"milliseconds"_s].isDouble());
        const Output synced = server({u"sync"_s, u"-v"_s});
        QCOMPARE(synced.status, 3);
        QVERIFY(synced.err.contains("/api/v1/namespaces"));
        QCOMPARE(synced.err.count("refuses connections"), 1); // by however many requests
        for (const QByteArray &text : {added.out, tested.out, tested.err, synced.out, synced.err})
            QVERIFY(!text.contains(secret));
        QFile stored(workspace);
        QVERIFY(stored.open(QIODevice::ReadOnly) && !stored.readAll().contains(secret));
        QCOMPARE(server({u"endpoint"_s, u"remove"_s, u"marquez"_s}).status, 0);
        for (const QFileInfo &key : QDir(m_dir.filePath(u"data/meshscope/keys"_s)).entryInfoList(QDir::Files)) {
            QFile found(key.filePath());
            QVERIFY(found.open(QIODevice::ReadOnly));
            const QByteArray text = found.readAll();
            QVERIFY(!text.contains(secret) && !text.contains(secret.toBase64()));
        }
    }

    void refusesClearly_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("status");
        QTest::newRow("no such command") << QStringList{u"frobnicate"_s} << 2;
        QTest::newRow("unknown option") << QStringList{u"search"_s, u"x"_s, u"--colour"_s} << 2;
        QTest::newRow("nothing to search") << QStringList{u"search"_s} << 2;
        QTest::newRow("unknown thing") << QStringList{u"show"_s, u"shop/product/none"_s} << 1;
        QTest::newRow("unknown endpoint") << QStringList{u"sync"_s, u"none"_s} << 1;
        QTest::newRow("unknown kind") << QStringList{u"endpoint"_s, u"add"_s, u"telnet"_s, u"/"_s} << 2;
        QTest::newRow("folder that is not there")
            << QStringList{u"endpoint"_s, u"add"_s, u"folder"_s, u"/no/such/folder"_s} << 1;
        QTest::newRow("bad depth") << QStringList{u"lineage"_s, u"shop/product/orders"_s, u"--up"_s, u"many"_s} << 2;
        QTest::newRow("bad date") << QStringList{u"diff"_s, u"yesterday"_s, u"today"_s} << 2;
        QTest::newRow("no purpose") << QStringList{u"request"_s, u"file"_s, u"shop/product/orders"_s} << 2;
    }
    void refusesClearly()
    {
        QFETCH(QStringList, words);
        QFETCH(int, status);
        const Output refused = on(words);
        QCOMPARE(refused.status, status);
        QVERIFY(refused.err.startsWith("meshscope: "));
        QCOMPARE(refused.err.count('\n'), 1);
        QVERIFY(refused.json().value(u"error"_s).toObject().contains(u"code"_s));
    }

    void aMissingWorkspaceIsNotMade()
    {
        const QString path = m_dir.filePath(u"none.mesh"_s);
        const Output shown = run({u"-w"_s, path, u"search"_s, u"x"_s});
        QCOMPARE(shown.status, 1);
        QVERIFY(!QFile::exists(path));
    }
};

MESHSCOPE_TEST(TestCli)
#include "tst_cli.moc"
