#include "models/security/ed25519.h"

#include "models/security/algorithms.h"

#include <QCoreApplication>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <memory>

namespace meshscope {

namespace {

struct FreeKey {
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
};
struct FreeContext {
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};
using Key = std::unique_ptr<EVP_PKEY, FreeKey>;
using Context = std::unique_ptr<EVP_MD_CTX, FreeContext>;

const unsigned char *bytes(QByteArrayView data)
{
    return reinterpret_cast<const unsigned char *>(data.data());
}

unsigned char *bytes(QByteArray &data)
{
    return reinterpret_cast<unsigned char *>(data.data());
}

Failure failed()
{
    return fail(Error::Code::Failed,
                QCoreApplication::translate("meshscope::Signing", "The signing key could not be used: it is damaged."));
}

Key privateKeyFrom(const QByteArray &raw)
{
    loadAlgorithms();
    if (raw.size() != privateKeySize)
        return nullptr;
    return Key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, bytes(QByteArrayView(raw)), size_t(raw.size())));
}

} // namespace

QByteArray sha256(QByteArrayView data)
{
    loadAlgorithms();
    QByteArray digest(32, Qt::Uninitialized);
    unsigned int size = 0;
    if (EVP_Digest(data.data(), size_t(data.size()), bytes(digest), &size, EVP_sha256(), nullptr) != 1)
        return {};
    return digest;
}

QByteArray hmacSha256(QByteArrayView key, QByteArrayView data)
{
    loadAlgorithms();
    QByteArray digest(32, Qt::Uninitialized);
    unsigned int size = 0;
    if (!HMAC(EVP_sha256(), key.data(), int(key.size()), bytes(data), size_t(data.size()), bytes(digest), &size))
        return {};
    return digest;
}

Result<QByteArray> randomBytes(qsizetype count)
{
    loadAlgorithms();
    QByteArray random(count, Qt::Uninitialized);
    if (RAND_bytes(bytes(random), int(count)) != 1) {
        return fail(Error::Code::Failed, QCoreApplication::translate(
                                             "meshscope::Signing", "The system gives no random numbers: try again later."));
    }
    return random;
}

Result<QByteArray> newPrivateKey()
{
    return randomBytes(privateKeySize); // RFC 8032 5.1.5: any 32 bytes are a private key
}

Result<QByteArray> publicKeyOf(const QByteArray &privateKey)
{
    const Key key = privateKeyFrom(privateKey);
    QByteArray raw(publicKeySize, Qt::Uninitialized);
    size_t size = size_t(raw.size());
    if (!key || EVP_PKEY_get_raw_public_key(key.get(), bytes(raw), &size) != 1 || size != size_t(publicKeySize))
        return failed();
    return raw;
}

Result<QByteArray> signWith(const QByteArray &privateKey, const QByteArray &data)
{
    const Key key = privateKeyFrom(privateKey);
    const Context context(EVP_MD_CTX_new());
    QByteArray signature(signatureSize, Qt::Uninitialized);
    size_t size = size_t(signature.size());
    if (!key || !context || EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) != 1 ||
        EVP_DigestSign(context.get(), bytes(signature), &size, bytes(QByteArrayView(data)), size_t(data.size())) != 1)
        return failed();
    return signature;
}

bool isSignedBy(const QByteArray &publicKey, const QByteArray &data, const QByteArray &signature)
{
    loadAlgorithms();
    if (publicKey.size() != publicKeySize || signature.size() != signatureSize)
        return false;
    const Key key(
        EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytes(QByteArrayView(publicKey)), size_t(publicKey.size())));
    const Context context(EVP_MD_CTX_new());
    return key && context && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
           EVP_DigestVerify(context.get(), bytes(QByteArrayView(signature)), size_t(signature.size()),
                            bytes(QByteArrayView(data)), size_t(data.size())) == 1;
}

void wipe(QByteArray &secret)
{
    if (!secret.isEmpty())
        OPENSSL_cleanse(secret.data(), size_t(secret.size()));
    secret.clear();
}

} // namespace meshscope
