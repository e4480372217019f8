#include "models/catalogs/http/auth.h"

namespace meshscope {

namespace {

/// A header that stays the same.
class FixedHeader final : public Auth {
public:
    FixedHeader(QString word, QByteArray header, QByteArray value, QList<QByteArray> secrets)
        : m_word(std::move(word))
        , m_header(std::move(header))
        , m_value(std::move(value))
        , m_secrets(std::move(secrets))
    {
    }
    [[nodiscard]] QString word() const override { return m_word; }
    [[nodiscard]] Result<void> apply(HttpRequest &request, const AuthCall &) override
    {
        setHeader(request.headers, m_header, m_value);
        return {};
    }
    [[nodiscard]] QList<QByteArray> secrets() const override { return m_secrets; }

private:
    const QString m_word;
    const QByteArray m_header;
    const QByteArray m_value;
    const QList<QByteArray> m_secrets;
};

} // namespace

std::unique_ptr<Auth> bearerAuth(const QByteArray &token)
{
    return std::make_unique<FixedHeader>(QStringLiteral("bearer"), QByteArrayLiteral("Authorization"), "Bearer " + token,
                                         QList<QByteArray>{token});
}

std::unique_ptr<Auth> basicAuth(const QString &user, const QString &password, bool isLatin1)
{
    const QString pair = user + u':' + password;
    const QByteArray coded = (isLatin1 ? pair.toLatin1() : pair.toUtf8()).toBase64();
    return std::make_unique<FixedHeader>(QStringLiteral("basic"), QByteArrayLiteral("Authorization"), "Basic " + coded,
                                         QList<QByteArray>{password.toUtf8(), password.toLatin1(), coded});
}

std::unique_ptr<Auth> headerAuth(const QByteArray &header, const QByteArray &key)
{
    return std::make_unique<FixedHeader>(QStringLiteral("key"), header, key, QList<QByteArray>{key});
}

} // namespace meshscope
