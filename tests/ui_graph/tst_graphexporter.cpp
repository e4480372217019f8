#include "tests/support/testmain.h"
#include "ui/graph/graphexporter.h"
#include "ui/graph/graphprogress.h"

#include <QDir>
#include <QFile>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QWidget>
#include <QtTest>

#include <csignal>
#include <semaphore>
#include <sys/resource.h>

using namespace meshscope;
using graph::GraphFormat;

namespace {
QByteArray contentOf(const QString &file)
{
    QFile f(file);
    return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray("cannot be read");
}
/// Files of this process cannot grow beyond it: what a full disk is to a writer.
class SmallFiles {
public:
    explicit SmallFiles(rlim_t most)
    {
        getrlimit(RLIMIT_FSIZE, &m_was);
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit now = m_was;
        now.rlim_cur = most;
        setrlimit(RLIMIT_FSIZE, &now);
    }
    ~SmallFiles()
    {
        setrlimit(RLIMIT_FSIZE, &m_was);
        std::signal(SIGXFSZ, SIG_DFL);
    }
    Q_DISABLE_COPY_MOVE(SmallFiles)

private:
    rlimit m_was{};
};
} // namespace

/// Files are written in the background: whole, or not at all.
class TestGraphExporter : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_page = std::make_unique<QWidget>();
        m_page->resize(600, 400);
        m_page->show();
        m_exporter = std::make_unique<GraphExporter>(m_page.get());
        m_file = m_dir->filePath(QStringLiteral("graph.csv"));
        m_exporter->setChooser([this](const QString &) { return m_file; });
        m_finished = std::make_unique<QSignalSpy>(m_exporter.get(), &GraphExporter::finished);
        m_said = std::make_unique<QSignalSpy>(m_exporter.get(), &GraphExporter::said);
    }
    void cleanup()
    {
        m_finished.reset();
        m_said.reset();
        m_exporter.reset();
        m_page.reset();
    }
    void give(const QByteArray &bytes)
    {
        m_exporter->setSource([bytes] { return [bytes](const ExportOrder &) -> Result<QByteArray> { return bytes; }; });
    }
    bool run(GraphFormat format = GraphFormat::Csv)
    {
        const qsizetype before = m_finished->count();
        m_exporter->start(format);
        return QTest::qWaitFor([&] { return m_finished->count() > before; }) && m_finished->last().at(0).toBool();
    }
    QString lastSaid() const { return m_said->last().at(0).toString(); }
    QStringList files() const { return QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden); }

    void writesAndReplaces()
    {
        give("new");
        QVERIFY(run());
        QCOMPARE(contentOf(m_file), QByteArray("new"));
        give("newer");
        QVERIFY(run());
        QCOMPARE(contentOf(m_file), QByteArray("newer"));
        QCOMPARE(files(), QStringList{QStringLiteral("graph.csv")});
    }
    void cancelLeavesTheOldFileAndNoOther()
    {
        give("old");
        QVERIFY(run());
        std::binary_semaphore reached(0);
        m_exporter->setSource([&reached] {
            return [&reached](const ExportOrder &order) -> Result<QByteArray> {
                order.steps.progress(0.5);
                reached.release();
                while (!order.steps.cancelled()) // as a picture of very many cards
                    std::this_thread::yield();
                return QByteArray("half");
            };
        });
        m_exporter->start(GraphFormat::Csv);
        reached.acquire();
        auto *progress = m_page->findChild<QWidget *>(QStringLiteral("graphProgress"));
        QTRY_VERIFY(progress && progress->isVisible());
        QTest::mouseClick(progress->findChild<QPushButton *>(), Qt::LeftButton);
        QTRY_COMPARE(m_finished->count(), 2);
        QVERIFY(!m_finished->last().at(0).toBool());
        QCOMPARE(contentOf(m_file), QByteArray("old"));
        QCOMPARE(files(), QStringList{QStringLiteral("graph.csv")});
        QVERIFY(!progress->isVisible());
    }
    void whatFailsLeavesTheOldFileAndNoOther()
    {
        give("old");
        QVERIFY(run());
        give(QByteArray(3 << 20, 'x'));
        {
            const SmallFiles limit(1 << 20);
            QVERIFY(!run());
        }
        QCOMPARE(contentOf(m_file), QByteArray("old"));
        QCOMPARE(files(), QStringList{QStringLiteral("graph.csv")});
        QVERIFY2(lastSaid().contains(QDir::toNativeSeparators(m_file)), qPrintable(lastSaid()));
        QVERIFY(run()); // and then it can be written
        QCOMPARE(contentOf(m_file).size(), qsizetype(3 << 20));
    }
    void whereNothingCanBeWrittenIsSaid_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("no folder") << QStringLiteral("no/such/folder/graph.csv");
        QTest::newRow("a folder") << QStringLiteral("inside");
        QTest::newRow("not a folder") << QStringLiteral("graph.csv/inside.csv");
    }
    void whereNothingCanBeWrittenIsSaid()
    {
        QFETCH(const QString, file);
        give("x");
        QVERIFY(run());
        QVERIFY(QDir(m_dir->path()).mkdir(QStringLiteral("inside")));
        m_file = QDir::cleanPath(m_dir->filePath(file));
        QVERIFY(!run());
        QVERIFY2(lastSaid().contains(QDir::toNativeSeparators(m_file)), qPrintable(lastSaid()));
        QVERIFY2(lastSaid().contains(QStringLiteral("Choose")), qPrintable(lastSaid()));
    }
    void aDeviceIsNotReplaced()
    {
        give("x");
        m_file = QStringLiteral("/dev/full");
        if (!QFile::exists(m_file))
            QSKIP("skipped: no such device");
        QVERIFY(!run());
        QVERIFY(!QFileInfo(m_file).isFile());
    }
    void theMenuOffersPdfPages()
    {
        PdfPages asked = PdfPages::One;
        m_exporter->setSource([&asked] {
            return [&asked](const ExportOrder &order) -> Result<QByteArray> {
                asked = order.pages;
                return QByteArray("x");
            };
        });
        m_file = m_dir->filePath(QStringLiteral("graph.pdf"));
        for (QAction *action : m_exporter->menu()->actions()) {
            if (action->text().contains(QStringLiteral("A3")))
                action->trigger();
        }
        QTRY_COMPARE(m_finished->count(), 1);
        QCOMPARE(asked, PdfPages::A3);
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<QWidget> m_page;
    std::unique_ptr<GraphExporter> m_exporter;
    std::unique_ptr<QSignalSpy> m_finished, m_said;
    QString m_file;
};

MESHSCOPE_TEST(TestGraphExporter)
#include "tst_graphexporter.moc"
