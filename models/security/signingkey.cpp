#include "models/security/signingkey.h"

#include "models/mesh/filelock.h"
#include "models/security/ed25519.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::SigningKey)
};

/// What `<name>.pub` says: the store's word and the public key in base64.
struct Marker {
    QString place;
    QByteArray publicKey;
};

QString fileNameOf(const QString &name)
{
    QByteArray safe = name.toUtf8().toPercentEncoding();
    safe.replace('.', "%2E");
    return QString::fromLatin1(safe);
}

Result<std::optional<Marker>> readMarker(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return std::optional<Marker>();
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Code::Io, Text::tr("%1 cannot be read: %2").arg(path, file.errorString()), path);
    const QList<QByteArray> words = file.read(4096).trimmed().split(' ');
    if (words.size() == 2) {
        const QByteArray key = QByteArray::fromBase64(words.at(1));
        if (key.size() == publicKeySize)
            return std::optional<Marker>(Marker{QString::fromLatin1(words.at(0)), key});
    }
    return fail(Error::Code::Corrupt, Text::tr("%1 is damaged: bring it back from a copy.").arg(path), path);
}

Result<void> writeMarker(const QString &path, const Marker &marker)
{
    QSaveFile file(path);
    const QByteArray line = marker.place.toLatin1() + ' ' + marker.publicKey.toBase64() + '\n';
    if (!file.open(QIODevice::WriteOnly) || file.write(line) != line.size() || !file.commit())
        return fail(Error::Code::Io, Text::tr("%1 cannot be written: %2").arg(path, file.errorString()), path);
    return {};
}

/// Makes a key in the first store that takes it; one that another process made meanwhile is taken as it is.
Result<std::pair<QByteArray, QString>> make(const QString &name, KeyStores &stores)
{
    Result<QByteArray> secret = newPrivateKey();
    if (!secret)
        return Failure(secret.error());
    Error last{Error::Code::Failed, Text::tr("There is no place to keep a key in.")};
    for (const auto &store : stores) {
        const Result<void> created = store->create(name, *secret);
        const Result<QByteArray> kept = store->read(name);
        if (kept && (created || created.error().code == Error::Code::Refused)) {
            wipe(*secret);
            return std::pair(*kept, store->word());
        }
        last = created ? kept.error() : created.error();
    }
    wipe(*secret);
    return Failure(last);
}

/// The key the marker tells of, or why it cannot be had.
Result<QByteArray> recall(const QString &name, const Marker &marker, const QString &path, const KeyStores &stores)
{
    for (const auto &store : stores) {
        if (store->word() != marker.place)
            continue;
        const Result<QByteArray> secret = store->read(name);
        if (!secret && secret.error().code != Error::Code::NotFound)
            return secret;
        const Result<QByteArray> half = secret ? publicKeyOf(*secret) : Result<QByteArray>(QByteArray());
        if (half && *half == marker.publicKey)
            return secret;
        const QString text =
            secret ? Text::tr("The signing key of this workspace was exchanged in the %1. Bring the right one "
                              "back, or remove %2 to go on with another; earlier events then count as foreign.")
                   : Text::tr("The signing key of this workspace is not in the %1: it is locked, or the key was "
                              "lost. Unlock it or bring the key back, or remove %2 to go on with a new one; "
                              "earlier events then count as foreign.");
        return fail(Error::Code::Refused, text.arg(store->word(), path), path);
    }
    return fail(Error::Code::Refused,
                Text::tr("The signing key of this workspace is in the %1, which is not used here. Start without "
                         "MESHSCOPE_KEYSTORE.")
                    .arg(marker.place),
                path);
}

} // namespace

SigningKey::SigningKey(QByteArray secret, QByteArray open, QString place)
    : m_secret(std::move(secret))
    , m_public(std::move(open))
    , m_place(std::move(place))
{
}

SigningKey::~SigningKey()
{
    wipe(m_secret);
}

Result<SigningKey> SigningKey::open(const QString &name, const QString &folder, KeyStores &stores)
{
    const QString stem = folder + u'/' + fileNameOf(name);
    if (!QDir().mkpath(folder))
        return fail(Error::Code::Io, Text::tr("The folder %1 cannot be made. Check its permissions.").arg(folder), folder);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    FileLock lock(stem + QStringLiteral(".lock"));
    switch (lock.lock()) {
    case FileLock::Outcome::Taken: break;
    case FileLock::Outcome::HeldByOther:
        return fail(Error::Code::Busy, Text::tr("Another program is using the signing key: try again."), folder);
    case FileLock::Outcome::NotWritable:
        return fail(Error::Code::Io, Text::tr("The folder %1 cannot be written to. Check its permissions.").arg(folder),
                    folder);
    }

    const QString path = stem + QStringLiteral(".pub");
    const Result<std::optional<Marker>> marker = readMarker(path);
    if (!marker)
        return Failure(marker.error());
    if (*marker) {
        Result<QByteArray> secret = recall(name, **marker, path, stores);
        if (!secret)
            return Failure(secret.error());
        return SigningKey(std::move(*secret), (*marker)->publicKey, (*marker)->place);
    }

    std::pair<QByteArray, QString> found;
    for (const auto &store : stores) {
        const Result<QByteArray> secret = store->read(name);
        if (secret) {
            found = {*secret, store->word()};
            break;
        }
        if (secret.error().code == Error::Code::Refused || secret.error().code == Error::Code::Corrupt)
            return Failure(secret.error());
    }
    if (found.first.isEmpty()) {
        Result<std::pair<QByteArray, QString>> made = make(name, stores);
        if (!made)
            return Failure(made.error());
        found = std::move(*made);
    }
    const Result<QByteArray> half = publicKeyOf(found.first);
    if (!half)
        return Failure(half.error());
    const Result<void> kept = writeMarker(path, Marker{found.second, *half});
    if (!kept)
        return Failure(kept.error());
    return SigningKey(std::move(found.first), *half, found.second);
}

Result<QByteArray> SigningKey::sign(const QByteArray &data) const
{
    return signWith(m_secret, data);
}

} // namespace meshscope
