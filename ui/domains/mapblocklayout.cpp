#include "ui/domains/mapblock.h"

#include <cmath>

// Where everything in an open domain goes.
namespace meshscope {

/// Where things were: those that are new and were in a closed one stay where that was.
void MapBlockMaker::readLast()
{
    if (m_r.previous.isEmpty())
        return;
    const double nowhere = std::nan("");
    m_layout.previous.assign(m_layout.nodes.size(), QPointF(nowhere, nowhere));
    const auto was = [&](const QString &id) {
        const auto at = m_r.previous.constFind(id);
        return at == m_r.previous.constEnd() ? QPointF(nowhere, nowhere) : at->center();
    };
    bool isAny = false;
    std::map<int, bool> told;
    for (size_t i = 0; i < m_pieces.size(); ++i) {
        const Piece &piece = m_pieces[i];
        if (piece.card < 0 && piece.group < 0)
            continue;
        const int box = m_layout.nodes[i].parent;
        QPointF at = was(piece.card >= 0 ? m_out.cards[size_t(piece.card)].id : m_out.groups[size_t(piece.group)].id);
        if (std::isnan(at.x()) && box > 0 && !told[box]) // the first in a box that has opened keeps the place of the box
            at = was(m_out.groups[size_t(m_boxGroups[size_t(box)])].id);
        told[box] = true;
        m_layout.previous[i] = at;
        isAny = isAny || !std::isnan(at.x());
    }
    if (!isAny)
        m_layout.previous.clear();
}

void MapBlockMaker::layOut()
{
    const double unit = m_r.unit;
    m_layout.levelGap = 84 * unit;
    m_layout.nodeGap = 16 * unit;
    m_layout.rightToLeft = m_r.rightToLeft;
    m_layout.cancelled = m_r.cancelled;
    const graph::LayoutResult result = graph::layeredLayout(m_layout);
    m_out.cancelled = result.cancelled;
    if (result.cancelled)
        return;
    const QPointF origin = result.groups[0].topLeft();
    m_out.size = result.groups[0].size();
    for (size_t g = 0; g < m_boxGroups.size(); ++g)
        m_out.groups[size_t(m_boxGroups[g])].rect = result.groups[g].translated(-origin);
    std::map<int, QPointF> moved; // closed boxes
    for (size_t i = 0; i < m_pieces.size(); ++i) {
        const QRectF rect = result.nodes[i].translated(-origin);
        if (m_pieces[i].card >= 0) {
            SceneCard &card = m_out.cards[size_t(m_pieces[i].card)];
            card.rect = rect;
            m_out.places.insert(card.id, rect);
        } else if (m_pieces[i].group >= 0) {
            SceneGroup &group = m_out.groups[size_t(m_pieces[i].group)];
            group.rect = rect;
            moved.emplace(m_pieces[i].group, rect.topLeft());
            m_out.places.insert(group.id, rect);
        }
    }
    for (SceneCard &card : m_out.cards) {
        if (const auto box = moved.find(card.group); box != moved.end())
            card.rect.translate(box->second);
    }
    // Of what is open, where it was opened is known by the middle of its box.
    for (size_t g = 1; g < m_boxGroups.size(); ++g) {
        const SceneGroup &group = m_out.groups[size_t(m_boxGroups[g])];
        m_out.places.insert(group.id, group.rect);
    }
    for (size_t e = 0; e < m_out.edges.size(); ++e)
        takeRoute(e, result);
    takeDoors(result);
}

} // namespace meshscope
