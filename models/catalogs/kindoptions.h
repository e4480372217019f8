#pragma once

#include "models/catalogs/connector.h"

namespace meshscope {

/// What a kind of server takes beyond what every server does.
[[nodiscard]] QList<Property> ownOptions(const EndpointKind &kind);
/// What an option lists, with commas between.
[[nodiscard]] QStringList listOption(const EndpointConfig &config, const QString &option);
/// Usage when an option is given that is none of these words.
[[nodiscard]] Result<void> checkChoice(const EndpointConfig &config, const QString &option, const QStringList &words);

} // namespace meshscope
