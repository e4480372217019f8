#pragma once

#include <QDateTime>
#include <QList>
#include <QStringList>

class QSslCertificate;
class QSslError;

namespace meshscope {

/// What a person must know of a certificate that does not verify, to decide whether it may be trusted all the same.
struct ServerCertificate {
    QString host;
    QString subject;
    QString issuer;
    QDateTime from;
    QDateTime until;
    QStringList names;                    ///< the hosts and addresses it is for
    QString fingerprint;                  ///< SHA-256, "AB:CD:…"
    QStringList problems;                 ///< translated, a sentence each
    [[nodiscard]] QString toText() const; ///< lines, translated
};

[[nodiscard]] ServerCertificate describe(const QString &host, const QSslCertificate &certificate,
                                         const QList<QSslError> &errors);
/// "AB:CD:…" of a certificate.
[[nodiscard]] QString fingerprintOf(const QSslCertificate &certificate);
/// The same fingerprint in whichever way it is written: colons, blanks, small letters, a "sha256:" before it.
[[nodiscard]] bool isFingerprint(const QString &written, const QString &fingerprint);

} // namespace meshscope
