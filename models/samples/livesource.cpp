#include "models/samples/livesource.h"

#include <QHash>

#include <algorithm>

namespace meshscope {

namespace {

class Places {
public:
    Places(const Mesh &mesh, const LiveRows &live)
        : m_mesh(mesh)
        , m_live(live)
    {
    }
    void add(std::span<const NodeId> datasets, NodeId port)
    {
        for (const NodeId dataset : datasets) {
            for (const Fact &fact : m_mesh.facts(dataset)) {
                const QString endpoint = m_mesh.endpoints().at(fact.endpoint).name;
                const LiveRows::Rows rows = offers(endpoint);
                if (rows != LiveRows::Rows::None)
                    m_out.append(
                        {endpoint, static_cast<const Dataset &>(m_mesh.entity(Kind::Dataset, fact)), dataset, port, rows});
            }
        }
    }
    /// Where the rows live comes before what somebody keeps of them.
    [[nodiscard]] QList<LivePlace> take()
    {
        std::stable_sort(m_out.begin(), m_out.end(), [](const LivePlace &a, const LivePlace &b) { return a.rows > b.rows; });
        return std::move(m_out);
    }

private:
    LiveRows::Rows offers(const QString &endpoint)
    {
        auto known = m_offers.constFind(endpoint);
        if (known == m_offers.constEnd())
            known = m_offers.insert(endpoint, m_live.offers(endpoint));
        return *known;
    }

    const Mesh &m_mesh;
    const LiveRows &m_live;
    QHash<QString, LiveRows::Rows> m_offers;
    QList<LivePlace> m_out;
};

} // namespace

QList<LivePlace> livePlaces(const Mesh &mesh, NodeId node, const LiveRows &live)
{
    if (!live.offers || !live.read)
        return {};
    Places places(mesh, live);
    switch (mesh.kind(node)) {
    case Kind::Product:
        for (const NodeId port : mesh.portsOf(node)) {
            if (mesh.port(port).output)
                places.add(mesh.datasetsOf(port), port);
        }
        break;
    case Kind::Port: places.add(mesh.datasetsOf(node), node); break;
    case Kind::Contract: places.add(mesh.datasetsOf(node), {}); break;
    case Kind::Dataset: places.add(std::span(&node, 1), {}); break;
    default: break;
    }
    return places.take();
}

RawRows rawRows(const DataRows &rows)
{
    RawRows raw;
    for (const DataRows::Column &column : rows.columns)
        raw.names.append(column.name);
    raw.rows = rows.rows;
    raw.more = rows.more;
    raw.kind = rows.kind;
    raw.issues = rows.issues;
    raw.isLive = true;
    return raw;
}

} // namespace meshscope
