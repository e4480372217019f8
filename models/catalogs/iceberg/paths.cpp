#include "models/catalogs/iceberg/paths.h"

#include "models/catalogs/http/profile.h"

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

/// Overrides before defaults.
QString valueOf(const Node &config, std::string_view key)
{
    const QString value = config["overrides"][key].text();
    return value.isEmpty() ? config["defaults"][key].text() : value;
}

/// "GET v1/config", " get /v1/config": in one form.
QString routeOf(const QString &text)
{
    const QString method = text.simplified().section(u' ', 0, 0).toUpper();
    QString path = text.simplified().section(u' ', 1);
    if (!path.startsWith(u'/') && !path.contains(u"://"))
        path.prepend(u'/');
    return method + u' ' + path;
}

/// A prefix goes into paths as it stands, but for what no path may hold.
QString pathText(const QString &prefix)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(prefix, "/%!$&'()*+,;=:@"));
}

} // namespace

IcebergPaths::IcebergPaths(const Node &config, const QUrl &base)
    : m_prefix(valueOf(config, "prefix"))
{
    if (const QUrl other(valueOf(config, "uri")); !other.isEmpty()) {
        QUrl here = base;
        if (!isSameOrigin(other, here))
            m_elsewhere = other.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery);
        else if (QString path = other.path(QUrl::FullyEncoded); path != here.path(QUrl::FullyEncoded)) {
            while (path.endsWith(u'/'))
                path.chop(1);
            here.setPath({});
            m_root = here.toString(QUrl::FullyEncoded) + path + u"/v1"_s;
        }
    }
    QString prefix = pathText(m_prefix);
    while (prefix.startsWith(u'/'))
        prefix.remove(0, 1);
    while (prefix.endsWith(u'/'))
        prefix.chop(1);
    if (!prefix.isEmpty())
        m_root += u'/' + prefix;
    if (const QString separator = valueOf(config, "namespace-separator"); !separator.isEmpty()) {
        m_separator = QUrl::fromPercentEncoding(separator.toUtf8());
        m_escaped =
            separator.startsWith(u'%') ? separator : QString::fromLatin1(QUrl::toPercentEncoding(separator, {}, "."));
    }
    for (const Node &route : config["endpoints"].items())
        m_routes.insert(routeOf(route.text()));
}

QString IcebergPaths::nameSpace(const QStringList &levels) const
{
    QStringList parts;
    for (const QString &level : levels)
        parts.append(pathSegment(level));
    return namespaces() + u'/' + parts.join(m_escaped);
}

QString IcebergPaths::things(const QStringList &levels, const QString &what) const
{
    return nameSpace(levels) + u'/' + what;
}

QString IcebergPaths::thing(const QStringList &levels, const QString &what, const QString &name) const
{
    return things(levels, what) + u'/' + pathSegment(name);
}

QStringList icebergCredentials()
{
    return {u"config"_s, u"storage-credentials"_s, u"remote-signing-config"_s};
}

} // namespace meshscope
