#pragma once

#include "models/graph/levelview.h"
#include "ui/lineage/lineagescene.h"

#include <optional>

namespace meshscope {

/// Makes one picture of a lineage: what is shown (lineagescene.cpp), its cards and edges (lineagecards.cpp), the cards that
/// stand for several (lineagefolds.cpp), where they are (lineagelayout.cpp).
class LineageBuilder final {
public:
    explicit LineageBuilder(const LineageRequest &request)
        : m_r(request)
        , m_mesh(*request.snapshot.mesh)
        , m_health(request.snapshot.health.get())
        , m_view(m_mesh, request.level)
        , m_matcher(m_mesh, request.filter, evidence())
        , m_folding(m_mesh, request.level == Level::Domain ? graph::FoldChoice() : request.folds)
    {
    }
    LineageScene build();

private:
    void collect();
    void collectWhole();
    bool expandOnce();
    void filter();
    void pin();
    void trace();
    void addCard(NodeId n);
    void addRows(NodeId n, SceneCard &card);
    [[nodiscard]] std::set<QString> usedColumns(NodeId n);
    // lineagefolds.cpp
    [[nodiscard]] const QString &foldOf(NodeId n); ///< id of the card that stands for it; empty: its own
    void fold();
    void addFold(const QString &id, const FoldedCard &folded);
    [[nodiscard]] int hiddenBehind(const QString &id, const FoldedCard &folded, bool up);
    void addBundles();
    void countLinks();
    void makeFlow(int edge, std::vector<std::pair<NodeId, NodeId>> held);
    // lineagecards.cpp
    void addLinks();
    void addJobs(const std::vector<LineageAnswer::Link> &links);
    int addJob(const std::vector<NodeId> &jobs, const QString &key);
    void addEdge(int from, int to, NodeId a, NodeId b, NodeId job);
    void impact();
    // lineagelayout.cpp
    [[nodiscard]] std::optional<QPointF> placeBefore(size_t card) const;
    void layOut();
    [[nodiscard]] graph::LayoutResult rings() const;
    void draw(const std::vector<LineageAnswer::Link> &links);
    [[nodiscard]] NodeEvidence evidence() const;
    [[nodiscard]] int hueOfNode(NodeId n) const;
    [[nodiscard]] NodeId find(const QString &address) const;
    [[nodiscard]] double rowMiddle(int card, const QString &column) const;
    [[nodiscard]] const ColumnLink *tracedLink(NodeId from, NodeId to) const;

    const LineageRequest &m_r;
    const Mesh &m_mesh;
    const HealthReport *m_health;
    LevelView m_view;
    NodeMatcher m_matcher;
    graph::Folding m_folding;
    LineageScene m_out;
    std::set<NodeId> m_shown, m_reachable, m_filtered;
    std::map<NodeId, int> m_cardOf;
    std::vector<NodeId> m_cardNodes; ///< invalid for job pills
    std::map<NodeId, std::set<QString>> m_traced;
    std::vector<LineageAnswer::Link> m_links;
    std::map<NodeId, QString> m_foldOf;
    std::map<std::pair<int, int>, std::vector<std::pair<NodeId, NodeId>>> m_bundles; ///< by cards: edges of what they hold
    std::map<std::pair<int, int>, int> m_bundleEdges;
    std::vector<SceneCard> m_cards;
    std::vector<SceneEdge> m_edges;
    graph::LayoutInput m_layout;
};

} // namespace meshscope
