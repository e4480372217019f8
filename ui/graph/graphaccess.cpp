#include "ui/graph/graphaccess.h"

#include "ui/graph/graphaccesspart.h"

#include "models/mesh/status.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>

namespace meshscope {

namespace {

constexpr size_t mostCards = 400; ///< of a view: nobody listens to more one by one
constexpr size_t mostBoxes = 100;

class ViewInterface;

/// One edge at a card or box: where it leads, and going there.
class EdgeInterface final : public PartInterface {
public:
    EdgeInterface(GraphView *view, const QString &end, int edge)
        : PartInterface(view)
        , m_end(end)
        , m_edge(edge)
        , m_scene(view->scene())
    {
    }
    [[nodiscard]] bool isValid() const override
    {
        return m_view && m_view->scene() == m_scene && endOf(scene(), m_end).has_value();
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
        const bool leaves = edge.from == endOf(scene(), m_end);
        const int other = leaves ? edge.to : edge.from;
        const QString name = other >= 0 ? scene().cards()[size_t(other)].name : scene().groups()[size_t(~other)].name;
        const QString words = leaves ? GraphView::tr("to %1").arg(name) : GraphView::tr("from %1").arg(name);
        return edge.isFlow ? QStringLiteral("%1, %2").arg(words, GraphView::tr("%Ln edges", "", int(edge.count))) : words;
    }
    /// Pressing a flow opens its list; any other edge is followed, which a flow offers as well.
    [[nodiscard]] QStringList actionNames() const override
    {
        return isValid() && opensList(scene().edges()[size_t(m_edge)]) ? QStringList{pressAction(), followAction()}
                                                                       : QStringList{pressAction()};
    }
    void doAction(const QString &action) override
    {
        if (!isValid() || (action != pressAction() && action != followAction()))
            return;
        const SceneEdge &edge = scene().edges()[size_t(m_edge)];
        const int other = edge.from == endOf(scene(), m_end) ? edge.to : edge.from;
        if (opensList(edge) && action == pressAction()) {
            emit m_view->edgeActivated(m_edge);
        } else if (other >= 0) {
            m_view->focusCard(other);
        } else {
            const QString id = idOf(scene(), other);
            m_view->select(id, true);
            emit m_view->nodeSelected(id);
        }
    }

protected:
    [[nodiscard]] QRect place() const override
    {
        const graph::AreaBox b = scene().edgeBox(m_edge);
        const QRectF r(QPointF(double(b.left), double(b.top)), QPointF(double(b.right), double(b.bottom)));
        return m_view->camera().toScreen(r).toAlignedRect();
    }

private:
    [[nodiscard]] static QString followAction() { return GraphView::tr("Follow"); }
    QString m_end;
    int m_edge;
    ScenePtr m_scene; ///< edges have no name that outlives their scene
};

/// One card or box in the list that a GraphView is to a screen reader; its edges are its children.
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
    [[nodiscard]] int childCount() const override { return isValid() ? int(scene().edgesAt(end()).size()) : 0; }
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
        if (c.status)
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
        return g.count.isEmpty() ? g.name : QStringLiteral("%1, %2").arg(g.name, g.count);
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
        return index >= 0 && index < childCount() ? endInterface(cards()[size_t(index)]) : nullptr;
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (size_t i = 0; i < cards().size(); ++i) {
            const auto known = m_known.find({idOf(*view()->scene(), cards()[i]), -1});
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
        if (hit.part == Scene::Hit::Part::Group)
            return endInterface(~hit.index);
        return onCard ? endInterface(hit.index) : nullptr;
    }
    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        return view()->focusedCard() >= 0 ? endInterface(view()->focusedCard()) : nullptr;
    }
    [[nodiscard]] QString text(QAccessible::Text what) const override
    {
        if (what == QAccessible::Description)
            return GraphView::tr("%Ln cards; arrows walk along edges, Enter opens, Space expands, T shows a tree", "",
                                 int(view()->scene()->cards().size()));
        return QAccessibleWidget::text(what);
    }
    [[nodiscard]] QAccessibleInterface *endInterface(int end) const
    {
        const QString id = idOf(*view()->scene(), end);
        return keep({id, -1}, [&] { return new CardInterface(view(), id); });
    }
    [[nodiscard]] QAccessibleInterface *edgeInterface(const QString &card, int edge) const
    {
        return keep({card, edge}, [&] { return new EdgeInterface(view(), card, edge); });
    }

private:
    using Key = std::pair<QString, int>; ///< card, and edge or −1
    [[nodiscard]] GraphView *view() const { return static_cast<GraphView *>(object()); }
    /// Cards and boxes in view, looked up once for each place of the camera; of very many, those nearest to the middle.
    [[nodiscard]] const std::vector<int> &cards() const
    {
        const bool same = m_scene == view()->scene() && m_camera == view()->camera() && m_size == view()->size();
        if (same)
            return m_cards;
        m_scene = view()->scene();
        m_camera = view()->camera();
        m_size = view()->size();
        m_cards = view()->cardsInView();
        if (m_cards.size() > mostCards) {
            const QPointF middle = m_camera.toScene(QRectF(view()->rect()).center());
            const auto nearer = [&](int a, int b) {
                const QPointF x = m_scene->cards()[size_t(a)].rect.center() - middle;
                const QPointF y = m_scene->cards()[size_t(b)].rect.center() - middle;
                return QPointF::dotProduct(x, x) < QPointF::dotProduct(y, y);
            };
            std::nth_element(m_cards.begin(), m_cards.begin() + mostCards, m_cards.end(), nearer);
            m_cards.resize(mostCards);
            std::sort(m_cards.begin(), m_cards.end());
        }
        const QRectF seen = QRectF(view()->rect());
        const auto &groups = m_scene->groups();
        size_t boxes = 0;
        for (size_t g = 0; g < groups.size() && boxes < mostBoxes; ++g) {
            if (!m_camera.toScreen(groups[g].rect).intersects(seen))
                continue;
            m_cards.push_back(~int(g));
            ++boxes;
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
    return view && isValid() ? view->endInterface(*endOf(scene(), m_end)) : nullptr;
}

QAccessibleInterface *CardInterface::child(int index) const
{
    const ViewInterface *view = ViewInterface::of(m_view);
    if (!view || index < 0 || index >= childCount())
        return nullptr;
    return view->edgeInterface(m_id, scene().edgesAt(end())[size_t(index)]);
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
