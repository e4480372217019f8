#include "ui/widgets/page.h"

#include <QUrl>

namespace meshscope {

namespace {
const QString viewScheme = QStringLiteral("meshscope:view/");
}

QString Location::toString() const
{
    QUrlQuery query = options;
    if (!address.isEmpty())
        query.addQueryItem(QStringLiteral("address"), QString::fromLatin1(QUrl::toPercentEncoding(address)));
    const QString tail = query.toString(QUrl::FullyEncoded);
    return viewScheme + view + (tail.isEmpty() ? QString() : u'?' + tail);
}

Location Location::parse(const QString &text)
{
    Location location;
    if (!text.startsWith(viewScheme)) {
        location.view = QStringLiteral("product");
        location.address = text;
        return location;
    }
    const QString rest = text.mid(viewScheme.size());
    const qsizetype mark = rest.indexOf(u'?');
    location.view = mark < 0 ? rest : rest.first(mark);
    if (mark >= 0) {
        location.options = QUrlQuery(rest.mid(mark + 1));
        location.address = location.options.queryItemValue(QStringLiteral("address"), QUrl::FullyDecoded);
        location.options.removeQueryItem(QStringLiteral("address"));
    }
    return location;
}

} // namespace meshscope
