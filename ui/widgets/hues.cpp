#include "ui/widgets/hues.h"

#include "ui/theme/tokens.h"

namespace meshscope {

QHash<QString, int> huesOf(const Mesh &mesh)
{
    QHash<QString, int> hues;
    for (const NodeId domain : mesh.topDomains()) {
        const Address address = mesh.address(domain);
        if (address.id != noDomainId)
            hues.insert(address.toString(), hueOf(address.toString()));
    }
    return hues;
}

} // namespace meshscope
