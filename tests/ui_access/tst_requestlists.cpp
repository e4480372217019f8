#include "models/items/requestmodel.h"
#include "models/mesh/itemroles.h"
#include "tests/support/samplemesh.h"
#include "tests/support/testmain.h"
#include "ui/access/columnchooser.h"
#include "ui/access/dossier.h"
#include "ui/access/requestdetail.h"
#include "ui/access/timeline.h"
#include "ui/widgets/signs.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QTemporaryDir>
#include <QTreeWidget>

using namespace meshscope;
using namespace meshscope::test;
using namespace Qt::StringLiterals;

namespace {

AccessRequest request(const QString &id, RequestState state, const QDate &until = {})
{
    AccessRequest made;
    made.id = id;
    made.state = state;
    made.endpoint = u"shop"_s;
    made.product = {u"shop"_s, Kind::Product, u"orders"_s};
    made.port = {u"shop"_s, Kind::Port, portId(u"orders"_s, true, u"table"_s, u"1"_s)};
    made.requestedBy = u"bob@shop.example"_s;
    made.purpose = u"Forecast of "_s + id;
    made.until = until;
    made.changed = QDateTime::currentDateTimeUtc();
    return made;
}

QStringList ids(const RequestModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row);
        all << (index.data(RequestModel::IsHeadRole).toBool() ? u"# "_s + index.data().toString()
                                                              : index.data(RequestModel::RequestIdRole).toString());
    }
    return all;
}

} // namespace

/// Lists, timeline and dossier of requests: what they say, without a window.
class TestRequestLists : public QObject {
    Q_OBJECT
private slots:
    void titlesNameWhatIsKnown()
    {
        const MeshPtr mesh = sampleMesh();
        AccessRequest asked = request(u"r1"_s, RequestState::Sent);
        asked.port.id = portId(u"orders"_s, true, u"*"_s, u"1"_s);
        QVERIFY(requestTitle(*mesh, asked).endsWith(u", all ports"));
        asked.product = {};
        asked.port.id = portId({}, true, u"db.mart.daily"_s, u"1"_s); // a table that is in no product
        QCOMPARE(requestTitle(*mesh, asked), u"db.mart.daily"_s);
    }
    void groupsByHowFarTheyAre()
    {
        RequestModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const MeshPtr mesh = sampleMesh();
        model.setRequests(mesh, {request(u"e"_s, RequestState::Expired), request(u"s"_s, RequestState::Sent),
                                 request(u"d"_s, RequestState::Draft), request(u"g"_s, RequestState::Granted),
                                 request(u"f"_s, RequestState::Failed), request(u"a"_s, RequestState::Approved)});
        QCOMPARE(ids(model), (QStringList{u"# Draft"_s, u"d"_s, u"f"_s, u"# Open"_s, u"s"_s, u"a"_s, u"# Access"_s, u"g"_s,
                                          u"# Closed"_s, u"e"_s}));
        QCOMPARE(model.indexOf(u"g"_s).row(), 7);
        QVERIFY(!model.indexOf(u"zzz"_s).isValid());
        QVERIFY(!model.request(model.index(0)));
        QCOMPARE(model.request(model.index(1))->id, u"d"_s);
        QCOMPARE(model.flags(model.index(0)), Qt::NoItemFlags); // keys step over a head
        model.setRequests(mesh, {});
        QCOMPARE(model.rowCount(), 0);
    }

    void everyStateHasItsWordAndSign()
    {
        QSet<int> signs;
        for (int state = 0; state <= int(RequestState::Failed); ++state) {
            RequestModel model;
            model.setRequests(sampleMesh(), {request(u"x"_s, RequestState(state), QDate(2031, 3, 4))});
            QCOMPARE(model.rowCount(), 2);
            const QModelIndex row = model.index(1);
            signs << row.data(RequestSignRole).toInt();
            QVERIFY(!row.data(RequestModel::WhenRole).toString().isEmpty());
            QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(requestStateName(RequestState(state))));
        }
        QCOMPARE(signs.size(), 8);
    }

    void filterNeedsEveryWord()
    {
        RequestModel model;
        const QList<AccessRequest> two{request(u"alpha"_s, RequestState::Sent), request(u"beta"_s, RequestState::Sent)};
        model.setRequests(sampleMesh(), two, u"FORECAST beta"_s);
        QCOMPARE(ids(model), (QStringList{u"# Open"_s, u"beta"_s}));
        model.setRequests(sampleMesh(), two, u"beta zzz"_s);
        QCOMPARE(model.rowCount(), 0);
    }

    void peopleAreNamed()
    {
        RequestModel model;
        model.setRequests(sampleMesh(), {request(u"x"_s, RequestState::Sent)}, {}, {{u"bob@shop.example"_s, u"You"_s}});
        QCOMPARE(model.index(1).data(DetailRole).toString(), u"You"_s);
    }

    void calendarGoesByMonth()
    {
        const QDate today(2026, 11, 21);
        RequestModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setByEnd(sampleMesh(),
                       {request(u"past"_s, RequestState::Expired, QDate(2026, 4, 5)),
                        request(u"far"_s, RequestState::Granted, QDate(2027, 12, 1)),
                        request(u"late"_s, RequestState::Approved, QDate(2026, 12, 24)),
                        request(u"soon"_s, RequestState::Expiring, QDate(2026, 12, 1)),
                        request(u"sent"_s, RequestState::Sent, QDate(2026, 12, 1)),
                        request(u"no end"_s, RequestState::Granted)},
                       today, {});
        QStringList shown = ids(model);
        QCOMPARE(shown.size(), 7);
        QCOMPARE(shown.mid(1, 2), (QStringList{u"soon"_s, u"late"_s}));
        QVERIFY(shown.at(0).contains(u"2026"_s));
        QVERIFY(shown.at(3).contains(u"2027"_s)); // the same month of another year is another month
        QCOMPARE(shown.at(4), u"far"_s);
        QCOMPARE(shown.at(6), u"past"_s);
        QVERIFY(model.index(1).data(RequestModel::WhenRole).toString().contains(u"10"_s));
    }

    void theLastDayIsToday()
    {
        const QDate today(2026, 11, 21);
        RequestModel model;
        model.setByEnd(sampleMesh(), {request(u"x"_s, RequestState::Expiring, today)}, today, {});
        QVERIFY(model.index(1).data(RequestModel::WhenRole).toString().endsWith(RequestModel::tr("today")));
    }

    void columnsKeepTheirPlaceAndTicks()
    {
        Column plain;
        plain.path = u"order_id"_s;
        Column other;
        other.path = u"total"_s;
        ColumnChooser chooser;
        chooser.setColumns({plain, other}, {u"total"_s});
        auto *tree = chooser.findChild<QTreeWidget *>(u"columns"_s);
        QTreeWidgetItem *second = tree->topLevelItem(1);
        tree->setCurrentItem(second);
        chooser.setColumns({plain, other}, {}); // the same columns, read again
        QCOMPARE(tree->currentItem(), second);
        QCOMPARE(tree->topLevelItem(0)->checkState(0), Qt::Checked);
        chooser.setColumns({plain, other}, {u"total"_s});
        QEvent style(QEvent::StyleChange); // dark after light: drawn anew, with the same ticks
        QCoreApplication::sendEvent(&chooser, &style);
        QCOMPARE(tree->topLevelItemCount(), 2);
        QCOMPARE(tree->topLevelItem(0)->checkState(0), Qt::Unchecked);
        QCOMPARE(tree->topLevelItem(1)->checkState(0), Qt::Checked);
    }

    void timelineSaysWhatIsNext_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("sign");
        QTest::addColumn<bool>("done");
        const auto row = [](const char *name, RequestState state, RequestSign sign, bool done) {
            QTest::newRow(name) << int(state) << int(sign) << done;
        };
        row("draft", RequestState::Draft, RequestSign::Draft, false);
        row("sent", RequestState::Sent, RequestSign::Sent, false);
        row("approved", RequestState::Approved, RequestSign::Approved, false);
        row("granted", RequestState::Granted, RequestSign::Granted, true);
        row("failed", RequestState::Failed, RequestSign::Bad, true);
    }
    void timelineSaysWhatIsNext()
    {
        QFETCH(int, state);
        QFETCH(int, sign);
        QFETCH(bool, done);
        AccessRequest asked = request(u"x"_s, RequestState(state));
        asked.events = {{QDateTime::currentDateTimeUtc(), u"bob@shop.example"_s, u"sent"_s, u"please"_s, {}}};
        const QList<Timeline::Step> steps = stepsOf(asked, {{u"bob@shop.example"_s, u"You"_s}});
        QCOMPARE(steps.size(), 2);
        QCOMPARE(steps.first().who, u"You"_s);
        QCOMPARE(steps.first().note, u"please"_s);
        QCOMPARE(steps.last().sign, sign);
        QCOMPARE(steps.last().isDone, done);
    }

    void timelineIsTallEnoughForItsNotes()
    {
        Timeline timeline;
        AccessRequest asked = request(u"x"_s, RequestState::Sent);
        asked.events = {{QDateTime::currentDateTimeUtc(), u"bob"_s, u"sent"_s, u"word "_s.repeated(80), {}}};
        timeline.setSteps(stepsOf(asked));
        QVERIFY(timeline.heightForWidth(200) > timeline.heightForWidth(800));
        QVERIFY(timeline.accessibleDescription().contains(u"bob"_s));
        for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            timeline.setLayoutDirection(direction);
            timeline.resize(300, timeline.heightForWidth(300));
            const QImage image = timeline.grab().toImage();
            QVERIFY(!image.isNull());
        }
    }

    void dossierEscapesWhatPeopleWrote()
    {
        AccessRequest asked = request(u"x"_s, RequestState::Sent);
        asked.purpose = u"<script>alert(1)</script>"_s;
        asked.events = {{QDateTime::currentDateTimeUtc(), u"<b>bob</b>"_s, u"sent"_s, u"a & b"_s, {}}};
        const QString html = dossierHtml(*sampleMesh(), asked, {});
        QVERIFY(!html.contains(u"<script>"_s));
        QVERIFY(html.contains(u"&lt;b&gt;bob"_s));
        QVERIFY(html.contains(u"a &amp; b"_s));
    }

    /// Some catalogs name the team that asked, and nobody of it.
    void whoAskedIsToldAsFarAsItIsKnown_data()
    {
        QTest::addColumn<QString>("by");
        QTest::addColumn<QString>("team");
        QTest::addColumn<QString>("told");
        QTest::newRow("both") << u"bob@x"_s << u"fleet"_s << u"Bob, on behalf of Fleet"_s;
        QTest::newRow("a person") << u"bob@x"_s << QString() << u"Bob"_s;
        QTest::newRow("a team") << QString() << u"fleet"_s << u"Fleet (the catalog names no person)"_s;
        QTest::newRow("nobody") << QString() << QString() << u"not named by the catalog"_s;
    }
    void whoAskedIsToldAsFarAsItIsKnown()
    {
        QFETCH(QString, by);
        QFETCH(QString, team);
        QFETCH(QString, told);
        const PeopleNames names{{u"bob@x"_s, u"Bob"_s}, {u"fleet"_s, u"Fleet"_s}};
        AccessRequest asked = request(u"x"_s, RequestState::Sent);
        asked.requestedBy = by;
        asked.requestedFor = team;
        QCOMPARE(requestedByWhom(asked, names), told);
        const QString html = dossierHtml(*sampleMesh(), asked, {}, names);
        QCOMPARE(html.contains(u"not named by the catalog"_s), by.isEmpty());
        QCOMPARE(html.contains(u"On behalf of"_s), !team.isEmpty());
        RequestDetail detail;
        detail.setRequest(sampleMesh(), asked, {}, names, {});
        const QList<QLabel *> labels = detail.findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.cbegin(), labels.cend(),
                            [&](const QLabel *label) { return label->accessibleName() == u"Asked by: "_s + told; }));
    }

    void dossierIsWrittenWholeOrSaysWhyNot()
    {
        QTemporaryDir dir;
        const QString html = dossierHtml(*sampleMesh(), request(u"x"_s, RequestState::Sent), {});
        const QString file = dir.filePath(u"d.pdf"_s);
        const Result<void> written = writeDossier(file, u"x"_s, html);
        QVERIFY(written);
        QFile pdf(file);
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        QVERIFY(pdf.read(5) == "%PDF-");
        const Result<void> refused = writeDossier(dir.filePath(u"none/d.pdf"_s), u"x"_s, html);
        QVERIFY(!refused);
        QVERIFY(refused.error().text.contains(u"d.pdf"_s));
    }
};

MESHSCOPE_TEST(TestRequestLists)
#include "tst_requestlists.moc"
