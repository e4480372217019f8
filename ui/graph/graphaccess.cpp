#include "ui/graph/graphaccess.h"

#include "ui/graph/graphview.h"

#include "models/mesh/status.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>

#include <algorithm>
#include <map>
#include <mutex>

namespace meshscope {

namespace {

/// One card in the list that a GraphView is to a screen reader.
class CardInterface final : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    CardInterface(GraphView *view, const QString &id)
        : m_view(view)
        , m_id(id)
    {
    }
    [[nodiscard]] bool isValid() const override { return m_view && card() >= 0; }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return m_view ? QAccessible::queryAccessibleInterface(m_view) : nullptr;
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect r = m_view->cardRectOnScreen(card());
        return {m_view->mapToGlobal(r.topLeft()), r.size()};
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State s;
        if (!isValid()) {
            s.invalid = true;
            return s;
        }
        s.focusable = s.selectable = true;
        s.selected = m_view->selected() == m_id;
        s.focused = m_view->hasFocus() && m_view->focusedCard() == card();
        s.offscreen = !m_view->rect().intersects(m_view->cardRectOnScreen(card()));
        return s;
    }
    [[nodiscard]] QString text(QAccessible::Text what) const override
    {
        if (!isValid())
            return {};
        const SceneCard &c = m_view->scene()->cards()[size_t(card())];
        if (what == QAccessible::Description)
            return c.tip;
        if (what != QAccessible::Name)
            return {};
        QStringList parts{c.name, c.context};
        if (c.status)
            parts.append(statusName(*c.status));
        if (c.hiddenUp > 0)
            parts.append(GraphView::tr("%n more upstream", "", c.hiddenUp));
        if (c.hiddenDown > 0)
            parts.append(GraphView::tr("%n more downstream", "", c.hiddenDown));
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    void setText(QAccessible::Text, const QString &) override {}
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }
    [[nodiscard]] QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString &action) override
    {
        if (!isValid())
            return;
        if (action == setFocusAction())
            m_view->focusCard(card());
        else if (action == pressAction())
            m_view->activateCard(card());
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    [[nodiscard]] int card() const { return m_view->scene()->cardOf(m_id); }
    QPointer<GraphView> m_view;
    QString m_id;
};

class ViewInterface final : public QAccessibleWidget {
public:
    explicit ViewInterface(GraphView *view)
        : QAccessibleWidget(view, QAccessible::List)
    {
    }
    ~ViewInterface() override { forget(); }
    Q_DISABLE_COPY_MOVE(ViewInterface)

    void forget()
    {
        for (const auto &[id, key] : m_known)
            QAccessible::deleteAccessibleInterface(key);
        m_known.clear();
    }
    [[nodiscard]] int childCount() const override { return int(view()->cardsInView().size()); }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        const std::vector<int> cards = view()->cardsInView();
        return index >= 0 && index < int(cards.size()) ? of(cards[size_t(index)]) : nullptr;
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        const std::vector<int> cards = view()->cardsInView();
        for (size_t i = 0; i < cards.size(); ++i) {
            if (of(cards[i]) == child)
                return int(i);
        }
        return -1;
    }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPoint at = view()->mapFromGlobal(QPoint(x, y));
        for (const int card : view()->cardsInView()) {
            if (view()->cardRectOnScreen(card).contains(at))
                return of(card);
        }
        return nullptr;
    }
    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        return view()->focusedCard() >= 0 ? of(view()->focusedCard()) : nullptr;
    }
    [[nodiscard]] QString text(QAccessible::Text what) const override
    {
        if (what == QAccessible::Description)
            return GraphView::tr("%n cards; arrows walk along edges, Enter opens, Space expands", "",
                                 int(view()->scene()->cards().size()));
        return QAccessibleWidget::text(what);
    }

private:
    [[nodiscard]] GraphView *view() const { return static_cast<GraphView *>(object()); }
    [[nodiscard]] QAccessibleInterface *of(int card) const
    {
        const QString id = view()->scene()->cards()[size_t(card)].id;
        const auto it = m_known.find(id);
        if (it != m_known.end())
            return QAccessible::accessibleInterface(it->second);
        auto *made = new CardInterface(view(), id); // owned by QAccessible's cache, freed in forget()
        m_known.emplace(id, QAccessible::registerAccessibleInterface(made));
        return made;
    }
    mutable std::map<QString, QAccessible::Id> m_known;
};

QAccessibleInterface *factory(const QString &, QObject *object)
{
    auto *view = qobject_cast<GraphView *>(object);
    return view ? new ViewInterface(view) : nullptr;
}

} // namespace

void installGraphAccessibility()
{
    static std::once_flag once;
    std::call_once(once, [] { QAccessible::installFactory(factory); });
}

void resetGraphAccessibility(GraphView *view)
{
    if (!QAccessible::isActive())
        return;
    if (auto *interface = dynamic_cast<ViewInterface *>(QAccessible::queryAccessibleInterface(view)))
        interface->forget();
    QAccessibleEvent reordered(view, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&reordered);
}

} // namespace meshscope
