#include "ui/lineage/tracebar.h"

#include "ui/theme/style.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPainter>

namespace meshscope {

TraceBar::TraceBar(QWidget *parent)
    : QWidget(parent)
    , m_from(makeElided({}, TextRole::Mono, &Tokens::text))
    , m_arrow(makeLabel(QStringLiteral("›"), TextRole::Base, &Tokens::muted))
    , m_to(makeElided({}, TextRole::Mono, &Tokens::text))
    , m_detail(makeElided({}, TextRole::Small, &Tokens::muted))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(px(12), px(2), px(4), px(2));
    row->setSpacing(px(8));
    row->addWidget(makeLabel(tr("Traced"), TextRole::Base, &Tokens::text));
    row->addWidget(m_from);
    row->addWidget(m_arrow);
    row->addWidget(m_to);
    row->addWidget(m_detail);
    auto *close = iconButton(QStringLiteral("close"), tr("End the trace (Esc)"), this);
    row->addWidget(close);
    connect(close, &QToolButton::clicked, this, &TraceBar::closed);
    setFixedHeight(px(32));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void TraceBar::setTrace(const QString &from, const QString &to, const QString &detail)
{
    m_from->setText(from);
    m_to->setText(to);
    m_to->setVisible(!to.isEmpty());
    m_arrow->setVisible(!to.isEmpty());
    m_detail->setText(detail);
    setAccessibleName(text());
}

QString TraceBar::text() const
{
    return m_to->isHidden() ? QStringLiteral("%1 %2").arg(m_from->text(), m_detail->text())
                            : QStringLiteral("%1 › %2 %3").arg(m_from->text(), m_to->text(), m_detail->text());
}

void TraceBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokens(this);
    painter.setPen(QPen(t.line, 1));
    painter.setBrush(t.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6));
}

} // namespace meshscope
