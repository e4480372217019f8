#pragma once

#include "models/catalogs/connector.h"
#include "models/catalogs/http/httpclient.h"

namespace meshscope {

/// Carries requests for access to a catalog over HTTP: opens the way there when somebody is asked first.
class HttpRoad : public RequestRoad {
public:
    HttpRoad(EndpointConfig config, ConnectorTools tools);
    ~HttpRoad() override;

protected:
    [[nodiscard]] const QString &catalog() const { return m_config.name; }
    [[nodiscard]] Result<HttpClient *> client();
    /// Asks once: the outbox tries again by itself, after looking whether it arrived. What stands between may answer with
    /// 502 to 504.
    [[nodiscard]] Result<HttpAnswer> once(const HttpRequest &request);
    /// Sends a change. Usage, or NotFound, where the catalog does not take it.
    [[nodiscard]] Result<void> change(const HttpRequest &request);
    /// Empty where it has none of that name.
    [[nodiscard]] static QString propertyOf(const Agreement &agreement, QStringView name);
    /// The catalog is not there for the moment.
    [[nodiscard]] Failure away(const HttpAnswer &answer) const;
    /// In the catalog's own words where it has some.
    [[nodiscard]] Failure notTaken(const HttpAnswer &answer) const;

private:
    const EndpointConfig m_config;
    const ConnectorTools m_tools;
    std::shared_ptr<SecretBox> m_secrets;
    std::unique_ptr<HttpClient> m_client;
};

} // namespace meshscope
