#include "app/endpointdesk.h"

#include "models/catalogs/connectiontest.h"
#include "models/catalogs/http/requestlog.h"
#include "models/catalogs/sync/sync.h"
#include "models/security/personalbox.h"

#include <QDesktopServices>

using namespace Qt::StringLiterals;

namespace meshscope {

QByteArray secretOf(const EndpointInput &input, const std::shared_ptr<SecretBox> &secrets)
{
    const bool hasOwn = input.config.options.contains(u"secrets"_s); // it is that endpoint itself
    if (!input.secret.isEmpty() || input.like.name.isEmpty() || hasOwn)
        return input.secret;
    return keptSecret(input.like, {secrets, {}, {}}).value_or(QByteArray());
}

void connectEndpoints(EndpointServices &services, const std::shared_ptr<LockableBox> &secrets)
{
    services.test = [secrets](const EndpointInput &input, const TestWatch &watch) {
        const ConnectorTools tools{secrets, std::make_shared<RequestLog>(2, watch.told), watch.cancelled};
        return testConnection(input.config, secretOf(input, secrets), tools, watch.checked);
    };
    services.add = [secrets, workspace = services.workspace](const EndpointInput &input) -> Result<QString> {
        const Result<EndpointConfig> added =
            addEndpoint(*workspace, input.config, secretOf(input, secrets), {secrets, {}, {}});
        return added ? Result<QString>(added->name) : Result<QString>(Failure(added.error()));
    };
    services.change = [secrets, workspace = services.workspace](const EndpointInput &input) {
        return changeEndpoint(*workspace, input.config, input.secret, {secrets, {}, {}});
    };
    services.remove = [secrets, workspace = services.workspace](const QString &endpoint, bool keepHistory) {
        return dropEndpoint(*workspace, endpoint, keepHistory, {secrets, {}, {}});
    };
    services.recognise = [](const QString &address, const std::function<bool()> &cancelled) {
        RecogniseTools tools;
        tools.cancelled = cancelled;
        return recognise(address, tools);
    };
    services.login = [secrets](const EndpointInput &input, const LoginTalk &talk) {
        return logIn(input.config, {secrets, {}, talk.cancelled}, talk);
    };
    services.openAddress = [](const QUrl &url) { QDesktopServices::openUrl(url); };
    services.isLocked = [secrets] { return secrets->isLocked(); };
    services.unlock = [secrets](const QByteArray &passphrase, const std::function<bool()> &cancelled) {
        return secrets->unlock(passphrase, cancelled);
    };
}

} // namespace meshscope
