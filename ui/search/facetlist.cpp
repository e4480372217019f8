#include "ui/search/facetlist.h"

#include "ui/theme/style.h"

#include <QAbstractListModel>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>

namespace meshscope {

class FacetList::Model final : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;
    void setItems(const QList<Item> &items)
    {
        // The same rows with other counts: no reset, so that the keyboard stays where it is.
        const bool isSame = items.size() == m_items.size() &&
                            std::equal(items.begin(), items.end(), m_items.begin(),
                                       [](const Item &a, const Item &b) { return a.group == b.group && a.key == b.key; });
        if (isSame) {
            m_items = items;
            if (!items.isEmpty())
                emit dataChanged(index(0), index(int(items.size()) - 1));
            return;
        }
        beginResetModel();
        m_items = items;
        endResetModel();
    }
    [[nodiscard]] const Item &item(int row) const { return m_items[row]; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_items.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const Item &item = m_items[index.row()];
        if (role == Qt::DisplayRole)
            return item.text;
        if (role == Qt::AccessibleTextRole)
            return item.isHead ? item.text : FacetList::tr("%1, %2").arg(item.text).arg(item.count);
        if (role == Qt::ToolTipRole && !item.isHead)
            return item.text.toHtmlEscaped();
        return {};
    }
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override
    {
        if (!index.isValid() || m_items[index.row()].isHead)
            return Qt::NoItemFlags;
        return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    }

private:
    QList<Item> m_items;
};

class FacetList::Delegate final : public QStyledItemDelegate {
public:
    Delegate(const Model *model, FacetList *list)
        : QStyledItemDelegate(list)
        , m_model(model)
        , m_list(list)
    {
    }
    void paint(QPainter *p, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Item &item = m_model->item(index.row());
        const Tokens &t = tokens(option.widget);
        const bool isRtl = option.direction == Qt::RightToLeft;
        p->save();
        p->setRenderHint(QPainter::Antialiasing);
        QRect room = option.rect.adjusted(px(8), 0, -px(8), 0);
        if (item.isHead) {
            p->setFont(textFont(TextRole::Small, QFont::Medium));
            p->setPen(t.muted);
            p->drawText(room.adjusted(0, px(8), 0, 0), int(Qt::AlignVCenter) | int(isRtl ? Qt::AlignRight : Qt::AlignLeft),
                        item.text);
            p->restore();
            return;
        }
        const bool isFocus = m_list->hasFocus() && m_list->currentIndex() == index;
        const QColor fill = item.isOn ? t.selection : option.state & QStyle::State_MouseOver ? t.hover : QColor();
        if (fill.isValid() || isFocus) {
            p->setPen(isFocus ? QPen(t.focus, 2) : QPen(Qt::NoPen));
            p->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
            p->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), px(6), px(6));
        }
        const QColor color = item.isOn ? t.selectionText : t.text;
        if (!item.hue.isEmpty()) {
            const int side = px(8);
            p->setPen(Qt::NoPen);
            p->setBrush(domainColor(t, item.hue));
            p->drawRoundedRect(
                QStyle::visualRect(option.direction, room, QRect(room.x(), room.center().y() - side / 2 + 1, side, side)), 2,
                2);
            room = QStyle::visualRect(option.direction, option.rect.adjusted(px(8), 0, -px(8), 0),
                                      room.adjusted(side + px(6), 0, 0, 0));
        }
        const QString count = QLocale().toString(item.count);
        p->setFont(textFont(TextRole::Small));
        const int countWidth = p->fontMetrics().horizontalAdvance(count);
        p->setPen(item.isOn ? t.selectionText : t.muted);
        p->drawText(room, int(Qt::AlignVCenter) | int(isRtl ? Qt::AlignLeft : Qt::AlignRight), count);
        p->setFont(textFont(TextRole::Base, item.isOn ? QFont::DemiBold : QFont::Normal));
        p->setPen(color);
        const QRect words = QStyle::visualRect(option.direction, room, room.adjusted(0, 0, -countWidth - px(8), 0));
        p->drawText(words, int(Qt::AlignVCenter) | int(isRtl ? Qt::AlignRight : Qt::AlignLeft),
                    p->fontMetrics().elidedText(item.text, Qt::ElideRight, words.width()));
        p->restore();
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {px(120), option.fontMetrics.height() + (m_model->item(index.row()).isHead ? px(20) : px(11))};
    }

private:
    const Model *m_model;
    const FacetList *m_list;
};

FacetList::FacetList(QWidget *parent)
    : QListView(parent)
    , m_model(new Model(this))
{
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setSelectionMode(NoSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setModel(m_model);
    setItemDelegate(new Delegate(m_model, this));
    setAccessibleName(tr("Narrow the results"));
    connect(this, &QListView::clicked, this, &FacetList::toggle);
}

FacetList::~FacetList() = default;

void FacetList::setItems(const QList<Item> &items)
{
    m_model->setItems(items);
}

void FacetList::toggle(const QModelIndex &index)
{
    if (!index.isValid() || m_model->item(index.row()).isHead)
        return;
    const Item item = m_model->item(index.row());
    emit toggled(item.group, item.key, !item.isOn);
}

void FacetList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) {
        toggle(currentIndex());
        return;
    }
    QListView::keyPressEvent(event);
}

} // namespace meshscope
