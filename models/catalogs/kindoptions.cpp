#include "models/catalogs/kindoptions.h"

#include "models/catalogs/http/httpoptions.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::HttpEndpoint)
};

} // namespace

QList<Property> ownOptions(const EndpointKind &kind)
{
    QList<Property> own = kind.options;
    const QList<Property> common = httpOptions();
    own.removeIf([&](const Property &option) {
        return std::any_of(common.cbegin(), common.cend(), [&](const Property &c) { return c.name == option.name; });
    });
    return own;
}

QStringList listOption(const EndpointConfig &config, const QString &option)
{
    QStringList items;
    for (const QString &item : config.options.value(option).split(u',', Qt::SkipEmptyParts))
        items.append(item.trimmed());
    return items;
}

Result<void> checkChoice(const EndpointConfig &config, const QString &option, const QStringList &words)
{
    const QString value = config.options.value(option);
    if (value.isEmpty() || words.contains(value))
        return {};
    const QString choice = Text::tr("%1 or %2").arg(words.sliced(0, words.size() - 1).join(u", "_s), words.last());
    return fail(Error::Code::Usage, Text::tr("The option %1 is “%2”: it can be %3.").arg(option, value, choice),
                config.name);
}

} // namespace meshscope
