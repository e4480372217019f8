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

constexpr int mostChildren = 500; ///< of a view: nobody listens to more one by one

class ViewInterface;

/// What cards and edges have in common: something drawn in a view, with a name and actions, that is no widget.
class PartInterface : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    explicit PartInterface(GraphView *view)
        : m_view(view)
    {
    }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect r = place();
        return {m_view->mapToGlobal(r.topLeft()), r.size()};
    }
    void setText(QAccessible::Text, const QString &) override {}
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

protected:
    [[nodiscard]] virtual QRect place() const = 0; ///< in the widget
    [[nodiscard]] const Scene &scene() const { return *m_view->scene(); }
    QPointer<GraphView> m_view;
};

/// One edge at a card: where it leads, and going there.
class EdgeInterface final : public PartInterface {
public:
    EdgeInterface(GraphView *view, const QString &card, int edge)
        : PartInterface(view)
        , m_card(card)
        , m_edge(edge)
        , m_scene(view->scene())
    {
    }
    [[nodiscard]] bool isValid() const override
    {
        return m_view && m_view->scene() == m_scene && scene().cardOf(m_card) >= 0;
    }
    [[nodiscard]] QAccessibleInterface *parent() const override;
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State s;
        s.invalid = !isValid();
        s.offscreen = isValid() && !m_view->rect().intersects(place());
        return s;
    }
    [[nodiscard]] QString text(QAccessible::Text what) const override
    {
        if (!isValid() || (what != QAccessible::Name && what != QAccessible::Description))
            return {};
        if (what == QAccessible::Description)
            return scene().tipOf(m_edge);
        const SceneEdge &edge = scene().edges()[size_t(m_edge)];
        const bool leaves = edge.from == scene().cardOf(m_card);
        const int other = leaves ? edge.to : edge.from;
        const QString name = other >= 0 ? scene().cards()[size_t(other)].name : scene().groups()[size_t(~other)].name;
        return leaves ? GraphView::tr("to %1").arg(name) : GraphView::tr("from %1").arg(name);
    }
    [[nodiscard]] QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &action) override
    {
        if (!isValid() || action != pressAction())
            return;
        const SceneEdge &edge = scene().edges()[size_t(m_edge)];
        if (opensList(edge))
            emit m_view->edgeActivated(m_edge);
        else
            m_view->focusCard(edge.from == scene().cardOf(m_card) ? edge.to : edge.from);
    }

protected:
    [[nodiscard]] QRect place() const override
    {
        const graph::AreaBox b = scene().edgeBox(m_edge);
        const QRectF r(QPointF(double(b.left), double(b.top)), QPointF(double(b.right), double(b.bottom)));
        return m_view->camera().toScreen(r).toAlignedRect();
    }

private:
    QString m_card;
    int m_edge;
    ScenePtr m_scene; ///< edges have no name that outlives their scene
};

/// One card in the list that a GraphView is to a screen reader; its edges are its children.
class CardInterface final : public PartInterface {
public:
    CardInterface(GraphView *view, const QString &id)
        : PartInterface(view)
        , m_id(id)
    {
    }
    [[nodiscard]] bool isValid() const override { return m_view && card() >= 0; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return m_view ? QAccessible::queryAccessibleInterface(m_view) : nullptr;
    }
    [[nodiscard]] int childCount() const override { return isValid() ? int(scene().edgesAt(card()).size()) : 0; }
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
        const SceneFold fold = scene().cards()[size_t(card())].fold;
        s.expandable = fold != SceneFold::None;
        s.expanded = fold == SceneFold::Open;
        s.collapsed = fold == SceneFold::Closed;
        s.selected = m_view->selected() == m_id;
        s.focused = m_view->hasFocus() && m_view->focusedCard() == card();
        s.offscreen = !m_view->rect().intersects(place());
        return s;
    }
    [[nodiscard]] QString text(QAccessible::Text what) const override
    {
        if (!isValid())
            return {};
        const SceneCard &c = scene().cards()[size_t(card())];
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
    [[nodiscard]] QStringList actionNames() const override
    {
        QStringList names{pressAction(), setFocusAction()};
        if (!isValid())
            return names;
        if (scene().cards()[size_t(card())].hiddenUp > 0)
            names.append(upAction());
        if (scene().cards()[size_t(card())].hiddenDown > 0)
            names.append(downAction());
        if (scene().cards()[size_t(card())].fold != SceneFold::None)
            names.append(foldAction());
        names.append(lockAction());
        return names;
    }
    void doAction(const QString &action) override
    {
        if (!isValid())
            return;
        if (action == setFocusAction())
            m_view->focusCard(card());
        else if (action == pressAction())
            m_view->activateCard(card());
        else if (action == upAction() || action == downAction())
            emit m_view->expandRequested(m_id, action == upAction());
        else if (action == foldAction())
            emit m_view->openToggled(m_id);
        else if (action == lockAction())
            m_view->setLocked(m_view->locked() == m_id ? QString() : m_id);
    }

protected:
    [[nodiscard]] QRect place() const override { return m_view->cardRectOnScreen(card()); }

private:
    [[nodiscard]] static QString upAction() { return GraphView::tr("Expand upstream"); }
    [[nodiscard]] static QString downAction() { return GraphView::tr("Expand downstream"); }
    [[nodiscard]] QString foldAction() const
    {
        return scene().cards()[size_t(card())].fold == SceneFold::Open ? GraphView::tr("Close what is in it")
                                                                       : GraphView::tr("Show what is in it");
    }
    [[nodiscard]] static QString lockAction() { return GraphView::tr("Lock the path"); }
    [[nodiscard]] int card() const { return scene().cardOf(m_id); }
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

    [[nodiscard]] static ViewInterface *of(GraphView *view)
    {
        return view ? dynamic_cast<ViewInterface *>(QAccessible::queryAccessibleInterface(view)) : nullptr;
    }
    void forget()
    {
        for (const auto &[id, key] : m_known)
            QAccessible::deleteAccessibleInterface(key);
        m_known.clear();
        m_scene = nullptr;
    }
    [[nodiscard]] int childCount() const override { return int(cards().size()); }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        return index >= 0 && index < childCount() ? cardInterface(cards()[size_t(index)]) : nullptr;
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (size_t i = 0; i < cards().size(); ++i) {
            const auto known = m_known.find({view()->scene()->cards()[size_t(cards()[i])].id, -1});
            if (known != m_known.end() && QAccessible::accessibleInterface(known->second) == child)
                return int(i);
        }
        return -1;
    }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPoint at = view()->mapFromGlobal(QPoint(x, y));
        const Scene::Hit hit = view()->scene()->hit(view()->camera().toScene(QPointF(at)), 0);
        const bool onCard = hit.part >= Scene::Hit::Part::Card && hit.part <= Scene::Hit::Part::ExpandDown;
        return onCard ? cardInterface(hit.index) : nullptr;
    }
    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        return view()->focusedCard() >= 0 ? cardInterface(view()->focusedCard()) : nullptr;
    }
    [[nodiscard]] QString text(QAccessible::Text what) const override
    {
        if (what == QAccessible::Description)
            return GraphView::tr("%n cards; arrows walk along edges, Enter opens, Space expands", "",
                                 int(view()->scene()->cards().size()));
        return QAccessibleWidget::text(what);
    }
    [[nodiscard]] QAccessibleInterface *cardInterface(int card) const
    {
        const QString id = view()->scene()->cards()[size_t(card)].id;
        return keep({id, -1}, [&] { return new CardInterface(view(), id); });
    }
    [[nodiscard]] QAccessibleInterface *edgeInterface(const QString &card, int edge) const
    {
        return keep({card, edge}, [&] { return new EdgeInterface(view(), card, edge); });
    }

private:
    using Key = std::pair<QString, int>; ///< card, and edge or −1
    [[nodiscard]] GraphView *view() const { return static_cast<GraphView *>(object()); }
    /// Cards in view, looked up once for each place of the camera; of very many, those nearest to the middle.
    [[nodiscard]] const std::vector<int> &cards() const
    {
        const bool same = m_scene == view()->scene() && m_camera == view()->camera() && m_size == view()->size();
        if (same)
            return m_cards;
        m_scene = view()->scene();
        m_camera = view()->camera();
        m_size = view()->size();
        m_cards = view()->cardsInView();
        if (m_cards.size() > mostChildren) {
            const QPointF middle = m_camera.toScene(QRectF(view()->rect()).center());
            const auto nearer = [&](int a, int b) {
                const QPointF x = m_scene->cards()[size_t(a)].rect.center() - middle;
                const QPointF y = m_scene->cards()[size_t(b)].rect.center() - middle;
                return QPointF::dotProduct(x, x) < QPointF::dotProduct(y, y);
            };
            std::nth_element(m_cards.begin(), m_cards.begin() + mostChildren, m_cards.end(), nearer);
            m_cards.resize(mostChildren);
            std::sort(m_cards.begin(), m_cards.end());
        }
        return m_cards;
    }
    template<class Make>
    [[nodiscard]] QAccessibleInterface *keep(const Key &key, Make &&make) const
    {
        const auto it = m_known.find(key);
        if (it != m_known.end())
            return QAccessible::accessibleInterface(it->second);
        auto *made = make(); // owned by QAccessible's cache, freed in forget()
        m_known.emplace(key, QAccessible::registerAccessibleInterface(made));
        return made;
    }
    mutable std::map<Key, QAccessible::Id> m_known;
    mutable ScenePtr m_scene;
    mutable Camera m_camera;
    mutable QSize m_size;
    mutable std::vector<int> m_cards;
};

QAccessibleInterface *EdgeInterface::parent() const
{
    const ViewInterface *view = ViewInterface::of(m_view);
    return view && isValid() ? view->cardInterface(scene().cardOf(m_card)) : nullptr;
}

QAccessibleInterface *CardInterface::child(int index) const
{
    const ViewInterface *view = ViewInterface::of(m_view);
    if (!view || index < 0 || index >= childCount())
        return nullptr;
    return view->edgeInterface(m_id, scene().edgesAt(card())[size_t(index)]);
}

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
    if (ViewInterface *known = ViewInterface::of(view))
        known->forget();
    QAccessibleEvent reordered(view, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&reordered);
}

} // namespace meshscope
