#include "ui/health/healthlists.h"

namespace meshscope {

bool isBelow(const Mesh &mesh, NodeId node, NodeId domain)
{
    for (int depth = 0; node.isValid() && depth < 64; ++depth) {
        if (node == domain)
            return true;
        node = mesh.domainOf(node);
    }
    return false;
}

bool HealthScope::contains(NodeId product) const
{
    return !domain.isValid() || (product.isValid() && isBelow(mesh(), product, domain));
}

QList<const ProductHealth *> HealthScope::products() const
{
    QList<const ProductHealth *> list;
    for (const ProductHealth &product : health->products) {
        if (contains(product.product))
            list << &product;
    }
    return list;
}

QList<NodeId> HealthScope::rowDomains() const
{
    const auto shown = domain.isValid() ? mesh().childDomains(domain) : mesh().topDomains();
    QList<NodeId> list(shown.begin(), shown.end());
    if (domain.isValid() && (list.isEmpty() || !mesh().productsOf(domain).empty()))
        list.prepend(domain);
    return list;
}

NodeId HealthScope::rowDomainOf(NodeId product) const
{
    NodeId at = mesh().domainOf(product);
    if (at == domain)
        return at;
    for (int depth = 0; at.isValid() && depth < 64; ++depth) {
        const NodeId above = mesh().domainOf(at);
        if (above == domain || (!above.isValid() && !domain.isValid()))
            return at;
        at = above;
    }
    return {};
}

bool hasOwner(const Mesh &mesh, NodeId product)
{
    for (const PartyRole &role : mesh.entity(product).owners) {
        if (!role.name.isEmpty() || !role.party.isEmpty())
            return true;
    }
    return false;
}

} // namespace meshscope
