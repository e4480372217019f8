#include "models/mesh/meshbuilder.h"

#include "models/mesh/meshwork.h"

#include <algorithm>

namespace meshscope {

MeshBuilder::MeshBuilder(std::shared_ptr<const DetailSource> details)
    : m_details(details ? std::move(details) : std::make_shared<const MemoryDetails>())
{
}

void MeshBuilder::add(EndpointFacts endpoint, Records records)
{
    m_parts.append(Part{std::move(endpoint), std::move(records)});
}

void MeshBuilder::confirm(const Address &a, const Address &b, bool same)
{
    m_matches.append(Match{a, b, same});
}

MeshPtr MeshBuilder::build()
{
    auto mesh = std::make_shared<Mesh>();
    mesh->m_details = m_details;
    for (const Part &p : m_parts) {
        if (!mesh->m_asOf.isValid() || p.facts.readAt > mesh->m_asOf)
            mesh->m_asOf = p.facts.readAt;
    }
    Work work(*mesh, m_parts, m_matches);
    work.collect();
    work.collectDomains();
    work.makeNodes();
    work.linkPorts();
    work.linkDomains();
    work.linkPeople();
    work.linkLevels();
    work.linkLineage();
    work.linkFlows();
    m_parts.clear();
    return mesh;
}

NodeId MeshBuilder::Work::reference(quint16 endpoint, Kind kind, const QString &id) const
{
    return mesh.findReference(endpointName(endpoint), kind, id);
}

void MeshBuilder::Work::dangle(NodeId from, Kind kind, const QString &id, const QString &role)
{
    if (!id.isEmpty())
        mesh.m_dangling.append(Dangling{from, kind, id, role});
}

Mesh::Rows MeshBuilder::Work::rows(Pairs pairs) const
{
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return rowsInOrder(pairs);
}

Mesh::Rows MeshBuilder::Work::rowsInOrder(const Pairs &pairs) const
{
    Mesh::Rows result;
    if (pairs.empty())
        return result;
    result.offsets.assign(mesh.m_kinds.size() + 1, 0);
    result.values.reserve(pairs.size());
    for (const auto &[row, value] : pairs) {
        ++result.offsets[row.value + 1];
        result.values.push_back(value);
    }
    for (size_t i = 1; i < result.offsets.size(); ++i)
        result.offsets[i] += result.offsets[i - 1];
    return result;
}

} // namespace meshscope
