#pragma once

#include "models/catalogs/http/message.h"
#include "models/catalogs/http/pace.h"

#include <memory>

namespace meshscope {

/// What proving who asks may need: the time, and requests that carry no proof themselves.
struct AuthCall {
    QDateTime now;
    IsCancelled cancelled;
    std::function<Result<HttpAnswer>(const HttpRequest &)> send;
};

/// Proves to an endpoint who asks. One object serves all requests of an endpoint, from several threads.
class Auth {
public:
    virtual ~Auth() = default;
    [[nodiscard]] virtual QString word() const = 0; ///< "bearer", "sigv4" …
    /// Adds the proof. The target is absolute and of the endpoint's own origin; everything else is final.
    [[nodiscard]] virtual Result<void> apply(HttpRequest &request, const AuthCall &call) = 0;
    /// The server did not take what `apply` added to `sent`. True when there is something new to try, once.
    [[nodiscard]] virtual Result<bool> renew(const HttpRequest &sent, const HttpAnswer &answer, const AuthCall &call)
    {
        Q_UNUSED(sent)
        Q_UNUSED(answer)
        Q_UNUSED(call)
        return false;
    }
    /// What must never be shown, as of now.
    [[nodiscard]] virtual QList<QByteArray> secrets() const = 0;
};

/// A token as it is: `Authorization: Bearer …`.
[[nodiscard]] std::unique_ptr<Auth> bearerAuth(const QByteArray &token);
/// Name and password in UTF-8. Trino reads ISO-8859-1: `isLatin1`.
[[nodiscard]] std::unique_ptr<Auth> basicAuth(const QString &user, const QString &password, bool isLatin1 = false);
/// A key in a header of its own: `x-api-key: …`, or CKAN's bare `Authorization: …`.
[[nodiscard]] std::unique_ptr<Auth> headerAuth(const QByteArray &header, const QByteArray &key);

} // namespace meshscope
