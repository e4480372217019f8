#pragma once

#include "models/security/sealing.h"
#include "models/security/secretbox.h"

#include <QMap>
#include <QMutex>

#include <memory>

namespace meshscope {

/// Secrets in one file where there is no keychain: AES-256-GCM, its key by scrypt from a passphrase. The file is only the
/// person's (mode 0600); programs take turns at changing it, and a crash leaves what was there before.
class Vault final : public SecretBox {
public:
    /// Makes the file when there is none. Refused: another passphrase, or a file others can read; Corrupt: no vault.
    [[nodiscard]] static Result<std::unique_ptr<Vault>> open(const QString &path, const QByteArray &passphrase);
    ~Vault() override;
    [[nodiscard]] QString word() const override;
    [[nodiscard]] Result<QByteArray> read(const QString &name) override;
    [[nodiscard]] Result<void> keep(const QString &name, const QByteArray &secret) override;
    [[nodiscard]] Result<void> remove(const QString &name) override;

private:
    using Secrets = QMap<QString, QByteArray>;
    struct Sealed {
        ScryptCost cost;
        QByteArray salt;
        QByteArray nonce;
        QByteArray bytes;
    };
    explicit Vault(QString path);
    [[nodiscard]] static Result<Sealed> parse(const QString &path, const QByteArray &text);
    [[nodiscard]] static QByteArray boundOf(const ScryptCost &cost, const QByteArray &salt);
    [[nodiscard]] Result<Secrets> load() const;
    [[nodiscard]] Result<void> store(const Secrets &secrets) const;
    [[nodiscard]] Result<void> change(const std::function<void(Secrets &)> &how);

    const QString m_path;
    QMutex m_mutex;
    ScryptCost m_cost;
    QByteArray m_salt;
    QByteArray m_key;
};

} // namespace meshscope
