#include "ui/graph/scene.h"

#include "ui/graph/softcurve.h"

#include <algorithm>
#include <cmath>

// The parts of cards, and what lies at a point.
namespace meshscope {

namespace {

constexpr double headHeight = 52;
constexpr double rowHeight = 24;
constexpr double tracedRowHeight = 32;
constexpr double openHead = 56;
constexpr double searchHeight = 28;
constexpr double buttonHeight = 20;
constexpr double buttonGap = 8;
constexpr int mostEdges = 64;      ///< near a point: beyond, nobody can mean one of them
constexpr int mostLooked = 512;    ///< whose boxes, not lines, are near
constexpr double leastShare = 0.3; ///< of strength: fainter edges are not pointed at

} // namespace

// -- rows of a card that scrolls

int RowWindow::rowAt(const SceneCard &card, int place) const
{
    if (!card.scrolls())
        return place < int(card.rows.size()) ? place : -1;
    if (!words.isEmpty()) {
        const int at = first + place;
        return at < int(matches.size()) ? matches[size_t(at)] : -1;
    }
    const int row = place < card.pinnedRows ? place : first + place;
    return row < int(card.rows.size()) ? row : -1;
}

int RowWindow::last(const SceneCard &card) const
{
    const int count = words.isEmpty() ? int(card.rows.size()) : int(matches.size());
    return std::max(0, count - card.places());
}

void RowWindow::search(const SceneCard &card, const QString &wanted)
{
    words = wanted.trimmed();
    matches.clear();
    first = 0;
    for (size_t i = 0; i < card.rows.size() && !words.isEmpty(); ++i) {
        if (card.rows[i].name.contains(words, Qt::CaseInsensitive))
            matches.push_back(int(i));
    }
}

// -- geometry

QRectF Scene::buttonRect(int card, bool up) const
{
    const SceneCard &c = m_cards[size_t(card)];
    const int hidden = up ? c.hiddenUp : c.hiddenDown;
    if (hidden <= 0)
        return {};
    const double width = std::max(26.0, 14 + 7.5 * double(QString::number(hidden).size() + 1)) * m_unit;
    const double height = buttonHeight * m_unit;
    // Where edges leave at the middle, the button makes way for them.
    bool edgeBeside = false;
    for (const int e : edgesAt(card))
        edgeBeside = edgeBeside || (up ? m_edges[size_t(e)].to : m_edges[size_t(e)].from) == card;
    const double middle = c.rect.top() + std::min(c.rect.height(), headHeight * m_unit) / 2;
    const double y = edgeBeside ? c.rect.top() - height * 0.15 : middle - height / 2;
    const double x = up != m_isMirrored ? c.rect.left() - buttonGap * m_unit - width : c.rect.right() + buttonGap * m_unit;
    return {x, y, width, height};
}

QRectF Scene::searchRect(int card) const
{
    const SceneCard &c = m_cards[size_t(card)];
    if (!c.scrolls())
        return {};
    return {c.rect.left(), c.rect.top() + openHead * m_unit, c.rect.width(), searchHeight * m_unit};
}

QRectF Scene::rowRect(int card, int place) const
{
    const SceneCard &c = m_cards[size_t(card)];
    if (!c.isOpen)
        return {c.rect.left(), c.rect.top() + headHeight * m_unit + place * tracedRowHeight * m_unit, c.rect.width(),
                tracedRowHeight * m_unit};
    const double top = openHead + (c.scrolls() ? searchHeight : 0);
    return {c.rect.left(), c.rect.top() + (top + place * rowHeight) * m_unit, c.rect.width(), rowHeight * m_unit};
}

QRectF Scene::moreRect(int card) const
{
    const SceneCard &c = m_cards[size_t(card)];
    if (!c.isOpen || c.moreRows <= 0)
        return {};
    const double top = rowRect(card, c.places()).top();
    return {c.rect.left(), top, c.rect.width(), std::max(0.0, c.rect.bottom() - top)};
}

QRectF Scene::foldRect(int card) const
{
    const SceneCard &c = m_cards[size_t(card)];
    if (c.fold == SceneFold::None)
        return {};
    const bool isMap = c.shape == SceneCard::Shape::Map;
    const QSizeF size = isMap ? QSizeF(22 * m_unit, c.rect.height()) : QSizeF(28 * m_unit, 26 * m_unit);
    const double x = isMap != m_isMirrored ? c.rect.left() : c.rect.right() - size.width();
    return {QPointF(x, c.rect.top() + (isMap ? 0 : 26 * m_unit)), size};
}

std::optional<int> Scene::thingAt(QPointF at) const
{
    std::optional<int> found;
    visitCards(QRectF(at, QSizeF(0, 0)), [&](int i) {
        if (m_cards[size_t(i)].rect.contains(at) && (!found || i > *found))
            found = i;
    });
    for (size_t g = m_groups.size(); !found && g-- > 0;) {
        if (m_groups[g].rect.contains(at))
            found = ~int(g);
    }
    return found;
}

Scene::Hit Scene::hitCard(int card, QPointF at) const
{
    using Part = Hit::Part;
    if (buttonRect(card, true).contains(at))
        return {Part::ExpandUp, card, -1};
    if (buttonRect(card, false).contains(at))
        return {Part::ExpandDown, card, -1};
    const SceneCard &c = m_cards[size_t(card)];
    if (!c.rect.contains(at))
        return {};
    if (foldRect(card).contains(at))
        return {Part::Fold, card, -1};
    if (searchRect(card).contains(at))
        return {Part::RowSearch, card, -1};
    if (c.places() > 0) {
        const QRectF first = rowRect(card, 0);
        const int place = int(std::floor((at.y() - first.top()) / first.height()));
        if (place >= 0 && place < c.places())
            return {Part::Row, card, place};
    }
    if (moreRect(card).contains(at))
        return {Part::More, card, -1};
    return {Part::Card, card, -1};
}

/// The nearest edge; none where more pass than anybody can tell apart. The short ones are looked at first, and of very many
/// long ones whose boxes lie here only some.
int Scene::hitEdge(QPointF at, double slack, double scale) const
{
    const bool insides = m_flows.insideShare(scale) >= leastShare, across = m_flows.acrossShare(scale) >= leastShare;
    if (!insides && !across && !m_flows.hasSingles())
        return -1;
    const QRectF near(at - QPointF(slack, slack), QSizeF(2 * slack, 2 * slack));
    int best = -1, found = 0, looked = 0;
    double least = slack * slack;
    m_stretchIndex.search(boxOf(near), [&](int i) {
        ++looked;
        const Stretch &s = m_stretches[size_t(i)];
        const SceneFlows::Part part = m_flows.partOf(s.edge);
        if ((part == SceneFlows::Part::Inside && !insides) || (part == SceneFlows::Part::Across && !across))
            return looked < mostLooked;
        const bool isStraight = isAngular(m_edges[size_t(s.edge)]);
        double nearest = slack * slack;
        for (quint32 k = s.first; k < s.last; ++k)
            nearest = squaredDistanceToCurve(at, m_points[k], m_points[k + 1], isStraight, nearest);
        if (nearest < slack * slack) {
            ++found;
            if (nearest < least || (nearest == least && s.edge > best)) {
                least = nearest;
                best = s.edge;
            }
        }
        return found <= mostEdges && looked < mostLooked;
    });
    return found > mostEdges ? -1 : best;
}

Scene::Hit Scene::hit(QPointF at, double slack, double scale) const
{
    using Part = Hit::Part;
    Hit onCard;
    int top = -1; // the last drawn one lies above
    visitCards(QRectF(at, QSizeF(0, 0)), [&](int i) {
        const Hit found = i > top ? hitCard(i, at) : Hit();
        if (found.part != Part::Nothing) {
            top = i;
            onCard = found;
        }
    });
    if (top >= 0)
        return onCard;
    for (size_t k = m_labels.size(); k-- > 0;) {
        const Label &label = m_labels[k];
        const double w = (12 + 8 * double(QString::number(m_edges[size_t(label.edge)].count).size())) * m_unit / 2 + 2;
        if (std::abs(at.x() - label.at.x()) <= w && std::abs(at.y() - label.at.y()) <= 11 * m_unit)
            return {Part::Label, label.edge, -1};
    }
    const int edge = hitEdge(at, slack, scale);
    if (edge >= 0)
        return {Part::Edge, edge, -1};
    if (const SceneFlows::Hit flow = m_flows.hit(at, slack, scale); flow.flow >= 0)
        return {Part::Flow, flow.flow, flow.level};
    for (size_t g = m_groups.size(); g-- > 0;) {
        if (m_groups[g].rect.contains(at))
            return {Part::Group, int(g), -1};
    }
    return {};
}

} // namespace meshscope
