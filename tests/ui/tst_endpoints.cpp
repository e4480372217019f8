#include "tests/support/testmain.h"
#include "tests/ui/shellfixture.h"
#include "models/items/endpointmodel.h"
#include "models/items/issuemodel.h"
#include "models/items/runmodel.h"
#include "ui/endpoints/addform.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace meshscope;
using namespace meshscope::test;

namespace {
Location endpointsAt(const QString &key = {}, const QString &value = {})
{
    Location location{QStringLiteral("endpoints"), {}, {}};
    if (!key.isEmpty())
        location.options.addQueryItem(key, value);
    return location;
}
} // namespace

/// Endpoints: adding a folder, its runs, its issues down to the line, removing it.
class TestEndpoints : public QObject {
    Q_OBJECT
private slots:
    void aFolderIsAddedAndReadFromTheForm()
    {
        ShellFixture f;
        f.open(false);
        f.writeMesh();
        f.window->open(endpointsAt(QStringLiteral("add"), QStringLiteral("1")));
        auto *path = f.find<QLineEdit>("addPath");
        QTRY_COMPARE(QApplication::focusWidget(), path);
        auto *add = f.find<QPushButton>("addButton");
        QVERIFY(!add->isEnabled());
        QTest::keyClicks(path, QStringLiteral("/no/such/folder"));
        QVERIFY(!add->isEnabled());
        QVERIFY(!f.find<QLabel>("addSays")->text().isEmpty());
        path->setText(f.folder.path());
        QTest::keyClicks(f.find<QLineEdit>("addName"), QStringLiteral("Shop 1")); // only what a name may hold gets in
        QCOMPARE(f.find<QLineEdit>("addName")->text(), QStringLiteral("hop1"));
        f.find<QLineEdit>("addName")->setText(QStringLiteral("shop"));
        QTest::mouseClick(add, Qt::LeftButton);
        QTRY_COMPARE(f.workspace->endpoints().size(), 1);
        QTRY_VERIFY(!f.sync->isRunning() && f.workspace->endpoints().first().lastRun);
        QTRY_COMPARE(f.find<TableView>("endpointRuns")->model()->rowCount(), 1);
        QCOMPARE(f.find<QLabel>("endpointName")->text(), QStringLiteral("shop"));
    }

    void aServerIsAddedWithTheFieldsItsKindNeeds()
    {
        ShellFixture f;
        f.open(false);
        f.window->open(endpointsAt(QStringLiteral("add"), QStringLiteral("1")));
        auto *kind = f.find<QComboBox>("addKind");
        auto *auth = f.find<QComboBox>("addAuth");
        auto *path = f.find<QLineEdit>("addPath");
        auto *secret = f.find<QLineEdit>("addSecret");
        auto *add = f.find<QPushButton>("addButton");
        QVERIFY(!auth->isVisible());
        kind->setFocus();
        for (int i = 0; i < kind->count() && kind->currentData().toString() != QStringLiteral("marquez"); ++i)
            QTest::keyClick(kind, Qt::Key_Down);
        QCOMPARE(kind->currentData().toString(), QStringLiteral("marquez"));
        QVERIFY(auth->isVisible());
        QVERIFY(!secret->isVisible());
        QTest::keyClicks(path, QStringLiteral("marquez"));
        QVERIFY(!add->isEnabled());
        QVERIFY(!f.find<QLabel>("addSays")->text().isEmpty());
        path->setText(QStringLiteral("http://me:word@127.0.0.1:9"));
        QVERIFY(!add->isEnabled());
        path->setText(QStringLiteral("http://127.0.0.1:9"));
        QVERIFY(add->isEnabled());
        auth->setFocus();
        QTest::keyClick(auth, Qt::Key_Down); // a token
        QVERIFY(secret->isVisible());
        QCOMPARE(secret->echoMode(), QLineEdit::Password);
        QVERIFY(!add->isEnabled());
        QTest::keyClicks(secret, QStringLiteral("t0k3n"));
        QTest::mouseClick(add, Qt::LeftButton);
        QTRY_COMPARE(f.workspace->endpoints().size(), 1);
        const StoredEndpoint stored = f.workspace->endpoints().first();
        QCOMPARE(stored.kind, QStringLiteral("marquez"));
        QCOMPARE(stored.options.value(QStringLiteral("auth")), QStringLiteral("bearer"));
        QVERIFY(!stored.options.values().contains(QStringLiteral("t0k3n")));
        QTRY_VERIFY(secret->text().isEmpty());
        // Nobody answers there: the run says so, and the endpoint stays to be tried again.
        QTRY_VERIFY_WITH_TIMEOUT(!f.sync->isRunning() && f.workspace->endpoints().first().lastRun, 60000);
        QCOMPARE(f.workspace->endpoints().first().lastRun->state, Run::State::Failed);
        QVERIFY(dropEndpoint(*f.workspace, stored.name, false));
    }

    void aLinkOpensTheFormForItsKind()
    {
        ShellFixture f;
        f.open(false);
        f.window->open(endpointsAt(QStringLiteral("add"), QStringLiteral("marquez")));
        QCOMPARE(f.find<QComboBox>("addKind")->currentData().toString(), QStringLiteral("marquez"));
        QVERIFY(f.find<QComboBox>("addAuth")->isVisible());
        f.window->open(endpointsAt(QStringLiteral("add"), QStringLiteral("1")));
        QVERIFY(f.find<QLineEdit>("addPath")->isVisible());
    }

    void aNameTakenIsRefusedInTheForm()
    {
        ShellFixture f;
        f.open(true);
        f.window->open(endpointsAt(QStringLiteral("add"), QStringLiteral("1")));
        f.find<QLineEdit>("addPath")->setText(f.folder.path());
        f.find<QLineEdit>("addName")->setText(QStringLiteral("shop"));
        QTest::mouseClick(f.find<QPushButton>("addButton"), Qt::LeftButton);
        QVERIFY(!f.find<QLabel>("addSays")->text().isEmpty());
        QCOMPARE(f.workspace->endpoints().size(), 1);
    }

    void issueOpensTheFileAtItsLine()
    {
        ShellFixture f;
        f.open(true);
        f.window->open({QStringLiteral("issues"), {}, {}});
        auto *table = f.find<TableView>("issueTable");
        QTRY_VERIFY(table->model()->rowCount() > 0);
        int row = -1;
        for (int i = 0; i < table->model()->rowCount(); ++i) {
            if (table->model()->index(i, IssueModel::Place).data().toString().startsWith(QStringLiteral("broken")))
                row = i;
        }
        QVERIFY(row >= 0);
        table->setCurrentIndex(table->model()->index(row, 0));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(f.window->currentPage()->objectName(), QStringLiteral("filePage"));
        auto *text = f.find<QPlainTextEdit>("fileText");
        QVERIFY(text->toPlainText().contains(QStringLiteral("[unclosed")));
        const int line = f.window->location().options.queryItemValue(QStringLiteral("line")).toInt();
        QVERIFY(line > 0);
        QCOMPARE(text->textCursor().blockNumber(), qMin(line, text->blockCount()) - 1);
        QCOMPARE(text->extraSelections().size(), 1);
        f.window->goBack();
        QCOMPARE(f.window->currentPage()->objectName(), QStringLiteral("issuesPage"));
    }

    void aFileThatIsGoneIsShownAsItWasReadAndOutsideIsNeverOpened()
    {
        ShellFixture f;
        f.open(true);
        QVERIFY(QFile::remove(f.folder.filePath(QStringLiteral("stock.odps.yaml"))));
        Location location{QStringLiteral("file"), {}, {}};
        location.options.setQueryItems({{QStringLiteral("endpoint"), QStringLiteral("shop")},
                                        {QStringLiteral("file"), QStringLiteral("stock.odps.yaml")},
                                        {QStringLiteral("line"), QStringLiteral("3")}});
        f.window->open(location);
        QVERIFY(f.find<QPlainTextEdit>("fileText")->toPlainText().contains(QStringLiteral("stock product")));
        QVERIFY(!f.find<QPushButton>("fileOpen")->isEnabled());

        QFile secret(f.home.filePath(QStringLiteral("secret.txt")));
        QVERIFY(secret.open(QIODevice::WriteOnly));
        secret.write("not yours");
        secret.close();
        location.options.setQueryItems(
            {{QStringLiteral("endpoint"), QStringLiteral("shop")},
             {QStringLiteral("file"), QStringLiteral("../%1/secret.txt").arg(QDir(f.home.path()).dirName())}});
        f.window->open(location);
        auto *panel = f.window->currentPage()->findChild<StatePanel *>();
        QCOMPARE(panel->state(), StatePanel::State::Failed);
    }

    void removingSaysWhatGoesAndAsksOnce()
    {
        ShellFixture f;
        f.open(true);
        f.window->open(endpointsAt());
        QTest::mouseClick(f.find<QPushButton>("endpointRemove"), Qt::LeftButton);
        auto *notice = f.find<NoticeBar>("endpointConfirm");
        QVERIFY(notice->isVisible());
        QVERIFY(notice->accessibleName().contains(u'3')); // three products go with it
        QCOMPARE(f.workspace->endpoints().size(), 1);
        QTest::mouseClick(f.find<LinkLabel>("removeAll"), Qt::LeftButton);
        QTRY_COMPARE(f.workspace->endpoints().size(), 0);
        auto *panel = f.window->currentPage()->findChild<StatePanel *>();
        QTRY_COMPARE(panel->state(), StatePanel::State::Empty);
    }

    void whyItCouldNotBeReadIsSaidOnce()
    {
        ShellFixture f;
        f.open(false);
        StoredEndpoint endpoint;
        endpoint.name = QStringLiteral("mq");
        endpoint.kind = QStringLiteral("marquez");
        endpoint.location = QStringLiteral("http://127.0.0.1:9");
        QVERIFY(f.workspace->addEndpoint(endpoint));
        f.sync->sync(QStringLiteral("mq"));
        QTRY_VERIFY(!f.sync->isRunning() && f.workspace->endpoints().first().lastRun);
        f.sync->sync(QStringLiteral("mq"));
        QTRY_VERIFY(!f.sync->isRunning() && f.workspace->runs(QStringLiteral("mq"), 5).size() == 2);
        f.window->open(endpointsAt());
        Page *page = f.window->currentPage();
        QTRY_VERIFY(f.find<NoticeBar>("endpointMissing")->isVisible());
        QString all;
        for (const QLabel *label : page->findChildren<QLabel *>())
            all += label->isVisible() ? label->text() + QLatin1Char('\n') : QString();
        for (const QAbstractItemView *view : page->findChildren<QAbstractItemView *>()) {
            for (int row = 0; view->isVisible() && row < view->model()->rowCount(); ++row) {
                for (int column = 0; column < view->model()->columnCount(); ++column) {
                    for (const int role : {int(Qt::DisplayRole), int(DetailRole)})
                        all += view->model()->index(row, column).data(role).toString() + QLatin1Char('\n');
                }
            }
        }
        QVERIFY2(all.count(QStringLiteral("refuses connections")) <= 1, qPrintable(all));
        const QString facts = f.find<QLabel>("endpointSummary")->text();
        QVERIFY2(facts.contains(QStringLiteral("tried")) && !facts.contains(QStringLiteral("· read")), qPrintable(facts));
        QVERIFY2(f.find<NoticeBar>("endpointMissing")->accessibleName().contains(QStringLiteral("refuses connections")),
                 qPrintable(f.find<NoticeBar>("endpointMissing")->accessibleName()));
    }

    void intervalIsKept()
    {
        ShellFixture f;
        f.open(true);
        f.window->open(endpointsAt());
        auto *interval = f.find<QComboBox>("endpointInterval");
        interval->setFocus();
        QTest::keyClick(interval, Qt::Key_Down);
        QTRY_COMPARE(f.workspace->endpoints().first().interval, QStringLiteral("PT5M"));
    }

    void readingAgainAddsARun()
    {
        ShellFixture f;
        f.open(true);
        f.window->open(endpointsAt());
        auto *runs = f.find<TableView>("endpointRuns");
        const int before = runs->model()->rowCount();
        QTest::mouseClick(f.find<QPushButton>("endpointSync"), Qt::LeftButton);
        QTRY_COMPARE(runs->model()->rowCount(), before + 1);
    }

    void modelsKeepTheRules()
    {
        IssueModel issues;
        RunModel runs;
        EndpointModel endpoints;
        const QAbstractItemModelTester one(&issues, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester two(&runs, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester three(&endpoints, QAbstractItemModelTester::FailureReportingMode::QtTest);
        issues.setRows(
            {{QStringLiteral("e"), {Issue::Severity::Note, {QStringLiteral("a"), 1, 2, {}}, QStringLiteral("n")}, {}},
             {QStringLiteral("e"), {Issue::Severity::Error, {}, QStringLiteral("x")}, {}}});
        QCOMPARE(issues.row(0).issue.severity, Issue::Severity::Error); // worst first
        Run run;
        run.state = Run::State::Partial;
        run.missing = QStringLiteral("two files could not be opened");
        run.expected = {{QStringLiteral("document"), 5}};
        run.got = {{QStringLiteral("document"), 3}};
        runs.setRuns({run});
        QCOMPARE(runs.index(0, RunModel::Listed).data().toString(), QStringLiteral("3 of 5"));
        Run now = run;
        now.state = Run::State::Running;
        runs.setRuns({now});
        QCOMPARE(runs.index(0, RunModel::Datasets).data().toString(), QStringLiteral("–")); // not none: not counted yet
        StoredEndpoint endpoint;
        endpoint.name = QStringLiteral("e");
        endpoint.lastRun = run;
        endpoints.setEndpoints({endpoint});
        const Completeness all = completenessOf({endpoint});
        QCOMPARE(all.complete, 0);
        QCOMPARE(all.got, qint64(3));
        QVERIFY(all.missing.contains(run.missing));
    }
};

MESHSCOPE_TEST(TestEndpoints)
#include "tst_endpoints.moc"
