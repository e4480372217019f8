#include "ui/graph/filterbar.h"

#include "ui/graph/filterpanel.h"
#include "ui/theme/style.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace meshscope {

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_text(makeElided({}, TextRole::Small, &Tokens::text))
{
    setObjectName(QStringLiteral("filterBar"));
    m_row->setContentsMargins(px(16), px(3), px(12), px(3));
    m_row->setSpacing(px(6));
    m_row->addWidget(m_text);
    m_row->addStretch(1);
    auto *clear = new LinkLabel(tr("Show everything"));
    clear->setObjectName(QStringLiteral("showEverything"));
    setTextRole(clear, TextRole::Small);
    m_row->addWidget(clear);
    connect(clear, &LinkLabel::opened, this, &FilterBar::cleared);
    hide();
}

void FilterBar::setHidden(const NodeFilter &filter, const NodeMatcher::Hidden &hidden, const Mesh &mesh)
{
    setVisible(filter.isActive());
    m_text->setText(tr("%Ln hidden by filters", "", int(hidden.all)));
    // Made anew: a field more or less is another row.
    delete m_chips;
    m_chips = new QWidget;
    auto *row = new QHBoxLayout(m_chips);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(4));
    for (const auto &[field, count] : hidden.by) {
        auto *chip = new QToolButton;
        setLook(chip, ButtonLook::Quiet, QStringLiteral("close"));
        chip->setObjectName(NodeFilter::word(field));
        chip->setText(
            tr("%1: %2 hides %Ln", "", int(count)).arg(filterFieldName(field), filterValueName(filter, field, mesh)));
        chip->setToolTip(tr("Remove this filter"));
        chip->setAccessibleName(tr("Remove the filter %1").arg(chip->text()));
        chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        setTextRole(chip, TextRole::Small);
        row->addWidget(chip);
        connect(
            chip, &QToolButton::clicked, this, [this, cleared = field] { emit fieldCleared(cleared); },
            Qt::QueuedConnection); // the chip goes away by it
    }
    m_row->insertWidget(1, m_chips);
}

QString FilterBar::text() const
{
    return m_text->text();
}

void FilterBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(this);
    painter.fillRect(rect(), t.riskSoft);
    painter.fillRect(QRect(0, height() - 1, width(), 1), t.line);
}

} // namespace meshscope
