#include "ui/graph/graphpainter.h"

#include "ui/widgets/signs.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace meshscope {

namespace {

constexpr double rowOnly = 6; ///< screen heights between the levels of detail
constexpr double blockOnly = 16;
constexpr double mapBlockOnly = 12; ///< room for a name of 7 pixels
constexpr double fullFrom = 40;
constexpr double fullWithRows = 31; ///< an opened card is worth its small text
constexpr double leastRow = 14;

/// In high contrast what is under the pointer is underlined: a ground cannot say it there.
void underline(QPainter &painter, const QRectF &room, double width, double size, const QColor &color, bool fromRight)
{
    const double wide = std::min(width, room.width());
    const double left = fromRight ? room.right() - wide : room.left();
    painter.fillRect(QRectF(left, std::round(room.center().y() + size * 0.6), wide, std::max(1.0, std::round(size / 12))),
                     color);
}

} // namespace

GraphPainter::CardColours GraphPainter::coloursOf(int index) const
{
    const bool contrast = m_t.scheme == Scheme::HighContrast;
    const bool faded = isFaded(index);
    const bool hovered = m_look.hovered.index == index && m_look.hovered.part >= Scene::Hit::Part::Card &&
                         m_look.hovered.part <= Scene::Hit::Part::ExpandDown;
    const double fade = faded ? m_look.fade : 0;
    CardColours c;
    const std::optional<Status> tone = m_scene.cards()[size_t(index)].tone;
    c.ground = tone ? statusSoft(*tone, m_t) : m_t.raised;
    c.border = m_t.line;
    c.text = m_t.text;
    c.second = m_t.muted;
    if (faded && contrast) {
        c.dotted = true;
    } else if (faded) {
        c.ground = mixed(c.ground, m_t.fadedCard, fade);
        c.border = mixed(c.border, m_t.fadedBorder, fade);
        c.text = mixed(c.text, m_t.faded, fade);
        c.second = mixed(c.second, m_t.faded, fade);
        c.stripeOpacity = 1 - 0.55 * fade;
        c.signOpacity = 1 - 0.45 * fade;
    } else if (isLit(index)) {
        c.border = mixed(c.border, m_t.pathBorder, m_look.fade);
    }
    if (hovered)
        c.ground = m_t.hover;
    const bool picked = m_look.picked && (*m_look.picked)[size_t(index)];
    if (m_look.selected == index || picked) {
        c.border = m_t.accent;
        c.borderWidth = contrast ? 3 : 2;
        c.text = m_t.text;
        c.second = m_t.muted;
        c.signOpacity = c.stripeOpacity = 1;
    } else if (m_scene.cards()[size_t(index)].isRoot && !faded) {
        c.border = m_t.pathBorder;
    }
    return c;
}

void GraphPainter::paintCard(int index)
{
    const SceneCard &card = m_scene.cards()[size_t(index)];
    const QRectF r = screenRect(index);
    const double height =
        m_look.fullDetail ? 1000 : std::min(r.height(), card.shape == SceneCard::Shape::Job ? 1e9 : 52 * m_s);
    if (height < rowOnly) {
        const Hue *h = hue(card.hue);
        const bool bad = card.status == Status::Breached || card.status == Status::AtRisk;
        const QColor color = isLit(index) ? m_t.accent
                             : bad        ? statusColor(*card.status, m_t)
                             : h          ? h->border
                                          : m_t.lineStrong;
        m_p->fillRect(QRectF(std::round(r.left()), std::round(r.center().y()), std::max(1.0, r.width()), 1), color);
        return;
    }
    if (card.shape == SceneCard::Shape::Job)
        paintJob(index, r);
    else if (height < (card.shape == SceneCard::Shape::Map ? mapBlockOnly : blockOnly))
        paintBlock(index, r);
    else if (card.shape == SceneCard::Shape::Map || height < (card.rows.empty() ? fullFrom : fullWithRows))
        paintMapCard(index, r);
    else
        paintFullCard(index, r);
    if (m_look.focused == index)
        paintFocus(r, std::min(6 * m_s, 8.0));
}

void GraphPainter::paintFocus(const QRectF &r, double radius)
{
    m_p->setPen(QPen(m_t.focus, 2));
    m_p->setBrush(Qt::NoBrush);
    m_p->drawRoundedRect(r.adjusted(-3, -3, 3, 3), radius + 3, radius + 3);
}

void GraphPainter::paintBlock(int index, const QRectF &r)
{
    const SceneCard &card = m_scene.cards()[size_t(index)];
    const Hue *h = hue(card.hue);
    const CardColours c = coloursOf(index);
    const QRectF box = snapped(r, c.borderWidth);
    const QColor head = h ? h->head : m_t.raised;
    m_p->setPen(QPen(c.borderWidth > 1 || isLit(index) ? c.border
                     : h                               ? h->border
                                                       : m_t.line,
                     c.borderWidth, c.dotted ? Qt::DotLine : Qt::SolidLine));
    m_p->setBrush(isFaded(index) && !c.dotted ? mixed(head, m_t.fadedCard, 0.6 * m_look.fade) : head);
    m_p->drawRoundedRect(box, 2, 2);
    m_p->setPen(Qt::NoPen);
    if (h) {
        m_p->setOpacity(c.stripeOpacity);
        m_p->setBrush(h->stripe);
        m_p->drawRect(sided(box, QRectF(box.left(), box.top(), 2, box.height())));
    }
    if (card.status == Status::Breached || card.status == Status::AtRisk) {
        m_p->setOpacity(c.signOpacity);
        m_p->setBrush(statusColor(*card.status, m_t));
        const double w = std::min(6.0, box.width() / 4);
        m_p->drawRect(sided(box, QRectF(box.right() - w, box.top(), w, box.height())));
    }
    m_p->setOpacity(1);
}

/// A name and a sign in one line: cards of the domain map, and any card at middle size.
void GraphPainter::paintMapCard(int index, const QRectF &r)
{
    const SceneCard &card = m_scene.cards()[size_t(index)];
    const CardColours c = coloursOf(index);
    const bool selected = m_look.selected == index;
    const QRectF box = snapped(r, c.borderWidth);
    const double radius = 5 * std::min(1.4, m_s);
    m_p->setPen(QPen(c.border, c.borderWidth, c.dotted ? Qt::DotLine : Qt::SolidLine));
    m_p->setBrush(selected ? m_t.selection : c.ground);
    m_p->drawRoundedRect(box, radius, radius);
    const bool map = card.shape == SceneCard::Shape::Map;
    const double line = map ? r.height() : std::min(r.height(), 52 * m_s);
    const double size = map ? std::max(7.0, 12 * m_s) : std::clamp(line * 0.34, 8.0, 13 * m_unit);
    const double pad = std::min(8 * m_s, line * 0.33);
    const Hue *h = hue(card.hue);
    if (h && card.stripe) {
        m_p->setOpacity(c.stripeOpacity);
        m_p->setPen(Qt::NoPen);
        m_p->setBrush(h->stripe);
        const double inset = line * 0.18;
        m_p->drawRoundedRect(sided(r, QRectF(r.left() + 3, r.top() + inset, std::max(1.5, 2.5 * m_s), line - 2 * inset)), 1,
                             1);
        m_p->setOpacity(1);
    }
    if (card.bar >= 0) {
        m_p->setPen(Qt::NoPen);
        m_p->setBrush(h ? h->stripe : m_t.accent);
        const double w = (box.width() - 2 * radius) * std::min(1.0, card.bar);
        m_p->drawRect(
            sided(box, QRectF(box.left() + radius, box.bottom() - 2 * std::min(1.0, m_s), w, 2 * std::min(1.0, m_s))));
    }
    QRectF room(r.left() + pad, r.top(), r.width() - 2 * pad, line);
    if (map && card.fold != SceneFold::None && !m_look.fullDetail &&
        m_scene.foldRect(index).height() * m_camera.scale >= leastFold) {
        const bool hovered = m_look.hovered.part == Scene::Hit::Part::Fold && m_look.hovered.index == index;
        const QRectF at(r.left() + 2 * m_s, r.center().y() - 9 * m_s, 18 * m_s, 18 * m_s);
        paintFold(sided(r, at), card.fold, hovered ? m_t.accent : c.second);
        room.setLeft(at.right() + 2 * m_s);
    }
    if (h && card.stripe)
        room.setLeft(room.left() + 3 * m_s);
    if (card.status) {
        const double sign = map ? size : std::min(12.0 * m_unit, size);
        const QRectF at(room.right() - sign, r.top() + line / 2 - sign / 2, sign, sign);
        m_p->setOpacity(c.signOpacity);
        paintStatus(*m_p, sided(r, at), *card.status, m_t,
                    selected && m_t.scheme == Scheme::HighContrast ? m_t.selectionText : QColor());
        m_p->setOpacity(1);
        room.setRight(at.left() - 4 * m_s);
    }
    if (!card.figure.isEmpty() && size >= 9) {
        const double width = widthOf(card.figure, TextRole::Tiny, size * 0.92);
        text(sided(r, QRectF(room.right() - width - 1, room.top(), width + 2, line)), card.figure, TextRole::Tiny,
             size * 0.92, selected ? m_t.selectionText : c.second, -1, Qt::AlignRight);
        room.setRight(room.right() - width - 4 * m_s);
    }
    const TextRole role = map ? TextRole::Small : TextRole::Strong;
    const int weight = map && !selected ? 400 : 600;
    const QColor ink = selected ? m_t.selectionText : c.text;
    // Names made by programs differ at their ends.
    const Qt::TextElideMode cut = card.name.contains(u' ') ? Qt::ElideRight : Qt::ElideMiddle;
    text(sided(r, room), nameIn(room, card.name, role, size, weight), role, size, ink, weight, Qt::AlignLeft, cut);
    if (m_t.scheme == Scheme::HighContrast && c.ground == m_t.hover)
        underline(*m_p, sided(r, room), widthOf(card.name, role, size, weight), size, ink, m_scene.isMirrored());
}

/// In a small room a name is whole, or the words it begins with as far as they say something, or not there.
QString GraphPainter::nameIn(const QRectF &room, const QString &name, TextRole role, double size, int weight) const
{
    constexpr double enough = 5.5; ///< times the size of the letters: there it is cut as anywhere
    if (room.width() >= enough * size || widthOf(name, role, size, weight) <= room.width())
        return name;
    const qsizetype least = std::max<qsizetype>(5, name.size() / 3); // "stg…" is what many begin with
    for (qsizetype i = std::min<qsizetype>(name.size(), 60); i-- > least;) {
        if (name[i].isLetterOrNumber() || !name[i - 1].isLetterOrNumber())
            continue;
        const QString words = name.left(i) + u'…';
        if (widthOf(words, role, size, weight) <= room.width())
            return words;
    }
    return {};
}

void GraphPainter::paintFullCard(int index, const QRectF &r)
{
    const SceneCard &card = m_scene.cards()[size_t(index)];
    const CardColours c = coloursOf(index);
    const QRectF box = snapped(r, c.borderWidth);
    const double radius = 6 * m_s;
    const Hue *h = hue(card.hue);
    const bool isDomain = card.shape == SceneCard::Shape::Domain;
    m_p->setPen(QPen(isDomain && h && m_look.selected != index && !isLit(index) ? h->border : c.border, c.borderWidth,
                     c.dotted ? Qt::DotLine : Qt::SolidLine));
    m_p->setBrush(isDomain && h && !isFaded(index) ? h->head : c.ground);
    m_p->drawRoundedRect(box, radius, radius);
    if (card.shape == SceneCard::Shape::Product) {
        m_p->setPen(QPen(c.border, c.borderWidth > 1 ? 1.5 : 1));
        const double y = box.top() - std::max(2.0, std::round(3 * m_s));
        m_p->drawLine(QPointF(box.left() + 6 * m_s, y), QPointF(box.right() - 6 * m_s, y));
    }
    if (card.isOpen && !card.rows.empty()) {
        m_p->setPen(QPen(m_t.line, 1));
        const double y = std::round(r.top() + 53 * m_s) + 0.5;
        m_p->drawLine(QPointF(box.left(), y), QPointF(box.right(), y));
    }
    paintRows(index, r);
    if (h) {
        m_p->setOpacity(c.stripeOpacity);
        m_p->setPen(Qt::NoPen);
        m_p->setBrush(h->stripe);
        m_p->drawRoundedRect(sided(r, QRectF(r.left() + 5 * m_s, r.top() + 6 * m_s, 3 * m_s, 40 * m_s)), 1.5 * m_s,
                             1.5 * m_s);
        m_p->setOpacity(1);
    }
    const double left = r.left() + (h ? 16 : 12) * m_s;
    double right = r.right() - 10 * m_s;
    const double first = r.top() + 18 * m_s;
    if (card.status) {
        const double sign = 14 * m_s;
        m_p->setOpacity(c.signOpacity);
        paintStatus(*m_p, sided(r, QRectF(right - sign, first - sign / 2, sign, sign)), *card.status, m_t);
        m_p->setOpacity(1);
        right -= sign + 6 * m_s;
    }
    const QRectF nameRoom = sided(r, QRectF(left, first - 9 * m_s, right - left, 18 * m_s));
    text(nameRoom, card.name, TextRole::Strong, 13 * m_s, c.text, 600, Qt::AlignLeft, Qt::ElideMiddle);
    if (m_t.scheme == Scheme::HighContrast && c.ground == m_t.hover)
        underline(*m_p, nameRoom, widthOf(card.name, TextRole::Strong, 13 * m_s, 600), 13 * m_s, c.text,
                  m_scene.isMirrored());
    double end = r.right() - 10 * m_s;
    if (card.fold != SceneFold::None && !m_look.fullDetail &&
        m_scene.foldRect(index).height() * m_camera.scale >= leastFold) {
        const bool hovered = m_look.hovered.part == Scene::Hit::Part::Fold && m_look.hovered.index == index;
        const QRectF at(r.right() - 26 * m_s, r.top() + 27 * m_s, 18 * m_s, 18 * m_s);
        paintFold(sided(r, at), card.fold, hovered ? m_t.accent : c.second);
        end = at.left() - 2 * m_s;
    }
    text(sided(r, QRectF(left, r.top() + 27 * m_s, end - left, 18 * m_s)), card.context, TextRole::Small, 12 * m_s,
         c.second);
    if (card.bar >= 0) {
        m_p->setPen(Qt::NoPen);
        m_p->setBrush(h ? h->stripe : m_t.accent);
        m_p->drawRect(sided(box, QRectF(box.left() + radius, box.bottom() - 2 * m_s,
                                        (box.width() - 2 * radius) * std::min(1.0, card.bar), 2 * m_s)));
    }
}

void GraphPainter::paintJob(int index, const QRectF &r)
{
    const SceneCard &card = m_scene.cards()[size_t(index)];
    const CardColours c = coloursOf(index);
    const QRectF box = snapped(r, c.borderWidth);
    m_p->setPen(QPen(c.border, c.borderWidth, c.dotted ? Qt::DotLine : Qt::SolidLine));
    m_p->setBrush(c.ground);
    m_p->drawRoundedRect(box, box.height() / 2, box.height() / 2);
    if (12.5 * m_s < 7 && !m_look.fullDetail) {
        if (m_look.focused == index)
            paintFocus(r, r.height() / 2);
        return;
    }
    const double icon = 14 * m_s;
    const QRectF at(r.left() + 10 * m_s, r.center().y() - icon / 2, icon, icon);
    paintJobIcon(*m_p, sided(r, at), c.second);
    const double left = at.right() + 6 * m_s;
    text(sided(r, QRectF(left, r.top(), r.right() - 10 * m_s - left, r.height())), card.name, TextRole::Small, 12.5 * m_s,
         c.text, -1, Qt::AlignLeft, Qt::ElideMiddle);
}

void GraphPainter::paintButtons(int index)
{
    const SceneCard &card = m_scene.cards()[size_t(index)];
    for (const bool up : {true, false}) {
        QRectF r = m_scene.buttonRect(index, up);
        if (r.isNull())
            continue;
        if (m_look.moves)
            r.translate((*m_look.moves)[size_t(index)]);
        r = m_camera.toScreen(r);
        if (r.height() < 9 && !m_look.fullDetail)
            continue;
        const auto part = up ? Scene::Hit::Part::ExpandUp : Scene::Hit::Part::ExpandDown;
        const bool hovered = m_look.hovered.part == part && m_look.hovered.index == index;
        const QRectF box = snapped(r);
        m_p->setPen(QPen(hovered ? m_t.accent : m_t.lineStrong, 1));
        m_p->setBrush(hovered ? m_t.hover : m_t.raised);
        m_p->drawRoundedRect(box, box.height() / 2, box.height() / 2);
        const double size = 12 * m_s < 7 && r.height() >= 11 ? 7 : 12 * m_s;
        text(r, QStringLiteral("+%1").arg(up ? card.hiddenUp : card.hiddenDown), TextRole::Small, size, m_t.text, 600,
             Qt::AlignHCenter);
    }
}

namespace {

/// Draws in a 16-unit box with our line.
class Pen16 {
public:
    Pen16(QPainter &painter, const QRectF &rect, const QColor &color)
        : m_p(painter)
    {
        m_p.save();
        m_p.translate(rect.topLeft());
        m_p.scale(rect.width() / 16, rect.height() / 16);
        m_p.setPen(QPen(color, 1.25, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_p.setBrush(Qt::NoBrush);
    }
    ~Pen16() { m_p.restore(); }
    Q_DISABLE_COPY_MOVE(Pen16)

private:
    QPainter &m_p;
};

} // namespace

void paintJobIcon(QPainter &painter, const QRectF &rect, const QColor &color)
{
    const Pen16 pen(painter, rect, color);
    painter.drawRoundedRect(QRectF(1.6, 4.2, 12.8, 7.6), 3.8, 3.8);
    painter.drawPolygon(QPolygonF({QPointF(6.9, 6.3), QPointF(6.9, 9.7), QPointF(9.7, 8)}));
}

void paintColumnIcon(QPainter &painter, const QRectF &rect, const QColor &color)
{
    const Pen16 pen(painter, rect, color);
    painter.drawRoundedRect(QRectF(5.7, 2, 4.6, 12), 1.3, 1.3);
    painter.drawLine(QLineF(5.7, 5.4, 10.3, 5.4));
    painter.drawLine(QLineF(2.4, 3.6, 2.4, 12.4));
    painter.drawLine(QLineF(13.6, 3.6, 13.6, 12.4));
}

void paintKeyIcon(QPainter &painter, const QRectF &rect, const QColor &color)
{
    const Pen16 pen(painter, rect, color);
    painter.drawEllipse(QPointF(5.2, 8), 3, 3);
    painter.drawPolyline(QPolygonF({QPointF(8.2, 8), QPointF(14.2, 8)}));
    painter.drawLine(QLineF(11.4, 8, 11.4, 10.4));
    painter.drawLine(QLineF(14, 8, 14, 9.8));
}

void paintLockIcon(QPainter &painter, const QRectF &rect, const QColor &color)
{
    const Pen16 pen(painter, rect, color);
    painter.drawRoundedRect(QRectF(3.4, 7, 9.2, 6.8), 1.4, 1.4);
    QPainterPath bow(QPointF(5.2, 7));
    bow.lineTo(5.2, 5);
    bow.arcTo(QRectF(5.2, 2.2, 5.6, 5.6), 180, -180);
    bow.lineTo(10.8, 7);
    painter.drawPath(bow);
}

} // namespace meshscope
