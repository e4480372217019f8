#include "models/catalogs/connector.h"

#include <QCoreApplication>

namespace meshscope {

QString capabilityWord(Capability c)
{
    switch (c) {
    case Capability::Domains: return QStringLiteral("domains");
    case Capability::Products: return QStringLiteral("products");
    case Capability::Columns: return QStringLiteral("columns");
    case Capability::Lineage: return QStringLiteral("lineage");
    case Capability::ColumnLineage: return QStringLiteral("columnLineage");
    case Capability::Samples: return QStringLiteral("samples");
    case Capability::Contracts: return QStringLiteral("contracts");
    case Capability::Quality: return QStringLiteral("quality");
    case Capability::Usage: return QStringLiteral("usage");
    case Capability::AccessRequests: return QStringLiteral("accessRequests");
    case Capability::ChangeFeed: return QStringLiteral("changeFeed");
    }
    return {};
}

Result<std::unique_ptr<RequestRoad>> Connector::requests()
{
    for (const Capabilities::Missing &missing : capabilities().missing) {
        if (missing.what == Capability::AccessRequests)
            return fail(Error::Code::Refused, missing.why);
    }
    return fail(Error::Code::Refused,
                QCoreApplication::translate("meshscope::Connector", "It takes no requests for access."));
}

Result<DataRows> Connector::sample(const RowsRequest &request, const Progress &)
{
    QString why;
    for (const Capabilities::Missing &missing : capabilities().missing) {
        if (missing.what == Capability::Samples)
            why = missing.why;
    }
    return fail(Error::Code::Refused, why, request.dataset);
}

} // namespace meshscope
