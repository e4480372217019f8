#pragma once

#include "models/mesh/meshbuilder.h"
#include "models/mesh/stitch.h"

namespace meshscope {

/// The state of one build: what the passes hand to each other. Passes run in the order they are declared.
struct MeshBuilder::Work {
    static constexpr quint32 none = 0xffffffffu;
    using Pair = std::pair<NodeId, NodeId>;
    using Pairs = std::vector<Pair>;

    Work(Mesh &m, QList<Part> &p, const QList<Match> &given)
        : mesh(m)
        , parts(p)
        , matches(given)
    {
    }

    Mesh &mesh;
    QList<Part> &parts;
    const QList<Match> &matches;

    std::vector<quint16> endpointOf[kindCount];      ///< by record
    std::vector<quint32> domainRecord[kindCount];    ///< by record: the domain it names, `none` when it has none
    std::vector<NodeId> nodeOf[kindCount];           ///< by record
    std::vector<quint32> sameDomain;                 ///< by domain record: the record of the same endpoint it stands for
    QHash<std::pair<int, QString>, quint32> domains; ///< (endpoint, reference as written) → domain record
    quint32 documents = 0;                           ///< domain records that were read; the rest is made up
    QHash<std::pair<int, QString>, NodeId> partyByMail, partyByName, termByName;

    // collect.cpp: records into the mesh's lists, ids unique; domain references to domain records
    void collect();
    void collectDomains();
    // meshnodes.cpp: groups of records become nodes
    void makeNodes();
    // references.cpp, people.cpp: everything that points at something
    void linkPorts();
    void linkDomains();
    void linkPeople();
    void linkLevels();
    void linkLineage();
    // flows.cpp
    void linkFlows();

    // -- helpers
    [[nodiscard]] const QString &endpointName(quint16 endpoint) const { return mesh.m_endpoints[endpoint].name; }
    [[nodiscard]] NodeId reference(quint16 endpoint, Kind kind, const QString &id) const;
    void dangle(NodeId from, Kind kind, const QString &id, const QString &role);
    [[nodiscard]] size_t recordCount(Kind kind) const { return endpointOf[size_t(kind)].size(); }
    [[nodiscard]] Entity &entity(Kind kind, quint32 record);
    [[nodiscard]] const Entity &entity(Kind kind, quint32 record) const { return mesh.entity(kind, Fact{0, record}); }
    /// Sorts and dedupes.
    [[nodiscard]] Mesh::Rows rows(Pairs pairs) const;
    /// Keeps the order of `pairs` within a row; `pairs` must be grouped by first.
    [[nodiscard]] Mesh::Rows rowsInOrder(const Pairs &pairs) const;

private:
    friend class MeshBuilder;
    void collectDomainNames();
    [[nodiscard]] quint32 domainRecordFor(quint16 endpoint, const QString &reference);
    [[nodiscard]] quint32 addDomain(quint16 endpoint, const QString &id);
    void nameRecords(Kind kind);
    void groupDomains(Groups &groups) const;
    [[nodiscard]] QString domainPathKey(quint32 record, std::vector<QString> &known, int depth) const;
    void groupById(Kind kind, Groups &groups) const;
    void groupPorts(Groups &groups) const;
    struct Offers;
    void applyMatches(Kind kind, Groups &groups, bool same) const;
    void numberNodes(Kind kind, Groups &groups);
    void indexNodes(Kind kind);
    void breakDomainCycles();
    void linkOwners(Kind kind, Pairs &uses);
    [[nodiscard]] NodeId partyFor(quint16 endpoint, const PartyRole &role) const;
    void flowsOfPorts(std::vector<Flow> &flows) const;
    void flowsDeclared(std::vector<Flow> &flows);
    [[nodiscard]] NodeId productNamed(quint16 endpoint, const QString &text) const;
};

} // namespace meshscope
