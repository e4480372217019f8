#pragma once

#include "models/health/health.h"
#include "ui/domains/mapblock.h"
#include "ui/domains/mapmeasure.h"

#include <map>

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
    {
    }
    MapScene build()
    {
        m_isLarge = isMap() && shownProducts().size() > mostSmall;
        if (m_r.root.isValid())
            addInside();
        else
            addWhole();
        if (m_r.flows != MapRequest::Flows::Nothing)
            addFlows();
        makeBlocks();
        measure();
        countHidden();
        layOut();
        return std::move(m_out);
    }

private:
    static constexpr int deepest = 1000;        ///< domains in each other: more is a cycle
    static constexpr qsizetype mostSmall = 600; ///< products up to which closed domains show theirs in small
    struct Block {
        int group = -1; ///< its box
        MapBlock made;
    };
    [[nodiscard]] bool isMap() const { return m_r.arrangement == MapRequest::Arrangement::Map; }
    [[nodiscard]] bool isOpen(NodeId domain) const { return isMap() && m_r.open.contains(domain); }
    [[nodiscard]] QList<NodeId> shownProducts();
    [[nodiscard]] bool addFolded(NodeId domain, int box, bool isTop);
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
    void addFlows();
    void measure();
    void layOut();
    void countHidden();
    [[nodiscard]] QList<NodeId> shownBelow(NodeId domain); ///< products that pass the filter
    [[nodiscard]] int hueOfDomain(NodeId n) const;
    [[nodiscard]] Status statusOf(NodeId product) const;
    [[nodiscard]] int measureOf(NodeId product) const;
    [[nodiscard]] bool isInside(NodeId n) const;
    [[nodiscard]] int endOf(NodeId product);
    [[nodiscard]] int topBox(int end) const;
    void addBadges(SceneGroup &group, const QList<NodeId> &products) const;

    const MapRequest &m_r;
    const Mesh &m_mesh;
    const HealthReport *m_health;
    const MapMeasure m_measure;
    NodeMatcher m_matcher;
    MapScene m_out;
    graph::LayoutInput m_layout;
    std::vector<SceneCard> m_cards;
    std::vector<SceneGroup> m_groups;
    std::vector<SceneEdge> m_edges;
    std::vector<NodeId> m_cardNodes, m_groupNodes;
    std::map<NodeId, int> m_boxOf;   ///< domains that have a box
    std::map<NodeId, int> m_cardOf;  ///< products
    std::map<NodeId, int> m_outside; ///< top domains outside the root, as closed boxes
    bool m_byCard = false;           ///< flows end at cards: inside a domain without sub-domains
    bool m_isLarge = false;          ///< closed domains only say how much is in them
    std::vector<Block> m_blocks;     ///< open domains
    int m_mostMeasured = 1;
};

} // namespace meshscope
