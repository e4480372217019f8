#include "ui/graph/graphaccesspart.h"

#include "models/mesh/address.h"
#include "models/mesh/kind.h"
#include "models/mesh/status.h"

// Cards and boxes for a screen reader: what they are, what state they are in, and what can be done with them.
namespace meshscope {

namespace {

constexpr int mostRows = 100; ///< of a card

/// One card or box in the list that a GraphView is to a screen reader; its columns in view and its edges are its
/// children.
class CardInterface final : public PartInterface {
public:
    CardInterface(GraphView *view, const QString &id)
        : PartInterface(view)
        , m_id(id)
    {
    }
    [[nodiscard]] bool isValid() const override { return m_view && endOf(scene(), m_id).has_value(); }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return m_view ? QAccessible::queryAccessibleInterface(m_view) : nullptr;
    }
    /// What is open has what is in it after it in the list.
    [[nodiscard]] QAccessible::Role role() const override
    {
        return isValid() && card() < 0 && foldNow() == SceneFold::Open ? QAccessible::Grouping : QAccessible::ListItem;
    }
    [[nodiscard]] int childCount() const override
    {
        return isValid() ? rows().second + int(scene().edgesAt(end()).size()) : 0;
    }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int i = 0; isValid() && i < rows().second; ++i) {
            if (QAccessibleInterface *row = child(i); row && row->rect().contains(x, y))
                return row;
        }
        return nullptr;
    }
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (this->child(i) == child)
                return i;
        }
        return -1;
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State s;
        if (!isValid()) {
            s.invalid = true;
            return s;
        }
        s.focusable = s.selectable = true;
        const SceneFold fold = foldNow();
        s.expandable = fold != SceneFold::None;
        s.expanded = fold == SceneFold::Open;
        s.collapsed = fold == SceneFold::Closed;
        s.selected = m_view->selected() == m_id;
        s.focused = m_view->hasFocus() && card() >= 0 && m_view->focusedCard() == card();
        s.offscreen = !m_view->rect().intersects(place());
        return s;
    }
    [[nodiscard]] QString text(QAccessible::Text what) const override
    {
        if (!isValid())
            return {};
        if (card() < 0)
            return textOfBox(what);
        const SceneCard &c = scene().cards()[size_t(card())];
        if (what == QAccessible::Description)
            return c.tip;
        if (what != QAccessible::Name)
            return {};
        QStringList parts{c.name, c.context, c.moreText};
        if (const QString kind = kindOf(); !c.context.contains(kind, Qt::CaseInsensitive))
            parts.append(kind);
        if (c.status && !parts.contains(statusName(*c.status)))
            parts.append(statusName(*c.status));
        if (c.hiddenUp > 0)
            parts.append(GraphView::tr("%Ln more upstream", "", c.hiddenUp));
        if (c.hiddenDown > 0)
            parts.append(GraphView::tr("%Ln more downstream", "", c.hiddenDown));
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    [[nodiscard]] QStringList actionNames() const override
    {
        QStringList names{pressAction(), setFocusAction(), showMenuAction()};
        if (isValid() && foldNow() != SceneFold::None)
            names.append(foldAction());
        if (!isValid() || card() < 0)
            return names;
        const SceneCard &c = scene().cards()[size_t(card())];
        if (c.hiddenUp > 0)
            names.append(upAction());
        if (c.hiddenDown > 0)
            names.append(downAction());
        if (c.fold == SceneFold::None && (c.shape == SceneCard::Shape::Dataset || !c.moreText.isEmpty()))
            names.append(openAction());
        if (c.moreRows > 0)
            names.append(moreAction());
        if (c.scrolls())
            names << scrollUpAction() << scrollDownAction();
        names.append(lockAction());
        return names;
    }
    void doAction(const QString &action) override
    {
        if (!isValid())
            return;
        const QString id = m_id; // what is done may end this
        if (action == setFocusAction() || action == showMenuAction()) {
            if (card() >= 0) {
                m_view->focusCard(card());
            } else {
                m_view->select(id, true);
                emit m_view->nodeSelected(id);
            }
            if (action == showMenuAction())
                emit m_view->contextRequested(id, m_view->mapToGlobal(place().center()));
        } else if (action == pressAction()) {
            emit m_view->nodeActivated(id, false);
        } else if (action == upAction() || action == downAction()) {
            emit m_view->expandRequested(id, action == upAction());
        } else if (action == openAction() || action == foldAction()) {
            emit m_view->openToggled(id);
        } else if (action == moreAction()) {
            emit m_view->moreColumnsRequested(id);
        } else if (action == scrollUpAction() || action == scrollDownAction()) {
            m_view->scrollRows(id, (action == scrollUpAction() ? -1 : 1) * scene().cards()[size_t(card())].places());
        } else if (action == lockAction()) {
            m_view->setLocked(m_view->locked() == id ? QString() : id);
        }
    }

protected:
    [[nodiscard]] QRect place() const override
    {
        return card() >= 0 ? m_view->cardRectOnScreen(card())
                           : m_view->camera().toScreen(scene().groups()[size_t(~end())].rect).toAlignedRect();
    }

private:
    [[nodiscard]] QString textOfBox(QAccessible::Text what) const
    {
        const SceneGroup &g = scene().groups()[size_t(~end())];
        if (what == QAccessible::Description)
            return g.tip;
        QStringList parts{g.name, kindOf(), g.count};
        if (g.status && statusName(*g.status) != g.count)
            parts.append(statusName(*g.status));
        for (const auto &[status, count] : g.badges)
            parts.append(QStringLiteral("%1 %2").arg(m_view->locale().toString(count), statusName(status)));
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    [[nodiscard]] QString kindOf() const
    {
        const Result<Address> address = Address::parse(m_id);
        return address ? kindName(address->kind) : QString();
    }
    /// The first place of a column that is in view, and how many there are.
    [[nodiscard]] std::pair<int, int> rows() const
    {
        if (card() < 0)
            return {0, 0};
        const QRectF seen(m_view->rect());
        int first = 0, count = 0;
        for (int i = 0; i < scene().cards()[size_t(card())].places() && count < mostRows; ++i) {
            if (m_view->columnAt(card(), i).isEmpty() ||
                !m_view->camera().toScreen(scene().rowRect(card(), i)).intersects(seen))
                continue;
            first = count == 0 ? i : first;
            ++count;
        }
        return {first, count};
    }
    [[nodiscard]] static QString openAction() { return GraphView::tr("Open or fold"); }
    [[nodiscard]] static QString moreAction() { return GraphView::tr("Show more"); }
    [[nodiscard]] static QString upAction() { return GraphView::tr("Expand upstream"); }
    [[nodiscard]] static QString downAction() { return GraphView::tr("Expand downstream"); }
    [[nodiscard]] QString foldAction() const
    {
        return foldNow() == SceneFold::Open ? GraphView::tr("Close what is in it") : GraphView::tr("Show what is in it");
    }
    [[nodiscard]] static QString lockAction() { return GraphView::tr("Lock the path"); }
    [[nodiscard]] int card() const { return scene().cardOf(m_id); }
    [[nodiscard]] SceneFold foldNow() const
    {
        return card() >= 0 ? scene().cards()[size_t(card())].fold : scene().groups()[size_t(~end())].fold;
    }
    [[nodiscard]] int end() const { return endOf(scene(), m_id).value_or(0); }
    QString m_id;
};

QAccessibleInterface *CardInterface::child(int index) const
{
    const PartFinder *view = partsOf(m_view);
    if (!view || index < 0 || index >= childCount())
        return nullptr;
    const auto [firstRow, rowCount] = rows();
    if (index < rowCount)
        return view->rowInterface(m_id, firstRow + index);
    return view->edgeInterface(m_id, scene().edgesAt(end())[size_t(index - rowCount)]);
}

} // namespace

QAccessibleInterface *makeCardPart(GraphView *view, const QString &id)
{
    return new CardInterface(view, id);
}

} // namespace meshscope
