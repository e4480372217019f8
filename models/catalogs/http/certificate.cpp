#include "models/catalogs/http/certificate.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QLocale>
#include <QSslCertificate>
#include <QSslError>

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::ServerCertificate)
};

QString nameOf(const QSslCertificate &certificate, bool isIssuer)
{
    QStringList parts;
    for (const auto part : {QSslCertificate::CommonName, QSslCertificate::Organization,
                            QSslCertificate::OrganizationalUnitName, QSslCertificate::CountryName}) {
        parts += isIssuer ? certificate.issuerInfo(part) : certificate.subjectInfo(part);
    }
    parts.removeAll(QString());
    return parts.isEmpty() ? Text::tr("(no name)") : parts.join(QStringLiteral(", "));
}

QString problemOf(const QSslError &error, const ServerCertificate &about)
{
    const QLocale locale;
    switch (error.error()) {
    case QSslError::CertificateExpired:
        return Text::tr("It expired on %1.")
            .arg(locale.toString(error.certificate().expiryDate().date(), QLocale::ShortFormat));
    case QSslError::CertificateNotYetValid:
        return Text::tr("It is only valid from %1 on. Is this computer's clock right?")
            .arg(locale.toString(error.certificate().effectiveDate().date(), QLocale::ShortFormat));
    case QSslError::HostNameMismatch:
        return Text::tr("It is not for %1 but for %2.")
            .arg(about.host, about.names.isEmpty() ? Text::tr("no host at all") : about.names.join(QStringLiteral(", ")));
    case QSslError::SelfSignedCertificate: return Text::tr("It is signed by itself: nobody vouches for it.");
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted: return Text::tr("Its issuer is not among the authorities known here.");
    case QSslError::CertificateRevoked: return Text::tr("It was revoked by its issuer.");
    default: return error.errorString();
    }
}

QString bare(QString text)
{
    text = text.toUpper();
    if (text.startsWith(QLatin1String("SHA256:")) || text.startsWith(QLatin1String("SHA-256:")))
        text.remove(0, text.indexOf(u':') + 1);
    text.remove(u':');
    text.remove(u' ');
    return text;
}

} // namespace

QString fingerprintOf(const QSslCertificate &certificate)
{
    return QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper());
}

bool isFingerprint(const QString &written, const QString &fingerprint)
{
    const QString one = bare(written);
    return one.size() == 64 && one == bare(fingerprint);
}

ServerCertificate describe(const QString &host, const QSslCertificate &certificate, const QList<QSslError> &errors)
{
    ServerCertificate about;
    about.host = host;
    about.subject = nameOf(certificate, false);
    about.issuer = nameOf(certificate, true);
    about.from = certificate.effectiveDate();
    about.until = certificate.expiryDate();
    const auto names = certificate.subjectAlternativeNames();
    about.names = names.values();
    if (about.names.isEmpty())
        about.names = certificate.subjectInfo(QSslCertificate::CommonName);
    about.names.sort();
    about.fingerprint = fingerprintOf(certificate);
    for (const QSslError &error : errors) {
        const QString problem = problemOf(error, about);
        if (!about.problems.contains(problem))
            about.problems.append(problem);
    }
    return about;
}

QString ServerCertificate::toText() const
{
    const QLocale locale;
    QStringList lines = problems;
    lines << Text::tr("Subject: %1").arg(subject) << Text::tr("Issuer: %1").arg(issuer)
          << Text::tr("Valid: %1 to %2")
                 .arg(locale.toString(from.date(), QLocale::ShortFormat),
                      locale.toString(until.date(), QLocale::ShortFormat))
          << Text::tr("Names: %1").arg(names.join(QStringLiteral(", ")))
          << Text::tr("Fingerprint (SHA-256): %1").arg(fingerprint);
    return lines.join(u'\n');
}

} // namespace meshscope
