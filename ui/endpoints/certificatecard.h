#pragma once

#include "models/catalogs/http/certificate.h"
#include "ui/widgets/controls.h"

namespace meshscope {

/// A certificate that does not verify: whose it is, who vouches for it, how long, for which names, what is wrong; and the
/// decision to trust it all the same, for this endpoint alone.
class CertificateCard final : public Card {
    Q_OBJECT
public:
    explicit CertificateCard(const ServerCertificate &certificate, QWidget *parent = nullptr);

signals:
    void pinRequested(const QString &fingerprint);

private:
    void addFact(class QGridLayout &grid, const QString &name, const QString &value, bool isMono = false);
};

} // namespace meshscope
