#pragma once

#include "models/mesh/result.h"

#include <QByteArray>

#include <optional>

/// AES-256-GCM (NIST SP 800-38D) and scrypt (RFC 7914) by OpenSSL: pure functions of bytes.
namespace meshscope {

inline constexpr qsizetype sealKeySize = 32;
inline constexpr qsizetype sealNonceSize = 12;

/// What scrypt costs: 128 · n · r bytes of memory.
struct ScryptCost {
    quint32 n = 1U << 15;
    quint32 r = 8;
    quint32 p = 1;
    [[nodiscard]] bool isBearable() const; ///< neither a joke nor more than 1 GB; a file may say anything
};
[[nodiscard]] Result<QByteArray> scryptKey(const QByteArray &passphrase, const QByteArray &salt, const ScryptCost &cost);

/// The ciphertext with its tag of 16 bytes at the end. A nonce is used once with a key. `bound` is not encrypted, but
/// proven to be the same when it is opened.
[[nodiscard]] Result<QByteArray> seal(const QByteArray &key, const QByteArray &nonce, const QByteArray &bound,
                                      const QByteArray &plain);
/// Nothing when a byte of any of it is another than when it was sealed.
[[nodiscard]] std::optional<QByteArray> unseal(const QByteArray &key, const QByteArray &nonce, const QByteArray &bound,
                                               const QByteArray &sealed);

} // namespace meshscope
