#include "models/security/keystore.h"

#include "models/security/ed25519.h"
#include "models/security/keychainstore.h"
#include "models/security/privatefile.h"

#include <QCoreApplication>
#include <QStandardPaths>

namespace meshscope {

FileKeyStore::FileKeyStore(QString folder)
    : m_folder(std::move(folder))
{
}

QString FileKeyStore::word() const
{
    return QStringLiteral("file");
}

QString FileKeyStore::fileOf(const QString &name) const
{
    QByteArray safe = name.toUtf8().toPercentEncoding(); // no name leads out of the folder
    safe.replace('.', "%2E");
    return m_folder + u'/' + QString::fromLatin1(safe) + QStringLiteral(".key");
}

Result<QByteArray> FileKeyStore::read(const QString &name) const
{
    const QString path = fileOf(name);
    const Result<QByteArray> text = readPrivateFile(path);
    if (!text)
        return text;
    const auto decoded = QByteArray::fromBase64Encoding(text->trimmed(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.isEmpty()) {
        return fail(
            Error::Code::Corrupt,
            QCoreApplication::translate("meshscope::FileKeyStore", "%1 is damaged: bring it back from a copy.").arg(path),
            path);
    }
    return decoded.decoded;
}

Result<void> FileKeyStore::create(const QString &name, const QByteArray &secret)
{
    return createPrivateFile(fileOf(name), secret.toBase64() + '\n');
}

KeyStores defaultKeyStores(const QString &folder)
{
    KeyStores stores;
    if (!QStandardPaths::isTestModeEnabled() && qEnvironmentVariable("MESHSCOPE_KEYSTORE") != QStringLiteral("file"))
        stores.push_back(std::make_unique<KeychainStore>());
    stores.push_back(std::make_unique<FileKeyStore>(folder));
    return stores;
}

QString defaultKeyFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/meshscope/keys");
}

Result<QByteArray> installSalt(const QString &folder)
{
    FileKeyStore files(folder);
    const QString name = QStringLiteral("sample-salt");
    Result<QByteArray> salt = files.read(name);
    if (salt || salt.error().code != Error::Code::NotFound)
        return salt;
    salt = randomBytes(32);
    if (!salt)
        return salt;
    const Result<void> created = files.create(name, *salt);
    if (created)
        return salt;
    return created.error().code == Error::Code::Refused ? files.read(name) // another process was first
                                                        : Result<QByteArray>(Failure(created.error()));
}

} // namespace meshscope
