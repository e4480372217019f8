#include "ui/widgets/page.h"

#include <QUrl>

namespace meshscope {

namespace {
const QString viewScheme = QStringLiteral("meshscope:view/");
}

void Location::add(const char *name, const QString &value)
{
    if (!value.isEmpty())
        options.addQueryItem(QLatin1String(name), QString::fromLatin1(QUrl::toPercentEncoding(value)));
}

QString Location::option(const char *name) const
{
    return options.queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
}

QString Location::toString() const
{
    Location whole = *this;
    whole.add("address", address);
    const QString tail = whole.options.toString(QUrl::FullyEncoded);
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
        location.address = location.option("address");
        location.options.removeQueryItem(QStringLiteral("address"));
    }
    return location;
}

} // namespace meshscope
