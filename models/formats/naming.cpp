#include "models/formats/naming.h"

#include "models/mesh/address.h"

#include <QRegularExpression>
#include <QUrl>

#include <array>
#include <optional>
#include <string_view>

// Source of the rules: OpenLineage "Naming Conventions" (namespace = datasource, name = path in it). Systems it does not
// list follow its pattern: <scheme>://<host>:<port> + the parts of the name joined by dots.
using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

/// How a table engine is named.
struct Engine {
    std::string_view type;   ///< server type or dbt adapter
    std::string_view scheme; ///< of the namespace
    int port;                ///< the engine's own when none is given; 0: it has none that is usual
    int parts;               ///< of a full name: 3 = database.schema.table, 2 = database.table
    std::string_view top;    ///< setting that names the outermost part
    bool needsHost;          ///< without it the datasource is not known
};
constexpr Engine engines[] = {
    {"postgres", "postgres", 5432, 3, "database", true},
    {"postgresql", "postgres", 5432, 3, "database", true},
    {"alloydb", "postgres", 5432, 3, "database", true},
    {"greenplum", "postgres", 5432, 3, "database", true},
    {"cockroachdb", "cockroachdb", 26257, 3, "database", true},
    {"mysql", "mysql", 3306, 2, "database", true},
    {"mariadb", "mysql", 3306, 2, "database", true},
    {"oracle", "oracle", 1521, 3, "serviceName", true},
    {"sqlserver", "sqlserver", 1433, 3, "database", true},
    {"fabric", "sqlserver", 1433, 3, "database", true},
    {"synapse", "sqlserver", 1433, 2, "schema", true},
    {"redshift", "redshift", 5439, 3, "database", false},
    {"snowflake", "snowflake", 0, 3, "database", false},
    {"databricks", "databricks", 0, 3, "catalog", false},
    {"trino", "trino", 8080, 3, "catalog", true},
    {"starburst", "trino", 8080, 3, "catalog", true},
    {"presto", "presto", 8080, 3, "catalog", true},
    {"clickhouse", "clickhouse", 8123, 2, "database", true},
    {"vertica", "vertica", 5433, 3, "database", true},
    {"db2", "db2", 50000, 3, "database", true},
    {"hive", "hive", 10000, 2, "database", true},
    {"impala", "impala", 21050, 2, "database", true},
    {"spark", "spark", 0, 2, "database", false},
    {"informix", "informix", 9088, 2, "database", true},
    {"zen", "zen", 1583, 2, "database", true},
    {"denodo", "denodo", 9999, 2, "database", true},
    {"dremio", "dremio", 31010, 2, "schema", true},
    {"teradata", "teradata", 1025, 2, "database", true},
    {"cassandra", "cassandra", 9042, 2, "keyspace", true},
    {"duckdb", "duckdb", 0, 3, "database", false},
    {"motherduck", "duckdb", 0, 3, "database", false},
    {"sqlite", "sqlite", 0, 2, "schema", false},
    {"athena", "awsathena", 0, 3, "catalog", false},
    {"bigquery", "bigquery", 0, 3, "project", false},
};

const Engine *engineOf(const QString &type)
{
    for (const Engine &engine : engines) {
        if (type.compare(QLatin1StringView(engine.type.data(), qsizetype(engine.type.size())), Qt::CaseInsensitive) == 0)
            return &engine;
    }
    return nullptr;
}

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), qsizetype(text.size()));
}

/// Parts of a dotted name without their quotes: "a"."b.c", `a`.`b`, [a].[b]. Empty where it is no such name.
QStringList nameParts(const QString &name)
{
    QStringList parts;
    QString part;
    bool wasQuoted = false;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar c = name.at(i);
        const bool opens = part.isEmpty() && !wasQuoted && (c == u'"' || c == u'`' || c == u'[');
        if (opens) {
            const QChar close = c == u'[' ? QChar(u']') : c;
            qsizetype end = i + 1;
            for (; end < name.size(); ++end) {
                if (name.at(end) != close)
                    part += name.at(end);
                else if (end + 1 < name.size() && name.at(end + 1) == close)
                    part += name.at(end++); // a doubled quote is one
                else
                    break;
            }
            if (end >= name.size())
                return {};
            wasQuoted = true;
            i = end;
        } else if (c == u'.') {
            parts.append(part);
            part.clear();
            wasQuoted = false;
        } else if (wasQuoted || c == u'(' || c == u')' || c == u'\'' || c.isSpace()) {
            return {}; // an expression, not a name
        } else {
            part += c;
        }
    }
    parts.append(part);
    parts.removeAll(QString());
    return parts;
}

DatasetName named(const QString &ns, const QString &name)
{
    if (ns.isEmpty() || name.isEmpty())
        return {};
    return {ns, name, platformOf(ns)};
}

QString firstSetting(const Server &server, std::initializer_list<QStringView> keys)
{
    for (const QStringView key : keys) {
        const QString value = server.setting(key).trimmed();
        if (!value.isEmpty())
            return value;
    }
    return {};
}

/// host:port out of "https://host:port/path", "host", "h1:9092,h2:9092" (the first one counts).
QString authority(QString host, const QString &port, int usualPort)
{
    if (const qsizetype scheme = host.indexOf(u"://"); scheme >= 0)
        host = host.mid(scheme + 3);
    host = host.section(u',', 0, 0).section(u'/', 0, 0).trimmed();
    if (host.isEmpty())
        return {};
    const bool hasPort = host.lastIndexOf(u':') > host.lastIndexOf(u']') && host.lastIndexOf(u':') > 0;
    if (hasPort)
        return host;
    if (!port.isEmpty())
        return host + u':' + port;
    return usualPort > 0 ? host + u':' + QString::number(usualPort) : host;
}

/// arn:aws:glue:<region>:<account>:table/<database>/<table> (or :database/<database>).
DatasetName nameFromGlueArn(const QString &arn, const QString &table)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(arn:aws[a-z-]*:glue:[a-z0-9-]*:[0-9]*):(?:table/([^/]+)/([^/]+)|database/([^/]+))$"));
    const QRegularExpressionMatch match = pattern.match(arn);
    if (!match.hasMatch())
        return {};
    const QString database = match.captured(2).isEmpty() ? match.captured(4) : match.captured(2);
    const QString name = match.captured(3).isEmpty() ? table : match.captured(3);
    return name.isEmpty() ? DatasetName() : named(match.captured(1), u"table/"_s + database + u'/' + name);
}

/// The path of a set of files: without wildcards, and with the object's name where the location is only its folder.
QString filePath(QString path, const QString &object)
{
    static const QRegularExpression placeholder(u"\\{(model|table|schema|object)\\}"_s);
    const bool hadPlaceholder = path.contains(placeholder);
    if (hadPlaceholder)
        path.replace(placeholder, object);
    const bool isFolder = path.isEmpty() || path.endsWith(u'/');
    QStringList parts = path.split(u'/');
    bool hadWildcard = false;
    while (!parts.isEmpty() && (parts.last().isEmpty() || parts.last().contains(u'*'))) {
        if (parts.size() == 1 && path.startsWith(u'/'))
            break;
        hadWildcard = hadWildcard || parts.last().contains(u'*');
        parts.removeLast();
    }
    path = parts.join(u'/');
    const bool named = hadPlaceholder || object.isEmpty() || parts.contains(object);
    if (isFolder && !hadWildcard && !named)
        path += (path.isEmpty() || path.endsWith(u'/') ? QString() : u"/"_s) + object;
    return path;
}

/// A dataset of files by its location: s3://bucket/key, abfss://container@account/path, https://…, /a/path.
DatasetName nameFromLocation(const QString &location, const QString &object)
{
    if (location.startsWith(u"arn:"))
        return nameFromGlueArn(location, object);
    const qsizetype colon = location.indexOf(u"://");
    if (colon < 0)
        return location.isEmpty() ? DatasetName() : named(u"file"_s, filePath(location, object));
    QString scheme = location.left(colon).toLower();
    const QString rest = location.mid(colon + 3);
    QString host = rest.section(u'/', 0, 0);
    QString path = rest.section(u'/', 1);
    if (scheme == u"file")
        return named(host.isEmpty() ? u"file"_s : u"file://"_s + host, filePath(u'/' + path, object));
    if (scheme == u"s3a" || scheme == u"s3n")
        scheme = u"s3"_s;
    const bool isAzureBlob = host.contains(u".blob.core.windows.net");
    const bool isAzureLake = host.contains(u".dfs.core.windows.net");
    if (scheme.startsWith(u"http") && (isAzureBlob || isAzureLake)) {
        scheme = isAzureBlob ? u"wasbs"_s : u"abfss"_s;
        host = path.section(u'/', 0, 0) + u'@' + host;
        path = path.section(u'/', 1);
    }
    path = filePath(path, object);
    return host.isEmpty() ? DatasetName() : named(scheme + u"://"_s + host, path.isEmpty() ? u"/"_s : path);
}

/// Redshift's authority is {cluster}.{region}:{port}, whichever way the endpoint is written.
QString redshiftAuthority(const Server &server)
{
    static const QRegularExpression endpoint(
        u"^([^.]+)\\.[^.]+\\.([a-z0-9-]+)\\.redshift(?:-serverless)?\\.amazonaws\\.com(?:\\.cn)?(:\\d+)?$"_s);
    const QString port = server.setting(u"port");
    QString host = authority(firstSetting(server, {u"host", u"endpoint"}), port, 5439);
    if (const QRegularExpressionMatch match = endpoint.match(host); match.hasMatch())
        return match.captured(1) + u'.' + match.captured(2) + match.captured(3);
    const QString cluster = server.setting(u"clusterIdentifier");
    const QString region = firstSetting(server, {u"region", u"regionName"});
    if (host.isEmpty() && !cluster.isEmpty() && !region.isEmpty())
        host = authority(cluster + u'.' + region, port, 5439);
    return host;
}

QString snowflakeAuthority(const Server &server)
{
    QString account = firstSetting(server, {u"account", u"host"});
    if (const qsizetype scheme = account.indexOf(u"://"); scheme >= 0)
        account = account.mid(scheme + 3);
    account = account.section(u'/', 0, 0).section(u':', 0, 0);
    if (account.endsWith(u".snowflakecomputing.com", Qt::CaseInsensitive))
        account.chop(23);
    return account;
}

/// The datasource of a table engine; nothing where the server does not say which one it is.
std::optional<QString> engineNamespace(const Engine &engine, const Server &server)
{
    const QString scheme = latin(engine.scheme);
    if (engine.scheme == "bigquery")
        return scheme;
    QString host;
    if (engine.scheme == "snowflake") {
        host = snowflakeAuthority(server);
    } else if (engine.scheme == "redshift") {
        host = redshiftAuthority(server);
    } else if (engine.scheme == "awsathena") {
        const QString region = firstSetting(server, {u"regionName", u"region"});
        host = region.isEmpty() ? QString() : u"athena.%1.amazonaws.com"_s.arg(region);
    } else if (engine.scheme != "duckdb" && engine.scheme != "sqlite") {
        host = authority(firstSetting(server, {u"host", u"server", u"endpoint"}), server.setting(u"port"), engine.port);
    }
    if (host.isEmpty() && engine.needsHost)
        return std::nullopt;
    return scheme + u"://"_s + host;
}

/// The engine's name of a table: what the physical name leaves out comes from the server.
QString tableName(const Engine &engine, const Server &server, const QString &physicalName)
{
    QStringList parts = nameParts(physicalName);
    if (parts.isEmpty())
        return {};
    const bool isBigQuery = engine.scheme == "bigquery";
    if (isBigQuery && parts.size() == 1) // `project.dataset.table` as a whole in backticks
        parts = parts.first().split(u'.');
    if (parts.size() < engine.parts && engine.parts == 3) {
        const QString schema = firstSetting(server, {isBigQuery ? QStringView(u"dataset") : QStringView(u"schema")});
        if (parts.size() == 1 && !schema.isEmpty())
            parts = nameParts(schema) + parts;
        else if (parts.size() == 1 && engine.scheme == "duckdb")
            parts.prepend(u"main"_s);
    }
    if (parts.size() < engine.parts) {
        QString top = firstSetting(server, {latin(engine.top), u"database", u"catalog", u"dbname", u"sid"});
        if (engine.scheme == "duckdb" || engine.scheme == "sqlite") // a file: its stem is the database
            top = engine.scheme == "sqlite" ? QString() : top.section(u'/', -1).section(u'.', 0, 0);
        if (top.isEmpty() && engine.scheme == "awsathena")
            top = u"awsdatacatalog"_s;
        if (engine.type == "synapse" && server.setting(u"schema").isEmpty())
            top = u"dbo"_s;
        if (!top.isEmpty())
            parts = QStringList{top.startsWith(u"arn:") ? top.section(u'/', -1) : top} + parts;
    }
    return parts.join(u'.');
}

DatasetName nameOfGlue(const Server &server, const QString &physicalName)
{
    const QString database = server.setting(u"database");
    for (const QString &value : {database, server.setting(u"location")}) {
        if (const DatasetName name = nameFromGlueArn(value, physicalName); !name.isNull())
            return name;
    }
    const QString account = server.setting(u"account").remove(u'-');
    const QStringList parts = nameParts(physicalName);
    if (account.isEmpty() || parts.isEmpty())
        return {};
    const QString holder = parts.size() > 1 ? parts.at(parts.size() - 2) : database;
    const QString region = firstSetting(server, {u"region", u"regionName"});
    return holder.isEmpty()
               ? DatasetName()
               : named(u"arn:aws:glue:%1:%2"_s.arg(region, account), u"table/"_s + holder + u'/' + parts.last());
}

/// Topics and streams; null for any other type.
DatasetName nameOfStream(const QString &type, const Server &server, const QString &physicalName)
{
    const QString topic =
        firstSetting(server, {u"topic", u"stream"}).isEmpty() ? physicalName : firstSetting(server, {u"topic", u"stream"});
    if (type == u"kafka") {
        const QString host = authority(firstSetting(server, {u"host", u"bootstrapServers"}), server.setting(u"port"), 0);
        return host.isEmpty() ? DatasetName() : named(u"kafka://"_s + host, topic);
    }
    if (type == u"kinesis") {
        const QString region = firstSetting(server, {u"region", u"regionName"});
        return region.isEmpty() ? DatasetName() : named(u"kinesis://"_s + region, topic);
    }
    const QString project = server.setting(u"project");
    return project.isEmpty() ? DatasetName() : named(u"pubsub"_s, u"topic:%1:%2"_s.arg(project, topic));
}

/// Cloud SQL speaks one of three protocols: its port says which.
QString plainType(const Server &server)
{
    const QString type = server.type.trimmed().toLower();
    if (type != u"cloudsql")
        return type;
    const QString port = server.setting(u"port");
    return port == u"3306" ? u"mysql"_s : port == u"1433" ? u"sqlserver"_s : u"postgres"_s;
}

} // namespace

QString DatasetName::id() const
{
    return isNull() ? QString() : datasetId(ns, name);
}

DatasetName nameFromServer(const Server &server, const QString &physicalName)
{
    const QString object = physicalName.trimmed();
    if (object.contains(u"://") || object.startsWith(u"arn:"))
        return nameFromLocation(object, {});
    const QString type = plainType(server);
    if (type == u"glue")
        return nameOfGlue(server, object);
    if (type == u"kafka" || type == u"kinesis" || type == u"pubsub")
        return object.isEmpty() ? DatasetName() : nameOfStream(type, server, object);
    if (const Engine *engine = engineOf(type)) {
        const std::optional<QString> ns = engineNamespace(*engine, server);
        return ns ? named(*ns, tableName(*engine, server, object)) : DatasetName();
    }
    const QString location = firstSetting(server, {u"location", u"path", u"endpointUrl"});
    if (type == u"local" && !location.contains(u"://"))
        return nameFromLocation(location.startsWith(u"./") ? location.mid(2) : location, object);
    // s3, gcs, azure, sftp, hdfs, api, custom …: the location is an address; anything else says too little
    return location.contains(u"://") || location.startsWith(u"arn:") ? nameFromLocation(location, object) : DatasetName();
}

DatasetName nameFromRelation(const QString &adapter, const QString &database, const QString &schema,
                             const QString &identifier, const QString &relationName)
{
    QString name = nameParts(relationName).join(u'.');
    if (name.isEmpty()) {
        QStringList parts{database, schema, identifier};
        parts.removeAll(QString());
        name = parts.join(u'.');
    }
    const QString word = adapter.toLower();
    if (word == u"bigquery")
        return named(word, name);
    if (word == u"glue")
        return named(u"arn:aws:glue"_s, u"table/"_s + (schema.isEmpty() ? database : schema) + u'/' + identifier);
    const Engine *engine = engineOf(word);
    const QString scheme = engine ? latin(engine->scheme) : word.isEmpty() ? u"dbt"_s : word;
    return named(scheme + u"://"_s, name);
}

QString platformOf(const QString &ns)
{
    if (ns.startsWith(u"arn:"))
        return ns.section(u':', 2, 2);
    const qsizetype colon = ns.indexOf(u':');
    return colon > 0 ? ns.left(colon) : ns;
}

} // namespace meshscope
