#pragma once

#include "models/graph/layout.h"
#include "models/mesh/status.h"

#include <QHash>
#include <QPainterPath>
#include <QRectF>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace meshscope {

/// A column shown in an opened card.
struct SceneRow {
    QString name;
    QString type;
    enum class Sign : quint8 { Column, Key, Masked };
    Sign sign = Sign::Column;
    bool isTraced = false;
};

/// One node as it is drawn. `id` is its address: what stays the same from scene to scene.
struct SceneCard {
    enum class Shape : quint8 { Dataset, Product, Domain, Job, Map };
    QString id;
    QRectF rect;
    Shape shape = Shape::Dataset;
    QString name;
    QString context; ///< domain or platform
    QString tip;     ///< the whole text
    std::optional<Status> status;
    std::optional<Status> tone; ///< ground in the soft colour of a status
    int hue = -1;               ///< none
    bool stripe = true;         ///< drawn where the box around it does not say the domain
    int hiddenUp = 0;           ///< neighbours not shown: the numbers of the + buttons
    int hiddenDown = 0;
    std::vector<SceneRow> rows;
    int moreRows = 0;
    bool isOpen = false; ///< columns shown
    bool isRoot = false;
    double bar = -1; ///< 0 … 1: a measure drawn along the foot; < 0 none
    QString figure;  ///< the measure in words, beside the name
    int group = -1;
};

/// A domain's box.
struct SceneGroup {
    QString id;
    QString name;
    QString count; ///< "16 products"
    QString tip;
    QRectF rect;
    int hue = -1; ///< grey
    int depth = 0;
    int parent = -1;
    double head = 26;
    std::vector<std::pair<Status, int>> badges;
};

/// An edge between cards, or groups as ~group.
struct SceneEdge {
    int from = 0;
    int to = 0;
    graph::LayoutRoute route;
    bool isFlow = false; ///< aggregated: wide, with its number
    qint64 count = 1;
    QString tip;
    QStringList members; ///< addresses of the products whose flows it holds
    QString column;      ///< of a traced column's edge
    // filled by Scene
    QPainterPath path;
    QPointF labelAt;
    QPointF tail; ///< last point but one: the direction of the arrow
};

/// What a GraphView draws: immutable once made, shared between threads, found by a grid.
class Scene {
public:
    static constexpr double arrowLength = 7; ///< the curve ends that far from the tip, in reference pixels
    Scene() = default;
    /// `unit`: a reference pixel in scene units (px(1)); 0 asks the theme, on the GUI thread only.
    Scene(std::vector<SceneCard> cards, std::vector<SceneGroup> groups, std::vector<SceneEdge> edges, double unit = 0);

    [[nodiscard]] const std::vector<SceneCard> &cards() const { return m_cards; }
    [[nodiscard]] const std::vector<SceneGroup> &groups() const { return m_groups; }
    [[nodiscard]] const std::vector<SceneEdge> &edges() const { return m_edges; }
    [[nodiscard]] QRectF bounds() const { return m_bounds; } ///< everything drawn, + buttons included
    [[nodiscard]] bool isEmpty() const { return m_cards.empty() && m_groups.empty(); }

    [[nodiscard]] int cardOf(const QString &id) const;  ///< -1 when absent
    [[nodiscard]] int groupOf(const QString &id) const; ///< -1 when absent
    /// Indexes of what may touch `area`, ascending.
    [[nodiscard]] std::vector<int> cardsIn(const QRectF &area) const;
    [[nodiscard]] std::vector<int> edgesIn(const QRectF &area) const;
    /// Edges at a card (its own number) or group (~number).
    [[nodiscard]] const std::vector<int> &edgesAt(int end) const;

    // -- geometry of the parts
    [[nodiscard]] QRectF buttonRect(int card, bool up) const; ///< null when nothing is hidden there
    [[nodiscard]] QRectF rowRect(int card, int row) const;
    [[nodiscard]] QRectF moreRect(int card) const; ///< null when there are no more columns
    [[nodiscard]] double unit() const { return m_unit; }

    /// What lies at a point.
    struct Hit {
        enum class Part : quint8 { Nothing, Card, Row, More, ExpandUp, ExpandDown, Edge, Label, Group };
        Part part = Part::Nothing;
        int index = -1; ///< card, edge or group
        int row = -1;
        bool operator==(const Hit &) const = default;
    };
    /// `slack` is how far from an edge still counts, in scene units.
    [[nodiscard]] Hit hit(QPointF at, double slack) const;

    /// Cards and edges on the paths through a card: everything upstream and downstream of it in this scene.
    struct Lit {
        std::vector<char> cards;
        std::vector<char> edges;
    };
    [[nodiscard]] Lit pathsThrough(int card) const;

private:
    struct Grid {
        double cell = 256;
        QPointF origin;
        int columns = 0;
        int rows = 0;
        std::vector<std::vector<int>> cells;
        void reset(const QRectF &bounds, double cellSize);
        void add(int index, const QRectF &area);
        [[nodiscard]] std::vector<int> in(const QRectF &area) const;
    };
    void placeLabels();
    void indexAll();

    std::vector<SceneCard> m_cards;
    std::vector<SceneGroup> m_groups;
    std::vector<SceneEdge> m_edges;
    std::vector<std::vector<int>> m_edgesAt; ///< cards, then groups
    QRectF m_bounds;
    QHash<QString, int> m_cardIndex, m_groupIndex;
    Grid m_cardGrid, m_edgeGrid;
    double m_unit = 1;
};
using ScenePtr = std::shared_ptr<const Scene>;

/// The curve of a route: soft S-curves between the layers, round corners where it turns at right angles.
[[nodiscard]] QPainterPath curveThrough(const std::vector<QPointF> &points, bool rightAngles);

} // namespace meshscope
