#pragma once

#include "models/access/accessdesk.h"
#include "models/security/signingkey.h"

namespace meshscope {

/// Signs with the workspace's own key, opened (and at first made) when something is signed.
class KeySigner final : public AccessDesk::Signer {
public:
    KeySigner(QString name, QString folder, KeyStores stores);
    [[nodiscard]] Result<QByteArray> sign(const QByteArray &data) override;
    [[nodiscard]] Result<QByteArray> publicKey() override;

private:
    [[nodiscard]] Result<const SigningKey *> key();
    QString m_name;
    QString m_folder;
    KeyStores m_stores;
    std::optional<SigningKey> m_key;
};

/// The workspace's id, made when it has none: it names the key.
[[nodiscard]] Result<QString> workspaceId(Workspace &workspace);
/// The signer of a workspace: keychain, else a private file below `folder` (see defaultKeyStores).
[[nodiscard]] Result<std::unique_ptr<AccessDesk::Signer>> makeSigner(Workspace &workspace, const QString &folder);

} // namespace meshscope
