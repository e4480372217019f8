#pragma once

#include "models/security/secretbox.h"

#include <functional>
#include <memory>

namespace meshscope {

/// A box that a person may have to open first.
class LockableBox : public SecretBox {
public:
    /// There is a vault, and nobody gave the passphrase it needs.
    [[nodiscard]] virtual bool isLocked() const = 0;
    /// Refused when it is another one; Cancelled when `cancelled` says so before it is open. Takes as long as scrypt does.
    [[nodiscard]] virtual Result<void> unlock(const QByteArray &passphrase, const std::function<bool()> &cancelled = {}) = 0;
};

/// Where this person's secrets of endpoints go: the desktop's keychain; where there is none, a vault in `folder`, opened
/// with what MESHSCOPE_VAULT_PASSPHRASE says or else with a key that only this person's account can read. Nothing is
/// opened or made before it is needed.
[[nodiscard]] std::shared_ptr<LockableBox> personalSecretBox(const QString &folder);

/// The same box under names of one's own: endpoints of several workspaces may be called alike.
[[nodiscard]] std::shared_ptr<SecretBox> scopedSecretBox(std::shared_ptr<SecretBox> box, const QString &scope);

} // namespace meshscope
