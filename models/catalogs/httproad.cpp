#include "models/catalogs/httproad.h"

#include "models/catalogs/httpendpoint.h"

#include <QCoreApplication>

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::HttpEndpoint)
};

} // namespace

HttpRoad::HttpRoad(EndpointConfig config, ConnectorTools tools)
    : m_config(std::move(config))
    , m_tools(std::move(tools))
{
}

HttpRoad::~HttpRoad() = default;

Result<HttpClient *> HttpRoad::client()
{
    if (m_client)
        return m_client.get();
    m_secrets = secretsOf(m_config, m_tools);
    Result<std::unique_ptr<HttpClient>> opened = openEndpoint(m_config, *m_secrets, m_tools, [] { return false; });
    if (!opened)
        return Failure(opened.error());
    m_client = std::move(*opened);
    return m_client.get();
}

Result<HttpAnswer> HttpRoad::once(const HttpRequest &request)
{
    const Result<HttpClient *> open = client();
    if (!open)
        return Failure(open.error());
    HttpRequest asked = request.accepting({502, 503, 504});
    asked.isRepeatable = false;
    return (*open)->send(asked);
}

Result<void> HttpRoad::change(const HttpRequest &request)
{
    const Result<HttpAnswer> answer = once(request.accepting({400, 404, 409, 422}));
    if (!answer)
        return Failure(answer.error());
    if (answer->status < 400)
        return {};
    return answer->status >= 500 ? away(*answer) : notTaken(*answer);
}

QString HttpRoad::propertyOf(const Agreement &agreement, QStringView name)
{
    const auto found = std::find_if(agreement.properties.cbegin(), agreement.properties.cend(),
                                    [&](const Property &property) { return property.name == name; });
    return found == agreement.properties.cend() ? QString() : found->value;
}

Failure HttpRoad::away(const HttpAnswer &answer) const
{
    return fail(Error::Code::Io, Text::tr("%1 is not well at the moment (%2).").arg(catalog()).arg(answer.status),
                catalog());
}

Failure HttpRoad::notTaken(const HttpAnswer &answer) const
{
    const QString said = messageIn(answer);
    return fail(answer.status == 404 ? Error::Code::NotFound : Error::Code::Usage,
                said.isEmpty() ? Text::tr("%1 does not take it (%2).").arg(catalog()).arg(answer.status)
                               : Text::tr("%1 does not take it: %2").arg(catalog(), said),
                catalog());
}

} // namespace meshscope
