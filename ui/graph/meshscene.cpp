#include "ui/graph/meshscene.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace meshscope {

namespace {

constexpr double cardWidth = 176;
constexpr double cardHeight = 52;
constexpr double rowStep = 72;
constexpr double stageStep = 300;
constexpr double boxPadding = 16;
constexpr double boxHead = 34;
constexpr double boxGap = 160;

/// Names as people give them; the same few words make a hundred thousand.
QString nameOf(int node, int stage, int last)
{
    static const char *const words[] = {"orders",   "customers", "payments", "shipments", "returns",  "sessions", "events",
                                        "invoices", "stock",     "prices",   "campaigns", "contacts", "claims",   "tickets",
                                        "journeys", "ledger",    "balances", "products",  "reviews",  "devices"};
    static const char *const before[] = {"raw_", "stg_", "int_", "int_", "int_", "int_", "", "rpt_"};
    const int step = stage == last ? 7 : stage == last - 1 ? 6 : std::min(stage, 5);
    return QLatin1StringView(before[step]) + QLatin1StringView(words[size_t(node) % std::size(words)]) + u'_' +
           QString::number(node);
}

QString domainName(int domain)
{
    static const char *const names[] = {"Commerce", "Finance", "Supply",    "Marketing", "Customer", "Product",
                                        "People",   "Risk",    "Logistics", "Service",   "Platform", "Research"};
    const QString name = QLatin1StringView(names[size_t(domain) % std::size(names)]);
    return domain < int(std::size(names)) ? name : name + u' ' + QString::number(domain / int(std::size(names)) + 1);
}

/// How many nodes each domain has: a few large ones, many small.
std::vector<int> domainSizes(int nodes, QRandomGenerator &random)
{
    const int domains = std::clamp(int(std::lround(8 * std::pow(nodes / 100.0, 0.566))), 1, 1000);
    std::vector<double> weights;
    double sum = 0;
    for (int d = 0; d < domains; ++d) {
        const double normal =
            std::sqrt(-2 * std::log(1 - random.generateDouble())) * std::cos(6.283185307179586 * random.generateDouble());
        weights.push_back(std::exp(0.8 * normal));
        sum += weights.back();
    }
    std::vector<int> sizes;
    int left = nodes;
    for (int d = 0; d < domains; ++d) {
        const int rest = domains - d - 1;
        const int size =
            d + 1 == domains ? left : std::clamp(int(weights[size_t(d)] / sum * nodes), 1, std::max(1, left - rest));
        sizes.push_back(std::max(0, size));
        left -= size;
    }
    return sizes;
}

} // namespace

GeneratedMesh generateMesh(int nodes, quint32 seed)
{
    QRandomGenerator random(seed);
    GeneratedMesh mesh;
    const std::vector<int> sizes = domainSizes(nodes, random);
    struct Domain {
        std::vector<std::vector<int>> stages;
    };
    std::vector<Domain> domains;
    std::vector<int> products; ///< of domains so far, for others to read
    const auto skewed = [&](size_t count) {
        return std::min(count - 1, size_t(double(count) * std::pow(random.generateDouble(), 2.2)));
    };
    std::unordered_set<quint64> known;
    const auto join = [&](int from, int to) {
        if (from != to && known.insert(quint64(from) << 32 | quint64(to)).second)
            mesh.input.edges.push_back({from, to});
    };
    for (size_t d = 0; d < sizes.size(); ++d) {
        mesh.input.groups.push_back({-1, boxHead, boxPadding});
        mesh.tier.push_back(int(d * 3 / sizes.size()));
        const int depth = sizes[d] < 15 ? 4 : sizes[d] < 60 ? 6 : sizes[d] < 250 ? 7 : 8;
        Domain domain;
        domain.stages.resize(size_t(depth));
        for (int k = 0; k < sizes[d]; ++k) {
            const int stage = k < depth ? k : std::min(depth - 1, int(depth * std::pow(random.generateDouble(), 1.2)));
            domain.stages[size_t(stage)].push_back(int(mesh.input.nodes.size()));
            mesh.input.nodes.push_back({cardWidth, cardHeight, int(d)});
            mesh.stage.push_back(stage);
        }
        domains.push_back(std::move(domain));
    }
    const auto readsFromBefore = [&](size_t d, int stage, int node) {
        const Domain &domain = domains[d];
        int from = stage - (random.generateDouble() < 0.8 ? 1 : 2);
        while (from > 0 && domain.stages[size_t(from)].empty())
            --from;
        if (from >= 0 && !domain.stages[size_t(from)].empty())
            join(domain.stages[size_t(from)][skewed(domain.stages[size_t(from)].size())], node);
    };
    for (size_t d = 0; d < domains.size(); ++d) {
        for (size_t stage = 0; stage < domains[d].stages.size(); ++stage) {
            for (const int node : domains[d].stages[stage]) {
                // In all 1.6 edges a node: what begins a domain has few of its own.
                const int reads = stage == 0 ? 0 : random.generateDouble() < 0.85 ? 2 : 1;
                for (int k = 0; k < reads; ++k)
                    readsFromBefore(d, int(stage), node);
                if (!products.empty() && stage < 3 && random.generateDouble() < 0.3)
                    join(products[skewed(products.size())], node);
            }
        }
        const size_t made = domains[d].stages.size() >= 2 ? domains[d].stages.size() - 2 : 0;
        products.insert(products.end(), domains[d].stages[made].begin(), domains[d].stages[made].end());
    }
    return mesh;
}

graph::LayoutResult gridLayout(const GeneratedMesh &mesh)
{
    graph::LayoutResult result;
    const size_t domains = mesh.tier.size();
    std::vector<std::vector<int>> count(domains); // nodes placed, by domain and stage
    for (size_t n = 0; n < mesh.input.nodes.size(); ++n) {
        std::vector<int> &of = count[size_t(mesh.input.nodes[n].parent)];
        of.resize(std::max(of.size(), size_t(mesh.stage[n]) + 1));
        ++of[size_t(mesh.stage[n])];
    }
    // Domains in columns of about the same height, tier after tier, so that the whole is about as high as wide.
    double area = 0;
    std::vector<QSizeF> sizes;
    for (const std::vector<int> &of : count) {
        const int rows = of.empty() ? 1 : *std::max_element(of.begin(), of.end());
        sizes.emplace_back(double(std::max<size_t>(1, of.size())) * stageStep - (stageStep - cardWidth) + 2 * boxPadding,
                           rows * rowStep + boxHead + boxPadding);
        area += (sizes.back().width() + boxGap) * (sizes.back().height() + boxGap);
    }
    const double high = std::sqrt(area * 0.7);
    double x = 0, y = 0, wide = 0;
    for (size_t d = 0; d < domains; ++d) {
        if (y > 0 && y + sizes[d].height() > high) {
            x += wide + boxGap;
            y = wide = 0;
        }
        result.groups.emplace_back(QPointF(x, y), sizes[d]);
        y += sizes[d].height() + boxGap;
        wide = std::max(wide, sizes[d].width());
    }
    std::vector<std::vector<int>> next(domains);
    for (size_t n = 0; n < mesh.input.nodes.size(); ++n) {
        const size_t d = size_t(mesh.input.nodes[n].parent);
        std::vector<int> &of = next[d];
        of.resize(count[d].size());
        const QPointF at = result.groups[d].topLeft();
        const double row = of[size_t(mesh.stage[n])]++;
        result.nodes.emplace_back(at.x() + boxPadding + mesh.stage[n] * stageStep, at.y() + boxHead + row * rowStep,
                                  cardWidth, cardHeight);
    }
    for (const graph::LayoutEdge &e : mesh.input.edges) {
        const QRectF &from = result.nodes[size_t(e.from)];
        const QRectF &to = result.nodes[size_t(e.to)];
        graph::LayoutRoute route;
        route.reversed = to.left() < from.right();
        route.points = {QPointF(from.right(), from.center().y()), QPointF(to.left(), to.center().y())};
        result.routes.push_back(std::move(route));
    }
    for (const QRectF &g : result.groups)
        result.bounds |= g;
    return result;
}

ScenePtr sceneOf(const GeneratedMesh &mesh, graph::LayoutResult layout, double unit)
{
    std::vector<SceneCard> cards(mesh.input.nodes.size());
    std::vector<SceneGroup> groups(mesh.input.groups.size());
    std::vector<SceneEdge> edges(mesh.input.edges.size());
    std::vector<int> held(groups.size());
    std::vector<int> last(groups.size());
    for (size_t n = 0; n < cards.size(); ++n) {
        const size_t d = size_t(mesh.input.nodes[n].parent);
        ++held[d];
        last[d] = std::max(last[d], mesh.stage[n]);
    }
    for (size_t d = 0; d < groups.size(); ++d) {
        groups[d].id = QStringLiteral("mesh/domain/%1").arg(d);
        groups[d].name = domainName(int(d));
        groups[d].count = QString::number(held[d]);
        groups[d].rect = layout.groups[d];
        groups[d].hue = int(d * 5 % 12);
        groups[d].head = boxHead;
    }
    for (size_t n = 0; n < cards.size(); ++n) {
        const size_t d = size_t(mesh.input.nodes[n].parent);
        SceneCard &card = cards[n];
        card.id = QStringLiteral("mesh/dataset/%1").arg(n);
        card.name = nameOf(int(n), mesh.stage[n], last[d]);
        card.context = groups[d].name;
        card.rect = layout.nodes[n];
        card.shape = mesh.stage[n] == last[d] - 1 ? SceneCard::Shape::Product : SceneCard::Shape::Dataset;
        card.hue = groups[d].hue;
        card.group = int(d);
        const size_t draw = n * 2654435761U % 100;
        if (card.shape == SceneCard::Shape::Product)
            card.status = draw < 6    ? Status::Breached
                          : draw < 14 ? Status::AtRisk
                          : draw < 30 ? Status::Unknown
                                      : Status::Met;
    }
    for (size_t e = 0; e < edges.size(); ++e) {
        edges[e].from = mesh.input.edges[e].from;
        edges[e].to = mesh.input.edges[e].to;
        edges[e].route = std::move(layout.routes[e]);
    }
    return std::make_shared<Scene>(std::move(cards), std::move(groups), std::move(edges), unit, mesh.input.rightToLeft);
}

} // namespace meshscope
