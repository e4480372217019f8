#pragma once

#include "models/graph/export.h"
#include "models/graph/folding.h"
#include "models/graph/nodefilter.h"
#include "models/graph/traversal.h"
#include "ui/graph/scene.h"
#include "ui/widgets/page.h"

#include <functional>
#include <map>
#include <set>

namespace meshscope {

struct LineageRequest {
    Snapshot snapshot;
    NodeId root; ///< invalid: the whole mesh
    Level level = Level::Dataset;
    int up = 1;
    int down = 2;
    std::set<std::pair<QString, bool>> expanded; ///< address and whether upstream
    QStringList pinned;                          ///< addresses shown wherever they are, filtered or not: a path
    /// Round the root, by distance, instead of in layers: upstream in the left half, or neighbours all round.
    enum class Rings : quint8 { None, Halves, Circle };
    Rings rings = Rings::None;
    bool columns = false;
    bool jobs = true;
    NodeFilter filter;
    std::map<QString, int> open; ///< cards opened, with how many columns they show
    QString traceDataset;        ///< address; empty = no trace
    QString traceColumn;
    QHash<QString, QPointF> previous; ///< middles in the last picture
    QString anchor;                   ///< stays where it was
    QString anchorFrom;               ///< a card of the last picture in whose place the anchor comes; empty: its own
    graph::FoldChoice folds;          ///< not at the level of domains
    double unit = 1;
    bool rightToLeft = false;
    QHash<QString, int> hues; ///< by address of the top domain
    std::function<bool()> cancelled;
    std::function<void(double share)> progress; ///< of the layout
};

/// One line of the impact list: something downstream of the root, or of the traced column.
struct ImpactRow {
    int step = 0;
    NodeId node;
    QString column;
    std::vector<NodeId> through; ///< jobs
    QString transform;
};

/// A card that stands for several nodes.
struct FoldedCard {
    graph::Fold fold;
    std::vector<NodeId> members; ///< of the level, shown
};

struct LineageScene {
    ScenePtr scene;
    NodeId root;
    Level level = Level::Dataset;
    std::vector<NodeId> shown;
    qsizetype reachable = 0;    ///< everything either way and what is shown
    qsizetype behind = 0;       ///< reachable, not shown, not filtered away
    qsizetype filtered = 0;     ///< hidden by the filter
    NodeMatcher::Hidden hidden; ///< the same, by each of its fields
    bool complete = true;
    std::vector<ImpactRow> impact;
    ColumnTrace trace;
    std::map<std::pair<NodeId, NodeId>, std::vector<int>> edgesOf; ///< of the scene, by the pair they join
    std::map<QString, FoldedCard> folds;                           ///< by id of their card
    /// By edge of the scene: what a flow holds, datasets or products; empty for other edges.
    std::vector<std::vector<std::pair<NodeId, NodeId>>> held;
    graph::DrawnGraph drawn;
    std::vector<std::vector<NodeId>> cycles;
    bool cancelled = false;
    bool tooLarge = false; ///< the whole mesh, with more nodes than can be read
    qsizetype nodes = 0;

    /// Adds the edges of the scene that join the pair, and the ids of the cards at their ends.
    void addEdges(const std::pair<NodeId, NodeId> &pair, QStringList &cards, std::vector<int> &edges) const;
};

/// Builds and lays out; pure, for a worker thread.
[[nodiscard]] LineageScene buildLineage(const LineageRequest &request);

/// The shortest way through a trace from the traced column's farthest source to a column, or nothing.
struct TracePath {
    std::vector<std::pair<NodeId, QString>> steps;
    std::vector<NodeId> jobs;
    qint64 paths = 0; ///< how many there are between the two ends, at most 10⁹
};
[[nodiscard]] TracePath pathThrough(const ColumnTrace &trace, NodeId dataset, const QString &column, NodeId toDataset,
                                    const QString &toColumn);

} // namespace meshscope
