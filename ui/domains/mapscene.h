#pragma once

#include "ui/graph/scene.h"
#include "ui/widgets/page.h"

#include "models/graph/export.h"
#include "models/graph/nodefilter.h"

#include <functional>
#include <set>

namespace meshscope {

struct FlowMatrixData;

/// Where the top boxes of a map are, by address: kept from picture to picture while things open and close.
struct MapPlaces {
    double tallest = 0;
    QHash<QString, std::pair<int, int>> columns; ///< column and row
};

/// What of the mesh the domain map draws, and how.
struct MapRequest {
    Snapshot snapshot;
    NodeId root; ///< a domain gone into; invalid = the whole mesh
    enum class Colour : quint8 { Domain, Status };
    enum class Sign : quint8 { Levels, Nothing };
    enum class Size : quint8 { Products, Consumers, Datasets, Columns, Levels, Breached };
    enum class Flows : quint8 { Domains, SubDomains, Nothing };
    enum class Arrangement : quint8 { Map, Treemap, Matrix };
    Arrangement arrangement = Arrangement::Map;
    Colour colour = Colour::Domain;
    Sign sign = Sign::Levels;
    Size size = Size::Products;
    Flows flows = Flows::Domains;
    NodeFilter filter; ///< products, and datasets of no product, that do not pass are not there
    /// Domains, products and datasets that show what is in them, as far as all around them do.
    std::set<NodeId> open;
    std::set<NodeId> unfolded; ///< domains whose datasets of no product are shown one by one where one card would do
    MapPlaces plan;            ///< of the last picture; empty = top boxes are arranged anew
    double aspect = 1.5;
    QHash<QString, QRectF> previous; ///< MapScene::places of the last picture of this arrangement
    double unit = 1;
    bool rightToLeft = false;
    QHash<QString, int> hues; ///< by address of the top domain
    std::function<bool()> cancelled;
    std::function<void(double share)> progress; ///< of the layout
};

/// One relation held by an edge of the map: from product to product, or from dataset to dataset.
struct MapFlowRow {
    NodeId from;
    NodeId to;
};
/// What the card or box of a domain's datasets of no product is called: the domain's address with this behind it.
[[nodiscard]] QString heapId(const QString &domain);
[[nodiscard]] bool isHeapId(const QString &id);
/// The domain of such an address; any other as it is.
[[nodiscard]] QString withoutHeap(const QString &id);
/// Datasets of no product in small numbers are shown one by one; in a domain without products so are any but very many.
[[nodiscard]] bool isHeap(const Mesh &mesh, NodeId domain, size_t loose);
struct MapScene {
    ScenePtr scene;
    std::vector<std::vector<MapFlowRow>> flows; ///< by edge of the scene
    graph::DrawnGraph drawn;                    ///< the same, for exports
    NodeMatcher::Hidden hidden;                 ///< products and datasets of no product the filter hides
    int products = 0;
    std::vector<NodeId> loose; ///< datasets of no product that are counted
    int domains = 0;
    int subDomains = 0;
    qsizetype flowCount = 0;  ///< flows in all edges: of products, and of datasets of no product
    qsizetype innerFlows = 0; ///< in one box: not drawn
    int met = 0, atRisk = 0, breached = 0, unknown = 0, noPromise = 0;
    MapRequest::Arrangement arrangement = MapRequest::Arrangement::Map;
    QString note;                  ///< what areas or cells mean, and what is not drawn; empty on the map
    std::vector<NodeId> missing;   ///< without an area in a treemap, or without a domain
    QString missingNote;           ///< how many they are; empty without any
    QHash<QString, QRectF> places; ///< by address, of treemap and matrix; on the map of what is in open domains
    MapPlaces plan;                ///< of the map
    std::shared_ptr<const FlowMatrixData> matrix;
    bool cancelled = false;
};

/// Builds and lays out; pure, for a worker thread.
[[nodiscard]] MapScene buildMap(const MapRequest &request);

} // namespace meshscope
