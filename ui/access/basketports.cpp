#include "ui/access/basketports.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

/// One port: name, where it is, and a button that takes it out.
class PortCard final : public Card {
public:
    PortCard(const BasketPorts::Entry &entry, QWidget *parent)
        : Card(parent)
        , choose(new LinkLabel(entry.title, this))
        , remove(iconButton(u"close"_s, BasketPorts::tr("Take %1 out of the basket").arg(entry.title), this))
    {
        setHighlighted(entry.isChosen);
        setRadius(6);
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(px(12), px(6), px(6), px(6));
        row->setSpacing(px(10));
        auto *sign = new QLabel(this);
        sign->setPixmap(icon(u"output-port"_s, tokens(this).muted).pixmap(px(16), px(16)));
        row->addWidget(sign);
        auto *texts = new QVBoxLayout;
        texts->setSpacing(0);
        texts->addWidget(choose);
        texts->addWidget(makeElided(entry.where, TextRole::Small, &Tokens::muted, this));
        row->addLayout(texts, 1);
        row->addWidget(remove);
    }
    LinkLabel *choose;
    QToolButton *remove;
};

} // namespace

BasketPorts::BasketPorts(QWidget *parent)
    : QWidget(parent)
    , m_cards(new QVBoxLayout(this))
{
    m_cards->setContentsMargins(0, 0, 0, 0);
    m_cards->setSpacing(px(6));
    build();
}

void BasketPorts::setEntries(const QList<Entry> &entries)
{
    if (entries == m_entries)
        return;
    m_entries = entries;
    build();
}

void BasketPorts::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && !m_entries.isEmpty())
        build(); // their signs have the palette's colour
}

void BasketPorts::build()
{
    while (QLayoutItem *item = m_cards->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (m_entries.isEmpty()) {
        QLabel *empty = makeLabel(tr("Nothing is in the basket. \"Request access\" on a product or port puts it here."),
                                  TextRole::Base, &Tokens::muted, this);
        empty->setWordWrap(true);
        m_cards->addWidget(empty);
    }
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        auto *card = new PortCard(m_entries.at(i), this);
        // Queued: what is pressed goes with the cards it is on.
        connect(
            card->remove, &QToolButton::clicked, this, [this, port = m_entries.at(i).port] { emit removeRequested(port); },
            Qt::QueuedConnection);
        connect(
            card->choose, &LinkLabel::opened, this, [this, i] { emit chosen(i); }, Qt::QueuedConnection);
        m_cards->addWidget(card);
    }
}

} // namespace meshscope
