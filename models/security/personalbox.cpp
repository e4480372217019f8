#include "models/security/personalbox.h"

#include "models/security/ed25519.h"
#include "models/security/keychainstore.h"
#include "models/security/vault.h"

#include <QCoreApplication>
#include <QFile>
#include <QMutex>
#include <QStandardPaths>

namespace meshscope {

namespace {

class PersonalBox final : public LockableBox {
    struct Text {
        Q_DECLARE_TR_FUNCTIONS(meshscope::PersonalBox)
    };

public:
    explicit PersonalBox(QString folder)
        : m_folder(std::move(folder))
        , m_hasKeychain(!QStandardPaths::isTestModeEnabled() &&
                        qEnvironmentVariable("MESHSCOPE_KEYSTORE") != QStringLiteral("file"))
    {
    }
    [[nodiscard]] QString word() const override { return QStringLiteral("keychain"); }

    [[nodiscard]] Result<QByteArray> read(const QString &name) override
    {
        Result<QByteArray> found = fail(Error::Code::NotFound, {});
        if (m_hasKeychain) {
            found = m_keychain.read(name);
            if (found)
                return found;
        }
        if (!QFile::exists(vaultPath())) // there is nothing in a vault that is not there
            return m_hasKeychain ? found : Result<QByteArray>(fail(Error::Code::NotFound, {}, name));
        const Result<Vault *> opened = vault();
        return opened ? (*opened)->read(name) : Result<QByteArray>(Failure(opened.error()));
    }
    [[nodiscard]] Result<void> keep(const QString &name, const QByteArray &secret) override
    {
        if (m_hasKeychain && m_keychain.keep(name, secret))
            return {};
        const Result<Vault *> opened = vault();
        return opened ? (*opened)->keep(name, secret) : Result<void>(Failure(opened.error()));
    }
    [[nodiscard]] Result<void> remove(const QString &name) override
    {
        if (m_hasKeychain) // one that is not there has nothing to forget
            static_cast<void>(m_keychain.remove(name));
        if (!QFile::exists(vaultPath()))
            return {};
        const Result<Vault *> opened = vault();
        return opened ? (*opened)->remove(name) : Result<void>(Failure(opened.error()));
    }

    [[nodiscard]] bool isLocked() const override
    {
        const QMutexLocker lock(&m_mutex);
        return !m_vault && QFile::exists(vaultPath()) && !QFile::exists(m_folder + QStringLiteral("/vault-key.key")) &&
               qgetenv("MESHSCOPE_VAULT_PASSPHRASE").isEmpty();
    }
    [[nodiscard]] Result<void> unlock(const QByteArray &passphrase, const std::function<bool()> &cancelled) override
    {
        Result<std::unique_ptr<Vault>> opened = Vault::open(vaultPath(), passphrase);
        if (!opened)
            return Failure(opened.error());
        if (cancelled && cancelled())
            return fail(Error::Code::Cancelled, Text::tr("The vault stays locked."), vaultPath());
        keepOpen(std::move(*opened));
        return {};
    }

private:
    [[nodiscard]] QString vaultPath() const { return m_folder + QStringLiteral("/secrets.vault"); }

    [[nodiscard]] Vault *openVault() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_vault.get();
    }
    Vault *keepOpen(std::unique_ptr<Vault> vault)
    {
        const QMutexLocker lock(&m_mutex);
        if (!m_vault) // else somebody may be using it
            m_vault = std::move(vault);
        return m_vault.get();
    }
    [[nodiscard]] Result<Vault *> vault()
    {
        if (Vault *const there = openVault())
            return there;
        const QMutexLocker one(&m_opening); // the others wait for it, whoever only asks whether it is locked does not
        if (Vault *const there = openVault())
            return there;
        const Result<QByteArray> passphrase = vaultPassphrase();
        if (!passphrase)
            return Failure(passphrase.error());
        Result<std::unique_ptr<Vault>> opened = Vault::open(vaultPath(), *passphrase);
        if (!opened)
            return Failure(opened.error());
        return keepOpen(std::move(*opened));
    }

    [[nodiscard]] Result<QByteArray> vaultPassphrase() const
    {
        if (const QByteArray given = qgetenv("MESHSCOPE_VAULT_PASSPHRASE"); !given.isEmpty())
            return given;
        FileKeyStore files(m_folder);
        const QString name = QStringLiteral("vault-key");
        Result<QByteArray> key = files.read(name);
        if (key || key.error().code != Error::Code::NotFound)
            return key;
        if (QFile::exists(vaultPath())) // it was made with a passphrase, which only its owner knows
            return fail(Error::Code::Refused,
                        Text::tr("Your secrets are in a vault that is locked. Enter its passphrase, or start Meshscope with "
                                 "it in MESHSCOPE_VAULT_PASSPHRASE."),
                        vaultPath());
        const Result<QByteArray> made = randomBytes(32);
        if (!made)
            return made;
        const Result<void> created = files.create(name, made->toBase64());
        if (!created && created.error().code != Error::Code::Refused) // another process was first
            return Failure(created.error());
        return files.read(name);
    }

    const QString m_folder;
    const bool m_hasKeychain;
    KeychainBox m_keychain;
    QMutex m_opening;
    mutable QMutex m_mutex; ///< held for a moment only
    std::unique_ptr<Vault> m_vault;
};

class ScopedBox final : public SecretBox {
public:
    ScopedBox(std::shared_ptr<SecretBox> box, QString scope)
        : m_box(std::move(box))
        , m_scope(std::move(scope))
    {
    }
    [[nodiscard]] QString word() const override { return m_box->word(); }
    [[nodiscard]] Result<QByteArray> read(const QString &name) override { return m_box->read(scoped(name)); }
    [[nodiscard]] Result<void> keep(const QString &name, const QByteArray &secret) override
    {
        return m_box->keep(scoped(name), secret);
    }
    [[nodiscard]] Result<void> remove(const QString &name) override { return m_box->remove(scoped(name)); }

private:
    [[nodiscard]] QString scoped(const QString &name) const { return m_scope + u'/' + name; }

    const std::shared_ptr<SecretBox> m_box;
    const QString m_scope;
};

} // namespace

std::shared_ptr<LockableBox> personalSecretBox(const QString &folder)
{
    return std::make_shared<PersonalBox>(folder);
}

std::shared_ptr<SecretBox> scopedSecretBox(std::shared_ptr<SecretBox> box, const QString &scope)
{
    return std::make_shared<ScopedBox>(std::move(box), scope);
}

} // namespace meshscope
