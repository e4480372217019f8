#include "tests/support/testmain.h"
#include "tests/ui_graph/viewhelp.h"
#include "ui/lineage/lineagepage.h"
#include "ui/lineage/pathspanel.h"
#include "ui/widgets/tableview.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTranslator>

using namespace meshscope;

namespace {

/// A ladder of `rungs` choices between two: 2^rungs paths.
MeshPtr ladder(int rungs)
{
    Records r;
    const auto add = [&](const QString &name) {
        Dataset d;
        d.ns = QStringLiteral("db://x");
        d.name = name;
        d.id = d.ns + u'/' + name;
        r.datasets.append(d);
        return d.id;
    };
    QString last = add(QStringLiteral("start"));
    for (int i = 0; i < rungs; ++i) {
        const QString a = add(QStringLiteral("a%1").arg(i));
        const QString b = add(QStringLiteral("b%1").arg(i));
        const QString next = add(i + 1 == rungs ? QStringLiteral("end") : QStringLiteral("k%1").arg(i));
        for (const QString &side : {a, b}) {
            r.lineage.append({last, side, {}});
            r.lineage.append({side, next, {}});
        }
        last = next;
    }
    return test::meshOf(r);
}

QString named(const Mesh &mesh, const char *name)
{
    for (const NodeId n : mesh.nodes(Kind::Dataset)) {
        if (mesh.name(n) == QLatin1StringView(name))
            return mesh.address(n).toString();
    }
    return {};
}

} // namespace

/// All paths between two cards: counted, listed, lit.
class TestLineagePaths : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_snapshot.mesh = ladder(3);
        make();
    }
    void cleanup()
    {
        m_found.reset();
        m_drawn.reset();
        m_page.reset();
    }

    void twoCardsPickedWithShiftAreJoinedByP()
    {
        go(named(*m_snapshot.mesh, "start"), QStringLiteral("down=all"));
        GraphView *view = m_page->view();
        view->fit(false);
        const QString start = named(*m_snapshot.mesh, "start");
        const QString end = named(*m_snapshot.mesh, "end");
        view->setFocus();
        QTest::mouseClick(view, Qt::LeftButton, {}, test::middleOf(*view, end));
        QTest::mouseClick(view, Qt::LeftButton, Qt::ShiftModifier, test::middleOf(*view, start));
        QCOMPARE(view->picked().size(), 2);
        QTest::keyClick(view, Qt::Key_P);
        QTRY_COMPARE(m_found->count(), 1);
        QVERIFY(panel()->isVisible());
        QCOMPARE(panel()->rowCount(), 8);
        QCOMPARE(panel()->summary(), QStringLiteral("8 paths"));
        QCOMPARE(panel()->status(), QStringLiteral("8 paths from start to end"));
        QCOMPARE(m_page->location().options.queryItemValue(QStringLiteral("from"), QUrl::FullyDecoded), start);
        QCOMPARE(m_page->location().options.queryItemValue(QStringLiteral("to"), QUrl::FullyDecoded), end);
        // Shift again takes one back.
        QTest::mouseClick(view, Qt::LeftButton, Qt::ShiftModifier, test::middleOf(*view, start));
        QCOMPARE(view->picked().size(), 1);
    }
    void whatWasFoundIsNoNewsOnAnotherPage()
    {
        const QString start = named(*m_snapshot.mesh, "start");
        const QString end = named(*m_snapshot.mesh, "end");
        QSignalSpy said(m_page.get(), &Page::said);
        go(start, QStringLiteral("from=%1&to=%2").arg(encoded(start), encoded(end)));
        QTRY_COMPARE(m_found->count(), 1);
        QCOMPARE(said.last().at(0).toString(), QStringLiteral("8 paths from start to end"));
        m_page->hide();
        QCOMPARE(said.last().at(0).toString(), QString());
    }
    void whatWasFoundIsNoNewsInAnotherLineage()
    {
        const QString start = named(*m_snapshot.mesh, "start");
        const QString end = named(*m_snapshot.mesh, "end");
        QSignalSpy said(m_page.get(), &Page::said);
        go(start, QStringLiteral("from=%1&to=%2").arg(encoded(start), encoded(end)));
        QTRY_COMPARE(m_found->count(), 1);
        QCOMPARE(said.last().at(0).toString(), QStringLiteral("8 paths from start to end"));
        go(start, QStringLiteral("up=0"));
        QCOMPARE(said.last().at(0).toString(), QString());
    }
    void aChosenPathIsShownWhereverItIs()
    {
        const QString start = named(*m_snapshot.mesh, "start");
        const QString end = named(*m_snapshot.mesh, "end");
        go(start, QStringLiteral("up=0&down=1&from=%1&to=%2").arg(encoded(start), encoded(end)));
        QTRY_COMPARE(m_found->count(), 1);
        QTRY_VERIFY(m_page->view()->scene()->cardOf(end) >= 0);
        const auto shownOf = [&](int row) {
            QStringList names = panel()->table()->model()->index(row, 2).data().toString().split(QStringLiteral(" → "));
            int shown = 0;
            for (const QString &name : std::as_const(names))
                shown += m_page->view()->scene()->cardOf(named(*m_snapshot.mesh, qPrintable(name))) >= 0 ? 1 : 0;
            return shown == names.size();
        };
        QVERIFY(shownOf(0));
        panel()->table()->setFocus();
        panel()->table()->selectRow(0);
        for (int i = 0; i < 7; ++i)
            QTest::keyClick(panel()->table(), Qt::Key_Down);
        QTRY_VERIFY(shownOf(7));
        QCOMPARE(m_page->location().options.queryItemValue(QStringLiteral("path")), QStringLiteral("7"));
        panel()->findChild<QToolButton *>(QStringLiteral("closeList"))->click();
        QVERIFY(!panel()->isVisible());
        QTRY_VERIFY(m_page->view()->scene()->cardOf(end) < 0);
        QVERIFY(!m_page->location().options.hasQueryItem(QStringLiteral("from")));
    }
    void theOtherWayRoundHasNone()
    {
        const QString start = named(*m_snapshot.mesh, "start");
        const QString end = named(*m_snapshot.mesh, "end");
        go(start, QStringLiteral("from=%1&to=%2").arg(encoded(start), encoded(end)));
        QTRY_COMPARE(m_found->count(), 1);
        panel()->findChild<QToolButton *>(QStringLiteral("turn"))->click();
        QTRY_COMPARE(m_found->count(), 2);
        QCOMPARE(panel()->rowCount(), 0);
        QCOMPARE(panel()->summary(), QStringLiteral("no path leads there"));
        QCOMPARE(panel()->status(), QStringLiteral("No path leads from end to start"));
    }
    void onePathIsSaidInBothLanguages()
    {
        const QString start = named(*m_snapshot.mesh, "start");
        const QString a = named(*m_snapshot.mesh, "a0");
        go(start, QStringLiteral("from=%1&to=%2").arg(encoded(start), encoded(a)));
        QTRY_COMPARE(m_found->count(), 1);
        for (const char *language : {"en", "de"}) {
            QTranslator words;
            QVERIFY(words.load(QStringLiteral(":/i18n/meshscope_%1").arg(QLatin1StringView(language))));
            QCoreApplication::installTranslator(&words);
            graph::MeshPaths found;
            found.from = test::at(m_snapshot.mesh, start);
            found.to = test::at(m_snapshot.mesh, a);
            found.count = graph::BigCount(1);
            found.first = {{found.from, found.to}};
            PathsPanel words1;
            words1.setPaths(*m_snapshot.mesh, found);
            QCOMPARE(words1.status(), language == QByteArray("en") ? QStringLiteral("1 path from start to a0")
                                                                   : QStringLiteral("1 Weg von start nach a0"));
            QCoreApplication::removeTranslator(&words);
        }
    }
    void astronomicallyManyAreSaid()
    {
        m_snapshot.mesh = ladder(160);
        make();
        const QString start = named(*m_snapshot.mesh, "start");
        const QString end = named(*m_snapshot.mesh, "end");
        go(start, QStringLiteral("up=0&down=1&from=%1&to=%2").arg(encoded(start), encoded(end)));
        QTRY_COMPARE(m_found->count(), 1);
        QCOMPARE(panel()->rowCount(), PathsPanel::mostListed);
        QVERIFY2(panel()->summary().contains(QStringLiteral("10⁴⁸")), qPrintable(panel()->summary())); // 2^160
        QTRY_VERIFY(m_page->view()->scene()->cardOf(end) >= 0);
    }
    void theListIsSaved()
    {
        const QString start = named(*m_snapshot.mesh, "start");
        const QString end = named(*m_snapshot.mesh, "end");
        go(start, QStringLiteral("from=%1&to=%2").arg(encoded(start), encoded(end)));
        QTRY_COMPARE(m_found->count(), 1);
        QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("paths.csv"));
        panel()->setChooser([&](const QString &) { return file; });
        panel()->findChild<QToolButton *>(QStringLiteral("savePaths"))->click();
        QFile csv(file);
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const QByteArray text = csv.readAll();
        QCOMPARE(text.count('\n'), 9);
        QVERIFY(text.contains("start → a0 → k0"));
    }
    void aNewMeshFindsThemAgain()
    {
        const QString start = named(*m_snapshot.mesh, "start");
        const QString end = named(*m_snapshot.mesh, "end");
        go(start, QStringLiteral("from=%1&to=%2").arg(encoded(start), encoded(end)));
        QTRY_COMPARE(m_found->count(), 1);
        Snapshot next;
        next.mesh = ladder(3);
        m_page->setSnapshot(next);
        QTRY_COMPARE(m_found->count(), 2);
        QCOMPARE(panel()->rowCount(), 8);
    }

private:
    void make()
    {
        cleanup();
        m_page = test::shownPage<LineagePage>(m_snapshot);
        m_drawn = std::make_unique<QSignalSpy>(m_page.get(), &LineagePage::drawn);
        m_found = std::make_unique<QSignalSpy>(m_page.get(), &LineagePage::pathsFound);
    }
    void go(const QString &address, const QString &options)
    {
        const qsizetype before = m_drawn->count();
        m_page->setLocation({QStringLiteral("lineage"), address, QUrlQuery(options)});
        QTRY_VERIFY(m_drawn->count() > before);
    }
    [[nodiscard]] PathsPanel *panel() const { return m_page->findChild<PathsPanel *>(); }
    [[nodiscard]] static QString encoded(const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); }

    Snapshot m_snapshot;
    std::unique_ptr<LineagePage> m_page;
    std::unique_ptr<QSignalSpy> m_drawn, m_found;
};

MESHSCOPE_TEST(TestLineagePaths)
#include "tst_lineagepaths.moc"
