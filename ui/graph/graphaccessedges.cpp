#include "ui/graph/graphaccesspart.h"

#include "models/mesh/kind.h"

#include <algorithm>

// What a card or box has inside for a screen reader: its edges, and the columns of one that is open.
namespace meshscope {

namespace {

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

/// One column of an open card, in the place where it is seen.
class RowInterface final : public PartInterface {
public:
    RowInterface(GraphView *view, const QString &card, int place)
        : PartInterface(view)
        , m_card(card)
        , m_place(place)
    {
    }
    [[nodiscard]] bool isValid() const override
    {
        return m_view && card() >= 0 && !m_view->columnAt(card(), m_place).isEmpty();
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
        if (!isValid() || what != QAccessible::Name)
            return {};
        const QString name = m_view->columnAt(card(), m_place);
        QStringList parts{name, kindName(Kind::Column)};
        const std::vector<SceneRow> &rows = scene().cards()[size_t(card())].rows;
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const SceneRow &r) { return r.name == name; });
        if (row != rows.end()) {
            parts.append(row->type);
            if (row->sign == SceneRow::Sign::Key)
                parts.append(GraphView::tr("key"));
            else if (row->sign == SceneRow::Sign::Masked)
                parts.append(GraphView::tr("masked"));
        }
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    [[nodiscard]] QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &action) override
    {
        if (isValid() && action == pressAction())
            emit m_view->columnActivated(m_card, m_view->columnAt(card(), m_place));
    }

protected:
    [[nodiscard]] QRect place() const override
    {
        return m_view->camera().toScreen(scene().rowRect(card(), m_place)).toAlignedRect();
    }

private:
    [[nodiscard]] int card() const { return scene().cardOf(m_card); }
    QString m_card;
    int m_place;
};

QAccessibleInterface *EdgeInterface::parent() const
{
    const PartFinder *view = partsOf(m_view);
    return view && isValid() ? view->endInterface(*endOf(scene(), m_end)) : nullptr;
}

QAccessibleInterface *RowInterface::parent() const
{
    const PartFinder *view = partsOf(m_view);
    return view && isValid() ? view->endInterface(card()) : nullptr;
}

} // namespace

QAccessibleInterface *makeEdgePart(GraphView *view, const QString &end, int edge)
{
    return new EdgeInterface(view, end, edge);
}

QAccessibleInterface *makeRowPart(GraphView *view, const QString &card, int place)
{
    return new RowInterface(view, card, place);
}

} // namespace meshscope
