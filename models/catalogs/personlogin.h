#pragma once

#include "models/catalogs/connector.h"

#include <QUrl>

namespace meshscope {

/// What a login shows to whoever logs in; told from the worker's thread.
struct LoginTalk {
    std::function<bool()> cancelled;
    std::function<void(const QUrl &)> open; ///< this address, in a browser
    /// Where there is no login page: type this code there; `whole` holds it already, where the server has that.
    std::function<void(const QString &code, const QUrl &where, const QUrl &whole)> show;
};

/// Logs a person in by OAuth as the options say: by the login page, else by a code. What it gives is the endpoint's secret
/// (keepSecret), renewed by itself from then on. Blocking; for a worker thread.
[[nodiscard]] Result<QByteArray> logIn(const EndpointConfig &config, const ConnectorTools &tools, const LoginTalk &talk);

} // namespace meshscope
