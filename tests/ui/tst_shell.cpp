#include "tests/support/testmain.h"
#include "tests/ui/places.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/folderwatcher.h"
#include "ui/shell/inspector.h"
#include "ui/shell/look.h"
#include "ui/shell/rail.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"

#include <QClipboard>
#include <QListView>
#include <QMenuBar>
#include <QMimeData>

using namespace meshscope;
using namespace meshscope::test;

/// The window with real keys and mouse: its parts, finding, reading, noticing changes.
class TestShell : public QObject {
    Q_OBJECT
private slots:
    void aWindowAlwaysShowsAPage()
    {
        ShellFixture empty;
        empty.open(false);
        empty.window->openText({});
        QCOMPARE(empty.window->location().view, QStringLiteral("start"));
        QVERIFY(!empty.find<Rail>("rail")->isEnabled()); // there, but grey
        empty.window->open(at(QStringLiteral("help")));
        QVERIFY(empty.find<Rail>("rail")->isEnabled());
        ShellFixture filled;
        filled.open(true);
        filled.window->openText({});
        QCOMPARE(filled.window->location().view, QStringLiteral("map"));
        QVERIFY(filled.find<Rail>("rail")->isEnabled());
    }

    void aNarrowWindowLeavesRoomForTheTrail()
    {
        ShellFixture f;
        f.open(true);
        f.window->open(at(QStringLiteral("map")));
        QVERIFY(f.window->isInspectorShown());
        f.window->resize(px(740), px(500));
        auto *field = f.find<SearchField>("search");
        QTRY_VERIFY(field->width() <= f.window->width() * 31 / 100);
        f.window->open(at(QStringLiteral("find")));
        f.window->open(at(QStringLiteral("map")));
        QVERIFY(!f.window->isInspectorShown()); // the page needs the room
        QTest::keyClick(f.window.get(), Qt::Key_F4);
        QVERIFY(f.window->isInspectorShown()); // unless the person says so
    }

    void theRailIsAsWideAsItsWords()
    {
        ShellFixture f;
        f.open(true);
        for (const QString &view : Rail::views()) {
            const auto *button = f.find<RailButton>(qPrintable(QStringLiteral("rail.") + view));
            const QFontMetrics words(textFont(TextRole::Tiny, QFont::DemiBold));
            QVERIFY2(words.horizontalAdvance(button->text()) <= button->width() - 2 * px(6) - 4, qPrintable(view));
        }
    }

    void emptyWorkspaceOffersThreeWaysIn()
    {
        ShellFixture f;
        f.open(false);
        f.window->open(at(QStringLiteral("start")));
        QCOMPARE(f.window->currentPage()->objectName(), QStringLiteral("startPage"));
        QTRY_COMPARE(QApplication::focusWidget(), f.find<QWidget>("openDemo"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // Enter is enough
        QCOMPARE(f.windows.size(), 1);
        QCOMPARE(f.windows[0].view, QStringLiteral("demo"));
        QTest::keyClick(f.window->currentPage(), Qt::Key_1);
        QCOMPARE(f.windows.size(), 2);
        QVERIFY(!f.find<QPushButton>("sync")->isEnabled());
    }

    void everyMenuHasItsActionsAndNoKeyTwice()
    {
        ShellFixture f;
        f.open(true);
        QStringList menus;
        for (const QAction *action : f.window->menuBar()->actions())
            menus << QString(action->text()).remove(u'&');
        QCOMPARE(menus,
                 (QStringList{QStringLiteral("File"), QStringLiteral("Edit"), QStringLiteral("View"), QStringLiteral("Go"),
                              QStringLiteral("Mesh"), QStringLiteral("Access"), QStringLiteral("Help")}));
        QSet<QString> keys;
        for (const QAction *action : f.window->commands()) {
            for (const QKeySequence &key : action->shortcuts()) {
                QVERIFY2(!keys.contains(key.toString()), qPrintable(key.toString()));
                keys << key.toString();
            }
        }
        QVERIFY(keys.size() > 15);
    }

    void paletteFindsThingsAndCommandsByKeysAlone()
    {
        ShellFixture f;
        f.open(true);
        f.window->open(at(QStringLiteral("map")));
        QTest::keyClick(f.window.get(), Qt::Key_K, Qt::ControlModifier);
        auto *field = f.find<SearchField>("search");
        QTRY_COMPARE(QApplication::focusWidget(), field);
        QTest::keyClicks(field, QStringLiteral("orders"));
        auto *list = f.find<QListView>("paletteList");
        QVERIFY(list->isVisible());
        QVERIFY(list->currentIndex().data().toString().contains(QStringLiteral("orders")));
        QTest::keyClick(field, Qt::Key_Down);
        QTest::keyClick(field, Qt::Key_Up);
        QCOMPARE(QApplication::focusWidget(), field); // arrows never leave the field
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(f.window->location().view, QStringLiteral("product"));
        QCOMPARE(f.window->location().address, orders);
        QVERIFY(!list->isVisible());

        QTest::keyClick(f.window.get(), Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(field, QStringLiteral(">health"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(f.window->location().view, QStringLiteral("health"));

        QTest::keyClick(f.window.get(), Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(field, QStringLiteral("zzzz"));
        QVERIFY(list->model()->index(0, 0).data().toString().contains(QStringLiteral("zzzz")));
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!list->isVisible());
        QVERIFY(field->text().isEmpty());
        QCOMPARE(f.window->location().view, QStringLiteral("health"));
    }

    void paletteOpensAPersonsThingInAnotherWindow()
    {
        ShellFixture f;
        f.open(true);
        QTest::keyClick(f.window.get(), Qt::Key_K, Qt::ControlModifier);
        auto *field = f.find<SearchField>("search");
        QTest::keyClicks(field, QStringLiteral("stock"));
        QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(f.windows.size(), 1);
    }

    void statusLineCountsAndLinksToIssues()
    {
        ShellFixture f;
        f.open(true);
        auto *issues = f.find<CountLink>("issues");
        QTRY_VERIFY(issues->count() >= 1);
        QTest::mouseClick(issues, Qt::LeftButton);
        QCOMPARE(f.window->currentPage()->objectName(), QStringLiteral("issuesPage"));
    }

    void aNewRunReachesTheShownPage()
    {
        ShellFixture f;
        f.open(true);
        f.window->open(at(QStringLiteral("map")));
        auto *page = qobject_cast<PlainPage *>(f.window->currentPage());
        QCOMPARE(page->shown.mesh->nodes(Kind::Product).size(), size_t(3));
        f.write(QStringLiteral("new.odps.yaml"),
                "apiVersion: v1.0.0\nkind: DataProduct\nid: fresh\nname: fresh\nversion: 1.0.0\nstatus: active\n");
        QTest::keyClick(f.window.get(), Qt::Key_F5);
        QTRY_COMPARE(page->shown.mesh->nodes(Kind::Product).size(), size_t(4));
        QTRY_VERIFY(page->shown.search != nullptr);
    }

    void anotherMomentIsSaidAndLeftAgain()
    {
        ShellFixture f;
        f.open(true);
        f.window->open(at(QStringLiteral("map")));
        auto *page = qobject_cast<PlainPage *>(f.window->currentPage());
        f.source->setAsOf(QDateTime::currentDateTimeUtc().addDays(-30));
        QTRY_COMPARE(page->shown.mesh->nodes(Kind::Product).size(), size_t(0));
        auto *notice = f.find<NoticeBar>("asOfNotice");
        QTRY_VERIFY(notice->isVisible());
        f.source->setAsOf({});
        QTRY_COMPARE(page->shown.mesh->nodes(Kind::Product).size(), size_t(3));
        QTRY_VERIFY(!notice->isVisible());
    }

    void aFolderDroppedOnTheWindowIsRead()
    {
        ShellFixture f;
        f.open(false);
        f.window->open(at(QStringLiteral("start")));
        f.writeMesh();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(f.folder.path())});
        QDragEnterEvent enter(QPoint(400, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(f.window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(400, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(f.window.get(), &drop);
        QCOMPARE(f.workspace->endpoints().size(), 1);
        QTRY_COMPARE(f.source->snapshot().mesh->nodes(Kind::Product).size(), size_t(3));
        QCOMPARE(f.window->location().view, QStringLiteral("map"));
    }

    void coloursAndTextSizeChangeFromTheMenuAndStay()
    {
        ShellFixture f;
        f.open(true);
        MeshscopeStyle *style = MeshscopeStyle::of(nullptr);
        f.find<QAction>("action.scheme.dark")->trigger();
        QCOMPARE(style->scheme(), Scheme::Dark);
        QCOMPARE(f.settings->value(QStringLiteral("theme/scheme")).toString(), QStringLiteral("dark"));
        f.find<QAction>("action.larger")->trigger();
        QVERIFY(style->textScale() > 1.05);
        f.find<QAction>("action.normalText")->trigger();
        QCOMPARE(style->textScale(), 1.0);
        f.find<QAction>("action.scheme.light")->trigger();
        QCOMPARE(style->scheme(), Scheme::Light);
        f.find<QAction>("action.fullScreen")->trigger();
        QVERIFY(f.window->windowState() & Qt::WindowFullScreen);
    }

    void coloursAreTheStylesWhateverTheDesktopHas()
    {
        ShellFixture f;
        f.open(false);
        QPalette desktops = QApplication::palette();
        desktops.setColor(QPalette::HighlightedText, Qt::white); // on a ground that is dark there
        QApplication::setPalette(desktops);
        applyLook(*f.settings, Scheme::Light);
        QCOMPARE(QApplication::palette().color(QPalette::Active, QPalette::HighlightedText),
                 tokensOf(Scheme::Light).selectionText);
    }

    void readingCanBeStopped()
    {
        ShellFixture f;
        f.open(false);
        QVERIFY(addEndpoint(*f.workspace, {QStringLiteral("slow"), QStringLiteral("folder"), f.folder.path(), {}}));
        std::atomic<bool> wasCancelled{false};
        SyncRunner runner(*f.workspace, [&](const EndpointConfig &, RunWatch &watch) -> Result<Run> {
            watch.report(1, 10, QStringLiteral("files"));
            while (!watch.isCancelled())
                QThread::yieldCurrentThread();
            wasCancelled = true;
            return fail(Error::Code::Cancelled, QStringLiteral("stopped"));
        });
        QSignalSpy failed(&runner, &SyncRunner::failed);
        QSignalSpy progressed(&runner, &SyncRunner::progressed);
        runner.sync(QStringLiteral("slow"));
        QTRY_VERIFY(progressed.size() > 0 && runner.state().total == 10);
        runner.sync(QStringLiteral("slow")); // waits for its turn, and is forgotten with the rest
        runner.cancel();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(wasCancelled);
        QVERIFY(!runner.isRunning());
    }

    void durationsAreRead_data()
    {
        QTest::addColumn<QString>("iso");
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("hour") << "PT1H" << qint64(3600);
        QTest::newRow("day and a half") << "P1DT12H" << qint64(129600);
        QTest::newRow("weeks") << "P2W" << qint64(14 * 86400);
        QTest::newRow("nonsense") << "soon" << qint64(0);
        QTest::newRow("empty") << "" << qint64(0);
    }

    void durationsAreRead()
    {
        QFETCH(QString, iso);
        QFETCH(qint64, seconds);
        QCOMPARE(durationSeconds(iso), seconds);
    }

    void aChangedFolderIsNoticedOnce()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("a/b")));
        FolderWatcher watcher;
        watcher.setPause(50);
        QSignalSpy changed(&watcher, &FolderWatcher::changed);
        watcher.setFolders({{QStringLiteral("shop"), folder.path()}});
        const auto write = [&](const QString &name, const QByteArray &bytes) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        };
        // Deep, in a folder that was there; then the same file again, in place.
        QTRY_VERIFY((write(QStringLiteral("a/b/x.yaml"), QByteArray(changed.size() + 1, 'x')), changed.size() > 0));
        QCOMPARE(changed[0][0].toString(), QStringLiteral("shop"));
        changed.clear();
        watcher.setFolders({});
        QVERIFY(write(QStringLiteral("a/y.yaml"), "1"));
        QCoreApplication::processEvents();
        QCOMPARE(changed.size(), 0);
    }
};

MESHSCOPE_TEST(TestShell)
#include "tst_shell.moc"
