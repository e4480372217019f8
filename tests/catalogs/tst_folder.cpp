#include "models/catalogs/folder.h"
#include "models/catalogs/folderwalk.h"

#include "tests/catalogs/folderfixture.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>

#include <sys/stat.h>
#include <unistd.h>

using namespace meshscope;
using namespace meshscope::test;

namespace {

QStringList names(std::initializer_list<const char *> list)
{
    QStringList all;
    for (const char *name : list)
        all.append(QLatin1String(name));
    return all;
}

bool hasIssue(const Run &run, const QString &file, Issue::Severity severity)
{
    return std::any_of(run.issues.cbegin(), run.issues.cend(),
                       [&](const Issue &i) { return i.where.file == file && i.severity == severity; });
}

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

/// Gives up root's right to read everything for a while; permissions mean nothing to root.
class Nobody {
public:
    Nobody() { m_isOther = geteuid() != 0 || seteuid(65534) == 0; }
    ~Nobody()
    {
        if (getuid() == 0 && seteuid(0) != 0)
            abort();
    }
    Nobody(const Nobody &) = delete;
    Nobody &operator=(const Nobody &) = delete;
    [[nodiscard]] bool isOther() const { return m_isOther; }

private:
    bool m_isOther = false;
};

} // namespace

/// What of a folder is read, what is not, and what is said about it.
class TestFolder : public QObject {
    Q_OBJECT
private slots:
    void readsByContentInAnyNesting()
    {
        FolderFixture f;
        f.write(text("a.yaml"), productDocument("a"));
        f.write(text("deep/er/than/that/b.json"),
                R"({"apiVersion":"v1.0.0","kind":"DataProduct","id":"b","name":"b","version":"1","status":"active"})");
        f.write(text("two.yml"), productDocument("c") + "---\n" + productDocument("d"));
        f.write(text("noextension"), productDocument("e"));
        f.write(text("odd.txt"), productDocument("f"));
        f.write(text("README.md"), "# Readme\n\nkind: of nothing\n");
        f.write(text("data.csv"), "a,b\n1,2\n");
        f.write(text("picture.png"), QByteArray("\x89PNG\0\0", 6));
        f.write(text("values.yaml"), "replicas: 3\n");
        f.write(text("with space & ünï.yaml"), productDocument("g"));
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Complete);
        QCOMPARE(f.products(), names({"a", "b", "c", "d", "e", "f", "g"}));
        QCOMPARE(run.expected.value(text("document")), 7);
        QCOMPARE(run.got.value(text("document")), 7);
        QVERIFY2(run.issues.isEmpty(), qUtf8Printable(run.issues.isEmpty() ? QString() : run.issues[0].text));
        QCOMPARE(f.workspace->original(text("mesh"), text("a.yaml")).value_or(QByteArray()), productDocument("a"));
    }
    void skipsHiddenAndIgnored()
    {
        FolderFixture f;
        f.write(text(".git/a.yaml"), productDocument("a"));
        f.write(text(".hidden/b.yaml"), productDocument("b"));
        f.write(text(".c.yaml"), productDocument("c"));
        f.write(text("build/d.yaml"), productDocument("d"));
        f.write(text("old/e.yaml"), productDocument("e"));
        f.write(text("old/keep.yaml"), productDocument("keep"));
        f.write(text("sub/x.tmp.yaml"), productDocument("f"));
        f.write(text("sub/local/g.yaml"), productDocument("g"));
        f.write(text("sub/local/h.yaml"), productDocument("h"));
        f.write(text("sub/.meshscopeignore"), "local/g.yaml\n");
        f.write(text(".meshscopeignore"), "# not ours\nbuild/\n/old/*\n!/old/keep.yaml\n*.tmp.yaml\r\n\n");
        QCOMPARE(f.sync().state, Run::State::Complete);
        QCOMPARE(f.products(), names({"h", "keep"}));
    }
    void followsLinksInsideOnly()
    {
        FolderFixture f;
        QVERIFY(QDir().mkpath(f.dir.filePath(text("outside/sub"))));
        QFile out(f.dir.filePath(text("outside/secret.yaml")));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(productDocument("secret"));
        out.close();
        f.write(text("a.yaml"), productDocument("a"));
        f.write(text(".store/b.yaml"), productDocument("b"));
        const auto link = [&](const QString &target, const char *name) { return QFile::link(target, f.at(text(name))); };
        QVERIFY(link(f.dir.filePath(text("outside/secret.yaml")), "leak.yaml"));
        QVERIFY(link(f.dir.filePath(text("outside")), "leaks"));
        QVERIFY(link(text("a.yaml"), "same.yaml"));     // read once
        QVERIFY(link(text(".store/b.yaml"), "b.yaml")); // listed nowhere else
        QVERIFY(link(text("nowhere.yaml"), "broken.yaml"));
        QVERIFY(link(text("ring2"), "ring1"));
        QVERIFY(link(text("ring1"), "ring2"));
        QVERIFY(QDir(f.root).mkpath(text("d/e")));
        QVERIFY(QFile::link(f.root, f.at(text("d/e/up")))); // a folder inside itself
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Complete);
        QCOMPARE(f.products(), names({"a", "b"}));
        QVERIFY(hasIssue(run, text("leak.yaml"), Issue::Severity::Note));
        QVERIFY(hasIssue(run, text("leaks"), Issue::Severity::Note));
    }
    void ignoresWhatIsNoFile()
    {
        FolderFixture f;
        f.write(text("a.yaml"), productDocument("a"));
        QCOMPARE(mkfifo(qUtf8Printable(f.at(text("pipe.yaml"))), 0600), 0);
        QCOMPARE(f.sync().state, Run::State::Complete);
        QCOMPARE(f.products(), names({"a"}));
    }
    void saysWhereADocumentIsBad_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("yaml") << "bad.yaml" << QByteArray("kind: DataProduct\nid: [1,\n  name: x\n");
        QTest::newRow("json") << "bad.json" << QByteArray("{\"kind\": \"DataProduct\", \"id\": }");
        QTest::newRow("nul") << "bad.yaml" << QByteArray("kind: Data\0Product\nid: x\n", 25);
        QTest::newRow("not utf-8") << "bad.yaml" << QByteArray("kind: DataProduct\nid: \xff\xc3\x28\n");
        QTest::newRow("deep") << "bad.json" << QByteArray("[").repeated(10'000);
        QTest::newRow("bomb") << "bad.yaml"
                              << QByteArray(
                                     "kind: DataProduct\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
                                     "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n"
                                     "e: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\n"
                                     "g: &g [*f,*f,*f,*f,*f,*f,*f,*f,*f]\nh: &h [*g,*g,*g,*g,*g,*g,*g,*g,*g]\n"
                                     "i: [*h,*h,*h,*h,*h,*h,*h,*h,*h]\n");
    }
    void saysWhereADocumentIsBad()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        FolderFixture f;
        f.write(text("a.yaml"), productDocument("a"));
        f.write(name, bytes);
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Complete);
        QVERIFY(hasIssue(run, name, Issue::Severity::Error));
        QCOMPARE(f.products(), names({"a"}));
        const Run again = f.sync(); // the fault is still told, though nothing was parsed again
        QVERIFY(again.unchanged);
        QCOMPARE(again.issues, run.issues);
    }
    void keepsWhatADocumentHeldBeforeItBroke()
    {
        FolderFixture f;
        f.write(text("a.yaml"), productDocument("a"));
        f.write(text("b.yaml"), productDocument("b") + "---\n" + productDocument("c"));
        QCOMPARE(f.sync().state, Run::State::Complete);
        f.write(text("a.yaml"), "kind: [");
        f.write(text("b.yaml"), productDocument("b") + "---\nkind: [");
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Complete);
        QVERIFY(hasIssue(run, text("a.yaml"), Issue::Severity::Error));
        QVERIFY(hasIssue(run, text("b.yaml"), Issue::Severity::Error));
        QCOMPARE(f.products(), names({"a", "b", "c"}));
        QCOMPARE(f.workspace->original(text("mesh"), text("a.yaml")).value_or(QByteArray()), productDocument("a"));
        f.write(text("a.yaml"), productDocument("a2"));
        f.write(text("b.yaml"), productDocument("b"));
        QVERIFY(f.sync().issues.isEmpty());
        QCOMPARE(f.products(), names({"a2", "b"}));
    }
    void readsOnlyWhatChanged()
    {
        FolderFixture f;
        f.write(text("a.yaml"), productDocument("a"));
        f.write(text("b.yaml"), productDocument("b"));
        QVERIFY(!f.sync().unchanged);
        QVERIFY(f.sync().unchanged);
        f.write(text("b.yaml"), productDocument("b", "Name")); // within the same second, as a script would
        QVERIFY(!f.sync().unchanged);
        f.write(text("b.yaml"), productDocument("b", "Nama")); // and of the same size
        QVERIFY(!f.sync().unchanged);
        f.remove(text("a.yaml"));
        const Run run = f.sync();
        QVERIFY(!run.unchanged);
        QCOMPARE(run.got.value(text("product")), 1);
        QCOMPARE(f.products(), names({"b"}));
        QVERIFY(QFile::rename(f.at(text("b.yaml")), f.at(text("c.yaml"))));
        QVERIFY(!f.sync().unchanged);
        QCOMPARE(f.mesh()->entity(f.mesh()->nodes(Kind::Product)[0]).source.file, text("c.yaml"));
    }
    void seesAnEditWithTheTimePutBack()
    {
        FolderFixture f;
        f.write(text("a.yaml"), productDocument("a", "One"));
        const QDateTime past = QDateTime::currentDateTimeUtc().addDays(-3);
        const auto age = [&] {
            QFile file(f.at(text("a.yaml")));
            return file.open(QIODevice::ReadWrite) && file.setFileTime(past, QFileDevice::FileModificationTime);
        };
        QVERIFY(age());
        QVERIFY(!f.sync().unchanged);
        f.write(text("a.yaml"), productDocument("a", "Two"));
        QVERIFY(age());
        QVERIFY(!f.sync().unchanged);
    }
    void readsAgainWithOtherOptions()
    {
        FolderFixture f;
        f.write(text("a.yaml"), productDocument("a"));
        QVERIFY(!f.sync().unchanged);
        const qint64 generation = f.workspace->generation();
        f.config.options.insert(text("domain.separator"), text("/"));
        QCOMPARE(f.sync().state, Run::State::Complete);
        f.write(text("b.yaml"), productDocument("b").replace("domain: sales", "domain: sales/eu"));
        QVERIFY(!f.sync().unchanged);
        QVERIFY(f.workspace->generation() > generation);
    }
    void isPartialWhenAFileCannotBeOpened()
    {
        FolderFixture f;
        f.write(text("a.yaml"), productDocument("a"));
        f.write(text("b.yaml"), productDocument("b"));
        f.write(text("locked/c.yaml"), productDocument("c"));
        QCOMPARE(f.sync().state, Run::State::Complete);
        QCOMPARE(chmod(qUtf8Printable(f.at(text("b.yaml"))), 0), 0);
        QCOMPARE(chmod(qUtf8Printable(f.at(text("locked"))), 0), 0);
        QCOMPARE(chmod(qUtf8Printable(f.dir.path()), 0777), 0);
        QCOMPARE(chmod(qUtf8Printable(f.root), 0777), 0);
        Result<Outcome> outcome = fail(Error::Code::Failed, {});
        struct Sink final : RecordSink {
            Result<void> original(OriginalFile) override { return {}; }
            Result<void> records(const QString &unit, Records) override
            {
                units.append(unit);
                return {};
            }
            Result<void> unchanged(const QString &) override { return {}; }
            Result<void> stale(const QString &, Issues) override { return {}; }
            QByteArray knownHash(const QString &) const override { return {}; }
            QStringList units;
        } sink;
        {
            const Nobody nobody;
            if (!nobody.isOther())
                QSKIP("skipped: cannot become somebody without rights");
            outcome = (*makeConnector(f.config))->read(sink, {});
        }
        chmod(qUtf8Printable(f.at(text("locked"))), 0700);
        QVERIFY(outcome);
        QVERIFY(!outcome->complete);
        QVERIFY(outcome->missing.contains(text("b.yaml")));
        QVERIFY(outcome->missing.contains(text("locked")));
        QCOMPARE(outcome->expected.value(text("document")), 2);
        QCOMPARE(outcome->got.value(text("document")), 1);
        QCOMPARE(sink.units, names({"a.yaml"}));
    }
    void namesTheFolderThatCannotBeListed()
    {
        FolderFixture f;
        f.write(text("a.yaml"), productDocument("a"));
        QCOMPARE(chmod(qUtf8Printable(f.dir.path()), 0777), 0);
        QCOMPARE(chmod(qUtf8Printable(f.root), 0), 0);
        Result<FolderListing> listing = fail(Error::Code::Failed, {});
        {
            const Nobody nobody;
            if (nobody.isOther())
                listing = walkFolder(f.root, {});
        }
        chmod(qUtf8Printable(f.root), 0700);
        if (!listing)
            QSKIP("skipped: cannot become somebody without rights");
        QCOMPARE(listing->issues.size(), 1);
        const QString folder = QFileInfo(f.root).canonicalFilePath();
        QCOMPARE(listing->issues.first().where.file, folder);
        QVERIFY2(listing->issues.first().text.contains(folder), qUtf8Printable(listing->issues.first().text));
        QCOMPARE(listing->unreadable, QStringList{folder});
    }
    void keepsEverythingWhenTheFolderIsGone()
    {
        FolderFixture f;
        f.write(text("a.yaml"), productDocument("a"));
        QCOMPARE(f.sync().state, Run::State::Complete);
        QVERIFY(QDir().rename(f.root, f.root + text("-away")));
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Failed);
        QVERIFY(run.missing.contains(f.root));
        QCOMPARE(f.products(), names({"a"}));
    }
    void keepsEverythingWhenTheFolderGoesMeanwhile()
    {
        FolderFixture f;
        for (int i = 0; i < 30; ++i)
            f.write(text("p%1.yaml").arg(i), productDocument("p" + QByteArray::number(i)));
        QCOMPARE(f.sync().state, Run::State::Complete);
        for (int i = 0; i < 30; ++i)
            f.write(text("p%1.yaml").arg(i), productDocument("p" + QByteArray::number(i), "new"));
        Progress progress;
        bool isFirst = true;
        progress.report = [&](qint64, qint64, const QString &) {
            if (std::exchange(isFirst, false))
                QDir().rename(f.root, f.root + QStringLiteral("-away"));
        };
        const Result<Run> run = syncEndpoint(*f.workspace, f.config, progress);
        QVERIFY(run);
        QCOMPARE(run->state, Run::State::Failed);
        QCOMPARE(f.products().size(), 30);
        QCOMPARE(f.mesh()->name(f.mesh()->nodes(Kind::Product)[0]), text("p0"));
    }
    void survivesFilesThatVanishMeanwhile()
    {
        FolderFixture f;
        for (int i = 0; i < 200; ++i)
            f.write(text("p%1.yaml").arg(i, 3, 10, QLatin1Char('0')), productDocument("p" + QByteArray::number(i)));
        Progress progress;
        progress.report = [&](qint64 done, qint64, const QString &) {
            if (done == 1) {
                for (int i = 100; i < 200; ++i)
                    f.remove(text("p%1.yaml").arg(i));
            }
        };
        const Result<Run> run = syncEndpoint(*f.workspace, f.config, progress);
        QVERIFY(run);
        QCOMPARE(run->state, Run::State::Complete);
        QVERIFY(f.products().size() >= 100);
        QCOMPARE(qint64(f.products().size()), run->got.value(text("product")));
    }
    void stopsWhenCancelled()
    {
        FolderFixture f;
        f.write(text("a.yaml"), productDocument("a"));
        QCOMPARE(f.sync().state, Run::State::Complete);
        for (int i = 0; i < 50; ++i)
            f.write(text("p%1.yaml").arg(i), productDocument("p" + QByteArray::number(i)));
        Progress progress;
        bool isStarted = false;
        progress.report = [&](qint64, qint64, const QString &) { isStarted = true; };
        progress.cancelled = [&] { return isStarted; };
        const Result<Run> run = syncEndpoint(*f.workspace, f.config, progress);
        QVERIFY(run);
        QCOMPARE(run->state, Run::State::Cancelled);
        QCOMPARE(f.products(), names({"a"}));
    }
    void refusesWhatIsTooLarge()
    {
        FolderFixture f({{text("files.limit"), text("64K")}});
        f.write(text("a.yaml"), productDocument("a"));
        f.write(text("big.yaml"), productDocument("big") + "description:\n  purpose: " + QByteArray(100'000, 'x') + '\n');
        const Run run = f.sync();
        QVERIFY(hasIssue(run, text("big.yaml"), Issue::Severity::Error));
        QCOMPARE(f.products(), names({"a"}));
        f.config.options.clear();
        QVERIFY(f.sync().issues.isEmpty());
        QCOMPARE(f.products(), names({"a", "big"}));
    }
    void passesByLargeFilesOfRows()
    {
        FolderFixture f;
        f.write(text("rows.jsonl"), QByteArray("{\"id\": 1, \"name\": \"x\"}\n").repeated(300'000));
        f.write(text("rows.json"), '[' + QByteArray("{\"id\": 1, \"name\": \"x\"},\n").repeated(300'000) + "{}]");
        f.write(text("rows.csv"), QByteArray("1,2,3\n").repeated(1'000'000));
        const Run run = f.sync();
        QCOMPARE(run.state, Run::State::Complete);
        QVERIFY(run.issues.isEmpty());
        QCOMPARE(run.got.value(text("document")), 0);
    }
    void namesBothPlacesOfOneId()
    {
        FolderFixture f;
        f.write(text("a.yaml"), productDocument("p", "First"));
        f.write(text("b.yaml"), "\n\n" + productDocument("p", "Second"));
        const Run run = f.sync();
        QCOMPARE(f.products(), names({"p", "p~2"}));
        QCOMPARE(run.issues.size(), 1);
        QCOMPARE(run.issues[0].where.file, text("b.yaml"));
        QVERIFY(run.issues[0].text.contains(text("a.yaml")));
    }
    void readsReferencesInsideOnly_data()
    {
        QTest::addColumn<QString>("reference");
        QTest::addColumn<Error::Code>("code");
        QTest::newRow("absolute") << "/etc/passwd" << Error::Code::Refused;
        QTest::newRow("above") << "../../outside.yaml" << Error::Code::Refused;
        QTest::newRow("above, hidden in the middle") << "x/../../../outside.yaml" << Error::Code::Refused;
        QTest::newRow("url") << "file:///etc/passwd" << Error::Code::Refused;
        QTest::newRow("drive") << "C:\\x.yaml" << Error::Code::Refused;
        QTest::newRow("by a link") << "leak/outside.yaml" << Error::Code::Refused;
        QTest::newRow("a folder") << "." << Error::Code::Refused;
        QTest::newRow("missing") << "none.yaml" << Error::Code::NotFound;
    }
    void readsReferencesInsideOnly()
    {
        QFETCH(QString, reference);
        QFETCH(Error::Code, code);
        FolderFixture f;
        QFile out(f.dir.filePath(text("outside.yaml")));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write("x: 1\n");
        out.close();
        f.write(text("products/inside.yaml"), "y: 2\n");
        QVERIFY(QFile::link(f.dir.path(), f.at(text("products/leak"))));
        const FolderReferences references(std::filesystem::canonical(f.root.toStdString()), 1 << 20);
        const Result<QByteArray> refused = references.read(text("products/p.yaml"), reference);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, code);
        const Result<QByteArray> read = references.read(text("products/p.yaml"), text("./inside.yaml#/y"));
        QVERIFY(read);
        QCOMPARE(*read, "y: 2\n");
        QVERIFY(references.read(text("other/p.yaml"), text("../products/inside.yaml")));
    }
};

MESHSCOPE_TEST(TestFolder)
#include "tst_folder.moc"
