#include "models/catalogs/awsendpoint.h"

#include <QRegularExpression>
#include <QUrl>

#include <cmath>

using namespace Qt::StringLiterals;

namespace meshscope {

EndpointConfig placedInRegion(EndpointConfig config)
{
    config.location = config.location.trimmed();
    while (config.location.endsWith(u'/'))
        config.location.chop(1);
    static const QRegularExpression pattern(
        u"(?:^|\\.)[a-z0-9-]+\\.([a-z]{2}(?:-[a-z]+)+-\\d+)\\.(?:vpce\\.)?(?:amazonaws\\.com(?:\\.cn)?|api\\.aws|api\\.amazonwebservices\\.com\\.cn)$"_s);
    const QRegularExpressionMatch match = pattern.match(QUrl(config.location).host());
    if (match.hasMatch() && config.options.value(u"aws.region"_s).isEmpty())
        config.options.insert(u"aws.region"_s, match.captured(1));
    return config;
}

QDateTime awsTime(const Node &node)
{
    if (const std::optional<double> seconds = node.number(); seconds && std::isfinite(*seconds))
        return *seconds > 0 && *seconds < 1e11 ? QDateTime::fromMSecsSinceEpoch(std::llround(*seconds * 1000), Qt::UTC)
                                               : QDateTime();
    QDateTime at = QDateTime::fromString(node.text(), Qt::ISODateWithMs);
    return at.isValid() ? at.toUTC() : QDateTime();
}

} // namespace meshscope
