#pragma once

#include "models/security/secretbox.h"

#include <memory>

namespace meshscope {

/// Where this person's secrets of endpoints go: the desktop's keychain; where there is none, a vault in `folder`, opened
/// with what MESHSCOPE_VAULT_PASSPHRASE says or else with a key that only this person's account can read. Nothing is
/// opened or made before it is needed.
[[nodiscard]] std::shared_ptr<SecretBox> personalSecretBox(const QString &folder);

/// The same box under names of one's own: endpoints of several workspaces may be called alike.
[[nodiscard]] std::shared_ptr<SecretBox> scopedSecretBox(std::shared_ptr<SecretBox> box, const QString &scope);

} // namespace meshscope
