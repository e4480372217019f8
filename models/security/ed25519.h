#pragma once

#include "models/mesh/result.h"

#include <QByteArray>

/// Hashes and Ed25519 signatures (RFC 8032) by OpenSSL's EVP: pure functions of bytes.
namespace meshscope {

[[nodiscard]] QByteArray sha256(QByteArrayView data);
[[nodiscard]] QByteArray hmacSha256(QByteArrayView key, QByteArrayView data);
/// Bytes from the operating system's generator; Failed when it has none to give.
[[nodiscard]] Result<QByteArray> randomBytes(qsizetype count);

inline constexpr qsizetype privateKeySize = 32;
inline constexpr qsizetype publicKeySize = 32;
inline constexpr qsizetype signatureSize = 64;

[[nodiscard]] Result<QByteArray> newPrivateKey();
[[nodiscard]] Result<QByteArray> publicKeyOf(const QByteArray &privateKey);
[[nodiscard]] Result<QByteArray> signWith(const QByteArray &privateKey, const QByteArray &data);
/// False also for keys and signatures of a wrong size.
[[nodiscard]] bool isSignedBy(const QByteArray &publicKey, const QByteArray &data, const QByteArray &signature);
/// Overwrites a secret in memory, as far as no other copy of it exists.
void wipe(QByteArray &secret);

} // namespace meshscope
