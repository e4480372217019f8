#include "models/graph/export.h"

#include <algorithm>
#include <map>

namespace meshscope::graph {

namespace {

constexpr size_t mostGood = 150'000; ///< nodes up to which a good layout takes a few seconds at most
constexpr double cardWidth = 176;
constexpr double cardHeight = 52;
constexpr double mapCardWidth = 128;
constexpr double mapCardHeight = 24;

QString kindOf(Level level)
{
    return kindWord(level == Level::Dataset ? Kind::Dataset : level == Level::Product ? Kind::Product : Kind::Domain);
}

DrawnGraph::Node nodeOf(const Mesh &mesh, NodeId n, int depth)
{
    DrawnGraph::Node node;
    node.node = n;
    node.address = mesh.address(n).toString();
    node.kind = kindWord(mesh.kind(n));
    node.name = mesh.name(n);
    node.domain = mesh.domainPath(n);
    node.depth = depth;
    return node;
}

/// Boxes of all domains above the given nodes, outer ones first, as groups of the layout and nodes of the graph.
class DomainBoxes {
public:
    DomainBoxes(const Mesh &mesh, DrawnGraph &graph, LayoutInput &input)
        : m_mesh(mesh)
        , m_graph(graph)
        , m_input(input)
    {
    }
    int groupOf(NodeId domain)
    {
        if (!domain.isValid())
            return -1;
        std::vector<NodeId> chain;
        for (NodeId d = domain; d.isValid() && !m_groups.contains(d) && chain.size() < 1000; d = m_mesh.domainOf(d))
            chain.push_back(d);
        for (size_t i = chain.size(); i-- > 0;) {
            const NodeId parent = m_mesh.domainOf(chain[i]);
            const auto known = parent.isValid() ? m_groups.find(parent) : m_groups.end();
            const int group = known == m_groups.end() ? -1 : known->second;
            m_groups.emplace(chain[i], int(m_input.groups.size()));
            m_input.groups.push_back({group, group < 0 ? 26.0 : 24.0, 8});
            DrawnGraph::Node box = nodeOf(m_mesh, chain[i], 0);
            box.isBox = true;
            if (group >= 0)
                box.parent = m_mesh.address(parent).toString();
            m_boxes.push_back(box);
        }
        return m_groups.at(domain);
    }
    /// Takes over the layout, and adds the boxes behind the cards.
    void finish(const LayoutResult &result)
    {
        for (size_t v = 0; v < result.nodes.size(); ++v)
            m_graph.nodes[v].rect = result.nodes[v];
        for (size_t e = 0; e < result.routes.size(); ++e) {
            m_graph.edges[e].points = result.routes[e].points;
            m_graph.edges[e].reversed = result.routes[e].reversed;
        }
        for (size_t g = 0; g < m_boxes.size(); ++g) {
            m_boxes[g].rect = result.groups[g];
            m_graph.nodes.push_back(m_boxes[g]);
        }
        m_graph.bounds = result.bounds;
    }

private:
    const Mesh &m_mesh;
    DrawnGraph &m_graph;
    LayoutInput &m_input;
    std::map<NodeId, int> m_groups;
    std::vector<DrawnGraph::Node> m_boxes;
};

DrawnGraph draw(const Mesh &mesh, const LineageAnswer &answer, bool inBoxes)
{
    DrawnGraph out;
    out.root = answer.root;
    out.level = answer.level;
    LayoutInput input;
    DomainBoxes boxes(mesh, out, input);
    std::map<NodeId, int> index;
    for (const LineageAnswer::Item &item : answer.nodes) {
        index.emplace(item.node, int(out.nodes.size()));
        DrawnGraph::Node node = nodeOf(mesh, item.node, item.depth);
        LayoutNode card{cardWidth, cardHeight, -1};
        const NodeId domain = mesh.domainOf(item.node);
        if (inBoxes && domain.isValid()) {
            card.parent = boxes.groupOf(domain);
            node.parent = mesh.address(domain).toString();
        }
        out.nodes.push_back(node);
        input.nodes.push_back(card);
    }
    for (const LineageAnswer::Link &link : answer.links) {
        DrawnGraph::Edge edge;
        edge.from = index.at(link.from);
        edge.to = index.at(link.to);
        edge.kind = kindOf(answer.level);
        edge.via = link.via;
        input.edges.push_back({edge.from, edge.to});
        out.edges.push_back(edge);
    }
    if (input.nodes.size() > mostGood)
        input.quality = Quality::Fast;
    const LayoutResult result = layeredLayout(input);
    boxes.finish(result);
    return out;
}

NodeId topDomain(const Mesh &mesh, NodeId product)
{
    NodeId d = mesh.domainOf(product);
    for (int depth = 0; d.isValid() && mesh.domainOf(d).isValid() && depth < 1000; ++depth)
        d = mesh.domainOf(d);
    return d;
}

DrawnGraph drawMap(const Mesh &mesh)
{
    DrawnGraph out;
    out.level = Level::Domain;
    LayoutInput input;
    DomainBoxes boxes(mesh, out, input);
    std::map<NodeId, int> groups;
    for (const NodeId d : mesh.nodes(Kind::Domain))
        groups[d] = boxes.groupOf(d);
    for (const NodeId p : mesh.nodes(Kind::Product)) {
        DrawnGraph::Node node = nodeOf(mesh, p, 0);
        const NodeId domain = mesh.domainOf(p);
        if (domain.isValid())
            node.parent = mesh.address(domain).toString();
        input.nodes.push_back({mapCardWidth, mapCardHeight, domain.isValid() ? groups.at(domain) : -1});
        out.nodes.push_back(node);
    }
    std::map<std::pair<NodeId, NodeId>, qint64> flows;
    for (const Flow &flow : mesh.flows()) {
        const NodeId a = topDomain(mesh, flow.from);
        const NodeId b = topDomain(mesh, flow.to);
        if (a.isValid() && b.isValid() && a != b)
            ++flows[{a, b}];
    }
    const int firstBox = int(out.nodes.size());
    for (const auto &[pair, count] : flows) {
        DrawnGraph::Edge edge;
        edge.from = firstBox + groups.at(pair.first);
        edge.to = firstBox + groups.at(pair.second);
        edge.kind = kindOf(Level::Domain);
        edge.count = count;
        input.edges.push_back({~groups.at(pair.first), ~groups.at(pair.second), double(count)});
        out.edges.push_back(edge);
    }
    const LayoutResult result = mapLayout(input);
    boxes.finish(result);
    return out;
}

} // namespace

LineageAnswer wholeAnswer(const Mesh &mesh, Level level)
{
    LineageAnswer answer;
    answer.level = level;
    std::map<std::pair<NodeId, NodeId>, std::vector<NodeId>> links;
    if (level == Level::Dataset) {
        for (const NodeId d : mesh.nodes(Kind::Dataset)) {
            answer.nodes.push_back({d, 0});
            for (const NodeId t : mesh.downstream(d)) {
                const auto jobs = mesh.edgeJobs(d, t);
                links[{d, t}].assign(jobs.begin(), jobs.end());
            }
        }
    } else {
        const Kind kind = level == Level::Product ? Kind::Product : Kind::Domain;
        for (const NodeId n : mesh.nodes(kind))
            answer.nodes.push_back({n, 0});
        for (const Flow &flow : mesh.flows()) {
            const NodeId a = level == Level::Product ? flow.from : mesh.domainOf(flow.from);
            const NodeId b = level == Level::Product ? flow.to : mesh.domainOf(flow.to);
            if (a.isValid() && b.isValid() && a != b)
                links.try_emplace({a, b});
        }
    }
    for (auto &[pair, jobs] : links)
        answer.links.push_back({pair.first, pair.second, std::move(jobs)});
    for (const EndpointFacts &endpoint : mesh.endpoints())
        answer.complete = answer.complete && endpoint.complete;
    return answer;
}

DrawnGraph lineageGraph(const Mesh &mesh, const LineageAnswer &answer)
{
    return draw(mesh, answer, false);
}

DrawnGraph wholeGraph(const Mesh &mesh, Level level)
{
    return level == Level::Domain ? drawMap(mesh) : draw(mesh, wholeAnswer(mesh, level), true);
}

} // namespace meshscope::graph
