#include "models/catalogs/datahub/names.h"

#include "models/mesh/address.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

/// Platforms whose tables DataHub names as their engine does: the dbt adapter of the same engine knows the namespace.
QString adapterOf(const QString &platform)
{
    static const QHash<QString, QString> adapters{
        {u"athena"_s, u"athena"_s},        {u"bigquery"_s, u"bigquery"_s},     {u"clickhouse"_s, u"clickhouse"_s},
        {u"cockroachdb"_s, u"postgres"_s}, {u"databricks"_s, u"databricks"_s}, {u"hive"_s, u"hive"_s},
        {u"mariadb"_s, u"mysql"_s},        {u"mssql"_s, u"sqlserver"_s},       {u"mysql"_s, u"mysql"_s},
        {u"oracle"_s, u"oracle"_s},        {u"postgres"_s, u"postgres"_s},     {u"redshift"_s, u"redshift"_s},
        {u"snowflake"_s, u"snowflake"_s},  {u"teradata"_s, u"teradata"_s},     {u"trino"_s, u"trino"_s}};
    return adapters.value(platform);
}

DatasetName bucketName(const QString &scheme, const QString &name)
{
    const QString path = name.section(u'/', 1);
    return {scheme + u"://"_s + name.section(u'/', 0, 0), path.isEmpty() ? u"/"_s : path, scheme};
}

} // namespace

DataHubUrn DataHubUrn::parse(const QString &urn)
{
    static const QString begin = u"urn:li:"_s;
    const qsizetype colon = urn.indexOf(u':', begin.size());
    if (!urn.startsWith(begin) || colon < 0)
        return {};
    DataHubUrn parsed;
    parsed.type = urn.sliced(begin.size(), colon - begin.size());
    const QString key = urn.sliced(colon + 1);
    if (!key.startsWith(u'(') || !key.endsWith(u')')) {
        parsed.parts.append(key);
        return parsed;
    }
    int depth = 0;
    qsizetype from = 1;
    for (qsizetype i = 1; i < key.size() - 1; ++i) {
        depth += key[i] == u'(' ? 1 : key[i] == u')' ? -1 : 0;
        if (key[i] == u',' && depth == 0) {
            parsed.parts.append(key.sliced(from, i - from));
            from = i + 1;
        }
    }
    parsed.parts.append(key.sliced(from, key.size() - 1 - from));
    return parsed;
}

DataHubNames::DataHubNames(const QString &namespaces)
{
    static const QRegularExpression apart(u"[\\s,]+"_s);
    for (const QString &pair : namespaces.split(apart, Qt::SkipEmptyParts)) {
        if (const qsizetype equals = pair.indexOf(u'='); equals > 0)
            m_namespaces.insert(pair.left(equals).toLower(), pair.mid(equals + 1));
    }
}

DatasetName DataHubNames::nameOf(const DataHubUrn &urn) const
{
    if (urn.type != u"dataset" || urn.parts.size() != 3 || urn.parts[2] != u"PROD" || urn.parts[1].isEmpty())
        return {};
    const QString platform = urn.parts[0].section(u':', -1).toLower();
    const QString &name = urn.parts[1];
    if (const QString ns = m_namespaces.value(platform); !ns.isEmpty())
        return {ns, name, platformOf(ns)};
    if (platform == u"s3")
        return bucketName(u"s3"_s, name);
    if (platform == u"gcs")
        return bucketName(u"gs"_s, name);
    if (platform == u"bigquery")
        return {u"bigquery"_s, name, u"bigquery"_s};
    const QString adapter = adapterOf(platform);
    if (adapter.isEmpty())
        return {};
    // A namespace without an authority: whoever knows the server says the rest.
    const QString ns = nameFromRelation(adapter, {}, {}, u"x"_s, {}).ns;
    return {ns, name, platformOf(ns)};
}

QString DataHubNames::idOf(const QString &urn) const
{
    constexpr qsizetype most = 10'000;
    if (const auto known = m_ids.constFind(urn); known != m_ids.cend())
        return *known;
    const DatasetName name = nameOf(DataHubUrn::parse(urn));
    if (m_ids.size() >= most)
        m_ids.clear();
    return *m_ids.insert(urn, name.isNull() ? urn : name.id());
}

QString DataHubNames::columnPath(const QString &fieldPath)
{
    if (!fieldPath.startsWith(u"[version="))
        return fieldPath;
    QString path;
    bool isArray = false;
    for (qsizetype i = 0; i < fieldPath.size();) {
        if (fieldPath[i] == u'[') { // a token; what is between the brackets may hold dots
            const qsizetype close = fieldPath.indexOf(u']', i);
            if (close < 0)
                return fieldPath;
            isArray = isArray || fieldPath.sliced(i, close + 1 - i) == u"[type=array]";
            i = close + 2;
            continue;
        }
        qsizetype end = fieldPath.indexOf(u".["_s, i);
        if (end < 0)
            end = fieldPath.size();
        path += (path.isEmpty() ? QString() : u"."_s) + fieldPath.sliced(i, end - i);
        i = end + 1;
        if (isArray && i < fieldPath.size()) // what follows is of its items
            path += u"[]"_s;
        isArray = false;
    }
    return path.isEmpty() ? fieldPath : path;
}

} // namespace meshscope
