#include "tests/app/openwindow.h"
#include "models/access/folderport.h"
#include "models/items/requestmodel.h"
#include "ui/widgets/counttabs.h"
#include "ui/shell/rail.h"
#include "ui/widgets/page.h"

#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QTableView>

using namespace meshscope;
using namespace meshscope::test;
using namespace Qt::StringLiterals;

namespace {

void click(QWidget *widget)
{
    QVERIFY(widget);
    QTRY_VERIFY(widget->isVisible() && widget->isEnabled());
    QTest::mouseClick(widget, Qt::LeftButton);
}

bool showsText(const QAbstractItemModel &model, const QString &text)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            if (model.index(row, column).data().toString().contains(text, Qt::CaseInsensitive))
                return true;
        }
    }
    return false;
}

} // namespace

/// The story of a person who needs data, on the real window with everything behind it: find a product, see its lineage,
/// sample and levels, ask for it; decide as its owner; after the next sync it is granted, and past its end expired.
class TestJourney : public QObject {
    Q_OBJECT
private:
    OpenWindow m_open;
    QString m_id; ///< of the request

    template<class T>
    [[nodiscard]] T *find(const char *name) const
    {
        return m_open.window->currentPage()->findChild<T *>(QLatin1String(name));
    }
    [[nodiscard]] QPushButton *move(RequestMove what) const
    {
        auto *button = m_open.window->currentPage()->findChild<QPushButton *>(u"move%1"_s.arg(int(what)));
        return button && !button->isHidden() ? button : nullptr;
    }
    [[nodiscard]] QString view() const { return m_open.window->location().view; }
    [[nodiscard]] QString shownState() const
    {
        const auto *chip = find<QWidget>("requestState");
        return chip ? chip->accessibleName() : QString();
    }
    [[nodiscard]] int badge() const { return m_open.window->findChild<RailButton *>(u"rail.access"_s)->badge(); }
    void become(const QString &name, const QString &email)
    {
        click(find<QPushButton>("profileButton"));
        QTRY_VERIFY(find<QLineEdit>("profileName")->hasFocus());
        find<QLineEdit>("profileName")->selectAll();
        QTest::keyClicks(find<QLineEdit>("profileName"), name);
        find<QLineEdit>("profileEmail")->selectAll();
        QTest::keyClicks(find<QLineEdit>("profileEmail"), email);
        QTest::keyClick(find<QLineEdit>("profileEmail"), Qt::Key_Return);
        QTRY_COMPARE(find<QPushButton>("profileButton")->text(), name);
        QTRY_VERIFY(!find<QLineEdit>("profileName")->isVisible());
    }

private slots:
    void initTestCase()
    {
        m_open.open({u"Bob"_s, u"bob@shop.example"_s, {}, {}});
        if (QTest::currentTestFailed())
            return;
        QCOMPARE(view(), u"map"_s); // nobody looks at an empty window first
    }

    void findsTheProductByName()
    {
        auto *field = m_open.window->findChild<QLineEdit *>(u"search"_s);
        QTRY_VERIFY([&] {
            QTest::keyClick(m_open.window, Qt::Key_K, Qt::ControlModifier);
            if (!field->hasFocus())
                return false;
            field->clear();
            QTest::keyClicks(field, u"orders"_s);
            QTest::keyClick(field, Qt::Key_Return);
            return view() == u"product"_s;
        }());
        QCOMPARE(m_open.window->location().address, u"shop/product/orders"_s);
        QTRY_VERIFY(find<QWidget>("requestAccess"));
    }

    void seesItsLevels()
    {
        auto *sections = find<QListView>("sectionList");
        QVERIFY(sections);
        QTRY_VERIFY(find<QTableView>("levelsTable"));
        QTRY_VERIFY(showsText(*find<QTableView>("levelsTable")->model(), u"latency"_s));
    }

    void seesItsSampleWithWhatIsPersonalMasked()
    {
        QTRY_VERIFY(find<QTableView>("sampleTable"));
        QTRY_VERIFY(showsText(*find<QTableView>("sampleTable")->model(), u"10.50"_s));
        QVERIFY(!showsText(*find<QTableView>("sampleTable")->model(), u"a@x.example"_s));
    }

    void seesItsLineage()
    {
        click(find<QPushButton>("openLineage"));
        QTRY_COMPARE(view(), u"lineage"_s);
        auto *impact = find<QTableView>("impact");
        QVERIFY(impact);
        QTRY_VERIFY(showsText(*impact->model(), u"Revenue report"_s));
        QTest::keyClick(m_open.window, Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(view(), u"product"_s);
    }

    void asksForIt()
    {
        click(find<QPushButton>("requestAccess"));
        QTRY_COMPARE(view(), u"access"_s);
        QTRY_VERIFY(find<QPlainTextEdit>("purpose")->hasFocus());
        QTest::keyClicks(find<QPlainTextEdit>("purpose"), u"Forecast of returns"_s);
        click(find<QPushButton>("send"));
        QTRY_COMPARE(shownState(), requestStateName(RequestState::Sent));
        m_id = m_open.window->location().options.queryItemValue(u"request"_s);
        QVERIFY(QFile::exists(m_open.folder() + u'/' + FolderPort::fileOf(m_id)));
        QCOMPARE(badge(), 0);
    }

    void theOwnerApprovesAndItIsGranted()
    {
        become(u"Ann Owner"_s, u"ann@shop.example"_s);
        QTRY_COMPARE(badge(), 1); // the rail hears of it without a sync
        auto *tabs = find<CountTabs>("accessTabs");
        QTRY_COMPARE(tabs->count(2), 1);
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(2).center());
        QTRY_VERIFY(move(RequestMove::Approve));
        QTest::keyClicks(find<QLineEdit>("decisionNote"), u"welcome"_s);
        click(move(RequestMove::Approve));
        QTRY_COMPARE(shownState(), u"Granted, verified"_s);
        QTRY_COMPARE(badge(), 0);
        // The mesh itself has it now: the folder was read again.
        QTRY_VERIFY([&] {
            const Result<MeshPtr> mesh = m_open.services->workspace->load();
            return mesh && (*mesh)->agreements().size() == 1 && (*mesh)->agreements().first().active;
        }());
    }

    void whoAskedHasItAndSeesWhatWasMasked()
    {
        become(u"Bob"_s, u"bob@shop.example"_s);
        auto *tabs = find<CountTabs>("accessTabs");
        QTRY_COMPARE(tabs->count(1), 1);
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(1).center());
        QTRY_COMPARE(shownState(), u"Granted, verified"_s);
        QVERIFY(!move(RequestMove::Approve));
    }

    void pastItsEndItIsExpired()
    {
        QFile file(m_open.folder() + u'/' + FolderPort::fileOf(m_id));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray text = file.readAll();
        const QRegularExpression end(u"endDate: *['\"]?([0-9]{4}-[0-9]{2}-[0-9]{2})"_s);
        const QString date = end.match(QString::fromUtf8(text)).captured(1);
        QVERIFY(!date.isEmpty());
        text.replace(date.toUtf8(), QDate::currentDate().addDays(-1).toString(Qt::ISODate).toUtf8());
        QVERIFY(file.resize(0) && file.seek(0) && file.write(text) == text.size());
        file.close();
        auto *tabs = find<CountTabs>("accessTabs");
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(0).center());
        click(m_open.window->findChild<QPushButton *>(u"sync"_s));
        QTRY_COMPARE(shownState(), requestStateName(RequestState::Expired));
        QTRY_COMPARE(tabs->count(1), 0);
    }

    void backLeadsThroughAllOfIt()
    {
        for (int i = 0; i < 20 && view() != u"product"_s; ++i)
            QTest::keyClick(m_open.window, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(view(), u"product"_s);
    }

    void cleanupTestCase() { m_open.close(); }
};

MESHSCOPE_TEST(TestJourney)
#include "tst_journey.moc"
