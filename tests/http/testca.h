#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QSslConfiguration>
#include <QString>

#include <memory>

struct x509_st;
struct evp_pkey_st;

namespace meshscope::test {

/// A certificate and its key, made when the test runs.
class Identity {
public:
    struct Wish {
        QString name = QStringLiteral("catalog");
        QString names = QStringLiteral("IP:127.0.0.1,DNS:localhost"); ///< subjectAltName as OpenSSL writes it; may be empty
        int fromDays = -1;
        int untilDays = 30;
        bool isAuthority = false;
    };
    /// Signed by `issuer`, or by itself.
    explicit Identity(const Wish &wish, const Identity *issuer = nullptr);
    [[nodiscard]] QByteArray certificate() const;                          ///< PEM
    [[nodiscard]] QByteArray key(const QByteArray &passphrase = {}) const; ///< PEM
    [[nodiscard]] QByteArray bundle(const QByteArray &passphrase) const;   ///< PKCS#12
    /// For a server that shows it.
    [[nodiscard]] QSslConfiguration server() const;

private:
    std::shared_ptr<x509_st> m_certificate;
    std::shared_ptr<evp_pkey_st> m_key;
};

} // namespace meshscope::test
