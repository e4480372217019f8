#include "models/catalogs/connector.h"

#include "models/catalogs/folder.h"
#include "models/catalogs/httpendpoint.h"
#include "models/catalogs/marquez.h"

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
    return {FolderConnector::kind(), MarquezConnector::kind()};
}

Result<std::unique_ptr<Connector>> makeConnector(const EndpointConfig &config, const ConnectorTools &tools)
{
    QStringList kinds;
    for (const EndpointKind &kind : endpointKinds()) {
        kinds.append(kind.kind);
        if (kind.kind != config.kind)
            continue;
        QStringList options;
        for (const Property &option : kind.options)
            options.append(option.name);
        const QStringList fields = kind.isHttp() ? httpFields() : QStringList();
        for (auto it = config.options.cbegin(); it != config.options.cend(); ++it) {
            if (!options.contains(it.key()) && !fields.contains(it.key()))
                return fail(Error::Code::Usage,
                            QCoreApplication::translate("meshscope::Connector",
                                                        "An endpoint of kind %1 has no option “%2”. Its options: %3.")
                                .arg(config.kind, it.key(), options.join(QStringLiteral(", "))),
                            config.name);
        }
        return kind.isHttp() ? MarquezConnector::make(config, tools) : FolderConnector::make(config);
    }
    return fail(Error::Code::Usage,
                QCoreApplication::translate("meshscope::Connector", "There is no endpoint kind “%1”. Kinds: %2.")
                    .arg(config.kind, kinds.join(QStringLiteral(", "))),
                config.name);
}

} // namespace meshscope
