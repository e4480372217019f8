#include "models/catalogs/connectiontest.h"

#include "models/catalogs/requestchecks.h"
#include "models/security/keystore.h"
#include "models/security/memorybox.h"
#include "models/security/personalbox.h"

namespace meshscope {

Result<Connector::Probe> testConnection(EndpointConfig config, const QByteArray &secret, ConnectorTools tools,
                                        const std::function<void(const Connector::Check &)> &checked)
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
    if (auto *const teller = dynamic_cast<CheckTeller *>(connector->get()))
        teller->setChecked(checked);
    return (*connector)->probe();
}

} // namespace meshscope
