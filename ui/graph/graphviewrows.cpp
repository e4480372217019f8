#include "ui/graph/graphview.h"

#include "ui/theme/style.h"

#include <QLineEdit>

#include <algorithm>
#include <cmath>

// Cards with thousands of columns: scrolled by wheel and keys, searched in a field that lies on the card.
namespace meshscope {

RowWindow &GraphView::windowOf(int card)
{
    return m_windows[card];
}

QString GraphView::columnAt(int card, int place) const
{
    const SceneCard &c = m_scene->cards()[size_t(card)];
    const auto window = m_windows.find(card);
    const int row = window == m_windows.end() ? RowWindow().rowAt(c, place) : window->second.rowAt(c, place);
    return row >= 0 ? c.rows[size_t(row)].name : QString();
}

void GraphView::scrollRows(const QString &id, int by)
{
    const int card = m_scene->cardOf(id);
    if (card < 0 || !m_scene->cards()[size_t(card)].scrolls())
        return;
    RowWindow &window = windowOf(card);
    window.first = std::clamp(window.first + by, 0, window.last(m_scene->cards()[size_t(card)]));
    update();
}

void GraphView::searchRows(const QString &id, const QString &words)
{
    const int card = m_scene->cardOf(id);
    if (card < 0 || !m_scene->cards()[size_t(card)].scrolls())
        return;
    windowOf(card).search(m_scene->cards()[size_t(card)], words);
    update();
}

/// Whether the pointer is over rows that scroll and are large enough to be read. A step of a wheel is three rows; what a
/// touchpad turns in small parts adds up to them.
bool GraphView::scrollRowsAt(QPointF position, int turned)
{
    constexpr int turnOfRow = 40;
    const Scene::Hit hit = hitAt(position);
    const bool onRows = hit.part == Scene::Hit::Part::Row || hit.part == Scene::Hit::Part::RowSearch;
    if (!onRows || !m_scene->cards()[size_t(hit.index)].scrolls() ||
        m_scene->rowRect(hit.index, 0).height() * m_goal.scale < 14)
        return false;
    if ((m_rowTurn > 0) != (turned > 0))
        m_rowTurn = 0;
    m_rowTurn += turned;
    scrollRows(m_scene->cards()[size_t(hit.index)].id, -(m_rowTurn / turnOfRow));
    m_rowTurn %= turnOfRow;
    setHovered(hitAt(position));
    return true;
}

/// The field goes first: losing the focus it would tell a view that is half gone.
GraphView::~GraphView()
{
    delete m_rowSearch;
}

void GraphView::openRowSearch(int card)
{
    if (!m_rowSearch) {
        m_rowSearch = new QLineEdit(this);
        m_rowSearch->setObjectName(QStringLiteral("rowSearch"));
        m_rowSearch->setClearButtonEnabled(true);
        m_rowSearch->setAccessibleName(tr("Search the columns of this card"));
        connect(m_rowSearch, &QLineEdit::textChanged, this, [this](const QString &words) {
            if (m_searched >= 0)
                searchRows(m_scene->cards()[size_t(m_searched)].id, words);
        });
        connect(m_rowSearch, &QLineEdit::editingFinished, this, [this] {
            m_searched = -1;
            placeRowSearch();
        });
    }
    m_searched = card;
    {
        const QSignalBlocker blocker(m_rowSearch);
        m_rowSearch->setText(windowOf(card).words);
    }
    placeRowSearch();
    m_rowSearch->setFocus(Qt::MouseFocusReason);
}

/// Leaves the search: all columns are there again.
void GraphView::closeRowSearch()
{
    if (m_searched < 0)
        return;
    searchRows(m_scene->cards()[size_t(m_searched)].id, {});
    m_searched = -1;
    placeRowSearch();
}

/// The field moves with its card and goes when the card becomes too small or leaves the view.
void GraphView::placeRowSearch()
{
    if (!m_rowSearch)
        return;
    const QRectF at = m_searched >= 0 ? m_goal.toScreen(m_scene->searchRect(m_searched)) : QRectF();
    const bool isSeen = at.height() >= 14 && viewRect().intersects(at);
    if (isSeen) {
        const double height = std::max<double>(m_rowSearch->sizeHint().height(), at.height());
        m_rowSearch->setGeometry(
            QRectF(at.left() + 6, at.center().y() - height / 2, at.width() - 12, height).toAlignedRect());
    }
    if (m_rowSearch->isVisible() == isSeen)
        return;
    m_rowSearch->setVisible(isSeen);
    if (!isSeen)
        setFocus(Qt::OtherFocusReason);
}

} // namespace meshscope
