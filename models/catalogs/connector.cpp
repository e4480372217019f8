#include "models/catalogs/connector.h"

#include "models/catalogs/folder.h"

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

QList<EndpointKind> endpointKinds()
{
    return {FolderConnector::kind()};
}

Result<std::unique_ptr<Connector>> makeConnector(const EndpointConfig &config)
{
    QStringList kinds;
    for (const EndpointKind &kind : endpointKinds()) {
        kinds.append(kind.kind);
        if (kind.kind != config.kind)
            continue;
        QStringList options;
        for (const Property &option : kind.options)
            options.append(option.name);
        for (auto it = config.options.cbegin(); it != config.options.cend(); ++it) {
            if (!options.contains(it.key()))
                return fail(Error::Code::Usage,
                            QCoreApplication::translate("meshscope::Connector",
                                                        "An endpoint of kind %1 has no option “%2”. Its options: %3.")
                                .arg(config.kind, it.key(), options.join(QStringLiteral(", "))),
                            config.name);
        }
        return FolderConnector::make(config);
    }
    return fail(Error::Code::Usage,
                QCoreApplication::translate("meshscope::Connector", "There is no endpoint kind “%1”. Kinds: %2.")
                    .arg(config.kind, kinds.join(QStringLiteral(", "))),
                config.name);
}

} // namespace meshscope
