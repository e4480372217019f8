#include "ui/shell/statusline.h"

#include "ui/theme/style.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/signs.h"

#include <QHBoxLayout>

namespace meshscope {

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent)
    , m_sign(new StatusSign(Status::Unknown, 12, this))
    , m_complete(new LinkLabel({}, this))
    , m_warning(new StatusSign(Status::AtRisk, 12, this))
    , m_issues(new CountLink(this))
    , m_said(makeElided({}, TextRole::Small, &Tokens::muted, this))
    , m_syncing(makeElided({}, TextRole::Small, &Tokens::muted, this))
    , m_bar(new QProgressBar(this))
    , m_percent(makeLabel({}, TextRole::Small, &Tokens::text, this))
    , m_cancel(iconButton(QStringLiteral("close"), tr("Stop reading"), this))
{
    setGround(this, &Tokens::window);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(px(12), px(2), px(8), px(2));
    row->setSpacing(px(8));
    setTextRole(m_complete, TextRole::Small);
    setTextRole(m_issues, TextRole::Small);
    m_complete->setQuiet(true);
    m_complete->setObjectName(QStringLiteral("completeness"));
    m_issues->setObjectName(QStringLiteral("issues"));
    m_said->setObjectName(QStringLiteral("said"));
    m_said->setAlignment(Qt::AlignCenter);
    m_syncing->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_cancel->setObjectName(QStringLiteral("cancelSync"));
    setSmall(m_cancel);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(px(120));
    m_bar->setFixedHeight(px(8));
    row->addWidget(m_sign);
    row->addWidget(m_complete);
    row->addSpacing(px(4));
    row->addWidget(m_warning);
    row->addWidget(m_issues);
    row->addWidget(m_said, 1);
    row->addWidget(m_syncing, 1);
    row->addWidget(m_bar);
    row->addWidget(m_percent);
    row->addWidget(m_cancel);
    setFixedHeight(QFontMetrics(textFont(TextRole::Base)).height() + px(11));
    connect(m_complete, &LinkLabel::opened, this, &StatusLine::endpointsRequested);
    connect(m_issues, &LinkLabel::opened, this, &StatusLine::issuesRequested);
    connect(m_cancel, &QToolButton::clicked, this, &StatusLine::cancelRequested);
    m_fade.setSingleShot(true);
    m_fade.setInterval(8000);
    connect(&m_fade, &QTimer::timeout, this, [this] { m_said->setText({}); });
    setCompleteness({});
    setProgress({});
}

void StatusLine::setCompleteness(const Completeness &all)
{
    const bool isComplete = all.endpoints > 0 && all.complete == all.endpoints;
    m_sign->setVisible(all.endpoints > 0);
    m_sign->setStatus(isComplete ? Status::Met : all.got > 0 ? Status::AtRisk : Status::Unknown);
    m_sign->setToolTip(all.missing.toHtmlEscaped());
    m_complete->setEnabled(all.endpoints > 0);
    if (all.endpoints == 0) {
        m_complete->setText(tr("No endpoint yet"));
    } else {
        const QString endpoints = tr("%Ln endpoint(s)", nullptr, all.endpoints);
        const QString documents = (all.isOfDocuments ? tr("%1 of %2 documents") : tr("%1 of %2 listed"))
                                      .arg(numberText(all.got), numberText(all.expected));
        m_complete->setText(isComplete ? tr("%1: complete, %2").arg(endpoints, documents)
                                       : tr("%1: %2 complete, %3").arg(endpoints).arg(all.complete).arg(documents));
    }
    m_complete->setToolTip(all.missing.toHtmlEscaped());
    m_complete->updateGeometry();
    m_warning->setVisible(all.issues > 0);
    m_issues->setVisible(all.issues > 0);
    m_issues->setCount(all.issues, tr("%Ln issue(s)", nullptr, int(all.issues)));
}

void StatusLine::setProgress(const SyncRunner::State &state)
{
    const bool isShown = !state.endpoint.isEmpty();
    m_syncing->setVisible(isShown);
    m_bar->setVisible(isShown);
    m_percent->setVisible(isShown && state.total > 0);
    m_cancel->setVisible(isShown);
    if (!isShown)
        return;
    QString text = tr("Reading %1").arg(state.endpoint);
    if (state.total > 0)
        text += QStringLiteral(" · ") + tr("%1 of %2").arg(numberText(state.done), numberText(state.total));
    if (!state.what.isEmpty())
        text += QStringLiteral(" · ") + state.what;
    m_syncing->setText(text);
    const int percent = state.total > 0 ? int(qBound(qint64(0), state.done * 100 / state.total, qint64(100))) : 0;
    m_bar->setRange(0, state.total > 0 ? 100 : 0);
    m_bar->setValue(percent);
    m_bar->setAccessibleName(text);
    m_percent->setText(tr("%1 %").arg(percent));
}

void StatusLine::say(const QString &text)
{
    m_said->setText(text);
    m_said->setToolTip(text.toHtmlEscaped());
    m_fade.start();
}

} // namespace meshscope
