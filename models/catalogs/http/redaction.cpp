#include "models/catalogs/http/redaction.h"

#include <QRegularExpression>

#include <algorithm>

namespace meshscope {

namespace {

QString hidden()
{
    return QStringLiteral("…");
}

bool isNamedLikeSecret(const QString &name)
{
    static const QRegularExpression secret(
        QStringLiteral("token|secret|passw|pwd|api[-_]?key|^key$|signature|^sig$|credential|^code|assertion|auth|session"),
        QRegularExpression::CaseInsensitiveOption);
    // the places in a listing are called tokens as well: without them a log does not tell its pages apart
    static const QRegularExpression place(QStringLiteral("^(next|page|continuation)[-_]?(page)?[-_]?token$"),
                                          QRegularExpression::CaseInsensitiveOption);
    return secret.match(name).hasMatch() && !place.match(name).hasMatch();
}

} // namespace

void Redactor::addSecret(const QByteArray &secret)
{
    if (secret.size() < 3)
        return;
    QByteArray inForm = secret.toPercentEncoding();
    inForm.replace("%20", "+");
    QByteArray inBase64 = secret.toBase64(QByteArray::OmitTrailingEquals);
    const QMutexLocker lock(&m_mutex);
    for (const QByteArray &form : {secret, secret.toPercentEncoding(), inForm, inBase64}) {
        const QString text = QString::fromUtf8(form);
        if (!m_secrets.contains(text))
            m_secrets.append(text);
    }
    std::sort(m_secrets.begin(), m_secrets.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
}

QString Redactor::text(QString text) const
{
    const QMutexLocker lock(&m_mutex);
    for (const QString &secret : m_secrets)
        text.replace(secret, hidden());
    return text;
}

QString Redactor::address(const QUrl &url) const
{
    QString shown = url.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    if (url.hasQuery()) {
        QStringList fields = url.query(QUrl::FullyEncoded).split(u'&');
        for (QString &field : fields) {
            const QString name = field.section(u'=', 0, 0);
            if (isNamedLikeSecret(name))
                field = name + u'=' + hidden();
        }
        shown += u'?' + fields.join(u'&');
    }
    return text(shown);
}

} // namespace meshscope
