#pragma once

#include "models/catalogs/connector.h"

namespace meshscope {

/// Ways to sign in to a kind that the form offers, in the words of the command line; "login" is a person by OAuth.
[[nodiscard]] QStringList waysToSignIn(const EndpointKind &kind);
/// The way these options mean.
[[nodiscard]] QString signInWay(const EndpointKind &kind, const QHash<QString, QString> &options);
/// As people read it.
[[nodiscard]] QString signInTitle(const QString &way);
/// What its secret is called: "Token", "Password".
[[nodiscard]] QString secretTitle(const QString &way);

} // namespace meshscope
