#pragma once

#include "models/graph/loosedatasets.h"
#include "models/health/health.h"
#include "ui/domains/mapblock.h"
#include "ui/domains/mapmeasure.h"

#include <map>
#include <set>

namespace meshscope {

/// Builds one map: boxes and cards first, then flows between what is visible.
class MapBuilder {
public:
    explicit MapBuilder(const MapRequest &request)
        : m_r(request)
        , m_mesh(*request.snapshot.mesh)
        , m_health(request.snapshot.health.get())
        , m_measure(m_mesh, m_health, request.size)
        , m_matcher(m_mesh, request.filter, evidenceOf(m_health))
        , m_loose(m_mesh, [this](NodeId d) { return m_matcher.passes(d); })
    {
    }
    MapScene build()
    {
        const qsizetype products = shownProducts().size();
        m_out.loose = m_r.root.isValid() ? m_loose.allBelow(m_r.root) : looseInDomains();
        m_isLarge = isMap() && products > mostSmall;
        m_hasManyLoose = isMap() && products + qsizetype(m_out.loose.size()) > mostSmall;
        if (m_r.root.isValid())
            addInside();
        else
            addWhole();
        findLevels();
        planLines();
        if (m_r.flows != MapRequest::Flows::Nothing)
            addFlows();
        makeBlocks();
        measure();
        countHidden();
        countMissing();
        layOut();
        return std::move(m_out);
    }

private:
    static constexpr int deepest = 1000;        ///< domains in each other: more is a cycle
    static constexpr qsizetype mostSmall = 600; ///< things up to which closed domains show theirs in small
    struct Block {
        int group = -1; ///< its box
        MapBlock made;
        int firstCard = 0, firstGroup = 0; ///< in the map
    };
    /// From a thing in an open domain to one in another, or to the box of another that is closed.
    struct Line {
        MapDoor from, to;   ///< no number: the end of a flow
        int fromEnd, toEnd; ///< the top box as ~group, or the end of a flow
        std::vector<MapFlowRow> rows;
    };
    struct Lines {
        std::vector<Line> all;
        std::set<std::pair<int, int>> boxes; ///< between which lines run in place of flows
        MapBlockMaker::Outside outside;
    };
    [[nodiscard]] bool isMap() const { return m_r.arrangement == MapRequest::Arrangement::Map; }
    [[nodiscard]] bool isOpen(NodeId domain) const { return isMap() && m_r.open.contains(domain); }
    [[nodiscard]] QList<NodeId> shownProducts();
    [[nodiscard]] bool addFolded(NodeId domain, int box, bool isTop);
    void findLevels();
    void planLines();
    void joinBoxes(std::pair<int, int> boxes, std::map<std::pair<int, int>, std::vector<MapFlowRow>> held);
    void addLine(Line line);
    void layLines();
    void drawLines(size_t first, const graph::LayoutResult &result);
    [[nodiscard]] const MapDoorway *doorwayOf(int box, const MapDoor &door, Block **in);
    [[nodiscard]] Block *blockOf(int box);
    void makeBlocks();
    void mergeBlock(Block &block, QPointF at);
    void noteDrawn();
    /// A counted word, translated; also from a worker.
    [[nodiscard]] static QString say(const char *text, int n);

    void addWhole();
    void addInside();
    void addDomain(NodeId domain, int parent);
    int addBox(NodeId domain, int parent, const QString &name);
    void addProducts(NodeId domain, int box);
    void addLoose(NodeId domain, int box);
    void addSmall(SceneCard card, NodeId node, int box);
    [[nodiscard]] SceneCard smallCard(NodeId thing, int box) const;
    [[nodiscard]] std::vector<NodeId> looseInDomains() const;
    [[nodiscard]] bool isThere(NodeId domain);
    [[nodiscard]] QString countOf(const SceneGroup &group, NodeId domain, const QList<NodeId> &products) const;
    [[nodiscard]] QString tipOf(NodeId domain, const QList<NodeId> &products);
    void addNeighbour(NodeId thing);
    void countMissing();
    void addFlows();
    void measure();
    void layOut();
    void countHidden();
    [[nodiscard]] QList<NodeId> shownBelow(NodeId domain); ///< products that pass the filter
    [[nodiscard]] int hueOfDomain(NodeId n) const;
    [[nodiscard]] Status statusOf(NodeId product) const;
    [[nodiscard]] int measureOf(NodeId product) const;
    [[nodiscard]] bool isInside(NodeId n) const;
    [[nodiscard]] int endOf(NodeId thing);
    [[nodiscard]] QString flowTip(const SceneEdge &edge, const std::vector<MapFlowRow> &rows) const;
    [[nodiscard]] int topBox(int end) const;
    void addBadges(SceneGroup &group, const QList<NodeId> &products) const;

    const MapRequest &m_r;
    const Mesh &m_mesh;
    const HealthReport *m_health;
    const MapMeasure m_measure;
    NodeMatcher m_matcher;
    const LooseDatasets m_loose;
    MapScene m_out;
    graph::LayoutInput m_layout;
    std::vector<SceneCard> m_cards;
    std::vector<SceneGroup> m_groups;
    std::vector<SceneEdge> m_edges;
    std::vector<NodeId> m_cardNodes, m_groupNodes;
    std::map<NodeId, int> m_boxOf;   ///< domains that have a box
    std::map<NodeId, int> m_cardOf;  ///< products, and datasets of none
    std::map<NodeId, int> m_heapOf;  ///< by domain: the card of its datasets of no product
    std::map<NodeId, int> m_outside; ///< top domains outside the root, as closed boxes
    bool m_byCard = false;           ///< flows end at cards: inside a domain without sub-domains
    bool m_isLarge = false;          ///< closed domains only say how much is in them
    bool m_hasManyLoose = false;     ///< so do they of datasets of no product
    std::vector<Block> m_blocks;     ///< open domains
    OpenLevels m_levels;             ///< of what is open
    Lines m_lines;
    int m_mostMeasured = 1;
};

} // namespace meshscope
