#pragma once

#include "models/security/keystore.h"
#include "models/security/secretbox.h"

namespace meshscope {

/// The desktop's keychain by QtKeychain. Blocks, at most `patience` milliseconds a job; without D-Bus or a secret service
/// it fails at once.
class KeychainStore final : public KeyStore {
public:
    explicit KeychainStore(int patience = 30'000)
        : m_patience(patience)
    {
    }
    [[nodiscard]] QString word() const override;
    [[nodiscard]] Result<QByteArray> read(const QString &name) const override;
    [[nodiscard]] Result<void> create(const QString &name, const QByteArray &secret) override;

private:
    int m_patience;
};

/// The secrets of endpoints in the desktop's keychain, in the same way.
class KeychainBox final : public SecretBox {
public:
    explicit KeychainBox(int patience = 30'000)
        : m_patience(patience)
    {
    }
    [[nodiscard]] QString word() const override;
    [[nodiscard]] Result<QByteArray> read(const QString &name) override;
    [[nodiscard]] Result<void> keep(const QString &name, const QByteArray &secret) override;
    [[nodiscard]] Result<void> remove(const QString &name) override;

private:
    int m_patience;
};

} // namespace meshscope
