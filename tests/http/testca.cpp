#include "tests/http/testca.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

namespace meshscope::test {

namespace {

QByteArray taken(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    QByteArray bytes(data, qsizetype(size));
    BIO_free(bio);
    return bytes;
}

void extend(X509 *certificate, X509 *issuer, int what, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, what, value.constData());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

} // namespace

Identity::Identity(const Wish &wish, const Identity *issuer)
    : m_certificate(X509_new(), X509_free)
    , m_key(EVP_EC_gen("P-256"), EVP_PKEY_free)
{
    X509 *made = m_certificate.get();
    X509 *by = issuer ? issuer->m_certificate.get() : made;
    quint32 serial = 0;
    RAND_bytes(reinterpret_cast<unsigned char *>(&serial), sizeof serial);
    X509_set_version(made, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(made), long(serial >> 1));
    X509_gmtime_adj(X509_getm_notBefore(made), long(wish.fromDays) * 86'400);
    X509_gmtime_adj(X509_getm_notAfter(made), long(wish.untilDays) * 86'400);
    X509_set_pubkey(made, m_key.get());
    const QByteArray name = wish.name.toUtf8();
    X509_NAME_add_entry_by_txt(X509_get_subject_name(made), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(name.constData()), int(name.size()), -1, 0);
    X509_set_issuer_name(made, X509_get_subject_name(by));
    extend(made, by, NID_basic_constraints, wish.isAuthority ? "critical,CA:TRUE" : "critical,CA:FALSE");
    if (!wish.names.isEmpty())
        extend(made, by, NID_subject_alt_name, wish.names.toUtf8());
    X509_sign(made, issuer ? issuer->m_key.get() : m_key.get(), EVP_sha256());
}

QByteArray Identity::certificate() const
{
    BIO *bio = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(bio, m_certificate.get());
    return taken(bio);
}

QByteArray Identity::key(const QByteArray &passphrase) const
{
    BIO *bio = BIO_new(BIO_s_mem());
    PEM_write_bio_PKCS8PrivateKey(bio, m_key.get(), passphrase.isEmpty() ? nullptr : EVP_aes_256_cbc(),
                                  passphrase.isEmpty() ? nullptr : passphrase.constData(), int(passphrase.size()), nullptr,
                                  nullptr);
    return taken(bio);
}

QByteArray Identity::bundle(const QByteArray &passphrase) const
{
    PKCS12 *made = PKCS12_create(passphrase.constData(), "me", m_key.get(), m_certificate.get(), nullptr, 0, 0, 0, 0, 0);
    BIO *bio = BIO_new(BIO_s_mem());
    i2d_PKCS12_bio(bio, made);
    PKCS12_free(made);
    return taken(bio);
}

QSslConfiguration Identity::server() const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(certificate(), QSsl::Pem));
    configuration.setPrivateKey(QSslKey(key(), QSsl::Ec, QSsl::Pem));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

} // namespace meshscope::test
