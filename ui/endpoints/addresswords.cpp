#include "ui/endpoints/addresswords.h"

#include "ui/endpoints/addressprobe.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::EndpointFields)
};

/// "https:// or http://"
QString beginnings(const EndpointKind &kind)
{
    QStringList schemes;
    for (const QString &scheme : kind.schemes)
        schemes.append(scheme + u"://"_s);
    return schemes.join(Text::tr(" or "));
}

} // namespace

QString addressLike(const EndpointKind &kind)
{
    const QString scheme = kind.schemes.value(0);
    return scheme == u"https" ? u"https://catalog.example:5000"_s : scheme + u"://server.example/database"_s;
}

QString addressProblem(const EndpointKind &kind, const QString &address)
{
    if (address.isEmpty())
        return {};
    const QUrl url(address, QUrl::StrictMode);
    if (!url.isValid() || !kind.schemes.contains(url.scheme()) || url.host().isEmpty())
        return Text::tr("An address begins with %1 and names a server").arg(beginnings(kind));
    return url.userInfo().isEmpty() ? QString() : Text::tr("Take the user and password out of the address: it is shown");
}

QString folderProblem(const QString &path, bool isChosen)
{
    if (path.isEmpty())
        return {};
    const QFileInfo info(path);
    if (!info.exists() && AddressProbe::isServer(path) && !isChosen)
        return Text::tr("That is a server's address: what answers there tells its kind, or you do");
    if (!info.exists())
        return Text::tr("There is no such folder");
    if (!info.isDir())
        return Text::tr("That is a file: choose the folder it is in");
    return info.isReadable() ? QString() : Text::tr("You may not read this folder");
}

QString optionTitle(const QString &option)
{
    static const QHash<QString, const char *> titles{
        {u"catalogs"_s, QT_TRANSLATE_NOOP("meshscope::EndpointFields", "Catalogs")},
        {u"catalogs.without"_s, QT_TRANSLATE_NOOP("meshscope::EndpointFields", "Not the catalogs")},
        {u"datazone.domain"_s, QT_TRANSLATE_NOOP("meshscope::EndpointFields", "DataZone domain")},
        {u"domain"_s, QT_TRANSLATE_NOOP("meshscope::EndpointFields", "Domains")},
        {u"full"_s, QT_TRANSLATE_NOOP("meshscope::EndpointFields", "Read everything")},
        {u"iceberg"_s, QT_TRANSLATE_NOOP("meshscope::EndpointFields", "Snapshots")},
        {u"lineage"_s, QT_TRANSLATE_NOOP("meshscope::EndpointFields", "Lineage")},
        {u"namespaces"_s, QT_TRANSLATE_NOOP("meshscope::EndpointFields", "Namespaces")},
        {u"partitions"_s, QT_TRANSLATE_NOOP("meshscope::EndpointFields", "Partitions")},
        {u"permissions"_s, QT_TRANSLATE_NOOP("meshscope::EndpointFields", "Permissions")},
        {u"schemas"_s, QT_TRANSLATE_NOOP("meshscope::EndpointFields", "Schemas")},
        {u"schemas.without"_s, QT_TRANSLATE_NOOP("meshscope::EndpointFields", "Not the schemas")},
        {u"snapshots"_s, QT_TRANSLATE_NOOP("meshscope::EndpointFields", "Snapshots")},
        {u"sslmode"_s, QT_TRANSLATE_NOOP("meshscope::EndpointFields", "Encryption")},
        {u"versions"_s, QT_TRANSLATE_NOOP("meshscope::EndpointFields", "Versions")},
        {u"warehouse"_s, QT_TRANSLATE_NOOP("meshscope::EndpointFields", "Warehouse")}};
    const char *const title = titles.value(option, nullptr);
    return title ? QCoreApplication::translate("meshscope::EndpointFields", title) : option;
}

} // namespace meshscope
