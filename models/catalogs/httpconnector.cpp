#include "models/catalogs/httpconnector.h"

#include <QCoreApplication>

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::HttpEndpoint)
};

} // namespace

EndpointConfig placedAtServer(EndpointConfig config, const QStringList &ends)
{
    QString &location = config.location;
    location = location.trimmed();
    while (location.endsWith(u'/'))
        location.chop(1);
    for (const QString &end : ends) {
        if (location.endsWith(end))
            location.chop(end.size());
    }
    return config;
}

HttpConnector::HttpConnector(EndpointConfig config, ConnectorTools tools, IsThrottled isThrottled)
    : m_config(std::move(config))
    , m_tools(std::move(tools))
    , m_secrets(secretsOf(m_config, m_tools))
    , m_isThrottled(std::move(isThrottled))
{
}

Result<std::unique_ptr<HttpClient>> HttpConnector::open(const IsCancelled &cancelled) const
{
    return openEndpoint(m_config, *m_secrets, m_tools, cancelled, m_isThrottled);
}

Result<Outcome> HttpConnector::read(RecordSink &sink, const Progress &progress)
{
    const Result<std::unique_ptr<HttpClient>> client = open(progress.cancelled);
    if (!client)
        return Failure(client.error());
    return readFrom(**client, sink, progress);
}

Connector::Probe HttpConnector::probe()
{
    Probe probe;
    probe.product = product();
    const Result<std::unique_ptr<HttpClient>> client = open([] { return false; });
    if (!client) {
        probe.checks.append({Text::tr("The settings are in order"), false, client.error().text});
        return probe;
    }
    RequestChecks checks(**client, probe, m_checked);
    if (checks.reach())
        test(checks);
    checks.settle();
    return probe;
}

} // namespace meshscope
