#include "ui/graph/graphaccess.h"

#include "ui/graph/graphaccesspart.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>
#include <tuple>

namespace meshscope {

namespace {

constexpr size_t mostCards = 400; ///< of a view: nobody listens to more one by one
constexpr size_t mostBoxes = 100;

class ViewInterface final : public QAccessibleWidget, public PartFinder {
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
    [[nodiscard]] QAccessibleInterface *endInterface(int end) const override
    {
        const QString id = idOf(*view()->scene(), end);
        return keep({id, -1}, [&] { return makeCardPart(view(), id); });
    }
    [[nodiscard]] QAccessibleInterface *rowInterface(const QString &card, int place) const override
    {
        return keep({card, -2 - place}, [&] { return makeRowPart(view(), card, place); });
    }
    [[nodiscard]] QAccessibleInterface *edgeInterface(const QString &card, int edge) const override
    {
        return keep({card, edge}, [&] { return makeEdgePart(view(), card, edge); });
    }

private:
    using Key = std::pair<QString, int>; ///< card, and edge, −1 for itself, −2 − place of a column
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
        addBoxes();
        order();
        return m_cards;
    }
    /// Of very many boxes those that are open, then those nearest to the middle.
    void addBoxes() const
    {
        const QRectF seen = QRectF(view()->rect());
        const auto &groups = m_scene->groups();
        std::vector<std::tuple<bool, double, int>> boxes;
        for (size_t g = 0; g < groups.size(); ++g) {
            const QRectF place = m_camera.toScreen(groups[g].rect);
            if (!place.intersects(seen))
                continue;
            const QPointF way = place.center() - seen.center();
            boxes.emplace_back(groups[g].fold != SceneFold::Open, QPointF::dotProduct(way, way), int(g));
        }
        if (boxes.size() > mostBoxes) {
            std::nth_element(boxes.begin(), boxes.begin() + mostBoxes, boxes.end());
            boxes.resize(mostBoxes);
        }
        for (const auto &[isClosed, apart, group] : boxes)
            m_cards.push_back(~group);
    }
    /// Every box, and after it what is in it: its cards, then its inner boxes.
    void order() const
    {
        const auto &groups = m_scene->groups();
        std::vector<char> isListed(groups.size(), 0);
        for (const int end : m_cards) {
            if (end < 0)
                isListed[size_t(~end)] = 1;
        }
        std::map<int, std::vector<int>> inside; // by box; −1 = none
        for (const int end : m_cards) {
            int box = end >= 0 ? m_scene->cards()[size_t(end)].group : groups[size_t(~end)].parent;
            while (box >= 0 && !isListed[size_t(box)])
                box = groups[size_t(box)].parent;
            inside[box].push_back(end);
        }
        const auto later = [](int a, int b) { return (a >= 0) != (b >= 0) ? a < 0 : a >= 0 ? a > b : a < b; };
        m_cards.clear();
        std::vector<int> stack = std::move(inside[-1]);
        std::sort(stack.begin(), stack.end(), later);
        while (!stack.empty()) {
            const int end = stack.back();
            stack.pop_back();
            m_cards.push_back(end);
            const auto held = end < 0 ? inside.find(~end) : inside.end();
            if (held == inside.end())
                continue;
            std::sort(held->second.begin(), held->second.end(), later);
            stack.insert(stack.end(), held->second.begin(), held->second.end());
        }
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

QAccessibleInterface *factory(const QString &, QObject *object)
{
    auto *view = qobject_cast<GraphView *>(object);
    return view ? new ViewInterface(view) : nullptr;
}

} // namespace

PartFinder *partsOf(GraphView *view)
{
    return ViewInterface::of(view);
}

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
