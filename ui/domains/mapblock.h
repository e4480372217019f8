#pragma once

#include "models/graph/loosedatasets.h"
#include "models/graph/openlevels.h"
#include "models/health/health.h"
#include "ui/domains/mapmeasure.h"

#include <limits>
#include <map>
#include <optional>
#include <tuple>

namespace meshscope {

/// A way out of an open domain, or into it, for one thing in it or for one column of it.
struct MapDoor {
    int number = -1; ///< of the thing in the levels
    bool goesOut = true;
    QString column; ///< empty: the thing itself
    bool operator<(const MapDoor &o) const
    {
        return std::tie(number, goesOut, column) < std::tie(o.number, o.goesOut, o.column);
    }
};
struct MapDoorway {
    int end = 0;                 ///< the thing: a card of the block, or a group as ~group
    std::vector<QPointF> points; ///< from the thing to the side of the domain, or from the side to the thing
};

/// What an open domain shows in its place on the map, by coordinates from its upper left corner.
struct MapBlock {
    QSizeF size;
    std::vector<SceneCard> cards;
    std::vector<NodeId> cardNodes;
    std::vector<SceneGroup> groups; ///< the first is the domain itself: only its place counts
    std::vector<NodeId> groupNodes;
    std::vector<SceneEdge> edges; ///< with routes; ends are cards and groups of the block
    std::vector<std::vector<MapFlowRow>> rows;
    std::map<MapDoor, MapDoorway> doors;
    QHash<QString, QRectF> places; ///< of its cards and closed boxes, by address
    bool cancelled = false;
};

/// Lays out what is in one open domain: open domains and products in it are boxes, closed ones cards (closed domains with
/// what few products they have in small), open datasets show their columns. Relations end at what is seen; those that leave
/// the domain run to its side, one line for each thing and direction: the flow outside says where they go, or goes on there.
class MapBlockMaker {
public:
    /// What lines that run on outside the domain need of it.
    struct Outside {
        std::vector<char> isJoined;      ///< by edge of the levels: a line of the map shows it from end to end
        std::map<MapDoor, double> doors; ///< with how much passes
    };
    MapBlockMaker(const MapRequest &request, const OpenLevels &levels, const LooseDatasets &loose, const Outside &beyond);
    [[nodiscard]] MapBlock make(int domain); ///< number in the levels

    /// The card in a box that is closed: how much is in it.
    [[nodiscard]] static SceneCard summaryCard(const MapRequest &request, NodeId domain, int products, Status worst);
    /// The card that stands for datasets of no product.
    [[nodiscard]] static SceneCard heapCard(const MapRequest &request, NodeId domain, int count, int box);
    /// The same relation, as an edge says it: what is met by it, and the words of how much it holds.
    [[nodiscard]] static QStringList membersOf(const Mesh &mesh, const std::vector<MapFlowRow> &rows);
    [[nodiscard]] static QString countWords(const std::vector<MapFlowRow> &rows);
    /// By number of the levels: the first of those that one card stands for together; else the number itself.
    [[nodiscard]] static std::vector<int> standIns(const MapRequest &request, const OpenLevels &levels);
    /// Whether a column is in sight in an open dataset that nobody has scrolled.
    [[nodiscard]] static bool showsColumn(const Mesh &mesh, NodeId dataset, const QString &column);
    static constexpr int smallBox = 24; ///< things of a closed domain that are shown in it

private:
    static constexpr int outside = std::numeric_limits<int>::min(); ///< end of a relation that leaves the block
    struct Held {
        std::vector<MapFlowRow> rows;
    };
    using Ends = std::pair<int, int>; ///< pieces; `outside`
    /// What the layout moves: a card, or a closed box with its small cards.
    struct Piece {
        int card = -1;
        int group = -1;
    };
    [[nodiscard]] int boxOf(int number) const;
    [[nodiscard]] std::optional<int> endOf(int number) const;
    [[nodiscard]] bool isLoose(int number) const;
    void addThing(int number);
    void addOpenBox(int number, int parent);
    void addClosedDomain(int number, int parent);
    void addProduct(int number, int parent);
    void addDataset(int number, int parent);
    void addPort(int number, int parent);
    void addCard(SceneCard card, NodeId node, int parent, QSizeF size);
    void addHeap(int box, int count);
    int addHeapBox(int box, int count);
    void addSmall(SceneGroup group, std::vector<SceneCard> cards, int number, int parent);
    [[nodiscard]] SceneCard smallCard(NodeId thing) const;
    [[nodiscard]] bool isInHeap(int number) const;
    void addColumns(NodeId dataset, SceneCard &card) const;
    void holdRelations();
    void addEdges();
    void addColumnEdges(int from, int to, const MapFlowRow &row, const std::vector<MapFlowRow> &rows);
    void addPortEdges();
    void addDoors();
    void addSides();
    void takeDoors(const graph::LayoutResult &result);
    void addEdge(Ends ends, std::vector<MapFlowRow> rows, double fromOffset = -1, double toOffset = -1);
    void readLast();
    void layOut();
    void takeRoute(size_t edge, const graph::LayoutResult &result);
    [[nodiscard]] double headOffset(int end) const;
    [[nodiscard]] double rowOffset(int card, const QString &column) const;
    [[nodiscard]] QString nameOf(int end) const;
    [[nodiscard]] int sceneEnd(int end) const;
    [[nodiscard]] bool isOpenDataset(int end) const;
    [[nodiscard]] SceneCard cardOf(NodeId node) const;
    [[nodiscard]] static QString say(const char *text, int n = -1);

    const MapRequest &m_r;
    const Mesh &m_mesh;
    const HealthReport *m_health;
    const OpenLevels &m_levels;
    const LooseDatasets &m_below;
    const Outside &m_outside;
    NodeMatcher m_matcher;
    MapBlock m_out;
    graph::LayoutInput m_layout;
    std::vector<Piece> m_pieces;    ///< by node of the layout
    std::vector<int> m_boxGroups;   ///< by group of the layout: group of the block
    std::map<int, int> m_ends;      ///< numbers of the levels: node of the layout, or group as ~group
    std::map<int, int> m_heaps;     ///< numbers of open domains: the node that stands for their datasets of no product
    std::map<int, int> m_loose;     ///< numbers of open domains: how many datasets of no product they have
    std::map<int, int> m_heapBoxes; ///< numbers of open domains: the group their datasets of no product are shown in
    std::map<Ends, Held> m_held;
    std::map<NodeId, int> m_nodeEnds;
    std::vector<std::pair<MapDoor, int>> m_doors; ///< what they lead to; their edges of the layout come last
    int m_domain = -1;
    int m_first = 0, m_last = 0;
    int m_before = -1, m_after = -1; ///< what stands for all that is outside, on both sides
};

} // namespace meshscope
