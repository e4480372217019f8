#include "tests/support/testmain.h"
#include "ui/graph/baroverflow.h"
#include "ui/graph/graphbar.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QtTest>
#include <QWidgetAction>

using namespace meshscope;

/// A bar that is too narrow for its controls.
class TestBarOverflow : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        auto *column = new QVBoxLayout(m_window.get());
        column->setContentsMargins(0, 0, 0, 0);
        m_bar = new PageBar;
        column->addWidget(m_bar);
        auto *row = new QHBoxLayout(m_bar);
        m_find = new QLineEdit;
        m_find->setFixedWidth(180);
        m_choice = new ChoiceButton(QStringLiteral("Colour"));
        m_choice->addChoice(QStringLiteral("a"), QStringLiteral("By domain, which is a long word"));
        m_choice->addChoice(QStringLiteral("b"), QStringLiteral("By status"));
        m_toggle = new QToolButton;
        m_toggle->setText(QStringLiteral("Jobs"));
        m_toggle->setCheckable(true);
        m_overflow = new BarOverflow(m_bar);
        for (QWidget *w : {static_cast<QWidget *>(m_find), static_cast<QWidget *>(m_choice),
                           static_cast<QWidget *>(m_toggle), static_cast<QWidget *>(m_overflow)})
            row->addWidget(w);
        m_overflow->add(m_find);
        m_overflow->add(m_choice);
        m_overflow->add(m_toggle);
        m_window->resize(900, 42);
        m_window->show();
    }
    void cleanup() { m_window.reset(); }

    void whatDoesNotFitIsInTheMenuAndComesBack()
    {
        QTRY_VERIFY(!m_overflow->isVisible());
        QVERIFY(m_find->isVisible() && m_choice->isVisible() && m_toggle->isVisible());
        m_window->resize(m_choice->width() + 160, 42);
        QTRY_VERIFY(m_overflow->isVisible());
        QVERIFY(!m_find->isVisible() && m_choice->isVisible());
        m_window->resize(120, 42);
        QTRY_VERIFY(!m_choice->isVisible());
        for (const QWidget *w : m_bar->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly))
            QVERIFY(!w->isVisible() || m_bar->rect().contains(w->geometry()));
        m_window->resize(900, 42);
        QTRY_VERIFY(m_find->isVisible() && m_choice->isVisible() && m_toggle->isVisible());
        QVERIFY(!m_overflow->isVisible());
    }
    void theMenuDoesWhatTheControlsDo()
    {
        m_window->resize(40, 42);
        QTRY_VERIFY(m_overflow->isVisible());
        QSignalSpy chosen(m_choice, &ChoiceButton::chosen);
        QSignalSpy edited(m_find, &QLineEdit::textEdited);
        emit m_overflow->menu()->aboutToShow();
        QList<QAction *> actions = m_overflow->menu()->actions();
        for (QAction *action : actions) {
            if (action->text() == m_toggle->text())
                action->trigger();
            else if (action->menu())
                action->menu()->actions().at(1)->trigger();
            else if (auto *holder = qobject_cast<QWidgetAction *>(action))
                QTest::keyClicks(holder->defaultWidget()->findChild<QLineEdit *>(), QStringLiteral("ord"));
        }
        QVERIFY(m_toggle->isChecked());
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(m_choice->current(), QStringLiteral("b"));
        QCOMPARE(edited.count(), 3);
        QCOMPARE(m_find->text(), QStringLiteral("ord"));
    }
    void aScreenReaderIsToldWhatIsOutAndWhatIsChosen()
    {
        const auto stateOf = [](QWidget *w) { return QAccessible::queryAccessibleInterface(w)->state(); };
        QTRY_VERIFY(!stateOf(m_find).invisible);
        QCOMPARE(QAccessible::queryAccessibleInterface(m_choice)->text(QAccessible::Name),
                 QStringLiteral("Colour: By domain, which is a long word"));
        m_choice->setCurrent(QStringLiteral("b"));
        QCOMPARE(QAccessible::queryAccessibleInterface(m_choice)->text(QAccessible::Name),
                 QStringLiteral("Colour: By status"));
        m_window->resize(120, 42);
        QTRY_VERIFY(!m_choice->isVisible());
        const QAccessibleInterface *bar = QAccessible::queryAccessibleInterface(m_bar);
        int out = 0;
        for (int i = 0; i < bar->childCount(); ++i) {
            const auto *widget = qobject_cast<QWidget *>(bar->child(i)->object());
            QVERIFY(widget);
            QCOMPARE(bool(bar->child(i)->state().invisible), !widget->isVisible());
            out += widget->isVisible() ? 0 : 1;
        }
        QVERIFY(out >= 2);
        // The menu says what is chosen where the button cannot.
        emit m_overflow->menu()->aboutToShow();
        bool isSaid = false;
        for (const QAction *action : m_overflow->menu()->actions())
            isSaid = isSaid || action->text() == QStringLiteral("Colour: By status");
        QVERIFY(isSaid);
    }
    void whatThePageHidesStaysHidden()
    {
        m_choice->hide();
        m_window->resize(40, 42);
        QTRY_VERIFY(m_overflow->isVisible());
        m_window->resize(900, 42);
        QTRY_VERIFY(m_find->isVisible());
        QVERIFY(!m_choice->isVisible());
    }

private:
    std::unique_ptr<QWidget> m_window;
    PageBar *m_bar = nullptr;
    QLineEdit *m_find = nullptr;
    ChoiceButton *m_choice = nullptr;
    QToolButton *m_toggle = nullptr;
    BarOverflow *m_overflow = nullptr;
};

MESHSCOPE_TEST(TestBarOverflow)
#include "tst_baroverflow.moc"
