#include "ui/endpoints/certificatecard.h"

#include "ui/theme/style.h"
#include "ui/widgets/labels.h"

#include <QGridLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace meshscope {

CertificateCard::CertificateCard(const ServerCertificate &certificate, QWidget *parent)
    : Card(parent)
{
    setObjectName(QStringLiteral("certificateCard"));
    setAccessibleName(tr("Certificate of %1").arg(certificate.host));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(12), px(10), px(12), px(12));
    column->setSpacing(px(8));
    column->addWidget(makeLabel(tr("The certificate of %1").arg(certificate.host), TextRole::Section, &Tokens::text, this));
    for (const QString &problem : certificate.problems) {
        auto *wrong = makeLabel(problem, TextRole::Base, &Tokens::breachedText, this);
        wrong->setTextFormat(Qt::PlainText);
        wrong->setWordWrap(true);
        column->addWidget(wrong);
    }
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(4));
    grid->setColumnStretch(1, 1);
    const QLocale locale;
    addFact(*grid, tr("Issued to"), certificate.subject);
    addFact(*grid, tr("Issued by"), certificate.issuer);
    addFact(*grid, tr("Valid"),
            tr("%1 to %2")
                .arg(locale.toString(certificate.from.toLocalTime(), QLocale::ShortFormat),
                     locale.toString(certificate.until.toLocalTime(), QLocale::ShortFormat)));
    addFact(*grid, tr("For"), certificate.names.join(QStringLiteral(", ")));
    addFact(*grid, tr("SHA-256"), certificate.fingerprint, true);
    column->addLayout(grid);
    auto *say =
        makeLabel(tr("Compare the fingerprint with what the server's keeper tells you, not with what comes over this "
                     "connection. Pinned, this one certificate is taken for this endpoint alone."),
                  TextRole::Small, &Tokens::muted, this);
    say->setWordWrap(true);
    column->addWidget(say);
    auto *pin = plainButton(tr("I checked it: pin this certificate"), QStringLiteral("pin"), this);
    pin->setObjectName(QStringLiteral("pinButton"));
    connect(pin, &QPushButton::clicked, this,
            [this, fingerprint = certificate.fingerprint] { emit pinRequested(fingerprint); });
    column->addWidget(pin, 0, Qt::AlignLeft);
}

void CertificateCard::addFact(QGridLayout &grid, const QString &name, const QString &value, bool isMono)
{
    const int row = grid.rowCount();
    grid.addWidget(makeLabel(name, TextRole::Small, &Tokens::muted, this), row, 0, Qt::AlignTop);
    auto *text = makeLabel(value.isEmpty() ? QStringLiteral("–") : value, isMono ? TextRole::Mono : TextRole::Base,
                           &Tokens::text, this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    grid.addWidget(text, row, 1);
}

} // namespace meshscope
