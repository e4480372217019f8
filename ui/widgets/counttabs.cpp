#include "ui/widgets/counttabs.h"

#include "ui/theme/style.h"
#include "ui/widgets/labels.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

class CountPill final : public QWidget {
public:
    explicit CountPill(QWidget *parent)
        : QWidget(parent)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents); // a click on it is a click on its tab
        setCount(0, false);
    }
    void setCount(qsizetype count, bool waits)
    {
        m_count = count;
        m_waits = waits && count > 0;
        const QFontMetrics metrics(textFont(TextRole::Tiny, QFont::DemiBold));
        setFixedSize(std::max(px(20), metrics.horizontalAdvance(numberText(count)) + px(12)), metrics.height() + px(3));
        update();
    }
    [[nodiscard]] qsizetype count() const { return m_count; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokens(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_waits ? t.accent : t.unknownSoft);
        painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
        painter.setFont(textFont(TextRole::Tiny, QFont::DemiBold));
        painter.setPen(m_waits ? t.accentText : t.unknownText);
        painter.drawText(rect(), Qt::AlignCenter, numberText(m_count));
    }

private:
    qsizetype m_count = 0;
    bool m_waits = false;
};

} // namespace

CountTabs::CountTabs(const QStringList &names, QWidget *parent)
    : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    for (const QString &name : names) {
        m_pills.append(new CountPill(this));
        setTabButton(addTab(name), RightSide, m_pills.last());
    }
}

void CountTabs::setCount(int tab, qsizetype count, bool waits)
{
    static_cast<CountPill *>(m_pills[tab])->setCount(count, waits);
    if (tabButton(tab, RightSide))
        setAccessibleTabName(tab, u"%1, %2"_s.arg(tabText(tab), numberText(count)));
    setTabText(tab, tabText(tab)); // lays the tabs out again
}

void CountTabs::setCountVisible(int tab, bool isVisible)
{
    m_pills[tab]->setVisible(isVisible);
    setTabButton(tab, RightSide, isVisible ? m_pills[tab] : nullptr); // it takes no room else
    setAccessibleTabName(tab, isVisible ? u"%1, %2"_s.arg(tabText(tab), numberText(count(tab))) : tabText(tab));
}

QSize CountTabs::tabSizeHint(int index) const
{
    // The chosen one is bold: its name keeps its distance from the count, and nothing moves when another is chosen.
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const int more = QFontMetrics(bold).horizontalAdvance(tabText(index)) - fontMetrics().horizontalAdvance(tabText(index));
    return QTabBar::tabSizeHint(index) + QSize(more + px(6), 0);
}

qsizetype CountTabs::count(int tab) const
{
    return static_cast<CountPill *>(m_pills[tab])->count();
}

} // namespace meshscope
