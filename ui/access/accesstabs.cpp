#include "ui/access/accesstabs.h"

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

AccessTabs::AccessTabs(const QStringList &names, QWidget *parent)
    : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    for (const QString &name : names)
        setTabButton(addTab(name), RightSide, new CountPill(this));
}

void AccessTabs::setCount(int tab, qsizetype count, bool waits)
{
    static_cast<CountPill *>(tabButton(tab, RightSide))->setCount(count, waits);
    setAccessibleTabName(tab, u"%1, %2"_s.arg(tabText(tab), numberText(count)));
    setTabText(tab, tabText(tab)); // lays the tabs out again
}

QSize AccessTabs::tabSizeHint(int index) const
{
    // The chosen one is bold: its name keeps its distance from the count, and nothing moves when another is chosen.
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const int more = QFontMetrics(bold).horizontalAdvance(tabText(index)) - fontMetrics().horizontalAdvance(tabText(index));
    return QTabBar::tabSizeHint(index) + QSize(more + px(6), 0);
}

qsizetype AccessTabs::count(int tab) const
{
    return static_cast<CountPill *>(tabButton(tab, RightSide))->count();
}

} // namespace meshscope
