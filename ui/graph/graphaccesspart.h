#pragma once

#include "ui/graph/graphview.h"

#include <QAccessible>
#include <QPointer>

#include <optional>

namespace meshscope {

/// Card, or box as ~group, of an id; nothing when neither is there any more.
[[nodiscard]] inline std::optional<int> endOf(const Scene &scene, const QString &id)
{
    if (const int card = scene.cardOf(id); card >= 0)
        return card;
    const int group = scene.groupOf(id);
    return group >= 0 ? std::optional(~group) : std::nullopt;
}

[[nodiscard]] inline QString idOf(const Scene &scene, int end)
{
    return end >= 0 ? scene.cards()[size_t(end)].id : scene.groups()[size_t(~end)].id;
}

/// Finds and keeps the parts of a view, so that each is made once.
class PartFinder {
public:
    PartFinder() = default;
    virtual ~PartFinder() = default;
    Q_DISABLE_COPY_MOVE(PartFinder)
    [[nodiscard]] virtual QAccessibleInterface *endInterface(int end) const = 0; ///< card, or box as ~group
    [[nodiscard]] virtual QAccessibleInterface *rowInterface(const QString &card, int place) const = 0;
    [[nodiscard]] virtual QAccessibleInterface *edgeInterface(const QString &card, int edge) const = 0;
};
[[nodiscard]] PartFinder *partsOf(GraphView *view);
// Owned by what they are registered with.
[[nodiscard]] QAccessibleInterface *makeCardPart(GraphView *view, const QString &id);
[[nodiscard]] QAccessibleInterface *makeEdgePart(GraphView *view, const QString &end, int edge);
[[nodiscard]] QAccessibleInterface *makeRowPart(GraphView *view, const QString &card, int place);

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

} // namespace meshscope
