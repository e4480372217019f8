#include "models/catalogs/connectiontest.h"

#include "models/security/keystore.h"
#include "models/security/memorybox.h"
#include "models/security/personalbox.h"

namespace meshscope {

Result<Connector::Probe> testConnection(EndpointConfig config, const QByteArray &secret, ConnectorTools tools)
{
    if (config.name.isEmpty())
        config.name = QStringLiteral("new");
    if (!secret.isEmpty()) {
        tools.secrets = std::make_shared<MemoryBox>(tools.secrets ? tools.secrets : personalSecretBox(defaultKeyFolder()));
        if (const Result<void> kept = keepSecret(config, secret, tools); !kept)
            return Failure(kept.error());
    }
    Result<std::unique_ptr<Connector>> connector = makeConnector(config, tools);
    if (!connector)
        return Failure(connector.error());
    return (*connector)->probe();
}

} // namespace meshscope
