#include "ui/product/smalllineage.h"

#include "models/items/searchmodel.h"
#include "ui/widgets/signs.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainterPath>
#include <QToolTip>

namespace meshscope {

SmallLineage::SmallLineage(const Subject &subject, SectionHub &hub, QWidget *parent)
    : QWidget(parent)
    , m_hub(hub)
{
    const Mesh &mesh = subject.mesh();
    const auto card = [&](NodeId n) {
        const QString top = topDomainAddress(mesh, n);
        return Card{mesh.name(n), mesh.address(n).toString(), hueOf(top), subject.status(n)};
    };
    // What is in trouble is shown first: it is what one looks for here.
    const auto take = [&](QList<NodeId> nodes, QList<Card> &to) {
        const auto weight = [&](NodeId n) {
            const Status s = subject.status(n);
            return s == Status::Breached ? 0 : s == Status::AtRisk ? 1 : 2;
        };
        std::stable_sort(nodes.begin(), nodes.end(), [&](NodeId a, NodeId b) { return weight(a) < weight(b); });
        for (const NodeId n : nodes.first(qMin<qsizetype>(shownEachSide, nodes.size())))
            to << card(n);
    };
    m_middle = card(subject.node);
    take(subject.upstream(), m_up);
    take(subject.downstream(), m_down);
    setObjectName(QStringLiteral("smallLineage"));
    setAccessibleName(tr("Lineage: %1 upstream, %2 downstream").arg(m_up.size()).arg(m_down.size()));
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize SmallLineage::sizeHint() const
{
    const qsizetype rows = qMax<qsizetype>(1, qMax(m_up.size(), m_down.size()));
    return {px(320), int(rows) * px(34)};
}

QRectF SmallLineage::rectOf(int side, int index) const
{
    const double card = qMin(double(px(112)), (width() - px(48)) / 3.0);
    const double high = px(26);
    const double pitch = px(34);
    const qsizetype count = side < 0 ? m_up.size() : side > 0 ? m_down.size() : 1;
    const double top = (height() - double(count) * pitch) / 2 + (pitch - high) / 2;
    const double x = side < 0 ? 0 : side > 0 ? width() - card : (width() - card) / 2;
    const QRectF rect(x, top + index * pitch, card, high);
    if (layoutDirection() == Qt::RightToLeft)
        return QRectF(width() - rect.right(), rect.y(), rect.width(), rect.height());
    return rect;
}

QRectF SmallLineage::rectOfCard(int card) const
{
    if (card < m_up.size())
        return rectOf(-1, card);
    return rectOf(1, card - int(m_up.size()));
}

const SmallLineage::Card &SmallLineage::cardOf(int card) const
{
    return card < m_up.size() ? m_up[card] : m_down[card - m_up.size()];
}

int SmallLineage::cardAt(const QPointF &position) const
{
    for (int i = 0; i < m_up.size() + m_down.size(); ++i) {
        if (rectOfCard(i).contains(position))
            return i;
    }
    return -1;
}

void SmallLineage::paintEdges(QPainter &p) const
{
    const Tokens &t = tokens(this);
    p.setBrush(Qt::NoBrush);
    const bool isRtl = layoutDirection() == Qt::RightToLeft;
    const auto edge = [&](const QRectF &from, const QRectF &to, bool isHot) {
        const QPointF a(isRtl ? from.left() : from.right(), from.center().y());
        const QPointF b(isRtl ? to.right() : to.left(), to.center().y());
        QPainterPath path(a);
        const double middle = (a.x() + b.x()) / 2;
        path.cubicTo({middle, a.y()}, {middle, b.y()}, b);
        p.setPen(QPen(isHot ? t.accent : t.edge, isHot ? 2 : 1.25));
        p.drawPath(path);
        const double way = isRtl ? 1 : -1;
        p.drawPolyline(QPolygonF({b + QPointF(way * px(4), -px(3)), b, b + QPointF(way * px(4), px(3))}));
    };
    const QRectF middle = rectOf(0, 0);
    for (int i = 0; i < m_up.size(); ++i)
        edge(rectOf(-1, i), middle, m_hot == i);
    for (int i = 0; i < m_down.size(); ++i)
        edge(middle, rectOf(1, i), m_hot == i + m_up.size());
}

void SmallLineage::paintCard(QPainter &p, const QRectF &rect, const Card &card, bool isMiddle, bool isHot) const
{
    const Tokens &t = tokens(this);
    const bool isRtl = layoutDirection() == Qt::RightToLeft;
    p.setPen(isMiddle || (isHot && hasFocus()) ? QPen(t.accent, 2) : QPen(t.line, 1));
    p.setBrush(isMiddle ? t.accentSoft : isHot ? t.hover : t.raised);
    const double inset = isMiddle ? 1 : 0.5;
    p.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), px(4), px(4));
    if (card.hue >= 0) {
        p.setPen(Qt::NoPen);
        p.setBrush(t.hues[size_t(card.hue)].stripe);
        const double x = isRtl ? rect.right() - px(7) : rect.left() + px(4);
        p.drawRoundedRect(QRectF(x, rect.y() + px(6), px(3), rect.height() - px(12)), 1.5, 1.5);
    }
    const double side = px(12);
    const double signX = isRtl ? rect.left() + px(6) : rect.right() - px(6) - side;
    if (card.status != Status::NoPromise)
        paintStatus(p, QRectF(signX, rect.center().y() - side / 2, side, side), card.status, t);
    const double lead = px(12);
    const double tail = card.status == Status::NoPromise ? px(6) : side + px(9);
    const QRectF room = rect.adjusted(isRtl ? tail : lead, 0, isRtl ? -lead : -tail, 0);
    p.setFont(textFont(TextRole::Small, isMiddle ? QFont::DemiBold : QFont::Normal));
    p.setPen(isMiddle && t.scheme == Scheme::HighContrast ? t.text : t.text);
    p.drawText(room, int(Qt::AlignVCenter) | Qt::TextSingleLine | int(isRtl ? Qt::AlignRight : Qt::AlignLeft),
               p.fontMetrics().elidedText(card.name.simplified(), Qt::ElideRight, int(room.width())));
}

void SmallLineage::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    paintEdges(p);
    for (int i = 0; i < m_up.size() + m_down.size(); ++i)
        paintCard(p, rectOfCard(i), cardOf(i), false, m_hot == i);
    paintCard(p, rectOf(0, 0), m_middle, true, false);
}

void SmallLineage::mouseMoveEvent(QMouseEvent *event)
{
    const int hot = cardAt(event->position());
    setCursor(hot >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (hot != m_hot) {
        m_hot = hot;
        update();
    }
}

void SmallLineage::mouseReleaseEvent(QMouseEvent *event)
{
    const int card = cardAt(event->position());
    if (card >= 0 && (event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton))
        m_hub.open(cardOf(card).address, event->button() == Qt::MiddleButton || (event->modifiers() & Qt::ControlModifier));
}

void SmallLineage::leaveEvent(QEvent *)
{
    m_hot = -1;
    update();
}

void SmallLineage::keyPressEvent(QKeyEvent *event)
{
    const int count = int(m_up.size() + m_down.size());
    const int up = int(m_up.size());
    const bool isRtl = layoutDirection() == Qt::RightToLeft;
    const auto go = [&](int card) {
        m_hot = qBound(0, card, count - 1);
        update();
    };
    if (count == 0)
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Up: go(m_hot < 0 ? 0 : m_hot - 1); return;
    case Qt::Key_Down: go(m_hot < 0 ? 0 : m_hot + 1); return;
    case Qt::Key_Left:
    case Qt::Key_Right: go((event->key() == Qt::Key_Left) != isRtl ? 0 : up); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_hot >= 0)
            m_hub.open(cardOf(m_hot).address, event->modifiers() & Qt::ControlModifier);
        return;
    default: QWidget::keyPressEvent(event);
    }
}

bool SmallLineage::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int card = cardAt(help->pos());
        if (card >= 0)
            QToolTip::showText(help->globalPos(), cardOf(card).name.toHtmlEscaped(), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace meshscope
