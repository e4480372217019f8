#include "models/catalogs/signatures.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

using Judged = std::optional<Recognised>;

QJsonObject objectIn(const HttpAnswer &answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

bool isGood(const HttpAnswer &answer)
{
    return answer.status >= 200 && answer.status < 300;
}

bool asksForLogin(const HttpAnswer &answer)
{
    return answer.status == 401 || answer.status == 403;
}

Recognised known(const char *product, const QString &version = {})
{
    Recognised found;
    found.product = QLatin1StringView(product);
    found.version = version;
    return found;
}

/// GET /api/v1/system/version needs no login: {"version","revision","timestamp"}.
Judged openMetadata(const HttpAnswer &answer)
{
    const QJsonObject o = objectIn(answer);
    return isGood(answer) && o.contains(u"version"_s) && o.contains(u"revision"_s)
               ? Judged(known("OpenMetadata", o.value(u"version"_s).toString()))
               : std::nullopt;
}

/// GET /config of its metadata service: {"noCode","models","versions":{"acryldata/datahub":{"version"}}}.
Judged dataHub(const HttpAnswer &answer)
{
    const QJsonObject o = objectIn(answer);
    if (!isGood(answer) || (!o.contains(u"noCode"_s) && !o.contains(u"models"_s)) || !o.contains(u"versions"_s))
        return std::nullopt;
    const QJsonObject versions = o.value(u"versions"_s).toObject();
    for (const QString &key : versions.keys()) {
        if (key.endsWith(u"/datahub"))
            return known("DataHub", versions.value(key).toObject().value(u"version"_s).toString());
    }
    return known("DataHub");
}

Judged marquez(const HttpAnswer &answer)
{
    return isGood(answer) && objectIn(answer).value(u"namespaces"_s).isArray() ? Judged(known("Marquez")) : std::nullopt;
}

/// A key that is missing is a problem (RFC 7807) with 401 or 403.
Judged entropy(const HttpAnswer &answer)
{
    if (!asksForLogin(answer) || !answer.header("Content-Type").contains("problem+json"))
        return std::nullopt;
    Recognised found = known("Entropy Data");
    found.isSure = false;
    return found;
}

Judged unity(const HttpAnswer &answer)
{
    if (isGood(answer) && objectIn(answer).value(u"catalogs"_s).isArray())
        return known("Unity Catalog");
    const bool isDatabricks = asksForLogin(answer) && !answer.header("x-databricks-reason-phrase").isNull();
    return isDatabricks ? Judged(known("Databricks Unity Catalog")) : std::nullopt;
}

/// GET /v1/info: {"nodeVersion":{"version"},"environment","coordinator","starting","uptime"}; without a login.
Judged trino(const HttpAnswer &answer)
{
    const QJsonObject o = objectIn(answer);
    if (!isGood(answer) || !o.value(u"nodeVersion"_s).isObject())
        return std::nullopt;
    const QString version = o.value(u"nodeVersion"_s).toObject().value(u"version"_s).toString();
    return known(version.contains(u"-e") ? "Starburst" : "Trino", version);
}

Judged iceberg(const HttpAnswer &answer)
{
    const QJsonObject o = objectIn(answer);
    if (isGood(answer) && o.value(u"defaults"_s).isObject() && o.value(u"overrides"_s).isObject())
        return known("Iceberg REST catalog");
    // Without a warehouse, or a login, it answers by the error of its own specification.
    const QJsonObject error = o.value(u"error"_s).toObject();
    if (isGood(answer) || !error.contains(u"type"_s) || !error.contains(u"code"_s) || !error.contains(u"message"_s))
        return std::nullopt;
    Recognised found = known("Iceberg REST catalog");
    found.isSure = false;
    return found;
}

/// A page as Spring writes it.
Judged openDataMesh(const HttpAnswer &answer)
{
    const QJsonObject o = objectIn(answer);
    return isGood(answer) && o.value(u"content"_s).isArray() && o.contains(u"totalElements"_s)
               ? Judged(known("Open Data Mesh"))
               : std::nullopt;
}

Judged ckan(const HttpAnswer &answer)
{
    const QJsonObject o = objectIn(answer).value(u"result"_s).toObject();
    return isGood(answer) && o.contains(u"ckan_version"_s) ? Judged(known("CKAN", o.value(u"ckan_version"_s).toString()))
                                                           : std::nullopt;
}

/// A document of the vocabulary, as JSON-LD: its context, or its expanded names, are DCAT's.
Judged dcat(const HttpAnswer &answer)
{
    if (!isGood(answer) || !(answer.body.trimmed().startsWith('{') || answer.body.trimmed().startsWith('[')))
        return std::nullopt;
    const QByteArray head = answer.body.left(65536);
    const bool isDcat = head.contains("http://www.w3.org/ns/dcat#") || head.contains("\"dcat:") ||
                        head.contains("project-open-data") || head.contains("dcat-us");
    return isDcat ? Judged(known("DCAT")) : std::nullopt;
}

} // namespace

const QList<Signature> &signatures()
{
    static const QList<Signature> all{{"openmetadata", "/api/v1/system/version", openMetadata},
                                      {"datahub", "/config", dataHub},
                                      {"datahub", "/gms/config", dataHub},
                                      {"marquez", "/api/v1/namespaces?limit=1", marquez},
                                      {"unity", "/api/2.1/unity-catalog/catalogs?max_results=1", unity},
                                      {"trino", "/v1/info", trino},
                                      {"iceberg", "/v1/config", iceberg},
                                      {"iceberg", "/iceberg/v1/config", iceberg},
                                      {"iceberg", "/api/catalog/v1/config", iceberg},
                                      {"opendatamesh", "/api/v2/pp/registry/products?size=1", openDataMesh},
                                      {"ckan", "/api/3/action/status_show", ckan},
                                      {"entropy", "/api/dataproducts", entropy},
                                      {"dcat", "", dcat}};
    return all;
}

std::optional<Recognised> recognisedByAddress(const QUrl &url)
{
    static const QRegularExpression aws(u"^(glue|datazone)\\.([a-z0-9-]+)\\.amazonaws\\.com(\\.cn)?$"_s);
    const QString host = url.host().toLower();
    Recognised found;
    found.location =
        url.toString(QUrl::StripTrailingSlash | QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    if (const QRegularExpressionMatch match = aws.match(host); match.hasMatch()) {
        found.kind = match.captured(1);
        found.product = found.kind == u"glue" ? u"AWS Glue"_s : u"Amazon DataZone"_s;
        found.options.insert(u"aws.region"_s, match.captured(2));
        return found;
    }
    if (url.scheme() == u"postgresql" || url.scheme() == u"postgres") {
        found.kind = u"postgresql"_s;
        found.product = u"PostgreSQL"_s;
        return found;
    }
    if (host.endsWith(u".cloud.databricks.com") || host.endsWith(u".azuredatabricks.net") ||
        host.endsWith(u".gcp.databricks.com")) {
        found.kind = u"unity"_s;
        found.product = u"Databricks Unity Catalog"_s;
        return found;
    }
    if (host == u"api.entropy-data.com" || host == u"api.datamesh-manager.com") {
        found.kind = u"entropy"_s;
        found.product = u"Entropy Data"_s;
        return found;
    }
    return std::nullopt;
}

} // namespace meshscope
