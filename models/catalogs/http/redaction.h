#pragma once

#include <QByteArray>
#include <QList>
#include <QMutex>
#include <QString>
#include <QUrl>

namespace meshscope {

/// Takes secrets out of whatever people or logs get to see. Thread safe: tokens are renewed while requests run.
class Redactor {
public:
    /// Also its forms in base64, in an address and in a form. Shorter than three bytes it would hide ordinary text.
    void addSecret(const QByteArray &secret);
    [[nodiscard]] QString text(QString text) const;
    /// Without user and password; the values of parameters that are named like secrets are left out too.
    [[nodiscard]] QString address(const QUrl &url) const;

private:
    mutable QMutex m_mutex;
    QList<QString> m_secrets; ///< longest first
};

} // namespace meshscope
