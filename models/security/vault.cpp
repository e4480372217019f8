#include "models/security/vault.h"

#include "models/mesh/filelock.h"
#include "models/security/ed25519.h"
#include "models/security/privatefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Vault)
};

constexpr qsizetype largest = 4 * 1024 * 1024;
constexpr int saltSize = 16;

Failure corrupt(const QString &path)
{
    return fail(Error::Code::Corrupt, Text::tr("%1 is damaged: bring it back from a copy.").arg(path), path);
}

QByteArray bytesIn(const QJsonObject &object, const char *name)
{
    return QByteArray::fromBase64(object.value(QLatin1StringView(name)).toString().toLatin1());
}

} // namespace

Vault::Vault(QString path)
    : m_path(std::move(path))
{
}

Vault::~Vault()
{
    wipe(m_key);
}

QString Vault::word() const
{
    return QStringLiteral("vault");
}

Result<Vault::Sealed> Vault::parse(const QString &path, const QByteArray &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    const int version = object.value(QLatin1String("meshscope-vault")).toInt();
    if (version > 1) {
        return fail(Error::Code::Newer, Text::tr("%1 was written by a newer version of this program.").arg(path), path);
    }
    Sealed sealed;
    sealed.cost = {quint32(object.value(QLatin1String("n")).toInt()), quint32(object.value(QLatin1String("r")).toInt()),
                   quint32(object.value(QLatin1String("p")).toInt())};
    sealed.salt = bytesIn(object, "salt");
    sealed.nonce = bytesIn(object, "nonce");
    sealed.bytes = bytesIn(object, "sealed");
    if (version != 1 || !sealed.cost.isBearable() || sealed.salt.size() < saltSize || sealed.nonce.size() != sealNonceSize)
        return corrupt(path);
    return sealed;
}

QByteArray Vault::boundOf(const ScryptCost &cost, const QByteArray &salt)
{
    return "meshscope-vault 1 " + QByteArray::number(cost.n) + ' ' + QByteArray::number(cost.r) + ' ' +
           QByteArray::number(cost.p) + ' ' + salt.toBase64();
}

Result<std::unique_ptr<Vault>> Vault::open(const QString &path, const QByteArray &passphrase)
{
    if (passphrase.isEmpty())
        return fail(Error::Code::Usage, Text::tr("A vault needs a passphrase."), path);
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder))
        return fail(Error::Code::Io, Text::tr("The folder %1 cannot be made. Check its permissions.").arg(folder), folder);
    std::unique_ptr<Vault> vault(new Vault(path));
    FileLock lock(path + QStringLiteral(".lock"));
    if (lock.lock() != FileLock::Outcome::Taken)
        return fail(Error::Code::Busy,
                    Text::tr("Another program is using %1, or its folder cannot be written to.").arg(path), path);
    const Result<QByteArray> text = readPrivateFile(path, largest);
    const bool isNew = !text && text.error().code == Error::Code::NotFound;
    if (!text && !isNew)
        return Failure(text.error());
    if (isNew) {
        const Result<QByteArray> salt = randomBytes(saltSize);
        if (!salt)
            return Failure(salt.error());
        vault->m_salt = *salt;
    } else {
        const Result<Sealed> sealed = parse(path, *text);
        if (!sealed)
            return Failure(sealed.error());
        vault->m_cost = sealed->cost;
        vault->m_salt = sealed->salt;
    }
    const Result<QByteArray> key = scryptKey(passphrase, vault->m_salt, vault->m_cost);
    if (!key)
        return Failure(key.error());
    vault->m_key = *key;
    if (isNew) {
        const Result<void> stored = vault->store({});
        if (!stored)
            return Failure(stored.error());
    } else if (const Result<Secrets> secrets = vault->load(); !secrets) {
        return Failure(secrets.error());
    }
    return vault;
}

Result<Vault::Secrets> Vault::load() const
{
    const Result<QByteArray> text = readPrivateFile(m_path, largest);
    if (!text)
        return Failure(text.error());
    const Result<Sealed> sealed = parse(m_path, *text);
    if (!sealed)
        return Failure(sealed.error());
    const std::optional<QByteArray> plain =
        sealed->salt == m_salt ? unseal(m_key, sealed->nonce, boundOf(sealed->cost, sealed->salt), sealed->bytes)
                               : std::nullopt;
    if (!plain) {
        return fail(Error::Code::Refused,
                    Text::tr("%1 cannot be opened: the passphrase is another, or somebody changed the file.").arg(m_path),
                    m_path);
    }
    const QJsonObject object = QJsonDocument::fromJson(*plain).object();
    Secrets secrets;
    for (auto it = object.begin(); it != object.end(); ++it)
        secrets.insert(it.key(), QByteArray::fromBase64(it.value().toString().toLatin1()));
    return secrets;
}

Result<void> Vault::store(const Secrets &secrets) const
{
    QJsonObject plain;
    for (auto it = secrets.begin(); it != secrets.end(); ++it)
        plain.insert(it.key(), QString::fromLatin1(it.value().toBase64()));
    const Result<QByteArray> nonce = randomBytes(sealNonceSize);
    if (!nonce)
        return Failure(nonce.error());
    const Result<QByteArray> sealed =
        seal(m_key, *nonce, boundOf(m_cost, m_salt), QJsonDocument(plain).toJson(QJsonDocument::Compact));
    if (!sealed)
        return Failure(sealed.error());
    const QJsonObject object{{QStringLiteral("meshscope-vault"), 1},
                             {QStringLiteral("n"), qint64(m_cost.n)},
                             {QStringLiteral("r"), qint64(m_cost.r)},
                             {QStringLiteral("p"), qint64(m_cost.p)},
                             {QStringLiteral("salt"), QString::fromLatin1(m_salt.toBase64())},
                             {QStringLiteral("nonce"), QString::fromLatin1(nonce->toBase64())},
                             {QStringLiteral("sealed"), QString::fromLatin1(sealed->toBase64())}};
    const QByteArray text = QJsonDocument(object).toJson();
    QSaveFile file(m_path);
    const bool isDone = text.size() <= largest && file.open(QIODevice::WriteOnly) &&
                        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.write(text) == text.size() &&
                        file.commit();
    if (isDone)
        return {};
    return fail(Error::Code::Io, Text::tr("%1 cannot be written: %2").arg(m_path, file.errorString()), m_path);
}

Result<void> Vault::change(const std::function<void(Secrets &)> &how)
{
    const QMutexLocker own(&m_mutex);
    FileLock lock(m_path + QStringLiteral(".lock"));
    if (lock.lock() != FileLock::Outcome::Taken)
        return fail(Error::Code::Busy,
                    Text::tr("Another program is using %1, or its folder cannot be written to.").arg(m_path), m_path);
    Result<Secrets> secrets = load(); // another program may have changed it
    if (!secrets)
        return Failure(secrets.error());
    how(*secrets);
    return store(*secrets);
}

Result<QByteArray> Vault::read(const QString &name)
{
    const QMutexLocker own(&m_mutex);
    const Result<Secrets> secrets = load();
    if (!secrets)
        return Failure(secrets.error());
    const auto found = secrets->constFind(name);
    if (found == secrets->constEnd())
        return fail(Error::Code::NotFound, Text::tr("There is no secret %1 in %2.").arg(name, m_path), name);
    return *found;
}

Result<void> Vault::keep(const QString &name, const QByteArray &secret)
{
    return change([&](Secrets &secrets) { secrets.insert(name, secret); });
}

Result<void> Vault::remove(const QString &name)
{
    return change([&](Secrets &secrets) { secrets.remove(name); });
}

} // namespace meshscope
