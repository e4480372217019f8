#pragma once

#include "models/mesh/result.h"

#include <QByteArray>

namespace meshscope {

/// The secrets of endpoints: passwords, tokens, keys. Unlike a KeyStore's they are replaced when they are renewed. Thread
/// safe; nothing it says ever holds a secret.
class SecretBox {
public:
    virtual ~SecretBox() = default;
    [[nodiscard]] virtual QString word() const = 0; ///< "keychain", "vault"
    /// NotFound when there is none under that name ("shop/token").
    [[nodiscard]] virtual Result<QByteArray> read(const QString &name) = 0;
    /// In place of what was there.
    [[nodiscard]] virtual Result<void> keep(const QString &name, const QByteArray &secret) = 0;
    /// Also when there was none.
    [[nodiscard]] virtual Result<void> remove(const QString &name) = 0;
};

} // namespace meshscope
