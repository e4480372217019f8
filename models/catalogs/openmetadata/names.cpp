#include "models/catalogs/openmetadata/names.h"

using namespace Qt::StringLiterals;

namespace meshscope::openmetadata {

namespace {

/// Server types whose names differ from the catalog's word in more than case.
QString serverType(const QString &serviceType)
{
    static const QHash<QString, QString> words{
        {u"mssql"_s, u"sqlserver"_s},         {u"azuresql"_s, u"sqlserver"_s}, {u"cockroach"_s, u"cockroachdb"_s},
        {u"unitycatalog"_s, u"databricks"_s}, {u"singlestore"_s, u"mysql"_s},  {u"redpanda"_s, u"kafka"_s},
        {u"custommessaging"_s, u"kafka"_s},   {u"athena"_s, u"athena"_s},
    };
    const QString word = serviceType.toLower();
    return words.value(word, word);
}

/// Engines that know no database above the schema: there the catalog's database is only a placeholder.
bool hasNoDatabase(const QString &type)
{
    static const QStringList types{u"mysql"_s,     u"mariadb"_s,  u"hive"_s,   u"impala"_s, u"clickhouse"_s, u"teradata"_s,
                                   u"cassandra"_s, u"informix"_s, u"denodo"_s, u"dremio"_s, u"spark"_s,      u"sqlite"_s};
    return types.contains(type);
}

QString firstOf(const QHash<QString, QString> &settings, std::initializer_list<QString> keys)
{
    for (const QString &key : keys) {
        if (const QString value = settings.value(key); !value.isEmpty())
            return value;
    }
    return {};
}

void set(Server &server, const QString &name, const QString &value)
{
    if (!value.isEmpty())
        server.settings.append({name, value});
}

} // namespace

QStringList nameParts(const QString &fqn)
{
    QStringList parts;
    QString part;
    bool isQuoted = false;
    for (qsizetype i = 0; i < fqn.size(); ++i) {
        const QChar c = fqn.at(i);
        const QChar next = i + 1 < fqn.size() ? fqn.at(i + 1) : QChar();
        if (isQuoted && next == u'"' && (c == u'\\' || c == u'"')) { // \" and "" both stand for one
            part += next;
            ++i;
        } else if (c == u'"' && (isQuoted || part.isEmpty())) {
            isQuoted = !isQuoted;
        } else if (c == u'.' && !isQuoted) {
            parts.append(part);
            part.clear();
        } else {
            part += c;
        }
    }
    parts.append(part);
    return parts;
}

QString quotedPart(const QString &name)
{
    if (!name.contains(u'.') && !name.contains(u'"'))
        return name;
    QString inner = name;
    return u'"' + inner.replace(u'"', u"\\\""_s) + u'"';
}

QString below(const QString &fqn, const QString &name)
{
    return fqn.isEmpty() ? quotedPart(name) : fqn + u'.' + quotedPart(name);
}

Service Service::of(const Node &service)
{
    Service found;
    found.type = service["serviceType"].text();
    const Node &config = service["connection"]["config"];
    for (const char *key : {"hostPort", "account", "bootstrapServers", "database", "databaseName", "projectId", "catalog",
                            "schemaRegistryURL", "supportsDatabase"})
        if (const QString value = config[key].text(); !value.isEmpty())
            found.settings.insert(QLatin1StringView(key), value);
    for (const char *holder : {"awsConfig", "credentials"}) {
        if (const QString region = config[holder]["awsRegion"].text(); !region.isEmpty())
            found.settings.insert(u"awsRegion"_s, region);
    }
    return found;
}

DatasetName tableName(const Service &service, const QStringList &parts)
{
    Server server;
    server.type = serverType(service.type);
    set(server, u"host"_s, service.settings.value(u"hostPort"_s));
    set(server, u"account"_s, service.settings.value(u"account"_s));
    set(server, u"regionName"_s, service.settings.value(u"awsRegion"_s));
    QStringList named = parts;
    if (named.size() == 3 && hasNoDatabase(server.type))
        named.removeFirst();
    // Quoted, each part is taken as it is, whatever characters are in it.
    for (QString &part : named)
        part = u'"' + part.replace(u'"', u"\"\""_s) + u'"';
    return nameFromServer(server, named.join(u'.'));
}

DatasetName topicName(const Service &service, const QString &topic)
{
    Server server;
    server.type = serverType(service.type);
    set(server, u"host"_s, firstOf(service.settings, {u"bootstrapServers"_s, u"hostPort"_s}));
    set(server, u"regionName"_s, service.settings.value(u"awsRegion"_s));
    set(server, u"project"_s, service.settings.value(u"projectId"_s));
    if (server.type != u"kafka" && server.type != u"kinesis" && server.type != u"pubsub")
        return {};
    return nameFromServer(server, topic);
}

QStringList entityLink(const QString &link)
{
    if (!link.startsWith(u"<#E::") || !link.endsWith(u'>'))
        return {};
    return link.mid(5, link.size() - 6).split(u"::"_s);
}

} // namespace meshscope::openmetadata
