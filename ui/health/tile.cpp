#include "ui/health/tile.h"

#include "models/items/leveltext.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/signs.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace meshscope {

namespace {
/// The number of a tile: drawn as a figure in text colour, underlined under the pointer.
class FigureLink final : public LinkLabel {
public:
    using LinkLabel::LinkLabel;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        QFont drawn = font();
        drawn.setUnderline(underMouse() && isEnabled());
        p.setFont(drawn);
        p.setPen(tokens(this).text);
        p.drawText(rect(), int(Qt::AlignVCenter) | int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)), text());
    }
};
} // namespace

Tile::Tile(const QString &title, QWidget *parent)
    : Card(parent)
    , m_sign(new StatusSign(Status::Unknown, 12))
    , m_part(new FigureLink)
    , m_whole(new CountLink)
    , m_note(makeElided({}, TextRole::Small, &Tokens::muted))
    , m_line(new Sparkline)
{
    setAccessibleName(title);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(10), px(12), px(10));
    column->setSpacing(px(2));
    auto *head = new QHBoxLayout;
    head->setSpacing(px(6));
    m_sign->hide();
    head->addWidget(m_sign);
    head->addWidget(makeElided(title, TextRole::Small, &Tokens::muted), 1);
    column->addLayout(head);
    auto *row = new QHBoxLayout;
    row->setSpacing(px(6));
    setTextRole(m_part, TextRole::Figure);
    m_part->setObjectName(QStringLiteral("tilePart"));
    m_whole->setObjectName(QStringLiteral("tileWhole"));
    row->addWidget(m_part, 0, Qt::AlignBottom);
    row->addWidget(makeLabel(tr("of", "5 of 62"), TextRole::Base, &Tokens::muted), 0, Qt::AlignBottom);
    row->addWidget(m_whole, 0, Qt::AlignBottom);
    row->addStretch(1);
    row->addWidget(m_line, 0, Qt::AlignVCenter);
    column->addLayout(row);
    column->addWidget(m_note);
    connect(m_part, &LinkLabel::opened, this, &Tile::partOpened);
    connect(m_whole, &LinkLabel::opened, this, &Tile::wholeOpened);
}

void Tile::setFraction(qint64 part, qint64 whole)
{
    m_part->setText(numberText(part));
    m_part->updateGeometry();
    m_whole->setCount(whole, numberText(whole));
    m_share = whole > 0 ? shareText(double(part) / double(whole), 1) : tr("nothing to count");
    say();
}

void Tile::setNote(const QString &note)
{
    m_moved = note;
    say();
}

void Tile::say()
{
    m_note->setText(m_moved.isEmpty() ? m_share : tr("%1, %2").arg(m_share, m_moved));
    setAccessibleDescription(tr("%1 of %2, %3").arg(m_part->text(), m_whole->text(), m_note->text()));
}

void Tile::setLine(const QList<double> &values)
{
    m_line->setValues(values);
}

void Tile::setStatus(Status status)
{
    m_sign->setStatus(status);
    m_sign->show();
}

Sparkline::Sparkline(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize Sparkline::sizeHint() const
{
    return {px(72), px(26)};
}

void Sparkline::setValues(const QList<double> &values)
{
    m_values = values;
    update();
}

void Sparkline::paintEvent(QPaintEvent *)
{
    if (m_values.size() < 2)
        return;
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokens(this);
    const auto [low, high] = std::minmax_element(m_values.cbegin(), m_values.cend());
    const double spread = *high - *low;
    QPolygonF line;
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        const double x = px(3) + (width() - px(7)) * double(i) / double(m_values.size() - 1);
        // What does not move is a level line in the middle, not at an edge.
        const double share = spread > 1e-12 ? (m_values[i] - *low) / spread : 0.5;
        line << QPointF(x, height() - px(4) - share * (height() - px(8)));
    }
    if (layoutDirection() == Qt::RightToLeft) {
        for (QPointF &point : line)
            point.setX(width() - point.x());
    }
    p.setPen(QPen(t.accent, 1.25, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    p.drawPolyline(line);
    p.setPen(Qt::NoPen);
    p.setBrush(t.accent);
    p.drawEllipse(line.last(), px(2.5), px(2.5));
}

} // namespace meshscope
