#include "ui/graph/graphpainter.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

// The columns in an opened card; of a card with more than it has places for, those that are scrolled to.
namespace meshscope {

namespace {
constexpr double leastRow = 14;
}

void GraphPainter::paintRows(int index, const QRectF &r)
{
    const SceneCard &card = m_scene.cards()[size_t(index)];
    if (card.rows.empty() && card.moreText.isEmpty())
        return;
    const QPointF shift = r.topLeft() - m_camera.toScreen(card.rect.topLeft());
    m_p->save();
    QPainterPath clip;
    const double radius = 6 * m_s;
    clip.addRoundedRect(snapped(r).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    if (!m_look.fullDetail)
        m_p->setClipPath(clip, Qt::IntersectClip);
    static const RowWindow unmoved;
    const RowWindow *window = &unmoved;
    if (m_look.windows && m_look.windows->contains(index))
        window = &m_look.windows->at(index);
    if (card.scrolls())
        paintSearch(index, m_camera.toScreen(m_scene.searchRect(index)).translated(shift));
    for (int place = 0; place < card.places(); ++place) {
        const QRectF band = m_camera.toScreen(m_scene.rowRect(index, place)).translated(shift);
        const int row = window->rowAt(card, place);
        if (row < 0 || (band.height() < leastRow && !m_look.fullDetail))
            continue;
        const bool hovered =
            m_look.hovered.part == Scene::Hit::Part::Row && m_look.hovered.index == index && m_look.hovered.row == place;
        paintRow(index, card.rows[size_t(row)], band, hovered);
    }
    if (card.scrolls())
        paintScroller(index, *window, r);
    const QRectF more = m_scene.moreRect(index);
    if (!more.isNull()) {
        const QRectF band = m_camera.toScreen(more).translated(shift);
        m_p->setPen(QPen(m_t.line, 1));
        const double y = std::round(band.top() + 3 * m_s) + 0.5;
        m_p->drawLine(QPointF(band.left(), y), QPointF(band.right(), y));
        const bool hovered = m_look.hovered.part == Scene::Hit::Part::More && m_look.hovered.index == index;
        text(sided(band, band.adjusted((card.moreText.isEmpty() ? 36 : 16) * m_s, 3 * m_s, -8 * m_s, 0)),
             card.moreText.isEmpty()
                 ? QCoreApplication::translate("meshscope::GraphPainter", "%Ln more columns", "", card.moreRows)
                 : card.moreText,
             TextRole::Small, 12 * m_s, hovered ? m_t.accent : m_t.link);
    }
    m_p->restore();
}

void GraphPainter::paintRow(int index, const SceneRow &row, const QRectF &band, bool hovered)
{
    const CardColours c = coloursOf(index);
    if (row.isTraced || hovered)
        m_p->fillRect(m_look.fullDetail ? band.adjusted(1, 0, -1, -2) : band, row.isTraced ? m_t.selection : m_t.hover);
    const QColor color = row.isTraced ? m_t.selectionText : c.text;
    const QColor second = row.isTraced ? mixed(m_t.selectionText, m_t.muted, 0.5) : c.second;
    const double icon = 14 * m_s;
    const double x = band.left() + 14 * m_s;
    const QRectF at = sided(band, QRectF(x, band.center().y() - icon / 2, icon, icon));
    const QColor tint = row.isTraced ? m_t.accent : c.second;
    if (row.sign == SceneRow::Sign::Key)
        paintKeyIcon(*m_p, at, tint);
    else if (row.sign == SceneRow::Sign::Masked)
        paintLockIcon(*m_p, at, tint);
    else
        paintColumnIcon(*m_p, at, tint);
    const double end = band.right() - 12 * m_s;
    const double typeWidth = std::min(widthOf(row.type, TextRole::Small, 12 * m_s) + 1, band.width() * 0.4);
    if (!row.type.isEmpty())
        text(sided(band, QRectF(end - typeWidth, band.top(), typeWidth, band.height())), row.type, TextRole::Small, 12 * m_s,
             second, -1, Qt::AlignRight);
    const double left = x + icon + 8 * m_s;
    text(sided(band, QRectF(left, band.top(), end - typeWidth - 8 * m_s - left, band.height())), row.name, TextRole::Mono,
         11.5 * m_s, color, -1, Qt::AlignLeft, Qt::ElideMiddle);
}

/// Where the columns of a card that scrolls are searched: what is searched for, or how many there are to search in.
void GraphPainter::paintSearch(int index, const QRectF &band)
{
    if (band.height() < leastRow && !m_look.fullDetail)
        return;
    const SceneCard &card = m_scene.cards()[size_t(index)];
    const bool hovered = m_look.hovered.part == Scene::Hit::Part::RowSearch && m_look.hovered.index == index;
    const QRectF field = snapped(band.adjusted(8 * m_s, 3 * m_s, -8 * m_s, -3 * m_s));
    m_p->setPen(QPen(hovered ? m_t.lineStrong : m_t.line, 1));
    m_p->setBrush(hovered ? m_t.hover : m_t.surface);
    m_p->drawRoundedRect(field, 4 * m_s, 4 * m_s);
    const double glass = 11 * m_s;
    const QPointF middle(m_scene.isMirrored() ? field.right() - 12 * m_s : field.left() + 12 * m_s,
                         field.center().y() - 0.5 * m_s);
    m_p->setPen(QPen(m_t.muted, 1.25 * m_s));
    m_p->setBrush(Qt::NoBrush);
    m_p->drawEllipse(middle, glass * 0.34, glass * 0.34);
    m_p->drawLine(middle + QPointF(glass * 0.26, glass * 0.26), middle + QPointF(glass * 0.52, glass * 0.52));
    QString words;
    bool isSearched = false;
    if (m_look.windows && m_look.windows->contains(index)) {
        const RowWindow &window = m_look.windows->at(index);
        isSearched = !window.words.isEmpty();
        if (isSearched)
            words = QCoreApplication::translate("meshscope::GraphPainter", "%1: %2 of %3")
                        .arg(window.words, QLocale().toString(int(window.matches.size())),
                             QLocale().toString(int(card.rows.size())));
    }
    if (!isSearched)
        words = QCoreApplication::translate("meshscope::GraphPainter", "Search %Ln columns", "", int(card.rows.size()));
    text(sided(field, field.adjusted(24 * m_s, 0, -6 * m_s, 0)), words, TextRole::Small, 12 * m_s,
         isSearched ? m_t.text : m_t.muted);
}

void GraphPainter::paintScroller(int index, const RowWindow &window, const QRectF &r)
{
    const SceneCard &card = m_scene.cards()[size_t(index)];
    const int last = window.last(card);
    if (last <= 0)
        return;
    const double top = m_camera.toScreen(m_scene.rowRect(index, 0)).top() + 2;
    const double bottom = m_camera.toScreen(m_scene.rowRect(index, card.places())).top() - 2;
    const double share = std::clamp(double(card.places()) / double(last + card.places()), 0.06, 1.0);
    const double length = (bottom - top) * share;
    const double at = top + (bottom - top - length) * std::clamp(double(window.first) / last, 0.0, 1.0);
    m_p->setPen(Qt::NoPen);
    m_p->setBrush(m_t.lineStrong);
    m_p->drawRoundedRect(sided(r, QRectF(r.right() - 7 * m_s, at, 4 * m_s, length)), 2 * m_s, 2 * m_s);
}

} // namespace meshscope
