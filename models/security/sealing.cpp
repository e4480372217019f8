#include "models/security/sealing.h"

#include "models/security/algorithms.h"

#include <QCoreApplication>

#include <memory>

#include <openssl/evp.h>
#include <openssl/kdf.h>

namespace meshscope {

namespace {

constexpr int tagSize = 16;
constexpr quint64 mostMemory = quint64(1) << 30;

using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

const unsigned char *in(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *out(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

bool isSized(const QByteArray &key, const QByteArray &nonce)
{
    return key.size() == sealKeySize && nonce.size() == sealNonceSize;
}

} // namespace

bool ScryptCost::isBearable() const
{
    const bool isPower = n > 0 && (n & (n - 1)) == 0;
    return isPower && n >= (1U << 14) && r >= 8 && r <= 64 && p >= 1 && p <= 16 && quint64(128) * n * r <= mostMemory;
}

Result<QByteArray> scryptKey(const QByteArray &passphrase, const QByteArray &salt, const ScryptCost &cost)
{
    loadAlgorithms();
    QByteArray key(sealKeySize, Qt::Uninitialized);
    if (cost.isBearable() && EVP_PBE_scrypt(passphrase.constData(), size_t(passphrase.size()), in(salt), size_t(salt.size()),
                                            cost.n, cost.r, cost.p, 2 * mostMemory, out(key), size_t(key.size())) == 1)
        return key;
    return fail(Error::Code::Failed,
                QCoreApplication::translate("meshscope::Vault", "No key could be made from the passphrase."));
}

Result<QByteArray> seal(const QByteArray &key, const QByteArray &nonce, const QByteArray &bound, const QByteArray &plain)
{
    loadAlgorithms();
    const Cipher cipher(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    QByteArray sealed(plain.size() + tagSize, Qt::Uninitialized);
    int size = 0;
    int rest = 0;
    const bool isDone = cipher && isSized(key, nonce) &&
                        EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, in(key), in(nonce)) == 1 &&
                        EVP_EncryptUpdate(cipher.get(), nullptr, &size, in(bound), int(bound.size())) == 1 &&
                        EVP_EncryptUpdate(cipher.get(), out(sealed), &size, in(plain), int(plain.size())) == 1 &&
                        EVP_EncryptFinal_ex(cipher.get(), out(sealed) + size, &rest) == 1 &&
                        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, tagSize, out(sealed) + plain.size()) == 1;
    if (isDone)
        return sealed;
    return fail(Error::Code::Failed, QCoreApplication::translate("meshscope::Vault", "Secrets could not be encrypted."));
}

std::optional<QByteArray> unseal(const QByteArray &key, const QByteArray &nonce, const QByteArray &bound,
                                 const QByteArray &sealed)
{
    loadAlgorithms();
    if (!isSized(key, nonce) || sealed.size() < tagSize)
        return std::nullopt;
    const Cipher cipher(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    const qsizetype length = sealed.size() - tagSize;
    QByteArray tag = sealed.right(tagSize);
    QByteArray plain(length, Qt::Uninitialized);
    int size = 0;
    int rest = 0;
    const bool isTrue = cipher && EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, in(key), in(nonce)) == 1 &&
                        EVP_DecryptUpdate(cipher.get(), nullptr, &size, in(bound), int(bound.size())) == 1 &&
                        EVP_DecryptUpdate(cipher.get(), out(plain), &size, in(sealed), int(length)) == 1 &&
                        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, tagSize, tag.data()) == 1 &&
                        EVP_DecryptFinal_ex(cipher.get(), out(plain) + size, &rest) == 1;
    if (!isTrue)
        return std::nullopt;
    return plain;
}

} // namespace meshscope
