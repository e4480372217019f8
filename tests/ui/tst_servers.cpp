#include "models/items/matchmodel.h"
#include "models/items/runmodel.h"
#include "models/items/trafficmodel.h"
#include "models/items/completenessmodel.h"
#include "ui/endpoints/certificatecard.h"
#include "ui/endpoints/connectionpanel.h"
#include "ui/endpoints/matchespage.h"
#include "ui/widgets/counttabs.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/tableview.h"

#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"
#include "tests/ui/shellfixture.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

using namespace meshscope;
using namespace meshscope::test;
using namespace Qt::StringLiterals;

namespace {

Location at(const QString &view, const QString &key = {}, const QString &value = {})
{
    Location location{view, {}, {}};
    if (!key.isEmpty())
        location.options.addQueryItem(key, value);
    return location;
}

/// A Marquez with nothing in it; `gate` answers in its place where it wants to.
Script emptyMarquez(const SeenRequest &request)
{
    const QByteArray path = request.target.split('?').first();
    for (const char *const list : {"namespaces", "sources", "tags", "datasets", "jobs"}) {
        if (path.endsWith(QByteArray("/") + list))
            return Script::json(QByteArray("{\"") + list + "\":[],\"totalCount\":0}");
    }
    return Script::answer(404, "{}", {{"Content-Type", "application/json"}});
}

/// Adds a folder that knows products of the shop under other identifiers, and opens what may match.
void addAlike(ShellFixture &f, const QTemporaryDir &folder, const QByteArrayList &products)
{
    for (const QByteArray &id : products) {
        QFile file(folder.filePath(QString::fromLatin1(id) + u".odps.yaml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("apiVersion: v1.0.0\nkind: DataProduct\nid: x-" + id + "\nname: " + id +
                   " product\nversion: 1.0.0\nstatus: active\ndomain: commerce\n");
    }
    QVERIFY(f.add(u"lake"_s, folder.path()));
    QTRY_VERIFY(!f.sync->isRunning());
    f.source->reload();
    f.window->open(at(u"matches"_s));
    QTRY_COMPARE(f.find<TableView>("matchTable")->model()->rowCount(), int(products.size()));
    QTRY_VERIFY(!f.source->isLoading());
}

} // namespace

/// Servers in the window: found by their address, tested, read, paused, changed; and what several of them know.
class TestServers : public QObject {
    Q_OBJECT
private slots:
    void aPastedAddressFindsItsKindIsTestedAndRead()
    {
        ScriptedServer server(emptyMarquez);
        ShellFixture f;
        f.open(false);
        f.window->open(at(u"endpoints"_s, u"add"_s, u"1"_s));
        auto *path = f.find<QLineEdit>("addPath");
        QTRY_COMPARE(QApplication::focusWidget(), path);
        QApplication::clipboard()->setText(server.url(u"/datasets/page"_s).toString());
        QTest::keyClick(path, Qt::Key_V, Qt::ControlModifier);
        auto *kind = f.find<QComboBox>("addKind");
        QTRY_COMPARE(kind->currentData().toString(), u"marquez"_s);
        QCOMPARE(path->text(), server.url().toString(QUrl::StripTrailingSlash));
        QTRY_VERIFY(f.find<QLabel>("probeSays")->text().contains(u"Marquez"));
        for (const SeenRequest &request : server.seen())
            QVERIFY(request.header("Authorization").isEmpty());

        QTest::mouseClick(f.find<QPushButton>("addTest"), Qt::LeftButton);
        auto *form = f.window->findChild<QWidget *>(u"addForm"_s);
        auto *panel = form->findChild<ConnectionPanel *>();
        QTRY_VERIFY(panel->checkCount() >= 4 && !panel->isRunning());
        QVERIFY(panel->findChild<QLabel *>(u"testHead"_s)->text().contains(u"Marquez"));

        QTest::keyClick(path, Qt::Key_Return);
        QTRY_COMPARE(f.workspace->endpoints().size(), 1);
        QTRY_VERIFY(!f.sync->isRunning() && f.workspace->endpoints().first().lastRun);
        auto *tabs = f.find<CountTabs>("runTabs");
        QTRY_VERIFY(tabs->count(2) > 0); // requests
        tabs->setCurrentIndex(2);
        auto *requests = f.find<TableView>("runRequests");
        QCOMPARE(qsizetype(requests->model()->rowCount()), tabs->count(2));
        QVERIFY(requests->model()->index(0, TrafficModel::Where).data().toString().startsWith(server.url().toString()));
        QCOMPARE(requests->model()->index(1, TrafficModel::Answer).data().toString(),
                 u"200"_s); // the first asks for the feed
    }

    void aTestSaysWhatIsWrongAndCanBeStopped()
    {
        ScriptedServer server([](const SeenRequest &) { return Script::stall(); });
        ShellFixture f;
        f.open(false);
        f.window->open(at(u"endpoints"_s, u"add"_s, u"marquez"_s));
        f.find<QLineEdit>("addPath")->setText(server.url().toString());
        QTest::mouseClick(f.find<QPushButton>("addTest"), Qt::LeftButton);
        auto *form = f.window->findChild<QWidget *>(u"addForm"_s);
        auto *panel = form->findChild<ConnectionPanel *>();
        QVERIFY(panel->isRunning());
        QTest::mouseClick(panel->findChild<QPushButton *>(u"testButton"_s), Qt::LeftButton);
        QVERIFY(!panel->isRunning());
        f.find<QLineEdit>("addPath")->setText(u"http://127.0.0.1:9"_s);
        QTest::mouseClick(f.find<QPushButton>("addTest"), Qt::LeftButton);
        QTRY_VERIFY(!panel->isRunning() && panel->checkCount() > 0);
        QStringList texts;
        for (const QLabel *label : panel->findChildren<QLabel *>(u"checkText"_s))
            texts.append(label->text());
        QVERIFY2(texts.join(u' ').contains(u"refuses"), qPrintable(texts.join(u'|')));
    }

    void whatCameIsSaidInWords()
    {
        QCOMPARE(countTitle(u"contractResult"_s), u"Checks of contracts"_s);
        QCOMPARE(countTitle(u"somethingNewer"_s), u"Something newer"_s);
    }

    void checksAppearOneByOne()
    {
        ScriptedServer server([](const SeenRequest &request) {
            const bool isFirst = request.target.startsWith("/api/v1/namespaces?");
            return isFirst ? Script::json("{\"namespaces\":[{\"name\":\"food\"}]}") : Script::stall();
        });
        ShellFixture f;
        f.open(false);
        f.window->open(at(u"endpoints"_s, u"add"_s, u"marquez"_s));
        f.find<QLineEdit>("addPath")->setText(server.url().toString());
        QTest::mouseClick(f.find<QPushButton>("addTest"), Qt::LeftButton);
        auto *panel = f.window->findChild<QWidget *>(u"addForm"_s)->findChild<ConnectionPanel *>();
        QTRY_COMPARE(panel->checkCount(), 6); // name, port, privacy, login, first page, version
        QVERIFY(panel->isRunning());          // over the one that is not answered
        QTest::mouseClick(panel->findChild<QPushButton *>(u"testButton"_s), Qt::LeftButton);
        QVERIFY(!panel->isRunning());
        QCOMPARE(panel->checkCount(), 6); // what was found stays to be read
    }

    void aCertificateIsPinnedByADecision()
    {
        ServerCertificate certificate;
        certificate.host = u"catalog.example"_s;
        certificate.subject = u"CN=catalog"_s;
        certificate.fingerprint = u"AB:CD"_s;
        certificate.problems = {u"It signed itself."_s};
        Connector::Probe probe;
        Connector::Check bad{u"The certificate is good"_s, false, u"--pin"_s};
        bad.certificate = std::make_shared<ServerCertificate>(certificate);
        probe.checks = {bad};
        ConnectionPanel panel([probe](const EndpointInput &, const TestWatch &) { return Result<Connector::Probe>(probe); });
        panel.resize(700, 500);
        panel.show();
        QSignalSpy pinned(&panel, &ConnectionPanel::pinRequested);
        panel.start({});
        QTRY_COMPARE(panel.checkCount(), 1);
        auto *card = panel.findChild<CertificateCard *>();
        QVERIFY(card);
        QVERIFY(pinned.isEmpty());
        QTest::mouseClick(card->findChild<QPushButton *>(u"pinButton"_s), Qt::LeftButton);
        QCOMPARE(pinned.size(), 1);
        QCOMPARE(pinned[0][0].toString(), u"AB:CD"_s);
    }

    void endpointsAreReadAtOnceAndStoppedOneByOne()
    {
        ShellFixture f;
        f.open(false);
        for (const QString &name : {u"one"_s, u"two"_s})
            QVERIFY(addEndpoint(*f.workspace, {name, u"folder"_s, f.folder.path(), {}}));
        QMutex mutex;
        QStringList running;
        SyncRunner runner(*f.workspace, [&](const EndpointConfig &config, RunWatch &watch) -> Result<Run> {
            {
                const QMutexLocker lock(&mutex);
                running.append(config.name);
            }
            watch.report(1, 4, u"things"_s);
            while (!watch.isCancelled())
                QThread::yieldCurrentThread();
            return fail(Error::Code::Cancelled, u"stopped"_s);
        });
        runner.syncAll();
        const auto begun = [&] {
            const QMutexLocker lock(&mutex);
            return running.size();
        };
        QTRY_COMPARE(begun(), 2);
        QTRY_COMPARE(runner.state().total, qint64(8)); // both as one
        runner.cancelOne(u"one"_s);
        QTRY_COMPARE(runner.states().size(), 1);
        QCOMPARE(runner.states().first().endpoint, u"two"_s);
        runner.cancel();
        QTRY_VERIFY(!runner.isRunning());
    }

    void aPausedEndpointIsReadOnlyWhenAsked()
    {
        ShellFixture f;
        f.open(true);
        f.window->open(at(u"endpoints"_s));
        f.find<QAction>("endpointPause")->trigger();
        QVERIFY(f.workspace->endpoints().first().isPaused);
        const qsizetype runs = f.workspace->runs(u"shop"_s).size();
        f.sync->syncAll();
        QVERIFY(!f.sync->isRunning());
        QTest::mouseClick(f.find<QPushButton>("endpointSync"), Qt::LeftButton);
        QTRY_COMPARE(f.workspace->runs(u"shop"_s).size(), runs + 1);
        f.find<QAction>("endpointPause")->trigger();
        QVERIFY(!f.workspace->endpoints().first().isPaused);
    }

    void anEndpointIsChangedAndCopied()
    {
        ShellFixture f;
        f.open(true);
        QTemporaryDir other;
        f.window->open(at(u"endpoints"_s));
        f.find<QAction>("endpointEdit")->trigger();
        auto *path = f.find<QLineEdit>("addPath");
        QCOMPARE(path->text(), QDir::cleanPath(f.folder.path()));
        QVERIFY(!f.find<QLineEdit>("addName")->isEnabled());
        path->setText(other.path());
        QTest::mouseClick(f.find<QPushButton>("addButton"), Qt::LeftButton);
        QCOMPARE(f.workspace->endpoints().size(), 1);
        QTRY_COMPARE(f.workspace->endpoints().first().location, other.path());
        QTRY_VERIFY(!path->isVisible());
        f.find<QAction>("endpointDuplicate")->trigger();
        f.find<QLineEdit>("addName")->setText(u"copy"_s);
        QTest::mouseClick(f.find<QPushButton>("addButton"), Qt::LeftButton);
        QTRY_COMPARE(f.workspace->endpoints().size(), 2);
        QCOMPARE(f.workspace->endpoints().last().location, other.path());
        QTRY_VERIFY(!f.sync->isRunning());
    }

    void aLoginByCodeKeepsWhatIsTyped()
    {
        ScriptedServer login([](const SeenRequest &request) {
            if (request.target == "/device")
                return Script::json("{\"device_code\":\"d\",\"user_code\":\"WXYZ-1234\",\"verification_uri\":\"https://"
                                    "login.example/here\",\"interval\":1}");
            return Script::json("{\"access_token\":\"acc3ss\",\"refresh_token\":\"r3fresh\",\"expires_in\":3600}");
        });
        ShellFixture f;
        f.open(false);
        f.window->open(at(u"endpoints"_s, u"add"_s, u"marquez"_s));
        f.find<QLineEdit>("addPath")->setText(u"http://127.0.0.1:9"_s);
        auto *auth = f.find<QComboBox>("addAuth");
        auth->setCurrentIndex(auth->findData(u"login"_s));
        f.find<QLineEdit>("oauth.token")->setText(login.url(u"/token"_s).toString());
        f.find<QLineEdit>("oauth.device")->setText(login.url(u"/device"_s).toString());
        f.find<QLineEdit>("oauth.client")->setText(u"meshscope"_s);
        f.find<QLineEdit>("addName")->setText(u"typed"_s);
        QVERIFY(!f.find<QPushButton>("addButton")->isEnabled());
        QTest::mouseClick(f.find<QPushButton>("loginButton"), Qt::LeftButton);
        QTRY_COMPARE(f.find<QLabel>("loginCode")->text(), u"WXYZ-1234"_s);
        QTRY_COMPARE(f.browsed.size(), 1);
        QTRY_VERIFY(f.find<QPushButton>("addButton")->isEnabled());
        QCOMPARE(f.find<QLineEdit>("addName")->text(), u"typed"_s);
        QVERIFY(!f.find<QLabel>("loginSays")->text().contains(u"acc3ss"));
    }

    void theNextMatchIsAtHandAfterADecision()
    {
        ShellFixture f;
        f.open(true);
        QTemporaryDir other;
        addAlike(f, other, {"orders", "stock", "customers"});
        auto *table = f.find<TableView>("matchTable");
        const QString third = table->model()->index(2, MatchModel::One).data().toString();
        table->selectRow(1);
        QTest::mouseClick(f.find<QPushButton>("matchRefuse"), Qt::LeftButton);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QCOMPARE(table->selectionModel()->selectedRows().size(), 1);
        QCOMPARE(table->currentIndex().siblingAtColumn(MatchModel::One).data().toString(), third);
    }

    void aDecisionIsNotUndoneByWhatWasFoundBeforeIt()
    {
        ShellFixture f;
        f.open(true);
        QTemporaryDir other;
        addAlike(f, other, {"orders", "stock", "customers"});
        auto *table = f.find<TableView>("matchTable");
        QList<int> seen;
        connect(table->model(), &QAbstractItemModel::modelReset, this, [&] { seen << table->model()->rowCount(); });
        table->selectRow(1);
        f.find<MatchesPage>("matchesPage")->setSnapshot(f.source->snapshot()); // finds three again, beside the window
        QTest::mouseClick(f.find<QPushButton>("matchRefuse"), Qt::LeftButton);
        QTRY_COMPARE(seen.isEmpty() ? 0 : seen.last(), 2);
        QVERIFY(!seen.contains(3));
    }

    void whatIsChosenStaysChosenWhenTheMeshIsReadAgain()
    {
        ShellFixture f;
        f.open(true);
        QTemporaryDir other;
        addAlike(f, other, {"orders", "stock", "customers"});
        auto *table = f.find<TableView>("matchTable");
        table->selectRow(2);
        table->selectionModel()->select(table->model()->index(1, 0),
                                        QItemSelectionModel::Select | QItemSelectionModel::Rows);
        const QStringList chosen = table->selectedAddresses();
        QCOMPARE(chosen.size(), 2);
        QSignalSpy resets(table->model(), &QAbstractItemModel::modelReset);
        f.source->reload();
        QTRY_VERIFY(!resets.isEmpty());
        QTRY_VERIFY(!f.source->isLoading());
        QCoreApplication::processEvents(); // the table comes back to its place in the next turn
        QCOMPARE(table->selectedAddresses(), chosen);
    }

    void aMatchIsConfirmedRefusedAndTakenBack()
    {
        ShellFixture f;
        f.open(true);
        QTemporaryDir other;
        addAlike(f, other, {"orders", "stock"});
        auto *table = f.find<TableView>("matchTable");
        QVERIFY(!table->model()->index(0, MatchModel::Why).data().toString().isEmpty());
        const auto products = [&] { return (*f.workspace->load())->nodes(Kind::Product).size(); };
        QCOMPARE(products(), size_t(5));
        table->selectAll(); // in bulk
        QTest::mouseClick(f.find<QPushButton>("matchConfirm"), Qt::LeftButton);
        QCOMPARE(products(), size_t(3));
        QTRY_COMPARE(table->model()->rowCount(), 0);
        QTest::mouseClick(f.find<QPushButton>("matchUndo"), Qt::LeftButton);
        QCOMPARE(products(), size_t(5));
        QTRY_COMPARE(table->model()->rowCount(), 2);
        table->selectRow(0);
        QTest::mouseClick(f.find<QPushButton>("matchRefuse"), Qt::LeftButton);
        QTRY_COMPARE(table->model()->rowCount(), 1); // not asked again
        f.find<CountTabs>("matchTabs")->setCurrentIndex(2);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->selectRow(0);
        QTest::mouseClick(f.find<QPushButton>("matchBack"), Qt::LeftButton);
        QTRY_COMPARE(table->model()->rowCount(), 0);
        f.find<CountTabs>("matchTabs")->setCurrentIndex(0);
        QTRY_COMPARE(table->model()->rowCount(), 2);
    }

    void theirModelsKeepTheRules()
    {
        TrafficModel traffic;
        CompletenessModel kinds;
        MatchModel matches;
        const QAbstractItemModelTester one(&traffic, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester two(&kinds, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester three(&matches, QAbstractItemModelTester::FailureReportingMode::QtTest);
        traffic.setTraffic(
            {3, 4096, {{QDateTime::currentDateTimeUtc(), u"GET"_s, u"https://h/a"_s, 0, 0, 12, 2, u"nothing answers"_s}}});
        QVERIFY(traffic.index(0, TrafficModel::Where).data(Qt::ToolTipRole).toString().contains(u"nothing answers"));
        QVERIFY(trafficSummary(traffic.traffic()).contains(u"3"));
        Run run;
        run.expected = {{u"dataset"_s, 12}, {u"job"_s, 3}};
        run.got = {{u"dataset"_s, 10}, {u"job"_s, 3}, {u"column"_s, 99}};
        kinds.setRun(run);
        QCOMPARE(kinds.rowCount(), 3);
        QCOMPARE(kinds.index(0, CompletenessModel::Lacking).data().toString(), u"2"_s);
        QCOMPARE(kinds.index(2, CompletenessModel::Expected).data().toString(), u"–"_s);
        for (int row = 0; row < kinds.rowCount(); ++row) // each has a sign, so that the names stand below one another
            QVERIFY(kinds.index(row, CompletenessModel::Kind).data(StatusRole).isValid());
        MatchRow row;
        row.a = {{u"one"_s, Kind::Product, u"a"_s}, u"A"_s, {}};
        row.b = {{u"two"_s, Kind::Product, u"b"_s}, u"B"_s, {}};
        matches.setRows({row});
        QCOMPARE(matches.rowCount(), 1);
    }
};

MESHSCOPE_TEST(TestServers)
#include "tst_servers.moc"
