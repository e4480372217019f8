#include "ui/endpoints/progresspanel.h"

#include "models/items/completenessmodel.h"
#include "models/items/trafficmodel.h"
#include "ui/theme/style.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

namespace meshscope {

QString leftText(const std::optional<qint64> &millis)
{
    if (!millis)
        return {};
    const qint64 seconds = (*millis + 999) / 1000;
    if (seconds < 90)
        return ProgressPanel::tr("about %Ln s left", nullptr, int(std::max<qint64>(1, seconds)));
    if (seconds < 90 * 60)
        return ProgressPanel::tr("about %Ln min left", nullptr, int((seconds + 30) / 60));
    return ProgressPanel::tr("about %Ln h left", nullptr, int((seconds + 1800) / 3600));
}

ProgressPanel::ProgressPanel(QWidget *parent)
    : QWidget(parent)
    , m_bar(new QProgressBar(this))
    , m_left(makeLabel({}, TextRole::Small, &Tokens::muted, this))
    , m_kinds(makeLabel({}, TextRole::Base, &Tokens::text, this))
    , m_what(makeElided({}, TextRole::Small, &Tokens::muted, this))
{
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(px(8));
    m_bar->setAccessibleName(tr("Progress"));
    m_kinds->setObjectName(QStringLiteral("progressKinds"));
    m_what->setObjectName(QStringLiteral("progressWhat"));
    m_left->setObjectName(QStringLiteral("progressLeft"));
    m_kinds->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(4));
    auto *row = new QHBoxLayout;
    row->setSpacing(px(12));
    row->addWidget(m_bar, 1);
    row->addWidget(m_left);
    column->addLayout(row);
    column->addWidget(m_kinds);
    column->addWidget(m_what);
}

void ProgressPanel::setProgress(const EndpointProgress &progress)
{
    m_bar->setRange(0, progress.total > 0 ? 1000 : 0);
    if (progress.total > 0)
        m_bar->setValue(int(std::clamp(double(progress.done) / double(progress.total), 0.0, 1.0) * 1000));
    m_left->setText(progress.isStopping ? tr("stopping…") : leftText(progress.millisLeft));
    QStringList kinds;
    for (const QString &word : inReadingOrder(progress.got.keys())) {
        const QString count = numberText(progress.got.value(word));
        const qint64 before = progress.gotBefore.value(word);
        kinds.append(
            before > progress.got.value(word)
                ? tr("%1 %2 (of about %3)", "Datasets 12 (of about 300)").arg(countTitle(word), count, numberText(before))
                : QStringLiteral("%1 %2").arg(countTitle(word), count));
    }
    kinds.replaceInStrings(QStringLiteral(" "), QString(QChar::Nbsp)); // a line breaks between kinds, behind the dot
    m_kinds->setText(kinds.join(QChar::Nbsp + QStringLiteral("· ")));
    m_kinds->setVisible(!kinds.isEmpty());
    QStringList what;
    if (!progress.what.isEmpty())
        what.append(progress.total > 0
                        ? QStringLiteral("%1: %2").arg(
                              progress.what, tr("%1 of %2").arg(numberText(progress.done), numberText(progress.total)))
                        : progress.what);
    if (progress.requests > 0)
        what.append(tr("%Ln request(s)", nullptr, int(progress.requests)) + QStringLiteral(", ") + sizeText(progress.bytes));
    m_what->setText(what.join(QStringLiteral(" · ")));
}

} // namespace meshscope
