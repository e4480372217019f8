#include "models/access/keysigner.h"

#include <QUuid>

namespace meshscope {

KeySigner::KeySigner(QString name, QString folder, KeyStores stores)
    : m_name(std::move(name))
    , m_folder(std::move(folder))
    , m_stores(std::move(stores))
{
}

Result<const SigningKey *> KeySigner::key()
{
    if (!m_key) {
        Result<SigningKey> opened = SigningKey::open(m_name, m_folder, m_stores);
        if (!opened)
            return Failure(opened.error());
        m_key.emplace(std::move(*opened));
    }
    return &*m_key;
}

Result<QByteArray> KeySigner::sign(const QByteArray &data)
{
    const Result<const SigningKey *> opened = key();
    if (!opened)
        return Failure(opened.error());
    return (*opened)->sign(data);
}

Result<QByteArray> KeySigner::publicKey()
{
    const Result<const SigningKey *> opened = key();
    if (!opened)
        return Failure(opened.error());
    return (*opened)->publicKey();
}

Result<QString> workspaceId(Workspace &workspace)
{
    const QString name = QStringLiteral("workspace.id");
    const QString present = workspace.setting(name).toString();
    if (!present.isEmpty())
        return present;
    const Result<void> set = workspace.setSetting(name, QUuid::createUuid().toString(QUuid::WithoutBraces));
    if (!set)
        return Failure(set.error());
    return workspace.setting(name).toString(); // what another process may have written meanwhile
}

Result<std::unique_ptr<AccessDesk::Signer>> makeSigner(Workspace &workspace, const QString &folder)
{
    const Result<QString> id = workspaceId(workspace);
    if (!id)
        return Failure(id.error());
    return std::unique_ptr<AccessDesk::Signer>(
        std::make_unique<KeySigner>(QStringLiteral("audit-") + *id, folder, defaultKeyStores(folder)));
}

} // namespace meshscope
