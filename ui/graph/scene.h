#pragma once

#include "models/graph/areaindex.h"
#include "models/graph/layout.h"
#include "models/mesh/status.h"
#include "ui/graph/sceneflows.h"

#include <QPainterPath>
#include <QRectF>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <span>
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

/// Whether what is in a card or box can be shown in its place, and is.
enum class SceneFold : quint8 { None, Closed, Open };

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
    QString moreText;   ///< at the foot in place of "n more columns": how many others a card stands for
    int rowsShown = 0;  ///< places for rows when there are more rows than places: the card scrolls and can be searched
    int pinnedRows = 0; ///< of a card that scrolls: the first so many stay in their places (edges end at them)
    [[nodiscard]] bool scrolls() const { return isOpen && rowsShown > 0 && int(rows.size()) > rowsShown; }
    [[nodiscard]] int places() const { return scrolls() ? rowsShown : int(rows.size()); }
    bool isOpen = false; ///< columns shown
    bool isRoot = false;
    double bar = -1; ///< 0 … 1: a measure drawn along the foot; < 0 none
    QString figure;  ///< the measure in words, beside the name
    int group = -1;
    SceneFold fold = SceneFold::None; ///< its button
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
    SceneFold fold = SceneFold::None; ///< its button, in its head
    std::optional<Status> status;     ///< of an open product: in its head
};

/// An edge between cards, or groups as ~group.
struct SceneEdge {
    int from = 0;
    int to = 0;
    graph::LayoutRoute route; ///< its points go into the Scene's own store: see Scene::points
    bool isFlow = false;      ///< aggregated: wide, with its number
    bool isBent = false;      ///< straight from point to point with round corners, not an S between two layers
    bool isSoft = false;      ///< made of relations like a flow, but drawn between layers; plain when it holds only one
    qint64 count = 1;
    QString tip;         ///< empty: the names of its ends
    QStringList members; ///< addresses of the products whose flows it holds
    QString column;      ///< of a traced column's edge
};

/// Drawn from point to point; others as soft curves from left to right.
[[nodiscard]] inline bool isAngular(const SceneEdge &edge)
{
    return (edge.isFlow && !edge.isSoft) || edge.isBent;
}
/// Holds relations that can be listed.
[[nodiscard]] inline bool opensList(const SceneEdge &edge)
{
    return edge.isFlow || edge.isSoft;
}

/// Which rows of a card that scrolls are seen: what was searched for and how far it is scrolled.
struct RowWindow {
    QString words;
    std::vector<int> matches; ///< rows that hold the words; all when there are none
    int first = 0;
    /// Number of the row in a place of the card; −1 for none.
    [[nodiscard]] int rowAt(const SceneCard &card, int place) const;
    /// How far it can be scrolled.
    [[nodiscard]] int last(const SceneCard &card) const;
    void search(const SceneCard &card, const QString &wanted);
};

/// What a GraphView draws: immutable once made, shared between threads, found by area.
class Scene {
public:
    static constexpr double arrowLength = 7; ///< the curve ends that far from the tip, in reference pixels
    Scene() = default;
    /// `unit`: a reference pixel in scene units (px(1)); 0 asks the theme, on the GUI thread only.
    /// `mirrored`: laid out and read from right to left.
    Scene(std::vector<SceneCard> cards, std::vector<SceneGroup> groups, std::vector<SceneEdge> edges, double unit = 0,
          bool mirrored = false);

    [[nodiscard]] const std::vector<SceneCard> &cards() const { return m_cards; }
    [[nodiscard]] const std::vector<SceneGroup> &groups() const { return m_groups; }
    [[nodiscard]] const std::vector<SceneEdge> &edges() const { return m_edges; }
    [[nodiscard]] QRectF bounds() const { return m_bounds; } ///< everything drawn, + buttons included
    [[nodiscard]] bool isMirrored() const { return m_isMirrored; }
    [[nodiscard]] bool isEmpty() const { return m_cards.empty() && m_groups.empty(); }

    [[nodiscard]] int cardOf(const QString &id) const;  ///< -1 when absent
    [[nodiscard]] int groupOf(const QString &id) const; ///< -1 when absent
    /// Indexes of what may touch `area`, ascending.
    [[nodiscard]] std::vector<int> cardsIn(const QRectF &area) const;
    [[nodiscard]] std::vector<int> edgesIn(const QRectF &area) const;
    /// The same without order and without a list, for drawing many.
    template<class Visit>
    void visitCards(const QRectF &area, Visit &&visit) const
    {
        m_cardIndex.visit(boxOf(area), std::forward<Visit>(visit));
    }
    /// A stretch of an edge's route: a long one is found, and drawn, only where it passes.
    struct Stretch {
        int edge = 0;
        quint32 first = 0, last = 0; ///< points, among those of all routes
    };
    template<class Visit>
    void visitStretches(const QRectF &area, Visit &&visit) const
    {
        m_stretchIndex.visit(boxOf(area), [&](int i) { visit(i, m_stretches[size_t(i)]); });
    }
    [[nodiscard]] const graph::AreaBox &stretchBox(int stretch) const { return m_stretchIndex.boxes()[size_t(stretch)]; }
    /// Whether its edge ends with it.
    [[nodiscard]] bool isLast(const Stretch &s) const { return s.last + 1 == m_pointStarts[size_t(s.edge) + 1]; }
    [[nodiscard]] bool isWhole(const Stretch &s) const { return isLast(s) && s.first == m_pointStarts[size_t(s.edge)]; }
    /// Edges at a card (its own number) or group (~number).
    [[nodiscard]] std::span<const int> edgesAt(int end) const;
    [[nodiscard]] static graph::AreaBox boxOf(const QRectF &area);

    /// What drawing many cards reads: 18 bytes a card instead of the whole of it.
    struct Mark {
        float left, top, right, bottom;
        signed char hue;
        bool isAtRisk, isBreached;
    };
    [[nodiscard]] const std::vector<Mark> &marks() const { return m_marks; }

    // -- edges
    [[nodiscard]] std::span<const QPointF> points(int edge) const; ///< of its route; none when it is not drawn
    [[nodiscard]] graph::AreaBox edgeBox(int edge) const;
    /// The points its line goes through: as the route, but leaving room for the arrow's head.
    void lineOf(int edge, std::vector<QPointF> &line) const;
    [[nodiscard]] QPainterPath pathOf(int edge) const;
    /// The same curve as short straight pieces, in screen coordinates: as many as the scale needs.
    void flatten(int edge, double scale, QPointF offset, std::vector<QPointF> &pieces) const;
    void flatten(const Stretch &stretch, double scale, QPointF offset, std::vector<QPointF> &pieces) const;
    [[nodiscard]] QString tipOf(int edge) const;
    /// The number of a flow.
    struct Label {
        int edge = 0;
        QPointF at;
        double length = 0; ///< of its flow
    };
    [[nodiscard]] const std::vector<Label> &labels() const { return m_labels; }

    /// Plain edges between boxes counted together, for scales at which they cannot be told apart.
    [[nodiscard]] const SceneFlows &flows() const { return m_flows; }
    [[nodiscard]] QString tipOf(const SceneFlows::Hit &flow) const;

    // -- geometry of the parts
    [[nodiscard]] QRectF buttonRect(int card, bool up) const; ///< null when nothing is hidden there
    [[nodiscard]] QRectF rowRect(int card, int place) const;
    [[nodiscard]] QRectF searchRect(int card) const; ///< of a card that scrolls: where its rows are searched; else null
    [[nodiscard]] QRectF moreRect(int card) const;   ///< null when there are no more columns
    [[nodiscard]] QRectF foldRect(int card) const;   ///< of its button that opens and closes it; null when it has none
    [[nodiscard]] double unit() const { return m_unit; }

    /// What lies at a point.
    struct Hit {
        enum class Part : quint8 {
            Nothing,
            Card,
            Row,
            More,
            RowSearch,
            Fold,
            ExpandUp,
            ExpandDown,
            Edge,
            Label,
            Flow,
            Group,
            GroupFold
        };
        Part part = Part::Nothing;
        int index = -1; ///< card, edge, flow or group
        int row = -1;   ///< place in the card; of a flow its level
        bool operator==(const Hit &) const = default;
    };
    /// `slack` is how far from an edge still counts, in scene units. Where very many edges pass none of them is meant, and
    /// at a scale at which they are counted together the flow is.
    [[nodiscard]] Hit hit(QPointF at, double slack, double scale = 1) const;
    /// The card, else the innermost box (as ~group) at a point, whatever edges pass there.
    [[nodiscard]] std::optional<int> thingAt(QPointF at) const;

    /// Cards and edges on the paths through a card: everything upstream and downstream of it in this scene.
    struct Lit {
        std::vector<char> cards;
        std::vector<char> edges;
        std::vector<int> cardList; ///< the same as numbers
        std::vector<int> edgeList;
    };
    [[nodiscard]] Lit pathsThrough(int card) const;
    /// Given cards and edges, as far as they exist.
    [[nodiscard]] Lit litOf(const std::vector<int> &cards, const std::vector<int> &edges) const;

private:
    using IdIndex = std::vector<std::pair<size_t, int>>; ///< by hash
    void takeRoutes();
    void joinEdges();
    void indexAll();
    void indexEdges(QRectF &bounds);
    void placeLabels();
    [[nodiscard]] Hit hitCard(int card, QPointF at) const;
    [[nodiscard]] int hitEdge(QPointF at, double slack, double scale) const;

    std::vector<SceneCard> m_cards;
    std::vector<SceneGroup> m_groups;
    std::vector<SceneEdge> m_edges;
    std::vector<Mark> m_marks;
    std::vector<QPointF> m_points; ///< of all routes, one after the other
    std::vector<quint32> m_pointStarts;
    std::vector<Stretch> m_stretches; ///< of all edges, one after the other
    std::vector<quint32> m_stretchStarts;
    std::vector<int> m_ends; ///< edges at cards, then at groups
    std::vector<quint32> m_endStarts;
    std::vector<Label> m_labels;
    QRectF m_bounds;
    IdIndex m_cardIds, m_groupIds;
    graph::AreaIndex m_cardIndex, m_stretchIndex;
    SceneFlows m_flows;
    double m_unit = 1;
    bool m_isMirrored = false;
};
using ScenePtr = std::shared_ptr<const Scene>;

/// The curve of a route: soft S-curves between the layers, round corners where it turns at right angles.
[[nodiscard]] QPainterPath curveThrough(const std::vector<QPointF> &points, bool rightAngles);

} // namespace meshscope
