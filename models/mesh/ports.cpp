#include "models/mesh/meshwork.h"

#include <QCoreApplication>

#include <algorithm>

namespace meshscope {

namespace {
QString role(const char *text)
{
    return QCoreApplication::translate("meshscope::Dangling", text);
}
} // namespace

/// Ports, contracts and datasets: who offers what. A port offers the datasets it names and its contract's schema objects.
struct MeshBuilder::Work::Offers {
    Work &work;
    Mesh &mesh;
    Pairs portsOf;
    Pairs contracts; ///< (product, port or dataset; contract)
    Pairs datasets;  ///< (product, port or contract; dataset)
    Pairs datasetsOfContract;
    Pairs byContract; ///< (contract, product)
    Pairs byName;     ///< (dataset, product)

    explicit Offers(Work &w)
        : work(w)
        , mesh(w.mesh)
    {
    }

    template<class Visit>
    void records(Kind k, const Visit &visit) const
    {
        for (quint32 i = 0; i < quint32(work.recordCount(k)); ++i)
            visit(i, work.endpointOf[size_t(k)][i], work.nodeOf[size_t(k)][i]);
    }
    /// The node a reference means; one that leads nowhere is kept.
    NodeId follow(quint16 endpoint, NodeId from, Kind kind, const QString &id, const char *as) const
    {
        // Standards let contracts name their product ("dataProduct: my quantum").
        const NodeId n = kind == Kind::Product ? work.productNamed(endpoint, id) : work.reference(endpoint, kind, id);
        if (!n.isValid())
            work.dangle(from, kind, id, role(as));
        return n;
    }
    void claim(NodeId thing, NodeId product) const
    {
        mesh.m_productOf[thing.value] = std::min(product, mesh.m_productOf[thing.value]);
    }

    void readDatasets()
    {
        records(Kind::Dataset, [&](quint32 i, quint16 endpoint, NodeId n) {
            const Dataset &d = mesh.m_datasets[i];
            const NodeId contract = follow(endpoint, n, Kind::Contract, d.contract,
                                           QT_TRANSLATE_NOOP("meshscope::Dangling", "contract of dataset"));
            if (contract.isValid()) {
                datasetsOfContract.emplace_back(contract, n);
                contracts.emplace_back(n, contract);
            }
            const NodeId product = follow(endpoint, n, Kind::Product, d.product,
                                          QT_TRANSLATE_NOOP("meshscope::Dangling", "product of dataset"));
            if (product.isValid()) {
                datasets.emplace_back(product, n);
                claim(n, product);
            }
        });
        mesh.m_datasetsOf = work.rows(datasetsOfContract);
    }

    void readContracts()
    {
        records(Kind::Contract, [&](quint32 i, quint16 endpoint, NodeId n) {
            const NodeId product = follow(endpoint, n, Kind::Product, mesh.m_contracts[i].product,
                                          QT_TRANSLATE_NOOP("meshscope::Dangling", "product of contract"));
            if (!product.isValid())
                return;
            claim(n, product);
            contracts.emplace_back(product, n);
        });
    }

    void readPorts()
    {
        records(Kind::Port, [&](quint32 i, quint16 endpoint, NodeId n) {
            const Port &p = mesh.m_ports[i];
            const NodeId product =
                follow(endpoint, n, Kind::Product, p.product, QT_TRANSLATE_NOOP("meshscope::Dangling", "product of port"));
            if (product.isValid()) {
                mesh.m_productOf[n.value] = product;
                portsOf.emplace_back(product, n);
            }
            const NodeId contract = follow(endpoint, n, Kind::Contract, p.contract,
                                           QT_TRANSLATE_NOOP("meshscope::Dangling", "contract of port"));
            for (const QString &id : p.inputContracts)
                follow(endpoint, n, Kind::Contract, id, QT_TRANSLATE_NOOP("meshscope::Dangling", "input contract of port"));
            const bool offered = p.output && product.isValid();
            if (contract.isValid()) {
                contracts.emplace_back(n, contract);
                for (const NodeId d : mesh.m_datasetsOf.of(contract))
                    datasets.emplace_back(n, d);
                if (offered) {
                    byContract.emplace_back(contract, product);
                    contracts.emplace_back(product, contract);
                }
            }
            for (const QString &id : p.datasets) {
                const NodeId d =
                    follow(endpoint, n, Kind::Dataset, id, QT_TRANSLATE_NOOP("meshscope::Dangling", "dataset of port"));
                if (!d.isValid())
                    continue;
                datasets.emplace_back(n, d);
                if (offered)
                    byName.emplace_back(d, product);
                if (p.output && contract.isValid())
                    contracts.emplace_back(d, contract);
            }
        });
    }

    /// Of several products that offer a thing the first by address is the one it belongs to, whatever the order read.
    void belongTo(Pairs &offered) const
    {
        std::sort(offered.begin(), offered.end());
        for (const auto &[thing, product] : offered) {
            if (!mesh.m_productOf[thing.value].isValid())
                mesh.m_productOf[thing.value] = product;
        }
    }

    void settle()
    {
        belongTo(byContract);
        belongTo(byName);
        Pairs throughContract;
        for (const auto &[contract, d] : datasetsOfContract) {
            datasets.emplace_back(contract, d);
            if (const NodeId p = mesh.m_productOf[contract.value]; p.isValid())
                throughContract.emplace_back(d, p);
        }
        for (const auto &[contract, p] : byContract) {
            for (const NodeId d : mesh.m_datasetsOf.of(contract))
                datasets.emplace_back(p, d);
        }
        belongTo(throughContract);
        for (const Pairs *offered : {&byName, &throughContract}) {
            for (const auto &[d, p] : *offered)
                datasets.emplace_back(p, d);
        }
        mesh.m_datasetsOf = work.rows(std::move(datasets));
        mesh.m_contractsOf = work.rows(std::move(contracts));
        std::sort(portsOf.begin(), portsOf.end(), [&](const Pair &a, const Pair &b) {
            const Port &pa = mesh.port(a.second);
            const Port &pb = mesh.port(b.second);
            return std::tie(a.first, pa.output, pa.name, pa.version, a.second) <
                   std::tie(b.first, pb.output, pb.name, pb.version, b.second);
        });
        portsOf.erase(std::unique(portsOf.begin(), portsOf.end()), portsOf.end());
        mesh.m_portsOf = work.rowsInOrder(portsOf);
    }
};

void MeshBuilder::Work::linkPorts()
{
    mesh.m_productOf.assign(mesh.m_kinds.size(), NodeId{});
    Offers offers(*this);
    offers.readDatasets();
    offers.readContracts();
    offers.readPorts();
    offers.settle();
}

} // namespace meshscope
