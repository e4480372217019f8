#pragma once

#include "models/mesh/result.h"

#include <QByteArray>

#include <memory>
#include <vector>

namespace meshscope {

/// A place that keeps small secrets under names. Nothing it says ever holds a secret.
class KeyStore {
public:
    virtual ~KeyStore() = default;
    [[nodiscard]] virtual QString word() const = 0; ///< "keychain", "file": remembered with the key
    /// NotFound when there is none (a locked keychain may say so too); Refused when others could read it.
    [[nodiscard]] virtual Result<QByteArray> read(const QString &name) const = 0;
    /// Never replaces: Refused when the name is taken.
    [[nodiscard]] virtual Result<void> create(const QString &name, const QByteArray &secret) = 0;
};
using KeyStores = std::vector<std::unique_ptr<KeyStore>>;

/// Files only the person can read, one a secret: `<folder>/<name>.key`, mode 0600. Wider permissions are refused.
class FileKeyStore final : public KeyStore {
public:
    explicit FileKeyStore(QString folder);
    [[nodiscard]] QString word() const override;
    [[nodiscard]] Result<QByteArray> read(const QString &name) const override;
    [[nodiscard]] Result<void> create(const QString &name, const QByteArray &secret) override;

private:
    [[nodiscard]] QString fileOf(const QString &name) const;
    QString m_folder;
};

/// Where secrets go here, best first: the desktop's keychain, then files below `folder`. Only files when
/// QStandardPaths is in test mode or the environment says MESHSCOPE_KEYSTORE=file.
[[nodiscard]] KeyStores defaultKeyStores(const QString &folder);
/// `<data folder>/keys`.
[[nodiscard]] QString defaultKeyFolder();

/// Random bytes made once an installation and kept in `folder`: what hashed sample values are mixed with.
[[nodiscard]] Result<QByteArray> installSalt(const QString &folder);

} // namespace meshscope
