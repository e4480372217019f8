#include "ui/domains/matrixscene.h"

#include "models/graph/loosedatasets.h"
#include "models/graph/matrix.h"
#include "models/health/health.h"
#include "ui/domains/mapmeasure.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>

namespace meshscope {

namespace {

constexpr int deepest = 1000;
constexpr double cell = 32;
constexpr double nameWidth = 180;

class MatrixBuilder {
public:
    explicit MatrixBuilder(const MapRequest &request)
        : m_r(request)
        , m_mesh(*request.snapshot.mesh)
        , m_matcher(m_mesh, request.filter, evidenceOf(request.snapshot.health.get()))
        , m_byOwner(request.flows == MapRequest::Flows::SubDomains)
    {
    }
    MapScene build()
    {
        collectRows();
        collectFlows();
        order();
        picture();
        m_out.note = QCoreApplication::translate(
            "meshscope::MapScene", "The row gives to the column; a marked corner runs against the order of the flow");
        m_data.isMirrored = m_r.rightToLeft;
        m_out.matrix = std::make_shared<FlowMatrixData>(std::move(m_data));
        return std::move(m_out);
    }

private:
    [[nodiscard]] NodeId topOf(NodeId domain) const
    {
        for (int depth = 0; domain.isValid() && m_mesh.domainOf(domain).isValid() && depth < deepest; ++depth)
            domain = m_mesh.domainOf(domain);
        return domain;
    }
    /// The domain that stands for a thing's: itself, the top one, or the one below the domain gone into.
    [[nodiscard]] NodeId standIn(NodeId own, bool &outside) const
    {
        outside = false;
        if (!m_r.root.isValid())
            return m_byOwner ? own : topOf(own);
        NodeId below = own;
        for (NodeId d = own, last = own; d.isValid(); last = d, d = m_mesh.domainOf(d)) {
            if (d == m_r.root)
                return m_byOwner ? below : last;
        }
        outside = true;
        return topOf(own);
    }
    int rowOf(NodeId thing)
    {
        bool outside = false;
        const NodeId own = m_mesh.domainOf(thing);
        if (!own.isValid())
            return -1;
        const NodeId domain = standIn(own, outside);
        const auto [it, isNew] = m_rowOf.emplace(domain, int(m_data.rows.size()));
        if (isNew) {
            FlowMatrixData::Row row;
            row.domain = domain;
            row.id = m_mesh.address(domain).toString();
            row.name = m_mesh.name(domain);
            row.path = m_mesh.domainPath(domain).join(QStringLiteral(" › "));
            row.hue = m_r.hues.value(m_mesh.address(topOf(domain)).toString(), -1);
            row.isOutside = outside;
            m_data.rows.push_back(row);
        }
        return it->second;
    }
    void collectRows()
    {
        const HealthReport *health = m_r.snapshot.health.get();
        const auto add = [&](NodeId p) {
            m_asked.push_back(p);
            const int row = m_matcher.passes(p) ? rowOf(p) : -1;
            if (row < 0)
                return;
            if (m_mesh.kind(p) == Kind::Dataset) {
                ++m_data.rows[size_t(row)].datasets;
                m_out.loose.push_back(p);
                return;
            }
            ++m_data.rows[size_t(row)].products;
            ++m_out.products;
            switch (health ? health->status(p) : Status::NoPromise) {
            case Status::Met: ++m_out.met; break;
            case Status::AtRisk: ++m_out.atRisk; break;
            case Status::Breached: ++m_out.breached; break;
            case Status::Unknown: ++m_out.unknown; break;
            case Status::NoPromise: ++m_out.noPromise; break;
            }
        };
        if (m_r.root.isValid()) {
            for (const NodeId p : m_mesh.productsBelow(m_r.root))
                add(p);
            for (const NodeId d : LooseDatasets(m_mesh).allBelow(m_r.root))
                add(d);
        } else {
            for (const NodeId p : m_mesh.nodes(Kind::Product))
                add(p);
            for (const NodeId d : m_mesh.nodes(Kind::Dataset)) {
                if (!m_mesh.productOf(d).isValid())
                    add(d);
            }
        }
        if (m_r.filter.isActive())
            m_out.hidden = m_matcher.hidden(m_asked);
        m_out.domains = m_r.root.isValid() ? 1 : int(m_mesh.topDomains().size());
        m_inside = m_data.rows.size();
        m_out.subDomains = m_r.root.isValid() || m_byOwner ? int(m_inside) : 0;
    }
    void collectFlows()
    {
        // Rows are only made for what is shown: of two things outside the domain gone into nothing is.
        const auto endOf = [this](NodeId thing) {
            bool outside = false;
            const NodeId own = m_mesh.domainOf(thing);
            return own.isValid() && m_matcher.passes(thing) ? int(standIn(own, outside).value) : noEnd;
        };
        const auto isOutside = [this](NodeId n) {
            bool outside = false;
            std::ignore = standIn(m_mesh.domainOf(thingOf(n)), outside);
            return outside;
        };
        for (const CountedRelation &r : countedRelations(m_mesh, endOf, m_r.cancelled)) {
            if (m_r.root.isValid() && isOutside(r.from) && isOutside(r.to))
                continue;
            m_held[{rowOf(thingOf(r.from)), rowOf(thingOf(r.to))}].push_back({r.from, r.to});
            ++(r.fromEnd == r.toEnd ? m_out.innerFlows : m_out.flowCount);
        }
    }
    /// The product of a dataset that has one.
    [[nodiscard]] NodeId thingOf(NodeId n) const
    {
        const NodeId product = m_mesh.kind(n) == Kind::Dataset ? m_mesh.productOf(n) : NodeId();
        return product.isValid() ? product : n;
    }
    void order()
    {
        std::map<NodeId, int> groups; // the domains of one top domain stay together
        for (const FlowMatrixData::Row &row : m_data.rows) {
            int group = -1;
            if (m_byOwner) {
                group = groups.emplace(topOf(row.domain), int(groups.size())).first->second;
                if (group == int(m_input.groups.size()))
                    m_input.groups.push_back({});
            }
            m_input.nodes.push_back({cell, cell, group});
            const QRectF was = m_r.previous.value(row.id);
            m_input.previous.push_back(was.isNull() ? QPointF(std::nan(""), std::nan("")) : was.center());
        }
        for (const auto &[ends, flows] : m_held)
            m_input.edges.push_back({ends.first, ends.second, double(flows.size())});
        m_result = graph::matrixLayout(m_input, {cell * m_r.unit});
        const std::vector<int> sequence = graph::flowOrder(m_input);
        std::vector<int> place(sequence.size());
        std::vector<FlowMatrixData::Row> rows;
        for (size_t i = 0; i < sequence.size(); ++i) {
            place[size_t(sequence[i])] = int(i);
            rows.push_back(m_data.rows[size_t(sequence[i])]);
        }
        note();
        m_data.rows = std::move(rows);
        for (auto &[ends, flows] : m_held) {
            const int row = place[size_t(ends.first)];
            const int column = place[size_t(ends.second)];
            if (row != column)
                m_data.most = std::max(m_data.most, int(flows.size()));
            m_data.cells.insert(m_data.keyOf(row, column), int(m_data.flows.size()));
            m_data.flows.push_back(std::move(flows));
        }
    }
    /// For files: the domains and what flows between them.
    void note()
    {
        graph::DrawnGraph &drawn = m_out.drawn;
        drawn.level = Level::Domain;
        drawn.bounds = m_result.bounds;
        for (size_t i = 0; i < m_data.rows.size(); ++i) {
            const FlowMatrixData::Row &row = m_data.rows[i];
            m_out.places.insert(row.id, m_result.nodes[i]);
            drawn.nodes.push_back({row.domain,
                                   row.id,
                                   kindWord(Kind::Domain),
                                   row.name,
                                   {},
                                   m_mesh.domainPath(row.domain),
                                   m_result.nodes[i],
                                   0,
                                   false});
        }
        size_t e = 0;
        for (const auto &[ends, flows] : m_held) {
            graph::DrawnGraph::Edge edge;
            edge.from = ends.first;
            edge.to = ends.second;
            edge.kind = kindWord(Kind::Domain);
            edge.points = m_result.routes[e].points;
            edge.reversed = m_result.routes[e++].reversed;
            edge.count = qint64(flows.size());
            drawn.edges.push_back(edge);
        }
    }
    /// The same table as cards, for pictures: names and numbers at the left, numbers at the top.
    void picture()
    {
        std::vector<SceneCard> cards;
        const double side = cell * m_r.unit;
        const double left = nameWidth * m_r.unit;
        const auto card = [&](const QString &id, const QRectF &rect, const QString &name, int hue) {
            SceneCard c;
            c.id = id;
            c.rect = rect;
            c.shape = SceneCard::Shape::Map;
            c.name = name;
            c.hue = hue;
            cards.push_back(c);
        };
        for (size_t i = 0; i < m_data.rows.size(); ++i) {
            const FlowMatrixData::Row &row = m_data.rows[i];
            const double at = double(i + 1) * side;
            card(row.id, QRectF(0, at, left - 4, side - 2), QStringLiteral("%1  %2").arg(i + 1).arg(row.name), row.hue);
            card(row.id + u'#', QRectF(left + double(i) * side, 0, side - 2, side - 2), QString::number(i + 1), row.hue);
        }
        QList<quint64> keys = m_data.cells.keys();
        std::sort(keys.begin(), keys.end());
        for (const quint64 key : std::as_const(keys)) {
            const auto row = int(key / m_data.rows.size());
            const auto column = int(key % m_data.rows.size());
            card(QStringLiteral("%1 %2").arg(row).arg(column),
                 QRectF(left + column * side, (row + 1) * side, side - 2, side - 2),
                 QString::number(m_data.count(row, column)), -1);
        }
        m_out.scene = std::make_shared<Scene>(std::move(cards), std::vector<SceneGroup>(), std::vector<SceneEdge>(),
                                              m_r.unit, m_r.rightToLeft);
    }

    const MapRequest &m_r;
    const Mesh &m_mesh;
    NodeMatcher m_matcher;
    std::vector<NodeId> m_asked; ///< what the filter is asked about
    bool m_byOwner;
    MapScene m_out;
    FlowMatrixData m_data;
    std::map<NodeId, int> m_rowOf;
    std::map<std::pair<int, int>, std::vector<MapFlowRow>> m_held;
    graph::LayoutInput m_input;
    graph::LayoutResult m_result;
    size_t m_inside = 0;
};

} // namespace

int FlowMatrixData::count(int row, int column) const
{
    return int(at(row, column).size());
}

const std::vector<MapFlowRow> &FlowMatrixData::at(int row, int column) const
{
    static const std::vector<MapFlowRow> none;
    const auto it = cells.constFind(keyOf(row, column));
    return it == cells.constEnd() ? none : flows[size_t(*it)];
}

int FlowMatrixData::rowOf(const QString &id) const
{
    const auto it = std::find_if(rows.begin(), rows.end(), [&](const Row &row) { return row.id == id; });
    return it == rows.end() ? -1 : int(it - rows.begin());
}

MapScene buildMatrix(const MapRequest &request)
{
    return MatrixBuilder(request).build();
}

} // namespace meshscope
