#pragma once

#include "models/security/keystore.h"

namespace meshscope {

/// The Ed25519 key a workspace signs with. Made at first; afterwards only ever found again, never silently replaced:
/// `<folder>/<name>.pub` remembers its public half and where the private half is kept.
class SigningKey {
public:
    /// `name`: the workspace's id. `stores`: tried in order. An error tells where the key should have been.
    [[nodiscard]] static Result<SigningKey> open(const QString &name, const QString &folder, KeyStores &stores);
    SigningKey(SigningKey &&other) noexcept = default;
    SigningKey &operator=(SigningKey &&other) noexcept = default;
    SigningKey(const SigningKey &) = delete;
    SigningKey &operator=(const SigningKey &) = delete;
    ~SigningKey();

    [[nodiscard]] Result<QByteArray> sign(const QByteArray &data) const;
    [[nodiscard]] const QByteArray &publicKey() const { return m_public; }
    [[nodiscard]] const QString &place() const { return m_place; } ///< word of the store

private:
    SigningKey(QByteArray secret, QByteArray open, QString place);
    QByteArray m_secret;
    QByteArray m_public;
    QString m_place;
};

} // namespace meshscope
