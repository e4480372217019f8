#include "models/mesh/address.h"

#include <QCoreApplication>
#include <QUrl>

namespace meshscope {

namespace {
const QString deepLinkPrefix = QStringLiteral("meshscope:///");

// QUrl leaves exactly the unreserved characters of RFC 3986 as they are.
QString encoded(const QString &part)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(part));
}
} // namespace

QString Address::toString() const
{
    return encoded(endpoint) + u'/' + kindWord(kind) + u'/' + encoded(id);
}

QString Address::toDeepLink() const
{
    return deepLinkPrefix + toString();
}

Result<Address> Address::parse(const QString &text)
{
    const QStringView rest =
        text.startsWith(deepLinkPrefix) ? QStringView(text).mid(deepLinkPrefix.size()) : QStringView(text);
    const qsizetype first = rest.indexOf(u'/');
    const qsizetype second = first < 0 ? -1 : rest.indexOf(u'/', first + 1);
    const auto kind = second < 0 ? std::nullopt : kindFromWord(rest.mid(first + 1, second - first - 1));
    if (first <= 0 || !kind || second + 1 >= rest.size()) {
        return fail(Error::Code::Usage,
                    QCoreApplication::translate("meshscope::Address",
                                                "not an address: expected endpoint/kind/id, such as shop/product/orders"),
                    text);
    }
    // An id typed with plain slashes is taken whole: only the encoded form is ever printed.
    return Address{QUrl::fromPercentEncoding(rest.first(first).toUtf8()), *kind,
                   QUrl::fromPercentEncoding(rest.mid(second + 1).toUtf8())};
}

QString portId(const QString &productId, bool output, const QString &name, const QString &version)
{
    return productId + (output ? QStringLiteral("/out/") : QStringLiteral("/in/")) + name + u'/' +
           (version.isEmpty() ? QStringLiteral("-") : version);
}

QString datasetId(const QString &ns, const QString &name)
{
    return ns + u'/' + name;
}

QString columnId(const QString &datasetId, const QString &path)
{
    return datasetId + u'/' + path;
}

} // namespace meshscope
