#include "tests/app/openwindow.h"
#include "ui/widgets/page.h"
#include "ui/widgets/taborder.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QPushButton>
#include <QVBoxLayout>

using namespace meshscope;
using namespace meshscope::test;
using namespace Qt::StringLiterals;

namespace {

QString nameOf(const QWidget *widget)
{
    if (!widget)
        return u"nothing"_s;
    const QString name = widget->objectName().isEmpty() ? widget->accessibleName() : widget->objectName();
    return QLatin1StringView(widget->metaObject()->className()) + u' ' + name;
}

bool isPart(const QWidget &widget)
{
    for (const QWidget *above = widget.parentWidget(); above && !widget.isWindow(); above = above->parentWidget()) {
        if (qobject_cast<const QAbstractSpinBox *>(above) || qobject_cast<const QComboBox *>(above) ||
            qobject_cast<const QAbstractItemView *>(above))
            return true;
    }
    return false;
}

/// Everything in the window that can be worked with by keys, found without any regard to order.
QSet<const QWidget *> controls(const QWidget &window)
{
    QSet<const QWidget *> found;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        const bool isViewport = widget->focusProxy() && widget->focusProxy() == widget->parentWidget();
        if (widget->window() == &window && widget->isVisible() && widget->isEnabled() && !isPart(*widget) && !isViewport &&
            (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus)
            found.insert(widget);
    }
    return found;
}

/// Where a widget lies in the window.
QRect placeOf(const QWidget &widget)
{
    return {widget.mapTo(widget.window(), QPoint()), widget.size()};
}

} // namespace

/// The Tab key reaches every control of every page in the order it is seen, and Shift+Tab goes back.
class TestTabKey : public QObject {
    Q_OBJECT
private:
    OpenWindow m_open;

    /// Presses the key until it is back where it began.
    [[nodiscard]] QList<const QWidget *> walk(Qt::Key key) const
    {
        QList<const QWidget *> way;
        for (int i = 0; i < 400; ++i) {
            const QWidget *focus = QApplication::focusWidget();
            const bool isInside = !way.isEmpty() && way.last() == focus; // from day to month to year of a date
            if (!focus || (!isInside && way.contains(focus)))
                break;
            if (!isInside)
                way.append(focus);
            QTest::keyClick(QApplication::focusWidget(), key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
        }
        return way;
    }
    void show(const QString &link)
    {
        m_open.window->openText(link);
        // What a worker still reads changes what can be pressed: wait until nothing does.
        QSet<const QWidget *> before;
        QTRY_VERIFY([&] {
            const QSet<const QWidget *> now = controls(*m_open.window);
            return std::exchange(before, now) == now;
        }());
        QVERIFY2(m_open.window->currentPage()->isAncestorOf(QApplication::focusWidget()),
                 qPrintable(nameOf(QApplication::focusWidget())));
        if (!controls(*m_open.window).contains(QApplication::focusWidget())) // a panel that has nothing to show yet
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }

private slots:
    void initTestCase()
    {
        QVERIFY(writeFile(m_open.folder(), u"broken.yaml"_s, "a: [\n"));
        m_open.open({u"Ann Owner"_s, u"ann@shop.example"_s, {}, {}});
        if (QTest::currentTestFailed())
            return;
    }

    void reachesEveryControl_data()
    {
        QTest::addColumn<QString>("link");
        for (const char *name :
             {"map", "find?q=orders", "lineage?address=shop/product/orders", "access", "access?panel=expiry",
              "access?ask=shop/port/orders%252Fout%252Ftable%252F1.0.0", "health", "endpoints", "endpoints?add=1", "issues",
              "file?endpoint=shop&file=broken.yaml", "help", "start"})
            QTest::newRow(name) << u"meshscope:view/"_s + QLatin1String(name);
        QTest::newRow("product") << u"shop/product/orders"_s;
        QTest::newRow("domain") << u"shop/domain/Sales"_s;
    }
    void reachesEveryControl()
    {
        QFETCH(QString, link);
        show(link);
        const QList<const QWidget *> way = walk(Qt::Key_Tab);
        const QSet<const QWidget *> all = controls(*m_open.window);
        for (const QWidget *control : all)
            QVERIFY2(way.contains(control), qPrintable(nameOf(control)));
        for (const QWidget *stop : way)
            QVERIFY2(all.contains(stop), qPrintable(nameOf(stop)));
        // Neighbours go from left to right and from above to below.
        for (qsizetype i = 0; i + 1 < way.size(); ++i) {
            if (way.at(i)->parentWidget() != way.at(i + 1)->parentWidget() || way.at(i + 1) == way.first())
                continue;
            const QRect here = placeOf(*way.at(i));
            const QRect next = placeOf(*way.at(i + 1));
            const bool isBeside = next.top() <= here.bottom() && here.top() <= next.bottom();
            QVERIFY2(isBeside ? here.left() <= next.left() : here.top() < next.top(),
                     qPrintable(nameOf(way.at(i)) + u", then "_s + nameOf(way.at(i + 1))));
        }
    }

    void shiftTabGoesBack_data() { reachesEveryControl_data(); }
    void shiftTabGoesBack()
    {
        QFETCH(QString, link);
        show(link);
        const QWidget *start = QApplication::focusWidget();
        const QList<const QWidget *> way = walk(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), start);
        QList<const QWidget *> back = walk(Qt::Key_Backtab);
        QCOMPARE(back.takeFirst(), start);
        std::reverse(back.begin(), back.end());
        QCOMPARE(back, way.mid(1));
    }

    /// What is shown later stands where it is seen, not at the end.
    void whatWasMadeLaterIsNotLast()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *last = new QPushButton(&window);
        auto *first = new QPushButton(&window);
        column->addWidget(first);
        column->addWidget(last);
        auto *between = new QPushButton(&window);
        column->insertWidget(1, between);
        auto *off = new QPushButton(&window);
        off->setEnabled(false);
        column->addWidget(off);
        window.show();
        QCOMPARE(tabStops(window), (QWidgetList{first, between, last}));
        QCOMPARE(nextTabStop(window, last, true), first);
        QCOMPARE(nextTabStop(window, first, false), last);
        QCOMPARE(nextTabStop(window, &window, true), first);
        between->hide();
        QCOMPARE(nextTabStop(window, first, true), last);
    }

    void cleanupTestCase() { m_open.close(); }
};

MESHSCOPE_TEST(TestTabKey)
#include "tst_tabkey.moc"
