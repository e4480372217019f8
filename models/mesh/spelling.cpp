#include "models/mesh/spelling.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

/// "postgres://host:5432/path", taken apart.
struct Namespace {
    QStringView scheme;
    QStringView host;
    QStringView port;
    QStringView path; ///< with the slash it begins with
};

Namespace partsOf(QStringView ns)
{
    Namespace parts;
    const qsizetype end = ns.indexOf(u"://");
    if (end < 0) {
        parts.host = ns;
        return parts;
    }
    parts.scheme = ns.first(end);
    QStringView authority = ns.sliced(end + 3);
    if (const qsizetype slash = authority.indexOf(u'/'); slash >= 0) {
        parts.path = authority.sliced(slash);
        authority.truncate(slash);
    }
    const qsizetype colon = authority.lastIndexOf(u':');
    const bool hasPort = colon > 0 && !authority.endsWith(u']') && authority.indexOf(u':') == colon;
    parts.host = hasPort ? authority.first(colon) : authority;
    parts.port = hasPort ? authority.sliced(colon + 1) : QStringView();
    return parts;
}

QString plainScheme(QStringView scheme)
{
    static const QHash<QString, QString> words{{u"postgresql"_s, u"postgres"_s},
                                               {u"s3a"_s, u"s3"_s},
                                               {u"s3n"_s, u"s3"_s},
                                               {u"gcs"_s, u"gs"_s},
                                               {u"sqlserver"_s, u"mssql"_s},
                                               {u"presto"_s, u"trino"_s},
                                               {u"mariadb"_s, u"mysql"_s},
                                               {u"awsathena"_s, u"athena"_s}};
    const QString low = scheme.toString().toLower();
    return words.value(low, low);
}

QString defaultPort(const QString &scheme)
{
    static const QHash<QString, QString> ports{
        {u"postgres"_s, u"5432"_s},  {u"mysql"_s, u"3306"_s}, {u"mssql"_s, u"1433"_s}, {u"oracle"_s, u"1521"_s},
        {u"redshift"_s, u"5439"_s},  {u"trino"_s, u"8080"_s}, {u"kafka"_s, u"9092"_s}, {u"hdfs"_s, u"8020"_s},
        {u"cassandra"_s, u"9042"_s}, {u"hive"_s, u"10000"_s}, {u"db2"_s, u"50000"_s},  {u"clickhouse"_s, u"8123"_s}};
    return ports.value(scheme);
}

QString defaultSchema(const QString &scheme)
{
    static const QHash<QString, QString> schemas{{u"postgres"_s, u"public"_s},  {u"redshift"_s, u"public"_s},
                                                 {u"snowflake"_s, u"public"_s}, {u"mssql"_s, u"dbo"_s},
                                                 {u"hive"_s, u"default"_s},     {u"spark"_s, u"default"_s},
                                                 {u"trino"_s, u"default"_s},    {u"databricks"_s, u"default"_s}};
    return schemas.value(scheme);
}

QString unquoted(QStringView name)
{
    const auto isQuote = [](QChar c) { return c == u'"' || c == u'`' || c == u'[' || c == u']'; };
    QString plain = name.toString();
    if (std::any_of(name.begin(), name.end(), isQuote))
        plain.removeIf(isQuote);
    return plain;
}

/// A warehouse's name of three parts loses the middle one where that is the schema everybody uses.
QString withoutSchema(const QString &name, const QString &usual)
{
    const qsizetype last = usual.isEmpty() ? -1 : name.lastIndexOf(u'.');
    if (last < 0)
        return name;
    const qsizetype before = last == 0 ? -1 : name.lastIndexOf(u'.', last - 1);
    const QStringView schema = QStringView(name).sliced(before + 1, last - before - 1);
    if (schema.compare(usual, Qt::CaseInsensitive) != 0)
        return name;
    return QString(name).remove(before + 1, last - before);
}

QStringView nameIn(const Dataset &d)
{
    const QStringView id(d.id);
    const bool isBelow = !d.ns.isEmpty() && id.size() > d.ns.size() && id[d.ns.size()] == u'/' && id.startsWith(d.ns);
    return isBelow ? id.sliced(d.ns.size() + 1) : id;
}

QString shortHost(QStringView host)
{
    const qsizetype dot = host.indexOf(u'.');
    return (dot < 0 ? host : host.first(dot)).toString().toLower();
}

/// Of a dataset's plain id what the namespace says: "scheme://host:port/path".
QString plainNamespace(const Namespace &parts, const QString &scheme)
{
    QString host = parts.host.toString().toLower();
    if (host.endsWith(u'.'))
        host.chop(1);
    QString id = scheme + u"://"_s + host;
    if (!parts.port.isEmpty() && parts.port != defaultPort(scheme))
        id.append(u':').append(parts.port);
    return id + parts.path.toString().toCaseFolded();
}

quint64 keyOf(quint32 first, quint32 second)
{
    return (quint64(first) << 32) | second;
}

} // namespace

QString plainDatasetId(const QString &ns, const QString &name)
{
    const Namespace parts = partsOf(ns);
    const QString scheme = plainScheme(parts.scheme);
    return plainNamespace(parts, scheme) + u'/' + withoutSchema(unquoted(name), defaultSchema(scheme)).toCaseFolded();
}

const Spellings::Space &Spellings::space(const QString &ns)
{
    if (const auto known = m_spaces.constFind(ns); known != m_spaces.cend())
        return *known;
    const Namespace parts = partsOf(ns);
    const QString scheme = plainScheme(parts.scheme);
    const QString plain = plainNamespace(parts, scheme);
    // Ids are one text: where the namespace ends in it does not matter, so all below the host goes with the name.
    const qsizetype slash = plain.indexOf(u'/', plain.indexOf(u"://") + 3);
    Space space;
    space.server = m_servers.number(slash < 0 ? plain : plain.first(slash));
    space.path = slash < 0 ? QString() : plain.sliced(slash + 1) + u'/';
    space.host = m_hosts.number(scheme + u'\x1f' + shortHost(parts.host));
    space.platform = m_platforms.number(scheme);
    space.usualSchema = defaultSchema(scheme);
    return *m_spaces.insert(ns, space);
}

Spellings::Keys Spellings::of(const Dataset &dataset)
{
    if (dataset.ns.isEmpty())
        return {};
    const Space &in = space(dataset.ns);
    const QString name = withoutSchema(unquoted(nameIn(dataset)), in.usualSchema).toCaseFolded();
    const quint32 number = m_names.number(name);
    Keys keys;
    keys.id = keyOf(in.server, in.path.isEmpty() ? number : m_names.number(in.path + name));
    if (name.contains(u'.') || name.contains(u'/')) { // a bare name says too little
        keys.table = keyOf(in.host, number);
        keys.bare = keyOf(in.platform, number);
    }
    return keys;
}

QList<MatchReason> differences(const Dataset &one, const Dataset &other)
{
    const Namespace a = partsOf(one.ns);
    const Namespace b = partsOf(other.ns);
    QList<MatchReason> reasons;
    if (a.scheme != b.scheme && a.scheme.toString().toLower() != b.scheme.toString().toLower())
        reasons.append(MatchReason::Scheme);
    if (a.port != b.port)
        reasons.append(MatchReason::DefaultPort);
    if (a.host.compare(b.host, Qt::CaseInsensitive) != 0)
        reasons.append(shortHost(a.host) == shortHost(b.host) ? MatchReason::HostAlias : MatchReason::SameTable);
    const QStringView nameA = nameIn(one);
    const QStringView nameB = nameIn(other);
    const QString plainA = unquoted(nameA);
    const QString plainB = unquoted(nameB);
    if ((plainA != nameA) != (plainB != nameB))
        reasons.append(MatchReason::Quoting);
    const QString usual = defaultSchema(plainScheme(a.scheme));
    const QString bareA = withoutSchema(plainA, usual);
    const QString bareB = withoutSchema(plainB, usual);
    if ((bareA != plainA) != (bareB != plainB))
        reasons.append(MatchReason::DefaultSchema);
    if (bareA != bareB && bareA.compare(bareB, Qt::CaseInsensitive) == 0)
        reasons.append(MatchReason::Case);
    if (reasons.isEmpty())
        reasons.append(MatchReason::Case);
    return reasons;
}

} // namespace meshscope
